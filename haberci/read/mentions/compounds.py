"""Which offices, bodies and people go with whom in one phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import IRREGULAR, PARTIES, UNKNOWN_PRINCIPAL, NameKind
from haberci.core.morph import ABL, ACC, DAT, GEN, INS, NOM, NOUN, PROPN, PUNCT, THIRD, VERBAL_NOUNS, Form, Pos
from haberci.core.naming import Bare, Group, TitleKind
from haberci.read.mentions.phrases import BODIES, HOLDERS, is_held_by_turns
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.units import HONORIFIC, NAME, TITLE, TOPIC, WHOLE, WORD, Sort, Unit

_MODIFIER = Sort.MODIFIER  # by names of their own, as in ``core.morph``
RULE: Final = ("GOV", "MIL", "COP", "JUD", "LEG")  # what no newspaper has
CRIME: Final = "CRM"
COURT: Final = "JUD"
ONE: Final = "bir"
BETWEEN: Final = ("ve", ",", ONE)  # what may stand inside a compound
COUNTS: Final = (Pos.NUM, Pos.DET)
JOINING: Final = (Pos.ADP, Pos.CCONJ)
LOOSE: Final = (TitleKind.GROUP, TitleKind.PEOPLE)
INHABITANT: Final = ("lı", "li", "lu", "lü")  # the ending of who lives somewhere, or is of a party
GOVERNED: Final = (ACC, DAT, ABL, GEN)  # cases of a clause that another verb governs, and that says no time
TARGET_REACH: Final = 3  # words from an object to the verb
OFFICIALS: Final = (*HOLDERS, TitleKind.BODY, TitleKind.MISSION)

HANDS: Final = ("COP", "MIL")  # of those who lay hands on an official named right before them


def rules_apart(scan: Scanner, units: Sequence[Unit], unit: Unit, stop: int) -> bool:
    """Whether the head of a state is named behind a body or a row of people: "mahkemesi eski Cumhurbaşkanı X'i"."""
    last = units[-1].title
    if unit.sort is _MODIFIER and unit.sector and last is not None and last.kind is TitleKind.BODY:
        return True  # "mahkemesi muhalif lideri mahkum etti"
    if meets_minister(scan, units[-1], unit, stop) or _turns_on_opposed(scan, units[-1], unit, stop):
        return True
    office = scan.unit(unit.last, stop) if unit.sort is _MODIFIER else unit
    if office is None or office.title is None or office.title.word not in scan.naming.words[Group.RULER]:
        return False
    if any(u.is_name(NameKind.BODY) for u in units):
        return True
    return any(u.title is not None and (u.title.kind is TitleKind.BODY or u.plural) for u in units)


def _turns_on_opposed(scan: Scanner, state: Unit, unit: Unit, stop: int) -> bool:
    """Whether a state does something to one who is told to be against it: "Rusya muhalif lideri zehirledi"."""
    opposed = unit.sort is _MODIFIER and unit.sector and state.is_name(NameKind.STATE) and state.case is NOM
    whom = scan.unit(unit.last, stop) if opposed and not state.people else None
    if whom is None or not any(form.case is ACC and not form.possessed for form in whom.forms):
        return False
    return _is_targeted(scan, whom.last, stop)


def meets_minister(scan: Scanner, delegation: Unit, unit: Unit, stop: int) -> bool:
    """Whether a minister or ruler is named right behind a delegation that meets him: "CHP heyeti Adalet Bakanı'yla"."""
    own = any(form.possessed and form.case is NOM for form in delegation.forms)
    if not own or not scan.is_titled(delegation, Group.DELEGATION):
        return False
    office = scan.unit(unit.last, stop) if unit.sort in (_MODIFIER, Sort.TOPIC) else unit
    return office is not None and (scan.is_titled(office, Group.MINISTER) or scan.is_titled(office, Group.RULER))


def is_object(scan: Scanner, units: Sequence[Unit], unit: Unit, stop: int) -> bool:
    """Whether a title is what the verb right behind it is done to, by whoever stands before it without a comma.

    "Muhalefet partileri hükümeti eleştirdi", "Myanmar ordusu muhalifleri tutukladı".
    """
    last = units[-1]
    titled = last.title is not None and (last.possessed or last.plural) and last.title.kind not in HOLDERS
    flee = scan.is_titled(unit, Group.FLEEING)
    body = titled or (last.is_name(NameKind.STATE) and flee)  # "Yunanistan göçmenleri"
    whole = last.case is NOM or any(form.case is NOM for form in last.forms)
    if not (body or last.is_name(*BODIES)) or last.people or unit.tight or not whole:
        return False
    if not any(form.case is ACC and not form.possessed for form in unit.forms):
        return False
    first = units[0].first
    if first > 0 and first not in scan.starts and scan.tokens[first - 1].morph.case is ACC:
        return False  # "kararı Suriye rejimi muhalifleri eleştirdi"
    return (titled and flee) or _is_targeted(scan, unit.last, stop)  # no police has migrants of its own


def are_others(several: Unit, person: Unit) -> bool:
    """Whether people told in the plural do something to the person behind them: "senatörler Trump'ı eleştirdi"."""
    titled = several.title is not None and several.plural and not several.possessed
    return titled and person.tight and person.case is not GEN


def _is_targeted(scan: Scanner, at: int, stop: int) -> bool:
    """Whether a verb that is done to somebody stands at a word or shortly behind it, and no other object between."""
    words = scan.naming.words[Group.TARGETING]
    for k in range(at, min(at + TARGET_REACH, stop)):
        morph = scan.tokens[k].morph
        if (morph.is_verb and morph.lemma in words) or scan.tokens[k].lower in words:
            behind = (token.morph for token in scan.tokens[k : min(k + TARGET_REACH, stop)])  # "sınır dışı etti"
            verb = next((found for found in behind if found.is_verb), morph)
            return verb.is_verb and not verb.passive
        if not scan.plain[k] or not scan.tokens[k].text[0].isalpha() or morph.case is ACC or morph.is_verb:
            return False
    return False


def is_not_theirs(scan: Scanner, owner: Unit, title: Unit, stop: int = 0) -> bool:
    """Whether the owner has no such office or people: "CHP'nin Orman Bakanı", "PKK'nın sivilleri", "Bakan halkı".

    In a sentence, which ends at ``stop``, who stands in the genitive may act on them instead.
    """
    if _acts_on(scan, title, stop) or title.sector == UNKNOWN_PRINCIPAL:
        return True
    if scan.is_titled(title, Group.UNITY) and owner.case is GEN:
        return True
    if owner.sector == COURT and title.title is not None and title.title.kind is TitleKind.GROUP:
        return True  # "mahkemesi muhalefet partisini kapattı"
    ranked = title.title is not None and title.title.kind is TitleKind.RANK
    if ranked and owner.title is not None and owner.sector == COURT:
        return True  # "mahkeme generali mahkum etti"
    if owner.title is not None and owner.title.kind is TitleKind.PEOPLE and owner.case is not GEN:
        return _are_apart(scan, owner, title)
    if owner.title is not None:
        rebels = title.title is not None and title.title.kind in LOOSE
        rebels = rebels and (title.sector in IRREGULAR or title.sector == CRIME)
        people = title.title is not None and title.title.kind is TitleKind.PEOPLE and title.sector == "CVL"
        if scan.is_titled(title, Group.CABINET) and owner.title.kind in HOLDERS:
            return True  # "muhalefet lideri hükümeti eleştirdi"
        return (people or rebels) and owner.title.kind in OFFICIALS  # "polis terör örgütüne", "hükümeti halkı"
    if owner.name is None or owner.name.kind not in BODIES:
        return False
    if title.plain_people:
        return owner.is_name(NameKind.GROUP)
    official = scan.is_titled(title, Group.RULER) or scan.is_titled(title, Group.MINISTER)
    return official and not title.plural and owner.name.code.sector not in IRREGULAR


def unowned(scan: Scanner, units: Sequence[Unit], unit: Unit) -> Unit:
    """A title without its possessive readings behind an inhabitant's name, which owns nothing: "Hollandalı askeri".

    But "Alman askeri" may be a compound, and so is a title of more words; "İranlı mevkidaşı" is the speaker's.
    """
    if not units or not units[-1].people or unit.title is None or unit.title.kind is TitleKind.OFFICE:
        return unit
    if unit.last - unit.first > 1:
        return unit
    plain = tuple(form for form in unit.forms if not form.possessed)
    named = scan.tokens[units[-1].last - 1].lower.endswith(INHABITANT)
    return unit._replace(forms=plain, case=plain[0].case) if plain and named else unit


def _acts_on(scan: Scanner, title: Unit, stop: int) -> bool:
    """Whether who stands in the genitive acts on those behind him, by a clause of his own: "Kiev'in esirleri vurduğu".

    What he owns would end otherwise there: "esirlerini vurduğunu". So does he in "Kiev'in esirleri bırakması gerek".
    Nobody owns bands that he is said to help.
    """
    band = title.title is not None and title.title.kind is TitleKind.GROUP and title.sector in IRREGULAR
    cases = [form.case for form in title.forms if not form.possessed or band]
    kind = None if title.title is None else title.title.kind
    people = kind is TitleKind.PEOPLE or (title.plural and kind in LOOSE)  # "Kiev'in halkı kandırdığını"
    if not people or not (ACC in cases or (band and DAT in cases)):
        return False
    behind = scan.tokens[title.last].morph if title.last < stop else None
    owned = behind is not None and behind.pos is NOUN and behind.possessive in THIRD and behind.form is None
    if behind is None or behind.pos in JOINING or owned:
        return False  # "Fransa'nın askerleri ile görüşmeyi", "AB'nin terör örgütleri listesinde olduğunu"
    for at in range(title.last, stop):
        morph = scan.tokens[at].morph
        if morph.form is not None:
            nominal = morph.form in VERBAL_NOUNS and morph.possessive in THIRD and not morph.passive
            told = morph.case is NOM and at + 1 < stop and scan.tokens[at + 1].morph.form is not None
            told = told or (morph.case is NOM and morph.form is Form.MA)  # "geri göndermesi tepki çekti"
            return morph.form is Form.MAK or (nominal and (morph.case in GOVERNED or told))
        if morph.pos is PUNCT or (morph.case is GEN and morph.pos in (NOUN, PROPN)):
            return False
    return False


def stands_apart(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether who stands before a title has no such people, only tells of them, deals with or strikes with them."""
    if strikes_with(scan, owner, title) or _is_seized(owner, title) or _is_of_others(scan, owner, title):
        return True
    if is_held_by_turns(scan, title):
        return True
    return not is_member(scan, owner, title) or is_told_of(scan, owner, title) or deals_with(scan, owner, title)


