"""Whose people an attack strikes, where no word tells: those of the land it reached, not the attacker's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import GEN
from haberci.core.report import Mention, MentionKind
from haberci.read.events.lands import told_before
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.scene import filed_at
from haberci.read.events.setting import GUESSED, Filled, Setting

PLAIN: Final = "CVL"
ARMY: Final = "MIL"
FORCES: Final = frozenset({"GOV", "MIL"})
AT_HOME: Final = frozenset({"torture", "abduct", "beat", "crowd-control", "sexual", "targeted"})  # modes of repression
BARE: Final = "mention.office-bare"
SOLDIERS: Final = "MIL"
GUESSES: Final = frozenset({BARE, "mention.office-again", "mention.inherited"})
STRANGERS: Final = "party.strangers"
NEAR: Final = 2  # sentences back to the attack whose dead a sentence counts


def strangers(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver of a state's attack; its own people only where they, or a place in their land, are told.

    "İsrail'in saldırısında 15 sivil öldü" tells of the people of the place told last, of those attacked before, or of
    the dateline's; of nobody known where none of them is told.
    """
    if _fell_for_home(firing, setting, recipient):
        home = ActorCode(setting.parsed.pack.naming.home, SOLDIERS)
        return Filled(codes=(home,), rule=STRANGERS)
    own = {code.principal for code in actor.all_codes() if code.sector in FORCES}
    alike = {code.principal for code in recipient.all_codes() if code.sector == PLAIN}
    guessed = all(m.rule in GUESSES for m in recipient.mentions) and (recipient.mentions or recipient.rule == GUESSED)
    at_war = firing.frame.type is EventType.ASSAULT and firing.frame.mode not in AT_HOME
    if at_war and guessed and len(alike) == 1 and set(actor.all_codes()) <= {UNKNOWN}:
        return _struck_before(setting) or recipient
    soldiers = {code.principal for code in recipient.all_codes() if code.sector == ARMY}
    told = setting.statement.speaker if setting.statement is not None else UNKNOWN
    if at_war and guessed and soldiers and soldiers == own and told.sector in FORCES and told.principal not in own:
        return Filled(codes=(ActorCode(told.principal, ARMY),), rule=STRANGERS)  # whose state tells of its fallen
    if not at_war or not firing.frame.before or len(own) != 1 or alike != own or not guessed:
        return recipient  # soldiers kill at home, too, but an attack told by its noun is one on others
    place = next(_lands(setting), None)
    if place in own or _is_of_unrest(setting):
        return recipient
    reached = place or next(_attacked(setting, own), None) or _filed_in(setting, own)
    if reached is None:
        return Filled(codes=(UNKNOWN,), rule=GUESSED)
    return Filled(codes=(ActorCode(reached, PLAIN),), rule=STRANGERS)


def _fell_for_home(firing: Firing, setting: Setting, recipient: Filled) -> bool:
    """Whether nameless soldiers fell in an operation abroad: "Kuzeydeki operasyonda bir asker şehit oldu".

    Who is called a martyr is of those who tell it; of a land's own army only where that is told.
    """
    told = recipient.mentions
    if "military-victim" not in firing.frame.flags or not told or any(m.rule != BARE for m in told):
        return False
    if any(c.sector != SOLDIERS for c in recipient.all_codes()) or _has_forces_here(setting, recipient):
        return False
    return any(token.lower.startswith(setting.nouns.cases) for token in setting.parsed.tokens)


def _is_of_unrest(setting: Setting) -> bool:
    """Whether a sentence tells of protests, at which a state's forces strike its own people."""
    return any(token.morph.lemma in setting.nouns.rallies for token in setting.parsed.tokens)


def _has_forces_here(setting: Setting, recipient: Filled) -> bool:
    """Whether a government or army of the land where they fell is told before them."""
    land = {code.principal for code in recipient.all_codes()}
    named = (m for m in told_before(setting) if m.kind not in LANDS and m not in recipient.mentions)
    return any(c.principal in land and c.sector in FORCES for m in named for c in m.codes)


def _struck_before(setting: Setting) -> Filled | None:
    """The people of whom an attack was told right before, where the sentence has no place of its own."""
    if any(_is_of_state(m, setting) and m.kind in LANDS for m in setting.parsed.mentions):
        return None
    attacks = (e for e in setting.lately(NEAR) if e.type is EventType.ASSAULT and e.mode not in AT_HOME)
    struck = next(({c.principal for c in e.recipients if c != UNKNOWN} for e in attacks), set())
    if len(struck) != 1:
        return None
    return Filled(codes=(ActorCode(struck.pop(), PLAIN),), rule=STRANGERS)


def _filed_in(setting: Setting, own: set[str]) -> str | None:
    """The state of the dateline, where that is not the attacker's."""
    filed = filed_at(setting.report, setting.parsed.pack.fold)
    return filed.state if filed is not None and filed.state not in own else None


def _lands(setting: Setting) -> Iterator[str]:
    """The states of the places told, those of the sentence first, then the last first."""
    for mention in chain(reversed(setting.parsed.mentions), told_before(setting)):
        if _is_of_state(mention, setting) and (mention.kind is MentionKind.PLACE or _has_site(mention, setting)):
            yield mention.codes[0].principal


def _has_site(mention: Mention, setting: Setting) -> bool:
    """Whether a state only says where a place is: "Ukrayna'nın doğusunda"."""
    tokens = setting.report.tokens[mention.last : mention.last + 1]
    near = mention.kind is MentionKind.STATE and mention.case is GEN
    return near and any(token.morph.lemma in setting.parsed.words.sites for token in tokens)


def _is_of_state(mention: Mention, setting: Setting) -> bool:
    return bool(mention.codes) and mention.codes[0].principal in setting.states


def _attacked(setting: Setting, own: set[str]) -> Iterator[str]:
    """The states that those of one attacked before, the last first."""
    for event in reversed(setting.told_before):
        if event.type is EventType.ASSAULT and own.issuperset(code.principal for code in event.actors):
            others = (c.principal for c in event.recipients if c != UNKNOWN and c.principal not in own)
            yield from (principal for principal in others if principal in setting.states)
