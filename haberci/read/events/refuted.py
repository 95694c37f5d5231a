"""Who is blamed for a deed denies it in a clause of its own: "Moskova bu iddiaları reddetti"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import ACC, GEN, NOM, THIRD, Form, Morph, Pos
from haberci.core.report import Event, Mention, Report
from haberci.core.rule import Rule
from haberci.read.events.attribution import SPEECH_ACTS, is_own_side
from haberci.read.events.claims import CLAIM
from haberci.read.events.deeds import Told
from haberci.read.events.governing import denies
from haberci.read.parse import Parsed

REFUTED: Final = "modality.refuted"
RULES: Final = (
    Rule(
        REFUTED,
        "who is said to have done it denies it later",
        "Kiev, Rusya'nın bir köyü bombaladığını bildirdi. Moskova bu iddiayı reddetti.",
    ),
)
REACH: Final = 2  # sentences back to the deed that is denied
NEAR: Final = 6  # words between the claim and the verb that denies it: "suçlamaların tamamını bir kez daha reddetti"
FAR: Final = 9  # the same where words between them call it untrue: "iddiaların gerçeği yansıtmadığını bir kez daha"
UNTRUE_NEAR: Final = 3  # words behind a claim among which those begin that call it untrue
WHOLE: Final = (Pos.DET, Pos.PRON, Pos.PUNCT, Pos.ADJ, Pos.PROPN, Pos.ADV, Pos.CCONJ)
SAYING: Final = (Form.FINITE, Form.ARAK, Form.IP, Form.KEN, Form.AN)
NOBODY: Final[frozenset[str]] = frozenset()


def refuted(report: Report, parsed: Parsed, before: Sequence[Event], governors: GovernorTable) -> Iterator[Told]:
    """The deeds told just before that one of their doers denies in this sentence, each as denied.

    ``before`` ends with those that the sentence tells itself.
    """
    claimed = _claimed(report, parsed, before)
    for clause in parsed.clauses if claimed else ():  # most sentences need no clauses
        claim = None if clause.quoted or clause.form not in SAYING else _claim(clause, parsed, governors)
        if claim is None or not clause.subject:
            continue
        who = parsed.mentions[clause.subject[0]]
        told = (e for e in claimed if e.trigger_at.text_start < parsed.tokens[claim].span.start)
        deed = _deed(told, who, _kinds(parsed, claim))
        if deed is not None:
            yield Told(_denied(report, parsed, deed, who, claim, clause.verb), NOBODY, NOBODY, NOBODY, NOBODY)


def _claim(clause: Clause, parsed: Parsed, governors: GovernorTable) -> int | None:
    """The noun for a claim told before that the clause denies; None when it tells itself what is claimed."""
    if denies(clause, parsed, governors):
        begun = max(parsed.behind_finite(clause.verb), clause.verb - 1 - NEAR)
        nouns = range(clause.verb - 1, begun - 1, -1)
        at = next((n for n in nouns if _is_claim(n, parsed, governors) and _is_object(parsed.tokens[n].morph)), None)
    elif parsed.tokens[clause.verb].morph.negative:
        return None
    else:
        begun = max(0, clause.verb - 1 - FAR)
        near = (n for n in range(clause.verb - 2, begun - 1, -1) if _is_claim(n, parsed, governors))
        at = next((n for n in near if _is_called_untrue(n, clause.verb, parsed, governors)), None)
    told = at is not None and (at == 0 or _is_whole(at, parsed))
    return at if told or any(m.last - parsed.base == at for m in parsed.mentions) else None


def _is_claim(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    told = parsed.tokens[at].morph.lemma in governors.accounts  # "raporu yalanladı"
    return told or governors.after_word(parsed.small[at]) == CLAIM


def _is_object(morph: Morph) -> bool:
    """Whether a noun may be what is denied: "iddiayı", "suçlamaları", "iddiaların tümünü"."""
    return morph.case in (ACC, GEN) or morph.or_accusative or (morph.case is NOM and morph.possessive in THIRD)


def _is_called_untrue(claim: int, verb: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the words between a claim and the verb say that it is not so: "iddiaların asılsız olduğunu söyledi"."""
    words = tuple(parsed.small[claim + 1 : verb])
    for at in range(min(len(words), UNTRUE_NEAR)):
        for phrase in governors.untrue.get(words[at], ()):
            if words[at : at + len(phrase)] == phrase:
                behind = claim + 1 + at + len(phrase)
                return behind >= verb or not parsed.tokens[behind].morph.negative
    return False


def _is_whole(at: int, parsed: Parsed) -> bool:
    """Whether what stands before a claim tells no more of it than its kind: "bu iddiaları", "saldırı iddialarını"."""
    before = parsed.tokens[at - 1].morph
    if before.form is Form.AN:
        return before.passive  # "yöneltilen suçlamaları"
    return before.form is None and (before.pos in WHOLE or bool(_kinds(parsed, at)))


def _kinds(parsed: Parsed, claim: int) -> frozenset[EventType]:
    """The types of the deeds that the noun before a claim names; none where no noun does."""
    before = parsed.tokens[claim - 1] if claim else None
    if before is None or before.morph.pos is not Pos.NOUN:
        return frozenset()
    return parsed.pack.asks.again.get(before.morph.lemma) or parsed.pack.asks.deeds_named(before.lower)


def _claimed(report: Report, parsed: Parsed, before: Sequence[Event]) -> list[Event]:
    """The deeds of the last sentences that somebody says were done, or blames their doer for, the latest first."""
    near = report.sentences[max(0, parsed.number - REACH)].at.start
    lately = [*takewhile(lambda event: event.at.start >= near, reversed(before))]
    blamed = {(e.at, c.principal) for e in lately if e.type is EventType.ACCUSE for c in e.recipients}
    told = (e for e in lately if e.type not in SPEECH_ACTS and e.modality is Modality.HAPPENED)
    return [e for e in told if e.reported_by is not None or blamed.intersection((e.at, c.principal) for c in e.actors)]


def _deed(claimed: Iterable[Event], who: Mention, kinds: frozenset[EventType]) -> Event | None:
    """The latest deed, of one of the kinds where any are told, that others say the speaker has done."""
    own = {code.principal for code in who.codes}
    for event in claimed:
        teller = event.reported_by
        others = teller is None or not any(is_own_side(code, teller) for code in who.codes)
        if others and (not kinds or event.type in kinds) and own.intersection(c.principal for c in event.actors):
            return event
    return None


def _denied(report: Report, parsed: Parsed, deed: Event, who: Mention, first: int, last: int) -> Event:
    at = report.words(parsed.base + first, parsed.base + last + 1)
    return replace(
        deed,
        at=parsed.sentence.at,
        modality=Modality.DENIED,
        reported_by=who.codes[0],
        trigger=report.text[at.text_start : at.text_stop],
        trigger_at=at,
        also=(),
        why=(REFUTED, "source.speaker"),
        numbers=(),
        contexts=(),
    )
