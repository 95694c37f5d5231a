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
from haberci.store.deed_columns import DeedColumns, no_deeds
from haberci.store.event_columns import ROWS, EventColumns, no_events
from haberci.store.rows import RunVersion
from haberci.store.store import Store
from tests.desk.reports import PLAIN

VERSIONS = [RunVersion("1", "1", "1", "1"), RunVersion("2", "1", "1", "1")]


def read(given: dict[str, object]) -> haberci.Report:
    return haberci.read(str(given["text"]), **{k: v for k, v in given.items() if k != "text"})  # type: ignore[arg-type]


def columns(path: Path, held: EventColumns | None = None) -> EventColumns:
    with BrowsingStore.open(path, mode="read", fold=search_fold) as store:
        return store.columns(held or no_events())


def deeds(path: Path, held: DeedColumns | None = None) -> DeedColumns:
    with BrowsingStore.open(path, mode="read", fold=search_fold) as store:
        return store.deed_columns(held or no_deeds())


def told(found: EventColumns) -> list[tuple[object, ...]]:
    """All that the columns have, in words."""
    words = found.words.list
    parties: dict[int, list[tuple[object, ...]]] = {}
    lines = zip(found.party_row, found.party_part, found.party_principal, found.party_sector, strict=True)
    for row, part, principal, sector in lines:
        parties.setdefault(int(row), []).append((int(part), words[principal], words[sector]))
    named = {"source", "by", "mode", "state", "place"}
    rows = [
        (
            *((words[cell] if name in named else str(cell)) for name in ROWS for cell in [getattr(found, name)[n]]),
            sorted(parties[n]),
        )
        for n in range(len(found))
    ]
    assert [row[0] for row in rows] == [str(n) for n in found.number]
    assert list(found.party_row) == sorted(found.party_row)
    return rows


def witnesses(found: DeedColumns) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: sorted(
            (int(found.number[row]), found.words.list[value] if name in ("source", "by") else int(value))
            for row, value in zip(*held, strict=True)
        )
        for name, held in found.witnesses.items()
    }


def test_step_by_step_is_as_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    reports = [read(given) for given in PLAIN]
    held, grouped = no_events(), no_deeds()
    with Store.open(path, fold=search_fold) as store:
        for version in VERSIONS:  # the second supersedes what the first told
            for report in reports:
                store.write([report], version)
                held, grouped = columns(path, held), deeds(path, grouped)
                assert told(held) == told(columns(path))
                assert told(grouped) == told(deeds(path)) and witnesses(grouped) == witnesses(deeds(path))
    assert len(held) == sum(len(report.events) for report in reports)


def test_what_was_taken_out_is_gone_though_its_numbers_are_given_again(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, fold=search_fold) as store:
        store.write(map(read, PLAIN), VERSIONS[0])
        held, grouped = columns(path), deeds(path)
        store.remove("met", "agency/news")
        store.write([read({**PLAIN[0], "id": "again", "date": "2024-01-01"})], VERSIONS[1])
        assert told(columns(path, held)) == told(columns(path)) != told(held)
        assert told(deeds(path, grouped)) == told(deeds(path)) != told(grouped)


def test_a_deed_with_a_further_witness_keeps_its_row_and_has_both(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, fold=search_fold) as store:
        store.write([read(PLAIN[4])], VERSIONS[0])
        held = deeds(path)
        store.write([read({**PLAIN[4], "source": "other"})], VERSIONS[0])
    grown = deeds(path, held)
    assert len(grown) == len(held) and told(grown) == told(deeds(path))
    assert {source for _, source in witnesses(grown)["source"]} == {"agency/news", "other"}
    numbers = [grown.words.number(source) for source in ("agency/news", "other")]
    assert all(list(grown.has("source", [n])) == [True] * len(grown) for n in numbers)
    assert [int(grown.counted("source", None)[n]) for n in numbers] == [len(grown)] * 2


def test_a_selection_is_what_the_store_tells(database: Path) -> None:
    found = columns(database)
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
            "q=SAVUNMA+batken": lambda e: e.report == "border",
            "q=Batken+Moskova": lambda e: False,
        }.items():
            asked = event_query(QueryParams(query + "&limit=500"))
            words = store.texts_of_words(asked.words) if asked.words else None
            selection = Selection(found, asked, words)
            numbers, _ = selection.page()
            assert {e.id for e in store.numbered(numbers)} == {e.id for e in every if keeps(e)}, query
            if "type" not in query:
                assert selection.facets().types == Counter(e.type.value for e in every if keeps(e)), query


def test_months_have_no_gap(database: Path) -> None:
    found = columns(database)
    months = Selection(found, event_query(QueryParams(""))).months()
    assert sum(sum(counts) for _, counts in months) == int(np.count_nonzero(found.day >= 0))
    assert [m for m, _ in months] == sorted({m for m, _ in months})
    first, last = months[0][0], months[-1][0]
    span = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    assert len(months) == span