def _is_seized(owner: Unit, title: Unit) -> bool:
    """Whether police or soldiers are told right behind an official, or right before those who oppose.

    "Vali polis ekiplerince tutuklandı", "polis muhalefet liderini yakaladı".
    """
    if owner.title is None or owner.case is not NOM or title.title is None:
        return False
    behind = owner.title.kind is TitleKind.OFFICE and not owner.plural and title.title.kind is TitleKind.BODY
    before = owner.title.kind is TitleKind.BODY and owner.sector in HANDS and not owner.possessed
    return (behind and title.sector in HANDS) or (before and title.sector == "OPP")


def _is_of_others(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether one state or body stands before two sides that it speaks to: "Rusya tarafları itidale çağırdı".

    But "Rus ve Ukrayna tarafları" are the two themselves.
    """
    sides = title.title is not None and title.title.kind is TitleKind.PAIR and not owner.people
    bare = owner.case is NOM or any(form.case is NOM for form in owner.forms)
    at = owner.first - 1
    return sides and bare and (at < 0 or at + 1 in scan.starts or scan.tokens[at].lower not in scan.joints)


def strikes_with(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether a body strikes with what is told behind it: "Rus ordusu savaş uçaklarıyla köyü vurdu"."""
    body = owner.title is not None and owner.title.kind is TitleKind.BODY
    acts = body and any(form.case is NOM and form.possessed for form in owner.forms)
    acts = acts or (owner.case is GEN and owner.is_name(NameKind.STATE))
    return acts and title.case is INS and scan.is_titled(title, Group.CRAFT)


def is_told_of(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether a newspaper or party only tells of the power behind it: "Guardian hükümeti, CHP muhalefeti eleştirdi"."""
    party = owner.is_name(NameKind.GROUP) and owner.sector in PARTIES
    if party or scan.is_titled(owner, Group.PARTY):
        return scan.is_titled(title, Group.POWER)
    power = title.title is not None and title.title.bare is not Bare.NO and title.sector in RULE
    return power and owner.is_name(NameKind.BODY) and owner.sector == "JRN"


def deals_with(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether an organisation does something with people of its own behind it: "AGİT gözlemcilerini geri çekti".

    Not where they are counted before it: "iki NATO askerini vurdu".
    """
    at = owner.first
    if at > 0 and at not in scan.starts and scan.tokens[at - 1].morph.pos in COUNTS:
        return False
    people = title.title is not None and title.title.kind is TitleKind.PEOPLE
    owned = next((form.case for form in title.forms if form.possessed), None)
    return people and owned is ACC and owner.is_name(NameKind.ORGANISATION) and owner.case is NOM


def _are_apart(scan: Scanner, people: Unit, title: Unit) -> bool:
    """Whether people stand before a body or other people, who are not theirs: "bin kişi hükümeti protesto etti".

    A body that is called by them is: "Esirler Cemiyeti".
    """
    if title.title is None or people.title is None:
        return False
    if title.title.kind in (TitleKind.BODY, TitleKind.MISSION):
        called = scan.is_capital(people.first) and people.first not in scan.starts and scan.is_capital(title.first)
        return not called and (people.title.word != WHOLE or people.possessed)
    several = people.plain_people or (people.plural and not people.possessed and people.case is NOM)
    return title.plain_people and several


def is_member(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether a title is no member's, or that of a group's: "PKK üyesi", but not "NATO üyesi ülke"."""
    if not scan.is_titled(title, Group.MEMBER):
        return True
    grouped = owner.title is not None and owner.title.kind in (TitleKind.GROUP, TitleKind.ORGANISATION)
    return owner.is_name(NameKind.GROUP) or grouped or scan.is_titled(owner, Group.PARTISAN)


def of_party(unit: Unit) -> bool:
    """Whether a unit says of which party or group a person is: "HDP'li Ayşe Kaya"."""
    return unit.people and unit.is_name(NameKind.GROUP) and not unit.plural


def leads_to_title(scan: Scanner, at: int, stop: int, owned: bool = False) -> Unit | None:
    """The possessed title to which the words from here lead, as a compound's second half; None without one."""
    needs_envoy = False
    for _ in range(7):
        unit = scan.unit(at, stop)
        if unit is None and at + 1 < stop and scan.stem(at) in BETWEEN:
            unit = scan.unit(at + 1, stop)
            unit = unit if unit is not None and (unit.sort in (TOPIC, WORD) or scan.stem(at) == ONE) else None
        if unit is None:
            return None
        if unit.sort is TITLE and unit.possessed:
            envoy = scan.is_titled(unit, Group.ENVOY) or (unit.title is not None and unit.title.kind is TitleKind.ENVOY)
            return unit if envoy or not needs_envoy else None
        if unit.sort is HONORIFIC or unit.is_name(NameKind.PERSON) or unit.case is not NOM or unit.tight:
            return None
        needs_envoy = needs_envoy or (unit.sort is NAME and not owned)
        at = unit.last
    return None


def led_by_pair(scan: Scanner, owner: Unit, unit: Unit, stop: int) -> Unit:
    """The title to which a topic leads behind those told by their number: "iki ülkenin dışişleri bakanları"."""
    pair = owner.title is not None and owner.title.kind is TitleKind.PAIR
    led = leads_to_title(scan, unit.first, stop) if pair and unit.sort in (TOPIC, _MODIFIER) else None
    return unit if led is None else led


def is_common(unit: Unit) -> bool:
    """Whether a title alone says nothing and has no possessive: "Sultan", "lider"."""
    title = unit.title
    if title is not None and unit.plural and not unit.possessed:
        return True
    return title is not None and title.bare is Bare.NO and title.kind is TitleKind.OFFICE and not unit.possessed
