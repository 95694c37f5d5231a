"""Reporting expressions found in the words of a sentence."""

from __future__ import annotations

from typing import Final, NamedTuple

from haberci.core.morph import AN, AORIST, DIK, FINITE, NOM, NOMINAL, NOUN, SPEAKERS, Form, Pos, Tense
from haberci.core.pattern import Element, Match, fits_noun
from haberci.core.speech import KEY, SPOKEN, Construction, Cue
from haberci.read.statements.contrasts import ends_part
from haberci.read.statements.view import CONVERBS, View, ends_clause, is_punctuation

_GAP: Final = 1  # words that may stand between two parts of an expression: "ifadelerini de kullandı"
_ENDS: Final = frozenset({".", ";", "!"})  # marks behind a noun that ends its clause
_TOLD: Final = frozenset({Tense.PAST, Tense.EVID, Tense.PROG, Tense.AORIST, None})
_BROUGHT_UP: Final = frozenset({"accuse", "recall"})
_TELLING: Final = frozenset({"tell", "claim", "announce"})
_SAYING: Final = _TELLING | {"stress", "reply", "warn"}  # what nobody named passes on: "uyardığı belirtildi"
_CONTENT: Final = frozenset({Pos.NOUN, Pos.VERB})
_RELATIVE: Final = SPOKEN | {Construction.CONTENT}
_TOLD_FORMS: Final = (Form.DIK, Form.ACAK)  # of a verb: "görüştüğünü bildirdi" is no "görüş bildirdi"


class Hit(NamedTuple):
    """A reporting verb: the words ``first`` to ``anchor`` (inclusive) and the form it stands in."""

    cue: Cue
    first: int
    anchor: int
    form: Form
    passive: bool

    @property
    def finite(self) -> bool:
        """Whether it ends a clause of its own."""
        return self.form is FINITE

    @property
    def participle(self) -> bool:
        """Whether it modifies the noun behind it."""
        return self.form is AN

    @property
    def aside(self) -> bool:
        """Whether it is a passive that leans on the verb behind it, which may have a speaker of its own."""
        return self.passive and not self.finite

    @property
    def of_others(self) -> bool:
        """Whether it brings up what persons unnamed say, before a verb: "suçlanan bakan", "hatırlatılarak"."""
        return self.aside and self.cue.force in _BROUGHT_UP


def find_hits(view: View, first: int, last: int) -> list[Hit]:
    """The reporting verbs of a stretch of words, outside quotations, in order."""
    hits = (_hit_at(view, first, last, at) for at in view.anchors_between(first, last) if view.quotation[at] < 0)
    return [hit for hit in hits if hit is not None]


def _hit_at(view: View, first: int, last: int, at: int) -> Hit | None:
    """The reporting expression that ends in a word: a verb, or a noun in which somebody is said to be of a view."""
    cue = view.nominal[at]
    if cue is not None and cue.construction is Construction.HELD:
        return Hit(cue, at, at, FINITE, False) if at + 1 == last or view.tokens[at + 1].text in _ENDS else None
    if not _reports(view, at) or _is_said(view, at, last):
        return None
    hit = _matching(view, first, at)
    return hit._replace(form=FINITE) if hit is not None and ends_part(view, at, last) else hit


def _is_said(view: View, at: int, last: int) -> bool:
    """Whether a finite verb ends words that the verb right behind it reports: "... vurguluyor dedi"."""
    if at + 1 >= last or not ends_clause(view.tokens[at]):
        return False
    behind = view.tokens[at + 1].morph
    return behind.form is FINITE and any(cue.construction in SPOKEN for cue in view.cues.verbal(behind.lemma))


def nested_hit(view: View, first: int, at: int, passive: bool) -> Hit | None:
    """The reporting verb that a content clause ends in ("X'in ... söylediğini aktardı"), None when it is another.

    ``passive`` tells that the verb behind it is: "X'in ... uyardığı belirtildi".
    """
    morph = view.tokens[at].morph
    if morph.form not in (DIK, Form.ACAK) or morph.negative or morph.passive:
        return None
    hit = _matching(view, first, at)
    return hit if hit is not None and hit.cue.force in (_SAYING if passive else _TELLING) else None


