"""Whether a phrase that stands before a nested verb belongs to the verb above: "Kiev'i, sözünü tutmamakla suçladı".

A phrase in a case belongs to the next verb that has room for it. It belongs further up where the nested verb has its
own phrase in that case, or cannot have such a phrase, or where the verb above is one of accusing, urging or asking.
"""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import ABL, ACC, AN, DAT, GEN, INS, NOM, NOUN, PROPN, PUNCT, THIRD, Case, Form, Pos
from haberci.languages.tr.clauses.coordination import joined
from haberci.languages.tr.clauses.outline import Outline
from haberci.languages.tr.clauses.reasons import has_own, is_judged, is_reason

_AGENT, _PART, _WITH = Link.AGENT, Link.PART, Link.WITH  # by names of their own, as in ``core.morph``
NOMINAL: Final = frozenset({Form.MA, Form.MAK})
RELATIVE: Final = frozenset({Form.AN, Form.ACAK, Form.DIK, Form.MIS})
PARTICIPLES: Final = frozenset({Form.AN, Form.MIS})
NOMINAL_CLAUSES: Final = frozenset({Form.DIK, Form.ACAK, Form.MA, Form.IS})
LEAVER_REACH: Final = 3  # words from who leaves a place to the place
FILLED: Final = frozenset({ACC, DAT})


def reaches(it: Outline, part: ClausePart, verb: int) -> bool:
    """Whether a phrase belongs to a verb although nested verbs stand between."""
    if part.link is _AGENT:
        last = it.chunks[part.chunk].last
        last += it.tokens[last].lower in it.words.links
        beside = last in part.through  # "mahkeme tarafından hazırlanan"
        return it.tokens[verb].morph.passive and not (beside or any(it.tokens[at].morph.passive for at in part.through))
    if part.link not in (_PART, _WITH):
        return False
    if any(_describes_subject(it, nested) for nested in part.through):
        return False
    return all(_passes(it, part, nested, verb) for nested in part.through)


def _describes_subject(it: Outline, nested: int) -> bool:
    """Whether a participle stands before the subject of all: what stands before it is its own ("X'i öven Y, …")."""
    chunk = it.starts.get(nested + 1)
    if it.tokens[nested].morph.form is not AN or chunk is None or it.chunks[chunk].case is not NOM:
        return False
    return it.behind(it.chunks[chunk].last - 1) == ","


def _passes(it: Outline, part: ClausePart, nested: int, verb: int) -> bool:
    morph, behind = it.tokens[nested].morph, it.chunks[joined(it, (part.chunk,))[-1]].last
    if morph.form in NOMINAL and part.comma and it.behind(nested) in it.words.purposes:
        return True  # "Bakü'ye, esirleri bırakması için süre verdi"
    if morph.form in PARTICIPLES and _is_fenced(it, behind, nested):
        return True
    case = INS if part.link is Link.WITH else part.case
    if case is ACC and is_left_undone(it, behind, nested):
        return False
    if case is INS and _keeps_company(it, behind, nested, verb):
        return True
    if case in (ABL, DAT) and _is_left(it, part, nested, verb):
        return False
    if is_judged(it, part, nested, verb):
        return True
    if case is ACC and morph.passive and morph.form in RELATIVE:
        return True  # a passive has no object: "Rahman'ı yarın yapılacak toplantıya davet etti"
    if case is ACC and _has_no_object(it, nested):
        return True
    own = case in FILLED and has_own(it, case, _own_start(it, part, behind, nested), nested)
    return own or _is_addressed(it, case, nested, verb)


def is_left_undone(it: Outline, behind: int, verb: int) -> bool:
    """Whether -mAdAn stands right behind an object, which is its own: "Meclis'i dinlemeden taviz vermekle suçladı"."""
    return behind == verb and it.tokens[verb].morph.form is Form.MADAN


def _own_start(it: Outline, part: ClausePart, behind: int, nested: int) -> int:
    """Where the own phrases of a participle with an object begin: behind a reason that is told within it.

    "Macaristan'ı hukuku çiğnediği gerekçesiyle kınayan kararı": the law is nothing that is condemned.
    """
    morph = it.tokens[nested].morph
    if morph.form is not AN or morph.passive or morph.lemma in it.words.moving:
        return behind
    reasons = (verb for verb in part.through if verb < nested and is_reason(it, verb))
    return max((verb + 1 for verb in reasons), default=behind)


def _has_no_object(it: Outline, nested: int) -> bool:
    """Whether a verb that tells what for takes no object: "elçisini görüşmelerde bulunmak üzere geri çağırdı"."""
    morph = it.tokens[nested].morph
    aimed = morph.form is Form.MAK and it.behind(nested) in it.words.purposes
    return aimed and (morph.passive or morph.lemma in it.words.moving)


