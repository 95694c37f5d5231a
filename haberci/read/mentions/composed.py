"""Groups told by those who make them up: "Fransa, Almanya ve İngiltere'den oluşan grup"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from haberci.core.morph import ABL, NOM, Form
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token
from haberci.read.mentions.among import row_before, standing_for, with_rows

SIDES: Final = (MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP)
HEAD_REACH: Final = 4  # words between the verb and the group: "oluşan altı ülkelik temas grubu"
PAIR: Final = 2
RULE: Final = "mention.composed"


def with_composed(report: Report, found: list[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, with one for each group whose members are named before it, who stand for it."""
    verbs = naming.words[Group.COMPOSED]
    tokens = report.tokens
    at_verb = (n for n, t in enumerate(tokens) if t.morph.form is Form.AN and t.morph.lemma in verbs)
    rows = [row for at in at_verb for row in _groups(report, found, at, naming)]
    return with_rows(found, rows)


def _groups(report: Report, found: Sequence[Mention], at: int, naming: NamingTable) -> Iterator[Mention]:
    """The group behind a verb that says of whom it is made up, where two or more of them stand before it."""
    members = row_before(found, at, report.tokens, naming, SIDES)
    told = len(members) >= PAIR and members[-1].case is ABL
    end = _end(report.tokens, at + 1, naming) if told else None
    if end is not None:
        case = report.tokens[end - 1].morph.case or NOM
        yield standing_for(report, members, (members[0].first, end), case, RULE)


def _end(tokens: Sequence[Token], start: int, naming: NamingTable) -> int | None:
    """Where the phrase of the group ends; None where none is told."""
    heads = naming.words[Group.UNION]
    for at in range(start, min(start + HEAD_REACH, len(tokens))):
        token = tokens[at]
        if token.sentence != tokens[start].sentence or not token.text[0].isalnum():
            return None
        if token.morph.lemma in heads:
            return at + 1
    return None
