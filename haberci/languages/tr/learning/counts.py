"""Counts of word forms, acronyms and suffixes behind an apostrophe, over texts and over lists that others counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import ceil

from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters.harmony import follows_harmony
from haberci.languages.tr.letters.model import WordForm
from haberci.languages.tr.letters.tokens import Written, letter_words

RAREST_SPELLING = 0.002  # of a key's count in news: below, a spelling is a slip of the pen
RAREST_ON_WEB, RAREST_PLAIN_ON_WEB = 0.004, 0.03  # the same on the web, where many write plain letters
RARE_ON_WEB = 4  # below, a spelling that only lacks the marks of one as common is a slip
_CASES = frozenset(
    "ı i yı yi nı ni ın in nın nin lı li lık lik sı si sını sini sının sinin "
    "u ü yu yü nu nü un ün nun nün lu lü luk lük su sü sunu sünü sunun sünün".split()
)
_CIRCUMFLEX = str.maketrans("âîû", "aiu")


class Counts:
    """What one pass over the texts, and the lists, count."""

    def __init__(self) -> None:
        self.forms: Counter[tuple[str, Written]] = Counter()
        self.acronyms: Counter[str] = Counter()
        self.suffixes: Counter[tuple[str, str, bool]] = Counter()
        self.listed: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self._licensed: set[str] = set()

    def add(self, text: str, licensed: bool = False) -> None:
        """Count the words of one text; ``licensed``: weights may be learned from it."""
        before = ""
        for word in letter_words(text):
            if word.written is Written.CAPITALS:
                self.acronyms[word.text] += 1
            elif word.written is Written.SUFFIX:
                if before[:1] != lower(before[:1]):  # behind a small word an apostrophe ends a quotation
                    self._add_suffix(before, lower(word.text), 1)
            elif word.stop - word.start > 1:
                small = lower(word.text).translate(_CIRCUMFLEX)
                self.forms[small, word.written] += 1
                if licensed:
                    self._licensed.add(small)
            before = word.text

    def add_listed(self, form: str, count: int) -> None:
        """Count a form of a list; what stands before an apostrophe is a name."""
        base, apostrophe, suffix = form.partition("'")
        if base.isalpha() and len(base) > 1:
            word = lower(base).translate(_CIRCUMFLEX)
            if apostrophe:
                self.names[word] += count
                self._add_suffix(base, lower(suffix), count + 1)  # the rarest stand in thousands of texts, too
            else:
                self.listed[word] += count

    def add_name(self, name: str) -> None:
        """Count a name of a list once."""
        self.names[lower(name).translate(_CIRCUMFLEX)] += 1

    def is_licensed(self, word: str) -> bool:
        """Whether weights may be learned from a form: it stands in a licensed text or in a list."""
        return word in self._licensed or word in self.listed or word in self.names

    def _add_suffix(self, base: str, suffix: str, count: int) -> None:
        vowel = next((c for c in suffix if c in "aeıioöuü"), "")
        if suffix in _CASES:
            self.suffixes[fold(base), vowel, follows_harmony(base, vowel)] += count

    def table(self) -> dict[str, list[WordForm]]:
        """The word forms by folded key, the commonest first, slips left out."""
        told: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for (word, written), n in self.forms.items():
            told[word][int(written)] += n
        by_key: dict[str, set[str]] = defaultdict(set)
        for word in (*told, *self.listed, *self.names):
            by_key[fold(word)].add(word)
        found = {}
        for key in sorted(by_key):
            forms = self._forms(by_key[key], told) if key.isascii() else []
            if forms:
                found[key] = forms
        return found

    def _forms(self, words: set[str], told: dict[str, list[int]]) -> list[WordForm]:
        """The spellings of one key, each with its counts in news and on the web."""
        news = sum(sum(told[word]) for word in words if word in told)
        web = {word: self.listed[word] + self.names[word] for word in words}
        found = []
        for word in words:
            counts = list(told.get(word, (0, 0, 0)))
            if sum(counts) < RAREST_SPELLING * news:
                counts = [0, 0, 0]
            if web[word] and web[word] >= _least(word, web):
                _add_web(counts, self.listed[word], self.names[word])
            if any(counts):
                found.append(WordForm(word, *counts))
        return sorted(found, key=lambda form: (-form.total, form.word))

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


def _least(word: str, web: dict[str, int]) -> float:
    """How often a spelling must stand on the web: one that only lacks marks of another, oftener."""
    marked = max((n for other, n in web.items() if other != word and _is_plainer(word, other)), default=0)
    rare = min(marked + 1, RARE_ON_WEB) if marked else 0
    return max(RAREST_ON_WEB * sum(web.values()), RAREST_PLAIN_ON_WEB * marked, rare)


def _is_plainer(word: str, other: str) -> bool:
    """Whether a spelling differs from another only in marks that it lacks."""
    return all(a == b or a == fold(b) for a, b in zip(word, other, strict=True))


def _add_web(counts: list[int], listed: int, named: int) -> None:
    """Share a count that does not tell capitals as news do, or leave it as that of a place that allows both."""
    small, capital = counts[0], counts[1] + named
    counts[1] += named
    if small + capital:
        share = ceil(listed * capital / (small + capital))
        counts[0] += listed - share
        counts[1] += share
    else:
        counts[2] += listed
