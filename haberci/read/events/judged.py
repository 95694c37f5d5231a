"""The deed that is judged or shall be undone, told again by its noun alone: "Tatbikatı kınadı", "karara uydu"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import ABL, ACC, DAT, GEN, NOM, NOUN, THIRD, Form, Pos
from haberci.core.report import Event, MentionKind, Token
from haberci.read.events.admission import FORCES
from haberci.read.events.bystanders import demanded, speaker
from haberci.read.events.domestic import RIVALS
from haberci.read.events.lands import REBEL
from haberci.read.events.matching import Firing
from haberci.read.events.pattern_nouns import QUOTES
from haberci.read.events.protests import BREAKING
from haberci.read.events.setting import NO_DOER, NOBODY, Filled, Setting

ARGUMENTS: Final = (ACC, DAT)
ARAK: Final = Form.ARAK
ARREST: Final = "arrest"
COUP: Final = "darbe"
SEIZED: Final = "seize"
INCIDENT: Final = "olay"
REACH: Final = 11  # words before the verb in which the noun of a deed stands
OWNER_REACH: Final = 3  # words between an owner whom nobody knows and what is his
DECIDING: Final = ("IGO", "JUD")  # who decides of others: courts, organisations of states
RECENT: Final = 2  # sentences back to what a court decided
SPEAKING: Final = ("GOV", "MIL", "IGO")  # who speaks for all of a side
ORGANS: Final = ("COP", "JUD")  # of a state, with which others deal through its government
RULED: Final = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT})


def told_again(firing: Firing, setting: Setting) -> Filled:
    """Who did the deed that a noun tells again; nobody, by the rule of that name, where its doer is unknown.

    "Cezaları kınadı", "yasağın kaldırılmasını istedi". Of an attack by nobody known nobody is blamed (codebook,
    section 2, hard cases).
    """
    own = {c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes}
    if firing.frame.type is EventType.ACCUSE:
        own = own or {c for c in speaker(firing, setting).codes if c.sector in SPEAKING}
    if first := _blamed_first(firing, setting, own):
        return Filled(codes=first, rule="party.shared")
    unknown = False
    for token in _deed_words(firing, setting):
        meant = list(setting.lately(1))[:1] if _points(token, setting) else _meant(token, setting)
        doers = next((others for event in meant if (others := _doers(event, own))), ())
        if doers:
            return Filled(codes=_asked(doers, firing, own), rule="party.context")
        unknown = unknown or any(event.actors == (UNKNOWN,) for event in meant)
    blamed = firing.frame.type is EventType.ACCUSE and setting.told is Modality.HAPPENED
    return Filled(rule=NO_DOER) if unknown and blamed else NOBODY


def _blamed_first(firing: Firing, setting: Setting, own: set[ActorCode]) -> tuple[ActorCode, ...]:
    """Whom the words right before blame: "Oslo'nun baskınını ihlal olarak niteleyerek kınadı"."""
    if firing.nominal or firing.frame.type is not EventType.ACCUSE:
        return ()
    tokens, verb = setting.parsed.tokens, firing.clause.verb
    beside = [tokens[c.verb].span for c in setting.parsed.clauses if c.parent == verb == c.verb + 1 and c.form is ARAK]
    told = (e for e in setting.lately(0) if any(e.trigger_at.span.overlaps(span) for span in beside))
    return next((e.recipients for e in told if e.type is EventType.ACCUSE and own.issuperset(e.actors)), ())


def _asked(doers: tuple[ActorCode, ...], firing: Firing, own: set[ActorCode]) -> tuple[ActorCode, ...]:
    """Whom those abroad ask about what police or a court did: its government."""
    principals = {code.principal for code in own}
    if firing.frame.type is not EventType.REQUEST or any(code.principal in principals for code in doers):
        return doers
    return tuple(dict.fromkeys(ActorCode(c.principal, "GOV") if c.sector in ORGANS else c for c in doers))


def culprit(firing: Firing, setting: Setting) -> Filled:
    """Who did the deed that a clause below tells, for which he is blamed: "muhalifin tutuklanmasını eleştirdi"."""
    own = {c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes}
    tokens = setting.parsed.tokens
    below = [tokens[c.verb].span for c in setting.parsed.clauses if c.parent == firing.clause.verb and not c.quoted]
    told = (e for e in setting.lately(0) if any(e.trigger_at.span.overlaps(span) for span in below))
    doers = next((event.actors for event in told if UNKNOWN not in event.actors and own.isdisjoint(event.actors)), ())
    return Filled(codes=tuple(doers), rule="party.blamed") if doers else NOBODY


def spared(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """Who is blamed, who is not whom the attack hit that is condemned: "50 kişinin öldüğü saldırıyı kınadı".

    It is who did it, or nobody where nobody knows.
    """
    people = bool(recipient.mentions) and all(m.kind is MentionKind.PEOPLE for m in recipient.mentions)
    if not people or firing.frame.type is not EventType.ACCUSE or setting.told is not Modality.HAPPENED:
        return recipient
    tokens = setting.parsed.tokens
    below = [tokens[c.verb].span for c in setting.parsed.clauses if c.parent == firing.clause.verb and not c.quoted]
    for event in setting.lately(0):
        hit = event.type is EventType.ASSAULT and set(recipient.all_codes()) <= set(event.recipients)
        if hit and any(event.trigger_at.span.overlaps(span) for span in below):
            doers = tuple(code for code in event.actors if code != UNKNOWN)
            return Filled(codes=doers, rule="party.blamed") if doers else Filled(rule=NO_DOER)
    return recipient


def _points(token: Token, setting: Setting) -> bool:
    """Whether a pronoun means what was told last: "İsrail köyü vurdu. Tahran bunu kınadı"."""
    return token.morph.pos is Pos.PRON and token.morph.lemma in setting.nouns.pointing


def _others(codes: Sequence[ActorCode], own: set[ActorCode]) -> tuple[ActorCode, ...]:
    """Those of another side than one's own; to an opposition the organs of its state are one."""
    principals = {code.principal for code in own}
    rivals = any(code.sector in RIVALS for code in own)
    others = (c for c in codes if c != UNKNOWN)
    return tuple(c for c in others if c.principal not in principals or (rivals and c.sector in FORCES - RIVALS))


