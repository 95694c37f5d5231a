"""Which actor a phrase means: its principal from the state or body in front, its sector from the innermost body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from haberci.core.actors import UNKNOWN, ActorCode, ActorRegister, Name, NameKind
from haberci.core.morph import Case, Pos
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mention_chunks import BODIES, Phrase
from haberci.read.mention_people import People, Person, person_words, spelled
from haberci.read.mention_salience import Salience
from haberci.read.mention_units import Scanner, Sort, Unit

TITLE_KINDS = {
    TitleKind.OFFICE: MentionKind.OFFICE,
    TitleKind.ENVOY: MentionKind.OFFICE,
    TitleKind.RANK: MentionKind.OFFICE,
    TitleKind.BODY: MentionKind.BODY,
    TitleKind.GROUP: MentionKind.GROUP,
    TitleKind.PEOPLE: MentionKind.PEOPLE,
    TitleKind.PAIR: MentionKind.PRONOUN,
    TitleKind.ORGANISATION: MentionKind.PRONOUN,
}
NAME_KINDS = {
    NameKind.ORGANISATION: MentionKind.ORGANISATION,
    NameKind.GROUP: MentionKind.GROUP,
    NameKind.BODY: MentionKind.BODY,
}
AWAY = (Case.LOC, Case.ABL, Case.DAT)
ABROAD = frozenset({"daimi temsilci", "daimi temsilcilik"})  # sent to an organisation, not of it
OF_ORGANISATIONS = frozenset({"genel sekreter", "yüksek komiser", "yüksek temsilci", "genel sekreterlik"})
OF_PLACES = frozenset({"rejim", "muhalefet", "muhalifler"})


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase means. ``case`` replaces that of its last word where it is given."""

    kind: MentionKind
    codes: tuple[ActorCode, ...]
    rule: str
    person: str | None = None
    office: str | None = None
    case: Case | None = None


@dataclass(slots=True)
class Before:
    """The phrase before and its sense."""

    phrase: Phrase
    sense: Sense


