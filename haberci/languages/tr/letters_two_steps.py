"""Two repairs, one after the other, as one list of edits on the text that was given."""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.span import Edit, OffsetMap, Span, apply_edits


def in_one_step(raw: str, first: Sequence[Edit], then: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits on ``raw`` that do what ``first`` does, and then ``then`` on what came of it.

    Where both touch the same word they become one edit, which the later one explains.
    """
    if not first or not then:
        return tuple(first or then)
    middle, offsets = apply_edits(raw, first), OffsetMap(first)
    shift, spans = 0, []
    for edit in first:
        spans.append((edit.start + shift, edit.start + shift + len(edit.after), edit, True))
        shift += len(edit.after) - len(edit.before)
    spans += [(edit.start, edit.stop, edit, False) for edit in then]
    found: list[Edit] = []
    group: list[tuple[int, int, Edit, bool]] = []
    stop = -1
    for span in sorted(spans, key=lambda s: (s[0], s[1], s[3])):
        if group and span[0] >= stop:
            found.append(_joined(raw, middle, offsets, group))
            group = []
        stop = max(stop, span[1]) if group else span[1]
        group.append(span)
    found.append(_joined(raw, middle, offsets, group))
    return tuple(found)


def _joined(raw: str, middle: str, offsets: OffsetMap, group: list[tuple[int, int, Edit, bool]]) -> Edit:
    """One edit for those of a group, which overlap in the middle text."""
    if len(group) == 1 and group[0][3]:
        return group[0][2]
    start, stop = min(s[0] for s in group), max(s[1] for s in group)
    later = [edit for _, _, edit, is_first in group if not is_first]
    moved = [Edit(e.start - start, e.stop - start, e.before, e.after, e.reason) for e in later]
    at = offsets.to_raw(Span(start, stop))
    after = apply_edits(middle[start:stop], moved)
    return Edit(at.start, at.stop, raw[at.start : at.stop], after, later[-1].reason)
