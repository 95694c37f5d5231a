"""When a deed took place: from the times told in its clause, in one around it, or alone in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import ACC, DAT, FINITE, LOC, NOM, Form, Pos, Tense
from haberci.core.report import Report, Time, TimePrecision
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

_OPENS: Final = attrgetter("first")
DAYS: Final = (TimePrecision.DAY, TimePrecision.MINUTE)
# Dates by which deeds and feasts go.
NAMING: Final = frozenset({"time.date.known", "time.date.day-month", "time.date.full"})
COMING: Final = frozenset({"gel", "git"})  # in the present they tell a visit that is to come: "Ankara'ya geliyor"
DAY: Final = 10  # letters of an ISO day
NAMED_NEAR: Final = 3  # words between such a date and the noun that goes by it
HEAD_FAR: Final = 6  # words between a participle and the noun that it describes
AFTER_PHRASE: Final = (Pos.NUM, Pos.ADV, Pos.PROPN, Pos.DET)  # what stands behind a bare noun begins another phrase
RELATIVE: Final = frozenset({Form.AN, Form.DIK, Form.ACAK})
SAID: Final = frozenset({Form.DIK, Form.ACAK, Form.MA, Form.MAK, Form.IS})


def when_told(report: Report, parsed: Parsed, firing: Firing) -> Time | None:
    """The time told nearest before the anchor, in the clause's stretch or one around; else the sentence's only one."""
    first, last = (bisect_left(report.times, at, key=_OPENS) for at in (parsed.base, parsed.base + len(parsed.tokens)))
    here = [time for time in report.times[first:last] if _may_date(time, parsed, firing)]
    if not here:
        return None
    start, end = start_of(parsed, firing), end_of(parsed, firing)
    own = [t for t in here if start <= t.last - parsed.base - 1 < end]  # its first word may be a verb: "geçtiğimiz"
    around = (
        [] if firing.nominal else [t for t in here if reaches_in_time(parsed, firing.clause, t.last - parsed.base - 1)]
    )
    told = own or around
    time = _nearest(told) if told else _alone(parsed, firing, here)
    return bounded(parsed, time) if time else None


def is_ahead(told: Modality, firing: Firing, parsed: Parsed, when: Time | None, report: Report) -> bool:
    """Whether a deed told in the present has its day still before it: "yarın Taşkent'i ziyaret ediyor"."""
    morph = parsed.tokens[firing.clause.verb].morph
    present = morph.tense is Tense.PROG and not morph.past_copula and not morph.negative
    if told is not Modality.HAPPENED or not present or firing.nominal or firing.clause.form is not FINITE:
        return False
    comes = firing.frame.type is EventType.CONSULT and morph.lemma in COMING
    return comes or bool(when and when.start and report.date and when.start > report.date[:DAY])


def bounded(parsed: Parsed, time: Time) -> Time:
    """The time of a deed that lasts, or is to be done, up to a day: its end alone is told."""
    return replace(time, start=None) if _is_until(parsed, time) and time.stop else time


def start_of(parsed: Parsed, firing: Firing) -> int:
    """Where the stretch of a deed's clause begins; a verbal noun among its words tells no clause of its own."""
    own = (c.first for c in parsed.clauses if c.verb in firing.words)
    return min((firing.clause.first, *own))


def end_of(parsed: Parsed, firing: Firing) -> int:
    """The word up to which day and place of a deed are told: its anchor, or the verb whose subject the deed is."""
    clause, morph = firing.clause, parsed.tokens[firing.clause.verb].morph
    happens = morph.passive or morph.lemma in parsed.words.happening
    tells = happens or (clause.form is FINITE and not clause.subject)
    subject = firing.nominal and parsed.tokens[firing.anchor].morph.case is NOM
    return clause.verb if subject and tells else firing.anchor


def _may_date(time: Time, parsed: Parsed, firing: Firing) -> bool:
    """Whether a time is more than a part of a name, or than the end of what the deed only makes last longer.

    "11 Eylül saldırılarının beyni", "20 Haziran Mülteciler Günü nedeniyle", "yaptırımları Ocak 2016'ya kadar uzattı".
    """
    last = time.last - parsed.base
    if is_name(parsed, time):
        return any(last <= word < last + NAMED_NEAR for word in firing.words)
    extends = parsed.tokens[firing.clause.verb].morph.lemma in parsed.words.extending
    return not (extends and _is_until(parsed, time))


