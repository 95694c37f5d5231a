"""What a deed to come hangs on, whether it will be done, and the verb "ol" behind a participle."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import ACC, DIK, FINITE, GEN, LOC, NOM, PUNCT, Form, Pos, Tense
from haberci.read.events.governing import OPEN_FORMS, verdict_behind
from haberci.read.events.matching import Firing
from haberci.read.events.modality_rules import ABLE, Verdict
from haberci.read.parse import Parsed

POSSIBLE_REACH: Final = 4  # words before a noun among which the one stands that calls its deed possible
PARTICIPLE_REACH: Final = 4  # words before a noun in which the participle stands that describes it
CLIMBED: Final = 4  # clauses over a deed among which the one may be that asks
GENERAL: Final = (Tense.AORIST, Tense.PROG)  # tenses of what can be done at any time
OBJECT_REACH: Final = 2  # words from a noun to the verb whose object it is
UNDECIDED_NEAR: Final = 3  # words behind a deed among which those begin that call it undecided


def condition(clause: Clause, parsed: Parsed, governors: GovernorTable) -> Clause | None:
    """The clause on which a deed to come hangs: "Bakü çağırırsa gidecek", "çağırması halinde"; None without one."""
    for other in reversed(parsed.clauses):
        if other.verb >= clause.verb or other.quoted is not clause.quoted:
            continue
        morph = parsed.tokens[other.verb].morph
        if morph.conditional or morph.tense is Tense.CONDITION:
            conceded = parsed.tokens[other.verb + 1].lower in parsed.words.clitics  # "çağırsa da"
            return None if conceded else other
        supposed = verdict_behind(other.verb, parsed, governors) == Modality.HYPOTHETICAL
        if (supposed and _hangs_on(clause, other, parsed)) or (other.form is Form.DIKCA and morph.negative):
            return other
        if other.form is FINITE:
            return None
    return None


def _hangs_on(clause: Clause, other: Clause, parsed: Parsed) -> bool:
    """Whether a condition is that of a deed, over what there is already: "çekilmesi halinde yapılan yardımı keser"."""
    if other.parent == clause.verb:
        return True
    between = parsed.clause_of(other.parent)
    if between is None or between.parent != clause.verb:
        return False
    return between.form is Form.AN and between.head is not None


def hangs_on_more(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a deed to come hangs on a condition, or on what was asked before: "aksi halde sınırı kapatacak"."""
    if condition(clause, parsed, governors) is not None:
        return True
    words = parsed.small[parsed.behind_finite(clause.verb) : clause.verb]
    return not governors.otherwise.isdisjoint((*words, *map(" ".join, pairwise(words))))


