"""Groups named behind the word for a branch of a larger one, which only describes them: "PKK'nın Suriye kolu YPG"."""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.actors import Name, NameKind
from haberci.core.morph import GEN, NOM
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Before


def with_branches(report: Report, found: Sequence[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, each group with what it is said to be a branch of as one; ``found`` are in text order."""
    told: list[Mention] = []
    for mention in found:
        if mention.kind is MentionKind.GROUP and told and _is_branch(report, told[-1], mention.first, naming):
            branch = told.pop()
            owned = bool(told) and told[-1].last == branch.first and told[-1].case is GEN
            mention = report.widened(mention, told.pop().first if owned else branch.first, mention.last)
        told.append(mention)
    return told


def whole_before(scan: Scanner, before: Before | None, phrase: Phrase, named: Name) -> str | None:
    """Of whom a named group is said to be a branch right before it, who is no party there."""
    if named.kind is not NameKind.GROUP or before is None or before.phrase.last != phrase.first:
        return None
    branch = scan.tokens[phrase.first - 1].morph.lemma in scan.naming.words[Group.BRANCH]
    return before.sense.codes[0].principal if branch and before.sense.codes else None


def _is_branch(report: Report, mention: Mention, first: int, naming: NamingTable) -> bool:
    """Whether a phrase right before the word ``first`` tells a branch of somebody: "Suriye kolu"."""
    head = report.tokens[mention.last - 1].morph
    return mention.last == first and mention.case is NOM and head.lemma in naming.words[Group.BRANCH]
