"""People told by the mission where they are posted: "Fransa Büyükelçiliğinde görevli iki diplomatı"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from haberci.core.morph import ACC, LOC, NOM
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report

BODIES: Final = (MentionKind.BODY, MentionKind.ORGANISATION)
REACH: Final = 4  # words from the word for their post to the one for them: "görevli 18 üst düzey diplomat"
RULE: Final = "mention.posted"


def with_posted(report: Report, found: Sequence[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, each body with those who are posted there as one phrase for them, of whom they are."""
    told: list[Mention] = []
    stop = 0
    for mention in found:
        if mention.first < stop:
            continue  # the word for them, which told nobody's land
        end = _end(report, mention, naming) if mention.kind in BODIES and mention.case is LOC else None
        if end is not None:
            mention, stop = _people(report, mention, end), end
        told.append(mention)
    return told


def _end(report: Report, body: Mention, naming: NamingTable) -> int | None:
    """Where the phrase of those who are posted at a body ends; None where nobody is."""
    tokens, at = report.tokens, body.last
    if tokens[at - 1].morph.lemma not in naming.words[Group.EMBASSY]:
        return None  # "Konya Belediyesinde görevli dört memur gözaltına alındı": these act for no state
    if at >= len(tokens) or tokens[at].lower not in naming.words[Group.POSTED] or not body.codes:
        return None
    for k in range(at + 1, min(at + 1 + REACH, len(tokens))):
        if tokens[k].sentence != tokens[at].sentence or not tokens[k].text[0].isalnum():
            return None
        if tokens[k].morph.lemma in naming.words[Group.DIPLOMATS]:
            return k + 1
    return None


def _people(report: Report, body: Mention, end: int) -> Mention:
    morph = report.tokens[end - 1].morph
    case = ACC if morph.or_accusative else morph.case or NOM
    told = report.widened(body, body.first, end)
    return replace(told, kind=MentionKind.PEOPLE, case=case, rule=RULE, office=None)
