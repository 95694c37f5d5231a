"""How much one report, one document and one archive may hold: a damaged or hostile file must not fill the memory."""

from __future__ import annotations

from haberci.core.errors import InputError

MIB = 1 << 20
LONGEST_REPORT = 4 * MIB  # bytes of one text, one line, one record
LARGEST_DOCUMENT = 16 * MIB  # bytes of what is read as a whole: a page, a mail, an XML file
LARGEST_SPOOLED = 8192 * MIB  # bytes of a member of an archive that must lie on disk to be read
DEEPEST = 8  # containers within containers
MOST_MEMBERS = 2_000_000
# Text packs to a twentieth, copies of the same text to a hundredth; a bomb to a thousandth.
_MOST_TIMES = 200
_UNQUESTIONED = 64 * MIB


class TooMuchError(InputError):
    """A file that holds more than it may; what came before stands."""


class BombError(TooMuchError):
    """A file whose archives hold so much together that none of it is read on."""


class Budget:
    """What one file of the user's takes and gives, its archives within archives counted together."""

    def __init__(self, packed: int = 0) -> None:
        self.packed = packed
        self._expanded = 0
        self._members = 0

    def expand(self, amount: int) -> None:
        """Count bytes that came out of a packing; raises TooMuchError when they are many times what went in."""
        self._expanded += amount
        if self._expanded > max(_UNQUESTIONED, _MOST_TIMES * self.packed):
            raise BombError(f"it expands to more than {_MOST_TIMES} times its size (a bomb?); not read on")

    def enter(self, depth: int) -> None:
        """Count a member of an archive; raises TooMuchError when there are too many, or it lies too deep."""
        self._members += 1
        if depth > DEEPEST:
            raise TooMuchError(f"it lies more than {DEEPEST} archives deep; not read")
        if self._members > MOST_MEMBERS:
            raise BombError(f"it holds more than {MOST_MEMBERS} members; not read on")


def larger_than(limit: int) -> str:
    """The words for what is over a limit."""
    return f"larger than {limit // MIB} MB"
