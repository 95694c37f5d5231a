"""A raw report: the text and what its source says of it, before anything is read."""

from __future__ import annotations

import re
from hashlib import sha256

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.dates import date_flag, iso_date

_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")
_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_UNKNOWN = ("und", "mul", "mis", "zxx")  # ISO 639's codes for: not known, several, none


def raw_report(
    text: str,
    id: str,
    *,
    lang: str | None = None,
    date: str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    data: bytes | None = None,
) -> Report:
    """A report of which nothing is read yet.

    ``lang`` is an ISO 639 code or a tag that begins with one (``tr``, ``tr-TR``). A date in a form that mails, feeds or
    Turkish tables use becomes ISO 8601; one that is no date is kept and flagged. Halves of broken surrogate pairs,
    which no encoding can hold, become U+FFFD, one for one. ``data`` are the bytes that the report was read from (a
    file, line, page, mail), whose hash is kept; that of the text where it is an item of something larger. Raises
    InputError when the text is empty or the language is no code.
    """
    if not text.strip():
        raise InputError("the report is empty")
    text = _storable(text)
    date = iso_date(date)
    return Report(
        id=_storable(id),
        raw=text,
        text=text,
        lang=language_code(lang),
        source=source and _storable(source),
        title=title and _storable(title),
        date=date and _storable(date),
        date_flag=date_flag(date),
        url=url and _storable(url),
        digest=sha256(text.encode("utf-8") if data is None else data).hexdigest(),
    )


def small(text: str) -> str:
    """A protocol's word in small letters, those of ASCII alone: names of files, headers, codes."""
    return text.translate(_SMALL)


def _storable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def language_code(tag: str | None) -> str | None:
    """The language code that a tag begins with (``tr`` for ``tr-TR``), None when there is no tag."""
    if tag is None or not tag.strip():
        return None
    match = _TAG.match(tag.strip())
    if match is None:
        raise InputError(f"no language code: {tag!r} (two or three letters, as tr)")
    code = small(match[1])
    return None if code in _UNKNOWN else code


def told_language(tag: str | None) -> str | None:
    """As ``language_code``, for formats in which a wrong tag must not lose the report: None then."""
    try:
        return language_code(tag)
    except InputError:
        return None
