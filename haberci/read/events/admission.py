"""Which firings are events: what parties a type needs, and what is no event of the codebook at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from haberci.core.actors import AT_LARGE, IRREGULAR, UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.codebook import EventType
from haberci.core.frames import Frame
from haberci.core.report import MentionKind
from haberci.read.events.domestic import (
    CIVIC,
    OPPOSING,
    RIVALS,
    are_sides,
    is_domestic,
    is_judged,
    oppose,
    principals,
    rise_against,
    some,
)
from haberci.read.events.gunmen import GUNMEN
from haberci.read.events.receivers import COURTS, MEASURES, is_none_to_do
from haberci.read.events.rivals import (
    OPPOSITION,
    POLITICIAN,
    POWERS,
    TOGETHER,
    Codes,
    are_many,
    are_two,
    flags_asked,
)
from haberci.read.events.setting import DEMANDED, NO_DOER, TO_ALL, Filled
from haberci.read.events.spoken_attacks import aims_otherwise, is_only_said
from haberci.read.rows import ADJECTIVE, HOLDERS

Sides = tuple[Codes, Codes]
PERSECUTED: Final = frozenset({"OPP", "JRN", "LEG", "NGO", "REL"})  # whom a hand laid on is politics, whosever it is
FORCES: Final = POWERS | IRREGULAR
OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "IGO"})
FIGHTERS: Final = frozenset({"MIL", "REB", "UAF", "COP"})
DEALERS: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "UAF", "IGO", "OPP"})
OFFICES: Final = frozenset({"GOV", "LEG", "MIL", "ELI", "SPY", "PTY", "COP", "JUD"})
PURGES: Final = frozenset({"arrest", "convict", "allege", "investigate", "release"})  # of a state's own officials
UNITED_NATIONS: Final = "UN"
CUSTODY: Final = frozenset({"arrest", "release"})  # also where it is only ordered
ASSOCIATIONS: Final = frozenset({"LAB", "NGO", "BUS"})
RULERS: Final = frozenset({"GOV", "MIL"})
RESIGN: Final = "resign"
STATE_LETTERS: Final = 3  # of the code of a state
OPEN: Final = frozenset({"group-recipient"})  # flag of a call that goes to everybody
FORCE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
FOUGHT: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT})
TOLD_WHOLE: Final = frozenset(  # also when denied
    {EventType.AID, EventType.COOPERATE, EventType.REQUEST, EventType.RETREAT, EventType.SUPPORT}
)
ARMED: Final = frozenset({"armed", "irregular", "political"})  # flags that gunmen of no side meet
CROWDED: Final = frozenset({"armed"})  # flag that two crowds who clash meet
COUP: Final = frozenset({"seize", "arrest", "abduct"})  # modes of what soldiers do to their own government
NEED_RECIPIENT: Final = frozenset(map(EventType, "SUPPORT REQUEST ACCUSE THREATEN AID SANCTION AGREE".split()))


def settle(frame: Frame, event_type: EventType, denied: bool, actor: Filled, recipient: Filled) -> Sides | None:
    """The actors and recipients of an event, or None when what fired is no event.

    A denial need not tell the receiver, who is that of the deed denied; nor a condemnation whom nobody knows.
    """
    if _misfits(frame, event_type, actor, recipient):
        return None
    media_act = event_type is EventType.PROTEST or frame.mode == "misinformation"
    actors = tuple(c for c in actor.all_codes() if c.sector != "JRN" or media_act)
    actors = _parties(actors) if event_type in FORCE else with_sector(event_type, actors)
    only_told = "JRN" if event_type is EventType.AGREE else None  # who is told of a promise
    recipients = with_sector(event_type, tuple(c for c in recipient.all_codes() if c.sector != only_told))
    recipients = tuple(c for c in recipients if c not in actors or are_two(event_type, c, actor, recipient))
    if is_none_to_do(frame, event_type, denied, actor, recipient, recipients):
        return None
    if "mutual" in frame.flags:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
        if len(actors) == 1 and not frame.nominal and are_many(event_type, actor):
            frame = replace(frame, flags=frame.flags - TOGETHER - CROWDED | {"group-recipient"})
    open_ended = denied or recipient.rule == NO_DOER
    frame = replace(frame, flags=frame.flags | OPEN) if _may_call(actors, recipient) else frame
    seized_official = frame.mode in CUSTODY and some(OFFICES, recipients) and _are_told(recipient)
    if actor.rule == GUNMEN or seized_official:  # who held an office is no plain criminal
        frame = replace(frame, flags=frame.flags - ARMED)
    if not _parties_fit(frame, event_type, open_ended, actors, recipients):
        return None
    charged = event_type is EventType.ACCUSE and some(COURTS, actors)
    legal = charged or event_type in MEASURES or frame.mode in CUSTODY
    seized = legal and frame.mode in PURGES and some(OFFICES, recipients)
    purged = frame.mode == "resign" or (seized and _are_told(recipient))  # of an office, by others or oneself
    mutinous = event_type in FORCE and frame.mode in COUP and _rise(actors, recipients)
    opposed = event_type in OPPOSING and _names_person(actor) and oppose(actors, recipients)
    if (
        not purged
        and not mutinous
        and not opposed
        and is_domestic(event_type, actors, recipients, is_judged(frame, event_type, recipient))
    ):
        return None
    return actors, recipients


def _may_call(actors: Codes, recipient: Filled) -> bool:
    """Whether a call to nobody named is one: rulers mostly say what should be, and private parties what they wish."""
    heard = some(DEALERS | AT_LARGE, actors)
    return heard and (recipient.rule == DEMANDED or (recipient.rule == TO_ALL and not some(RULERS, actors)))


def _misfits(frame: Frame, event_type: EventType, actor: Filled, recipient: Filled) -> bool:
    """Whether those who do it, or to whom it is done, are not who the words tell it of."""
    if event_type is EventType.PROTEST and _is_one_person(actor) and not _may_be_alone(frame, actor):
        return True
    if event_type is EventType.THREATEN and actor.all_codes() and all(map(_only_warns, actor.all_codes())):
        return True
    if "at-person" in frame.flags and not _names_person(recipient):
        return True
    if "not-at-person" in frame.flags and _names_person(recipient):
        return True
    if aims_otherwise(frame, actor, recipient) or ("bodily" in frame.flags and is_only_said(actor, recipient)):
        return True
    speaks = "statesman" not in frame.flags or _speaks_for_state(actor, recipient, event_type is EventType.CONSULT)
    speaks = speaks or (frame.mode == RESIGN and _is_cabinet(actor))
    return not speaks or ("fighters" in frame.flags and not _fight(actor, bool(frame.before)))


def _only_warns(code: ActorCode) -> bool:
    """Whether somebody warns of what will come, and does nothing to anybody: a charity, the United Nations."""
    return code.sector == "NGO" or code.principal == UNITED_NATIONS


def _rise(actors: Codes, recipients: Codes) -> bool:
    """Whether soldiers do it to a government: "ordu yönetime el koydu"."""
    soldiers = bool(actors) and all(c.sector == "MIL" for c in actors)
    return soldiers and bool(recipients) and all(c.sector == "GOV" for c in recipients)


def _parties(codes: Codes) -> Codes:
    """Codes without those of bare places, where others are parties: "Ankara'daki saldırıyı düzenleyen PKK'lı"."""
    return tuple(c for c in codes if c.sector or c == UNKNOWN) or codes


def _names_person(side: Filled) -> bool:
    """Whether one side is a person by name or office."""
    return any(m.kind in HOLDERS for m in side.mentions)


def _are_told(recipient: Filled) -> bool:
    """Whether one side is a person by name or office, or people of a service: "20 subay gözaltına alındı"."""
    return _names_person(recipient) or any(m.kind is MentionKind.PEOPLE for m in recipient.mentions)


def _is_cabinet(actor: Filled) -> bool:
    """Whether a body of a state's rulers acts: "hükümetin istifası kabul edildi"."""
    return bool(actor.mentions) and all(m.kind is MentionKind.BODY and some(RULERS, m.codes) for m in actor.mentions)


