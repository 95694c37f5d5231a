"""The other side of a speech act whose clause names none: whom its speaker dealt with, or who asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form
from haberci.core.report import Event
from haberci.read.events.bystanders import demanded
from haberci.read.events.fellows import SIDES, is_other
from haberci.read.events.lands import told_before
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

HELPED: Final = 3  # sentences back to the help that others gave
STRICKEN: Final = 6  # sentences back to the disaster in which others help
RECENT: Final = 1  # sentences back to the deed that is answered
TALKS_REACH: Final = 4  # words between those with whom one talks and the talks: "Putin'le dün yaptığı görüşmede"
MEETING_FORMS: Final = (Form.ARAK, Form.IP)
ADDRESSED: Final = frozenset({EventType.ACCUSE, EventType.AGREE, EventType.REQUEST})
SAID: Final = frozenset({Form.DIK, Form.ACAK, Form.MA})  # forms of what is told
CONTINUED: Final = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SANCTION}
)
GIVEN: Final = frozenset({EventType.AID, EventType.SANCTION, EventType.SUPPORT, EventType.THREATEN})
NAMING: Final = frozenset({"subj", "comp"})  # parts that tell who is meant, or nobody is


def counterpart(firing: Firing, setting: Setting, doers: tuple[ActorCode, ...]) -> Filled:
    """Whom the ``doers`` dealt with last, of those who accuse; who asked them, of those who agree."""
    named = tuple(code for code in doers if code.principal != UNKNOWN_PRINCIPAL)
    own = frozenset(code.principal for code in named if code.sector in SIDES)
    if own and _goes_on(firing):
        again = _same_receiver(setting, named)
        if again.codes or firing.frame.type is not EventType.AID:
            return again
    if own and firing.frame.type is EventType.AID and not firing.nominal:
        return _helped(firing, setting, own)
    if own and firing.frame.type is EventType.REQUEST and not firing.nominal:
        talked_to = _talked_to(firing, setting, own)
        if talked_to.all_codes():
            return talked_to
    if not own or not _addresses(firing, setting):
        return NOBODY
    events = list(setting.lately(RECENT))
    if firing.frame.type is EventType.REQUEST:
        events = [e for e in events if e.type in CONTINUED and own.issuperset(c.principal for c in e.actors)]
    if firing.frame.type is EventType.AGREE:
        asked = next((e.actors for e in events if _is_asked(e, own)), ())
        return Filled(codes=asked, rule="party.asker") if asked else _met(firing, setting, events, own)
    return Filled(codes=next((codes for e in events if (codes := _other_side(e, own))), ()), rule="party.dealt")


def _met(firing: Firing, setting: Setting, events: Iterable[Event], own: frozenset[str]) -> Filled:
    """With whom the meeting is at which it is promised: "Görüşmede Aliyev söz verdi"."""
    start = setting.parsed.behind_finite(firing.anchor)
    words = (token.morph for token in setting.parsed.tokens[start : firing.anchor])
    if not any(m.case is Case.LOC and m.lemma in setting.nouns.gatherings for m in words):
        return NOBODY
    meetings = (e for e in events if e.type is EventType.CONSULT)
    others = (
        c for e in meetings if not own.isdisjoint(c.principal for c in e.actors) for c in (*e.actors, *e.recipients)
    )
    return Filled(codes=tuple(dict.fromkeys(c for c in others if is_other(c, own))), rule="party.dealt")


def _talked_to(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """With whom one talks, or talked just before, of those who ask for something."""
    here = _met_here(firing, setting, own)
    return here if here.all_codes() or not firing.frame.before else _met(firing, setting, setting.lately(RECENT), own)


def _met_here(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """With whom one talks as one asks for it: "Merkel, Putin'le görüşmesinde esirlerin bırakılmasını istedi".

    So does "Putin'le görüşerek esirleri bırakmasını istedi".
    """
    parsed = setting.parsed
    for part in firing.clause.parts:
        mention = parsed.mentions[part.chunk]
        at = mention.last - parsed.base
        met = mention.case is Case.INS or parsed.words.links.get(parsed.small[at]) is Link.WITH
        talks = [token.morph for token in parsed.tokens[at : min(at + TALKS_REACH, firing.anchor)]]
        held = any(m.case is Case.LOC and m.lemma in setting.nouns.gatherings for m in talks)
        held = held or any(m.form in MEETING_FORMS and m.lemma in parsed.words.meeting for m in talks)
        if met and held and any(is_other(code, own) for code in mention.codes):
            return Filled(group_of(parsed, part, firing.clause), rule="party.dealt")
    return NOBODY


def _helped(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Whom others helped just before: "Madrid Türkiye'ye uçak gönderdi. Bakü 150 itfaiyeci gönderdi"; else the land."""
    acts_on = any("obj" in names for names in firing.frame.recipient)  # "ekipleri eğitiyor"
    if firing.clause.head is not None or firing.clause.quoted or acts_on or _goes_to_thing(firing, setting):
        return NOBODY
    aid = (e for e in setting.lately(HELPED) if e.type is EventType.AID and UNKNOWN not in e.recipients)
    last = next((e for e in aid if e.recipients and own.isdisjoint(c.principal for c in e.recipients)), None)
    return _stricken(setting, own) if last is None else Filled(codes=last.recipients, rule="party.dealt")


