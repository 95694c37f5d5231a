"""What an ending makes of a stem: found once for all stems that take the same endings, and kept.

Endings repeat far more than words do: of the words of news half are met once, but nearly all of their endings often.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from haberci.core.morph import Pos
from haberci.languages.tr.morphology.reading import Mould, Reading, hardened, mould
from haberci.languages.tr.morphology.stems import Stem, stems
from haberci.languages.tr.morphology.suffixes import (
    LOOK_AHEAD,
    VOWELS,
    Ending,
    beginnings,
    endings,
    letter_kind,
    vowel_kind,
)

_OWNED: Final = ("possessive", "3s")  # of a compound whose dictionary form has it already: milletvekili
_AORIST_VOWELS: Final = {"Ar": ("a", "e"), "Ir": ("ı", "i", "u", "ü")}
_MOVES_AORIST: Final = frozenset({"passive", "causative", "negative", "able"})


@dataclass(frozen=True, slots=True, eq=False)
class Paradigm:
    """Stems of one kind: where their suffixes begin in the graph, the sounds that these follow, and so on (``Stem``).

    There is one object for each kind, so that it can be told by its identity.
    """

    pos: Pos
    state: str
    vowel: str
    last: str
    before: str
    aorist: str
    rank: int
    openings: frozenset[str]  # the first letters of its endings


class Sense(NamedTuple):
    """One meaning of an ending: the form that it makes, its cost, and the letters of it that the lemma keeps."""

    mould: Mould
    cost: float
    kept: str


Held = tuple[tuple[str, Paradigm], ...]  # the lemmas and paradigms of one shape


@cache
def inflected() -> Mapping[str, Held]:
    """The lemmas and their paradigms by the letters in which a stem stands in words."""
    return {shape: tuple((stem.lemma, paradigm(stem, shape)) for stem in held) for shape, held in stems().items()}


def paradigm(stem: Stem, shape: str) -> Paradigm:
    """The paradigm of a stem as it stands in words."""
    last = letter_kind(_last_letter(stem, shape[-1]))
    return _paradigm(stem.pos, stem.state, vowel_kind(stem.vowel), last, stem.before, stem.aorist, stem.rank)


@cache
def _paradigm(pos: Pos, state: str, vowel: str, last: str, before: str, aorist: str, rank: int) -> Paradigm:
    openings = frozenset(one for one in beginnings(state, vowel, last) if _fits(before, one))
    return Paradigm(pos, state, vowel, last, before, aorist, rank, openings)


def _last_letter(stem: Stem, shown: str) -> str:
    """The letter that a stem's suffixes follow: the dictionary's, where the shape has only softened it."""
    return shown if stem.state in ("dropped", "owned3") or stem.before in ("y", "l") else stem.lemma[-1]


def over_stems(small: str, held: Mapping[str, Held]) -> list[Reading]:
    """All readings of a word over some stems, longest stem first."""
    found: list[Reading] = []
    for cut in range(len(small), 1, -1):
        rows = held.get(small[:cut])
        if rows is None:
            continue
        opening = small[cut : cut + LOOK_AHEAD]
        for lemma, paradigm in rows:
            if opening not in paradigm.openings:
                continue
            for cast, cost, kept in senses(paradigm, small[cut:]):
                found.append(cast.reading(hardened(small[:cut] + kept) if kept else lemma, cost))
    return found


@lru_cache(maxsize=16384)
def senses(paradigm: Paradigm, rest: str) -> tuple[Sense, ...]:
    """What the letters behind a stem can mean; nothing when they are no ending of it."""
    if not _fits(paradigm.before, rest):
        return ()
    found = endings(paradigm.state, rest, paradigm.vowel, paradigm.last)
    return tuple(_sense(paradigm, ending) for ending in found if _is_its_aorist(paradigm, rest, ending))


def _sense(paradigm: Paradigm, ending: Ending) -> Sense:
    cast = mould(paradigm.pos, (_OWNED, *ending.gives) if paradigm.state == "owned3" else ending.gives)
    cost = 0.4 * ending.suffixes + 0.3 * paradigm.rank
    if ending.lemma:
        cost += 1.2
    return Sense(cast, cost + cast.oddness, ending.lemma)


def _fits(before: str, rest: str) -> bool:
    if not before:
        return True
    if before in ("y", "l"):
        return rest.startswith(before)
    return (rest[:1] != "" and rest[0] in VOWELS) == (before == "V")


def _is_its_aorist(paradigm: Paradigm, rest: str, ending: Ending) -> bool:
    """Whether an aorist right on the stem is the one that the verb has: ``düşer``, ``gelir``, not the other."""
    if paradigm.aorist not in _AORIST_VOWELS or ("tense", "Aor") not in ending.gives:
        return True
    if any(name in _MOVES_AORIST for name, _ in ending.gives):
        return True
    return rest[:1] in _AORIST_VOWELS[paradigm.aorist]
