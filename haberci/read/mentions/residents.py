"""Whose armed people, police, people and opponents are meant where none is named in front: those of the place told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from haberci.core.actors import FLED, IRREGULAR, UNKNOWN, ActorCode, Name, NameKind
from haberci.core.morph import GEN, LOC, NOM, Form, Pos
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.displaced import hostages, own_citizens, sent_home
from haberci.read.mentions.members import UNCODABLE
from haberci.read.mentions.neighbours import Neighbours
from haberci.read.mentions.pairs import from_both
from haberci.read.mentions.people import homes_named
from haberci.read.mentions.phrases import Phrase, default_sector
from haberci.read.mentions.placed import mind_from
from haberci.read.mentions.salience import HOME, Salience
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.units import TOPIC, WORD

NAMED: Final = 0.3  # what a state weighs at least that the report has named not long ago
MARKS: Final = frozenset({'"', "“", "”"})
POLICE: Final = "COP"
LOCAL: Final = frozenset({"CVL", POLICE, "JRN", "EDU", "MED", "REL", "LAB"})  # people and police are those of the place
POLICED: Final = 6  # sentences for which a place told is where the police are
PEOPLED: Final = 1  # and for which persons told by no name are its people
REBEL: Final = "REB"
OPPOSITION: Final = "OPP"
ARMED: Final = (REBEL, "UAF")
ARMY: Final = "MIL"
RULERS: Final = ("GOV", ARMY, POLICE)
COURT: Final = "JUD"
PARLIAMENT: Final = "LEG"
RULING: Final = "PTY"
FALLEN: Final = (ARMY, POLICE)
MOURNED_REACH: Final = 6  # words between those who fell and the word for it: "5 asker yaralandı, 2 asker şehit oldu"


class Residents(Neighbours):
    """Finds the land of people in one report; ``salience`` is what was told before."""

    def __init__(self, scan: Scanner, salience: Salience) -> None:
        super().__init__(scan)
        self.salience = salience
        self.armed: frozenset[str] = frozenset()  # the states whose opposition bears arms
        self._marks: list[int] | None = None

    def of_rebels(self, phrase: Phrase, sector: str) -> tuple[ActorCode, str] | None:
        """The code of armed people without a name: those named last, else those of the place; of the fallen, ours."""
        if sector not in ARMED:
            return self._of_fallen(phrase, sector) or self._away(phrase)
        if any(u.sort in (WORD, TOPIC) and u.last <= phrase.head.first for u in phrase.units):
            return None
        place = self._bound_to(phrase) or self.salience.place
        near = place is not None and (place[1] == phrase.sentence or sector != REBEL)  # militias are of the land told
        here = place[0] if place is not None and near else self.land_around(phrase) or self.foe(phrase)
        homes = homes_named(phrase, self.scan)
        here = self.home_of(phrase, homes) if homes and here not in homes else here  # "Dürzi güçler"
        told = self._by_byname(phrase) or self._told(phrase) or self._of_ground(phrase)
        named = told if sector == REBEL else None
        return named or ActorCode(here or UNKNOWN.principal, sector), "mention.rebels-again"

    def _away(self, phrase: Phrase) -> tuple[ActorCode, str] | None:
        """The code of people of another land than the one told: hostages, and those who are sent back home."""
        if (captive := hostages(phrase, self.scan, self.salience)) is not None and not self._is_of_state_before(phrase):
            return captive, "mention.hostage"
        if (home := sent_home(phrase, self.scan)) is not None:
            return home, "mention.sent-home"
        if (own := own_citizens(phrase, self.before, self.scan, self.salience.states)) is not None:
            return own, "mention.own"
        if from_both(phrase, self.scan):
            return UNKNOWN, UNCODABLE
        return (FLED, UNCODABLE) if self._has_fled(phrase) else None

    def _has_fled(self, phrase: Phrase) -> bool:
        """Whether those who flee are told of no land, nor as being somewhere: "Atina göçmenleri geri gönderdi"."""
        stay = self.salience.stay
        here = stay is not None and stay[1] == phrase.sentence  # "Belfast'ta göçmenlerin kaldığı otel"
        return self.scan.is_titled(phrase.head, Group.FLEEING) and self._none_fled() and not here

    def _none_fled(self) -> bool:
        """Whether a report has named nobody who fled with the land whence he did: "Suriyeli mülteciler"."""
        return not any(code.sector == FLED.sector and code != FLED for code, _ in self.salience.parties)

    def _is_of_state_before(self, phrase: Phrase) -> bool:
        """Whether a state owns them that holds no hostages: "Fransa'nın rehineleri"."""
        before = self.before
        if before is None or not self.inherits(phrase) or not before.sense.codes:
            return False
        own = before.sense.codes[0].principal
        return own in self.salience.states and own not in self.scan.naming.hostages

    def is_at_home(self, phrase: Phrase) -> bool:
        """Whether an office's name is that of the home state alone: "Cumhuriyet Savcılığı"; at sea, where none is told.

        "Yunan unsurlarının geri ittiği göçmenleri Sahil Güvenlik kurtardı".
        """
        words, place = self.scan.naming.words, self.salience.place
        if any(self.scan.stem(k) in words[Group.AT_HOME] for k in range(phrase.first, phrase.last)):
            return True
        guard = self.scan.stem(phrase.first) in words[Group.COAST] and phrase.first not in self.scan.starts
        here = place is None or place[0] == self.scan.naming.home or place[1] != phrase.sentence
        return guard and here and all(self.scan.is_capital(k) for k in (phrase.first, phrase.first + 1))

    def _by_byname(self, phrase: Phrase) -> ActorCode | None:
        """The group that the press at home means by a name of its own for it: "bölücü terör örgütü"."""
        words = (unit.title.word for unit in phrase.titles if unit.title is not None)
        return next((code for word in words if (code := self.scan.naming.bynames.get(word)) is not None), None)

    def _told(self, phrase: Phrase) -> ActorCode | None:
        """The rebels told last; terrorists are the only ones told, and none who fights beside the home state."""
        told = self.salience.rebels
        if not any(self.scan.is_titled(unit, Group.REBEL) for unit in phrase.titles):
            return told
        found = (c for c in (told, self.salience.only_rebels) if c is not None and c.sector == REBEL)
        return next((code for code in found if code.principal not in self.scan.naming.words[Group.FRONT]), None)

    def _of_ground(self, phrase: Phrase) -> ActorCode | None:
        """The group that the home state fights at the place of the sentence: "Metina'da iki terörist öldürüldü"."""
        if not any(self.scan.is_titled(unit, Group.REBEL) for unit in phrase.titles):
            return None
        stems, grounds = self.scan.stems, self.scan.naming.grounds
        for at in self._words_of(phrase.sentence, phrase.first):
            for rest, group in grounds.get(stems[at], ()) if self.scan.is_capital(at) else ():
                if not rest or (at + 1 < len(stems) and stems[at + 1].startswith(rest)):
                    return group
        return None

    def _words_of(self, sentence: int, at: int) -> range:
        """The words of a sentence in which a word stands."""
        tokens, first, stop = self.scan.tokens, at, at
        while first > 0 and tokens[first - 1].sentence == sentence:
            first -= 1
        while stop < len(tokens) and tokens[stop].sentence == sentence:
            stop += 1
        return range(first, stop)

    def _bound_to(self, phrase: Phrase) -> tuple[str, int] | None:
        """The state, and the sentence, to whose force armed people belong: "Mali ordusuna bağlı milisler"."""
        before, at = self.before, phrase.first - 1
        if before is None or before.phrase.last != at or not before.sense.codes:
            return None
        if self.scan.stem(at) not in self.scan.naming.words[Group.BOUND]:
            return None
        return before.sense.codes[0].principal, phrase.sentence

    def of_commander(self, phrase: Phrase, sector: str) -> ActorCode | None:
        """The code of armed people who belong to somebody: "Hafter'e bağlı birlikler", "Kadirov'a bağlı güçler"."""
        before = self.before
        if sector != ARMY or before is None or self._bound_to(phrase) is None:
            return None
        own = before.sense.codes[0]
        return (
            own if own.sector in ARMED or own.principal not in self.salience.states else ActorCode(own.principal, ARMY)
        )

    def _of_fallen(self, phrase: Phrase, sector: str) -> tuple[ActorCode, str] | None:
        """The code of soldiers and police whom the home press mourns, at home or where its own stand: its own.

        Not where another state is told: "Azerbaycan Savunma Bakanlığı, iki askerin şehit olduğunu açıkladı".
        """
        if sector not in FALLEN or not self._is_mourned(phrase):
            return None
        own = {self.scan.naming.home} | self.scan.naming.words[Group.FRONT]
        place = self.salience.place
        here = place[0] if place is not None and place[1] == phrase.sentence else self.salience.state()
        told = {code.principal for code, sentence in self.salience.parties if sentence == phrase.sentence}
        foreign = (told & self.salience.states) - own
        at_home = not foreign and (here is None or here in own)
        return (ActorCode(self.scan.naming.home, sector), "mention.mourned") if at_home else None

    def _is_mourned(self, phrase: Phrase) -> bool:
        """Whether the word for those who fell for their land stands near a phrase."""
        words, count = self.scan.naming.words[Group.MOURNED], len(self.scan.tokens)
        near = range(max(0, phrase.first - MOURNED_REACH), min(count, phrase.last + MOURNED_REACH))
        return any(self.scan.stem(at) in words for at in near)

    def place_of(self, phrase: Phrase, sector: str) -> str | None:
        """The state of the place told in the sentence or shortly before, of people and police."""
        scene = self.salience.ground
        behind = self.scan.tokens[phrase.last : phrase.last + 1] if scene and scene[1] == phrase.sentence else ()
        seated = any(token.morph.lemma in self.scan.sites for token in behind)
        if scene is not None and (seated or any(self.scan.is_titled(u, Group.GOVERNING) for u in phrase.titles)):
            return scene[0]  # "Erivan'da hükümet binasına girdiler"
        told = self._bound_to(phrase) or self._place_behind(phrase) or self._police_before(phrase)
        told = told or mind_from(phrase, self.before, self.scan, self.salience.stay)
        last = self.salience.place
        place = told or (last if last is not None and last[1] == phrase.sentence else self.salience.stay or last)
        local = sector in LOCAL or (sector == ARMY and self._guards_mission())
        if place is None or not local or (sector == "JRN" and default_sector(phrase) != "CVL"):
            return None  # papers write of elsewhere
        reach = POLICED if sector == POLICE else PEOPLED if self._are_there(phrase, place) else 0
        return place[0] if phrase.sentence - place[1] <= reach else None

    def _guards_mission(self) -> bool:
        """Whether an embassy is told right before soldiers, who guard it: "İran Elçiliği önündeki askerler"."""
        titles = () if self.before is None else self.before.phrase.titles
        return any(unit.title is not None and unit.title.kind is TitleKind.MISSION for unit in titles)

    def _are_there(self, phrase: Phrase, place: tuple[str, int]) -> bool:
        """Whether persons told by no name are at the place told last, which is no seat that somebody only went to."""
        return phrase.head.plain_people and place == self.salience.ground

    def _police_before(self, phrase: Phrase) -> tuple[str, int] | None:
        """The state of the police that persons have to do with: "Polis, eylemcilere su sıktı"."""
        before = self.before
        near = before is not None and before.phrase.sentence == phrase.sentence and phrase.head.plain_people
        if not near or before is None or not before.sense.codes or before.sense.codes[0].sector != POLICE:
            return None
        return before.sense.codes[0].principal, phrase.sentence

    def _place_behind(self, phrase: Phrase) -> tuple[str, int] | None:
        """The state of the place told right behind people who open a sentence: "Yüzlerce kişi Minsk'te yakalandı"."""
        unit = self.scan.unit(phrase.last, len(self.scan.tokens)) if phrase.last < len(self.scan.tokens) else None
        opens = self.before is None or self.before.phrase.sentence != phrase.sentence
        if not opens or phrase.case is not NOM or unit is None or unit.case is not LOC or unit.name is None:
            return None
        after = self.scan.tokens[unit.last].morph if unit.last < len(self.scan.tokens) else None
        told = unit.is_name(NameKind.STATE, *PLACES) and after is not None and after.form is not Form.AN
        where = told and self.scan.tokens[unit.last - 1].morph.pos is not Pos.ADJ  # "Minsk'teki"
        return (unit.name.code.principal, phrase.sentence) if where else None

    def home_of(self, phrase: Phrase, homes: Sequence[str]) -> str:
        """Of the states in which a people is at home the one that weighs most, else the one told behind it."""
        told = max(homes, key=lambda state: self.salience.weights.get(state, 0.0))
        if self.salience.weights.get(told, 0.0) > 0.0:
            return told
        behind = range(phrase.last, len(self.scan.tokens))  # "Kürtler, Bağdat yönetimini eleştirdi"
        for at in takewhile(lambda at: self.scan.tokens[at].sentence == phrase.sentence, behind):
            unit = None if self.scan.plain[at] else self.scan.unit(at, len(self.scan.tokens))
            if unit is not None and unit.name is not None and unit.name.code.principal in homes:
                return unit.name.code.principal
        return max(homes, key=lambda state: self.salience.fixed.get(state, 0.0) > HOME)

    def speaking_state(self, phrase: Phrase) -> str | None:
        """Whose are those told by "our" in a quotation: of the subject told last outside it."""
        marks = self._marks
        if marks is None:
            marks = self._marks = [at for at, token in enumerate(self.scan.tokens) if token.text in MARKS]
        before = bisect_left(marks, phrase.first)
        for first, principal in reversed(self.salience.voices):
            if (before - min(before, bisect_left(marks, first))) % 2:
                return principal
        return None

    def struck(self, phrase: Phrase) -> str | None:
        """Whose soldiers rebels strike: those of the state or place named in the sentence."""
        title, place = phrase.head.title, self.salience.place
        if not self.tells_group(phrase) or title is None or title.kind is not TitleKind.PEOPLE:
            return None
        parties = [code for code, sentence in self.salience.parties if sentence == phrase.sentence]
        here = [c.principal for c in parties if c.principal in self.salience.states and c.sector not in IRREGULAR]
        if here:
            return here[-1]
        return place[0] if place is not None and place[1] == phrase.sentence else None

    def at_war(self, phrase: Phrase) -> str | None:
        """The state at war with its own that a report tells of, whose rulers it calls a regime: "rejim heyeti"."""
        if not any(self.scan.is_titled(unit, Group.REGIME) for unit in phrase.titles):
            return None
        weights = {state: self.salience.weight(state) for state in self.armed}
        heaviest = max(weights, key=lambda state: weights[state], default=None)
        return heaviest if heaviest is not None and weights[heaviest] >= NAMED else None

    def rivals_of(self, phrase: Phrase, sector: str) -> str | None:
        """The state of the place told in the sentence, of whose government people are said to be against."""
        people = phrase.head.title is not None and phrase.head.title.kind is TitleKind.PEOPLE
        place = self.salience.place
        here = place is not None and phrase.sentence == place[1]
        return place[0] if place is not None and here and people and sector == OPPOSITION else None

    def of_own_party(self, phrase: Phrase, sector: str) -> ActorCode | None:
        """The party whose members of parliament are told by that alone: that of the sentence, or of the one before."""
        if sector != PARLIAMENT or not self.scan.is_titled(phrase.head, Group.SEVERAL):
            return None
        near = [code for code, sentence in self.salience.parties if phrase.sentence - sentence < 2]
        return next((code for code in reversed(near) if code.sector in (OPPOSITION, RULING)), None)

    def of_place_told(self, phrase: Phrase, name: Name) -> ActorCode:
        """The code of a body, which is that of the place right before where several states have one called so.

        "Ermenistan'da Milli Meclis" is no organ of Azerbaycan, "Suriye'de MİT" one of Türkiye all the same. A court is
        that of the official of another state who goes there: "Sandu, Anayasa Mahkemesi'ne başvurdu".
        """
        before, code = self.before, name.code
        generic = self.scan.is_generic(phrase.names[0]) if phrase.names else False
        foreign = name.kind is NameKind.BODY and (code.sector == COURT or code.principal not in self.salience.fixed)
        voice = self.salience.voices[-1][1] if self.salience.voices else code.principal
        untold = self.salience.weights.get(code.principal, 0.0) == 0.0
        if generic and code.sector == COURT and untold and voice != code.principal:
            return ActorCode(voice, COURT)
        if not (generic and foreign) or before is None or before.phrase.last != phrase.first or not before.sense.codes:
            return code
        here = before.phrase.case in (LOC, GEN) and before.sense.kind in (MentionKind.PLACE, MentionKind.STATE)
        return ActorCode(before.sense.codes[0].principal, code.sector) if here and untold else code
