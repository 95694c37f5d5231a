"""Words in marks that a noun behind them calls somebody's: X'in "..." sözleri, Y'nin "..." şeklindeki sorusu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import GEN, LOC, NOM, THIRD, Form
from haberci.core.report import Mention
from haberci.core.speech import Construction
from haberci.read.statements.drafts import Draft
from haberci.read.statements.sources import origin_of
from haberci.read.statements.speakers import Speaker, marked_off, speaker_of
from haberci.read.statements.view import View, ends_clause
from haberci.read.statements.voices import Voices

_UTTERED: Final = frozenset({Construction.DOCUMENT, Construction.UTTERANCE})
_REACH: Final = 12  # words between whose words they are and the words


def owned_words(view: View, voices: Voices, drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """The quotations between two words that a noun calls somebody's, and that none of ``drafts`` has."""
    taken = {number for draft in drafts for number in draft.quotations}
    return [draft for draft in _found(view, voices, first, last) if draft.quotations[0] not in taken]


def _found(view: View, voices: Voices, first: int, last: int) -> Iterator[Draft]:
    for opening, number in view.openings.items():
        if not first <= opening < last:
            continue
        quotation = view.quotations[number]
        asked = view.tokens[quotation.last - 1].text == "?"
        if not (quotation.speech and (quotation.clause or asked)):
            continue
        start = view.sentence(opening).first
        told = _behind(view, quotation.closing + 1, last)
        noun, speaker = (None, None) if told is None else (told, _owner(view, start, opening))
        if noun is None:
            noun = _before_colon(view, opening, start)
            speaker = None if noun is None else origin_of(view, noun, start)
        cue = None if noun is None else view.nominal[noun]
        if noun is None or cue is None or speaker is None:
            continue
        yield Draft(voices.settled(speaker), noun, noun + 1, cue.rule, cue.force, quotations=[number], document=True)


def _behind(view: View, at: int, last: int) -> int | None:
    """The noun behind words in marks that says what they are: sözleri, şeklindeki açıklaması."""
    if at < last and view.is_a(Construction.BEARING, at):
        at += 1
    cue = view.nominal[at] if at < last else None
    if cue is None or cue.construction not in _UTTERED or view.mention[at] >= 0:
        return None
    return at if view.tokens[at].morph.possessive in THIRD else None


def _owner(view: View, first: int, opening: int) -> Speaker | None:
    """The genitive nearest before words in marks, in the same clause: one named, or told by a noun alone."""
    for at in range(opening - 1, max(first - 1, opening - 1 - _REACH), -1):
        mention = view.mention_ending(at + 1)
        if mention is not None and mention.case is GEN:
            return speaker_of(mention)
        if view.quotation[at] >= 0 or ends_clause(view.tokens[at]) or _spends(view, at, opening, mention):
            return None
        if view.mention[at] < 0 and view.tokens[at].morph.case is GEN and view.tokens[at].morph.form is None:
            return Speaker(UNKNOWN, at, at + 1)
    return None


def _spends(view: View, at: int, opening: int, mention: Mention | None) -> bool:
    """Whether a genitive before a word is that one's, or a subject stands between: "X'in vefatıyla ilgili, Y, "..."."""
    if mention is not None:
        return mention.case is NOM and marked_off(view, mention.last)
    morph = view.tokens[at].morph
    made = morph.case is LOC and any(token.morph.form is Form.DIK for token in view.tokens[at + 1 : opening])
    return morph.possessive in THIRD and morph.form is not Form.DIK and not made


def _before_colon(view: View, opening: int, first: int) -> int | None:
    """The words that a sentence judges before it gives them: "X'in sözleri sert oldu: "..."."""
    colon = opening - 1
    if colon <= first or view.tokens[colon].text != ":" or not ends_clause(view.tokens[colon - 1]):
        return None
    for at in range(first, colon - 1):
        morph = view.tokens[at].morph
        uttered = view.nominal[at] is not None and view.is_a(Construction.DOCUMENT, at)
        if uttered and morph.possessive in THIRD and morph.case in (None, NOM):
            return at
    return None
