"""Whose office or body it is: the state or organisation in front, the phrase before, or the one that weighs most."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import FORMER, IRREGULAR, OFFICIAL, UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode, Name, NameKind
from haberci.core.morph import FIRST, NOM
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.envoys import Envoys
from haberci.read.mentions.joints import land_of_fellows, ruler_of, share_row, share_state
from haberci.read.mentions.members import UNCODABLE
from haberci.read.mentions.people import homes_named, is_stranger, person_words, spelled
from haberci.read.mentions.phrases import (
    BODIES,
    Phrase,
    default_sector,
    has_ruled,
    heads_organisation,
    is_envoy,
    is_mission_again,
    is_of_unknown_state,
    is_own_mission,
    own_names,
    title_key,
    told_sector,
)
from haberci.read.mentions.placed import are_others, beyond_border, has_no_forces, officials_there
from haberci.read.mentions.salience import RULING_PARTY, Salience
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.stateless import PARTIES, is_of_organisation, is_party_of_own, of_no_state, opponents_at_war
from haberci.read.mentions.units import MODIFIER, TITLE, WORD, Unit

LANDS: Final = (NameKind.STATE, *PLACES)
TRADE: Final = "BUS"
PARLIAMENT: Final = "LEG"
REBEL: Final = "REB"
ARMY: Final = "MIL"
AGENCY: Final = "ajans"  # alone, an organisation that is an agency: "Ajans müfettiş gönderecek"
GUEST: Final = "konuk"
AND: Final = "ve"


class Owners(Envoys):
    """Finds owners in one report; ``before`` is the phrase last given a sense."""

    def __init__(self, scan: Scanner, armed: frozenset[str], salience: Salience) -> None:
        super().__init__(scan, salience)
        self.armed = armed

    def name_of(self, phrase: Phrase) -> Name | None:
        """The name in front that says whose office or body it is; None when the context must say."""
        names = own_names(phrase)
        if not names:
            return phrase.bracket.name if phrase.bracket is not None else None
        first = names[0]
        if self._is_topic(phrase, first):
            return None
        if len(names) == 1 and first.case is NOM and first.name is not None:
            if is_envoy(phrase) and first.name.kind in (NameKind.SEAT, NameKind.PLACE):
                return None
            if self._is_of_party(phrase, first):
                return None
            if first.name.kind is NameKind.STATE and self._is_envoy(phrase):
                mandated = any(self.scan.is_titled(u, Group.MANDATED) for u in phrase.titles)
                if mandated or self.is_sender(phrase):
                    return None
            if first.name.kind is NameKind.ORGANISATION and (self._is_sent(phrase) or self._is_second(phrase)):
                return None
            if first.name.kind in LANDS and self._is_branch(phrase):
                return None
        return first.name and self.salience.nearest(first.name, [n for n in first.others if n.kind is first.name.kind])

    def _is_branch(self, phrase: Phrase) -> bool:
        """Whether a land only says which part of the group before is told: "PKK'nın Suriye uzantısı"."""
        before = self.before
        group = before is not None and before.sense.kind is MentionKind.GROUP
        return group and not phrase.head.sector and self.inherits(phrase)

    def _is_sent(self, phrase: Phrase) -> bool:
        """Whether an office that deals with an organisation is a state's: "AB Bakanı", "NATO Daimi Temsilcisi"."""
        first = phrase.titles[0] if phrase.titles else None
        minister = first is not None and self.scan.is_titled(first, Group.MINISTER) and not first.plural
        return minister or any(self.scan.is_titled(u, Group.ABROAD) for u in phrase.titles)

    def _is_second(self, phrase: Phrase) -> bool:
        """Whether who holds a state's office has one for an organisation too: "Bakan Yardımcısı ve AB Başkanı Kor"."""
        before = self.before
        joined = before is not None and before.phrase.last + 1 == phrase.first and phrase.person_first is not None
        if not joined or before is None or self.scan.stem(phrase.first - 1) != AND or not heads_organisation(phrase):
            return False
        office = before.sense.kind is MentionKind.OFFICE and not before.phrase.plural and before.phrase.case is NOM
        return office and self._beside(phrase) is not None

    def _is_envoy(self, phrase: Phrase) -> bool:
        """Whether who is named may be sent to a state: "Genel Sekreter'in Kıbrıs Özel Danışmanı"."""
        return is_envoy(phrase) or any(self.scan.is_titled(u, Group.ENVOY) for u in phrase.titles)

    def _is_of_party(self, phrase: Phrase, first: Unit) -> bool:
        """Whether a place only says where a party's organ is ("İzmir il başkanı"), or a party of whom a ruler is."""
        if first.name is None or first.name.kind is NameKind.GROUP:
            return first.people and any(self.scan.is_titled(u, Group.RULER) for u in phrase.titles)
        party = self.salience.party
        local = first.name.kind in PLACES and party is not None and party.principal == first.name.code.principal
        return local and any(self.scan.is_titled(u, Group.PARTISAN) for u in phrase.titles)

    def _is_topic(self, phrase: Phrase, unit: Unit) -> bool:
        """Whether a state stands inside a body's name or behind an office, and so tells what it deals with."""
        land = unit.name is not None and unit.name.kind not in BODIES
        return land and any(u.last <= unit.first and u.sort in (TITLE, WORD) for u in phrase.units)

    def code_of(self, phrase: Phrase, owner: Name) -> ActorCode:
        """The owner's principal, with the sector of the innermost body."""
        sector = FORMER if has_ruled(phrase, self.scan) else told_sector(phrase)
        if owner.code.sector == RULING_PARTY and self.scan.is_titled(phrase.head, Group.CABINET):
            return ActorCode(owner.code.principal, "GOV")  # "AKP hükümeti"
        if owner.code.sector == RULING_PARTY and sector == "OPP":
            return ActorCode(owner.code.principal, sector)  # "ana muhalefet partisi VMRO-DPMNE", of then
        if owner.code.sector in IRREGULAR and self.scan.is_titled(phrase.head, Group.SUPPORTERS):
            land = self.place_of(phrase, "CVL")
            return owner.code if land is None else ActorCode(land, "CVL")
        if owner.kind in BODIES and sector != FORMER:
            keepers = any(self.scan.is_titled(u, Group.PEACEKEEPER) for u in phrase.titles)
            if sector == "MIL" and owner.kind is NameKind.ORGANISATION and owner.code.sector == "IGO" and not keepers:
                return ActorCode(owner.code.principal, "MIL")
            return self.of_place_told(phrase, owner)
        if sector == UNKNOWN_PRINCIPAL:
            return UNKNOWN  # "Amerika ülkeleri" are several, and none of them
        inner = next((n.name for n in phrase.names[1:] if n.name is not None and n.name.kind is NameKind.BODY), None)
        if inner is not None and not sector:
            sector = inner.code.sector
        return self._armed(phrase, ActorCode(owner.code.principal, sector or default_sector(phrase)))

    def _armed(self, phrase: Phrase, code: ActorCode) -> ActorCode:
        """Opposition in a war in which it bears arms is REB; a political party bears none."""
        if code.sector != "OPP" or code.principal not in self.armed or self.scan.is_titled(phrase.head, Group.PARTY):
            return code
        spoken = phrase.head.title is not None and phrase.head.title.kind in (TitleKind.PEOPLE, TitleKind.GROUP)
        spoken = spoken or any(unit.sort is MODIFIER and unit.sector for unit in phrase.units)
        return ActorCode(code.principal, REBEL) if spoken else code

    def from_context(self, phrase: Phrase) -> tuple[ActorCode | None, str]:
        """The code of a phrase that names no owner, and the rule that found it."""
        sector = self._sector(phrase)
        if sector == UNKNOWN_PRINCIPAL:
            return UNKNOWN, UNCODABLE
        capital = self.scan.is_capital(phrase.first) and phrase.first not in self.scan.starts
        sent = is_own_mission(phrase) and self.inherits(phrase) and not self.is_sender(phrase)
        if sent or self.is_staff_of_unknown(phrase):
            return self.sending_state(phrase) if sent else None, "mention.office-again"
        again = is_mission_again(phrase) and not self.is_sender(phrase)
        if again and (self.salience.mission or is_of_unknown_state(phrase, capital)):
            return self.salience.mission, "mention.office-again"
        party = self.of_own_party(phrase, sector) or self.of_commander(phrase, sector)
        if party is not None:
            return party, "mention.office-again"
        told = (
            (opponents_at_war(self.beside(phrase), phrase, self.armed, self.salience) if sector == "OPP" else None)
            or self.of_rebels(phrase, sector)
            or self._inherited(phrase, sector)
            or self._from_neighbour(phrase, sector)
            or of_no_state(phrase, sector, self.scan, self.salience)
            or self.griever(phrase, sector)
        )
        if told is not None:
            return told
        key = title_key(phrase, self.scan)
        if key.split(" ")[0] in (GUEST, AGENCY):
            return self._pointed_at(key, sector)
        if is_of_organisation(key, self.scan) and self.salience.organisation is not None:
            return self.salience.office(key) or self.salience.organisation, "mention.office-again"
        return self._of_state(phrase, key, sector)

    def _sector(self, phrase: Phrase) -> str:
        """The sector of a phrase that names no owner; who once was a soldier or policeman is one of the people."""
        if (ruled := has_ruled(phrase, self.scan)) or is_party_of_own(phrase, self.scan):
            return FORMER if ruled else "OPP"
        told, title = told_sector(phrase) or default_sector(phrase), phrase.titles[-1].title if phrase.titles else None
        people = title is not None and title.kind is TitleKind.PEOPLE and told in (ARMY, "COP")
        return "CVL" if people and self.scan.stem(phrase.first) in self.scan.naming.words[Group.FORMER] else told

    def _inherited(self, phrase: Phrase, sector: str) -> tuple[ActorCode, str] | None:
        """The code of what the phrase before owns."""
        owner = self.over_place(phrase) or self.before
        if not self.inherits(phrase) or owner is None or not owner.sense.codes or has_no_forces(phrase, owner.sense):
            return None
        own = ruler_of(self.scan, owner) or owner.sense.codes[0]
        belongs = sector == "GOV" or self.scan.is_titled(phrase.head, Group.MEMBERS)  # "lideri", "bazı üyeleri"
        group = owner.sense.kind is MentionKind.GROUP and sector in OFFICIAL  # "Hizbullah'ın iki komutanı"
        if sector == "COP" and own.sector in IRREGULAR:
            return None  # "DEAŞ mensuplarının polis konvoyuna düzenlediği saldırı"
        member = own.sector in IRREGULAR and (group or self.is_member(phrase) or self.over_whole(phrase) is not None)
        state = own.principal in self.salience.states and not ((own.sector in PARTIES and belongs) or member)
        return self._armed(phrase, ActorCode(own.principal, sector) if state else own), "mention.inherited"

    def _of_state(self, phrase: Phrase, key: str, sector: str) -> tuple[ActorCode | None, str]:
        """The code of the state that had this office before, or that weighs most here."""
        if any(self.scan.is_titled(unit, Group.MANDATED) for unit in phrase.titles):
            return None, "mention.unknown-body"
        if self.scan.tokens[phrase.head.last - 1].morph.possessive in FIRST:
            return ActorCode(self.speaking_state(phrase) or self.scan.naming.home, sector), "mention.own"
        principal = self.salience.host if sector == TRADE else self._newcomers(phrase, key)
        principal = principal or land_of_fellows(self.scan, self.before, phrase, self.salience.states)
        there = officials_there(phrase, self.before, self.scan, self.salience)
        principal = principal or self.receiver_of(phrase) or there
        held = self.salience.office(key) if principal is None else None
        if held is not None:  # a parliament named bare is a state's, whatever rebels call theirs
            rebels = held.sector in IRREGULAR and (sector == PARLIAMENT or are_others(phrase, self.scan))
            held = None if rebels or held.principal == self.cannot_be(phrase) else held
        if held is not None:
            told = told_sector(phrase)
            same = not told or held.principal not in self.salience.states
            same = same or (len(phrase.units) == 1 and held.sector in OFFICIAL and told in OFFICIAL)
            return held if same else ActorCode(held.principal, told), "mention.office-again"
        principal = principal or self.place_of(phrase, sector)
        coupled = next((self.salience.coupled[w] for w in key.split(" ") if w in self.salience.coupled), None)
        principal = principal or coupled or self.rivals_of(phrase, sector) or self._weightiest(phrase)
        if principal is None:
            return None, "mention.office-bare"
        return self._armed(phrase, ActorCode(principal, sector)), "mention.office-bare"

    def _weightiest(self, phrase: Phrase) -> str | None:
        """The state that weighs most, of those that have what a phrase names: Türkiye has no senate."""
        home = self.scan.naming.home
        homes = homes_named(phrase, self.scan)
        if homes:
            return self.home_of(phrase, homes)
        if self.is_at_home(phrase):
            return home
        doer = self.salience.last_doer(home) if self._goes_on_telling(phrase) else self.at_war(phrase)
        if doer is not None:
            return doer
        abroad = is_stranger(phrase, self.scan) or any(self.scan.is_titled(u, Group.NOT_AT_HOME) for u in phrase.titles)
        ruled = any(self.scan.is_titled(unit, Group.POWER) for unit in phrase.titles[:-1])
        abroad = abroad or (ruled and told_sector(phrase) == ARMY)  # "rejim güçleri": nobody calls his own so
        power = self.scan.is_titled(phrase.head, Group.POWER) and phrase.head.sector == "GOV"
        beyond = beyond_border(self.scan, phrase, self.before)
        other = self.salience.state(but=home if abroad or power else self.cannot_be(phrase) or beyond)
        return self.unless_scene(phrase, other) or (home if power else None)  # "çok partili rejim"

    def _goes_on_telling(self, phrase: Phrase) -> bool:
        """Whether an office or body of a state opens a sentence: "Kenya duyurdu. Dışişleri Bakanlığı ..."."""
        title = phrase.titles[-1].title if phrase.titles else None
        official = title is not None and title.kind in (TitleKind.OFFICE, TitleKind.BODY)
        opens = official and phrase.first in self.scan.starts and told_sector(phrase) in OFFICIAL
        opens = opens and len(phrase.units) > 1  # "Hükümet" may be that of whoever was dealt with
        before = (t.morph for t in reversed(self.scan.tokens[max(0, phrase.first - 2) : phrase.first]))
        return opens and any(m.is_verb and m.lemma in self.scan.naming.words[Group.TELLING] for m in before)

    def _newcomers(self, phrase: Phrase, key: str) -> str | None:
        """Of whom an office is that was told before of someone else: of the place told, or where the report is written.

        "Rusya Dışişleri Bakanı Lavrov ... Dışişleri Bakanı Murzabekov" in a report from Bişkek.
        """
        held = self.salience.office(key)
        words = person_words(phrase, self.scan) if phrase.person_first is not None else ()
        if held is None or held.principal not in self.salience.states or held.sector in PARTIES or not words:
            return None
        if not self.salience.is_held(key, spelled(words, self.scan)):
            return None
        here = self.salience.place_near()
        if here is not None and here != held.principal:
            return here
        return self.salience.host if len(words) > 1 else None

    def _pointed_at(self, key: str, sector: str) -> tuple[ActorCode | None, str]:
        """A guest, who is of the state last named that is not at home; an agency, the organisation called so."""
        if key.startswith(AGENCY):
            return self.salience.agency, "mention.office-again"
        guest = self.salience.guest()
        return ActorCode(guest, sector) if guest is not None else None, "mention.guest"

    def _from_neighbour(self, phrase: Phrase, sector: str) -> tuple[ActorCode, str] | None:
        """The code that the subject before, or the office beside it in a list, gives a phrase."""
        leader = self.subject_before(phrase, sector)
        if leader is not None:
            state = leader.principal in self.salience.states
            return ActorCode(leader.principal, sector if state else leader.sector), "mention.own"
        struck = self.struck(phrase) if sector == "MIL" else None
        if struck is not None:
            return ActorCode(struck, sector), "mention.struck"
        beside = self._beside(phrase)
        if beside is None:
            return None
        shared = beside.sector in PARTIES and not told_sector(phrase)  # "CHP Genel Başkanı X ve Genel Sekreter Y"
        return beside if shared else ActorCode(beside.principal, sector), "mention.listed"

    def _beside(self, phrase: Phrase) -> ActorCode | None:
        """The code of the office before in a list: "Arnavutluk Başbakanı Rama, Savunma Bakanı Peleshi"."""
        before = self.before
        if before is None or before.phrase.last + 1 != phrase.first or not before.phrase.titles:
            return None
        if self.scan.stem(phrase.first - 1) not in self.scan.joints | {","}:
            return None
        code = next(iter(before.sense.codes), UNKNOWN)
        row = share_state(self.scan, phrase) or share_row(self.scan, before.phrase, phrase)
        shared = phrase.head.title is None or row
        return code if code.principal in self.salience.states and shared else None
