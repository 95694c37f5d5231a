"""What the names of the register mean in phrases without titles: an actor, a place, people, or none of them."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode, Name, NameKind
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, THIRD, Case, Form, Morph, Pos
from haberci.core.naming import Group
from haberci.core.report import MentionKind
from haberci.read.mentions.owners import Owners
from haberci.read.mentions.phrases import BODIES, Phrase
from haberci.read.mentions.placed import is_place
from haberci.read.mentions.scanner import OPPOSITION, PLACES
from haberci.read.mentions.senses import Sense
from haberci.read.mentions.surnames import AWAY
from haberci.read.mentions.units import Unit

VERB_REACH: Final = 8  # words from an object to its verb
SAID_REACH: Final = 6  # words from a town to the verb by which something is asked of, or said to, who sits there
HYPHEN: Final = "-"
MANY: Final = ("ler", "lar", "leri", "ları")  # a people's name in the plural: "Uygur Türkleri"
OWNED: Final = ("leri", "ları")  # in a people's name behind a place: "Karabağ Ermenileri"
PARTISAN: Final = ("PTY", "OPP")
ALSO: Final = ("da", "de")
COUNTS: Final = (Pos.NUM, Pos.DET)
JOINT: Final = (NameKind.ORGANISATION, NameKind.GROUP)
OF_STATE: Final = ("mention.state", "mention.adjective")  # rules of a state's name, and of its adjective
NAME_KINDS: Final = {
    NameKind.ORGANISATION: MentionKind.ORGANISATION,
    NameKind.GROUP: MentionKind.GROUP,
    NameKind.BODY: MentionKind.BODY,
}


class Named:
    """Gives phrases of names their senses; ``owners`` knows the phrase before."""

    def __init__(self, owners: Owners) -> None:
        self._owners, self._scan, self._salience = owners, owners.scan, owners.salience

    def sense(self, phrase: Phrase) -> Sense | None:
        """What the first name of a phrase means; None when it is no mention."""
        unit = phrase.names[0]
        name = unit.name
        if name is None or self._is_abstract(unit):
            return None
        follower = self._stem_at(phrase.last)
        words = self._scan.naming.words
        backed = follower in words[Group.BACKING]
        if backed and name.kind is NameKind.GROUP and follower in words[Group.BELONGING]:
            backed = False  # "DEAŞ'la bağlantılı 12 kişi"
        if backed or follower in words[Group.ORIGIN if unit.people else Group.DESCENT]:
            return None  # "Rus yanlısı", "İran asıllı", "ABD destekli"
        if unit.people:
            return self._people(phrase, name)
        if name.kind in NAME_KINDS:
            if self._is_of_members(phrase, follower):
                return None
            if name.kind is NameKind.BODY and unit.case in AWAY and (town := self._namesake(unit)) is not None:
                return Sense(MentionKind.PLACE, (ActorCode(town.code.principal),), "mention.place", place=town.full)
            own = phrase.head.name if phrase.head.name is not None else name
            meant = self._salience.nearest(own, _alike(phrase.head, own))
            code = self._party_of(phrase, meant)
            return Sense(NAME_KINDS.get(meant.kind, MentionKind.BODY), (code,), "mention.name")
        if phrase.head.name is not None and phrase.head.is_name(NameKind.BODY):
            code = ActorCode(name.code.principal, phrase.head.name.code.sector)
            return Sense(MentionKind.BODY, (code,), "mention.titled", case=self._compound_case(phrase))
        return self._stands_for(phrase, unit, name) or self._land(phrase, unit, name)

    def _is_abstract(self, unit: Unit) -> bool:
        """Whether a leaning is told by a group's name, and not the group: "FETÖ'cülükle suçlandı"."""
        ending = self._scan.suffix(unit.last - 1)
        return bool(ending) and ending.startswith(tuple(self._scan.naming.words[Group.ABSTRACT]))

    def _land(self, phrase: Phrase, unit: Unit, name: Name) -> Sense:
        """A state, capital or place: where something is, or the state that acts."""
        words = self._scan.naming.words
        if is_place(self._scan, phrase, unit, name):
            meant = self._salience.nearest(name, [n for n in unit.others if n.kind in PLACES])
            place = meant.full if meant.kind is not NameKind.STATE else None
            seat = GEN if self._stem_at(phrase.last - 1) in words[Group.LEADING] else None  # "Paris merkezli örgüt"
            land = self._land_around(phrase) or meant.code.principal
            return Sense(MentionKind.PLACE, (ActorCode(land),), "mention.place", case=seat, place=place)
        meant = self._salience.nearest(name, [n for n in unit.others if n.kind is name.kind])
        return Sense(MentionKind.STATE, (meant.code,), "mention.state")

    def _land_around(self, phrase: Phrase) -> str | None:
        """The land of a place that owns a part called like a place elsewhere: "İdlib'in Eriha bölgesinde"."""
        around = self._owners.before
        owns = around is not None and around.phrase.last == phrase.first and around.phrase.case is GEN
        part = phrase.last - phrase.first > 1 and self._scan.tokens[phrase.last - 1].morph.possessive in THIRD
        if around is None or not owns or not part:
            return None
        placed = around.sense.kind is MentionKind.PLACE and bool(around.sense.codes)
        return around.sense.codes[0].principal if placed else None

    def _stands_for(self, phrase: Phrase, unit: Unit, name: Name) -> Sense | None:
        """Who sits in a town and is told by it, where the town's own state weighs no more: "Brüksel, Ankara'yı"."""
        code = (
            self._scan.naming.metonyms.get(self._scan.stem(phrase.first)) if phrase.last == phrase.first + 1 else None
        )
        if code is None or name.kind is not NameKind.PLACE:
            return None
        weights = self._salience.weights
        if is_place(self._scan, phrase, unit, name._replace(kind=NameKind.SEAT)) and not self._issues(phrase, unit):
            return None
        if unit.case is ACC and code.sector not in IRREGULAR and not self._is_spoken_to(phrase):
            return None  # "Brüksel'i bombalar sarstı"
        if weights.get(name.code.principal, 0.0) > weights.get(code.principal, 0.0):
            return None
        group = code.sector in IRREGULAR
        return Sense(MentionKind.GROUP if group else MentionKind.ORGANISATION, (code,), "mention.metonym")

    def _issues(self, phrase: Phrase, unit: Unit) -> bool:
        """Whether words come from a town as from who sits there, or go to him: "Brüksel'den yapılan açıklamada"."""
        tokens, words = self._scan.tokens, self._scan.naming.words[Group.SAID_TO]
        near = range(phrase.last, min(len(tokens), phrase.last + SAID_REACH))
        said = (tokens[at].morph.lemma for at in takewhile(lambda at: at not in self._scan.starts, near))
        if unit.case in (ABL, DAT) and not words.isdisjoint(said):
            return True
        behind = next(iter(self._scan.tokens[phrase.last : phrase.last + 1]), None)
        return unit.case is ABL and behind is not None and behind.morph.form is Form.AN and behind.morph.passive

    def continent(self, phrase: Phrase) -> Sense | None:
        """Who is told by a part of the world that acts or is spoken to: "Avrupa'yı suçladı", "Avrupa, ..."."""
        code = self._scan.naming.metonyms.get(self._scan.stem(phrase.first))
        if code is None or phrase.last != phrase.first + 1 or not self._scan.is_capital(phrase.first):
            return None
        opens = phrase.first in self._scan.starts and self._stem_at(phrase.last) == ","
        told = self._is_spoken_to(phrase) if phrase.case is ACC else phrase.case is NOM and opens
        return Sense(MentionKind.ORGANISATION, (code,), "mention.metonym") if told else None

    def _is_spoken_to(self, phrase: Phrase) -> bool:
        """Whether a verb with somebody as its object comes behind a phrase: "Brüksel'i çifte standartla suçladı"."""
        words = self._scan.naming.words[Group.SPOKEN_TO]
        behind = self._scan.tokens[phrase.last : phrase.last + VERB_REACH]
        return any(t.morph.lemma in words or t.lower in words for t in behind)

    def _namesake(self, unit: Unit) -> Name | None:
        """The place that is spelled as a body is, where its state weighs more here: "Duma'ya" in Syria."""
        places = [name for name in unit.others if name.kind in PLACES]
        if unit.name is None or not places:
            return None
        meant = self._salience.nearest(unit.name, places)
        return meant if meant.kind in PLACES else None

    def _party_of(self, phrase: Phrase, name: Name) -> ActorCode:
        """The code of a body; a party behind another state's name is of that state: "Avustralya İşçi Partisi"."""
        before = self._owners.before
        if name.kind is not NameKind.GROUP or name.code.sector not in PARTISAN:
            return self._owners.of_place_told(phrase, name)
        beside = before is not None and before.phrase.last == phrase.first and before.phrase.case is NOM
        if before is not None and beside and before.sense.rule in OF_STATE:
            return ActorCode(before.sense.codes[0].principal, name.code.sector)
        return self._party_there(phrase.names[0], name) or self._owners.of_place_told(phrase, name)

    def _party_there(self, unit: Unit, name: Name) -> ActorCode | None:
        """The party of a land abroad that the register lacks, by a name that parties bear in many lands.

        "Bişkek'te Sosyal Demokrat Parti" is not that of Germany, where the report tells of no German.
        """
        land = self._salience.place_near() or self._salience.host
        told = self._salience.is_told(name)
        words = {self._scan.stem(at) for at in range(unit.first, unit.last)}
        common = words <= self._scan.naming.words[Group.COMMON_PARTY]
        if land in (None, name.code.principal, self._scan.naming.home) or told or not common:
            return None
        return ActorCode(land, OPPOSITION)

    def _compound_case(self, phrase: Phrase) -> Case | None:
        """The case of a body's name behind its state, where what looks like ACC is a possessive: "Milli Meclisi"."""
        name, stem = phrase.head.name, self._scan.stem(phrase.last - 1)
        bare = name is not None and len(stem) - len(name.spelling.split()[-1]) == 1
        return NOM if bare and phrase.head.case is ACC and not phrase.head.tight and len(phrase.units) > 1 else None

    def _stem_at(self, at: int) -> str:
        return self._scan.stem(at) if at < len(self._scan.tokens) else ""

    def _is_of_members(self, phrase: Phrase, follower: str) -> bool:
        """Whether a body only says what one state is a member of: "NATO üyesi ülke", "AB üyesi Malta"."""
        words = self._scan.naming.words
        if follower not in words[Group.MEMBERSHIP] or phrase.head.case is not NOM or phrase.head.tight:
            return False
        unit = self._scan.unit(phrase.last + 1, len(self._scan.tokens))
        after = {self._stem_at(at) for at in (phrase.last + 1, phrase.last + 2)}
        return not after.isdisjoint(words[Group.MEMBER_STATE]) or (unit is not None and unit.is_name(NameKind.STATE))

    def _people(self, phrase: Phrase, name: Name) -> Sense | None:
        head = phrase.head
        home = self._place_before(phrase) or self._owners.land_around(phrase) or self._home_of(phrase, name)
        code = name.code if name.kind in BODIES else ActorCode(home, "CVL")
        if head.case is not NOM or head.plural or name.spelling.endswith(MANY):
            return Sense(MentionKind.PEOPLE, (code,), "mention.people")
        follower = next(iter(self._scan.tokens[phrase.last : phrase.last + 1]), None)
        if follower is not None and self._is_half(phrase.last):
            return Sense(MentionKind.STATE, (ActorCode(name.code.principal, "GOV"),), "mention.adjective", case=GEN)
        if (
            follower is None
            or not follower.text[0].isalpha()
            or (follower.morph.is_verb and not _is_noun(follower.morph))
            or follower.morph.pos is Pos.ADP
            or (follower.morph.pos is Pos.CCONJ and follower.lower in ALSO)
            or self._acts(phrase.last)
            or self._is_counted_first(phrase)
        ):
            return Sense(MentionKind.PEOPLE, (code,), "mention.people")
        code = name.code if name.kind in BODIES else ActorCode(name.code.principal, "GOV")
        citizen = self._scan.stem(phrase.last - 1) in self._scan.naming.words[Group.CITIZEN]  # "Mali uyruklu Ela Kor"
        if name.kind in PLACES or (citizen and name.kind not in BODIES):
            code = ActorCode(name.code.principal, "CVL")
        return Sense(MentionKind.STATE, (code,), "mention.adjective", case=GEN)

    def _acts(self, at: int) -> bool:
        """Whether those named by a people's adjective do or suffer what is told from a word on, and are no one's kind.

        "Üç Iraklı hayatını kaybetti"; or a place goes between: "İki PKK'lı Habur'da teslim oldu".
        """
        tokens, predicates = self._scan.tokens, self._scan.naming.words[Group.PREDICATE]
        for words in (1, 2):
            told = " ".join(token.lower for token in tokens[at : at + words]) in predicates
            if told and at + words < len(tokens) and tokens[at + words].morph.is_verb:
                return True
        unit = self._scan.unit(at, len(tokens))
        where = unit is not None and unit.tight and unit.case is LOC and unit.is_name(NameKind.STATE, *PLACES)
        return where and not self._describes(unit.last - 1 if unit is not None else at)

    def _is_counted_first(self, phrase: Phrase) -> bool:
        """Whether others who are counted follow one who is: "iki Hintli ve bir Nepalli öldü"."""
        tokens, at = self._scan.tokens, phrase.last
        counted = all(0 <= n < len(tokens) and tokens[n].morph.pos in COUNTS for n in (phrase.first - 1, at + 1))
        return counted and self._stem_at(at) in self._scan.joints

    def _describes(self, at: int) -> bool:
        """Whether a word is a place in -daki, which goes with a noun behind it."""
        return self._scan.tokens[at].morph.pos is Pos.ADJ

    def _is_half(self, at: int) -> bool:
        """Whether a hyphen ties a people's adjective to another one here: "Türk-Alman Ticaret Odası"."""
        after = self._scan.unit(at + 1, len(self._scan.tokens)) if self._stem_at(at) == HYPHEN else None
        return after is not None and after.people and after.case is NOM and not after.plural

    def _place_before(self, phrase: Phrase) -> str | None:
        """The state of the place where people live: "Kosova'daki Sırplar" are of Kosovo.

        They are not where something is done to them there: "Moskova'da Özbekleri gözaltına aldı".
        """
        before = self._owners.before
        if before is None or before.phrase.last != phrase.first or before.sense.kind is not MentionKind.PLACE:
            return None
        live = phrase.case is NOM or self._describes(before.phrase.last - 1)
        owned = before.phrase.case is NOM and any(many in self._stem_at(phrase.last - 1) for many in OWNED)
        there = owned or (live and before.phrase.case is LOC)  # "Karabağ Ermenileri"
        return before.sense.codes[0].principal if there else None

    def _home_of(self, phrase: Phrase, name: Name) -> str:
        """The land of a people: of several where it is at home the one that weighs most here: Serbs in Kosovo."""
        word, own = self._stem_at(phrase.last - 1), name.code.principal
        rows = (homes for people, homes in self._scan.naming.homes.items() if word.startswith(people))
        homes = next((homes for homes in rows if homes[0] == own), (own,))
        return max(homes, key=self._salience.weight)


def _is_noun(morph: Morph) -> bool:
    """Whether what looks like a nominal verb is a noun before another: "Filistinli direniş örgütü"."""
    return morph.form is Form.IS and morph.case is NOM and morph.possessive is None


def _alike(unit: Unit, name: Name) -> list[Name]:
    """The other names of one kind that a unit is spelled as; an organisation and a group may share an acronym."""
    kinds = JOINT if name.kind in JOINT else (name.kind,)
    return [other for other in unit.others if other.kind in kinds]
