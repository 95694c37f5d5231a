"""The nominative that is the subject of a finite Turkish clause or converb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from haberci.core.clause import Chunk, Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, FINITE, GEN, INS, NOM, NOUN, PUNCT, THIRD, VERBAL_NOUNS, Form, Pos
from haberci.languages.tr.clauses.converb_subjects import SWITCHING, ends_in_while, is_of_converb
from haberci.languages.tr.clauses.coordination import joined, joins
from haberci.languages.tr.clauses.links import DASHES
from haberci.languages.tr.clauses.occasions import is_bare_object, is_condition
from haberci.languages.tr.clauses.openings import is_one_kind, opens_with
from haberci.languages.tr.clauses.outline import Outline

BE: Final = "ol"
SHARE_REACH: Final = 3  # words between a whole and its share
CLAUSE_REACH: Final = 3  # words between a verb and the clause that is its subject
PLURAL_OBJECT: Final = ("ları", "leri")
OWN_CASES: Final = (ACC, DAT, ABL)
RELATIVE: Final = frozenset({Form.AN, Form.DIK, Form.ACAK, Form.MA})
SAID: Final = frozenset({Form.DIK, Form.ACAK})
SAID_REACH: Final = 4  # words between a plural and the verb that tells what is said of it
DO: Final = "et"
LIGHT: Final = 2  # words between an object and a verb of two words: "kararı protesto etti"
BOTH: Final = 2
NON_FINITE: Final = frozenset(
    {Form.AN, Form.MIS, Form.DIK, Form.ACAK, Form.MA, Form.IS, Form.MAK}
)  # with subjects of their own
Found = tuple[tuple[int, ...], SubjectFrom]


def nominative(it: Outline, clause: Clause) -> Found | None:
    """The nominative of a finite clause or converb: the farthest with a comma, else the farthest at all."""
    if speaks(it, clause):
        return None
    if _has_clause(it, clause.verb):
        return (), SubjectFrom.OTHER
    fits = [p for p in clause.parts if p.case is NOM and p.link is Link.PART and not is_one_kind(it, p)]
    aside = [p for p in fits if p.comma and not it.chunks[p.chunk].place]
    fits = [p for p in fits if not _leads_aside(it, clause, p)] or aside
    fits = fits or [p for p in clause.parts if _heads_row(it, p)]
    if clause.form is not FINITE:
        fits = [p for p in fits if all(_passes(it, clause, p, verb) for verb in p.through)]
    fits = [p for p in fits if not _is_nested_object(it, p) and not is_of_converb(it, clause.verb, p, fits)]
    fits = [p for p in fits if not _is_deeper_object(it, p, fits)]
    if not fits:
        return (
            _behind(it, clause)
            or _before_object(it, clause)
            or _acting_accusative(it, clause)
            or _who_moves(it, clause)
            or _whose_share(it, clause)
        )
    if all(ends_in_while(it, p) for p in fits) and (doer := _before_object(it, clause)) is not None:
        return doer
    fits = [p for p in fits if not it.chunks[p.chunk].place] or fits
    on_condition = _of_condition(it, clause, fits)
    if on_condition is not None:
        return (on_condition.chunk,), SubjectFrom.SPOKEN
    with_comma = [p for p in fits if p.comma]
    return ((with_comma or fits)[-1].chunk,), SubjectFrom.SPOKEN


def _passes(it: Outline, clause: Clause, part: ClausePart, verb: int) -> bool:
    """Whether a verb may stand between a converb and its subject; before a quotation the subject is its own.

    'Oslo, Bern'i silah satmakla suçlayarak, "..." dedi', "Oslo Bern'i silah satmakla suçlayınca Rama salondan çıktı".
    """
    morph = it.tokens[verb].morph
    quotes = part.comma and (clause.parent is None or clause.form is Form.KEN)
    blames = morph.form is Form.MAK and (quotes or (clause.form in SWITCHING and morph.case is INS))
    return morph.form in RELATIVE or blames


def _of_condition(it: Outline, clause: Clause, fits: Sequence[ClausePart]) -> ClausePart | None:
    """The bare phrase of a condition's own, behind that of the clause around: "Oslo, Bern çekilirse görüşecek".

    A converb of time may have one, too: "Oslo, Bern saldırdıkça direnecek".
    """
    if not (clause.form in SWITCHING or is_condition(it, clause.verb)):
        return None
    own = list(takewhile(lambda p: not p.comma, fits))
    bare = [p for p in own if not p.through and p.own and not is_bare_object(it, p, clause.verb)]
    return bare[-1] if bare and len(own) < len(fits) else None


def _is_nested_object(it: Outline, part: ClausePart) -> bool:
    """Whether a bare phrase right before a nested verb is what is done by it: "asker gönderilmesi", "elçi olduğu".

    A verb that has no object leaves it alone: "öğrenciler oturma eylemi yaptı".
    """
    end = it.chunks[part.chunk].last
    if part.comma or end not in part.through or it.tokens[end].morph.lemma in it.words.moving:
        return False
    morph = it.tokens[end].morph
    if morph.form is Form.AN:
        return not morph.passive
    if morph.form is Form.MA:
        leads = end + 1 < len(it.tokens) and it.tokens[end + 1].morph.possessive is not None
        return morph.passive or (morph.possessive is None and morph.case is NOM and leads)
    return morph.lemma == BE and morph.form in NON_FINITE


def _is_deeper_object(it: Outline, part: ClausePart, fits: Sequence[ClausePart]) -> bool:
    """Whether who acts stands behind a nested verb that acts on a plural: "göçmenleri gönderme planına Oslo kızdı"."""
    last, end = it.last_word(part.chunk), it.chunks[part.chunk].last
    if part.comma or not part.through or not last.lower.endswith(PLURAL_OBJECT):
        return False
    nested = part.through[-1]
    morph, between = it.tokens[nested].morph, [token.morph for token in it.tokens[end:nested]]
    acts = morph.form in RELATIVE and not morph.passive and morph.lemma not in it.words.moving
    alone = not any(m.case in (GEN, ACC) or m.pos is PUNCT for m in between)
    return acts and alone and any(not p.through and p is not part for p in fits)


def speaks(it: Outline, clause: Clause) -> bool:
    """Whether a finite verb is in the first or second person, whose subject no phrase is."""
    morph = it.tokens[clause.verb].morph
    return clause.form is FINITE and morph.person is not None and morph.person not in THIRD


def _has_clause(it: Outline, verb: int) -> bool:
    """Whether the subject of a passive is a whole clause, the words before it: "geldiği bildirildi"."""
    for at in range(verb - 1, max(verb - 1 - CLAUSE_REACH, -1), -1):
        morph = it.tokens[at].morph
        if morph.form in VERBAL_NOUNS and morph.case is NOM and morph.possessive in THIRD:
            return it.tokens[verb].morph.passive
        if morph.possessive is not None or morph.case not in (None, NOM):
            return False
    return False


def _before_object(it: Outline, clause: Clause) -> Found | None:
    """The doer before a noun that may be his or the object: "Başbakan saldırıları kınadı", "Ankara kararı kınadı".

    So is he before an adjective of such a plural: "Hamas ağır silahları teslim etti".
    """
    morph = it.tokens[clause.verb].morph
    happens = morph.lemma in it.words.happening or it.tokens[clause.verb - 1].lower in it.words.happening
    if morph.passive or clause.form is not FINITE:
        return None
    if happens:
        opens = bool(clause.parts) and opens_with(it, clause, clause.parts[-1])
        return ((clause.parts[-1].chunk,), SubjectFrom.SPOKEN) if opens else None
    for part in reversed(clause.parts):
        behind = it.chunks[part.chunk].last
        if part.case is not NOM or part.link is not Link.MODIFIER or behind >= clause.verb or is_one_kind(it, part):
            continue
        noun = behind + (it.tokens[behind].morph.pos is Pos.ADJ and behind + 1 < clause.verb)
        plural = it.tokens[noun].lower.endswith(PLURAL_OBJECT) and _is_told_of(it, part)
        stop = min((verb for verb in part.through if verb != behind), default=clause.verb)
        told = any(t.morph.case is ACC for t in it.tokens[behind + (behind in part.through) : stop])
        alone = _acts_on(it, clause, part) or _owns_part(it, part) or opens_with(it, clause, part)
        alone = alone or _stands_before_others(it, part)
        if (plural and not told) or alone:
            return (part.chunk,), SubjectFrom.SPOKEN
    return None


def _is_told_of(it: Outline, part: ClausePart) -> bool:
    """Whether only what somebody says of it stands behind a plural: "Bakanlık suçlamaları asılsız bulduğunu söyledi".

    The plural may itself be one of a verb, of which no genitive tells the doer.
    """
    behind = it.chunks[part.chunk].last
    others = (verb for verb in part.through if verb != behind)
    noun = behind not in part.through or it.tokens[behind].morph.form is Form.MA
    return noun and all(it.tokens[verb].morph.form in SAID and verb - behind <= SAID_REACH for verb in others)


def _acts_on(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a noun behind a phrase is rather what is acted on: near its verb, or behind a person in office.

    "Moskova kararı protesto etti"; a person owns few matters: "Başbakan Yardımcısı Ela Kor olayı kınadığını söyledi".
    """
    chunk = it.chunks[part.chunk]
    verb = min(part.through, default=clause.verb)
    noun = chunk.last if it.tokens[chunk.last].morph.or_accusative else chunk.last + 1
    morph = it.tokens[noun].morph if noun < verb else None
    if morph is None or not morph.or_accusative or it.tokens[verb].morph.passive or _is_plural(it, part):
        return False
    if any(t.morph.case is ACC for t in it.tokens[noun + 1 : verb]):
        return False
    if chunk.person and chunk.last - chunk.first > 1:
        return all(it.tokens[at].morph.form in SAID for at in part.through)
    aims = all(it.tokens[at].morph.form in (Form.MAK, Form.ARAK, Form.IP) for at in part.through)
    near = verb - noun == 1 or (verb - noun == LIGHT and _is_how(it, verb))
    return aims and near


