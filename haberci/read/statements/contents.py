"""What is said: the content clause or quotation that belongs to a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from haberci.core.morph import ABL, ACC, GEN, INS, LOC, NOM, NOUN, PROPN, Form, Pos, Tense
from haberci.core.report import Token
from haberci.core.speech import SPOKEN, Construction
from haberci.read.statements.bare_words import stands_bare, tied_bare
from haberci.read.statements.hits import Hit
from haberci.read.statements.quoted import COMPLEMENT_CASES, is_folded, is_light, quotations_of
from haberci.read.statements.reasons import reason_before
from haberci.read.statements.view import NOMINAL_FORMS, View, ends_clause, is_nominative, is_punctuation

_CLAUSE_GAP: Final = 4  # words between a content clause and its verb: "olduğunu gazetecilere dün söyledi"
_FACT_FAR: Final = 8  # and between a told fact and its verb: "olduklarını Mısırlı ve Türk arabuluculara iletti"
_RELATIVE_GAP: Final = 3
_FACT_GAP: Final = 2  # words between a clause and the noun that it fills: "çekildiği yönündeki haberleri"
_FACTS: Final = frozenset({Form.DIK, Form.ACAK})
_ONCE: Final = frozenset({Tense.PAST, Tense.EVID})
_DRAWING: Final = frozenset({None, NOM, INS, ABL, LOC})
_JUDGING: Final = frozenset({Construction.OWNED, Construction.REPORTED})
_LIGHT: Final = frozenset({Pos.ADV, Pos.PART, Pos.CCONJ, Pos.DET})


@dataclass(frozen=True, slots=True)
class Content:
    """What a reporting verb reports.

    ``clause`` is the last word of a content clause or noun phrase (None: there is none), ``quotations`` are numbers of
    quotations, ``phrase`` tells that there is no more than a noun phrase, ``bare`` that the words stand unmarked before
    the verb ("gideceğiz dedi"), ``folded`` that a quotation is itself a content clause ("... olduğunu" söyledi).
    ``begins`` is the first word of bare words that began sentences before.
    """

    clause: int | None = None
    quotations: tuple[int, ...] = ()
    phrase: bool = False
    bare: bool = False
    folded: bool = False
    begins: int | None = None


def content_of(view: View, hit: Hit, left: int) -> Content | None:
    """The content of a reporting verb, sought from token ``left`` on; None when the verb lacks what it needs."""
    quotations = quotations_of(view, hit, left)
    kind = hit.cue.construction
    if kind in SPOKEN:
        if quotations:
            return Content(None, quotations)
        bare = stands_bare(view, hit, left)
        return Content(hit.first - 1, bare=bare) if bare or _fills_noun(view, hit, left) else None
    if kind is Construction.INTRO and hit.finite:
        return None
    if kind is Construction.REASONED:
        return _reasoned(view, hit, left)
    if kind is Construction.ASKED and hit.finite:
        return _asked(view, hit, left)
    if quotations and view.quotations[quotations[-1]].opening > hit.anchor:
        clause = _clause(view, hit, left) if kind is Construction.CONTENT else None
        return Content(clause if clause == hit.first - 1 else None, quotations)
    called = _called(view, hit, left, quotations) or _judged_so(view, hit)
    if called is not None:
        return called
    clause = _told_fact(view, hit, left) if kind is Construction.REPORTED else _clause(view, hit, left)
    if clause is not None or quotations:
        return Content(clause, quotations, folded=any(is_folded(view, number) for number in quotations))
    if kind is Construction.DECLARE and not hit.passive:
        told = _relative(view, hit, left)
        return None if told is None else Content(told)
    return _phrase(view, hit, left)


def is_topic(view: View, hit: Hit, clause: int) -> bool:
    """Whether an opening names of what somebody spoke, and tells nothing said: "konuşmasına değinen Ak"."""
    return hit.cue.construction is Construction.INTRO and view.tokens[clause].morph.form not in _FACTS


def _fills_noun(view: View, hit: Hit, left: int) -> bool:
    """Whether a clause right before it tells what the expression's noun holds: "düşeceği yorumunu yaptı"."""
    noun, told = view.tokens[hit.first].morph, view.tokens[hit.first - 1].morph
    if hit.first in (left, hit.anchor) or noun.possessive is None or view.quotation[hit.first - 1] >= 0:
        return False
    own = told.lemma == view.tokens[hit.anchor].morph.lemma  # "verdiği yanıtında"
    return told.form in _FACTS and told.possessive is not None and told.case in (None, NOM, GEN) and not own


