"""Whether the persons told of two deeds are the same ones, by their names."""

from __future__ import annotations

from typing import Final

ALIKE: Final = 3  # letters with which two spellings of one name begin


def differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(a and b) and not _in_both(a, b)


def others_met(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two meetings name two persons each, and not the same ones: the guest met the president, too."""
    return min(len(a), len(b)) > 1 and _in_both(a, b) < min(len(a), len(b))


def _in_both(a: frozenset[str], b: frozenset[str]) -> int:
    """How many names of one set stand in the other, whole or by a part: "Akıncı" is "Mustafa Akıncı"."""
    return sum(any(_is_same_name(one.split(), other.split()) for other in b) for one in a)


def _is_same_name(one: list[str], other: list[str]) -> bool:
    """Whether two names are one person's, by a part or in another spelling: "Fetullah Gülen", "Fethullah Gülen"."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    respelled = abs(len(one[0]) - len(other[0])) <= 1 and one[0][:ALIKE] == other[0][:ALIKE]
    return respelled and len(one) > 1 and one[1:] == other[1:] and one[0][-1] == other[0][-1]
