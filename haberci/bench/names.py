"""How fast the register loads, and how fast the names of reports are looked up in it, over spellings and scripts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from time import process_time

from rich.console import Console

from haberci.core.name_resolution import matcher

LOADING = (
    "from time import process_time; from haberci.core.register import load_register; started = process_time(); "
    "load_register(); print(process_time() - started)"
)


def print_names(console: Console, names: Sequence[Sequence[str]]) -> None:
    """Print it for the names of some reports, report by report. The register is loaded by a process of its own."""
    fresh = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True)
    started = process_time()
    resolve = matcher().resolve
    loaded = process_time() - started
    started = process_time()
    found = sum(bool(resolve(name)) for report in names for name in report)
    spent = process_time() - started
    total = sum(map(len, names))
    console.print(f"\nregister loaded in {float(fresh.stdout):.2f} s by a fresh process")
    console.print(f"its names in three languages made ready for matching in {loaded:.2f} s")
    console.print(
        f"matching of names: {len(names) / spent:.0f} reports/s ({total} names, {found} of them in the register)"
    )
