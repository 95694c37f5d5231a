"""Who is who in one report: full names tied to an office, and the shorter names that stand for them later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from haberci.core.actors import FORMER, OFFICIAL, PARTIES, ActorCode, Name, NameKind
from haberci.core.morph import PROPN
from haberci.core.naming import Group, TitleKind
from haberci.core.report import Token
from haberci.read.mentions.phrases import Phrase, has_ruled, told_sector
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.units import HONORIFIC, MODIFIER, WORD
from haberci.read.mentions.words import NOBLE

PARLIAMENT: Final = "LEG"
APART: Final = ("OPP", FORMER)  # who acts for no body of the state that they are named with
TITLED: Final = "mention.person-titled"
ARTICLE: Final = re.compile("^(?:[ea][lsşrtdnz]|ü[lsşrtdnz])-(?=.{3})")  # the article, as it is spoken before the name


class Person(NamedTuple):
    """A person as this report names them: the full name, its words in small letters, and the code (None: unknown)."""

    name: str
    words: tuple[str, ...]
    code: ActorCode | None


def has_gone_over(known: ActorCode, told: ActorCode) -> bool:
    """Whether who once ruled is told with a party today: a former head with any, a minister with the opposition."""
    return told.sector in PARTIES if known.sector == FORMER else (known.sector, told.sector) == ("GOV", "OPP")


def keeps_office(known: ActorCode, told: ActorCode, phrase: Phrase, owner: Name, homes: Sequence[str] = ()) -> bool:
    """Whether the register's code of a person goes before what a phrase tells of someone of the same state.

    So it does before that of a parliament or court whose name several states have: "Temsilciler Meclisi Başkanı"; and
    of a people that is at home in the person's state as well (``homes``).
    """
    if known.principal != told.principal:
        house = owner.kind is NameKind.BODY and known.sector == told.sector == PARLIAMENT
        return house or known.principal in homes
    if told.sector == FORMER:
        return False
    if known.sector == FORMER:
        return _is_modified(phrase)  # "Kazakistan eski Ulusal Güvenlik Komitesi Başkanı Masimov"
    same = not told_sector(phrase) or known.sector in PARTIES
    return same and (owner.kind is not NameKind.BODY or known.sector in APART) and not has_gone_over(known, told)


def homes_named(phrase: Phrase, scan: Scanner) -> tuple[str, ...]:
    """The states in which those are at home whom a phrase's last title tells: "Kürtler", "Dürzi güçler"."""
    title = phrase.head.title
    return scan.naming.homes.get(title.word, ()) if title is not None else ()


def in_office(phrase: Phrase, code: ActorCode, scan: Scanner) -> ActorCode:
    """The code of an official with the sector of the office told before the name: "Savunma Bakanı Hulusi Akar"."""
    if code.sector in OFFICIAL and has_ruled(phrase, scan):
        return ActorCode(code.principal, FORMER)
    told = told_sector(phrase) if code.sector in OFFICIAL else ""
    if code.sector == FORMER and any(scan.is_titled(unit, Group.RULER) for unit in phrase.titles):
        told = OFFICIAL[0]  # "Başbakan Borne": the report tells of when she was
    return ActorCode(code.principal, told) if told and not _is_modified(phrase) else code


def _is_modified(phrase: Phrase) -> bool:
    """Whether an office is told with a word that may say that it is held no more."""
    return any(unit.sort is MODIFIER for unit in phrase.units)


def person_words(phrase: Phrase, scan: Scanner) -> tuple[int, ...]:
    """The numbers of the words of the person's name in a phrase; empty when it names none."""
    start = phrase.person_first
    if start is None:
        if any(u.sort is not WORD for u in phrase.units):
            return ()
        start = phrase.first
    stop = phrase.last
    for unit in phrase.units:
        if unit.first > start and unit.forms:
            stop = unit.first
            break
    stems, groups = scan.stems, scan.naming.words
    words = [k for k in range(start, stop) if stems[k][0].isalpha()]
    while len(words) > 1 and (scan.is_ending_apart(words[-1]) or stems[words[-1]] in groups[Group.COURTESY]):
        words.pop()
    return tuple(words) if groups[Group.OCCASION].isdisjoint([stems[k] for k in words]) else ()


