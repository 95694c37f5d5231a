"""Packed streams: gzip, bzip2, xz and zstandard, known by their first bytes."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol, cast

import zstandard

from haberci.sources.document import Document
from haberci.sources.limits import MIB
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.origin import unpacked_name

_MOST_MEMORY = 128 * MIB  # what a packed stream may ask for to be unpacked; xz -9 takes 64
_PIECE = 1024  # bytes that are unpacked at once: of zstandard, which packs zeros to nothing, they may become 32 MB


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """The bytes of a packed stream, or of several one after another.

    The readers that come with lzma and zstandard won't do: the first lets the file say how much memory it takes, the
    second ends without a word where a file was cut off.
    """

    def __init__(self, below: BinaryIO, new: Callable[[], _Unpacker]) -> None:
        self._below = below
        self._new = new
        self._unpacker = new()
        self._packed = self._ready = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as bytes are there; 0 at the end. Raises EOFError when the stream was cut off."""
        while not self._ready:
            if self._unpacker.eof and not self._begin_next():
                return 0
            packed = self._packed or self._below.read(_PIECE)
            if not packed:
                raise EOFError("it was cut off")
            self._packed = b""
            self._ready = self._unpacker.decompress(packed)
        got, self._ready = self._ready[: len(into)], self._ready[len(into) :]
        into[: len(got)] = got
        return len(got)

    def _begin_next(self) -> bool:
        """Begin the stream that follows, if one does; zeros between two are padding."""
        self._packed = self._unpacker.unused_data.lstrip(b"\0")
        while not self._packed:
            packed = self._below.read(_PIECE)
            if not packed:
                return False
            self._packed = packed.lstrip(b"\0")
        self._unpacker = self._new()
        return True


def _new_lzma() -> _Unpacker:
    return lzma.LZMADecompressor(lzma.FORMAT_AUTO, memlimit=_MOST_MEMORY)


def _new_zstd() -> _Unpacker:
    return cast(_Unpacker, zstandard.ZstdDecompressor(max_window_size=_MOST_MEMORY).decompressobj())


def _reader(new: Callable[[], _Unpacker]) -> Callable[[BinaryIO], BinaryIO]:
    return lambda below: cast(BinaryIO, io.BufferedReader(_Unpacked(below, new)))


UNPACKERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda below: cast(BinaryIO, gzip.GzipFile(fileobj=below)),
    b"BZh": lambda below: cast(BinaryIO, bz2.BZ2File(below)),
    b"\xfd7zXZ\0": _reader(_new_lzma),
    b"\x28\xb5\x2f\xfd": _reader(_new_zstd),
}


def unpacker_of(head: bytes) -> Callable[[BinaryIO], BinaryIO] | None:
    """What unpacks a stream that begins with these bytes, None when it is not packed."""
    return next((unpack for magic, unpack in UNPACKERS.items() if head.startswith(magic)), None)


def tells(look: Look) -> bool:
    """Whether it is a packed stream."""
    return unpacker_of(look.head) is not None


def read(document: Document, options: SourceOptions) -> Iterator[Document]:
    """The document within."""
    unpack = unpacker_of(document.head)
    if unpack is not None:
        yield document.unpacked(unpacked_name(document.name), unpack(cast(BinaryIO, document.stream)))
