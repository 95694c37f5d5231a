"""What the grouping of deeds knows of one event: its day, place, parties and the words that tell it."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})  # who is host and who is guest tells no deeds apart
PLACED = frozenset("COOPERATE AID RETREAT PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())  # places tell deeds apart
REPEATED = frozenset("REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE COERCE ASSAULT".split())  # done again each day
# Modes that may be told of one deed stand in one family; others are told apart.
ATTACKS = "aerial drone heavy-weapons explosives firearms suicide-attack destroy targeted primitive".split()
FAMILIES = {
    "ASSAULT": dict.fromkeys(ATTACKS, "attack"),
    "CONSULT": {"visit": "meeting", "third-party": "meeting", "multilateral": "meeting"},
    "PROTEST": {"demo": "rally", "riot": "rally", "obstruct": "rally", "vandalize": "rally"},
    "MOBILIZE": {"troops": "posture", "weapons": "posture"},
    "ACCUSE": {"disapprove": "words", "allege": "words"},
}
ALIKE = 0.5  # share of the shorter sentence's words from which two sentences tell the same


class Place(NamedTuple):
    """A place by name, where it lies in degrees (None: not known), and the km around that may be the same place."""

    name: str
    lat: float | None
    lon: float | None
    reach: float

    def near(self, other: Place) -> bool:
        """Whether two places may be one: by name, or one lies within the reach of the other."""
        if self.name == other.name:
            return True
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return False
        return distance(self.lat, self.lon, other.lat, other.lon) <= max(self.reach, other.reach)


class Claim(NamedTuple):
    """One event as the grouping sees it; the columns of ``deed_event`` with the report's key."""

    event: int
    claim: str
    key: str
    copies: int
    type: str
    kind: str
    day: str
    last_day: str
    told: bool
    place: Place | None
    actors: frozenset[str]
    recipients: frozenset[str]
    mode: str
    modality: str
    by_whom: str
    dead: int | None
    words: frozenset[int]

    @property
    def family(self) -> str:
        """The family of its mode."""
        return FAMILIES.get(self.type, {}).get(self.mode, self.mode)


class Shape(NamedTuple):
    """Who did it to whom: principals, or whole codes where all are of one state."""

    actors: frozenset[str]
    recipients: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """Both sides."""
        return self.actors | self.recipients

    @property
    def is_domestic(self) -> bool:
        """Whether at most one principal has a part: parties alone then tell no deed."""
        return len(_principals(self.parties)) < 2

    def within(self, other: Shape) -> bool:
        """Whether it tells less than another and nothing against it."""
        mine = self if other.is_domestic else Shape(_principals(self.actors), _principals(self.recipients))
        return mine != other and mine.actors <= other.actors and mine.recipients <= other.recipients

    def sorted(self) -> tuple[list[str], list[str]]:
        """Both sides in order."""
        return sorted(self.actors), sorted(self.recipients)


def shape_of(claim: Claim) -> Shape:
    """The parties of a claim as they are compared."""
    return _shape(claim.actors, claim.recipients, claim.type in MUTUAL)


@lru_cache(maxsize=4096)  # copies have the same parties, and a few pairs of states do most of what is told
def _shape(actors: frozenset[str], recipients: frozenset[str], mutual: bool) -> Shape:
    if len(_principals(actors | recipients)) >= 2:
        actors, recipients = _principals(actors), _principals(recipients)
    return Shape(actors | recipients, frozenset()) if mutual else Shape(actors, recipients)


def _principals(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(code.partition(" ")[0] for code in codes)


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sentences have so many words in common that they tell the same."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= ALIKE * least


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points, in degrees, on a sphere (haversine)."""
    north, east = radians(other_lat - lat), radians(other_lon - lon)
    chord = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
