"""What became of a plan: whether a later report tells it done, postponed or cancelled, or tells of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta
from typing import Final, NamedTuple

from haberci.core.codebook import Modality
from haberci.core.plan_words import Outcome, PlanWord, PlanWords, hits
from haberci.core.report import Event, Report, Token
from haberci.read.plans.told import Doer, Plan, is_denied_future, is_past, mentions_of, places_in, sentence_of, words_of

EARLY: Final = timedelta(days=2)  # before the first day told for a plan
LATE: Final = timedelta(days=7)  # after the last: a deed still further off is another one
HORIZON: Final = timedelta(days=120)  # for which a plan without a day is awaited
TOLD_AFTER: Final = timedelta(days=60)  # for which it is still told that a plan came to nothing
COMMA: Final = ","
BREAKS: Final = frozenset({COMMA, ";", ":"})  # a deed and what became of it stand on one side of these
REACH: Final = 12  # words between a deed and what became of it, at most
BEHIND: Final = 3  # words from a participle to the deed: "ertelenen ziyaret"
FAILURES: Final = (Outcome.POSTPONED, Outcome.CANCELLED)


class Told(NamedTuple):
    """What became of a plan, and the number of the sentence that tells it."""

    outcome: Outcome
    sentence: int


def outcome(plan: Plan, later: Report, words: PlanWords) -> Outcome:
    """What a later report says of a plan; NOT_SAME when it tells of none such. Both need their tokens."""
    told = outcome_told(plan, later, words)
    return told.outcome if told else Outcome.NOT_SAME


def outcome_told(plan: Plan, later: Report, words: PlanWords) -> Told | None:
    """What a later report says of a plan, and where.

    None when it tells of no such plan: other doers, another other side, another place, or another time.
    """
    if not plan.is_known_again or not _tells_doers(plan, later):
        return None
    for number in range(len(later.sentences)):
        for found in _told(plan, later, number, words):
            if _parties_agree(plan, later, number) and _in_time(plan, later, number, found):
                return Told(found, number)
    return None


def awaited_until(plan: Plan) -> str | None:
    """The last day on which what became of a plan is looked for; None where neither report nor plan has a day."""
    made = _day(plan.report.date)
    stop = _day(plan.window[1]) if plan.window else made + HORIZON if made else None
    return (stop + TOLD_AFTER).isoformat() if stop else None


def _told(plan: Plan, later: Report, number: int, words: PlanWords) -> Iterator[Outcome]:
    """The outcomes that a sentence tells of a deed of the plan's kind; that it failed goes before that it was done."""
    tokens = words_of(later, number)
    deeds = {at for at, word in hits(words.deed, tokens) if word.name in plan.kinds}
    told = {Outcome(w.name) for at, w in hits(words.outcome, tokens) if deeds and _tells(w, at, deeds, tokens, plan)}
    if any(is_denied_future(token) and _governs(at, deeds, tokens) for at, token in enumerate(tokens)):
        told.add(Outcome.CANCELLED)
    yield from (failure for failure in FAILURES if failure in told)
    events = [event for event in later.events if _is_told_at(event, later, number)]
    if any(_is_deed(plan, event) for event in events):
        yield Outcome.DONE
        return
    is_past_told = Outcome.DONE in told or any(is_past(tokens[at]) for at in deeds)
    if is_past_told and not any(_is_of_others(plan, event) for event in events):
        yield Outcome.DONE


def _tells(word: PlanWord, at: int, deeds: Set[int], tokens: Sequence[Token], plan: Plan) -> bool:
    """Whether an outcome is told of one of the deeds, and not only denied or thought possible."""
    morph = tokens[at].morph
    if morph.negative or morph.able or (word.only and not word.only & plan.kinds):
        return False
    return (word.name != Outcome.DONE or is_past(tokens[at])) and _governs(at, deeds, tokens)


def _governs(at: int, deeds: Set[int], tokens: Sequence[Token]) -> bool:
    """Whether a deed stands before a word without a break, or right behind it where it is a participle."""
    return any(_is_near(at, deed, tokens) for deed in deeds)


def _is_near(at: int, deed: int, tokens: Sequence[Token]) -> bool:
    between = tokens[min(at, deed) + 1 : max(at, deed)]
    if between and deed < at and not tokens[deed].morph.is_verb and between[0].text == COMMA:
        between = between[1:]  # right behind a subject it parts nothing
    near = REACH if deed <= at else BEHIND if tokens[at].morph.is_verb else -1
    return len(between) <= near and not any(token.text in BREAKS for token in between)


def _is_told_at(event: Event, later: Report, number: int) -> bool:
    return event.modality is Modality.HAPPENED and sentence_of(later, event.at.span) == number


def _is_deed(plan: Plan, event: Event) -> bool:
    """Whether an event is of the plan's type, and of its doers."""
    return plan.type is event.type and not _is_of_others(plan, event)


def _is_of_others(plan: Plan, event: Event) -> bool:
    """Whether none of the plan's doers has a part in an event, or another side than the plan's has."""
    own = {doer.principal for doer in plan.doers}
    parties = {code.principal for code in (*event.actors, *event.recipients)}
    if plan.type is event.type and plan.others and not plan.others & parties:
        return True
    return None not in own and not own & parties


def _tells_doers(plan: Plan, later: Report) -> bool:
    """Whether a report names those who planned it: of many nearly all."""
    told = {code.principal for mention in later.mentions for code in mention.codes}
    missing = [doer for doer in plan.doers if not _is_named(doer, later, told)]
    return bool(plan.doers) and len(missing) <= len(plan.doers) // 3


def _is_named(doer: Doer, later: Report, told: Set[str]) -> bool:
    if doer.name is None:
        return doer.principal in told
    return any(token.text.startswith(doer.name) for token in later.tokens)


def _parties_agree(plan: Plan, later: Report, number: int) -> bool:
    """Whether the other side is told with the deed, at least half of it, and the deed not in another land."""
    doers = {doer.principal for doer in plan.doers}
    told = _principals(later, number)
    if not told - doers:
        told = told | _principals(later, number - 1) | _principals(later, number + 1)
    meant = plan.places | (plan.others if plan.is_visit else frozenset())
    places = places_in(later, number)
    if meant and places and not meant & places:
        return False
    return 2 * len(plan.others & told) >= len(plan.others)


def _principals(report: Report, number: int) -> Set[str]:
    return {code.principal for mention in mentions_of(report, number) for code in mention.codes}


def _in_time(plan: Plan, later: Report, number: int, found: Outcome) -> bool:
    """Whether what is told can be that plan: after it was made, and near the time told for it."""
    made, told = _day(plan.report.date), _day(later.date)
    if made is None or told is None:
        return True
    first, last = (made, made + HORIZON) if plan.window is None else map(date.fromisoformat, plan.window)
    if found is not Outcome.DONE:
        return made <= told <= last + TOLD_AFTER
    days = [event.when.start for event in later.events if event.when and _is_told_at(event, later, number)]
    deed = next((date.fromisoformat(day) for day in days if day), told)
    return made <= told and first - EARLY <= deed <= last + LATE


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
