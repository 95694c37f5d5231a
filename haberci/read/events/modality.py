"""Whether a deed happened, is planned, wanted, hypothetical or denied: from the verb's form and what governs it."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import ACAK, AORIST, CONDITION, GEN, NOM, Form, Morph, Pos, Tense
from haberci.read.events.attribution import CLAIMED, SPOKEN
from haberci.read.events.below import is_anothers
from haberci.read.events.claims import CLAIM, calls_claim_untrue, is_claimed_by_others, is_untrue
from haberci.read.events.conditions import (
    completed_by,
    condition,
    hangs_on_more,
    hoped_for,
    is_any,
    is_deemed,
    is_habit,
    is_lacking,
    is_left_open,
    is_light_object,
    noun_to_come,
    only_asks,
    supposed,
    whether,
)
from haberci.read.events.deed_rows import row_end
from haberci.read.events.finite_verbs import is_wished, of_finite
from haberci.read.events.governing import (
    DEPTH,
    OPEN_FORMS,
    had_effect,
    is_asked,
    is_before_another,
    is_begged,
    is_by_doing,
    is_left_unsaid,
    is_named_behind,
    is_reason_told,
    is_what_for,
    stands_beside,
    tells_to_come,
    verdict_above,
    verdict_behind,
)
from haberci.read.events.matching import Firing
from haberci.read.events.modality_rules import ABLE, EFFECTIVE, JUDGED, ON_CONDITION, Verdict
from haberci.read.events.performed import is_done_in_saying
from haberci.read.events.refusals import REFUSED, is_charge_refuted, is_in_vain, is_open_yet, is_said
from haberci.read.events.vowed import is_refused_otherwise, is_vowed
from haberci.read.parse import Parsed

DROPPED: Final[Verdict] = (None, "modality.governor")
FACTUAL_FORMS: Final = frozenset({Form.AN, Form.DIK, Form.MIS, Form.KEN, Form.DIKCA, Form.ALI})
BESIDE_FORMS: Final = frozenset({Form.KEN, Form.DIKCA, Form.ALI})  # "görüşürken gündemde ticaret vardı"
SEQUENT_FORMS: Final = frozenset({Form.ARAK, Form.IP, Form.INCA})
STILL_TO_COME: Final = frozenset({"planned", "wanted"})  # flags of frames whose deed their verb says is to come
TO_COME: Final = frozenset({"planned-only", "conditional"})  # flags of frames whose deed must still lie ahead
WISHING: Final = frozenset({Tense.AORIST, Tense.CONDITION, Tense.IMPERATIVE, Tense.OPTATIVE})


def modality(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict:
    """The modality of a firing and the rule that set it; None when no deed is told at all."""
    if firing.nominal:
        return _nominal(firing, parsed, governors)
    asked = "rhetorical" not in firing.frame.flags and only_asks(firing.clause, parsed)
    if asked or is_habit(firing.clause, parsed, governors):
        return None, "modality.whether"
    blames = firing.frame.type is EventType.ACCUSE and "claims" not in firing.frame.flags
    if blames and calls_claim_untrue(min(firing.words), parsed, governors):
        return DROPPED
    if firing.frame.actor == SPOKEN and firing.frame.flags.isdisjoint(TO_COME):
        return _by_speaker(firing, parsed, governors)
    refused = is_refused_otherwise(firing.frame, firing.clause, parsed)
    if is_in_vain(firing.clause, parsed) and not refused:
        return None, "modality.whether"
    pair = whether(firing.clause, parsed)
    if pair is not None:
        open_yet = pair.verb > firing.clause.verb and is_left_open(pair, parsed, governors)
        return (Modality.HYPOTHETICAL if open_yet else None), "modality.whether"
    if (done := _done_thereby(firing, parsed, refused)) is not None:
        return done
    named = is_named_behind(firing.clause, firing.words, parsed, governors)
    verdict = (Modality.HAPPENED, "modality.told") if named else _of_clause(firing.clause, parsed, governors, DEPTH)
    if verdict[0] is Modality.DENIED and is_charge_refuted(firing, parsed):
        verdict = Modality.HAPPENED, "modality.told"
    if verdict[0] is not None and is_lacking(max(firing.words), parsed):
        return _not_there(verdict[0], max(firing.words) + 1, parsed)
    return verdict if verdict[0] is None else _of_frame(firing, parsed, governors, verdict[0], verdict[1])


def _done_thereby(firing: Firing, parsed: Parsed, refused: bool) -> Verdict | None:
    """The verdict on what is done, or vowed, by saying so, or by what people came for; None where the verb decides."""
    if is_vowed(firing.frame, firing.clause, parsed):
        return Modality.PLANNED, "modality.future"
    done = is_done_in_saying(firing, parsed) or refused
    done = done or ("purpose" in firing.frame.flags and is_what_for(firing.clause, parsed))
    return (Modality.HAPPENED, "modality.told") if done else None


def _by_speaker(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict:
    """The verdict on what a speaker does by saying it, save where a negation takes it away: "gitmesi gerekmiyor"."""
    others = firing.clause.form in CLAIMED and is_claimed_by_others(firing.clause, parsed, governors)
    if others or (firing.frame.type is EventType.ACCUSE and is_begged(firing.clause, parsed)):
        return DROPPED
    undone = "negation-drops" in firing.frame.flags and parsed.tokens[firing.anchor].morph.negative
    return (None, "modality.negated") if undone else (Modality.HAPPENED, "modality.told")


def _of_frame(firing: Firing, parsed: Parsed, governors: GovernorTable, found: Modality, rule: str) -> Verdict:
    """What the verdict on a clause means for the deed of the frame that fired."""
    flags = firing.frame.flags
    to_be, noun = _is_to_be(found, rule) and "planned-only" not in flags, max(firing.words)
    if to_be and noun > firing.clause.verb and verdict_behind(noun, parsed, governors) == "hypothetical":
        found = Modality.HYPOTHETICAL  # "yapılacak bir müdahale ihtimali"
    elif to_be and hangs_on_more(firing.clause, parsed, governors):
        found, rule = Modality.HYPOTHETICAL, ON_CONDITION
    if found is Modality.HAPPENED and not flags.isdisjoint(STILL_TO_COME):
        found, rule = Modality.WANTED if "wanted" in flags else Modality.PLANNED, "modality.governor"
    if "denies" in flags:
        return Modality.DENIED, "modality.negated"
    morph = parsed.tokens[firing.clause.verb].morph
    return _negated(firing, found, rule, parsed) if morph.negative else (found, rule)


def _not_there(found: Modality, at: int, parsed: Parsed) -> Verdict:
    """What is said not to be there was not done; that it is not to be done is no deed: "yapılacak bir görüşme yok".

    Nor is what has not been done yet: "kınamış değil".
    """
    yet = parsed.tokens[at].morph.tense is Tense.NOMINAL and parsed.small[at] not in parsed.words.lacking
    return (Modality.DENIED if found is Modality.HAPPENED and not yet else None), "modality.negated"


def _is_to_be(found: Modality, rule: str) -> bool:
    """Whether a deed is one to come that will, can or may be done."""
    return found is Modality.PLANNED or (found is Modality.HYPOTHETICAL and rule == ABLE)


def _negated(firing: Firing, found: Modality, rule: str, parsed: Parsed) -> Verdict:
    frame, clause = firing.frame, firing.clause
    morph = parsed.tokens[clause.verb].morph
    if is_open_yet(clause, parsed):
        return None, "modality.negated"
    rejects = "negation-rejects" in frame.flags
    said = found is Modality.HAPPENED and frame.type is not EventType.AGREE and is_said(clause, parsed, frame.type)
    if rejects and said and rule != JUDGED:
        return Modality.DENIED, "modality.negated"  # who says that he did not meet denies; who does not meet refuses
    if rejects or "negative-only" in frame.flags:
        return found, rule
    judged = rule == JUDGED  # "törene katılmamasını eleştirdi": that it was not done is no denial
    if judged or "negation-drops" in frame.flags or found is not Modality.HAPPENED or morph.tense is AORIST:
        return None, "modality.negated"  # what is, can or will not be done is not denied: nobody said that it was
    return Modality.DENIED, "modality.negated"


def _of_clause(clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int) -> Verdict:
    over = completed_by(clause, parsed)
    if over is not None and depth > 0:
        return _of_clause(over, parsed, governors, depth - 1)
    clause = row_end(clause, parsed)
    morph = parsed.tokens[clause.verb].morph
    above = verdict_above(clause, parsed, governors)
    if clause.form in OPEN_FORMS:
        return _open(clause, parsed, governors, depth, above)
    if above is Modality.DENIED:
        return above, "modality.governor"
    if morph.conditional or supposed(clause, parsed, governors):
        return Modality.HYPOTHETICAL, ABLE
    warned = clause.form is ACAK and is_anothers(clause, parsed)  # of what others will do to a third
    if above == "drop" and clause.form in (Form.DIK, ACAK) and not warned:
        return DROPPED  # what is threatened is the threat: "sınır dışı edeceği uyarısında bulundu"
    if clause.form is ACAK or morph.tense is Tense.FUTURE:
        return _to_come(clause, morph, above)
    if clause.form in SEQUENT_FORMS:
        beside = stands_beside(clause, parsed) if depth > 0 else None
        clause = clause if beside is None else clause._replace(parent=beside.verb)
        return _of_parent(clause, parsed, governors, depth) or (Modality.HAPPENED, "modality.told")
    if clause.form in FACTUAL_FORMS:
        return _of_fact(clause, parsed, governors, depth, above)
    return _at_end(clause, morph, parsed, governors, above)


def _of_fact(
    clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int, above: Modality | str | None
) -> Verdict:
    """The verdict on -DIK and its like: done, save before what is still to come, "çekildikten sonra gidecek"."""
    over = _of_parent(clause, parsed, governors, depth) if is_before_another(clause, parsed) else None
    if over is not None and over[0] in (Modality.PLANNED, Modality.HYPOTHETICAL):
        return over
    head = parsed.tokens[clause.verb + 1] if clause.head is not None else None
    felt = head is not None and head.morph.possessive is None and head.lower.startswith(governors.begun)
    if above is Modality.HYPOTHETICAL and clause.form not in BESIDE_FORMS and not felt:  # but "duyduğu endişeyi"
        return above, "modality.governor"
    able = parsed.tokens[clause.verb].morph.able
    return (Modality.HYPOTHETICAL, ABLE) if able else (Modality.HAPPENED, "modality.told")


def _to_come(clause: Clause, morph: Morph, above: Modality | str | None) -> Verdict:
    """The verdict on -AcAK, finite or not."""
    if clause.form is ACAK and (above is Modality.WANTED or above is Modality.HYPOTHETICAL):
        return above, "modality.governor"
    return (Modality.HYPOTHETICAL, ABLE) if morph.able else (Modality.PLANNED, "modality.future")


def _at_end(
    clause: Clause, morph: Morph, parsed: Parsed, governors: GovernorTable, above: Modality | str | None
) -> Verdict:
    """The verdict on a finite verb, by the words before it."""
    if morph.tense in WISHING and is_wished(clause, parsed, governors):
        return Modality.WANTED, "modality.wish"
    if morph.tense is AORIST and condition(clause, parsed, governors) is not None:
        return Modality.HYPOTHETICAL, ON_CONDITION
    granted = parsed.small[clause.verb + 1] in governors.conceding if clause.verb + 1 < len(parsed.tokens) else False
    said = morph.tense is CONDITION and (above is Modality.HAPPENED or granted)  # "ne kadar teşekkür etsek azdır"
    return (Modality.HAPPENED, "modality.governor") if said else of_finite(morph)


def _open(
    clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int, above: Modality | str | None
) -> Verdict:
    """-mA and -mAK leave open whether the deed took place: the governor says it, and without one no deed is told."""
    if above is Modality.DENIED and verdict_behind(clause.verb, parsed, governors) == "denied":
        return above, "modality.governor"
    if above is None and is_by_doing(clause, parsed):
        came = _of_parent(clause, parsed, governors, depth)
        return (Modality.HAPPENED, "modality.governor") if came and came[0] is Modality.HAPPENED else DROPPED
    if above in (None, Modality.DENIED) and had_effect(clause, parsed):  # "ziyareti ilişkileri düzeltti" denies nothing
        return Modality.HAPPENED, EFFECTIVE
    if above == "drop" or above is None or above is Modality.DENIED:
        return DROPPED
    if above == "judged":
        return DROPPED if tells_to_come(clause, parsed) else (Modality.HAPPENED, JUDGED)
    parent_clause = parsed.clause_of(clause.parent)
    if is_asked(clause, parsed, governors) or is_left_unsaid(parent_clause, parsed, governors):
        return DROPPED
    over = parsed.tokens[parent_clause.verb].morph if parent_clause else None
    if above is Modality.PLANNED and over and over.negative:
        undone = over.lemma not in governors.obeying  # "yakalama kararına uymadı" is no arrest denied
        return (Modality.DENIED, "modality.negated") if undone else DROPPED
    unwanted = over is not None and over.negative and governors.passives.get(over.lemma) == Modality.WANTED
    if above is Modality.WANTED and over and (over.conditional or unwanted):
        return DROPPED  # "görüşmek isterse", "görüşmek istemediğini"
    if above is Modality.HAPPENED:
        parent = None if is_reason_told(clause, parsed) else _of_parent(clause, parsed, governors, depth)
        return (Modality.HAPPENED, "modality.governor") if parent is None or parent[0] is None else parent
    return (above, "modality.governor") if isinstance(above, Modality) else DROPPED


def _of_parent(clause: Clause, parsed: Parsed, governors: GovernorTable, depth: int) -> Verdict | None:
    parent = parsed.clause_of(clause.parent)
    if parent is None or depth == 0 or parent.quoted != clause.quoted:
        return None
    return _of_clause(parent, parsed, governors, depth - 1)


def _nominal(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict:
    """A bare noun tells a deed of the past unless the words behind it say otherwise."""
    if whether(firing.clause, parsed) is not None:
        return None, "modality.whether"
    if is_untrue(firing.anchor, parsed, governors):
        return Modality.DENIED, "modality.governor"
    verdict = verdict_behind(firing.anchor, parsed, governors)
    if verdict in ("hypothetical", "planned", "wanted"):
        return Modality(verdict), "modality.governor"
    lacking = "negation-drops" in firing.frame.flags and is_lacking(firing.anchor, parsed)  # "kapımız açık değil"
    lacking = lacking or any(said(firing, parsed) for said in REFUSED) or is_deemed(firing, parsed, governors)
    if verdict in ("drop", CLAIM) or lacking or is_any(min(firing.words), parsed, governors):
        return DROPPED
    if "supposed" in firing.frame.flags:  # "görüşme ihtimali var"
        return Modality.HYPOTHETICAL, "modality.governor"
    if not firing.frame.flags.isdisjoint(STILL_TO_COME):
        return Modality.WANTED if "wanted" in firing.frame.flags else Modality.PLANNED, "modality.governor"
    if is_light_object(firing, parsed):
        return _of_clause(firing.clause, parsed, governors, DEPTH)
    ahead = noun_to_come(min(firing.words), parsed, governors) or _carried_out(firing, parsed, governors)
    ahead = ahead or hoped_for(firing, parsed, governors)
    return ahead or (Modality.HAPPENED, "modality.told")


def _carried_out(firing: Firing, parsed: Parsed, governors: GovernorTable) -> Verdict | None:
    """What the verb says of a deed that its noun tells: "ziyaretin yarın gerçekleşeceği", "ziyaret yapılabilir"."""
    clause, noun = firing.clause, parsed.tokens[firing.anchor].morph
    verb = parsed.tokens[clause.verb].morph
    held = verb.lemma in (governors.holding if verb.passive else parsed.words.happening)
    if not held or clause.verb < firing.anchor or noun.case not in (NOM, GEN):
        return None
    if clause.verb > firing.anchor and parsed.tokens[firing.anchor + 1].morph.pos is Pos.ADP:
        return None  # "ziyareti hakkında açıklama yapılmadı"
    if verb.negative:
        return DROPPED  # "saldırı düzenlenmedi"
    found = _of_clause(clause, parsed, governors, DEPTH)
    return found if found[0] in (Modality.PLANNED, Modality.HYPOTHETICAL, Modality.WANTED) else None
