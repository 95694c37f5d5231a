"""The register of actors: what it holds, how names are found, how bad rows are told."""

from pathlib import Path

import pytest

from haberci.core.actors import ActorCode, Found, NameKind, name_index, register_of, split_name
from haberci.core.errors import LexiconError
from haberci.core.register import PEOPLE, load_register
from haberci.languages.tr.casing import lower

INDEX = name_index(load_register(), lower)


def find(text: str) -> Found | None:
    words = [(lower(word), "") for word in split_name(text)]
    return INDEX.longest(lambda k: (words[k],), 0, len(words))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kırgızistan", "KGZ GOV"),
        ("Venezüella", "VEN GOV"),
        ("ABD", "USA GOV"),
        ("Birleşik Krallık", "GBR GOV"),
        ("KKTC", "TRNC GOV"),
        ("SİÖ", "SCO IGO"),
        ("ŞİÖ", "SCO IGO"),
        ("Kolektif Güvenlik Antlaşması Örgütü", "CSTO IGO"),
        ("KFOR", "NATO MIL"),
        ("EULEX", "EU IGO"),
        ("DEAŞ", "ISIL REB"),
        ("PKK/KCK", "PKK REB"),
        ("Suriye Ulusal Koalisyonu", "SYR OPP"),
        ("TBMM", "TUR LEG"),
        ("Pentagon", "USA MIL"),
        ("Sadır Caparov", "KGZ GOV"),
        ("Kasım-Cömert Tokayev", "KAZ GOV"),
        ("Batken", "KGZ"),
        ("Halep", "SYR"),
    ],
)
def test_names_lead_to_codes(name: str, code: str) -> None:
    found = find(name)
    assert found is not None and found.length == len(split_name(name))
    assert str(found.names[0].code) == code


def test_the_longest_name_goes_before() -> None:
    found = find("Suriye Ulusal Koalisyonu toplandı")
    assert found is not None and found.length == 3
    found = find("Suriye ordusu")
    assert found is not None and found.names[0].kind is NameKind.STATE


@pytest.mark.parametrize("word", ["masa", "gelecek", "Bakanlık"])
def test_what_is_no_name(word: str) -> None:
    assert find(word) is None


def test_two_people_of_one_surname_are_two() -> None:
    short, full = find("Caparov"), find("Akılbek Caparov")
    assert short is not None and short.names[0].full == "Sadır Caparov" and short.names[0].is_short
    assert full is not None and full.names[0].full == "Akılbek Caparov"


def test_names_for_the_letters() -> None:
    names = load_register().names()
    assert {"Kırgızistan", "Şoygu", "İmangali", "Tasmagambetov", "Caparov", "Bişkek", "KGAÖ"} <= names
    assert "ve" not in names


def test_the_register_is_large_enough() -> None:
    register = load_register()
    held = {kind: {n.full for n in register.entries if n.kind is kind} for kind in NameKind}
    assert len(held[NameKind.STATE]) >= 195
    assert len(held[NameKind.PLACE]) >= 350
    assert len(held[NameKind.ORGANISATION]) >= 120
    assert len(held[NameKind.PERSON]) >= 350


def test_no_organisation_has_the_code_of_a_state() -> None:
    register = load_register()
    states = set(register.states)
    clashes = [n.spelling for n in register.entries if n.kind is NameKind.ORGANISATION and n.code.principal in states]
    assert clashes == []


def test_principals_of_people_are_known() -> None:
    register = load_register()
    known = {n.code.principal for n in register.entries if n.kind is not NameKind.PERSON}
    assert [n.full for n in register.entries if n.kind is NameKind.PERSON and n.code.principal not in known] == []


@pytest.mark.parametrize("text", ["", "KGZ XXX", " "])
def test_bad_codes(text: str) -> None:
    with pytest.raises(ValueError, match="no actor code"):
        ActorCode.parse(text)


def test_a_person_without_a_basis_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "people.tsv"
    table.write_text("\t".join(PEOPLE) + "\nKGZ GOV\tRoza Isayeva\t\t\t\t\thearsay\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"people\.tsv:2: unknown basis hearsay"):
        load_register("tr", tmp_path)


def test_a_users_own_register() -> None:
    register = register_of(n for n in load_register().entries if n.full == "Kırgızistan")
    assert register.names() == frozenset({"Kırgızistan", "Kırgız", "Cumhuriyeti"})
