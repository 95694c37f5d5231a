"""HTML to text: fragments, as feeds and agency formats hold them."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\n{3,}")


def text_of_html(html: str) -> str:
    """The text of a fragment, its paragraphs apart; pictures, scripts and styles are left out."""
    # Imported here: many sources hold no HTML.
    from resiliparse.extract.html2text import extract_plain_text

    text: str = extract_plain_text(html, preserve_formatting=True, list_bullets=False, alt_texts=False)
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return _LINES.sub("\n\n", "\n".join(lines)).strip()
