"""Statements in the making: what was found of each, by word numbers, until the record is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.report import Statement, StatementKind
from haberci.core.span import Evidence, Span
from haberci.read.statements.speakers import Speaker
from haberci.read.statements.subheads import is_title, without_titles
from haberci.read.statements.view import View


@dataclass(slots=True)
class Draft:
    """One statement, with the cue's words ``first`` to ``last`` (half open).

    What is told: ``clauses`` are stretches of words told indirectly, ``phrases`` noun phrases that name what is told,
    ``words`` stretches in the speaker's own words without marks, ``quotations`` numbers of quotations.
    ``document`` tells that the speaker was had from a document ("açıklamada"), ``opens_only`` that it makes no
    statement unless another one takes it in, ``folded`` that a quotation is itself a content clause. ``teller`` is who
    passes on what the speaker said, where those are two.
    """

    speaker: Speaker
    first: int
    last: int
    rule: str
    force: str
    clauses: list[tuple[int, int]] = field(default_factory=list)
    phrases: list[tuple[int, int]] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)
    quotations: list[int] = field(default_factory=list)
    document: bool = False
    opens_only: bool = False
    folded: bool = False
    teller: Speaker | None = None

    @property
    def voice(self) -> Speaker:
        """Who goes on speaking behind this statement: whoever passes it on, else its speaker."""
        return self.teller or self.speaker

    def absorb(self, other: Draft) -> None:
        """Take in what an opening part of the same statement told."""
        self.clauses = other.clauses + self.clauses
        self.phrases = other.phrases + self.phrases
        self.words = other.words + self.words
        self.folded = self.folded or other.folded
        self.quotations = other.quotations + [n for n in self.quotations if n not in other.quotations]

    def kind(self, view: View) -> StatementKind:
        """Direct, indirect, or mixed when a quotation stands beside or inside what is told indirectly."""
        if self.quotations or self.words:
            return StatementKind.MIXED if self.clauses or self.folded else StatementKind.DIRECT
        told = self.clauses + self.phrases
        quoted = any(view.quotation[at] >= 0 for first, last in told for at in range(first, last))
        return StatementKind.MIXED if quoted else StatementKind.INDIRECT

    def end(self, view: View) -> int:
        """Where the quotations end, 0 when there are none."""
        return max((view.quotations[n].closing + 1 for n in self.quotations), default=0)

    def stretches(self, view: View) -> list[tuple[int, int]]:
        """All that is said, in order, without the titles that stand over its passages."""
        quoted = [(view.quotations[n].first, view.quotations[n].last) for n in self.quotations]
        spoken = [part for stretch in self.words + quoted for part in without_titles(view, *stretch)]
        return sorted(s for s in self.clauses + self.phrases + spoken if s[0] < s[1])


def merged(draft: Draft, opening: list[Draft]) -> list[Draft]:
    """One statement with the parts that opened it; parts of other speakers stay their own."""
    own: list[Draft] = []
    for part in reversed(opening):
        if part.speaker.code == draft.speaker.code or not part.speaker.known:
            draft.absorb(part)
        else:
            own.insert(0, part)
    return [*leftover(own), draft]


def leftover(opening: list[Draft]) -> list[Draft]:
    """Opening parts that no reporting verb closes: one statement a speaker."""
    kept: list[Draft] = []
    for part in opening:
        if kept and kept[-1].speaker.code == part.speaker.code:
            part.absorb(kept.pop())
        kept.append(part)
    return kept


def write(view: View, draft: Draft) -> Iterator[Statement]:
    """The statements of a draft: one for each speaker, and each passage that a title parts from the others."""
    report = view.report
    passages = _passages(view, draft)
    nearest = min(passages, key=lambda said: min((abs(draft.first - start) for start, _ in said), default=0))
    for said in passages:
        for code, first, last in _speakers(draft.speaker):
            spoken = first is not None and first < last
            yield Statement(
                at=_extent(view, draft, said, said is nearest),
                speaker=code,
                speaker_text=view.text(first, last) if first is not None and spoken else "",
                speaker_at=report.words(first, last) if first is not None and spoken else None,
                kind=draft.kind(view),
                cue=view.text(draft.first, draft.last),
                cue_at=report.words(draft.first, draft.last),
                content=tuple(report.words(*stretch) for stretch in said),
                force=draft.force,
                rule=draft.rule,
            )


def _passages(view: View, draft: Draft) -> list[list[tuple[int, int]]]:
    """What is said, parted where a title stands between."""
    found: list[list[tuple[int, int]]] = [[]]
    for stretch in draft.stretches(view):
        over = stretch[0] > 0 and is_title(view, view.tokens[stretch[0] - 1].sentence)
        if over and found[-1] and view.tokens[stretch[0]].sentence != view.tokens[stretch[0] - 1].sentence:
            found.append([])
        found[-1].append(stretch)
    return found


def _speakers(speaker: Speaker) -> Iterator[tuple[ActorCode, int | None, int]]:
    seen: set[ActorCode] = set()
    voices = [(code, speaker.first, speaker.last) for code in (speaker.code, *speaker.also)]
    voices += [(code, m.first, m.last) for m in speaker.beside for code in m.codes or (UNKNOWN,)]
    for voice in voices:
        if voice[0] not in seen:
            seen.add(voice[0])
            yield voice


def _extent(view: View, draft: Draft, said: list[tuple[int, int]], nearest: bool) -> Evidence:
    """The sentences from the first to the last that hold what is said; the passage ``nearest`` the cue has that too."""
    stretches = [*said, (draft.first, draft.last)] if nearest or not said else said
    begins = min(view.sentence(start).at.text_start for start, _ in stretches)
    ends = max(view.sentence(stop - 1).at.text_stop for _, stop in stretches)
    return view.report.evidence(Span(begins, ends))
