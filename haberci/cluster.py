"""Reading by Daft (``haberci[cluster]``): the same function over files, on this machine or on a cluster of Ray's."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from haberci.core.errors import InputError
from haberci.core.overlay import Overlay
from haberci.parcels import packed, unpacked
from haberci.reading import Outcome, read_each
from haberci.sources.folders import files_in
from haberci.sources.options import SourceOptions
from haberci.sources.paths import in_language, read_paths

_LEVEL = 1  # of packing what travels between processes: quick, a third in size


def read_by_daft(paths: Iterable[str], options: SourceOptions, overlay: Overlay, lang: str | None) -> Iterator[Outcome]:
    """What reading the files one by one gives, in the same order: each is a task of its own.

    On a cluster all machines must see the files under the same paths, and have haberci. Where it runs is told by Daft's
    own settings (``DAFT_RUNNER``). Raises InputError when Daft is not installed.
    """
    daft = _daft()
    files = list(_files(paths))
    tasks = [str(file) for file in files if not isinstance(file, InputError)]
    read = daft.func(return_dtype=daft.DataType.list(daft.DataType.binary()), use_process=True)(
        _task(replace(options, tell=_unheard, meter=_unheard, seen=_unheard), packed(overlay), lang)
    )
    frame = daft.from_pydict({"number": list(range(len(tasks))), "path": tasks}).into_batches(1)
    frame = frame.with_column("outcomes", read(daft.col("path")))
    done = _in_order((row["number"], row["outcomes"]) for row in frame.iter_rows()) if tasks else iter(())
    for file in files:
        if isinstance(file, InputError):
            yield file
        else:
            yield from map(_outcome, next(done))


def _daft() -> Any:
    # By name: an extra is no dependency. Daft would else report its use to its makers.
    os.environ.setdefault("DO_NOT_TRACK", "true")
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    try:
        return import_module("daft")
    except ImportError as error:
        raise InputError("--engine daft needs an extra: pip install 'haberci[cluster]'") from error


def _files(paths: Iterable[str]) -> Iterator[str | Path | InputError]:
    for path in paths:
        if Path(path).is_dir():
            yield from files_in(Path(path))
        else:
            yield path


def _task(options: SourceOptions, overlay: bytes, lang: str | None) -> Callable[[str], list[bytes]]:
    """What a worker does with a file, the overlay packed. Annotated by hand: Daft looks at a function's types."""

    def read_file(path: str) -> list[bytes]:
        outcomes = read_each(in_language(read_paths([path], options), lang), overlay=unpacked(overlay))
        return [zlib.compress(packed(outcome), _LEVEL) for outcome in outcomes]

    return read_file


def _unheard(_: object) -> None:
    """A worker has nobody to tell."""


def _outcome(parcel: bytes) -> Outcome:
    outcome: Outcome = unpacked(zlib.decompress(parcel))
    return outcome


def _in_order(rows: Iterable[tuple[int, list[bytes]]]) -> Iterator[list[bytes]]:
    """The rows by number; those that come early wait."""
    waiting: dict[int, list[bytes]] = {}
    expected = 0
    for number, outcomes in rows:
        waiting[number] = outcomes
        while expected in waiting:
            yield waiting.pop(expected)
            expected += 1
