"""The commands over a stored history: signs are found and kept, judged, and given out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from haberci.watch.areas import load_area
from haberci.watch.cap import NAMESPACE
from tests.command_line import CommandLine


@pytest.fixture
def run(haberci: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line with a wide terminal."""
    monkeypatch.setenv("COLUMNS", "200")
    return haberci


@pytest.fixture
def db(clash: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(clash, tmp_path / "news.db"))


def test_the_clash_is_signed_on_its_first_day(run: CommandLine, db: Path) -> None:
    answer = run("watch", "csto", "--db", db, "--since", "2020-12-04", "--until", "2021-04-28")
    assert answer.status == 0, answer.err
    assert "KGZ–TJK: first assault in a dyad after 90 quiet days" in answer.out
    assert "KGZ–TJK: ASSAULT since 2021-04-28" in answer.out


def test_a_second_look_finds_nothing_new_and_a_later_one_what_changed(run: CommandLine, db: Path) -> None:
    watch = ("watch", "csto", "--db", db, "--since", "2020-12-04")
    run(*watch, "--until", "2021-04-28")
    assert "nothing new" in run(*watch, "--until", "2021-04-28").out
    assert " 1 changed" in run(*watch, "--until", "2021-05-02").out
    listed = [json.loads(line) for line in run("signs", "--db", db, "--format", "jsonl").out.splitlines()]
    first = next(sign for sign in listed if sign["subject"] == "KGZ–TJK")
    assert first["last_day"] == "2021-05-02"
    told = run("signs", first["id"], "--db", db).out
    assert "until 2021-04-28" in told, "how it stood before"
    assert "taşlarla saldırdığını" in told, "the sentence behind it"
    assert "ends after" in told
    assert "Against it" in told


def test_a_sign_becomes_a_warning_by_a_person(run: CommandLine, db: Path, tmp_path: Path) -> None:
    run("watch", "csto", "--db", db, "--since", "2020-12-04")
    ids = [json.loads(line)["id"] for line in run("signs", "--db", db, "--format", "jsonl").out.splitlines()]
    assert "no warnings" in run("warn", "--db", db).out
    by = ("--by", "ada", "--db", db)
    assert run("warn", ids[0], "--close", "--note", "over", *by).status == 2, "nothing to close yet"
    assert run("warn", ids[0], "--confirm", *by).err.count("\n") == 1, "a note is needed"
    cap = tmp_path / "warning.cap"
    assert run("warn", ids[0], "--confirm", "--note", "shots reported", "--cap", cap, *by).status == 0
    assert run("warn", ids[1], "--merge", ids[0][:6], "--note", "the same clash", *by).status == 0
    assert "is merged into another itself" in run("warn", ids[0], "--merge", ids[1], "--note", "x", *by).err
    assert run("warn", ids[0], "--close", "--note", "truce holds", *by).status == 0
    kept = {(w := json.loads(line))["id"]: w for line in run("warn", "--db", db, "--format", "jsonl").out.splitlines()}
    assert [change["action"] for change in kept[ids[0]]["changes"]] == ["confirm", "close"]
    assert kept[ids[0]]["changes"][0]["note"] == "shots reported"
    assert (kept[ids[1]]["state"], kept[ids[1]]["merged_into"]) == ("merged", ids[0])
    alert = ElementTree.parse(cap).getroot()
    assert alert.tag == f"{{{NAMESPACE}}}alert"
    assert alert.findtext(f"{{{NAMESPACE}}}msgType") == "Alert"


def test_what_was_never_confirmed_has_no_alert_to_take_back(run: CommandLine, db: Path, tmp_path: Path) -> None:
    run("watch", "csto", "--db", db)
    sign = json.loads(run("signs", "--db", db, "--format", "jsonl").out.splitlines()[0])["id"]
    cap = tmp_path / "warning.cap"
    answer = run("warn", sign, "--reject", "--note", "rumour", "--by", "ada", "--db", db, "--cap", cap)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "was never confirmed" in answer.err
    assert "no warnings" in run("warn", "--db", db).out, "nothing was judged"
    assert not cap.exists()


def test_signs_of_several_areas_name_theirs(run: CommandLine, db: Path) -> None:
    run("watch", "csto", "--db", db)
    assert "area " not in run("signs", "--db", db).out.splitlines()[0]
    run("watch", "sco", "--db", db)
    listed = run("signs", "--db", db).out
    assert "  area  " in listed.splitlines()[0]
    assert "  csto  " in listed
    assert "  sco   " in listed


