"""Characters that came in another shape: UTF-8 or Turkish Windows text read in the wrong code page, HTML entities,
letters whose marks stand apart, ligatures, soft hyphens. All of it is told by the characters themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import unescape

from haberci.core.span import Edit
from haberci.languages.tr.letters_tokens import Part, letter_words

# Quotation marks and dashes of the Windows pages, read as Latin-1. U+0085 is left: it breaks lines.
_CONTROLS = dict(zip("\x91\x92\x93\x94\x95\x96\x97", "‘’“”•–—", strict=True))
_CONTROL = re.compile("[\x91-\x97](?![\x80-\xbf])")
_CP1254 = {"þ": "ş", "Þ": "Ş", "ð": "ğ", "Ð": "Ğ", "ý": "ı", "Ý": "İ"}
_ICELANDIC = re.compile("[" + "".join(_CP1254) + "]")
_MISREAD = "çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”…–—•«»€₺éèáíóñäß"
_COMBINED = re.compile("[A-Za-zıİ][\u0300-\u0304\u0306-\u030c\u0327\u0328]+")
_ENTITY = re.compile("&(?:amp;)?(?:#[0-9]{1,5}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")
_ESCAPED = frozenset("çğıöşüÇĞİÖŞÜ\"' ")
_HYPHEN = re.compile("(?<=\\w)[\u00ad\u200b]+(?=\\w)")
_LIGATURE = re.compile("[ﬀﬁﬂﬃﬄﬅﬆ]")
_MARKS = "şğıŞĞİ"
TURKISH_SHARE = 0.5  # of the words that hold þ ð ý must be Turkish when these are read as ş ğ ı

IsTurkish = Callable[[str], bool]


def encoding_edits(raw: str, parts: Sequence[Part], is_turkish: IsTurkish) -> list[Edit]:
    """The repairs of characters, in order. ``is_turkish`` says whether a word is a Turkish one as it stands."""
    if raw.isascii() and "&" not in raw:
        return []
    found = [*_entities(raw), *_misread(raw)]
    if not raw.isascii():
        found += [*_apart(raw), *_cut(raw)]
        for part in parts:
            found += _windows(part, is_turkish)
    return _apart_from_each_other(sorted(found, key=lambda edit: (edit.start, -edit.stop)))


def _apart_from_each_other(edits: list[Edit]) -> list[Edit]:
    """The edits without those that overlap one before."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].stop:
            kept.append(edit)
    return kept


def _entities(raw: str) -> Iterator[Edit]:
    """Entities of HTML, where they stand for Turkish letters or plain signs; others may be meant as they stand."""
    if "&" not in raw or ";" not in raw:
        return
    found = [(m, unescape(unescape(m.group())).replace("\xa0", " ")) for m in _ENTITY.finditer(raw)]
    if any(after in _ESCAPED for _, after in found):
        for match, after in found:
            if len(after) == 1 and after.isprintable():
                yield _edit(match, after, "letters.entity")


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


def _misread(raw: str) -> Iterator[Edit]:
    if any(sign in raw for sign in "ÃÄÅâÂ"):
        pattern, table = _misread_table()
        for match in pattern.finditer(raw):
            yield _edit(match, table[match.group()], "letters.utf8")


def _apart(raw: str) -> Iterator[Edit]:
    """Letters whose marks stand apart, and dots that were set on an i once more."""
    if not unicodedata.is_normalized("NFC", raw) or "\u0307" in raw:
        for match in _COMBINED.finditer(raw):
            letters = match.group().replace("i\u0307", "i").replace("İ\u0307", "İ")
            composed = unicodedata.normalize("NFC", letters)
            if len(composed) == 1:
                yield _edit(match, composed, "letters.combining")


def _cut(raw: str) -> Iterator[Edit]:
    """Soft hyphens within words, and ligatures."""
    if "\u00ad" in raw or "\u200b" in raw:
        for match in _HYPHEN.finditer(raw):
            yield _edit(match, "", "letters.hyphen")
    for match in _LIGATURE.finditer(raw):
        yield _edit(match, unicodedata.normalize("NFKC", match.group()), "letters.ligature")


def _windows(part: Part, is_turkish: IsTurkish) -> Iterator[Edit]:
    """Turkish Windows text read as Latin-1. þ ð ý are Icelandic, too: only where most words with them are Turkish."""
    if any(mark in part.text for mark in _MARKS):
        return
    if any(sign in part.text for sign in _CP1254):
        table = str.maketrans(_CP1254)
        words = [w.text.translate(table) for w in letter_words(part.text) if _ICELANDIC.search(w.text)]
        if words and sum(map(is_turkish, words)) >= TURKISH_SHARE * len(words):
            for match in _ICELANDIC.finditer(part.text):
                yield _edit(match, _CP1254[match.group()], "letters.cp1254", part.start)
    for match in _CONTROL.finditer(part.text):
        yield _edit(match, _CONTROLS[match.group()], "letters.quotes", part.start)


def _edit(match: re.Match[str], after: str, reason: str, start: int = 0) -> Edit:
    return Edit(start + match.start(), start + match.end(), match.group(), after, reason)
