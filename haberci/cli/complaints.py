"""Lines for a person on standard error."""

from __future__ import annotations

import sys

_CONTROL = dict.fromkeys(range(32))


def complain(what: str) -> None:
    """One line on standard error, whatever line ends and control characters the message holds."""
    print(f"haberci: {' '.join(what.split()).translate(_CONTROL)}", file=sys.stderr, flush=True)  # noqa: T201 - this is where lines are said
