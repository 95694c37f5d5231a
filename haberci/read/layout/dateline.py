"""The dateline: place, date and agency before the first sentence (``BİŞKEK (AA) -``, ``Oş, 03.05.24 /Kabar/``).

Its parts stand in any order and with any marks between them; it is told by which parts there are and how it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from haberci.core.layout import LayoutCues
from haberci.core.places import find_folded
from haberci.read.layout.names import CAPITAL, SMALL, Value, are_people, signature

# A capital read in the wrong code page.
_BROKEN: Final = "[ÃÄÅ][\u0080-\u00bf\u017e\u017d\u0178\u0153\u0152\u2013\u2021]"
_BIG: Final = rf"(?:{_BROKEN}|[{CAPITAL}])"
_CAPITALS: Final = rf"(?:{_BIG}{{1,3}}\. ?)?{_BIG}(?:['’]?{_BIG})+(?:[ -]{_BIG}{_BIG}+){{0,3}}(?!['’]?\w)"
_TITLED: Final = rf"[{CAPITAL}]['’]?[{SMALL}]+(?:-[{CAPITAL}]?[{SMALL}]+)?(?: [{CAPITAL}][{SMALL}]+){{0,2}}(?!['’]?\w)"
_MONTH: Final = rf"[{CAPITAL}{SMALL}]{{3,9}}"
_DAY: Final = re.compile(
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}(?:[./-](?:\d{{4}}|\d{{2}}))?"
    rf"|\d{{1,2}}\s+(?P<month>{_MONTH})\.?(?:\s+\d{{4}})?(?:,?\s+(?P<weekday>{_MONTH})(?=\W))?)(?![\w%])"
    rf"(?:,?\s+\d{{1,2}}[.:]\d{{2}}(?!\d))?"
)
_PLACE: Final = re.compile(rf"(?P<capitals>{_CAPITALS})|(?P<titled>{_TITLED})")
_BRACKET: Final = re.compile(
    r"\(\s*(?P<round>[^()\n]{2,60}?)\s*\)|/\s*(?P<stroke>[^/\n]{2,40}?)\s*/|\[\s*(?P<square>[^\]\n]{2,40}?)\s*\]"
)
_BARE: Final = re.compile(r"[\w‘’.]+(?:[ -][\w.]+){0,3}")
_NAMED: Final = re.compile(rf"[{CAPITAL}][\w. -]{{4,60}}?(?=\s*/)")
_GAP: Final = re.compile(r"[ \t\xa0]*(?:[,./|]|[-–—]{1,2})?[ \t\xa0]*")
_SPACE: Final = re.compile(r"[ \t\xa0]*")
_TAIL: Final = re.compile(r"(?P<before>\s*)(?P<mark>[-–—:|.]*)(?P<space>\s*)")
_OPENS: Final = re.compile(rf"[\"“”'‘’«(]{{0,2}}(?:{_BIG}|\d)|$")
_ALONE: Final = re.compile(rf"(?P<place>[{CAPITAL}]{{4,}}(?:[/-][{CAPITAL}]{{4,}})?)")
_START: Final = re.compile(
    rf"(?:(?<=\s)|(?<=[{SMALL}.!?\"”’)])|^)"
    rf"(?={_BIG}(?:{_BIG}|[/ .,'’-]){{2,40}}(?:\d{{1,2}}[ .][\w.]{{2,9}}\s*,?)?\s*,?\s*[(/])"
)
_SITE: Final = re.compile(r"\.(?:az|kg|kz|ru|uz|ge|am|net|tj|com|org|com\.tr|media)$")
_BYLINE_WORD: Final = re.compile(r"(?:^|(?<=[,;/] )|(?<=[,;/]))(?P<word>[^\W\d]+)\s+(?=[^\W\d])")
_CALLED: Final = (" haber ajansi", " ajansi")  # folded
_DASHES: Final = frozenset("-–—:|")
TOWNS: Final = ("capital", "city", "town")  # kinds of places where reports are written


_Reader = Callable[[str, int, LayoutCues, Callable[[str], str]], "Part | None"]


class Part(NamedTuple):
    """One part of a dateline: ``place``, ``city`` (in small letters), ``date``, ``agency``, ``name``."""

    kind: str
    start: int
    stop: int
    said: str
    framed: bool = False  # stands in brackets or strokes
    place: str = ""  # that stands there, too
    name: str = ""  # likewise


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline within a text: ``text[start:stop]``, and what it says as written."""

    start: int
    stop: int
    rule: str
    value: Value


def dateline(text: str, cues: LayoutCues, fold: Callable[[str], str], start: int = 0) -> Dateline | None:
    """The dateline at the start of a paragraph."""
    parts = list(_parts(text, start, cues, fold))
    for count in range(len(parts), 0, -1):
        found = _judged(text, start, parts[:count], cues, fold)
        if found is not None:
            return found
    return None


