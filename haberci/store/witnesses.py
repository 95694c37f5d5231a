"""How many independent sources tell a thing: copies of one text, and sources of one owner, are one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Witness(NamedTuple):
    """A report that tells it: its key, its source ('' unknown), the source's owner, and the group of its copies."""

    key: str
    source: str
    owner: str | None
    copies: int


def independent(witnesses: Iterable[Witness]) -> int:
    """How many of them are independent of all others."""
    known = set(witnesses)
    groups = {w: w for w in known}

    def root(witness: Witness) -> Witness:
        while groups[witness] is not witness:
            witness = groups[witness]
        return witness

    seen: dict[tuple[str, object], Witness] = {}
    for witness in sorted(known, key=lambda w: w.key):
        ties: list[tuple[str, object]] = [("copies", witness.copies)]
        if witness.owner or witness.source:
            ties.append(("owner", witness.owner) if witness.owner else ("source", witness.source))
        for tie in ties:
            groups[root(witness)] = root(seen.setdefault(tie, witness))
    return sum(groups[witness] is witness for witness in known)
