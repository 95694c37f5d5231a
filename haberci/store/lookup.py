"""What a name or a moment means: a report by its id, an event by a prefix, a run by a day, all readings so far."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from haberci.core.errors import InputError
from haberci.store.database import query
from haberci.store.days import last_moment
from haberci.store.rows import ReportKey

NOW = 2**62  # beyond every run
_LAST = "\U0010ffff"
_SHOWN = 5
AsOf = int | str | None


def run_at(connection: sqlite3.Connection, as_of: AsOf) -> int:
    """The last run that counts: of a run's number, or of an ISO 8601 day or time (UTC; a day to its end).

    0 when there was none yet. Raises InputError when it is neither or there is no such run.
    """
    if as_of is None:
        return NOW
    moment = last_moment(as_of) if isinstance(as_of, str) else None
    if moment is not None:
        found = connection.execute("SELECT max(run_id) FROM run WHERE recorded_at <= ?", (moment,)).fetchone()[0]
        return found or 0
    try:
        number = int(as_of)
    except ValueError:
        raise InputError(f"as of {as_of!r}: no run's number and no ISO 8601 day or time") from None
    latest = connection.execute("SELECT coalesce(max(run_id), 0) FROM run").fetchone()[0]
    if not 0 < number <= latest:
        raise InputError(f"as of {number}: no such run; the last is {latest}")
    return number


def day_asked(text: str | None, day_of: Callable[[str], str | None]) -> str | None:
    """The day that bounds a query; None when none is asked for. Raises InputError when it can't be read."""
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise InputError(f"{text!r}: no ISO 8601 day, month or year")
    return day


def report_named(connection: sqlite3.Connection, name: str, source: str | None) -> int | None:
    """The row of the report with this id; else of ``source/id``; else the only one whose id begins so.

    None: no such report. Raises InputError when several fit.
    """
    for low, high, at in _readings_of(name, source):
        found = connection.execute(
            query("queries/reports_named.sql"), {"low": low, "high": high, "source": at}
        ).fetchall()
        if len(found) == 1:
            number: int = found[0][0]
            return number
        if found:
            keys = [str(ReportKey(row[1] or None, row[2])) for row in found]
            raise InputError(f"report {name}: several fit: {_listed(keys)}")
    return None


def _readings_of(name: str, source: str | None) -> list[tuple[str, str, str | None]]:
    tries: list[tuple[str, str, str | None]] = [(name, name, source)]
    if source is None:
        cuts = [i for i, mark in enumerate(name) if mark == "/"]
        tries += [(name[i + 1 :], name[i + 1 :], name[:i]) for i in cuts]
    if name:
        tries.append((name, name + _LAST, source))
    return tries


def event_named(connection: sqlite3.Connection, prefix: str, run: int) -> int | None:
    """The row of the only event whose id begins so; None: no such event. Raises InputError when several fit."""
    if not prefix:
        return None  # all events begin so
    limits = {"low": prefix, "high": prefix + "g", "run": run}  # "g" follows all hexadecimal digits
    found = connection.execute(query("queries/claims_named.sql"), limits).fetchall()
    if len(found) > 1:
        raise InputError(f"event {prefix}: several fit: {_listed([row[0] for row in found])}")
    return found[0][1] if found else None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" and more" if len(names) > _SHOWN else "")


def readings_up_to(connection: sqlite3.Connection, number: int) -> tuple[int, int]:
    """How many readings have at most this number, and the sum of their runs: the same as long as none is taken out."""
    sql = "SELECT count(*), coalesce(sum(run), 0) FROM reading WHERE reading_id <= ?"
    row = connection.execute(sql, (number,)).fetchone()
    return row[0], row[1]