class Coder:
    """Gives the phrases of one report their senses, in text order."""

    def __init__(self, scan: Scanner, register: ActorRegister, people: People, salience: Salience) -> None:
        self.scan, self.register, self.people, self.salience = scan, register, people, salience
        self._before: Before | None = None

    def sense(self, phrase: Phrase) -> Sense | None:
        """What a phrase means here; None when it is no mention."""
        self.salience.move_to(phrase.sentence)
        sense = self._sense(phrase)
        if sense is not None:
            self._remember(phrase, sense)
            self._before = Before(phrase, sense)
        return sense

    def _sense(self, phrase: Phrase) -> Sense | None:
        if phrase.person_first is not None and not self._is_regime(phrase) and not self._is_shouted(phrase):
            return self._person(phrase)
        if phrase.titles:
            return self._titled(phrase)
        if phrase.names:
            return self._named(phrase)
        return self.recalled(phrase)

    def _is_regime(self, phrase: Phrase) -> bool:
        """Whether a body of power stands behind a person's name: Esad rejimi."""
        return bool(phrase.head.forms) and phrase.person is not None

    def _is_shouted(self, phrase: Phrase) -> bool:
        """Whether the words behind a title are no known name and all in capitals, as in a headline."""
        if phrase.person is not None:
            return False
        numbers = person_words(phrase, self.scan)
        words = [self.scan.tokens[k].text for k in numbers]
        return all(w.isupper() for w in words) or all(len(w) < 3 for w in words)

    # Persons ---------------------------------------------------------------

    def recalled(self, phrase: Phrase) -> Sense | None:
        """The sense of a phrase of words that no table knows: a person named before, or a name of two words or more."""
        numbers = person_words(phrase, self.scan)
        if not numbers or len(numbers) > 4:
            return None
        words = tuple(self.scan.stem(k) for k in numbers)
        held = self.people.recall(words)
        if held is not None:
            if held.code is None:
                return Sense(MentionKind.PERSON, (), "mention.person-unknown", held.name)
            return Sense(MentionKind.PERSON, (held.code,), "mention.person-again", held.name)
        if len(numbers) < 2 or not self._is_name_like(numbers, words):
            return None
        name = spelled(numbers, self.scan)
        owner = self._holding(phrase)
        if owner is not None:
            self.people.meet(name, words, owner.sense.codes[0])
            return Sense(MentionKind.PERSON, owner.sense.codes, "mention.person-holding", name, owner.sense.office)
        self.people.meet(name, words, None)
        return Sense(MentionKind.PERSON, (), "mention.person-unknown", name)

    def _holding(self, phrase: Phrase) -> Before | None:
        """The office that the person of a phrase is said to hold: "polis şefi olan Cang Hongbo"."""
        before, words = self._before, self.scan.naming.words
        if before is None or before.phrase.last + 1 != phrase.first:
            return None
        if not before.sense.office or not before.sense.codes:
            return None
        joint = self.scan.stem(phrase.first - 1)
        several = bool(before.phrase.titles) and before.phrase.titles[-1].plural and joint in words[Group.JOINER]
        return before if several or joint in words[Group.HOLDING] else None

    def _is_name_like(self, numbers: tuple[int, ...], words: tuple[str, ...]) -> bool:
        groups = self.scan.naming.words
        nobody = groups[Group.NOBODY] | groups[Group.PLACE]
        if any(word in nobody for word in words) or all(self.scan.tokens[k].text.isupper() for k in numbers):
            return False
        morphs = [self.scan.tokens[k].morph for k in numbers]
        return not any(m.pos is not Pos.PROPN and (m.possessive in ("3s", "3p") or m.plural) for m in morphs)

    def _person(self, phrase: Phrase) -> Sense:
        numbers = person_words(phrase, self.scan)
        words = tuple(self.scan.stem(k) for k in numbers)
        known, held = phrase.person, self.people.recall(words) if words else None
        if known is not None and known.is_short and held is not None and held.name != known.full:
            known = None
        name = known.full if known is not None else held.name if held is not None else ""
        written = spelled(numbers, self.scan)
        if len(words) > 1 or not name:
            name = written
        code, rule = self._person_code(phrase, known, held)
        if len(words) > 1 or held is None:
            self.people.meet(name, words if known is None or not known.is_short else _full_words(known, words), code)
        return Sense(MentionKind.PERSON, (code,) if code else (), rule, name, self.office(phrase))

    def _person_code(self, phrase: Phrase, known: Name | None, held: Person | None) -> tuple[ActorCode | None, str]:
        owner = self._owner(phrase)
        shared = title_key(phrase, self.scan) in OF_ORGANISATIONS and self.salience.organisation is not None
        if owner is None and shared:
            return self._from_context(phrase)
        if owner is not None and phrase.titles:
            code = self._with_sector(phrase, owner)
            if known is None or known.code.principal == code.principal or not self._is_envoy(phrase):
                same = known is not None and known.code.principal == code.principal
                same = same and known is not None and (not _told_sector(phrase) or known.code.sector in ("OPP", "PTY"))
                return (known.code if same and known is not None else code), "mention.person-titled"
        if known is not None:
            return known.code, "mention.person-known"
        if held is not None and held.code is not None:
            return held.code, "mention.person-again"
        if phrase.titles:
            return self._from_context(phrase)
        return None, "mention.person-unknown"

    def office(self, phrase: Phrase) -> str | None:
        """The office as written before a person's name, without honorifics."""
        units = [u for u in phrase.units if u.sort is not Sort.HONORIFIC]
        start = phrase.person_first if phrase.person_first is not None else phrase.last
        before = [u for u in units if u.first < start]
        if not any(u.title is not None and u.title.kind is not TitleKind.PEOPLE for u in before):
            return None
        tokens = self.scan.tokens
        while before and before[-1].title is not None and before[-1].title.kind is TitleKind.RANK:
            before.pop()
        if not any(u.title is not None for u in before):
            return None
        return _joined([tokens[k].text for k in range(before[0].first, before[-1].last)])

    # Titles ------------------------------------------------------------------

    def _titled(self, phrase: Phrase) -> Sense | None:
        head = next((u for u in reversed(phrase.titles)), None)
        title = head.title if head is not None else None
        if title is None:
            return None
        if phrase.titles[0].title is not None and phrase.titles[0].title.kind is TitleKind.PAIR:
            return self._pair(phrase)
        kind = TITLE_KINDS[title.kind]
        if not phrase.names and ((title.kind is TitleKind.GROUP and phrase.plural) or title.word in COUNTRIES):
            return None
        if title.kind is TitleKind.ORGANISATION and len(phrase.units) == 1:
            held = self.salience.organisation
            return Sense(kind, (held,), "mention.organisation-again") if held is not None else None
        if phrase.person is not None:
            return Sense(kind, (ActorCode(phrase.person.code.principal, "GOV"),), "mention.regime")
        owner = self._owner(phrase)
        if owner is not None:
            code: ActorCode | None = self._with_sector(phrase, owner)
            rule = "mention.titled"
        elif self._is_any(phrase) and not self._inherits(phrase):
            return None
        else:
            code, rule = self._from_context(phrase)
        case = self._owned_case(phrase) if self._inherits(phrase) else None
        return Sense(kind, (code,) if code is not None else (), rule, None, self.office(phrase), case)

    def _owned_case(self, phrase: Phrase) -> Case | None:
        """The case of a title behind its owner's genitive: its ending is a possessive ("PKK'nın iki militanı")."""
        return next((f.case for f in phrase.head.forms if f.possessed), None) if not phrase.head.tight else None

    def _is_any(self, phrase: Phrase) -> bool:
        """Whether a phrase tells of holders of an office in general: "dışişleri bakanları"."""
        title = phrase.head.title
        return title is not None and title.kind is TitleKind.OFFICE and phrase.plural and len(phrase.titles) == 1

    def _pair(self, phrase: Phrase) -> Sense | None:
        codes = self.salience.pair()
        first = phrase.titles[0].title
        several = first is not None and first.word == SIDES and self.salience.is_crowded()
        if not codes or several:
            return None
        sector = phrase.head.sector
        if sector:
            codes = tuple(ActorCode(c.principal, sector) for c in codes)
        return Sense(MentionKind.PRONOUN, codes, "mention.pair")

    def _is_envoy(self, phrase: Phrase) -> bool:
        return any(u.title is not None and u.title.kind is TitleKind.ENVOY for u in phrase.titles)

    def _owner(self, phrase: Phrase) -> Name | None:
        """The name in front that says whose office or body it is; None when the context must say."""
        names = phrase.names
        if not names:
            return phrase.bracket.name if phrase.bracket is not None else None
        first = names[0]
        if self._is_topic(phrase, first):
            return None
        if len(names) == 1 and first.case is Case.NOM and first.name is not None:
            if self._is_envoy(phrase) and first.name.kind in (NameKind.SEAT, NameKind.PLACE):
                return None
            if self._inherits(phrase) and first.name.kind is NameKind.STATE and self._is_envoy(phrase):
                return None
            abroad = any(u.title is not None and u.title.word in ABROAD for u in phrase.titles)
            if abroad and first.name.kind is NameKind.ORGANISATION:
                return None
        return first.name

    def _is_topic(self, phrase: Phrase, unit: Unit) -> bool:
        """Whether a state stands inside a body's name or behind an office, and so tells what it deals with."""
        if unit.name is None or unit.name.kind in BODIES:
            return False
        return any(u.last <= unit.first and u.sort in (Sort.TITLE, Sort.WORD) for u in phrase.units)

    def _inherits(self, phrase: Phrase) -> bool:
        before = self._before
        if before is None or not self._adjoins(before.phrase, phrase):
            return False
        if before.sense.kind is MentionKind.PLACE and before.phrase.case is Case.LOC:
            return before.phrase.last == phrase.first
        return (before.sense.case or before.phrase.case) is Case.GEN

    def _adjoins(self, left: Phrase, right: Phrase) -> bool:
        """Whether only common words of one noun phrase stand between: "PKK'nın sözde özel güç sorumlusu Beyaz"."""
        if left.last == right.first:
            return True
        if left.sentence != right.sentence or right.first - left.last > GAP:
            return False
        between = self.scan.tokens[left.last : right.first]
        if right.person_first is None:
            return all(t.lower in self.scan.naming.words[Group.QUANTITY] for t in between)
        return all(t.text == t.lower and t.text[0].isalpha() and t.morph.case not in ENDED for t in between)

    def _with_sector(self, phrase: Phrase, owner: Name) -> ActorCode:
        """The owner's principal, with the sector of the innermost body."""
        sector = _told_sector(phrase)
        if owner.kind in BODIES:
            own = next((n.name for n in phrase.names if n.name is not None and n.name.kind in BODIES), owner)
            if sector == "MIL" and own.kind is NameKind.ORGANISATION and own.code.sector == "IGO":
                return ActorCode(own.code.principal, "MIL")
            return own.code
        inner = next((n.name for n in phrase.names[1:] if n.name is not None and n.name.kind is NameKind.BODY), None)
        if inner is not None and not sector:
            sector = inner.code.sector
        return self._armed(phrase, ActorCode(owner.code.principal, sector or _default_sector(phrase)))

    def _armed(self, phrase: Phrase, code: ActorCode) -> ActorCode:
        """Opposition in a war in which it bears arms is REB."""
        spoken = phrase.head.title is not None and phrase.head.title.kind in (TitleKind.PEOPLE, TitleKind.GROUP)
        armed = code.sector == "OPP" and spoken and code.principal in self.register.armed
        return ActorCode(code.principal, "REB") if armed else code

    def _from_context(self, phrase: Phrase) -> tuple[ActorCode | None, str]:
        sector = _told_sector(phrase) or _default_sector(phrase)
        if sector == "REB" and not any(u.sort is Sort.WORD for u in phrase.units):
            return self.salience.rebels or ActorCode(UNKNOWN.principal, "REB"), "mention.rebels-again"
        if self._inherits(phrase) and self._before is not None and self._before.sense.codes:
            return self._armed(phrase, ActorCode(self._before.sense.codes[0].principal, sector)), "mention.inherited"
        beside = self._beside(phrase)
        if beside is not None:
            return ActorCode(beside, sector), "mention.listed"
        key = title_key(phrase, self.scan)
        if key in OF_ORGANISATIONS and self.salience.organisation is not None:
            return self.salience.office(key) or self.salience.organisation, "mention.office-again"
        held = self.salience.office(key)
        if held is not None:
            return held, "mention.office-again"
        coupled = next((self.salience.coupled[w] for w in key.split(" ") if w in self.salience.coupled), None)
        principal = coupled or self.salience.state()
        if principal is None:
            return None, "mention.office-bare"
        return self._armed(phrase, ActorCode(principal, sector)), "mention.office-bare"

    def _beside(self, phrase: Phrase) -> str | None:
        """The state of the office before in a list: "Arnavutluk Başbakanı Rama, Savunma Bakanı Peleshi"."""
        before = self._before
        if before is None or before.phrase.last + 1 != phrase.first:
            return None
        if not before.phrase.titles or not before.sense.codes:
            return None
        joint = self.scan.stem(phrase.first - 1)
        if joint != "," and joint not in self.scan.naming.words[Group.JOINER]:
            return None
        principal = before.sense.codes[0].principal
        return principal if principal in self.salience.states and phrase.head.title is None else None

    # Names -------------------------------------------------------------------

    def _named(self, phrase: Phrase) -> Sense | None:
        unit = phrase.names[0]
        name = unit.name
        if name is None:
            return None
        if unit.people:
            return self._people(phrase, name)
        if name.kind in NAME_KINDS:
            own = phrase.head.name if phrase.head.name is not None else name
            return Sense(NAME_KINDS.get(own.kind, MentionKind.BODY), (own.code,), "mention.name")
        if self._is_place(phrase, unit, name):
            return Sense(MentionKind.PLACE, (ActorCode(name.code.principal),), "mention.place")
        return Sense(MentionKind.STATE, (name.code,), "mention.state")

    def _is_place(self, phrase: Phrase, unit: Unit, name: Name) -> bool:
        if name.kind is NameKind.PLACE or unit.case is Case.LOC:
            return True
        after = self.scan.stem(phrase.last) if phrase.last < len(self.scan.tokens) else ""
        words = self.scan.naming.words
        if after in words[Group.PLACE]:
            return True
        if name.kind is not NameKind.SEAT:
            return False
        led = phrase.first > 0 and self.scan.stem(phrase.first - 1) in words[Group.CAPITAL]
        return led or unit.case in AWAY or (unit.case is Case.NOM and self._is_half(phrase.last))

    def _is_half(self, at: int) -> bool:
        """Whether a common noun with a possessive stands here: "Astana görüşmeleri"."""
        if at >= len(self.scan.tokens):
            return False
        token = self.scan.tokens[at]
        return (
            token.text == token.lower
            and token.morph.possessive == "3p"
            or (token.text == token.lower and token.morph.possessive == "3s" and token.morph.form is None)
        )

    def _people(self, phrase: Phrase, name: Name) -> Sense | None:
        head = phrase.head
        code = name.code if name.kind in BODIES else ActorCode(name.code.principal, "CVL")
        if head.case is not Case.NOM or head.plural:
            return Sense(MentionKind.PEOPLE, (code,), "mention.people")
        follower = self.scan.tokens[phrase.last] if phrase.last < len(self.scan.tokens) else None
        if follower is None or not follower.text[0].isalpha() or follower.morph.is_verb:
            return Sense(MentionKind.PEOPLE, (code,), "mention.people")
        code = name.code if name.kind in BODIES else ActorCode(name.code.principal, "GOV")
        return Sense(MentionKind.STATE, (code,), "mention.adjective", case=Case.GEN)

    # Memory ------------------------------------------------------------------

    def _remember(self, phrase: Phrase, sense: Sense) -> None:
        if len(sense.codes) != 1:
            return
        titled = bool(phrase.titles) and (bool(phrase.names) or sense.rule == "mention.inherited")
        weight = 3.0 if titled else 1.0 if sense.kind is MentionKind.PLACE else 2.0
        if sense.rule in ("mention.office-bare", "mention.office-again", "mention.rebels-again"):
            weight = 0.5
        elif sense.codes[0].sector in ("JRN", "BUS"):
            weight = 0.0
        self.salience.note(sense.codes[0], weight, title_key(phrase, self.scan) if titled else "")


