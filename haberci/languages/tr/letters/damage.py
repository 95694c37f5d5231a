"""Which letters a text lost, report by report and paragraph by paragraph.

Diagnosis goes before repair. A text that shows ş, ğ and ı is sound, and most texts are told by that alone. Where none
of them stands, the words decide: Turkish words that are none as they stand, but are with marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from typing import Final

from haberci.languages.tr.letters.known import ASCII, LATIN1, NONE
from haberci.languages.tr.letters.scan import written_behind
from haberci.languages.tr.letters.testimony import Testimonies, Testimony, testimonies
from haberci.languages.tr.letters.tokens import Part, Written, gap_of

MARKS: Final = "şğıŞĞİ"
_MARKS: Final = (("ş", "ş", "Ş"), ("ğ", "ğ", "Ğ"), ("ı", "ı", "İ"), ("ç", "ç", "Ç"), ("ö", "ö", "Ö"), ("ü", "ü", "Ü"))
# Small words of other languages that are no Turkish words: news quote English, German and French titles and sentences.
_FOREIGN: Final = frozenset(
    "the of and to that for with was were this from by are have but which their will said says talks after "
    "over again who its than into they were would und das ist von mit nicht ein eine auf für sich des les et que "
    "une pour est du".split()
)
_GLANCE, _SAMPLE = 60, 250  # words by which a text is judged: few where they are of one voice
# The share of the words that must be damaged in ç, ö or ü alone where few words are to tell that these were lost, too.
_WIDER: Final = 0.1
_LONG: Final = 80  # characters of a part that is judged by itself
_PLAIN: Final = 0.5  # of the words of a shorter one must be damaged

_SOME, _STRAYS = 300, 2  # characters of a text, and the marks in it that tell nothing of the rest
_FEWEST: Final = 3  # words that may tell that a part is damaged
_SMALL: Final = Written.SMALL
_RARE: Final = frozenset({Testimony.UNKNOWN, Testimony.LIKELY})  # what words say that were hardly ever counted

Said = tuple[str, Written]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of a text: small ones behind a space, as most are, and the others, each with how it is written."""

    small: list[str]
    others: list[Said]

    def __len__(self) -> int:
        return len(self.small) + len(self.others)


@dataclass(frozen=True, slots=True)
class Witness:
    """What the words of a text say: how many were weighed, how many are Turkish, how many only with lost letters."""

    words: int
    turkish: int
    damaged: int


def spoken(part: Part, most: int | None = None) -> Spoken:
    """The words of a part, or the first of them."""
    words = part.pieces[1::2] if most is None else part.pieces[1 : 2 * most : 2]
    behind = list(zip(words, ["\n", *part.pieces[2 : 2 * len(words) : 2]], strict=True)) if words else []
    return Spoken(
        [word for word, gap in behind if gap == " " and word.islower()],
        [(word, written_behind(word, gap_of(gap))) for word, gap in behind if gap != " " or not word.islower()],
    )


def witness(words: Spoken, by: Testimonies, closely: bool = False) -> Witness:
    """Weigh words: names and suffixes say nothing; a word speaks by its key, its ending, or its parts (``closely``)."""
    said = by.said
    found = list(map(said[_SMALL].get, words.small))
    told = [one or by.of(word, _SMALL) for one, word in zip(found, words.small, strict=True)]
    told += [said[how].get(word) or by.of(word, how) for word, how in words.others]
    if closely:
        every = [*words.small, *(word for word, _ in words.others)]
        told = [by.closely(word) if one in _RARE else one for one, word in zip(told, every, strict=True)]
    damaged, likely = told.count(Testimony.DAMAGED), told.count(Testimony.LIKELY)
    turkish = damaged + likely + told.count(Testimony.TURKISH)
    return Witness(turkish + told.count(Testimony.UNKNOWN), turkish, damaged)


def lost_letters(text: str, parts: Sequence[Part]) -> list[frozenset[str]]:
    """For each part of a text, the letters that it lost (in small letters; none in a sound one)."""
    absent = _absent(text)
    if not absent >= LATIN1:  # some of it is sound: all may have lost a letter, as capitals lose İ, or a part several
        absent = absent | LATIN1 if _are_strays(text) else absent
        lost = _lost(_sample(parts), absent, sure=True) if absent & LATIN1 else NONE
        return [lost] * len(parts) if lost else _lost_in_parts(text, parts)
    lost = _glanced(parts, absent) or _lost(_sample(parts), absent, sure=False)
    foreign = [len(parts) > 1 and _is_foreign(part, lost or absent) for part in parts]
    if not lost and any(foreign):  # what is damaged may be hidden by what is of another language
        turkish = [part for part, other in zip(parts, foreign, strict=True) if not other]
        lost = _lost(_sample(turkish), absent, sure=False)
    return [NONE if other else _of_part(part, lost) for part, other in zip(parts, foreign, strict=True)]


