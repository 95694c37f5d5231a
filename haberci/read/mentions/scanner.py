"""Reads the units of a report's words: which names, titles and topics begin where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import IRREGULAR, Found, Name, NameIndex, NameKind
from haberci.core.clause_words import ClauseWords
from haberci.core.morph import GEN, INS, NOM, NOUN, PROPN
from haberci.core.naming import Ending, Group, NamingTable
from haberci.core.report import Token
from haberci.read.mentions.surnames import AWAY, Surnames
from haberci.read.mentions.titles import TitleReader
from haberci.read.mentions.units import HONORIFIC, MODIFIER, NAME, TITLE, TOPIC, WORD, Unit
from haberci.read.mentions.words import openings

_BODY, _PEOPLE, _STATE = NameKind.BODY, NameKind.PEOPLE, NameKind.STATE  # by names of their own, as in ``core.morph``
OPPOSITION: Final = "OPP"
PLACES: Final = (NameKind.PLACE, NameKind.SEAT)
RULE: Final = ("GOV", "MIL", "COP")
LEADER: Final = "lider"
SIDE: Final = "taraf"  # "tarafından"


class Scanner(TitleReader):
    """Reads the units of one report's words."""

    def __init__(
        self,
        tokens: Sequence[Token],
        starts: frozenset[int],
        naming: NamingTable,
        index: NameIndex,
        words: ClauseWords,
        surnames: Surnames,
    ) -> None:
        super().__init__(tokens, naming)
        self.joints, self.closing, self.sites, self.surnames = words.joints, words.closing, words.sites, surnames
        self.starts = starts
        self._index = index
        # of each word whether nothing can begin there: it has no capital and opens no title
        begun = openings(naming)
        self.plain = [
            not capital and stem not in begun for stem, capital in zip(self.stems, self._capitals, strict=True)
        ]
        self._units: dict[int, Unit | None] = {}
        self._common, self._honorifics = naming.words[Group.COMMON], naming.words[Group.HONORIFIC]
        self._people = frozenset(word for word in self._describing if word in self._reach)  # "kadın", not "önemli"
        self._modifiers = naming.words[Group.MODIFIER] | self._describing

    def unit(self, at: int, stop: int) -> Unit | None:
        """The unit that begins at a word, None at marks and common words; ``stop`` is the end of the sentence."""
        if at >= stop:
            return None
        try:
            return self._units[at]
        except KeyError:
            self._units[at] = unit = self._find(at, stop)
            return unit

    def is_titled(self, unit: Unit, group: Group) -> bool:
        """Whether a unit is a title whose words are of a group."""
        return unit.title is not None and unit.title.word in self.naming.words[group]

    def _find(self, at: int, stop: int) -> Unit | None:
        stem = self.stems[at]
        if (not stem[0].isalpha() and stem not in self.naming.openings) or stem in self._common:
            return None
        if stem in self._modifiers and self._modifies(at, stop):
            return self._small(at, stem)
        name = self._name(at, stop) if self._capitals[at] else None
        if stem in self.naming.openings:
            title, topic = self._title(at, stop), self._topic(at, stop)
            if topic is not None and title is not None and topic.last == title.last:
                row = title.last < stop and self._is_joint(title.last)
                body = self._capitals[at] and title.is_body_before(self.unit(title.last + row, stop))
                topic = None if body or self._are_people(at, topic.last) else topic
            other = topic if topic and (title is None or topic.last >= title.last) else title
            if other is not None and (name is None or other.last > name.last):
                return other
        return name or self._small(at, stem)

    def _modifies(self, at: int, stop: int) -> bool:
        """Whether a word that may be a title itself (yetkili) stands before a title or name.

        "Kadın polis" is one, but not where she does something to him ("kadın polise"), or he to her ("tarafından").
        """
        after = self.unit(at + 1, stop)
        if after is None or after.sort not in (TITLE, TOPIC, MODIFIER):
            return False
        if after.title is None or self.stems[at] not in self._people:
            return True
        dealt = after.last < stop and self.tokens[after.last].morph.lemma == SIDE
        return self.stems[at] == self.tokens[at].lower and after.case in (None, NOM, GEN) and not dealt

    def _small(self, at: int, stem: str) -> Unit | None:
        if stem in self._modifiers:
            led = at > 0 and at not in self.starts and self.tokens[at - 1].morph.case is INS
            sector = OPPOSITION if stem in self.naming.words[Group.OPPOSED] else ""
            return None if led else Unit(MODIFIER, at, at + 1, sector=sector)  # "kararla ilgili Bakan"
        if stem in self._honorifics:
            return Unit(HONORIFIC, at, at + 1)
        if not self.is_capital(at) or (at in self.starts and self._is_common(at) and not self._is_told_surname(at)):
            return None
        return self.word(at)

    def _is_told_surname(self, at: int) -> bool:
        """Whether a word is the surname of someone named in full, before a comma: "Bitmez, gözaltına alındı"."""
        ends = at + 1 < len(self.tokens) and self.tokens[at + 1].text == ","
        return ends and self.stem(at) in self.surnames.words

    def _is_common(self, at: int) -> bool:
        """Whether a sentence's first word is no name for all that is known: its capital is no evidence."""
        token = self.tokens[at]
        if self.suffix(at) or token.text.isupper():
            return False
        morph = token.morph
        if morph.pos is NOUN:
            return morph.case not in (None, NOM) or morph.plural or morph.possessive is not None
        return morph.pos is not PROPN

    def word(self, at: int) -> Unit:
        """A word with a capital as a unit of its own, whatever else it may be."""
        suffix, last = self.suffix(at), at + 1
        if last < len(self.tokens) and last not in self.starts and self.is_lost_ending(last):
            suffix, last = self.tokens[last].lower, last + 1
        ending = self._ending(suffix)
        return Unit(WORD, at, last, ending.case, ending.plural, tight=bool(suffix))

    def _name(self, at: int, stop: int) -> Unit | None:
        found = self._index.longest(self._options, at, stop)
        if found is None:
            return None
        names = tuple(n for n in found.names if self._is_written_so(n, at, found, stop))
        if not names or (names[0].is_short and self._is_first_name(at, found, stop)):
            return None
        if names[0].kind in PLACES and (self._is_name_of_own(at, found, stop) or self._is_surname(at, found, stop)):
            return None
        if names[0].kind in PLACES and found.length == 1 and self._opens_full_name(at):
            return None
        opens = names[0].is_short and at in self.starts and found.length == 1
        if opens and len(self.stem(at)) <= 3 and not self.suffix(at):
            return None  # "Kim" begins a question more often than it is a surname
        return self._name_unit(at, found, names, stop)

    def is_generic(self, unit: Unit) -> bool:
        """Whether a body is called as those of other states are, too: "Milli Meclis", not "ABD Dışişleri"."""
        found = self._index.longest(self._options, unit.first, unit.first + 1)
        owned = found is not None and any(name.kind is _STATE for name in found.names)
        return not owned and (self.stem(unit.last - 1),) in self.naming.forms

    def _opens_full_name(self, at: int) -> bool:
        """Whether a person's full name begins behind an office: "Temsilcisi Riyad Mansur"."""
        return at in self.surnames.firsts and at > 0 and self.tokens[at - 1].morph.possessive == "3s"

    def _is_written_so(self, name: Name, at: int, found: Found, stop: int) -> bool:
        """Whether a found spelling counts here: an acronym in capitals only, a name that is a word too with support."""
        if name.spelling.isupper() and found.length == 1 and not self._is_acronym(name, at):
            return False
        before = f"{self.stem(at - 1)} {self.stem(at)}" if name.kind is _STATE and at > 0 else ""
        if before in self.naming.words[Group.CONTINENT]:
            return False  # "Latin Amerika"
        return not name.is_word or self._has_support(at, found, stop)

    def _is_acronym(self, name: Name, at: int) -> bool:
        """Whether an acronym is in capitals; that of an armed group may have but one, as a name has: "Pkk'lı"."""
        text = self.tokens[at].text[: len(name.spelling)]
        return text.isupper() or (text.istitle() and name.code.sector in IRREGULAR and bool(self.suffix(at)))

    def _is_name_of_own(self, at: int, found: Found, stop: int) -> bool:
        """Whether a place with a letter behind it and no apostrophe is a first name: "Berna Karadaş"."""
        after = at + found.length
        if len(found.ending) != 1 or self.suffix(after - 1) or after >= stop or not self.is_capital(after):
            return False
        follower = self.unit(after, stop)
        return follower is not None and follower.sort is WORD

    def _is_surname(self, at: int, found: Found, stop: int) -> bool:
        """Whether a place is the surname of someone named in full: "Umut Oran", "Oran'ı", but not "Oran'da"."""
        if found.length > 1 or at in self.surnames.places:
            return found.length == 1
        told = self.stem(at) in self.surnames.words and self._ending(found.ending).case not in AWAY
        return told and self._place_words(at + 1, stop, found.names) is None

    def _is_first_name(self, at: int, found: Found, stop: int) -> bool:
        """Whether a short name stands before another word with a capital, and so is part of someone else's name."""
        after = at + found.length
        if found.ending or after >= stop or not self.is_capital(after):
            return False
        follower = self.unit(after, stop)
        return follower is not None and follower.sort is WORD

    def _name_unit(self, at: int, found: Found, names: tuple[Name, ...], stop: int) -> Unit | None:
        last = at + found.length
        tight = bool(self.suffix(last - 1))
        ending = self._ending(found.ending)
        people = ending.people or names[0].kind is _PEOPLE
        if people and found.ending in self.naming.words[Group.LANGUAGE]:
            return None
        case = ending.case
        placed = names[0].kind in PLACES or (names[0].kind is _BODY and any(n.kind in PLACES for n in names))
        stretch = self._place_words(last, stop, names) if not found.ending and placed else None
        if stretch is not None:
            place, *others = (name.as_place() for name in names if name.kind in PLACES)
            return Unit(NAME, at, stretch[0], stretch[1].case, stretch[1].plural, place, tuple(others), tight=True)
        if not found.ending and last < stop and self._tells_citizens(last, stop):
            last, people = last + 1, True  # "Suriye uyruklu"
        elif not found.ending and last < stop and self._is_republic(last):
            case, last, tight, people = self._ending(self.suffix(last)).case, last + 1, bool(self.suffix(last)), False
        elif not found.ending and last < stop and self._is_loose_suffix(last):
            case, _, people = self._ending(self.tokens[last].lower)
            last, tight = last + 1, True
        elif not found.ending and last + 1 < stop and self._is_parted_suffix(last):
            case, _, people = self._ending(self.tokens[last + 1].lower)
            last, tight = last + 2, True
        return Unit(
            NAME, at, last, case, ending.plural, names[0], names[1:], sector=names[0].code.sector, people=people,
            tight=tight,
        )  # fmt: skip

    def _place_words(self, at: int, stop: int, names: Sequence[Name]) -> tuple[int, Ending] | None:
        """The words behind a place's name that say what it is ("kentinde", "Özerk Bölgesi'nde"): their end and case.

        They are not its own where the place of another state stands between: "Ordu Halep kentini".
        """
        for k in range(at, min(at + 2, stop)):
            stem = self.stem(k)
            if self._names_place(k):
                return self._centre(k + 1, stop) or (k + 1, self._ending(self.suffix(k)))
            for cut in range(len(stem) - 1, 3, -1):
                if stem[:cut] in self.naming.words[Group.PLACE] and stem[cut:] in self.naming.endings:
                    return k + 1, self.naming.endings[stem[cut:]]
            if not self.is_capital(k) or self.suffix(k) or self._is_elsewhere(k, stop, names):
                return None
        return None

    def _centre(self, at: int, stop: int) -> tuple[int, Ending] | None:
        """The end and case of the centre of a town, told behind it: "Halep kent merkezini"."""
        found = at < stop and not self.suffix(at - 1) and self.tokens[at].morph.lemma in self.naming.words[Group.CENTRE]
        return (at + 1, Ending(self.tokens[at].morph.case or NOM, self.tokens[at].morph.plural)) if found else None

    def _is_elsewhere(self, at: int, stop: int, names: Sequence[Name]) -> bool:
        """Whether a place begins at a word that lies in none of the states of the names."""
        found = self._index.longest(self._options, at, stop)
        if found is None or found.names[0].kind not in PLACES:
            return False
        return {name.code.principal for name in names}.isdisjoint(name.code.principal for name in found.names)

    def _has_support(self, at: int, found: Found, stop: int) -> bool:
        """Whether a name that is a word too is a name here: an apostrophe here or elsewhere, or what stands behind."""
        last = at + found.length
        if self.suffix(last - 1):
            return True
        placed = self._place_words(last, stop, found.names) is not None and self._holds_place(found, last, stop)
        if placed or self._is_a_state(found, last, stop) or self._is_in_row(at, found, stop):
            return True
        told = found.names[0].kind is _STATE and self.tokens[at].morph.case not in (None, NOM)  # "Sudan ile"
        return at not in self.starts and (told or self.stem(at) in self.supported)

    def _holds_place(self, found: Found, last: int, stop: int) -> bool:
        """Whether behind a name with an ending a place of its own stands: "Ordunun Fatsa ilçesinde", no "Sagaing"."""
        unit = self.unit(last, stop) if found.ending else None
        name = None if unit is None or not unit.is_name(*PLACES) else unit.name
        return not found.ending or (name is not None and name.code.principal == found.names[0].code.principal)

    def _is_a_state(self, found: Found, last: int, stop: int) -> bool:
        """Whether what only a state has stands behind, or another state: "Mali ordusu", "Mali, Nijer ve Çad"."""
        if found.names[0].kind is not _STATE or last >= stop or found.ending:
            return False  # "Maliye Bakanı" is no minister of Mali's
        if last - 1 not in self.starts and self.tokens[last - 1].text.istitle() and not self.is_capital(last):
            return True  # "Mısır ile Sudan anlaştı": within a sentence the capital tells it
        row = self.tokens[last].text == "," or self.stem(last) in self.joints
        unit = self.unit(last + row, stop)
        if unit is None or (row and not self.is_capital(last + 1)):
            return False
        if row:
            return unit.is_name(_STATE)
        unit = (self.unit(unit.last, stop) or unit) if unit.sort in (TOPIC, MODIFIER) else unit  # "Dışişleri", "Geçici"
        return unit.title is not None and unit.possessed and (unit.title.sector in RULE or unit.title.word == LEADER)

    def _is_in_row(self, at: int, found: Found, stop: int) -> bool:
        """Whether a place stands in a row with another of its state: "Van ve Siirt'te", "Batman, Van ve Siirt'te"."""
        last, homes = at + found.length, {name.code.principal for name in found.names}
        if found.names[0].kind not in PLACES or found.ending or last + 1 >= stop:
            return False
        if self.stem(at) in self.naming.openings:  # "Ordu, Ankara ve İzmir'de": the army
            return False
        beside = self.unit(last + 1, stop) if self._is_joint(last) else None
        if beside is None or beside.name is None or not beside.is_name(*PLACES):
            return False
        before = self._units.get(at - 2) if at > 1 and self._is_joint(at - 1) else None
        several = self.stem(last) in self.closing or (beside.last < stop and self._is_joint(beside.last))
        several = several or (before is not None and before.is_name(*PLACES))
        return several and beside.name.code.principal in homes

    def _is_joint(self, at: int) -> bool:
        """Whether a comma or a word joins the phrases around it in a row."""
        return self.tokens[at].text == "," or self.stem(at) in self.closing
