"""Learn the counts by which letters are restored: ``python -m haberci.languages.tr.learning.letters --corpus DIR``.

``learn_texts`` says what the folders of news and of treebanks hold, and what is left out of them. What is written are
counts of word forms and weights: no text.
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections.abc import Iterable
from itertools import chain
from math import exp, log1p
from pathlib import Path

from haberci.languages.tr.casing import fold
from haberci.languages.tr.learning.bigrams import begun_weights
from haberci.languages.tr.learning.context import context_weights
from haberci.languages.tr.learning.counts import Counts
from haberci.languages.tr.learning.known import known_part
from haberci.languages.tr.learning.lists import counted_forms, proper_names, zemberek_folder
from haberci.languages.tr.learning.texts import Sound, news, treebanks
from haberci.languages.tr.letters.model import WordForm, model_of, pack_table, pack_words, write_parts
from haberci.languages.tr.letters.ngram import MARKED, SCALE, SIZE_BITS, features

RATE = 0.08  # of the first round
FEWEST = 2  # so often must a form be counted for letters to be learned from it
_UNMARK = {marked: letter for letter, marked in MARKED.items()}


def ngram_weights(forms: Iterable[WordForm], rounds: int = 4) -> bytes:
    """Weights of letters, from word forms: logistic regression, each form counted by the logarithm of its count."""
    forms = sorted(forms)
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


def learn(texts: Iterable[Sound], lists: Path | None) -> bytes:
    """The bytes of a model file, learned from sound texts and from the word lists of a folder."""
    counts, licensed_texts = Counts(), list[str]()
    for text, licensed in texts:
        counts.add(text, licensed)
        if licensed:
            licensed_texts.append(text)
    if lists is not None:
        for form, n in counted_forms(lists):
            counts.add_listed(form, n)
        for name in proper_names(lists):
            counts.add_name(name)
    table = counts.table()
    free = (form for forms in table.values() for form in forms if counts.is_licensed(form.word))
    letters = ngram_weights(form for form in free if form.total >= FEWEST)
    begun = begun_weights(lists, table) if lists is not None else None
    context = context_weights(licensed_texts, table, begun)
    rest = [*pack_table(counts.exceptions()), *pack_table(counts.acronym_table())]
    parts = [*pack_words(table), *rest, context, letters]
    return write_parts([*parts, known_part(model_of([*parts, b""]), table)])


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="learn_letters", description="Count word forms for the restoring of letters.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl or *.jsonl.xz with text and src")
    parser.add_argument("--treebanks", type=Path, help="folder of Turkish treebanks, a folder each, CoNLL-U")
    parser.add_argument("--lists", type=Path, default=zemberek_folder(), help="folder of zemberek's resources")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "data" / "tr" / "letters.bin")
    options = parser.parse_args(arguments)
    for folder in filter(None, (options.corpus, options.treebanks, options.lists)):
        if not folder.is_dir():
            sys.stderr.write(f"no such folder: {folder}\n")
            return 2
    sentences = treebanks(options.treebanks) if options.treebanks else ()
    options.out.write_bytes(learn(chain(news(options.corpus), sentences), options.lists))
    return 0


if __name__ == "__main__":
    sys.exit(main())
