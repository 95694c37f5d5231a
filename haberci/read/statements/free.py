"""Quotations of whole sentences that no verb reports: whoever spoke, or began to speak, right before says them."""

from __future__ import annotations

from typing import Final

from haberci.core.rule import Rule
from haberci.read.statements.drafts import Draft
from haberci.read.statements.speakers import Speaker
from haberci.read.statements.subheads import is_subhead
from haberci.read.statements.view import View
from haberci.read.statements.voices import MEMORY, Voices

NOBODY: Final = "a quotation that nobody is said to speak goes on with the speaker before"
FREE: Final = Rule("statement.free-quotation", NOBODY, 'Yılmaz, "Kapımız açık." dedi. "Kimseyi geri çevirmeyiz."')


def free(view: View, voices: Voices, drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """The quotation that is all there is of the words ``first`` to ``last``, as a statement of its own.

    None where it joins the one before, which takes it in.
    """
    number = max(view.quotation[last - 2 : last], default=-1)
    if number < 0 or not _whole(view, number, last) or is_subhead(view, number):
        return []
    opening = view.quotations[number].opening
    begun = voices.begun(first)
    if begun is not None:
        return [_draft(begun, opening, number)]
    before = drafts[-1] if drafts and voices.near(drafts[-1], first, MEMORY) else None
    if before is None or number in before.quotations:
        return []
    if before.quotations and before.first < view.quotations[before.quotations[-1]].opening:
        before.quotations.append(number)
        return []
    return [_draft(Speaker(before.speaker.code), opening, number)]


def _whole(view: View, number: int, last: int) -> bool:
    """Whether a quotation opens its sentence and ends the words up to ``last``."""
    quotation = view.quotations[number]
    return quotation.opening == view.sentence(quotation.opening).first and quotation.closing >= last - 2


def _draft(speaker: Speaker, opening: int, number: int) -> Draft:
    return Draft(speaker, opening, opening + 1, FREE.id, "tell", quotations=[number])
