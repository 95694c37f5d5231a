"""Which kinds of stems folded letters can follow as an ending: the suffix graph without harmony and marks.

Most ends of words are no endings; what this table refuses need not be looked up. A set of states is one integer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from haberci.languages.tr.casing import fold
from haberci.languages.tr.morphology_suffixes import END, graph

STATES = ("noun", "verb", "owned3", "dropped", "short")  # where the suffixes of stems begin
_LETTERS = {"A": "ae", "I": "iu", "D": "dt", "C": "c", "K": "kg"}

Arc = tuple[int, int]  # the state from which an arc leads, and the one to which, each as its bit


class _Table(NamedTuple):
    """The bit of each state, the suffixes by their first letter with the arcs that have them, and arcs without."""

    bits: dict[str, int]
    suffixes: dict[str, list[tuple[str, list[Arc]]]]
    empty: list[Arc]


def states_before(rest: str) -> frozenset[str]:
    """The states of stems behind which folded letters can be suffixes."""
    return _named(_accepting(rest))


@cache
def _named(states: int) -> frozenset[str]:
    bits = _table().bits
    return frozenset(state for state in STATES if states & bits[state])


@lru_cache(maxsize=131072)
def _accepting(rest: str) -> int:
    """All states from which the letters lead to the end."""
    table = _table()
    found = 0 if rest else table.bits[END]
    for shape, arcs in table.suffixes.get(rest[:1], ()):
        if rest.startswith(shape):
            beyond = _accepting(rest[len(shape) :])
            for start, to in arcs if beyond else ():
                if beyond & to:
                    found |= start
    if _is_verbal_noun(rest):
        found |= table.bits["verb"]
    return _closed(found, table.empty) if found else 0


def _is_verbal_noun(rest: str) -> bool:
    at = rest.find("s")
    return at > 0 and rest[at - 1] in "iu" and bool(_accepting(rest[at + 1 :]) & _table().bits["noun"])


def _closed(states: int, empty: list[Arc]) -> int:
    """The states, and those that lead to one of them without letters."""
    before = 0
    while before != states:
        before = states
        for start, to in empty:
            if states & to:
                states |= start
    return states


@cache
def _table() -> _Table:
    names = sorted({END, *graph(), *(arc.to for arcs in graph().values() for arc in arcs)})
    bits = {name: 1 << at for at, name in enumerate(names)}
    by_shape: dict[str, list[Arc]] = {}
    empty: list[Arc] = []
    for state, arcs in graph().items():
        for arc in arcs:
            pair = (bits[state], bits[arc.to])
            if not arc.suffix:
                empty.append(pair)
            for shape in _folded(arc.suffix):
                by_shape.setdefault(shape, []).append(pair)
    suffixes: dict[str, list[tuple[str, list[Arc]]]] = {}
    for shape in sorted(by_shape):
        suffixes.setdefault(shape[0], []).append((shape, by_shape[shape]))
    return _Table(bits, suffixes, empty)


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