def _speaks_for_state(actor: Filled, recipient: Filled, visits: bool) -> bool:
    """Whether the doer is a person in office of a state, an organisation or an armed group; abroad of a party, too."""
    codes = {code for m in actor.mentions if m.kind in HOLDERS for code in m.codes}
    others = principals(recipient.all_codes()) if visits else frozenset()
    abroad = (c for c in codes if others and c.sector == OPPOSITION and c.principal not in others)
    led = any(m.office and any(c.sector in IRREGULAR for c in m.codes) for m in actor.mentions)
    return led or any(c.sector in OFFICIAL | {POLITICIAN} for c in codes) or any(abroad)


def _is_one_person(actor: Filled) -> bool:
    """Whether nobody but a single named person acts: no collective action."""
    return len(actor.mentions) == 1 and actor.mentions[0].kind is MentionKind.PERSON


def _may_be_alone(frame: Frame, actor: Filled) -> bool:
    """Whether one may do it alone, as hunger strikers do, or a leader of many: "muhalif lider yürüyüş başlattı"."""
    return frame.mode == "hunger" or ("led" in frame.flags and some(frozenset({OPPOSITION}), actor.all_codes()))


def _fight(actor: Filled, armed: bool) -> bool:
    """Whether the doer can withdraw or lay down arms: a force, or a state that stands for its own.

    Of whom only an adjective tells ("İngiliz öğrenci") the words of the frame must say that he is ``armed``.
    """
    forces = any(c.sector in FIGHTERS for c in actor.all_codes())
    return forces or any(m.kind is MentionKind.STATE and (armed or m.rule != ADJECTIVE) for m in actor.mentions)


