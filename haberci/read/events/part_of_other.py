"""Deeds that a sentence tells only as a part of another: what is thanked for, what is renewed, how one is charged."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import Form, Pos
from haberci.core.report import Event
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

Found = list[tuple[Firing, Told]]
REASONS: Final = (Link.FOR, Link.ABOUT)
RENEWED: Final = frozenset({EventType.AGREE, EventType.SUPPORT})
OUTCOMES: Final = frozenset({"convict", "release", "arrest"})
HUNT: Final = ("arrest", "investigate")  # modes of what the law does to one who is gone
DISPERSED: Final = "crowd-control"
RAIDED: Final = "seize"  # the mode of a raid
CLAIMED: Final = "claims"  # the flag of frames by which a group says that it did it
EXPELLED: Final = "expel"
TERMS: Final = frozenset({"event.threaten.muhlet"})  # rules by which one is given so many days
DOER: Final = 2  # which of the rules behind an event tells who did it
SHARED: Final = "party.shared"
NEAR: Final = 6  # words between a deed and the postposition that makes it a reason


def is_part_of_other(firing: Firing, event: Event, found: Found, parsed: Parsed) -> bool:
    """Whether a deed is only told as a part of another that ``found`` holds."""
    if "backdrop" in firing.frame.flags and any(_is_outcome(firing, other, told.event) for other, told in found):
        return True
    if "disperses" in firing.frame.flags and any(_is_dispersed(event, told.event) for _, told in found):
        return True
    if event.type is EventType.MOBILIZE and any(_is_drill_of_other(firing, *one) for one in found):
        return True
    if event.type is EventType.ASSAULT and _is_claimed(firing, event, found):
        return True
    if event.mode == RAIDED:
        return any(_kills(firing, other, told.event) for other, told in found)
    if event.type in (EventType.THREATEN, EventType.CONSULT):
        part = _is_term if event.type is EventType.THREATEN else _flees
        return any(part(event, told.event) for _, told in found)
    if firing.nominal or firing.clause.form not in (Form.DIK, Form.ARAK):
        return False
    later = [(other, told.event) for other, told in found if not other.nominal and other.anchor > firing.anchor]
    if firing.clause.form is Form.ARAK:
        return _is_means(firing, later, parsed)
    if any(_meet_there(firing, event, met) for _, met in later):
        return True
    return any(_is_thanked_for(firing, event, *one, parsed) or _is_renewed(firing, event, *one) for one in later)


def _is_dispersed(event: Event, other: Event) -> bool:
    """Whether people were driven apart by the force that is told beside it: "polis gaz sıktı, kalabalığı dağıttı"."""
    sides = {c.principal for c in event.actors}, {c.principal for c in event.recipients}
    return other.mode == DISPERSED and sides == (
        {c.principal for c in other.actors},
        {c.principal for c in other.recipients},
    )


def _is_drill_of_other(firing: Firing, other: Firing, told: Told) -> bool:
    """Whether the drill of one is that which several hold, or which begins: "üç gün sürecek tatbikata başladı".

    "Manila'nın Oslo ile yürüttüğü tatbikat iki gün sürdü".
    """
    if set(firing.words).isdisjoint(other.words):
        return False
    begins = told.event.type is EventType.MOBILIZE and other.anchor > firing.anchor and firing.clause.head is not None
    return told.event.type is EventType.COOPERATE or begins


def _is_claimed(firing: Firing, event: Event, found: Found) -> bool:
    """Whether a group says of an attack by nobody known that it was its own: "düzenlenen saldırıyı DEAŞ üstlendi"."""
    claims = (other for other, _ in found if other is not firing and CLAIMED in other.frame.flags)
    nouns = frozenset(firing.words)
    return UNKNOWN in event.actors and any(not nouns.isdisjoint(claim.words) for claim in claims)


def _kills(firing: Firing, other: Firing, told: Event) -> bool:
    """Whether a raid is told with those whom it killed: "düzenlediği baskında üç Filistinli öldü" is one attack."""
    return told.type is EventType.ASSAULT and not set(firing.words).isdisjoint(other.words)


def _is_outcome(step: Firing, other: Firing, verdict: Event) -> bool:
    """Whether the outcome tells a step of the law, too: "aynı davada yargılanan avukat beraat etti"."""
    return verdict.mode in OUTCOMES and other.anchor > step.anchor


def _is_term(term: Event, expulsion: Event) -> bool:
    """Whether days are given for leaving: "istenmeyen kişi ilan ettiği elçiye 48 saat süre verdi"."""
    sent = expulsion.type is EventType.SANCTION and expulsion.mode == EXPELLED
    return sent and term.rule in TERMS and term.recipients == expulsion.recipients


def _flees(trip: Event, sentence: Event) -> bool:
    """Whether who goes abroad is wanted or sentenced, and visits nobody: "ceza aldıktan sonra Oslo'ya giden başkan"."""
    hunted = (sentence.type is EventType.SANCTION and sentence.mode == "convict") or sentence.mode in HUNT
    return hunted and trip.mode == "visit" and set(trip.actors) == set(sentence.recipients)


def _is_means(firing: Firing, later: list[tuple[Firing, Event]], parsed: Parsed) -> bool:
    """Whether it is how somebody did what he is charged with: "silahlandırarak kuralları çiğnemekle suçladı"."""
    charged = parsed.clause_of(firing.clause.parent)
    if charged is None or charged.form is not Form.MAK:
        return False
    accusing = (other for other, event in later if event.type is EventType.ACCUSE)
    return any(other.clause.verb == charged.parent for other in accusing)


def _meet_there(firing: Firing, event: Event, met: Event) -> bool:
    """Whether it only tells where those of several states meet each other: "gittikleri Bonn'da bir araya geldi"."""
    guests = _principals(event, 0)
    away = event.type is met.type is EventType.CONSULT and firing.clause.head is not None and bool(event.recipients)
    return away and len(guests) > 1 and not met.recipients and guests == _principals(met, 0)


def _is_thanked_for(firing: Firing, event: Event, other: Firing, thanks: Event, parsed: Parsed) -> bool:
    """Whether others did it, to whom one is grateful: "Oslo'ya verdiği destek için (Bern'e) teşekkür etti"."""
    same = _principals(event, 0) == _principals(thanks, 0)
    guessed = event.why[DOER] == SHARED and firing.clause.form is Form.DIK
    if thanks.type is not EventType.SUPPORT or not same:
        return False
    if _principals(event, 1) != _principals(thanks, 1) and not guessed:
        return False
    behind = parsed.tokens[firing.anchor + 1 : min(firing.anchor + 1 + NEAR, *other.words)]
    links = parsed.words.links
    return any(token.morph.pos is Pos.ADP and links.get(token.lower) in REASONS for token in behind)


def _is_renewed(firing: Firing, event: Event, other: Firing, again: Event) -> bool:
    """Whether the words of a deed are what is done once more: "verdiği sözü yineledi"."""
    nouns = frozenset(firing.words) - {firing.anchor}
    same = event.type is again.type and event.type in RENEWED and event.actors == again.actors
    return same and firing.clause.head is not None and bool(nouns.intersection(other.words))


def _principals(event: Event, side: int) -> set[str]:
    return {code.principal for code in (event.recipients if side else event.actors)}
