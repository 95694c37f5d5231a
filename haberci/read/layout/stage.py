"""Layout: which stretch of the text is headline, byline, dateline, subhead, paragraph or furniture.

Nothing is removed. The blocks cover every character that is not space exactly once, in order.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from haberci.core.language import Context
from haberci.core.report import Block, BlockKind, Report
from haberci.core.rule import Rule
from haberci.core.span import apply_edits, as_span
from haberci.read.layout.byline import ahead, bylines, signatures, signed
from haberci.read.layout.dateline import Dateline, dateline, dateline_within, lone
from haberci.read.layout.furniture import furniture, is_furniture, notes, tail
from haberci.read.layout.headline import LONGEST, headline
from haberci.read.layout.lines import Piece, pieces
from haberci.read.layout.names import is_address, is_person
from haberci.read.layout.page import Page
from haberci.read.layout.subhead import glued, subheads

RULES: Final = (
    Rule("layout.headline.first", "A first line that does not end as a sentence.", "Heyet Bakü'ye gitti"),
    Rule("layout.headline.title", "The line that is the report's title.", "Heyet Bakü'ye gitti"),
    Rule("layout.headline.dateline", "What stands before the dateline.", "Heyet Bakü'ye gitti OŞ (AA) - Heyet gitti."),
    Rule("layout.headline.repeat", "The headline once more.", "Heyet Bakü'ye gitti"),
    Rule("layout.byline.glued", "A name glued to the end of the headline.", "Heyet Bakü'ye gittiAyşe Nur Demir"),
    Rule("layout.byline.word", "A line that names its writer.", "Muhabir: Ayşe Nur Demir"),
    Rule("layout.byline.name", "A name alone below the headline or at the end.", "Ayşe Nur Demir"),
    Rule("layout.byline.signature", "A name behind the last sentence.", "Heyet gitti. (Ayşe DEMİR/OŞ/DHA)"),
    Rule("layout.dateline.full", "Place and agency before the first sentence.", "OŞ (AA) - Heyet gitti."),
    Rule("layout.dateline.agency", "An agency before the first sentence or at the end.", "RADİKAL - Heyet gitti."),
    Rule("layout.dateline.place", "A place in capitals before the first sentence.", "ANKARA - Heyet gitti."),
    Rule("layout.subhead.dash", "A line with a dash between paragraphs.", "- Terör örgütlerinin yeni hedefi"),
    Rule("layout.subhead.line", "A short line between paragraphs that does not end as a sentence.", "Yeni hedefler"),
    Rule("layout.subhead.capitals", "A line in capitals between paragraphs.", "YENİ HEDEFLER"),
    Rule("layout.subhead.quote", "A short quotation alone between paragraphs.", '"Sınır kapısı açılmalı"'),
    Rule("layout.subhead.bold", "A line in bold between paragraphs.", "**Yeni hedefler**"),
    Rule("layout.subhead.glued", "Capitals that end a clause before a sentence.", "KAPI AÇILDI Heyet dün geldi."),
    Rule("layout.furniture.line", "Words of the page, not of the report.", "Haberin devamı için tıklayın"),
    Rule("layout.furniture.listed", "Headlines of other reports below such words.", "İlgili haberler"),
    Rule("layout.furniture.note", "The wire's own note at the headline.", "Heyet Bakü'ye gitti (Fotoğraflı)"),
    Rule("layout.furniture.caption", "Words under a picture.", "Bakan (solda), elçi ile"),
    Rule("layout.furniture.tail", "Words of the page behind the last sentence.", "Heyet gitti. Kaynak: AA"),
    Rule("layout.furniture.marks", "A line without a letter or figure.", "* * *"),
    Rule("layout.paragraph", "All other text.", "Heyet Bakü'ye gitti."),
)
_FIRST: Final = 8  # so many pieces may stand before the dateline
_FIRST_WITHIN: Final = 3  # so many before a line that has its headline and its dateline in one


def layout(report: Report, context: Context) -> Report:
    """The report with its layout: its text is cut up as far as its characters are restored."""
    pack = context.pack
    title = report.title or ""
    # Each line is looked at by several steps, and folding it is what costs.
    page = Page(
        report.text, apply_edits(title, pack.characters(title)), pack.layout, lru_cache(maxsize=1024)(pack.fold)
    )
    apart = lru_cache(maxsize=1024)(lambda line: is_furniture(line, page) or is_address(line))
    found = pieces(report.text, apart)
    for step in (furniture, signed, notes, _datelines, headline, bylines, _endings, _glued, subheads):
        found = step(found, page)
    return replace(report, layout=_covering(report, [_block(p, report) for p in found]))


def _block(p: Piece, report: Report) -> Block:
    kind, rule = (p.kind, p.rule) if p.kind else (BlockKind.PARAGRAPH, "layout.paragraph")
    return Block(kind, report.evidence(as_span((p.start, p.stop))), rule, p.value)


def _covering(report: Report, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, each with what was cut out of the text right before or behind it."""
    if not report.edits:
        return tuple(blocks)
    if not blocks:  # marks that are read as spaces: "Â\u00a0"
        return _unread(report)
    raw, stops = report.raw, [*(block.at.start for block in blocks[1:]), len(report.raw)]
    covering: list[Block] = []
    at = 0
    for block, next_start in zip(blocks, stops, strict=True):
        start, stop = block.at.start, block.at.stop
        start -= len(raw[at:start].lstrip())
        while stop < next_start and not raw[stop].isspace():
            stop += 1
        if next_start == len(raw):
            stop = max(stop, len(raw.rstrip()))
        at = stop
        covering.append(replace(block, at=block.at._replace(start=start, stop=stop)))
    return tuple(covering)


