"""Restores the letters of a damaged Turkish report: ş ğ ı İ, and ç ö ü where they were lost, too.

Edits never remove, join or split words. In a text that lost only ş ğ ı İ nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haberci.core.report import Block, BlockKind
from haberci.core.rule import Rule
from haberci.core.span import Edit
from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters_damage import NONE, encoding_edits, lost_letters
from haberci.languages.tr.letters_names import foreign_names
from haberci.languages.tr.letters_tokens import APOSTROPHES, LetterWord, Part, Written
from haberci.languages.tr.letters_words import Restored, Restorer, restorer

RULES = (
    Rule("letters.lexicon", "The one word form counted in news that the letters allow.", "Bakan açiklama yapti."),
    Rule("letters.pair", "Of several word forms the one that stands beside such a word.", "Dis politika degisti."),
    Rule("letters.context", "Of several word forms the one that fits its neighbours.", "Asil sorun degisti."),
    Rule("letters.name", "A name as the actor register spells it.", "Lukasenko Minsk'te konustu."),
    Rule("letters.acronym", "An acronym as news spell it, with the fewest changes.", "IKÖ toplantisi basladi."),
    Rule("letters.suffix", "A suffix behind an apostrophe follows the vowel before it.", "Rusya'nin yaniti gecikmedi."),
    Rule("letters.stem", "A word that was never counted: a stem and its suffixes.", "Köyün bostanciliklarini anlatti."),
    Rule(
        "letters.compound", "A word that was never counted: two that were.", "Bakan Kizilarslan köyünü gezdi, ayrildi."
    ),
    Rule("letters.ngram", "A word that was never counted: letter by letter.", "Bakan firildaksi dedi, açikladi."),
    Rule("letters.utf8", "UTF-8 that was read in a one-byte code page.", "GÃ¼venlik Konseyi toplandÄ±."),
    Rule("letters.cp1254", "Turkish Windows text that was read as Latin-1.", "Dýþiþleri Bakaný konuþtu."),
    Rule("letters.quotes", "Quotation marks of Windows text that was read as Latin-1.", "Lider \x93barýþ\x94 dedi."),
    Rule("letters.combining", "A letter and its mark that stood apart.", "Go\u0308ru\u0308s\u0327me sürüyor."),
)

_PARTICLES = frozenset("mi midir mudur miydi miyim miyiz misin misiniz mu muydu muyuz musunuz miymis".split())
_SUFFIXES = frozenset("in nin un nun i yi si lik luk li lu ni nin nda".split())


def repair(raw: str, blocks: Sequence[Block], names: frozenset[str]) -> tuple[Edit, ...]:
    """The edits that restore a raw text, in order.

    ``blocks`` are the parts of the text (raw spans); words do not run over their borders. Without blocks the text is
    taken as one. ``names`` are the register's proper names.
    """
    found = encoding_edits(raw)
    if any(edit.reason != "letters.quotes" for edit in found):
        return tuple(found)
    parts = [Part(raw[block.at.start : block.at.stop], block.at.start) for block in blocks] or [Part(raw)]
    bylines = {block.at.start for block in blocks if block.kind is BlockKind.BYLINE}
    for part, lost in zip(parts, lost_letters(raw, parts), strict=True):
        if lost != NONE:
            found += _part_edits(part, restorer(lost, names), part.start in bylines)
    return tuple(sorted(found, key=lambda edit: edit.start))


def _part_edits(part: Part, restore: Restorer, byline: bool) -> Iterator[Edit]:
    words, offset = part.words, part.start
    bare = [fold(word.text) for word in words]
    keys = ["", "", *bare, "", ""]
    named = foreign_names(words, bare, restore.model)
    before = ""
    for at, word in enumerate(words):
        if word.written is Written.SUFFIX:
            after, reason = restore.suffix(word.text, _base(part.text, word.start, before))
        elif before and _hangs_on(word, keys[at + 2], words[at - 1]):
            after, reason = restore.suffix(word.text, before, apart=True)
        elif keys[at + 2] in _SUFFIXES and _is_behind_number(part.text, word.start):
            after, reason = restore.suffix(word.text, _base(part.text, word.start - 1, before))
        elif byline or at in named:
            after, reason = restore.name(word.text)
        else:
            around = (keys[at], keys[at + 1], keys[at + 3], keys[at + 4])
            after, reason = restore.word(word.text, word.written, around)
        if reason:
            yield Edit(offset + word.start, offset + word.stop, word.text, after, reason)
        before = after


def _hangs_on(word: LetterWord, key: str, before: LetterWord) -> bool:
    """Whether a word of its own follows the vowel of the one before: the question particle, or a suffix set apart."""
    if key.startswith("m") and key in _PARTICLES:
        return True
    return key in _SUFFIXES and word.written is Written.SMALL and before.written in (Written.CAPITAL, Written.INITIAL)


def _is_behind_number(part: str, start: int) -> bool:
    """Whether a suffix lost the apostrophe behind a number: ``yüzde 60 in üzerinde``."""
    return start > 1 and part[start - 1] == " " and part[start - 2].isdigit()


def _base(part: str, start: int, before: str) -> str:
    """What a suffix at ``start`` hangs on: the word before, or a number."""
    stop = start - (part[start - 1] in APOSTROPHES)
    start = stop
    while start > 0 and (part[start - 1].isdigit() or (part[start - 1] in ".," and start < stop)):
        start -= 1
    return part[start:stop] if start < stop else before


__all__ = ["RULES", "Restored", "repair"]
