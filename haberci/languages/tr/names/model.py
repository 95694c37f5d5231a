"""The recogniser: what weighs for and against each label of a word.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the labels O and, for each kind of
name, B, I, L (begin, within, last) and U (a single word). Its features hang on one word each at a place between two
before and two behind, on two neighbours, or on what the report and the register say, so that what one spelling adds is
summed once and kept. Only stretches around capitals are looked at; all else is O.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import getitem
from struct import Struct
from types import MappingProxyType
from typing import Final

from haberci.core.actors import NameKind
from haberci.core.recent import Recent
from haberci.languages.tr.names.evidence import Evidence, evidence_features, placing, registered
from haberci.languages.tr.names.features import (
    ahead_features,
    behind_features,
    initial_features,
    register_features,
    shape_feature,
)
from haberci.languages.tr.names.labels import LABELS, Chain, Scores
from haberci.languages.tr.names.lexicon import STANDING, shipped_lexicon, shipped_parts
from haberci.languages.tr.names.words import (
    BESIDE,
    EDGE,
    FIGURES,
    WordReader,
    WordType,
    beside_features,
    private_features,
    standing_features,
    standing_figures,
)

BRIDGES: Final = frozenset({"ve", "-", "&", "van", "von", "de", "el", "bin"})  # small words within a name
FIELD: Final = 32  # bits a label in a packed row of weights
ZERO: Final = sum(1 << (FIELD * number + FIELD - 8) for number in range(len(LABELS)))  # keeps each field above nought
ROW: Final = Struct(f"<{len(LABELS)}I")
SPAN: Final = FIELD * len(LABELS)  # bits of a row
BODIES: Final = (NameKind.ORGANISATION.value, NameKind.GROUP.value, NameKind.BODY.value)
MOSTLY: Final = "6"  # nine of ten, as the lexicon writes it
MOST_HELD: Final = 49_152  # spellings of which the sums are kept, and as many of those before them
AROUND: Final = ((-2, "a"), (-1, "b"), (1, "d"), (2, "e"))
PLACES: Final = len(AROUND) + 1
NOUGHTS: Final = repeat(0)  # the weight of each feature that has none
WIDE_ZERO: Final = sum(ZERO << SPAN * place for place in range(PLACES))
STARTS: Final = range(0, PLACES * ROW.size, ROW.size)


def _wide(weights: Mapping[str, int]) -> dict[str, int]:
    """By feature what it weighs for a word and for those at ``AROUND``, in one number, a row of weights each."""
    found: dict[str, int] = {}
    for place, mark in enumerate(("", *(mark for _, mark in AROUND))):
        for feature, weight in weights.items():
            if feature.startswith(mark):
                bare = feature[len(mark) :]
                found[bare] = found.get(bare, 0) + (weight << SPAN * place)
    return found


def stretches(words: Sequence[str], among: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where names may stand: words with a capital, numbers beside them, and single small words that join two.

    ``among`` are the places of the words with a capital, in order.
    """
    stop = 0
    for start in among:
        if start < stop:
            continue
        while start > stop and words[start - 1][0].isdigit():
            start -= 1
        stop = max(stop, start) + 1
        while stop < len(words) and (words[stop][0].isupper() or words[stop][0].isdigit() or _joins(words, stop)):
            stop += 1
        yield start, stop


def _joins(words: Sequence[str], at: int) -> bool:
    return words[at] in BRIDGES and at + 1 < len(words) and words[at - 1][0].isupper() and words[at + 1][0].isupper()


def _is_plain(word: WordType) -> bool:
    """Whether a first word is known to stand small elsewhere, and in no list: a capital that is no evidence."""
    return word.known.small[0] == MOSTLY and not word.lists and word.shape == "Xx"