def with_sector(event_type: EventType, codes: Codes) -> Codes:
    """Places as receivers: of force the people who live there, else the government."""
    sector = "CVL" if event_type in FORCE else "GOV"
    return tuple(dict.fromkeys(c if c.sector or c == UNKNOWN else ActorCode(c.principal, sector) for c in codes))


def _parties_fit(frame: Frame, event_type: EventType, open_ended: bool, actors: Codes, recipients: Codes) -> bool:
    """Whether the parties are those that a type and frame need; of an ``open_ended`` one the receiver may be untold."""
    fought = event_type in FOUGHT and some(IRREGULAR, actors)  # by men of a side that nobody can code: "isyancılar"
    known = [c for c in (*actors, *recipients) if c.principal != UNKNOWN_PRINCIPAL]
    if not (known or fought) or not actors:
        return False
    refused = event_type is EventType.REJECT and frame.type is not EventType.CONSULT and frame.mode != "meet"
    one_sided = (event_type in NEED_RECIPIENT or refused) and not frame.flags & {"mutual", "group-recipient"}
    one_sided = one_sided or bool(frame.flags & {"needs-recipient", "needs-both", "weak"})
    alone = ("alone" in frame.flags and some(DEALERS, actors)) or _calls_on_all(frame, event_type, actors)
    if one_sided and not recipients and not alone and not (open_ended and event_type not in TOLD_WHOLE):
        return False
    if frame.flags & {"needs-actor", "needs-both", "weak"} and actors[0].principal == UNKNOWN_PRINCIPAL:
        return False
    by_themselves = not recipients and len({*actors}) < 2
    if event_type is EventType.CONSULT and "group-recipient" not in frame.flags and by_themselves:
        return False
    flags = flags_asked(frame.flags, event_type, actors, recipients)
    return all(check(actors, recipients) for flag, check in CHECKS.items() if flag in flags)


def _calls_on_all(frame: Frame, event_type: EventType, actors: Codes) -> bool:
    """Whether an organisation calls for something and on nobody: "AB, bağımsız bir soruşturma çağrısını yineledi"."""
    return event_type is EventType.REQUEST and bool(frame.before) and all(c.sector in AT_LARGE for c in actors)


def _is_political(actors: Codes, recipients: Codes) -> bool:
    """Whether a deed of force is more than crime and its prosecution: an organised doer, and another side.

    Whoever did it, it is when done to those whom politics makes a target, or to another state's soldiers or officials.
    """
    if actors == (UNKNOWN,) or not some(FORCES, actors):
        known = UNKNOWN not in actors and not principals(actors) & principals(recipients)
        return some(PERSECUTED | {POLITICIAN}, recipients) or (known and some(FORCES, recipients))
    return (
        principals(actors) != principals(recipients) or some(CIVIC, recipients) or some(RIVALS, (*actors, *recipients))
    )


def _are_allied(actors: Codes) -> bool:
    """Whether an organisation gathers, or those of its members who command forces: "NATO savunma bakanları"."""
    return any(c.sector == "IGO" or (c.sector == "MIL" and len(c.principal) > STATE_LETTERS) for c in actors)


def _come_as_body(actors: Codes, recipients: Codes) -> bool:
    """Whether unions or associations deal with a party of the opposition: "CHP lideri, Türk-İş heyetini kabul etti"."""
    return all(c.sector in ASSOCIATIONS for c in actors) and some(frozenset({OPPOSITION}), recipients)


def _is_foreign(actors: Codes, recipients: Codes) -> bool:
    if not recipients or not principals(actors) & principals(recipients):
        return True
    return some(RIVALS, (*actors, *recipients)) or rise_against(actors, recipients)


CHECKS: Final[dict[str, Callable[[Codes, Codes], bool]]] = {
    "group": lambda actors, recipients: are_sides((*actors, *recipients)),
    "mutual": lambda actors, recipients: len({*actors, *recipients}) > 1,
    "assembly": lambda actors, recipients: len(principals(actors)) > 1 or _are_allied(actors),
    "crowd": lambda actors, recipients: some(frozenset({"CVL", "LAB", "EDU", "REF"}), actors),
    "foreign": _is_foreign,
    "civilian": lambda actors, recipients: some(CIVIC, actors),
    "official": lambda actors, recipients: not some(CIVIC - RIVALS, actors) or _come_as_body(actors, recipients),
    "persecuted": lambda actors, recipients: some(PERSECUTED, recipients),
    "irregular": lambda actors, recipients: some(IRREGULAR, actors),
    "public": lambda actors, recipients: not some(frozenset({"BUS"}) | CIVIC - RIVALS, actors),
    "organisation": lambda actors, recipients: some(frozenset({"IGO"}), recipients),
    "armed": lambda actors, recipients: some(FORCES, actors),
    "political": _is_political,
    "civilian-victim": lambda actors, recipients: some(CIVIC, recipients),
    "rebel-victim": lambda actors, recipients: some(IRREGULAR, recipients),
    "military-victim": lambda actors, recipients: some(FORCES | {POLITICIAN}, recipients),
}
