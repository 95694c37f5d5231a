"""The word for one's own country, which means the state of the one who speaks or acts: "ülkesinin", "ülkemize"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.morph import FIRST, THIRD, Case, Form, Pos
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token

OWNED: Final = FIRST.union(THIRD)
COUNTS: Final = (Pos.DET, Pos.NUM)
PEOPLE: Final = (MentionKind.PERSON, MentionKind.OFFICE)
SPEAKERS: Final = (*PEOPLE, MentionKind.BODY)
BODIES: Final = (MentionKind.BODY, MentionKind.STATE)


def own_countries(
    report: Report, found: Sequence[Mention], naming: NamingTable, states: frozenset[str]
) -> Iterator[Mention]:
    """The mentions of one's own country: that of the nearest person in office named before it.

    Where none is, that of the one behind a participle: "ülkesinin ... söyleyen X". So is "ülkenin", right behind the
    one state's body or official that begins a sentence: "Rus basını, ülkenin Tokyo'ya nota verdiğini yazdı".
    """
    words = naming.words[Group.COUNTRY]
    told = [at for at, token in enumerate(report.tokens) if token.morph.lemma in words]
    inside = {k for m in found for k in range(m.first, m.last)} if told else set[int]()
    for at in told:
        token = report.tokens[at]
        own = token.morph.possessive in OWNED and not _has_owner(report.tokens, found, at)
        if at in inside or not (own or _is_of_opener(report, found, at)):
            continue
        owner = _owner(report, found, at, states)
        if owner is not None:
            yield _mention(report, at, token, owner)


def _is_of_opener(report: Report, found: Sequence[Mention], at: int) -> bool:
    """Whether the land right behind a comma is that of whom alone its sentence names before it, and who speaks."""
    token = report.tokens[at]
    if at == 0 or token.morph.possessive is not None or token.morph.plural or token.morph.case is not Case.GEN:
        return False
    first = report.sentences[token.sentence].first
    before = [m for m in found if first <= m.first < at]
    speaks = len(before) == 1 and before[0].kind in SPEAKERS and before[0].case is Case.NOM
    return speaks and report.tokens[at - 1].text == "," and before[0].last == at - 1


def _has_owner(tokens: Sequence[Token], found: Sequence[Mention], at: int) -> bool:
    """Whether a phrase right before says whose country: "Batı'nın ülkesi", "AB ülkesi", "üye ülkesi"."""
    if at > 0 and any(m.last == at and m.kind is MentionKind.ORGANISATION and m.case is Case.GEN for m in found):
        return False  # "AB'nin ülkesine verdiği destek": an organisation has no country
    if tokens[at].morph.plural and tokens[at].morph.case is Case.ABL:
        return True  # "Avrupa'nın önemli ülkelerinden Malta"
    before = at - 1
    while before > 0 and tokens[before].morph.pos in COUNTS:
        before -= 1  # "Avrupa'nın birçok ülkesinin"
    if at == 0 or (tokens[at].sentence == tokens[before].sentence and tokens[before].morph.case is Case.GEN):
        return True
    return tokens[at].morph.possessive in THIRD and any(m.last == at for m in found)


def _owner(report: Report, found: Sequence[Mention], at: int, states: frozenset[str]) -> ActorCode | None:
    sentence = report.tokens[at].sentence
    fits = [m for m in found if len(m.codes) == 1 and m.codes[0].principal in states]
    here = [m for m in fits if report.tokens[m.first].sentence == sentence]
    for kinds in (PEOPLE, BODIES):
        doers = [m for m in here if m.kind in kinds and m.case is Case.NOM]
        before = [m for m in doers if m.first < at]
        behind = [m for m in doers if m.first > at and report.tokens[m.first - 1].morph.form is Form.AN]
        if before or behind:
            return (before[-1:] or behind)[0].codes[0]
    ours = report.tokens[at].morph.possessive in FIRST  # of the speaker, who is no owner or target
    earlier = [m for m in fits if m.kind in PEOPLE and m.first < at and not (ours and m.case is not Case.NOM)]
    return earlier[-1].codes[0] if earlier else None


def _mention(report: Report, at: int, token: Token, owner: ActorCode) -> Mention:
    return Mention(
        at=report.words(at, at + 1),
        first=at,
        last=at + 1,
        text=token.text,
        kind=MentionKind.STATE,
        codes=(ActorCode(owner.principal, "GOV"),),
        case=token.morph.case or Case.NOM,
        plural=False,
        rule="mention.own-country",
    )
