"""The dateline: place, date and agency before the first sentence (``BİŞKEK (AA) -``, ``Oş, 03.05.24 /Kabar/``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from haberci.core.layout import LayoutCues

_CAPITAL = "A-ZÀ-ÖØ-ÞĞİŞĀĂĄĆČĎĐĒĘĚĪŁŃŇŌŐŘŚŠŤŪŮŰŹŻŽ"
_DAY = r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}\s+\w{3,9}(?:\s+\d{4})?"
_CAPITALS = rf"[{_CAPITAL}][{_CAPITAL}.'’-]*(?:[ ][{_CAPITAL}][{_CAPITAL}.'’-]*){{0,3}}"
_TITLED = rf"[{_CAPITAL}][\w'’-]+(?:[ ][{_CAPITAL}][\w'’-]+){{0,2}}"
_PLACES = rf"(?P<place>{_CAPITALS}(?:[ ]?[/,–-][ ]?{_CAPITALS}){{0,2}}|{_TITLED}(?:/{_TITLED})?)"
_SIGN = r"[\w. -]{2,28}?"
_TAIL = r"\s*(?:[-–—:]+|\.)?\s*"
# A place, then perhaps a date, then the agency in brackets or strokes.
_FULL = re.compile(
    rf"(?:(?P<name>(?=[^/(]*[a-zçğıöşü])[\w. -]{{4,60}}?)\s*/\s*)?{_PLACES}\s*,?\s*(?P<date>{_DAY})?\s*,?\s*"
    rf"(?:\(\s*(?P<agency>{_SIGN})\s*\)|/\s*(?P<agency2>{_SIGN})\s*/){_TAIL}"
)
_AGENCY = re.compile(
    rf"\(\s*(?P<agency>{_SIGN})\s*\)\s*[-–—:]+\s*|(?P<agency2>{_SIGN})\s*[-–—]\s*(?=[\"“'‘]?[{_CAPITAL}\d])"
)
_PLACE = re.compile(rf"(?P<place>{_CAPITALS}(?:/{_CAPITALS})?)\s*(?:[-–—:]\s+|[-–—]\s*\n\s*)(?=[\"“'‘]?[{_CAPITAL}\d])")
_ALONE = re.compile(rf"(?P<place>[{_CAPITAL}]{{4,}}(?:/[{_CAPITAL}]{{4,}})?)")
_START = re.compile(rf"(?:(?<=\s)|(?<=[a-zçğıöşü])|^)(?=[{_CAPITAL}][{_CAPITAL}/ .,'’-]{{2,40}}\s*,?\s*\()")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline within a text: ``text[start:stop]``, and what it says as written."""

    start: int
    stop: int
    rule: str
    value: tuple[tuple[str, str], ...]


def dateline(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    """The dateline at the start of a paragraph."""
    return _full(text, 0, cues, fold) or _agency(text, cues, fold) or _place(text, cues, fold)


def dateline_within(text: str, cues: LayoutCues, fold: Callable[[str], str], limit: int = 500) -> Dateline | None:
    """A dateline with its agency in the midst of a line: what stands before it is the headline."""
    found = (_full(text, start, cues, fold) for start in _starts(text[:limit]))
    return next((line for line in found if line is not None), None)


def lone(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    """A line that is nothing but an agency, or a place in capitals."""
    agency = cues.agencies.get(fold(text).strip("()/. "))
    if agency is not None:
        return Dateline(0, len(text), "layout.dateline.agency", (("agency", agency),))
    match = _ALONE.fullmatch(text)
    if match is None or not _is_place(match["place"]):
        return None
    return Dateline(0, len(text), "layout.dateline.place", (("place", match["place"]),))


def _starts(text: str) -> Iterator[int]:
    return (match.start() for match in _START.finditer(text) if match.start() > 0)


def _full(text: str, start: int, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    match = _FULL.match(text, start, start + 200)
    if match is None:
        return None
    sign = match["agency"] or match["agency2"]
    agency = cues.agencies.get(fold(sign).strip(". "))
    if agency is None or not _is_date(match["date"], cues, fold):
        return None
    value = (("place", match["place"]), ("agency", agency), ("date", match["date"]), ("name", match["name"]))
    kept = tuple((key, part.strip(" ,")) for key, part in value if part)
    return Dateline(start, match.end(), "layout.dateline.full", kept)


def _agency(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    match = _AGENCY.match(text, 0, 80)
    if match is None:
        return None
    agency = cues.agencies.get(fold(match["agency"] or match["agency2"]).strip(". "))
    if agency is None:
        return None
    return Dateline(0, match.end(), "layout.dateline.agency", (("agency", agency),))


def _place(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    match = _PLACE.match(text, 0, 60)
    if match is None or not _is_place(match["place"]) or fold(match["place"]) in cues.furniture_lines:
        return None
    return Dateline(0, match.end(), "layout.dateline.place", (("place", match["place"]),))


def _is_place(text: str) -> bool:
    """Whether capitals are a name and no acronym: long enough, and with vowels."""
    vowels = sum(letter in "AEIİOÖUÜÂ" for letter in text)
    return len(text) >= 5 and 3 * vowels >= len(text) - text.count(" ") - 2 and len(text.split()) <= 2


def _is_date(text: str | None, cues: LayoutCues, fold: Callable[[str], str]) -> bool:
    words = [word for word in (text or "").split() if word.isalpha()]
    return all(fold(word) in cues.months for word in words)
