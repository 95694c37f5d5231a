"""Frames: which words name which deed, and which part of the clause is its doer and its receiver.

A frame is a row of a table in ``tr/frames``, one table a type of event. Its pattern is a row of elements, the last of
which anchors it:

    ``et!``         a verb by its lemma, in any form; several may be listed: ``düzenle/gerçekleştir!``;
                    ``sevk_et!`` is a verb of two words
    ``kabul``       a word in just this form
    ``saldırı*``    a word that begins so; a pattern that ends so is nominal and needs no verb
    ``tehdi*^``     the same in any case; without it a noun before a verb is not in the locative, ablative or "with"

Elements before the anchor stand before it in the clause, or, where the verb is a participle, right after it
("düzenlediği saldırı"). Fillers say where a part is looked for, in order; ``+`` unites two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.codebook import Codebook, EventType
from haberci.core.lexicon import Row, read_rows, tables_in
from haberci.core.pattern import Element, ElementIndex, Match, fits_noun, unmarked
from haberci.core.rule import Rule

COLUMNS: Final = ("id", "pattern", "type", "mode", "actor", "recipient", "flags", "example")
FILLERS: Final = frozenset(
    "subj obj dat abl loc gen against about agent with between for outer-obj outer-dat outer-abl comp planter place"
    " state near press host deep-gen deep-with speaker judge police forces rebels victims context people accuser"
    " unknown cause company rulers again outcome asker residents struck visitor visited told-to above above-dat"
    " condition let attackers asked asking charged addressee named associations papers participants two-sides border"
    " bereaved holder keeper militias culprit signers whence compatriots raider outlet at-war described mediated"
    " evaluated partner helped offered thanked public origin own-people barred assailants outer-gen member-of requested"
    " opponent joining tellers"
    " posted sender moved convened addressed subject-owner called parliament owner toward expected predicated site"
    " ruling accusing tried charger bearer headline-from headline-to headline-at harmed"
    " shot-from threatened".split()
)
FLAGS: Final = frozenset(
    "needs-actor needs-recipient needs-both mutual group group-recipient assembly crowd foreign civilian official"
    " statesman public at-person not-at-person by-person not-by-person armed fighters no-participle aimed"
    " political civilian-victim military-victim territory complement future-complement able planned planned-only weak"
    " raid organisation persecuted no-passive passive-only negation-rejects negation-drops negative-only blame"
    " no-wish gathers bare-refusal measure wanted denies conditional from-place to-place land-object alone irregular"
    " occasion shoots own-complement brings bodily adjacent downs beside unfestive purpose rhetorical"
    " first-person names-doer slain blast toll rebel-victim claims purge backdrop disperses asked-complement goes-on"
    " quoting headline supposed guards sues truce bombards summons led answers".split()
)
KEY: Final = 3
TYPES: Final = tuple(event_type.value for event_type in EventType)
CONDITIONS: Final = frozenset(
    "complement first-person own-complement able future-complement planned-only negative-only passive-only civilian"
    " from-place to-place organisation asked-complement".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to name a deed. ``before`` are the elements that go with the ``anchor``."""

    id: str
    before: tuple[Element, ...]
    anchor: Element
    type: EventType
    mode: str | None
    actor: tuple[tuple[str, ...], ...]
    recipient: tuple[tuple[str, ...], ...]
    flags: frozenset[str]
    says: str
    example: str
    keys: frozenset[str] = frozenset()  # first letters of the word next to the verb, to pass a frame over quickly
    nominal: bool = False  # whether it is anchored in a noun and needs no verb

    @property
    def weight(self) -> tuple[int, int, int]:
        """How specific it is: number of elements, then of letters, then of conditions."""
        return len(self.before), sum(len(e.every[0]) for e in self.before), len(self.flags & CONDITIONS)