def _is_how(it: Outline, verb: int) -> bool:
    """Whether the word before a verb is its first half, or says in what mood it is done: "kararı şiddetle kınadı"."""
    light, mood = it.tokens[verb].morph.lemma == DO, it.tokens[verb - 1].morph
    return light or (mood.case is INS and mood.possessive is None and not mood.plural and mood.pos is NOUN)


def _stands_before_others(it: Outline, part: ClausePart) -> bool:
    """Whether those of another land stand behind a phrase as whom it acts on: "Polonya Rus elçileri çağırdı"."""
    behind = it.starts.get(it.chunks[part.chunk].last)
    if behind is None or not it.last_word(behind).morph.or_accusative:
        return False
    land = it.chunks[part.chunk].land
    return bool(land) and bool(it.chunks[behind].land) and land != it.chunks[behind].land


def _is_plural(it: Outline, part: ClausePart) -> bool:
    return it.last_word(part.chunk).morph.plural


def _acting_accusative(it: Outline, clause: Clause) -> Found | None:
    """Of two accusatives the one that may be a nominative: "Kalabalığı güvenlik güçleri dağıttı"."""
    if it.tokens[clause.verb].morph.passive:
        return None
    accusatives = [p for p in clause.parts if p.case is ACC and p.link is Link.PART and not p.through]
    if len(accusatives) < BOTH or not it.last_word(accusatives[0].chunk).morph.or_accusative:
        return None
    return ((accusatives[0].chunk,), SubjectFrom.SPOKEN) if not accusatives[0].comma else None


