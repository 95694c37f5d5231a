"""Files, folders and streams as they come: what is read, and what is told when it can't be."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.paths import in_language, read_paths

TEXT = "ANKARA (AA) - Bakan, Kişinev'de mevkidaşıyla görüştü."


def ids(*paths: str | Path) -> list[str]:
    return [found.id if isinstance(found, Report) else f"! {found}" for found in read_paths(paths)]


def one(path: Path) -> Report:
    (found,) = read_paths([path])
    assert isinstance(found, Report), found
    return found


def lines(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("cp1254"), TEXT),
        (b"A\r\n\r\nB\r\n", "A\r\n\r\nB\r\n"),
        (TEXT.encode() + b" \xff", TEXT + " \ufffd"),
    ],
    ids=["utf-8", "mark", "utf-16", "cp1254", "line ends stay", "one broken byte"],
)
def test_text_files(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert one(path).raw == text


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Президент встретился с послом".encode("cp1251"), b"ab\0cd"],
    ids=["all bytes", "an image", "Russian in cp1251", "a NUL"],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (told,) = ids(path)
    assert told.startswith(f"! {path}: the bytes are no text")


def test_the_id_of_a_text_file_is_its_stem(tmp_path: Path) -> None:
    (tmp_path / "tur-17.txt").write_text(TEXT, encoding="utf-8")
    with lzma.open(tmp_path / "tur-18.txt.xz", "wt", encoding="utf-8") as file:
        file.write(TEXT)
    with gzip.open(tmp_path / "tur-19.txt.gz", "wt", encoding="utf-8") as file:
        file.write(TEXT)
    assert ids(tmp_path) == ["tur-17", "tur-18", "tur-19"]


def test_files_of_one_name_in_two_folders_are_two_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("news/a", "news/b"):
        Path(folder).mkdir(parents=True)
        Path(folder, "x.txt").write_text(TEXT, encoding="utf-8")
        lines(Path(folder, "y.jsonl"), {"text": TEXT}, {"id": "own", "text": TEXT}, {"text": TEXT, "source": "AA"})
    Path("x.txt").write_text(TEXT, encoding="utf-8")
    keys = [(r.source, r.id) for r in read_paths(["news", "./x.txt", tmp_path / "x.txt"]) if isinstance(r, Report)]
    assert keys == [
        ("news/a", "x"), ("news/a", "y:1"), ("news/a", "own"), ("AA", "y:3"),
        ("news/b", "x"), ("news/b", "y:1"), ("news/b", "own"), ("AA", "y:3"),
        (None, "x"), (tmp_path.as_posix(), "x"),
    ]  # fmt: skip


def test_a_record_keeps_what_it_says_of_itself(tmp_path: Path) -> None:
    record = {"id": 7, "text": TEXT, "lang": "TR-tr", "date": "2023-01-22", "title": "T", "src": "AA", "url": "u"}
    report = one(lines(tmp_path / "a.jsonl", record))
    assert (report.id, report.lang, report.date, report.date_flag) == ("7", "tr", "2023-01-22", None)
    assert (report.title, report.source, report.url) == ("T", "AA", "u")


def test_a_date_that_is_none_is_kept_and_flagged(tmp_path: Path) -> None:
    report = one(lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT, "date": "dün akşam"}))
    assert (report.date, report.date_flag) == ("dün akşam", "no ISO 8601 date")
    report = one(lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT, "date": ["3 Mayıs", None]}))
    assert (report.date, report.date_flag) == ('["3 Mayıs", null]', "no ISO 8601 date")


def test_records_without_an_id_are_called_by_their_line(tmp_path: Path) -> None:
    assert ids(lines(tmp_path / "a.jsonl", {"text": TEXT}, {"id": "x", "text": TEXT})) == ["a:1", "x"]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.json", "a.jsonl"])
def test_json_lines_are_known_by_their_content(tmp_path: Path, name: str) -> None:
    assert ids(lines(tmp_path / name, {"id": "x", "text": TEXT}, {"id": "y", "text": TEXT})) == ["x", "y"]


def test_a_list_and_a_single_object_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"id": "x", "text": TEXT}, 5], indent=1), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"text": TEXT}, indent=1), encoding="utf-8")
    assert ids(tmp_path) == ["x", f"! {tmp_path}/a.json: record 2: the record is no JSON object", "b"]


def test_a_text_that_begins_with_a_brace_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('{"Açıklama"\nBakan geldi.', encoding="utf-8")
    assert one(path).id == "a"


BROKEN = {
    '{"id": "1", "text": ': "broken JSON",
    "[1, 2]": "the record is no JSON object",
    '{"id": "1"}': "the record has no text",
    '{"id": "1", "text": null}': "the record has no text",
    '{"id": "1", "text": 5}': "the record's text is no string",
    '{"id": "1", "text": "  \\n "}': "the report is empty",
    '{"id": [1], "text": "a"}': "the record's id is no string",
    '{"id": "1", "text": "a", "lang": "?"}': "no language code: '?'",
    "[" * 100_000: "broken JSON: it is nested too deeply",
    '{"id": ' + "9" * 5000 + "}": "broken JSON: a number has too many digits",
    '{"id": "1", "te': "broken JSON: Unterminated string starting at column 13",
}


@pytest.mark.parametrize(("line", "told"), BROKEN.items(), ids=BROKEN.values())
def test_a_broken_line_is_told_by_its_number_and_the_next_is_read(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"id": "a", "text": "Geldi."}}\n\n{line}\n{{"id": "b", "text": "Gitti."}}\n', encoding="utf-8")
    first, error, last = ids(path)
    assert (first, last) == ("a", "b")
    assert error.startswith(f"! {path}:3: {told}")
    assert "\n" not in error


def test_half_of_a_surrogate_pair_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "Geldi \\ud83d."}', encoding="utf-8")
    assert one(path).raw == "Geldi \ufffd."


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "none.txt").write_bytes(b"")
    assert ids(tmp_path / "x.txt", tmp_path / "empty", tmp_path / "none.txt") == [
        f"! {tmp_path}/x.txt: no such file or folder",
        f"! {tmp_path}/empty: no reports in this folder",
        f"! {tmp_path}/none.txt: the report is empty",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    path.chmod(0)
    assert ids(path) == [f"! {path}: may not be read (permission denied)"]


@pytest.mark.parametrize("head", [b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"])
def test_broken_packed_files(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(head + b" and nothing that was ever packed")
    (told,) = ids(tmp_path / "a.txt")
    assert told.startswith(f"! {tmp_path / 'a.txt'}: it is broken or cut off (")


def test_a_text_that_is_called_packed_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_text(TEXT, encoding="utf-8")
    assert one(tmp_path / "a.txt.gz").raw == TEXT


def test_a_packed_file_that_was_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    data = gzip.compress(
        "".join(json.dumps({"id": str(i), "text": os.urandom(400).hex()}) + "\n" for i in range(500)).encode()
    )
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    found = ids(tmp_path / "a.jsonl.gz")
    assert found[0] == "0"
    assert "broken" in found[-1]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.xz"])
def test_a_short_packed_file_that_was_cut_off_gives_what_was_whole_too(tmp_path: Path, name: str) -> None:
    text = "".join(json.dumps({"id": str(i), "text": os.urandom(30).hex()}) + "\n" for i in range(40)).encode()
    data = gzip.compress(text) if name.endswith("gz") else lzma.compress(text)
    (tmp_path / name).write_bytes(data[: len(data) * 3 // 4])
    *whole, told = ids(tmp_path / name)
    assert "broken" in told
    assert whole[:20] == [str(n) for n in range(20)]


def test_lines_that_a_pipe_gives_in_pieces() -> None:
    reader, writer = os.pipe()

    def write_slowly() -> None:
        for piece in (b'{"id": "1",', b' "text": "Bakan', b' geldi."}\n{"id": "2", "text": "a"}\n'):
            os.write(writer, piece)
            time.sleep(0.05)
        os.close(writer)

    thread = Thread(target=write_slowly)
    thread.start()
    found = ids(f"/dev/fd/{reader}")
    thread.join()
    os.close(reader)
    assert found == ["1", "2"]


def test_bytes_that_are_no_text_are_told_once_a_file_and_not_once_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n\xff\xd8\xff" * 20)
    assert ids(tmp_path / "a.jsonl") == [f"! {tmp_path / 'a.jsonl'}: the bytes are no text"]
    (tmp_path / "b.jsonl").write_bytes(b'{"id": "1", "text": "a"}\n\xff\xd8\xff\0\n{"id": "2", "text": "a"}\n')
    first, told, last = ids(tmp_path / "b.jsonl")
    assert (first, last) == ("1", "2")
    assert told.startswith(f"! {tmp_path / 'b.jsonl'}:2: the bytes are no text")


def test_a_pipe_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    assert ids(tmp_path) == ["b"]


def test_an_empty_path_is_not_the_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ids("") == ["! a path is empty"]


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert ids("-") == ["! standard input: it is closed"]


def test_folders_are_walked_in_order_and_hidden_files_are_not_reports(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".git/x.txt", "a/.hidden.txt", "a/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert ids(tmp_path) == ["1", "2"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert ids("-") == ["stdin"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "x", "text": "a"}\n{"text": ')))
    first, second = ids("-")
    assert first == "x"
    assert second.startswith("! standard input:2: broken JSON")


def test_a_language_for_those_that_name_none(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT, "lang": "ru"})
    assert [f.lang for f in in_language(read_paths([path]), "tr") if isinstance(f, Report)] == ["tr", "ru"]
    with pytest.raises(InputError, match="no language code"):
        list(in_language(read_paths([path]), "1"))
