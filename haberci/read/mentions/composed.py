"""Groups told by those who make them up: "Fransa, Almanya ve İngiltere'den oluşan grup"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import ABL, NOM, Form
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token

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
    if not rows:
        return found
    inside = [m for m in found if not any(r.first <= m.first < r.last for r in rows)]
    return sorted((*inside, *rows), key=lambda mention: mention.first)


def _groups(report: Report, found: Sequence[Mention], at: int, naming: NamingTable) -> Iterator[Mention]:
    """The group behind a verb that says of whom it is made up, where two or more of them stand before it."""
    members = _members(found, at, report.tokens, naming)
    end = _end(report.tokens, at + 1, naming) if len(members) >= PAIR else None
    if end is None:
        return
    first, words = members[0].first, report.words(members[0].first, end)
    codes = tuple(dict.fromkeys(code for member in members for code in member.codes))
    text = report.text[words.text_start : words.text_stop]
    yield replace(
        members[-1], at=words, first=first, last=end, text=text, kind=MentionKind.PRONOUN, codes=codes,
        case=report.tokens[end - 1].morph.case or NOM, plural=True, rule=RULE, place=None,
    )  # fmt: skip


def _members(found: Sequence[Mention], at: int, tokens: Sequence[Token], naming: NamingTable) -> tuple[Mention, ...]:
    """The row in the ablative that ends right before a verb: "CHP, MHP ve HDP'den oluşan"."""
    links = naming.words[Group.ROW]
    row: list[Mention] = []
    stop = at
    for mention in reversed(found):
        if mention.last > stop:
            continue
        if mention.last != stop or mention.kind not in SIDES or not mention.codes or UNKNOWN in mention.codes:
            break
        row.insert(0, mention)
        stop = mention.first - 1 if mention.first and tokens[mention.first - 1].lower in links else -1
    return tuple(row) if row and row[-1].case is ABL else ()


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
