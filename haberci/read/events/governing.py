"""What stands above a clause that tells a deed, or right behind it, and what that says of the deed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.codebook import Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import ABL, ACC, DIK, FINITE, GEN, INS, LOC, MA, NOM, SPEAKERS, THIRD, Form, Pos, Tense
from haberci.read.events.below import over_row, past_manner
from haberci.read.events.claims import CLAIM, is_claimed, is_untrue, no_sign
from haberci.read.parse import Parsed

# Forms of what goes on beside the verb above, which does not govern them: "suçlarken bunu yalanladı".
BESIDE: Final = frozenset({Form.KEN, Form.ARAK, Form.IP, Form.INCA, Form.ALI})
THEREBY: Final = frozenset({Form.ARAK, Form.IP})  # forms that tell how a claim is denied
CIRCUMSTANCES: Final = (LOC, ABL, INS)  # cases of a clause that tells when or how, and is not what is denied
DRAFT_NEAR: Final = 4  # words behind a participle in which the noun stands that it describes
OPEN_FORMS: Final = frozenset({Form.MA, Form.MAK, Form.IS})
OWNING: Final = frozenset({Form.DIK, Form.ACAK})  # forms of a clause whose subject is a genitive before it
ORDERED: Final = "ordered"
DEPTH: Final = 4  # clauses climbed at most
DONE: Final = frozenset({Tense.PAST, Tense.EVID})


def verdict_above(clause: Clause, parsed: Parsed, governors: GovernorTable) -> Modality | str | None:
    """The verdict of the word behind the clause, or of its governing verb."""
    verdict = verdict_behind(clause.verb, parsed, governors)
    if clause.form not in OPEN_FORMS and is_untrue(clause.verb, parsed, governors):
        return Modality.DENIED
    parent = over_row(clause, parsed)
    if no_sign(clause, parent, parsed):
        return "drop"
    claimed = verdict == CLAIM or is_claimed(clause.verb, parsed, governors)
    if claimed and parent is not None and parent.form in THEREBY and not denies(parent, parsed, governors):
        parent = parsed.clause_of(parent.parent) or parent  # "vurduğu iddialarını saçma diyerek reddetti"
    if verdict == CLAIM:
        verdict = None
    if verdict is None and parent is not None and (claimed or not _is_modifier(clause, parsed)):
        verdict = _of_verb(clause, parent, parsed, governors)
        # "bırakacağını umuyor", "vuracağından endişe ediyor"
        hoped = verdict in (Modality.WANTED, Modality.HYPOTHETICAL) and clause.form is Form.ACAK
        beside = clause.form in BESIDE or parsed.tokens[clause.verb].morph.case in CIRCUMSTANCES
        if verdict == Modality.DENIED and not claimed and beside:
            verdict = None  # "kente girdiğinde saldırıyı reddetti"
        over = parsed.tokens[parent.verb].morph
        doubted = claimed or over.lemma in governors.negated  # "iddiayı yalanlamadı", "vurduğunu doğrulamadı"
        kept = verdict == "drop" and doubted and over.negative
        if clause.form not in OPEN_FORMS and verdict != Modality.DENIED and not (hoped or kept):
            verdict = None
    if verdict == ORDERED:  # one's own people carry it out; whom one asks in the active may not
        return Modality.HAPPENED if parsed.tokens[clause.verb].morph.passive else "drop"
    if verdict is None or verdict in ("drop", "judged"):
        return verdict
    return _to_come(clause, parsed) if verdict == Modality.HAPPENED else Modality(verdict)


def _to_come(clause: Clause, parsed: Parsed) -> Modality:
    """A deed before a verb of what lies ahead is to begin or end, or brings it: "vermesinin savaşa yol açacağını"."""
    over = parsed.clause_of(clause.parent) if clause.form is MA else None
    if over is None or over.form is not Form.ACAK or parsed.tokens[clause.verb].morph.case is not GEN:
        return Modality.HAPPENED
    phase = parsed.tokens[over.verb].morph.lemma in parsed.words.phases
    return Modality.PLANNED if phase else Modality.HYPOTHETICAL


def is_begged(clause: Clause, parsed: Parsed) -> bool:
    """Whether somebody is asked for a deed, who so is blamed for none: "sevkiyatı engellemesini istedi"."""
    over = parsed.clause_of(clause.parent) if clause.form is MA else None
    words = parsed.verb_words(over.verb) if over is not None else ()
    return any(word.startswith(tuple(parsed.words.begging)) for word in words)


def is_left_unsaid(over: Clause | None, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether nobody vouches for what the verb above says of a deed: "çekilmeye başladığını doğrulamadı"."""
    return over is not None and over.form is Form.DIK and verdict_above(over, parsed, governors) == "drop"


