"""People whose land a row of places tells: "Gazze'de ve Lübnan'da siviller öldü" tells of those of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.naming import NamingTable
from haberci.core.report import Mention, MentionKind, Report
from haberci.read.mentions.among import row_before

LOCAL: Final = ("mention.office-bare", "mention.inherited")  # rules of people who are of where they are told


def of_all_places(report: Report, found: Sequence[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, people at several places with the codes of all their lands."""
    told, place = list[Mention](), None
    for mention in found:
        if mention.kind is MentionKind.PLACE:
            place = mention
        elif place is not None and _are_there(report, mention, place):
            row = row_before(found, place.last, report.tokens, naming, (MentionKind.PLACE,))
            lands = dict.fromkeys(member.codes[0].principal for member in row)
            if len(lands) > 1:
                mention = replace(mention, codes=tuple(ActorCode(land, mention.codes[0].sector) for land in lands))
        told.append(mention)
    return told


def _are_there(report: Report, mention: Mention, place: Mention) -> bool:
    """Whether people of no land told are those of the place before them in their sentence."""
    people = mention.kind is MentionKind.PEOPLE and mention.rule in LOCAL and len(mention.codes) == 1
    here = report.tokens[mention.first].sentence == report.tokens[place.first].sentence
    return people and here and bool(place.codes) and mention.codes[0].principal == place.codes[0].principal
