"""The other side of a cooperative deed, where its clause names none: told by a word that points back, or dealt with."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import ACC, DAT, GEN, INS, LOC, NOUN, Form, Pos
from haberci.read.events.accords import agreed_with
from haberci.read.events.counterparts import stricken
from haberci.read.events.fellows import CASES, IGO, RECENT, TWO, across, fellows_of, is_other, own_side, sides_of
from haberci.read.events.fillers import genitive, with_whom
from haberci.read.events.matching import Firing
from haberci.read.events.met_first import met_first
from haberci.read.events.participants import taking_part
from haberci.read.events.setting import DROPPED, NOBODY, SPEAKER, Filled, Setting
from haberci.read.rows import mentions_of

GIVEN_TO: Final = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.AID, EventType.COOPERATE})
DEALINGS: Final = GIVEN_TO | {EventType.CONSULT}
ACCORDS: Final = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT})
GOING_ON: Final = frozenset({EventType.CONSULT, EventType.COOPERATE})  # what may start and end by itself
DESCRIBED: Final = 4  # words between a relative clause and the deed that it describes
GIVEN: Final = frozenset({"dat", "told-to", "for"})  # fillers of whom something is promised to
DEALT: Final = 1  # sentences back to those with whom one deals
GATHERED: Final = 6  # sentences back to a gathering at which one proposes something
PRAISED: Final = DEALINGS | {EventType.CONCEDE, EventType.RETREAT}  # of what was agreed on
RESUMED: Final = 6  # sentences back to the talks that go on


def other_side(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """To whom the doers promise, give or wish something, where the clause names nobody."""
    own, clause = own_side(actor), firing.clause
    if firing.frame.type not in GIVEN_TO or not own or firing.nominal or clause.form is Form.AN:
        return NOBODY
    if setting.parsed.tokens[firing.anchor].morph.negative:
        return NOBODY  # what is refused must be told with whose it is
    told = fellows_of(firing, setting, own)
    if told.codes:
        return told
    if clause.head is not None or clause.subject_from is SubjectFrom.OTHER or actor.rule == DROPPED:
        return NOBODY  # where the doer is only understood, one guess is enough
    if _goes_to_deed(firing, setting):
        return NOBODY
    found = _reporter(firing, setting, own)
    found = found if found.all_codes() else _answered(firing, setting, own)
    if found.all_codes() or _names_company(firing, setting):
        return found
    found = NOBODY if _names_region(firing, setting) else _dealt_with(firing, setting, own)
    helps = firing.frame.type is EventType.AGREE and _speaks_of_help(firing, setting)
    return stricken(setting, own) if helps and not found.codes else found


def _goes_to_deed(firing: Firing, setting: Setting) -> bool:
    """Whether what is promised goes to a deed, not to somebody: "enflasyonun düşürülmesine yardım edecek"."""
    before = setting.parsed.tokens[max(0, min(firing.words) - 1)].morph
    return before.form is Form.MA and before.case is DAT and before.possessive is not None


def partner(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """With whom the doers deal, where the clause of a deed done together names them alone."""
    own = own_side(actor)
    named = {name for names in (*firing.frame.actor, *firing.frame.recipient) for name in names}
    accompanied = bool(named & {"with", "obj"})
    if firing.frame.type not in DEALINGS or not own or firing.nominal or not accompanied:
        return NOBODY
    if firing.clause.head is not None or setting.parsed.tokens[firing.anchor].morph.negative:
        return NOBODY
    others = _over_matter(firing, setting, own)
    if others.all_codes():
        return others
    told = fellows_of(firing, setting, own)
    told = told if told.codes else met_first(firing, setting, own)
    if told.codes:
        return told
    if not firing.frame.before or _names_company(firing, setting):
        return NOBODY
    return _dealt_with(firing, setting, own)


def mediated(firing: Firing, setting: Setting) -> Filled:
    """Those who met before, between whom one mediates: "Umman'ın arabuluculuğundaki görüşmelere ara verildi"."""
    gatherings = setting.nouns.gatherings
    talks = any(token.morph.lemma in gatherings for token in setting.parsed.tokens[firing.anchor + 1 :])
    brokers = {code.principal for code in genitive(firing, setting).all_codes()}
    others = brokers.isdisjoint(code.principal for code in setting.met)  # who met was not brought together by himself
    told = len(setting.met) == TWO and others and (talks or not firing.nominal)
    return Filled(codes=setting.met, rule="party.company") if told else NOBODY


def joining(firing: Firing, setting: Setting) -> Filled:
    """Who takes part, too, by what describes the deed or the gathering at which it is done.

    "ABD'nin de yer aldığı ortak bir devriye yaptı", "ABD'nin de yer aldığı toplantıda ele aldı".
    """
    there = taking_part(firing, setting)
    if there.mentions:
        return there
    met = firing.frame.type is EventType.CONSULT
    if met and with_whom(firing, setting).all_codes():
        return NOBODY  # at the gathering of more one may meet another alone
    first = min(firing.words)
    for clause in setting.parsed.clauses:
        if clause.form is not Form.DIK or not clause.subject or not _joins(clause, setting):
            continue
        described = _gathers(clause, firing, setting) if met else 0 < first - clause.verb <= DESCRIBED
        if described:
            return Filled(mentions_of(setting, clause.subject))
    return NOBODY


def _joins(clause: Clause, setting: Setting) -> bool:
    """Whether a verb tells that somebody takes part."""
    words = {setting.parsed.tokens[at].lower for at in range(max(0, clause.verb - 1), clause.verb)}
    lemma = setting.parsed.tokens[clause.verb].morph.lemma
    return lemma in setting.nouns.joining or any(f"{word}_{lemma}" in setting.nouns.joining for word in words)


def _gathers(clause: Clause, firing: Firing, setting: Setting) -> bool:
    """Whether a relative clause describes the gathering at which a deed is done."""
    behind = (token.morph for token in setting.parsed.tokens[clause.verb + 1 : clause.verb + 1 + DESCRIBED])
    held = any(m.case is LOC and m.lemma in setting.nouns.gatherings for m in behind)
    return held and clause.parent == firing.clause.verb


def resumed(firing: Firing, setting: Setting) -> Filled:
    """Those who dealt with each other before, of what goes on between nobody named: "Görüşmeler yarın sürecek"."""
    clause, morph = firing.clause, setting.parsed.tokens[firing.anchor].morph
    owned = (
        setting.parsed.tokens[min(firing.words)].morph.case is GEN and not firing.nominal
    )  # "görüşmelerin başlaması"
    thing = morph.passive or owned or clause.subject_from in (SubjectFrom.OTHER, SubjectFrom.NONE)
    if firing.frame.type is EventType.AGREE or (not morph.passive and firing.frame.type not in GOING_ON):
        return NOBODY
    talks = any(setting.parsed.tokens[at].morph.lemma in setting.nouns.gatherings for at in firing.words)
    if firing.frame.type is EventType.CONSULT and (setting.told is Modality.HAPPENED or not talks):
        return NOBODY  # what is talked over there is told of the meeting that was told
    signed = firing.frame.type is EventType.SUPPORT
    if firing.frame.type not in DEALINGS or firing.nominal or not (firing.frame.before or signed) or not thing:
        return NOBODY
    if "1" in (morph.person or "") or clause.subject or clause.head is not None or _lasts(firing, setting):
        return NOBODY
    sides = set(setting.met)
    reach = RESUMED if talks else RECENT
    lately = any(sides <= {*event.actors, *event.recipients} for event in setting.lately(reach))
    return Filled(codes=setting.met, rule="party.company") if lately else NOBODY


def _lasts(firing: Firing, setting: Setting) -> bool:
    """Whether it is only told how long it will last: "görüşmeler iki gün sürecek"."""
    counted = setting.parsed.tokens[max(0, firing.anchor - TWO)].morph.pos is Pos.NUM
    return counted and firing.anchor > 1 and setting.told is Modality.PLANNED


def _over_matter(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """With whom, told before what is agreed on: "Marcos ile görüşmelere başlanması konusunda anlaştı"."""
    found = agreed_with(firing, setting).mentions
    return Filled(tuple(m for m in found if own.isdisjoint(code.principal for code in m.codes)))


def _answered(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Whose words or deed somebody answers with a thing that nobody owns: "öneriye sıcak baktı", "sonucu övdü"."""
    if firing.frame.type not in (EventType.AGREE, EventType.SUPPORT):
        return NOBODY
    agreed = firing.frame.type is EventType.AGREE
    made = any(name in names for names in firing.frame.recipient for name in ("gen", "asker"))
    words = (at for at in range(firing.clause.first, firing.anchor) if made or at not in firing.words)
    if not any(_is_thing(setting, at, agreed) for at in words):
        return NOBODY
    for event in setting.lately(RECENT if agreed else RESUMED):
        sides = sides_of(event)
        others = own.isdisjoint(c.principal for c in event.actors)
        joint = not event.recipients and len({c.principal for c in sides}) > 1
        if event.type in (DEALINGS if agreed else PRAISED) and (joint or (agreed and others)):
            codes = tuple(c for c in (sides if joint else event.actors) if is_other(c, own))
            return Filled(codes=codes, rule="party.pointed")
    return _spoke_last(setting, own) if agreed else _accorded(setting, own)


