"""Whom a name means, by the register in all its languages: states, bodies, organs of states, people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.actor_tables import ActorTables
from haberci.core.actors import Name, NameKind
from haberci.core.lexicon import read_rows
from haberci.core.name_matching import Likeness, compare_people, parts_of
from haberci.core.register import load_register
from haberci.core.spelling import WORDS_HELD, plain, skeletons, without_ending
from haberci.core.states import HOME, LANGUAGES, state_names

ORGANS: Final = ("organ", "names", "example")
_BRACKET: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
_CASE_ENDS: Final = "aeiyuo"


class Meaning(NamedTuple):
    """Who or what a name means: its kind, and by what it is known there (a state's code, the full name of a body)."""

    kind: NameKind
    known_as: str
    principal: str
    organ: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class NameMatcher:
    """The names of the register in Turkish, English and Russian, by their words without capitals and marks.

    ``seats`` are the spellings that stand for a government, by language; ``stems`` leads the names of states without
    their last vowels to them, so that Россия is found in МИД России.
    """

    names: Mapping[str, Sequence[tuple[str, Name]]]
    seats: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]

    def means(self, name: str) -> frozenset[Meaning]:
        """All that a name is known to mean, without a guess; empty when the register does not know it."""
        bracket = _BRACKET.search(name)
        if bracket:
            of = {m.principal for m in self.means(bracket[1]) if m.kind is NameKind.STATE}
            bare = self.means(name[: bracket.start()])
            return frozenset(m for m in bare if m.principal in of) or bare
        return self._known(phrase(name)) or self._organ(name)

    def _known(self, asked: str) -> frozenset[Meaning]:
        """What is held under a name in the letters that names are asked for in."""
        held = self.names.get(asked, ())
        return frozenset(
            _meaning(entry, entry.kind is NameKind.BODY and entry.spelling in self.seats[lang])
            for lang, entry in held
            if not entry.is_short
        )

    def resolve(self, name: str) -> tuple[Name, ...]:
        """The entries of the register that a name can mean: by a spelling that it holds, else a person by sound.

        A part of a name that several people share means all of them.
        """
        return _resolved(self, name)

    def by_spelling_or_sound(self, name: str) -> tuple[Name, ...]:
        """What ``resolve`` answers, worked out anew."""
        held = tuple({(e.full, e.code): e for _, e in self.names.get(phrase(name), ())}.values())
        if not all(entry.is_short for entry in held):
            return held
        return held + tuple(person for person in self._people(name) if person.full not in {e.full for e in held})

    def _people(self, name: str) -> tuple[Name, ...]:
        """People by the sound of their names."""
        words = parts_of(name).words
        heard = _by_sound(self)
        near = dict.fromkeys(p for key in skeletons(words[-1]) for p in heard.get(key, ())) if words else {}
        alike = [(compare_people(name, person.spelling), person) for person in near]
        for wanted in (Likeness.SAME, Likeness.PART):
            found = {p.full: p for likeness, p in alike if likeness is wanted}
            if found:
                return tuple(found[full] for full in sorted(found))
        return ()

    def compare(self, left: str, right: str) -> Likeness:
        """Whether two names can mean the same person or body."""
        first, second = self.means(left), self.means(right)
        if first and second:
            return Likeness.DIFFERENT if first.isdisjoint(second) else Likeness.SAME
        bodies = [m for m in first | second if m.kind is not NameKind.PERSON]
        return Likeness.DIFFERENT if bodies else compare_people(left, right)

    def _organ(self, name: str) -> frozenset[Meaning]:
        """An organ of a state, of whichever language: ``Rusya Dışişleri Bakanlığı`` is ``МИД России``."""
        words = [plain(without_ending(word)) for word in name.split()]
        for size in range(min(4, len(words) - 1), 0, -1):
            for at in range(len(words) - size + 1):
                organ = organs().get(" ".join(words[at : at + size]))
                rest = [word for word in words[:at] + words[at + size :] if word not in ("of", "the")]
                if organ and rest:
                    return frozenset(Meaning(NameKind.BODY, state, state, organ) for state in self._states(rest))
        return frozenset()

    def _states(self, words: list[str]) -> frozenset[str]:
        lands = (NameKind.STATE, NameKind.PEOPLE)
        held = {m.principal for m in self._known(" ".join(words)) if m.kind in lands}
        return frozenset(held) or self.stems.get(_stem(words), frozenset())


@lru_cache(WORDS_HELD)  # the same names stand in many reports
def _resolved(names: NameMatcher, name: str) -> tuple[Name, ...]:
    return names.by_spelling_or_sound(name)


def phrase(name: str) -> str:
    """A name as the register is asked for it: small letters without marks, no Turkish ending behind an apostrophe."""
    return " ".join(filter(None, (plain(without_ending(word)) for word in name.replace("-", " ").split())))


@cache
def organs() -> Mapping[str, str]:
    """The organs of states by what they are called in Turkish, English and Russian."""
    found: dict[str, str] = {}
    for row in read_rows("actors/organs.tsv", ORGANS):
        row.needs("example")
        for name in row.many("names"):
            if found.setdefault(phrase(name), row["organ"]) != row["organ"]:
                raise row.error(f"{name} is {found[phrase(name)]}, too")
    return MappingProxyType(found)


def matcher(folder: Path | None = None) -> NameMatcher:
    """The matcher of the register that ships, with a user's folder laid over it; raises LexiconError."""
    return _matcher(ActorTables.of(folder))


@cache
def _matcher(tables: ActorTables) -> NameMatcher:
    names: dict[str, list[tuple[str, Name]]] = {}
    stems: dict[str, set[str]] = {}
    phrases: dict[str, str] = {}  # most spellings are the same in the three languages
    for lang in (HOME, *LANGUAGES):
        for entry in load_register(lang, tables.folder).entries:
            asked = phrases.get(entry.spelling) or phrases.setdefault(entry.spelling, phrase(entry.spelling))
            names.setdefault(asked, []).append((lang, entry))
            if entry.kind is NameKind.STATE:
                stems.setdefault(_stem(asked.split()), set()).add(entry.code.principal)
    return NameMatcher(
        MappingProxyType(names),
        MappingProxyType({lang: _seats(lang, tables) for lang in (HOME, *LANGUAGES)}),
        MappingProxyType({k: frozenset(v) for k, v in stems.items() if len(v) == 1}),
    )


def _seats(lang: str, tables: ActorTables) -> frozenset[str]:
    return frozenset(n.spelling for n in state_names(lang, tables) if n.kind is NameKind.BODY)


@cache
def _by_sound(matcher: NameMatcher) -> Mapping[str, Sequence[Name]]:
    """The full names of people by the consonants of their last part; made when first a spelling is not known."""
    found: dict[str, dict[Name, None]] = {}
    for held in matcher.names.values():
        for _, entry in held:
            if entry.kind is NameKind.PERSON and not entry.is_short:
                for key in skeletons(parts_of(entry.spelling).words[-1]):
                    found.setdefault(key, {})[entry] = None
    return MappingProxyType({key: tuple(people) for key, people in found.items()})


def _meaning(entry: Name, is_seat: bool) -> Meaning:
    """States and what stands for them are known by their code, as their full name is another in each language."""
    principal = entry.code.principal
    if is_seat or entry.kind in (NameKind.STATE, NameKind.PEOPLE, NameKind.SEAT):
        return Meaning(entry.kind, principal, principal)
    return Meaning(entry.kind, entry.full, principal)


def _stem(words: list[str]) -> str:
    return " ".join(word.rstrip(_CASE_ENDS) for word in words)
