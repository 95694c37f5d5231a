"""The recogniser's weights, and the likeliest row of labels by them.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the labels O and, for each kind of
name, B, I, L (begin, within, last) and U (a single word). Its features hang on one word each at a place between two
before and two behind, on two neighbours, or on what the report and the register say, so that what one spelling adds is
summed once and kept. Only stretches around capitals are looked at; all else is O.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from struct import Struct
from types import MappingProxyType

from haberci.core.actors import NameKind
from haberci.languages.tr.names_evidence import Evidence, evidence_features, registered
from haberci.languages.tr.names_lexicon import shipped_lexicon, shipped_parts
from haberci.languages.tr.names_words import EDGE, WordReader, WordType, own_features

KINDS = ("PER", "LOC", "ORG")
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BILU"))
BRIDGES = frozenset({"ve", "-", "&", "van", "von", "de", "el", "bin"})  # small words within a name
Scores = Sequence[int]  # a number a label, in thousandths
FIELD = 32  # bits a label in a packed row of weights
ZERO = sum(1 << (FIELD * number + FIELD - 1) for number in range(len(LABELS)))  # keeps each field above nought
ROW = Struct(f"<{len(LABELS)}I")
FREE: Scores = (0,) * len(LABELS)
FORBIDDEN = -(1 << 40)
SINGLES = tuple(number for number, label in enumerate(LABELS) if label[0] in "OU")
BODIES = (NameKind.ORGANISATION.value, NameKind.GROUP.value, NameKind.BODY.value)
MOSTLY = "6"  # nine of ten, as the lexicon writes it
MOST_HELD = 50_000  # spellings of which the sums are kept
AROUND = ((-2, "a"), (-1, "b"), (1, "d"), (2, "e"))


def _follows(left: str, right: str) -> bool:
    """Whether a label may stand behind another."""
    if left[0] in "BI":
        return right[0] in "IL" and left[2:] == right[2:]
    return right[0] in "OBU"


PREDECESSORS = tuple(
    tuple(number for number, left in enumerate(LABELS) if _follows(left, right)) for right in LABELS
)  # fmt: skip


def initial_features(word: WordType) -> list[str]:
    """What a word tells as the first of its sentence, where its capital is no evidence."""
    told = ["S" + feature for feature in own_features(word) if feature.startswith(("sm=", "g="))]
    return ["START", "START" + word.shape, *told]


def joint_features(before: WordType, one: WordType, after: WordType) -> tuple[str, ...]:
    """What a word tells together with its neighbours."""
    return (
        f"bz={before.shape}{before.sort}|{one.shape}{one.sort}",
        f"zd={one.shape}{one.sort}|{after.shape}{after.sort}",
        f"bzd={before.shape}|{one.shape}|{after.shape}",
        f"cb={before.group}|{one.group}",
        f"cd={one.group}|{after.group}",
    )


def register_features(tags: Mapping[int, str], at: int) -> list[str]:
    """What the register tells of a word and its neighbours."""
    found = [f"R={tags[at]}", f"Rk={tags[at][:3]}"] if at in tags else []
    found += [f"bR={tags[at - 1]}"] if at - 1 in tags else []
    return found + ([f"dR={tags[at + 1]}"] if at + 1 in tags else [])


def stretches(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where names may stand: words with a capital, numbers beside them, and single small words that join two."""
    capitals = [word[0].isupper() for word in words]
    held = [capital or word[0].isdigit() for capital, word in zip(capitals, words, strict=True)]
    for at in range(1, len(words) - 1):
        if words[at] in BRIDGES and capitals[at - 1] and capitals[at + 1]:
            held[at] = True
    start = None
    for at, is_held in enumerate([*held, False]):
        if is_held and start is None:
            start = at
        elif not is_held and start is not None:
            if any(capitals[start:at]):
                yield start, at
            start = None


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
    """A spelling, with the sums of the weights of what it tells at each place, once they were asked for."""

    __slots__ = ("first", "near", "own", "word")

    def __init__(self, word: WordType) -> None:
        self.word = word
        self.own: int | None = None
        self.first: int | None = None
        self.near: list[int | None] = [None] * len(AROUND)


