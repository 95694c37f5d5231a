"""Lines that were broken within a sentence: at a fixed width, with words cut at the line's end, or around a link.

Which lines are one paragraph is told by the layout; what stands in a block of it is one stretch of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from haberci.core.span import Edit
from haberci.languages.tr.letters.tokens import Part

_BREAKS: Final = "\n\r\v\f"
_BREAK: Final = re.compile(
    f"(?P<before>[^\\W\\d_]*)(?P<gap>(?P<cut>[-\u2010\u00ac]?)[ \t\xa0]*[{_BREAKS}]\\s*)(?=(?P<after>[^\\W\\d_]*))"
)
_SUFFIX: Final = re.compile(r"['’][a-zçğıöşü]{1,8}(?![\w'’])")
_CLOSES: Final = re.compile(r"[,.;:!?…](?!\w)")
_LEAST: Final = 2  # letters that a line's end keeps of a word
_COMMON: Final = 5  # so often must a word have been seen

Seen = Callable[[str], int]
IsWord = Callable[[str], bool]


def broken_edits(parts: Sequence[Part], seen: Seen, has_stem: IsWord) -> list[Edit]:
    """The edits that make one line of each stretch.

    ``seen`` says how often a word was counted, whatever its marks, ``has_stem`` whether it is a stem and its suffixes.
    """
    return [
        edit for part in parts if any(sign in part.text for sign in _BREAKS) for edit in _of_part(part, seen, has_stem)
    ]


def _of_part(part: Part, seen: Seen, has_stem: IsWord) -> Iterator[Edit]:
    text = part.text
    for match in _BREAK.finditer(text):
        gap = match["gap"]
        if match["cut"] and match["before"]:
            after, reason = ("", "letters.cut") if _is_cut(match, seen, has_stem) else (gap[0], "letters.break")
        else:
            after, reason = _between(text, match), "letters.break"
        if after != gap:
            start = part.start + match.start("gap")
            yield Edit(start, start + len(gap), gap, after, reason)


def _between(text: str, match: re.Match[str]) -> str:
    """What stands between two lines when they are one: nothing before the suffix or the comma behind a link."""
    gap, stop = match["gap"], match.end("gap")
    if match["cut"] or gap[0] in _BREAKS or gap[-1] in _BREAKS:  # the break around a link keeps the spaces beside it
        return match["cut"] + " "
    hangs = _CLOSES.match(text, stop) or (match["before"][:1].isupper() and _SUFFIX.match(text, stop))
    return "" if hangs and match["before"] else " "


def _is_cut(match: re.Match[str], seen: Seen, has_stem: IsWord) -> bool:
    """Whether a hyphen at a line's end cuts one word in two, and does not join two words."""
    before, after = match["before"], match["after"]
    if len(before) < _LEAST or not after or after.islower() is before.isupper():
        return False
    whole = before + after
    return seen(whole) >= _COMMON or min(seen(before), seen(after)) < _COMMON or has_stem(whole)
