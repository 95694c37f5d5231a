"""The reasons of one event: rule, words, parts, modality, source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from haberci.cli.console import amount, harmless, name, parties, plain_table, says, type_and_mode
from haberci.cli.marking import EVENT, ROLE, Mark, marked
from haberci.core.report import Part, Report
from haberci.core.rule import Rule
from haberci.core.span import Evidence, Span
from haberci.replay import Near
from haberci.rules import shipped_rules
from haberci.store.rows import EventRow


def reasons(row: EventRow, report: Report | None, near: Near | None, *, styled: bool) -> Iterator[RenderableType]:
    """What is printed of an event, part by part."""
    line = Text.assemble((type_and_mode(row.type, row.mode), EVENT))
    line.append("  ").append_text(parties(row.actors, row.recipients))
    line.append(f"  {row.modality.value}, {says(row.reported_by)}")
    yield line
    yield Text(f"{name(row.key)}  {row.date or 'no date'}  event {row.id}", style="dim")
    yield Text()
    yield marked(row.sentence, _marks(row), styled)
    if report is not None and report.raw != report.text:
        yield Text(
            f"as given, characters {row.start} to {row.stop}: {harmless(report.raw[row.start : row.stop])}", style="dim"
        )
    yield Text()
    for head, ids in _grouped(row):
        yield Text(head, style="bold")
        yield _rules(ids)
    if row.parts:
        yield Text("Who", style="bold")
        yield _parts(row.parts)
    if row.when or row.where or row.numbers or row.contexts:
        yield Text("\nWhen, where, how many, in which context", style="bold")
        yield _facts(row)
    if near is not None:
        yield Text("Nearly", style="bold")
        yield _near(near)
    if report is not None and row.also:
        yield Text("\nTold again", style="bold")
        yield from (Text(report.text[at.text_start : at.text_stop]) for at in row.also)


def _marks(row: EventRow) -> list[Mark]:
    """The words that fired the rule and those that filled its parts, within the sentence."""
    found = [(row.trigger_at, row.type.value, EVENT)]
    found += [(part.at, part.name, ROLE) for part in row.parts if part.at is not None]
    return [Mark(span, tag, style) for at, tag, style in found if (span := _within(row.at, at)) is not None]


def _within(sentence: Evidence, at: Evidence) -> Span | None:
    """A span counted from the sentence's start; None when it stands in another sentence."""
    if not sentence.span.holds(at.span):
        return None
    return Span(at.text_start - sentence.text_start, at.text_stop - sentence.text_start)


def _grouped(row: EventRow) -> Iterator[tuple[str, list[str]]]:
    """The rules that had a say, each under what it decides."""
    ids = dict.fromkeys((row.rule, *row.why))
    heads = {
        "event": "Rule",
        "modality": f"Why {row.modality.value}",
        "source": "Who says so",
        "party": "How parts are filled",
    }
    for kind, head in heads.items():
        if own := [id for id in ids if id.partition(".")[0] == kind]:
            yield head, own
    if rest := [id for id in ids if id.partition(".")[0] not in heads]:
        yield "Further rules", rest


def _near(near: Near) -> Table:
    table = plain_table()
    if near.rules is None:
        table.add_row(
            Text("another version of haberci coded this event; read the report anew to see what nearly fired")
        )
    elif not near.rules:
        table.add_row(Text("no other rule fits these words"))
    for miss in near.rules or ():
        rule = shipped_rules().get(miss.rule) or Rule(miss.rule, "", "")
        table.add_row(
            Text(miss.rule, style="bold"), Text(rule.says), Text(miss.words, style="italic"), Text(miss.reason)
        )
    return table


def _rules(ids: Iterable[str]) -> Table:
    table = plain_table()
    for id in ids:
        rule = shipped_rules().get(id) or Rule(id, "a rule of another version, or of your own frames", "")
        table.add_row(Text(id, style="bold"), Text(rule.says))
        if rule.example:
            table.add_row("", Text(f"as in: {rule.example}", style="italic dim"))
    return table


def _facts(row: EventRow) -> Table:
    """Each fact with its words and the rule that made it."""
    told: list[tuple[str, str, str, Evidence, str]] = []
    if row.when is not None:
        days = "/".join(dict.fromkeys(filter(None, (row.when.start, row.when.stop)))) or "no day known"
        told.append(("when", f"{days}, {row.when.precision}", row.when.text, row.when.at, row.when.rule))
    if row.where is not None:
        place = f"{row.where.name} ({row.where.state or 'state unknown'}), {row.where.precision}"
        told.append(("where", place, row.where.text, row.where.at, row.where.rule))
    for toll in row.numbers:
        who = f"{amount(toll)}{' or so' if toll.about else ''}, {says(toll.told_by)}"
        told.append((toll.harm.value, who, toll.text, toll.at, toll.rule))
    told += [("context", c.name, c.text, c.at, c.rule) for c in row.contexts]
    table = plain_table()
    for name_of, value, words, at, rule in told:
        cells = (Text(name_of), Text(value, style="bold"), Text(harmless(words)))
        table.add_row(*cells, Text(f"characters {at.start} to {at.stop}, by {rule}", style="dim"))
    return table


def _parts(parts: tuple[Part, ...]) -> Table:
    table = plain_table()
    for part in parts:
        told = (
            "not spoken; from the words around" if part.at is None else f"characters {part.at.start} to {part.at.stop}"
        )
        table.add_row(Text(part.name), Text(str(part.code), style="bold"), Text(part.text), Text(told, style="dim"))
    return table
