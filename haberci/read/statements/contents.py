"""What is said: the content clause or quotation that belongs to a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from haberci.core.morph import Case, Form, Pos, Tense
from haberci.core.report import Token
from haberci.core.speech import SPOKEN, Construction
from haberci.read.statements.bare_words import stands_bare, tied_bare
from haberci.read.statements.hits import Hit
from haberci.read.statements.quotations import Quotation
from haberci.read.statements.reasons import reason_before
from haberci.read.statements.view import NOMINAL_FORMS, View, ends_clause, is_punctuation

_CLAUSE_GAP: Final = 4  # words between a content clause and its verb: "olduğunu gazetecilere dün söyledi"
_FACT_FAR: Final = 8  # and between a told fact and its verb: "olduklarını Mısırlı ve Türk arabuluculara iletti"
_QUOTE_GAP: Final = 4  # words between a quotation and its verb: "... sözleriyle durumu özetledi"
_HEAD_GAP: Final = 3  # words between a verb and the quotation behind it: dedi: "..."
_COMPLEMENT_CASES: Final = frozenset({Case.ACC, Case.DAT, Case.GEN, Case.INS, Case.ABL})
_RELATIVE_GAP: Final = 3
_FACT_GAP: Final = 2  # words between a clause and the noun that it fills: "çekildiği yönündeki haberleri"
_FACTS: Final = frozenset({Form.DIK, Form.ACAK})
_ONCE: Final = frozenset({Tense.PAST, Tense.EVID})
_DRAWING: Final = frozenset({None, Case.NOM, Case.INS, Case.ABL, Case.LOC})
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
    quotations = _quotations(view, hit, left)
    kind = hit.cue.construction
    if kind in SPOKEN:
        if quotations:
            return Content(None, quotations)
        return Content(hit.first - 1, bare=True) if stands_bare(view, hit, left) else None
    if kind is Construction.INTRO and hit.finite:
        return None
    if kind is Construction.REASONED:
        return _reasoned(view, hit, left)
    if kind is Construction.ASKED and hit.finite:
        return _asked(view, hit, left)
    if quotations and view.quotations[quotations[-1]].opening > hit.anchor:
        return Content(None, quotations)
    called = _called(view, hit, left, quotations)
    if called is not None:
        return called
    clause = _told_fact(view, hit, left) if kind is Construction.REPORTED else _clause(view, hit, left)
    if clause is not None or quotations:
        return Content(clause, quotations, folded=any(_folded(view, number) for number in quotations))
    if kind is Construction.DECLARE and not hit.passive:
        told = _relative(view, hit, left)
        return None if told is None else Content(told)
    return _phrase(view, hit, left)


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
    noun = clause is None and told.case is Case.ACC and told.possessive is not None  # read as a noun: "korumasını"
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
    return any(mention.case is Case.ABL for mention in view.mentions_between(left, hit.first))


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


def _named_so(view: View, hit: Hit) -> bool:
    """Whether a few words in marks, too few for a quotation, say what something was called: "sirk gösterisi" diye."""
    number = view.closings.get(hit.first - 1)
    return number is not None and not view.quotations[number].speech and view.quotations[number].words > 1


def _told_fact(view: View, hit: Hit, left: int) -> int | None:
    """The clause of a fact that is denied or confirmed, or the noun that such a clause fills: "çekildiği haberini"."""
    clause = _clause(view, hit, left)
    if clause is not None:
        return clause if view.tokens[clause].morph.form in _FACTS else None
    noun = _before_called(view, hit.first - 1)
    while noun > left and (view.tokens[noun].morph.pos in _LIGHT or _subject_ends(view, noun, left)):
        noun = view.report.mentions[view.mention[noun]].first - 1 if view.mention[noun] >= 0 else noun - 1
    if noun <= left or hit.passive or view.tokens[noun].morph.case is not Case.ACC or view.mention[noun] >= 0:
        return None
    if not view.is_a(Construction.DOCUMENT, noun):
        return None  # "yaptığı itirazları" are made, not told
    told = range(noun - 1, max(left, noun - 1 - _FACT_GAP), -1)
    return noun if any(view.tokens[at].morph.form in _FACTS for at in told) else None


def _before_called(view: View, at: int) -> int:
    """The word before what something is called: 'iddialarını "yalan" diyerek reddetti'."""
    if not _light(view, at) or at - 1 not in view.closings:
        return at
    return view.quotations[view.closings[at - 1]].opening - 1


def _subject_ends(view: View, at: int, left: int) -> bool:
    mention = view.mention_ending(at + 1)
    return mention is not None and mention.case is Case.NOM and mention.first > left


def _quotations(view: View, hit: Hit, left: int) -> tuple[int, ...]:
    found = _quotation_before(view, hit, left)
    if found is None:
        found = _quotation_behind(view, hit)
        return () if found is None else (found,)
    run = [found]
    while run[0] > 0 and _joined(view, run[0] - 1, left):
        run.insert(0, run[0] - 1)
    return tuple(run)


def _folded(view: View, number: int) -> bool:
    """Whether a quotation ends in a content clause's verb: "... olduğunu" söyledi."""
    quotation = view.quotations[number]
    spoken = [t.morph for t in view.tokens[quotation.first : quotation.last] if not is_punctuation(t)]
    return bool(spoken) and spoken[-1].form in NOMINAL_FORMS and spoken[-1].case in _COMPLEMENT_CASES


