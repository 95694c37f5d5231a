"""Which letters a text lost, report by report and paragraph by paragraph.

Diagnosis goes before repair. A text that shows ş, ğ and ı is sound, and most texts are told by that alone. Where none
of them stands, the words decide: Turkish words that are none as they stand, but are with marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise
from typing import Final

from haberci.languages.tr.letters.known import ASCII, LATIN1, NONE
from haberci.languages.tr.letters.tokens import Part, Written
from haberci.languages.tr.letters.witness import Shares, Spoken, Weighing, Witness, spoken, witness

MARKS: Final = "şğıŞĞİ"
_MARKS: Final = (("ş", "ş", "Ş"), ("ğ", "ğ", "Ğ"), ("ı", "ı", "İ"), ("ç", "ç", "Ç"), ("ö", "ö", "Ö"), ("ü", "ü", "Ü"))
# Small words of other languages that are no Turkish words: news quote English, German and French titles and sentences.
_FOREIGN: Final = frozenset(
    "the of and to that for with was were this from by are have but which their will said says talks after "
    "over again who its than into they were would und das ist von mit nicht ein eine auf für sich des les et que "
    "une pour est du".split()
)
_GLANCE, _SAMPLE = 60, 250  # words by which a text is judged: few where they are of one voice
_WIDER: Final = ASCII - LATIN1
_GLANCED: Final = Shares(damaged=0.15, turkish=0.85, wider=0.1)
_READ: Final = Shares(damaged=0.04, turkish=0.7, wider=0.02)  # where all words of the sample are weighed
_LONG: Final = 80  # characters of a part that is judged by itself
_PLAIN: Final = 0.5  # of the words of a shorter one must be damaged

_FEWEST: Final = 3  # words that may tell that a part is damaged


def lost_letters(text: str, parts: Sequence[Part]) -> list[frozenset[str]]:
    """For each part of a text, the letters that it lost (in small letters; none in a sound one)."""
    absent = _absent(text)
    if not absent >= LATIN1:  # some of it is sound: all may have lost a letter, as capitals lose İ, or a part several
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


@cache
def _named(letters: str) -> frozenset[str]:
    """The letters as a set."""
    return frozenset(letters)


def _sample(parts: Sequence[Part]) -> Spoken:
    if len(parts) == 1:
        return spoken(parts[0], _SAMPLE)
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
    wide, narrow = Weighing(words, absent), Weighing(words, LATIN1)
    plain = wide.is_plain(1, _GLANCED)
    if not plain:
        seen = wide.witness()
        plain = seen.damaged > _GLANCED.damaged * seen.words and seen.turkish > _GLANCED.turkish * seen.words
    if plain and absent == ASCII:  # ç, ö and ü may be missing by chance
        plain = wide.is_plainly_wider(narrow, _GLANCED.wider) or wide.is_wider(narrow, _GLANCED.wider)
    return absent if plain else NONE


def _lost(words: Spoken, absent: frozenset[str], sure: bool) -> frozenset[str]:
    """Which of the absent letters the text lost; ``sure`` asks for more than one witness."""
    if _speaks_foreign(words):
        return NONE
    fewest = 1 if not sure else 2 if _is_loud(words) else 3
    return _told(words, absent, fewest) or _told_closely(words, absent, fewest)


def _speaks_foreign(words: Spoken) -> bool:
    others = [word for word, _ in words.others]
    if _FOREIGN.isdisjoint(words.small) and _FOREIGN.isdisjoint(others):
        return False
    foreign = sum([word in _FOREIGN for word in words.small]) + sum([word in _FOREIGN for word in others])
    return foreign > max(1, 0.12 * len(words))


def _told(words: Spoken, absent: frozenset[str], fewest: int) -> frozenset[str]:
    """What the words tell without being taken apart."""
    lost = absent & LATIN1
    seen = Weighing(words, lost)
    if absent >= _WIDER:
        wide = Weighing(words, absent)
        if wide.is_plainly_wider(seen, _READ.wider) or wide.is_wider(seen, _READ.wider):
            lost, seen = absent, wide
    return lost if seen.is_plain(fewest, _READ) or _is_damaged(seen.witness(), fewest) else NONE


def _told_closely(words: Spoken, absent: frozenset[str], fewest: int) -> frozenset[str]:
    """What the words tell when those are taken apart that were hardly ever counted."""
    lost = absent & LATIN1
    seen = witness(words, lost, closely=True)
    if absent >= _WIDER:
        wide = witness(words, absent, closely=True)
        if wide.damaged > seen.damaged + _READ.wider * wide.words:
            lost, seen = absent, wide
    return lost if _is_damaged(seen, fewest) else NONE


def _is_damaged(seen: Witness, fewest: int) -> bool:
    return seen.damaged >= max(fewest, _READ.damaged * seen.words) and seen.turkish >= _READ.turkish * seen.words


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
    return lost if witness(words, lost).damaged >= _PLAIN * len(words) else NONE


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
    seen = witness(words, lost)
    return seen.words >= 6 and seen.turkish < 0.5 * seen.words
