"""Text from outside, made safe to be looked at: signs that steer a browser's line or a terminal become visible."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

# Controls but tab and line ends, marks of writing direction, half of a surrogate pair, and signs without width.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def harmless(value: Any) -> Any:
    """What a template writes: a text without steering signs, all else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return _STEERING.sub("\ufffd", value)


def told(text: str) -> Markup:
    """The words of a report with each steering sign shown by its number."""
    parts: list[Markup] = []
    at = 0
    for match in _STEERING.finditer(text):
        sign = f"U+{ord(match[0]):04X}"
        parts += [escape(text[at : match.start()]), Markup('<span class="steering">{}</span>').format(sign)]
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])
