"""A stream of bytes with a look at how it begins."""

from __future__ import annotations

import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import zstandard

from haberci.core.errors import InputError
from haberci.sources.limits import LONGEST_REPORT, larger_than

HEAD = 1 << 16
# What a stream raises that can't be read on.
BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error, zstandard.ZstdError)
_TELLING = 256  # bytes of a first line that tell what a file is


class Stream(io.RawIOBase):
    """Bytes handed on as they come, of which ``head`` has been read ahead.

    A pipe gives a line in pieces, and a packed file that was cut off fails in the middle: nothing that came whole may
    be lost for it. Reading raises what the stream below raises, after all that came before it. ``count`` is told how
    many bytes come. A stream that ``waits`` (a pipe) is not asked for more once its first line has come.
    """

    def __init__(self, below: BinaryIO, count: Callable[[int], None] | None = None, waits: bool = False) -> None:
        self._below = below
        self._count = count
        self._failure: Exception | None = None
        self.head = self._begin(waits)
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

    def _begin(self, waits: bool) -> bytes:
        """The first bytes: as much as tells what it is, or all there is."""
        head = b""
        while len(head) < HEAD and not (waits and _tells(head)):
            try:
                more = self._more(HEAD - len(head))
            except (*BROKEN, InputError) as error:
                self._failure = error
                break
            if not more:
                break
            head += more
        return head

    def _more(self, size: int) -> bytes:
        if self._failure is not None:
            raise self._failure
        got: bytes = self._below.read1(size)  # type: ignore[attr-defined]
        if self._count is not None:
            self._count(len(got))
        return got


def bounded_lines(stream: io.BufferedReader) -> Iterator[bytes | InputError]:
    """The lines of a stream with their ends; one that is too long is passed over, an error in its place."""
    while line := stream.readline(LONGEST_REPORT + 1):
        if len(line) <= LONGEST_REPORT or line.endswith(b"\n"):
            yield line
            continue
        while (more := stream.readline(LONGEST_REPORT)) and not more.endswith(b"\n"):
            continue
        yield InputError(f"the line is {larger_than(LONGEST_REPORT)}")


def what_broke(error: Exception) -> str:
    """What a stream raised, for a person."""
    if isinstance(error, OSError) and error.errno is not None:
        return error.strerror or str(error)
    return f"it is broken or cut off ({error})"


def _tells(head: bytes) -> bool:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return len(bare) >= _TELLING or b"\n" in bare