def is_name(parsed: Parsed, time: Time) -> bool:
    """Whether a date stands without an ending before a noun, which goes by it: "15 Temmuz darbe girişimi"."""
    last = time.last - parsed.base
    if time.rule not in NAMING or last >= len(parsed.tokens):
        return False
    own, behind = parsed.tokens[last - 1].morph, parsed.tokens[last].morph
    bare = own.case in (None, NOM) and own.possessive is None  # "3 Mayıs günü" is no name
    return bare and behind.pos in (Pos.NOUN, Pos.PROPN)


def _is_until(parsed: Parsed, time: Time) -> bool:
    last = time.last - parsed.base
    return last < len(parsed.tokens) and parsed.tokens[last].lower in parsed.words.untils


def _nearest(times: Sequence[Time]) -> Time:
    """The last time that has a value, or the last; an hour or a part of a day has none of its own."""
    return next((time for time in reversed(times) if time.start or time.stop), times[-1])


def _alone(parsed: Parsed, firing: Firing, here: Sequence[Time]) -> Time | None:
    """The only time, or only day, of a sentence, where it does not belong to another clause."""
    days = here if len(here) == 1 else [time for time in here if time.precision in DAYS]
    if len(days) != 1 or firing.nominal:
        return None
    return days[0] if _is_free(parsed, firing, days[0]) else None


def _is_free(parsed: Parsed, firing: Firing, time: Time) -> bool:
    """Whether a time that stands in no clause of the deed may date it all the same; a comma sets it free."""
    last = time.last - parsed.base
    at = last - 1
    nearest = parsed.clause_after(at)
    if nearest is None:
        return True
    if nearest.quoted is not firing.clause.quoted:
        return False
    if at > firing.anchor:
        happens = parsed.tokens[nearest.verb].morph.lemma in parsed.words.happening
        return nearest.verb == firing.clause.verb or (happens and nearest.verb == firing.clause.parent)
    if last < len(parsed.tokens) and parsed.tokens[last].text == ",":
        return True
    return not describes(nearest) and (
        nearest.verb == firing.clause.verb or nearest.verb in firing.words or not _is_content(parsed, nearest)
    )


def reaches_in_time(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Whether what stands in a clause before a deed's dates the deed: its time goes on, or is that of a scene."""
    nearest = parsed.clause_after(at)
    while nearest is not None and nearest.verb < clause.verb:
        goes_on = is_scene(parsed, nearest) if describes(nearest) else not _is_content(parsed, nearest)
        if not goes_on or nearest.parent is None or nearest.quoted is not clause.quoted:
            return False
        nearest = parsed.clause_of(nearest.parent)
    return nearest is not None and nearest.verb == clause.verb


def _is_content(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause is what a verb above tells, wants, judges, and not when or how: "geldiğini", no "geldiğinde"."""
    return clause.form in SAID and parsed.tokens[clause.verb].morph.case in (None, NOM, ACC, DAT)


def describes(clause: Clause) -> bool:
    """Whether a clause only describes a noun: "dün gelen heyet"."""
    return clause.form in RELATIVE and clause.head is not None


def is_scene(parsed: Parsed, clause: Clause) -> bool:
    """Whether the noun that a clause describes is where the deed around it took place: "dün yapılan toplantıda"."""
    noun = described(parsed, clause)
    return noun is not None and parsed.tokens[noun].morph.case is LOC


def described(parsed: Parsed, clause: Clause) -> int | None:
    """The noun that a participle describes: the first behind it that stands in a case, or ends its phrase."""
    if clause.head is None:
        return None
    noun = None
    for at in range(clause.head, min(clause.head + HEAD_FAR, len(parsed.tokens))):
        morph = parsed.tokens[at].morph
        if noun is not None and morph.pos in AFTER_PHRASE:
            return noun
        if morph.case not in (None, NOM) or (morph.case is NOM and morph.possessive is not None):
            return at
        if morph.pos is Pos.PUNCT or morph.is_verb:
            return at - 1 if at > clause.head else None
        noun = at if morph.pos is Pos.NOUN else noun
    return None