class Recogniser:
    """Labels the words of a report's sentences."""

    def __init__(self, reader: WordReader, weights: Mapping[str, int], steps: Sequence[Scores]) -> None:
        self._reader = reader
        self._weights = weights
        self._steps = tuple(
            tuple((left, steps[left][right]) for left in PREDECESSORS[right]) for right in range(len(LABELS))
        )
        self._from_o = tuple(steps[0])
        self._to_o = tuple(row[0] for row in steps)
        self._told: dict[str, Told] = {}
        self._edge = Told(EDGE)

    def label(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """A label a word."""
        if len(self._told) > MOST_HELD:
            self._told.clear()
        evidence = Evidence(sentences, self._reader)
        return [self._sentence(words, number, evidence) for number, words in enumerate(sentences)]

    def _sentence(self, words: Sequence[str], number: int, evidence: Evidence) -> list[str]:
        found = ["O"] * len(words)
        tags: Mapping[int, str] | None = None
        for start, stop in stretches(words):
            if stop == 1 and _is_plain(self._tell(words, 0).word):
                continue
            tags = registered(words) if tags is None else tags
            window = [self._tell(words, at) for at in range(start - 2, stop + 2)]
            scores = []
            for at in range(start, stop):
                before = "" if at == 0 or words[at - 1][0].isalnum() else words[at - 1]
                rest = register_features(tags, at) if tags else []
                told = evidence.elsewhere(number, at)
                if told is not None:
                    rest += evidence_features(*told)
                scores.append(self._score(window[at - start : at - start + 5], at == 0, before, rest))
            found[start:stop] = self._best(scores, start == 0, stop == len(words))
        if tags:
            _add_bodies(found, tags)
        return found

    def _tell(self, words: Sequence[str], at: int) -> Told:
        if not 0 <= at < len(words):
            return self._edge
        held = self._told.get(words[at])
        if held is None:
            held = self._told[words[at]] = Told(self._reader.read(words[at]))
        return held

    def _score(self, window: Sequence[Told], is_first: bool, mark: str, rest: Sequence[str]) -> Scores:
        """How well each label fits the word in the middle; ``mark`` stands before it, ``rest`` is what else is told.

        All numbers are too high by the same.
        """
        one, get = window[2], self._weights.get
        if one.own is None:
            one.own = self._sum(own_features(one.word))
        total = one.own + ZERO
        if is_first:
            if one.first is None:
                one.first = self._sum(initial_features(one.word))
            total += one.first
        elif mark:
            total += get("behind" + mark, 0)
        for number, (offset, place) in enumerate(AROUND):
            beside = window[2 + offset]
            near = beside.near[number]
            if near is None:
                near = beside.near[number] = self._sum([place + feature for feature in beside.word.near])
            total += near
        total += self._sum(joint_features(window[1].word, one.word, window[3].word)) + self._sum(rest)
        return ROW.unpack(total.to_bytes(ROW.size, "little"))

    def _sum(self, features: Sequence[str]) -> int:
        get = self._weights.get
        return sum([get(feature, 0) for feature in features])

    def _best(self, scores: Sequence[Scores], is_first: bool, is_last: bool) -> list[str]:
        """The likeliest labels of a stretch, which O surrounds, save at the ends of the sentence."""
        if len(scores) == 1:
            return [self._single(scores[0], is_first, is_last)]
        opening = FREE if is_first else self._from_o
        total = [
            value + own if label[0] in "OBU" else FORBIDDEN
            for label, value, own in zip(LABELS, opening, scores[0], strict=True)
        ]
        back: list[list[int]] = []
        for score in scores[1:]:
            best = [max([(total[left] + step, -left) for left, step in steps]) for steps in self._steps]
            back.append([-left for _, left in best])
            total = [value + own for (value, _), own in zip(best, score, strict=True)]
        closing = FREE if is_last else self._to_o
        ends = [(total[n] + closing[n], -n) for n, label in enumerate(LABELS) if label[0] in "OLU"]
        at = -max(ends)[1]
        found = [LABELS[at]]
        for row in reversed(back):
            at = row[at]
            found.append(LABELS[at])
        return found[::-1]

    def _single(self, score: Scores, is_first: bool, is_last: bool) -> str:
        """The likeliest label of a word by itself."""
        opening, closing = FREE if is_first else self._from_o, FREE if is_last else self._to_o
        return LABELS[-max([(score[n] + opening[n] + closing[n], -n) for n in SINGLES])[1]]


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
    return round(float(value) * 1000)


@cache
def shipped_recogniser() -> Recogniser:
    """The recogniser that comes with the package."""
    return recogniser_of(WordReader(shipped_lexicon()), shipped_parts()[1].decode())
