"""Counts of where capitalised words stand in texts, and classes of words that have the same neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import Any

from haberci.languages.tr.casing import lower
from haberci.languages.tr.names.lexicon import GIVEN, STANDING, SURNAME
from haberci.languages.tr.names.words import ENDINGS, name_cues, parted

TOKEN = re.compile(r"[^\W_]+(?:['’‘`´][^\W\d_]+)?|[^\w\s]")
_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
_OLD_MARKS = str.maketrans({"\x92": "'", "\x91": "'", "\x93": '"', "\x94": '"'})
SHARES = (  # what is counted, of what
    ("title", "inside"), ("given", "inside"), ("behind", "inside"), ("place", "all"), ("body", "all"),
    ("before", "all"), ("surname", "all"), ("capitals", "all"), ("loc", "ending"), ("li", "ending"),
    ("gen", "ending"), ("ending", "all"), ("small", "both"),
)  # fmt: skip
FEWEST, FEWEST_SMALL = 2, 3
LEVELS = (60, 250, 800)  # classes, from coarse to fine
WORDS, NEIGHBOURS, RAREST, DIMENSIONS, ROUNDS = 45_000, 2_500, 6, 64, 12
SUFFIXES = 97


def token_rows(texts: Iterable[str]) -> Iterator[list[str]]:
    """The words of each sentence, cut roughly."""
    for text in texts:
        for sentence in _BREAK.split(text.translate(_OLD_MARKS)):
            words = TOKEN.findall(sentence)
            if len(words) > 2:
                yield words


class Standing:
    """Counts of where words stand, by the word in small letters."""

    def __init__(self, lists: Mapping[str, set[str]]) -> None:
        self._lists = lists
        self.counts: dict[str, Counter[str]] = {}

    def add(self, words: Sequence[str]) -> None:
        """Count one sentence."""
        for at, word in enumerate(words):
            bare, suffix = parted(word)
            if not bare[0].isalpha():
                continue
            held = self.counts.setdefault(lower(bare), Counter())
            if not bare[0].isupper():
                held["small"] += 1
                continue
            held.update(self._before(words, at))
            held.update(self._behind(words, at, suffix))
            held["all"] += 1
            if bare.isupper() and len(bare) > 1:
                held["capitals"] += 1

    def _before(self, words: Sequence[str], at: int) -> Iterator[str]:
        if not at:
            return
        yield "inside"
        small = lower(parted(words[at - 1])[0])
        if "before-person" in name_cues().get(small, ()):
            yield "title"
        if words[at - 1][0].isupper():
            yield "behind"
            if small in self._lists[GIVEN]:
                yield "given"

    def _behind(self, words: Sequence[str], at: int, suffix: str | None) -> Iterator[str]:
        if suffix is not None:
            yield "ending"
            yield ENDINGS.get(suffix, "x")
            return
        if at + 1 == len(words):
            return
        small = lower(parted(words[at + 1])[0])
        cues = name_cues().get(small, ())
        yield from (name for name in ("place", "body") if f"after-{name}" in cues)
        if words[at + 1][0].isupper():
            yield "before"
            if small in self._lists[SURNAME] or small.endswith("oğlu"):
                yield "surname"

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Each word with the figures of ``Known.small`` and ``Known.standing``."""
        for word, held in self.counts.items():
            if held["all"] < FEWEST and held["small"] < FEWEST_SMALL:
                continue
            of = {**held, "both": held["all"] + held["small"]}
            seen = held["small"] + held["inside"]
            small = _share(held["small"], seen) + str(_size(seen))
            figures = "".join(_share(of.get(name, 0), of.get(whole, 0)) for name, whole in SHARES)
            yield word, small, (figures + str(_size(held["all"])))[:STANDING] if held["all"] >= FEWEST else ""


def _size(count: int) -> int:
    return min(6, int(log2(count + 1)))


