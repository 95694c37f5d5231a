"""Type and mode of a deed, where the frame alone does not settle them: refusals, concessions, requests, weapons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.language import Context
from haberci.core.morph import ABL, ACAK, ACC, DAT, FINITE, FIRST, IMPERATIVE, Form, Morph, Pos, Tense
from haberci.core.report import Statement
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.foretold import is_only_foretold, supposes_truce
from haberci.read.events.governing import OPEN_FORMS, verdict_behind
from haberci.read.events.matching import Firing
from haberci.read.events.menaces import threatens_nobody
from haberci.read.events.mode_words import AT_REQUEST, armed_with, asked_mode, at_computers, threat_mode
from haberci.read.events.refusals import is_unable, will_not
from haberci.read.events.setting import Filled
from haberci.read.events.vowed import asks_why, ends_in_question, is_decided_for, is_refused_by_asking, says_of_itself
from haberci.read.parse import Parsed

PEOPLE: Final = frozenset({"CVL", "BUS"})
PAIR: Final = 2  # sides of a meeting
SPOKEN: Final = (("speaker",),)  # the actor of frames by which the speaker blames
OPEN_TENSES: Final = frozenset({Tense.FUTURE, Tense.NECESSITY, Tense.CONDITION, Tense.IMPERATIVE, Tense.OPTATIVE})
HEAVY: Final = frozenset({"aerial", "unconventional"})  # what makes a drill one of weapons
UNDONE_CASES: Final = (ABL, ACC)
WORDS_ALONE: Final = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
REFUSED: Final = frozenset({EventType.REJECT, EventType.THREATEN})  # what is done as soon as one says that he will
JUDGING: Final = "disapprove"
MEASURES: Final = frozenset({"measure", "mutual"})  # flags of speech acts that take more than words
THREATS: Final = frozenset({"negative-only", "conditional"})  # flags of frames that threaten as soon as they fire
LEAVE: Final = ("let",)  # filler of those who get leave, which is refused for whatever it was asked
ASKING: Final = frozenset({EventType.REQUEST, EventType.REJECT})
RULED: Final = frozenset({"arrest", "convict", "release", "restrict", "seize", "censor"})  # what a court's word does


@dataclass(frozen=True, slots=True)
class Typed:
    """What sort of deed it is, and whether it took place."""

    type: EventType
    mode: str | None
    modality: Modality


def first_type(firing: Firing, parsed: Parsed, told: Modality) -> Typed | None:
    """The frame's type and mode, REJECT where a negation refuses; None where the frame asks for another modality."""
    frame = firing.frame
    typed = Typed(frame.type, frame.mode, told)
    if not firing.nominal and (_tells_nothing(firing, parsed) or threatens_nobody(firing, parsed)):
        return None
    if frame.type in SPEECH_ACTS and _is_not_said(firing, parsed, told):
        return Typed(EventType.RETREAT, "ceasefire", told) if supposes_truce(firing, told) else None
    described = frame.type in SPEECH_ACTS and _describes(firing, parsed)  # "destekleyecek bir bütçe" promises nothing
    if told is Modality.PLANNED and (described or is_only_foretold(firing, parsed)):
        return None
    if "planned-only" in frame.flags:
        threatens = told is Modality.PLANNED or _answers(firing, parsed) or _offers(firing, parsed)
        return replace(typed, modality=Modality.HAPPENED) if threatens else None
    if frame.type is EventType.THREATEN and not frame.flags.isdisjoint(THREATS):
        return replace(typed, modality=Modality.HAPPENED)
    told = Modality.PLANNED if told is Modality.HYPOTHETICAL and will_not(firing.clause, parsed) else told
    if told is Modality.PLANNED and _is_settled(firing, parsed):
        return replace(typed, modality=Modality.HAPPENED)
    if not parsed.tokens[firing.anchor].morph.negative or "negation-rejects" not in frame.flags:
        return typed
    if told is Modality.DENIED:
        return typed
    if is_unable(parsed.tokens[firing.anchor].morph):
        return None  # who could not has not refused: "ulaştıramadı"
    settled = Modality.HAPPENED if told is Modality.PLANNED else told  # who says that he will not has refused
    return Typed(EventType.REJECT, "meet" if frame.type is EventType.CONSULT else None, settled)


