"""Areas: what is watched, as YAML files, checked when they are loaded; an error is one line that names file and place.

name: Central Asia
states: [KAZ, KGZ, TJK, TKM, UZB]        # or: members_of: CSTO (by the register, on the day asked)
organisations: [CSTO, SCO]
dyads: [KGZ–TJK, TJK–AFG]                # beside all pairs of the states themselves
sub_areas:                               # provinces and the like: places by the names of the register
  - {name: Batken, state: KGZ, places: [Batken, Isfana]}
measures: [conflict, tension]
budget: 3                                # signs a week
levels: [{name: watch, per_year: 1, action: read the reports}]
recipients: [{kind: webhook, to: https://…, level: alert}]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from itertools import combinations, pairwise
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from haberci.core.bodies import principals
from haberci.core.errors import LexiconError, did_you_mean
from haberci.core.lexicon import data_file
from haberci.core.memberships import members
from haberci.core.places import find_places
from haberci.core.states import load_states
from haberci.watch.area_files import LIKE, Checking, read_yaml
from haberci.watch.measures import load_measures
from haberci.watch.records import Deed
from haberci.watch.series import WITHIN, Subject

_KEYS = {
    "name": str,
    "states": list,
    "members_of": str,
    "organisations": list,
    "dyads": list,
    "sub_areas": list,
    "measures": list,
    "budget": int,
    "levels": list,
    "recipients": list,
}
_LEVEL_KEYS = {"name": str, "per_year": (int, float), "action": str}
_SUB_AREA_KEYS = {"name": str, "state": str, "places": list}
_RECIPIENT_KEYS = {"kind": str, "to": str, "level": str}
RECIPIENTS = ("apprise", "webhook")
_ADDRESSES = ("https://", "http://")
_ENDINGS = (".yml", ".yaml")


class Level(NamedTuple):
    """A level of alarm: how rare a sign must be to reach it (so many a year at most), and what is then done."""

    name: str
    per_year: float
    action: str


class SubArea(NamedTuple):
    """A part of a state, such as a province: its name, the state, and the places in it by their names."""

    name: str
    state: str
    places: frozenset[str]

    @property
    def code(self) -> str:
        """What stands for it in subjects: ``KGZ/Batken``."""
        return f"{self.state}{WITHIN}{self.name}"

    def holds(self, place: str | None, state: str | None) -> bool:
        """Whether a place in a state lies in it."""
        return state == self.state and place in self.places


class Recipient(NamedTuple):
    """Who is told of a warning: ``webhook`` (an address) or ``apprise`` (an address of apprise's), from a level on."""

    kind: str
    to: str
    level: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area as its file tells it; ``id`` is the file's name without its ending."""

    id: str
    name: str
    states: tuple[str, ...]
    members_of: str | None
    organisations: tuple[str, ...]
    outside: tuple[Subject, ...]
    sub_areas: tuple[SubArea, ...]
    measures: tuple[str, ...]
    budget: int
    levels: tuple[Level, ...]
    recipients: tuple[Recipient, ...]

    @classmethod
    def load(cls, name: str, folder: Path | None = None) -> Area:
        """An area by its id: a shipped one (``csto``), or one of a folder of your own; raises LexiconError."""
        return load_area(name, folder)

    def states_on(self, day: str | None = None) -> tuple[str, ...]:
        """The states of the area on a day (ISO 8601): those named, and the members of its organisation."""
        joined = members(self.members_of, day) if self.members_of else ()
        return tuple(dict.fromkeys((*self.states, *sorted(joined))))

    def dyads_on(self, day: str | None = None) -> tuple[Subject, ...]:
        """All pairs of its states, and those with outsiders."""
        pairs = [Subject.dyad(one, other) for one, other in combinations(self.states_on(day), 2)]
        return tuple(dict.fromkeys((*pairs, *self.outside)))

    def subjects_on(self, day: str | None = None) -> tuple[Subject, ...]:
        """All that series are kept of: the area, its states, its organisations, its sub-areas and its dyads."""
        single = (*self.states_on(day), *self.organisations, *(part.code for part in self.sub_areas))
        return (Subject(), *(Subject((code,)) for code in single), *self.dyads_on(day))

    def sub_area(self, name: str) -> SubArea:
        """A sub-area by its name; raises LexiconError with the nearest one when there is none."""
        parts = {part.name: part for part in self.sub_areas}
        if name not in parts:
            known = ", ".join(sorted(parts)) or "none"
            raise LexiconError(f"{self.id}: no sub-area {name}{did_you_mean(name, parts, LIKE)} (there are: {known})")
        return parts[name]

    def located(self, deed: Deed) -> Deed:
        """A deed with the sub-areas that it took place in."""
        regions = tuple(part.code for part in self.sub_areas if part.holds(deed.place, deed.state))
        return deed._replace(regions=regions) if regions else deed

    def level_of(self, per_year: float) -> Level | None:
        """The highest level that a sign of a rarity reaches; None: not even the lowest."""
        reached = [level for level in self.levels if per_year <= level.per_year]
        return min(reached, key=lambda level: level.per_year) if reached else None


@cache
def _shipped() -> Mapping[str, Area]:
    return {area.id: area for area in map(_load, _files(data_file("areas")))}


def load_areas(folder: Path | None = None) -> dict[str, Area]:
    """The shipped areas by id, and those of a user's folder laid over them; raises LexiconError."""
    found = dict(_shipped())
    if folder is not None:
        if not folder.is_dir():
            raise LexiconError(f"{folder}: no folder of areas")
        found |= {area.id: area for area in map(_load, _files(folder))}
    return found


def load_area(name: str, folder: Path | None = None) -> Area:
    """One area by its id; raises LexiconError with the nearest one when there is none."""
    areas = load_areas(folder)
    if name not in areas:
        raise LexiconError(f"no area {name}{did_you_mean(name, areas, LIKE)} (there are: {', '.join(sorted(areas))})")
    return areas[name]


def _files(folder: Traversable) -> list[Traversable]:
    found = sorted((file for file in folder.iterdir() if file.name.endswith(_ENDINGS)), key=lambda file: file.name)
    for one, other in pairwise(found):
        if PurePath(one.name).stem == PurePath(other.name).stem:
            raise LexiconError(f"{one.name}, {other.name}: two files of one area")
    return found


def _load(file: Traversable) -> Area:
    return _AreaFile(file.name).area(read_yaml(file))


class _AreaFile(Checking):
    """One file of an area being checked."""

    def area(self, content: Any) -> Area:
        fields = self.fields(content, _KEYS, "the file")
        if not fields.get("states") and "members_of" not in fields:
            raise self.error("states", "neither states nor members_of is given")
        levels = self.levels(fields.get("levels", []))
        return Area(
            id=PurePath(self.file).stem,
            name=self.named(fields.get("name", PurePath(self.file).stem)),
            states=self.each(fields, "states", load_states()),
            members_of=self.membership(fields.get("members_of")),
            organisations=self.each(fields, "organisations", principals()),
            outside=self.once("dyads", tuple(self.dyad(value) for value in fields.get("dyads", []))),
            sub_areas=self.sub_areas(fields.get("sub_areas", [])),
            measures=self.measures(fields),
            budget=self.budget(fields.get("budget", 3)),
            levels=levels,
            recipients=tuple(self.recipient(n, v, levels) for n, v in enumerate(fields.get("recipients", []), 1)),
        )

    def measures(self, fields: dict[str, Any]) -> tuple[str, ...]:
        found = self.each(fields, "measures", load_measures()) or ("conflict",)
        if all(load_measures()[name].deaths for name in found):
            raise self.error("measures", f"no series of {found[0]} is ever in alarm; name another beside it")
        return found

    def named(self, name: str) -> str:
        if not name.strip():
            raise self.error("name", "it is empty")
        return name

    def membership(self, body: Any) -> str | None:
        if body is None:
            return None
        found = self.known("members_of", body, principals())
        if not members(found, None):
            raise self.error("members_of", f"the register knows no member of {found} today")
        return found

    def dyad(self, value: Any) -> Subject:
        sides = str(value).replace("-", "–").split("–")
        if len(sides) != 2 or sides[0] == sides[1]:
            raise self.error("dyads", f"no pair of two states or organisations, such as KGZ–TJK: {value}")
        known = {*load_states(), *principals()}
        return Subject.dyad(*(self.known("dyads", side.strip(), known) for side in sides))

    def sub_areas(self, values: list[Any]) -> tuple[SubArea, ...]:
        found = tuple(self.sub_area(place, value) for place, value in enumerate(values, 1))
        self.once("sub_areas", tuple(part.code for part in found))
        return found

    def sub_area(self, place: int, value: Any) -> SubArea:
        where = f"sub_areas, {place}"
        fields = self.complete(value, _SUB_AREA_KEYS, where)
        state = self.known(f"{where}, state", fields["state"], load_states())
        if {"–", WITHIN} & set(fields["name"]):
            raise self.error(where, f"a name holds no – and no {WITHIN}: {fields['name']}")
        if not fields["places"]:
            raise self.error(where, "no places")
        found = [(name, find_places(str(name), state)) for name in fields["places"]]
        for name, places in found:
            if not places:
                raise self.error(where, f"no place {name} of {state} in the register")
        return SubArea(fields["name"], state, frozenset(place.name for _, places in found for place in places))

    def budget(self, value: int) -> int:
        if value < 1:
            raise self.error("budget", f"{value} signs a week; at least 1")
        return value

    def levels(self, values: list[Any]) -> tuple[Level, ...]:
        found = tuple(self.level(f"levels, {place}", value) for place, value in enumerate(values, 1))
        self.once("levels", tuple(level.name for level in found))
        self.once("levels, per_year", tuple(level.per_year for level in found))
        return found

    def level(self, where: str, value: Any) -> Level:
        fields = self.complete(value, _LEVEL_KEYS, where)
        if not fields["per_year"] > 0:  # what is no number is not above 0
            raise self.error(where, f"per_year is {fields['per_year']}; above 0")
        return Level(fields["name"], float(fields["per_year"]), fields["action"])

    def recipient(self, place: int, value: Any, levels: tuple[Level, ...]) -> Recipient:
        where = f"recipients, {place}"
        fields = self.complete(value, _RECIPIENT_KEYS, where)
        kind = self.known(f"{where}, kind", fields["kind"], RECIPIENTS)
        if kind == "webhook" and not fields["to"].startswith(_ADDRESSES):
            raise self.error(where, f"no address of a webhook, which begins with https://: {fields['to']}")
        level = self.known(f"{where}, level", fields["level"], [level.name for level in levels])
        return Recipient(kind, fields["to"], level)
