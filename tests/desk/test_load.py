"""The bench of the desk: its synthetic wire is a database like any other, on which every page answers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from haberci.bench.addresses import ADDRESSES
from haberci.bench.desk import ask_alone
from haberci.bench.wire import SIGNS, make_wire
from haberci.bench.writing import writing
from haberci.languages.packs import search_fold
from haberci.store.store import Store
from haberci.watch.keeping import kept

EVENTS = 600


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wire") / "wire.db"
    make_wire(path, EVENTS)
    return path


def test_the_wire_holds_together(wire: Path) -> None:
    with Store.open(wire, mode="read", fold=search_fold) as store:
        assert store.counts()["events"] == EVENTS
        event = next(store.events(limit=1))
        stored = store.report(event.report, event.source)
        assert stored is not None and event.id in stored.event_ids
        assert event.sentence.count(" ") == 11 and stored.report.text.count(". ") == 7
        assert event.trigger_at.text_start == event.text_start
        assert next(store.deeds(limit=1)).events
        assert all(found.marks for found in store.find(stored.report.text.split()[0]))
    with kept(wire) as held:
        assert len(held.signs()) == SIGNS


@pytest.mark.slow
def test_every_page_answers_while_reports_are_stored(wire: Path) -> None:
    with writing(wire):
        took = asyncio.run(ask_alone(wire, list(ADDRESSES), 3 * len(ADDRESSES)))
    assert not took.refused
    assert {kind: len(seconds) for kind, seconds in took.seconds.items()} == dict.fromkeys(ADDRESSES, 3)