def _is_settled(firing: Firing, parsed: Parsed) -> bool:
    """Whether who says that he will refuse, threaten, yield or accept has done so by his words: "icabet edeceğini".

    So has who says that he will go on to stand by others: "yanında olmaya devam edecek". What others expect of him he
    has not said: "ateşkes ilan etmesi bekleniyor".
    """
    morph, kind = parsed.tokens[firing.anchor].morph, firing.frame.type
    over = parsed.clause_of(firing.clause.parent)
    if over is not None and parsed.tokens[over.verb].morph.lemma in parsed.pack.governors.actives:
        return False
    yields = kind is EventType.CONCEDE or (kind is EventType.AGREE and firing.clause.form is ACAK)
    yields = yields or "goes-on" in firing.frame.flags
    return kind in REFUSED or (yields and not morph.negative)


def _answers(firing: Firing, parsed: Parsed) -> bool:
    """Whether one threatens or offers to do it if the other does something first: "Saldırırsa karşılık veririz"."""
    morph = parsed.tokens[firing.anchor].morph
    offers = firing.frame.type is EventType.AGREE and morph.person in FIRST
    speaks = offers or firing.frame.type is EventType.THREATEN
    if not speaks or morph.tense is not Tense.AORIST or morph.negative or morph.able:
        return False
    return any(token.morph.conditional for token in parsed.tokens[: firing.anchor])


def _offers(firing: Firing, parsed: Parsed) -> bool:
    """Whether one says of oneself that one can help: "yardımcı olabileceklerini söyledi", "ortak olabiliriz"."""
    clause, morph = firing.clause, parsed.tokens[firing.anchor].morph
    if firing.frame.type is EventType.AGREE and clause.form is FINITE and morph.person in FIRST:
        return morph.able and not morph.negative and morph.tense is Tense.AORIST
    own = firing.frame.type is EventType.AGREE and clause.subject_from is SubjectFrom.SHARED and clause.head is None
    return own and clause.form is ACAK and morph.able and not morph.negative and not morph.passive


def _tells_nothing(firing: Firing, parsed: Parsed) -> bool:
    """Whether a verb only asks, says without what ("-mAdAn"), or blames for what it does not tell as done."""
    morph = parsed.tokens[firing.anchor].morph
    if "rhetorical" in firing.frame.flags:
        return False  # "hangi yüzle konuşuyor?" blames as it asks
    undone = firing.clause.form is Form.MADAN or (morph.negative and firing.clause.form is Form.DIKCA)
    if undone or _asks(firing, parsed) or _is_called_off(firing, parsed) or _is_no_verb(firing, parsed):
        return True
    if firing.frame.mode == JUDGING and morph.able and firing.frame.actor != SPOKEN:
        return True  # "eleştirilebilir", "kınayabiliriz" only say that one may
    if firing.frame.type is EventType.REJECT and morph.able and morph.negative:
        return is_unable(morph)  # who can't has not refused: "katılamadım"
    if firing.frame.actor == SPOKEN and morph.negative and "negation-drops" in firing.frame.flags:
        return True  # "çekilmesi gerekmiyor"
    if firing.frame.type is not EventType.ACCUSE or firing.frame.actor != SPOKEN or "able" in firing.frame.flags:
        return False
    unable = "negative-only" in firing.frame.flags  # "yenilgiyi hazmedemiyor" blames as "hazmetmiyor" does
    undone = (morph.negative and not unable) or _is_bare_noun(firing.clause.form, morph)
    unlike = unable and morph.negative
    never = unlike and morph.lemma not in parsed.pack.governors.being  # "akla sığmaz" blames as "sığmıyor" does
    judged = morph.tense is Tense.AORIST and firing.clause.form is FINITE and not never
    supposed = verdict_behind(firing.anchor, parsed, parsed.pack.governors) == Modality.HYPOTHETICAL
    if supposed and firing.clause.form is Form.MA:
        return True  # "çiğnemesi halinde" blames nobody yet
    open_deed = firing.clause.form is ACAK or (firing.clause.form is Form.MAK and not _is_tried(firing, parsed))
    able = morph.able and not unlike
    return undone or judged or able or morph.tense in OPEN_TENSES or open_deed


