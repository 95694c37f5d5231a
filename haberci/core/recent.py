"""What was found for the keys that were asked for of late, kept in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

K = TypeVar("K")
V = TypeVar("V")
LESS: Final = 4  # so many times less is kept by each of several processes that read
_part = [1]  # of what a process may keep


def keep_less() -> None:
    """Keep a part of what a process by itself would, as one of several; what is held already is not forgotten."""
    _part[0] = LESS


class Recent(dict[K, V]):
    """Answers of a function, found when they are first asked for.

    When ``most`` are held (a part of it after ``keep_less``) they become the earlier ones, and those before them are
    forgotten; an earlier one that is asked for again is held anew. So at most twice as many are in memory, and what
    texts ask for all the time stays. A held answer costs one look-up, as in any dict: nothing is noted when it is
    asked for.
    """

    def __init__(self, find: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._find, self._most = find, most
        self._earlier: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        earlier = self._earlier
        found = earlier.pop(key) if key in earlier else self._find(key)
        if len(self) >= self._most // _part[0]:
            self._earlier = dict(self)
            self.clear()
        self[key] = found
        return found
