"""Python's collector of cyclic garbage, in the processes that belong to haberci alone."""

from __future__ import annotations

import atexit
import gc

# Tables and kept readings are hundreds of thousands of objects that live as long as the process does, and reports hold
# no cycles: at Python's own threshold (700) a quarter of the time of reading went into walking them in vain, at 200,000
# still a fortieth. No process that reads holds more objects than these: the collector is there for what goes wrong.
_NEW_OBJECTS = 2_000_000


def collect_seldom() -> None:
    """Let the collector run seldom. Not for a process that others share: a library leaves the collector alone.

    Nor does it walk all that is held when the process ends, which takes a second once much was read.
    """
    gc.set_threshold(_NEW_OBJECTS, 50, 100)
    atexit.register(gc.freeze)
