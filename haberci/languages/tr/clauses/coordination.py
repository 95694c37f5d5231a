"""Rows of Turkish noun phrases: "Türkiye, Rusya ve İran", "hem Ankara hem Atina"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from haberci.core.morph import ACC, DAT, GEN, INS, NOM, NOUN, PUNCT, Case, Pos
from haberci.core.report import Token
from haberci.languages.tr.clauses.links import DASHES
from haberci.languages.tr.clauses.outline import Outline

GENITIVE: Final = ("ın", "in", "un", "ün")
OBJECTS: Final = frozenset({ACC, DAT, INS})
COUNTS: Final = frozenset({Pos.NUM, Pos.DET})
BEFORE: Final = COUNTS | {Pos.ADJ, NOUN}  # what may stand between "ve" and the noun that it joins: "ve iki Fransız"
ROW_REACH: Final = 3  # words behind "ve" within which the noun stands that is joined


def joined(it: Outline, chosen: tuple[int, ...]) -> tuple[int, ...]:
    """The chosen phrase with those joined to it: "Türkiye, Rusya ve İran". Commas alone join nothing."""
    if len(chosen) != 1:
        return chosen
    group = [chosen[0]]
    while group[0] > 0 and joins(it, group[0] - 1, len(group) > 1):
        group.insert(0, group[0] - 1)
    while group[-1] + 1 < len(it.chunks) and joins(it, group[-1], False):
        group.append(group[-1] + 1)
    return tuple(group)


def joins(it: Outline, left: int, comma_joins: bool) -> bool:
    """Whether a phrase is joined to the next by "ve", or, inside a row that ends so, by a comma."""
    a, b = it.chunks[left], it.chunks[left + 1]
    if a.case is not b.case and a.case is not GEN:
        return False
    between = [t for t in it.tokens[a.last : b.first] if t.text not in '"”’)']
    words = [t.lower for t in between]
    if a.case is GEN and " ".join(words) in it.words.besides:
        return True
    adjective = a.case is GEN and not it.tokens[a.last - 1].lower.endswith(GENITIVE)  # "Türk ve ABD askerleri"
    if (a.case is not b.case and not adjective) or not between:
        return False
    if words[0] in DASHES and a.place is not b.place:
        return False  # "DOHA - Hamas lideri öldürüldü"
    joint, before = words[0], it.tokens[a.first - 1].lower if a.first else None
    if it.words.ties(words, before, it.tokens[b.last].lower if b.last < len(it.tokens) else None):
        return True
    if it.words.join(joint, before):
        return len(between) == 1 or (len(between) == 2 and between[1].morph.pos in BEFORE)
    return _only_counts(between[1:]) and joint == "," and (comma_joins or _ends_in_and(it, left + 1))


def _only_counts(words: Sequence[Token]) -> bool:
    """Whether nothing, or a number alone, stands behind a comma: "iki Alman, bir Fransız ve üç Çinli öldü"."""
    return not words or (len(words) == 1 and words[0].morph.pos in COUNTS)


def _ends_in_and(it: Outline, left: int) -> bool:
    """Whether a row of phrases with commas between them ends in "ve": "Türkiye, Rusya ve İran".

    One whose last is in another case is no row of doers: "Guterres, Moskova ve Kiev'e çağrıda bulundu"; nor does a
    pair end one: "Guterres, Çad-Sudan sınırını gezdi".
    """
    first = it.chunks[left - 1] if left else None
    opens = not any(chunk.case is NOM and not chunk.place for chunk in it.chunks[: max(0, left - 1)])
    while left + 1 < len(it.chunks):
        between = it.tokens[it.chunks[left].last : it.chunks[left + 1].first]
        if not between or not _only_counts(between[1:]):
            break
        joint = between[0].lower
        if joint in it.words.closing and joint not in DASHES:
            where = it.chunks[left + 1].place and first is not None and not first.place
            apart = where or (opens and _goes_along(it, left + 1))  # "AB, Çin ve Oman merkezli"
            return it.chunks[left].case is it.chunks[left + 1].case and not apart
        if joint != ",":
            return False
        left += 1
    return _ends_in_stranger(it, left)


def _goes_along(it: Outline, last: int) -> bool:
    """Whether the last of a row is told as company, before which its doer opens: "Putin, Caparov ve Rahmon ile"."""
    at = it.chunks[last].last
    return at < len(it.tokens) and it.tokens[at].lower in it.words.company


def _ends_in_stranger(it: Outline, last: int) -> bool:
    """Whether a row of doers ends in a name that no register has: "Oxfam, MSF ve Nida, saldırıyı kınadı"."""
    at = it.chunks[last].last
    if it.chunks[last].case is not NOM or at + 1 >= len(it.tokens) or it.tokens[at].lower not in it.words.closing:
        return False
    named = list(takewhile(lambda t: t.text[0].isupper(), it.tokens[at + 1 : at + 1 + ROW_REACH]))
    stop = at + 1 + len(named)
    if not named or at + 1 in it.starts or named[-1].morph.case not in (NOM, None) or stop >= len(it.tokens):
        return False
    return it.tokens[stop].text == "," or it.tokens[stop].morph.is_verb


def case_in_row(it: Outline, chunk: int) -> Case:
    """The case of a phrase: of one joined to a plain noun the noun's ("Macron ve beraberindeki heyetle görüştü")."""
    case, at = it.chunks[chunk].case, it.chunks[chunk].last
    if case is not NOM or at >= len(it.tokens) or it.tokens[at].lower not in it.words.closing:
        return case
    for word in range(at + 1, min(at + 1 + ROW_REACH, len(it.tokens))):
        morph = it.tokens[word].morph
        if word in it.starts or morph.form is not None or morph.pos is PUNCT:
            return case
        if morph.pos is NOUN and morph.case in OBJECTS:
            return morph.case
    return case
