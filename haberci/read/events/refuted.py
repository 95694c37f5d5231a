"""Who is blamed for a deed denies it in a sentence of its own: "Moskova bu iddiaları reddetti"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import ACC, GEN, Form, Morph, Pos
from haberci.core.report import Event, Mention, Report
from haberci.core.rule import Rule
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.claims import CLAIM, is_untrue
from haberci.read.events.deeds import Told
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
SAYING: Final = (Form.FINITE, Form.ARAK, Form.IP)
NOBODY: Final[frozenset[str]] = frozenset()


def refuted(report: Report, parsed: Parsed, before: Sequence[Event], governors: GovernorTable) -> Iterator[Told]:
    """The deeds told just before that one of their doers denies in this sentence, each as denied."""
    claimed = _claimed(report, parsed, before)
    for clause in parsed.clauses if claimed else ():  # most sentences need no clauses
        if clause.quoted or clause.form not in SAYING or not clause.subject:
            continue
        claim = _claim(clause, parsed, governors)
        claim = _called_untrue(clause, parsed, governors) if claim is None else claim
        who = parsed.mentions[clause.subject[0]]
        deed = None if claim is None else _deed(claimed, who)
        if claim is not None and deed is not None:
            yield Told(_denied(report, parsed, deed, who, claim, clause.verb), NOBODY, NOBODY, NOBODY, NOBODY)


def _called_untrue(clause: Clause, parsed: Parsed, governors: GovernorTable) -> int | None:
    """The noun for a claim told before that is called untrue: "iddiaların asılsız olduğunu söyledi"."""
    over = next((c for c in parsed.clauses if c.parent == clause.verb and c.form is Form.DIK and not c.quoted), None)
    for at in range(over.first, over.verb) if over is not None else ():
        told = parsed.tokens[at].morph.case is GEN and governors.after_word(parsed.small[at]) == CLAIM
        if told and (at == 0 or _is_whole(parsed.tokens[at - 1].morph)) and is_untrue(at, parsed, governors):
            return at
    return None


def _claim(clause: Clause, parsed: Parsed, governors: GovernorTable) -> int | None:
    """The noun for a claim told before that the clause denies; None when it tells itself what is claimed."""
    if not _denies(clause, parsed, governors):
        return None
    first = clause.first - (clause.first > 0 and parsed.tokens[clause.first - 1].morph.form is Form.MA)  # "suçlamaları"
    for at in range(clause.verb - 1, max(first, clause.verb - 1 - NEAR) - 1, -1):
        morph = parsed.tokens[at].morph
        if governors.after_word(parsed.tokens[at].lower) == CLAIM and (
            morph.case in (ACC, GEN) or morph.or_accusative or morph.form is Form.MA
        ):
            told = at == 0 or _is_whole(parsed.tokens[at - 1].morph)
            return at if told or any(m.last - parsed.base == at for m in parsed.mentions) else None
    return None


def _is_whole(before: Morph) -> bool:
    """Whether what stands before a claim tells no content of it: "bu iddiaları", "ileri sürülen iddiaları"."""
    if before.form is Form.AN and before.passive:
        return True
    return before.form is None and before.pos in (Pos.DET, Pos.PRON, Pos.PUNCT, Pos.ADJ, Pos.PROPN, Pos.ADV, Pos.CCONJ)


def _denies(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a clause's verb says that something is not so: "reddetti", "kabul etmiyor"."""
    token = parsed.tokens[clause.verb]
    before = parsed.tokens[clause.verb - 1].lower if clause.verb else ""
    words = (token.morph.lemma, before, f"{before} {token.morph.lemma}")
    if token.morph.negative:
        return any(governors.negated.get(word) == Modality.DENIED for word in words)
    return any(governors.verbs.get(word) == Modality.DENIED for word in words) and not token.morph.passive


def _claimed(report: Report, parsed: Parsed, before: Sequence[Event]) -> list[Event]:
    """The deeds of the last sentences that somebody says were done, the latest first."""
    near = report.sentences[max(0, parsed.number - REACH)].at.start
    lately = takewhile(lambda event: event.at.start >= near, reversed(before))
    told = (event for event in lately if event.reported_by is not None and event.type not in SPEECH_ACTS)
    return [event for event in told if event.modality is Modality.HAPPENED]


def _deed(claimed: Iterable[Event], who: Mention) -> Event | None:
    """The latest deed that others say the speaker has done."""
    own = {code.principal for code in who.codes}
    others = (e for e in claimed if e.reported_by is not None and e.reported_by.principal not in own)
    return next((e for e in others if own.intersection(code.principal for code in e.actors)), None)


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
