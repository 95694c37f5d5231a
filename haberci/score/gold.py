"""Gold: reports that people coded by hand, as JSON files, and where they lie."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from haberci.core.errors import InputError
from haberci.core.span import Span
from haberci.score.coded import Coded, CodedEvent, CodedRole, CodedStatement
from haberci.score.elsewhere import with_text

CHECKOUT = Path(__file__).resolve().parents[2]
OWN_GOLD = CHECKOUT / "tests" / "gold"
ELSEWHERE = OWN_GOLD / "elsewhere"  # our codings of reports whose texts lie in the shared folder
HELD = "_held"  # the ending of the name of a file that is held back: it is scored, and never shown
HELD_ENDINGS = (HELD, "_kept")
NOT_REPORTS = ("_facts", "_plans")  # endings of the names of files that hold other codings than reports with events


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report and its coding. ``repaired`` is the text with its letters restored by hand, None where nobody did it."""

    id: str
    text: str
    date: str | None
    sentences: tuple[Span, ...]
    coded: Coded
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One file of gold; ``name`` is the file's stem, by which floors are pinned."""

    name: str
    reports: tuple[GoldReport, ...]


def shared_folder() -> Path | None:
    """The folder of material beside the checkout that is not part of it (HABERCI_SHARED, else ../shared), if there."""
    folder = Path(os.environ.get("HABERCI_SHARED") or CHECKOUT.parent / "shared")
    return folder if (folder / "gold").is_dir() else None


def gold_paths() -> list[Path]:
    """The project's own gold first, then what needs the shared folder."""
    shared = shared_folder()
    return _coded(OWN_GOLD) + (_coded(ELSEWHERE) + _coded(shared / "gold") if shared else [])


def _coded(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if not path.stem.endswith(NOT_REPORTS))


def load_gold(path: Path) -> GoldFile:
    """Read one file; raises InputError, naming file and report, when it is no gold."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name}: can't be read as gold: {error}") from error
    if not isinstance(records, list) or not records:
        raise InputError(f"{path.name}: no gold reports in it")
    reports = []
    for number, record in enumerate(records):
        try:
            reports.append(_report(record))
        except (KeyError, TypeError) as error:
            raise InputError(f"{path.name}: report {number} is no gold report: {error!r}") from error
    return GoldFile(path.stem, tuple(_with_seed_letters(r) for r in reports))


def _report(record: dict[str, Any]) -> GoldReport:
    if "text" not in record and record["text_of"]:  # else it is no gold report, wherever its text would lie
        record = with_text(record, _corpora())
    return GoldReport(
        id=record["id"],
        text=record["text"],
        date=record.get("date"),
        sentences=tuple(Span(start, stop) for start, stop in record["sentences"]),
        coded=Coded(
            tuple(_event(e) for e in record["events"]),
            tuple(_statement(s) for s in record["statements"]),
            tuple(_role(r) for r in record["roles"] if r["person"]),
        ),
        repaired=record.get("repaired"),
    )


def _corpora() -> Path:
    shared = shared_folder()
    if shared is None:
        raise InputError("its text is in the shared folder, which is not there (HABERCI_SHARED, ../shared)")
    return shared / "data" / "corpus"


def _event(record: dict[str, Any]) -> CodedEvent:
    return CodedEvent(
        sentence=record["s"],
        also=tuple(record.get("also") or ()),
        type=record["type"],
        mode=record.get("mode"),
        actors=tuple(record.get("actors") or ()),
        recipients=tuple(record.get("recipients") or ()),
        modality=record["modality"],
        reported_by=record.get("reported_by") or "",
        trigger=record.get("trigger") or "",
        debatable=record.get("certainty") == "debatable",
    )


def _statement(record: dict[str, Any]) -> CodedStatement:
    return CodedStatement(
        sentences=tuple(record["s"]),
        speaker=record.get("speaker") or "",
        kind=record["kind"],
        speaker_text=record.get("speaker_text") or "",
        cue=record.get("cue") or "",
    )


def _role(record: dict[str, Any]) -> CodedRole:
    return CodedRole(record["person"], record.get("office") or "", record["of"], record.get("s", -1))


def _with_seed_letters(report: GoldReport) -> GoldReport:
    """The first report has its restored letters in a file of its own."""
    shared = shared_folder()
    if report.repaired is not None or shared is None:
        return report
    damaged, restored = shared / "seed" / "report.txt", shared / "seed" / "report.repaired.txt"
    if not (damaged.is_file() and restored.is_file()):
        return report
    if damaged.read_text(encoding="utf-8").strip() != report.text.strip():
        return report
    return replace(report, repaired=restored.read_text(encoding="utf-8"))