def _goes_to_thing(firing: Firing, setting: Setting) -> bool:
    """Whether help goes to what somebody owns there, or to a deed: "elçiliğine silah gönderdi", "çözülmesine"."""
    first = max(0, firing.clause.first - 1)  # behind a nested verb, which may be that deed
    morphs = (token.morph for token in setting.parsed.tokens[first : firing.anchor])
    return any(m.case is Case.DAT and m.possessive is not None for m in morphs)


def _stricken(setting: Setting, own: frozenset[str]) -> Filled:
    """The one land of others told just before, where help goes: "Muğla'da orman yanıyor. Bakü iki uçak gönderdi"."""
    start = setting.report.sentences[max(0, setting.parsed.number - HELPED)].first
    near = takewhile(lambda mention: mention.first >= start, told_before(setting))
    lands = {code.principal for m in near if m.kind in LANDS and m.case is Case.LOC for code in m.codes}
    lands -= own | {code.principal for m in setting.parsed.mentions for code in m.codes}
    struck = [ActorCode(principal, "GOV") for principal in lands if principal in setting.states]
    if len(lands) == len(struck) == 1:
        return Filled(codes=tuple(struck), rule="party.stricken")
    return stricken(setting, own)


def stricken(setting: Setting, own: frozenset[str]) -> Filled:
    """The one land of others that the last sentence of a disaster names: "Sel Libya'yı vurdu. Roma gemi yolladı"."""
    for parsed in reversed(setting.earlier[-STRICKEN:]):
        if setting.nouns.disasters.isdisjoint(token.morph.lemma for token in parsed.tokens):
            continue
        lands = {c.principal for m in parsed.mentions if m.kind in LANDS for c in m.codes} - own
        if len(lands) == 1 and all(land in setting.states for land in lands):
            return Filled(codes=tuple(ActorCode(land, "GOV") for land in lands), rule="party.stricken")
    return NOBODY


def _goes_on(firing: Firing) -> bool:
    """Whether a verb shares its subject with one before and may share whom it is done to: "ve destek de verecek"."""
    frame, clause = firing.frame, firing.clause
    dative = any(names in (("dat",), ("obj",)) for names in frame.recipient)
    shared = clause.subject_from is SubjectFrom.SHARED and clause.head is None
    return frame.type in GIVEN and dative and not firing.nominal and shared


def _same_receiver(setting: Setting, doers: tuple[ActorCode, ...]) -> Filled:
    """The receiver of what the same ones did just before in the sentence: "Kişinev'e ekip yollayacak, para verecek"."""
    here = setting.parsed.sentence.at.start
    alike = (e for e in reversed(setting.told_before) if e.at.start == here and e.actors == doers)
    last = next(alike, None)
    return NOBODY if last is None else Filled(codes=last.recipients, rule="party.dealt")


