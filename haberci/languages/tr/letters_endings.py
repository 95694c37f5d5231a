"""Whether folded letters can be an ending at all: the suffix graph without harmony and marks, to pass over the rest."""

from __future__ import annotations

from functools import cache, lru_cache

from haberci.languages.tr.casing import fold
from haberci.languages.tr.morphology_suffixes import END, graph

STATES = ("noun", "verb", "owned3", "dropped", "short")  # where the suffixes of stems begin
_LETTERS = {"A": "ae", "I": "iu", "D": "dt", "C": "c", "K": "kg"}


@lru_cache(maxsize=131072)
def may_end(state: str, rest: str) -> bool:
    """Whether folded letters can be suffixes from a state of the graph to its end."""
    if state == END:
        return not rest
    if state == "verb" and _may_be_verbal_noun(rest):
        return True
    empty, lettered = _arcs(state)
    found = any(rest.startswith(shape) and may_end(to, rest[len(shape) :]) for shape, to in lettered.get(rest[:1], ()))
    return found or any(may_end(to, rest) for to in empty)


def _may_be_verbal_noun(rest: str) -> bool:
    at = rest.find("s")
    return at > 0 and rest[at - 1] in "iu" and may_end("noun", rest[at + 1 :])


@cache
def _arcs(state: str) -> tuple[tuple[str, ...], dict[str, list[tuple[str, str]]]]:
    """Where a state leads without letters, and with which letters elsewhere, by the first of them."""
    lettered: dict[str, list[tuple[str, str]]] = {}
    for arc in graph()[state]:
        for shape in sorted(_folded(arc.suffix)) if arc.suffix else ():
            lettered.setdefault(shape[0], []).append((shape, arc.to))
    return tuple(arc.to for arc in graph()[state] if not arc.suffix), lettered


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
