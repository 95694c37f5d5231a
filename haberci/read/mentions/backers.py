"""People told by whom they back or oppose, who are of where they act: "rejim yanlıları", "Rus yanlısı bir grup"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token

OWNED: Final = "mention.titled"  # the rule of a phrase with a name in it, whose code it has


def with_backers(report: Report, found: Sequence[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, those whom people back being part of the phrase for these people."""
    told: list[Mention] = []
    for mention in found:
        if mention.kind is MentionKind.PEOPLE and _are_backers(report.tokens[mention.first], naming):
            mention = _with_backed(report, mention, told)
        elif mention.rule == OWNED and _backs(report, mention, naming):
            mention = _of_place(report, mention, found)
        told.append(mention)
    return told


def _with_backed(report: Report, mention: Mention, told: list[Mention]) -> Mention:
    """The phrase with whom they back, who is no party here: taken from those told before."""
    if not told or told[-1].last != mention.first:
        return mention
    return report.widened(mention, told.pop().first, mention.last)


def _backs(report: Report, mention: Mention, naming: NamingTable) -> bool:
    """Whether a phrase of people says behind a name that they back it."""
    words = (token.lower for token in report.tokens[mention.first + 1 : mention.last])
    group = any(code.sector in IRREGULAR for code in mention.codes)  # "PKK yanlısı bir grup" acts for it
    backers = _are_backers(report.tokens[mention.last - 1], naming)  # "Rusya karşıtları"
    told = backers or not naming.words[Group.BACKING].isdisjoint(words)
    return mention.kind is MentionKind.PEOPLE and not group and told


def _are_backers(word: Token, naming: NamingTable) -> bool:
    """Whether a word means people by what they back or oppose: "yanlıları"."""
    return word.lower.startswith(tuple(naming.words[Group.BACKERS]))


def _of_place(report: Report, mention: Mention, found: Sequence[Mention]) -> Mention:
    """The people with the code of the place that their sentence tells; as they are where it tells none."""
    sentence = report.tokens[mention.first].sentence
    places = (m for m in found if m.kind is MentionKind.PLACE and report.tokens[m.first].sentence == sentence)
    lands = next((m.codes for m in places if m.codes), ())
    return replace(mention, codes=(ActorCode(lands[0].principal, mention.codes[0].sector),)) if lands else mention
