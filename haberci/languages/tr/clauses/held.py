"""A verb in -mIş that a form of being holds, and makes one verb with: "yapmış olduğu", "olması", "olan"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.morph import FINITE, Form, Morph
from haberci.core.report import Token

BE: Final = "ol"
PERFECT: Final = ("mış", "miş", "muş", "müş")


def as_one(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words, where a verb in -mIş stands in the form of the one that holds it: "yapmış olduğu" as "yaptığı"."""
    being = (at for at, token in enumerate(tokens) if token.morph.lemma == BE and at)
    held = [at - 1 for at in being if is_holder(tokens[at]) and _is_perfect(tokens[at - 1])]
    if not held:
        return tokens
    words = list(tokens)
    for at in held:
        words[at] = tokens[at]._replace(morph=_in_form_of(tokens[at].morph, tokens[at + 1].morph))
    return words


def is_holder(token: Token) -> bool:
    """Whether a word is a form of being that may hold a verb in -mIş: "olan", "olduğu", "olması"."""
    morph = token.morph
    if morph.lemma != BE or morph.able or morph.negative:
        return False
    return morph.form in (Form.AN, Form.DIK) or (morph.form is Form.MA and morph.possessive is not None)


def _is_perfect(token: Token) -> bool:
    return token.morph.form in (FINITE, Form.MIS) and token.lower.endswith(PERFECT)


def _in_form_of(morph: Morph, holder: Morph) -> Morph:
    _, _, case, possessive, plural, person, tense, form, *_ = holder
    return morph._replace(case=case, possessive=possessive, plural=plural, person=person, tense=tense, form=form)
