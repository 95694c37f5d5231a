"""The columns of events: the same whether made at once or step by step, and the same as the store tells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
from starlette.datastructures import QueryParams

import haberci
from haberci.desk.asked import event_query
from haberci.desk.faceting import Selection
from haberci.languages.packs import search_fold
from haberci.store.browsing import BrowsingStore
from haberci.store.event_columns import EventColumns, no_events
from haberci.store.rows import RunVersion
from haberci.store.store import Store
from tests.desk.reports import PLAIN

VERSIONS = [RunVersion("1", "1", "1", "1"), RunVersion("2", "1", "1", "1")]


def read(given: dict[str, object]) -> haberci.Report:
    return haberci.read(str(given["text"]), **{k: v for k, v in given.items() if k != "text"})  # type: ignore[arg-type]


def columns(path: Path, held: EventColumns | None = None, seen: int = 0) -> tuple[EventColumns, int]:
    with BrowsingStore.open(path, mode="read", fold=search_fold) as store:
        return store.columns(held or no_events(), seen)


def told(found: EventColumns) -> list[tuple[object, ...]]:
    words = found.words.list
    parties: dict[int, list[tuple[object, ...]]] = {}
    for event, part, principal, sector in zip(
        found.party_event, found.party_part, found.party_principal, found.party_sector, strict=True
    ):
        parties.setdefault(int(event), []).append((int(part), words[principal], words[sector]))
    return [
        (int(n), int(day), int(kind), words[source], sorted(parties[int(n)]))
        for n, day, kind, source in zip(found.number, found.day, found.kind, found.source, strict=True)
    ]


def test_step_by_step_is_as_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    reports = [read(given) for given in PLAIN]
    held, seen = None, 0
    with Store.open(path, fold=search_fold) as store:
        for version in VERSIONS:  # the second supersedes what the first told
            for report in reports:
                store.write([report], version)
                held, seen = columns(path, held, seen)
                assert told(held) == told(columns(path)[0])
    assert held is not None and len(held) == sum(len(report.events) for report in reports)


def test_a_selection_is_what_the_store_tells(database: Path) -> None:
    found, _ = columns(database)
    with BrowsingStore.open(database, mode="read", fold=search_fold) as store:
        every = list(store.events())
        for query, keeps in {
            "": lambda e: True,
            "actor=KGZ": lambda e: "KGZ" in {c.principal for c in (*e.actors, *e.recipients)},
            "actor=KGZ&actor=TJK": lambda e: {"KGZ", "TJK"} <= {c.principal for c in (*e.actors, *e.recipients)},
            "type=ACCUSE&type=ASSAULT": lambda e: e.type.value in ("ACCUSE", "ASSAULT"),
            "quad=4": lambda e: e.quad == 4,
            "modality=planned": lambda e: e.modality.value == "planned",
            "since=2023-01-01&until=2023-05-31": lambda e: "2023-01-01" <= (e.date or "") <= "2023-05-31",
            "source=wire": lambda e: e.source == "wire",
            "says=wire": lambda e: e.reported_by is None,
            "q=Moskova": lambda e: "Moskova" in (store.report(e.report, e.source or "").report.text),  # type: ignore[union-attr]
        }.items():
            asked = event_query(QueryParams(query + "&limit=500"))
            words = store.readings_of_words(asked.words) if asked.words else None
            selection = Selection(found, asked, words)
            numbers, _ = selection.page()
            assert {e.id for e in store.numbered(numbers)} == {e.id for e in every if keeps(e)}, query
            if "type" not in query:
                assert selection.facets().types == Counter(e.type.value for e in every if keeps(e)), query


def test_months_have_no_gap(database: Path) -> None:
    found, _ = columns(database)
    months = Selection(found, event_query(QueryParams(""))).months()
    assert sum(sum(counts) for _, counts in months) == int(np.count_nonzero(found.day >= 0))
    assert [m for m, _ in months] == sorted({m for m, _ in months})
    first, last = months[0][0], months[-1][0]
    span = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    assert len(months) == span
