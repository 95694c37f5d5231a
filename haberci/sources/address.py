"""Addresses of the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from haberci.core.errors import InputError
from haberci.sources.raw import small

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_address(path: str) -> bool:
    """Whether a path is an address: ``https://…`` or ``http://…``."""
    return small(path).startswith(("https://", "http://"))


def other_scheme(path: str) -> InputError | None:
    """What is wrong with an address that is none of the web, as ``ftp://…``: it would be taken for a file's name."""
    if is_address(path) or not _SCHEME.match(path):
        return None
    return InputError(f"{path}: of addresses only http:// and https:// are read")


def host_of(url: str | None) -> str | None:
    """The name of the host without ``www.``, by which a source is called that has no other name; None when no host."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # brackets that hold no address
        return None
    return host.removeprefix("www.") if host else None
