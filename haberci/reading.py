"""Reading reports: where language packs, actor register and stages come together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Final

from haberci.core.actors import ActorRegister
from haberci.core.codebook import load_codebook
from haberci.core.errors import HaberciError, ReadingError
from haberci.core.frames import lay_over
from haberci.core.language import Context
from haberci.core.overlay import NOTHING_OWN, Overlay
from haberci.core.register import load_register
from haberci.core.report import Report
from haberci.identify import identify
from haberci.languages.packs import PACKS
from haberci.notices import notice_of
from haberci.pool import in_order
from haberci.read.reader import REPAIRING, STAGES, Stage, read_report
from haberci.read.tokens import tokens
from haberci.sources.json_records import from_mapping
from haberci.sources.raw import raw_report

Outcome = Report | HaberciError

_DAMAGED: Final = "Disisleri Bakani dün açikladi: Saldirgan hiçkiriyordu."  # its last word has a rare stem


def read(
    text: str,
    *,
    id: str = "report",
    lang: str | None = None,
    date: str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    register: ActorRegister | None = None,
    frames: str | Path | None = None,
) -> Report:
    """Read one report: repair it and find its layout, mentions, times, statements, events and roles.

    ``lang`` is told from the text when it is not given; a report in a language without a pack comes back as it was,
    with ``coded`` False. ``date`` (ISO 8601) is what "yesterday" counts from. ``register`` stands in for the shipped
    register of actors, ``frames`` is a folder of frame tables laid over the shipped ones. Raises InputError when the
    text is empty, LexiconError when a table is wrong.
    """
    report = raw_report(text, id, lang=lang, date=date, title=title, source=source, url=url)
    return read_raw(report, register, overlay=checked(frames=frames))


def read_many(
    records: Iterable[Mapping[str, object] | Report], *, workers: int = 0, frames: str | Path | None = None
) -> Iterator[Report]:
    """Read reports in the order given: raw Reports, or mappings with ``text`` and what else ``read`` takes.

    The reading is shared by ``workers`` processes, one a processor core when it is 0. ``frames`` is as for ``read``.
    Raises InputError on a record without text; one without an id is called by its number, from 1.
    """
    overlay = checked(frames=frames)
    raw = (r if isinstance(r, Report) else from_mapping(r, str(n)) for n, r in enumerate(records, 1))
    load = partial(load_tables, overlay)
    for outcome in in_order(partial(_outcome, overlay=overlay), raw, workers or os.cpu_count() or 1, load):
        if isinstance(outcome, HaberciError):
            raise outcome
        yield outcome


def read_each(found: Iterable[Outcome], *, workers: int = 1, overlay: Overlay = NOTHING_OWN) -> Iterator[Outcome]:
    """Read what a source found, in order; its errors pass through, and a report that can't be read becomes one.

    ``overlay`` are the user's own tables, which every process lays over ours, ``checked`` before.

    For keeping and printing: the reports come without their tokens, which weigh four times as much as all else and
    would have to travel between processes.
    """
    return in_order(partial(_without_tokens, overlay=overlay), found, workers, partial(load_tables, overlay))


def load_tables(overlay: Overlay = NOTHING_OWN) -> None:
    """Load what most reports ask for: those of damaged letters and of rare stems, too."""
    _outcome(raw_report(_DAMAGED, "sample", lang="tr"), overlay=overlay)


def repair_each(found: Iterable[Outcome], overlay: Overlay = NOTHING_OWN) -> Iterator[Outcome]:
    """Only repair the characters of what a source found; errors pass through."""
    return map(partial(_outcome, stages=REPAIRING, overlay=overlay), found)


def words_each(found: Iterable[Outcome], overlay: Overlay = NOTHING_OWN) -> Iterator[Outcome]:
    """Repair what a source found, and cut it into sentences and words with their forms; errors pass through."""
    return map(partial(_outcome, stages=STAGES[: STAGES.index(tokens) + 1], overlay=overlay), found)


def checked(register: Path | None = None, frames: str | Path | None = None) -> Overlay:
    """What a user lays over ours, loaded once; raises LexiconError naming file and line when a table is wrong."""
    load_register(folder=register)
    overlay = Overlay(register, None if frames is None else Path(frames))
    if frames is not None:
        for lang in PACKS:
            context_of(lang, overlay)
    return overlay


def read_raw(
    report: Report,
    register: ActorRegister | None = None,
    stages: tuple[Stage, ...] = STAGES,
    overlay: Overlay = NOTHING_OWN,
) -> Report:
    """Read a raw report with the pack of its language; without one it comes back with its language named."""
    lang = report.lang or identify(report.raw, PACKS.keys())
    report = replace(report, lang=lang, notice=notice_of(report))
    if lang is None or lang not in PACKS:
        return report
    context = context_of(lang, overlay)
    return read_report(report, context if register is None else replace(context, register=register), stages)


def shipped_context(lang: str) -> Context:
    """The pack of a language, with the register and codebook that ship; KeyError when there is no pack."""
    return context_of(lang, NOTHING_OWN)


def context_of(lang: str, overlay: Overlay) -> Context:
    """The pack of a language, with the register and codebook that ship and what the user lays over them."""
    return _context(lang, load_register(folder=overlay.register), overlay.frames)


@cache
def _context(lang: str, register: ActorRegister, frames: Path | None) -> Context:
    pack, codebook = PACKS[lang](), load_codebook()
    if frames is not None:
        pack = replace(pack, frames=lay_over(pack.frames, frames, codebook))
    return Context(pack, register, codebook)


def _without_tokens(found: Outcome, overlay: Overlay) -> Outcome:
    outcome = _outcome(found, overlay=overlay)
    return replace(outcome, tokens=()) if isinstance(outcome, Report) else outcome


def _outcome(found: Outcome, stages: tuple[Stage, ...] = STAGES, overlay: Overlay = NOTHING_OWN) -> Outcome:
    if isinstance(found, HaberciError):
        return found
    try:
        return read_raw(found, stages=stages, overlay=overlay)
    except ReadingError as error:
        return ReadingError(str(error))  # without its traceback, which does not travel between processes
