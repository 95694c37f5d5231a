"""The table that a person fills in for an audit: written, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from haberci.audit import Sample
from haberci.cli.console import harmless
from haberci.core.errors import InputError, unreadable
from haberci.store.judgements import Judgement, Verdict
from haberci.store.rows import EventRow
from haberci.store.store import Store

COLUMNS = (
    "verdict",
    "id",
    "type",
    "mode",
    "actors",
    "recipients",
    "modality",
    "says",
    "words",
    "sentence",
    "report",
    "date",
)
VERDICTS = ", ".join(Verdict)


def write_table(path: Path, sample: Sample) -> None:
    """Write a table to be filled in. Raises InputError when the file is there already or can't be written."""
    lines = [f"# sample {sample.size} seed {sample.seed}; write a verdict before each: {VERDICTS}", "\t".join(COLUMNS)]
    for e in sample.events:
        sides = ("; ".join(map(str, codes)) for codes in (e.actors, e.recipients))
        cells = ("", e.id, e.type, e.mode or "", *sides, e.modality, e.reported_by or "wire", e.trigger, e.sentence)
        lines.append("\t".join(_cell(cell) for cell in (*cells, e.key, e.date or "")))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    except FileExistsError:
        raise InputError(f"{path}: is there already; judgements in it would be lost") from None
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror})") from error


def _cell(value: object) -> str:
    return " ".join(harmless(str(value)).split())


class Filled(NamedTuple):
    """A table as a person left it: the sample that it was drawn as, its events, and those that were judged."""

    seed: int
    size: int
    events: tuple[EventRow, ...]
    judged: tuple[Judgement, ...]


def read_table(path: Path, store: Store) -> Filled:
    """A filled table; raises InputError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {unreadable(error)}") from error
    head = (lines[0] if lines else "").partition(";")[0].split()
    if len(head) != 5 or head[:2] != ["#", "sample"] or not (head[2] + head[4]).isdecimal():
        raise InputError(f"{path}:1: no table of an audit (# sample N seed N)")
    size, seed = int(head[2]), int(head[4])
    rows = list(_rows(path, lines, store))
    judged = tuple(Judgement(event, verdict, seed, size) for event, verdict in rows if verdict is not None)
    return Filled(seed, size, tuple(event for event, _ in rows), judged)


def _rows(path: Path, lines: list[str], store: Store) -> Iterator[tuple[EventRow, Verdict | None]]:
    known: dict[str, Verdict | None] = {"": None, **{verdict.value: verdict for verdict in Verdict}}
    for number, line in enumerate(lines[2:], 3):
        if not line.strip():
            continue
        told, _, rest = line.partition("\t")
        if told.strip() not in known:
            raise InputError(f"{path}:{number}: no verdict: {told.strip()} ({VERDICTS})")
        id = rest.partition("\t")[0].strip()
        event = store.event(id) if id else None
        if event is None or event.id != id:
            raise InputError(f"{path}:{number}: no event {id or 'named'} in the database")
        yield event, known[told.strip()]
