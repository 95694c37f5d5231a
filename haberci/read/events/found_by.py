"""What finds a part of a frame, by the name that the tables of frames give it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import VERBAL_NOUNS, Case, Form, Pos
from haberci.core.report import MentionKind
from haberci.read import anaphora
from haberci.read.events import bystanders, forces, persons, visits
from haberci.read.events.accords import agreed_with, helped, offered
from haberci.read.events.accusers import accuser
from haberci.read.events.addressees import called_in_quotes, dative_above, told_to
from haberci.read.events.announced import catching
from haberci.read.events.charged import accusing, charged, charger, tried
from haberci.read.events.compatriots import compatriots
from haberci.read.events.complements import accused, allowed, complement
from haberci.read.events.counterparts import addressee
from haberci.read.events.doers import is_passive, subject_of
from haberci.read.events.evaluated import evaluated
from haberci.read.events.fallen import harmed, victims
from haberci.read.events.farthest import JUDGED, farthest, is_of_noun
from haberci.read.events.fillers import by_case, genitive, holder, owner_before, with_whom
from haberci.read.events.gunmen import GUNMEN, are_gunmen, raider
from haberci.read.events.held_ground import held_ground, keeper
from haberci.read.events.holders import bearer
from haberci.read.events.judged import culprit, told_again
from haberci.read.events.located import convened, origin, whence
from haberci.read.events.matching import Firing
from haberci.read.events.nearest import called_after, described, member_of, near, right_behind
from haberci.read.events.outer_subjects import before_own
from haberci.read.events.own_words import addressed_by_words, expected, owner_of_words, predicated
from haberci.read.events.participants import across_border, at_war, givers, participants, taking_part, two_sides
from haberci.read.events.partners import mediated
from haberci.read.events.planters import planter, shot_from
from haberci.read.events.posted import moved, posted, sender
from haberci.read.events.requesters import requested, requester
from haberci.read.events.ruled import ruling_subject
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting
from haberci.read.events.spoken_blame import addressed, called_so
from haberci.read.events.suspects import named
from haberci.read.events.taken_up import headline_scene, headline_speaker, headline_target, owner_or_taken_up
from haberci.read.events.thanked import thanked
from haberci.read.events.threats import challenger, threatened
from haberci.read.rows import mentions_of

HAPPENED: Final = Modality.HAPPENED
HELD: Final = frozenset({"arrest", "convict", "release", "investigate"})  # modes of what is done to who is tried
SHORTLY: Final = 2  # sentences
ASKING: Final = (EventType.REQUEST, EventType.THREATEN)
OBJECT_RELATIVES: Final = (Form.DIK, Form.ACAK)


def _subject(firing: Firing, setting: Setting) -> Filled:
    """Who does it; of asking told in a clause of its own, whoever else may seem to."""
    asking = requester(firing, setting) if firing.frame.type in ASKING else NOBODY
    found = asking if asking.mentions else givers(firing, setting)
    return found if found.all_codes() else before_own(firing, setting)


def _object(firing: Firing, setting: Setting) -> Filled:
    """The accusative; of a passive the subject."""
    if is_passive(firing, setting):
        return NOBODY if _has_counted(firing, setting) else subject_of(firing, setting, _is_held_still(firing, setting))
    found = accused(firing, setting)
    found = found if found.mentions else by_case(firing, setting, Case.ACC)
    if firing.frame.type in JUDGED and any(is_of_noun(mention, setting.parsed) for mention in found.mentions):
        found = NOBODY
    return found if found.mentions or firing.clause.form not in OBJECT_RELATIVES else right_behind(firing, setting)


def _is_held_still(firing: Firing, setting: Setting) -> bool:
    """Whether who was just told as held or tried may be the one of whom more is told: "Ardından tahliye edildi"."""
    person = setting.last_subject[0] if len(setting.last_subject) == 1 else None
    if person is None or person.kind is not MentionKind.PERSON or firing.frame.mode not in HELD:
        return False
    finite = firing.clause.form is Form.FINITE and not firing.clause.quoted
    lately = (event for event in setting.lately(SHORTLY) if event.mode in HELD and event.modality is HAPPENED)
    return finite and any(not set(person.codes).isdisjoint(event.recipients) for event in lately)


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
    nested = clause.form in VERBAL_NOUNS and tokens[firing.anchor].morph.case is Case.LOC
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
    service = catching(firing, setting)
    return service if service.codes else bystanders.organ(firing, setting, sector)


FOUND_BY: Final[dict[str, Callable[[Firing, Setting], Filled]]] = {
    "compatriots": compatriots,
    "subj": _subject,
    "obj": _object,
    "gen": genitive,
    "holder": holder,
    "keeper": keeper,
    "outer-obj": _outer_object,
    "outer-dat": partial(farthest, case=Case.DAT),
    "outer-abl": partial(farthest, case=Case.ABL),
    "outer-gen": owner_before,
    "member-of": member_of,
    "near": near,
    "described": described,
    "evaluated": evaluated,
    "addressed": addressed,
    "subject-owner": owner_or_taken_up,
    "headline-from": headline_speaker,
    "headline-to": headline_target,
    "headline-at": headline_scene,
    "harmed": harmed,
    "called": called_so,
    "with": with_whom,
    "unknown": unknown,
    "place": bystanders.place,
    "site": bystanders.site,
    "state": bystanders.state,
    "host": host,
    "comp": complement,
    "requested": requested,
    "let": allowed,
    "planter": planter,
    "shot-from": shot_from,
    "raider": raider,
    "speaker": bystanders.speaker,
    "victims": victims,
    "context": anaphora.context,
    "people": persons.people,
    "named": named,
    "press": persons.press,
    "owner": owner_of_words,
    "toward": addressed_by_words,
    "expected": expected,
    "predicated": predicated,
    "parliament": partial(_organ, sector="LEG"),
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
    "joining": taking_part,
    "two-sides": two_sides,
    "border": across_border,
    "at-war": at_war,
    "rulers": bystanders.rulers,
    "ruling": ruling_subject,
    "again": told_again,
    "bearer": bearer,
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
    "tellers": forces.tellers,
    "rebels": forces.rebels,
    "militias": forces.militias,
    "outcome": bystanders.by_outcome,
    "deep-gen": bystanders.deep_genitive,
    "deep-with": bystanders.deep_with,
    "addressee": addressee,
    "charged": charged,
    "condition": challenger,
    "threatened": threatened,
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
    "moved": moved,
    "accusing": accusing,
    "charger": charger,
    "tried": tried,
}
