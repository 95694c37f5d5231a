"""What a language's wires put around the text: agencies, bylines, furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutCues:
    """Words by which the parts of a page are known, all folded (small letters without marks).

    ``agencies`` leads an agency's spellings to its name (``a.a`` → ``AA``), ``byline_words`` stand before a reporter's
    name (``muhabir``), ``furniture`` are openings of short lines that belong to the page and not to the report,
    ``furniture_lines`` are such lines whole, ``finite_endings`` are endings of a headline's last word (``tti``) by
    which a glued byline is cut off, ``months`` are the names that stand in a dateline's date.
    """

    agencies: Mapping[str, str]
    byline_words: tuple[str, ...]
    furniture: tuple[str, ...]
    furniture_lines: frozenset[str]
    finite_endings: tuple[str, ...]
    months: tuple[str, ...]
