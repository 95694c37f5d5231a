"""A sieve of strings: of most strings that are not among them it tells so at once, and of some it does not.

It is a row of bits, of which each string sets the one that its checksum names (a Bloom filter of one hash).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from zlib import crc32

_BITS: Final = 21  # for 200,000 strings: one in eleven that is not among them passes
_MASK: Final = (1 << _BITS) - 1


class Sieve:
    """Strings as the bits that they set."""

    __slots__ = ("_bits",)

    def __init__(self, bits: bytes) -> None:
        self._bits = bits

    def __contains__(self, text: str) -> bool:
        at = crc32(text.encode("utf-8", "replace")) & _MASK
        return self._bits[at >> 3] >> (at & 7) & 1 == 1

    def beginnings(self, text: str) -> list[bool]:
        """For each beginning of a text, from its first letter to the whole, whether it passes."""
        bits, crc, found = self._bits, 0, []
        for letter in text:
            crc = crc32(letter.encode("utf-8", "replace"), crc)
            at = crc & _MASK
            found.append(bits[at >> 3] >> (at & 7) & 1 == 1)
        return found


def pack_sieve(texts: Iterable[str]) -> bytes:
    """The bits that the strings set."""
    bits = bytearray(1 << (_BITS - 3))
    for text in texts:
        at = crc32(text.encode()) & _MASK
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)