def _joined(view: View, number: int, left: int) -> bool:
    """Whether a quotation goes on in the next one: no word but a conjunction stands between them."""
    closing, opening = view.quotations[number].closing, view.quotations[number + 1].opening
    if closing < left or not view.quotations[number].speech:
        return False
    between = view.tokens[closing + 1 : opening]
    return all(is_punctuation(t) or t.morph.pos is Pos.CCONJ for t in between)


def _quotation_before(view: View, hit: Hit, left: int) -> int | None:
    short = hit.cue.construction in SPOKEN
    for at in range(hit.first - 1, max(left, hit.first - 1 - _QUOTE_GAP) - 1, -1):
        number = view.closings.get(at)
        if number is not None and (short or view.quotations[number].speech):
            return number
        if view.tokens[at].morph.form is not None and not _light(view, at):
            return None
        if hit.cue.force == "reply" and view.is_a(Construction.BEARING, at):
            return None  # it is the question's: '"..." şeklindeki soruyu yanıtladı'
    return None


def _quotation_behind(view: View, hit: Hit) -> int | None:
    if not hit.finite:
        return None
    for at in range(hit.anchor + 1, min(len(view.tokens), hit.anchor + 2 + _HEAD_GAP)):
        number = view.openings.get(at)
        if number is not None:
            return number if _introduces(view, at - 1, hit) and _worded(view.quotations[number]) else None
    return None


def _introduces(view: View, mark: int, hit: Hit) -> bool:
    """Whether a mark leads to the quotation behind it: a colon, or a comma when the quotation ends the sentence."""
    if view.tokens[mark].text in ":;":
        return True
    if view.tokens[mark].text != "," or view.tokens[mark].sentence != view.tokens[hit.anchor].sentence:
        return False
    closing = view.quotations[view.openings[mark + 1]].closing
    return closing + 2 >= view.sentence(closing).last


def _worded(quotation: Quotation) -> bool:
    return quotation.words > 1


def _clause(view: View, hit: Hit, left: int) -> int | None:
    """The verb of the content clause, near before the expression."""
    owned = hit.first < hit.anchor and hit.cue.construction is not Construction.ANY
    owned = owned or hit.cue.construction is Construction.HELD
    published = hit.cue.construction is Construction.DECLARE
    for at in range(hit.first - 1, max(left, hit.first - 1 - _CLAUSE_GAP) - 1, -1):
        token = view.tokens[at]
        if view.quotation[at] >= 0 or ends_clause(token):
            return None
        if token.morph.form in NOMINAL_FORMS and not _is_plain_noun(token):
            if published and (token.morph.form not in (Form.DIK, Form.ACAK) or at < hit.first - 1):
                return None
            if token.morph.case in _COMPLEMENT_CASES or view.is_a(Construction.BEARING, at + 1):
                return at
            beside = at == hit.first - 1 or _light_words(view, at + 1, hit.first)
            if beside and (hit.passive or owned) and token.morph.form is not Form.MAK:
                return at
    return _far_fact(view, hit, left)


def _far_fact(view: View, hit: Hit, left: int) -> int | None:
    """The verb of a fact that is told to many, who stand behind it: "olduklarını Katarlı ve Türk heyetlere iletti"."""
    for at in range(hit.first - 1, max(left, hit.first - 1 - _FACT_FAR) - 1, -1):
        morph = view.tokens[at].morph
        if view.quotation[at] >= 0:
            return None
        if morph.form is not None:
            return at if morph.form in _FACTS and morph.case is Case.ACC else None
    return None


def _is_plain_noun(token: Token) -> bool:
    """Whether a verbal noun is a noun like others, in the plural and nobody's: "açıklamalara bir yenisi eklendi"."""
    return token.morph.form is Form.MA and token.morph.plural and token.morph.possessive is None


def _light_words(view: View, first: int, last: int) -> bool:
    return all(view.tokens[at].morph.pos not in (Pos.NOUN, Pos.PROPN, Pos.VERB) for at in range(first, last))


def _light(view: View, at: int) -> bool:
    """Whether a verb form between a quotation and its cue only ties the two: "diyerek", "diye"."""
    token = view.tokens[at]
    return any(c.construction in SPOKEN for c in view.cues.verbal(token.morph.lemma))


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
    bare = first.form is None and first.possessive is None and first.case in (None, Case.NOM)
    if morph.pos is Pos.ADP:
        return True
    if bare and hit.first < hit.anchor and morph.case in _DRAWING:
        return False  # it is what draws attention: "yattığı dikkat çekiyor", "tasarımıyla dikkat çekiyor"
    mention = view.mention_ending(at + 1)
    return mention is None or mention.case is not Case.NOM
