"""Whether a deed happened, is planned, wanted, hypothetical or denied: from the verb's form and what governs it."""

from __future__ import annotations

from haberci.core.clause import Clause
from haberci.core.codebook import Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import DAT, FINITE, NOM, Form, Morph, Tense
from haberci.core.rule import Rule
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

JUDGED = "modality.judged"
RULES = (
    Rule(
        "modality.told", "a finite past or present form, -An or -DIK tells a deed that happened", "Ordu köyü bombaladı."
    ),
    Rule("modality.future", "-AcAK tells a plan", "Heyet Taşkent'i ziyaret edecek."),
    Rule("modality.able", "-Abil and conditions tell what may be", "Ordu köye girebilir."),
    Rule("modality.habit", "the aorist tells what is done as a rule, no deed", "Komşular birbirini ziyaret eder."),
    Rule("modality.wish", "imperative and optative tell a wish", "Rehineleri serbest bıraksınlar."),
    Rule("modality.negated", "a negated deed is denied", "Bakan saldırı düzenlemediklerini söyledi."),
    Rule("modality.whether", "a deed and its negation side by side only ask", "Görüşüp görüşmediği bilinmiyor."),
    Rule(JUDGED, "a nominal deed that is judged took place", "Bakan, köyün vurulmasını kınadı."),
    Rule(
        "modality.governor", "what stands above a nominal clause decides", "Tatbikata ev sahipliği yapmayı planlıyor."
    ),
)
Verdict = tuple[Modality | None, str]
SPOKEN = (("speaker",),)  # the actor of frames that are the speaker's act whatever their verb tells
DROPPED: Verdict = (None, "modality.governor")
OPEN_FORMS = frozenset({Form.MA, Form.MAK, Form.IS})
FACTUAL_FORMS = frozenset({Form.AN, Form.DIK, Form.MIS, Form.KEN, Form.DIKCA, Form.ALI})
SEQUENT_FORMS = frozenset({Form.ARAK, Form.IP, Form.INCA})
CLAIM = 6  # words behind a deed in which it may be called untrue
DEPTH = 4  # clauses climbed at most


