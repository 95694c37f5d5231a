"""Judging events at a terminal, and printing what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.text import Text

from haberci.audit import Precision, Sample
from haberci.cli.console import harmless, name, plain_table, says, type_and_mode
from haberci.cli.marking import EVENT
from haberci.store.judgements import Judgement, Verdict
from haberci.store.rows import EventRow, RunVersion

KEYS = {"r": Verdict.RIGHT, "t": Verdict.WRONG_TYPE, "p": Verdict.WRONG_PARTY, "n": Verdict.NO_EVENT, "s": Verdict.SKIP}
LEAVE = ("q", "\x03", "\x04", "\x1b", "")  # the last: no more is typed
PROMPT = "r right, t wrong type, p wrong party, n no event, s skip, q leave"


def judged(sample: Sample, done: Iterable[str], console: Console, key: Callable[[], str]) -> Iterator[Judgement]:
    """Show each event that is not judged yet, and take a key for it; ends with the sample, or when asked to leave."""
    passed = set(done)
    for number, event in enumerate(sample.events, 1):
        if event.id in passed:
            continue
        _show(event, f"{number} of {len(sample.events)}", console)
        pressed = key()
        while pressed not in KEYS and pressed not in LEAVE:
            pressed = key()
        if pressed in LEAVE:
            return
        console.print(Text(KEYS[pressed].value, style="bold"))
        yield Judgement(event, KEYS[pressed], sample.seed, sample.size)


def _show(event: EventRow, number: str, console: Console) -> None:
    console.print(Text.assemble("\n", (number, "dim"), "  ", name(event.key), f"  {event.date or 'no date'}"))
    console.print(Text(harmless(event.sentence)))
    told = plain_table()
    told.add_row("what", Text(type_and_mode(event.type, event.mode), style=EVENT), Text(event.trigger, style="italic"))
    for part, codes in (("who", event.actors), ("whom", event.recipients)):
        words = "; ".join(p.text for p in event.parts if p.code in codes and p.text)
        told.add_row(part, Text(" + ".join(map(str, codes)) or "---"), Text(harmless(words), style="italic"))
    told.add_row("told as", event.modality.value, says(event.reported_by))
    console.print(told)
    console.print(Text(PROMPT, style="dim"))


def report_lines(
    sample: tuple[int, int, int], versions: Iterable[RunVersion], lines: Iterable[Precision], wrong: dict[Verdict, int]
) -> Iterator[str]:
    """What an audit says, so that it can be cited; ``sample`` is its size, of how many events, and the seed."""
    size, of, seed = sample
    for version in versions:
        yield f"haberci {version.code}, rules {version.rules}, data {version.data}, register {version.register}"
    yield f"sample of {size} out of {of} events, seed {seed}; precision with its 95 % interval (Wilson)"
    yield f"{'type':12}{'right':>7}{'judged':>8}{'precision':>11}   interval"
    for line in lines:
        yield f"{line.name:12}{line.right:7}{line.judged:8}{line.share:11.3f}   {line.low:.3f} to {line.high:.3f}"
    yield ", ".join(f"{verdict.value} {count}" for verdict, count in wrong.items())
