"""How often two words stand side by side, by zemberek's bigram model (Apache-2.0), for words of several spellings.

The model keeps no pairs, only their fingerprints, found by a minimal perfect hash: it can be asked, not listed. It
is asked for each spelling beside each common word. The hash is that of zemberek's ``MultiLevelMphf``.
"""

from __future__ import annotations

import struct
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters.context import CONTEXT_BITS, rival
from haberci.languages.tr.letters.model import WordForm
from haberci.languages.tr.letters.tokens import Written

_FILE = "lm.2gram.slm"
_WORDS = 10**8.0  # of the text for which probabilities are told as counts
_NEIGHBOURS = 60_000  # so many of the commonest words are asked for
_FEWEST = 20  # so often must a key be counted, and
_SMALLEST = 0.003  # such a share must a spelling have, to be asked for
_WHOLE, _ENDING, _PRIOR = 0.6, 0.3, 20.0  # how much a neighbour and its ending say; counts that stand for no knowledge
_LEAST, _MOST = 0.3, 4.0  # nats
_MASK = (1 << CONTEXT_BITS) - 1

Numbers: TypeAlias = npt.NDArray[np.uint32]


class _Level(NamedTuple):
    keys: int
    seeds: npt.NDArray[np.uint8]
    failed: npt.NDArray[np.int32]


class Bigrams:
    """The bigram model: its words, how likely each is, and how likely one follows another."""

    def __init__(self, folder: Path) -> None:
        self._data, self._at = (folder / _FILE).read_bytes(), 20
        words, pairs = self._ints(2)
        alone, beside, _ = self._doubles(), self._doubles(), self._doubles()
        ranks = self._grams(words, 2)
        self.chances = 10.0 ** alone[ranks[:, 0]]
        grams = self._grams(pairs, 4)
        self._prints = (grams[:, 0].astype(np.uint32) << 16) | (grams[:, 1].astype(np.uint32) << 8) | grams[:, 2]
        self._ranks, self._follow = grams[:, 3], 10.0**beside
        self._bits, _, self._shift, pages = self._ints(4)
        self._offsets = self._ints(pages)
        self._pages = [self._levels() for _ in range(pages)]
        (count,) = self._ints(1)
        self.words = [self._word() for _ in range(count)]

    def _ints(self, count: int) -> tuple[int, ...]:
        self._at += 4 * count
        return struct.unpack_from(f">{count}i", self._data, self._at - 4 * count)

    def _doubles(self) -> npt.NDArray[np.float64]:
        (count,) = self._ints(1)
        self._at += 8 * count
        return np.frombuffer(self._data, ">f8", count, self._at - 8 * count).astype(np.float64)

    def _grams(self, count: int, width: int) -> npt.NDArray[np.uint8]:
        self._at += 16 + width * count
        return np.frombuffer(self._data, np.uint8, width * count, self._at - width * count).reshape(count, width)

    def _levels(self) -> list[_Level]:
        (levels,) = self._ints(1)
        found = []
        for _ in range(levels):
            keys, buckets = self._ints(2)
            seeds = np.frombuffer(self._data, np.uint8, buckets, self._at)
            self._at += buckets
            (failed,) = self._ints(1)
            found.append(_Level(keys, seeds, np.frombuffer(self._data, ">i4", failed, self._at).astype(np.int32)))
            self._at += 4 * failed
        return found

    def _word(self) -> str:
        (size,) = struct.unpack_from(">H", self._data, self._at)
        self._at += 2 + size
        return self._data[self._at - size : self._at].decode("utf-8")

    def following(self, one: Numbers, other: Numbers) -> npt.NDArray[np.float64]:
        """How likely each second word is behind each first one (both by number); 0 where the pair was never seen."""
        first = _hashed(np.full(one.shape, 2166136261, np.uint32), one, other)
        page = (first & np.uint32(self._bits)) >> np.uint32(self._shift)
        found = np.zeros(one.shape, np.float64)
        for number in np.unique(page):
            here = np.flatnonzero(page == number)
            place = _places(self._pages[number], one[here], other[here], first[here]) + self._offsets[number]
            same = self._prints[place] == (first[here] & np.uint32(0xFFFFFF))
            found[here[same]] = self._follow[self._ranks[place[same]]]
        return found


