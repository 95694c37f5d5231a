"""Joint speakers: those whom a conjunction ties to one another ("Rama ve Sandu açıkladı")."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import GEN, NOM, Pos
from haberci.core.report import Mention, MentionKind
from haberci.core.speech import Construction
from haberci.read.statements.view import View

_STATES: Final = frozenset({MentionKind.STATE, MentionKind.PLACE})


def is_particle(view: View, at: int) -> bool:
    """Whether a word is one that only leans on the word before it (de, ise)."""
    return at < len(view.tokens) and view.is_a(Construction.PARTICLE, at)


def joined_before(view: View, mention: Mention) -> tuple[Mention, ...]:
    """Joint speakers: mentions tied by a conjunction before this one."""
    found: list[Mention] = []
    at = mention.first
    while at > 1 and _ties(view, at - 1):
        other = view.mention_ending(at - 1)
        if other is None or other.case is not NOM or _same_person(other, mention) or _owners(view, other, mention):
            break
        found.append(other)
        at = other.first
    return tuple(found)


def _ties(view: View, at: int) -> bool:
    """Whether a word joins two subjects: a conjunction, or "ile"."""
    return _conjoins(view, at) or view.is_a(Construction.COMPANY, at)


def _conjoins(view: View, at: int) -> bool:
    return view.tokens[at].morph.pos is Pos.CCONJ and not is_particle(view, at)


def joint_from(view: View, mention: Mention) -> tuple[Mention, ...]:
    """The mention and those that a conjunction ties to it, in order."""
    found = [mention]
    while found[-1].last + 1 < len(view.tokens) and _conjoins(view, found[-1].last):
        other = view.mention_from(found[-1].last + 1)
        if other is None or other.case is not NOM:
            break
        found.append(other)
    return tuple(found)


def _same_person(office: Mention, mention: Mention) -> bool:
    """Whether a bare office before a conjunction is one more office of the person behind it."""
    return office.kind is MentionKind.OFFICE and office.person is None and mention.kind is MentionKind.PERSON


def _owners(view: View, state: Mention, mention: Mention) -> bool:
    """Whether a state only shares the genitive that opens the mention behind it: "Libya ve Tunus'un elçisi"."""
    return state.kind in _STATES and view.tokens[mention.first].morph.case is GEN
