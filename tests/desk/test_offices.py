"""Offices of a person as reports tell them: each once, with the days from the first report to the last."""

from haberci.desk.pages.actors import OfficeTold, offices_told
from haberci.store.rows import RoleRow


def role(id: str, date: str | None, office: str = "Dışişleri Bakanı", of: str = "RUS") -> RoleRow:
    return RoleRow(id, f"haber-{id}", "wire", date, "Sergey Lavrov", office, of, f"{office} Lavrov", "", "role.title")


def test_an_office_stands_once_with_its_days_and_the_report_read_last() -> None:
    envoy = role("4", "2003-01-07", "Daimi Temsilci")
    told = [role("3", "2022-09-12"), role("2", None), envoy, role("1", "2022-05-03")]
    assert offices_told(told) == [
        OfficeTold(told[0], "2022-05-03", "2022-09-12", 3),
        OfficeTold(envoy, "2003-01-07", "2003-01-07", 1),
    ]


def test_an_office_without_a_day_is_told_without_one() -> None:
    assert offices_told([role("1", None)]) == [OfficeTold(role("1", None), None, None, 1)]
    assert offices_told([]) == []
