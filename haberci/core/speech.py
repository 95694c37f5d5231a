"""Reporting expressions: the words by which a report says that someone said something.

A cue is a row of ``cues.tsv``. Its pattern is written as a frame's (``haberci.core.frames``): the last element anchors
it, a verb by its lemma (``et!``), or a word (``göre``) or its beginning (``açıklama*``); the others stand before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.frames import parse_element
from haberci.core.lexicon import Row, read_rows
from haberci.core.pattern import Element, Match, fits_noun
from haberci.core.report import Report, Statement
from haberci.core.rule import Rule
from haberci.core.span import Evidence, Span

COLUMNS: Final = ("id", "pattern", "construction", "force", "example")
FORCES: Final = frozenset(
    "tell claim promise warn deny urge praise accuse announce ask thank reply threaten admit stress wish recall assess "
    "propose condole".split()
)
KEY: Final = 3  # letters of a noun by which its cues are looked up


class Construction(StrEnum):
    """What an expression needs beside itself to make a statement, or which part of one it is."""

    CONTENT = "content"  # a content clause or a quotation
    QUOTE = "quote"  # a quotation
    WORDS = "words"  # a quotation, or the speaker's bare words up to the verb
    ANY = "any"  # a noun phrase will do: the risk, the importance of
    OWNED = "owned"  # a noun phrase with an owner will do: somebody's stance
    ASKED = "asked"  # a clause that names what is asked; without one it makes none, but opens one, as INTRO
    REPORTED = "reported"  # a clause that tells a fact, or a noun whose content such a clause tells: a rumour that
    REASONED = "reasoned"  # a clause or phrase that says what for, or words in marks: thanked for having done it
    REASON = "reason"  # stands behind what something is done for
    DECLARE = "declare"  # a relative clause that tells the content, or the text that follows
    HELD = "held"  # a noun in the locative that is the predicate of a content clause: "... görüşünde"
    INTRO = "intro"  # makes none, but opens one that another expression closes
    PASSIVE = "passive"  # as CONTENT, in the passive alone
    AGENTLESS = "agentless"  # as CONTENT, but its subject is what is said: the speaker is had from a document
    SENT = "sent"  # as AGENTLESS, but the speaker stands before it in the ablative: "X'ten yanıt geldi"
    PEOPLE = "people"  # people who may speak without a name, and with no comma behind them: "Uzmanlar"
    LOCALS = "locals"  # people of the land that a report tells of, who may speak without a name: "Görgü tanıkları"
    PRESS = "press"  # a noun for the press, which is that land's behind LOCAL: "ülke basını"
    LOCAL = "local"  # ties the press to the land that a report tells of
    DOCUMENT = "document"  # a noun for what is said or written; its owner or origin is the source
    UTTERANCE = "utterance"  # a noun for what somebody says, which the words in marks before it are: "..." çağrısı
    ACCORDING = "according"  # a postposition that follows a source
    MEASURE = "measure"  # tells that "according to" compares: "Ankara'ya göre daha soğuk"
    SOURCE = "source"  # a noun for people whom "according to" may name without a name
    MEDIUM = "medium"  # a noun for a medium that may speak under a name that no register knows: "X gazetesi"
    AGAIN = "again"  # a noun that takes up an organisation named before
    MEMBER = "member"  # ties a person to the body named before
    NAMED = "named"  # stands between a name in marks and what bears it: "X" adlı grup
    BEARING = "bearing"  # ties a content clause to a document
    HEADING = "heading"  # stands before a colon, after a document
    LISTING = "listing"  # as HEADING, and before dots or the end of its line as well: "satır başları..."
    POINTER = "pointer"  # points to speech behind a colon, whatever the verb before that: "şu konular öne çıktı:"
    AGENT = "agent"  # a postposition that follows the doer of a passive
    TIE = "tie"  # ties a quotation to a verb that is no reporting verb: "..." sözleriyle karşıladı
    PARTICLE = "particle"  # leans on the subject before it
    COMPANY = "company"  # ties two subjects that speak together: "X ile Y, ..."


CONSTRUCTIONS: Final = tuple(construction.value for construction in Construction)
ANNOUNCING: Final = frozenset({Construction.HEADING, Construction.LISTING})  # stand right before a text
SPOKEN: Final = frozenset({Construction.QUOTE, Construction.WORDS})  # those that need somebody's very words


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting expression. ``before`` are the elements that stand before the ``anchor``.

    ``keys`` are the first letters of the word next to the anchor, to pass it over quickly; none where any will do.
    """

    id: str
    before: tuple[Element, ...]
    anchor: Element
    construction: Construction
    force: str
    says: str
    example: str
    keys: frozenset[str] = frozenset()

    @property
    def verbal(self) -> bool:
        """Whether a verb anchors it."""
        return self.anchor.match is Match.LEMMA

    @property
    def rule(self) -> str:
        """The id that is stored with a statement."""
        return f"statement.{self.id}"


