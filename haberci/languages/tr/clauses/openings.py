"""Names that open a Turkish sentence before what is theirs, or a compound, and act: "Bakü sınırını kapattı"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart
from haberci.core.morph import ACC, LOC, NOM, NOUN, PUNCT, THIRD, Form, Pos
from haberci.languages.tr.clauses.links import is_predicate
from haberci.languages.tr.clauses.outline import Outline

OPENING: Final = 1  # words before a name that opens a sentence: "komşu Kazakistan"
ONE: Final = "bir"
COMPOUND_CASES: Final = (ACC, LOC)


def opens_with(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a name opens a sentence before what is its own, or a clause behind another: "vurdu, Oslo tepkisini"."""
    chunk = it.chunks[part.chunk]
    described = it.tokens[chunk.last].morph.pos is Pos.ADJ and chunk.last + 1 < clause.verb  # "sert tepkisini"
    own = it.tokens[chunk.last + described].morph
    begun = clause.first + (it.tokens[clause.first].morph.pos is PUNCT)
    opens = chunk.first <= OPENING or (clause.first > 0 and chunk.first == begun)
    alone = part is clause.parts[-1] and opens and not chunk.person
    whole = alone and not part.through and own.case is ACC and own.possessive in THIRD
    return whole or (alone and _owns_compound(it, part))


def is_one_kind(it: Outline, part: ClausePart) -> bool:
    """Whether a name behind "bir" only says which one of many: "Cameron'a bir Türkiye mektubu gönderdi"."""
    chunk = it.chunks[part.chunk]
    counted = chunk.first > 0 and it.tokens[chunk.first - 1].lower == ONE
    head = it.tokens[chunk.last].morph
    owned = head.pos is NOUN and (head.possessive in THIRD or head.case is ACC)
    return counted and owned and not is_predicate(it.tokens, chunk.last, it.words)


def _owns_compound(it: Outline, part: ClausePart) -> bool:
    """Whether a name of one word stands before a whole compound, which it does not own: "NATO itidal çağrısında"."""
    chunk = it.chunks[part.chunk]
    half, head = it.tokens[chunk.last], it.tokens[chunk.last + 1].morph
    bare = half.morph.pos is NOUN and half.morph.case is NOM and half.morph.possessive is None
    through = all(verb == chunk.last for verb in part.through)  # "misilleme tehdidinde"
    bare = (bare or half.morph.form is Form.MA) and half.text[0].islower() and through
    return chunk.last - chunk.first == 1 and bare and head.possessive in THIRD and head.case in COMPOUND_CASES
