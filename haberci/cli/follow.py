"""``haberci follow``: new items of feeds and files as they come, until it is stopped."""

from __future__ import annotations

import re
import signal
from datetime import datetime
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain
from haberci.cli.options import (
    DEFAULT_DATABASE,
    Columns,
    Database,
    Frames,
    Language,
    Private,
    ReadFormat,
    Register,
    ReportFormat,
)

if TYPE_CHECKING:
    from haberci.cli.keeper import Keeper
    from haberci.cli.printing import Printer
    from haberci.core.overlay import Overlay
    from haberci.following import Follower, Turn
    from haberci.store.followed import Followed

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

Every = Annotated[
    str, typer.Option("--every", metavar="TIME", help="How long to wait between two times: 30s, 5m, 2h, 1d.")
]

Feeds = Annotated[
    list[str],
    typer.Argument(metavar="FEED", help="Addresses of feeds (or of pages), files, folders.", show_default=False),
]
Once = Annotated[
    bool,
    typer.Option("--once", help="Ask each source whose time has come once, and end; with status 2 when one fails."),
]


def follow(
    feeds: Feeds,
    every: Every = "5m",
    db: Database = DEFAULT_DATABASE,
    format: ReportFormat = ReadFormat.TABLE,
    once: Once = False,
    private: Private = False,
    lang: Language = None,
    columns: Columns = None,
    register: Register = None,
    frames: Frames = None,
) -> None:
    """Read new items of feeds as they come, store them and print what was found, until stopped (Ctrl-C).

    Started again it goes on where it was. A source that fails is told, and asked less and less often; the others go on.
    """
    from haberci.cli.keeper import Keeper
    from haberci.cli.printing import printer_for
    from haberci.cli.sourcing import source_options
    from haberci.collector import collect_seldom
    from haberci.following import Follower
    from haberci.reading import checked
    from haberci.sources.raw import language_code
    from haberci.store.followed import FollowedSources

    collect_seldom()
    _check_followed(feeds)
    seconds, overlay, code = seconds_of(every), checked(register, frames), language_code(lang)
    options = source_options(columns, None, None, False, private)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: what is being stored is stored whole
    with Keeper(db, overlay) as keeper, FollowedSources(db) as states:
        follower, printer = Follower(feeds, states, seconds, options), printer_for(format)
        try:
            failed = _first_round(follower, keeper, printer, overlay, code)
            while not once:
                sleep(max(1.0, follower.wait_s()))
                _round(follower, keeper, printer, overlay, code)
        except KeyboardInterrupt:
            complain(f"stopped; {keeper.told()}; the same command goes on from here")
            raise
        printer.close(keeper.told())
    if failed:
        raise typer.Exit(2)


def _check_followed(feeds: list[str]) -> None:
    from haberci.core.errors import InputError
    from haberci.sources.address import other_scheme
    from haberci.sources.paths import STDIN

    for feed in feeds:
        if error := other_scheme(feed):
            raise error
    if STDIN in feeds:
        raise InputError("standard input can't be followed: it is read once, by haberci read -")
    if not all(map(str.strip, feeds)):
        raise InputError("a FEED is empty")


def seconds_of(time: str) -> float:
    """``5m`` in seconds. Raises InputError."""
    from haberci.core.errors import InputError

    found = re.fullmatch(r"(\d{1,6})([smhd])", time.strip())
    if found is None or int(found[1]) == 0:
        raise InputError(f"--every: {time!r} is no time, as 30s, 5m, 2h, 1d")
    return float(int(found[1]) * _UNITS[found[2]])


def _first_round(follower: Follower, keeper: Keeper, printer: Printer, overlay: Overlay, lang: str | None) -> int:
    """As ``_round``, and what fails and is not asked again yet is told first."""
    for state in follower.failing():
        complain(_failing(state, state.fault or ""))
    return _round(follower, keeper, printer, overlay, lang)


def _round(follower: Follower, keeper: Keeper, printer: Printer, overlay: Overlay, lang: str | None) -> int:
    """Ask the sources that are due, read and store what is new in them. Returns how much of it can't be read."""
    from haberci.cli.batches import keep_and_print
    from haberci.core.report import Report
    from haberci.reading import read_each
    from haberci.sources.paths import in_language

    failed = 0
    for turn in follower.turn():
        _tell(turn)
        found = in_language(turn.reports or (), lang)
        fresh = [x for x in found if isinstance(x, Report) and keeper.lacks(x)]
        failed += len(turn.errors) + keep_and_print(list(read_each(fresh, overlay=overlay)), keeper, printer)
        follower.settled(turn)
    return failed


def _tell(turn: Turn) -> None:
    state = turn.state
    if state.failures:
        complain(_failing(state, turn.errors[0]))
    elif turn.was_failing:
        complain(f"{state.address}: reads again")
    for error in turn.errors[1 if state.failures else 0 :]:
        complain(str(error))


def _failing(state: Followed, error: object) -> str:
    at = datetime.fromtimestamp(state.next_at).strftime("%Y-%m-%d %H:%M")
    times = "" if state.failures == 1 else f" ({state.failures} times in a row)"
    return f"failing{times}, next asked at {at}: {error}"
