"""Web archives (WARC, as Common Crawl's news): the pages in them, each a document of its own.

Read by hand: FastWARC 2 ends the process where a stream can't be sought in, and prints a trace where one is damaged.
"""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple, cast

from haberci.core.errors import InputError
from haberci.sources.document import Document
from haberci.sources.limits import LARGEST_DOCUMENT, larger_than
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.raw import small

Piece = Document | InputError
_FOUND = 200
_TYPES = ("html", "xml", "json", "text/plain")
_LONGEST_LINE = 1 << 16
_MOST_HEADERS = 200
_PIECE = 1 << 16


class _Record(NamedTuple):
    headers: dict[str, str]
    length: int


class _Answer(NamedTuple):
    status: int
    kind: str
    body: bytes


def tells(look: Look) -> bool:
    """Whether it is a WARC file; one that is packed is unpacked before."""
    return look.head.startswith((b"WARC/1.", b"WARC/0."))


def read(document: Document, options: SourceOptions) -> Iterator[Piece]:
    """The answers that hold a page, a feed or a text. What is moved, not found, a picture or a style is passed by.

    Where a record is broken the next one is looked for.
    """
    seen = False
    for record in _records(document.stream):
        if isinstance(record, InputError):
            yield record
            continue
        seen = True
        if record.headers.get("warc-type") in ("response", "resource"):
            yield from _page(document, record)
        else:
            _skip(document.stream, record.length)
    if not seen:
        raise InputError("no record is found in this web archive")


def _records(stream: io.BufferedReader) -> Iterator[_Record | InputError]:
    """The heads of records, each with the stream at its block, which must be read before the next is asked for."""
    is_lost = False
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            if not is_lost:
                yield InputError("a record of the web archive is broken; the next is looked for")
            is_lost = True
            continue
        is_lost = False
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if length.isdecimal() and len(length) < 16:
            yield _Record(headers, int(length))
        else:
            yield InputError("a record of the web archive tells no length")
            is_lost = True


def _headers(stream: io.BufferedReader) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE).decode("utf-8", "replace").strip()
        if not line:
            break
        name, _, value = line.partition(":")
        found[small(name.strip())] = value.strip()
    return found


def _skip(stream: io.BufferedReader, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, _PIECE))):
        length -= len(piece)


def _page(document: Document, record: _Record) -> Iterator[Piece]:
    url = record.headers.get("warc-target-uri", "").strip("<>")
    block = document.stream.read(min(record.length, LARGEST_DOCUMENT))
    if record.length > LARGEST_DOCUMENT:
        _skip(document.stream, record.length - LARGEST_DOCUMENT)
        yield InputError(f"{document.origin.name}: {url}: it is {larger_than(LARGEST_DOCUMENT)}")
        return
    if len(block) < record.length:
        raise EOFError("it was cut off")
    answer = _answer(block) if block.startswith(b"HTTP/") else _of_resource(record, block)
    if answer.status == _FOUND and any(each in answer.kind for each in _TYPES) and answer.body:
        page = document.part(url.rpartition("/")[2] or "page", answer.body, url, record.headers.get("warc-date"))
        page.origin = page.origin._replace(name=f"{document.origin.name}: {url}")
        yield page


def _of_resource(record: _Record, block: bytes) -> _Answer:
    return _Answer(_FOUND, small(record.headers.get("content-type", "")), block)


class _Block:
    """What Python's reader of HTTP takes for a connection."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, *_: object) -> io.BytesIO:
        """The bytes."""
        return io.BytesIO(self._data)


def _answer(block: bytes) -> _Answer:
    """The status, type and body of an answer; a body that is not cut into pieces as its header tells stays as it is."""
    response = HTTPResponse(cast(socket.socket, _Block(block)))
    try:
        response.begin()
    except (HTTPException, ValueError, LookupError):
        return _Answer(0, "", b"")
    kind, status = small(response.headers.get("content-type") or "text/html"), response.status
    try:
        body = response.read()
    except (HTTPException, ValueError, OSError):
        body = block.partition(b"\r\n\r\n")[2]
    return _Answer(status, kind, body)
