"""How far reading is: reports, rate and time left, on a terminal; elsewhere nothing is shown."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from haberci.cli.printing import Printer
from haberci.sources.paths import size_of

T = TypeVar("T")


class ReadingProgress:
    """A line below what is printed. A context manager.

    What was read of the files is counted when its report is done, not when its bytes are taken, which is some hundred
    reports before.
    """

    def __init__(self, console: Console | None, size: int | None) -> None:
        """``console`` None: nothing is shown; ``size``: bytes of all files, None when it can't be known."""
        self._bytes = 0
        self._marks: deque[int] = deque()
        self._reports = 0
        self._began = monotonic()
        self._bar = None if console is None else _bar(console)
        self._task = None if self._bar is None else self._bar.add_task("", total=size, reports="", rate="")

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()

    def count(self, amount: int) -> None:
        """So many bytes more were taken."""
        self._bytes += amount

    def watched(self, found: Iterable[T]) -> Iterator[T]:
        """What is found, as it is handed on to be read."""
        for item in found:
            self._marks.append(self._bytes)
            yield item

    def done(self, amount: int) -> None:
        """So many of what was found are read and stored."""
        self._reports += amount
        for _ in range(min(amount, len(self._marks))):
            completed = self._marks.popleft()
        if self._bar is None or self._task is None or not amount:
            return
        rate = self._reports / max(monotonic() - self._began, 0.001)
        self._bar.update(self._task, completed=completed, reports=f"{self._reports:,} reports", rate=f"{rate:.0f}/s")


def progress_of(paths: Sequence[str], printer: Printer) -> ReadingProgress:
    """The progress of reading some paths, shown below the output if that is a terminal, else on standard error.

    Lines of JSON on a terminal have none, which would mix with them.
    """
    errors = Console(stderr=True) if sys.stderr.isatty() else None
    console = printer.console if sys.stdout.isatty() else errors
    return ReadingProgress(console, None if console is None else size_of(paths))


def _bar(console: Console) -> Progress:
    columns = (
        TextColumn("{task.fields[reports]}"),
        TextColumn("{task.fields[rate]}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=console, transient=True)
