"""Who acts: actor codes, and the register that leads names in any language to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.terms import Terms

SECTORS: Final = frozenset(
    "GOV MIL COP JUD LEG PTY OPP SPY UAF REB BUS CVL JRN REL MED EDU REF LAB CRM ELI IGO NGO".split()
)
UNKNOWN_PRINCIPAL: Final = "---"
FORMER: Final = "ELI"  # PLOVER's elites, former officials among them
OFFICIAL: Final = ("GOV", "MIL")
PARTIES: Final = frozenset({"PTY", "OPP"})
AT_LARGE: Final = frozenset({"IGO", "NGO"})  # organisations of no one state, which speak and work in many


class ActorCode(NamedTuple):
    """``PRINCIPAL`` or ``PRINCIPAL SECTOR`` (codebook, section 4): ``KGZ GOV``, ``CSTO IGO``, ``---``."""

    principal: str
    sector: str = ""

    def __str__(self) -> str:
        return f"{self.principal} {self.sector}".strip()

    @classmethod
    def parse(cls, text: str) -> ActorCode:
        """Read a code; raises ValueError on a sector that the codebook does not have."""
        principal, _, sector = text.strip().partition(" ")
        if not principal or (sector and sector not in SECTORS):
            raise ValueError(f"no actor code: {text!r}")
        return cls(principal, sector)


UNKNOWN: Final = ActorCode(UNKNOWN_PRINCIPAL)
FLED: Final = ActorCode(UNKNOWN_PRINCIPAL, "REF")  # those who flee, of no land that is told
FORCES: Final = frozenset({"MIL", "COP"})  # a state's army and police
IRREGULAR: Final = frozenset({"REB", "UAF"})  # sectors of armed groups that are no force of a state


class NameKind(StrEnum):
    """What sort of thing a name of the register names."""

    STATE = "state"
    SEAT = "seat"  # a capital, which may stand for its government
    PLACE = "place"
    PEOPLE = "people"  # the adjective of a people: Rus, Kosovalı
    ORGANISATION = "organisation"
    GROUP = "group"
    BODY = "body"
    PERSON = "person"


class Name(NamedTuple):
    """One spelling and what it stands for.

    ``full`` is the name that the register holds it under. ``is_word`` marks a spelling that is an ordinary word too and
    needs support from its surroundings; ``is_short`` a part of a person's name that stands for the whole.
    """

    spelling: str
    full: str
    kind: NameKind
    code: ActorCode
    is_word: bool = False
    is_short: bool = False

    def as_place(self) -> Name:
        """The name as that of a place, with the state in which it lies."""
        return self._replace(kind=NameKind.PLACE, code=ActorCode(self.code.principal))


class Succession(NamedTuple):
    """An armed group by the name it is held under, the day it came to rule a state (ISO 8601), its code since then."""

    group: str
    since: str
    code: ActorCode


class Found(NamedTuple):
    """A name found in a row of words: how many words it takes, its entries, and what was left of its last word."""

    length: int
    names: tuple[Name, ...]
    ending: str


@dataclass(frozen=True, slots=True, eq=False)
class ActorRegister:
    """All names, who held which office, and which groups came to rule.

    ``armed`` are the states in whose wars the opposition bears arms.
    """

    entries: tuple[Name, ...]
    armed: frozenset[str] = frozenset()
    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    terms: Terms = field(default_factory=Terms)
    successions: tuple[Succession, ...] = ()

    def names(self) -> frozenset[str]:
        """The words of all proper names, in their proper spelling, for the repair of letters."""
        return frozenset(w for entry in self.entries for w in split_name(entry.spelling) if w[0].isupper())

    def code_on(self, name: Name, day: str | None) -> ActorCode:
        """For whom a person acts on an ISO day: for whom they hold an office that day, else the code of their name.

        Who went over to an office of others, of which no end is known, acts for these; who has left every office of a
        state that is known of them, acts for none of its organs any more. A group that came to rule acts for its state
        since then.
        """
        if day is None:
            return name.code
        if name.kind is NameKind.GROUP:
            return next((s.code for s in self.successions if s.group == name.full and s.since <= day), name.code)
        codes = [ActorCode(term.of, term.office.sector) for term in self.terms.held(name.full, day)]
        if codes:
            return name.code if name.code in codes else codes[-1]
        since = self.terms.gone_over(name.full, day, *name.code)
        if since is not None:
            return ActorCode(since.of, since.office.sector)
        former = name.code.sector in OFFICIAL and self.terms.has_left(name.full, day)
        return ActorCode(name.code.principal, FORMER) if former else name.code


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The register's names by their words in small letters, for look-up of the longest."""

    root: Mapping[str, object]

    def longest(self, readings: Callable[[int], Sequence[tuple[str, str]]], at: int, stop: int) -> Found | None:
        """The longest name that begins at a word, before ``stop``.

        ``readings`` gives a word's possible (stem, ending) pairs, the whole word first; only the last word of a name
        may have an ending.
        """
        node: Mapping[str, object] = self.root
        best: Found | None = None
        for length in range(1, min(_MAX_WORDS, stop - at) + 1):
            options = readings(at + length - 1)
            for stem, ending in options:
                child = node.get(stem)
                if child is None:  # nearly always
                    continue
                held = child.get("") if isinstance(child, dict) else None
                if isinstance(held, tuple):
                    best = _as_found((length, held, ending))
                    break
            following = node.get(options[0][0]) if not options[0][1] else None
            if not isinstance(following, dict):
                break
            node = following
        return best


