"""Connections that stay open: used again by one thread at a time, and never for another file than the one there."""

import sqlite3
from pathlib import Path

import pytest

from haberci.core.errors import SchemaError, StoreError
from haberci.store.readers import KEPT, Readers
from haberci.store.store import Store


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    Store.open(path).close()
    return path


def test_a_connection_is_used_again(db: Path) -> None:
    readers = Readers(db, 1)
    with readers.lent() as first:
        first.execute("SELECT 1").fetchone()
    with readers.lent() as second:
        assert second is first
        with readers.lent() as third:
            assert third is not first
    readers.close()


def test_what_is_written_meanwhile_is_seen_and_nothing_can_be_changed(db: Path) -> None:
    readers = Readers(db, 1)
    with readers.lent() as held:
        assert held.execute("SELECT count(*) FROM followed").fetchone() == (0,)
    with sqlite3.connect(db) as other:
        other.execute("INSERT INTO followed (address, next_at, failures) VALUES ('https://example.org/feed', 0, 0)")
    other.close()
    with readers.lent() as again:
        assert again is held
        assert again.execute("SELECT count(*) FROM followed").fetchone() == (1,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            again.execute("DELETE FROM followed")
    readers.close()


def test_another_file_in_its_place_is_opened_anew(db: Path, tmp_path: Path) -> None:
    readers = Readers(db, 1)
    with readers.lent() as first:
        pass
    new = tmp_path / "new.db"
    Store.open(new).close()
    new.replace(db)
    with readers.lent() as second:
        assert second is not first
    readers.close()
    db.unlink()
    with pytest.raises(StoreError, match="no database at"), readers.lent():
        pass


def test_one_that_failed_is_not_used_again(db: Path) -> None:
    readers = Readers(db, 1)
    with pytest.raises(ZeroDivisionError), readers.lent() as failed:
        raise ZeroDivisionError
    with readers.lent() as next_one:
        assert next_one is not failed
    readers.close()


def test_a_schema_that_is_newer_by_now_is_refused(db: Path) -> None:
    readers = Readers(db, 1)
    with readers.lent():
        pass
    with sqlite3.connect(db) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    with pytest.raises(SchemaError, match="schema 999"), readers.lent():
        pass


def test_few_wait(db: Path) -> None:
    readers = Readers(db, 1)
    lent = [readers.lent() for _ in range(KEPT + 2)]
    held = [one.__enter__() for one in lent]
    for one in lent:
        one.__exit__(None, None, None)
    for closed in held[KEPT:]:
        with pytest.raises(sqlite3.ProgrammingError):
            closed.execute("SELECT 1")
    readers.close()
