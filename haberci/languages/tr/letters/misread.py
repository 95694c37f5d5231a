"""UTF-8 that was read in a one-byte code page, once or several times over: ``GÃ¼venlik``, ``GÃƒÂ¼venlik``.

What one character's bytes look like is the same in Latin-1, cp1252 and cp1254 but for a few signs, so that one table
leads back from all three; bytes that a page leaves empty are passed on as control characters. Some
readers put U+FFFD for such a byte; that is read back, too, where other characters of the text were misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from haberci.core.span import Edit

_SIGNS: Final = "ÃÄÅâÂ"  # one of these stands in all that was misread
_TIMES: Final = 4  # so often may a text have been misread
# What is written in Turkish news; marks that stand apart; and what Turkish Windows letters became before.
_MEANT: Final = frozenset(
    "çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”„…–—•«»€₺£©®°·×½¼¾²³ºª´¿¡§\xa0\xadéèêëáàäãåíìïóòõøúùñßæœý"
    "ÉÈÁÀÄÅÓØÚÑÆəƏıžŽšŠčČćĆđĐřŘłŁńňęąőűțșﬁﬂ\u0307\u0327\u0308\u0306\u0302\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "þðÞÐÝ‹›‚†‡™−"
)
_WINDOWS: Final = {chr(n): sign for n in range(0x80, 0xA0) if (sign := bytes([n]).decode("cp1252", "ignore"))}
_BYTES: Final = {chr(n): n for n in range(0x80, 0x100)} | {sign: ord(control) for control, sign in _WINDOWS.items()}
_REST: Final = "[" + "".join(re.escape(sign) for sign, n in _BYTES.items() if n < 0xC0) + "]"
# What is left of Ş, Ğ and ” where the page had no sign for their last byte; no other letter of Turkish becomes these.
_EMPTY: Final = {"Å\ufffd": "Ş", "Ä\ufffd": "Ğ", "â€\ufffd": "”"}
_ONE: Final = re.compile("|".join([f"[Â-ß]{_REST}", f"[à-ï]{_REST}{_REST}", *_EMPTY]))
_RUN: Final = re.compile(r"[^\x00-\x7f]{2,}")


def misread_edits(text: str) -> list[Edit]:
    """The edits that lead back to the characters that were meant, one for each of them, in order."""
    if not any(sign in text for sign in _SIGNS):
        return []
    edits = [edit for run in _RUN.finditer(text) for edit in _of_run(run.group(), run.start())]
    return edits if any(edit.before not in _EMPTY for edit in edits) else []


def _of_run(run: str, start: int) -> Iterator[Edit]:
    """The edits of a run of characters that are not ASCII: as long as any of them can be read back, they are."""
    now, ends = run, list(range(1, len(run) + 1))  # the characters so far, and where each ends in the run
    for _ in range(_TIMES):
        letters: list[str] = []
        stops: list[int] = []
        at = 0
        for match in _ONE.finditer(now):
            meant = _meant(match.group())
            if meant:
                letters += [*now[at : match.start()], meant]
                stops += [*ends[at : match.start()], ends[match.end() - 1]]
                at = match.end()
        if not at:
            break
        now, ends = "".join([*letters, *now[at:]]), [*stops, *ends[at:]]
    if now != run:
        yield from _edits(run, now, ends, start)


def _edits(run: str, now: str, ends: list[int], start: int) -> Iterator[Edit]:
    begins = [0, *ends[:-1]]
    for letter, begin, end in zip(now, begins, ends, strict=True):
        if run[begin:end] != letter:
            yield Edit(start + begin, start + end, run[begin:end], letter, "letters.utf8")


def _meant(misread: str) -> str:
    """The character whose bytes were read so; "" when it is none that Turkish news have."""
    if misread in _EMPTY:
        return _EMPTY[misread]
    try:
        found = bytes(_BYTES[sign] for sign in misread).decode()
    except (KeyError, UnicodeDecodeError):
        return ""
    found = _WINDOWS.get(found, found)
    return found if found in _MEANT or found in _BYTES else ""  # what was misread twice was misread once before
