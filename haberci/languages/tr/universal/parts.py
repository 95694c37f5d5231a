"""Which words of syntax a written Turkish word holds, by the conventions of the treebanks.

BOUN splits off a copula behind a nominal (``hedefiydi`` → hedefi + ydi), -DI and -DIr behind -mIş and -AcAK
(``açmıştı`` → açmış + tı) and -ki behind a case or a time (``Ankara'daki`` → Ankara'da + ki); Kenet splits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.core.universal import Convention, SurfaceWord, whole
from haberci.languages.tr.casing import lower

_PERSON: Final = r"(?:m|n|k|n[ıiuü]z|l[ae]r)?"
_COPULA: Final = re.compile(
    rf"(.{{2,}}?)(y?[dt][ıiuü]{_PERSON}|[dt][ıiuü]r(?:l[ae]r)?|y?s[ae]{_PERSON}|y?m[ıiuü]ş(?:[ıiuü][mz]|l[ae]r)?|y?ken"
    r"|y?[ıiuü][mz]|s[ıiuü]n(?:[ıiuü]z)?)$"
)
_OVER_TENSE: Final = re.compile(rf"(.*(?:m[ıiuü]ş|[ae]c[ae]k))([dt][ıiuü]{_PERSON}|[dt][ıiuü]r(?:l[ae]r)?)$")
_WHICH: Final = re.compile(r"(.*(?:[dt][ae]|[ıiuüae]n|l|n|y|e|r|m))(k[iü])$")
_ABOVE_TENSE: Final = re.compile(r".{2,}(?:m[ıiuü]şt[ıiuü]|[ae]c[ae]kt[ıiuü]|m[ıiuü]şt[ıiuü]r)")
_WHOLE_LEMMAS: Final = frozenset({"değil", "i", "mi"})
_ENOUGH: Final = 3  # such words whole show that a text keeps words whole


def split(form: str, morph: Morph, convention: Convention) -> SurfaceWord:
    """The words of syntax that a word holds, its form in its sentence being ``morph``."""
    if convention is not Convention.BOUN or morph.lemma in _WHOLE_LEMMAS or not form[-1:].isalpha():
        return whole(form)
    cut = _cut(form, morph)
    return whole(form) if cut is None else SurfaceWord(form, (form[:cut], form[cut:]))


def _cut(form: str, morph: Morph) -> int | None:
    """Where the second word of syntax begins."""
    small = lower(form)
    if len(small) != len(form):
        return None
    pattern = None
    if morph.tense is Tense.NOMINAL and morph.form in (Form.FINITE, Form.KEN):
        pattern = _COPULA
    elif morph.form is Form.FINITE and morph.tense in (Tense.EVID, Tense.FUTURE):
        pattern = _OVER_TENSE
    elif morph.pos is Pos.ADJ and morph.form is None and (morph.case is Case.LOC or small != lower(morph.lemma)):
        pattern = _WHICH
    found = pattern.match(small) if pattern else None
    return found.start(2) if found else None


def convention_of(sentences: Iterable[Sequence[SurfaceWord]]) -> Convention:
    """By which convention the words were cut: Kenet's if none is split of those that BOUN always splits."""
    kept = 0
    for sentence in sentences:
        for word in sentence:
            if len(word.parts) > 1:
                return Convention.BOUN
            kept += bool(_ABOVE_TENSE.match(lower(word.form)))
    return Convention.KENET if kept >= _ENOUGH else Convention.BOUN
