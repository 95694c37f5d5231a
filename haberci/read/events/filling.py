"""What fills the parts of a frame that fired: each name of a filler in the tables, and who it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import MentionKind
from haberci.read import anaphora
from haberci.read.events import bystanders, forces, persons, visits
from haberci.read.events.accords import agreed_with, helped, offered
from haberci.read.events.accusers import accuser
from haberci.read.events.addressees import called_in_quotes, dative_above, told_to
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.charged import charged
from haberci.read.events.compatriots import compatriots
from haberci.read.events.complements import accused, allowed, complement
from haberci.read.events.counterparts import addressee
from haberci.read.events.doers import is_passive, subject_of
from haberci.read.events.evaluated import evaluated
from haberci.read.events.fillers import by_case, by_link, farthest, genitive, holder, owner_before, with_whom
from haberci.read.events.gunmen import GUNMEN, are_gunmen, raider
from haberci.read.events.held_ground import held_ground
from haberci.read.events.judged import culprit, told_again
from haberci.read.events.located import convened, origin, whence
from haberci.read.events.matching import Firing
from haberci.read.events.nearest import called_after, described, member_of, near, right_behind
from haberci.read.events.participants import across_border, at_war, givers, participants, two_sides
from haberci.read.events.partners import mediated
from haberci.read.events.planters import planter
from haberci.read.events.posted import posted, sender
from haberci.read.events.requesters import requested, requester
from haberci.read.events.rivals import are_rivals
from haberci.read.events.setting import DROPPED, GUESSED, NOBODY, Filled, Setting
from haberci.read.events.suspects import PROSECUTED, named
from haberci.read.events.thanked import thanked
from haberci.read.events.threats import challenger
from haberci.read.rows import mentions_of

CASES: Final = {"dat": Case.DAT, "abl": Case.ABL, "loc": Case.LOC}
LINKS: Final = {
    "against": Link.AGAINST,
    "about": Link.ABOUT,
    "agent": Link.AGENT,
    "between": Link.BETWEEN,
    "for": Link.FOR,
}
ORGANS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
TOLD_HERE: Final = frozenset({EventType.PROTEST, EventType.COOPERATE})  # by whom is rather told here than before
DISPERSED: Final = "crowd-control"
BETWEEN: Final = ("between",)
OBJECT_RELATIVES: Final = (Form.DIK, Form.ACAK)


def fill(
    alternatives: Iterable[tuple[str, ...]],
    firing: Firing,
    setting: Setting,
    doers: Filled = NOBODY,
) -> Filled:
    """The first alternative that yields an actor; alternatives of several fillers are united.

    Of the ``doers``, and of other organs of their state, one is taken only where nobody else is named.
    """
    own = frozenset(doers.all_codes())
    dropped = held = NOBODY
    for names in alternatives:
        found = [_filler(name, firing, setting) for name in names]
        mentions = tuple(dict.fromkeys(m for f in found for m in f.mentions))
        codes = tuple(c for f in found for c in f.codes)
        if any(m.codes for m in mentions) or codes:
            filled = Filled(mentions, codes, next(f.rule for f in found if f.mentions or f.codes))
            if held.all_codes() and filled.rule == GUESSED:
                continue
            own_side = own and all(_is_own(code, own) for code in filled.all_codes())
            if own_side and firing.frame.type in SPEECH_ACTS and not are_rivals(doers, filled):
                held = held if held.all_codes() else filled
                continue
            if names == BETWEEN and len(filled.all_codes()) == 1 and len(firing.clause.subject) > 1:
                continue  # "Rama ile Sandu, vekiller arasında hat kurulmasında anlaştı"
            if own_side and firing.frame.mode == DISPERSED:
                continue  # "polis biber gazıyla müdahale etti": no gas of those whom it hits
            if filled.rule != DROPPED or firing.frame.type not in TOLD_HERE:
                return filled
            dropped = filled  # who protests is rather told by kind here than by name before
    return dropped if dropped.all_codes() else held


def _is_own(code: ActorCode, own: frozenset[ActorCode]) -> bool:
    """Whether one of a row of doers is meant, or another organ of their state, with which they only do business."""
    organs = any(code.principal == one.principal and one.sector in ORGANS for one in own)
    return code in own or (code.sector in ORGANS and organs)


def _filler(name: str, firing: Firing, setting: Setting) -> Filled:
    if name in CASES:
        found = by_case(firing, setting, CASES[name])
        relative = not found.mentions and firing.clause.form in OBJECT_RELATIVES and CASES[name] is Case.DAT
        given = all("obj" not in names for names in firing.frame.recipient)  # else the noun behind is the object
        return right_behind(firing, setting) if relative and given else found
    if name in LINKS:
        found = by_link(firing, setting, LINKS[name])
        about = name == "about" and firing.frame.mode in PROSECUTED and not found.mentions
        return charged(firing, setting) if about else found
    return FOUND_BY[name](firing, setting)


def _subject(firing: Firing, setting: Setting) -> Filled:
    """Who does it; of asking told in a clause of its own, whoever else may seem to."""
    asking = requester(firing, setting) if firing.frame.type is EventType.REQUEST else NOBODY
    return asking if asking.mentions else givers(firing, setting)


def _object(firing: Firing, setting: Setting) -> Filled:
    """The accusative; of a passive the subject."""
    if is_passive(firing, setting):
        return NOBODY if _has_counted(firing, setting) else subject_of(firing, setting, dropped=False)
    found = accused(firing, setting)
    found = found if found.mentions else by_case(firing, setting, Case.ACC)
    return found if found.mentions or firing.clause.form not in OBJECT_RELATIVES else right_behind(firing, setting)


def _outer_object(firing: Firing, setting: Setting) -> Filled:
    """The farthest accusative; of a passive the subject: "Oslo, BM tarafından sınırı açmaya çağrıldı"."""
    if is_passive(firing, setting):
        return _object(firing, setting)
    found = farthest(firing, setting, Case.ACC)
    return found if found.mentions else called_in_quotes(firing, setting)


def _has_counted(firing: Firing, setting: Setting) -> bool:
    """Whether persons told by number are what it is done to: "Ekipler evi bastı, 3 şüpheli gözaltına alındı"."""
    clause, tokens = firing.clause, setting.parsed.tokens
    if clause.subject_from is not SubjectFrom.SHARED:
        return False
    pairs = zip(tokens[clause.first : clause.verb], tokens[clause.first + 1 : clause.verb], strict=False)
    return any(
        count.morph.pos is Pos.NUM and noun.morph.case in (Case.NOM, None) and noun.morph.lemma in setting.nouns.persons
        for count, noun in pairs
    )


def host(firing: Firing, setting: Setting) -> Filled:
    """The subject of the clause around a noun: who acts "at the request of"; nobody where it is done to them."""
    clause = _clause_around(firing, setting)
    if setting.parsed.tokens[clause.verb].morph.passive:
        return NOBODY
    return Filled(mentions_of(setting, clause.subject))


def _clause_around(firing: Firing, setting: Setting) -> Clause:
    """The clause that a noun stands in: before the genitive of a nested one, or in what is made, the one above it.

    "Merkel, Putin'le görüşmesinde askerlerin çekilmesini istedi": no talks of the soldiers. "Rama, Sandu'yu kabulünde
    barışın süreceğini söyledi".
    """
    clause, tokens = firing.clause, setting.parsed.tokens
    received = firing.frame.type is EventType.CONSULT and clause.form in OBJECT_RELATIVES and not clause.subject
    nested = clause.form is Form.MA and tokens[firing.anchor].morph.case is Case.LOC
    begun = nested and any(token.morph.case is Case.GEN for token in tokens[firing.anchor + 1 : clause.verb])
    above = setting.parsed.clause_of(clause.parent) if begun or received else None
    return clause if above is None or (begun and above.quoted != clause.quoted) else above


def unknown(firing: Firing, setting: Setting) -> Filled:
    """Nobody known; a person named as the doer is no unknown one, though he stands for no side."""
    mentions = mentions_of(setting, firing.clause.subject)
    sought = firing.frame.actor[0] == ("subj",) and ("unknown",) in firing.frame.actor  # it is the doer
    active = not firing.nominal and not is_passive(firing, setting)
    if sought and active and any(m.kind is MentionKind.PERSON for m in mentions):
        return NOBODY
    named = called_after(firing, setting)
    named = named if named.mentions else held_ground(firing, setting)
    if named.mentions:
        return named
    armed = not firing.nominal and are_gunmen(firing, setting)
    return Filled(codes=(UNKNOWN,), rule=GUNMEN if armed else GUESSED)


def doer_above(firing: Firing, setting: Setting) -> Filled:
    """The subject of the verb above, else who speaks."""
    parent = setting.parsed.clause_of(firing.clause.parent)
    mentions = mentions_of(setting, parent.subject) if parent is not None else ()
    return Filled(mentions, rule="party.shared") if mentions else bystanders.speaker(firing, setting)


def _organ(firing: Firing, setting: Setting, sector: str) -> Filled:
    """The court or police of the land; nobody where others, who have no code, do it: "Maskeli kişiler binayı bastı"."""
    clause = firing.clause
    active = clause.form is Form.FINITE and not firing.nominal and not is_passive(firing, setting)
    words = range(setting.parsed.behind_finite(clause.verb), clause.verb) if active and not clause.subject else ()
    persons = (at for at in words if setting.parsed.tokens[at].morph.lemma in setting.nouns.persons)
    if any(setting.parsed.is_many(at) and setting.parsed.tokens[at].morph.case is Case.NOM for at in persons):
        return NOBODY
    return bystanders.organ(firing, setting, sector)


FOUND_BY: Final[dict[str, Callable[[Firing, Setting], Filled]]] = {
    "compatriots": compatriots,
    "subj": _subject,
    "obj": _object,
    "gen": genitive,
    "holder": holder,
    "outer-obj": _outer_object,
    "outer-dat": partial(farthest, case=Case.DAT),
    "outer-abl": partial(farthest, case=Case.ABL),
    "outer-gen": owner_before,
    "member-of": member_of,
    "near": near,
    "described": described,
    "evaluated": evaluated,
    "with": with_whom,
    "unknown": unknown,
    "place": bystanders.place,
    "state": bystanders.state,
    "host": host,
    "comp": complement,
    "requested": requested,
    "let": allowed,
    "planter": planter,
    "raider": raider,
    "speaker": bystanders.speaker,
    "victims": bystanders.victims,
    "context": anaphora.context,
    "people": persons.people,
    "named": named,
    "press": persons.press,
    "outlet": persons.outlet,
    "associations": partial(persons.counted, sector="NGO"),
    "papers": partial(persons.counted, sector="JRN"),
    "bereaved": persons.bereaved,
    "public": persons.public,
    "own-people": persons.own_people,
    "barred": persons.barred,
    "residents": persons.residents,
    "cause": bystanders.cause,
    "company": anaphora.company,
    "signers": anaphora.signers,
    "mediated": mediated,
    "whence": whence,
    "origin": origin,
    "convened": convened,
    "participants": participants,
    "two-sides": two_sides,
    "border": across_border,
    "at-war": at_war,
    "rulers": bystanders.rulers,
    "again": told_again,
    "culprit": culprit,
    "asker": anaphora.asker,
    "asked": anaphora.asked,
    "asking": anaphora.asking,
    "attackers": anaphora.attackers,
    "opponent": anaphora.opponent,
    "assailants": anaphora.assailants,
    "struck": anaphora.struck,
    "accuser": accuser,
    "judge": partial(_organ, sector="JUD"),
    "police": partial(_organ, sector="COP"),
    "forces": forces.forces,
    "rebels": forces.rebels,
    "militias": forces.militias,
    "outcome": bystanders.by_outcome,
    "deep-gen": bystanders.deep_genitive,
    "deep-with": bystanders.deep_with,
    "addressee": addressee,
    "charged": charged,
    "condition": challenger,
    "visitor": visits.visitor,
    "visited": visits.visited,
    "told-to": told_to,
    "thanked": thanked,
    "above": doer_above,
    "above-dat": dative_above,
    "partner": agreed_with,
    "helped": helped,
    "offered": offered,
    "posted": posted,
    "sender": sender,
}