def _phrase(view: View, hit: Hit, left: int) -> Content | None:
    """The noun phrase that some expressions take for content; of those that need its owner, only one that has it."""
    kind = hit.cue.construction
    if kind not in (Construction.ANY, Construction.OWNED) or (hit.passive and hit.finite):
        return None
    owned = kind is Construction.ANY or view.tokens[hit.first - 1].morph.possessive is not None
    return Content(hit.first - 1, phrase=True) if owned and _object(view, hit, left) else None


def _asked(view: View, hit: Hit, left: int) -> Content | None:
    """What somebody asked to be done, once: "-mAsInI istedi"; who only wants it still, or wants to do it, asks none."""
    clause = _clause(view, hit, left)
    morph = view.tokens[hit.anchor].morph
    if clause is not None and morph.tense in _ONCE and view.tokens[clause].morph.form is Form.MA:
        return Content(clause)
    told = view.tokens[hit.first - 1].morph
    noun = clause is None and told.case is ACC and told.possessive is not None  # read as a noun: "korumasını"
    once = morph.tense is Tense.PAST and not morph.passive
    return Content(hit.first - 1, phrase=True) if noun and once and _addressed(view, hit, left) else None


def _reasoned(view: View, hit: Hit, left: int) -> Content | None:
    """For what somebody is thanked or praised: in words in marks, or as a clause or phrase before "for"."""
    number = next((view.closings[at] for at in range(hit.first - 1, hit.first - 3, -1) if at in view.closings), None)
    if number is not None and view.quotations[number].words > 1:
        return Content(None, (number,), folded=True)
    at = reason_before(view, hit.first, left)
    return None if at is None else Content(at, phrase=view.tokens[at].morph.form not in _FACTS)


def _addressed(view: View, hit: Hit, left: int) -> bool:
    """Whether somebody is named of whom something is asked: "X'ten destek istedi"."""
    return any(mention.case is ABL for mention in view.mentions_between(left, hit.first))


def _called(view: View, hit: Hit, left: int, quotations: tuple[int, ...]) -> Content | None:
    """What something was called, in words of the speaker's that are a part of the phrase: "sirk gösterisi" diye.

    Or what stands unmarked before "diye".
    """
    if not quotations and hit.cue.construction is Construction.CONTENT and tied_bare(view, hit, left):
        return Content(hit.first - 2, bare=True)
    if hit.cue.construction is not Construction.ANY or hit.cue.force != "assess":
        return None
    if quotations:
        return Content(hit.first - 1, phrase=True)
    return Content(None, (view.closings[hit.first - 1],), folded=True) if _named_so(view, hit) else None


def _judged_so(view: View, hit: Hit) -> Content | None:
    """In which words somebody turned something down or criticised it: 'haberleri "yalan" sözleriyle reddetti'."""
    tie = hit.first - 1
    tied = hit.cue.construction in _JUDGING and view.is_a(Construction.TIE, tie)
    number = view.closings.get(tie - 1) if tied else None
    if number is None:
        return None
    before = view.tokens[max(0, view.quotations[number].opening - 1)].morph
    judged = before.case is ACC or before.or_accusative
    return Content(None, (number,), folded=True) if judged else None


def _named_so(view: View, hit: Hit) -> bool:
    """Whether a word or two in marks, too few for a quotation, say what something was called: "saçmalık" diye."""
    number = view.closings.get(hit.first - 1)
    return number is not None and not view.quotations[number].speech


def _told_fact(view: View, hit: Hit, left: int) -> int | None:
    """The clause of a fact that is denied or confirmed, or the noun that such a clause fills: "çekildiği haberini"."""
    clause = _clause(view, hit, left)
    if clause is not None:
        return clause if view.tokens[clause].morph.form in _FACTS else None
    noun = _before_called(view, hit.first - 1)
    while noun > left and (view.tokens[noun].morph.pos in _LIGHT or _subject_ends(view, noun, left)):
        noun = view.report.mentions[view.mention[noun]].first - 1 if view.mention[noun] >= 0 else noun - 1
    if noun <= left or hit.passive or view.tokens[noun].morph.case is not ACC or view.mention[noun] >= 0:
        return None
    if not view.is_a(Construction.DOCUMENT, noun):
        return None  # "yaptığı itirazları" are made, not told
    told = range(noun - 1, max(left, noun - 1 - _FACT_GAP), -1)
    return noun if any(view.tokens[at].morph.form in _FACTS for at in told) else None


def _before_called(view: View, at: int) -> int:
    """The word before what something is called: 'iddialarını "yalan" diyerek reddetti'."""
    if not is_light(view, at) or at - 1 not in view.closings:
        return at
    return view.quotations[view.closings[at - 1]].opening - 1


