"""A user's own register: laid over ours, and checked with the same errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.actors import ActorCode
from haberci.core.errors import LexiconError
from haberci.core.name_resolution import matcher
from haberci.core.overlay import Overlay
from haberci.core.register import load_register
from haberci.reading import read
from haberci.version import run_version

HEADERS = {
    "people.tsv": "code|name|variants|short|en|ru|basis",
    "people_witnesses.tsv": "name|address|says",
    "terms.tsv": "person|office|of|from|until|witness",
    "terms_mine.tsv": "person|office|of|from|until|witness",
    "term_witnesses.tsv": "witness|seen|title|address",
    "groups.tsv": "code|kind|name|variants|en|ru|witness",
    "memberships.tsv": "organisation|state|since|until|witness",
}


def table(folder: Path, name: str, *rows: str) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [HEADERS.get(name, "code|name"), *rows]
    (folder / name).write_text(
        "\n".join(lines).replace(";", "/").replace("|", "\t").replace("/", "|"), encoding="utf-8"
    )
    return folder


ADA = "PER GOV|Ada Bir||Bir|Ada Bir|Ада Бир|held an office"


def test_a_row_is_added_and_one_of_ours_is_replaced(tmp_path: Path) -> None:
    table(tmp_path / "own", "people.tsv", ADA, "KAZ GOV|Sadır Caparov|||Sadyr Japarov|Садыр Жапаров|general record")
    own, ours = load_register(folder=tmp_path / "own"), load_register()
    codes = {n.full: n.code for n in own.entries if n.full in ("Ada Bir", "Sadır Caparov")}
    assert codes == {"Ada Bir": ActorCode("PER", "GOV"), "Sadır Caparov": ActorCode("KAZ", "GOV")}
    assert not any(n.full == "Ada Bir" for n in ours.entries)
    assert [n.full for n in matcher(tmp_path / "own").resolve("Ада Бир")] == ["Ada Bir"]


def test_a_term_is_put_in_by_its_days(tmp_path: Path) -> None:
    own = table(tmp_path / "own", "people.tsv", ADA)
    table(own, "term_witnesses.tsv", "mine|2026-06-01|my notes|desk")
    table(own, "terms_mine.tsv", "Ada Bir|secretary-general|CSTO|2026-03-01||mine")
    terms = load_register(folder=own).terms
    assert terms.holder("CSTO", "secretary-general", "2026-04-01") == "Ada Bir"
    assert terms.holder("KGZ", "president", "2021-02-01") == "Sadır Caparov"
    report = read(
        "KGAÖ Genel Sekreteri, Bişkek'e geldi.", lang="tr", date="2026-04-01", register=load_register(folder=own)
    )
    assert [m.holder for m in report.mentions if m.holder] == ["Ada Bir"]


@pytest.mark.parametrize(
    ("name", "row", "error"),
    [
        ("people.tsv", "PER GVO|Ada Bir|||||held an office", r"people\.tsv:2: no actor code: 'PER GVO'"),
        ("people.tsv", f"{ADA}\n{ADA}", r"people\.tsv:3: Ada Bir stands in line 2, too"),
        ("people.tsv", "PER GOV|Ada Bir|||||heard", r"people\.tsv:2: unknown basis heard"),
        (
            "people.tsv",
            "PER GOV|Ada Bir|||||named by a page",
            r"people\.tsv:2: no row of people_witnesses\.tsv tells the page that names Ada Bir",
        ),
        ("people_witnesses.tsv", "Ada Yok|example.org|a minister", r"people_witnesses\.tsv:2: unknown name Ada Yok"),
        ("people_witnesses.tsv", "Sadır Caparov||a president", r"people_witnesses\.tsv:2: .*address"),
        (
            "terms.tsv",
            "Sadir Caparov|president|KGZ|||pc-kgz",
            r"terms\.tsv:2: .* you mean Sadır Caparov",
        ),
        (
            "terms.tsv",
            "Sadır Caparov|presidnt|KGZ|||pc-kgz",
            r"presidnt; did you mean president",
        ),
        (
            "terms.tsv",
            "Akılbek Caparov|president|KGZ|2015-01-01|2016-01-01|pc-kgz",
            r"terms_asia\.tsv:\d+|terms\.tsv:2: Akılbek Caparov takes president of KGZ before",
        ),
        ("groups.tsv", "XYZ REB|armd|Kara Ordu||||news:3", r"groups\.tsv:2: unknown kind armd; did you mean armed"),
        ("memberships.tsv", "NATO|KGX|2020||news:3", r"memberships\.tsv:2: unknown state KGX; did you mean KG"),
        ("peple.tsv", "", r"peple\.tsv: no table of the register; did you mean people\.tsv\?"),
    ],
)
def test_a_wrong_row_names_file_and_line(tmp_path: Path, name: str, row: str, error: str) -> None:
    folder = table(tmp_path / "own", name, row)
    with pytest.raises(LexiconError, match=error):
        load_register(folder=folder)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    for name, told in (("none", "no such folder"), ("empty", "the folder holds no table"), ("file", "no folder")):
        with pytest.raises(LexiconError, match=told):
            load_register(folder=tmp_path / name)


def test_the_own_tables_are_part_of_the_version(tmp_path: Path) -> None:
    own = table(tmp_path / "own", "people.tsv", ADA)
    same = table(tmp_path / "same", "people.tsv", ADA)
    other = table(tmp_path / "other", "people.tsv", ADA.replace("PER", "NPL"))
    versions = [run_version(Overlay(folder)) for folder in (None, own, same, other)]
    assert len({v.register for v in versions}) == 3
    assert versions[1] == versions[2]
    assert {v.data for v in versions} == {run_version().data}
