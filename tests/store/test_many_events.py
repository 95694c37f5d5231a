"""The synthetic events among which events are asked for are events like others."""

from __future__ import annotations

from pathlib import Path

from haberci.bench.store import make_many_events, seconds_to_ask
from haberci.store import Store


def test_synthetic_events_are_asked_for_as_others_are(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    make_many_events(path, 20_000)
    with Store.open(path, mode="read") as store:
        assert (store.counts()["events"], store.counts()["reports"]) == (20_000, 2000)
        asked = list(store.events(actor="RUS", since="2010-03", until="2010-12"))
        assert asked
        assert all("2010-03" <= (row.date or "") < "2011" for row in asked)
        assert all("RUS" in {code.principal for code in (*row.actors, *row.recipients)} for row in asked)
    _, most = seconds_to_ask(path, None)
    assert most > 0
