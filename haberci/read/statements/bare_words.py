"""A speaker's own words that stand before a reporting verb without marks: "gideceğiz dedi"."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Form
from haberci.core.speech import Construction
from haberci.read.statements.hits import Hit
from haberci.read.statements.marks import DOUBLE, SINGLE_CLOSING
from haberci.read.statements.view import View, ends_clause

_SAYING: Final = "diye"
_LONE: Final = SINGLE_CLOSING | DOUBLE
_STOPS: Final = frozenset(".?!,")  # marks that end a sentence in bare words


def stands_bare(view: View, hit: Hit, left: int) -> bool:
    """Whether a clause in the speaker's own words stands unmarked before the verb, with a full stop or without."""
    before = hit.first - 1
    if before > left and view.is_a(Construction.TIE, before):
        before -= 1  # "... var mı? diye sordu"
    whole = before > left and view.tokens[before].text == "?"
    if before > left and view.tokens[before].text in _STOPS:
        before -= 1
    lone = before > left and view.tokens[before].text in _LONE and before not in view.closings
    if lone:
        whole = whole or view.tokens[before].text in DOUBLE
        before -= 1  # a mark that opens nowhere
    if before <= left or view.quotation[before] >= 0:
        return False
    spoken = hit.cue.construction is Construction.WORDS and hit.first < hit.anchor and hit.finite
    return whole or _ends_words(view, before) or spoken  # "... lazım şeklinde konuştu"


def tied_bare(view: View, hit: Hit, left: int) -> bool:
    """Whether "diye" ties such a clause to a verb that mostly takes another: "... düşecek diye uyardı"."""
    before = hit.first - 1
    if before - 1 <= left or not view.is_a(Construction.TIE, before) or view.quotation[before - 1] >= 0:
        return False
    return view.tokens[before].lower == _SAYING and _ends_words(view, before - 1)


def _ends_words(view: View, at: int) -> bool:
    """Whether a word is a finite verb, or the future that looks like a participle: "katılacak dedi"."""
    morph = view.tokens[at].morph
    future = morph.form is Form.ACAK and morph.case is None and morph.possessive is None
    return ends_clause(view.tokens[at]) or future
