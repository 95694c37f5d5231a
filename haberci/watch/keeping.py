"""Signs and warnings in the database: every draft, change and judgement is kept, none is written over or deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.store.database import open_to_read, open_to_write, query, transaction, translated
from haberci.watch.signs import Sign

TIMEOUT_S = 10.0
STATES = {"confirm": "confirmed", "reject": "rejected", "merge": "merged", "close": "closed"}


class JudgedMeanwhileError(InputError):
    """Another person judged the same sign meanwhile; ``last`` is that judgement."""

    def __init__(self, line: str, last: Change) -> None:
        super().__init__(line)
        self.last = last


class Change(NamedTuple):
    """What a person did with a warning: when, who, what, and the note."""

    recorded_at: str
    who: str
    action: str
    note: str


class Warning(NamedTuple):
    """A sign that a person judged: its state, the sign as it was then, and all that was done with it."""

    id: str
    area: str
    state: str
    sign: Sign
    merged_into: str | None
    changes: tuple[Change, ...]


class Kept:
    """The signs and warnings of one database, open; a context manager is ``kept``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def keep(self, signs: Iterable[Sign]) -> tuple[list[Sign], list[Sign]]:
        """Keep signs; gives those that are new and those that changed. What a sign was before stays with it."""
        new, changed = [], []
        with translated(self._path, TIMEOUT_S), transaction(self._connection):
            for sign in signs:
                row = self._connection.execute("SELECT sign_id, body FROM sign WHERE id = ?", (sign.id,)).fetchone()
                if row is None:
                    new.append(sign)
                    self._add(sign)
                elif row[1] != sign.body:
                    changed.append(sign)
                    self._change(row[0], sign)
        return new, changed

    def _add(self, sign: Sign) -> None:
        cells = (sign.id, sign.area, sign.subject, sign.first_day, sign.last_day, sign.level, sign.per_year, sign.body)
        added = self._connection.execute(
            "INSERT INTO sign (id, area, subject, first_day, last_day, level, per_year, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            cells,
        )
        self._record(added.lastrowid or 0, sign)

    def _change(self, number: int, sign: Sign) -> None:
        cells = (sign.last_day, sign.level, sign.per_year, sign.body, number)
        self._connection.execute(
            "UPDATE sign SET last_day = ?, level = ?, per_year = ?, body = ? WHERE sign_id = ?", cells
        )
        self._record(number, sign)

    def _record(self, number: int, sign: Sign) -> None:
        self._connection.execute(
            "INSERT INTO sign_change SELECT ?, 1 + count(*), ?, ? FROM sign_change WHERE sign = ?",
            (number, _now(), sign.body, number),
        )

    def signs(self, area: str | None = None, since: str | None = None, until: str | None = None) -> list[Sign]:
        """The signs that were on between two days (ISO, inclusive), by their first day."""
        asked = {"area": area, "since": since or "", "until": until or "9999"}
        with translated(self._path, TIMEOUT_S):
            rows = self._connection.execute(query("queries/signs.sql"), asked).fetchall()
        return [_sign(row[0]) for row in rows]

    def sign(self, name: str) -> Sign | None:
        """The sign of an id or of the beginning of one; raises InputError when several fit."""
        with translated(self._path, TIMEOUT_S):
            rows = self._connection.execute(
                "SELECT body FROM sign WHERE substr(id, 1, ?) = ? LIMIT 2", (len(name), name)
            ).fetchall()
        if len(rows) > 1:
            raise InputError(f"{name}: several signs begin so; give more of the id")
        return _sign(rows[0][0]) if rows else None

    def drafts(self, name: str) -> list[Sign]:
        """A sign as it was at first and after each change."""
        with translated(self._path, TIMEOUT_S):
            rows = self._connection.execute(
                "SELECT c.body FROM sign_change c JOIN sign s ON s.sign_id = c.sign WHERE s.id = ? ORDER BY c.n",
                (name,),
            ).fetchall()
        return [_sign(row[0]) for row in rows]

    def warnings(self, area: str | None = None, name: str | None = None) -> list[Warning]:
        """All warnings, the newest last; of an area, or the one of an id."""
        with translated(self._path, TIMEOUT_S):
            rows = self._connection.execute(query("queries/warnings.sql"), {"area": area, "id": name}).fetchall()
            return [Warning(row[1], row[2], row[3], _sign(row[4]), row[5], self._changes(row[0])) for row in rows]

    def _changes(self, number: int) -> tuple[Change, ...]:
        rows = self._connection.execute(
            "SELECT recorded_at, who, action, note FROM warning_change WHERE warning = ? ORDER BY n", (number,)
        )
        return tuple(Change(*row) for row in rows)

    def judge(
        self, name: str, action: str, who: str, note: str, into: str | None = None, seen: int | None = None
    ) -> Warning:
        """Confirm, reject, merge or close the warning of a sign; the first judgement makes it. Within a transaction of
        the caller's it stands or falls with that.

        ``seen`` is how many judgements of it the person knew of, None when nobody asks. Raises InputError when there
        is no such sign, when it is to be merged into none or itself, when what is not confirmed is to be closed, when
        the note is empty, and JudgedMeanwhileError when there are more judgements than the person knew of.
        """
        sign = self.sign(name)
        if sign is None:
            raise InputError(f"no sign {name}")
        if not note.strip():
            raise InputError("--note: say why")
        whole = nullcontext() if self._connection.in_transaction else transaction(self._connection)
        with translated(self._path, TIMEOUT_S), whole:
            target = self._target(sign, action, into)
            number = self._warning_of(sign)
            self._check_seen(number, seen)
            state = self._connection.execute("SELECT state FROM warning WHERE warning_id = ?", (number,)).fetchone()[0]
            if action == "close" and state != "confirmed":
                raise InputError(f"{sign.id}: only a confirmed warning is closed, and this is {state or 'not judged'}")
            self._connection.execute(
                "UPDATE warning SET state = ?, merged_into = ?, body = ? WHERE warning_id = ?",
                (STATES[action], target, sign.body, number),
            )
            self._connection.execute(
                "INSERT INTO warning_change SELECT ?, 1 + count(*), ?, ?, ?, ? FROM warning_change WHERE warning = ?",
                (number, _now(), who, action, note.strip(), number),
            )
        return self.warnings(name=sign.id)[0]

    def _check_seen(self, number: int, seen: int | None) -> None:
        made = self._changes(number)
        if seen is not None and len(made) > seen:
            last = made[-1]
            line = f"{last.who} judged it meanwhile ({last.action}: {last.note}); load the page anew"
            raise JudgedMeanwhileError(line, last)

    def _target(self, sign: Sign, action: str, into: str | None) -> int | None:
        """The number of the warning to merge into, by its id or the beginning of one; None when nothing is merged."""
        if action != "merge":
            return None
        other = self.sign(into) if into else None
        row = self._connection.execute(
            "SELECT warning_id, state FROM warning WHERE id = ?", (other.id if other else into,)
        ).fetchone()
        if row is None or other == sign:
            raise InputError(f"--merge: no other warning {into}")
        if row[1] == STATES["merge"]:
            raise InputError(f"--merge: {into} is merged into another itself")
        number: int = row[0]
        return number

    def _warning_of(self, sign: Sign) -> int:
        row = self._connection.execute("SELECT warning_id FROM warning WHERE id = ?", (sign.id,)).fetchone()
        if row is not None:
            known: int = row[0]
            return known
        added = self._connection.execute(
            "INSERT INTO warning (id, area, state, body) VALUES (?, ?, '', ?)", (sign.id, sign.area, sign.body)
        )
        number = added.lastrowid or 0
        self._connection.execute("INSERT INTO warning_sign SELECT ?, sign_id FROM sign WHERE id = ?", (number, sign.id))
        return number

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


@contextmanager
def kept(path: Path, write: bool = False) -> Iterator[Kept]:
    """Open the signs of a database; to write it is brought to this version's schema. Raises StoreError and its kin."""
    opened = Kept((open_to_write if write else open_to_read)(path, TIMEOUT_S), path)
    try:
        yield opened
    finally:
        opened.close()


def _sign(body: str) -> Sign:
    return Sign.of_record(json.loads(body))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
