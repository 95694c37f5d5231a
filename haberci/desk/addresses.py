"""The addresses of reports, events and actors."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import quote

from haberci.store.rows import ReportKey

_CODED = "~"
# A key that a browser or a server would change on the way (a dot for a folder, two slashes, an ending that names a
# format) goes in letters of its own.
_PLAIN = re.compile(r"(?!~)(?:(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f\x7f]+/)*(?!\.{1,2}$)[^/\\\x00-\x1f\x7f]+")
_CODE = re.compile(r"[A-Za-z0-9_-]+")
_WEB = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


def report_address(key: ReportKey) -> str:
    """The address of a report's page."""
    return f"/reports/{report_name(key)}"


def report_name(key: ReportKey) -> str:
    """A report's key as the last part of an address."""
    source, text = key.source, str(key)
    if source is not None and _PLAIN.fullmatch(text) and "/" not in key.id:
        return quote(text, safe="/")
    packed = f"{'' if source is None else source}\0{key.id}\0{'' if source is None else 1}"
    return _CODED + urlsafe_b64encode(packed.encode("utf-8", "replace")).decode("ascii").rstrip("=")


def report_key(name: str) -> ReportKey | None:
    """The key that an address of ``report_name`` stands for; None when it stands for none."""
    if not name.startswith(_CODED):
        source, slash, id = name.rpartition("/")
        return ReportKey(source, id) if slash else None
    if not _CODE.fullmatch(name, len(_CODED)):
        return None
    try:
        source, id, has_source = urlsafe_b64decode(name[1:] + "=" * (-len(name[1:]) % 4)).decode("utf-8").split("\0")
    except ValueError:
        return None
    return ReportKey(source if has_source else None, id)


def actor_address(code: str) -> str:
    """The address of an actor's page: of a principal, or of a person by name."""
    return f"/actors/{quote(code, safe='')}"


def is_web(url: str | None) -> bool:
    """Whether an address given with a report may be followed: nothing but the web's."""
    return bool(url and _WEB.fullmatch(url))
