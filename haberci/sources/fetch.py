"""Fetching from the web, politely: conditional requests, time-outs, limits, and no private network unless asked for."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from time import monotonic, time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from haberci import __version__
from haberci.core.errors import InputError
from haberci.sources.limits import LARGEST_DOCUMENT, larger_than

if TYPE_CHECKING:
    import httpx

_AGENT = f"haberci/{__version__} (news reader)"
_CONNECT_S, _SILENT_S, _ALL_S = 10.0, 20.0, 120.0
_MOST_HOPS = 5
_MOVED = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_NOT_CHANGED = 304


class FetchError(InputError):
    """An address that can't be read now; ``wait_s``: how long its host asks to be left alone, None when it does not."""

    def __init__(self, what: str, wait_s: float | None = None) -> None:
        super().__init__(what)
        self.wait_s = wait_s


class Fetched(NamedTuple):
    """What an address gave. ``body`` None: nothing new since the state of ``etag`` and ``modified``."""

    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None


def fetch(
    address: str,
    *,
    private: bool = False,
    etag: str | None = None,
    modified: str | None = None,
    meter: Callable[[int], None] | None = None,
) -> Fetched:
    """Fetch an address; where ``etag`` or ``modified`` of the last time are given, only what changed since.

    A host in a private network is refused, at the first step and at every redirection, unless ``private``. No proxy is
    used, no cookie kept. Raises FetchError.
    """
    # Imported here: only addresses need it.
    import httpx

    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in known.items() if value}
    url = address
    try:
        with httpx.Client(trust_env=False, timeout=httpx.Timeout(_SILENT_S, connect=_CONNECT_S)) as client:
            for _ in range(_MOST_HOPS + 1):
                answer = client.send(_request(client, url, headers, private), stream=True)
                if answer.status_code not in _MOVED or "location" not in answer.headers:
                    return _taken(answer, address, url, meter)
                answer.close()
                url = urljoin(url, answer.headers["location"])
    except httpx.TimeoutException as error:
        raise FetchError(f"{address}: no answer in time") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{address}: {_brief(error)}") from error
    raise FetchError(f"{address}: it is redirected too often")


def _request(client: httpx.Client, url: str, headers: dict[str, str], private: bool) -> httpx.Request:
    """A request to the host's number: the one that was looked at, so that its name can't lead elsewhere meanwhile."""
    import httpx  # as above

    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise FetchError(f"{url}: no address of the web")
    number = _number(parts.hostname, parts.port or _PORTS[parts.scheme], private, url)
    return client.build_request(
        "GET",
        httpx.URL(url).copy_with(host=number),
        headers={
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": _AGENT,
            "Accept": "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.8, */*;q=0.5",
            "Accept-Encoding": "gzip",
            **headers,
        },
        extensions={"sni_hostname": parts.hostname},
    )


def _number(host: str, port: int, private: bool, url: str) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{url}: no such host") from error
    numbers = [str(each[4][0]) for each in found]
    for number in numbers:
        if not private and not _is_public(number):
            raise FetchError(f"{url}: it lies in a private network ({number}), which only --private reads")
    return numbers[0]


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    within = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (within is None or within.is_global)


def _taken(answer: httpx.Response, address: str, url: str, meter: Callable[[int], None] | None) -> Fetched:
    try:
        state = (answer.headers.get("etag"), answer.headers.get("last-modified"))
        if answer.status_code == _NOT_CHANGED:
            return Fetched(url, None, *state)
        if not answer.is_success:
            what = f"{answer.status_code} {answer.reason_phrase}".strip()
            raise FetchError(f"{address}: {what}", _wait(answer.headers.get("retry-after")))
        return Fetched(url, _body(answer, address, meter), *state)
    finally:
        answer.close()


def _body(answer: httpx.Response, address: str, meter: Callable[[int], None] | None) -> bytes:
    """All bytes, unpacked; a host that gives too many, or too slowly, is left."""
    held, size, until = [], 0, monotonic() + _ALL_S
    for piece in answer.iter_bytes():
        size += len(piece)
        held.append(piece)
        if size > LARGEST_DOCUMENT:
            raise FetchError(f"{address}: it is {larger_than(LARGEST_DOCUMENT)}")
        if monotonic() > until:
            raise FetchError(f"{address}: it is too slow")
        if meter is not None:
            meter(len(piece))
    return b"".join(held)


def _wait(told: str | None) -> float | None:
    """The seconds of a header Retry-After, which are told as a number or as a day and time."""
    if told is None:
        return None
    try:
        return float(told) if told.strip().isdigit() else parsedate_to_datetime(told).timestamp() - time()
    except (ValueError, OverflowError):
        return None


def _brief(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
