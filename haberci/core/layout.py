"""What a language's wires put around the text: agencies, bylines, furniture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutCues:
    """Words by which the parts of a page are known, in small letters.

    ``agencies`` leads an agency's spellings to its name (``aa`` → ``AA``), ``places`` a dateline's place in capitals to its
    name, ``byline_words`` stand before a reporter's name (``muhabir:``), ``furniture`` are openings of lines that belong to
    the page and not to the report, ``finite_endings`` are endings of a headline's last word (``etti``) by which a glued
    byline is cut off.
    """

    agencies: dict[str, str]
    byline_words: tuple[str, ...]
    furniture: tuple[str, ...]
    finite_endings: tuple[str, ...]
