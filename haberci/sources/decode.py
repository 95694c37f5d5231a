"""From bytes to text: UTF-8 first, then the old Turkish Windows encoding, else an error."""

from __future__ import annotations

import codecs

from haberci.core.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\x1a")
# A page of Turkish in cp1254 has some 6-15 letters in a hundred outside ASCII; of a page of Cyrillic or Greek read as
# cp1254 it would be nearly all.
_MOST_HIGH_LETTERS = 0.4
# A file of UTF-8 with a broken byte here and there is still UTF-8; one in five is more than damage.
_MOST_BROKEN = 0.2


def decode(data: bytes) -> str:
    """The text of some bytes, without its byte order mark. Raises InputError when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_damaged(data))


def encoding_of(beginning: bytes) -> str:
    """The encoding of a text that begins so: by its mark, else UTF-8, or cp1254 where it can't be that.

    Raises InputError when it is no text.
    """
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding
    whole = beginning[: beginning.rfind(b"\n") + 1] or beginning[:-3] or beginning
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        text = decode(whole)
        return "utf-8" if "\ufffd" in text else "cp1254"
    return "utf-8"


def is_text(beginning: bytes) -> bool:
    """Whether the bytes that a file begins with can be text; a character that the cut divides does not count."""
    try:
        decode(beginning[: beginning.rfind(b"\n") + 1] or beginning[:-3] or beginning)
    except InputError:
        return False
    return True


def _checked(text: str) -> str:
    if not _CONTROLS.isdisjoint(text):
        raise InputError("the bytes are no text")
    return text


def _decode_damaged(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    if broken <= _MOST_BROKEN * whole:
        return text
    try:
        text = data.decode("cp1254")
    except UnicodeDecodeError as error:
        raise InputError("the bytes are no text in UTF-8 or Turkish Windows (cp1254)") from error
    letters = [c for c in text if c.isalpha()]
    if sum(c > "\x7f" for c in letters) > _MOST_HIGH_LETTERS * len(letters):
        raise InputError("the bytes are no text in UTF-8 or Turkish Windows (cp1254)")
    return text
