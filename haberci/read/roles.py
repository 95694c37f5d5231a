"""Roles: who holds which office, where the report ties the person to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from haberci.core.language import Context
from haberci.core.morph import Case, Pos
from haberci.core.naming import Group
from haberci.core.report import Mention, MentionKind, Report, Role, Token
from haberci.core.rule import Rule

# Members by names of their own, as in ``core.morph``.
_BODY, _OFFICE, _PERSON = MentionKind.BODY, MentionKind.OFFICE, MentionKind.PERSON
CHAIR_GAP: Final = 2  # words between a delegation and its head: "heyetine de Şoygu"
UNCODED: Final = ("mention.unknown-body", "mention.sport")
RULES: Final = (
    Rule("role.titled", "an office in front of a person's name", "Moldova Başbakanı Dorin Recean görevi bıraktı."),
    Rule(
        "role.elected",
        "an office and behind it, by one word, who was elected or named to it",
        "Slovakya Cumhurbaşkanı seçilen Peter Pellegrini konuştu.",
    ),
    Rule(
        "role.shared",
        "an office in the plural is that of all who are named behind it",
        "ABD başkanlarından Bill Clinton, Barack Obama ve Joe Biden törene katıldı.",
    ),
    Rule("role.chair", "the head of a delegation", "Umman heyetine Bedr Busaidi başkanlık etti."),
)


def roles(report: Report, context: Context) -> Report:
    """The report with its roles: one for each person and principal, with the fullest name."""
    found: dict[tuple[str, str], Role] = {}
    told = (*_titled(report, context.pack.naming.home), *_shared(report), *_elected(report, context))
    for role in (*told, *_chairs(report, context)):
        key = (context.pack.lower(role.person).split()[-1], role.of)
        held = found.get(key)
        if held is None or len(role.person.split()) > len(held.person.split()):
            found[key] = role
    return replace(report, roles=tuple(sorted(found.values(), key=lambda r: r.at.text_start)))


def _titled(report: Report, home: str) -> Iterator[Role]:
    """Those who are named with their office; of a firm or club that nobody knows it is one at home."""
    for mention in report.mentions:
        if mention.kind is not _PERSON or not mention.office or not mention.person:
            continue
        placed = mention.case is Case.LOC and len(mention.person.split()) > mention.last - mention.first - 1
        if (mention.codes or mention.rule in UNCODED) and not placed:
            of = mention.codes[0].principal if mention.codes else home
            yield Role(mention.at, mention.person, mention.office, of, "role.titled")


def _shared(report: Report) -> Iterator[Role]:
    """Those named one behind the other after an office in the plural: "eş başkanları A ve B"."""
    head: Mention | None = None
    for before, mention in pairwise(report.mentions):
        if before.kind is _PERSON and before.office is not None:
            head = before if any(t.morph.plural for t in report.tokens[before.first : before.last]) else None
        joint = mention.first == before.last + 1 and _joins(report.tokens[before.last])
        person = mention.kind is _PERSON and mention.office is None and mention.person
        if head is None or not joint or not person or mention.codes[:1] != head.codes[:1] or not head.codes:
            head = None
        elif mention.person and head.office:
            yield Role(mention.at, mention.person, head.office, head.codes[0].principal, "role.shared")


def _joins(token: Token) -> bool:
    """Whether a word ties those of a row: a comma or a conjunction."""
    return token.text == "," or token.morph.pos is Pos.CCONJ


def _elected(report: Report, context: Context) -> Iterator[Role]:
    """A person behind an office and the word by which they came to it: "ABD Başkanı seçilen Barack Obama"."""
    holding = context.pack.naming.words[Group.HOLDING]
    for office, person in pairwise(report.mentions):
        if office.kind is not _OFFICE or office.case is not Case.NOM or not office.codes:
            continue
        if person.kind is not _PERSON or person.person is None or person.first != office.last + 1:
            continue
        of = office.codes[0].principal
        if report.tokens[office.last].lower in holding and all(code.principal == of for code in person.codes):
            yield Role(report.words(office.first, person.last), person.person, office.text, of, "role.elected")


def _chairs(report: Report, context: Context) -> Iterator[Role]:
    """A nominative person right behind a body in the dative or accusative, where the sentence tells of chairing."""
    chairing = context.pack.naming.words[Group.CHAIRING]
    for body, person in pairwise(report.mentions):
        if body.kind is not _BODY or body.case not in (Case.DAT, Case.ACC) or not body.codes:
            continue
        if person.kind is not _PERSON or person.case is not Case.NOM or person.person is None:
            continue
        stop = report.sentences[report.tokens[person.last - 1].sentence].last
        told = any(t.lower in chairing for t in report.tokens[person.last : stop])
        if told and 0 <= person.first - body.last <= CHAIR_GAP:
            at = report.words(body.first, person.last)
            yield Role(at, person.person, body.text, body.codes[0].principal, "role.chair")
