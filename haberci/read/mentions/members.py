"""The states of an organisation, told by their kind: "AB üyesi ülkeler", "NATO'ya üye ülkelerin savunma bakanları"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.morph import ABL, DAT, GEN, NOM, NOUN, THIRD
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Mention, MentionKind, Report, Token

_ORGANISATION = MentionKind.ORGANISATION  # by names of their own, as in ``core.morph``
THEIRS: Final = ("ları", "leri")
BARE: Final = "mention.office-bare"
UNCODABLE: Final = "mention.uncodable"
HEADS: Final = 3  # words behind the states, at most, to those who act for them: "dışişleri bakanları"


def with_members(report: Report, found: Sequence[Mention], naming: NamingTable) -> Iterator[Mention]:
    """The mentions, those of organisations with their member states behind them and who acts for these.

    All of its members are the organisation; one of them is itself: "AB üyesi Malta", "NATO üyesi bir ülke".
    """
    starts = {m.first for m in found if m.rule not in (BARE, UNCODABLE)}  # not "askerleri", who are theirs
    swallowed = -1
    for mention in found:
        if mention.first < swallowed:
            continue
        last = _end(report.tokens, mention, naming) if mention.kind is _ORGANISATION else None
        if last is None or any(at in starts for at in range(mention.last, last)):
            yield mention
            continue
        swallowed = last
        bare = report.tokens[last - 1].lower.endswith(THEIRS)  # theirs, behind the genitive of whose they are
        case = NOM if bare else report.tokens[last - 1].morph.case or NOM
        yield replace(report.widened(mention, mention.first, last), case=case, plural=True)


def _end(tokens: Sequence[Token], mention: Mention, naming: NamingTable) -> int | None:
    """Where the phrase of its members ends; None where none are told."""
    at = mention.last + 1
    if at + 1 >= len(tokens) or tokens[at].sentence != tokens[mention.first].sentence:
        return None
    member, states = tokens[mention.last], tokens[at]
    tied = mention.case is NOM or (mention.case is DAT and member.morph.possessive is None)
    fits = tied and member.morph.lemma in naming.words[Group.MEMBER]
    if not fits or not states.morph.plural or states.morph.lemma not in naming.words[Group.MEMBER_STATE]:
        return None
    if states.morph.case is ABL and tokens[at + 1].text[0].isupper():
        return None  # "AB üyesi ülkelerden Malta"
    return end_of_offices(tokens, at + 1) if states.morph.case is GEN else at + 1


def end_of_offices(tokens: Sequence[Token], start: int) -> int:
    """Where those who act for the states end, who are told in the plural; where the states do, if nobody does."""
    end = start
    for at in range(start, min(start + HEADS, len(tokens))):
        morph = tokens[at].morph
        if not tokens[at].text[0].isalpha() or morph.pos is not NOUN:
            break
        if tokens[at].lower.endswith(THEIRS) or (morph.possessive in THIRD and morph.plural):
            end = at + 1
    return end