def dateline_within(text: str, cues: LayoutCues, fold: Callable[[str], str], limit: int = 700) -> Dateline | None:
    """A dateline with its agency in the midst of a line: what stands before it is the headline."""
    for match in _START.finditer(text, 1, limit):
        found = dateline(text, cues, fold, match.start())
        if (
            found is not None
            and found.rule == "layout.dateline.full"
            and text[found.start : found.stop][-1] in "-–—:./"
        ):
            return found
    return None


def lone(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    """A line that is nothing but agencies with initials, or a place in capitals."""
    value = signature(text, cues, fold)
    if value is not None and {key for key, _ in value} <= {"agency", "place"}:
        return Dateline(0, len(text), "layout.dateline.agency", value)
    match = _ALONE.fullmatch(text)
    if match is None or not _is_place(match["place"]) or fold(text).endswith(cues.plurals):
        return None
    return Dateline(0, len(text), "layout.dateline.place", (("place", match["place"]),))


def _parts(text: str, start: int, cues: LayoutCues, fold: Callable[[str], str]) -> Iterator[Part]:
    """The parts from ``start`` on, as far as they can be read."""
    at, readers = start, _READERS
    for _ in range(7):
        part = next((p for read in readers if (p := read(text, at, cues, fold)) is not None), None)
        if part is None:
            return
        yield part
        at, readers = _after(text, part.stop, cues, fold)


def _after(text: str, stop: int, cues: LayoutCues, fold: Callable[[str], str]) -> tuple[int, tuple[_Reader, ...]]:
    """Where the next part may begin, and which parts it may be: a name wants a mark before it."""
    space = _SPACE.match(text, stop)
    assert space is not None  # it may be empty
    if _framed(text, space.end(), cues, fold) is not None:  # the stroke of "/Kabar/" is no mark between parts
        return space.end(), _READERS
    gap = _GAP.match(text, stop)
    assert gap is not None  # it may be empty
    if gap.group().strip():
        return gap.end(), _READERS
    return gap.end(), (_date,) if gap.end() > stop else ()


def _date(text: str, at: int, cues: LayoutCues, fold: Callable[[str], str]) -> Part | None:
    match = _DAY.match(text, at, at + 40)
    if match is None or (match["month"] and fold(match["month"]) not in cues.months):
        return None
    stop = match.end()
    if match["weekday"] and fold(match["weekday"]) not in cues.weekdays:
        stop = match.start("weekday")
    said = text[at:stop].rstrip(" ,.")
    return Part("date", at, at + len(said), said)


def _framed(text: str, at: int, cues: LayoutCues, fold: Callable[[str], str]) -> Part | None:
    match = _BRACKET.match(text, at)
    if match is None:
        return None
    said = match["round"] or match["stroke"] or match["square"]
    agency, place, name = _agency_of(said, cues, fold)
    if agency:
        return Part("agency", at, match.end(), agency, True, place, name)
    return Part("name", at, match.end(), said, True) if are_people(said, cues, fold) else None


def _agency_of(said: str, cues: LayoutCues, fold: Callable[[str], str]) -> tuple[str, str, str]:
    """The agency in brackets, alone, or beside a place or a reporter's name (``/Muhabir BelTA/``)."""
    whole = _known(said, cues, fold)
    if whole:
        return whole, "", ""
    bare = _BYLINE_WORD.sub(lambda found: "" if fold(found["word"]) in cues.byline_words else found.group(), said)
    value = dict(signature(bare, cues, fold) or ())
    if "agency" in value:
        return value["agency"], value.get("place", ""), value.get("name", "")
    return _known(bare, cues, fold) or "", "", ""


def _known(said: str, cues: LayoutCues, fold: Callable[[str], str]) -> str | None:
    key = fold(said).strip(". ")
    for ending in _CALLED:
        key = key if key in cues.agencies else key.removesuffix(ending)
    return cues.agencies.get(key) or cues.agencies.get(_SITE.sub("", key))


def _bare(text: str, at: int, cues: LayoutCues, fold: Callable[[str], str]) -> Part | None:
    match = _BARE.match(text, at, at + 40)
    said = match.group() if match else ""
    while said:
        agency = _known(said, cues, fold)
        if agency and (said[0].isupper() or said[0].isdigit()):
            said = said.rstrip(".")
            return Part("agency", at, at + len(said), agency)
        said = said[: max(said.rfind(" "), said.rfind("-"), 0)]
    return None


def _reporter(text: str, at: int, cues: LayoutCues, fold: Callable[[str], str]) -> Part | None:
    match = _NAMED.match(text, at)
    if match is None or not are_people(match.group(), cues, fold):
        return None
    return Part("name", at, match.end(), match.group())


def _place(text: str, at: int, cues: LayoutCues, fold: Callable[[str], str]) -> Part | None:
    match = _PLACE.match(text, at, at + 60)
    if match is None:
        return None
    said = match.group()
    while "-" in said and _known(said[said.rfind("-") + 1 :], cues, fold):
        said = said[: said.rfind("-")]
    return Part("place" if match["capitals"] else "city", at, at + len(said), said)


_READERS: Final[tuple[_Reader, ...]] = (_date, _framed, _bare, _reporter, _place)


def _judged(text: str, start: int, parts: list[Part], cues: LayoutCues, fold: Callable[[str], str]) -> Dateline | None:
    tail = _TAIL.match(text, parts[-1].stop)
    assert tail is not None  # it may be empty
    mark, space = tail["mark"], tail["space"]
    opens = _OPENS.match(text, tail.end()) is not None
    if len(parts) > 1 and parts[0].kind == parts[1].kind == "agency" and parts[1].framed and not parts[0].framed:
        parts = [parts[0]._replace(kind="place", said=text[start : parts[0].stop]), *parts[1:]]  # "SANA (AA)"
    kinds = [part.kind for part in parts]
    until = _DAY.match(text, tail.end()) if kinds[-1] == "date" else None
    if until is not None and until["month"]:  # from one day to another
        return None
    if any(kinds.count(kind) > 1 for kind in ("agency", "date", "name")) or not _in_order(kinds, mark):
        return None
    at_end = mark == "" and ("\n" in tail["before"] or tail.end() == len(text))
    ended = bool(set(mark) & _DASHES) or (at_end and kinds[-1] != "city")
    if "agency" in kinds:
        rule = _rule_of_agency(parts, kinds, mark, ended, opens)
    else:
        rule = _rule_of_place(parts, kinds, mark + space, opens, fold)
    return Dateline(start, tail.end("mark"), rule, tuple(_values(text, parts, cues))) if rule else None


def _in_order(kinds: list[str], mark: str) -> bool:
    """Whether no place stands behind the agency, or all of them do (``Trend, Bakü, 5 Mart:``)."""
    located = [kind in ("place", "city") for kind in kinds]
    at = kinds.index("agency") if "agency" in kinds else len(kinds)
    if not any(located[at:]):
        return True
    ends = bool(set(mark) & _DASHES) or (mark == "." and len(kinds) == 2)
    return not any(located[:at]) and (kinds[-1] not in ("place", "city") or ends)


def _rule_of_agency(parts: list[Part], kinds: list[str], mark: str, ended: bool, opens: bool) -> str | None:
    agency = next(part for part in parts if part.kind == "agency")
    framed, closed = agency.framed, ended or mark == "."
    if agency.place and len(parts) == 1:
        return "layout.dateline.full" if opens else None
    located = "place" in kinds or "city" in kinds
    if not located and "date" not in kinds:
        dashed = ended and (framed or (opens and mark != ":"))
        return "layout.dateline.agency" if dashed and "name" not in kinds else None
    if not framed:
        closed = closed or (mark == "" and parts[-1] is agency and located and "date" in kinds)
        return "layout.dateline.full" if closed and opens and len(parts) > 1 else None
    firm = "place" in kinds or "date" in kinds
    return "layout.dateline.full" if (ended and firm) or (opens and (firm or closed)) else None


def _rule_of_place(
    parts: list[Part], kinds: list[str], tail: str, opens: bool, fold: Callable[[str], str]
) -> str | None:
    """A place alone wants a dash, and space behind it."""
    mark = tail.strip()
    marks = "-–—:" if "date" in kinds else "-–—"
    if not opens or not mark or set(mark) - set(marks) or tail == mark or "name" in kinds:
        return None
    if "date" in kinds:
        return "layout.dateline.place" if len(parts) > 1 else None
    fits = all(part.kind == "place" and (_is_place(part.said) or _is_town(part.said, fold)) for part in parts)
    return "layout.dateline.place" if fits and len(parts) <= 3 else None


def _values(text: str, parts: list[Part], cues: LayoutCues) -> Iterator[tuple[str, str]]:
    places = [part for part in parts if part.kind in ("place", "city")]
    if places:
        between = {part.kind for part in parts[parts.index(places[0]) : parts.index(places[-1]) + 1]}
        whole = between <= {"place", "city"}
        yield "place", text[places[0].start : places[-1].stop] if whole else places[0].said
    yield from (("place", part.place) for part in parts if part.place and not places)
    for kind in ("agency", "date", "name"):
        said = next((part.said for part in parts if part.kind == kind), None)
        if said is not None:
            yield kind, said
            day = cues.day(said) if kind == "date" else None
            if day is not None:
                yield "day", day
    yield from (("name", part.name) for part in parts if part.name)


def _is_place(text: str) -> bool:
    """Whether capitals are a name and no acronym: long enough, and with vowels."""
    vowels = sum(letter in "AEIİOÖUÜÂ" for letter in text)
    return len(text) >= 5 and 3 * vowels >= len(text) - text.count(" ") - 2 and len(text.split()) <= 2


def _is_town(text: str, fold: Callable[[str], str]) -> bool:
    """Whether short capitals, which may be an acronym, are the name of a town that is known: ``ŞAM``, ``BAKÜ``."""
    return any(place.kind in TOWNS for place in find_folded(text, fold))
