"""Acronyms that a report explains: they mean the actor that the register knows by the other form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from haberci.core.actors import Name, NameIndex, NameKind, split_name
from haberci.core.report import ProperName

BODIES: Final = (NameKind.ORGANISATION, NameKind.GROUP, NameKind.BODY)


def with_acronyms(index: NameIndex, names: Iterable[ProperName], lower: Callable[[str], str]) -> NameIndex:
    """The index with the acronyms of a report whose long form it holds; the index itself when there is none."""
    found: dict[str, tuple[Name, ...]] = {}
    for name in names:
        if name.long is not None and name.name != name.long:
            acronym = lower(name.name)
            if acronym not in found and not _held(index, [acronym]):
                held = _held(index, split_name(lower(name.long)))
                found[acronym] = tuple(n._replace(spelling=name.name) for n in held if n.kind in BODIES)
    nodes = {acronym: _node(index, acronym, held) for acronym, held in found.items() if held}
    return NameIndex({**index.root, **nodes}) if nodes else index


def _held(index: NameIndex, words: Sequence[str]) -> tuple[Name, ...]:
    """What the index holds under exactly these words."""
    found = index.longest(lambda at: ((words[at], ""),), 0, len(words))
    return found.names if found is not None and found.length == len(words) else ()


def _node(index: NameIndex, word: str, names: tuple[Name, ...]) -> dict[str, object]:
    held = index.root.get(word)
    return {**(held if isinstance(held, dict) else {}), "": names}
