"""Two repairs, one after the other, as one list of edits on the text that was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from haberci.core.span import Edit, OffsetMap, Span, apply_edits


class _Placed(NamedTuple):
    """An edit and its stretch of the text between the two repairs."""

    start: int
    stop: int
    is_first: bool
    edit: Edit


def in_one_step(raw: str, first: Sequence[Edit], then: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits on ``raw`` that do what ``first`` does, and then ``then`` on what came of it.

    Where both touch the same word they become one edit, which the later one explains.
    """
    if not first or not then:
        return tuple(first or then)
    middle, offsets = apply_edits(raw, first), OffsetMap(first)
    found: list[Edit] = []
    group: list[_Placed] = []
    stop = -1
    for placed in _placed(first, then):
        # What was cut out at the end of a word goes with the word.
        if group and (placed.start > stop or (placed.start == stop and placed.stop > stop)):
            found += _joined(raw, middle, offsets, group)
            group = []
        stop = max(stop, placed.stop) if group else placed.stop
        group.append(placed)
    found += _joined(raw, middle, offsets, group)
    return tuple(found)


def _placed(first: Sequence[Edit], then: Sequence[Edit]) -> list[_Placed]:
    """All edits by where they stand between the two repairs."""
    shift, placed = 0, []
    for edit in first:
        placed.append(_Placed(edit.start + shift, edit.start + shift + len(edit.after), True, edit))
        shift += len(edit.after) - len(edit.before)
    return sorted([*placed, *(_Placed(edit.start, edit.stop, False, edit) for edit in then)], key=lambda p: p[:3])


def _joined(raw: str, middle: str, offsets: OffsetMap, group: list[_Placed]) -> Iterator[Edit]:
    """One edit for those of a group, which overlap in the middle text; those of the first repair alone stay apart."""
    later = [placed.edit for placed in group if not placed.is_first]
    if not later:
        yield from (placed.edit for placed in group)
        return
    start, stop = group[0].start, max(placed.stop for placed in group)
    moved = [Edit(e.start - start, e.stop - start, e.before, e.after, e.reason) for e in later]
    at = offsets.to_raw(Span(start, stop))
    yield Edit(at.start, at.stop, raw[at.start : at.stop], apply_edits(middle[start:stop], moved), later[-1].reason)
