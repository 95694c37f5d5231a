"""A file that can't be used: one line that names it, and what was stored stays."""

from __future__ import annotations

import os
import re
import resource
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from haberci.core.errors import DiskError, LockedError, SchemaError, StoreError
from haberci.store import RunVersion, Store
from haberci.store.database import newest_schema
from tests.store.samples import story

LATER = "".join(
    step.read_text(encoding="utf-8")
    for step in sorted(files("haberci.store").joinpath("migrations").iterdir(), key=lambda step: step.name)[1:]
)

MODES = pytest.mark.parametrize("mode", ["write", "read"])


def refuses(path: Path, mode: str, error: type[StoreError], says: str, timeout_s: float = 0.1) -> None:
    with pytest.raises(error) as caught, Store.open(path, mode=mode, timeout_s=timeout_s):  # type: ignore[arg-type]
        pass
    assert type(caught.value) is error
    assert str(path) in str(caught.value) and says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_reading_a_missing_file_makes_none(path: Path) -> None:
    refuses(path, "read", StoreError, f"no database at {path}")
    assert not path.exists()


def test_no_folder_to_put_it_in(tmp_path: Path) -> None:
    refuses(tmp_path / "none" / "news.db", "write", DiskError, "no folder")
    refuses(tmp_path / "none" / "news.db", "read", StoreError, "no database at")
    assert list(tmp_path.iterdir()) == [], "no folder is made"


@MODES
def test_a_folder(tmp_path: Path, mode: str) -> None:
    refuses(tmp_path, mode, StoreError, "a folder, not a database")
    assert tmp_path.is_dir() and list(tmp_path.iterdir()) == []


