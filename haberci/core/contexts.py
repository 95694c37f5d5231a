"""Contexts: the words by which a sentence tells in which of PLOVER's contexts its deeds stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.lexicon import read_rows
from haberci.core.rule import Rule

CONTEXTS: Final = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
    "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
    "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs "
    "trafficking ".split()
)
_KEY: Final = 3  # letters of a cue's first word by which it is looked up
_ANY: Final = "*"


class ContextFound(NamedTuple):
    """A context, and the words ``first`` to ``last`` that tell it."""

    first: int
    last: int
    name: str


@dataclass(frozen=True, slots=True)
class ContextTable:
    """Rows of words in small letters that tell a context; of the last word a beginning will do (``seçim*``)."""

    cues: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)

    def find(self, words: Sequence[str]) -> Iterator[ContextFound]:
        """The contexts that a sentence tells, each at its first words, in order."""
        seen: set[str] = set()
        for at, word in enumerate(words):
            for cue, name in self.cues.get(word[:_KEY], ()):
                if name not in seen and _stands(cue, words[at : at + len(cue)]):
                    seen.add(name)
                    yield ContextFound(at, at + len(cue), name)


def _stands(cue: tuple[str, ...], words: Sequence[str]) -> bool:
    if len(words) < len(cue) or tuple(words[:-1]) != cue[:-1]:
        return False
    last = cue[-1]
    return words[-1].startswith(last[:-1]) if last.endswith(_ANY) else words[-1] == last


def load_contexts(file: str | Path) -> ContextTable:
    """Read ``event_contexts.tsv``; raises LexiconError."""
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    rules = []
    for row in read_rows(file, ("context", "words", "example")):
        name = row.one_of("context", CONTEXTS)
        for words in row.many("words"):
            cue = tuple(words.split())
            if len(cue[0].rstrip(_ANY)) < _KEY:
                raise row.error(f"{words} is shorter than {_KEY} letters")
            cues.setdefault(cue[0][:_KEY], []).append((cue, name))
        rules.append(Rule(f"context.{name}", f"words that tell the context {name}", row.needs("example")))
    return ContextTable(MappingProxyType({key: tuple(found) for key, found in cues.items()}), tuple(rules))