def _absent(text: str) -> frozenset[str]:
    if text.isascii():
        return ASCII
    return _named("".join([mark for mark, small, big in _MARKS if small not in text and big not in text]))


def _are_strays(text: str) -> bool:
    """Whether marks stand in a text of some length, but so few that a name brought them along: "Duşanbe'ye"."""
    return len(text) >= _SOME and sum([text.count(mark) for mark in MARKS]) <= _STRAYS


@cache
def _named(letters: str) -> frozenset[str]:
    """The letters as a set."""
    return frozenset(letters)


def _sample(parts: Sequence[Part]) -> Spoken:
    found = Spoken([], [])
    for part in parts:
        if len(found) >= _SAMPLE:
            break
        more = spoken(part, _SAMPLE - len(found))
        found = Spoken(found.small + more.small, found.others + more.others)
    return found


def _glanced(parts: Sequence[Part], absent: frozenset[str]) -> frozenset[str]:
    """What a text lost as its first small words tell, where they tell it plainly."""
    if absent not in (LATIN1, ASCII) or sum(len(part.pieces) for part in parts) <= 2 * _GLANCE:
        return NONE
    small = (word for part in parts for word in part.pieces[1::2] if word.islower())
    words = Spoken(list(islice(small, _GLANCE)), [])
    if len(words) < _GLANCE:
        return NONE
    seen = witness(words, testimonies(absent))
    plain = seen.damaged > 0.15 * seen.words and seen.turkish > 0.85 * seen.words
    if plain and absent == ASCII:  # ç, ö and ü may be missing by chance
        plain = seen.damaged > witness(words, testimonies(LATIN1)).damaged + _WIDER * seen.words
    return absent if plain else NONE


def _lost(words: Spoken, absent: frozenset[str], sure: bool) -> frozenset[str]:
    """Which of the absent letters the text lost; ``sure`` asks for more than one witness."""
    if _speaks_foreign(words):
        return NONE
    return _told(words, absent, sure, closely=False) or _told(words, absent, sure, closely=True)


def _speaks_foreign(words: Spoken) -> bool:
    foreign = sum([word in _FOREIGN for word in words.small]) + sum([word in _FOREIGN for word, _ in words.others])
    return foreign > max(1, 0.12 * len(words))


def _told(words: Spoken, absent: frozenset[str], sure: bool, closely: bool) -> frozenset[str]:
    lost = absent & LATIN1
    seen = witness(words, testimonies(lost), closely)
    if absent >= ASCII - LATIN1:
        wide = witness(words, testimonies(absent), closely)
        if wide.damaged > seen.damaged + 0.02 * wide.words:
            lost, seen = absent, wide
    fewest = 1 if not sure else 2 if _is_loud(words) else 3
    if seen.damaged < max(fewest, 0.04 * seen.words) or seen.turkish < 0.7 * seen.words:
        return NONE
    return lost


def _is_loud(words: Spoken) -> bool:
    return not words.small and all(written is Written.CAPITALS for _, written in words.others)


def _lost_in_parts(text: str, parts: Sequence[Part]) -> list[frozenset[str]]:
    """What each part of a report that has marks lost; a short one, as a dateline, what the rest of its line did."""
    found = [_lost_in_part(part) for part in parts]
    for at, (part, behind) in enumerate(pairwise(parts)):
        short = len(part.text) < _LONG and not any(mark in part.text for mark in MARKS)
        if short and not found[at] and "\n" not in text[part.start : behind.start]:
            found[at] = found[at + 1]
    return found


def _lost_in_part(part: Part) -> frozenset[str]:
    """A part without marks in a report that has them: with many witnesses it is damaged, a short one with most."""
    if any(mark in part.text for mark in MARKS):
        return NONE
    words = spoken(part)
    lost = _lost(words, _absent(part.text), sure=True) if len(words) >= _FEWEST else NONE
    if not lost or len(part.text) >= _LONG:
        return lost
    return lost if witness(words, testimonies(lost)).damaged >= _PLAIN * len(words) else NONE


def _of_part(part: Part, lost: frozenset[str]) -> frozenset[str]:
    """What a part of a damaged report lost: a long one may have lost ç, ö and ü, too, where others have them."""
    if not lost or lost >= ASCII or len(part.text) < _LONG:
        return lost
    absent = _absent(part.text)
    return _lost(spoken(part), absent, sure=True) or lost if absent >= ASCII else lost


def _is_foreign(part: Part, lost: frozenset[str]) -> bool:
    words = spoken(part, _GLANCE)
    if len(words) < 6:
        return False
    if _speaks_foreign(words):
        return True
    seen = witness(words, testimonies(lost))
    return seen.words >= 6 and seen.turkish < 0.5 * seen.words
