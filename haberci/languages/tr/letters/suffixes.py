"""Of how many suffixes an ending is: the suffix graph without what suffixes mean."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from haberci.languages.tr.morphology.suffixes import (
    END,
    VOWELS,
    graph,
    is_hard_or_soft,
    letter_kind,
    may_stand,
    shapes,
    vowel_kind,
)

_LETTERS: Final = {"A": "ae", "I": "ıiuü", "D": "dt", "C": "cç", "K": "kğ"}  # what the letters of the table may be

_Arc = tuple[str, str]  # a suffix, and the state to which it leads


class _Step(NamedTuple):
    """A suffix made concrete: its letters, where it leads, and what the next suffix follows."""

    shape: str
    to: str
    vowel: str
    last: str


def fewest_suffixes(state: str, rest: str, vowel: str, last: str) -> int | None:
    """Of how many suffixes ``rest`` is at least, as an ending in a state; None when it is no ending there.

    ``vowel`` is the last vowel before it and ``last`` the letter before it, as in ``morphology_suffixes``.
    """
    return _fewest(state, rest, vowel_kind(vowel), letter_kind(last))


@lru_cache(maxsize=65536)
def _fewest(state: str, rest: str, vowel: str, last: str) -> int | None:
    if not rest:
        return 0 if _arcs(state, last)[1] else None
    fewest = None
    for step in _steps(state, vowel, last, rest[0]):
        if rest.startswith(step.shape):
            left = rest[len(step.shape) :]
            more = _fewest(step.to, left, step.vowel, step.last) if is_hard_or_soft(step.shape, left) else None
            if more is not None and (fewest is None or more + 1 < fewest):
                fewest = more + 1
    return fewest


@cache
def _steps(state: str, vowel: str, last: str, first: str) -> tuple[_Step, ...]:
    """All suffixes that may stand in a state and begin with such a letter."""
    found: dict[_Step, None] = {}
    for suffix, to in _arcs(state, last)[0].get(first, ()):
        for shape in shapes(suffix, vowel, last):
            if shape[0] == first:
                after = next((vowel_kind(letter) for letter in reversed(shape) if letter in VOWELS), vowel)
                found[_Step(shape, to, after, letter_kind(shape[-1]))] = None
    return tuple(found)


@cache
def _arcs(state: str, last: str) -> tuple[dict[str, list[_Arc]], bool]:
    """The suffixes of a state behind a letter and where they lead, by each letter with which one may begin, and whether
    a word may end here."""
    found: dict[str, list[_Arc]] = {}
    arcs, ends = _all_arcs(state, last)
    for arc in arcs:
        for letter in _heads(arc[0]):
            found.setdefault(letter, []).append(arc)
    return found, ends


@cache
def _heads(suffix: str) -> str:
    """The letters with which a suffix may begin."""
    if suffix[0] != "(":
        return _LETTERS.get(suffix[0], suffix[0])
    optional, _, rest = suffix[1:].partition(")")
    return _LETTERS.get(optional, optional) + _heads(rest)


@cache
def _all_arcs(state: str, last: str) -> tuple[tuple[_Arc, ...], bool]:
    """The suffixes of a state behind a letter and where they lead, and whether a word may end here."""
    if state == END:
        return (), True
    found: dict[_Arc, None] = {}
    ends = False
    for arc in graph()[state]:
        if arc.after and not may_stand(arc.after, last):
            continue
        if arc.suffix:
            found[arc.suffix, arc.to] = None
        else:
            beyond, end = _all_arcs(arc.to, last)
            found.update(dict.fromkeys(beyond))
            ends = ends or end
    return tuple(found), ends
