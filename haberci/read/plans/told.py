"""The plans that a report tells: what kind of deed, whose, with whom, where and when.

A plan is a planned event, or a sentence that only tells of a deed to come. Reports need their tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import GEN, NOM, Form, Tense
from haberci.core.plan_words import PlanWords, hits
from haberci.core.report import Event, Mention, MentionKind, Report, Time, Token
from haberci.core.span import Span

OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "IGO", "SPY", ""})  # that their principal stands for
NAMED: Final = (MentionKind.PERSON, MentionKind.OFFICE)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who will do it: a principal, and the name that must be told again where the principal says too little."""

    principal: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan. ``others`` are the principals beside the doers, ``places`` the states in which places told with it lie,
    ``window`` the first and last day told for it; ``event`` is None where no event was coded."""

    report: Report
    sentence: int
    event: Event | None
    kinds: frozenset[str]
    doers: tuple[Doer, ...]
    others: frozenset[str]
    places: frozenset[str]
    window: tuple[str, str] | None

    @property
    def type(self) -> EventType | None:
        """The type of the deed, if it is coded."""
        return self.event.type if self.event else None

    @property
    def is_known_again(self) -> bool:
        """Whether enough is told beside the kind of deed and a state to know it again."""
        return bool(self.others or self.places or self.window or any(doer.name for doer in self.doers))

    @property
    def is_visit(self) -> bool:
        """Whether its doers go to the other side."""
        return self.event is not None and self.event.mode == "visit"


def plans_told(report: Report, words: PlanWords) -> Iterator[Plan]:
    """The plans of a report: each planned event, then the sentences of deeds to come that hold none."""
    coded = set()
    for event in report.events:
        named = any(code.principal != UNKNOWN_PRINCIPAL for code in event.actors)
        if event.modality is Modality.PLANNED and named:  # whose plan it is, the sentences around may tell
            coded.add(sentence_of(report, event.at.span))
            yield plan_of(report, event, words)
    for number in range(len(report.sentences)):
        if number not in coded and is_to_come(words_of(report, number), words):
            plan = _uncoded(report, number, words)
            if plan.kinds and plan.doers:
                yield plan


def plan_of(report: Report, event: Event, words: PlanWords) -> Plan:
    """A planned event as a plan."""
    number = sentence_of(report, event.at.span)
    doers = tuple(_doer(m) for m in _mentions_at(report, event, "actor") if m.kind in NAMED)
    doers = doers or tuple(Doer(p, None) for p in _principals(event.actors))
    return Plan(
        report,
        number,
        event,
        kinds_told(words_of(report, number), words),
        doers,
        frozenset(_principals(event.recipients)),
        places_in(report, number) or places_in(report, number - 1),
        _window(event.when) or _time_near(report, number),
    )


def _uncoded(report: Report, number: int, words: PlanWords) -> Plan:
    """A plan that is no event: its parties are the phrases of its sentence, else of the one before."""
    kinds = kinds_told(words_of(report, number), words)
    told = mentions_of(report, number)
    doers = _subjects(report, told)
    if not doers or not kinds:
        told = [*told, *mentions_of(report, number - 1)]
        doers = doers or _subjects(report, told)
        kinds = kinds or kinds_told(words_of(report, number - 1), words)
    own = {doer.principal for doer in doers}
    others = frozenset(c.principal for m in told if m.case is not GEN for c in m.codes if c.principal not in own)
    return Plan(
        report,
        number,
        None,
        kinds,
        doers,
        others - {UNKNOWN_PRINCIPAL},
        places_in(report, number),
        _time_near(report, number),
    )


def is_to_come(tokens: Iterable[Token], words: PlanWords) -> bool:
    """Whether a sentence tells what is to come: a future form, or a verb of planning."""
    told = list(tokens)
    future = any(t.morph.tense is Tense.FUTURE or t.morph.form is Form.ACAK for t in told)
    return future or any(True for _ in hits(words.pending, told))


def kinds_told(tokens: Iterable[Token], words: PlanWords) -> frozenset[str]:
    """The kinds of deeds of which a sentence speaks."""
    return frozenset(word.name for _, word in hits(words.deed, list(tokens)))


def words_of(report: Report, sentence: int) -> tuple[Token, ...]:
    """The words of a sentence; none for a number before the first."""
    if not 0 <= sentence < len(report.sentences):
        return ()
    return report.tokens[report.sentences[sentence].first : report.sentences[sentence].last]


def mentions_of(report: Report, sentence: int) -> list[Mention]:
    """The phrases of a sentence that stand for someone or some place."""
    if not 0 <= sentence < len(report.sentences):
        return []
    span = report.sentences[sentence].at.span
    return [m for m in report.mentions if span.holds(m.at.span)]


def sentence_of(report: Report, span: Span) -> int:
    """The number of the sentence in which a span begins; the first if none."""
    return next((n for n, s in enumerate(report.sentences) if s.at.span.start <= span.start < s.at.span.stop), 0)


def first_name(mention: Mention) -> str:
    """What a phrase is told again by: a person's last name, else its first word, without a suffix."""
    name = (mention.person or mention.text).replace("’", "'")
    return (name.split()[-1] if mention.person else name.split()[0]).partition("'")[0]