def test_page_and_feed(run: CommandLine, db: Path, tmp_path: Path) -> None:
    page, feed = tmp_path / "page.html", tmp_path / "feed.xml"
    assert run("watch", "csto", "--db", db, "--report", page, "--period", "week", "--feed", feed).status == 0
    text = page.read_text(encoding="utf-8")
    assert "KGZ–TJK: ten or more dead" in text, "the gravest of its reasons comes first"
    assert "▲" in text
    assert "<svg" in text
    assert "http" not in text, "nothing is fetched"
    entries = ElementTree.parse(feed).getroot().findall("{http://www.w3.org/2005/Atom}entry")
    told = next(
        e for e in entries if "KGZ–TJK: ten or more dead" in (e.findtext("{http://www.w3.org/2005/Atom}title") or "")
    )
    assert "ateşkese rağmen Leylek'te" in (told.findtext("{http://www.w3.org/2005/Atom}content") or "")
    again = tmp_path / "again.xml"
    run("watch", "csto", "--db", db, "--feed", again)
    assert again.read_bytes() == feed.read_bytes()


def test_events_of_an_area(run: CommandLine, db: Path) -> None:
    listed = run("events", "--db", db, "--area", "south_caucasus", "--format", "jsonl").out.splitlines()
    assert listed
    parties = {"ARM", "AZE", "GEO", "IRN", "RUS", "TUR", "CSTO"}
    assert all(parties & set(line.replace('"', " ").split()) for line in listed)


def test_events_of_a_sub_area(run: CommandLine, db: Path) -> None:
    listed = run("events", "--db", db, "--area", "central_asia/Batken", "--format", "jsonl").out.splitlines()
    told = [json.loads(line)["where"]["name"] for line in listed]
    assert told
    assert set(told) <= load_area("central_asia").sub_area("Batken").places
    wrong = run("events", "--db", db, "--area", "central_asia/Batkn")
    assert (wrong.status, wrong.err.count("\n")) == (2, 1)
    assert "no sub-area Batkn; did you mean Batken?" in wrong.err


def test_the_clash_is_counted_in_its_sub_area(run: CommandLine, db: Path) -> None:
    assert run("watch", "central_asia", "--db", db, "--since", "2020-12-04").status == 0
    listed = [json.loads(line) for line in run("signs", "--db", db, "--format", "jsonl").out.splitlines()]
    assert any(name.startswith("KGZ/Batken") for sign in listed for name in (sign["subject"], *sign["also"]))


