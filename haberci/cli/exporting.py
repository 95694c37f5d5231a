"""``haberci export`` and ``haberci import``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Corrected, Database


class ExportFormat(StrEnum):
    """What ``export`` writes."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    POLECAT = "polecat"
    ICAL = "ical"


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="An empty or new folder.", show_default=False)],
    db: Database = DEFAULT_DATABASE,
    format: Annotated[
        ExportFormat, typer.Option("--format", help="Tables, POLECAT's columns, or planned events as a calendar.")
    ] = ExportFormat.PARQUET,
    texts: Annotated[bool, typer.Option("--texts", help="With the texts, so that it can be imported.")] = False,
    corrected: Corrected = False,
) -> None:
    """Write what the database holds into a folder of files, with a manifest that says what made them."""
    from haberci.core.counted import counted_rows
    from haberci.core.errors import InputError
    from haberci.corrected import opened
    from haberci.exports.calendar import export_calendar
    from haberci.exports.file_format import FileFormat
    from haberci.exports.polecat import export_polecat
    from haberci.exports.release import MANIFEST, export_tables, prepared, write_manifest
    from haberci.languages.packs import search_fold

    if texts and corrected:
        raise InputError("--texts: what people corrected is not read back as if it were coded; leave out --corrected")
    if texts and format in (ExportFormat.POLECAT, ExportFormat.ICAL):
        raise InputError(f"--texts: {format.value} has no place for them")
    with opened(db, corrected=corrected, fold=search_fold) as store:
        runs = store.runs()
        prepared(folder)
        if format is ExportFormat.ICAL:
            counts = export_calendar(store, folder)
        elif format is ExportFormat.POLECAT:
            counts = export_polecat(store, folder, runs[-1].version.code if runs else "")
        else:
            counts = export_tables(store, folder, FileFormat(format.value), texts)
    write_manifest(folder, format.value, runs, counts, texts, corrected)
    typer.echo(f"{folder}: {counted_rows(counts)}; {MANIFEST} says what made them")


def import_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="An export made with --texts.", show_default=False)],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Put an earlier export of yours into the database, with the claims as they were; what is there already stays."""
    from haberci.core.counted import counted
    from haberci.exports.importing import checked_export, import_export
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    export = checked_export(folder)  # first: what can't be imported leaves no database behind
    with Store.open(db, fold=search_fold) as store:
        done = import_export(store, export)
    put = done.new + done.superseded
    typer.echo(f"{db}: {counted(put, 'report')} put in, {done.unchanged} were there")
