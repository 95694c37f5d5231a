"""Who lets people go, where no doer is told: those in whose hands or land they are told to have been, or a court."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.morph import LOC
from haberci.core.report import Mention
from haberci.read.events.captors import captor
from haberci.read.events.doers import is_passive
from haberci.read.events.lands import is_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting
from haberci.read.events.suspects import court_near

KEEPER: Final = "party.keeper"
RULING: Final = "GOV"
KEPT_REACH: Final = 5  # words between a land and the word for being held there: "İran'da altı yıldır tutuklu"


def releaser(firing: Firing, setting: Setting, actor: Filled, gone: Filled) -> Filled:
    """Who let people go: the doer told, else who held them, else the court or prosecutor named before them."""
    if actor.all_codes() and actor.rule != GUESSED:
        return actor
    taken = captor(firing, setting, gone) if is_passive(firing, setting) else NOBODY
    if taken.all_codes():
        return taken
    before = (m for m in setting.parsed.mentions if m.first - setting.parsed.base < firing.anchor and m.codes)
    kept = next((codes for m in before if (codes := _holding(m, setting))), ())
    if kept and set(kept).isdisjoint(gone.all_codes()):
        return Filled(codes=kept, rule=KEEPER)
    court = NOBODY if actor.all_codes() or not is_passive(firing, setting) else court_near(firing, setting)
    return court if court.all_codes() else actor


def _holding(mention: Mention, setting: Setting) -> tuple[ActorCode, ...]:
    """The land in which people are told to be held: "İran'da tutuklu", "İran cezaevinden"."""
    behind = mention.last - setting.parsed.base
    words = setting.parsed.tokens[behind : behind + KEPT_REACH]
    if not words:
        return ()
    jailed = words[0].morph.lemma in setting.nouns.prisons
    there = setting.parsed.tokens[behind - 1].morph.case is LOC or mention.case is LOC
    held = there and any(word.morph.lemma in setting.nouns.kept for word in words)
    held = held and not any(word.lower.startswith(setting.nouns.hostages) for word in words)
    state = is_land(mention.codes[0], setting) and (jailed or held)
    return (ActorCode(mention.codes[0].principal, RULING),) if state else ()
