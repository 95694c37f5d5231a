"""The project's own gold keeps the codebook's form: what it names is in the text, and the codes and modes exist."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.report import StatementKind
from haberci.score.gold import NOT_REPORTS

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("*.json") if not path.stem.endswith(NOT_REPORTS))
REPORTS: list[Any] = [report for path in FILES for report in json.loads(path.read_text(encoding="utf-8"))]
EVENTS: list[Any] = [event for report in REPORTS for event in report["events"] if event["certainty"] == "clear"]

each_report = pytest.mark.parametrize("report", REPORTS, ids=[r["id"] for r in REPORTS])


def sentence(report: Any, number: int) -> str:
    start, stop = report["sentences"][number]
    return str(report["text"][start:stop])


def test_ids_are_unique() -> None:
    assert not [i for i, n in Counter(r["id"] for r in REPORTS).items() if n > 1]


@each_report
def test_sentences_follow_each_other_and_cover_the_text(report: Any) -> None:
    end = 0
    for start, stop in report["sentences"]:
        assert end <= start < stop <= len(report["text"])
        assert not report["text"][end:start].strip()
        assert sentence(report, report["sentences"].index([start, stop])).strip() == report["text"][start:stop]
        end = stop
    assert end == len(report["text"])


@each_report
def test_repaired_text_differs_in_letters_alone(report: Any) -> None:
    assert len(report["repaired"]) == len(report["text"])
    assert len(report["repaired"].split()) == len(report["text"].split())
    whole = report["damage"] in {"sound", "apostrophes", "wrapped"}
    assert (report["repaired"] == report["text"]) == whole


@each_report
def test_events_are_coded_by_the_book(report: Any) -> None:
    codebook = load_codebook()
    for event in report["events"]:
        assert event["mode"] is None or event["mode"] in codebook.types[EventType(event["type"])].modes
        assert event["trigger"] and event["trigger"] in sentence(report, event["s"])
        assert all(0 <= n < len(report["sentences"]) and n != event["s"] for n in event["also"])
        assert event["actors"]
        assert not [c for c in event["actors"] + event["recipients"] if str(ActorCode.parse(c)) != c]
        assert event["reported_by"] == "wire" or ActorCode.parse(event["reported_by"])
        assert Modality(event["modality"])
        assert event["certainty"] in {"clear", "debatable"}


@each_report
def test_no_event_is_coded_twice(report: Any) -> None:
    for event in report["events"]:
        twins = [e for e in report["events"] if all(e[k] == event[k] for k in ("s", "type", "actors", "recipients"))]
        assert len(twins) == 1 or len({(e["modality"], e["trigger"]) for e in twins}) == len(twins)


@each_report
def test_statements_and_roles_stand_in_their_sentences(report: Any) -> None:
    for statement in report["statements"]:
        text = report["text"][report["sentences"][statement["s"][0]][0] : report["sentences"][statement["s"][-1]][1]]
        assert statement["s"] == list(range(statement["s"][0], statement["s"][-1] + 1))
        assert statement["cue"] and statement["cue"] in text
        assert statement["speaker_text"] in text
        assert ActorCode.parse(statement["speaker"])
        assert StatementKind(statement["kind"])
    for role in report["roles"]:
        start, stop = report["sentences"][role["s"]]
        words = " ".join(report["repaired"][start:stop].split())
        assert role["person"] in words
        assert role["office"] in words
        assert ActorCode.parse(role["of"]).principal == role["of"]


def test_every_type_modality_and_kind_is_there() -> None:
    assert {e["type"] for e in EVENTS} == {t.value for t in EventType}
    assert {e["modality"] for e in EVENTS} == {m.value for m in Modality}
    assert {s["kind"] for r in REPORTS for s in r["statements"]} == {k.value for k in StatementKind}


def test_most_modes_are_there() -> None:
    known = {(t.value, mode) for t, entry in load_codebook().types.items() for mode in entry.modes}
    assert len({(e["type"], e["mode"]) for e in EVENTS} & known) >= 25


def test_some_reports_hold_no_event() -> None:
    assert sum(all(e["certainty"] == "debatable" for e in r["events"]) for r in REPORTS) >= 2


def test_damages_are_of_every_kind() -> None:
    assert set(Counter(r["damage"] for r in REPORTS)) == {
        "sound",
        "letters",
        "ascii",
        "cp1254",
        "apostrophes",
        "wrapped",
    }