def _who_moves(it: Outline, clause: Clause) -> Found | None:
    """Of a verb without objects the owned phrase: "Fransa'nın askerleri ayrıldı", "Türk askeri şehit oldu"."""
    if (lemma := it.tokens[clause.verb].morph.lemma) != BE and lemma not in it.words.moving:
        return None
    for part in clause.parts:
        last = it.last_word(part.chunk)
        bare = lemma == BE or last.morph.or_accusative or last.lower.endswith(PLURAL_OBJECT)
        if part.case is ACC and bare and part.link is Link.PART and not part.through:
            return (part.chunk,), SubjectFrom.SPOKEN
    return ((), SubjectFrom.OTHER) if lemma != BE and any(_owns_thing(it, part) for part in clause.parts) else None


def _owns_thing(it: Outline, part: ClausePart) -> bool:
    """Whether what somebody owns moves, and not he who was told before: "Şuşa'nın denetimi Bakü'ye geçti"."""
    morph = it.tokens[it.chunks[part.chunk].last].morph
    owned = morph.pos is NOUN and morph.possessive in THIRD and (morph.case is NOM or morph.or_accusative)
    return part.case is GEN and part.link is Link.PART and not part.through and owned


def _whose_share(it: Outline, clause: Clause) -> Found | None:
    """The whole of which a share does it: "askerlerin büyük bölümü ülkeden ayrıldı"."""
    for part in clause.parts:
        if part.case is not GEN or part.link is not Link.PART or part.through:
            continue
        behind = it.chunks[part.chunk].last
        for token in it.tokens[behind : min(behind + SHARE_REACH, clause.verb)]:
            if token.lower in it.words.shares and token.morph.case is NOM:
                return (part.chunk,), SubjectFrom.SPOKEN
    return None


