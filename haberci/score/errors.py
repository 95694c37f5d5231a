"""What the reader got right and wrong in each report, for a person to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import fill

from haberci.score.coded import Coded, CodedEvent, CodedRole, CodedStatement, coded_report, principal
from haberci.score.figures import field_agreement
from haberci.score.gold import GoldFile, GoldReport
from haberci.score.match import Level, match_events
from haberci.score.reading import Reader

MOST = 25  # kinds of error that one line of the tally names
WIDTH = 150  # characters a line
LEGEND = """\
=  right (what else differs is told behind it)      -  missed      +  wrong      ~  right type, wrong parties
?  debatable in the gold, counted neither way       E event   S statement   R role; ours end with the rule in ( )"""


@dataclass(slots=True)
class Tally:
    """How often each kind of error came up, over all reports."""

    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """One line a kind, commonest first."""
        for name, counter in (
            ("missed", self.missed),
            ("wrong, by rule", self.wrong),
            ("wrong parties, by rule", self.parties),
            ("wrong fields", self.fields),
        ):
            common = sorted((-n, what) for what, n in counter.items() if n)[:MOST]
            told = ", ".join(f"{what} {-n}" for n, what in common)
            yield fill(f"{name}: {told or 'none'}", WIDTH, subsequent_indent="    ")


def show_errors(gold: GoldFile, reader: Reader, only: str | None = None) -> Iterator[str]:
    """Lines that show each report's sentences with what was found in them, then a tally; ``only`` names one report."""
    tally = Tally()
    yield LEGEND
    for report in gold.reports:
        if only in (None, report.id):
            yield from _report(report, coded_report(reader(report), report.sentences), tally)
    yield ""
    yield from tally.lines()


def first_rule(rules: str) -> str:
    """The rule that made an event, of all that had a say in it."""
    return rules.split(" ", 1)[0]


def _report(report: GoldReport, ours: Coded, tally: Tally) -> Iterator[str]:
    marks: dict[int, list[str]] = {}
    for part in (
        _events(ours.events, report.coded.events, tally),
        _statements(ours.statements, report.coded.statements, tally),
        _roles(ours.roles, report.coded.roles, tally),
    ):
        for sentence, line in part:
            marks.setdefault(sentence, []).append(line)
    yield f"\n══ {report.id}"
    if -1 in marks:
        yield "  (outside every sentence)"
        yield from marks[-1]
    for number, (start, stop) in enumerate(report.sentences):
        text = " ".join(report.text[start:stop].split())
        yield fill(f"{number:>3}  {text}", WIDTH, subsequent_indent="     ")
        yield from marks.get(number, [])


def _events(ours: tuple[CodedEvent, ...], gold: tuple[CodedEvent, ...], tally: Tally) -> Iterator[tuple[int, str]]:
    found = match_events(Level.FULL, ours, gold)
    near = match_events(Level.DETECTION, found.wrong, found.missed)
    for mine, theirs in found.pairs:
        yield mine.sentence, f"     = E {_event(mine)}{_differences(mine, theirs, tally)}"
    for mine, theirs in near.pairs:
        tally.parties[first_rule(mine.rule)] += 1
        yield mine.sentence, f"     ~ E {_event(mine)}\n          gold: {_event(theirs)}"
    for event in near.missed:
        tally.missed[event.type] += 1
        also = f" also {list(event.also)}" if event.also else ""
        yield event.sentence, f"     - E {_event(event)}{also}"
    for event in near.wrong:
        tally.wrong[f"{event.type} {first_rule(event.rule)}"] += 1
        yield event.sentence, f"     + E {_event(event)}"
    for event in found.neutral:
        yield event.sentence, f"     ? E {_event(event)}"
    for event in gold:
        if event.debatable:
            yield event.sentence, f"     ? E gold: {_event(event)}"


def _event(event: CodedEvent) -> str:
    what = f"{event.type} {event.mode or ''}".strip()
    who = f"{', '.join(event.actors)} → {', '.join(event.recipients) or '·'}"
    rule = f"  ({event.rule})" if event.rule else ""
    return f"{what}  {who}  {event.modality} [{event.reported_by}]  “{event.trigger}”{rule}"


def _differences(ours: CodedEvent, gold: CodedEvent, tally: Tally) -> str:
    told = []
    for name, right in field_agreement(ours, gold).items():
        if not right:
            tally.fields[name] += 1
            told.append(
                f"gold's actors {', '.join(gold.actors)}"
                if name == "sector"
                else f"gold's {name} {getattr(gold, name)}"
            )
    return f"  BUT {'; '.join(told)}" if told else ""


def _statements(
    ours: tuple[CodedStatement, ...], gold: tuple[CodedStatement, ...], tally: Tally
) -> Iterator[tuple[int, str]]:
    said = {(n, principal(s.speaker)): s for s in ours for n in s.sentences}
    told = {(n, principal(s.speaker)): s for s in gold for n in s.sentences}
    for place, mine in said.items():
        kind = told[place].kind if place in told else mine.kind
        tally.wrong["statement"] += place not in told
        tally.fields["kind"] += kind != mine.kind
        but = f"  BUT gold's kind {kind}" if kind != mine.kind else ""
        yield place[0], f"     {'=' if place in told else '+'} S {_statement(mine)}{but}"
    for place, theirs in told.items():
        if place not in said:
            tally.missed["statement"] += 1
            yield place[0], f"     - S {_statement(theirs)}"


def _statement(statement: CodedStatement) -> str:
    rule = f"  ({statement.rule})" if statement.rule else ""
    return f"{statement.speaker} “{statement.speaker_text}” {statement.kind} “{statement.cue}”{rule}"


def _roles(ours: tuple[CodedRole, ...], gold: tuple[CodedRole, ...], tally: Tally) -> Iterator[tuple[int, str]]:
    mine, theirs = {r.key: r for r in ours}, {r.key: r for r in gold}
    for key, role in mine.items():
        tally.wrong["role"] += key not in theirs
        yield role.sentence, f"     {'=' if key in theirs else '+'} R {_role(role)}"
    for key, role in theirs.items():
        if key not in mine:
            tally.missed["role"] += 1
            yield role.sentence, f"     - R {_role(role)}"


def _role(role: CodedRole) -> str:
    rule = f"  ({role.rule})" if role.rule else ""
    return f"{role.person}, {role.office}, {role.of}{rule}"
