"""The people and the press of the land in which a deed is told, where nobody else is named who does or suffers it."""

from __future__ import annotations

from haberci.core.actors import ActorCode
from haberci.core.morph import Case, Form, Morph, Pos
from haberci.read.events.bystanders import ADDRESSES
from haberci.read.events.lands import land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting


def people(firing: Firing, setting: Setting) -> Filled:
    """Persons who are told without a name that stands for a side: the people of the land."""
    words = setting.parsed.tokens[
        max(0, firing.clause.first - 1) : firing.anchor
    ]  # with "toplananlara" right before it
    principal = land(firing, setting)
    told = any(_are_persons(token.morph, setting) for token in words)
    if principal is None or not (told or _opens_with_people(firing, setting)):
        return NOBODY
    return Filled(codes=(ActorCode(principal, "CVL"),), rule="party.unknown")


def _are_persons(morph: Morph, setting: Setting) -> bool:
    """Whether a word tells of persons, by their kind or by what they do: "meydanda toplananlara"."""
    return morph.lemma in setting.nouns.persons or (morph.form is Form.AN and morph.plural and morph.case in ADDRESSES)


def _opens_with_people(firing: Firing, setting: Setting) -> bool:
    """Whether the sentence's own subject are persons, before nested clauses: "Öğrenciler, ... için yürüyecek"."""
    if firing.clause.subject or firing.clause.form is not Form.FINITE:
        return False
    before = setting.parsed.tokens[: firing.clause.first]
    return any(t.morph.lemma in setting.nouns.persons and t.morph.case is Case.NOM and t.morph.plural for t in before)


def press(firing: Firing, setting: Setting) -> Filled:
    """The press of the land, to which a ban on publishing goes whoever is told or not."""
    principal = land(firing, setting)
    return NOBODY if principal is None else Filled(codes=(ActorCode(principal, "JRN"),), rule="party.unknown")


def residents(firing: Firing, setting: Setting) -> Filled:
    """The people of the land, of a deed that is only done to people: "polis gaz kullandı", not "tekneye su sıktı"."""
    principal = land(firing, setting)
    tokens = setting.parsed.tokens[firing.clause.first : firing.anchor]
    thing = any(
        t.morph.case is Case.DAT and t.morph.pos is Pos.NOUN and not _are_persons(t.morph, setting) for t in tokens
    )
    return NOBODY if principal is None or thing else Filled(codes=(ActorCode(principal, "CVL"),), rule="party.unknown")
