"""Organisations, groups and parties of the register, and who is a member of what on which day."""

from collections import Counter
from pathlib import Path

import pytest

from haberci.core.actors import ActorRegister, NameKind
from haberci.core.bodies import BODIES, GROUPS, ORGANISATIONS, body, body_names, group, organisation
from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows
from haberci.core.memberships import MEMBERSHIPS, _membership, load_memberships, members
from haberci.core.register import load_register

NAMESAKES = (
    "Demokrat Parti",
    "İşçi Partisi",
    "Muhafazakar Parti",
    "Sosyal Demokrat Parti",
    "Sosyalist Parti",
)  # of several states


def row_of(tmp_path: Path, name: str, columns: tuple[str, ...], sound: dict[str, str], **cells: str) -> Row:
    table = tmp_path / name
    values = {**dict.fromkeys(columns, ""), **sound, **cells}
    table.write_text("\t".join(columns) + "\n" + "\t".join(values[c] for c in columns) + "\n", encoding="utf-8")
    return next(iter(read_rows(table, columns)))


def test_there_are_enough() -> None:
    kinds = Counter(row["kind"] for row in read_rows("actors/groups.tsv", GROUPS))
    organisations = sum(1 for _ in read_rows("actors/organisations.tsv", ORGANISATIONS))
    assert organisations >= 250 and kinds["armed"] + kinds["movement"] >= 150 and kinds["party"] >= 120


def test_every_organisation_has_an_english_name_and_most_a_russian_one() -> None:
    rows = list(read_rows("actors/organisations.tsv", ORGANISATIONS))
    assert all(row["en"] for row in rows)
    assert sum(bool(row["ru"]) for row in rows) >= 0.9 * len(rows)


