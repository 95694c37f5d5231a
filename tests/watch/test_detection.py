"""Signs from rarities: a false-discovery bound, one sign for what belongs together, and a budget."""

from __future__ import annotations

import numpy as np

from haberci.watch.detection import Alarm, Setting, alarms, discovered
from haberci.watch.series import Key, SeriesSet, Subject

QUIET = 50.0
WARM = 10
SETTING = Setting(false_a_year=10, budget=2, warm_up=WARM)
KEYS = (
    Key(Subject(("KGZ",)), "conflict"),
    Key(Subject(("TJK",)), "conflict"),
    Key(Subject(("KGZ", "TJK")), "conflict"),
    Key(Subject(("ARM",)), "conflict"),
    Key(Subject(("GEO",)), "conflict"),
)


def told(*rare: tuple[int, int, float], setting: Setting = SETTING) -> tuple[list[Alarm], list[Alarm]]:
    """Alarms when all is quiet but for some days of some series: (series, day, rate)."""
    rates = np.full((len(KEYS), 60), QUIET)
    for series, day, rate in rare:
        rates[series, day] = rate
    table = SeriesSet(KEYS, 0, np.zeros((len(KEYS), 60), dtype=np.int64), np.ones((len(KEYS), 60)))
    return alarms(table, rates, setting)


def heads(found: list[Alarm]) -> list[tuple[str, int, int]]:
    return [(str(alarm.head.subject), alarm.first, alarm.last) for alarm in found]


def test_what_shares_a_party_on_a_day_is_one_sign_headed_by_the_rarest() -> None:
    found, _ = told((0, 20, 1e-4), (1, 20, 1e-4), (2, 20, 1e-6))
    assert heads(found) == [("KGZ–TJK", 20, 20)]
    assert len(found[0].joined) == 3


def test_a_sign_of_the_area_is_told_of_the_dyad_whose_all_of_it_is() -> None:
    keys = (Key(Subject(), "conflict"), *KEYS)
    rates, counts = np.full((len(keys), 60), QUIET), np.zeros((len(keys), 60), dtype=np.int64)
    rates[[0, 1, 3], 20] = 1e-6, 1e-4, 1e-4
    counts[[0, 1, 3], 20] = 5
    alone, _ = alarms(SeriesSet(keys, 0, counts, np.ones(counts.shape)), rates, SETTING)
    assert heads(alone) == [("KGZ–TJK", 20, 20)]
    counts[[0, 4], 18] += 1
    others_too, _ = alarms(SeriesSet(keys, 0, counts, np.ones(counts.shape)), rates, SETTING)
    assert heads(others_too) == [("area", 20, 20)]


def test_a_state_that_rises_by_its_dyads_deeds_joins_the_dyads_sign() -> None:
    rates, counts = np.full((len(KEYS), 60), QUIET), np.zeros((len(KEYS), 60), dtype=np.int64)
    rates[2, 20:23] = rates[0, 21] = 1e-6
    counts[2, 20:23], counts[0, 20:23] = 3, 5
    table = SeriesSet(KEYS, 0, counts, np.ones(counts.shape))
    found, _ = alarms(table, rates, SETTING)
    assert heads(found) == [("KGZ–TJK", 20, 22)]
    assert KEYS[0] in found[0].joined
    counts[0, 20:23] = 7
    assert heads(alarms(table, rates, SETTING)[0]) == [("KGZ–TJK", 20, 22), ("KGZ", 21, 21)], "most is at home"


def test_a_dyad_that_rises_after_its_state_is_a_sign_of_its_own() -> None:
    assert heads(told((0, 20, 1e-4), (2, 21, 1e-4))[0]) == [("KGZ", 20, 20), ("KGZ–TJK", 21, 21)]


def test_a_sign_lasts_until_three_quiet_days() -> None:
    found, _ = told((3, 20, 1e-4), (3, 23, 0.5), (3, 28, 1e-4))
    assert heads(found) == [("ARM", 20, 23), ("ARM", 28, 28)]


def test_a_sign_that_becomes_far_rarer_is_told_anew() -> None:
    found, _ = told(*((3, day, 1e-3) for day in range(20, 30)), (3, 30, 1e-6))
    assert heads(found) == [("ARM", 20, 30), ("ARM", 30, 30)] or heads(found) == [("ARM", 20, 29), ("ARM", 30, 30)]


def test_no_more_signs_in_a_week_than_the_budget_and_the_rest_is_held_back() -> None:
    found, held_back = told((3, 20, 1e-5), (4, 20, 1e-4), (0, 21, 1e-3))
    assert heads(found) == [("ARM", 20, 20), ("GEO", 20, 20)]
    assert heads(held_back) == [("KGZ", 21, 21)]
    assert not told((3, 20, 1e-5), (4, 20, 1e-4), (0, 28, 1e-3))[1]


def test_what_waits_counts_once_and_is_told_when_there_is_room_again() -> None:
    full = ((3, 20, 1e-5), (4, 20, 1e-4))
    found, held_back = told(*full, *((0, day, 1e-3) for day in range(21, 26)))
    assert (len(found), heads(held_back)) == (2, [("KGZ", 21, 25)])
    found, held_back = told(*full, *((0, day, 1e-3) for day in range(24, 30)))
    assert heads(found)[2:] == [("KGZ", 27, 29)]
    assert not held_back


def test_nothing_is_told_before_the_watch_is_warm() -> None:
    assert told((3, WARM - 1, 1e-6)) == ([], [])


def test_a_rule_is_a_sign_like_any_other() -> None:
    table = SeriesSet(KEYS, 0, np.zeros((5, 60), dtype=np.int64), np.ones((5, 60)))
    key = Key(Subject(("KGZ", "TJK")), "rule:first-assault")
    found, _ = alarms(table, np.full((5, 60), QUIET), SETTING, [(5, key, 0.02)])
    assert heads(found) == [("KGZ–TJK", 5, 5)]


def test_the_more_series_the_rarer_a_lone_discovery_must_be() -> None:
    lone = np.array([0.5, *[QUIET] * 9])
    assert discovered(lone, 0.02, 1.0).sum() == 1
    assert discovered(np.array([0.5, *[QUIET] * 99]), 0.02, 1.0).sum() == 0
    assert discovered(np.array([*[0.5] * 10, *[QUIET] * 90]), 0.02, 1.0).sum() == 10
