"""Furniture: what belongs to the page or the wire and not to the report, on lines of its own or glued to one."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.report import BlockKind
from haberci.read.layout.lines import Piece
from haberci.read.layout.page import Page

LINE: Final = "layout.furniture.line"
NOTE: Final = "layout.furniture.note"
_LONGEST: Final = 320  # of a line of furniture, in characters
_LONGEST_SENTENCE: Final = 90  # of one that is known by its opening and ends as a sentence does
_LONGEST_LISTED: Final = 130  # of a headline listed under "related"
_LONGEST_FIGURES: Final = 80  # of a row of rates, a date, a note in brackets
_HEADS: Final = 4  # so many pieces may bear a flag or a note
_NOTE: Final = re.compile(r"[(\[]\s*(?P<said>[^()\[\]]{1,40}?)\s*[)\]]")
_NOTE_LAST: Final = re.compile(r"\s*[-–—|]?\s*[(\[]\s*(?P<said>[^()\[\]]{1,40}?)\s*[)\]]\s*$")
_NOTE_FIRST: Final = re.compile(r"[(\[]\s*(?P<said>[^()\[\]]{2,40}?)\s*[)\]]\s*[-–—:|]?\s*")
_PASS: Final = re.compile(
    r"(?:ek\s+)?\d{1,2}\s*[.'’]?\s*(?:[^\W\d]{2,3}\s+)?(?P<last>[^\W\d]+)|(?P<first>[^\W\d]+)\s*[:.-]?\s*\d[\d.: /]*"
)
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} [^\W\d]+ \d{4}")
_RATE: Final = re.compile(r"[\d.,%$€£₺+−▲▼/()-]+")
_SPLIT_NOTE: Final = re.compile(r"\s*[-–/,;]\s*|\s+ve\s+")
_INNER_END: Final = re.compile(r"[.!?…][\"”’]?\s+\S")
_FLAG_END: Final = re.compile(r"\s*(?:\d{1,2}\s*)?[-–—:|!…]+\s*")
_NOTE_BARE: Final = re.compile(r"\s+[-–—|]\s*(?P<said>[^\W\d][^-–—|()\[\]]{2,25})$")
_PATH: Final = re.compile(r"\s*[>»›]\s*")


def is_furniture(line: str, page: Page) -> bool:
    """Whether a line belongs to the page, whatever stands around it; it is asked more than once."""
    if len(line) > _LONGEST:
        return False
    held = page.judged.get(line)
    if held is None:
        held = page.judged[line] = _is_furniture(line, page)
    return held


def _is_furniture(line: str, page: Page) -> bool:
    cues, folded = page.cues.furniture, " ".join(page.fold(line).split())
    if folded.startswith(cues.openings):
        return not folded.endswith(".") or len(line) <= _LONGEST_SENTENCE
    if any(map(folded.__contains__, cues.phrases)) or _is_button(line, folded, page):
        return True
    if folded.startswith(cues.lists) and any(
        folded.startswith(head + " ") and _is_title(line[len(head) :]) for head in cues.lists
    ):
        return True
    if _is_path(line, page) or all(word[0] == "#" for word in line.split()):
        return True
    if len(line) > _LONGEST_FIGURES:
        return False
    figures = any(map(str.isdigit, folded))
    if figures and (_is_rate(folded, page) or _is_clock(folded, page) or _is_pass(folded, page)):
        return True
    return _is_note(line, page)


def furniture(found: list[Piece], page: Page) -> list[Piece]:
    """The pieces, with those that are the page's."""
    result: list[Piece] = []
    listing = taken = 0
    for at, p in enumerate(found):
        alone = at == 0 or found[at - 1].ends_sentence or p.blank or result[-1].kind is BlockKind.FURNITURE
        alone = alone or (at + 1 < len(found) and page.key(found[at + 1].text) in page.cues.furniture.lines)
        told = _line(p, page, alone, at)
        if told.kind is None and _is_quoted(found, at, page):
            told = p.told(BlockKind.FURNITURE, LINE)
        if listing and told.kind is None and not (p.blank and taken) and _is_listed(p):
            told, taken = p.told(BlockKind.FURNITURE, "layout.furniture.listed"), taken + 1
        elif told.kind is None:
            listing = 0
        if page.key(p.text) in page.cues.furniture.lists:
            listing, taken = 1, 0
        result.append(told)
    return result


