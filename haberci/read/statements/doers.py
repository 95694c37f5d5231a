"""Speakers told by other signs than a name and its place: the doer of a passive, people without a name."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.morph import ABL, NOM, Form, Pos
from haberci.core.report import Mention, MentionKind, Token
from haberci.core.speech import Construction
from haberci.read.statements.hits import Hit
from haberci.read.statements.speakers import Speaker, speaker_of
from haberci.read.statements.view import View, is_nominative_noun

_PLAIN_REACH: Final = 5  # words of people without a name at the head of a sentence
_NAME: Final = 3  # words of a person's name at most


def plain_subject(view: View, first: int, last: int) -> Speaker | None:
    """People without a name who open a sentence with no comma behind them: "Görgü tanıkları patlama duyduğunu"."""
    for at in range(first, min(last, first + _PLAIN_REACH)):
        if view.quotation[at] >= 0 or view.mention[at] >= 0:
            return None
        plain = is_nominative_noun(view.tokens[at]) and view.tokens[at].morph.possessive is None
        if (view.is_a(Construction.PEOPLE, at) or view.is_a(Construction.LOCALS, at)) and (plain or at > first):
            return Speaker(UNKNOWN, first, at + 1)
        if not is_nominative_noun(view.tokens[at]) and not _describes(view.tokens[at]):
            return None
    return None


def before_words(view: View, first: int, last: int) -> Speaker | None:
    """Whoever is named, with no office, between a clause that tells of him and his words: 'kareyi seçen Güler, "..."'.

    No mention covers such a name; that it stands behind -An and before words in marks tells it from a noun.
    """
    for opening in view.openings_between(first, last):
        end = opening - (view.tokens[opening - 1].text == ",")
        start = end
        while start > max(first, end - _NAME) and _may_name(view, start - 1):
            start -= 1
        if first < start < end and view.tokens[start - 1].morph.form is Form.AN:
            return Speaker(UNKNOWN, start, end)
    return None


def _may_name(view: View, at: int) -> bool:
    """Whether a word may be one of a name that no mention covers."""
    token = view.tokens[at]
    return token.text[0].isupper() and is_nominative_noun(token) and view.mention[at] < 0 and view.quotation[at] < 0


def _describes(token: Token) -> bool:
    """Whether a word may stand before a noun and tell of what kind it is: "adı açıklanmayan üst düzey yetkililer"."""
    return token.morph.pos is Pos.ADJ or token.morph.form is Form.AN


def agent_of(view: View, first: int, last: int) -> Speaker | None:
    """The doer of a passive: "sözcü tarafından"."""
    for at in range(last - 1, first, -1):
        token = view.tokens[at]
        if token.morph.passive and at < last:
            return None  # what stands before belongs to that verb
        if view.cues.is_a(Construction.AGENT, token.lower):
            mention = view.mention_ending(at)
            return None if mention is None else speaker_of(mention)
    return None


def behind_participle(view: View, hit: Hit, last: int) -> Speaker | None:
    """Whom the one participle behind "diyerek" describes: '"..." diyerek sözlerine başlayan X, "..." dedi'."""
    if hit.form is not Form.ARAK:
        return None
    verbs = (at for at in range(hit.anchor + 1, last) if view.tokens[at].morph.form not in (None, Form.MA))
    at = next(verbs, None)
    if at is None or view.tokens[at].morph.form is not Form.AN or view.quotation[at] >= 0:
        return None
    mention = view.mention_from(at + 1)
    return speaker_of(mention) if mention is not None and mention.case is NOM else None


def sender_of(view: View, hit: Hit, first: int) -> Mention | None:
    """Who sends what arrives: the phrase before the words for it, before its topic, or before what is quoted there.

    "Kremlin'den yanıt geldi", "Kremlin'den Ukrayna açıklaması geldi", "Kremlin'den "Hazırız" açıklaması geldi".
    """
    closed = (n for n, quoted in enumerate(view.quotations) if quoted.closing == hit.first - 1)
    number = next(closed, None)
    near = view.mention_ending(hit.first) if number is None else view.mention_before_words(number, first)
    if near is not None and near.case is ABL:
        return near
    senders = [m for m in view.mentions_between(first, hit.first) if m.case is ABL and view.quotation[m.first] < 0]
    return senders[-1] if senders else near


def seat_of(mention: Mention) -> Speaker:
    """A mention as speaker, a place as the government that sits there: "Ankara'dan yanıt geldi"."""
    found = speaker_of(mention)
    seat = mention.kind is MentionKind.PLACE and found.code != UNKNOWN and not found.code.sector
    return replace(found, code=ActorCode(found.code.principal, "GOV")) if seat else found
