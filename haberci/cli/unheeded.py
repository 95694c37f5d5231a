"""Options that say nothing beside what else is asked: a slip that must not pass in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import typer

from haberci.cli.complaints import complain
from haberci.core.errors import InputError


def refuse(context: typer.Context, options: Iterable[str], why: str) -> None:
    """Raises InputError when one of the options, by their parameters' names, stands on the command line.

    ``why`` is what makes them say nothing: ``--no-store keeps nothing``.
    """
    for name in options:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise InputError(f"--{name.replace('_', '-')}: {why}")


def tell_unheeded(asked: Iterable[str], seen: Collection[str]) -> bool:
    """Tell of options for sources (``--table``) that no kind among those ``seen`` heeds. Returns whether there are."""
    from haberci.sources.kinds import KINDS  # not at the top, as in every command

    told = False
    for option in asked if seen else ():
        heeding = [name for name, kind in KINDS.items() if option in kind.options]
        if not any(name in seen for name in heeding):
            complain(f"{option}: nothing that was read heeds it (only {', '.join(heeding)} do; see haberci sources)")
            told = True
    return told
