"""What phrases mean."""

from __future__ import annotations

from typing import NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.morph import Case
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase


class Sense(NamedTuple):
    """What a phrase means. ``case`` replaces that of its last word where it is given, ``place`` is a place's name."""

    kind: MentionKind
    codes: tuple[ActorCode, ...]
    rule: str
    person: str | None = None
    office: str | None = None
    case: Case | None = None
    place: str | None = None


class Before(NamedTuple):
    """The phrase before and its sense."""

    phrase: Phrase
    sense: Sense
