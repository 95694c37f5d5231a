"""Two genitives in a row before a clause in a clause: the first acts in the outer one, the second in the inner one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOUN, THIRD, VERBAL_NOUNS, Form
from haberci.languages.tr.clauses.coordination import GENITIVE
from haberci.languages.tr.clauses.nominatives import Found
from haberci.languages.tr.clauses.outline import Outline

OBJECTS: Final = (ACC, DAT, ABL)
PEOPLE: Final = 2  # words that tell those of a land


class _Pair(NamedTuple):
    """A genitive and the one behind it, which is no phrase where it is no actor, and the word behind both."""

    first: ClausePart
    second: int | None
    behind: int


def of_two_genitives(it: Outline, clause: Clause) -> Found | None:
    """The subject of a nominal clause of two: "Erivan'ın Bakü'nün çekilmesini istediğini", whose each verb has one."""
    if clause.form not in VERBAL_NOUNS:
        return None
    over = it.tokens[clause.parent].morph.form if clause.parent is not None else None
    inner = over in VERBAL_NOUNS and _is_object(it, clause.verb)
    for pair in _pairs(it, clause):
        below = pair.first.through[0] if pair.first.through else None
        if below is None or it.tokens[below].morph.form not in VERBAL_NOUNS:
            return _second(pair) if inner and owns_nothing(it, pair.behind, clause.verb) else None
        if _is_object(it, below) and owns_nothing(it, pair.behind, below):
            return (pair.first.chunk,), SubjectFrom.GENITIVE
    return None


def _is_object(it: Outline, verb: int) -> bool:
    """Whether a nominal clause depends on the verb behind it, by its case or a word behind it: "açılması için".

    Or by what it is about: "açılması konusunda".
    """
    morph = it.tokens[verb].morph
    return morph.case in OBJECTS or (morph.form is Form.MA and it.words.tells_aim(it.behind(verb)))


def is_inflected(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive is one by its ending; an adjective only stands like one ("Rus bayraklı gemi").

    Of some of many the word for the part has it: "komutanlarından birinin öldürüldüğünü".
    """
    last = it.last_word(part.chunk)
    return last.lower.endswith(GENITIVE) or (last.morph.case is ABL and last.morph.plural)


def owns_nothing(it: Outline, start: int, verb: int, *, compounds: bool = True) -> bool:
    """Whether nothing between a genitive and a verb is its own: not "Bakü'nün kararını eleştirmesini".

    A phrase of its own need not be, where ``compounds`` are left aside: "Oslo'nun Fin birliklerine saldırarak".
    """
    phrases = (
        () if compounds else (c for c in it.chunks if start <= c.first and c.last <= verb and c.last - c.first > 1)
    )
    ends = {chunk.last - 1 for chunk in phrases}
    between = (it.tokens[at].morph for at in range(start, verb) if at not in ends)
    return all(morph.possessive is None or morph.or_accusative for morph in between if morph.form is None)


def owns_before_pair(it: Outline, clause: Clause, best: ClausePart) -> bool:
    """Whether a genitive has its noun before two who do it: "Oslo'nun planı konusunda Kiev ile Bern'in anlaştığını"."""
    behind, pair = it.chunks[best.chunk].last, paired(it, clause)
    between = it.tokens[behind : it.chunks[pair[0][0]].first] if pair is not None else ()
    return any(token.morph.possessive in THIRD for token in between)


def paired(it: Outline, clause: Clause) -> Found | None:
    """The second of two who do it, joined by "ile": "Kiev ile Bern'in anlaştığını"."""
    for part in clause.parts:
        last = it.chunks[part.chunk].last
        joined = part.case is GEN and part.link is Link.WITH and not part.through and last <= clause.verb
        if joined and is_inflected(it, part) and owns_nothing(it, last, clause.verb):
            return (part.chunk,), SubjectFrom.GENITIVE
    return None


def _second(pair: _Pair) -> Found:
    return ((), SubjectFrom.OTHER) if pair.second is None else ((pair.second,), SubjectFrom.GENITIVE)


def _pairs(it: Outline, clause: Clause) -> Iterator[_Pair]:
    """The genitives behind which another one stands that they do not own, the nearest to the verb first."""
    genitives = {p.chunk for p in clause.parts if p.case is GEN and is_inflected(it, p)}
    for part in clause.parts:
        if part.chunk not in genitives or part.link is not Link.PART:
            continue
        start = it.chunks[part.chunk].last
        start += start < clause.verb and it.tokens[start].text == ","
        start += start + 1 < clause.verb and start not in it.starts and it.tokens[start].morph.case is LOC
        second = it.starts.get(start)
        last = start if second is None else it.chunks[second].last - 1
        morph = it.tokens[last].morph
        told = morph.pos is NOUN and morph.case is GEN if second is None else second in genitives
        if told and (morph.possessive is None or (second is not None and _is_of_other_land(it, part.chunk, second))):
            yield _Pair(part, second, last + 1)


def _is_of_other_land(it: Outline, first: int, second: int) -> bool:
    """Whether a phrase tells by itself whose it is, of another land: "Kiev'in Rus ordusunun çekilmesini istediği"."""
    one, two = it.chunks[first], it.chunks[second]
    words = two.last - two.first
    people = not two.land and words == PEOPLE and it.tokens[two.first].text[0].isupper()  # "Rus askerlerinin"
    return bool(one.land) and words > 1 and (people or (bool(two.land) and one.land != two.land))
