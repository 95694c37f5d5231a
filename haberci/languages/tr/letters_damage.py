"""What happened to a text's letters: nothing, a wrong encoding, or letters that were lost.

Diagnosis goes before repair. A text that shows ş, ğ and ı is sound, and most texts are told by that alone. Where none
of them stands, the words decide: Turkish words that are none as they stand, but are with marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from haberci.core.span import Edit
from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters_tokens import LetterWord, Part, letter_words
from haberci.languages.tr.letters_words import Restorer, Testimony, restorer

NONE: frozenset[str] = frozenset()
LATIN1 = frozenset("şğı")  # what a code page without Turkish letters has no room for
ASCII = frozenset("şğıçöü")
_GROUPS = {"ş": "şŞ", "ğ": "ğĞ", "ı": "ıİ", "ç": "çÇ", "ö": "öÖ", "ü": "üÜ"}
# Quotation marks and dashes of the Windows pages, read as Latin-1. U+0085 is left: it breaks lines.
_CONTROLS = dict(zip("\x91\x92\x93\x94\x95\x96\x97", "‘’“”•–—", strict=True))
_CONTROL = re.compile("[\x91-\x97](?![\x80-\xbf])")
_CP1254 = {"þ": "ş", "Þ": "Ş", "ð": "ğ", "Ð": "Ğ", "ý": "ı", "Ý": "İ"}
_MISREAD = "çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”…–—•«»€₺éèáíóñäß"
# Small words of other languages that are no Turkish words: news quote English, German and French titles and sentences.
_FOREIGN = frozenset(
    "the of and to that for with was were his this from by are have has but which their will said says talks after "
    "over again who its than into they were would der und das ist von mit nicht ein eine auf für sich des les et que "
    "une pour est du".split()
)
_SAMPLE = 250
_COMBINED = re.compile("[A-Za-zıİ][\u0300-\u0304\u0306-\u030c\u0327\u0328]+")


@cache
def _misread_table() -> tuple[re.Pattern[str], dict[str, str]]:
    """What the letters look like when their UTF-8 bytes are read in a one-byte code page, once or twice."""
    table: dict[str, str] = {}
    for letter in _MISREAD:
        for page in ("latin-1", "cp1252", "cp1254"):
            try:
                once = letter.encode().decode(page)
                table.setdefault(once, letter)
                table.setdefault(once.encode().decode(page), letter)
            except UnicodeDecodeError:  # a byte that the page leaves empty: no program shows it so
                continue
    longest_first = sorted(table, key=lambda s: (-len(s), s))
    return re.compile("|".join(map(re.escape, longest_first))), table


def encoding_edits(raw: str) -> list[Edit]:
    """Repairs of bytes that were read in the wrong encoding, and of letters whose marks stand apart."""
    found: list[Edit] = []
    if any(sign in raw for sign in "ÃÄÅâÂ"):
        pattern, table = _misread_table()
        found += [_edit(m, table[m.group()], "letters.utf8") for m in pattern.finditer(raw)]
    if not raw.isascii() and not unicodedata.is_normalized("NFC", raw):
        found += _composing(raw)
    if not found and any(sign in raw for sign in _CP1254) and not any(mark in raw for mark in "şğıŞĞİ"):
        found += _cp1254(raw)
    taken = {place for edit in found for place in range(edit.start, edit.stop)}
    sound = any(mark in raw for mark in "şğıŞĞİ")
    marks = (m for m in _CONTROL.finditer(raw) if not sound and m.start() not in taken)
    found += [_edit(m, _CONTROLS[m.group()], "letters.quotes") for m in marks]
    return sorted(found, key=lambda edit: edit.start)


def _edit(match: re.Match[str], after: str, reason: str) -> Edit:
    return Edit(match.start(), match.end(), match.group(), after, reason)


def _composing(raw: str) -> list[Edit]:
    found = []
    for match in _COMBINED.finditer(raw):
        letters = match.group().replace("i\u0307", "i").replace("İ\u0307", "İ")
        composed = unicodedata.normalize("NFC", letters)
        if len(composed) == 1:
            found.append(_edit(match, composed, "letters.combining"))
    return found


def _cp1254(raw: str) -> list[Edit]:
    """þ ð ý are Icelandic, too: only where most words that hold them are Turkish without."""
    table = str.maketrans(_CP1254)
    words = [w.text.translate(table) for w in letter_words(raw) if any(sign in w.text for sign in _CP1254)]
    model = restorer(ASCII, NONE).model
    turkish = sum(any(form.word == lower(word) for form in model.forms(fold(word))) for word in words)
    if not words or turkish < 0.5 * len(words):
        return []
    return [_edit(m, _CP1254[m.group()], "letters.cp1254") for m in re.finditer("[" + "".join(_CP1254) + "]", raw)]


@dataclass(frozen=True, slots=True)
class Witness:
    """What the words of a text say: how many were weighed, how many are Turkish, how many only with lost letters."""

    words: int
    turkish: int
    damaged: int


def witness(words: Iterable[LetterWord], restore: Restorer, closely: bool = False) -> Witness:
    """Weigh words: names and suffixes say nothing; a word speaks by its key, its ending, or its parts (``closely``)."""
    spoken = [restore.testimony(word.text, word.written, closely) for word in words]
    weighed = [t for t in spoken if t is not Testimony.NOTHING]
    damaged = weighed.count(Testimony.DAMAGED)
    return Witness(len(weighed), damaged + weighed.count(Testimony.TURKISH), damaged)


def lost_letters(text: str, parts: Sequence[Part]) -> list[frozenset[str]]:
    """For each part of a text, the letters that it lost (in small letters; none in a sound one)."""
    absent = _absent(text)
    if not absent & LATIN1:
        return [_lost_in_part(part) for part in parts]
    sure = not absent >= LATIN1
    lost = _lost(_sample(parts), absent, sure)
    foreign = [len(parts) > 1 and _is_foreign(part, lost or absent) for part in parts]
    if not lost and any(foreign):  # what is damaged may be hidden by what is of another language
        turkish = [part for part, other in zip(parts, foreign, strict=True) if not other]
        lost = _lost(_sample(turkish), absent, sure)
    return [NONE if other else lost for other in foreign]


def _absent(text: str) -> frozenset[str]:
    here = set(text)
    return frozenset(mark for mark, both in _GROUPS.items() if here.isdisjoint(both))


def _sample(parts: Sequence[Part]) -> list[LetterWord]:
    """The words by which a text is judged: the first few hundred tell as much as all."""
    words: list[LetterWord] = []
    for part in parts:
        words += part.words
        if len(words) >= _SAMPLE:
            break
    return words[:_SAMPLE]


def _lost(words: list[LetterWord], absent: frozenset[str], sure: bool) -> frozenset[str]:
    """Which of the absent letters the text lost; ``sure`` asks for more than one witness."""
    if sum(word.text in _FOREIGN for word in words) > 0.12 * len(words):
        return NONE
    return _told(words, absent, sure, closely=False) or _told(words, absent, sure, closely=True)


def _told(words: list[LetterWord], absent: frozenset[str], sure: bool, closely: bool) -> frozenset[str]:
    lost = absent & LATIN1
    seen = witness(words, restorer(lost, NONE), closely)
    if absent >= ASCII - LATIN1:
        wide = witness(words, restorer(absent, NONE), closely)
        if wide.damaged > seen.damaged + 0.02 * wide.words:
            lost, seen = absent, wide
    if seen.damaged < max(3 if sure else 1, 0.04 * seen.words) or seen.turkish < 0.7 * seen.words:
        return NONE
    return lost


def _lost_in_part(part: Part) -> frozenset[str]:
    """A part without marks in a report that has them: only a long one, with many witnesses, is damaged."""
    if len(part.text) < 80 or any(mark in part.text for mark in "şğıŞĞİ"):
        return NONE
    return _lost(part.words, _absent(part.text), sure=True)


def _is_foreign(part: Part, lost: frozenset[str]) -> bool:
    words = part.words[:_SAMPLE]
    if len(words) < 6:
        return False
    if sum(word.text in _FOREIGN for word in words) > 0.12 * len(words):
        return True
    seen = witness(words, restorer(lost, NONE))
    return seen.words >= 6 and seen.turkish < 0.5 * seen.words
