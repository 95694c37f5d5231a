"""Whose side persons are on whom a report names by surname alone, or as members of a party."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.core.speech import Construction
from haberci.read.statements.companions import describes
from haberci.read.statements.press import PRESS, known_agency, local_press
from haberci.read.statements.speakers import Speaker
from haberci.read.statements.view import View

_PERSON = MentionKind.PERSON  # by names of their own, as in ``core.morph``
CITIZEN: Final = "CVL"
_LANDS: Final = frozenset({MentionKind.STATE, MentionKind.PLACE})
_BODIES: Final = frozenset({MentionKind.BODY, MentionKind.ORGANISATION, MentionKind.GROUP})
_WITHIN: Final = frozenset({Case.LOC, Case.ABL})
NAMES: Final = 2  # words of a person's name
OWNED: Final = 2  # words of an owner and what is theirs, at least


def sides(view: View) -> dict[str, ActorCode]:
    """The codes of a report's persons by their surnames in small letters; one that two sides share is left out."""
    found: dict[str, ActorCode] = {}
    shared: set[str] = set()
    for mention in view.report.mentions:
        if mention.kind is not _PERSON or mention.last - mention.first < 2:
            continue
        code = mention.codes[0] if mention.codes else _party(view, mention)
        code = UNKNOWN if code is None and _is_foreign(view, mention.person) else code
        name = surname(view, mention.last - 1)
        if code is not None and found.setdefault(name, code).principal != code.principal:
            shared.add(name)
    return {name: code for name, code in found.items() if name not in shared}


def citizen(view: View, speaker: Speaker) -> ActorCode | None:
    """Whose citizen someone is who has no office: of the state in front of the name, else of the report's.

    A medium without a code speaks for the press of that state. None for people without a name: "Uzmanlar".
    """
    if speaker.first is None:
        return None
    medium = speaker.last - speaker.first > 1 and of_medium(view, speaker)
    for at in range(speaker.first, speaker.last):
        mention = view.mention_from(at)
        if mention is not None and _tells_whence(view, mention, speaker):
            return ActorCode(mention.codes[0].principal, PRESS if medium else CITIZEN)
    agency = known_agency(view, speaker.first, speaker.last)
    if medium or agency is not None:
        return agency or ActorCode(view.home, PRESS)
    known = view.mention_ending(speaker.last)
    if _is_stranger(view, speaker):
        return None
    if _of_person(view, speaker):
        return ActorCode(view.home, CITIZEN)
    person = known is not None and known.kind is _PERSON and not known.codes
    if person or _named(view, speaker):
        return ActorCode(view.home, CITIZEN)
    return local_press(view, speaker.last - 1) or (ActorCode(view.home, CITIZEN) if _local(view, speaker) else None)


def _is_stranger(view: View, speaker: Speaker) -> bool:
    """Whether a speaker's name is one that nobody has at home, in a report that names no other land more."""
    first = speaker.first if speaker.first is not None else speaker.last
    name = [view.tokens[at].text for at in range(first, speaker.last) if view.tokens[at].text[0].isupper()]
    return _is_foreign(view, " ".join(name[-NAMES:]))


def _is_foreign(view: View, name: str | None) -> bool:
    return view.home == view.land and name is not None and view.pack.naming.is_foreign(view.pack.lower(name).split())


def insider(view: View, speaker: Speaker) -> ActorCode | None:
    """Whose somebody without a name is, who is told to be of a body: "Kremlin'deki bir kaynak", "NATO'dan biri"."""
    if speaker.first is None:
        return None
    body = view.mention_from(speaker.first)
    if body is None or not body.codes or body.kind not in _BODIES or not body.last < speaker.last:
        return None
    nameless = all(view.tokens[at].text.islower() for at in range(body.last, speaker.last))
    return body.codes[0] if nameless and body.case in _WITHIN else None


def _tells_whence(view: View, mention: Mention, speaker: Speaker) -> bool:
    """Whether a state or place before what someone is says where he is from: "Kenya'daki bir yetkili"."""
    if not mention.codes or mention.last >= speaker.last or mention.kind not in _LANDS:
        return False
    there = (token.morph.form for token in view.tokens[mention.last : speaker.last - 1])
    if mention.case is Case.LOC and Form.AN in there:
        return False  # "Kahire'de bir araya gelen bakanlar" need not be from there
    return mention.case is Case.LOC or (
        mention.kind is MentionKind.STATE and not describes(view, mention, speaker.last - 1)
    )


def _local(view: View, speaker: Speaker) -> bool:
    """Whether a subject without a name is someone of the land: "Bir emniyet yetkilisi", "Görgü tanıkları".

    Experts and observers may be of any, and so may a bare plural: "Arabulucular"; a document is nobody.
    """
    head, cue = view.tokens[speaker.last - 1].morph, view.nominal[speaker.last - 1]
    if view.mention_ending(speaker.last) is not None or head.pos is not Pos.NOUN or head.case not in (None, Case.NOM):
        return False
    if cue is not None:
        return cue.construction is Construction.LOCALS
    if any(view.is_a(Construction.NAMED, at) for at in range(speaker.first or 0, speaker.last)):
        return False  # '"Sessiz Kent" adlı ağ'
    return not head.plural or head.possessive is not None


def of_medium(view: View, speaker: Speaker) -> bool:
    """Whether a subject that is no mention is called a newspaper, agency or station."""
    if speaker.first is None:
        return False
    return any(view.is_a(Construction.MEDIUM, at) for at in range(speaker.first, speaker.last))


def _of_person(view: View, speaker: Speaker) -> bool:
    """Whether a subject that is no mention belongs to a person named without a side: "Kerami'nin avukatı"."""
    if speaker.first is None or speaker.last - speaker.first < OWNED:
        return False
    owner, owned = (view.tokens[at].morph for at in (speaker.last - 2, speaker.last - 1))
    return owned.possessive is not None and owner.pos is Pos.PROPN and owner.case is Case.GEN


def _named(view: View, speaker: Speaker) -> bool:
    """Whether a subject that is no mention ends in a name: "tır sürücüsü Hevin", "Özgür Yurtsever", "Ağbaba"."""
    end = view.tokens[speaker.last - 1]
    if speaker.first is None or not end.text[0].isupper() or end.text.isupper() or end.morph.plural:
        return False
    before = view.tokens[speaker.last - 2] if speaker.last > 1 else end
    if end.morph.pos is Pos.PROPN or before.morph.form is Form.AN:
        return True
    first_name = speaker.last - speaker.first == 2 or before.morph.pos is Pos.PROPN
    surnamed = first_name and before.text[0].isupper()
    return surnamed and end.morph.pos is Pos.NOUN and end.morph.possessive is None


def surname(view: View, at: int) -> str:
    """A word in small letters without what hangs on its apostrophe."""
    word = view.tokens[at].lower.replace("’", "'").split("'")[0]
    return word if view.tokens[at].text[0].isupper() else ""


def _party(view: View, person: Mention) -> ActorCode | None:
    """The body whose member stands before a name: "X Partisi üyesi Y"."""
    if person.first < 2 or not view.is_a(Construction.MEMBER, person.first - 1):
        return None
    for back in (1, 2, 3):
        body = view.mention_ending(person.first - back)
        if body is not None:
            return body.codes[0] if body.codes else None
    return None