def _accorded(setting: Setting, own: frozenset[str]) -> Filled:
    """The two who made the last accord told, which others praise: "Ateşkese varıldı. Roma mutabakatı övdü"."""
    for event in setting.lately(RESUMED):
        codes = tuple(code for code in event.actors if is_other(code, own))
        if event.type in ACCORDS and not event.recipients and len(codes) == len(event.actors) > 1:
            return Filled(codes=codes, rule="party.pointed")
    return NOBODY


def _spoke_last(setting: Setting, own: frozenset[str]) -> Filled:
    """Who spoke last before, in the sentence or the one before it."""
    start = setting.report.sentences[max(0, setting.parsed.number - 1)].at.start
    at = setting.parsed.sentence.at
    spoken = [s for s in setting.report.statements if start <= s.at.start < at.start]
    if spoken and is_other(spoken[-1].speaker, own):
        return Filled(codes=(spoken[-1].speaker,), rule="party.pointed")
    subject = tuple(m for m in setting.last_subject if m.codes and is_other(m.codes[0], own))
    return Filled(subject, rule="party.pointed")


def _reporter(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Who tells what others promised, to whom they did: "Kabil, Taşkent'in söz verdiğini duyurdu"."""
    told = setting.statement
    given = {name for names in firing.frame.recipient for name in names}
    said = firing.frame.type is EventType.AGREE and firing.clause.form is Form.DIK and given <= GIVEN
    if told is None or not said or not is_other(told.speaker, own) or told.speaker.sector == IGO:
        return NOBODY
    return Filled(codes=(told.speaker,), rule=SPEAKER)


def _is_thing(setting: Setting, at: int, agreed: bool) -> bool:
    """Whether a word is what was said, decided or agreed on, in a case in which it is judged, and nobody's."""
    morph = setting.parsed.tokens[at].morph
    before = setting.parsed.tokens[at - 1]
    compound = at > 0 and before.morph.pos is NOUN and before.text[0].islower()  # "takas planına", not "teklifini"
    struck = (morph.case in (DAT, ACC) and (compound or morph.possessive is None)) or morph.or_accusative
    owned = at > 0 and setting.parsed.tokens[at - 1].morph.case is GEN
    kinds = setting.nouns.offered if agreed else setting.nouns.offered | setting.nouns.answered
    return struck and not owned and morph.lemma in kinds


def _dealt_with(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The side that one's own dealt with last; nobody where a person without a code is told."""
    if firing.frame.type in (EventType.SUPPORT, EventType.AID) or _names_somebody(firing, setting):
        return NOBODY
    if "weak" in firing.frame.flags and not _speaks_of_talks(firing, setting):
        return NOBODY
    proposed = _is_proposal(firing, setting)
    gathered = _gathered(setting, own) if proposed else ()
    if gathered:
        return Filled(codes=gathered, rule="party.company")
    for event in setting.lately(DEALT):
        codes = across(event, own) if event.type in DEALINGS else ()
        if codes and (len(codes) == 1 or firing.frame.type is not EventType.CONSULT):
            return Filled(codes=codes, rule="party.dealt")
    outside = proposed and len(setting.met) == TWO and all(is_other(code, own) for code in setting.met)
    return Filled(codes=setting.met, rule="party.company") if outside else NOBODY


def _speaks_of_talks(firing: Firing, setting: Setting) -> bool:
    """Whether words that say little by themselves are about talks or an agreement: "görüşmelere hazır olduğunu"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    return any(t.morph.lemma in setting.nouns.gatherings | setting.nouns.answered for t in words)


def _is_proposal(firing: Firing, setting: Setting) -> bool:
    """Whether it is proposed that something be done, by whomever: "bir fon kurulmasını önerdi"."""
    tokens = setting.parsed.tokens
    below = (c for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form is Form.MA)
    passive = any(tokens[c.verb].morph.passive and not c.subject for c in below)
    return firing.frame.type is EventType.AGREE and passive


def _gathered(setting: Setting, own: frozenset[str]) -> tuple[ActorCode, ...]:
    """The others at the gathering at which one's own takes part."""
    for event in setting.lately(GATHERED):
        if event.type is EventType.CONSULT and len({code.principal for code in event.actors}) > TWO:
            return across(event, own)
    return ()


def _names_somebody(firing: Firing, setting: Setting) -> bool:
    """Whether the clause tells persons in the case of the receiver, whom no code is known of: "gazetecilere"."""
    cases = {CASES[name] for names in firing.frame.recipient for name in names if name in CASES}
    if ACC in cases:
        return True  # what it is done to must be told
    nouns = setting.nouns
    persons = nouns.persons | nouns.uncoded | nouns.sides
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    return any(t.morph.case in cases and (t.morph.lemma in persons or t.morph.pos is Pos.PRON) for t in words)


def _speaks_of_help(firing: Firing, setting: Setting) -> bool:
    """Whether help is promised, and to nobody who is told: "her desteği vermeye hazır"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    helps = any(token.morph.lemma in setting.nouns.deeds for token in words) or _names_region(firing, setting)
    return helps and not _names_somebody(firing, setting)


def _names_region(firing: Firing, setting: Setting) -> bool:
    """Whether it goes to a part of some land: "bölgeye yardım göndermeye hazır"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    return any(t.morph.case is DAT and t.morph.lemma in setting.nouns.regions for t in words)


def _names_company(firing: Firing, setting: Setting) -> bool:
    """Whether the clause tells with whom, though no code is known of it: "partisinin vekilleriyle görüştü"."""
    words, tokens = setting.parsed.words, setting.parsed.tokens
    start = setting.parsed.behind_finite(firing.anchor)
    described = (c for c in setting.parsed.clauses if c.head is not None and start <= c.verb < firing.anchor)
    start = max((clause.verb + 1 for clause in described), default=start)  # "yaptığı görüşmede söz verdi"
    told = tokens[start : firing.anchor]
    return any((t.morph.case is INS and t.morph.pos is not Pos.PRON) or t.lower in words.company for t in told)