def _owns_part(it: Outline, part: ClausePart) -> bool:
    """Whether a person told with an office stands before a part that is his own: "Başbakan Rama görevinden ayrıldı"."""
    chunk = it.chunks[part.chunk]
    morph = it.tokens[chunk.last].morph
    titled = chunk.person and chunk.last - chunk.first > 1
    return not part.through and titled and morph.possessive in THIRD and morph.case in OWN_CASES


def _behind(it: Outline, clause: Clause) -> Found | None:
    """The subject that stands behind its verb, and ends the sentence: "Geri çekilmeyeceğiz, dedi Zelenskiy"."""
    first = it.starts.get(clause.verb + 1)
    if clause.form is not FINITE or first is None or it.chunks[first].case is not NOM:
        return None
    row = joined(it, (first,))
    rest = it.tokens[it.chunks[row[-1]].last :]
    if all(token.morph.pos is PUNCT for token in rest):
        return (first,), SubjectFrom.SPOKEN
    return None


def _leads_aside(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a phrase stands in a row that is no party: "Rama ve Sandu ile", "Bakü - Erivan hattında".

    Nor are places parties before a word for a part of a land: "Gara ve Kandil bölgelerinde".
    """
    row = joined(it, (part.chunk,))
    link = next((p.link for p in clause.parts if p.chunk == row[-1]), Link.PART)
    if len(row) == 1 or link is Link.PART:
        return False
    last = it.chunks[row[-1]]
    dashed = it.tokens[last.first - 1].text in DASHES
    where = all(it.chunks[number].place and _lies_in(it, last) for number in row)
    return link is not Link.MODIFIER or dashed or where or it.behind(last.last - 1) in it.words.links


def _lies_in(it: Outline, chunk: Chunk) -> bool:
    """Whether a word for a part of a land stands behind a place: "Kandil bölgelerinde"."""
    return chunk.last < len(it.tokens) and it.tokens[chunk.last].morph.lemma in it.words.sites


def _heads_row(it: Outline, part: ClausePart) -> bool:
    """Whether a first half of a compound ends a row of doers: "Türkmenistan ile İran gaz anlaşması imzaladı"."""
    dashed = it.tokens[it.chunks[part.chunk].first - 1].text in DASHES
    chunk = it.chunks[part.chunk]
    half = part.link is Link.MODIFIER and part.chunk > 0 and not (chunk.place and _lies_in(it, chunk))
    return half and not dashed and joins(it, part.chunk - 1, False)
