"""Which quotations a reporting verb reports: right before it, or behind its colon."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case, Pos
from haberci.core.speech import SPOKEN, Construction
from haberci.read.statements.hits import Hit
from haberci.read.statements.quotations import Quotation
from haberci.read.statements.view import NOMINAL_FORMS, View, is_punctuation

_QUOTE_GAP: Final = 4  # words between a quotation and its verb: "... sözleriyle durumu özetledi"
_HEAD_GAP: Final = 3  # words between a verb and the quotation behind it: dedi: "..."
COMPLEMENT_CASES: Final = frozenset({Case.ACC, Case.DAT, Case.GEN, Case.INS, Case.ABL})


def quotations_of(view: View, hit: Hit, left: int) -> tuple[int, ...]:
    """The numbers of the quotations that a verb reports: the one before or behind it, and those joined to that."""
    found = _quotation_before(view, hit, left)
    if found is None:
        found = _quotation_behind(view, hit)
        return () if found is None else (found,)
    run = [found]
    while run[0] > 0 and _joined(view, run[0] - 1, left):
        run.insert(0, run[0] - 1)
    return tuple(run)


def is_folded(view: View, number: int) -> bool:
    """Whether a quotation ends in a content clause's verb: "... olduğunu" söyledi."""
    quotation = view.quotations[number]
    spoken = [t.morph for t in view.tokens[quotation.first : quotation.last] if not is_punctuation(t)]
    return bool(spoken) and spoken[-1].form in NOMINAL_FORMS and spoken[-1].case in COMPLEMENT_CASES


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
        if view.is_a(Construction.NAMED, at):
            return None  # it is what something is called: '"Barış Yolu" adlı sergiyle kutladı'
        number = view.closings.get(at)
        if number is not None and (short or view.quotations[number].speech):
            return number
        if view.tokens[at].morph.form is not None and not is_light(view, at):
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


def is_light(view: View, at: int) -> bool:
    """Whether a verb form between a quotation and its cue only ties the two: "diyerek", "diye"."""
    token = view.tokens[at]
    return any(c.construction in SPOKEN for c in view.cues.verbal(token.morph.lemma))
