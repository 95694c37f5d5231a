"""Restores the characters of a damaged Turkish report: ş ğ ı İ, ç ö ü where they were lost, too, and what was misread.

Edits remove no word and join none but the two parts of one that a line's end cut, or a name and its suffix that a link
or a space parted. In a text that lost only ş ğ ı İ nothing else changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from haberci.core.report import Block, BlockKind
from haberci.core.rule import Rule
from haberci.core.span import Edit, OffsetMap, Span, apply_edits
from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters.broken import broken_edits
from haberci.languages.tr.letters.circumflex import with_circumflexes
from haberci.languages.tr.letters.damage import lost_letters
from haberci.languages.tr.letters.encoding import encoding_edits
from haberci.languages.tr.letters.known import ASCII, NONE
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.parted import doubled_edits, parted_edits
from haberci.languages.tr.letters.scan import Scanner
from haberci.languages.tr.letters.tokens import Part
from haberci.languages.tr.letters.two_steps import in_one_step
from haberci.languages.tr.letters.words import restorer

RULES: Final = (
    Rule(
        "letters.lexicon",
        "The one word form that the letters allow, or by far the commonest in news.",
        "Bakan açiklama yapti.",
    ),
    Rule("letters.pair", "Of several word forms the one that stands beside such a word.", "Dis politika degisti."),
    Rule("letters.context", "Of several word forms the one that fits its neighbours.", "Asil sorun degisti."),
    Rule("letters.name", "A name as the actor register spells it.", "Lukasenko Minsk'te konustu."),
    Rule("letters.acronym", "An acronym as news spell it, with the fewest changes.", "IKÖ toplantisi basladi."),
    Rule("letters.suffix", "A suffix behind an apostrophe follows the vowel before it.", "Rusya'nin yaniti gecikmedi."),
    Rule("letters.stem", "A word that was never counted: a stem and its suffixes.", "Köyün bostanciliklarini anlatti."),
    Rule(
        "letters.compound", "A word that was never counted: two that were.", "Bakan Kizilbostan köyünü gezdi, ayrildi."
    ),
    Rule("letters.ngram", "A word that was never counted: letter by letter.", "Bakan firildaksi dedi, açikladi."),
    Rule(
        "letters.circumflex", "A circumflex without which it is another word.", "Sirket gecen yil kar etti, acikladi."
    ),
    Rule("letters.utf8", "UTF-8 that was read in a one-byte code page.", "GÃ¼venlik Konseyi toplandÄ±."),
    Rule("letters.cp1254", "Turkish Windows text that was read as Latin-1.", "Dýþiþleri Bakaný konuþtu."),
    Rule("letters.quotes", "Quotation marks of Windows text that was read as Latin-1.", "Lider \x93barýþ\x94 dedi."),
    Rule("letters.entity", "A letter or sign written as an HTML entity.", "G&ouml;r&uuml;&#351;me sürüyor."),
    Rule("letters.ligature", "Letters that a page set as one sign.", "Bakan ﬁkrini açıkladı."),
    Rule("letters.hyphen", "A soft hyphen within a word.", "Cumhur\u00adbaşkanı geldi."),
    Rule("letters.widthless", "A sign without width, which no word needs.", "\ufeffCumhur\u200bbaşkanı geldi."),
    Rule("letters.doubled", "Two marks before a suffix stand for one.", "Rusya''nın yanıtı gecikmedi."),
    Rule("letters.parted", "A suffix that stood apart from its name.", "Rusya ’ nın yanıtı gecikmedi."),
    Rule("letters.cut", "A word that was cut at a line's end.", "Bakan dün yaptığı açık-\nlamada konuştu."),
    Rule("letters.break", "A line that was broken within its paragraph.", "Bakan dün yaptığı\naçıklamada konuştu."),
    Rule("letters.combining", "A letter and its mark that stood apart.", "Go\u0308ru\u0308s\u0327me sürüyor."),
)


_FLOWING: Final = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.SUBHEAD, BlockKind.PARAGRAPH})


def characters(raw: str) -> tuple[Edit, ...]:
    """The edits that lead a raw text back to the characters that were meant, in order; no letter is guessed.

    What stood apart from a name is set behind it again, so that there may be fewer words than before.
    """
    edits = encoding_edits(raw, is_turkish)
    meant = apply_edits(raw, edits) if edits else raw
    return in_one_step(raw, edits, sorted((*parted_edits(meant), *doubled_edits(meant)), key=attrgetter("start")))


def repair(
    raw: str, blocks: Sequence[Block], names: frozenset[str], read: Sequence[Edit] | None = None
) -> tuple[Edit, ...]:
    """The edits that restore a raw text, in order.

    ``blocks`` are the parts of the text (raw spans); words do not run over their borders. Without blocks the text is
    taken as one. ``names`` are the register's proper names, ``read`` the edits of its characters where these are known;
    else no word is joined to another for a space between them.
    """
    spans = [block.at.raw for block in blocks] or [Span(0, len(raw))]
    read = encoding_edits(raw, is_turkish) if read is None else read
    text, parts = _parts(raw, spans, read)
    flowing = [part for part, block in zip(parts, blocks, strict=False) if block.kind in _FLOWING]
    broken = broken_edits(flowing, _seen, restorer(ASCII, NONE).has_stem)
    if broken:
        read = in_one_step(raw, read, broken)
        text, parts = _parts(raw, spans, read)
    bylines = [block.kind is BlockKind.BYLINE for block in blocks] or [False]
    found: list[Edit] = []
    for part, lost, byline in zip(parts, lost_letters(text, parts), bylines, strict=True):
        if lost != NONE:
            scanner = _scanner(lost, names, part.is_loud)
            edits = scanner.names(part) if byline else scanner.edits(part)
            found += with_circumflexes(part, edits) if lost >= ASCII and not byline else edits
    return in_one_step(raw, read, found)


def _parts(raw: str, spans: Sequence[Span], edits: Sequence[Edit]) -> tuple[str, list[Part]]:
    """The text after some edits, and its parts."""
    text = raw
    if edits:
        text, offsets = apply_edits(raw, edits), OffsetMap(edits)
        spans = [offsets.to_text(at) for at in spans]
    return text, [Part(text[at.start : at.stop], at.start) for at in spans]


def _seen(word: str) -> int:
    """How often a word was counted, whatever its marks."""
    return sum(form.total for form in shipped_model().forms(fold(word)))


def is_turkish(word: str) -> bool:
    """Whether a word was counted in Turkish as it stands."""
    return any(form.word == lower(word) for form in shipped_model().forms(fold(word)))


@lru_cache(maxsize=64)
def _scanner(lost: frozenset[str], names: frozenset[str], is_loud: bool) -> Scanner:
    return Scanner(restorer(lost, names), is_loud)


__all__ = ["RULES", "characters", "repair"]
