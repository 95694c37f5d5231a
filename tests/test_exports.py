"""Exports, the panel and the import, on twenty deeds whose two witnesses do not agree on the dead."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from icalendar import Calendar

from haberci import read
from haberci.core.codebook import Modality
from haberci.core.errors import InputError
from haberci.exports.calendar import export_calendar
from haberci.exports.file_format import FileFormat
from haberci.exports.importing import checked_export, import_export
from haberci.exports.polecat import COLUMNS, export_polecat
from haberci.exports.release import export_tables, prepared, write_manifest
from haberci.languages.packs import search_fold
from haberci.panel import panel, panel_columns
from haberci.panel_units import Period, Unit
from haberci.store import Store
from haberci.version import run_version

FILE = Path(__file__).parent / "cases" / "deeds" / "conflicting_tolls.tsv"
STORIES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
PLAN = "Kazakistan Cumhurbaşkanı Tokayev, 12 Mart'ta Özbekistan'ı ziyaret edecek."


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deeds") / "news.db"
    reports = [
        read(row[source], id=f"{n}-{source}", source=source, lang="tr", date=row["date"])
        for n, row in enumerate(STORIES)
        for source in ("one", "other")
    ]
    reports.append(read(PLAN, id="plan", source="one", lang="tr", date="2024-03-05", title="Tokayev gidiyor"))
    reports.append(read("Президент встретился с послом.", id="ru", source="three", lang="ru", date="2024-03-06"))
    with Store.open(path, fold=search_fold) as store:
        store.write(reports, run_version())
    return path


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with Store.open(database, mode="read", fold=search_fold) as opened:
        yield opened


def test_there_are_twenty_stories() -> None:
    assert len(STORIES) == 20


@pytest.mark.parametrize("row", STORIES, ids=lambda row: str(row["date"]))
def test_each_is_one_deed_with_both_numbers(store: Store, row: dict[str, str]) -> None:
    (deed,) = [one for one in store.deeds(since=row["date"], until=row["date"]) if one.toll("dead")]
    assert (deed.reports, deed.sources, str(deed.toll("dead"))) == (2, 2, row["dead"])
    (conflict,) = [one for one in deed.conflicts if one.what == "dead"]
    assert "-".join(sorted((version.value for version in conflict.told), key=int)) == row["dead"]


def rows_of(folder: Path, table: str, format: FileFormat) -> list[dict[str, Any]]:
    path = folder / f"{table}.{format.value}"
    if format is FileFormat.PARQUET:
        found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)])
        columns = [column[0] for column in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened)) if format is FileFormat.CSV else [json.loads(line) for line in opened]


@pytest.fixture(scope="module", params=list(FileFormat))
def exported(
    request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, FileFormat]:
    """The folder of an export in each format, which no test changes."""
    folder = prepared(tmp_path_factory.mktemp("exported") / "out")
    with Store.open(database, mode="read", fold=search_fold) as store:
        counts = export_tables(store, folder, request.param, texts=True)
        write_manifest(folder, request.param.value, store.runs(), counts, texts=True)
    return folder, request.param


def test_tables_hold_both_numbers_and_who_tells_them(exported: tuple[Path, FileFormat]) -> None:
    folder, format = exported
    disputed = [row for row in rows_of(folder, "deeds", format) if row["conflicts"]]
    assert sorted(row["dead"] for row in disputed) == sorted(row["dead"] for row in STORIES)
    for row in disputed:
        (dead,) = [one for one in json.loads(row["conflicts"]) if one["what"] == "dead"]
        assert sorted(report.split("/")[0] for one in dead["told"] for report in one["reports"]) == ["one", "other"]
    events = rows_of(folder, "events", format)
    assert {row["deed"] for row in events} == {row["id"] for row in rows_of(folder, "deeds", format)}


def test_the_manifest_tells_what_made_the_files_and_their_hashes(exported: tuple[Path, FileFormat]) -> None:
    folder, format = exported
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert told["rows"]["reports"] == 42
    assert len(told["versions"]) == 1
    assert {file["name"] for file in told["files"]} == {
        f"{name}.{format.value}" for name in ("archive", "deeds", "events", "reports", "roles", "sources", "statements")
    }


def test_an_export_comes_back_as_it_was(exported: tuple[Path, FileFormat], store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "back.db", fold=search_fold) as back:
        assert import_export(back, checked_export(exported[0])).new == 42
        assert list(back.deeds(modality=None)) == list(store.deeds(modality=None))
        assert list(back.archive()) != []
        for mine, theirs in zip(back.archive(), store.archive(), strict=True):
            mine["claims"] = theirs["claims"] = None  # row numbers; the reports are compared below
            assert mine == theirs
        for stored in store.reports():
            again = back.report(stored.report.id, stored.report.source)
            assert again is not None
            assert (again.report, again.event_ids) == (stored.report, stored.event_ids)
        assert import_export(back, checked_export(exported[0])).unchanged == 42


def test_the_same_store_gives_the_same_bytes(exported: tuple[Path, FileFormat], store: Store, tmp_path: Path) -> None:
    folder, format = exported
    again = prepared(tmp_path / "again")
    export_tables(store, again, format, texts=True)
    assert bytes_of(again) == {name: held for name, held in bytes_of(folder).items() if name != "manifest.json"}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_changed_file_is_not_imported(exported: tuple[Path, FileFormat], tmp_path: Path) -> None:
    folder, format = Path(shutil.copytree(exported[0], tmp_path / "out")), exported[1]
    path = folder / f"archive.{format.value}"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(InputError, match="not as it was exported"):
        checked_export(folder)


def test_polecat_has_its_forty_columns(store: Store, tmp_path: Path) -> None:
    counts = export_polecat(store, prepared(tmp_path / "out"), "0")
    with (tmp_path / "out" / "events.tsv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    assert len(COLUMNS) == 40
    assert len(rows) == counts["events"] == len(list(store.deeds()))
    (batken,) = [row for row in rows if row["Placename"] == "Batken"]
    expected = {
        "Event Date": "2022-09-16",
        "Event Type": "ASSAULT",
        "Quad Code": "MATERIAL CONFLICT",
        "Actor Country": "TJK",
        "Actor COW": "702",
        "Recipient Country": "KGZ",
        "Recipient COW": "703",
        "Language": "tr",
    }
    assert {column: batken[column] for column in expected} == expected
    with (tmp_path / "out" / "witnesses.tsv").open(encoding="utf-8", newline="") as opened:
        told = [row for row in csv.DictReader(opened, delimiter="\t") if row["What"] == "dead"]
    assert sorted({row["dead"] for row in told}) == sorted({row["dead"] for row in STORIES})
    assert len(told) == 2 * len(STORIES)


def test_planned_events_are_a_calendar(store: Store, tmp_path: Path) -> None:
    assert export_calendar(store, prepared(tmp_path / "out")) == {"planned": 1}
    calendar = Calendar.from_ical((tmp_path / "out" / "planned.ics").read_bytes())
    (entry,) = calendar.walk("VEVENT")
    assert entry["dtstart"].dt.isoformat() == "2024-03-12"
    assert entry["dtend"].dt.isoformat() == "2024-03-13"
    assert (str(entry["summary"]), str(entry["status"])) == ("CONSULT: KAZ GOV → UZB GOV", "TENTATIVE")
    (deed,) = store.deeds(modality=Modality.PLANNED.value)
    assert str(entry["uid"]) == f"{deed.id}@haberci"


def told(store: Store, unit: Unit, by: Period, **asked: Any) -> list[dict[str, Any]]:
    asked = {"since": None, "until": None, **asked}
    return [dict(zip(panel_columns(unit), row, strict=True)) for row in panel(store, unit, by, **asked)]


def test_a_panel_counts_each_deed_once_and_tells_zero_from_nothing_known(store: Store) -> None:
    rows = told(store, Unit.STATE, Period.MONTH, since="2022-09-01", until="2022-12-31", states=["KGZ"])
    assert [(row["period"], row["reports"], row["deeds"], row["dead"]) for row in rows] == [
        ("2022-09-01", 2, 1, 12),
        ("2022-10-01", 2, 0, 0),
        ("2022-11-01", 0, None, None),
        ("2022-12-01", 0, None, None),
    ]
    assert {(row["state"], row["state_cow"], row["state_gw"]) for row in rows} == {("KGZ", 703, 703)}


def test_a_panel_of_dyads_is_directed(store: Store) -> None:
    asked = {"since": "2022-09-16", "until": "2022-09-16", "states": ["KGZ", "TJK"]}
    rows = told(store, Unit.DYAD, Period.DAY, **asked)
    assert [(row["actor"], row["recipient"], row["deeds"], row["sources"]) for row in rows] == [
        ("KGZ", "TJK", 0, 0),
        ("TJK", "KGZ", 1, 2),
    ]
    assert rows[1]["material_conflict"] == 1


def test_a_panel_of_weeks_begins_on_monday_and_keeps_to_types(store: Store) -> None:
    asked = {"since": "2022-09-12", "until": "2022-09-18", "states": ["KGZ"]}
    (week,) = told(store, Unit.STATE, Period.WEEK, **asked)
    assert (week["period"], week["deeds"]) == ("2022-09-12", 1)
    (week,) = told(store, Unit.STATE, Period.WEEK, types=["CONSULT"], **asked)
    assert week["deeds"] == 0
    with pytest.raises(InputError, match="no state XXX"):
        told(store, Unit.STATE, Period.DAY, states=["XXX"])


def test_an_export_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    with pytest.raises(InputError, match="not an empty folder"):
        prepared(tmp_path / "full")


NOT_EXPORTED: list[tuple[str, Callable[[Path], object]]] = [
    ("no export", lambda folder: None),
    ("without --texts", lambda folder: write_manifest(folder, "csv", [], {}, texts=False)),
    ("form 99", lambda folder: (folder / "manifest.json").write_text('{"form": 99}')),
    ("no manifest", lambda folder: (folder / "manifest.json").write_text("[]")),
    ("no manifest", lambda folder: (folder / "manifest.json").write_text('{"form": 1}')),
    ("archive.csv, sources.csv", lambda folder: write_manifest(folder, "csv", [], {}, texts=True)),
]


@pytest.mark.parametrize("says, make", NOT_EXPORTED, ids=[says for says, _ in NOT_EXPORTED])
def test_what_is_no_export_is_told(tmp_path: Path, says: str, make: Callable[[Path], object]) -> None:
    folder = prepared(tmp_path / "out")
    make(folder)
    with pytest.raises(InputError, match=says):
        checked_export(folder)
