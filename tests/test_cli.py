"""The command line, from the words typed to what is printed and the exit status."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from haberci import __version__, read
from haberci.cli.console import deed_cells
from haberci.store.store import Store
from tests.command_line import CommandLine, Stored

SOUND = "ASTANA (AA) - Kazakistan Cumhurbaşkanı Tokayev, Macaristan Başbakanı Orban'ı kabul etti."
LOST = SOUND.translate(str.maketrans("şğıİ", "sgiI"))
DATED = {"id": "astana", "text": LOST, "lang": "tr", "date": "2023-11-03"}


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


@pytest.fixture
def astana(haberci: CommandLine, stored: Stored) -> str:
    """A database with one report and its event; the event's id."""
    stored(DATED)
    with Store.open(Path("haberci.db"), mode="read") as store:
        (event,) = store.events()
    return event.id


def test_version(haberci: CommandLine) -> None:
    assert haberci("--version").out == f"haberci {__version__}\n"


def test_a_file_is_read_and_stored_and_told_as_a_table(haberci: CommandLine, example: Path) -> None:
    answer = haberci("read", example)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("tiflis  ")
    assert "NATO IGO → GEO GOV" in answer.out
    assert "stored in haberci.db: 1 new" in answer.out
    assert "stored in haberci.db: 1 as before" in haberci("read", example).out


def test_json_lines_hold_all_that_was_found(haberci: CommandLine, example: Path) -> None:
    answer = haberci("read", example, "--format", "jsonl", "--no-store")
    (record,) = [json.loads(line) for line in answer.out.splitlines()]
    raw = example.read_text(encoding="utf-8")
    assert record["id"] == "tiflis"
    assert record["coded"] is True
    assert {block["kind"] for block in record["layout"]} >= {"headline", "byline", "dateline", "subhead", "paragraph"}
    for event in record["events"]:
        assert raw[event["start"] : event["stop"]]
        at = event["trigger_at"]
        assert record["text"][at["text_start"] : at["text_stop"]] == event["trigger"]
    for edit in record["edits"]:
        assert raw[edit["start"] : edit["stop"]] == edit["before"]
    assert not Path("haberci.db").exists()


def test_the_json_lines_of_many_processes_are_those_of_one(haberci: CommandLine, tmp_path: Path) -> None:
    path = lines(tmp_path / "many.jsonl", *({**DATED, "id": str(n)} for n in range(60)), {"id": "x"})
    one = haberci("read", path, "--format", "jsonl", "--no-store", "--workers", 1)
    many = haberci("read", path, "--format", "jsonl", "--no-store", "--workers", 2)
    assert len(one.out.splitlines()) == 60
    assert one == many


def test_what_fails_is_told_and_the_rest_is_read(haberci: CommandLine, tmp_path: Path, example: Path) -> None:
    broken = tmp_path / "b.jsonl"
    broken.write_text('{"id": "1", "text": \n{"id": "2", "text": "Bakan geldi.", "lang": "tr"}\n', encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)))
    answer = haberci("read", "none.txt", broken, "folder", "picture.txt", example, "--no-store", "--format", "jsonl")
    assert answer.status == 2
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == ["2", "tiflis"]
    starts = [
        "none.txt: no such",
        f"{broken}:1: broken JSON",
        "folder: no reports",
        "picture.txt: the bytes are no text",
    ]
    assert [line.startswith(f"haberci: {s}") for line, s in zip(answer.err.splitlines(), starts, strict=True)] == [
        True
    ] * 4


def test_nothing_is_stored_when_nothing_was_read(haberci: CommandLine) -> None:
    assert haberci("read", "none.txt").status == 2
    assert not Path("haberci.db").exists()


def test_a_language_without_a_pack_is_stored_and_said_so(haberci: CommandLine, tmp_path: Path) -> None:
    text = "The prime minister of Hungary met the president of Kazakhstan in Astana on Friday."
    path = lines(tmp_path / "a.jsonl", {"id": "en-1", "text": text})
    answer = haberci("read", path)
    assert answer.status == 0
    assert "en-1  not coded: no language pack for en" in answer.out
    assert "not coded: no language pack for en" in haberci("show", "en-1").out
    answer = haberci("read", path, "--format", "jsonl")
    assert json.loads(answer.out)["coded"] is False
    assert answer.err == "haberci: en-1: not coded: no language pack for en\n"


def test_a_report_read_in_a_wrong_language_is_read_anew_in_the_right_one(haberci: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LOST, encoding="utf-8")
    assert "not coded: no language pack for az" in haberci("read", "a.txt", "--lang", "az").out
    assert "1 read anew" in haberci("read", "a.txt", "--lang", "tr").out
    assert "1 as before" in haberci("read", "a.txt").out
    assert "[kabul etti]E1" in haberci("show", "a").out