def continuing(firing: Firing, setting: Setting, to: frozenset[str]) -> Filled:
    """Who acted on the receiver before, of a passive that names no doer: "Ayrıca Rus elçiliğinin boşaltılması istendi".

    ``to`` are the principals of those to whom it is done.
    """
    if firing.nominal or firing.frame.type not in CONTINUED or firing.clause.form is not Form.FINITE:
        return NOBODY
    for event in setting.lately(RECENT):
        doers = tuple(code for code in event.actors if is_other(code, to))
        if doers and not to.isdisjoint(code.principal for code in event.recipients):
            return Filled(codes=doers, rule="party.dealt")
    return NOBODY


def _addresses(firing: Firing, setting: Setting) -> bool:
    """Whether a frame that fired may go to somebody whom its clause does not name."""
    frame, clause = firing.frame, firing.clause
    if frame.type is EventType.REQUEST and not _demands(firing, setting):
        return False
    if firing.nominal or frame.type not in ADDRESSED or frame.actor[0] != ("subj",):
        return False
    if not frame.recipient or NAMING.intersection(frame.recipient[0]) or clause.head is not None:
        return False
    return clause.form is not Form.AN and clause.subject_from is not SubjectFrom.OTHER


def _demands(firing: Firing, setting: Setting) -> bool:
    """Whether it is asked that something be done, whoever does it; that nothing happens is only hoped for."""
    asked = demanded(firing, setting)
    return bool(asked) and not any(setting.parsed.tokens[clause.verb].morph.negative for clause in asked)


def _is_asked(event: Event, own: frozenset[str]) -> bool:
    """Whether an event asks something of those who speak now."""
    asked = event.type is EventType.REQUEST and not own.isdisjoint(code.principal for code in event.recipients)
    return asked and all(is_other(code, own) for code in event.actors)


def _other_side(event: Event, own: frozenset[str]) -> tuple[ActorCode, ...]:
    """The side of an event that those who speak now dealt with."""
    for one, other in ((event.actors, event.recipients), (event.recipients, event.actors)):
        if not own.isdisjoint(code.principal for code in one):
            return tuple(code for code in other if is_other(code, own))
    return ()


def addressee(firing: Firing, setting: Setting) -> Filled:
    """To whom the words are spoken in which somebody is told to do something: 'Putin'e "Savaşı bitirin." dedi'."""
    cue = setting.parsed.clause_of(firing.clause.parent)
    if cue is not None and cue.form is Form.ARAK and not cue.quoted:
        cue = setting.parsed.clause_of(cue.parent) or cue  # '"Çekilin" diyerek Kurti'ye seslendi'
    parts = () if cue is None or cue.quoted else cue.parts
    told = _told_beside(parts, setting)
    return told if told.mentions else _told_beside(_cue_parts(setting), setting)


def _told_beside(parts: Iterable[ClausePart], setting: Setting) -> Filled:
    """The dative of a verb of speech, save the paper spoken to, and one of what is said: "göçmene engel olacağını"."""
    form = {token: setting.parsed.tokens[token].morph.form for part in parts for token in part.through}
    own = (p for p in parts if not any(form[verb] in SAID for verb in p.through))
    told = (setting.parsed.mentions[p.chunk] for p in own if p.case is Case.DAT and p.link is Link.PART)
    return Filled(tuple(m for m in told if m.codes and m.codes[0].sector != "JRN")[:1])


def _cue_parts(setting: Setting) -> tuple[ClausePart, ...]:
    """The parts of the verb that reports the words, wherever it stands: 'Putin'e seslendi: "Savaşı bitirin."'."""
    if setting.statement is None:
        return ()
    cue, parsed = setting.statement.cue_at.span, setting.parsed
    over = (c for c in parsed.clauses if not c.quoted and cue.overlaps(parsed.tokens[c.verb].span))
    return next((clause.parts for clause in over), ())
