"""States told by number with some of them named: "aralarında Mısır'ın da olduğu 12 ülke", "Mısır gibi ülkeler".

So are people with one of them named: "Rama'nın da aralarında bulunduğu üç kişi".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import GEN, NOM, NOUN, Case, Form, Pos
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token
from haberci.read.mentions.members import THEIRS, end_of_offices

SIDES: Final = (MentionKind.STATE, MentionKind.ORGANISATION)
PERSONS: Final = (MentionKind.PERSON, MentionKind.OFFICE)
COUNTS: Final = (Pos.NUM, Pos.DET, Pos.ADJ)
VERB_REACH: Final = 24  # words from "among them" to the verb that says so
HEAD_REACH: Final = 4  # words between the verb and the states: "bir grup ülke", "30'dan fazla ülkenin"
RULE: Final = "mention.among"


def with_those_among(report: Report, found: list[Mention], naming: NamingTable) -> list[Mention]:
    """The mentions, with one for each number of states of which some are named, who stand for it."""
    words = naming.words[Group.AMONG]
    rows = [
        row
        for at, token in enumerate(report.tokens)
        if token.lower in words
        for row in _rows(report, found, at, naming)
    ]
    return with_rows(found, rows)


def with_rows(found: list[Mention], rows: Sequence[Mention]) -> list[Mention]:
    """The mentions in text order with rows that stand for those inside them."""
    if not rows:
        return found
    inside = [m for m in found if not any(r.first <= m.first < r.last for r in rows)]
    return sorted((*inside, *rows), key=lambda mention: mention.first)


def _rows(report: Report, found: Sequence[Mention], at: int, naming: NamingTable) -> Iterator[Mention]:
    """The number of states that a word for "among them", or "like", tells of, where their names stand beside it."""
    tokens = report.tokens
    members = row_before(found, at, tokens, naming, SIDES)
    compares = tokens[at].lower in naming.words[Group.LIKE]
    behind = at + 1 if compares else _behind_verb(tokens, at)
    if not compares and not members:
        members = _members_within(found, at, behind, tokens, SIDES)
    end = None if behind is None or not members else _end(tokens, behind, naming)
    if end is None or behind is None:
        if behind is not None and not compares:
            yield from _people(report, found, at, behind, naming)
        return
    last = tokens[end - 1]
    case = NOM if last.lower.endswith(THEIRS) and last.morph.possessive is not None else last.morph.case or NOM
    yield standing_for(report, members, (members[0].first if compares else behind, end), case, RULE)


def _people(report: Report, found: Sequence[Mention], at: int, behind: int, naming: NamingTable) -> Iterator[Mention]:
    """The number of people that a word for "among them" tells of, where one in an office is told as one of them."""
    tokens = report.tokens
    named = row_before(found, at, tokens, naming, PERSONS) or _members_within(found, at, behind, tokens, PERSONS)
    heads = (
        k for k in range(behind + 1, behind + HEAD_REACH) if tokens[k].morph.lemma in naming.words[Group.HEADCOUNT]
    )
    head = next(heads, None) if named and not any(member.plural for member in named) else None
    if head is None or not _counts(tokens[behind:head]) or tokens[head].sentence != tokens[at].sentence:
        return
    case = tokens[head].morph.case or NOM
    row = standing_for(report, named, (behind, head + 1), case, RULE)
    yield replace(row, kind=MentionKind.PEOPLE, person=None, office=None, holder=None)


def _counts(words: Sequence[Token]) -> bool:
    """Whether words tell how many people there are, and of which rank: "13 üst düzey"."""
    return any(token.morph.pos is Pos.NUM for token in words) and all(token.text[0].isalnum() for token in words)


def standing_for(report: Report, members: Sequence[Mention], words: tuple[int, int], case: Case, rule: str) -> Mention:
    """The mention of first to last word that stands for those named."""
    codes = tuple(dict.fromkeys(code for mention in members for code in mention.codes))
    told = report.widened(members[-1], *words)
    return replace(told, kind=MentionKind.PRONOUN, codes=codes, case=case, plural=True, rule=rule, place=None)


def _behind_verb(tokens: Sequence[Token], at: int) -> int | None:
    """Where the states may begin behind the verb that says who is among them; None without one."""
    for k in range(at + 1, min(at + VERB_REACH, len(tokens))):
        if tokens[k].sentence != tokens[at].sentence:
            return None
        if tokens[k].morph.form is Form.DIK:
            return k + 1
    return None


def _members_within(
    found: Sequence[Mention], at: int, stop: int | None, tokens: Sequence[Token], kinds: Collection[MentionKind]
) -> tuple[Mention, ...]:
    """Those named between "among them" and its verb: "aralarında Mısır ve Katar'ın da bulunduğu"."""
    inside = tuple(m for m in found if stop is not None and at < m.first and m.last <= stop)
    named = all(m.kind in kinds and m.codes and UNKNOWN not in m.codes for m in inside)
    return inside if named and inside and inside[-1].case is GEN and inside[0].first == at + 1 else ()


def row_before(
    found: Sequence[Mention], at: int, tokens: Sequence[Token], naming: NamingTable, kinds: Collection[MentionKind]
) -> tuple[Mention, ...]:
    """The row that ends right before a word: "Mısır ve Katar'ın da aralarında bulunduğu", "Mısır ve Katar gibi"."""
    links = naming.words[Group.ROW]
    stop = at - 1 if tokens[at - 1].lower in links else at
    row: list[Mention] = []
    for mention in reversed(found):
        if mention.last > stop:
            continue
        if mention.last != stop or mention.kind not in kinds or not mention.codes or UNKNOWN in mention.codes:
            break
        row.insert(0, mention)
        stop = mention.first - 1 if tokens[mention.first - 1].lower in links else -1
    return tuple(row)


def _end(tokens: Sequence[Token], start: int, naming: NamingTable) -> int | None:
    """Where the phrase of the states ends, with those who act for them; None where none are told."""
    for at in range(start, min(start + HEAD_REACH, len(tokens))):
        token = tokens[at]
        if token.sentence != tokens[start].sentence or not token.text[0].isalnum():
            return None
        if token.morph.lemma not in naming.words[Group.MEMBER_STATE] or token.morph.possessive is not None:
            continue
        if token.morph.pos is not NOUN:
            return None  # "ülkedeki"
        counted = at > start or token.morph.plural
        if not counted:
            return None
        return end_of_offices(tokens, at + 1) if token.morph.case is GEN else at + 1
    return None
