"""With what an attack was made that its own clause does not say: by who made it, or by a noun that names it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from typing import Final

from haberci.core.asks import AskTable
from haberci.core.codebook import EventType
from haberci.core.morph import INS
from haberci.core.report import BlockKind, Event, MentionKind
from haberci.core.rule import Rule
from haberci.read.events.deed_type import Typed
from haberci.read.events.holders import HOLDER
from haberci.read.events.matching import Firing
from haberci.read.events.mode_words import is_upon
from haberci.read.events.setting import Filled, Setting
from haberci.read.parse import Parsed

RULES: Final = (
    Rule(
        "mode.again",
        "the attack is named again with its weapon",
        "İsrail ordusu Beyrut'u vurdu. Hava saldırısında altı kişi öldü.",
    ),
)
AGAIN: Final = "mode.again"
TOLD: Final = ("party.spoken", "party.shared", HOLDER)  # rules of doers whom the sentence tells
PERSONS: Final = (MentionKind.PERSON, MentionKind.PEOPLE)
UNARMED: Final = frozenset({"CVL", "JRN", "EDU", "REF", "MED", "NGO", "REL", "LAB", "OPP"})
SHOT: Final = "firearms"  # how persons hit persons
DESCRIBED: Final = 5  # words before a noun in which a participle may describe it
FORCES: Final = frozenset({"GOV", "MIL", "COP"})
SUICIDE: Final = "suicide-attack"  # what no state's forces do
FLOWN: Final = "aerial"  # aircraft also fall by accident
SPYING: Final = (FLOWN, "drone")  # aircraft are used to look, too
THINGS: Final = 3  # words behind a holder in which the thing stands with which he does it
NAMED: Final = 2  # words before the noun for an attack that say with what: "füze ve topçu saldırısı"
REACH: Final = 4  # sentences behind an attack on which it may be named again


def by_bearer(typed: Typed, firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Typed:
    """The deed with the mode that its sides tell, where the clause tells no weapon: "İsrail uçakları vurdu"."""
    if typed.type is not EventType.ASSAULT or typed.mode is not None or actor.rule not in TOLD:
        return typed
    owned = THINGS if actor.rule == HOLDER else 0  # "orduya ait uçaklar köyü vurdu"
    words = (token.lower for m in actor.mentions for token in setting.report.tokens[m.first : m.last + owned])
    shot = "shoots" in firing.frame.flags and _are_persons(actor) and _are_persons(recipient, UNARMED)
    return replace(typed, mode=setting.asks.bearer(words) or (SHOT if shot else None))


def _are_persons(side: Filled, sectors: frozenset[str] | None = None) -> bool:
    """Whether a side are persons, of some sectors: "askerler iki köylüyü vurdu", not "ordu köyü vurdu"."""
    people = bool(side.mentions) and all(m.kind in PERSONS for m in side.mentions)
    return people and (sectors is None or all(code.sector in sectors for code in side.all_codes()))


def with_weapons(events: Iterable[Event], sentences: Sequence[Parsed], asks: AskTable) -> Iterator[Event]:
    """The events, each attack without a mode with the one that a sentence tells which names it again."""
    kept = tuple(events)
    for event in kept:
        mode = None
        if event.type is EventType.ASSAULT and event.mode is None:
            named = (_named(parsed, asks) for parsed in _around(event, kept, sentences))
            forces = any(code.sector in FORCES for code in event.actors)
            mode = next((found for found in named if found is not None and not (forces and found == SUICIDE)), None)
        yield event if mode is None else replace(event, mode=mode, why=(*event.why, AGAIN))


def _around(event: Event, events: Sequence[Event], sentences: Sequence[Parsed]) -> Iterator[Parsed]:
    """The sentences that tell an attack alone, those right behind up to another attack, and the headline of one."""
    own = {event.at, *event.also}
    others = {at for e in events if e is not event and e.type is EventType.ASSAULT for at in (e.at, *e.also)}
    yield from (parsed for parsed in sentences if parsed.sentence.at in own - others)
    yield from (parsed for parsed in sentences[:1] if not others)
    start = next((n for n, parsed in enumerate(sentences) if parsed.sentence.at == event.at), len(sentences))
    behind = sentences[start + 1 : start + 1 + REACH]
    yield from takewhile(lambda p: p.sentence.at not in others and _is_text(p), behind)


def _is_text(parsed: Parsed) -> bool:
    return parsed.sentence.block is BlockKind.PARAGRAPH


def _named(parsed: Parsed, asks: AskTable) -> str | None:
    """The weapon told with a noun for an attack, or as a tool: "hava saldırısında", "füzelerle"."""
    tokens = parsed.tokens
    for at, token in enumerate(tokens):
        described = any(t.morph.is_verb for t in tokens[max(0, at - DESCRIBED) : at])
        if described or is_upon(parsed, at + 1) or EventType.ASSAULT not in asks.again.get(token.morph.lemma, ()):
            continue  # "okula düzenlenen bombalı saldırıda", "hava saldırısının ardından" may be another one
        mode = asks.weapon(t.lower for t in tokens[max(0, at - NAMED) : at + 1])
        if mode is not None:
            return mode
    tools = (at for at, token in enumerate(tokens) if token.morph.case is INS and token.morph.form is None)
    told = chain((range(max(0, at - 1), at + 1) for at in tools), _hits(parsed, asks.strikes))
    used = _hits(parsed, asks.wields)
    return _first_weapon(parsed, asks, told, (FLOWN,)) or _first_weapon(parsed, asks, used, SPYING)


def _first_weapon(parsed: Parsed, asks: AskTable, told: Iterable[range], but: Sequence[str]) -> str | None:
    """The first weapon that some stretches of words tell, of those that count there."""
    modes = (asks.weapon(parsed.tokens[at].lower for at in words) for words in told)
    return next((mode for mode in modes if mode is not None and mode not in but), None)


def _hits(parsed: Parsed, strikes: frozenset[str]) -> Iterator[range]:
    """The words of the clauses that tell what struck: "füzelerden biri okula isabet etti"."""
    for clause in parsed.clauses:
        if not strikes.isdisjoint(parsed.verb_words(clause.verb)):
            yield range(clause.first, clause.verb)