def _is_tried(firing: Firing, parsed: Parsed) -> bool:
    """Whether one is said to try or go on with what he is blamed for: "aldatmaya çalışıyor", "devam ettiğini"."""
    over = parsed.clause_of(firing.clause.parent)
    if over is None or over.form in UNSURE or parsed.tokens[firing.anchor].morph.case is not DAT:
        return False
    morph = parsed.tokens[over.verb].morph
    sure = not (morph.negative or morph.able or morph.conditional or morph.tense in OPEN_TENSES)
    return sure and not parsed.pack.governors.trying.isdisjoint(parsed.verb_words(over.verb))


def _is_called_off(firing: Firing, parsed: Parsed) -> bool:
    """Whether what was to be done is only the object of a verb that undoes it: "yapacağı ziyareti iptal etti"."""
    over = _above(firing, parsed)
    while over is not None:
        if not parsed.pack.governors.undoing.isdisjoint(parsed.verb_words(over.verb)):
            return True
        # "ziyareti, gelişmeleri izlemek amacıyla erteledi"
        over = parsed.clause_of(over.parent) if over.form in (Form.MAK, Form.MA) else None
    return False


def _above(firing: Firing, parsed: Parsed) -> Clause | None:
    """The clause of the verb whose object is a deed to come, or a deed told by a noun."""
    if firing.nominal:
        return firing.clause if parsed.tokens[firing.anchor].morph.case in UNDONE_CASES else None
    to_come = firing.clause.form is ACAK and max(firing.words) > firing.clause.verb
    return parsed.clause_of(firing.clause.parent) if to_come else None


def _is_not_said(firing: Firing, parsed: Parsed, told: Modality) -> bool:
    """Whether a speech act is only wished to be done, or supposed: "teşekkür etmek istedi", "teşekkür ederse".

    What takes more than words can be hoped for: "tanımasını umuyor", "anlaşma imzalamak istiyor", and supposed:
    "tanıması ihtimali", but not "kınaması halinde".
    """
    morph = parsed.tokens[firing.anchor].morph
    if told is Modality.DENIED and firing.clause.form in OPEN_FORMS:
        return True  # "tanımayı düşünmüyor" denies nothing
    hoped = firing.frame.type is not EventType.REJECT and (morph.passive or not firing.frame.flags.isdisjoint(MEASURES))
    supposed = told is Modality.HYPOTHETICAL and firing.clause.form in OPEN_FORMS and firing.frame.type in WORDS_ALONE
    supposed = (supposed and not morph.passive) or supposes_truce(firing, told)
    return morph.conditional or supposed if told is not Modality.WANTED else not hoped


def _is_no_verb(firing: Firing, parsed: Parsed) -> bool:
    """Whether an imperative stands inside a sentence, where none does: "copla müdahale etti" tells of truncheons."""
    if parsed.tokens[firing.anchor].morph.tense is not IMPERATIVE:
        return False
    behind = firing.anchor + 1
    return behind < len(parsed.tokens) and parsed.tokens[behind].morph.pos in (Pos.NOUN, Pos.VERB)


UNSURE: Final = (Form.ACAK, Form.MAK, Form.MA)  # forms of a verb that does not tell what is tried as done


def _is_bare_noun(form: Form | None, morph: Morph) -> bool:
    """Whether a verb is only named, as nobody's deed: "karışma niyeti"."""
    return form is Form.MA and morph.possessive is None


def _asks(firing: Firing, parsed: Parsed) -> bool:
    """Whether a finite verb ends in a question: "neden suçladı?"; who asks why one lies says that one does."""
    if firing.clause.form is not FINITE or is_refused_by_asking(firing.frame, firing.clause, parsed):
        return False
    blames = firing.frame.type is EventType.ACCUSE and firing.frame.actor == SPOKEN
    return ends_in_question(firing.clause, parsed) and not (blames and asks_why(firing.clause, parsed))


