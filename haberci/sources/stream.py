"""A stream of bytes with a look at how it begins."""

from __future__ import annotations

import io
import lzma
import zlib
from typing import BinaryIO

HEAD = 1 << 16
BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)  # what a stream raises that can't be read on
_TELLING = 256  # bytes of a first line that tell what a file is


class Stream(io.RawIOBase):
    """Bytes handed on as they come, of which ``head`` has been read ahead.

    A pipe gives a line in pieces, and a packed file that was cut off fails in the middle: nothing that came whole may
    be lost for it. Reading raises what the stream below raises, after all that came before it.
    """

    def __init__(self, below: BinaryIO) -> None:
        self._below = below
        self._failure: Exception | None = None
        self.head = self._begin()
        self._ahead = self.head

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as bytes are there; 0 at the end."""
        got = self._ahead[: len(into)] or self._more(len(into))
        self._ahead = self._ahead[len(got) :]
        into[: len(got)] = got
        return len(got)

    def _begin(self) -> bytes:
        """The first bytes: a line or as much of it as tells what it is, or all there is."""
        head = b""
        while len(head) < HEAD and not _tells(head):
            try:
                more = self._more(HEAD - len(head))
            except BROKEN as error:
                self._failure = error
                break
            if not more:
                break
            head += more
        return head

    def _more(self, size: int) -> bytes:
        if self._failure is not None:
            raise self._failure
        return self._below.read1(size)  # type: ignore[attr-defined, no-any-return]


def _tells(head: bytes) -> bool:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return len(bare) >= _TELLING or b"\n" in bare