def notes(found: list[Piece], page: Page) -> list[Piece]:
    """Cut the wire's flags and notes off the headline: ``Son dakika:``, ``(Fotoğraflı)``, ``(2)``."""
    return [part for at, p in enumerate(found) for part in (_noted(p, page, at) if _bears_notes(p, at) else [p])]


def tail(p: Piece, page: Page) -> list[Piece]:
    """The last paragraph, and the furniture that is glued to its end."""
    folded = page.fold(p.text)
    if len(folded) != len(p.text):
        return [p]
    cuts = [at for phrase in page.cues.furniture.tails if (at := _cut_at(p.text, folded, phrase)) is not None]
    if not cuts:
        return [p]
    at = min(cuts)
    return [*p.part(0, at), *(f.told(BlockKind.FURNITURE, "layout.furniture.tail") for f in p.part(at, len(p.text)))]


def _cut_at(text: str, folded: str, phrase: str) -> int | None:
    at = folded.rfind(phrase)
    if at < 0:
        return None
    if not phrase[0].isalpha():
        return _marks_at(folded, phrase)
    rest = folded[at:]
    before = folded[:at].rstrip()
    ended = before == "" or before[-1] in ".!?…\"”’')]" or (text[at].isupper() and not phrase.endswith(":"))
    return at if ended and len(rest) <= (60 if phrase.endswith(":") else _LONGEST) else None


def _marks_at(folded: str, marks: str) -> int | None:
    """Where a text ends in nothing but such marks."""
    at = folded.find(marks)
    while at >= 0 and any(map(str.isalnum, folded[at:].replace(marks, ""))):
        at = folded.find(marks, at + 1)
    return at if at >= 0 else None


def _line(p: Piece, page: Page, alone: bool, at: int) -> Piece:
    if not any(map(str.isalnum, p.text)):
        return p.told(BlockKind.FURNITURE, "layout.furniture.marks")
    if is_furniture(p.text, page):
        return p.told(BlockKind.FURNITURE, LINE, _clock_value(p.text, page))
    cues, key = page.cues.furniture, page.key(p.text)
    if alone and (key in cues.lines or key in cues.lists) and not p.text[0].islower():
        return p.told(BlockKind.FURNITURE, LINE)
    if at and not p.ends_sentence and len(p.text) <= _LONGEST_LISTED and _is_caption(p.text, page):
        return p.told(BlockKind.FURNITURE, "layout.furniture.caption")
    return p


def _is_listed(p: Piece) -> bool:
    """Whether a line below "related reports" is one of them."""
    return (
        p.text.rstrip("\"”’'")[-1:] not in (".", ":", "…") and len(p.text) <= _LONGEST_LISTED and p.text[0] not in "-–—"
    )


def _is_caption(text: str, page: Page) -> bool:
    if "(" not in text and "[" not in text:
        return False
    openings, captions = page.cues.furniture.openings, page.cues.furniture.captions
    for match in _NOTE.finditer(text):
        if page.fold(match["said"]) in captions:
            return True
        if match.end() == len(text) and page.fold(match.group()).startswith(openings):
            return True
    return False


def _is_button(line: str, folded: str, page: Page) -> bool:
    """Whether a line asks to be clicked, and is not a paragraph that does so at its end."""
    if len(line) > _LONGEST_SENTENCE or _INNER_END.search(line):
        return False
    return folded.rstrip(" .!…»>").endswith(page.cues.furniture.endings)


def _is_title(rest: str) -> bool:
    """Whether what follows "related report" is another headline and not the rest of a sentence."""
    bare = rest.lstrip(" :'\"‘“")
    return bare[:1].isupper() and not bare.endswith(".") and len(rest) <= _LONGEST_LISTED