def _add_bodies(labels: list[str], tags: Mapping[int, str]) -> None:
    """Organisations, groups and bodies of the register that stand apart from all names found are names, too."""
    for first, tag in tags.items():
        if tag[-2] != "B" or not tag.startswith(BODIES) or tag[:-2].removesuffix("e").endswith(("w", "s")):
            continue
        last = first + 1
        while tags.get(last, "B1")[-2] == "I":
            last += 1
        if all(label == "O" for label in labels[first:last]):
            inside = ["I-ORG"] * (last - first - 2)
            labels[first:last] = ["B-ORG", *inside, "L-ORG"] if last - first > 1 else ["U-ORG"]


class Told:
    """A spelling, with the sums of the weights of what it tells to the words around it and, once asked for, itself."""

    __slots__ = ("first", "kind", "near", "own", "shape", "word")

    def __init__(self, word: WordType, kind: int, near: Sequence[int]) -> None:
        self.word = word
        self.shape = word.shape
        self.kind = kind  # the number of all that ``names.features`` see of it beside others
        self.near = near  # its share of its own, then what it tells the words at ``AROUND``
        self.own: int | None = None
        self.first: int | None = None


class Recogniser:
    """Labels the words of a report's sentences."""

    def __init__(self, reader: WordReader, weights: Mapping[str, int], steps: Sequence[Scores]) -> None:
        self._reader = reader
        self._weights = dict(weights)  # asked for all the time: a dict answers sooner than its proxy
        self._near = _wide(weights)
        self._beside = [
            {figure: sum([self._near.get(f, 0) for f in beside_features(place, figure)]) for figure in FIGURES}
            for place in range(max(BESIDE) + 1)
        ]
        self._standing = {
            seen: [
                {figure: self._sum(standing_features(place, figure, seen)) for figure in FIGURES}
                for place in range(STANDING)
            ]
            for seen in FIGURES
        }
        self._chain = Chain(steps)
        self._told: Recent[str, Told] = Recent(lambda spelling: self._spelling(reader.read(spelling)), MOST_HELD)
        self._placed = placing(reader)
        self._rest: dict[tuple[int, int] | None, int] = {None: 0}
        self._kinds: dict[tuple[str, str, str], int] = {}
        self._behind: dict[tuple[int, int], int] = {}  # the weights of two words together, for the second
        self._before: dict[tuple[int, int], int] = {}  # and for the first
        self._shapes: dict[tuple[str, str, str], int] = {}
        self._edge = self._spelling(EDGE)

    def label(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """A label a word."""
        for held in (self._behind, self._before):
            if len(held) > MOST_HELD:
                held.clear()
        evidence = Evidence(sentences, self._placed)
        return [self._sentence(words, number, evidence) for number, words in enumerate(sentences)]

    def _sentence(self, words: Sequence[str], number: int, evidence: Evidence) -> list[str]:
        found = ["O"] * len(words)
        tags: Mapping[int, str] | None = None
        among = evidence.capitals(number)
        for start, stop in stretches(words, among):
            if stop == 1 and _is_plain(self._reader.read(words[0])):
                continue
            tags = registered(words, among) if tags is None else tags
            window = self._window(words, start, stop)
            scores = []
            for at in range(start, stop):
                rest = self._evidence(evidence.elsewhere(number, at))
                if tags and (at in tags or at - 1 in tags or at + 1 in tags):
                    rest += self._sum(register_features(tags, at))
                if at and not words[at - 1][0].isalnum():
                    rest += self._weights.get("behind" + words[at - 1], 0)
                scores.append(self._score(window, at - start + 2, at == 0, rest))
            found[start:stop] = self._chain.best(scores, start == 0, stop == len(words))
        if tags:
            _add_bodies(found, tags)
        return found

    def _window(self, words: Sequence[str], start: int, stop: int) -> list[Told]:
        """The words of a stretch, two before it and two behind it."""
        told, first, last = self._told, start - 2, stop + 2
        window = [told[word] for word in words[max(0, first) : last]]
        return [self._edge] * -min(0, first) + window + [self._edge] * max(0, last - len(words))

    def _spelling(self, word: WordType) -> Told:
        get = self._near.get
        total = WIDE_ZERO + sum(map(get, word.near, NOUGHTS))
        for weights, figure in zip(self._beside, standing_figures(word), strict=False):
            total += weights[figure]
        data = total.to_bytes(ROW.size * PLACES, "little")
        kind = self._kinds.setdefault((word.shape, word.sort, word.group), len(self._kinds))
        return Told(word, kind, [int.from_bytes(data[at : at + ROW.size], "little") for at in STARTS])

    def _own(self, word: WordType) -> int:
        """The weights of what a spelling tells of itself alone."""
        total, figures = self._sum(private_features(word)), standing_figures(word)
        if figures:
            total += sum(map(getitem, self._standing[figures[-1]], figures))
        return total

    def _evidence(self, told: tuple[int, int] | None) -> int:
        """The weights of what the rest of the report tells of a word."""
        held = self._rest.get(told)
        if held is None and told is not None:
            held = self._rest[told] = self._sum(evidence_features(*told))
        return held or 0

    def _score(self, window: Sequence[Told], at: int, is_first: bool, rest: int) -> Scores:
        """How well each label fits a word of the window; ``rest`` is the weight of what else is told.

        All numbers are too high by the same.
        """
        one, before, after = window[at], window[at - 1], window[at + 1]
        if one.own is None:
            one.own = one.near[0] + self._own(one.word)
        total = rest + one.own
        if is_first:
            if one.first is None:
                one.first = self._sum(initial_features(one.word))
            total += one.first
        total += window[at - 2].near[1] + before.near[2] + after.near[3] + window[at + 2].near[4]
        total += self._together(before, one, after)
        return ROW.unpack(total.to_bytes(ROW.size, "little"))

    def _together(self, before: Told, one: Told, after: Told) -> int:
        """The weights of what a word tells together with its neighbours: far fewer pairs meet than rows of three."""
        left, right = (before.kind, one.kind), (one.kind, after.kind)
        behind, ahead = self._behind.get(left), self._before.get(right)
        if behind is None:
            behind = self._behind[left] = self._sum(behind_features(before.word, one.word))
        if ahead is None:
            ahead = self._before[right] = self._sum(ahead_features(one.word, after.word))
        shapes = before.shape, one.shape, after.shape
        joint = self._shapes.get(shapes)
        if joint is None:
            joint = self._shapes[shapes] = self._weights.get(shape_feature(*shapes), 0)
        return behind + ahead + joint

    def _sum(self, features: Sequence[str]) -> int:
        return sum(map(self._weights.get, features, NOUGHTS))


def pack_weights(weights: Mapping[str, Mapping[str, float]], steps: Mapping[tuple[str, str], float]) -> bytes:
    """Weights of features and of steps from label to label as text, to three decimals."""
    lines = ["\t".join([left, right, f"{value:.3f}"]) for (left, right), value in sorted(steps.items())]
    rows = [
        "\t".join([feature, *(f"{LABELS.index(label)}:{value:.3f}" for label, value in sorted(held.items()))])
        for feature, held in sorted(weights.items())
    ]
    return "\n".join([*lines, "", *rows]).encode()


def recogniser_of(reader: WordReader, text: str) -> Recogniser:
    """The recogniser with the weights of ``pack_weights``.

    A feature's weights for all labels are one whole number, a field of bits each, so that one sum adds them all.
    """
    head, _, rows = text.partition("\n\n")
    steps = [[0] * len(LABELS) for _ in LABELS]
    for line in head.split("\n"):
        left, right, value = line.split("\t")
        steps[LABELS.index(left)][LABELS.index(right)] = _thousandths(value)
    weights: dict[str, int] = {}
    for line in rows.split("\n"):
        feature, *cells = line.split("\t")
        parts = (cell.partition(":") for cell in cells)
        weights[feature] = sum(_thousandths(value) << FIELD * int(number) for number, _, value in parts)
    return Recogniser(reader, MappingProxyType(weights), steps)


def _thousandths(value: str) -> int:
    return int(value.replace(".", ""))  # all have three decimals


@cache
def shipped_recogniser() -> Recogniser:
    """The recogniser that comes with the package."""
    return recogniser_of(WordReader(shipped_lexicon()), shipped_parts()[1].decode())
