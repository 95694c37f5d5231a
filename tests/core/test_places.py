"""The places of the register: how they are found, how bad rows are told."""

from collections import Counter
from pathlib import Path

import pytest

from haberci.core import places as places_module
from haberci.core.actors import NameKind
from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows
from haberci.core.places import PLACES, find_places, place_names
from haberci.core.states import load_states, state_names


def row_of(tmp_path: Path, **cells: str) -> Row:
    table = tmp_path / "places.tsv"
    sound = {"state": "TJK", "kind": "village", "name": "Voruh", "witness": "geonames:1220164"}
    values = {**dict.fromkeys(PLACES, ""), **sound, **cells}
    table.write_text("\t".join(PLACES) + "\n" + "\t".join(values[c] for c in PLACES) + "\n", encoding="utf-8")
    return next(iter(read_rows(table, PLACES)))


@pytest.mark.parametrize(
    ("name", "state"),
    [("Voruh", "TJK"), ("Vorukh", "TJK"), ("Ворух", "TJK"), ("Баткен", "KGZ"), ("Bişkek", "KGZ"), ("Syunik", "ARM")],
)
def test_a_place_by_any_of_its_names(name: str, state: str) -> None:
    assert [place.state for place in find_places(name)] == [state]


def test_a_name_that_several_places_bear() -> None:
    assert {place.state for place in find_places("Celalabad")} == {"KGZ", "AFG"}
    assert [place.state for place in find_places("Celalabad", "AFG")] == ["AFG"]
    assert find_places("Atlantis") == ()


def test_a_landmark_has_the_coordinates_of_the_town_it_lies_in() -> None:
    square, town = find_places("Gezi Parkı")[0], find_places("İstanbul", "TUR")[0]
    assert square.near and not town.near
    assert (square.lat, square.lon) == (town.lat, town.lon)


def test_nearly_every_place_has_coordinates() -> None:
    without = [row["name"] for row in read_rows("actors/places.tsv", PLACES) if not row["lat"]]
    assert without == ["Sibirya", "Ras Lanuf"]


def test_a_name_stands_once_in_its_state() -> None:
    spellings = Counter((n.code.principal, n.spelling) for n in place_names("tr"))
    assert [key for key, count in spellings.items() if count > 1] == []


def test_capitals_lie_in_their_states() -> None:
    capitals = {n.full for n in state_names("tr") if n.kind is NameKind.SEAT}
    assert len(capitals) >= 180
    for name in ("Bişkek", "Duşanbe", "Erivan", "Bakü", "Tiflis", "Ankara", "Moskova"):
        assert find_places(name)[0].kind == "capital" and find_places(name)[0].lat is not None


def test_the_register_is_wide_enough() -> None:
    held = Counter(n.code.principal for n in place_names("tr"))
    near = sum(held[s] for s in ("KGZ", "TJK", "UZB", "KAZ", "TKM", "ARM", "AZE", "GEO", "ABK", "OST"))
    assert near >= 350 and held["TUR"] >= 130 and set(held) <= set(load_states())


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"state": "TJX"}, "unknown state TJX; did you mean TJK\\?"),
        ({"kind": "vilage"}, "unknown kind vilage; did you mean village\\?"),
        ({"flags": "wrd"}, "unknown flag wrd; did you mean word\\?"),
        ({"lat": "39.9"}, "one of lat and lon is empty"),
        ({"lat": "39,9", "lon": "70.6"}, "lat is no number: 39,9"),
        ({"lat": "139.9", "lon": "70.6"}, "lat is beyond 90 degrees: 139.9"),
        ({"witness": "unchecked:yet"}, "unknown witness unchecked"),
        ({"witness": "geoname:1"}, "unknown witness geoname; did you mean geonames\\?"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, cells: dict[str, str], error: str) -> None:
    with pytest.raises(LexiconError, match=rf"places\.tsv:2: {error}"):
        places_module._place(row_of(tmp_path, **cells))