def modality(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict:
    """The modality of a firing and the rule that set it; None when no deed is told at all."""
    if firing.nominal:
        return _nominal(firing, parsed, governors)
    if _only_asks(firing.clause, parsed):
        return None, "modality.whether"
    if firing.frame.actor == SPOKEN and "planned-only" not in firing.frame.flags:
        return Modality.HAPPENED, "modality.told"
    if _asks_whether(firing.clause, parsed):
        return None, "modality.whether"
    found, rule = _of_clause(firing.clause, parsed, governors, DEPTH)
    if found is None:
        return found, rule
    if "planned" in firing.frame.flags and found is Modality.HAPPENED:
        found, rule = Modality.PLANNED, "modality.governor"
    morph = parsed.tokens[firing.clause.verb].morph
    if morph.negative:
        return _negated(firing, found, rule)
    return found, rule


def _only_asks(clause: Clause, parsed: Parsed) -> bool:
    """Whether the finite verb over a deed makes it a question: "istedi mi", "sınıra mı göndermek istiyor"."""
    top = clause
    for _ in range(DEPTH):
        parent = parsed.clause_of(top.parent) if top.form is not FINITE else None
        if parent is None or parent.quoted != clause.quoted:
            break
        top = parent
    words = parsed.tokens[clause.first : top.verb + 2]
    return top.form is FINITE and any(token.lower in parsed.words.questions for token in words)


def _asks_whether(clause: Clause, parsed: Parsed) -> bool:
    """Whether the verb stands in a pair that only asks: "görüşüp görüşmediği"."""
    lemma = parsed.tokens[clause.verb].morph.lemma
    for other in parsed.clauses:
        if abs(other.verb - clause.verb) == 1 and parsed.tokens[other.verb].morph.lemma == lemma:
            return Form.IP in (clause.form, other.form)
    return False


def _negated(firing: Firing, found: Modality, rule: str) -> Verdict:
    frame, clause = firing.frame, firing.clause
    if "negation-rejects" in frame.flags and found is Modality.HAPPENED and _is_said(clause):
        return Modality.DENIED, "modality.negated"  # who says that he did not meet denies; who does not meet refuses
    if "negation-rejects" in frame.flags or "negative-only" in frame.flags:
        return found, rule
    if "negation-drops" in frame.flags or found is not Modality.HAPPENED:
        return None, "modality.negated"  # what will not, or may not, be done is not denied: nobody said that it was
    return Modality.DENIED, "modality.negated"


def _is_said(clause: Clause) -> bool:
    """Whether a verb stands in what somebody says was, or was not: "görüşmediğini söyledi"."""
    return (clause.form is Form.DIK and clause.head is None) or (clause.quoted and clause.form is FINITE)


def _of_clause(clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int) -> Verdict:
    morph = parsed.tokens[clause.verb].morph
    above = _above(clause, parsed, governors)
    if clause.form in OPEN_FORMS:
        return _open(clause, parsed, governors, depth, above)
    if above is Modality.DENIED:
        return above, "modality.governor"
    if morph.conditional or _supposed(clause, parsed, governors):
        return Modality.HYPOTHETICAL, "modality.able"
    if above == "drop" and clause.form in (Form.DIK, Form.ACAK):
        return DROPPED  # what is threatened is the threat: "sınır dışı edeceği uyarısında bulundu"
    if clause.form is Form.ACAK or morph.tense is Tense.FUTURE:
        return (Modality.HYPOTHETICAL, "modality.able") if morph.able else (Modality.PLANNED, "modality.future")
    if clause.form in SEQUENT_FORMS:
        return _of_parent(clause, parsed, governors, depth) or (Modality.HAPPENED, "modality.told")
    if clause.form in FACTUAL_FORMS:
        if isinstance(above, Modality) and above is Modality.HYPOTHETICAL:
            return above, "modality.governor"
        return (Modality.HYPOTHETICAL, "modality.able") if morph.able else (Modality.HAPPENED, "modality.told")
    if morph.tense is Tense.AORIST and _has_condition(clause, parsed):
        return Modality.HYPOTHETICAL, "modality.able"
    said = morph.tense is Tense.CONDITION and above is Modality.HAPPENED  # "ne kadar teşekkür etsek azdır"
    return (Modality.HAPPENED, "modality.governor") if said else _finite(morph)


def _has_condition(clause: Clause, parsed: Parsed) -> bool:
    """Whether a condition stands before a verb: "saldırırsa karşılık verir"."""
    before = (parsed.tokens[c.verb].morph for c in parsed.clauses if c.verb < clause.verb and c.quoted is clause.quoted)
    return any(morph.conditional or morph.tense is Tense.CONDITION for morph in before)


def _finite(morph: Morph) -> Verdict:
    if morph.tense is Tense.CONDITION or morph.conditional:
        return Modality.HYPOTHETICAL, "modality.able"
    if morph.tense in (Tense.IMPERATIVE, Tense.OPTATIVE):
        return Modality.WANTED, "modality.wish"
    if morph.tense is Tense.NECESSITY:
        return None, "modality.wish"
    managed = morph.tense in (Tense.PAST, Tense.EVID)  # "girebildi" is done
    if morph.able and not morph.negative and not managed:
        return Modality.HYPOTHETICAL, "modality.able"
    if morph.tense is Tense.AORIST and not morph.negative and not morph.past_copula:
        return None, "modality.habit"
    return Modality.HAPPENED, "modality.told"


def _open(
    clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int, above: Modality | str | None
) -> Verdict:
    """-mA and -mAK leave open whether the deed took place: the governor says it, and without one no deed is told."""
    if above is Modality.DENIED and _behind(clause.verb, parsed, governors) == "denied":
        return above, "modality.governor"
    if above == "drop" or above is None or above is Modality.DENIED:
        return DROPPED
    if above == "judged":
        return Modality.HAPPENED, JUDGED
    if _is_asked(clause, parsed, governors):
        return DROPPED
    parent_clause = parsed.clause_of(clause.parent)
    if above is Modality.PLANNED and parent_clause and parsed.tokens[parent_clause.verb].morph.negative:
        return Modality.DENIED, "modality.negated"
    if above is Modality.HAPPENED:
        parent = _of_parent(clause, parsed, governors, depth)
        return (Modality.HAPPENED, "modality.governor") if parent is None or parent[0] is None else parent
    return (above, "modality.governor") if isinstance(above, Modality) else DROPPED


def _is_asked(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the deed is a part of what is asked (codebook, rule 2): "tanıma kararından dönmesini istedi"."""
    for _ in range(DEPTH):
        parent = parsed.clause_of(clause.parent)
        if parent is None or parent.form not in OPEN_FORMS or parent.quoted != clause.quoted:
            return False
        if _above(parent, parsed, governors) == "drop":
            return True
        clause = parent
    return False


def _of_parent(clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int) -> Verdict | None:
    parent = parsed.clause_of(clause.parent)
    if parent is None or depth == 0 or parent.quoted != clause.quoted:
        return None
    return _of_clause(parent, parsed, governors, depth - 1)


def _above(clause: Clause, parsed: Parsed, governors: GovernorTable) -> Modality | str | None:
    """The verdict of the word behind the clause, or of its governing verb."""
    verdict = _behind(clause.verb, parsed, governors)
    if clause.form not in OPEN_FORMS and _is_untrue(clause.verb, parsed, governors):
        return Modality.DENIED
    parent = parsed.clause_of(clause.parent)
    if _no_sign(clause, parent, parsed):
        return "drop"
    claimed = verdict == "claim" or _is_claimed(clause.verb, parsed, governors)
    if verdict == "claim":
        verdict = None
    if verdict is None and parent is not None and (claimed or not _is_modifier(clause, parsed)):
        verdict = _of_verb(clause, parent, parsed, governors)
        if verdict is None and parent.verb - 1 > clause.verb:
            verdict = governors.verbs.get(parsed.tokens[parent.verb - 1].lower)
        if clause.form not in OPEN_FORMS and verdict != "denied":
            verdict = None
    if verdict is None or verdict in ("drop", "judged"):
        return verdict
    return Modality(verdict)


def _behind(at: int, parsed: Parsed, governors: GovernorTable) -> str | None:
    """The verdict of the word right behind a deed; a clitic between them says nothing."""
    behind = at + 1
    if behind + 1 < len(parsed.tokens) and parsed.tokens[behind].lower in parsed.words.clitics:
        behind += 1
    if behind >= len(parsed.tokens):
        return None
    words = [token.lower for token in parsed.tokens[behind : behind + 3]]
    phrases = (governors.after.get(" ".join(words[:many])) for many in (3, 2))
    return next((verdict for verdict in phrases if verdict), None) or governors.after_word(words[0])


def _is_claimed(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a word that ties a deed to a claim stands behind it: "saldırdığı yönündeki suçlamaları reddetti"."""
    behind = [token.lower for token in parsed.tokens[at + 1 : at + 4]]
    tied = bool(behind) and behind[0] in parsed.words.bearings
    return tied and any(governors.after_word(word) == "claim" for word in behind[1:])


def _of_verb(clause: Clause, parent: Clause, parsed: Parsed, governors: GovernorTable) -> str | None:
    """The verdict of a governing verb; what one wants to do oneself, or nobody is asked for, is a wish."""
    morph = parsed.tokens[parent.verb].morph
    wished = governors.passives.get(morph.lemma)
    if wished is not None and clause.form in OPEN_FORMS:
        own = clause.form is Form.MAK and wished == Modality.WANTED
        if own or (morph.passive and morph.person != "1p" and parent.form is FINITE):
            return wished
    return governors.verbs.get(morph.lemma)


def _is_untrue(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the words behind a deed, or behind the claim of it, deny it: "istifa ettiği haberi doğru değil"."""
    behind = [token.lower for token in parsed.tokens[at + 1 : at + 1 + CLAIM]]
    near = behind[:3]  # where such words begin
    told = [words for words in governors.untrue if words[0] in near]
    return any(tuple(behind[n : n + len(words)]) == words for words in told for n in range(3))


def _supposed(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether "olabilir" or a chance stands behind -mIş: "vurulmuş olabilir", "öldürülmüş olma ihtimali"."""
    at = clause.verb + 1
    if at >= len(parsed.tokens) or parsed.tokens[at].morph.lemma != "ol":
        return False
    return parsed.tokens[at].morph.able or _behind(at, parsed, governors) == Modality.HYPOTHETICAL


def _no_sign(clause: Clause, parent: Clause | None, parsed: Parsed) -> bool:
    """Whether only the lack of signs of the deed is told: "çekildiğine dair bir işaret yok"."""
    morph = parsed.tokens[clause.verb].morph
    bound = morph.case is DAT and parsed.tokens[clause.verb + 1].lower in parsed.words.bearings
    if not bound or parent is None:
        return False
    verb = parsed.tokens[parent.verb]
    return verb.morph.negative or verb.lower in parsed.words.lacking


def _is_modifier(clause: Clause, parsed: Parsed) -> bool:
    return clause.head is not None and parsed.tokens[clause.verb].morph.case in (None, NOM)


def _nominal(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict:
    """A bare noun tells a deed of the past unless the words behind it say otherwise."""
    if _asks_whether(firing.clause, parsed):
        return None, "modality.whether"
    if _is_untrue(firing.anchor, parsed, governors):
        return Modality.DENIED, "modality.governor"
    verdict = _behind(firing.anchor, parsed, governors)
    if verdict in ("hypothetical", "planned", "wanted"):
        return Modality(verdict), "modality.governor"
    if verdict in ("drop", "claim"):
        return DROPPED
    return Modality.HAPPENED, "modality.told"
