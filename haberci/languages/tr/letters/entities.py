"""Entities of HTML in a text: named, by number, escaped once more (``&amp;ouml;``), without their semicolon, or set in
capitals with the word around them (``G&OUML;R&UUML;&#350;ME``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Final

from haberci.core.span import Edit
from haberci.languages.tr.casing import upper

_ENTITY: Final = re.compile("&(?:amp;){0,3}(?:#[0-9]{1,5}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8}[0-9]{0,2});")
_ESCAPED: Final = frozenset("çğıöşüÇĞİÖŞÜâîûÂÎÛþðýÞÐÝÃÄÅ\"'’ ")
_ADDRESS: Final = re.compile("(?:https?://|www\\.)\\S+")
_LETTERS: Final = {
    "ccedil": "ç", "gbreve": "ğ", "imath": "ı", "inodot": "ı", "ouml": "ö", "scedil": "ş", "uuml": "ü", "Ccedil": "Ç",
    "Gbreve": "Ğ", "Idot": "İ", "Ouml": "Ö", "Scedil": "Ş", "Uuml": "Ü", "acirc": "â", "icirc": "î", "ucirc": "û",
    "Acirc": "Â", "Icirc": "Î", "Ucirc": "Û",
}  # fmt: skip
_SIGNS: Final = {
    "quot": '"', "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…",
    "ndash": "–", "mdash": "—", "laquo": "«", "raquo": "»",
}  # fmt: skip
_CUT_NUMBERS: Final = frozenset("çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”–—…")


def entity_edits(text: str) -> list[Edit]:
    """The edits that set the characters for their entities, where these stand for Turkish letters or plain signs.

    Other entities may be meant as they stand (``a &lt; b``), and so are those of a text without such letters.
    """
    if "&" not in text:
        return []
    bare = _ADDRESS.sub(lambda match: "0" * len(match.group()), text)
    whole = [(match, _meant(match.group())) for match in _ENTITY.finditer(bare)]
    if not any(after in _ESCAPED for _, after in whole):
        whole = []
    found = [_edit(match, after) for match, after in whole if len(after) == 1 and after.isprintable()]
    taken = {edit.start for edit in found}
    found += [edit for edit in _cut_off(bare) if edit.start not in taken]
    return sorted(found)


def _meant(entity: str) -> str:
    """What an entity stands for; the entity itself when it is none."""
    bare = re.sub("^&(?:amp;)+(?=.)", "&", entity)
    name = bare[1:-1]
    known = _LETTERS.get(name) or unescape(bare).replace("\xa0", " ")
    return _in_capitals().get(name, known) if known == bare else known


@cache
def _in_capitals() -> dict[str, str]:
    """The letters and signs by the names of their entities in capitals, as Turkish and as English sets them."""
    found = {**{name: upper(letter) for name, letter in _LETTERS.items()}, **_SIGNS}
    return {big: letter for name, letter in found.items() for big in (upper(name), upper(name).replace("İ", "I"))}


@cache
def _cut_pattern() -> re.Pattern[str]:
    names = sorted({*_LETTERS, *_SIGNS}, key=lambda name: (-len(name), name))
    return re.compile(f"&(?:amp;){{0,3}}(?:(?P<name>{'|'.join(names)})|#(?P<number>[0-9]{{2,4}})(?![0-9]))(?![;=])")


def _cut_off(text: str) -> Iterator[Edit]:
    """Entities that lost their semicolon."""
    for match in _cut_pattern().finditer(text):
        if match["name"]:
            yield _edit(match, {**_LETTERS, **_SIGNS}[match["name"]])
        elif chr(int(match["number"])) in _CUT_NUMBERS:
            yield _edit(match, chr(int(match["number"])))


def _edit(match: re.Match[str], after: str) -> Edit:
    return Edit(match.start(), match.end(), match.group(), after, "letters.entity")