def _keeps_company(it: Outline, behind: int, nested: int, verb: int) -> bool:
    """Whether company before a nested verb is that of those who meet: "Rama'yla Bern'de düzenlenen zirvede görüştü".

    It is the nested verb's own where that tells dealings, or stands right behind it: "Rama'yla imzalanan anlaşmayı".
    """
    morph, above = it.tokens[nested].morph, it.tokens[verb].morph.lemma
    if above not in it.words.meeting and it.tokens[verb - 1].lower not in it.words.meeting:
        return False
    behind += it.tokens[behind].lower in it.words.links
    if it.tokens[behind].morph.lemma in it.words.meeting:
        return False  # "Rama'yla görüşmesinde Bern'de yaşanan olayı ele aldığı"
    if any(behind <= other < nested for other in it.verbs):
        return True
    apart = behind < nested or morph.form in NOMINAL
    return apart and morph.lemma not in it.words.meeting and morph.lemma not in it.words.dealing


def _is_left(it: Outline, part: ClausePart, nested: int, verb: int) -> bool:
    """Whether a genitive before a phrase acts from or to there: "Oslo, Bern'in Gine'den çekilmesini istedi".

    So it is with what it draws from there: "Bern'in askerlerini Gine'den çekmesini".
    """
    first, last = it.chunks[part.chunk].first, it.chunks[part.chunk].last
    if it.tokens[nested].morph.possessive not in THIRD or it.tokens[verb].morph.form in NOMINAL_CLAUSES:
        return False  # "Oslo'nun Bern'den çekilmesini istemesi"
    if part.comma or it.tokens[last - 1].morph.possessive is not None:
        return False  # "Gine'nin büyükelçisinden gelmesini istedi"
    before = it.tokens[max(0, first - LEAVER_REACH) : first]
    sends = not it.words.sending.isdisjoint(it.verb_words(nested))
    for token in reversed(before):
        if token.morph.case is GEN and token.morph.pos in (NOUN, PROPN):
            return True
        if sends and token.morph.case is ACC:
            continue
        if token.morph.possessive is not None or token.morph.pos is PUNCT:
            return False
    return False


def _is_fenced(it: Outline, first: int, nested: int) -> bool:
    """Whether a genitive that owns the noun behind a participle stands before it: "sınırın henüz çizilmemiş bölümü"."""
    for at in range(first, nested):
        morph = it.tokens[at].morph
        if morph.case is GEN and morph.pos in (NOUN, PROPN):
            owned = any(t.morph.possessive in THIRD for t in it.tokens[at + 1 : nested])
            return not owned
    return False


def _is_addressed(it: Outline, case: Case, nested: int, verb: int) -> bool:
    """Whether the verb above has a deed nested under it, of the one in this case: accused, urged, asked or told."""
    morph = it.tokens[nested].morph
    if morph.form not in NOMINAL or it.behind(nested) in it.words.bearings:
        return False
    if case is ACC:
        if morph.form is Form.MAK and morph.case in (INS, ABL):
            return governs(it, it.words.blaming, nested, verb)
        return morph.case is DAT and governs(it, it.words.urging, nested, verb)
    if case is ABL:
        return morph.case is ACC and governs(it, it.words.begging, nested, verb)
    if case is DAT and morph.form is Form.MAK and (morph.case is ABL or it.behind(nested) in it.words.charges):
        return governs(it, it.words.sentencing, nested, verb)  # "Rama'ya casusluk yapmaktan ceza verdi"
    if case is DAT and morph.case in (ACC, NOM, None):
        return governs(it, it.words.telling, nested, verb)
    return False


def governs(it: Outline, words: frozenset[str], nested: int, verb: int) -> bool:
    """Whether a verb, the noun before it, or the noun right behind the nested verb is one of the words."""
    if it.tokens[verb].morph.lemma in words:
        return True
    nouns = (it.tokens[verb - 1].lower, it.behind(nested))
    return any(noun.startswith(word) for noun in nouns for word in words)


def goes_with_noun(it: Outline, first: int, verb: int) -> bool:
    """Whether company before a verb is that of its subject, an owned noun: "Costa ile görüşmesi sürüyor"."""
    morph = it.tokens[verb].morph
    happens = morph.passive or morph.lemma in it.words.happening or it.tokens[verb - 1].lower in it.words.happening
    return happens and any(
        t.morph.possessive is not None and t.morph.case is NOM and t.morph.pos in (NOUN, Pos.VERB)
        for t in it.tokens[first:verb]
    )
