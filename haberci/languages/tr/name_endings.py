"""The endings of Turkish names, which stand behind an apostrophe: "Rusya'nın", "Moskova'dan", "AB'li", "FETÖ'cü"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from haberci.core.morph import Case
from haberci.core.naming import Ending

_HIGH: Final = "ıiuü"
_LOW: Final = "ae"


@cache
def endings() -> Mapping[str, Ending]:
    """Endings as they stand behind names: with and without the buffers y, n and s, alone, plural, behind -lI or -cI."""
    found = {text: Ending(case, False) for text, case in (*_owned(), *_singular())}
    for low, high in (("a", "ı"), ("e", "i")):
        for text, case in _plural(low, high):
            found[text] = Ending(case, True)
    for high in _HIGH:
        low = "a" if high in "ıu" else "e"
        for people in ("l" + high, "c" + high, "ç" + high):
            found[people] = Ending(Case.NOM, False, True)
            for text, case in _plural(low, "ı" if low == "a" else "i"):
                found[people + text] = Ending(case, True, True)
            for text, case in (("y" + high, Case.ACC), ("y" + low, Case.DAT), ("n" + high + "n", Case.GEN)):
                found[people + text] = Ending(case, False, True)
    return MappingProxyType(found)


def _plural(low: str, high: str) -> tuple[tuple[str, Case], ...]:
    many = f"l{low}r"
    return (
        (many, Case.NOM),
        (many + high, Case.ACC),
        (many + low, Case.DAT),
        (many + high + "n", Case.GEN),
        (many + f"d{low}", Case.LOC),
        (many + f"d{low}ki", Case.LOC),
        (many + f"d{low}n", Case.ABL),
        (many + f"l{low}", Case.INS),
        (many + f"c{low}", Case.NOM),
        (many + f"{high}n{high}", Case.ACC),
        (many + f"{high}n{high}n", Case.GEN),
        (many + f"{high}n{low}", Case.DAT),
        (many + f"{high}nd{low}", Case.LOC),
        (many + f"{high}nd{low}n", Case.ABL),
        (many + f"{high}yl{low}", Case.INS),
    )


def _owned() -> Iterator[tuple[str, Case]]:
    """Of an acronym for what somebody has: "Rus İHA'sının", "Belarus KGB'sinden"."""
    for high in _HIGH:
        has, low = "s" + high, "a" if high in "ıu" else "e"
        yield from ((has, Case.NOM), (has + "n" + high + "n", Case.GEN), (has + "n" + high, Case.ACC))
        yield from ((has + "n" + low, Case.DAT), (has + "nd" + low, Case.LOC), (has + "nd" + low + "n", Case.ABL))
        yield (has + "yl" + low, Case.INS)


def _singular() -> Iterator[tuple[str, Case]]:
    for high in _HIGH:
        yield from ((high + "n", Case.GEN), ("n" + high + "n", Case.GEN))
        yield from ((high, Case.ACC), ("y" + high, Case.ACC), ("n" + high, Case.ACC))
        yield from (("d" + high + "r", Case.NOM), ("t" + high + "r", Case.NOM))
    for low in _LOW:
        yield from ((low, Case.DAT), ("y" + low, Case.DAT), ("n" + low, Case.DAT))
        for stop in "dt":
            yield from ((stop + low, Case.LOC), (stop + low + "n", Case.ABL), (stop + low + "ki", Case.LOC))
        yield from (("nd" + low, Case.LOC), ("nd" + low + "n", Case.ABL), ("nd" + low + "ki", Case.LOC))
        yield from (("l" + low, Case.INS), ("yl" + low, Case.INS), ("c" + low, Case.NOM), ("nc" + low, Case.NOM))
