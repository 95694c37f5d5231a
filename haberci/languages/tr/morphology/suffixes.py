"""The suffix graph of Turkish: what the end of a word can mean, given its stem.

The graph is the table ``tr/suffixes.tsv``; its letters for vowel harmony are made concrete here. What an ending can
mean is found once and kept, because endings repeat far more than words do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import Case, Form, Morph, Pos, Tense

VOWELS: Final = "aeıioöuüâîû"
_BACK: Final = frozenset("aıouâû")
_ROUND: Final = frozenset("oöuüû")
_VOICELESS: Final = frozenset("çfhkpsştx")
_VOWEL_KIND: Final = {
    letter: "au"[letter in _ROUND] if letter in _BACK else "eü"[letter in _ROUND] for letter in VOWELS
}
_COLUMNS: Final = ("from", "suffix", "to", "after", "gives", "example")
_FLAGS: Final = frozenset({"plural", "passive", "causative", "negative", "able", "past_copula", "conditional", "word"})
_VALUES: Final[dict[str, frozenset[str]]] = {
    "pos": frozenset(Pos),
    "case": frozenset(Case),
    "form": frozenset(Form),
    "tense": frozenset(Tense),
    "possessive": frozenset({"1s", "2s", "3s", "1p", "2p", "3p"}),
    "person": frozenset({"1s", "2s", "3s", "1p", "2p", "3p"}),
}
_TYPES: Final = {"pos": Pos, "case": Case, "form": Form, "tense": Tense}
END: Final = "end"
LOOK_AHEAD: Final = 3  # so many letters tell of most endings that they are none


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


class _Step(NamedTuple):
    """A suffix made concrete: its letters, where it leads, what it gives, and what the next suffix follows."""

    shape: str
    to: str
    gives: tuple[tuple[str, str], ...]
    word: bool
    vowel: str
    last: str


class _Steps(NamedTuple):
    """What may stand at one place: suffixes by their first letter, and what a word means that ends here."""

    by_letter: dict[str, tuple[_Step, ...]]
    ends: tuple[Ending, ...]


def endings(state: str, rest: str, vowel: str, last: str) -> tuple[Ending, ...]:
    """All meanings of ``rest`` as an ending in the given state.

    ``vowel`` is the last vowel before it and ``last`` the letter before it, both after the stem's own peculiarities.
    """
    vowel, last = vowel_kind(vowel), letter_kind(last)
    return _endings(state, rest, vowel, last) if _may_go_on(state, rest, vowel, last) else ()


# One letter for all those that suffixes treat alike, so that what is found for one serves the others.
_LETTER_KIND: Final = {**dict.fromkeys(VOWELS, "a"), **dict.fromkeys(_VOICELESS, "k"), "l": "l", "r": "r"}


def vowel_kind(vowel: str) -> str:
    """The vowel that stands for all those that suffixes treat alike."""
    return _VOWEL_KIND.get(vowel, "e")


def letter_kind(letter: str) -> str:
    """The letter that stands for all those that suffixes treat alike."""
    return _LETTER_KIND.get(letter, "b")


@lru_cache(maxsize=8192)
def beginnings(state: str, vowel: str, last: str, letters: int = LOOK_AHEAD) -> frozenset[str]:
    """The first letters of all endings in a state, behind such a vowel and letter; a shorter ending whole."""
    steps = _steps(state, vowel_kind(vowel), letter_kind(last))
    found = {""} if steps.ends else set()
    for step in (step for held in steps.by_letter.values() for step in held):
        left = letters - len(step.shape)
        if left <= 0:
            found.add(step.shape[:letters])
        else:
            found.update(step.shape + more for more in beginnings(step.to, step.vowel, step.last, left))
    return frozenset(found)


def _may_go_on(state: str, rest: str, vowel: str, last: str) -> bool:
    """Whether endings of the state begin so: most do not, and need not be sought and kept."""
    return rest[:LOOK_AHEAD] in beginnings(state, vowel, last)


@lru_cache(maxsize=16384)
def _endings(state: str, rest: str, vowel: str, last: str) -> tuple[Ending, ...]:
    steps = _steps(state, vowel, last)
    if not rest:
        return steps.ends
    found: list[Ending] = []
    for step in steps.by_letter.get(rest[0], ()):
        if rest.startswith(step.shape):
            left = rest[len(step.shape) :]
            if is_hard_or_soft(step.shape, left) and _may_go_on(step.to, left, step.vowel, step.last):
                found += [_joined(step, ending) for ending in _endings(step.to, left, step.vowel, step.last)]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _joined(step: _Step, ending: Ending) -> Ending:
    kept = step.shape + ending.lemma if ending.lemma or step.word else ""
    return Ending(_merged(step.gives, ending.gives), kept, ending.suffixes + 1)


def _merged(first: tuple[tuple[str, str], ...], then: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What two parts give; the later one has the say where both speak."""
    if not first:
        return then
    names = {name for name, _ in then}
    return tuple(pair for pair in first if pair[0] not in names) + then


@lru_cache(maxsize=2048)
def _steps(state: str, vowel: str, last: str) -> _Steps:
    """All that may stand in a state, with the arcs that have no letters followed through."""
    if state == END:
        return _Steps({}, (Ending((), "", 0),))
    found: dict[str, list[_Step]] = {}
    ends: list[Ending] = []
    for arc in graph()[state]:
        if arc.after and not may_stand(arc.after, last):
            continue
        if arc.suffix:
            steps = [_step(arc, shape, vowel) for shape in shapes(arc.suffix, vowel, last)]
        else:
            beyond = _steps(arc.to, vowel, last)
            steps = [step for held in beyond.by_letter.values() for step in held]
            steps = [step._replace(gives=_merged(arc.gives, step.gives)) for step in steps]
            ends += [ending._replace(gives=_merged(arc.gives, ending.gives)) for ending in beyond.ends]
        for step in steps:
            found.setdefault(step.shape[0], []).append(step)
    return _Steps({first: tuple(held) for first, held in found.items()}, tuple(dict.fromkeys(ends)))


def _step(arc: Arc, shape: str, vowel: str) -> _Step:
    vowels = [letter for letter in shape if letter in VOWELS]
    after = _VOWEL_KIND[vowels[-1]] if vowels else vowel
    return _Step(shape, arc.to, arc.gives, arc.word, after, _LETTER_KIND.get(shape[-1], "b"))


def may_stand(after: str, last: str) -> bool:
    """Whether the letter before fits: ``V`` any vowel, ``C`` any consonant, else the letters told; ``!`` excludes."""
    wanted, _, banned = after.partition("!")
    if last in banned:
        return False
    return last in wanted or ("V" in wanted and last in VOWELS) or ("C" in wanted and last not in VOWELS)


def is_hard_or_soft(shape: str, left: str) -> bool:
    """A suffix's last k stays before a consonant and is ğ before a vowel (``ettik`` but ``ettiği``)."""
    if shape[-1] == "ğ":
        return left[:1] != "" and left[0] in VOWELS
    return True


@lru_cache(maxsize=16384)
def shapes(suffix: str, vowel: str, last: str) -> tuple[str, ...]:
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
