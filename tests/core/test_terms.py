"""Terms of office: who held what on a day, and what a wrong row is told."""

from pathlib import Path

import pytest

from haberci.core.actors import ActorCode, Name, NameKind, register_of
from haberci.core.errors import LexiconError
from haberci.core.register import load_register
from haberci.core.term_tables import TERMS, load_offices, load_witnesses, read_terms
from haberci.core.terms import Terms

PEOPLE = ("Ada Bir", "Bora İki", "Cem Üç")
PRINCIPALS = ("PER", "NPL", "NATO")
REGISTER = load_register()
SHIPPED = REGISTER.terms


def terms_of(folder: Path, *rows: str) -> Terms:
    table = folder / "terms.tsv"
    lines = ["\t".join(TERMS), *(row.replace(" | ", "\t").replace("|", "\t") for row in rows)]
    table.write_text("\n".join(lines), encoding="utf-8")
    return read_terms([table], PEOPLE, PRINCIPALS)


def test_the_holder_of_a_day(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        "Ada Bir | prime-minister | PER | 2012-03-01 | 2014-05-10 | pc-aze",
        "Bora İki | prime-minister | PER | 2014-05-10 | 2014-06-01 | pc-aze",
        "Cem Üç | prime-minister | PER | 2014-07-01 |  | pc-aze",
    )
    days = ("2012-02-29", "2012-03-01", "2014-05-10", "2014-06-15", "2014-07-01", "2022-12-28", "2022-12-29")
    held = [terms.holder("PER", "prime-minister", day) for day in days]
    assert held == [None, "Ada Bir", "Bora İki", None, "Cem Üç", "Cem Üç", None]  # no longer than the witness sees
    assert terms.holder("NPL", "prime-minister", "2014-07-01") is None


def test_an_unknown_day_is_bounded_by_the_neighbours(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        "Ada Bir | prime-minister | PER |  | 2012-05-01 | pc-aze",
        "Bora İki | prime-minister | PER |  |  | pc-aze",
        "Cem Üç | prime-minister | PER | 2013-07-01 | 2014-01-01 | pc-aze",
    )
    days = ("2012-04-30", "2012-05-01", "2013-06-30", "2013-07-01", "2014-01-01")
    held = [terms.holder("PER", "prime-minister", day) for day in days]
    assert held == [None, "Bora İki", "Bora İki", "Cem Üç", "Cem Üç"]


def test_between_two_unknown_days_a_term_lasts_as_far_as_its_witnesses_see(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        "Ada Bir | prime-minister | PER | 2012-03-01 |  | pc-aze",
        "Bora İki | prime-minister | PER |  | 2023-05-01 | oda-2026",
    )
    days = ("2012-03-01", "2022-12-28", "2022-12-29", "2023-05-01")
    assert [terms.holder("PER", "prime-minister", day) for day in days] == ["Ada Bir", "Ada Bir", None, "Bora İki"]


def test_an_office_of_several_has_no_single_holder(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        "Ada Bir | deputy-prime-minister | PER | 2012-03-01 | 2014-05-10 | pc-aze",
        "Bora İki | deputy-prime-minister | PER | 2011-05-10 | 2013-06-01 | pc-aze",
    )
    assert terms.holder("PER", "deputy-prime-minister", "2012-06-01") is None
    assert [t.person for t in terms.by_office["PER", "deputy-prime-minister"]] == ["Ada Bir", "Bora İki"]


def test_for_whom_a_person_acts(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        "Ada Bir | defence-minister | PER | 2012-03-01 | 2014-05-10 | pc-aze",
        "Ada Bir | secretary-general | NATO | 2015-05-10 | 2016-06-01 | pc-aze",
    )
    name = Name("Ada Bir", "Ada Bir", NameKind.PERSON, ActorCode("PER", "GOV"))
    register = register_of([name], terms=terms)
    days = ("2011-01-01", "2013-01-01", "2014-09-01", "2015-05-10", "2016-06-02", None)
    codes = [str(register.code_on(name, day)) for day in days]
    assert codes == ["PER GOV", "PER MIL", "PER GOV", "NATO IGO", "PER ELI", "PER GOV"]


def test_a_term_without_witnessed_end_is_never_left(tmp_path: Path) -> None:
    terms = terms_of(tmp_path, "Ada Bir | president | PER | 2012-03-01 |  | pc-aze")
    name = Name("Ada Bir", "Ada Bir", NameKind.PERSON, ActorCode("PER", "GOV"))
    assert str(register_of([name], terms=terms).code_on(name, "2025-01-01")) == "PER GOV"


