"""Asks: the words that tell the mode of what is asked, threatened or met for, with what is struck, and deeds again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.codebook import Codebook, EventType
from haberci.core.lexicon import read_rows

MODED: Final = {
    "weapon": EventType.ASSAULT,
    "bearer": EventType.ASSAULT,
    "threat": EventType.THREATEN,
    "meeting": EventType.CONSULT,
}
SHOT: Final = ("drone", "heavy-weapons")  # weapons that are often told together


@dataclass(frozen=True, slots=True)
class AskTable:
    """What a request, threat, attack or meeting is about, from its words: the modes of these types of events.

    ``deeds`` are nouns that tell a deed again, with its type; ``again`` those (lemmas) by which a later sentence names
    the deed that was told, with the types that each may stand for; ``bearers`` are words for who attacks that tell with
    what; ``strikes`` verbs (lemma, or the word before it) by which a weapon hits, ``wields`` by which one is used.
    """

    verbs: Mapping[str, str] = field(repr=False)
    nouns: tuple[tuple[str, str], ...] = field(repr=False)
    weapons: tuple[tuple[str, str], ...] = field(repr=False)
    bearers: tuple[tuple[str, str], ...] = field(repr=False)
    threats: tuple[tuple[str, str], ...] = field(repr=False)
    meetings: tuple[tuple[str, str], ...] = field(repr=False)
    strikes: frozenset[str] = field(repr=False)
    wields: frozenset[str] = field(repr=False)
    deeds: tuple[tuple[str, EventType], ...] = field(repr=False)
    again: Mapping[str, frozenset[EventType]] = field(repr=False)

    def weapon(self, words: Iterable[str]) -> str | None:
        """The mode of an ASSAULT by the weapon that the words name; None when they name none.

        Of what is shot or flown the first told counts: "füze ve insansız hava araçlarıyla".
        """
        told = _named(self.weapons, words := tuple(words))
        return _first(self.weapons, words, SHOT) if told in SHOT else told

    def bearer(self, words: Iterable[str]) -> str | None:
        """The mode of an ASSAULT by what its doer is ("savaş uçakları"); None when that tells no weapon."""
        return _named(self.bearers, words)

    def threat(self, words: Iterable[str]) -> str | None:
        """The mode of a THREATEN by what the words say will be done; None when they do not say."""
        return _named(self.threats, words)

    def meeting(self, words: Iterable[str]) -> str | None:
        """The mode of a CONSULT by what the words say of it ("arabuluculuğunda"); None when they do not say."""
        return _named(self.meetings, words)

    def deeds_named(self, word: str) -> frozenset[EventType]:
        """The types of the deeds that a small-letter word may tell again ("saldırıyı")."""
        return frozenset(deed for noun, deed in self.deeds if word.startswith(noun))

    def mode(self, lemmas: Iterable[str], words: Iterable[str]) -> str | None:
        """The mode for the lemmas of the verbs below and the words around; None when none is known."""
        for lemma in lemmas:
            if lemma in self.verbs:
                return self.verbs[lemma]
        return _named(self.nouns, words)


def _first(modes: Sequence[tuple[str, str]], words: Iterable[str], among: Container[str]) -> str | None:
    """The mode, of some, whose words stand first."""
    line = " " + " ".join(words)
    places = ((at, mode) for noun, mode in modes if mode in among and (at := line.find(f" {noun}")) >= 0)
    return min(places, key=lambda place: place[0], default=(0, None))[1]


def _named(modes: Iterable[tuple[str, str]], words: Iterable[str]) -> str | None:
    """The first mode whose words, or the beginnings of them, stand among those given."""
    line = " " + " ".join(words)
    return next((mode for noun, mode in modes if f" {noun}" in line), None)


def load_asks(file: str | Path, codebook: Codebook) -> AskTable:
    """Read ``asks.tsv``; raises LexiconError."""
    verbs: dict[str, str] = {}
    deeds: list[tuple[str, EventType]] = []
    hits: dict[str, list[str]] = {"strike": [], "wield": []}
    again: dict[str, frozenset[EventType]] = {}
    nouns: dict[str, list[tuple[str, str]]] = {"noun": [], "weapon": [], "bearer": [], "threat": [], "meeting": []}
    for row in read_rows(file, ("word", "kind", "mode", "example")):
        row.needs("example")
        kind = row.one_of("kind", ("verb", "deed", "again", *hits, *nouns))
        if kind in hits:
            hits[kind].append(row.needs("word"))
            continue
        if kind == "again":
            types = frozenset({EventType(row.one_of("mode", [t.value for t in EventType]))})
            again[row["word"]] = again.get(row.needs("word"), frozenset()) | types
            continue
        if kind == "deed":
            deeds.append((row.needs("word"), EventType(row.one_of("mode", [t.value for t in EventType]))))
            continue
        mode = row.one_of("mode", codebook.types[MODED.get(kind, EventType.REQUEST)].modes)
        if kind == "verb":
            verbs[row.needs("word")] = mode
        else:
            nouns[kind].append((row.needs("word"), mode))
    told, weapons, bearers, threats, meetings = map(tuple, nouns.values())
    words = (told, weapons, bearers, threats, meetings)
    strikes, wields = map(frozenset, hits.values())
    return AskTable(MappingProxyType(verbs), *words, strikes, wields, tuple(deeds), MappingProxyType(again))
