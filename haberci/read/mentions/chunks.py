"""Which units go together in a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from haberci.core.actors import Name, NameKind
from haberci.core.morph import ABL, FIRST, GEN, LOC, NOM, PROPN
from haberci.core.naming import Group, TitleKind
from haberci.read.mentions.compounds import (
    COURT,
    ONE,
    is_common,
    is_not_theirs,
    is_object,
    leads_to_title,
    led_by_pair,
    of_party,
    rules_apart,
    stands_apart,
    unowned,
)
from haberci.read.mentions.joints import is_counted_off, is_hyphen, meets_host, over_alias, over_bracket, parts_owner
from haberci.read.mentions.person_parts import are_several, are_two, is_time_behind, opens_person, person_start, surname
from haberci.read.mentions.phrases import BODIES, HOLDERS, OURS, STATES, Phrase, phrase_of
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.standing import Standing
from haberci.read.mentions.units import HONORIFIC, MODIFIER, NAME, TITLE, TOPIC, WORD, Sort, Unit

MAX_UNITS: Final = 14
LEADING: Final = (Sort.MODIFIER, Sort.HONORIFIC, Sort.TOPIC)  # what never ends a phrase
HOLDING: Final = (*HOLDERS, TitleKind.PEOPLE)  # titles of those who may stand for a body
ASSOCIATIONS: Final = frozenset({"LAB", "NGO", "BUS"})  # whose branches are told by their place
QUOTES: Final = frozenset("\"“”‘’'")


class Chunker:
    """Finds the phrases of one sentence after the other."""

    def __init__(self, scanner: Scanner) -> None:
        self.scan = scanner
        self._standing = Standing(scanner)

    def phrases(self, number: int, first: int, last: int) -> Iterator[Phrase]:
        """The phrases of the sentence ``tokens[first:last]``."""
        at, plain = first, self.scan.plain
        while at < last:
            if plain[at]:
                at += 1
                continue
            unit = self.scan.unit(at, last)
            if unit is None:
                at += 1
                continue
            phrase = self._phrase(number, at, last)
            if phrase is None:
                at = unit.last if unit.sort is not WORD else at + 1
            else:
                yield phrase
                at = phrase.last

    def _phrase(self, number: int, at: int, stop: int) -> Phrase | None:
        units: list[Unit] = []
        person: int | None = None
        bracket: Unit | None = None
        j = at
        while len(units) < MAX_UNITS:
            j = self._over_joint(units, j, stop) if units else j
            unit = self.scan.unit(j, stop)
            unit = surname(self.scan, units, unit, stop) if person is not None else unit
            if unit is None or not self._goes_on(units, unit, stop, person is not None):
                break
            if person is None and opens_person(self.scan, units, unit, stop):
                person = person_start(units, unit)
            units.append(unowned(self.scan, units, unit))
            j = unit.last
            mark = over_bracket(self.scan, j, stop)
            if mark is not None:
                bracket, j = self.scan.unit(j + 1, stop), mark
            if unit.case not in (NOM, GEN) and not unit.forms:
                break
        return self._finished(number, at, units, person, bracket, j)

    def _finished(
        self, number: int, at: int, units: list[Unit], person: int | None, bracket: Unit | None, j: int
    ) -> Phrase | None:
        while units and (units[-1].sort in LEADING or (person is None and self._dangles(units))):
            units.pop()
        if not units:
            return None
        last = j if j > units[-1].last and self.scan.tokens[j - 1].text == ")" else units[-1].last
        phrase = phrase_of(at, last, tuple(units), number, person, bracket)
        return phrase if self._standing.holds(phrase) else None

    def _dangles(self, units: Sequence[Unit]) -> bool:
        """Whether a last word with a capital stands behind a name, but no title closes the compound."""
        return len(units) > 1 and units[-1].sort is WORD and any(u.sort is not WORD for u in units)

    def _over_joint(self, units: Sequence[Unit], j: int, stop: int) -> int:
        """Past what may stand inside a phrase: "ve" or a comma between topics, a particle inside a person's name."""
        if j >= stop:
            return j
        last, word = units[-1], self.scan.stem(j)
        if last.sort is TOPIC and word in ("ve", ","):
            after = self.scan.unit(j + 1, stop)
            topical = after is not None and after.sort in (TOPIC, WORD)
            return j + 1 if topical and leads_to_title(self.scan, j + 1, stop) is not None else j
        parted = word in self.scan.naming.words[Group.PARTING] and parts_owner(self.scan, units, j, stop)
        if parted or is_counted_off(self.scan, units, j, stop):
            return j + 1
        if word == "-" and last.sort in (WORD, TITLE) and not last.tight and is_hyphen(self.scan, j, stop):
            return j + 1
        if last.title is not None and last.title.kind in HOLDERS and self.scan.tokens[j].text in QUOTES:
            return over_alias(self.scan, j, stop)
        if last.sort is WORD and not last.tight and word in self.scan.naming.words[Group.PARTICLE]:
            after = None if self.scan.is_capital(j) else self.scan.unit(j + 1, stop)
            shouted = j + 1 < stop and self.scan.stem_text(j + 1).isupper()  # "Orman da TFF'ye"
            return j + 1 if after is not None and after.sort is WORD and not shouted else j
        return j

    def _goes_on(self, units: Sequence[Unit], unit: Unit, stop: int, in_person: bool) -> bool:
        if not units:
            return not self.scan.is_titled(unit, Group.MEMBER)  # "en yaşlı üyesi Deniz Baykal"
        return self._joins(units, unit, stop, in_person)

    def _joins(self, units: Sequence[Unit], unit: Unit, stop: int, in_person: bool) -> bool:
        last = units[-1]
        if rules_apart(self.scan, units, unit, stop) or meets_host(self.scan, last, unit):
            return False
        if last.case is GEN and not last.forms and not self._after_genitive(last, unit, stop, in_person):
            return False
        if last.forms and not self._leaves_open(units, last):
            return False
        if last.forms and last.case is GEN and not self._is_owned(led_by_pair(self.scan, last, unit, stop)):
            return False  # "yönetiminin sivilleri hedef aldığını"
        if unit.sort is TITLE:
            return self._title_joins(units, unit, stop, in_person) and not is_object(self.scan, units, unit, stop)
        if unit.sort is NAME:
            return self._name_joins(units, unit, stop, in_person)
        if unit.sort is WORD:
            return self._word_joins(units, unit, stop, in_person)
        if unit.sort is HONORIFIC:
            titled = last.title is not None and (last.title.kind is not TitleKind.BODY or last.sector == "MIL")
            return (last.sort is HONORIFIC or titled) and self.scan.unit(unit.last, stop) is not None
        return not in_person and last.sort is not HONORIFIC and self._leads_on(last, unit, stop)

    def _leads_on(self, last: Unit, unit: Unit, stop: int) -> bool:
        """Whether a topic or a small word belongs to a title that comes behind it."""
        if last.people and unit.sort in (TOPIC, MODIFIER) and self._qualifies(unit, stop):
            return True
        led = leads_to_title(self.scan, unit.first, stop)
        return led is not None and not self._begins_body(last, led)

    def _qualifies(self, topic: Unit, stop: int) -> bool:
        """Whether a topic stands before a title that nobody owns: "Rus askeri yetkili", "Rus eski bakan"."""
        at = topic.last + (topic.last < stop and self.scan.stem(topic.last) == ONE)
        after = self.scan.unit(at, stop)
        if after is None or after.sort is not TITLE:
            return False
        told = after.title is not None and after.title.kind in HOLDERS
        told = told or self.scan.stem(topic.first) in self.scan.naming.words[Group.DESCRIBING]  # "Rus kadın gazeteci"
        return topic.sort is TOPIC or (not topic.sector and told)

    def _is_owned(self, unit: Unit) -> bool:
        """Whether a body in the genitive may own what a title names: no plain people, and no group."""
        title = unit.title
        return unit.possessed and title is not None and not unit.plain_people and title.kind is not TitleKind.GROUP

    def _begins_body(self, last: Unit, led: Unit) -> bool:
        """Whether a body is named right behind whoever is dealt with there: "Büyükelçisi Dışişleri Bakanlığına"."""
        holder = last.possessed and last.title is not None and last.title.kind in HOLDERS
        return holder and led.title is not None and led.title.kind is TitleKind.BODY and led.case is not NOM

    def _leaves_open(self, units: Sequence[Unit], title: Unit) -> bool:
        """Whether a title can be followed within its phrase: in the nominative, or "yöneticilerinden" before a name."""
        led = len(units) > 1
        if title.title is not None and title.title.kind in (TitleKind.BODY, TitleKind.PAIR) and title.case is GEN:
            return True
        if led and title.case is ABL and title.plural and (title.possessed or units[0].sort is MODIFIER):
            return title.title is not None and title.title.kind in HOLDING  # "eski bakanlardan" owns no body
        return any(f.case is NOM and (f.possessed is led or not title.possessed or not led) for f in title.forms)

    def _after_genitive(self, last: Unit, unit: Unit, stop: int, in_person: bool) -> bool:
        if in_person or last.sort is not NAME or last.is_name(NameKind.PERSON) or last.people:
            return False
        title = unit if unit.sort is TITLE else leads_to_title(self.scan, unit.first, stop)
        if title is None or title.title is None or title.title.kind is TitleKind.PAIR:
            return False
        return title.possessed and not is_not_theirs(self.scan, last, title, stop)

    def _title_joins(self, units: Sequence[Unit], unit: Unit, stop: int, in_person: bool) -> bool:
        last, title = units[-1], unit.title
        if title is None or last.sort is HONORIFIC:
            return False
        if in_person or last.is_name(NameKind.PERSON):
            named = all(u.sort is WORD or u.is_name(NameKind.PERSON) for u in units)  # no "CHP'li Kaya hükümeti"
            ruling = named and title.kind is TitleKind.BODY and title.sector in ("GOV", "MIL") and unit.possessed
            return ruling and last.case is NOM and not last.tight
        if last.sort is TOPIC and self.scan.is_capital(unit.first) and not self.scan.is_capital(last.first):
            return False
        if stands_apart(self.scan, last, unit) or are_several(self.scan, last, unit):
            return False
        if (last.title is not None or last.sector == COURT) and is_not_theirs(self.scan, last, unit):
            return False
        if last.people:
            return not last.plural
        if (last.sort is NAME or title.kind in OURS) and self.scan.tokens[unit.last - 1].morph.possessive in FIRST:
            return False  # "Azerbaycan mevzilerimize ateş açtı"
        if last.sort in (MODIFIER, TOPIC):
            return True
        if unit.possessed or self._opens_compound(unit, stop) or self._is_field(last, unit, stop):
            return True
        return last.title is not None and last.title.kind in HOLDERS and title.kind in HOLDERS

    def _is_called(self, title: Unit, unit: Unit, stop: int) -> bool:
        """Whether a person's name stands behind what they are, the first word of a sentence: "Gazeteci Ela Kor"."""
        morph = self.scan.tokens[unit.first].morph
        named = morph.pos is PROPN or morph.possessive is None or unit.tight
        return title.first in self.scan.starts and named and leads_to_title(self.scan, unit.first, stop) is None

    def _is_field(self, last: Unit, unit: Unit, stop: int) -> bool:
        """Whether a body's word with a capital opens an office of the organisation before: "AGİT Medya Temsilcisi"."""
        inside = last.is_name(NameKind.ORGANISATION) and self.scan.is_capital(unit.first)
        return inside and unit.case is NOM and leads_to_title(self.scan, unit.last, stop, owned=True) is not None

    def _opens_compound(self, unit: Unit, stop: int) -> bool:
        """Whether a bare title is the first half of one: "Müsteşar Yardımcısı"."""
        after = self.scan.unit(unit.last, stop)
        return unit.case is NOM and after is not None and after.sort is TITLE and after.possessed

    def _name_joins(self, units: Sequence[Unit], unit: Unit, stop: int, in_person: bool) -> bool:
        last, name = units[-1], unit.name
        if name is None or in_person:
            return in_person and name is not None and name.kind is NameKind.PERSON and last.sort is WORD
        if name.kind is NameKind.PERSON:
            return self._person_joins(units, last, name) and not are_two(self.scan, units, unit)
        if last.is_name(NameKind.STATE) and name.kind is NameKind.BODY and unit.last - unit.first > 1:
            return last.case is NOM and not last.tight  # "Ermenistan Anayasa Mahkemesi"
        if last.sort is MODIFIER:
            return True
        if last.title is not None and last.title.kind is TitleKind.GROUP:
            return name.kind is NameKind.GROUP
        if last.sort is WORD and last.first in self.scan.starts and len(units) == 1:
            return False
        if last.people and unit.people:
            return last.is_name(NameKind.PEOPLE, NameKind.STATE) and name.kind is NameKind.PEOPLE
        if last.sort is TITLE and last.sector in ASSOCIATIONS and unit.is_name(*PLACES):
            return unit.case is NOM and leads_to_title(self.scan, unit.first, stop, owned=True) is not None
        if last.sort in (NAME, WORD) and unit.case is NOM and not last.is_name(NameKind.PERSON):
            owned = self._owns(last, unit) or last.sort is WORD
            return leads_to_title(self.scan, unit.first, stop, owned) is not None
        return False

    def _owns(self, last: Unit, unit: Unit) -> bool:
        """Whether a place may stand between a name and its title: "CHP İzmir Milletvekili", "Rusya Belgorod Valisi"."""
        if last.is_name(NameKind.STATE) and unit.is_name(NameKind.BODY):
            return True  # "Tacikistan Ulusal Güvenlik Devlet Komitesi Başkanı"
        if last.name is None or unit.name is None or not unit.is_name(*STATES):
            return False
        return last.is_name(*BODIES) or (
            unit.is_name(NameKind.PLACE) and last.name.code.principal == unit.name.code.principal
        )

    def _person_joins(self, units: Sequence[Unit], last: Unit, name: Name) -> bool:
        if last.title is not None:
            calling = last.title.kind is TitleKind.PEOPLE and last.title.sector != "CVL"  # "iki kişi Putin'in"
            return last.title.kind in HOLDERS or calling
        if last.sort is WORD:
            shouted = self.scan.tokens[last.first].text.isupper()
            return name.is_short and last.case is NOM and not shouted and last.first not in self.scan.starts
        return last.sort in (HONORIFIC, MODIFIER) or (last.people and last.is_name(NameKind.GROUP))

    def _word_joins(self, units: Sequence[Unit], unit: Unit, stop: int, in_person: bool) -> bool:
        last = units[-1]
        if of_party(last) and not in_person:
            return self.scan.is_capital(unit.first)
        if in_person or last.sort is HONORIFIC:
            return not last.tight and last.case is NOM and not is_time_behind(self.scan, units, unit)
        people = last.title is not None and last.title.kind is TitleKind.PEOPLE
        crowd = last.plural and (unit.case is LOC or (people and last.sector == "MIL"))  # "askerleri Kuzey Yıldızı'nı"
        if (len(units) == 1 and is_common(last)) or crowd:
            return False
        if last.title is not None and last.title.kind in HOLDERS:
            return not unit.tight or unit.case is not LOC  # "Cumhurbaşkanı Anayasa'daki yerine çekilmeli"
        if last.title is not None and last.title.kind is TitleKind.PEOPLE and not last.plural:
            words, behind = self.scan.naming.words[Group.PLACE], range(unit.last, min(unit.last + 2, stop))
            placed = (unit.tight and unit.case is not NOM) or any(self.scan.stem(at) in words for at in behind)
            if last.plain_people and placed:
                return False  # "çok sayıda insan İslamköy'e geldi", "on kişi Zafer Caddesi'nde toplandı"
            return not self.scan.is_capital(last.first) or self._is_called(last, unit, stop)
        if last.sort is WORD:
            return not last.tight and last.case is NOM
        if last.sort is NAME and last.is_name(NameKind.PERSON):
            return False
        leads = leads_to_title(self.scan, unit.first, stop, last.sort is TITLE) is not None
        return leads or (of_party(last) and unit.first not in self.scan.starts)
