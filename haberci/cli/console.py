"""Where the commands print to, and how actors and marks look there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.facts import Toll
from haberci.core.report import Event
from haberci.store.rows import EventRow

PAGE = 160  # columns when the output is a file or a pipe and has no width of its own
LISTING, LIST = 130, 110  # columns that the events of many reports, and of one, need to stand on one line each
_GAP = 2  # columns between those of a table
_SHOWN_OF_ID = 10  # digits of an event's id: enough to ask for it by

_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), *range(127, 160)], "\ufffd")
_BREAKS = dict.fromkeys([9, 10, 12, 13, 0x2028, 0x2029], " ")


def harmless(text: str) -> str:
    """A text of the same length without the characters that would steer a terminal."""
    return text.translate(_CONTROLS)


def name(of: object) -> Text:
    """The name of a report on one line, whatever its source called it."""
    return Text(harmless(str(of)).translate(_BREAKS))


def output() -> Console:
    """Standard output: with styles on a terminal, plain elsewhere."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = PAGE
    return console


def is_narrow(console: Console, needed: int) -> bool:
    """Whether a table that needs so many columns would break words, so that what goes together is to share a column."""
    return console.width < needed


def say(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print a page part by part; in a file or pipe its text keeps its own lines."""
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text) and not console.is_terminal)


def parties(actors: Sequence[ActorCode], recipients: Sequence[ActorCode]) -> Text:
    """Who did it to whom: ``KGZ GOV → CSTO IGO``; a deed without recipients has no arrow."""
    line = Text.assemble((" + ".join(map(str, actors)) or "---", "bold"))
    if recipients:
        line.append(" → ", style="dim")
        line.append(" + ".join(map(str, recipients)))
    return line


def type_and_mode(type: EventType, mode: str | None) -> str:
    """``CONSULT visit``."""
    return f"{type.value} {mode}" if mode else type.value


def says(reported_by: ActorCode | None) -> str:
    """Who says so: the report itself, the wire, or an actor."""
    return f"says {reported_by or 'the wire'}"


def short_id(id: str) -> Text:
    """The first digits of an event's id."""
    return Text(id[:_SHOWN_OF_ID], style="dim")


def amount(toll: Toll) -> str:
    """A number of people: ``15``, ``15-20``, or ``15-`` where it has no upper end."""
    if toll.least == toll.most:
        return str(toll.least)
    return "-".join("" if end is None else str(end) for end in (toll.least, toll.most))


def facts(deed: Event | EventRow) -> str:
    """When, where, how many and in which contexts, on one line; empty when nothing of it is told."""
    day = [] if deed.when is None else ["/".join(dict.fromkeys(filter(None, (deed.when.start, deed.when.stop))))]
    place = [] if deed.where is None else [deed.where.name + (f" ({deed.where.state})" if deed.where.state else "")]
    numbers = [f"{amount(toll)} {toll.harm}" for toll in deed.numbers]
    contexts = list(dict.fromkeys(context.name for context in deed.contexts))
    return ", ".join(filter(None, [*day, *place, *numbers, *contexts]))


def deed_cells(deed: Event | EventRow, narrow: bool) -> list[Text]:
    """The cells of one event: type, parties, modality, who says so, the words; if narrow, all but the first in one."""
    kind = Text(type_and_mode(deed.type, deed.mode), style="bold green")
    who = parties(deed.actors, deed.recipients)
    words = Text(deed.trigger, style="italic")
    if narrow:
        told = Text(f"{deed.modality.value}, {says(deed.reported_by)}: ", style="dim")
        return [kind, Text("\n").join([who, Text.assemble(told, words)])]
    return [kind, who, Text(deed.modality.value), Text(says(deed.reported_by), style="dim"), words]


def plain_table() -> Table:
    """Columns without a frame or header; as many as the rows have cells."""
    return Table(box=None, padding=(0, _GAP, 0, 0), show_header=False, pad_edge=False)


def plain_lines(rows: Sequence[Sequence[str]], width: int) -> str | None:
    """The lines of a ``plain_table`` in a file or pipe, in a fifth of the time; None where a cell must be broken."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + _GAP * (len(widths) - 1) > width or not all(cell.isprintable() for row in rows for cell in row):
        return None
    filled = ([cell + " " * (room - cell_len(cell)) for cell, room in zip(row, widths, strict=True)] for row in rows)
    return "".join((" " * _GAP).join(row) + "\n" for row in filled)