def test_a_replay_from_a_table(run: CommandLine, tmp_path: Path) -> None:
    deeds, crises, page = tmp_path / "deeds.csv", tmp_path / "crises.csv", tmp_path / "page.html"
    rows = [f"2021-{m:02}-{d:02},ACCUSE,KGZ,TJK" for m in range(1, 7) for d in (3, 17)]
    rows += [f"2021-06-{d:02},ASSAULT,TJK,KGZ" for d in range(20, 27) for _ in range(3)]
    deeds.write_text("day,type,sources,targets\n" + "\n".join(rows) + "\n", encoding="utf-8")
    crises.write_text("day,subjects,name\n2021-06-20,KGZ-TJK,clash\n", encoding="utf-8")
    answer = run("backtest", "csto", "--events", deeds, "--crises", crises, "--report", page)
    assert answer.status == 0, answer.err
    assert answer.out.splitlines()[1].split()[:3] == ["signs", "told", "1/1"]
    assert "EARS C3" in answer.out
    assert "clash: KGZ–TJK" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("watch", "cstp"), "no area cstp; did you mean csto?"),
        (("watch", "csto", "--until", "yesterday"), "--until: no day: yesterday"),
        (("watch", "csto", "--since", "2021-05-01", "--until", "2021-04-01"), "--until: 2021-04-01 is before --since"),
        (("signs", "zzz"), "no sign zzz"),
        (("signs", "--area", "csdo"), "no area csdo; did you mean csto?"),
        (("warn", "zzz", "--confirm", "--note", "x", "--by", "ada"), "no sign zzz"),
        (("warn", "--confirm", "--note", "x", "--by", "ada"), "which sign?"),
        (("warn", "zzz", "--confirm", "--reject"), "one of --confirm and --reject, not several"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(run: CommandLine, db: Path, words: tuple[str, ...], message: str) -> None:
    answer = run(*words, "--db", db)
    assert answer.status == 2
    assert message in answer.err
    assert answer.err.count("\n") == 1


def test_a_table_that_is_wrong_names_file_and_line(run: CommandLine, tmp_path: Path) -> None:
    deeds, crises = tmp_path / "deeds.csv", tmp_path / "crises.csv"
    deeds.write_text("day,type,sources,targets\n2021-01-01,ACUSE,KGZ,TJK\n", encoding="utf-8")
    crises.write_text("day,subjects,name\n2021-06-20,KGZ-TJK,clash\n", encoding="utf-8")
    answer = run("backtest", "csto", "--events", deeds, "--crises", crises)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "deeds.csv:2: no event type ACUSE" in answer.err


@pytest.mark.parametrize(("subjects", "told"), [("KGZ-TJX", "TJX"), ("", "(empty)")])
def test_a_crisis_of_nobody_known_names_file_and_line(
    run: CommandLine, tmp_path: Path, db: Path, subjects: str, told: str
) -> None:
    crises = tmp_path / "crises.csv"
    crises.write_text(f"day,subjects,name\n2021-06-20,{subjects},clash\n", encoding="utf-8")
    answer = run("backtest", "csto", "--db", db, "--crises", crises)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert f"crises.csv:2: no state or organisation {told}" in answer.err


def test_a_crisis_of_a_day_that_is_not_replayed_names_the_days(run: CommandLine, tmp_path: Path) -> None:
    deeds, crises = tmp_path / "deeds.csv", tmp_path / "crises.csv"
    deeds.write_text(
        "day,type,sources,targets\n2021-01-01,ACCUSE,KGZ,TJK\n2021-02-01,ACCUSE,KGZ,TJK\n", encoding="utf-8"
    )
    crises.write_text("day,subjects,name\n2022-06-20,KGZ-TJK,clash\n", encoding="utf-8")
    answer = run("backtest", "csto", "--events", deeds, "--crises", crises)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "clash: 2022-06-20 is none of the days replayed (2021-01-01 to 2021-02-01)" in answer.err


def test_days_without_a_report_are_told_as_such(run: CommandLine, db: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    answer = run("watch", "csto", "--db", db, "--since", "2020-12-04", "--until", "2021-05-30", "--report", page)
    assert "no report is of the last 28 days: nothing is known of them" in answer.out
    assert "No report is of the last 28 days" in page.read_text(encoding="utf-8")
    assert "no report is of" not in run("watch", "csto", "--db", db, "--since", "2020-12-04").out


def test_one_clash_is_one_sign(run: CommandLine, db: Path) -> None:
    """Both states rise by what is between them, and take no place in the budget from what else happens."""
    run("watch", "csto", "--db", db, "--since", "2020-12-04")
    listed = [json.loads(line) for line in run("signs", "--db", db, "--format", "jsonl").out.splitlines()]
    assert [sign["subject"] for sign in listed if {"KGZ", "TJK"} & set(sign["subject"].split("–"))] == ["KGZ–TJK"]
    assert "KGZ conflict" in listed[0]["also"]


def test_what_a_rule_finds_is_a_sign_of_the_replay(run: CommandLine, tmp_path: Path) -> None:
    deeds, crises = tmp_path / "deeds.csv", tmp_path / "crises.csv"
    rows = [
        "day,type,sources,targets,modality",
        "2021-01-01,CONSULT,KGZ,TJK,happened",
        "2021-06-20,ASSAULT,TJK,KGZ,happened",
        "2021-12-31,CONSULT,KGZ,TJK,planned",
    ]
    deeds.write_text("\n".join(rows) + "\n", encoding="utf-8")
    crises.write_text("day,subjects,name\n2021-06-20,KGZ-TJK,clash\n", encoding="utf-8")
    page = tmp_path / "page.html"
    answer = run("backtest", "csto", "--events", deeds, "--crises", crises, "--report", page)
    assert answer.out.splitlines()[1].split()[:3] == ["signs", "told", "1/1"], answer.err
    assert "2021-06-20</text>" in page.read_text(encoding="utf-8"), "what is planned is not replayed"