def _unread(report: Report) -> tuple[Block, ...]:
    """The one block of a text of which nothing but spaces is left, where more than spaces were received."""
    if not report.raw.strip():
        return ()
    whole = report.evidence(as_span((0, len(report.text))))
    return (Block(BlockKind.FURNITURE, whole, "layout.furniture.marks"),)


def _datelines(found: list[Piece], page: Page) -> list[Piece]:
    """Cut the dateline off the paragraph that it opens; what stands before it on the line is the headline."""
    for at, p in enumerate(found[:_FIRST]):
        if p.kind is not None:
            continue
        opening = dateline(p.text, page.cues, page.fold)
        if opening is None and _stands_alone(found, at):
            opening = lone(p.text, page.cues, page.fold)
        if opening is None and at < _FIRST_WITHIN:
            opening = dateline_within(p.text, page.cues, page.fold)
        if opening is not None:
            return [*_heads(found[:at], p, opening), *_cut(p, opening, page), *found[at + 1 :]]
        named = ahead(p, page)
        if len(named) > 1:
            return [*found[:at], *named, *found[at + 1 :]]
    return found


def _stands_alone(found: list[Piece], at: int) -> bool:
    """Whether a line that is nothing but a place may be a dateline: at the head, or below a headline."""
    if len(found) == 1 or at == 0 or found[at - 1].kind is not None:
        return len(found) > 1
    after = found[at + 1] if at + 1 < len(found) else None
    return at < _FIRST_WITHIN and not found[at - 1].ends_sentence and after is not None and _follows(after)


def _follows(after: Piece) -> bool:
    return after.kind is not None or (after.ends_sentence and len(after.text.split()) > 3)


def _heads(before: list[Piece], p: Piece, opening: Dateline) -> list[Piece]:
    """The pieces above the dateline, with the part of its line that stands before it."""
    heads = [*before, *p.part(0, opening.start)]
    if opening.rule != "layout.dateline.full":
        return heads
    first = next((i for i, h in enumerate(heads) if h.kind is None), None)
    if first is not None and len(heads[first].text) <= 3 * LONGEST:
        heads[first] = heads[first].told(BlockKind.HEADLINE, "layout.headline.dateline")
    return heads


def _cut(p: Piece, opening: Dateline, page: Page) -> list[Piece]:
    (line,) = p.part(opening.start, opening.stop)
    rest = [part for q in p.part(opening.stop, len(p.text)) for part in ahead(q, page)]
    kind, rule, value = BlockKind.DATELINE, opening.rule, opening.value
    if is_person(dict(value).get("place", ""), page.cues, page.fold):
        kind, rule = BlockKind.BYLINE, "layout.byline.name"
        value = tuple(("name" if key == "place" else key, said) for key, said in value)
    return [line.told(kind, rule, value)._replace(blank=p.blank), *rest]


def _endings(found: list[Piece], page: Page) -> list[Piece]:
    """Cut off what is glued to the paragraphs' ends: signatures, and behind the last one the page's words."""
    open_ones = [at for at, p in enumerate(found) if p.kind is None]
    result: list[Piece] = []
    for at, p in enumerate(found):
        parts = tail(p, page) if at in open_ones[-2:] else [p]
        for part in parts:
            closing = at == open_ones[-1] if open_ones else False
            result += signatures(part, page, closing) if part.kind is None else [part]
    return result


def _glued(found: list[Piece], page: Page) -> list[Piece]:
    return [part for p in found for part in (glued(p, page) if p.kind is None else [p])]