class VerbFrames(NamedTuple):
    """The frames of one verb: of the most only those whose noun stands in the sentence are looked at.

    ``free`` holds the numbers of those that need the verb alone, ``by_noun`` of those with a noun next to it, by the
    number of the noun (``FrameTable.nouns``); ``by_first`` of those of two words, ``sevk_et!``, by the first one, each
    with its noun, if it has one.
    """

    frames: tuple[Frame, ...]
    free: tuple[int, ...]
    by_noun: dict[int, tuple[int, ...]]
    by_first: dict[str, tuple[tuple[int, int | None], ...]]

    def among(self, before: Iterable[str], nouns: Mapping[int, int], reach: int) -> list[Frame]:
        """The frames that may fire behind the words ``before``, in their order.

        ``nouns`` tells where each noun stands first in the sentence, ``reach`` how far it may stand.
        """
        numbers = set(self.free)
        for noun in self.by_noun.keys() & nouns.keys():
            if nouns[noun] <= reach:
                numbers.update(self.by_noun[noun])
        for word in before if self.by_first else ():
            for number, own in self.by_first.get(word, ()):
                if own is None or nouns.get(own, reach + 1) <= reach:
                    numbers.add(number)
        return [self.frames[number] for number in sorted(numbers)] if numbers else []


@dataclass(frozen=True, slots=True)
class FrameTable:
    """All frames, found by their anchor; the most specific stand first.

    ``idioms`` are words that, before a verb, take its plain meaning away ("dikkat çekti"): no frame of the bare verb
    fires. ``nouns`` tells which words may stand for the nouns next to the verbs.
    """

    frames: tuple[Frame, ...]
    by_lemma: Mapping[str, VerbFrames] = field(repr=False)
    by_noun: Mapping[str, tuple[Frame, ...]] = field(repr=False)
    idioms: frozenset[tuple[str, str]] = field(repr=False)
    nouns: ElementIndex = field(repr=False)

    def verbal(self, lemma: str) -> VerbFrames | None:
        """Frames anchored in a verb."""
        return self.by_lemma.get(lemma)

    def nominals(self, word: str) -> tuple[Frame, ...]:
        """Frames anchored in a noun that the small-letter word begins with (or is)."""
        found = self.by_noun.get(word[:4])
        return tuple(f for f in found if fits_noun(f.anchor, word)) if found else ()

    def all_nominals(self, words: Iterable[str]) -> list[tuple[int, tuple[Frame, ...]]]:
        """Frames anchored in each of the small-letter words that anchors any, with its number; most anchor none."""
        begun = self.by_noun
        likely = [(at, self.nominals(word)) for at, word in enumerate(words) if word[:4] in begun]
        return [(at, frames) for at, frames in likely if frames]

    def rules(self) -> tuple[Rule, ...]:
        """Each frame as a rule with its example."""
        return tuple(Rule(f"event.{f.id}", f.says, f.example) for f in self.frames)


def load_frames(codebook: Codebook, layers: Iterable[str | Path], idioms: str | Path = "tr/idioms.tsv") -> FrameTable:
    """Read frames from layers, each a table or a folder of tables; raises LexiconError.

    A later layer's row replaces an earlier one of the same id; within a layer an id stands once.
    """
    rows: dict[str, Frame] = {}
    for layer in layers:
        rows |= _layer(layer, codebook)
    return table_of(rows.values(), _idioms(idioms))


def lay_over(table: FrameTable, layer: str | Path, codebook: Codebook) -> FrameTable:
    """A table with a layer laid over it: a row of the layer replaces that of the same id. Raises LexiconError."""
    rows = {frame.id: frame for frame in table.frames} | _layer(layer, codebook)
    return table_of(rows.values(), table.idioms)


def table_of(rows: Iterable[Frame], idioms: frozenset[tuple[str, str]]) -> FrameTable:
    """A table of some frames."""
    frames = tuple(sorted(rows, key=lambda f: (*(-n for n in f.weight), f.id)))
    nouns = ElementIndex(frame.before[-1] for frame in frames if frame.before and not frame.nominal)
    by_verb = {lemma: _of_verb(lemma, held, nouns.numbers) for lemma, held in _index(frames, nominal=False).items()}
    return FrameTable(frames, MappingProxyType(by_verb), _index(frames, nominal=True), idioms, nouns)


