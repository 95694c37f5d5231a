"""Layout: which stretch of the raw text is headline, byline, dateline, subhead, paragraph or furniture.

Nothing is removed. The blocks cover every character that is not space exactly once, in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from haberci.core.language import Context
from haberci.core.layout import LayoutCues
from haberci.core.report import Block, BlockKind, Report
from haberci.core.rule import Rule
from haberci.core.span import Evidence
from haberci.read.layout_dateline import Dateline, dateline, dateline_within, lone
from haberci.read.layout_headline import LONGEST, NAME, glued_name, is_name, repeats
from haberci.read.layout_lines import Piece, piece, pieces

RULES = (
    Rule("layout.headline.first", "A first line that does not end as a sentence.", "Heyet Bakü'ye gitti"),
    Rule("layout.headline.title", "The line that is the report's title.", "Heyet Bakü'ye gitti"),
    Rule("layout.headline.dateline", "What stands before the dateline.", "Heyet Bakü'ye gitti OŞ (AA) - Heyet gitti."),
    Rule("layout.headline.repeat", "The headline once more.", "Heyet Bakü'ye gitti"),
    Rule("layout.byline.glued", "A name glued to the end of the headline.", "Heyet Bakü'ye gittiAyşe Nur Demir"),
    Rule("layout.byline.word", "A line that names its writer.", "Muhabir: Ayşe Nur Demir"),
    Rule("layout.byline.name", "A name alone below the headline or at the end.", "Ayşe Nur Demir"),
    Rule("layout.dateline.full", "Place and agency before the first sentence.", "OŞ (AA) - Heyet gitti."),
    Rule("layout.dateline.agency", "An agency before the first sentence.", "RADİKAL - Heyet gitti."),
    Rule("layout.dateline.place", "A place in capitals before the first sentence.", "ANKARA - Heyet gitti."),
    Rule("layout.subhead.dash", "A line with a dash between paragraphs.", "- Terör örgütlerinin yeni hedefi"),
    Rule("layout.subhead.line", "A short line between paragraphs that does not end as a sentence.", "Yeni hedefler"),
    Rule("layout.subhead.capitals", "A line in capitals between paragraphs.", "YENİ HEDEFLER"),
    Rule("layout.furniture.line", "Words of the page, not of the report.", "Haberin devamı için tıklayın"),
    Rule("layout.furniture.marks", "A line without a letter or figure.", "* * *"),
    Rule("layout.paragraph", "All other text.", "Heyet Bakü'ye gitti."),
)
_DASH = re.compile(r"[-–—•*]\s*(?=\S)")
_NAMED = re.compile(rf"(?P<word>[^:]{{3,20}}?)\s*:\s*(?P<name>{NAME}(?:\s*[,/-]\s*{NAME}){{0,3}})\.?")
_NAME_AGENCY = re.compile(rf"(?P<name>{NAME})\s*[,/-]\s*(?:\w[\w ]*/)?\s*\(?(?P<agency>[\w. ]{{2,18}})\)?")
_FIRST = 6  # so many pieces may stand before the dateline


@dataclass(frozen=True, slots=True)
class _Page:
    """What the steps share: the raw text, its title, the language's cues and its fold."""

    raw: str
    title: str
    cues: LayoutCues
    fold: Callable[[str], str]

    def same(self, one: str, other: str) -> bool:
        """Whether two lines say the same, marks, capitals and space aside."""
        return self._bare(one) == self._bare(other) != ""

    def _bare(self, text: str) -> str:
        return "".join(filter(str.isalnum, self.fold(text)))

    def is_furniture(self, line: str) -> bool:
        """Whether a line belongs to the page."""
        if len(line) > 160:
            return False
        return self.fold(line).startswith(self.cues.furniture)

    def is_button(self, line: str) -> bool:
        """Whether a line is nothing but a button or the name of a section."""
        return line[0].isupper() and self.fold(line).strip(" :.…»>") in self.cues.furniture_lines


def layout(report: Report, context: Context) -> Report:
    """The report with its layout, in offsets of the raw text."""
    pack = context.pack
    page = _Page(report.raw, report.title or "", pack.layout, pack.fold)
    found = pieces(report.raw, page.is_furniture)
    for step in (_furniture, _signed, _datelines, _headline, _bylines, _subheads):
        found = step(found, page)
    return replace(report, layout=tuple(_block(p) for p in found))


def _block(p: Piece) -> Block:
    kind, rule = (p.kind, p.rule) if p.kind else (BlockKind.PARAGRAPH, "layout.paragraph")
    return Block(kind, Evidence(p.start, p.stop, p.start, p.stop), rule, p.value)