def _is_rate(folded: str, page: Page) -> bool:
    words = [word.strip(":|") for word in folded.split()]
    figures = sum(_RATE.fullmatch(word) is not None for word in words)
    named = sum(word in page.cues.furniture.rates for word in words)
    return (
        figures > 0
        and named > 0
        and all(word == "" or word in page.cues.furniture.rates or _RATE.fullmatch(word) for word in words)
    )


def _is_quoted(found: list[Piece], at: int, page: Page) -> bool:
    """Whether a line is what an exchange quotes, with its rate on the line below, or such a rate."""
    pair = found[at - 1 : at + 1] if _RATE.fullmatch(found[at].text) else found[at : at + 2]
    return (
        len(pair) == 2
        and page.key(pair[0].text) in page.cues.furniture.rates
        and _RATE.fullmatch(pair[1].text) is not None
    )


def _is_path(line: str, page: Page) -> bool:
    """Whether a line is the way to the page: ``Ana sayfa > Dünya > …``."""
    parts = _PATH.split(line)
    return len(parts) > 2 and all(parts) and page.key(parts[0]) in page.cues.furniture.lines


def _is_clock(folded: str, page: Page) -> bool:
    """Whether a line is nothing but the day and hour of its publication."""
    if _CLOCK.search(folded) is None:
        return False
    words = re.findall(r"[^\W\d]+", folded)
    cues = page.cues
    return all(word in cues.months or word in cues.weekdays or word in cues.furniture.clocks for word in words)


def _is_pass(folded: str, page: Page) -> bool:
    match = _PASS.fullmatch(folded.strip("()[] .-–—*"))
    return match is not None and (match["last"] or match["first"]) in page.cues.furniture.passes


def _is_note(line: str, page: Page) -> bool:
    match = _NOTE.fullmatch(line.strip())
    return match is not None and _is_noted(match["said"], page)


def _is_noted(said: str, page: Page) -> bool:
    folded = page.fold(said)
    words = page.cues.furniture.notes
    if folded.split()[-1:] and folded.split()[-1] in page.cues.furniture.amended:
        return True
    return folded in words or all(part in words for part in _SPLIT_NOTE.split(folded)) or _is_pass(folded, page)


def _clock_value(text: str, page: Page) -> tuple[tuple[str, str], ...]:
    day = page.cues.day(text)
    return (("day", day),) if day else ()


def _bears_notes(p: Piece, at: int) -> bool:
    return at < _HEADS and p.kind is None and len(p.text) <= 2 * _LONGEST


def _noted(p: Piece, page: Page, at: int) -> list[Piece]:
    start, stop = _flag(p, page), len(p.text)
    last = _NOTE_LAST.search(p.text)
    if last is not None and last.start() > 12 and not p.text[: last.start()].rstrip().endswith("."):
        said = last["said"]
        if _is_noted(said, page) or (at < 2 and said.isdecimal() and len(said) <= 2):
            stop = last.start()
    bare = _NOTE_BARE.search(p.text)
    if bare is not None and bare.start() > 12 and page.fold(bare["said"]) in page.cues.furniture.notes:
        stop = bare.start()
    if start == 0 and stop == len(p.text):
        return [p]
    return [
        *(f.told(BlockKind.FURNITURE, NOTE) for f in p.part(0, start)),
        *p.part(start, stop),
        *(f.told(BlockKind.FURNITURE, NOTE) for f in p.part(stop, len(p.text))),
    ]


def _flag(p: Piece, page: Page) -> int:
    """Where the headline begins behind its flag."""
    first = _NOTE_FIRST.match(p.text)
    if first is not None and _is_noted(first["said"], page):
        return first.end() if first.end() < len(p.text) else 0
    folded = page.fold(p.text)
    lead = len(folded) - len(folded.lstrip("-–—* "))
    for flag in page.cues.furniture.flags if len(folded) == len(p.text) else ():
        end = _FLAG_END.match(p.text, lead + len(flag)) if folded.startswith(flag, lead) else None
        if end is not None and end.end() < len(p.text):
            return end.end()
    return 0