def _subject_ends(view: View, at: int, left: int) -> bool:
    mention = view.mention_ending(at + 1)
    return mention is not None and mention.case is NOM and mention.first > left


def _clause(view: View, hit: Hit, left: int) -> int | None:
    """The verb of the content clause, near before the expression."""
    owned = hit.first < hit.anchor and hit.cue.construction is not Construction.ANY
    owned = owned or hit.cue.construction is Construction.HELD
    published = hit.cue.construction is Construction.DECLARE
    stop = _before_agent(view, hit)
    for at in range(stop - 1, max(left, stop - 1 - _CLAUSE_GAP) - 1, -1):
        token = view.tokens[at]
        if view.quotation[at] >= 0 or ends_clause(token):
            return None
        if token.morph.form in NOMINAL_FORMS and not _is_plain_noun(token):
            if published and (token.morph.form not in (Form.DIK, Form.ACAK) or at < hit.first - 1):
                return None
            if token.morph.case in COMPLEMENT_CASES or view.is_a(Construction.BEARING, at + 1):
                return at
            beside = at == stop - 1 or _light_words(view, at + 1, stop)
            if beside and (hit.passive or owned) and token.morph.form is not Form.MAK:
                return at
    if owned and _takes_object(view, hit.first - 1, left):
        return hit.first - 1
    return _far_fact(view, hit, left)


def _before_agent(view: View, hit: Hit) -> int:
    """Where what is told ends before a passive: before its agent, too ("vurulduğu, ordu tarafından açıklandı")."""
    at = hit.first - 1
    agent = view.mention_ending(at) if hit.passive and view.is_a(Construction.AGENT, at) else None
    if agent is None:
        return hit.first
    return agent.first - (view.tokens[agent.first - 1].text == ",")


def _takes_object(view: View, at: int, left: int) -> bool:
    """Whether what looks like a noun has an object, as a verb has: "sivilleri koruma çağrısı"."""
    noun = at > left and view.tokens[at].morph.pos is NOUN and is_nominative(view.tokens[at])
    return noun and view.tokens[at].morph.possessive is None and view.tokens[at - 1].morph.case is ACC


def _far_fact(view: View, hit: Hit, left: int) -> int | None:
    """The verb of a fact that is told to many, who stand behind it: "olduklarını Katarlı ve Türk heyetlere iletti"."""
    for at in range(hit.first - 1, max(left, hit.first - 1 - _FACT_FAR) - 1, -1):
        morph = view.tokens[at].morph
        if view.quotation[at] >= 0:
            return None
        if morph.form is not None:
            return at if morph.form in _FACTS and morph.case is ACC else None
    return None


def _is_plain_noun(token: Token) -> bool:
    """Whether a verbal noun is a noun like others, in the plural and nobody's: "açıklamalara bir yenisi eklendi"."""
    return token.morph.form is Form.MA and token.morph.plural and token.morph.possessive is None


def _light_words(view: View, first: int, last: int) -> bool:
    return all(view.tokens[at].morph.pos not in (NOUN, PROPN, Pos.VERB) for at in range(first, last))


def _relative(view: View, hit: Hit, left: int) -> int | None:
    """The participle that tells what a declaration holds: "saldırıyı kınayan bir açıklama"."""
    for at in range(hit.first - 1, max(left, hit.first - 1 - _RELATIVE_GAP) - 1, -1):
        if view.tokens[at].morph.form is Form.AN:
            return at
        if is_punctuation(view.tokens[at]):
            return None
    return None


def _object(view: View, hit: Hit, left: int) -> bool:
    """Whether a noun phrase stands before the expression that may be what is told."""
    at = hit.first - 1
    if at in view.closings:
        at = view.quotations[view.closings[at]].opening - 1  # 'davaları "düzmece" diye niteledi'
    while at >= left and view.tokens[at].morph.pos in _LIGHT:
        at -= 1
    if at < left or is_punctuation(view.tokens[at]):
        return False
    morph = view.tokens[at].morph
    first = view.tokens[hit.first].morph
    bare = first.form is None and first.possessive is None and first.case in (None, NOM)
    told = morph.form is Form.MA and morph.case is NOM and first.form is None  # "gitmemesi dikkati çekti"
    drawing = (bare or told) and hit.first < hit.anchor
    if morph.pos is Pos.ADP:
        return not (drawing and view.is_a(Construction.COMPANY, at))
    if drawing and morph.case in _DRAWING:
        return False  # it is what draws attention: "yattığı dikkat çekiyor", "tasarımıyla dikkat çekiyor"
    mention = view.mention_ending(at + 1)
    return mention is None or mention.case is not NOM
