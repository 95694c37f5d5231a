"""Rows of phrases: a part of a clause with those joined to it ("Türkiye, Rusya ve İran")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.morph import Case, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.setting import Setting
from haberci.read.parse import Parsed

ADJECTIVE: Final = "mention.adjective"  # the rule of a state's adjective
HOLDERS: Final = (MentionKind.PERSON, MentionKind.OFFICE)
STRUCK: Final = (Case.ACC, Case.DAT)
BARE: Final = (None, Case.NOM)


def mentions_of(setting: Setting, numbers: Sequence[int]) -> tuple[Mention, ...]:
    """The mentions of the parsed sentence with these numbers."""
    return tuple(setting.parsed.mentions[n] for n in numbers)


def as_asked(mention: Mention) -> Mention:
    """The government at a seat of which something is asked, as who would do it; any other phrase as it is."""
    if mention.kind is not MentionKind.PLACE or mention.case is not Case.ABL:
        return mention
    return replace(mention, codes=tuple(ActorCode(code.principal, code.sector or "GOV") for code in mention.codes))


def group_of(parsed: Parsed, part: ClausePart, clause: Clause) -> tuple[Mention, ...]:
    """A part with the phrases joined to it (same case, next to it, linked by a comma or "ve")."""
    mentions = parsed.mentions
    numbers = [part.chunk]
    while numbers[0] > 0 and _joined(parsed, numbers[0] - 1, len(numbers) > 1):
        longer = numbers[0] > 1 and _joined(parsed, numbers[0] - 2, True)
        if len(numbers) > 1 and _are_pair(parsed, numbers[0]) and not longer:
            break
        numbers.insert(0, numbers[0] - 1)
    halves = {p.chunk for p in clause.parts if p.link is Link.MODIFIER}
    while part.link is not Link.WITH and _goes_on(parsed, numbers[-1]):
        if numbers[-1] + 1 in halves:
            break
        numbers.append(numbers[-1] + 1)
    return tuple(mentions[n] for n in numbers)


def _goes_on(parsed: Parsed, number: int) -> bool:
    """Whether a phrase is joined to the next, by a comma in a row that ends in "ve": "Malta, Mısır ve İtalya'yı"."""
    if number + 1 >= len(parsed.mentions):
        return False
    return _joined(parsed, number, False) or (_joined(parsed, number, True) and _goes_on(parsed, number + 1))


def joined_before(parsed: Parsed, number: int) -> Mention | None:
    """The mention that only a word such as "ve" parts from the one with this number behind it."""
    if number == 0:
        return None
    one, other = parsed.mentions[number - 1 : number + 1]
    between = parsed.small[one.last - parsed.base : other.first - parsed.base]
    return one if len(between) == 1 and between[0] in parsed.words.joints else None


def _are_pair(parsed: Parsed, left: int) -> bool:
    """Whether a phrase and the next are two by "ile", which one before does not join: "İran, ABD ile Çin arasında"."""
    at = parsed.mentions[left].last - parsed.base
    return at < len(parsed.tokens) and parsed.tokens[at].lower in parsed.words.company


def _only_described(parsed: Parsed, first: int, last: int) -> bool:
    """Whether nothing, or one adjective, stands between two words: "ABD ve komşu Kolombiya"."""
    words = parsed.tokens[first:last]
    return not words or (len(words) == 1 and words[0].morph.pos in (Pos.ADJ, Pos.NOUN) and words[0].morph.case in BARE)


def _behind_number(parsed: Parsed, first: int, last: int) -> int:
    """The first word that is no part of a number: "3 Rus ve 2 bin 500 Çinli"."""
    return next((k for k in range(first, last) if parsed.tokens[k].morph.pos is not Pos.NUM), last)


def _are_tied(parsed: Parsed, one: Mention, other: Mention, between: Sequence[str]) -> bool:
    """Whether a word stands before, or behind, each of two phrases: "hem Oslo hem de Bern", "Oslo da Bern de"."""
    before, behind = one.first - parsed.base - 1, other.last - parsed.base
    small = parsed.small
    return parsed.words.ties(
        between, small[before] if before >= 0 else None, small[behind] if behind < len(small) else None
    )


def _joined(parsed: Parsed, left: int, in_row: bool) -> bool:
    """Whether a phrase and the next stand in one row: joined by "ve", or by a comma in a row that ends so."""
    one, other = parsed.mentions[left], parsed.mentions[left + 1]
    base = parsed.base
    between = [t.lower for t in parsed.tokens[one.last - base : other.first - base]]
    if not between:
        return one.case is Case.INS and other.case not in STRUCK  # "militanlarla ordu birlikleri arasında"
    if one.case is Case.GEN and " ".join(between) in parsed.words.besides:
        return True
    if _are_tied(parsed, one, other, between):
        return one.case in (other.case, Case.NOM)
    last = other.first - base
    behind = _behind_number(parsed, one.last - base + 1, last)
    if between[0] in parsed.words.joints and _only_described(parsed, behind, last):
        pair = one.rule == ADJECTIVE and behind == last  # "Tacik ve 2 Kırgız muhafız"
        return pair or one.case in (other.case, Case.NOM)
    alike = (one.kind in HOLDERS) is (other.kind in HOLDERS)  # "Caparov, Rusya ile Çin arasında": no row of three
    return between[0] == "," and behind == last and in_row and alike and one.case is other.case
