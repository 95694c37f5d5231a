"""``haberci actor``: who a name means, and drafts of rows for names that the register does not know."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database, Register

if TYPE_CHECKING:
    from haberci.core.actor_sheet import Sheet
    from haberci.core.terms import Term


class NameLanguage(StrEnum):
    """The languages of the register's names."""

    TR = "tr"
    EN = "en"
    RU = "ru"


def actor(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A name in Turkish, English or Russian.", show_default=False)
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="Who that was on a day (2023-01-22).", show_default=False),
    ] = None,
    lang: Annotated[
        NameLanguage | None, typer.Option("--lang", help="Only the spellings of one language.", show_default=False)
    ] = None,
    register: Register = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--draft",
            metavar="DIR",
            help="Instead: write rows for the most frequent names of a database that the register does not know into a "
            "folder, to be edited and passed with --register.",
            show_default=False,
        ),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="N", help="With --draft: no more names of a kind than so many.")
    ] = 100,
) -> None:
    """Say who a name means: code, spellings, offices, members. The register is asked, not what was read."""
    from haberci.cli.questions import day
    from haberci.cli.unheeded import refuse
    from haberci.core.errors import InputError

    if (name is None) is (draft is None):
        raise InputError("actor: give a NAME, or --draft DIR with --db FILE")
    if draft is not None:
        refuse(context, ("date", "lang"), "--draft asks for no NAME")
        _draft(draft, db, register, limit)
    else:
        refuse(context, ("db", "limit"), "only --draft asks a database")
        _tell(name or "", day("--date", date), lang, register)


def _tell(name: str, on: str | None, lang: NameLanguage | None, register: Path | None) -> None:
    from rich.text import Text

    from haberci.cli.console import harmless, output, say
    from haberci.core.actor_sheet import near_names, sheets
    from haberci.core.errors import InputError

    found = sheets(name, on, register)
    if not found:
        near = near_names(name, register)
        raise InputError(f"no actor {name}" + (f"; did you mean {', '.join(near)}?" if near else ""))
    for sheet in found:
        say(output(), [Text(harmless("\n".join(_lines(sheet, lang))))])


def _draft(folder: Path, db: Path, register: Path | None, limit: int) -> None:
    from haberci.cli.drafts import write_drafts

    typer.echo(write_drafts(folder, db, register, limit))


def _lines(sheet: Sheet, lang: NameLanguage | None) -> Iterator[str]:
    yield f"{sheet.name}  {sheet.code}  {sheet.kind.value}"
    for code, spellings in sheet.spellings.items():
        if spellings and (lang is None or lang.value == code):
            yield f"  {code}  {', '.join(spellings)}"
    for term in sheet.terms:
        office = term.office.ru if lang is NameLanguage.RU else term.office.en
        whose = f" of {term.of}" if sheet.kind.value == "person" else f": {term.person}"
        yield f"  {office or term.office.name}{whose}, {_span(term)}  ({', '.join(term.witnesses)})"
    for label, held in (("member", sheet.members), ("in", sheet.part_of)):
        for one in held:
            who = one.state if label == "member" else one.organisation
            yield f"  {label}  {who}, {one.since or '?'} to {one.until or 'now'}"


def _span(term: Term) -> str:
    """From when until when; a day that no witness tells is ``?``, what lasts as far as they see is said so."""
    return f"{term.start or '?'} to {term.stop or f'at least {term.last}'}"
