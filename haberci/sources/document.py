"""A document: bytes with a name, whichever file, archive, mail or address they come from."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.limits import LARGEST_DOCUMENT, LARGEST_SPOOLED, Budget, larger_than
from haberci.sources.origin import Origin, member_of
from haberci.sources.stream import HEAD, Stream, bounded_lines

Found = Report | InputError
_PIECE = 1 << 20


@dataclass(slots=True)
class Document:
    """An open document. ``name`` is its file name, a hint only; ``path`` where it lies, None when it lies nowhere.

    ``url`` and ``date`` are what is known of it from outside. ``depth``: in how many archives it lies.
    """

    origin: Origin
    name: str
    stream: io.BufferedReader
    head: bytes
    budget: Budget
    depth: int = 0
    path: Path | None = None
    url: str | None = None
    date: str | None = None

    def lines(self) -> Iterator[bytes | InputError]:
        """Its lines with their ends, an error for one that is too long."""
        return bounded_lines(self.stream)

    def whole(self, limit: int = LARGEST_DOCUMENT) -> bytes:
        """All its bytes. Raises InputError when they are more than the limit."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(f"it is {larger_than(limit)}")
        return data

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """A path to its bytes, for readers that need one: its own, or a copy that is removed in the end."""
        if self.path is not None:
            yield self.path
            return
        with tempfile.NamedTemporaryFile(prefix="haberci-") as file:
            size = 0
            while piece := self.stream.read(_PIECE):
                size += file.write(piece)
                if size > LARGEST_SPOOLED:
                    raise InputError(f"it is {larger_than(LARGEST_SPOOLED)}")
            file.flush()
            yield Path(file.name)

    def member(self, name: str, below: BinaryIO) -> Document:
        """The document of a member of this archive. Raises TooMuchError."""
        self.budget.enter(self.depth + 1)
        stream = Stream(below, self.budget.expand)
        origin = member_of(self.origin, name)
        return _document(origin, Path(name).name, stream, self.budget, self.depth + 1)

    def part(self, name: str, data: bytes, url: str | None = None, date: str | None = None) -> Document:
        """A document that lies whole within this one: a mail's attachment, a page of a web archive."""
        found = self.member(name, io.BytesIO(data))
        found.url, found.date = url, date
        return found

    def unpacked(self, name: str, below: BinaryIO) -> Document:
        """This document without the packing around it. Raises TooMuchError."""
        self.budget.enter(self.depth + 1)
        stream = Stream(below, self.budget.expand)
        return _document(self.origin, name, stream, self.budget, self.depth + 1)


def opened(stream: Stream, origin: Origin, name: str, budget: Budget, path: Path | None) -> Document:
    """The document of an open file or of standard input."""
    document = _document(origin, name, stream, budget, 0)
    document.path = path
    return document


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes that a report was read from, in hexadecimal digits."""
    return sha256(data).hexdigest()


def _document(origin: Origin, name: str, stream: Stream, budget: Budget, depth: int) -> Document:
    return Document(origin, name, io.BufferedReader(stream, HEAD), stream.head, budget, depth)


Piece = Found | Document  # what a reader of one kind may give
