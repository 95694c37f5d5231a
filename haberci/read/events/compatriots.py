"""A state's own people abroad, whom it brings away ("Nijer'deki vatandaşlarını tahliye etti"), or of whom it tells."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import ClausePart
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Case
from haberci.core.report import Mention, MentionKind
from haberci.read.events.doers import doer
from haberci.read.events.lands import land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting

PEOPLE: Final = "CVL"
RULERS: Final = frozenset({"GOV", "MIL", "LEG"})
BARE: Final = "mention.office-bare"  # rule of people who may be anybody's
FORCE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})


def compatriots(firing: Firing, setting: Setting) -> Filled:
    """The people of the doer's state, where they are brought away from another land and are not named as another's."""
    states = {code.principal for code in doer(firing, setting).all_codes()}
    if len(states) != 1:
        return NOBODY  # who leaves with others is not told
    (state,) = states
    if (
        state == UNKNOWN_PRINCIPAL
        or land(firing, setting) in (state, None)
        or any(_is_anothers(m, state) for m in _objects(firing, setting))
    ):
        return NOBODY
    return Filled(codes=(ActorCode(state, PEOPLE),))


def own_citizens(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver; citizens of whom a state tells what another does to them are its own.

    "Duşanbe, Rus polisinin vatandaşlarını dövdüğünü öne sürdü". So are the kin of anybody who tells of them.
    """
    if firing.frame.type is EventType.CONCEDE and recipient.mentions:
        return _pardoned(actor, recipient)
    if firing.frame.type not in FORCE or setting.statement is None or not recipient.mentions:
        return recipient
    teller = setting.statement.speaker
    doers = {code.principal for code in actor.all_codes()}
    others = teller.principal not in doers | {UNKNOWN_PRINCIPAL}
    whose = setting.nouns.citizens if teller.sector in RULERS else setting.nouns.kin
    if not others or not all(_are_of(m, setting, whose) for m in recipient.mentions):
        return recipient
    return Filled(codes=(ActorCode(teller.principal, PEOPLE),), rule=SPEAKER)


def _pardoned(actor: Filled, recipient: Filled) -> Filled:
    """The receiver; people of no land told to whom a ruler yields are his own: "Lukaşenko 52 mahkumu affetti"."""
    rulers = {code.principal for code in actor.all_codes() if code.sector in RULERS}
    plain = all(m.kind is MentionKind.PEOPLE and m.rule == BARE for m in recipient.mentions)
    others = any(code.sector != PEOPLE for code in recipient.all_codes())
    if len(rulers) != 1 or not plain or others:
        return recipient
    return Filled(codes=(ActorCode(rulers.pop(), PEOPLE),), rule=actor.rule)


def _are_of(mention: Mention, setting: Setting, words: Set[str]) -> bool:
    """Whether a phrase tells of somebody's citizens or kin, and not by a name of whose."""
    morph = setting.report.tokens[mention.last - 1].morph
    owned = morph.lemma in words and morph.possessive in THIRD
    alone = mention.last - mention.first == 1  # "Yeğeninin" where a sentence begins
    return owned and (alone or not mention.text[:1].isupper())


def _objects(firing: Firing, setting: Setting) -> list[Mention]:
    """The phrases in the accusative."""
    parts: list[ClausePart] = [part for part in firing.clause.parts if part.case is Case.ACC]
    return [setting.parsed.mentions[part.chunk] for part in parts]


def _is_anothers(mention: Mention, state: str) -> bool:
    """Whether a phrase names another land's people: it begins with a name, and is not of the state."""
    return mention.text[:1].isupper() and all(code.principal != state for code in mention.codes)
