"""What the address of a page asks for: read, checked, and written again as an address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.desk.labels import N_
from haberci.desk.refusals import RefusedError
from haberci.watch.areas import load_areas
from haberci.watch.signs import subject_asked

COUNTED = ("deed", "event")
SORTS = ("day", "intensity", "type")
PAGE, MOST_A_PAGE = 50, 500
NO_CODE = N_("%(name)s: no actor code: %(value)s (as KGZ, KGZ GOV or CSTO IGO)")
TOO_LONG = N_("%(name)s: more than %(n)s characters")
_PAIR = 2
_FIRST_WATCHED = date(1000, 1, 1)
_MOST_VALUES, _MOST_LETTERS = 40, 400
_CURSOR = re.compile(r"(-?\d{1,9})_(-?\d{1,9})_(\d{1,18})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Cursor(NamedTuple):
    """Where a page ends: the last event's place in the order asked for, its day and its number."""

    key: int
    day: int
    number: int

    def __str__(self) -> str:
        return f"{self.key}_{self.day}_{self.number}"


class Chip(NamedTuple):
    """One choice that is made, and the query without it."""

    name: str
    value: str
    without: EventQuery


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which deeds, or with ``by`` ``event`` which events, in which order.

    Within a dimension choices add up; actors each narrow (two leave what both have a part in, a dyad what is between
    its two). ``corrected``: with the corrections of people. ``after`` is where the page before ended, ``limit`` how
    many a page holds.
    """

    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    modalities: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    dyads: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    words: str = ""
    by: str = COUNTED[0]
    corrected: bool = False
    sort: str = "day"
    descending: bool = True
    after: Cursor | None = None
    limit: int = PAGE

    def address(self, **changes: Any) -> str:
        """The query part of the address, with its question mark; empty for the plain list."""
        pairs = self.without(**changes).kept()
        if changes.get("after") is not None:
            pairs.append(("after", str(changes["after"])))
        return "?" + "&".join(map(_encoded, pairs)) if pairs else ""

    def kept(self) -> list[tuple[str, str]]:
        """All that is asked for but the page, by the names of the address."""
        pairs: list[tuple[str, str]] = []
        for name, attribute in LISTS.items():
            pairs += [(name, str(value)) for value in getattr(self, attribute)]
        pairs += [(n, v.isoformat()) for n, v in (("since", self.since), ("until", self.until)) if v]
        pairs += [("q", self.words)] if self.words else []
        pairs += [("by", self.by)] if self.by != COUNTED[0] else []
        pairs += [("corrected", "1")] if self.corrected else []
        pairs += [("sort", self.sort)] if self.sort != "day" else []
        pairs += [] if self.descending else [("order", "asc")]
        pairs += [("limit", str(self.limit))] if self.limit != PAGE else []
        return pairs

    def with_choice(self, name: str, value: Any) -> str:
        """The address with a choice made, or unmade where it stood."""
        attribute = LISTS[name]
        held = getattr(self, attribute)
        chosen = tuple(v for v in held if v != value) if value in held else (*held, value)
        return self.address(**{attribute: chosen})

    def has(self, name: str, value: Any) -> bool:
        """Whether a choice is made."""
        return value in getattr(self, LISTS[name])

    def without(self, **changes: Any) -> EventQuery:
        """The query with some choices changed, from its first page."""
        return replace(self, **{"after": None, **changes})

    def chips(self) -> list[Chip]:
        """All choices that are made, each with the query without it."""
        found = []
        for name, attribute in LISTS.items():
            held = getattr(self, attribute)
            found += [Chip(name, str(v), self.without(**{attribute: tuple(x for x in held if x != v)})) for v in held]
        for name, day in (("since", self.since), ("until", self.until)):
            if day is not None:
                found.append(Chip(name, day.isoformat(), self.without(**{name: None})))
        if self.words:
            found.append(Chip("q", self.words, self.without(words="")))
        return found


@lru_cache(8_192)
def _encoded(pair: tuple[str, str]) -> str:
    """A choice as it stands in an address; a page has the same ones in most of its addresses."""
    return urlencode((pair,))


LISTS = {
    "type": "types",
    "mode": "modes",
    "quad": "quads",
    "modality": "modalities",
    "actor": "actors",
    "dyad": "dyads",
    "place": "states",
    "at": "places",
    "source": "sources",
    "says": "says",
    "area": "areas",
}
assert set(LISTS.values()) <= {f.name for f in fields(EventQuery)}


def event_query(params: QueryParams, areas: Collection[str] | None = None) -> EventQuery:
    """The query of an address, which may name the areas (the shipped ones when not given).

    Raises InputError, naming the parameter, for a value that can mean nothing.
    """
    since, until = day(params, "since"), day(params, "until")
    if since and until and until < since:
        raise RefusedError(N_("until: %(until)s is before since, %(since)s"), until=until, since=since)
    return EventQuery(
        types=one_of("type", listed(params, "type"), [t.value for t in EventType]),
        modes=listed(params, "mode"),
        quads=tuple(int(q) for q in one_of("quad", listed(params, "quad"), ["1", "2", "3", "4"])),
        modalities=one_of("modality", listed(params, "modality"), [m.value for m in Modality]),
        actors=tuple(actor(code) for code in listed(params, "actor")),
        dyads=tuple(dict.fromkeys(dyad(text) for text in listed(params, "dyad"))),
        states=listed(params, "place"),
        places=listed(params, "at"),
        sources=listed(params, "source"),
        says=listed(params, "says"),
        areas=one_of("area", listed(params, "area"), tuple(load_areas() if areas is None else areas)),
        since=since,
        until=until,
        words=words(params),
        by=one_of("by", [params.get("by") or COUNTED[0]], COUNTED)[0],
        corrected=flag(params, "corrected"),
        sort=one_of("sort", [params.get("sort") or "day"], SORTS)[0],
        descending=one_of("order", [params.get("order") or "desc"], ["asc", "desc"])[0] == "desc",
        after=cursor(params),
        limit=limit(params),
    )


def listed(params: QueryParams, name: str) -> tuple[str, ...]:
    """All values of a parameter, each once, empty ones left out."""
    found = tuple(dict.fromkeys(v.strip() for v in params.getlist(name) if v.strip()))
    if len(found) > _MOST_VALUES or any(len(v) > _MOST_LETTERS for v in found):
        line = N_("%(name)s: more than %(n)s values, or one of more than %(m)s characters")
        raise RefusedError(line, name=name, n=_MOST_VALUES, m=_MOST_LETTERS)
    return found


def one_of(name: str, values: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """The values, each of which must be a known one."""
    found = tuple(values)
    for value in found:
        if value not in known:
            line = N_("%(name)s: no %(value)s; there are %(known)s")
            raise RefusedError(line, name=name, value=value[:60], known=", ".join(known))
    return found


def actor(code: str) -> str:
    """A code as it is stored. Raises InputError for what is none."""
    try:
        return str(ActorCode.parse(" ".join(code.split())))
    except ValueError as error:
        raise RefusedError(NO_CODE, name="actor", value=code[:60]) from error


def dyad(text: str) -> str:
    """Two principals as a dyad is written. Raises InputError for what is none."""
    subject = subject_asked(text)
    if len(subject.states) != _PAIR or len(set(map(actor, subject.states))) != _PAIR or " " in text:
        raise RefusedError(N_("dyad: no two states: %(value)s (as KGZ–TJK)"), value=text[:60])
    return str(subject)


def day(params: QueryParams, name: str) -> date | None:
    """A day of an address, None when it is not given. Raises InputError for what is no day."""
    text = (params.get(name) or "").strip()
    if not text:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        raise RefusedError(N_("%(name)s: no day: %(value)s (as 2023-01-22)"), name=name, value=text[:60]) from error


def last_day(params: QueryParams) -> date | None:
    """The day up to which the watch is asked for; it looks back from it, and so not at the beginning of time."""
    until = day(params, "until")
    if until and until < _FIRST_WATCHED:
        raise RefusedError(N_("%(name)s: no day before %(first)s"), name="until", first=_FIRST_WATCHED)
    return until


def flag(params: QueryParams, name: str) -> bool:
    """Whether something is asked for: 1, or 0 as when it is not given."""
    return one_of(name, [params.get(name) or "0"], ("0", "1"))[0] == "1"


def words(params: QueryParams, name: str = "q") -> str:
    """The words searched for, on one line."""
    found = " ".join((params.get(name) or "").split())
    if len(found) > _MOST_LETTERS:
        raise RefusedError(TOO_LONG, name=name, n=_MOST_LETTERS)
    return found


def cursor(params: QueryParams) -> Cursor | None:
    """Where a page begins: behind this event."""
    text = params.get("after") or ""
    match = _CURSOR.fullmatch(text)
    if text and match is None:
        raise RefusedError(N_("after: no place in a list; take it from the page before"))
    return Cursor(*map(int, match.groups())) if match else None


def limit(params: QueryParams) -> int:
    """How many rows a page holds."""
    text = params.get("limit") or str(PAGE)
    if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= MOST_A_PAGE):
        raise RefusedError(N_("limit: a number from 1 to %(n)s"), n=MOST_A_PAGE)
    return int(text)