def test_who_went_over_to_another_office_acts_for_it(tmp_path: Path) -> None:
    rows = (
        "Ada Bir | council-president | NATO | 2014-12-01 | 2019-11-30 | pc-aze",
        "Ada Bir | prime-minister | PER | 2021-12-13 | | pc-aze",
    )
    terms = terms_of(tmp_path, *rows)
    name = Name("Ada Bir", "Ada Bir", NameKind.PERSON, ActorCode("NATO", "IGO"))
    register = register_of([name], terms=terms)
    codes = [str(register.code_on(name, day)) for day in ("2018-01-01", "2021-01-01", "2030-01-01")]
    assert codes == ["NATO IGO", "NATO IGO", "PER GOV"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["Ada Pir|president|PER|2012-03-01||pc-aze"], "terms.tsv:2: unknown person Ada Pir; did you mean Ada Bir?"),
        (
            ["Ada Bir|presidant|PER|2012-03-01||pc-aze"],
            "terms.tsv:2: unknown office presidant; did you mean president?",
        ),
        (["Ada Bir|president|PEX|2012-03-01||pc-aze"], "terms.tsv:2: unknown of PEX; did you mean PER?"),
        (["Ada Bir|president|PER|2012-03-01||pc-azee"], "terms.tsv:2: unknown witness pc-azee; did you mean pc-aze?"),
        (["Ada Bir|president|PER|2012-03-01||"], "terms.tsv:2: unknown witness (empty)"),
        (["Ada Bir|president|PER|2012-02-30||pc-aze"], "terms.tsv:2: from is no day: 2012-02-30"),
        (["Ada Bir|president|PER|2012-02-20|2012|pc-aze"], "terms.tsv:2: until is no day: 2012"),
        (
            ["Ada Bir|president|PER|2012-02-20|2012-02-19|pc-aze"],
            "terms.tsv:2: until 2012-02-19 before from 2012-02-20",
        ),
        (["Ada Bir|president|PER|2030-02-20||pc-aze"], "terms.tsv:2: 2030-02-20 is behind what its witness sees"),
        (
            ["Ada Bir|president|PER|2012-02-20|2014-01-02|pc-aze", "Cem Üç|president|PER|2014-01-01||pc-aze"],
            "terms.tsv:3: Cem Üç takes president of PER before Ada Bir leaves, terms.tsv:2",
        ),
        (
            ["Ada Bir|president|PER|2014-02-20||pc-aze", "Cem Üç|president|PER|2012-01-01|2013-01-01|pc-aze"],
            "terms.tsv:3: Cem Üç in president of PER stands behind a later term, terms.tsv:2",
        ),
    ],
)
def test_a_wrong_row_is_told_with_its_place(tmp_path: Path, rows: list[str], told: str) -> None:
    with pytest.raises(LexiconError) as caught:
        terms_of(tmp_path, *rows)
    assert str(caught.value).startswith(told)


def test_wrong_offices_and_witnesses(tmp_path: Path) -> None:
    table = tmp_path / "offices.tsv"
    table.write_text("office\tsector\tholders\ten\tru\nking\tGOVT\tone\tKing\t\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"offices\.tsv:2: unknown sector GOVT; did you mean GOV\?"):
        load_offices(table)
    table = tmp_path / "witnesses.tsv"
    table.write_text("witness\tseen\ttitle\taddress\na\t2020-13-01\tb\tc\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"witnesses\.tsv:2: seen is no day: 2020-13-01"):
        load_witnesses(table)


@pytest.mark.parametrize(
    ("of", "office", "day", "person"),
    [
        ("KGZ", "president", "2016-05-05", "Almazbek Atambayev"),
        ("KGZ", "president", "2021-05-05", "Sadır Caparov"),
        ("KAZ", "president", "2019-03-19", "Nursultan Nazarbayev"),
        ("KAZ", "president", "2019-03-20", "Kasım Cömert Tokayev"),
        ("TUR", "foreign-minister", "2015-10-01", "Feridun Sinirlioğlu"),
        ("RUS", "prime-minister", "2011-01-01", "Vladimir Putin"),
        ("ARM", "foreign-minister", "2020-11-17", None),  # the days between two ministers
        ("UN", "secretary-general", "2016-12-31", "Ban Ki-mun"),
    ],
)
def test_shipped_terms(of: str, office: str, day: str, person: str | None) -> None:
    assert SHIPPED.holder(of, office, day) == person


def test_every_witness_is_called() -> None:
    called = {w for terms in SHIPPED.by_office.values() for term in terms for w in term.witnesses}
    assert called == set(load_witnesses())


def test_who_holds_office_has_a_name_in_the_register() -> None:
    people = {name.full: name.code for name in REGISTER.entries if name.kind is NameKind.PERSON}
    assert set(SHIPPED.by_person) <= set(people)


def test_no_spelling_stands_for_two_people() -> None:
    spelled: dict[str, set[str]] = {}
    for name in REGISTER.entries:
        if name.kind is NameKind.PERSON and not name.is_short:
            spelled.setdefault(name.spelling, set()).add(name.full)
    assert not {spelling: names for spelling, names in spelled.items() if len(names) > 1}


def test_the_register_holds_a_thousand_terms() -> None:
    terms = [term for terms in SHIPPED.by_office.values() for term in terms]
    assert len(terms) >= 1000
    assert sum(bool(term.start) for term in terms) >= 0.9 * len(terms)
