"""Turkish casing and folding: I and ı, İ and i are two pairs, and Python's own ``str.lower`` knows neither.

All three functions keep the number of characters, save that a dot set as its own character (``I`` or ``i`` + U+0307)
goes into its letter, that ``fold`` drops combining marks, and that ``upper`` spells out ligatures as Python does.
"""

from __future__ import annotations

from typing import Final

_DOT: Final = "\u0307"
_MARKS: Final = map(chr, range(0x300, 0x370))
_FOLD: Final = dict(zip("âîûéèêëáàäíìïóòôúùñãåý", "aiueeeeaaaiiiooouunaay", strict=True)) | dict.fromkeys(_MARKS, "")
_TURKISH: Final = tuple(zip("şğıçöü", "sgicou", strict=True))


def lower(text: str) -> str:
    """The text in small letters: ``KIRGIZİSTAN`` → ``kırgızistan``."""
    if _DOT in text:
        text = text.replace("I" + _DOT, "i").replace("i" + _DOT, "i").replace("İ" + _DOT, "i")
    return text if text.islower() else text.replace("I", "ı").replace("İ", "i").lower()


def upper(text: str) -> str:
    """The text in capitals: ``kırgızistan`` → ``KIRGIZİSTAN``."""
    if _DOT in text:
        text = text.replace("i" + _DOT, "i")
    return text.replace("i", "İ").replace("ı", "I").upper()


def fold(text: str) -> str:
    """The text in small letters without marks, for search and for damaged words: ``Kırgızistan`` → ``kirgizistan``.

    Words that differ only in ş ğ ı İ ç ö ü or in circumflexes and accents fold to the same string.
    """
    if text.isascii():
        return text.lower()
    text = text.replace("I", "i").replace("İ", "i").lower()
    for letter, plain in _TURKISH:
        text = text.replace(letter, plain)
    if text.isascii():
        return text
    for letter in _FOLD.keys() & set(text):  # of most texts none: they have but dashes and quotation marks
        text = text.replace(letter, _FOLD[letter])
    return text
