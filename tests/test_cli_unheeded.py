"""What would be ignored, or taken for something else, is told in one line, with status 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Stored

TEXT = "Rusya, Ukrayna'ya saldırdı."
HEED_NOTHING = [
    "--no-store --resume|--resume: --no-store keeps nothing",
    "--no-store --db x.db|--db: --no-store keeps nothing",
    "--out csv d --db x.db|--db: --out stores nothing",
    "--out csv d --resume|--resume: --out stores nothing",
    "--engine daft --workers 2|--workers: --engine daft shares out the work",
    "--engine daft --resume|--resume: --engine daft shares out the work",
    "--no-store --lang=|--lang: it is empty",
    "--no-store --frames nosuch|nosuch: no such file or folder",
]
ASKED = [
    "actor Caparov --limit 3|--limit: only --draft asks a database",
    "actor --draft d --lang tr|--lang: --draft asks for no NAME",
    "audit --read t.tsv --sample 3|--sample: the table that --read reads",
    "audit --read t.tsv --seed 1|--seed: the table that --read reads",
    "backtest csto --crises c.csv --events e.csv --db haberci.db|--db: the deeds are those of --events",
    "desk --proxy nosuch|--proxy: no address: 'nosuch'",
    "events --type=|--type: no event type ''",
    "explain |no event",
    "follow -|standard input can't be followed",
    "follow --once |a FEED is empty",
    "import nosuch|nosuch: no export (manifest.json: no such file or folder)",
    "panel --state CSTO|--state: no state CSTO",
    "panel --unit dyad --state KGZ|--state: a pair of states has two, and only KGZ is named",
    "remove |remove what? Its name is empty",
    "remove --source=|remove what? Its name is empty",
    "roles --export d --format csv|--format: --export writes tables of the register",
    "search title: zirve|title: what?",
    "signs 12ab --area csto|--area: a SIGN is told by its id alone",
    "warn --note x|--note: nothing is judged without",
    "warn --areas nosuch|--areas: only --cap and --send",
    "watch csto --period month|--period: only a situation report",
    "watch csto --report x --feed ./x|--report, --feed: x: one file can't hold both",
]


@pytest.fixture
def text(tmp_path: Path) -> str:
    """A report, as the command line, which runs in the folder, names it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return "a.txt"


@pytest.mark.parametrize("case", HEED_NOTHING)
def test_read_refuses_what_it_would_not_heed(haberci: CommandLine, text: str, tmp_path: Path, case: str) -> None:
    words, told = case.split("|")
    answer = haberci("read", text, *words.split())
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith(f"haberci: {told}")
    assert [path.name for path in tmp_path.iterdir()] == [text]


@pytest.mark.parametrize("case", ASKED)
def test_other_commands_refuse_what_they_would_not_heed(haberci: CommandLine, stored: Stored, case: str) -> None:
    words, told = case.split("|")
    stored({"id": "1", "text": TEXT, "lang": "tr", "date": "2022-02-24"})
    answer = haberci(*words.rstrip(" ").split(" "), *([""] if words.endswith(" ") else []))
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert told in answer.err


@pytest.mark.parametrize("option", ["--table=x", "--columns=text=x", "--bulk"])
def test_what_no_source_heeded_is_told_when_all_is_read(haberci: CommandLine, text: str, option: str) -> None:
    answer = haberci("read", text, "--no-store", option)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert f"{option.partition('=')[0]}: nothing that was read heeds it" in answer.err
    assert "ASSAULT" in answer.out


def test_what_one_source_of_several_heeds_is_asked_of_it_alone(haberci: CommandLine, text: str, tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(json.dumps({"metin": TEXT}) + "\n", encoding="utf-8")
    answer = haberci("read", text, "b.jsonl", "--no-store", "--columns", "text=metin")
    assert (answer.status, answer.err) == (0, "")


@pytest.mark.parametrize("name", ["b.jsonl", "b.json"])
def test_a_key_that_no_record_has_is_told_once(haberci: CommandLine, tmp_path: Path, name: str) -> None:
    records = [{"metin": TEXT, "gun": "2022-02-24"}, {"metin": TEXT}]
    lines = "\n".join(map(json.dumps, records)) if name.endswith("l") else json.dumps(records)
    (tmp_path / name).write_text(lines, encoding="utf-8")
    asked = ("read", name, "--no-store", "--columns")
    assert haberci(*asked, "text=metin,date=gun").status == 0
    answer = haberci(*asked, "text=metin,date=gunu")
    assert (answer.status, answer.err) == (2, f"haberci: {name}: no record has 'gunu', which --columns names\n")


def test_a_text_without_a_pack_is_told_not_to_be_repaired(haberci: CommandLine, text: str) -> None:
    answer = haberci("repair", text, "--lang", "ru")
    assert (answer.status, answer.out) == (2, TEXT)
    assert answer.err == "haberci: a: not repaired: no language pack for ru\n"


def test_a_crisis_of_which_nothing_is_watched_is_told(haberci: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("day,type,sources,targets\n2024-01-01,ASSAULT,KGZ,TJK\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("day,subjects,name\n2024-01-01,KGZ-DEU,w\n2024-01-01,FRA-DEU,x\n", encoding="utf-8")
    answer = haberci("backtest", "csto", "--crises", "c.csv", "--events", "e.csv")
    assert (answer.status, answer.err) == (2, "haberci: c.csv: x: csto watches no party of DEU–FRA\n")
