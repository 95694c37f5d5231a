"""Single sentences and what a careful person codes in them: cases/events.tsv, and each frame's own example."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import haberci
from haberci.core.report import Event
from haberci.reading import shipped_context

CASES = Path(__file__).parent.parent / "cases" / "events.tsv"


def drawn(event: Event) -> str:
    """An event as the case file writes it."""
    actors = "+".join(c.principal for c in event.actors)
    recipients = "+".join(c.principal for c in event.recipients)
    source = event.reported_by.principal if event.reported_by else "wire"
    parts = [event.type, event.mode or "", actors, ">", recipients, event.modality, source]
    return " ".join(str(part) for part in parts if part)


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines[1:]]


@cache
def events_of(text: str) -> tuple[Event, ...]:
    return haberci.read(text, lang="tr").events


@pytest.mark.parametrize(("text", "expected"), cases())
def test_events_of_a_sentence(text: str, expected: str) -> None:
    found = "; ".join(drawn(e) for e in events_of(text)) or "none"
    assert found == expected


FRAMES = shipped_context("tr").pack.frames.frames


@pytest.mark.parametrize("frame", FRAMES, ids=[f.id for f in FRAMES])
def test_each_frame_fires_on_its_example(frame) -> None:  # type: ignore[no-untyped-def]
    rules = [e.rule for e in events_of(frame.example)]
    assert f"event.{frame.id}" in rules


def test_the_parts_of_an_event_stand_on_its_sides() -> None:
    texts = [text for text, expected in cases() if expected != "none"]
    events = [event for text in texts for event in events_of(text)]
    assert len(events) > 50
    for event in events:
        sides = {"actor": event.actors, "recipient": event.recipients}
        assert [part for part in event.parts if part.code not in sides[part.name]] == [], event.trigger


def test_a_text_cut_off_behind_a_nested_verb_is_read() -> None:
    assert events_of("Polisin üç kişiyi gözaltına alarak götürdüğüne") == ()


def test_a_text_that_ends_in_a_quoted_verb_is_read() -> None:
    told = events_of("Sandu, \"Kişinev'de Rahman'a teşekkür ediyor")
    assert [drawn(event) for event in told] == ["SUPPORT MDA > TJK happened wire"]


def test_a_subhead_leaves_out_whom_the_sentence_below_it_tells() -> None:
    report = haberci.read(
        "TAHRAN (AA) - İran Meclisi Başkanı Muhammed Bakır Kalibaf, boğazın kapatılabileceğini söyledi.\n\n"
        "SAVAŞ GEMİSİ GÖNDERDİ\n\n"
        "ABD ise bölgeye iki savaş gemisi gönderdi. Pentagon, gemilerin kalacağını duyurdu.\n",
        lang="tr",
    )
    (sent,) = (event for event in report.events if event.type == "MOBILIZE")
    assert [code.principal for code in sent.actors] == ["USA"]
    assert [report.text[also.text_start : also.text_stop] for also in sent.also] == ["SAVAŞ GEMİSİ GÖNDERDİ"]


def test_a_meeting_beside_what_is_asked_took_place() -> None:
    """What "görüşerek" tells before what others shall do took place; behind their genitive it is asked of them."""
    told = events_of("Merz, Netanyahu ile telefonda görüşerek esirleri bırakmasını istedi.")
    assert [e.type for e in told] == ["CONSULT", "REQUEST"]
    assert [c.principal for c in told[1].recipients] == ["ISR"]
    asked = events_of("Merz, Netanyahu'nun Abbas ile görüşerek sorunu çözmesini istedi.")
    assert [e.type for e in asked] == ["REQUEST"]