def is_asked(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the deed is a part of what is asked (codebook, rule 2): "tanıma kararından dönmesini istedi"."""
    for _ in range(DEPTH):
        parent = parsed.clause_of(clause.parent)
        if parent is None or parent.form not in OPEN_FORMS or parent.quoted != clause.quoted:
            return False
        if verdict_above(parent, parsed, governors) == "drop":
            return True
        clause = parent
    return False


def denies(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a clause's verb says that something is not so: "reddetti", "yalanlayarak", "kabul etmiyor"."""
    morph = parsed.tokens[clause.verb].morph
    before = parsed.small[clause.verb - 1] if clause.verb else ""
    words = (morph.lemma, before, f"{before} {morph.lemma}")
    verdicts = governors.negated if morph.negative else governors.verbs
    return not morph.passive and any(verdicts.get(word) == Modality.DENIED for word in words)


def is_ordered(clause: Clause, parent: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the subject of the verb above orders a deed: "sevk edilmesi emrini verdi", "bırakılmasını emretti"."""
    if clause.form is not MA:
        return False
    behind = verdict_behind(clause.verb, parsed, governors)
    return ORDERED in (behind, governors.verbs.get(parsed.tokens[parent.verb].morph.lemma))


def is_named_behind(clause: Clause, words: Collection[int], parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the noun behind -DIK is but one of the words that tell its deed: "yaptığı çağrı", "ilettiği talep"."""
    own = clause.form is DIK and clause.verb + 1 in words and not parsed.tokens[clause.verb].morph.negative
    return own and verdict_behind(clause.verb, parsed, governors) == "drop"


def verdict_behind(at: int, parsed: Parsed, governors: GovernorTable) -> str | None:
    """The verdict of the word right behind a deed; a clitic between them says nothing, nor does "planlandığı gibi"."""
    behind = past_manner(at + 1, parsed)
    if behind + 1 < len(parsed.tokens) and parsed.tokens[behind].lower in parsed.words.clitics:
        behind += 1
    if behind >= len(parsed.tokens):
        return None
    words = [token.lower for token in parsed.tokens[behind : behind + 3]]
    if parsed.tokens[at].morph.case is ABL and parsed.tokens[behind].morph.pos is Pos.NUM:
        return governors.after.get(words[-1])  # "yakalanmasından dört gün sonra"
    phrases = (governors.after.get(" ".join(words[:many])) for many in (3, 2))
    called = words[1:2] and words[1] in governors.called  # "yığmasını tehdit olarak nitelendirdi"
    told = next((verdict for verdict in phrases if verdict), None)
    return told if told or called else governors.after_word(words[0])


def stands_beside(clause: Clause, parsed: Parsed) -> Clause | None:
    """The clause over what is asked, where -ArAk tells how it was asked: "Sandu ile görüşerek yardım etmesini istedi".

    With a genitive before it it is a part of what is asked: "Oslo'nun Sandu ile görüşerek çözmesini istedi".
    """
    parent = parsed.clause_of(clause.parent)
    over = parsed.clause_of(parent.parent) if parent is not None else None
    if parent is None or over is None or over.quoted != clause.quoted or over.subject != clause.subject:
        return None
    if not clause.subject or has_other_owner(clause, parsed):
        return None
    if parent.form is not MA or over.form is not Form.FINITE:
        return None
    asked = verdict_above(parent, parsed, parsed.pack.governors) == "drop"
    met = parsed.tokens[parent.verb].morph.possessive is None and any(p.link is Link.WITH for p in clause.parts)
    return over if asked or met else None  # "Sandu ile görüşerek ticareti artırma konusunda anlaştı"


def has_other_owner(clause: Clause, parsed: Parsed) -> bool:
    """Whether a genitive before a verb may be of the verb above; not one of a clause between: "krizinin yaşandığı"."""
    begun = parsed.behind_finite(clause.verb)
    nested = [c.verb for c in parsed.clauses if c.form in OWNING and begun < c.verb < clause.verb]
    begun = max(nested, default=begun)
    return any(token.morph.case is GEN for token in parsed.tokens[begun : clause.verb])


def _of_verb(clause: Clause, parent: Clause, parsed: Parsed, governors: GovernorTable) -> str | None:
    """The verdict of a governing verb, or of the word before it, which says more ("dört gözle bekliyor").

    What one wants to do oneself, or nobody is asked for, is a wish; what one weighs is not decided.
    """
    morph = parsed.tokens[parent.verb].morph
    if clause.form in OPEN_FORMS and morph.lemma in governors.foreseeing and _is_draft(parent, parsed, governors):
        return "drop"
    before = parsed.tokens[parent.verb - 1].lower if parent.verb - 1 > clause.verb else ""
    for word in (before, morph.lemma):
        if morph.negative and word in governors.negated:
            return governors.negated[word]
    both = governors.verbs.get(f"{before} {morph.lemma}")
    if both is not None:
        return both
    if _is_of_others(clause, parent, parsed) and morph.lemma in governors.actives:
        # "Kiev'den çekilmesini bekliyor": of whom it asks it
        others = clause.subject_from is not SubjectFrom.SHARED and not _is_asked_of(clause, parent)
        return governors.actives[morph.lemma] if others else "drop"
    wished = governors.passives.get(morph.lemma)
    if wished is not None and clause.form in OPEN_FORMS:
        if _is_weighed(clause, parent, parsed) if morph.lemma not in governors.verbs else _is_own_wish(clause, wished):
            return wished
        if morph.passive and morph.person != "1p" and parent.form is FINITE:
            return wished
    return governors.verbs.get(before) or governors.verbs.get(morph.lemma)


def _is_of_others(clause: Clause, parent: Clause, parsed: Parsed) -> bool:
    """Whether somebody tells of what others shall do: "çekilmesini bekliyor", but no "çekilmesi bekleniyor"."""
    shall = clause.form is MA and parsed.tokens[clause.verb].morph.case is ACC
    over = parsed.tokens[parent.verb].morph
    apart = clause.subject != parent.subject or clause.subject_from is SubjectFrom.SHARED
    apart = apart or _is_asked_of(clause, parent)
    return shall and not over.passive and not over.negative and apart


def _is_asked_of(clause: Clause, parent: Clause) -> bool:
    """Whether the genitive of both clauses asks it of somebody: "Oslo'nun Kiev'den kaldırmasını beklediği"."""
    shared = clause.subject_from is SubjectFrom.GENITIVE and clause.subject == parent.subject
    return shared and any(part.case is ABL and part.own for part in clause.parts)


def _is_draft(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a clause describes what is not decided yet: "yaptırım uygulanmasını öngören plan", but no "yasa"."""
    if clause.form is not Form.AN or clause.head is None:
        return False
    return not any(
        token.morph.lemma in governors.acts for token in parsed.tokens[clause.head : clause.head + DRAFT_NEAR]
    )


def _is_own_wish(clause: Clause, wished: str) -> bool:
    """Whether one wants to do oneself what is told: "görüşmek istiyor"."""
    return clause.form is Form.MAK and wished == Modality.WANTED


def _is_weighed(clause: Clause, parent: Clause, parsed: Parsed) -> bool:
    """Whether a deed is only being thought about: "göndermeyi tartıştı", "kapatılmasını değerlendiriyor"."""
    under_way = parsed.tokens[parent.verb].morph.tense is Tense.PROG
    return clause.form is Form.MAK or (under_way and parsed.tokens[clause.verb].morph.passive)


def _is_modifier(clause: Clause, parsed: Parsed) -> bool:
    return clause.head is not None and parsed.tokens[clause.verb].morph.case in (None, NOM)


def is_what_for(clause: Clause, parsed: Parsed) -> bool:
    """Whether people came or went to do a deed, which is done so: "protesto etmek için traktörlerle Paris'e girdi"."""
    over = parsed.clause_of(clause.parent)
    if clause.form is not Form.MAK or over is None or over.form is not FINITE or over.quoted != clause.quoted:
        return False
    morph = parsed.tokens[over.verb].morph
    moved = morph.lemma in parsed.words.moving and morph.tense in DONE and not morph.negative
    return moved and not parsed.words.purposes.isdisjoint(parsed.small[clause.verb + 1 : clause.verb + 2])


def is_by_doing(clause: Clause, parsed: Parsed) -> bool:
    """Whether a deed is told as that by which another came: "birliklerin çekilmesiyle köylüler döndü"."""
    morph = parsed.tokens[clause.verb].morph
    behind = parsed.small[clause.verb + 1 : clause.verb + 2]
    told = clause.form is MA and morph.case is INS and morph.possessive is not None
    return told and not morph.negative and not any(word in parsed.words.links for word in behind)


def is_reason_told(clause: Clause, parsed: Parsed) -> bool:
    """Whether a deed is why something is done, or will be: "köyün vurulması nedeniyle nota verecek"."""
    words = parsed.small[clause.verb + 1 : clause.verb + 2]
    return clause.form is MA and not (parsed.words.reasons | parsed.words.upon).isdisjoint(words)


def is_before_another(clause: Clause, parsed: Parsed) -> bool:
    """Whether a verb tells after what, or when, another deed is done: "askerler çekildikten sonra", "çekildiğinde".

    It is still to come where the other is: "askerler çekildikten sonra heyet gidecek".
    """
    morph = parsed.tokens[clause.verb].morph
    if clause.form is not DIK or clause.head is not None:
        return False
    return morph.case is LOC or (morph.case is ABL and morph.possessive is None)


def tells_to_come(clause: Clause, parsed: Parsed) -> bool:
    """Whether the verb over a deed tells what may come of it, or will: "vurulması tepki çekebilir"."""
    parent = parsed.clause_of(clause.parent)
    if parent is None:
        return False
    morph = parsed.tokens[parent.verb].morph
    return morph.able or morph.conditional or parent.form is Form.ACAK or morph.tense is Tense.FUTURE


def had_effect(clause: Clause, parsed: Parsed) -> bool:
    """Whether the deed is what did something to something, and so was done: "vurulması gerginliği artırdı"."""
    morph, parent = parsed.tokens[clause.verb].morph, parsed.clause_of(clause.parent)
    if morph.form is not MA or morph.case is not NOM or morph.possessive not in THIRD or parent is None:
        return False
    over = parsed.tokens[parent.verb].morph
    done = (
        over.tense is Tense.PAST and over.person not in SPEAKERS and not (over.passive or over.conditional or over.able)
    )
    if any(word in parsed.words.links for word in parsed.small[clause.verb + 1 : clause.verb + 2]):
        return False  # "sağlanması ile etkileşim alanlarını", "vurulmasına karşı"
    between = (token.morph for token in parsed.tokens[clause.verb + 1 : parent.verb])
    return done and any(m.case is ACC or m.or_accusative for m in between)