@dataclass(frozen=True, slots=True)
class CueTable:
    """All reporting expressions, found by their anchor; those with the most elements stand first.

    ``quoting`` are the first elements of those that need somebody's very words, which stand right behind them.
    """

    cues: tuple[Cue, ...]
    by_lemma: Mapping[str, tuple[Cue, ...]] = field(repr=False)
    by_noun: Mapping[str, tuple[Cue, ...]] = field(repr=False)
    quoting: tuple[Element, ...] = field(repr=False)

    def verbal(self, lemma: str) -> tuple[Cue, ...]:
        """Expressions anchored in a verb, by its lemma."""
        return self.by_lemma.get(lemma, ())

    def nominal(self, word: str) -> Cue | None:
        """The expression anchored in the small-letter word, None when there is none."""
        for cue in self.by_noun.get(word[:KEY], ()):
            if fits_noun(cue.anchor, word):
                return cue
        return None

    def all_nominal(self, words: Iterable[str]) -> list[Cue | None]:
        """The expression anchored in each of the small-letter words; most words anchor none."""
        begun = self.by_noun
        return [self.nominal(word) if word[:KEY] in begun else None for word in words]

    def is_a(self, construction: Construction, word: str) -> bool:
        """Whether the small-letter word is an expression of this construction."""
        cue = self.nominal(word)
        return cue is not None and cue.construction is construction

    def names_message(self, word: str) -> bool:
        """Whether a small-letter word tells what somebody sends: "X'ten yanıt geldi", "X'ten yanıt:"."""
        return any(c.construction is Construction.SENT and fits_noun(c.before[-1], word) for c in self.cues)

    def follows_speech(self, word: str) -> bool:
        """Whether a small-letter word begins what follows a quotation: diye, ifadesini, sözleriyle."""
        if self.is_a(Construction.TIE, word) or self.is_a(Construction.DOCUMENT, word):
            return True
        return any(fits_noun(element, word) for element in self.quoting)

    def rules(self) -> tuple[Rule, ...]:
        """Each expression as a rule with its example."""
        return tuple(Rule(c.rule, c.says, c.example) for c in self.cues)


def load_cues(files: Iterable[str | Path]) -> CueTable:
    """Read cue tables; a later table's row replaces an earlier one of the same id. Raises LexiconError."""
    rows: dict[str, Cue] = {}
    for file in files:
        seen: set[str] = set()
        for row in read_rows(file, COLUMNS):
            cue = _cue(row)
            if cue.id in seen:
                raise row.error(f"id {cue.id} stands twice")
            seen.add(cue.id)
            rows[cue.id] = cue
    cues = tuple(sorted(rows.values(), key=lambda c: (-len(c.before), -len(c.anchor.every[0]), c.id)))
    quoting = dict.fromkeys(c.before[0] for c in cues if c.construction in SPOKEN and c.before)
    return CueTable(cues, _index(cues, verbal=True), _index(cues, verbal=False), tuple(quoting))


class Spoken:
    """The statements of one report by the words they tell, so that a long report is read in linear time."""

    def __init__(self, report: Report) -> None:
        told = [(c.span, number) for number, s in enumerate(report.statements) for c in s.content]
        told.sort()
        self._statements = report.statements
        self._told = told
        self._starts = [span.start for span, _ in told]
        self._longest = max((span.stop - span.start for span, _ in told), default=0)
        by_sentence: dict[Evidence, list[Statement]] = {}
        for statement in report.statements:
            by_sentence.setdefault(statement.at, []).append(statement)
        self._by_sentence = by_sentence

    def at(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds a span of the repaired text; None where the report speaks."""
        inner: tuple[int, int] | None = None
        for place in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            content, number = self._told[place]
            if content.start < span.stop - self._longest:
                break
            if content.holds(span):
                size = (content.stop - content.start, number)
                inner = size if inner is None else min(inner, size)
        return None if inner is None else self._statements[inner[1]]

    def joint(self, statement: Statement) -> list[Statement]:
        """The statements of all who speak by the same cue, in order."""
        return [s for s in self._by_sentence[statement.at] if s.cue_at == statement.cue_at]


def _cue(row: Row) -> Cue:
    elements = [parse_element(row, text) for text in row.needs("pattern").split()]
    construction = Construction(row.one_of("construction", CONSTRUCTIONS))
    return Cue(
        id=row.needs("id"),
        before=tuple(elements[:-1]),
        anchor=elements[-1],
        construction=construction,
        force=row.one_of("force", FORCES),
        says=f"“{row['pattern']}” reports speech ({construction})",
        example=row.needs("example"),
        keys=_keys(elements[-2]) if len(elements) > 1 else frozenset(),
    )


def _keys(element: Element) -> frozenset[str]:
    return frozenset() if element.match is Match.LEMMA else frozenset(word[:KEY] for word in element.every)


def _index(cues: Iterable[Cue], verbal: bool) -> Mapping[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for cue in cues:
        if cue.verbal is verbal:
            for key in dict.fromkeys(w if verbal else w[:KEY] for w in cue.anchor.every):
                table.setdefault(key, []).append(cue)
    return MappingProxyType({key: tuple(found) for key, found in table.items()})