def test_a_date_that_is_none_is_kept_and_flagged(haberci: CommandLine, tmp_path: Path) -> None:
    answer = haberci("read", lines(tmp_path / "a.jsonl", {**DATED, "date": "cuma"}), "--format", "jsonl")
    assert answer.status == 0
    record = json.loads(answer.out)
    assert (record["date"], record["date_flag"]) == ("cuma", "no ISO 8601 date")


def test_repair_prints_the_text_and_nothing_else(haberci: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LOST + "\r\n\r\n", encoding="utf-8")
    answer = haberci("repair", "a.txt")
    assert (answer.status, answer.out, answer.err) == (0, SOUND + "\r\n\r\n", "")
    explained = haberci("repair", "a.txt", "--explain").out.splitlines()
    assert explained[0].split("\t")[:3] == ["a:25", "Cumhurbaskani → Cumhurbaşkanı", "Cumhurbaskani"]
    assert haberci("repair", "a.txt", "none.txt").status == 2


def test_show_marks_the_claims_at_their_words(haberci: CommandLine, astana: str) -> None:
    answer = haberci("show", "astana")
    assert answer.status == 0
    assert "[kabul etti]E1." in answer.out
    assert astana in answer.out
    assert "Başbakanı" in answer.out
    raw = haberci("show", "astana", "--raw").out
    assert "Basbakani" in raw


def test_events_are_filtered(haberci: CommandLine, astana: str) -> None:
    def ids(*options: str) -> list[str]:
        return [json.loads(line)["id"] for line in haberci("events", "--format", "jsonl", *options).out.splitlines()]

    assert ids("--actor", "HUN") == ids("--actor", "kaz gov") == ids("--type", "consult") == [astana]
    assert ids("--since", "2023-11-03", "--until", "2023-11-03") == [astana]
    for options in (("--actor", "DEU"), ("--type", "ASSAULT"), ("--since", "2023-11-04"), ("--until", "2023-11-02")):
        assert ids(*options) == []
    assert "no events" in haberci("events", "--actor", "DEU").out
    assert astana[:10] in haberci("events").out


def test_events_as_csv(haberci: CommandLine, astana: str) -> None:
    (row,) = csv.DictReader(io.StringIO(haberci("events", "--format", "csv").out))
    assert (row["id"], row["actors"], row["recipients"], row["date"]) == (astana, "HUN GOV", "KAZ GOV", "2023-11-03")


def test_as_of_asks_the_past(haberci: CommandLine, astana: str) -> None:
    assert haberci("events", "--as-of", "2001-01-01", "--format", "jsonl").out == ""
    assert haberci("show", "astana", "--as-of", "2001-01-01").status == 2


def test_explain_says_why(haberci: CommandLine, astana: str) -> None:
    answer = haberci("explain", astana[:8])
    assert answer.status == 0
    assert "[kabul etti]CONSULT" in answer.out
    assert "KAZ GOV" in answer.out
    assert "as in:" in answer.out


SLIPS = {
    ("read",): "Missing argument",
    ("read", "a.jsonl", "--formt", "jsonl"): "No such option",
    ("read", "a.jsonl", "--format", "xml"): "xml",
    ("read", "a.jsonl", "--lang", "türkçe"): "no language code",
    ("read", "a.jsonl", "--workers", "-1"): "workers",
    ("rede", "a.jsonl"): "No such command",
    ("show", "bursa"): "no report bursa",
    ("show", "astana", "--db", "other.db"): "other.db",
    ("explain", "ffff"): "no event ffff",
    ("events", "--type", "CONSLT"): "did you mean CONSULT?",
    ("events", "--actor", "KGZ XXX"): "no actor code",
    ("events", "--since", "yesterday"): "no day",
    ("events", "--limit", "0"): "limit",
    ("events", "--actor", "KZA"): "did you mean KAZ?",
    ("events", "--actor", "KAZ GVO"): "did you mean GOV?",
    ("events", "--type", "visit"): "did you mean CONSULT?",
    ("events", "--since", "2024-02-01", "--until", "2024-01-01"): "before",
    ("read", "", "--no-store"): "a path is empty",
    ("events", "--as-of", "whenever"): "whenever",
    ("events", "--areas", "mine"): "--areas needs the --area",
    ("roles", "--person", "Zeynep Kimse"): "--person: no role of Zeynep Kimse",
    ("search", " "): "search for what?",
}


