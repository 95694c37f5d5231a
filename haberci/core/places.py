"""The places of the register: the state that each lies in, and where on the globe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import ActorCode, Name, NameKind
from haberci.core.lexicon import Row
from haberci.core.states import HOME, load_states
from haberci.core.witness import witnesses

PLACES: Final = ("state", "kind", "name", "variants", "en", "ru", "lat", "lon", "flags", "witness")
KINDS: Final = frozenset({"capital", "city", "town", "village", "province", "region", "landmark"})
NEAR: Final = "near:"  # a witness of the town whose coordinates stand for the place
FLAGS: Final = frozenset({"word"})  # its name is an ordinary word or a person's name, too


class Place(NamedTuple):
    """One place: the state that it lies in (the de facto state where one rules there), and degrees north and east.

    A province has the coordinates of its chief town; a place ``near`` a town has those of the town that it lies in
    or near. A place without a witness of where it is has none.
    """

    state: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    near: bool = False


@cache
def _places(tables: ActorTables = SHIPPED) -> tuple[tuple[Row, Place], ...]:
    """The rows of places, read and checked once for all languages."""
    return tuple((row, _place(row, tables)) for row in tables.rows("places.tsv", PLACES))


def place_names(lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of places in a language: tr, en or ru. Those of capitals are with the states."""
    for row, place in _places(tables):
        code = ActorCode(place.state)
        if place.kind != "capital":
            is_word = "word" in row["flags"]
            for spelling in _spellings(row, lang):
                yield Name(spelling, place.name, NameKind.PLACE, code, is_word)


def find_places(name: str, state: str | None = None) -> tuple[Place, ...]:
    """The places that bear a name in any of its languages, without a suffix; of one state only if it is given.

    The first is the one that news mean without a word of where. Empty when none is known.
    """
    found = _by_spelling().get(name, ())
    return tuple(place for place in found if state is None or place.state == state)


def find_folded(name: str, fold: Callable[[str], str]) -> tuple[Place, ...]:
    """The places that a name in capitals, or without its marks, may stand for: ``TIFLIS``."""
    return _by_folded(fold).get(fold(name), ())


@cache
def _by_folded(fold: Callable[[str], str]) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for spelling, places in _by_spelling().items():
        found.setdefault(fold(spelling), places)
    return found


@cache
def _by_spelling() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for row, place in _places():
        for spelling in dict.fromkeys(s for lang in (HOME, "en", "ru") for s in _spellings(row, lang)):
            found.setdefault(spelling, []).append(place)
    return {spelling: tuple(places) for spelling, places in found.items()}


def _spellings(row: Row, lang: str) -> tuple[str, ...]:
    return (row["name"], *row.many("variants")) if lang == HOME else row.many(lang)


def _place(row: Row, tables: ActorTables = SHIPPED) -> Place:
    state = row.known("state", row["state"], load_states(tables))
    for flag in row["flags"].split():
        row.known("flag", flag, FLAGS)
    near = any(witness.startswith(NEAR) for witness in witnesses(row, tables))
    lat, lon = _degrees(row, "lat", 90), _degrees(row, "lon", 180)
    if (lat is None) is not (lon is None):
        raise row.error("one of lat and lon is empty")
    return Place(state, row.needs("name"), row.known("kind", row["kind"], KINDS), lat, lon, near)


def _degrees(row: Row, column: str, most: int) -> float | None:
    if not row[column]:
        return None
    try:
        degrees = float(row[column])
    except ValueError:
        raise row.error(f"{column} is no number: {row[column]}") from None
    if not abs(degrees) <= most:
        raise row.error(f"{column} is beyond {most} degrees: {row[column]}")
    return degrees
