"""Turkish clauses: each verb of a sentence with its case-marked parts and its subject.

Turkish is head-final: what belongs to a verb stands before it, back to the nearest border. A participle's clause stands
before the noun that it modifies; a nominal clause (-DIK, -AcAK, -mA) has its subject in the genitive; converbs share
theirs. A phrase behind a nested verb belongs to that verb, save for nominatives, which wait for the main verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from haberci.core.clause import Chunk, Clause, ClausePart, Link, SubjectFrom, as_clause, as_part
from haberci.core.morph import (
    ACC,
    ADP,
    CONDITION,
    FINITE,
    GEN,
    INS,
    MAK,
    NOM,
    NOUN,
    PROPN,
    PUNCT,
    SEQUENT,
    THIRD,
    VERBAL_NOUNS,
    Form,
    Pos,
)
from haberci.core.report import Token
from haberci.languages.tr.clauses.coordination import case_in_row
from haberci.languages.tr.clauses.gapping import gap_of
from haberci.languages.tr.clauses.held import PERFECT, as_one, is_holder
from haberci.languages.tr.clauses.links import link_of
from haberci.languages.tr.clauses.nesting import goes_with_noun, reaches
from haberci.languages.tr.clauses.occasions import is_occasion
from haberci.languages.tr.clauses.outline import Outline, outline
from haberci.languages.tr.clauses.portions import WHOLES, portion
from haberci.languages.tr.clauses.subjects import find_subjects

_WITH = Link.WITH  # by names of their own, as in ``core.morph``
MODIFYING: Final = frozenset({Form.AN, Form.MIS, Form.DIK, Form.ACAK})
UNTOLD: Final = SubjectFrom.NONE
COLON: Final = ":"
COMMA: Final = ","
SOLDIER: Final = "askeri"
PLURAL_OBJECT: Final = ("ları", "leri")


def clauses(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in the order of their verbs, then those that share the verb of one of these.

    ``tokens`` are its words; ``chunks`` its noun phrases in order, not overlapping.
    """
    it = outline(as_one(tokens), chunks)
    told, stops = [_as_told(it, number) for number in range(len(chunks))], _stops(it)
    bare = [_bare_clause(it, verb, told, stops[: bisect_left(stops, verb)]) for verb in it.verbs]
    gaps = [(number, gap) for number, clause in enumerate(bare) if (gap := gap_of(it, clause)) is not None]
    for number, gap in gaps:
        bare[number] = gap.near
    found = find_subjects(it, bare)
    return (*found, *(gap.far for _, gap in gaps)) if gaps else found


def _as_told(it: Outline, number: int) -> Chunk:
    """A phrase as the words behind it tell it: as a part of it, or in the case of the row that it stands in."""
    chunk, case = it.chunks[number], case_in_row(it, number)
    told = portion(it, chunk) if chunk.case in WHOLES else chunk
    return told if case is chunk.case else told._replace(case=case)


def _stops(it: Outline) -> list[int]:
    """The words that count on the way back from a verb, in order: ends of phrases, verbs, colons, what is quoted."""
    colons = [at for at, token in enumerate(it.tokens) if token.text == COLON]
    quoted = [at for at, quote in enumerate(it.quotes) if quote] if any(it.quotes) else []
    return sorted({*it.ends, *it.verbs, *colons, *quoted, *(at - 1 for at in quoted if at)})


def _bare_clause(it: Outline, verb: int, told: Sequence[Chunk], stops: Sequence[int]) -> Clause:
    parts, first = _parts(it, verb, told, stops)
    form, last = it.tokens[verb].morph.form or FINITE, _last(it, verb)
    parent, head, quoted = _parent(it, last, form), _head(it, last, form), it.quotes[verb] > 0
    return as_clause((verb, first, form, parts, (), UNTOLD, parent, head, quoted))


def _last(it: Outline, verb: int) -> int:
    """The last word of a verb: of "yapmış olduğu" the second."""
    held = verb + 1 in it.verbs and it.tokens[verb].lower.endswith(PERFECT) and is_holder(it.tokens[verb + 1])
    return verb + 1 if held else verb