def _subjects(report: Report, told: Iterable[Mention]) -> tuple[Doer, ...]:
    """Who acts in a sentence without an event: persons in the nominative or genitive, else bodies and states.

    One who only says what others will do is none of them; one who says so of nobody speaks of its own deed.
    """
    found = [m for m in told if m.case in (NOM, GEN) and m.kind is not MentionKind.PLACE]
    speakers = {said.speaker_at for said in report.statements}
    found = [m for m in found if m.at not in speakers] or found
    people = [m for m in found if m.person]
    return tuple(_doer(m) for m in (people or [m for m in found if m.codes])[:1])


def _doer(mention: Mention) -> Doer:
    code = mention.codes[0] if mention.codes else None
    by_name = bool(mention.person) or code is None or code.sector not in OFFICIAL
    return Doer(code.principal if code else None, first_name(mention) if by_name else None)


def _mentions_at(report: Report, event: Event, part: str) -> list[Mention]:
    spans = {filled.at.span for filled in event.parts if filled.name == part and filled.at is not None}
    return [m for m in report.mentions if m.at.span in spans]


def _principals(codes: Iterable[tuple[str, str]]) -> list[str]:
    return [p for p in dict.fromkeys(code[0] for code in codes) if p != UNKNOWN_PRINCIPAL]


def places_in(report: Report, sentence: int) -> frozenset[str]:
    """The states in which the places lie that a sentence names."""
    told = mentions_of(report, sentence)
    return frozenset(c.principal for m in told if m.kind is MentionKind.PLACE for c in m.codes)


def _time_near(report: Report, sentence: int) -> tuple[str, str] | None:
    """The first time of a plan's sentence, else of the one before, that is not over on the day of the report."""
    for number in (sentence, sentence - 1):
        if not 0 <= number < len(report.sentences):
            continue
        span = report.sentences[number].at.span
        for time in report.times:
            window = _window(time)
            if span.holds(time.at.span) and window and window[1] >= (report.date or "")[:10]:
                return window
    return None


def _window(time: Time | None) -> tuple[str, str] | None:
    return (time.start, time.stop) if time and time.start and time.stop else None


def is_past(token: Token) -> bool:
    """Whether a word tells a deed as done: a past form, or a participle of what was done; not negated."""
    morph = token.morph
    if morph.negative or not morph.is_verb:
        return False
    return morph.tense in (Tense.PAST, Tense.EVID, Tense.PROG) or morph.form in (Form.DIK, Form.ARAK, Form.IP)


def is_denied_future(token: Token) -> bool:
    """Whether a word says that something will not be done: "gitmeyecek", "katılmama kararı"."""
    morph = token.morph
    return morph.negative and (morph.tense is Tense.FUTURE or morph.form in (Form.ACAK, Form.MA, Form.MAK))
