"""Facts of an event beside who did what: where it took place, how many it struck, in which contexts it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.span import Evidence


class PlacePrecision(StrEnum):
    """How exactly a place is told."""

    SPOT = "spot"  # a village, a landmark
    TOWN = "town"
    PROVINCE = "province"
    REGION = "region"
    STATE = "state"
    UNKNOWN = "unknown"  # a name that the register does not have


class Where(NamedTuple):
    """The place of a deed: the words, the place's name as the register has it (else as written, without its suffix).

    ``state`` is the code of the state that it lies in (None: not known), ``lat`` and ``lon`` are degrees north and
    east (None where the register has none). ``at`` are the words.
    """

    at: Evidence
    text: str
    name: str
    state: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    rule: str


class Harm(StrEnum):
    """What befell people that are counted."""

    DEAD = "dead"
    WOUNDED = "wounded"
    ARRESTED = "arrested"
    DISPLACED = "displaced"


class Toll(NamedTuple):
    """How many people a deed struck, and who says so.

    ``least`` and ``most`` are both ends of the number, equal for one value; None: no end is told ("en az 15").
    ``about`` says that the number is told as rough. ``told_by`` is the speaker, None: the report itself.
    """

    harm: Harm
    least: int | None
    most: int | None
    about: bool
    at: Evidence
    text: str
    told_by: ActorCode | None
    rule: str


class EventContext(NamedTuple):
    """A context in which a deed stands (PLOVER's ``military``, ``election`` …), and the words that tell it."""

    name: str
    at: Evidence
    text: str
    rule: str