def is_possible(first: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the noun of a deed, from its word ``first``, is one that may be done: "olası bir İsrail saldırısına"."""
    return _is_told_as(governors.possible, first, parsed)


def is_deemed(firing: Firing, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether it is only told what a deed, told by its noun, would be called: "saldırının savaş sebebi sayılacağı"."""
    verb, noun = parsed.tokens[firing.clause.verb].morph, parsed.tokens[firing.anchor].morph
    ahead = verb.form is Form.ACAK or verb.tense is Tense.FUTURE
    return ahead and verb.passive and verb.lemma in governors.deeming and noun.case in (GEN, NOM)


def is_any(first: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the noun of a deed, from its word ``first``, tells all of its kind and no single one: "her türlü"."""
    return _is_told_as(governors.any, first, parsed)


def _is_told_as(words: frozenset[str], first: int, parsed: Parsed) -> bool:
    """Whether one of the words describes a noun that begins at the word ``first``."""
    for token in reversed(parsed.tokens[max(0, first - POSSIBLE_REACH) : first]):
        if token.lower in words:
            return True
        if token.morph.case not in (None, NOM) or token.morph.form is not None or token.morph.pos is PUNCT:
            return False
    return False


def noun_to_come(first: int, parsed: Parsed, governors: GovernorTable) -> tuple[Modality, str] | None:
    """The verdict on a deed told by its noun, from its word ``first``, that may be done or will: "olası saldırı".

    What somebody will do is told right before it: "gelecek hafta gerçekleştireceği Roma ziyareti".
    """
    if is_possible(first, parsed, governors):
        return Modality.HYPOTHETICAL, ABLE
    for token in reversed(parsed.tokens[max(0, first - PARTICIPLE_REACH) : first]):
        if token.morph.form is not None or token.morph.pos is PUNCT:
            ahead = token.morph.form is Form.ACAK and token.morph.lemma in governors.holding
            return (Modality.PLANNED, "modality.future") if ahead and not token.morph.negative else None
    return None


def hoped_for(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict | None:
    """The verdict on a meeting told by its noun that is the object of the verb behind it: "görüşmesini umuyor".

    So is one that is "görüşmeyi planlıyor", and "görüşmeyi dışlamadı" leaves open; what one asks for is no meeting.
    """
    noun, verb = parsed.tokens[firing.anchor].morph, parsed.tokens[firing.clause.verb].morph
    near = firing.clause.verb - firing.anchor
    if firing.frame.type is not EventType.CONSULT or noun.case is not ACC or not 0 < near <= OBJECT_REACH:
        return None
    words = (parsed.small[firing.clause.verb - 1], verb.lemma)
    verdicts = governors.negated if verb.negative else governors.verbs
    verdict = next((verdicts[word] for word in words if word in verdicts), None)
    if verdict == "drop":
        return None, "modality.governor"  # "Kiev ile görüşmesini istedi"
    if verdict not in (Modality.PLANNED, Modality.WANTED, Modality.HYPOTHETICAL):
        return None
    return Modality(verdict), "modality.governor"


def only_asks(clause: Clause, parsed: Parsed) -> bool:
    """Whether the finite verb over a deed makes it a question: "istedi mi", "sınıra mı göndermek istiyor"."""
    top = clause
    for _ in range(CLIMBED):
        parent = parsed.clause_of(top.parent) if top.form is not FINITE else None
        if parent is None or parent.quoted != clause.quoted:
            break
        top = parent
    words = parsed.small[clause.first : top.verb + 2]
    return top.form is FINITE and not parsed.words.questions.isdisjoint(words)


def is_habit(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether -DIğIndA tells what is done as a rule, no single deed: "köye her girdiğinde birini öldürüyor".

    So does what may come of it whenever it is done: "veto ettiğinde Meclis yasayı yeniden çıkarabilir".
    """
    if clause.form is not DIK or parsed.tokens[clause.verb].morph.case is not LOC:
        return False
    if not governors.habits.isdisjoint(parsed.small[clause.first : clause.verb]):
        return True
    over = parsed.clause_of(clause.parent)
    if over is None or over.form is not FINITE or over.quoted != clause.quoted:
        return False
    morph = parsed.tokens[over.verb].morph
    return (morph.able and morph.tense in GENERAL) or (morph.tense is Tense.AORIST and not morph.past_copula)


def completed_by(clause: Clause, parsed: Parsed) -> Clause | None:
    """The clause of "ol" right behind -mIş, which tells when it is, will or should be so: "tanımış olacak"."""
    behind = being_behind(clause, parsed)
    return None if behind is None or parsed.tokens[behind.verb].morph.able else behind


def being_behind(clause: Clause, parsed: Parsed) -> Clause | None:
    """The clause of "ol" right behind -mIş, whatever it says."""
    behind = parsed.clause_of(clause.verb + 1)
    if behind is None or parsed.tokens[clause.verb].morph.tense is not Tense.EVID:
        return None
    return behind if parsed.tokens[behind.verb].morph.lemma in parsed.pack.governors.being else None


def is_lacking(word: int, parsed: Parsed) -> bool:
    """Whether a noun is said not to be there: "planlanmış bir görüşme yok", "... olmadığını"."""
    behind = parsed.tokens[word + 1 : word + 2]
    there = parsed.pack.governors.there
    return any(t.lower in parsed.words.lacking or (t.morph.negative and t.morph.lemma in there) for t in behind)


def supposed(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether "olabilir" or a chance stands behind -mIş: "vurulmuş olabilir", "öldürülmüş olma ihtimali", or "olursa".

    So does what one is told to suppose: "diyelim ki vurdu", "vurdu diyelim".
    """
    at = clause.verb + 1
    if at < len(parsed.tokens) and parsed.small[at] in parsed.words.supposing:
        return True
    if at >= len(parsed.tokens) or parsed.tokens[at].morph.lemma not in governors.being:
        return False
    being = parsed.tokens[at].morph
    return being.able or being.conditional or verdict_behind(at, parsed, governors) == Modality.HYPOTHETICAL


def whether(clause: Clause, parsed: Parsed) -> Clause | None:
    """The other of two verbs that only ask together: "görüşüp görüşmediği"; None where the verb stands in no pair."""
    lemma = parsed.tokens[clause.verb].morph.lemma
    for other in parsed.clauses:
        if abs(other.verb - clause.verb) == 1 and parsed.tokens[other.verb].morph.lemma == lemma:
            return other if Form.IP in (clause.form, other.form) else None
    return None


def is_left_open(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether it is told that nobody knows of a deed to come: "edip etmeyeceği belirsiz", "... henüz belli değil"."""
    behind = [t.lower for t in parsed.tokens[clause.verb + 1 : clause.verb + 2 + UNDECIDED_NEAR]]
    pairs = (" ".join(pair) for pair in pairwise(behind))
    return clause.form is Form.ACAK and not governors.undecided.isdisjoint((*behind[:UNDECIDED_NEAR], *pairs))


def is_light_object(firing: Firing, parsed: Parsed) -> bool:
    """Whether a noun in marks is what the verb behind it names: "saldırı" düzenleme hakkını kullanacak."""
    verb, marks = firing.clause.verb, parsed.tokens[firing.anchor + 1 : firing.clause.verb]
    named = firing.clause.form in OPEN_FORMS and bool(marks) and all(t.morph.pos is Pos.PUNCT for t in marks)
    return named and parsed.tokens[verb].morph.lemma in parsed.words.light