def _parts(it: Outline, verb: int, told: Sequence[Chunk], stops: Sequence[int]) -> tuple[tuple[ClausePart, ...], int]:
    """The phrases before a verb, nearest first, and where its own stretch begins.

    ``told`` are all phrases (``_as_told``), ``stops`` the words before the verb that count (``_stops``).
    """
    tokens, _, quotes, verbs, ends, _, words = it
    parts: list[ClausePart] = []
    through: tuple[int, ...] = ()
    own_first, passed, quote = verb, verb, quotes[verb]  # ``passed``: the first word seen so far
    for at in (*reversed(stops), -1):
        if at >= passed:
            continue  # inside a phrase
        if not through and at + 1 < passed:
            own_first = at + 1
        passed = at
        if at < 0 or (quote and quotes[at] != quote):
            break
        if quotes[at] != quote:
            continue
        if tokens[at].text == COLON or (at in verbs and _ends_sentence(tokens[at])):
            break
        if at in verbs:
            through = (*through, at)
        number = ends.get(at)
        if number is not None:
            chunk = told[number]
            link, comma = link_of(tokens, chunk, verb, words)
            of_noun = link is _WITH and goes_with_noun(it, chunk.last, verb)
            part = as_part((number, chunk.case, link, comma, through, False, of_noun))
            parts.append(part._replace(reaches=True) if through and reaches(it, part, verb) else part)
            passed = chunk.first
        if not through:
            own_first = passed
    return _with_object(it, _between(it, parts), verb), own_first


def _between(it: Outline, parts: list[ClausePart]) -> list[ClausePart]:
    """Of "A ile B arasında" A stands between, too, and is no company."""
    for number, part in enumerate(parts[1:], 1):
        near, end = parts[number - 1], it.chunks[part.chunk].last
        joined = end + 1 == it.chunks[near.chunk].first and it.tokens[end].lower in it.words.company
        if part.link is _WITH and near.link is Link.BETWEEN and joined:
            parts[number] = part._replace(link=Link.BETWEEN, of_noun=False)
    return parts


def _ends_sentence(token: Token) -> bool:
    """Whether a verb is finite and no condition of what follows."""
    morph = token.morph
    return morph.form is FINITE and not morph.conditional and morph.tense is not CONDITION


def _with_object(it: Outline, parts: list[ClausePart], verb: int) -> tuple[ClausePart, ...]:
    """Of two bare phrases the nearer one in -lArI is the object: "Türkiye, Ukraynalı sivilleri tahliye etti".

    A verb that only moves has none: "Ankara, Rus askerleri çekilince görüşecek".
    A nominal clause, whose subject is a genitive, has it without another: "köyü yaktığını, sivilleri vurduğunu".
    """
    bare = [number for number, part in enumerate(parts) if part.case is NOM and _reaches_over(it, part)]
    morph = it.tokens[verb].morph
    nominal = morph.form in VERBAL_NOUNS and morph.possessive in THIRD and not morph.passive
    if len(bare) == 1 and nominal and not is_occasion(it, verb):
        near = parts[bare[0]]
        if bare[0] == 0 and near.link is Link.PART and not near.comma and _ends_plural(it, near):
            parts[0] = near._replace(case=ACC)
    acts = morph.lemma not in it.words.moving
    if acts and len(bare) > 1 and parts[bare[0]].link is Link.PART and not parts[bare[0]].comma:
        near, far = parts[bare[0]], parts[bare[1]]
        owned = far.link is Link.MODIFIER and _is_owned(it, near)
        if _ends_plural(it, near) and not owned and _is_adjacent(it, near, far):
            parts[bare[0]] = near._replace(case=ACC)
    return tuple(parts)


