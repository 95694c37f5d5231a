"""Reads the titles of a report, and the topics before them: which offices, bodies and fields begin where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.morph import ACC, GEN, NOM, PROPN, Pos
from haberci.core.naming import Group, NamingTable, TitleForm, TitleKind
from haberci.core.report import Token
from haberci.read.mentions.surnames import AWAY
from haberci.read.mentions.units import TITLE, TOPIC, Unit
from haberci.read.mentions.words import WordReader, reach

PENALTY: Final = ("hapis", "hapse", "hapisle")
# Ends of what somebody has, and whether they are many: "Rus İHA'ları", "Belarus KGB'si".
OWNED: Final = {"ları": True, "leri": True, "sı": False, "si": False, "su": False, "sü": False}
CASED: Final = frozenset({"", "n", "y"})  # what a case begins with behind one of them: "İHA'larının", "İHA'sıyla"


class TitleReader(WordReader):
    """Reads the titles and topics of one report's words."""

    starts: frozenset[int]  # where sentences begin
    joints: frozenset[str]  # words that join the parts of a row

    def __init__(self, tokens: Sequence[Token], naming: NamingTable) -> None:
        super().__init__(tokens, naming)
        self._reach = reach(naming)
        self._describing = naming.words[Group.DESCRIBING]

    def _title(self, at: int, stop: int) -> Unit | None:
        for length in range(min(self._reach[self.stems[at]], stop - at), 0, -1):
            key = self._key(at, length)
            forms = self.naming.forms.get(key) if key else None
            if forms and not self._is_name_part(at, forms[0]):
                return self._title_unit(at, at + length, forms, stop)
        return None

    def _is_name_part(self, at: int, form: TitleForm) -> bool:
        """Whether a word for people by age or sex is a part of a name: "Büyükelçi Genci Muçaj", "Tacibek Kızı'na"."""
        return form.title.word in self._describing and self._capitals[at] and at not in self.starts

    def _key(self, at: int, length: int) -> tuple[str, ...] | None:
        if length == 1:
            return (self.stems[at],)
        return None if any(self._suffixes[at : at + length - 1]) else tuple(self.stems[at : at + length])

    def _title_unit(self, at: int, last: int, forms: tuple[TitleForm, ...], stop: int) -> Unit | None:
        suffix = self.suffix(last - 1)
        if suffix or (last < stop and self.is_capital(last - 1) and self._is_loose_suffix(last)):
            forms = tuple(f for f in forms if f.case is NOM)
            if not forms:
                return None
            text = suffix or self.tokens[last].lower
            ending = self._ending(text)
            had = next((has for has in OWNED if text.startswith(has) and text[len(has) :][:1] in CASED), None)
            case = NOM if text in OWNED else ending.case
            owned = [f._replace(case=case, possessed=True, plural=OWNED[had]) for f in forms[:1] if had is not None]
            forms = tuple(f._replace(case=ending.case, plural=f.plural or ending.plural) for f in forms)
            forms = (*forms, *owned)
            last = last if suffix else last + 1
        title, case, _, plural = forms[0]
        return Unit(TITLE, at, last, case, plural, forms=forms, title=title, sector=title.sector, tight=bool(suffix))

    def _topic(self, at: int, stop: int) -> Unit | None:
        for length in range(min(2, stop - at), 0, -1):
            key = self._key(at, length)
            if key is not None and key in self.naming.topics and not self.suffix(at + length - 1):
                return Unit(TOPIC, at, at + length, sector=self.naming.topics[key])
        return None

    def _tells_citizens(self, at: int, stop: int) -> bool:
        """Whether a word says that those behind it are of a state: "uyruklu"; of a number, "vatandaşı iki kişi"."""
        if self.stem(at) in self.naming.words[Group.CITIZEN]:
            return True
        if at + 2 >= stop or self.tokens[at].lower not in self.naming.words[Group.COUNTED]:
            return False
        number = self.tokens[at + 1]
        counted = number.text[-1].isdigit() or number.lower in self.naming.words[Group.QUANTITY]
        people = self._title(at + 2, stop) if counted and self.stems[at + 2] in self._reach else None
        return people is not None and people.title is not None and people.title.kind is TitleKind.PEOPLE

    def _are_people(self, at: int, last: int) -> bool:
        """Whether a word that is an adjective too ("askeri") means people: nothing follows that it could belong to."""
        if last in self.starts or last >= len(self.tokens):
            return True
        named = at - 3 >= 0 and self._capitals[at - 2] and self._capitals[at - 1]  # "46 Fildişi Sahilli askeri"
        counted = any(self._is_quantity(k) for k in range(max(0, at - 2 - named), at))
        if not self.tokens[last].text[0].isalpha():
            return counted or self._leads_to_name(at, last + 1)  # "askeri, ekonomik ve insani yardım"
        if counted and self.stem(last) in self.joints:
            return True  # "8 Türk askeri ile 2 Irak askeri", not "askeri ve ekonomik"
        after = self.tokens[last].morph
        if after.is_verb or after.pos is Pos.ADV:
            return True
        if self._leads_to_name(at, last):
            return True  # "Türk askeri Afrin'e girdi"
        if counted and (after.pos is PROPN or (after.case in AWAY and not after.possessive and not after.plural)):
            return True  # "iki Rus askeri çatışmada öldü", "iki Rus askeri Kiev'e kaçtı", but not "askeri üslerinde"
        if counted and (self._is_quantity(last) or self.stems[min(last + 1, len(self.tokens) - 1)] in PENALTY):
            return True  # "iki Rus askeri 20'şer yıl hapse", "iki Rus askeri müebbet hapse"
        verb = last + 1 < len(self.tokens) and self.tokens[last + 1].morph.is_verb
        before = self.tokens[max(0, at - 2) : at]
        owned = any(token.morph.case is GEN for token in before)  # "İsrail'in üç askeri üssünü"
        whole = after.case is ACC and not owned if after.possessive else after.case in (None, NOM)
        return counted and verb and whole  # "iki Rus askeri şehit oldu"

    def _leads_to_name(self, at: int, after: int) -> bool:
        """Whether a small word stands between whose it is and another name, whose own it is not."""
        owned = at > 0 and at not in self.starts and self._capitals[at - 1] and not self._suffixes[at - 1]
        named = after < len(self.tokens) and after not in self.starts and self._capitals[after]
        parted = named and (self.tokens[after - 1].text == "," or self._is_tied(after))
        return owned and parted and not self._capitals[at]

    def _is_tied(self, at: int) -> bool:
        """Whether a name that begins at a word has an ending behind an apostrophe, here or at its next word."""
        ends = range(at, min(at + 2, len(self.tokens)))
        return next((True for k in ends if self._suffixes[k] and self._capitals[k]), False)