def _layer(layer: str | Path, codebook: Codebook) -> dict[str, Frame]:
    found: dict[str, Frame] = {}
    for table in tables_in(layer):
        for row in read_rows(table, COLUMNS):
            frame = _frame(row, codebook)
            if frame.id in found:
                raise row.error(f"id {frame.id} stands twice")
            found[frame.id] = frame
    return found


def _idioms(file: str | Path) -> frozenset[tuple[str, str]]:
    rows = list(read_rows(file, ("word", "verb", "example")))
    return frozenset((row.needs("word"), row.needs("verb")) for row in rows if row.needs("example"))


def _index(frames: Iterable[Frame], nominal: bool) -> Mapping[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames:
        if frame.nominal is nominal:
            for key in dict.fromkeys(w[:4] if nominal else w.split("_")[-1] for w in frame.anchor.every):
                table.setdefault(key, []).append(frame)
    return MappingProxyType({key: tuple(found) for key, found in table.items()})


def _of_verb(lemma: str, frames: tuple[Frame, ...], nouns: Mapping[Element, int]) -> VerbFrames:
    free: list[int] = []
    by_noun: dict[int, tuple[int, ...]] = {}
    by_first: dict[str, tuple[tuple[int, int | None], ...]] = {}
    for number, frame in enumerate(frames):
        noun = nouns[frame.before[-1]] if frame.before else None
        if lemma not in frame.anchor.words:
            for first in {word.partition("_")[0] for word in frame.anchor.words if word.endswith("_" + lemma)}:
                by_first[first] = (*by_first.get(first, ()), (number, noun))
        elif noun is None:
            free.append(number)
        else:
            by_noun[noun] = (*by_noun.get(noun, ()), number)
    return VerbFrames(frames, tuple(free), by_noun, by_first)


def _frame(row: Row, codebook: Codebook) -> Frame:
    event_type = EventType(row.one_of("type", TYPES))
    elements = [parse_element(row, text) for text in row.needs("pattern").split()]
    flags = row["flags"].split()
    for flag in flags:
        if flag not in FLAGS:
            raise row.error(f"unknown flag {flag}")
    return Frame(
        id=row.needs("id"),
        before=tuple(elements[:-1]),
        anchor=elements[-1],
        type=event_type,
        mode=codebook.check_mode(row, event_type, row["mode"]),
        actor=_fillers(row, row.needs("actor")),
        recipient=_fillers(row, row["recipient"]),
        flags=frozenset(flags),
        says=f"“{row['pattern']}” is {event_type}{' ' + row['mode'] if row['mode'] else ''}",
        example=row.needs("example"),
        keys=frozenset(unmarked(w[:KEY]) for w in elements[-2].every) if len(elements) > 1 else frozenset(),
        nominal=elements[-1].match is not Match.LEMMA,
    )


def parse_element(row: Row, text: str) -> Element:
    """Read one element of a pattern; raises LexiconError when it is none."""
    any_case = text.endswith("^")
    text = text.rstrip("^")
    words = text.rstrip("!").split("/")
    if not all(words) or any(w.endswith("*") and len(w) < 4 for w in words):
        raise row.error(f"no element: {text}")
    if text.endswith("!"):
        return Element(tuple(words), Match.LEMMA)
    whole = tuple(w for w in words if not w.endswith("*"))
    return Element(whole, Match.WORD, tuple(w[:-1] for w in words if w.endswith("*")), any_case)


def _fillers(row: Row, cell: str) -> tuple[tuple[str, ...], ...]:
    found = tuple(tuple(alternative.split("+")) for alternative in cell.split() if alternative != "-")
    for alternative in found:
        for name in alternative:
            if name not in FILLERS:
                raise row.error(f"unknown filler {name}")
    return found