def _doers(event: Event, own: set[ActorCode]) -> tuple[ActorCode, ...]:
    """Who did a deed, of another side; those who protest are one to their government."""
    crowd = event.type is EventType.PROTEST and own.isdisjoint(event.actors)
    return tuple(c for c in event.actors if c != UNKNOWN) if crowd else _others(event.actors, own)


def _meant(token: Token, setting: Setting) -> list[Event]:
    """The deeds told before that a word may mean, the latest first.

    Where one was told by the same noun, it before the others, of which blows against rebels are another matter.
    """
    kinds = setting.asks.deeds_named(token.lower)
    told = reversed(setting.told_before) if kinds else iter(())
    fitting = [event for event in told if event.type in kinds or _is_ruling(event, token, setting)]
    incident = token.morph.lemma == INCIDENT
    fitting = [event for event in fitting if not (incident and _is_orderly(event))]
    alike = [event for event in fitting if not _answers(event, fitting)]
    alike.sort(key=lambda event: event.modality is Modality.PLANNED)  # what is judged was done, rather
    hit = [e for e in alike if any(c == UNKNOWN or c.sector in IRREGULAR for c in e.actors)]
    if _is_terror(token, setting):
        alike = hit or alike
    elif hit:  # those who struck back at nobody known are not meant
        alike = [e for e in alike if not _strikes_back(e)]
    named = next((event for event in alike if _is_named_so(event, token)), None)
    if named is None:
        return alike
    return [named, *(e for e in alike if not e.recipients or any(c.sector != REBEL for c in e.recipients))]


def _strikes_back(event: Event) -> bool:
    """Whether armed men of no side are struck: "dört saldırgan etkisiz hale getirildi"."""
    return bool(event.recipients) and all(c.principal == UNKNOWN.principal and c.sector for c in event.recipients)


def _is_terror(token: Token, setting: Setting) -> bool:
    """Whether a deed is called one that no state does, where somebody else did one: "bu terör saldırısını kınadı"."""
    at = setting.parsed.tokens.index(token)
    return at > 0 and setting.parsed.small[at - 1].startswith(setting.nouns.terror)


def _is_orderly(event: Event) -> bool:
    """Whether people only demonstrate, which nobody calls an event that he condemns: "olayı kınadı"."""
    return event.type is EventType.PROTEST and event.mode not in BREAKING


def _answers(event: Event, others: Sequence[Event]) -> bool:
    """Whether police only held those who did another deed of the sentence: "Dokuz göstericiyi yakaladı"."""
    held = set(event.recipients) if event.mode == ARREST and event.actors else set()
    return any(other.at == event.at and other is not event and held & set(other.actors) for other in others)


