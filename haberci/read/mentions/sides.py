"""Who is on one side with whom, and the last told of each side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode

RULING: Final = "GOV"
PLAIN: Final = ("CVL", "REF")
PARTISAN: Final = ("OPP",)


def side_of(code: ActorCode) -> str:
    """The side that a party is on: its state's, or its own where it rises against one."""
    return str(code) if code.sector in IRREGULAR else code.principal


def are_alike(one: ActorCode, other: ActorCode) -> bool:
    """Whether two are on one side, and both or neither against its government."""
    return side_of(one) == side_of(other) and (one.sector in PARTISAN) is (other.sector in PARTISAN)


def each_last(codes: Sequence[ActorCode]) -> list[ActorCode]:
    """Of each side the code named last, its people behind all others, in the order in which they were named last."""
    last = {side_of(code): code for code in sorted(codes, key=lambda code: code.sector not in PLAIN)}
    order = dict.fromkeys(side_of(code) for code in reversed(codes))
    return [last[side] for side in reversed(order)]