def _full_words(name: Name, words: tuple[str, ...]) -> tuple[str, ...]:
    return words


def _told_sector(phrase: Phrase) -> str:
    """The sector that the titles and topics tell: of people and groups the last, else the first."""
    head = phrase.head.title
    if head is not None and head.kind in (TitleKind.PEOPLE, TitleKind.GROUP) and head.sector:
        return head.sector
    told = list(_sectors(phrase))
    return told[0] if told else ""


def _sectors(phrase: Phrase) -> Iterator[str]:
    for unit in phrase.units:
        if unit.sort in (Sort.TITLE, Sort.TOPIC) and unit.sector:
            yield unit.sector


def _default_sector(phrase: Phrase) -> str:
    head = phrase.head.title
    return "CVL" if head is not None and head.kind is TitleKind.PEOPLE and head.word not in COUNTRIES else "GOV"


ENDED = (Case.ACC, Case.DAT, Case.ABL, Case.INS, Case.GEN)
SIDES = "taraflar"  # no number is told: only of two
GAP = 5  # common words between a genitive and the office that it owns
COUNTRIES = frozenset({"ülkeler", "üye ülkeler"})


def title_key(phrase: Phrase, scan: Scanner) -> str:
    """The title of a phrase by its dictionary words: ``dışişleri bakan``."""
    parts: list[str] = []
    for unit in phrase.units:
        if unit.title is not None and unit.title.kind is not TitleKind.RANK:
            parts.append(unit.title.word)
        elif unit.sort is Sort.TOPIC:
            parts += [scan.stem(k) for k in range(unit.first, unit.last)]
    return " ".join(parts)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" ,", ",").replace("( ", "(").replace(" )", ")")
