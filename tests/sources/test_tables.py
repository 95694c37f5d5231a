"""Tables: CSV, TSV, Parquet, SQLite, DuckDB."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import duckdb
import pytest

from haberci.sources.columns import guess
from haberci.sources.databases import HABERCI
from haberci.store.database import APPLICATION_ID
from tests.sources.samples import FIRST, SECOND, duckdb_files, errors, found, reports, sqlite_file, write

# header | field=column, as guessed
GUESSES = """
id,text|text=text,id=id
No;Başlık;Haber Metni;Yayın Tarihi|text=Haber Metni,title=Başlık,date=Yayın Tarihi,id=No
HEADLINE,BODY,PUBLISHED_AT,LINK|text=BODY,title=HEADLINE,date=PUBLISHED_AT,url=LINK
title,description,content|text=content,title=title
title,description|text=description,title=title
İÇERİK,DİL,KAYNAK|text=İÇERİK,lang=DİL,source=KAYNAK
name,mail|
""".strip().splitlines()


@pytest.mark.parametrize("row", GUESSES)
def test_columns_are_guessed_by_their_names(row: str) -> None:
    header, _, wanted = row.partition("|")
    guessed = guess(tuple(header.replace(";", ",").split(",")))
    assert ",".join(f"{field}={column}" for field, column in guessed.items()) == wanted


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "utf-16"])
def test_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [["id", "başlık", "metin"], ["1", "İlk", f'"{FIRST}"'], ["2", "İkinci", f'"{SECOND}\n\nSürüyor."']]
    path = write(tmp_path / "a.txt", "\r\n".join(separator.join(row) for row in rows).encode(encoding))
    first, second = reports(path)
    assert (first.id, first.title, first.raw, first.source) == ("1", "İlk", FIRST, str(path))
    assert second.raw == f"{SECOND}\n\nSürüyor."


def test_a_broken_row_is_told_by_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    lines = ["id,text", "1,Bakan geldi.", "2,", "3,a,b", "4,Bakan \0 geldi.", "5,Bakan gitti."]
    path = write(tmp_path / "a.csv", "\n".join(lines))
    first, *told, last = found(path)
    assert (first.id, last.id) == ("1", "5")  # type: ignore[union-attr]
    assert [str(x) for x in told] == [
        f"{path}:3: the row has no text",
        f"{path}:4: the row has 3 cells, the header 2",
        f"{path}:5: the bytes are no text",
    ]


def test_a_quotation_that_never_ends_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,"begins\n' + "2,Bakan, Ankara'ya geldi.\n" * 200_000)
    told = errors(path)
    assert told[0] == f"{path}:2: broken row: field larger than field limit (4194304)"


def test_rows_without_an_id_are_called_by_their_number(tmp_path: Path) -> None:
    path = write(tmp_path / "news" / "a.tsv", f"text\tdate\n{SECOND}\t3.5.2023\n{SECOND}\t2023-05-04 10:00\n")
    assert [(r.id, r.date, r.date_flag) for r in reports(path)] == [
        ("a:1", "2023-05-03", None),
        ("a:2", "2023-05-04 10:00", None),
    ]


def test_a_text_with_commas_in_its_first_line_is_no_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"Haber, Ankara, Türkiye\n{FIRST}")
    assert [r.id for r in reports(path)] == ["a"]


def test_an_empty_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"\n\n")
    assert errors(path) == [f"{path}: the table is empty"]


def test_every_table_with_a_column_of_texts_is_read_or_the_one_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.sqlite", sqlite_file([FIRST, SECOND]))
    assert [(r.id, r.raw, r.date) for r in reports(path)] == [("1", FIRST, "2023-01-22"), ("2", SECOND, "2023-01-22")]
    assert len(reports(path, table="news")) == 2
    assert errors(path, table="none") == [f"{path}: no table none (there are news, users)"]
    told = f"{path}: no column is known to hold the text (there are name, mail; see read --columns)"
    assert errors(path, table="users") == [told]
    held = sqlite3.connect(path)
    held.execute("DROP TABLE news")
    held.commit()
    assert errors(path) == [told]


def test_nothing_is_written_beside_a_database(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", sqlite_file([FIRST]))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    (tmp_path / "a.duckdb").write_bytes(duckdb_files([FIRST])[0])
    before = {x.name: x.read_bytes() for x in tmp_path.iterdir()}
    assert len(reports(tmp_path)) == 2
    assert {x.name: x.read_bytes() for x in tmp_path.iterdir()} == before


def test_a_database_that_another_process_has_locked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", sqlite_file([FIRST]))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert errors(path) == [f"{path}: the SQLite database can't be read (database is locked)"]
    holder.execute("ROLLBACK")
    assert len(reports(path)) == 1


def test_our_own_database_is_no_source(tmp_path: Path) -> None:
    assert HABERCI == APPLICATION_ID
    path = write(tmp_path / "haberci.db", sqlite_file([FIRST]))
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {HABERCI}")
    connection.close()
    assert errors(path) == [f"{path}: it is a database of haberci itself, no source of reports"]
    assert errors(tmp_path) == [f"{tmp_path}: no reports in this folder"]


def test_views_and_virtual_tables_are_not_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE news (id, text)")
    connection.execute("INSERT INTO news VALUES ('1', ?)", (FIRST,))
    connection.execute(
        "CREATE VIEW endless AS WITH RECURSIVE n(text) AS (SELECT 'a' UNION ALL SELECT text FROM n) SELECT text FROM n"
    )
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    connection.commit()
    assert [r.id for r in reports(path)] == ["1"]


def test_values_of_every_type_become_words(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    duckdb.connect().execute(
        "COPY (SELECT 12.50 AS id, ? AS text, TIMESTAMP '2023-01-22 10:15:00' AS date, 'Türkçe dili' AS lang) "
        f"TO '{path}'",
        [FIRST],
    )
    (report,) = reports(path)
    assert (report.id, report.date, report.lang) == ("12.50", "2023-01-22T10:15:00", None)
