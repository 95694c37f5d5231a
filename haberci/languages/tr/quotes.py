"""Which words of a sentence stand inside quotation marks.

Marks around one to three words (names, scare quotes) do not make a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.report import Token

OPENING: Final = frozenset("“«„‘")
CLOSING: Final = frozenset("”»’")
STRAIGHT: Final = frozenset({'"', "''", "``", "'"})
MARKS: Final = OPENING | CLOSING | STRAIGHT
SINGLE: Final = frozenset("'‘")
SUFFIXED: Final = frozenset("'’")
SHORTEST: Final = 4
NAME: Final = 8  # words in marks behind the last of which a suffix may hang


def quoted_words(tokens: Sequence[Token]) -> list[int]:
    """For each word the number of the quotation that it stands in, 0 outside.

    A mark that is never closed opens to the end; one that closes what an earlier sentence opened, from the start.
    """
    numbers = [0] * len(tokens)
    opened: int | None = None
    count = 0
    marks = [at for at, token in enumerate(tokens) if token.text in MARKS]
    for number, at in enumerate(marks):
        if opened is None and _ends_in_suffix(tokens, at, marks[number + 1 :]):
            continue
        if opened is not None:
            count += _number(tokens, numbers, opened, at, count)
            opened = None
        elif count == 0 and _closes(tokens, at):
            count += _number(tokens, numbers, -1, at, count)
        else:
            opened = at
    if opened is not None and (opened + SHORTEST < len(tokens) or _opens(tokens, opened)):
        _number(tokens, numbers, opened, len(tokens), count)
    return numbers


def _ends_in_suffix(tokens: Sequence[Token], at: int, later: Sequence[int]) -> bool:
    """Whether a mark around a name is closed by the apostrophe of a suffix: "'seçim yasası'nı eleştirdi"."""
    single = tokens[at].text in SINGLE
    if not _opens(tokens, at) or (later and not (single and _opens(tokens, later[0]))):
        return False
    stop = later[0] if later else len(tokens)
    named = tokens[at + 1 : min(stop, at + NAME + 1)]
    return any(not SUFFIXED.isdisjoint(token.text[1:-1]) and token.text[0].islower() for token in named)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a last mark opens: it hangs on the word behind it and not on the one before."""
    before = at > 0 and tokens[at - 1].span.stop == tokens[at].span.start
    behind = at + 1 < len(tokens) and tokens[at].span.stop == tokens[at + 1].span.start
    return behind and not before


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a first mark closes: it hangs on the word before it and not on the one behind."""
    if tokens[at].text in OPENING or at == 0:
        return False
    if tokens[at].text in CLOSING:
        return True
    before = tokens[at - 1].span.stop == tokens[at].span.start
    behind = at + 1 < len(tokens) and tokens[at].span.stop == tokens[at + 1].span.start
    return before and not behind


def _number(tokens: Sequence[Token], numbers: list[int], opened: int, closed: int, count: int) -> int:
    """Number the words between two marks when they are a quotation; tells how many were numbered (0 or 1)."""
    words = closed - opened - 1
    has_verb = any(t.morph.form is not None for t in tokens[opened + 1 : closed])
    if words < SHORTEST and not (has_verb and words > 1):
        return 0
    for at in range(opened + 1, closed):
        numbers[at] = count + 1
    return 1
