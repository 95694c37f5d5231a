"""How a word that was never counted may be spelled: a known stem, and suffixes in harmony with it.

The suffix graph of the morphology says which endings a stem may take; harmony and the letter before decide most of
their letters, so that few spellings are left to ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.languages.tr.letters.endings import states_of_cuts
from haberci.languages.tr.letters.model import LetterModel
from haberci.languages.tr.letters.ngram import MARKED, Ambiguous
from haberci.languages.tr.letters.stems import Beginning, beginnings, rare_beginnings
from haberci.languages.tr.letters.suffixes import fewest_suffixes
from haberci.languages.tr.morphology.suffixes import VOWELS

_BACK, _VOICELESS = "aıouâû", "çfhkpsşt"
_SUFFIX_COST: Final = 0.7  # nats
_MANY: Final = 64  # spellings of one ending that are tried
VOWEL_KIND: Final = {
    letter: "au"[letter in "ouû"] if letter in _BACK else "eü"[letter in "öü"] for letter in VOWELS
}  # one vowel for all that harmony treats alike


class Spelling(NamedTuple):
    """A spelling that is a stem and its suffixes, how likely that is in nats, and the stem."""

    word: str
    weight: float
    beginning: Beginning


def spellings(model: LetterModel, word: Ambiguous) -> dict[str, Spelling]:
    """All spellings of a word that can be taken apart, each by its likeliest stem; a rare one where no other fits."""
    states = states_of_cuts(word.folded, 2)
    return _spellings(model, word, states, beginnings) or _spellings(model, word, states, rare_beginnings)


def _spellings(
    model: LetterModel, word: Ambiguous, states: Sequence[frozenset[str]], begun: Callable[..., Iterator[Beginning]]
) -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}
    for cut in range(len(word.folded), 1, -1):
        for beginning in begun(model, word, cut, states[cut - 2]) if states[cut - 2] else ():
            for spelled in _with_rest(beginning, word.small[cut:], word.lost):
                known = found.get(spelled.word)
                if known is None or known.weight < spelled.weight:
                    found[spelled.word] = spelled
    return found


def _with_rest(beginning: Beginning, rest: str, lost: frozenset[str]) -> Iterator[Spelling]:
    """A stem with each spelling of what follows it that is suffixes."""
    stem = beginning.stem
    if _fits(stem.before, rest[:1]):
        vowel, last = VOWEL_KIND.get(stem.vowel, "e"), _kind(beginning.shape[-1])
        for ending, suffixes in _endings_of(stem.state, rest, vowel, last, lost):
            yield Spelling(beginning.shape + ending, beginning.weight - _SUFFIX_COST * suffixes, beginning)


def _kind(letter: str) -> str:
    """One letter for all that suffixes treat alike."""
    if letter in VOWELS:
        return "a"
    return letter if letter in "lr" else "k" if letter in _VOICELESS else "b"


def _fits(before: str, follows: str) -> bool:
    if before in ("y", "l"):
        return follows == before
    return not before or (follows != "" and follows in VOWELS) == (before == "V")


@lru_cache(maxsize=131072)
def _endings_of(state: str, small: str, vowel: str, last: str, lost: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """The spellings of letters that are suffixes behind such a stem, and of how many suffixes each is."""
    found = ((rest, _fewest(state, rest, vowel, last)) for rest in _in_harmony(small, vowel, last, lost))
    return tuple((rest, fewest) for rest, fewest in found if fewest is not None)


def _fewest(state: str, rest: str, vowel: str, last: str) -> int | None:
    """Of how many suffixes an ending is, at least; None when it is none."""
    found = fewest_suffixes(state, rest, vowel, last)
    return _verbal_noun(rest, vowel, last) if found is None and state == "verb" else found


def _verbal_noun(rest: str, vowel: str, last: str) -> int | None:
    """An ending that begins with -(y)Iş, which makes a noun of a verb: ``geçişlerini``, ``uzatılmayışına``."""
    at = rest.find("ş")
    if at < 1 or rest[at - 1] not in "ıiuü":
        return None
    made, noun = rest[: at - 1].removesuffix("y"), rest[at + 1 :]
    if made and fewest_suffixes("verb", made, vowel, last) is None:
        return None
    found = fewest_suffixes("noun", noun, rest[at - 1], "ş")
    return None if found is None else 2 + bool(made) + found


def _in_harmony(small: str, vowel: str, last: str, lost: frozenset[str]) -> list[str]:
    """The spellings of letters that obey harmony."""
    made = [("", vowel, last)]
    for letter in small:
        made = [
            (rest + one, one if one in VOWELS else harmony, one)
            for rest, harmony, before in made
            for one in (_letters(letter, rest, harmony, before) if letter in lost else letter)
        ][:_MANY]
    return [rest for rest, _, _ in made]


def _letters(letter: str, rest: str, vowel: str, before: str) -> str:
    """What a letter of a suffix may have been, behind a vowel and a letter."""
    if letter == "o":
        return letter  # an o is that of -yor
    if letter == "i":
        return "iı" if rest.endswith("k") and vowel in _BACK else "ı" if vowel in _BACK else "i"
    if letter == "u":
        return "u" if vowel in _BACK else "ü"
    if letter == "g":
        return "ğ" if before in VOWELS else "g"
    if letter == "c":
        return "ç" if before in _VOICELESS else "c"
    return letter + MARKED[letter] if before in VOWELS else letter
