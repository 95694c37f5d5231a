"""Modes that the words around a deed tell: what is asked for or threatened, with what weapon it was done."""

from __future__ import annotations

from typing import Final

from haberci.core.asks import AskTable
from haberci.core.language import Context
from haberci.core.morph import ACC, AN, DAT, INS, SEQUENT
from haberci.core.report import MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.moods import BY_MOOD
from haberci.read.events.pattern_nouns import quoted_before
from haberci.read.events.setting import Filled
from haberci.read.parse import Parsed

ASKED_WORDS: Final = 8  # words before a request that may say what it is about
THREAT_WORDS: Final = 14  # the same of a threat
MEET: Final = "meet"
YIELD: Final = "yield"
AT_REQUEST: Final = (("host",),)  # the receiver of frames that tell at whose request something is done
STRUCK: Final = (ACC, DAT)  # cases of what is struck: "tankları vurdu", "uçağa ateş açtı"
FOLLOWED: Final = "happened"  # what an occasion tells of itself
WEAPONLESS: Final = frozenset({"irregular", "downs"})  # flags of attacks whose words tell no weapon


def gist(parsed: Parsed, firing: Firing) -> frozenset[str]:
    """The verbs of the clauses below: what is asked, said or promised."""
    below = (c.verb for c in parsed.clauses if c.parent == firing.clause.verb)
    return frozenset(parsed.tokens[verb].morph.lemma for verb in below)


def asked_mode(parsed: Parsed, firing: Firing, context: Context) -> str | None:
    """The mode of a request or refusal, from the verbs below it and the words right before it."""
    if "own-complement" in firing.frame.flags:
        return None  # who is warned not to send help is asked for another policy, not for help
    asked = firing.frame in BY_MOOD  # the verb says itself what is asked: "durdurmalı", "son verin"
    words = parsed.small[max(0, firing.anchor - ASKED_WORDS) : firing.anchor + asked]
    verbs = [parsed.tokens[firing.anchor].morph.lemma] if asked else _deeds_asked(parsed, firing, context.pack.asks)
    if asked and context.pack.asks.verbs.get(verbs[0]) == YIELD:
        return YIELD  # "destek vermeyi bıraksın"
    first = context.pack.asks.mode((), words) if asked else None
    return first or context.pack.asks.mode(verbs, words)


def _deeds_asked(parsed: Parsed, firing: Firing, asks: AskTable) -> list[str]:
    """The verbs of what is asked, or done at somebody's asking: "Oslo'nun talebiyle toplandı".

    A relative clause only describes what it is about: "Bern'e ayrılan desteği veto etti". A verb that is one of two
    words of the table says nothing alone: "son vermeye çağırdı".
    """
    lemma = parsed.tokens[firing.clause.verb].morph.lemma
    if firing.nominal and firing.frame.recipient == AT_REQUEST and asks.verbs.get(lemma) == MEET:
        return [lemma]
    within = quoted_before(parsed, firing.anchor) if firing.nominal else range(0)  # "'çekilin' çağrısı"
    under = [c for c in parsed.clauses if (c.parent == firing.clause.verb or c.verb in within) and c.head is None]
    below = [c.verb for c in under if c.form not in SEQUENT]  # "Rama ile görüşerek çekilmesini istedi"
    pairs = {verb: " ".join(parsed.small[verb - 1 : verb + 1]) for verb in below}
    phrases = tuple(noun for noun, _ in asks.nouns if " " in noun)
    return sorted({parsed.tokens[verb].morph.lemma for verb in below if not pairs[verb].startswith(phrases)})


def threat_mode(parsed: Parsed, firing: Firing, context: Context) -> str | None:
    """The mode of a threat, from the words before it and its own."""
    words = parsed.tokens[max(0, firing.anchor - THREAT_WORDS) : firing.anchor + 1]
    return context.pack.asks.threat(t.lower for t in words)


def at_computers(parsed: Parsed, firing: Firing, context: Context) -> bool:
    """Whether an attack is one on computers: "resmi sitenin saldırıya uğradığını"."""
    words = " ".join(t.lower for t in parsed.tokens[firing.clause.first : max(firing.words) + 1])
    return any(f" {beginning}" in f" {words}" for beginning in context.pack.governors.cyber)


def armed_with(parsed: Parsed, firing: Firing, context: Context, recipient: Filled) -> str | None:
    """The mode of an attack: aimed at a named person, else by the weapon told in the clause."""
    if "aimed" in firing.frame.flags and any(m.kind is MentionKind.PERSON for m in recipient.mentions):
        return "targeted"
    if not firing.frame.flags.isdisjoint(WEAPONLESS):
        return None  # who raids a place is told to be armed, not with what; an aircraft shot down is no weapon
    first = _behind_occasion(parsed, firing)
    tool = parsed.tokens[first].morph.case is INS
    described = tool and first > 0 and parsed.tokens[first - 1].morph.form is AN  # "atış yapan silahlarla"
    words = range(first - described, max(firing.words) + 1)
    told = (at for at in words if at in firing.words or parsed.tokens[at].morph.case not in STRUCK)
    return context.pack.asks.weapon(parsed.small[at] for at in told)


def _behind_occasion(parsed: Parsed, firing: Firing) -> int:
    """Where the words of an attack begin, behind what it followed: "hava saldırısının ardından karakolu vurdu"."""
    first = firing.clause.first
    upon = (at for at in range(min(firing.words) - 1, first, -1) if is_upon(parsed, at))
    return next(upon, first - 1) + 1


def is_upon(parsed: Parsed, at: int) -> bool:
    """Whether a word says that what stands before it came first, which did happen: "saldırısının ardından"."""
    return at < len(parsed.tokens) and parsed.pack.governors.after.get(parsed.small[at]) == FOLLOWED
