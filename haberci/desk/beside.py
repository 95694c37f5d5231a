"""What a process does that works beside the one that answers: it stands back, and ends with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

_GENTLY = 19  # how much it stands back behind those that answer


def stand_back() -> None:
    """Leave the processor to others first, Ctrl-C to the process that began this one, and end when that one does."""
    os.nice(_GENTLY)
    if hasattr(os, "SCHED_IDLE"):  # Linux alone has it: only what nobody else wants of the processor
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)  # nobody is left who waits for what is under way
