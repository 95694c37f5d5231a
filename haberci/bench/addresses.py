"""The pages that the desk is asked for when it is measured, each time with other words, filters and ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from urllib.parse import quote, urlencode

import httpx

from haberci.bench.store import FIRST_YEAR, STATES, YEARS
from haberci.bench.wire import words
from haberci.core.codebook import EventType
from haberci.desk.asked import SORTS
from haberci.watch.areas import load_areas

_WORDS = words()
_AREAS = sorted(load_areas())
_TYPES = [kind.value for kind in EventType]
_MODALITIES = ("happened", "planned", "wanted", "denied")
_QUOTED_WORDS = 0.3  # of the searches have a second word


class Seen:
    """Ids that a client has seen on pages, and so may ask for."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.reports: list[str] = []
        self.following: list[str] = []


def drawn_words(draw: Random) -> str:
    """A word or two: common and rare ones alike, by the logarithm of their rank."""
    count = 2 if draw.random() < _QUOTED_WORDS else 1
    return " ".join(_WORDS[int(len(_WORDS) ** draw.random()) - 1] for _ in range(count))


def drawn_filters(draw: Random) -> str:
    """One to three choices, and now and then another order."""
    month = f"{FIRST_YEAR + draw.randrange(YEARS)}-{draw.randrange(1, 13):02}"
    choices = [
        ("type", draw.choice(_TYPES)),
        ("actor", draw.choice(STATES)),
        ("modality", draw.choice(_MODALITIES)),
        ("since", f"{month}-01"),
        ("area", draw.choice(_AREAS)),
        ("place", draw.choice(STATES)),
        ("source", f"ajans {draw.randrange(41)}"),
        ("quad", str(draw.randrange(1, 5))),
    ]
    chosen = draw.sample(choices, draw.randrange(1, 4))
    if draw.random() < 1 / len(SORTS):
        chosen.append(("sort", draw.choice(SORTS)))
    return urlencode(chosen)


Draw = Callable[[Random, Seen], str]
ADDRESSES: Mapping[str, Draw] = MappingProxyType(
    {
        "/": lambda draw, seen: "/",
        "/events": lambda draw, seen: f"/events?{drawn_filters(draw)}",
        "/events?by=event": lambda draw, seen: f"/events?by=event&{drawn_filters(draw)}",
        "/events?q=": lambda draw, seen: f"/events?q={quote(drawn_words(draw))}",
        "/events?after=": lambda draw, seen: draw.choice(seen.following),
        "/events/series.json": lambda draw, seen: f"/events/series.json?{drawn_filters(draw)}",
        "/events/<id>/why": lambda draw, seen: f"/events/{draw.choice(seen.events)}/why",
        "/deeds/<id>": lambda draw, seen: f"/deeds/{draw.choice(seen.events)}",
        "/reports/<id>": lambda draw, seen: draw.choice(seen.reports),
        "/actors": lambda draw, seen: "/actors",
        "/actors/<id>": lambda draw, seen: f"/actors/{draw.choice(STATES)}",
        "/area/<id>": lambda draw, seen: f"/area/{draw.choice(_AREAS)}?days={draw.choice((30, 90, 365))}",
        "/area/<id>/map.json": lambda draw, seen: f"/area/{draw.choice(_AREAS)}/map.json",
        "/planned": lambda draw, seen: f"/planned?actor={draw.choice(STATES)}",
        "/signs": lambda draw, seen: "/signs",
        "/warnings": lambda draw, seen: "/warnings",
        "/search": lambda draw, seen: f"/search?q={quote(drawn_words(draw))}",
        "/api/v1/events": lambda draw, seen: f"/api/v1/events?limit=100&{drawn_filters(draw)}",
    }
)


class Asker:
    """Asks for pages of a kind, the same ones in every run."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._seen = Seen()

    async def look_around(self) -> None:
        """Learn ids and the addresses of further pages from lists of different years."""
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            held = await self._client.get(f"/api/v1/events?until={year}-12-31")
            told = held.raise_for_status().json()
            self._seen.events += [item["id"] for item in told["items"]]
            self._seen.reports += [f"/reports/{item['report_address']}" for item in told["items"]]
            self._seen.following += [told["next"].replace("/api/v1", "")] if told["next"] else []

    async def ask(self, kind: str, number: int) -> int:
        """Ask for a page of a kind; the status of the answer, when all of it has come."""
        address = ADDRESSES[kind](Random(number), self._seen)
        answer = await self._client.get(address, headers={"accept-encoding": "gzip", "accept-language": "en"})
        return answer.status_code
