"""Plans followed step by step: the same as worked out at once, in whatever order reports come, change and go."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

import haberci
from haberci.commitments import Commitment, commitments
from haberci.core.codebook import Modality
from haberci.core.errors import StoreError
from haberci.desk.following import Elsewhere, Here
from haberci.languages.packs import search_fold
from haberci.store.browsing import BrowsingStore
from haberci.store.event_columns import MODALITIES, no_events
from haberci.store.store import Store
from haberci.version import run_version

REPORTS = {
    "plan": ("2023-05-02", "Romanya Dışişleri Bakanı Bogdan Aurescu, 14 Mayıs'ta Kişinev'i ziyaret edecek."),
    "off": ("2023-05-10", "Aurescu, Moldova ziyaretini erteledi."),
    "done": ("2023-05-16", "Romanya Dışişleri Bakanı Aurescu, Kişinev'de Moldovalı mevkidaşıyla görüştü."),
    "old": ("2023-04-01", "Estonya Başbakanı Kaja Kallas, 9 Nisan'da Helsinki'yi ziyaret edecek."),
}


def read(id: str, text: str = "") -> haberci.Report:
    day, told = REPORTS[id]
    return haberci.read(text or told, id=id, source="wire", date=day, lang="tr")


def write(path: Path, *reports: haberci.Report) -> None:
    with Store.open(path, fold=search_fold) as store:
        store.write(reports, run_version())


def planned(path: Path) -> list[int]:
    with BrowsingStore.open(path, mode="read") as store:
        found = store.columns(no_events())
        return [int(n) for n in found.number[found.modality == MODALITIES.index(Modality.PLANNED)]]


def at_once(path: Path) -> list[Commitment]:
    with Store.open(path, mode="read") as store:
        return sorted(commitments(store, store.events()), key=lambda plan: plan.event.id)


def in_order(found: tuple[Commitment, ...]) -> list[Commitment]:
    return sorted(found, key=lambda plan: plan.event.id)


@pytest.mark.parametrize("order", list(permutations(["plan", "off", "done"])), ids=" ".join)
def test_the_order_in_which_reports_come_has_no_say(tmp_path: Path, order: tuple[str, ...]) -> None:
    path = tmp_path / "news.db"
    follow = Here(path)
    for id in ("old", *order):
        write(path, read(id))
        assert in_order(follow(planned(path))) == at_once(path)
    assert [plan.status.value for plan in at_once(path)].count("done") == 1


def test_what_is_told_no_longer_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    write(path, *map(read, REPORTS))
    follow = Here(path)
    assert {plan.status.value for plan in follow(planned(path))} == {"done", "overdue"}
    write(path, read("done", "Bugün Kişinev'de hava güzeldi."))
    assert {plan.status.value for plan in follow(planned(path))} == {"postponed", "overdue"}
    with Store.open(path, fold=search_fold) as store:
        store.remove("off", "wire")
    assert {plan.status.value for plan in follow(planned(path))} == {"overdue"}
    write(path, read("off"))  # it may get the numbers of what was taken out
    assert in_order(follow(planned(path))) == at_once(path)


def test_what_an_agency_withdrew_is_no_plan_and_settles_none(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    follow = Here(path)

    def told(id: str, day: str, text: str) -> list[str]:
        """The plans after one more report."""
        write(path, haberci.read(text, id=id, source="wire", date=day, lang="tr"))
        found = follow(planned(path))
        assert in_order(found) == at_once(path)
        return [plan.status.value for plan in found]

    assert told("A-1", *REPORTS["plan"]) == ["open"]
    assert told("B-1", *REPORTS["off"]) == ["postponed"]
    assert told("K-1", "2023-05-11", "B-1 numaralı haberimizi kullanmayınız.") == ["open"]
    assert told("K-2", "2023-05-12", "A-1 numaralı haberimizi kullanmayınız.") == []
    with Store.open(path, fold=search_fold) as store:
        store.remove("K-2", "wire")
    assert [plan.status.value for plan in follow(planned(path))] == ["open"]


def test_another_process_follows_alike_and_tells_what_it_can_not(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    follow = Elsewhere(path)
    with pytest.raises(StoreError, match="no database"):
        follow([1])
    write(path, read("plan"))
    assert in_order(follow(planned(path))) == at_once(path)
    write(path, read("done"))
    assert in_order(follow(planned(path))) == at_once(path)