def _is_owned(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive stands right before a phrase, whose own they are: "Yeni Yol hareketinin destekçileri"."""
    first = it.chunks[part.chunk].first
    return first > 0 and it.tokens[first - 1].morph.case is GEN and it.tokens[first - 1].morph.pos is NOUN


def _ends_plural(it: Outline, part: ClausePart) -> bool:
    """Whether a phrase ends in what may be an accusative: "sivilleri", an adjective for people: "iki Rus askeri"."""
    word = it.last_word(part.chunk)
    soldier = word.lower == SOLDIER and word.morph.pos is Pos.ADJ
    return word.morph.or_accusative or word.morph.case is ACC or word.lower.endswith(PLURAL_OBJECT) or soldier


def _reaches_over(it: Outline, part: ClausePart) -> bool:
    """Whether nothing but participles stands between a phrase that a comma closes and its verb, else no verb at all."""
    return not part.through or (part.comma and all(it.tokens[verb].morph.form is Form.AN for verb in part.through))


def _is_adjacent(it: Outline, near: ClausePart, far: ClausePart) -> bool:
    """Whether nothing joins the two: "Türk ve Irak askerleri" is one row of doers."""
    between = it.tokens[it.chunks[far.chunk].last : it.chunks[near.chunk].first]
    return not any(token.lower in it.words.joints for token in between)


def _parent(it: Outline, verb: int, form: Form) -> int | None:
    """The verb on which a clause hangs: the next one to the right, across a closing quotation mark for a finite one."""
    finite = form is FINITE
    start = _behind_other(it, verb) if form in SEQUENT else verb
    for other in it.verbs:
        if other <= start:
            continue
        if form in SEQUENT and (_befalls_other(it, verb, other) or _has_its_like(it, verb, other)):
            continue  # "Rama, Sandu ile görüşerek yarın yapılacak zirveyi ele aldı"
        if not finite and it.quotes[other] == it.quotes[verb]:
            return other
        if finite and it.quotes[verb] and not it.quotes[other]:
            return other
    return None


def _befalls_other(it: Outline, verb: int, other: int) -> bool:
    """Whether a participle tells what is done to, or happens to, its noun, which does not do what a converb tells.

    The converb's own subject stands before it, and ends in a comma.
    """
    morph, converb = it.tokens[other].morph, it.tokens[verb].morph
    if morph.form not in MODIFYING or _head(it, other, morph.form) is None or converb.passive:
        return False
    happens = morph.lemma in it.words.happening or it.tokens[other - 1].lower in it.words.happening
    if not morph.passive and not (happens and morph.form is Form.AN):
        return False
    finite = [at for at in it.verbs if at < verb and it.tokens[at].morph.form is FINITE]
    subjects = (c for c in it.chunks if c.case is NOM and c.last <= verb and it.tokens[c.last].text == ",")
    return any(c.first > max(finite, default=-1) and it.quotes[c.first] == it.quotes[verb] for c in subjects)


def _has_its_like(it: Outline, verb: int, other: int) -> bool:
    """Whether -mAklA stands under a converb as under the verb above: "vurmakla suçlayıp yıkmakla tehdit etti"."""
    under = it.tokens[verb - 1].morph if verb - 1 in it.verbs else None
    like = it.tokens[other].morph
    return under is not None and under.form is like.form is MAK and under.case is like.case is INS


def _behind_other(it: Outline, verb: int) -> int:
    """Where a clause ends that has a subject of its own behind a converb: "arayarak askerlerin çekilmesini istedi".

    The converb itself, where none does: "giderek Erdoğan'ın davetini kabul edeceğini söyledi". A comma may close it.
    """
    subjects = 0  # each has a verb of its own: "Oslo'nun, savaşın durdurulması için çaba göstermesini"
    for at in range(verb + 1 + (it.behind(verb) == COMMA), len(it.tokens)):
        morph, word = it.tokens[at].morph, it.tokens[at].lower
        nominal = morph.form in VERBAL_NOUNS and morph.possessive in THIRD
        within = nominal and subjects > 1 and it.words.tells_aim(it.behind(at))
        if within or (subjects and it.words.tells_aim(word)):
            subjects -= within
            continue
        owned = morph.possessive is not None and not (subjects and morph.or_accusative)  # "göçmenleri"
        owned = owned and morph.case is not GEN  # "görüşme sürecinin duracağını"
        if nominal or owned or morph.form is FINITE or morph.pos is PUNCT:
            return at if nominal and subjects else verb
        subjects += morph.case is GEN and morph.pos in (NOUN, PROPN)
    return verb


def _head(it: Outline, verb: int, form: Form) -> int | None:
    """The first word after a participle that stands before a noun; None when the form is no modifier."""
    if form not in MODIFYING:
        return None
    morph = it.tokens[verb].morph
    if morph.case not in (None, NOM) or verb + 1 >= len(it.tokens) or it.quotes[verb + 1] != it.quotes[verb]:
        return None
    after = it.tokens[verb + 1]
    if after.morph.pos in (PUNCT, ADP) or (after.morph.form is FINITE):
        return None
    return verb + 1
