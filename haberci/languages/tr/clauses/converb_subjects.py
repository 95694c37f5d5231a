"""Nominatives that are the subject of a converb alone: "Rama konuşurken halk ayrıldı"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.clause import ClausePart
from haberci.core.morph import ACC, NOUN, Form
from haberci.languages.tr.clauses.occasions import is_bare_object, is_behind_it, is_condition, is_occasion
from haberci.languages.tr.clauses.outline import Outline

SWITCHING: Final = frozenset({Form.KEN, Form.INCA, Form.DIKCA, Form.ALI})  # converbs whose subject may be another one


def is_of_converb(it: Outline, main: int, part: ClausePart, fits: Sequence[ClausePart]) -> bool:
    """Whether a phrase is the subject of a converb alone, for the verb has one: "Rama konuşurken halk ayrıldı".

    With a comma it is where the next one stands right behind it: "Bakü, barış isterken Erivan, toprak istedi"; or
    where what is done is told behind it: "polis, yürüyenlere gaz sıkarken on kişi gözaltına alındı".
    """
    if part.comma:
        whiles = [verb for verb in part.through if it.tokens[verb].morph.form in SWITCHING]
        if whiles and it.tokens[main].morph.passive:
            return any(it.chunks[p.chunk].first > max(whiles) for p in fits)
        behind = {verb + 1 + (it.behind(verb) == ",") for verb in whiles}
        return any(it.chunks[p.chunk].first in behind or _is_in_focus(it, main, p, whiles) for p in fits)
    if all(_is_before_converb(it, p) or _is_thing_done(it, p) for p in fits):
        return False
    return _is_before_converb(it, part)


def _is_in_focus(it: Outline, main: int, part: ClausePart, whiles: Sequence[int]) -> bool:
    """Whether a phrase right before a verb is who does it, its object being told: "gelince güvenliği ordu sağlar"."""
    chunk = it.chunks[part.chunk]
    between = it.tokens[max(whiles, default=main) + 1 : chunk.first]
    return chunk.last == main and any(t.morph.pos is NOUN and t.morph.case is ACC for t in between)


def ends_in_while(it: Outline, part: ClausePart) -> bool:
    """Whether a bare phrase stands before -ken and a comma: "on kişi dövülürken, polis kalabalığı dağıttı"."""
    return not part.comma and any(
        it.tokens[verb].morph.form is Form.KEN and it.behind(verb) == "," for verb in part.through
    )


def _is_thing_done(it: Outline, part: ClausePart) -> bool:
    """Whether a bare phrase is only what a nested verb does: "asker göndereceğini söyledi"."""
    return bool(part.through) and is_bare_object(it, part, part.through[-1])


def _is_before_converb(it: Outline, part: ClausePart) -> bool:
    """Whether a phrase stands before a converb that may have a subject of its own."""
    return any(
        it.tokens[verb].morph.form in SWITCHING
        or is_occasion(it, verb)
        or is_behind_it(it, verb)
        or is_condition(it, verb)
        for verb in part.through
    )
