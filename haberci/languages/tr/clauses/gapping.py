"""Two deeds that share their verb: "Rusya Harkiv'i, Ukrayna ise Belgorod'u vurdu"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom, with_subject
from haberci.core.morph import ABL, ACC, DAT, FINITE, GEN, INS, LOC, NOM, PUNCT, THIRD, VERBAL_NOUNS, Case, Form
from haberci.languages.tr.clauses.coordination import joined
from haberci.languages.tr.clauses.outline import Outline

OBJECTS: Final = (ACC, DAT, ABL, INS)
OBJECT_LINKS: Final = (Link.PART, Link.WITH)
LEAST: Final = 4  # phrases of two deeds: two doers, and whom each acts on
THINGS: Final = 2  # words of what is given, before the comma: "Ukrayna'ya iki uçak, Fransa ..."
COMMA: Final = ","


class Gap(NamedTuple):
    """Of a verb with two doers, the clause with the parts of the second, and that with those of the first."""

    near: Clause
    far: Clause


def gap_of(it: Outline, clause: Clause) -> Gap | None:
    """The two deeds that a verb tells at once; None where it tells one, as nearly every verb does."""
    if len(clause.parts) < LEAST:
        return None
    doing = _case_of_doer(it, clause)
    if doing is None:
        return None
    for number, doer in enumerate(clause.parts[1:-2], 1):
        if doer.case is not doing or doer.link is not Link.PART or doer.comma or not _opens(it, doer):
            continue
        first = _first_deed(it, clause.parts[number + 1 :], doer, doing)
        if first is None:
            continue
        own = next((p for p in clause.parts[:number] if _acted_on(p) and _behind(it, p, doer)), None)
        if own is not None and own.case is first[0].case:
            return _parted(it, clause, number, first, doing)
    return None


def _case_of_doer(it: Outline, clause: Clause) -> Case | None:
    """The case in which who acts stands: the nominative, or of a nominal clause the genitive."""
    morph = it.tokens[clause.verb].morph
    if morph.passive:
        return None
    if clause.form is FINITE:
        return NOM
    return GEN if clause.form in VERBAL_NOUNS and morph.possessive in THIRD else None


def _opens(it: Outline, doer: ClausePart) -> bool:
    """Whether the second doer stands right behind a comma, or before "ise" or "de" with what describes him."""
    chunk = it.chunks[doer.chunk]
    if it.tokens[chunk.first - 1].text == COMMA:
        return True
    return it.behind(chunk.last - 1) in it.words.clitics and it.tokens[chunk.first - 1].morph.form is Form.AN


def _acted_on(part: ClausePart) -> bool:
    return part.case in OBJECTS and part.link in OBJECT_LINKS


def _behind(it: Outline, part: ClausePart, doer: ClausePart) -> bool:
    """Whether no verb stands between the second doer and whom he acts on."""
    between = it.tokens[it.chunks[doer.chunk].last : it.chunks[part.chunk].first]
    return all(token.morph.form is None for token in between)


def _first_deed(
    it: Outline, before: Sequence[ClausePart], second: ClausePart, doing: Case
) -> tuple[ClausePart, ClausePart] | None:
    """Whom the first doer acts on, right before the comma, and that doer, right before him."""
    told = [part for part in before if part.case is not LOC]
    acted, doer = (told[0], next((p for p in told[1:] if p.case in (NOM, GEN)), None)) if told else (second, None)
    if not _acted_on(acted) or doer is None or doer.case is not doing or doer.link is not Link.PART:
        return None
    end, start = it.chunks[acted.chunk].last, it.chunks[second.chunk].first
    words = [token for token in it.tokens[end:start] if token.morph.form is not Form.AN]
    fence = next((at for at, token in enumerate(words) if token.morph.pos is PUNCT), None)
    if fence is None or words[fence].text != COMMA or fence > THINGS:
        return None
    between = it.tokens[it.chunks[doer.chunk].last : it.chunks[acted.chunk].first]
    plain = all(token.morph.form is None and token.text != COMMA for token in between)
    closed = len(between) == 1 and it.behind(it.chunks[second.chunk].last - 1) in it.words.clitics
    return (acted, doer) if plain or closed else None


def _parted(it: Outline, clause: Clause, number: int, first: tuple[ClausePart, ClausePart], doing: Case) -> Gap:
    """The two clauses: each with its own parts, the first with its doer for a subject."""
    near = clause._replace(parts=clause.parts[: number + 1])
    source = SubjectFrom.SPOKEN if doing is NOM else SubjectFrom.GENITIVE
    far = clause._replace(parts=tuple(p._replace(reaches=True) for p in clause.parts[number + 1 :]))
    return Gap(near, with_subject(far, joined(it, (first[1].chunk,)), source))
