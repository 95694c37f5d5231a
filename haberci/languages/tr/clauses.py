"""Turkish clauses: each verb of a sentence with its case-marked parts and its subject.

Turkish is head-final: what belongs to a verb stands before it, back to the nearest border. A participle's clause stands
before the noun that it modifies; a nominal clause (-DIK, -AcAK, -mA) has its subject in the genitive; converbs share
theirs. A phrase behind a nested verb belongs to that verb, save for nominatives, which wait for the main verb.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from haberci.core.clause import Chunk, Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import Case, Form, Pos, Tense
from haberci.core.report import Token
from haberci.languages.tr.links import link_of
from haberci.languages.tr.quotes import quoted_words
from haberci.languages.tr.subjects import find_subjects

NOT = "değil"
MODIFYING = frozenset({Form.AN, Form.MIS, Form.DIK, Form.ACAK})
OBLIQUE = frozenset({Case.ACC, Case.DAT})
PLURAL_OBJECT = ("ları", "leri")
# Words in verb form that only mark a relation ("olarak") or tell how long ("haftalardır").
RELATION_WORDS = frozenset(
    "olarak olmak olup diye ilişkin olsa yıllardır aylardır haftalardır günlerdir saatlerdir yıldır aydır haftadır"
    " gündür".split()
)


def clauses(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in the order of their verbs.

    ``tokens`` are its words; ``chunks`` its noun phrases in order, not overlapping.
    """
    quotes = quoted_words(tokens)
    inside = {at for chunk in chunks for at in range(chunk.first, chunk.last)}
    verbs = [
        at
        for at, token in enumerate(tokens)
        if token.morph.form is not None and at not in inside and _heads_clause(tokens, at)
    ]
    ends = {chunk.last - 1: number for number, chunk in enumerate(chunks)}
    bare = [_bare_clause(tokens, chunks, ends, verbs, quotes, verb) for verb in verbs]
    return find_subjects(tokens, chunks, bare)


def _heads_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the verb of a clause; a noun in a case is a predicate only at the end."""
    morph = tokens[at].morph
    if morph.form is None or tokens[at].lower in RELATION_WORDS:
        return False
    if tokens[at].lower == NOT and at > 0 and tokens[at - 1].morph.case in OBLIQUE:
        return False  # "yalnız komşusunu değil, bölgeyi de tehdit etti"
    if morph.tense is not Tense.NOMINAL or morph.pos is Pos.VERB or morph.case in (None, Case.NOM):
        return True
    return at + 1 >= len(tokens) or tokens[at + 1].morph.pos is Pos.PUNCT


def _bare_clause(
    tokens: Sequence[Token],
    chunks: Sequence[Chunk],
    ends: Mapping[int, int],
    verbs: Sequence[int],
    quotes: Sequence[int],
    verb: int,
) -> Clause:
    parts, first = _parts(tokens, chunks, ends, verbs, quotes, verb)
    form = tokens[verb].morph.form or Form.FINITE
    return Clause(
        verb=verb,
        first=first,
        form=form,
        parts=parts,
        subject=(),
        subject_from=SubjectFrom.NONE,
        parent=_parent(tokens, verbs, quotes, verb, form),
        head=_head(tokens, verbs, quotes, verb, form),
        quoted=quotes[verb] > 0,
    )


def _parts(
    tokens: Sequence[Token],
    chunks: Sequence[Chunk],
    ends: Mapping[int, int],
    verbs: Sequence[int],
    quotes: Sequence[int],
    verb: int,
) -> tuple[tuple[ClausePart, ...], int]:
    """The phrases before a verb, nearest first, and where its own stretch begins; ``ends`` leads their last words to
    their numbers."""
    parts: list[ClausePart] = []
    through: tuple[int, ...] = ()
    own_first, at = verb, verb - 1
    while at >= 0:
        if quotes[at] != quotes[verb]:
            if quotes[verb]:
                break
            at -= 1
            continue
        if tokens[at].text == ":":
            break
        if at in verbs:
            morph = tokens[at].morph
            if morph.form is Form.FINITE and not morph.conditional and morph.tense is not Tense.CONDITION:
                break
            through = (*through, at)
        if at in ends:
            number = ends[at]
            chunk = chunks[number]
            link, comma = link_of(tokens, chunk, verb)
            parts.append(ClausePart(number, chunk.case, link, comma, through))
            at = chunk.first
        if not through:
            own_first = at
        at -= 1
    return _with_object(tokens, chunks, parts), own_first


def _with_object(tokens: Sequence[Token], chunks: Sequence[Chunk], parts: list[ClausePart]) -> tuple[ClausePart, ...]:
    """Of two bare phrases the nearer one in -lArI is the object: "Türkiye, Ukraynalı sivilleri tahliye etti"."""
    bare = [number for number, part in enumerate(parts) if part.case is Case.NOM and not part.through]
    if len(bare) > 1 and parts[bare[0]].link is Link.PART and not parts[bare[0]].comma:
        word = tokens[chunks[parts[bare[0]].chunk].last - 1]
        if (word.morph.or_accusative or word.lower.endswith(PLURAL_OBJECT)) and _is_adjacent(
            tokens, chunks, parts, bare
        ):
            parts[bare[0]] = parts[bare[0]]._replace(case=Case.ACC)
    return tuple(parts)


def _is_adjacent(
    tokens: Sequence[Token], chunks: Sequence[Chunk], parts: Sequence[ClausePart], bare: Sequence[int]
) -> bool:
    """Whether nothing joins the two: "Türk ve Irak askerleri" is one row of doers."""
    near, far = chunks[parts[bare[0]].chunk], chunks[parts[bare[1]].chunk]
    return not any(token.lower in ("ve", "ile", "veya") for token in tokens[far.last : near.first])


def _parent(tokens: Sequence[Token], verbs: Sequence[int], quotes: Sequence[int], verb: int, form: Form) -> int | None:
    """The verb on which a clause hangs: the next one to the right, across a closing quotation mark for a finite one."""
    finite = form is Form.FINITE
    for other in verbs:
        if other <= verb:
            continue
        if not finite and quotes[other] == quotes[verb]:
            return other
        if finite and quotes[verb] and not quotes[other]:
            return other
    return None


def _head(tokens: Sequence[Token], verbs: Sequence[int], quotes: Sequence[int], verb: int, form: Form) -> int | None:
    """The first word after a participle that stands before a noun; None when the form is no modifier."""
    if form not in MODIFYING:
        return None
    morph = tokens[verb].morph
    if morph.case not in (None, Case.NOM) or verb + 1 >= len(tokens) or quotes[verb + 1] != quotes[verb]:
        return None
    after = tokens[verb + 1]
    if after.morph.pos in (Pos.PUNCT, Pos.ADP) or (after.morph.form is Form.FINITE):
        return None
    return verb + 1
