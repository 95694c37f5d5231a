"""The states of the register: their codes, their names in three languages, how bad rows are told."""

from pathlib import Path

import pytest

from haberci.core import states as states_module
from haberci.core.actors import NameKind
from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows
from haberci.core.states import STATES, load_states, state_names
from haberci.core.witness import witness_keys, witnesses


def row_of(tmp_path: Path, **cells: str) -> Row:
    table = tmp_path / "states.tsv"
    sound = {"code": "KGZ", "iso3": "KGZ", "name": "Kırgızistan", "witness": "wikidata:Q813"}
    values = {**dict.fromkeys(STATES, ""), **sound, **cells}
    table.write_text("\t".join(STATES) + "\n" + "\t".join(values[c] for c in STATES) + "\n", encoding="utf-8")
    return next(iter(read_rows(table, STATES)))


def test_the_members_of_the_united_nations_are_193() -> None:
    states = load_states()
    assert sum(state.is_member for state in states.values()) == 193
    assert {code for code, state in states.items() if "observer" in state.flags} == {"PSE", "VAT"}
    assert {"TRNC", "ABK", "OST", "PMR", "NKR", "SML", "TWN", "XKX", "ESH"} <= {
        code for code, state in states.items() if "defacto" in state.flags
    }


@pytest.mark.parametrize(
    ("code", "cow", "gw"),
    [("KGZ", 703, 703), ("DEU", 255, 260), ("YEM", 679, 678), ("SRB", 345, 340), ("XKX", 347, 347), ("ABK", None, 396)],
)
def test_numbers_in_the_lists_of_the_field(code: str, cow: int | None, gw: int | None) -> None:
    assert (load_states()[code].cow, load_states()[code].gw) == (cow, gw)


def test_a_number_stands_for_one_state_of_today() -> None:
    for numbers in ("cow", "gw"):
        held = [getattr(s, numbers) for s in load_states().values() if getattr(s, numbers) and "former" not in s.flags]
        assert len(held) == len(set(held)) > 190


def test_every_state_has_names_in_three_languages() -> None:
    codes = set(load_states())
    for lang in ("tr", "en", "ru"):
        assert {n.code.principal for n in state_names(lang) if n.kind is NameKind.STATE} == codes


@pytest.mark.parametrize(
    ("lang", "spelling", "kind", "code"),
    [
        ("ru", "Киргизия", NameKind.STATE, "KGZ"),
        ("ru", "Кыргызстан", NameKind.STATE, "KGZ"),
        ("ru", "таджикский", NameKind.PEOPLE, "TJK"),
        ("ru", "Кремль", NameKind.BODY, "RUS"),
        ("ru", "Бишкек", NameKind.SEAT, "KGZ"),
        ("en", "Kyrgyz Republic", NameKind.STATE, "KGZ"),
        ("en", "Tajiks", NameKind.PEOPLE, "TJK"),
        ("en", "White House", NameKind.BODY, "USA"),
        ("en", "Tbilisi", NameKind.SEAT, "GEO"),
        ("tr", "Beştepe", NameKind.BODY, "TUR"),
        ("tr", "Ak Orda", NameKind.BODY, "KAZ"),
    ],
)
def test_a_name_by_language(lang: str, spelling: str, kind: NameKind, code: str) -> None:
    assert [(n.kind, n.code.principal) for n in state_names(lang) if n.spelling == spelling] == [(kind, code)]


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"code": "kg"}, "no code of a state: kg"),
        ({"flags": "obsrver"}, "unknown flag obsrver; did you mean observer\\?"),
        ({"iso3": "KG"}, "no ISO 3166-1 alpha-3 code: KG"),
        ({"cow": "7o3"}, "cow is no number: 7o3"),
        ({"witness": ""}, "witness is empty"),
        ({"witness": "wikidta:Q813"}, "unknown witness wikidta; did you mean wikidata\\?"),
        ({"witness": "wikidata:"}, "the witness wikidata: names no item"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    with pytest.raises(LexiconError, match=rf"states\.tsv:2: {error}"):
        states_module._state(row_of(tmp_path, **cells))


def test_a_page_is_a_witness(tmp_path: Path) -> None:
    assert witnesses(row_of(tmp_path, witness="https://example.org/a gw:703")) == ("https://example.org/a", "gw:703")
    assert "gw" in witness_keys()
