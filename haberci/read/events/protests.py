"""Against whom people rise where no party is named: their rulers, or the state before whose seat they gather."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.morph import ACC, DAT, LOC
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import joined_before

RISING_REACH: Final = 4  # words between what a government does and the word that says that people are against it
# Words between whose seat it is and the word for where they stand: "Meclis'in Dikmen kapısı önünde"
SEAT_REACH: Final = 3
SEATED: Final = frozenset({"GOV", "LEG"})
BARE: Final = ("mention.office-bare", "mention.office-again")  # rules of a body that is told without its state
HUNGER: Final = "hunger"
BREAKING: Final = ("riot", "vandalize")
HOUSE_REACH: Final = 2  # words of a house's name: "hükümet binasını"
FRONT: Final = "ön"


def opposed(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Whom a protest is against; ``own`` are the principals of those who protest."""
    seat = _jailers(firing, setting, own) if firing.frame.mode == HUNGER else _before_a_seat(firing, setting)
    if seat.codes:
        return seat
    lands = sorted(principal for principal in own if principal in setting.states)
    if len(lands) != 1 or not (_against_policy(firing, setting) or _in_a_house(firing, setting)):
        return NOBODY
    return Filled(codes=(ActorCode(lands[0], "GOV"),), rule="party.rulers")


def _jailers(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The state in whose prisons people of another starve: "İsrail hapishanelerindeki Filistinliler"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for mention in setting.parsed.mentions:
        behind = mention.last - base
        state = mention.codes[0].principal if mention.codes else ""
        jails = behind < len(tokens) and tokens[behind].morph.lemma in setting.nouns.prisons
        if jails and state in setting.states and state not in own:
            return Filled(codes=(ActorCode(state, "GOV"),), rule="party.owner")
    return NOBODY


def _against_policy(firing: Firing, setting: Setting) -> bool:
    """Whether people rise against what a government does: "zamlara karşı", "seçimin iptali istemiyle"."""
    words = [token.lower for token in setting.parsed.tokens[: firing.anchor + 1]]
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + RISING_REACH]
        if word.startswith(setting.nouns.policies) and not setting.nouns.rising.isdisjoint(behind):
            return True
    return False


def _in_a_house(firing: Firing, setting: Setting) -> bool:
    """Whether a crowd breaks into where power sits, or sets fire to it: "belediye binasını ateşe verdi"."""
    if firing.nominal or firing.frame.mode not in BREAKING:
        return False
    tokens = setting.parsed.tokens
    for at in range(firing.clause.first, firing.anchor):
        taken = any(token.morph.case is ACC for token in tokens[at : at + HOUSE_REACH])
        if tokens[at].lower.startswith(setting.nouns.powers) and taken:
            return True
    return False


def _before_a_seat(firing: Firing, setting: Setting) -> Filled:
    """Whose seat they stand before: "ABD Başkonsolosluğu önünde", "Meclis'in kapısı önünde"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for number, mention in enumerate(setting.parsed.mentions):
        named = mention.kind in (MentionKind.BODY, MentionKind.STATE) and mention.codes
        if not named or mention.codes[0].sector not in SEATED or mention.last - base > firing.anchor:
            continue
        behind = tokens[mention.last - base : mention.last - base + SEAT_REACH]
        if any(token.morph.lemma == FRONT and token.morph.case in (LOC, DAT) for token in behind):
            return Filled(codes=(*_other_owner(setting, number), *_seated(setting, mention)), rule="party.owner")
    return NOBODY


def _seated(setting: Setting, seat: Mention) -> tuple[ActorCode, ...]:
    """Whose a seat is; told by its office alone, that of the place told: "Berlin'de ... Başbakanlık önünde"."""
    here = [
        m for m in setting.parsed.mentions if m.kind is MentionKind.PLACE and m.case is LOC and m.last <= seat.first
    ]
    if seat.rule not in BARE or not here or not here[-1].codes or len(seat.codes) != 1:
        return seat.codes
    return (ActorCode(here[-1].codes[0].principal, seat.codes[0].sector),)


def _other_owner(setting: Setting, number: int) -> tuple[ActorCode, ...]:
    """Whose seat it is, too: "İran ve Rusya konsolosluklarının önünde" of two states."""
    one, other = joined_before(setting.parsed, number), setting.parsed.mentions[number]
    if one is None or one.kind is not MentionKind.STATE:
        return ()
    return one.codes if setting.parsed.is_many(other.last - setting.parsed.base - 1) else ()