def relative_hits(view: View, first: int, last: int) -> list[Hit]:
    """Reporting verbs in relative clauses that tell their content: "X'in ... kapandığını söylediği gün".

    Those that need words in marks may stand before any word: "X'in, "..." dediği öğrenildi"; all before a passive.
    """
    found = []
    for at in view.anchors_between(first + 1, last - 1):
        morph = view.tokens[at].morph
        if morph.form is not DIK or morph.negative or morph.passive or morph.case not in (None, NOM):
            continue
        if view.quotation[at] < 0:
            behind = view.tokens[at + 1].morph
            learnt = behind.passive and behind.form is FINITE  # "... söylediği öğrenildi"
            kinds = _RELATIVE if learnt or behind.pos in (NOUN, Pos.ADJ, Pos.DET, Pos.NUM) else SPOKEN
            hit = _matching(view, first, at)
            found += [hit] if hit is not None and hit.cue.construction in kinds else []
    return found


def _matching(view: View, first: int, at: int) -> Hit | None:
    """The reporting expression that ends in a verb, the most specific one alone."""
    morph = view.tokens[at].morph
    assert morph.form is not None
    near = {word[:KEY] for word in view.small[max(first, at - 1 - _GAP) : at]}
    for cue in view.cues.verbal(_stem(view, at)):
        if cue.keys and cue.keys.isdisjoint(near):
            continue
        start = _matches(view, cue.before, first, at)
        if start is not None and (morph.passive or cue.construction is not Construction.PASSIVE):
            agentless = cue.construction in (Construction.AGENTLESS, Construction.SENT)
            return Hit(cue, start, at, morph.form, morph.passive or agentless)
    return None


def _reports(view: View, at: int) -> bool:
    """Whether a verb's form tells of speech that took place, by someone other than the report's own voice."""
    morph = view.tokens[at].morph
    if morph.negative or morph.able or morph.conditional or morph.person in SPEAKERS:
        return False
    if ends_clause(view.tokens[at]):
        arrived = morph.tense is NOMINAL and morph.past_copula  # "sonucuna vardı", which is read as "there was"
        return arrived or (morph.tense in _TOLD and not (morph.tense is AORIST and morph.passive))
    return morph.form is AN or morph.form in CONVERBS


def _stem(view: View, at: int) -> str:
    """The lemma, or a longer reporting verb that the word may be as well: duyur- beside duy- (duyurdu)."""
    token = view.tokens[at]
    habit = token.morph.tense is AORIST and token.morph.past_copula
    if token.morph.causative or habit:
        for length in range(len(token.lower), len(token.morph.lemma), -1):
            if view.cues.verbal(token.lower[:length]):
                return token.lower[:length]
    return token.morph.lemma


def _matches(view: View, before: tuple[Element, ...], first: int, anchor: int) -> int | None:
    """Where the expression begins; None when one of its words is missing before the anchor."""
    at = anchor
    for element in reversed(before):
        for candidate in range(at - 1, max(first, at - 1 - _GAP) - 1, -1):
            if view.quotation[candidate] >= 0 or is_punctuation(view.tokens[candidate]):
                return None
            if _fits(view, element, candidate):
                at = candidate
                break
            if not _may_stand_between(view, candidate):
                return None
        else:
            return None
    return at


def _may_stand_between(view: View, at: int) -> bool:
    """Whether a word may part an expression: a name, or a word that is neither noun nor verb."""
    return view.mention[at] >= 0 or view.tokens[at].morph.pos not in _CONTENT


def _fits(view: View, element: Element, at: int) -> bool:
    token = view.tokens[at]
    if element.match is Match.LEMMA:
        return token.morph.lemma in element.words
    return fits_noun(element, token.lower) and token.morph.form not in _TOLD_FORMS
