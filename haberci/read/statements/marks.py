"""Quotation marks one by one: which there are, and on which side of the quoted words each stands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from haberci.core.report import Token

OPENING: Final = frozenset("“„«")
CLOSING: Final = frozenset("”»")
DOUBLE: Final = OPENING | CLOSING | {'"'}
SINGLE_OPENING: Final = frozenset("‘'`’")
SINGLE_CLOSING: Final = frozenset("’'´")
HALVES: Final = frozenset("'`´‘’")


class Side(Enum):
    """On which side of the quoted words a mark stands, by the spaces around it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


def second_half(text: str, token: Token) -> bool:
    """Whether a mark is the second of two single ones that stand for a double one."""
    start = token.span.start
    return token.text in HALVES and start > 0 and text[start - 1] in HALVES


def side_of(text: str, token: Token) -> Side | None:
    """The side on which a double mark stands, or the first of two single ones; None for all else."""
    start, stop = token.span
    if token.text in HALVES and text[stop : stop + 1] in HALVES:
        stop += 1  # two single marks for a double one; the first stands for both
    elif token.text not in DOUBLE:
        return None
    free_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([-–:"
    free_behind = stop >= len(text) or not text[stop].isalnum()
    if free_before != free_behind:
        return Side.OPENS if free_before else Side.CLOSES
    if token.text in OPENING:
        return Side.OPENS
    return Side.CLOSES if token.text in CLOSING else Side.EITHER


def inside_word(text: str, token: Token) -> bool:
    """Whether a double mark stands for the apostrophe of a name: 'Yılmaz"ın'."""
    start, stop = token.span
    return start > 0 and text[start - 1].isalpha() and text[stop : stop + 1].islower()


def opens_single(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a single mark may open a quotation: before a word, or spaced on both sides behind a comma or colon."""
    start, stop = tokens[at].span
    if start > 0 and not text[start - 1].isspace():
        return False
    before = tokens[at - 1].text if at > 0 else ""
    if before[:1].isupper() and HALVES.isdisjoint(before) and text[stop : stop + 1].islower():
        return False  # an apostrophe that a space parts from its name: "Ankara 'nın"
    if text[stop : stop + 1].isalnum():
        return True
    return at > 0 and tokens[at - 1].text in (",", ":") and stop < len(text)
