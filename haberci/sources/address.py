"""Addresses of the web."""

from __future__ import annotations

from urllib.parse import urlsplit

from haberci.sources.raw import small


def is_address(path: str) -> bool:
    """Whether a path is an address: ``https://…`` or ``http://…``."""
    return small(path).startswith(("https://", "http://"))


def host_of(url: str | None) -> str | None:
    """The name of the host without ``www.``, by which a source is called that has no other name; None when no host."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # brackets that hold no address
        return None
    return host.removeprefix("www.") if host else None