_MAX_WORDS: Final = 10
# What was found, of all that it holds, as in ``haberci.core.span``.
_as_found: Callable[[tuple[int, tuple[Name, ...], str]], Found] = partial(tuple.__new__, Found)
_PARTS: Final = re.compile(r"[^\s/,]+|[/,]")


def split_name(spelling: str) -> list[str]:
    """A name's words as the words of a text are split: a slash or comma stands alone."""
    return _PARTS.findall(spelling)


@cache
def name_index(register: ActorRegister, lower: Callable[[str], str]) -> NameIndex:
    """The register's index under a language's small letters; made once for each pair."""
    root: dict[str, object] = {}
    for entry in register.entries:
        for words in _word_rows(lower(entry.spelling)):
            node = root
            for word in words:
                node = node.setdefault(word, {})  # type: ignore[assignment]
            held = node.get("", ())
            if isinstance(held, tuple):
                node[""] = (*(n for n in held if not _is_same(n, entry)), _kept(held, entry))
    return NameIndex(root)


@cache
def seats(register: ActorRegister, lower: Callable[[str], str]) -> Mapping[str, str]:
    """The principals of the capitals, by their names in a language's small letters."""
    capitals = (name for name in register.entries if name.kind is NameKind.SEAT)
    return MappingProxyType({lower(name.spelling): name.code.principal for name in capitals})


def _is_same(left: Name, right: Name) -> bool:
    return _key(left)[1:] == _key(right)[1:]


_LOCAL: Final = (NameKind.PLACE, NameKind.SEAT)


def _key(name: Name) -> tuple[str, NameKind, str, str]:
    """What tells two entries apart: places of one name in two states are two."""
    return name.spelling, name.kind, name.full, name.code.principal if name.kind in _LOCAL else ""


def _kept(held: Iterable[Name], entry: Name) -> Name:
    """Of spellings that differ in capitals only, the one that is not all capitals, so that both are found."""
    return next((n for n in held if _is_same(n, entry) and not n.spelling.isupper()), entry)


def _word_rows(spelling: str) -> Iterator[list[str]]:
    words = split_name(spelling)
    yield words
    if "-" in spelling:
        yield [part for word in words for part in re.split(r"(-)", word) if part]


def register_of(
    names: Iterable[Name],
    armed: Iterable[str] = (),
    states: Mapping[str, str] | None = None,
    terms: Terms | None = None,
    successions: Iterable[Succession] = (),
) -> ActorRegister:
    """A register of the given names; each spelling and kind once, the first one holds."""
    seen: dict[tuple[str, NameKind, str, str], Name] = {}
    for name in names:
        seen.setdefault(_key(name), name)
    known = MappingProxyType(dict(states or {}))
    return ActorRegister(tuple(seen.values()), frozenset(armed), known, terms or Terms(), tuple(successions))