@MODES
@pytest.mark.parametrize("content", [b"Bakan elciyi kabul etti.\n" * 300, b"xy", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database(path: Path, mode: str, content: bytes) -> None:
    path.write_bytes(content)
    refuses(path, mode, SchemaError, "no haberci database")
    assert path.read_bytes() == content


@MODES
def test_the_database_of_another_program(path: Path, mode: str) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE report (id)")
    other.close()
    before = path.read_bytes()
    refuses(path, mode, SchemaError, "no haberci database")
    assert path.read_bytes() == before


def test_a_database_of_schema_1_is_read_as_it_is_and_written_to_without_loss(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        store.write([story("n1")], old)
        before = list(store.events())
    with sqlite3.connect(path) as other:
        tables = list(dict.fromkeys(re.findall("CREATE (?:VIRTUAL )?TABLE ([a-z_]+)", LATER)))
        for index, of in re.findall(r"CREATE (?:UNIQUE )?INDEX ([a-z_]+)\s+ON ([a-z_]+)", LATER):
            if of not in tables:
                other.execute(f"DROP INDEX {index}")
        for table in reversed(tables):
            other.execute(f"DROP TABLE IF EXISTS {table}")  # a later step may have dropped it
        for of, column in re.findall(r"ALTER TABLE ([a-z_]+) ADD COLUMN ([a-z_]+)", LATER):
            other.execute(f"ALTER TABLE {of} DROP COLUMN {column}")
        other.execute("CREATE TABLE deed (deed_id INTEGER PRIMARY KEY)")
        other.execute("CREATE TABLE deed_event (deed INTEGER)")
        other.execute("PRAGMA user_version = 1")
    other.close()
    with Store.open(path, mode="read") as store:
        assert list(store.events()) == before != []
        assert store.report("n1") is not None
    with Store.open(path) as store:
        assert list(store.events()) == before
        store.write([story("n2")], old)
        assert store.counts()["events"] == 2 * len(before)
        assert [deed.reports for deed in store.deeds()] == [2]
    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (newest_schema(),)
    other.close()


@MODES
def test_another_schema(path: Path, mode: str) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 700")
    other.close()
    before = path.read_bytes()
    refuses(path, mode, SchemaError, f"schema 700; this version of haberci reads schema {newest_schema()}")
    assert path.read_bytes() == before, "what a later version wrote is left as it is"


def test_an_empty_file_is_a_beginning(path: Path, old: RunVersion) -> None:
    path.touch()
    refuses(path, "read", StoreError, "no database at")
    with Store.open(path) as store:
        assert store.write([story()], old).new == 1


def test_a_database_cut_short(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        store.write([story(f"n{n}") for n in range(50)], old)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(SchemaError, match=r"news\.db"), Store.open(path, mode="read") as store:
        list(store.events())
        [store.report(f"n{n}") for n in range(50)]


def test_damaged_bytes_in_the_middle(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        store.write([story()], old)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE detail SET packed = x'00ff'")
    other.close()
    with Store.open(path, mode="read") as store, pytest.raises(SchemaError, match="damaged"):
        store.report("n1")


def test_locked_for_too_long(store: Store, path: Path, old: RunVersion) -> None:
    store.write([story("a")], old)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Store.open(path, timeout_s=0.1) as other:
        with pytest.raises(LockedError, match=r"news\.db: another process kept the database locked for 0.1 s"):
            other.write([story("b")], old)
        assert other.counts()["reports"] == 1, "reading goes on"
        holder.execute("ROLLBACK")
        assert other.write([story("b")], old).new == 1
    holder.close()


def test_locked_while_it_is_made(path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    refuses(path, "write", LockedError, "another process")
    holder.execute("ROLLBACK")
    holder.close()
    with Store.open(path, timeout_s=0.1) as store:
        assert store.counts()["reports"] == 0, "it is made once nobody holds it"


def test_a_store_opened_to_read_can_not_be_written(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        store.write([story("a")], old)
    before = path.read_bytes()
    with Store.open(path, mode="read") as store:
        assert store.has(story("a"), old)
        with pytest.raises(StoreError, match="can't be written"):
            store.write([story("b")], old)
        assert store.counts()["reports"] == 1
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"


def test_a_full_database_keeps_what_it_has(store: Store, old: RunVersion) -> None:
    store.write([story("first")], old)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages + 40}")
    with pytest.raises(DiskError, match=r"news\.db: the disk is full; what was stored before stays"):
        store.write((story(f"n{n}", text=f"Bakanı {n} kez konuştu.", events=[]) for n in range(2000)), old)
    kept = store.counts()["reports"]
    assert kept > 1 and kept % 200 == 1, "whole batches"
    store._connection.execute("PRAGMA max_page_count = 1000000")
    again = store.write((story(f"n{n}", text=f"Bakanı {n} kez konuştu.", events=[]) for n in range(400)), old)
    assert again.total == 400 and again.unchanged >= kept - 1 - 1600


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let files grow to a size and no further: what a full disk is to the process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_what_it_has(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        store.write([story("first")], old)
        with largest_file(600_000), pytest.raises(DiskError, match=r"news\.db"):
            store.write((story(f"n{n}") for n in range(2000)), old)
        kept = store.counts()["reports"]
    assert kept % 200 == 1
    with Store.open(path) as store:
        assert store.counts()["reports"] == kept
        assert store.write((story(f"n{n}") for n in range(2000)), old).total == 2000
        assert store.counts()["reports"] == 2001


def test_a_disk_that_is_full_from_the_start(path: Path) -> None:
    with largest_file(1000):
        refuses(path, "write", DiskError, "news.db")
    with Store.open(path) as store:
        assert store.counts()["reports"] == 0


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Act as a user who may look into a folder and not write: the superuser may always write."""
    for part in (folder, *folder.iterdir()):
        part.chmod(0o555 if part.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(os.getuid())
        folder.chmod(0o755)


@pytest.fixture
def guarded() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:  # open to other users, as pytest's own is not
        yield Path(folder)


def test_a_folder_that_can_not_be_written(guarded: Path, old: RunVersion) -> None:
    path = guarded / "news.db"
    with as_nobody(guarded):
        refuses(path, "write", DiskError, "can't be written (no permission)")
    with Store.open(path) as store:
        store.write([story("a")], old)
    with as_nobody(guarded):
        refuses(path, "write", DiskError, "can't be written (no permission)")
        with Store.open(path, mode="read") as store:
            assert store.counts()["reports"] == 1
            assert len(list(store.events(actor="KGZ"))) == 1
        assert list(guarded.iterdir()) == [path]


def test_a_file_that_can_not_be_read(guarded: Path) -> None:
    path = guarded / "news.db"
    Store.open(path).close()
    with as_nobody(guarded):
        os.seteuid(os.getuid())
        path.chmod(0)
        os.seteuid(65534 if os.getuid() == 0 else os.getuid())
        refuses(path, "read", DiskError, "can't be read (no permission)")
    path.chmod(0o644)
    with Store.open(path, mode="read") as store:
        assert store.counts()["reports"] == 0


def test_names_of_files_with_odd_letters(tmp_path: Path, old: RunVersion) -> None:
    path = tmp_path / "haber ?mode=ro#1%20 ığ.db"
    with Store.open(path) as store:
        store.write([story()], old)
    with Store.open(str(path), mode="read") as store:
        assert store.counts()["reports"] == 1
    assert list(tmp_path.iterdir()) == [path]


def test_closing_twice(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.counts()
