"""Deeds of a database: which days are watched, who acts, which are told first."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.store.store import Store
from haberci.watch.records import iso, ordinal
from haberci.watch.stored import days_watched, gravest, stored_deeds
from tests.watch.drawing import START, deeds

TOLD = deeds("10 ACCUSE KGZ>TJK", "40 ASSAULT TJK>KGZ", "90 CONSULT KGZ>TJK planned")
REPORTS = {START + day: 3 for day in range(5, 43)}


@pytest.mark.parametrize(
    ("since", "until", "watched"),
    [
        (None, None, (10, 40)),  # what is planned lies ahead
        ("1900-01-01", None, (5, 40)),
        (iso(START + 20), None, (20, 40)),
        (None, iso(START + 60), (10, 60)),
        (iso(START + 20), iso(START + 41), (20, 41)),
    ],
)
def test_the_days_from_the_first_report_to_the_newest_deed(
    since: str | None, until: str | None, watched: tuple[int, int]
) -> None:
    assert days_watched(TOLD, REPORTS, since, until) == (START + watched[0], START + watched[1])


def test_a_deed_with_a_day_behind_the_last_report_moves_nothing() -> None:
    slip = TOLD[1]._replace(day=ordinal("2201-04-28"))
    assert days_watched([*TOLD, slip], REPORTS, None, None) == (START + 10, START + 42)
    assert days_watched([slip], REPORTS, None, None) == (slip.day, slip.day)


def test_days_are_those_of_the_deeds_where_no_report_has_one() -> None:
    assert days_watched(TOLD, {}, "1900-01-01", None) == (START + 10, START + 40)


def test_protesters_do_not_act_for_their_state(clash: Path) -> None:
    with Store.open(clash, mode="read") as store:
        told = {(deed.type.value, deed.targets): deed.official for deed in stored_deeds(store) if "KGZ" in deed.sources}
    assert not told["REQUEST", ("CSTO", "RUS")] and told["ACCUSE", ("TJK",)]


def test_the_gravest_are_those_of_the_highest_rung_and_of_these_the_newest(clash: Path) -> None:
    with Store.open(clash, mode="read") as store:
        events = [event for event in store.events() if (event.date or "") >= "2021-04-28"]
        found = gravest(events, 3)
    assaults = sorted(event.date or "" for event in events if event.type.value == "ASSAULT")
    assert [event.type.value for event in found] == ["ASSAULT"] * 3
    assert [event.date for event in found] == assaults[-3:] and len(assaults) > 3
    assert gravest(events, len(events) + 1)[0].date == min(event.date or "" for event in events)