@pytest.mark.parametrize(("words", "told"), SLIPS.items(), ids=[" ".join(words) for words in SLIPS])
def test_a_slip_is_one_line_and_status_2(haberci: CommandLine, astana: str, words: tuple[str, ...], told: str) -> None:
    answer = haberci(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("haberci: ")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_what_a_source_wrote_steers_no_terminal_and_breaks_no_line(haberci: CommandLine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {**DATED, "id": "a\x1b[2J\nb", "text": "\x1b]0;x\x07 " + LOST})
    told = haberci("read", path, "--workers", 1).out
    assert told.startswith("a\ufffd[2J b  ")
    event = json.loads(haberci("events", "--format", "jsonl").out)["id"]
    pages = [haberci("events").out, haberci("show", "a\x1b[2J\nb").out, haberci("explain", event).out]
    assert all("\x1b" not in page and "\x07" not in page for page in [told, *pages])
    assert "[kabul etti]E1" in pages[1]


def test_reports_of_one_text_are_named_on_one_line(haberci: CommandLine, tmp_path: Path) -> None:
    rows = ({**DATED, "id": f"r{n}", "source": "a"} for n in range(9))
    haberci("read", lines(tmp_path / "a.jsonl", *rows), "--workers", 1)
    assert "the same text as a/r1, a/r2, a/r3, a/r4, a/r5 and 3 more\n" in haberci("show", "r0").out


def test_what_can_not_be_read_is_told_also_when_the_store_fails(haberci: CommandLine, example: Path) -> None:
    answer = haberci("read", "none.txt", example, "--db", "no/folder.db")
    assert answer.status == 2
    assert [line.split(":")[1] for line in answer.err.splitlines()] == [" none.txt", " no/folder.db"]


def test_a_database_that_is_none(haberci: CommandLine, tmp_path: Path, example: Path) -> None:
    (tmp_path / "text.db").write_text(
        "not a database, but long enough to look like a page of one" * 20, encoding="utf-8"
    )
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE weather (day TEXT)")
    connection.close()
    for name in ("text.db", "other.db", "no/such/folder.db", "."):
        answer = haberci("read", example, "--db", name)
        assert answer.status == 2, name
        assert name in answer.err
        assert answer.err.count("\n") == 1


def test_on_a_narrow_terminal_an_event_takes_several_lines_and_no_word_is_broken() -> None:
    text = "Kazakistan Cumhurbaşkanı Kasım Cömert Tokayev, Macaristan Başbakanı Viktor Orban'ı kabul etti."
    report = read(text, lang="tr")
    (event,) = report.events
    assert [text.plain for text in deed_cells(event, narrow=True)] == [
        "CONSULT visit", "HUN GOV → KAZ GOV\nhappened, says the wire: kabul etti",
    ]  # fmt: skip
    assert len(deed_cells(event, narrow=False)) == 5


def test_show_begins_a_line_where_a_byline_is_glued_to_its_headline(haberci: CommandLine) -> None:
    Path("oş.txt").write_text("Heyet Oş'ta bakanla görüştüAyşe Nur Demir\n\nOŞ (AA) - Heyet geldi.", encoding="utf-8")
    haberci("read", "oş.txt")
    assert "Heyet Oş'ta bakanla görüştü\nAyşe Nur Demir\n\nOŞ (AA) - Heyet geldi." in haberci("show", "oş").out


def people(folder: Path, code: str) -> None:
    folder.mkdir()
    header = "code\tname\tvariants\tshort\ten\tru\tbasis"
    (folder / "people.tsv").write_text(f"{header}\n{code}\tAda Bir\t\t\t\t\tgeneral record\n", encoding="utf-8")


def test_a_register_of_ones_own_is_read_by_all_processes_and_makes_a_run_of_its_own(
    haberci: CommandLine, tmp_path: Path
) -> None:
    text = "LİMA (AA) - Ada Bir, Macaristan Başbakanı Viktor Orban'ı kabul etti."
    path = lines(tmp_path / "many.jsonl", *({"id": str(n), "text": text, "lang": "tr"} for n in range(60)))
    people(tmp_path / "own", "PER GOV")
    assert "60 new" in haberci("read", path).out
    one = haberci("read", path, "--register", "own", "--no-store", "--format", "jsonl", "--workers", 1)
    many = haberci("read", path, "--register", "own", "--no-store", "--format", "jsonl", "--workers", 2)
    assert (one, one.status, one.err) == (many, 0, "")
    assert '"PER GOV"' in one.out
    assert "60 read anew" in haberci("read", path, "--register", "own").out
    assert "60 as before" in haberci("read", path, "--register", "own").out


@pytest.mark.parametrize("command", ["read", "repair", "analyse"])
def test_a_wrong_register_is_told_before_anything_is_read(
    haberci: CommandLine, tmp_path: Path, example: Path, command: str
) -> None:
    people(tmp_path / "own", "PER GVO")
    answer = haberci(command, example, "--register", "own")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "haberci: own/people.tsv:2: no actor code: 'PER GVO'\n"
    assert haberci(command, example, "--register", "none").err == "haberci: none: no such folder\n"
