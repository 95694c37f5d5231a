"""What files are, before they are read: their kind, what they hold, what is guessed of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.kinds import kind_of, reports_in
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.paths import documents

_TRIED = 3  # pieces that are read to see whether the file can be


class Inspected(NamedTuple):
    """A file, its kind, lines for a person (guesses, the first reports), and what of it can't be read."""

    name: str
    kind: str
    lines: tuple[str, ...]
    errors: tuple[InputError, ...]


def inspect_paths(paths: Iterable[str]) -> Iterator[Inspected | InputError]:
    """Look into each file in turn; of a long one only the beginning is read."""
    options = SourceOptions()
    for document in documents(paths, options):
        if isinstance(document, InputError):
            yield document
            continue
        lines: list[str] = []
        errors: list[InputError] = []
        listening = replace(options, tell=lines.append)
        kind = kind_of(Look(document.head, document.name))
        for found in islice(reports_in(document, listening), _TRIED):
            if isinstance(found, Report):
                lines.append(_told(found))
            else:
                errors.append(found)
        prefix = f"{document.origin.name}: "
        told = tuple(line.removeprefix(prefix) for line in lines)
        yield Inspected(document.origin.name, kind, told, tuple(errors))


def _told(report: Report) -> str:
    said = [f"id {report.id}", *(f"{name} {value}" for name, value in _given(report) if value)]
    return "report: " + ", ".join(said) + f", {len(report.raw)} characters"


def _given(report: Report) -> tuple[tuple[str, str | None], ...]:
    return (
        ("date", report.date),
        ("lang", report.lang),
        ("source", report.source),
        ("url", report.url),
        ("title", report.title),
    )
