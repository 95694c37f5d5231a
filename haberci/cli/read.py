"""``haberci read``: reports in, records out and into the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from haberci.cli.options import (
    DEFAULT_DATABASE,
    Bulk,
    Columns,
    Database,
    Engine,
    Frames,
    Language,
    Out,
    Paths,
    Private,
    ReadEngine,
    ReadFormat,
    Register,
    ReportFormat,
    Resume,
    SourceKind,
    Table,
    Workers,
)

if TYPE_CHECKING:
    from haberci.cli.keeper import Keeper
    from haberci.cli.progress import ReadingProgress
    from haberci.core.overlay import Overlay
    from haberci.reading import Outcome
    from haberci.sources.options import SourceOptions


def read(
    context: typer.Context,
    paths: Paths,
    db: Database = DEFAULT_DATABASE,
    format: ReportFormat = ReadFormat.TABLE,
    lang: Language = None,
    columns: Columns = None,
    table: Table = None,
    kind: SourceKind = None,
    bulk: Bulk = False,
    private: Private = False,
    register: Register = None,
    frames: Frames = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help="Keep what was read in the database.")] = True,
    out: Out = None,
    resume: Resume = False,
    workers: Workers = 0,
    engine: ReadEngine = Engine.LOCAL,
) -> None:
    """Read reports: repair them, code their events, statements and roles, store them and print what was found.

    What can't be read is told in one line on standard error, the rest is still read, and the exit status is 2.
    """
    # Imported here, as in every command: the tables of a language take longer to load than --help may take.
    from haberci.cli.batches import keep_all
    from haberci.cli.keeper import Keeper, keeper_of
    from haberci.cli.printing import printer_for
    from haberci.cli.progress import progress_of
    from haberci.cli.sourcing import heeded, source_options
    from haberci.cli.unheeded import tell_unheeded
    from haberci.collector import collect_seldom
    from haberci.reading import checked

    collect_seldom()
    _check_kept(context, store, out is not None, engine)
    overlay, printer = checked(register, frames), printer_for(format)
    options, seen = source_options(columns, table, kind, bulk, private), set[str]()
    with keeper_of(db if store else None, out, overlay) as keeper, progress_of(paths, printer) as progress:
        asked = _Asked(paths, replace(options, meter=progress.count, seen=seen.add), overlay, lang, workers)
        stored = keeper if resume and isinstance(keeper, Keeper) else None
        outcomes = asked.by_daft() if engine is Engine.DAFT else asked.here(stored, progress)
        failed = keep_all(outcomes, keeper, printer, progress)
    if tell_unheeded(heeded(columns, table, bulk), seen) or failed:
        raise typer.Exit(2)


def _check_kept(context: typer.Context, store: bool, has_files: bool, engine: Engine) -> None:
    """What is resumed is known from the database, and nothing is put there by ``--out`` and ``--no-store``."""
    from haberci.cli.unheeded import refuse  # not at the top, as in every command

    if has_files:
        refuse(context, ("resume", "db"), "--out stores nothing in a database")
    if not store:
        refuse(context, ("resume", "db"), "--no-store keeps nothing in a database")
    if engine is Engine.DAFT:
        refuse(context, ("resume", "workers"), "--engine daft shares out the work, and knows nothing of it")


class _Asked(NamedTuple):
    """What is to be read, and how."""

    paths: list[str]
    options: SourceOptions
    overlay: Overlay
    lang: str | None
    workers: int

    def here(self, stored: Keeper | None, progress: ReadingProgress) -> Iterator[Outcome]:
        """By processes of this machine; without what is ``stored``, if that is given."""
        from haberci.reading import read_each
        from haberci.sources.paths import in_language, read_paths

        found = in_language(read_paths(self.paths, self.options), self.lang)
        wanted = found if stored is None else stored.missing(found)
        return read_each(progress.watched(wanted), workers=self.workers or os.cpu_count() or 1, overlay=self.overlay)

    def by_daft(self) -> Iterator[Outcome]:
        """By Daft."""
        from haberci.cluster import read_by_daft

        return read_by_daft(self.paths, self.options, self.overlay, self.lang)
