"""What mentions add to the weight of an actor in a report, and with whom words are coupled."""

from __future__ import annotations

from collections.abc import Iterable

from haberci.core.actors import ActorCode, Name, NameKind
from haberci.core.naming import TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase, own_names
from haberci.read.mentions.salience import DATELINE, HOME, LEAD
from haberci.read.mentions.senses import Sense

_PLACE = MentionKind.PLACE  # by names of their own, as in ``core.morph``
_MISSION = TitleKind.MISSION


def weight_of(phrase: Phrase, sense: Sense, titled: bool) -> float:
    """What a mention adds to its actor's weight; an embassy, which is at work elsewhere, as little as a place."""
    if sense.kind is _PLACE or is_of_mission(phrase):
        return 1.0
    if sense.rule in ("mention.office-bare", "mention.office-again", "mention.rebels-again"):
        return 0.5
    if sense.codes[0].sector in ("JRN", "BUS"):
        return 0.0
    return 3.0 if titled else 2.0


def is_of_mission(phrase: Phrase) -> bool:
    """Whether a phrase names an embassy or consulate."""
    return any(u.title is not None and u.title.kind is _MISSION for u in phrase.titles)


def described_by(phrase: Phrase) -> Name | None:
    """The state that only says of where a group is, and is told with it all the same: "Rus asker grubu Wagner"."""
    return phrase.names[0].name if own_names(phrase) != phrase.names else None


def mandated(phrase: Phrase, code: ActorCode, states: frozenset[str]) -> tuple[str, ...]:
    """The states with which an organisation's envoy deals, who weigh as places do: "BM Myanmar Özel Raportörü"."""
    if code.principal in states or not phrase.titles:
        return ()
    names = (unit.name for unit in phrase.names[1:])
    return tuple(name.code.principal for name in names if name is not None and name.kind is NameKind.STATE)


def first_coupling(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each word, the first principal that the report couples it with."""
    return dict(reversed([*pairs]))


def weights_of(place: str | None, lead: str | None, home: str) -> dict[str, float]:
    """The fixed weights: the home state's, and that of the dateline's place or else of the lead's."""
    found = {home: HOME}
    if place is not None:
        found[place] = max(found.get(place, 0.0), DATELINE)
    elif lead is not None:
        found[lead] = LEAD
    return found
