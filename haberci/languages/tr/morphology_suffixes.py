"""The suffix graph of Turkish: what the end of a word can mean, given its stem.

The graph is the table ``tr/suffixes.tsv``; its letters for vowel harmony are made concrete here. What an ending can mean is
found once and kept, because endings repeat far more than words do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import Case, Form, Morph, Pos, Tense

VOWELS = "aeıioöuüâîû"
_BACK = frozenset("aıouâû")
_ROUND = frozenset("oöuüû")
_VOICELESS = frozenset("çfhkpsştx")
_COLUMNS = ("from", "suffix", "to", "after", "gives", "example")
_FLAGS = frozenset({"plural", "passive", "causative", "negative", "able", "past_copula", "conditional", "word"})
_VALUES: dict[str, frozenset[str]] = {
    "pos": frozenset(Pos),
    "case": frozenset(Case),
    "form": frozenset(Form),
    "tense": frozenset(Tense),
    "possessive": frozenset({"1s", "2s", "3s", "1p", "2p", "3p"}),
    "person": frozenset({"1s", "2s", "3s", "1p", "2p", "3p"}),
}
_TYPES = {"pos": Pos, "case": Case, "form": Form, "tense": Tense}
END = "end"


@dataclass(frozen=True, slots=True)
class Arc:
    """One suffix of the graph: its letters, where it leads, what must stand before it, what it gives."""

    suffix: str
    to: str
    after: str
    gives: tuple[tuple[str, str], ...]
    word: bool


class Ending(NamedTuple):
    """One meaning of an ending: the fields that it gives, and how many of its letters belong to the lemma."""

    gives: tuple[tuple[str, str], ...]
    lemma: str  # letters of the ending that the lemma keeps
    suffixes: int


@lru_cache(maxsize=1)
def graph() -> dict[str, tuple[Arc, ...]]:
    """The arcs of each state. Raises LexiconError on a row that breaks the rules of the table."""
    rows = list(read_rows("tr/suffixes.tsv", _COLUMNS))
    states = {row["from"] for row in rows} | {END}
    found: dict[str, list[Arc]] = {}
    for row in rows:
        gives = row.many("gives", " ")
        pairs = tuple(given(row, part) for part in gives if part != "word")
        arc = Arc(row["suffix"], row.one_of("to", states), row["after"], pairs, "word" in gives)
        found.setdefault(row.needs("from"), []).append(arc)
    return {state: tuple(arcs) for state, arcs in found.items()}


def given(row: Row, part: str) -> tuple[str, str]:
    """One field that a row gives: ``case=Acc``, ``plural``. Raises LexiconError when Morph has no such field."""
    name, _, value = part.partition("=")
    if name in _VALUES and value in _VALUES[name] or name in _FLAGS and not value:
        return name, value
    raise row.error(f"gives: {part} is no field of a word's form")


@lru_cache(maxsize=65536)
def endings(state: str, rest: str, vowel: str, last: str) -> tuple[Ending, ...]:
    """All meanings of ``rest`` as an ending in the given state.

    ``vowel`` is the last vowel before it and ``last`` the letter before it, both after the stem's own peculiarities.
    """
    if state == END:
        return () if rest else (Ending((), "", 0),)
    found: list[Ending] = []
    for arc in graph()[state]:
        if arc.after and not _may_stand(arc.after, last):
            continue
        for shape in _shapes(arc.suffix, vowel, last) if arc.suffix else ("",):
            if not rest.startswith(shape):
                continue
            left = rest[len(shape) :]
            if shape and not _hard_or_soft(shape, left):
                continue
            found += _onward(arc, shape, left, vowel, last)
    return tuple(dict.fromkeys(found))


def _onward(arc: Arc, shape: str, left: str, vowel: str, last: str) -> list[Ending]:
    vowels = [letter for letter in shape if letter in VOWELS]
    rest = endings(arc.to, left, vowels[-1] if vowels else vowel, shape[-1] if shape else last)
    found = []
    for ending in rest:
        names = {name for name, _ in ending.gives}
        gives = tuple(pair for pair in arc.gives if pair[0] not in names) + ending.gives
        kept = shape + ending.lemma if ending.lemma or arc.word else ""
        found.append(Ending(gives, kept, ending.suffixes + bool(shape)))
    return found


def _may_stand(after: str, last: str) -> bool:
    """Whether the letter before fits: ``V`` any vowel, ``C`` any consonant, else the letters told; ``!`` excludes."""
    wanted, _, banned = after.partition("!")
    if last in banned:
        return False
    return last in wanted or ("V" in wanted and last in VOWELS) or ("C" in wanted and last not in VOWELS)


def _hard_or_soft(shape: str, left: str) -> bool:
    """A suffix's last k stays before a consonant and is ğ before a vowel (``ettik`` but ``ettiği``)."""
    if shape[-1] == "ğ":
        return left[:1] != "" and left[0] in VOWELS
    return True


@lru_cache(maxsize=16384)
def _shapes(suffix: str, vowel: str, last: str) -> tuple[str, ...]:
    """The concrete forms of a suffix behind the given vowel and letter."""
    made = [""]
    optional = False
    for letter in suffix:
        if letter in "()":
            optional = letter == "("
            continue
        before = made[0][-1] if made[0] else last
        if optional and (letter in VOWELS + "I") == (before in VOWELS):
            continue
        made = [shape + one for shape in made for one in _letters(letter, vowel, before)]
        if letter in "AI" or letter in VOWELS:
            vowel = made[0][-1]
    return tuple(made)


def _letters(letter: str, vowel: str, before: str) -> tuple[str, ...]:
    if letter == "A":
        return ("a" if vowel in _BACK else "e",)
    if letter == "I":
        return (("ıu" if vowel in _BACK else "iü")[vowel in _ROUND],)
    if letter == "D":
        return ("t" if before in _VOICELESS else "d",)
    if letter == "C":
        return ("ç" if before in _VOICELESS else "c",)
    if letter == "K":
        return ("k", "ğ")
    return (letter,)


def build(pos: Pos, lemma: str, fields: Mapping[str, str]) -> Morph:
    """A word's form from the fields that its parts give; a flag's value is empty."""
    made: dict[str, Any] = {
        name: _TYPES[name](value) if name in _TYPES else value or True for name, value in fields.items()
    }
    return Morph(made.pop("pos", pos), lemma, **made)