def _hashed(seed: Numbers, one: Numbers, other: Numbers) -> Numbers:
    prime = np.uint32(16777619)
    return (((seed ^ one) * prime) ^ other) * prime & np.uint32(0x7FFFFFFF)


def _places(levels: Sequence[_Level], one: Numbers, other: Numbers, first: Numbers) -> npt.NDArray[np.int64]:
    """Where pairs stand, by the first level at which their bucket has a seed."""
    found = np.zeros(one.shape, np.int64)
    left = np.arange(len(one))
    for depth, level in enumerate(levels):
        seeds = level.seeds[first[left] % np.uint32(len(level.seeds))].astype(np.uint32)
        settled = left[seeds > 0]
        place = _hashed(seeds[seeds > 0], one[settled], other[settled]) % np.uint32(level.keys)
        found[settled] = levels[depth - 1].failed[place] if depth else place
        left = left[seeds == 0]
    return found


def begun_weights(folder: Path, table: Mapping[str, Sequence[WordForm]]) -> array[float]:
    """Weights of neighbours to begin learning with: by how much each makes one spelling likelier than another."""
    model = Bigrams(folder)
    numbers = {word: at for at, word in enumerate(model.words)}
    common = np.argsort(-model.chances[: len(model.words)], kind="stable")[:_NEIGHBOURS].astype(np.uint32)
    weights = array("f", bytes(4 << CONTEXT_BITS))
    for forms in table.values():
        asked = _asked(forms, numbers)
        if len(asked) > 1:
            for place, weight in _weights(model, asked, numbers, common):
                weights[place] = weight
    return weights


def _asked(forms: Sequence[WordForm], numbers: Mapping[str, int]) -> list[WordForm]:
    """The spellings of a key that are asked for: the commonest, and those that are not too rare."""
    total = sum(form.total for form in forms)
    if len(forms) < 2 or total < _FEWEST or forms[0].word not in numbers:
        return []
    return [form for form in forms if form.word in numbers and form.total >= _SMALLEST * total]


def _weights(
    model: Bigrams, forms: Sequence[WordForm], numbers: Mapping[str, int], common: Numbers
) -> Iterator[tuple[int, float]]:
    shares = [float(model.chances[numbers[form.word]]) for form in forms]
    counted: dict[tuple[bytes, float], list[float]] = defaultdict(lambda: [0.0] * len(forms))
    for at, form in enumerate(forms):
        number = np.full(common.shape, numbers[form.word], np.uint32)
        for sign, chances in (
            (b"<", model.following(common, number) * model.chances[common]),
            (b">", model.following(number, common) * shares[at]),
        ):
            for seen in np.flatnonzero(chances):
                key = _key(model.words[common[seen]], sign)
                if key:
                    times = float(chances[seen]) * _WORDS
                    counted[sign + key.encode(), _WHOLE][at] += times
                    counted[sign + b"-" + key[-3:].encode(), _ENDING][at] += times
    rivals = [rival(forms[0].word, form.word, Written.SMALL) for form in forms[1:]]
    for (feature, share), times_of in counted.items():
        smooth = [n + _PRIOR * own / sum(shares) for n, own in zip(times_of, shares, strict=True)]
        for at, one in enumerate(rivals, 1):
            weight = share * (log(smooth[at] / smooth[0]) - log(shares[at] / shares[0]))
            if abs(weight) >= _LEAST:
                yield crc32(feature, one.own) & _MASK, max(-_MOST, min(_MOST, weight))


def _key(word: str, sign: bytes) -> str:
    """What of a neighbour touches the word: before it the suffix of a name, after it the name."""
    parts = [part for part in fold(lower(word)).split("'") if part.isalpha()]
    return "" if not parts else parts[-1] if sign == b"<" else parts[0]
