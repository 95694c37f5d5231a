"""What a later report says of a plan: each link has a near-miss beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import haberci
from haberci.core.errors import LexiconError
from haberci.core.plan_words import load_plan_words
from haberci.core.report import Report
from haberci.read.plans.outcomes import awaited_until, outcome
from haberci.read.plans.told import Plan, plans_told
from haberci.reading import shipped_context

WORDS = shipped_context("tr").pack.plans
VISIT = "Romanya Dışişleri Bakanı Bogdan Aurescu, 14 Mayıs'ta Kişinev'i ziyaret edecek."
DRILL = "Polonya ve Litvanya, haziranda ortak tatbikat düzenleyecek."
SALE = "Kuveyt, İtalya'dan otuz uçak alacak."


def told(text: str, day: str) -> Report:
    return haberci.read(text, lang="tr", date=day)


def plans_of(text: str, day: str = "2023-05-02") -> list[Plan]:
    return list(plans_told(told(text, day), WORDS))


@pytest.mark.parametrize(
    ("plan", "later", "day", "answer"),
    [
        (VISIT, "Romanya Dışişleri Bakanı Aurescu, Kişinev'de Moldovalı mevkidaşıyla görüştü.", "2023-05-14", "done"),
        (VISIT, "Romanya Dışişleri Bakanı Aurescu, Sofya'da Bulgar mevkidaşıyla görüştü.", "2023-05-14", "not_same"),
        (VISIT, "Romanya Cumhurbaşkanı İohannis, Kişinev'de Moldovalı mevkidaşıyla görüştü.", "2023-05-14", "not_same"),
        (
            VISIT,
            "Romanya Dışişleri Bakanı Aurescu, Kişinev'de Moldovalı mevkidaşıyla görüştü.",
            "2023-07-01",
            "not_same",
        ),
        (VISIT, "Aurescu, Moldova ziyaretini erteledi.", "2023-05-13", "postponed"),
        (VISIT, "Aurescu'nun Moldova ziyareti ileri bir tarihe bırakıldı.", "2023-05-13", "postponed"),
        (VISIT, "Aurescu, Moldova ziyaretinin ertelenmediğini söyledi.", "2023-05-13", "not_same"),
        (VISIT, "Aurescu, Ukrayna ziyaretini erteledi.", "2023-05-13", "not_same"),
        (VISIT, "Aurescu, Moldova ziyaretini iptal etti.", "2023-05-13", "cancelled"),
        (VISIT, "Aurescu, Moldova'ya gitmeyecek.", "2023-05-13", "cancelled"),
        (VISIT, "Aurescu, Moldova'ya gidecek.", "2023-05-13", "not_same"),
        (DRILL, "Polonya ve Litvanya'nın ortak tatbikatı bugün başladı.", "2023-06-12", "done"),
        (DRILL, "Letonya ve Estonya'nın ortak tatbikatı bugün başladı.", "2023-06-12", "not_same"),
        (DRILL, "Varşova ve Vilnius, haziran tatbikatından vazgeçti.", "2023-06-02", "cancelled"),
        (DRILL, "Varşova ve Vilnius anlaşma imzaladı, bir gösteri iptal edildi.", "2023-06-02", "not_same"),
        (
            SALE,
            "Kuveyt, İtalya'dan alacağı uçaklardan vazgeçti; uçak alımı rafa kaldırıldı.",
            "2023-06-02",
            "cancelled",
        ),
        (SALE, "Kuveyt, Fransa'dan otuz uçak satın aldı.", "2023-06-02", "not_same"),
    ],
)
def test_a_later_report_tells_what_became_of_a_plan(plan: str, later: str, day: str, answer: str) -> None:
    found = [outcome(each, told(later, day), WORDS).value for each in plans_of(plan)]
    assert found
    assert next((each for each in found if each != "not_same"), "not_same") == answer


def test_a_deed_of_the_past_is_no_plan() -> None:
    assert plans_of("Romanya Dışişleri Bakanı Aurescu, dün Kişinev'i ziyaret etti.") == []


def test_one_who_says_what_others_will_do_is_not_the_doer() -> None:
    (plan,) = plans_of("Fransa Cumhurbaşkanı Macron, Gabon'daki Fransız askerlerinin kasımda döneceğini söyledi.")
    assert [(doer.principal, doer.name) for doer in plan.doers] == [("FRA", None)]


def test_a_plan_is_awaited_for_a_while() -> None:
    (plan,) = plans_of(VISIT)
    assert plan.window == ("2023-05-14", "2023-05-14")
    assert awaited_until(plan) == "2023-07-13"


def test_reports_without_a_day_are_told_apart_by_the_rest() -> None:
    plans = list(plans_told(haberci.read(VISIT, lang="tr"), WORDS))
    later = haberci.read("Aurescu, Moldova ziyaretini iptal etti.", lang="tr")
    assert [outcome(plan, later, WORDS).value for plan in plans] == ["cancelled"]
    assert awaited_until(plans[0]) is None or plans[0].window is not None


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("deed\tdrill\ttatbikat*\t\t", "example is empty"),
        ("outcome\tput off\tertele!\t\tx", "unknown name put off"),
        ("outcome\tdone\tyap!\tdril\tx", "unknown kind dril"),
        ("deal\tdrill\ttatbikat*\t\tx", "unknown about deal; did you mean deed"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, error: str) -> None:
    table = tmp_path / "plan_words.tsv"
    table.write_text(f"about\tname\tpattern\tonly\texample\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"^plan_words\.tsv:2: {error}"):
        load_plan_words(table)