def _share(part: int, whole: int) -> str:
    if not whole:
        return "?"
    steps = (0.0, 0.05, 0.15, 0.35, 0.65, 0.9)
    share = part / whole
    return str(next((n for n, step in enumerate(steps) if (share <= step if n == 0 else share < step)), 6))


def class_key(word: str, is_first: bool, counts: Mapping[str, Counter[str]]) -> str:
    """The spelling under which a word's neighbours are counted: an initial capital counts only where it is a name's."""
    if word[0].isdigit():
        return "0"
    bare = parted(word)[0]
    if not bare[0].isupper():
        return bare
    small = lower(bare)
    held: Mapping[str, int] = counts.get(small, {})
    if is_first and held.get("small", 0) > held.get("inside", 0):
        return small
    return bare[0] + small[1:] if bare.isupper() and len(bare) > 4 else bare


def word_classes(rows: Sequence[Sequence[str]], counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Classes of words by their neighbours, coarse to fine, joined by commas: the words' mutual information with what
    stands beside them, brought to a few dimensions (Levy, Goldberg and Dagan 2015), and k-means over these.
    """
    keys = [[class_key(word, at == 0, counts) for at, word in enumerate(row)] for row in rows]
    seen = Counter(key for row in keys for key in row)
    words = [key for key, count in seen.most_common(WORDS) if count >= RAREST]
    points = _points(_pairs(rows, keys, words, [key for key, _ in seen.most_common(NEIGHBOURS)]), len(words))
    levels = [_clusters(points, size) for size in LEVELS]
    return {word: ",".join(str(level[at]) for level in levels) for at, word in enumerate(words)}


def _pairs(
    rows: Sequence[Sequence[str]], keys: Sequence[Sequence[str]], words: Sequence[str], beside: Sequence[str]
) -> Counter[tuple[int, int]]:
    number, place = {w: n for n, w in enumerate(words)}, {w: n for n, w in enumerate(beside)}
    edge = len(place)
    pairs: Counter[tuple[int, int]] = Counter()
    for row, spelled in zip(rows, keys, strict=True):
        beside_at = [place.get(key, -1) for key in spelled]
        for at, key in enumerate(spelled):
            one = number.get(key, -1)
            if one < 0:
                continue
            left, right = (beside_at[k] if 0 <= k < len(spelled) else edge for k in (at - 1, at + 1))
            pairs.update([(one, left)] if left >= 0 else [])
            pairs.update([(one, edge + 1 + right)] if right >= 0 else [])
            suffix = parted(row[at])[1]
            if suffix:
                pairs[one, 2 * edge + 2 + sum(map(ord, suffix)) * len(suffix) % SUFFIXES] += 1
    return pairs


def _points(pairs: Counter[tuple[int, int]], words: int) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import svds

    row, column = (np.fromiter((pair[k] for pair in pairs), dtype=np.int64) for k in (0, 1))
    count = np.fromiter(pairs.values(), dtype=np.float64)
    own = np.bincount(row, count, words) + 1e-9
    beside = np.bincount(column, count) ** 0.75 + 1e-9
    value = np.maximum(0, np.log(count * beside.sum() / (own[row] * beside[column])))
    start = np.random.default_rng(0).random(min(words, len(beside)))
    left, size, _ = svds(csr_matrix((value, (row, column)), shape=(words, len(beside))), k=DIMENSIONS, v0=start)
    points = left * np.sqrt(size)
    return points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)


def _clusters(points: Any, size: int) -> list[int]:
    import numpy as np

    middles = points[np.random.default_rng(0).choice(min(len(points), 8000), size, replace=False)]
    nearest: Any = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        for start in range(0, len(points), 4096):
            nearest[start : start + 4096] = (points[start : start + 4096] @ middles.T).argmax(1)
        sums = np.zeros_like(middles)
        np.add.at(sums, nearest, points)
        norm = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(norm > 0, sums / (norm + 1e-9), middles)
    return [int(n) for n in nearest]
