"""The commands, put together. Nothing heavy may be imported here: ``haberci --help`` must answer at once."""

from __future__ import annotations

from typing import Annotated

import typer

from haberci import __version__
from haberci.cli.account import account
from haberci.cli.actor import actor
from haberci.cli.analyse import analyse
from haberci.cli.audit import audit
from haberci.cli.backtest import backtest
from haberci.cli.deeds import deeds
from haberci.cli.desk import desk
from haberci.cli.events import events
from haberci.cli.explain import explain
from haberci.cli.exporting import export, import_
from haberci.cli.follow import follow
from haberci.cli.keeping import backup, info, remove
from haberci.cli.panelling import panel
from haberci.cli.planned import planned
from haberci.cli.read import read
from haberci.cli.repair import repair
from haberci.cli.roles import roles
from haberci.cli.search import search
from haberci.cli.show import show
from haberci.cli.signs import signs
from haberci.cli.sources import sources
from haberci.cli.stories import stories
from haberci.cli.trust import trust
from haberci.cli.upgrade import upgrade
from haberci.cli.warn import warn
from haberci.cli.watch import watch

app = typer.Typer(
    name="haberci",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    show,
    deeds,
    events,
    planned,
    explain,
    audit,
    repair,
    analyse,
    actor,
    roles,
    upgrade,
    sources,
    follow,
    watch,
    signs,
    warn,
    backtest,
    desk,
    account,
):
    app.command()(command)
for asking in (stories, search, trust, panel, info, export, backup, remove):
    app.command()(asking)
app.command("import")(import_)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"haberci {__version__}")
        raise typer.Exit


@app.callback()
def haberci(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read news-wire reports: repair their letters, and find who did what to whom, and who says so."""
