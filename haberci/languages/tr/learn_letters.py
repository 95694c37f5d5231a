"""Learn the counts by which letters are restored: ``python -m haberci.languages.tr.learn_letters --corpus DIR``.

``learn_texts`` says what the folders of news and of treebanks hold, and what is left out of them. What is written are
counts of word forms and weights: no text.
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import exp, log, log1p
from pathlib import Path

from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.learn_texts import Sound, news, treebanks
from haberci.languages.tr.letters_harmony import follows_harmony
from haberci.languages.tr.letters_model import (
    CONTEXT_BITS,
    CONTEXT_SCALE,
    WordForm,
    context_features,
    context_places,
    pack_table,
    pack_words,
    write_parts,
)
from haberci.languages.tr.letters_ngram import MARKED, SCALE, SIZE_BITS, features
from haberci.languages.tr.letters_tokens import LetterWord, Written, letter_words

RAREST_SPELLING = 0.002  # of a key's count: below, a spelling is a slip of the pen
CONTEXT_RATE, RATE = 0.25, 0.08  # of the first round
MOST_OCCURRENCES = 6000  # of one key, for the weights of its neighbours
_CASES = frozenset("ı i yı yi nı ni ın in nın nin lı li lık lik sı si sını sini sının sinin".split())
_CIRCUMFLEX = str.maketrans("âîû", "aiu")
_UNMARK = {marked: letter for letter, marked in MARKED.items()}

Line = list[LetterWord]


class Counts:
    """What one pass over the texts counts."""

    def __init__(self) -> None:
        self.forms: Counter[tuple[str, Written]] = Counter()
        self.acronyms: Counter[str] = Counter()
        self.suffixes: Counter[tuple[str, str, bool]] = Counter()

    def add(self, text: str) -> None:
        """Count the words of one text."""
        before = ""
        for word in letter_words(text):
            if word.written is Written.CAPITALS:
                self.acronyms[word.text] += 1
            elif word.written is Written.SUFFIX:
                if before[:1] != lower(before[:1]):  # behind a small word an apostrophe ends a quotation
                    self._add_suffix(before, lower(word.text))
            elif word.stop - word.start > 1:
                self.forms[lower(word.text).translate(_CIRCUMFLEX), word.written] += 1
            before = word.text

    def _add_suffix(self, base: str, suffix: str) -> None:
        vowel = next((c for c in suffix if c in "aeıioöuü"), "")
        if vowel in ("ı", "i") and suffix in _CASES:
            self.suffixes[fold(base), vowel, follows_harmony(base, vowel)] += 1

    def table(self) -> dict[str, list[WordForm]]:
        """The word forms by folded key, the commonest first, slips left out."""
        by_word: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for (word, written), n in self.forms.items():
            by_word[word][int(written)] += n
        by_key: dict[str, list[WordForm]] = defaultdict(list)
        for word, counts in by_word.items():
            by_key[fold(word)].append(WordForm(word, *counts))
        return {key: _without_slips(forms) for key, forms in by_key.items() if key.isascii()}

    def exceptions(self) -> dict[str, str]:
        """Bases behind whose apostrophe the vowel does not follow the spelling: ``biden`` → ``ı``."""
        votes: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
        for (base, vowel, regular), n in self.suffixes.items():
            votes[base][vowel, regular] += n
        found = {}
        for base, vote in votes.items():
            (vowel, regular), n = max(vote.items(), key=lambda item: (item[1], item[0]))
            if not regular and n >= 2 and n > 0.6 * vote.total():
                found[base] = vowel
        return found

    def acronym_table(self) -> dict[str, str]:
        """Acronyms by folded key: ``sio`` → ``SİÖ 12 ŞİÖ 3``."""
        by_key: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for word, n in sorted(self.acronyms.items()):
            if n >= 2 and len(word) <= 6 and fold(word).isascii():
                by_key[fold(word)].append((word, n))
        return {
            key: " ".join(f"{w} {n}" for w, n in forms if n >= 0.1 * sum(m for _, m in forms))
            for key, forms in by_key.items()
        }


def _without_slips(forms: list[WordForm]) -> list[WordForm]:
    total = sum(form.total for form in forms)
    kept = [form for form in forms if form.total >= RAREST_SPELLING * total]
    return sorted(kept, key=lambda form: (-form.total, form.word))


def context_weights(lines: Iterable[Line], table: dict[str, list[WordForm]], rounds: int = 4) -> bytes:
    """Weights of neighbours for keys with several spellings: multinomial logistic regression, hashed."""
    cases = list(_cases(lines, table))
    weights = array("f", bytes(4 << CONTEXT_BITS))
    for turn in range(rounds):
        rate = CONTEXT_RATE / (1 + turn)
        for right, priors, places in cases:
            scores = [p + sum(weights[i] for i in place) for p, place in zip(priors, places, strict=True)]
            top = max(scores)
            odds = [exp(s - top) for s in scores]
            whole = sum(odds)
            if odds[right] / whole > 0.98:
                continue
            for i, place in enumerate(places):
                step = rate * ((i == right) - odds[i] / whole)
                for at in place:
                    weights[at] += step
    return _as_bytes(weights, CONTEXT_SCALE)


Case = tuple[int, list[float], list[list[int]]]


def _cases(lines: Iterable[Line], table: dict[str, list[WordForm]]) -> Iterator[Case]:
    seen: Counter[str] = Counter()
    for line in lines:
        words = [lower(w.text).translate(_CIRCUMFLEX) for w in line]
        keys = ["", "", *map(fold, words), "", ""]
        for at, word in enumerate(line):
            key = keys[at + 2]
            forms = table.get(key, [])
            if len(forms) < 2 or word.written >= Written.CAPITALS or seen[key] >= MOST_OCCURRENCES:
                continue
            right = next((i for i, form in enumerate(forms) if form.word == words[at]), -1)
            if right >= 0:
                seen[key] += 1
                around = (keys[at], keys[at + 1], keys[at + 3], keys[at + 4])
                found = context_features(key, around)
                priors = [log(form.weight(word.written)) for form in forms]
                yield right, priors, [context_places(found, form.word) for form in forms]


def ngram_weights(table: dict[str, list[WordForm]], rounds: int = 4) -> bytes:
    """Weights of letters, from word forms: logistic regression, each form counted by the logarithm of its count."""
    forms = sorted(form for found in table.values() for form in found)
    weights = array("f", bytes(4 << SIZE_BITS))
    for turn in range(rounds):
        for form in forms:
            rate = 0.3 + 0.2 * min(log1p(form.total), 5.0)
            _learn_word(weights, form.word, form.capital > form.small, rate * RATE / (1 + turn))
    return _as_bytes(weights, SCALE)


def _learn_word(weights: array[float], word: str, named: bool, rate: float) -> None:
    folded = fold(word)
    for at, letter in enumerate(word):
        if folded[at] not in MARKED:
            continue
        places = features(folded, word[:at], at, named)
        score = sum(weights[p] for p in places)
        error = (letter in _UNMARK) - 1 / (1 + exp(-max(-30.0, min(30.0, score))))
        if abs(error) > 0.02:
            for place in places:
                weights[place] += rate * error


def _as_bytes(weights: array[float], scale: float) -> bytes:
    return bytes(max(-127, min(127, round(w * scale))) + 128 for w in weights)


def learn(texts: Iterable[Sound]) -> bytes:
    """The bytes of a model file, learned from sound texts."""
    counts, lines = Counts(), []
    for text, licensed in texts:
        counts.add(text)
        if licensed:
            lines.append(list(letter_words(text)))
    table = counts.table()
    parts = [*pack_words(table), *pack_table(counts.exceptions()), *pack_table(counts.acronym_table())]
    return write_parts([*parts, context_weights(lines, table), ngram_weights(table)])


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="learn_letters", description="Count word forms for the restoring of letters.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl or *.jsonl.xz with text and src")
    parser.add_argument("--treebanks", type=Path, help="folder of Turkish treebanks, a folder each, CoNLL-U")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "data" / "tr" / "letters.bin")
    options = parser.parse_args(arguments)
    for folder in filter(None, (options.corpus, options.treebanks)):
        if not folder.is_dir():
            sys.stderr.write(f"no such folder: {folder}\n")
            return 2
    sentences = treebanks(options.treebanks) if options.treebanks else ()
    options.out.write_bytes(learn(chain(news(options.corpus), sentences)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
