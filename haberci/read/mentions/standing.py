"""Whether a phrase may stand alone as a mention: common words are many, and most are no actors."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN_PRINCIPAL, NameKind
from haberci.core.morph import ABL, ACC, AN, DAT, FIRST, GEN, NOM, Pos
from haberci.core.naming import Bare, Group, TitleKind
from haberci.read.mentions.joints import is_counted, share_state
from haberci.read.mentions.kinds import is_kind_again
from haberci.read.mentions.pairs import are_those_before
from haberci.read.mentions.phrases import STATES, Phrase, is_held_by_turns, is_mission_again
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.stateless import is_party_again
from haberci.read.mentions.units import MODIFIER, TOPIC, WORD, Unit

_CAPITAL, _YES = Bare.CAPITAL, Bare.YES  # by names of their own, as in ``core.morph``
_BOUND, _DELEGATION, _ENVOY, _FORMER, _HOLDING = Group.BOUND, Group.DELEGATION, Group.ENVOY, Group.FORMER, Group.HOLDING
_LEADING, _STAFF = Group.LEADING, Group.STAFF
_BODY, _GROUP, _MISSION = TitleKind.BODY, TitleKind.GROUP, TitleKind.MISSION
_OFFICE, _PEOPLE = TitleKind.OFFICE, TitleKind.PEOPLE
PARLIAMENT: Final = "LEG"
DIRECT: Final = (ACC, DAT)  # cases of those to whom it is done
DEALING: Final = {ACC: Group.POWER_BLAMED, DAT: Group.POWER_TO, ABL: Group.POWER_OF}
DEALING_REACH: Final = 6  # words from those who rule to the word that tells what is said to them
RULE: Final = "GOV"
TARGETS: Final = frozenset({"JRN", "OPP", "NGO", "REL"})
WHERE: Final = ("daki", "deki", "taki", "teki")
FORCE: Final = "MIL"
PLAIN: Final = ("", "CVL")  # who is of no trade or body: "çocuklarımız"
REACH: Final = 5  # words from a group's member to the word for people


class Standing:
    """Judges phrases of one report."""

    def __init__(self, scan: Scanner) -> None:
        self.scan = scan

    def _names_a_building(self, phrase: Phrase) -> bool:
        """Whether a person's name is that of a place or institution: "Atatürk Havalimanı"."""
        head, at = phrase.head, phrase.last
        if head.sort is WORD and phrase.person_first is not None and len(phrase.units) > 1:
            return self.scan.stem(head.first) in self.scan.naming.words[Group.PLACE]  # "Ela Kor Havalimanı'nın"
        if head.name is None or head.tight or at >= len(self.scan.tokens) or not head.is_name(NameKind.PERSON):
            return False
        possessed = self.scan.tokens[at].morph.possessive in ("3s", "3p") and not self.scan.suffix(at - 1)
        return possessed and self.scan.is_capital(at) and at not in self.scan.starts

    def _opens_region(self, phrase: Phrase) -> bool:
        """Whether a party that nobody can code only opens the name of a region: "Batı Afrika ülkesi Togo'da"."""
        name, at = phrase.head.name, phrase.last
        bare = name is not None and name.code.principal == UNKNOWN_PRINCIPAL and at - phrase.first == 1
        if not bare or phrase.head.tight or at >= len(self.scan.tokens) or at in self.scan.starts:
            return False
        after = self.scan.unit(at, at + 1)
        return self.scan.is_capital(at) and (after is None or after.name is None)

    def _names_a_street(self, phrase: Phrase) -> bool:
        """Whether a place only gives its name to a street, which may lie in any land: "Kazan Caddesi'nde"."""
        told = phrase.person_first is None and not phrase.titles and len(phrase.names) == 1
        at = phrase.names[0].last if told and phrase.names[0].is_name(*STATES) else len(self.scan.tokens)
        if at >= len(self.scan.tokens) or at in self.scan.starts or phrase.names[0].tight:
            return False
        return self.scan.is_capital(at) and self.scan.stem(at) in self.scan.naming.words[Group.STREET]

    def holds(self, phrase: Phrase) -> bool:
        """Whether a phrase stands for an actor, a place or a person at all."""
        units = phrase.units
        if self._names_a_building(phrase) or self._opens_region(phrase) or self._names_a_street(phrase):
            return False
        if phrase.person_first is not None or phrase.names:
            return not (len(units) == 1 and units[0].people and self._is_loose_people(units[0]))
        if phrase.titles:
            return self._title_stands(phrase)
        return any(unit.sort is WORD for unit in units)

    def _is_loose_people(self, unit: Unit) -> bool:
        """A people's adjective before nothing that it could belong to."""
        return unit.last in self.scan.starts

    def _title_stands(self, phrase: Phrase) -> bool:
        first, title = phrase.titles[0], phrase.titles[0].title
        if title is None or self._opens_name(phrase) or self._is_power_held(phrase):
            return False
        if len(phrase.titles) > 1 and all(self.scan.is_capital(u.first) for u in phrase.titles):
            return True
        if phrase.last < len(self.scan.tokens) and self.scan.stem(phrase.last) in self.scan.naming.words[_HOLDING]:
            return True
        if self._is_led(phrase, title.kind) or self._is_opposed(phrase, title.kind) or self._is_elsewhere(phrase):
            return True
        if self._is_again(phrase) or self._is_former(phrase) or self._is_ours(phrase, title.kind):
            return True
        if title.bare is _YES or (title.bare is _CAPITAL and self.scan.is_capital(first.first)):
            return True
        if any(u.sort is WORD for u in phrase.units):
            return (
                self.scan.is_capital(phrase.titles[-1].first)
                or self._is_body_of_word(phrase)
                or (title.kind is _PEOPLE and phrase.first not in self.scan.starts)
            )
        if any(u.sort is TOPIC for u in phrase.units):
            people = title.kind in (_PEOPLE, _OFFICE)
            if title.kind is _PEOPLE and not phrase.plural:
                return False
            told = phrase.head.sector != "" and not self.scan.is_titled(phrase.head, Group.EXPERT)
            return self.scan.is_capital(phrase.titles[-1].first) or (people and told)
        counted = title.kind is _PEOPLE and (is_counted(self.scan, phrase.first) or share_state(self.scan, phrase))
        return counted or self._is_of_house(phrase) or self._is_counted_of(phrase) or self._is_fated(phrase)

    def _is_fated(self, phrase: Phrase) -> bool:
        """Whether one of those whom politics makes a target is told by what befell: "kayıp muhabir"."""
        at = phrase.first - 1
        if phrase.plural or at < 0 or phrase.first in self.scan.starts or phrase.head.sector not in TARGETS:
            return False
        before = self.scan.tokens[at]
        befallen = before.morph.form is AN and before.morph.passive
        return befallen or before.lower in self.scan.naming.words[Group.FATE]

    def _is_power_held(self, phrase: Phrase) -> bool:
        """Whether the word for those who rule means what they hold: "iktidara geldi", not "iktidara seslendi".

        So does that for an office which members hold by turns: "AB dönem başkanlığını yürütüyor".
        """
        if is_held_by_turns(self.scan, phrase.head):
            return True
        dealing = DEALING.get(phrase.case)
        if dealing is None or len(phrase.units) > 1 or not self.scan.is_titled(phrase.head, Group.RULING_POWER):
            return False
        words = self.scan.naming.words[dealing]
        behind = self.scan.tokens[phrase.last : phrase.last + DEALING_REACH]
        return not any(t.morph.lemma in words or t.lower in words for t in behind)

    def _is_ours(self, phrase: Phrase, kind: TitleKind) -> bool:
        """Whether several are told as those of who speaks: "Pilotlarımızı tebrik ediyorum", "bankalarımıza"."""
        several = phrase.plural and kind in (_PEOPLE, _BODY) and phrase.head.sector not in PLAIN
        several = several and (kind is _PEOPLE or phrase.head.sector != FORCE)  # no "mevzilerimize"
        return several and self.scan.tokens[phrase.head.last - 1].morph.possessive in FIRST

    def _is_counted_of(self, phrase: Phrase) -> bool:
        """Whether so many of somebody's are told: "Hizbullah'ın iki komutanını"."""
        at = phrase.first - 2
        told = at >= 0 and phrase.head.possessed and at not in self.scan.starts and is_counted(self.scan, phrase.first)
        return told and self.scan.is_capital(at) and self.scan.tokens[at].morph.case is GEN

    def _is_again(self, phrase: Phrase) -> bool:
        """Whether an embassy, a party or a body is told again by its kind, or several by their office."""
        again = is_mission_again(phrase) or is_party_again(phrase, self.scan) or is_kind_again(phrase, self.scan)
        return again or are_those_before(phrase, self.scan)

    def _is_body_of_word(self, phrase: Phrase) -> bool:
        """Whether people are told by a body that a word with a capital names: "Yeşilsu Üniversitesi öğrencileri"."""
        body, people = phrase.titles[0], phrase.titles[-1].title
        named = body.title is not None and body.title.kind is _BODY and self.scan.is_capital(body.first)
        return named and body.possessed and people is not None and people.kind is _PEOPLE

    def _is_of_house(self, phrase: Phrase) -> bool:
        """Whether members of a parliament, judges or officials are told by that alone: "14 milletvekili"."""
        if len(phrase.units) == 1 and self.scan.is_titled(phrase.head, Group.CROWD):
            return phrase.plural and (phrase.case is NOM or (phrase.case in DIRECT and not self._is_told_which(phrase)))
        alone = len(phrase.units) == 1 and self.scan.is_titled(phrase.head, Group.SEVERAL)
        compound = phrase.head.sector == PARLIAMENT  # "milletvekili"; but "yetkilileri" are somebody's
        owned = any(form.possessed is not compound for form in phrase.head.forms)
        return alone and not owned and (phrase.plural or is_counted(self.scan, phrase.first))

    def _is_told_which(self, phrase: Phrase) -> bool:
        """Whether it is told whose or which: "ailelerin avukatlarını", "lise öğrencileri", "gelen gençleri"."""
        if phrase.first in self.scan.starts:
            return False
        before = self.scan.tokens[phrase.first - 1].morph
        if before.form is not None or before.case is GEN:
            return True
        return phrase.case is ACC and before.pos is Pos.NOUN and before.case is NOM

    def _is_former(self, phrase: Phrase) -> bool:
        """Whether who once ruled is told by that alone: "eski devlet başkanı", "eski bakan"."""
        words, head = self.scan.naming.words, phrase.head
        once = self.scan.stem(phrase.first) in words[_FORMER]
        return once and (self.scan.is_titled(head, Group.RULER) or self.scan.is_titled(head, Group.MINISTER))

    def _is_opposed(self, phrase: Phrase, kind: TitleKind) -> bool:
        """Whether those told are against a government by what stands before their title: "muhalif lider"."""
        opposed = any(unit.sort is MODIFIER and unit.sector for unit in phrase.units)
        several = kind in (_GROUP, _BODY) and phrase.plural  # "muhalif gruplar", "muhalif güçler"
        several = several or self.scan.is_titled(phrase.head, _DELEGATION)  # "muhalif heyet"
        return opposed and (several or kind in (_PEOPLE, _OFFICE))

    def _is_led(self, phrase: Phrase, kind: TitleKind) -> bool:
        """Whether the words before say whose it is: "ABD öncülüğündeki koalisyon", "PKK üyesi olan kişiler"."""
        words, before = self.scan.naming.words, self.scan.tokens[max(0, phrase.first - REACH) : phrase.first]
        if not before or phrase.first in self.scan.starts:
            return False
        if before[-1].lower in words[_LEADING]:
            return True
        if before[-1].lower in words[_BOUND] and phrase.plural and len(before) > 1 and before[-2].morph.case is DAT:
            return True  # "Hafter'e bağlı birlikler"
        sent = kind is _MISSION and phrase.head.possessed  # "Bağdat'taki büyükelçiliğine"
        if (sent or (kind is _OFFICE and not phrase.head.sector)) and before[-1].lower.endswith(WHERE):
            return True  # "Manila'daki muhatabı"
        if kind is _BODY and phrase.head.sector == RULE and self._is_over(before[-1].lower, phrase.first - 1):
            return True  # "Şam'daki yönetim"
        sent = self.scan.is_titled(phrase.head, _ENVOY) or self.scan.is_titled(phrase.head, _STAFF)
        sent = sent and phrase.head.possessed
        if sent and before[-1].morph.case is GEN and self.scan.is_capital(phrase.first - 1):
            return True  # "Hafter'in temsilcileri", "Netanyahu'nun ofisi"
        described = before[-1].morph.form is AN and kind is _PEOPLE
        return described and any(token.lower in words[Group.BELONGING] for token in before)

    def _is_elsewhere(self, phrase: Phrase) -> bool:
        """Whether somebody's own are told by where they are: "AGİT'in Mali'deki misyonu"."""
        at = phrase.first - 1
        owner = at - 1
        if not phrase.head.possessed or owner < 0 or not self._is_over(self.scan.tokens[at].lower, at):
            return False
        owned = self.scan.tokens[owner].morph.case is GEN and self.scan.is_capital(owner)
        return owned and not {owner + 1, at + 1} & set(self.scan.starts)

    def _is_over(self, word: str, at: int) -> bool:
        """Whether a word before those who rule says where they do: a place with a capital."""
        return word.endswith(WHERE) and self.scan.is_capital(at)

    def _opens_name(self, phrase: Phrase) -> bool:
        """Whether a title is the first half of a thing's name: "Kongre Merkezi", "Mülteciler Günü"."""
        unit, at = phrase.head, phrase.last
        if len(phrase.units) > 1 or unit.possessed or unit.tight or at >= len(self.scan.tokens):
            return False
        capitals = self.scan.is_capital(unit.first) and self.scan.is_capital(at) and at not in self.scan.starts
        shouted = self.scan.tokens[at].text.isupper()
        after = self.scan.unit(at, len(self.scan.tokens)) if capitals else None
        if after is not None and after.is_name(NameKind.STATE, NameKind.PERSON, NameKind.SEAT):
            return False  # "Taraflar Mısır'ın önerisini kabul etti"
        return capitals and not shouted and self.scan.tokens[at].morph.possessive in ("3s", "3p")
