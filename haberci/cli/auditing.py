"""What ``haberci audit`` does: takes judgements from a table or a terminal, keeps them, and prints the precision."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from haberci.audit import Sample, draw, precisions
from haberci.cli.audit_table import read_table, write_table
from haberci.cli.console import output
from haberci.cli.judging import judged, report_lines
from haberci.core.errors import InputError
from haberci.store.judgements import Verdict
from haberci.store.store import Store

NOTHING = "no events to draw from"


def lay_out(store: Store, size: int, seed: int, path: Path) -> None:
    """Write a sample as a table to be filled in."""
    sample = draw(store, size, seed)
    if not sample.events:
        raise InputError(NOTHING)
    write_table(path, sample)


def take_table(store: Store, path: Path) -> Sample:
    """Keep the judgements of a filled table; the sample it was drawn from."""
    found = read_table(path, store)
    if not found.judged:
        raise InputError(f"{path}: no verdict is filled in")
    store.judge(found.judged)
    return Sample(found.seed, found.size, len(store.event_ids()), found.events)


def take_keys(store: Store, size: int, seed: int) -> Sample:
    """Let a person judge at a terminal what is not judged yet; each judgement is kept at once."""
    sample = draw(store, size, seed)
    if not sample.events:
        raise InputError(NOTHING)
    done = store.verdicts(sample.events)
    if len(done) < len(sample.events):
        key = _keys()
        for each in judged(sample, done, output(), key):
            store.judge([each])
    return sample


def _keys() -> Callable[[], str]:
    if not sys.stdin.isatty():
        raise InputError("no terminal to judge at; --out FILE writes a table to be filled in, --read FILE reads it")
    return typer.getchar


def print_report(store: Store, sample: Sample) -> None:
    """Print the precision that the judgements on a sample give."""
    found = store.verdicts(sample.events)
    counts = {verdict: sum(each is verdict for each in found.values()) for verdict in Verdict}
    size = (len(sample.events), sample.of, sample.seed)
    for line in report_lines(size, store.versions(sample.events), precisions(sample.events, found), counts):
        sys.stdout.write(line + "\n")
    left = len(sample.events) - len(found)
    if left:
        sys.stdout.write(f"{left} of the sample are not judged yet\n")
