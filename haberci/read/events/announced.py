"""Who did what an authority announces in the passive as its own act: "Moskova, elçinin çağrıldığını duyurdu"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import Link
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form
from haberci.core.report import Mention, MentionKind, Statement, StatementKind
from haberci.read.events.doers import is_announced, is_passive
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import HOLDERS

ANNOUNCED: Final = "party.announced"
FORCE: Final = "announce"  # of a statement by which something is made known
AUTHORITIES: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "IGO"})
AT_LARGE: Final = "IGO"  # which tells of what states do, and does some things itself
OWN: Final = frozenset({EventType.AID, EventType.SANCTION})
TOLD_BY_OTHERS: Final = frozenset({"arrest", "withhold", "police", "misinformation", "cyber"})  # modes of deeds
MEASURES: Final = frozenset({EventType.SANCTION, EventType.ACCUSE, EventType.COERCE})
ACTS: Final = MEASURES | {EventType.AID, EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE, EventType.CONCEDE}
ARMIES: Final = IRREGULAR | {"MIL"}
SERVICE: Final = "SPY"
CAUGHT: Final = "arrest"
WOUND: Final = "yarala"  # in the passive of whoever is hurt, by whomever


def announcer(firing: Firing, setting: Setting, recipient: Filled) -> Filled | None:
    """The authority that tells what it did to others, or None: what befell its own side was done by somebody else.

    Of an attack only an army or armed group tells so, and of help only a ministry or the like, no person: he may
    speak of others'.
    """
    told = setting.statement
    if told is None or told.speaker.sector not in AUTHORITIES | ARMIES or setting.told is not Modality.HAPPENED:
        return None
    reported = firing.clause.form is Form.DIK or (
        _is_by_account(firing, setting, told) and not _is_seen(firing, setting)
    )
    if not is_passive(firing, setting) or not reported or not is_announced(firing, setting):
        return None
    if setting.parsed.tokens[firing.clause.verb].morph.lemma == WOUND:
        return None
    others = recipient.all_codes()
    if any(_is_own(code, told.speaker) for code in others) or UNKNOWN in others:
        return None
    at_large = told.speaker.sector == AT_LARGE and firing.frame.type not in OWN
    if at_large or firing.frame.mode in TOLD_BY_OTHERS:
        return None
    body = not any(mention.kind in HOLDERS for mention in _speakers(setting))
    if firing.frame.type is EventType.ASSAULT:
        sides = {told.speaker.principal, *(code.principal for code in others)}
        fits = (
            bool(others)
            and told.speaker.sector in ARMIES
            and (told.speaker.sector in IRREGULAR or not _is_elsewhere(firing, setting, sides))
        )
    else:
        fits = firing.frame.type in (ACTS if body else MEASURES)
    fits = fits and (body or told.force == FORCE)
    return Filled(codes=(told.speaker,), rule=ANNOUNCED) if fits else None


def _is_own(code: ActorCode, teller: ActorCode) -> bool:
    """Whether a side is that of the one who tells: in a civil war not those in arms against his state."""
    return code.principal == teller.principal and (code.sector in IRREGULAR) == (teller.sector in IRREGULAR)


def catching(firing: Firing, setting: Setting) -> Filled:
    """The secret service that tells in the passive of an arrest: "FSB, iki kişinin yakalandığını duyurdu"."""
    told = setting.statement
    caught = told is not None and told.speaker.sector == SERVICE and firing.frame.mode == CAUGHT
    if told is None or not caught or firing.clause.form is not Form.DIK or not is_passive(firing, setting):
        return NOBODY
    own = is_announced(firing, setting) and setting.told is Modality.HAPPENED
    return Filled(codes=(told.speaker,), rule=ANNOUNCED) if own else NOBODY


def _is_by_account(firing: Firing, setting: Setting, told: Statement) -> bool:
    """Whether a deed is told by the account of an army, or of a body: "Savunma Bakanlığına göre 34 dron düşürüldü"."""
    by = setting.parsed.words.links.get(told.cue.rpartition(" ")[2]) is Link.SOURCE
    own = told.speaker.sector in ARMIES if firing.frame.type is EventType.ASSAULT else by
    return own and firing.clause.form is Form.FINITE and told.kind is StatementKind.INDIRECT


def _is_seen(firing: Firing, setting: Setting) -> bool:
    """Whether an army tells of what it may have seen others do: "Genelkurmaya göre füze fırlatıldı"."""
    sends = not setting.parsed.words.sending.isdisjoint(setting.parsed.verb_words(firing.clause.verb))
    return firing.frame.type is EventType.MOBILIZE and not sends


def _is_elsewhere(firing: Firing, setting: Setting, sides: set[str]) -> bool:
    """Whether an attack took place in the land of neither: "Ukrayna dronunun Belarus'ta düşürüldüğünü bildirdi"."""
    parts = (setting.parsed.mentions[part.chunk] for part in firing.clause.parts if part.case is Case.LOC)
    lands = {code.principal for m in parts if m.kind is MentionKind.PLACE for code in m.codes}
    return bool(lands) and lands.isdisjoint(sides)


def _speakers(setting: Setting) -> list[Mention]:
    """The phrases that name who speaks."""
    told = setting.statement
    if told is None or told.speaker_at is None:
        return []
    return [m for m in setting.report.mentions if m.at.span.overlaps(told.speaker_at.span)]
