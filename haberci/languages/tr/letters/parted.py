"""Suffixes that a page set apart from their names, or behind two marks: "Rusya ’ nın", "Rusya 'nın", "Rusya''nın"."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.span import Edit
from haberci.languages.tr.name_endings import endings

_MARKED: Final = re.compile("\\w(?: ['’´`] ?|['’´`] )[a-zçğıöşü]")
_PARTED: Final = re.compile("(?<=\\w)(?: ['’´`] ?|['’´`] )(?=([a-zçğıöşü]{1,9})(?![\\w'’´`]))")
_PAIRS: Final = ("''", "’’", "‘‘")
_DOUBLED: Final = re.compile("(?<=\\w)(?:" + "|".join(_PAIRS) + ")(?=([a-zçğıöşü]{1,9})(?!\\w))")
_OPENED: Final = re.compile("(?<!\\w)(?:" + "|".join(_PAIRS) + ")(?=\\w)")  # two marks that open a quotation
_NAME: Final = re.compile("\\w+$")
_WORDS: Final = frozenset({"de", "da", "ya", "la", "le", "ne", "na", "ce", "in"})  # words of their own, too
_OPENERS: Final = "‘'"
_CLOSING: Final = "’"
_REACH: Final = 60  # letters back to where a name begins
_QUOTED: Final = 200  # letters back to the mark that a quotation in single marks may begin with


def parted_edits(text: str) -> list[Edit]:
    """The edits that set a suffix behind its name again, where what stands there is one and no word of its own."""
    if _MARKED.search(text) is None:
        return []
    known, found = endings(), []
    for match in _PARTED.finditer(text):
        mark, suffix = match.group(), match.group(1)
        if suffix in known and _is_named(text, match.start()) and not _may_be_word(text, match.start(), mark, suffix):
            found.append(Edit(match.start(), match.end(), mark, mark.strip(), "letters.parted"))
    return found


def doubled_edits(text: str) -> list[Edit]:
    """The edits that leave one of two marks between a name and its suffix, where they close no quotation."""
    if not any(marks in text for marks in _PAIRS):
        return []
    known, found = endings(), []
    for match in _DOUBLED.finditer(text):
        at, mark = match.start(), match.group()
        quoted = _OPENED.search(text, max(0, at - _QUOTED), at) is not None
        if match.group(1) in known and _is_named(text, at) and not quoted:
            found.append(Edit(at, match.end(), mark, mark[0], "letters.doubled"))
    return found


def _is_named(text: str, stop: int) -> bool:
    """Whether the word before begins with a capital or a digit."""
    word = _NAME.search(text, max(0, stop - _REACH), stop)
    return word is not None and (word.group()[0].isupper() or word.group()[0].isdigit())


def _may_be_word(text: str, start: int, mark: str, suffix: str) -> bool:
    """Whether the mark may close a quotation, and a word of its own stand behind it: "‘Yeni Türkiye’ de"."""
    if suffix not in _WORDS or not mark.endswith(" "):
        return False
    if not mark.startswith(" ") or mark.strip() != _CLOSING:
        return True
    before = text[max(0, start - _QUOTED) : start]
    return any(opener in before for opener in _OPENERS)