def _is_ruling(event: Event, token: Token, setting: Setting) -> bool:
    """Whether a court or an organisation decided it: "UCM yakalama emri çıkardı. Tel Aviv kararı kınadı"."""
    rules = token.morph.lemma in setting.nouns.rulings and not token.morph.plural and event.type in RULED
    decided = rules and all(code.sector in DECIDING for code in event.actors)
    return decided and (_is_named_so(event, token) or event in setting.lately(RECENT))


def _is_named_so(event: Event, token: Token) -> bool:
    """Whether a deed was told by the noun of a word."""
    stem = token.morph.lemma
    seized = stem == COUP and event.mode == SEIZED  # "yönetime el koydu. Oslo darbeyi kınadı"
    return seized or any(word.startswith(stem) for word in event.trigger.split())


def _deed_words(firing: Firing, setting: Setting) -> Iterator[Token]:
    """The words that may tell the deed again, the nearest first: what is judged, or what shall no longer be."""
    tokens = setting.parsed.tokens
    if firing.frame.type is EventType.REQUEST:
        for clause in demanded(firing, setting):
            yield from tokens[clause.first : clause.verb]
        return
    start = setting.parsed.behind_finite(firing.anchor)
    cases = (*ARGUMENTS, ABL) if ("abl",) in firing.frame.recipient else ARGUMENTS
    cases = (*cases, GEN) if ("evaluated",) in firing.frame.recipient else cases  # "denemenin kabul edilemez olduğunu"
    for at in islice(before_quotes(tokens, firing.anchor, firing.clause.quoted, start), REACH):
        morph = tokens[at].morph
        noun = morph.case in cases or (ABL in cases and morph.form is Form.MADAN)  # "gelişmeden" is "without", too
        bare = morph.plural or tokens[firing.anchor].morph.passive  # "saldırılar", "saldırı kınandı"
        judged = noun or morph.or_accusative or (bare and at + 1 == firing.anchor)
        if judged and not is_of_nobody(tokens, at):
            yield _tried(tokens, at, setting)


def _tried(tokens: Sequence[Token], at: int, setting: Setting) -> Token:
    """The word itself, or the noun before it that tells what was tried or done: "saldırı girişimini"."""
    before = tokens[at - 1] if at and tokens[at].morph.lemma in setting.nouns.attempts else None
    bare = before is not None and before.morph.pos is NOUN and before.morph.case is NOM
    return before if bare and before is not None else tokens[at]


def is_of_nobody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before owns it, whoever that is: "mahkemenin kararını kınadı"."""
    morph = tokens[at].morph
    if morph.possessive not in THIRD or morph.or_accusative:
        return False
    before = tokens[max(0, at - OWNER_REACH) : at]
    return any(t.morph.case is GEN and t.morph.pos in (NOUN, Pos.PRON, Pos.PROPN) for t in before)


def names_culprits(firing: Firing, setting: Setting) -> bool:
    """Whether those are told by their kind who did what is judged, or something else is judged than a deed."""
    tokens = setting.parsed.tokens[: firing.anchor]
    if any(token.morph.lemma in setting.nouns.culprits for token in tokens):
        return True
    start = setting.parsed.behind_finite(firing.anchor)
    places = list(before_quotes(tokens, firing.anchor, firing.clause.quoted, start))
    words = [tokens[at] for at in places]
    passive = setting.parsed.tokens[firing.anchor].morph.passive  # "saldırı kınandı"
    args = [at for at in places if tokens[at].morph.case in ARGUMENTS or tokens[at].morph.or_accusative]
    judged = [_tried(tokens, at, setting) for at in args]
    struck = [t for t in words if EventType.ASSAULT in setting.asks.deeds_named(t.lower)] if passive else []
    return not struck and not any(setting.asks.deeds_named(t.lower) for t in judged)


def before_quotes(tokens: Sequence[Token], stop: int, quoted: bool, start: int = 0) -> Iterator[int]:
    """The numbers of the words before one, the nearest first, past what a quotation between them says.

    ``quoted`` tells that the word stands in a quotation itself, before which nothing belongs to it.
    """
    inside = False
    for at in range(stop - 1, start - 1, -1):
        if tokens[at].text in QUOTES:
            if quoted:
                return
            inside = not inside
        elif not inside:
            yield at
