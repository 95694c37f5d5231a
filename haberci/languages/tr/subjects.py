"""Whose deed a Turkish clause tells: the subject, spoken, in the genitive, behind the participle, or shared."""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.clause import Chunk, Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import Token

GENITIVE = ("ın", "in", "un", "ün")
TOPIC_REACH = 4  # words between an owner and the comma behind what it owns
BELONGING = "ait"
HEAD_REACH = 6
RELATIVE = frozenset({Form.AN, Form.DIK, Form.ACAK, Form.MA})
NON_FINITE = frozenset(
    {Form.AN, Form.MIS, Form.DIK, Form.ACAK, Form.MA, Form.IS, Form.MAK}
)  # with subjects of their own
PURPOSE = frozenset({"için", "amacıyla", "üzere", "maksadıyla", "adına"})
Found = tuple[tuple[int, ...], SubjectFrom]


def find_subjects(tokens: Sequence[Token], chunks: Sequence[Chunk], bare: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with their subjects filled, last verb first so that a clause can share that of its parent."""
    done: dict[int, Clause] = {}
    for clause in reversed(bare):
        chosen, source = _own_subject(tokens, chunks, clause, done)
        done[clause.verb] = clause._replace(subject=joined(tokens, chunks, chosen), subject_from=source)
    _share_along(tokens, bare, done)
    return tuple(done[clause.verb] for clause in bare)


def _own_subject(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause, done: dict[int, Clause]) -> Found:
    if clause.form not in NON_FINITE:
        return _nominative(tokens, chunks, clause) or _shared(clause, done)
    match clause.form:
        case Form.AN:
            return _head_subject(tokens, chunks, clause, done)
        case Form.MIS if clause.head is not None:
            return _head_subject(tokens, chunks, clause, done)
        case Form.DIK | Form.ACAK | Form.MA | Form.IS:
            return _genitive_subject(tokens, chunks, clause) or _other_subject(tokens, clause) or _shared(clause, done)
        case Form.MAK:
            return _accused(tokens, clause) or _shared(clause, done)
        case _:
            return _nominative(tokens, chunks, clause) or _shared(clause, done)


def _head_subject(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause, done: dict[int, Clause]) -> Found:
    """The noun that the participle modifies; of participles joined by "ve", the noun behind the last."""
    morph = tokens[clause.verb].morph
    if morph.plural or morph.case not in (None, Case.NOM):
        return (), SubjectFrom.OTHER  # "karşı çıkanları": the participle is its own noun
    starts = {chunk.first: number for number, chunk in enumerate(chunks)}
    stop = min(clause.verb + 1 + HEAD_REACH, len(tokens))
    for at in range(clause.verb + 1, stop):
        if at in starts:
            return (starts[at],), SubjectFrom.HEAD
        if at in done:
            other = done[at]
            return (other.subject, SubjectFrom.HEAD) if other.form is Form.AN else ((), SubjectFrom.OTHER)
        if _ends_head(tokens[at]):
            return _head_owner(tokens, chunks, clause, at)
    return (), SubjectFrom.OTHER


def _head_owner(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause, head: int) -> Found:
    """Who owns what the participle modifies, and acts by it: "Bakanlığın, Paris'i kınayan açıklaması"."""
    if tokens[head].morph.possessive not in ("3s", "3p"):
        return (), SubjectFrom.OTHER
    for part in clause.parts:
        owned = tokens[chunks[part.chunk].last].morph.possessive is not None
        if part.case is Case.GEN and part.link is Link.PART and not part.through and (part.comma or not owned):
            return (part.chunk,), SubjectFrom.GENITIVE
    return (), SubjectFrom.OTHER


def _ends_head(token: Token) -> bool:
    """Whether a word closes the noun phrase behind a participle: a mark, or a noun in a case."""
    if token.morph.pos is Pos.PUNCT:
        return token.text not in '"“”‘’'
    owned = token.morph.possessive is not None
    return token.morph.pos is Pos.NOUN and (owned or token.morph.case not in (None, Case.NOM, Case.GEN))


def _genitive_subject(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause) -> Found | None:
    """The farthest genitive of the clause's own stretch; one with a comma may also stand behind a nested verb."""
    best: ClausePart | None = None
    owner: ClausePart | None = None
    for part in clause.parts:
        if part.case is Case.NOM and part.comma and part.link is Link.PART:
            break
        if part.case is not Case.GEN or part.link is not Link.PART or not _is_inflected(tokens, chunks, part):
            continue
        if best is not None and _owns_topic(tokens, chunks, part):
            continue
        if _owns_place(tokens, chunks, part):
            owner = part if clause.form is Form.MA and not part.through else owner
            continue
        if best is not None and not part.comma and part.through and _stands_alone(tokens, chunks, clause, best):
            continue
        if not part.through or part.comma or all(_lets_through(tokens, verb) for verb in part.through):
            best = part
    best = best or owner or _holder(tokens, chunks, clause)
    return ((best.chunk,), SubjectFrom.GENITIVE) if best else None


def _owns_topic(tokens: Sequence[Token], chunks: Sequence[Chunk], part: ClausePart) -> bool:
    """Whether a genitive owns a noun that a comma closes: "Hamas'ın yeni belgesi, Abbas'ın geldiği gün"."""
    behind = chunks[part.chunk].last
    for at in range(behind, min(behind + TOPIC_REACH, len(tokens) - 1)):
        if any(chunk.first == at for chunk in chunks) or tokens[at].morph.form is not None:
            return False
        if tokens[at + 1].text == ",":
            morph = tokens[at].morph
            return morph.case is Case.GEN or (morph.possessive is not None and morph.case is Case.NOM)
    return False


def _holder(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause) -> ClausePart | None:
    """To whom the genitive belongs that does it: "Irak ordusuna ait uçakların düzenlediği"."""
    for part in clause.parts:
        behind = chunks[part.chunk].last
        if part.case is Case.DAT and not part.through and tokens[behind].lower == BELONGING:
            owned = tokens[behind + 1 : min(behind + 4, clause.verb)]
            if any(t.morph.case is Case.GEN for t in owned):
                return part
    return None


def _is_inflected(tokens: Sequence[Token], chunks: Sequence[Chunk], part: ClausePart) -> bool:
    """Whether a genitive is one by its ending; an adjective only stands like one ("Rus bayraklı gemi")."""
    return tokens[chunks[part.chunk].last - 1].lower.endswith(GENITIVE)


def _stands_alone(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive of the clause's own stretch owns nothing, and so is the subject before all behind a verb."""
    behind = chunks[part.chunk].last
    owned = behind < clause.verb - 1 and tokens[behind].morph.possessive is not None
    return not part.through and not part.comma and not owned


def _accused(tokens: Sequence[Token], clause: Clause) -> Found | None:
    """Of -mAklA the accusative before it, who is accused of the deed: "Bakü'yü ateşkesi ihlal etmekle suçladı"."""
    if tokens[clause.verb].morph.case is not Case.INS:
        return None
    accused = [p for p in clause.parts if p.case is Case.ACC and p.link is Link.PART]
    return ((accused[-1].chunk,), SubjectFrom.GENITIVE) if accused else None


def _other_subject(tokens: Sequence[Token], clause: Clause) -> Found | None:
    """A genitive noun that is no actor, or a passive: such a clause does not share the subject above it."""
    if tokens[clause.verb].morph.passive:
        return (), SubjectFrom.OTHER
    for at in range(clause.first, clause.verb):
        morph = tokens[at].morph
        owns = at + 1 < clause.verb and tokens[at + 1].morph.possessive is not None
        if morph.pos is Pos.NOUN and morph.case is Case.GEN and not owns:
            return (), SubjectFrom.OTHER
    return None


def _owns_place(tokens: Sequence[Token], chunks: Sequence[Chunk], part: ClausePart) -> bool:
    """Whether a genitive only owns the place or time behind it: "Irak'ın kuzeyinde"."""
    behind = chunks[part.chunk].last
    if part.comma or behind >= len(tokens) or tokens[behind - 1].morph.plural:
        return False  # people own no place: "tutukluların cezaevlerinde sürdürdüğü"
    if part.chunk + 1 < len(chunks) and chunks[part.chunk + 1].first == behind:
        place = chunks[part.chunk + 1]  # "Çin'in Tibet Özerk Bölgesi'nde"
        single = chunks[part.chunk].last - chunks[part.chunk].first == 1
        return single and place.case is Case.LOC and not tokens[place.last - 1].lower.endswith("ki")
    morph = tokens[behind].morph
    return morph.possessive is not None and morph.case in (Case.LOC, Case.ABL) and morph.form is None


def _lets_through(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a genitive before a nested verb may be the subject of the clause around: not before a purpose clause."""
    form = tokens[verb].morph.form
    if form is Form.MAK:
        return tokens[verb + 1].lower not in PURPOSE
    morph = tokens[verb].morph
    if form is Form.MA and morph.case is Case.NOM and morph.possessive is None:
        return True  # a noun: "uzlaşma"
    if form is Form.IS and morph.case is Case.NOM and tokens[verb + 1].morph.form is not None:
        return True  # what a verb of few meaning does: "top atışı yaptığını"
    if form is Form.MA:
        return morph.case is Case.ABL  # "uçağın düşürülmesinden dolayı"
    return form in (Form.AN, Form.ARAK, Form.IP, Form.FINITE)  # a finite one here is a condition


def _nominative(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause) -> Found | None:
    """The nominative of a finite clause or converb: the farthest with a comma, else the farthest at all."""
    fits = [p for p in clause.parts if p.case is Case.NOM and p.link is Link.PART]
    fits = [p for p in fits if not _leads_company(tokens, chunks, clause, p)] or fits
    fits = fits or [p for p in clause.parts if _heads_row(tokens, chunks, p)]
    if clause.form is not Form.FINITE:
        fits = [p for p in fits if all(tokens[verb].morph.form in RELATIVE for verb in p.through)]
    if not fits:
        return None
    fits = [p for p in fits if not chunks[p.chunk].place] or fits
    with_comma = [p for p in fits if p.comma]
    return ((with_comma or fits)[-1].chunk,), SubjectFrom.SPOKEN


def _leads_company(tokens: Sequence[Token], chunks: Sequence[Chunk], clause: Clause, part: ClausePart) -> bool:
    """Whether a phrase stands in a row that ends in "ile": "Moldova, Polonya ve Romanya liderleri ile"."""
    row = joined(tokens, chunks, (part.chunk,))
    return len(row) > 1 and any(p.chunk == row[-1] and p.link is Link.WITH for p in clause.parts)


def _heads_row(tokens: Sequence[Token], chunks: Sequence[Chunk], part: ClausePart) -> bool:
    """Whether a first half of a compound ends a row of doers: "Türkmenistan ile İran gaz anlaşması imzaladı"."""
    return part.link is Link.MODIFIER and part.chunk > 0 and _joins(tokens, chunks, part.chunk - 1, False)


def _shared(clause: Clause, done: dict[int, Clause]) -> Found:
    parent = done.get(clause.parent) if clause.parent is not None else None
    if clause.head is not None and parent is not None and parent.subject_from is SubjectFrom.OTHER:
        parent = done.get(parent.parent) if parent.parent is not None else None
    if parent is None or clause.quoted != parent.quoted:
        return (), SubjectFrom.NONE
    return parent.subject, SubjectFrom.SHARED


def _share_along(tokens: Sequence[Token], bare: Sequence[Clause], done: dict[int, Clause]) -> None:
    """A finite clause without a subject of its own takes that of the one before it ("teşekkür etti, bilgi verdi")."""
    before: Clause | None = None
    for clause in bare:
        now = done[clause.verb]
        if now.form is not Form.FINITE:
            continue
        same_side = before is not None and before.quoted == now.quoted
        if now.subject_from is SubjectFrom.NONE and same_side and before is not None and before.subject:
            done[clause.verb] = now = now._replace(subject=before.subject, subject_from=SubjectFrom.SHARED)
        before = now
    for clause in reversed(bare):
        now = done[clause.verb]
        if now.subject_from is SubjectFrom.NONE and now.form is not Form.FINITE:
            subject, source = _shared(now, done)
            done[clause.verb] = now._replace(subject=subject, subject_from=source)


def joined(tokens: Sequence[Token], chunks: Sequence[Chunk], chosen: tuple[int, ...]) -> tuple[int, ...]:
    """The chosen phrase with those joined to it: "Türkiye, Rusya ve İran". Commas alone join nothing."""
    if len(chosen) != 1:
        return chosen
    group = [chosen[0]]
    while group[0] > 0 and _joins(tokens, chunks, group[0] - 1, len(group) > 1):
        group.insert(0, group[0] - 1)
    while group[-1] + 1 < len(chunks) and _joins(tokens, chunks, group[-1], False):
        group.append(group[-1] + 1)
    return tuple(group)


def _joins(tokens: Sequence[Token], chunks: Sequence[Chunk], left: int, comma_joins: bool) -> bool:
    """Whether a phrase is joined to the next by "ve", or, inside a row that ends so, by a comma."""
    a, b = chunks[left], chunks[left + 1]
    between = [t for t in tokens[a.last : b.first] if t.text not in '"”’)']
    adjective = a.case is Case.GEN and not tokens[a.last - 1].lower.endswith(GENITIVE)  # "Türk ve ABD askerleri"
    if (a.case is not b.case and not adjective) or not between:
        return False
    joint = between[0].lower
    if joint in ("ve", "veya", "ile", "-", "–"):
        return len(between) == 1 or (len(between) == 2 and between[1].morph.pos in (Pos.ADJ, Pos.NOUN))
    return len(between) == 1 and joint == "," and (comma_joins or _ends_in_and(tokens, chunks, left + 1))


def _ends_in_and(tokens: Sequence[Token], chunks: Sequence[Chunk], left: int) -> bool:
    """Whether a row of phrases with commas between them ends in "ve": "Türkiye, Rusya ve İran"."""
    while left + 1 < len(chunks):
        between = [t.lower for t in tokens[chunks[left].last : chunks[left + 1].first]]
        if between in (["ve"], ["veya"]):
            return True
        if between != [","]:
            return False
        left += 1
    return False