def _furniture(found: list[Piece], page: _Page) -> list[Piece]:
    return [_as_furniture(p, page, at == 0 or found[at - 1].ends_sentence or p.blank) for at, p in enumerate(found)]


def _as_furniture(p: Piece, page: _Page, alone: bool) -> Piece:
    if page.is_furniture(p.text) or (alone and page.is_button(p.text)):
        return replace(p, kind=BlockKind.FURNITURE, rule="layout.furniture.line")
    if not any(map(str.isalnum, p.text)):
        return replace(p, kind=BlockKind.FURNITURE, rule="layout.furniture.marks")
    return p


def _datelines(found: list[Piece], page: _Page) -> list[Piece]:
    """Cut the dateline off the paragraph that it opens; what stands before it on the line is the headline."""
    for at, p in enumerate(found[:_FIRST]):
        if p.kind is not None:
            continue
        opening = dateline(p.text, page.cues, page.fold)
        if opening is None and len(found) > 1 and (at == 0 or found[at - 1].kind is not None):
            opening = lone(p.text, page.cues, page.fold)
        if opening is None and at < 3:
            opening = dateline_within(p.text, page.cues, page.fold)
        if opening is not None:
            return [*_heads(found[:at], p, opening, page), *_cut(p, opening, page), *found[at + 1 :]]
    return found


def _heads(before: list[Piece], p: Piece, opening: Dateline, page: _Page) -> list[Piece]:
    """The pieces above the dateline, with the part of its line that stands before it."""
    head = piece(page.raw, p.start, p.start + opening.start, p.blank)
    heads = before if head is None else [*before, head]
    if opening.rule != "layout.dateline.full":
        return heads
    first = next((i for i, h in enumerate(heads) if h.kind is None), None)
    if first is not None and len(heads[first].text) <= 2 * LONGEST:
        heads = list(heads)
        heads[first] = replace(heads[first], kind=BlockKind.HEADLINE, rule="layout.headline.dateline")
    return heads


def _cut(p: Piece, opening: Dateline, page: _Page) -> list[Piece]:
    line = piece(page.raw, p.start + opening.start, p.start + opening.stop)
    rest = piece(page.raw, p.start + opening.stop, p.stop)
    assert line is not None  # a dateline is never empty
    return [
        replace(line, kind=BlockKind.DATELINE, rule=opening.rule, value=opening.value, blank=p.blank),
        *([] if rest is None else [rest]),
    ]


def _headline(found: list[Piece], page: _Page) -> list[Piece]:
    """Mark the headline and its repeats, and cut off the byline that is glued to it."""
    heads = (None, BlockKind.HEADLINE, BlockKind.DATELINE)
    at = next((i for i, p in enumerate(found) if p.kind in heads), None)
    if at is None or found[at].kind is BlockKind.DATELINE:
        return found
    rule = _headline_rule(found, at, page)
    if rule is None:
        return found
    result = found[:at]
    first = _split_head(found[at], rule, page, result, None)
    for p in found[at + 1 :]:
        if p.kind is None and len(p.text) <= 2 * LONGEST and _is_repeat(p, first, page):
            _split_head(p, rule, page, result, first)
        else:
            result.append(p)
    return result


def _headline_rule(found: list[Piece], at: int, page: _Page) -> str | None:
    p = found[at]
    if p.kind is BlockKind.HEADLINE:
        return p.rule
    rest = [q for q in found[at + 1 :] if q.kind in (None, BlockKind.DATELINE)]
    if page.title and page.same(p.text, page.title):
        return "layout.headline.title"
    fits = len(p.text) <= LONGEST and len(p.text.split()) > 1 and p.text[0] not in "-–—•*(["
    if not fits or not rest or p.text[0].islower():
        return None
    if any(page.same(p.text, q.text) for q in rest[:2]):
        return "layout.headline.first"
    longer = len(rest[0].text) > len(p.text) or rest[0].ends_sentence or rest[0].kind is BlockKind.DATELINE
    ends = p.ends_sentence and p.text[-1] not in "!?"
    return "layout.headline.first" if longer and not ends and p.text[-1] not in ",;" else None


def _is_repeat(p: Piece, head: str, page: _Page) -> bool:
    if page.same(p.text, head):
        return True
    cut = glued_name(p.text, page.cues, page.fold, True)
    return cut is not None and page.same(p.text[:cut], head)


