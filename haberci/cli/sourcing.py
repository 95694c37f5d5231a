"""What the commands that read sources make of their options."""

from __future__ import annotations

from haberci.cli.complaints import complain
from haberci.core.errors import InputError
from haberci.sources.kinds import KINDS
from haberci.sources.options import SourceOptions, parse_columns


def heeded(columns: str | None, table: str | None, bulk: bool) -> list[str]:
    """The options given that only some kinds of sources heed."""
    given = (("--columns", columns is not None), ("--table", table is not None), ("--bulk", bulk))
    return [name for name, is_given in given if is_given]


def source_options(
    columns: str | None, table: str | None, kind: str | None, bulk: bool, private: bool
) -> SourceOptions:
    """How sources are to be read; what is guessed is told on standard error. Raises InputError on a wrong option."""
    if kind is not None and kind not in KINDS:
        raise InputError(f"no kind of source {kind!r} (there are {', '.join(KINDS)})")
    return SourceOptions(
        columns=parse_columns(columns), table=table, kind=kind, bulk=bulk, private=private, tell=complain
    )