def is_acronym(name: str) -> bool:
    """Whether a name is told by capitals: KGAÖ, ВТамО, ПА НАТО, G7; Interpol or Евросоюз is none."""
    letters = [c for c in name if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    short = name.count(" ") <= 1 and (capitals >= 2 or (len(letters) == 1 and any(c.isdigit() for c in name)))
    return short and capitals > len(letters) - capitals


def test_250_organisations_have_acronyms_in_three_languages() -> None:
    rows = [
        ((row["name"], *row.many("variants")), row.many("en"), row.many("ru"))
        for row in read_rows("actors/organisations.tsv", ORGANISATIONS)
    ]
    assert sum(all(any(map(is_acronym, names)) for names in languages) for languages in rows) >= 250
    assert not is_acronym("Interpol") and not is_acronym("Евросоюз") and not is_acronym("BM Kadın Birimi")


@pytest.mark.parametrize(
    ("acronyms", "code"),
    [
        ("KGAÖ CSTO ОДКБ", "CSTO IGO"),
        ("ŞİÖ SCO ШОС", "SCO IGO"),
        ("BDT CIS СНГ", "CIS IGO"),
        ("AEB EAEU ЕАЭС", "EAEU IGO"),
        ("TDT OTS ОТГ", "OTS IGO"),
        ("AGİT OSCE ОБСЕ", "OSCE IGO"),
        ("UAEA IAEA МАГАТЭ", "IAEA IGO"),
        ("BM UN ООН", "UN IGO"),
        ("AB EU ЕС", "EU IGO"),
        ("UNIFIL UNIFIL ВСООНЛ", "UN IGO"),
        ("UNPROFOR UNPROFOR СООНО", "UN IGO"),
        ("OCHA OCHA УКГВ", "UN IGO"),
        ("AKÇT ECSC ЕОУС", "ECSC IGO"),
        ("DGÖ WCO ВТамО", "WCO IGO"),
        ("PKK PKK РПК", "PKK REB"),
        ("IŞİD ISIS ИГИЛ", "ISIL REB"),
    ],
)
def test_acronyms_in_three_languages(acronyms: str, code: str) -> None:
    for lang, acronym in zip(("tr", "en", "ru"), acronyms.split(), strict=True):
        assert [str(n.code) for n in body_names(lang) if n.spelling == acronym] == [code], lang


def spelled(register: ActorRegister, kind: NameKind) -> set[str]:
    return {n.spelling for n in register.entries if n.kind is kind}


def test_the_register_speaks_three_languages() -> None:
    english, russian = load_register("en"), load_register("ru")
    assert {"Kyrgyzstan", "Georgia"} <= spelled(english, NameKind.STATE)
    assert {"CSTO", "NATO"} <= spelled(english, NameKind.ORGANISATION)
    assert {"ОДКБ", "НАТО"} <= spelled(russian, NameKind.ORGANISATION)
    assert {"Баткен", "Ворух"} <= spelled(russian, NameKind.PLACE)
    assert load_register() is load_register("tr")


def test_a_spelling_means_one_body_save_two() -> None:
    meant: dict[str, set[str]] = {}
    for name in body_names("tr"):
        meant.setdefault(name.spelling, set()).add(name.code.principal)
    assert {spelling for spelling, codes in meant.items() if len(codes) > 1} == {"HDK", "RSF", *NAMESAKES}


@pytest.mark.parametrize(
    ("organisation", "day", "state", "is_member"),
    [
        ("CSTO", "2022-09-14", "ARM", True),
        ("CSTO", "2022-09-14", "AZE", False),
        ("NATO", "2022-12-31", "FIN", False),
        ("NATO", "2024-12-31", "SWE", True),
        ("EU", "2019-06-01", "GBR", True),
        ("EU", "2020-02-01", "GBR", False),
        ("CIS", "2008-08-08", "GEO", True),
        ("CIS", "2010-01-01", "GEO", False),
        ("SCO", "2016-01-01", "IND", False),
        ("SCO", "2023-07-04", "IRN", True),
        ("COE", "2022-03-15", "RUS", True),
        ("COE", "2022-03-16", "RUS", False),
        ("ARL", "2020-01-01", "TUR", False),
        ("OTS", "2020-01-01", "UZB", True),
    ],
)
def test_members_by_day(organisation: str, day: str, state: str, is_member: bool) -> None:
    assert (state in members(organisation, day)) is is_member


def test_members_of_today() -> None:
    sizes = {code: len(members(code)) for code in {m.organisation for m in load_memberships()}}
    assert (sizes["NATO"], sizes["EU"], sizes["SCO"], sizes["CSTO"], sizes["GCC"], sizes["ASEAN"]) == (
        32,
        27,
        10,
        6,
        6,
        11,
    )
    assert sizes["ARL"] == 22 and sizes["OIC"] == 57 and members("NOBODY") == ()
    assert [sizes[code] for code in ("OSCE", "COE", "AU", "G7", "G20", "ECO", "EAEU")] == [57, 46, 55, 7, 19, 10, 5]


ORGANISATION = {"code": "CSTO", "sector": "IGO", "kind": "alliance", "name": "KGAÖ", "witness": "news:1"}
GROUP = {"code": "PKK REB", "kind": "armed", "name": "PKK", "witness": "news:1"}
BODY = {"code": "TUR GOV", "name": "AFAD", "witness": "news:1"}
MEMBER = {"organisation": "CSTO", "state": "ARM", "since": "2002", "witness": "news:1"}


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"kind": "aliance"}, "unknown kind aliance; did you mean alliance\\?"),
        ({"sector": "IGX"}, "no actor code: 'CSTO IGX'"),
        ({"witness": ""}, "witness is empty"),
        ({"witness": "unchecked:yet"}, "unknown witness unchecked"),
    ],
)
def test_a_bad_organisation(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    row = row_of(tmp_path, "organisations.tsv", ORGANISATIONS, ORGANISATION, **cells)
    with pytest.raises(LexiconError, match=rf"organisations\.tsv:2: {error}"):
        organisation(row)


@pytest.mark.parametrize(
    ("cells", "error"),
    [({"kind": "armd"}, "unknown kind armd; did you mean armed\\?"), ({"code": "PKK"}, "no actor code: 'PKK'")],
)
def test_a_bad_group(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    with pytest.raises(LexiconError, match=rf"groups\.tsv:2: {error}"):
        group(row_of(tmp_path, "groups.tsv", GROUPS, GROUP, **cells))


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"code": "TUX GOV"}, "no state TUX"),
        ({"witness": ""}, "witness is empty"),
        ({"witness": "unchecked:yet"}, "unknown witness unchecked"),
    ],
)
def test_a_bad_body(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    with pytest.raises(LexiconError, match=rf"bodies\.tsv:2: {error}"):
        body(row_of(tmp_path, "bodies.tsv", BODIES, BODY, **cells))


@pytest.mark.parametrize(
    ("spelling", "full"),
    [
        ("TİKA", "TİKA"),
        ("MGK", "Milli Güvenlik Kurulu"),
        ("AYM", "Anayasa Mahkemesi"),
        ("HSYK", "Hakimler ve Savcılar Kurulu"),
    ],
)
def test_each_body_has_its_own_row(spelling: str, full: str) -> None:
    assert {n.full for n in body_names("tr") if n.spelling == spelling} == {full}


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"organisation": "CTSO"}, "unknown organisation CTSO; did you mean CSTO\\?"),
        ({"state": "ARMM"}, "unknown state ARMM; did you mean ARM\\?"),
        ({"since": "2002-13"}, "since is no day, month or year: 2002-13"),
        ({"until": "2001"}, "until 2001 is not after since 2002"),
    ],
)
def test_a_bad_membership(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    row = row_of(tmp_path, "memberships.tsv", MEMBERSHIPS, MEMBER, **cells)
    with pytest.raises(LexiconError, match=rf"memberships\.tsv:2: {error}"):
        _membership(row, frozenset({"CSTO", "NATO"}))