def _split_head(p: Piece, rule: str, page: _Page, result: list[Piece], first: str | None) -> str:
    """Add headline (or repeat) and byline of one line to ``result``; returns the bare headline."""
    parts = repeats(p.text)
    known = first is not None or len(parts) > 1 or bool(page.title and page.same(p.text, page.title))
    for start, stop in parts:
        cut = glued_name(p.text[start:stop], page.cues, page.fold, known)
        middle = stop if cut is None else start + cut
        head = piece(page.raw, p.start + start, p.start + middle, p.blank)
        if head is None:
            continue
        if first is None:
            first = head.text
            result.append(replace(head, kind=BlockKind.HEADLINE, rule=rule))
        else:
            value = (("repeats", "headline"),)
            result.append(replace(head, kind=BlockKind.FURNITURE, rule="layout.headline.repeat", value=value))
        name = piece(page.raw, p.start + middle, p.start + stop)
        if name is not None:
            value = (("name", name.text),)
            result.append(replace(name, kind=BlockKind.BYLINE, rule="layout.byline.glued", value=value))
    return first or p.text


def _signed(found: list[Piece], page: _Page) -> list[Piece]:
    """Lines that say themselves that they are bylines."""
    return [_as_signed(p, page) if p.kind is None and len(p.text) <= 100 else p for p in found]


def _as_signed(p: Piece, page: _Page) -> Piece:
    named = _NAMED.fullmatch(p.text)
    if named and page.fold(named["word"]).strip() in page.cues.byline_words:
        return replace(p, kind=BlockKind.BYLINE, rule="layout.byline.word", value=(("name", named["name"]),))
    signed = _NAME_AGENCY.fullmatch(p.text)
    if signed and page.fold(signed["agency"]).strip(". ") in page.cues.agencies:
        return replace(p, kind=BlockKind.BYLINE, rule="layout.byline.name", value=(("name", signed["name"]),))
    return p


def _bylines(found: list[Piece], page: _Page) -> list[Piece]:
    """Names alone below the headline, and names, places and agencies alone at the end."""
    result = list(found)
    for at, p in enumerate(found):
        if p.kind is None and at > 0 and result[at - 1].kind in (BlockKind.HEADLINE, BlockKind.FURNITURE):
            result[at] = _as_name(p)
    for at in range(len(found) - 1, 0, -1):
        if result[at].kind is None:
            result[at] = _as_ending(result[at], page)
        if result[at].kind in (None, BlockKind.SUBHEAD, BlockKind.HEADLINE):
            break
    return result


def _as_name(p: Piece) -> Piece:
    if not is_name(p.text):
        return p
    return replace(p, kind=BlockKind.BYLINE, rule="layout.byline.name", value=(("name", p.text),))


def _as_ending(p: Piece, page: _Page) -> Piece:
    ending = lone(p.text, page.cues, page.fold)
    if ending is not None:
        return replace(p, kind=BlockKind.DATELINE, rule=ending.rule, value=ending.value)
    return _as_name(p)


def _subheads(found: list[Piece], page: _Page) -> list[Piece]:
    return [_as_subhead(found, at, page) if p.kind is None else p for at, p in enumerate(found)]


def _as_subhead(found: list[Piece], at: int, page: _Page) -> Piece:
    p = found[at]
    after = next((q for q in found[at + 1 :] if q.kind is None), None)
    before = next((q for q in reversed(found[:at]) if q.kind not in (BlockKind.FURNITURE, BlockKind.BYLINE)), None)
    if after is None or before is None or len(p.text) > 160:
        return p
    dashed = _DASH.match(p.text)
    if dashed and _is_list(before, after):
        return p
    if dashed and not p.ends_sentence:
        return replace(p, kind=BlockKind.SUBHEAD, rule="layout.subhead.dash")
    letters = [c for c in p.text if c.isalpha()]
    if len(letters) > 5 and sum(map(str.isupper, letters)) > 0.8 * len(letters) and len(after.text) > len(p.text):
        return replace(p, kind=BlockKind.SUBHEAD, rule="layout.subhead.capitals")
    plain = len(p.text) <= 100 and not p.ends_sentence and p.text[-1] not in ",;" and p.text[0].isupper()
    if plain and len(p.text.split()) > 1 and len(after.text) > len(p.text) and before.ends_sentence:
        return replace(p, kind=BlockKind.SUBHEAD, rule="layout.subhead.line")
    return p


def _is_list(before: Piece, after: Piece) -> bool:
    return _DASH.match(before.text) is not None or _DASH.match(after.text) is not None