def is_stranger(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a person is named as nobody at home is, and so is of another land: "Müdür Tim Rowe"."""
    return scan.naming.is_foreign([scan.stem(at) for at in person_words(phrase, scan)])


def spelled(numbers: Sequence[int], scan: Scanner) -> str:
    """Words as written, the last one without its ending, "Von" and "Van" at the head of a surname small."""
    texts = [scan.tokens[k].text for k in numbers]
    if len(texts) > 1 and scan.stem(numbers[0]) in NOBLE:
        texts[0] = scan.stem(numbers[0])
    suffix = scan.suffix(numbers[-1])
    if suffix:
        texts[-1] = texts[-1][: -len(suffix) - 1]
    return " ".join(texts)


def without_articles(words: Sequence[str]) -> tuple[str, ...]:
    """Words of a name, in small letters, without the article of Arabic surnames, often left out: "es-Sudani"."""
    return tuple(ARTICLE.sub("", word) for word in words)


class People:
    """The people of one report."""

    def __init__(self) -> None:
        self._people: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self.told: dict[str, ActorCode] = {}  # by their full names, those whose office the report tells with its owner

    def meet(self, name: str, words: tuple[str, ...], code: ActorCode | None, rule: str = "") -> None:
        """Hold a person of whom the report gives a full name; a later code fills an unknown one."""
        words = without_articles(words)
        if rule == TITLED and code is not None:
            self.told.setdefault(name, code)
        for number, held in enumerate(self._people):
            if held.words == words or set(words) < set(held.words):
                if held.code is None and code is not None:
                    self._people[number] = Person(held.name, held.words, code)
                return
        self._people.append(Person(name, words, code))
        for word in words:
            self._by_word.setdefault(word, []).append(len(self._people) - 1)

    def code_of(self, name: str) -> ActorCode | None:
        """The code of the person of exactly this full name; None where the report tells none."""
        return self.told.get(name) or next((person.code for person in self._people if person.name == name), None)

    @staticmethod
    def _is_fuller(words: Sequence[str], person: Person) -> bool:
        """Whether words give the first name of whom the report named by office and surname alone before."""
        return len(words) == 2 and person.words == (words[-1],) and person.code is not None

    def recall(self, words: Sequence[str]) -> Person | None:
        """The person whose name holds all the words, or of whom only the surname was told.

        The last name goes before others, a code before none.
        """
        if not words:
            return None
        words = without_articles(words)
        held = [self._people[n] for n in self._by_word.get(words[-1], ())]
        found = [person for person in held if set(words) <= set(person.words) or self._is_fuller(words, person)]
        found.sort(key=lambda p: (p.words[-1] != words[-1], p.code is None))
        return found[0] if found else None


def is_name_like(scan: Scanner, numbers: tuple[int, ...], words: tuple[str, ...]) -> bool:
    """Whether words are such as a person's name has: no places, not all in capitals, no owned or plural nouns."""
    groups = scan.naming.words
    nobody = groups[Group.NOBODY] | groups[Group.PLACE]
    if any(word in nobody for word in words) or all(scan.tokens[k].text.isupper() for k in numbers):
        return False
    morphs = [scan.tokens[k].morph for k in numbers]
    return not any(m.pos is not PROPN and (m.possessive in ("3s", "3p") or m.plural) for m in morphs)


def joined(tokens: Sequence[Token]) -> str:
    """Words as they are written beside each other."""
    text = " ".join([token.text for token in tokens])
    return text.replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def office_of(phrase: Phrase, scan: Scanner) -> str | None:
    """The office as written before a person's name, without honorifics."""
    units = [u for u in phrase.units if u.sort is not HONORIFIC]
    start = phrase.person_first if phrase.person_first is not None else phrase.last
    before = [u for u in units if u.first < start]
    if not any(u.title is not None and u.title.kind is not TitleKind.PEOPLE for u in before):
        return None
    tokens = scan.tokens
    while before and before[-1].title is not None and before[-1].title.kind is TitleKind.RANK:
        before.pop()
    if not any(u.title is not None for u in before):
        return None
    return joined(tokens[before[0].first : before[-1].last])