def final_type(
    typed: Typed,
    firing: Firing,
    parsed: Parsed,
    context: Context,
    actors: tuple[ActorCode, ...],
    recipient: Filled,
    statement: Statement | None,
) -> Typed:
    """The type with its mode from the words around; a retreat that its doer announces is a concession made."""
    if _is_ruled(typed, firing, actors):
        return replace(typed, modality=Modality.HAPPENED)
    open_mode = typed.mode in (None, "change") or firing.frame.recipient == AT_REQUEST
    if typed.type in ASKING and open_mode and LEAVE not in firing.frame.recipient:
        return replace(typed, mode=asked_mode(parsed, firing, context) or _plain_mode(typed, firing, recipient))
    if typed.type is EventType.CONSULT and typed.mode is None and len({actor.principal for actor in actors}) > PAIR:
        words = parsed.small[firing.clause.first : max(firing.words) + 1]
        at_once = "multilateral" if "gathers" in firing.frame.flags else None
        return replace(typed, mode=context.pack.asks.meeting(words) or at_once)
    if typed.type is EventType.THREATEN and typed.mode is None:
        return replace(typed, mode=threat_mode(parsed, firing, context))
    if typed.mode == "troops":
        return replace(typed, mode=_moved(firing, parsed, context, actors, recipient))
    if typed.mode == "arrest" and actors and all(a.sector in IRREGULAR for a in actors):
        return replace(typed, type=EventType.ASSAULT, mode="abduct")
    if typed.type is EventType.ASSAULT and at_computers(parsed, firing, context):
        return replace(typed, type=EventType.COERCE, mode="cyber")
    if typed.type is EventType.ASSAULT and typed.mode is None:
        return replace(typed, mode=armed_with(parsed, firing, context, recipient))
    return _conceded(typed, firing, parsed, actors, statement)


def _conceded(
    typed: Typed, firing: Firing, parsed: Parsed, actors: tuple[ActorCode, ...], statement: Statement | None
) -> Typed:
    """A retreat that its doer announces, and what he promises to concede, are concessions (codebook, section 2)."""
    to_come = typed.modality is Modality.PLANNED and not is_decided_for(firing.clause, parsed, actors)
    to_come = to_come or says_of_itself(firing.clause, parsed)
    if typed.type is EventType.RETREAT and to_come and typed.mode != "resign" and _is_own_word(actors, statement):
        return Typed(EventType.CONCEDE, None, Modality.HAPPENED)
    if typed.type is EventType.CONCEDE and typed.modality is Modality.PLANNED and _is_promised(firing, parsed):
        return replace(typed, modality=Modality.HAPPENED)
    return typed


def _is_ruled(typed: Typed, firing: Firing, actors: tuple[ActorCode, ...]) -> bool:
    """Whether a court decides it, and so does it: "tutuklanmasına karar verdi", "tahliyesine hükmetti"."""
    decided = typed.modality is Modality.PLANNED and typed.mode in RULED and firing.clause.form is not ACAK
    return decided and bool(actors) and all(actor.sector == "JUD" for actor in actors)


def _moved(firing: Firing, parsed: Parsed, context: Context, actors: tuple[ActorCode, ...], recipient: Filled) -> str:
    """What is moved or made ready: police or militia by those who move, weapons by the words of the clause."""
    if actors and all(a.sector == "COP" for a in actors):
        return "police"
    if actors and all(a.sector in IRREGULAR for a in actors):
        return "militia"
    return "weapons" if armed_with(parsed, firing, context, recipient) in HEAVY else "troops"


def _plain_mode(typed: Typed, firing: Firing, recipient: Filled) -> str | None:
    """What is asked or refused where no word tells: a change of policy, but of people, or of nobody told, help."""
    if typed.type is EventType.REJECT:
        return None if "bare-refusal" in firing.frame.flags and firing.clause.form is FINITE else typed.mode or "change"
    others = [code for code in recipient.all_codes() if code.principal != UNKNOWN_PRINCIPAL]
    return typed.mode or "change" if any(code.sector not in PEOPLE for code in others) else "assist"


def _describes(firing: Firing, parsed: Parsed) -> bool:
    """Whether -AcAK only describes the noun behind it ("suçlanacak kişi"), which is no promise ("çekileceği sözü")."""
    if firing.nominal or firing.clause.form is not ACAK or firing.clause.head is None:
        return False
    return firing.frame.type is not EventType.CONCEDE or not _is_promised(firing, parsed)


def _is_promised(firing: Firing, parsed: Parsed) -> bool:
    """Whether a noun behind a deed to come makes it a promise: "çekileceği sözü"."""
    at = firing.clause.verb  # a verb behind it ("bekleniyor") is no such noun
    promised = verdict_behind(at, parsed, parsed.pack.governors) == Modality.PLANNED
    return promised and parsed.tokens[at + 1].morph.form is None


def _is_own_word(actors: tuple[ActorCode, ...], statement: Statement | None) -> bool:
    """Whether a retreat to come is announced by the one that will retreat (codebook, section 2)."""
    if actors == (UNKNOWN,):
        return False
    return statement is None or statement.speaker.principal in {a.principal for a in actors}
