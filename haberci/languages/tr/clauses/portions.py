"""Some of many: "saldırganlardan beşini öldürdü", "askerlerin bir kısmını çekti"."""

from __future__ import annotations

from functools import cache
from typing import Final

from haberci.core.clause import Chunk
from haberci.core.morph import ABL, GEN, INS, LOC, NOM, THIRD, Pos
from haberci.languages.tr.clauses.outline import Outline

WHOLES: Final = (ABL, GEN)  # the cases of many of whom some are told
COUNTED: Final = frozenset({Pos.PRON, Pos.NUM})  # "ikisi", "beşi"
SIZES: Final = frozenset({Pos.DET, Pos.ADJ, Pos.ADV})  # before a part of many: "büyük bir bölümü"
REACH: Final = 2  # words between many and the part of them


def portion(it: Outline, chunk: Chunk) -> Chunk:
    """Many (in a case of ``WHOLES``) as the part of them that a number or a word for a share tells, in its case.

    "Saldırganlardan beşini" is acted on; a share in the nominative is told of the whole: "askerlerin çoğu ayrıldı".
    """
    if chunk.case is ABL:
        at = chunk.last
        if at + 1 < len(it.tokens) and it.tokens[at].morph.case is LOC and it.tokens[at].morph.pos is Pos.NUM:
            at += 1  # "üçte birini"
        return _as(it, chunk, at) if _is_counted(it, chunk, at) else chunk
    for at in range(chunk.last, min(chunk.last + REACH + 1, len(it.tokens))):
        word = it.tokens[at]
        if word.lower.startswith(_begun(it.words.shares)):
            return chunk if word.morph.case in (NOM, INS) else _as(it, chunk, at)  # "tümüyle" tells how
        if word.morph.pos not in SIZES:
            return chunk
    return chunk


@cache
def _begun(shares: frozenset[str]) -> tuple[str, ...]:
    """The words for a share, with which their other cases begin: "kısmı", "kısmını"."""
    return tuple(sorted(shares))


def _is_counted(it: Outline, chunk: Chunk, at: int) -> bool:
    """Whether a number stands behind many: "gazetecilerden ikisi"."""
    if at >= len(it.tokens) or not it.tokens[chunk.last - 1].morph.plural:
        return False
    morph = it.tokens[at].morph
    return morph.pos in COUNTED and morph.possessive in THIRD


def _as(it: Outline, chunk: Chunk, at: int) -> Chunk:
    return chunk._replace(case=it.tokens[at].morph.case or NOM, last=at + 1)
