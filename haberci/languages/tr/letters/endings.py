"""Which kinds of stems folded letters can follow as an ending: the suffix graph without harmony and marks.

Most ends of words are no endings; what this table refuses need not be looked up. A set of states is one integer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from haberci.languages.tr.casing import fold
from haberci.languages.tr.morphology.suffixes import END, graph

STATES: Final = ("noun", "verb", "owned3", "dropped", "short")  # where the suffixes of stems begin
_NO_STATES: Final[frozenset[str]] = frozenset()
_LETTERS: Final = {"A": "ae", "I": "iu", "D": "dt", "C": "c", "K": "kg"}

Arc = tuple[int, int]  # the state from which an arc leads, and the one to which, each as its bit


class _Table(NamedTuple):
    """The bit of each state, the arcs of each suffix, how long suffixes are by their first letter, arcs without."""

    bits: dict[str, int]
    suffixes: dict[str, list[Arc]]
    sizes: dict[str, tuple[int, ...]]
    empty: list[Arc]


def states_before(rest: str) -> frozenset[str]:
    """The states of stems behind which folded letters can be suffixes."""
    return next(iter(states_of_cuts(rest, 0)), frozenset())


def states_of_cuts(word: str, first: int) -> list[frozenset[str]]:
    """For each place from ``first`` on where a folded word may be cut, the states of stems that its rest can follow."""
    sizes, size = _table().sizes, len(word)
    found = [0] * size + [_closed_end()]
    at_s = -1  # the first s behind the place
    for at in range(size - 1, first - 1, -1):
        states = _verbal_noun(word, at_s, found) if at_s > 0 and word[at] != "s" else 0
        for length in sizes.get(word[at], ()):
            beyond = found[at + length] if at + length <= size else 0
            if beyond:
                states |= _leading(word[at : at + length], beyond)
        found[at] = states
        if word[at] == "s":
            at_s = at
    return [_named(states) if states else _NO_STATES for states in found[first:]]


@cache
def _closed_end() -> int:
    return _closed(_table().bits[END])


@cache
def _named(states: int) -> frozenset[str]:
    bits = _table().bits
    return frozenset(state for state in STATES if states & bits[state])


@lru_cache(maxsize=16384)
def _leading(suffix: str, beyond: int) -> int:
    """All states from which a suffix leads to one of those beyond."""
    found = 0
    for start, to in _table().suffixes.get(suffix, ()):
        if beyond & to:
            found |= start
    return _closed(found) if found else 0


def _verbal_noun(word: str, at: int, found: list[int]) -> int:
    """The states of verbs where an s may be that of -(y)Iş, and a noun's suffixes follow."""
    if word[at - 1] not in "iu" or not found[at + 1] & _table().bits["noun"]:
        return 0
    return _closed(_table().bits["verb"])


@cache
def _closed(states: int) -> int:
    """The states, and those that lead to one of them without letters."""
    before = 0
    while before != states:
        before = states
        for start, to in _table().empty:
            if states & to:
                states |= start
    return states


@cache
def _table() -> _Table:
    names = sorted({END, *graph(), *(arc.to for arcs in graph().values() for arc in arcs)})
    bits = {name: 1 << at for at, name in enumerate(names)}
    suffixes: dict[str, list[Arc]] = {}
    empty: list[Arc] = []
    for state, arcs in graph().items():
        for arc in arcs:
            pair = (bits[state], bits[arc.to])
            if not arc.suffix:
                empty.append(pair)
            for shape in _folded(arc.suffix):
                suffixes.setdefault(shape, []).append(pair)
    sizes: dict[str, set[int]] = {}
    for shape in suffixes:
        sizes.setdefault(shape[0], set()).add(len(shape))
    return _Table(bits, suffixes, {letter: tuple(sorted(found)) for letter, found in sizes.items()}, empty)


def _folded(suffix: str) -> set[str]:
    """All forms of a suffix without marks: ``(y)I`` is i, u, yi and yu."""
    made, optional = {""}, False
    for letter in suffix:
        if letter in "()":
            optional = letter == "("
            continue
        longer = {shape + one for shape in made for one in _LETTERS.get(letter, fold(letter))}
        made = made | longer if optional else longer
    return made - {""}
