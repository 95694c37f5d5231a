"""Every kind of source: told by its content, read whole, and never a crash, whatever is done to its bytes."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haberci.core.report import Report
from haberci.sources.kinds import KINDS, kind_of
from haberci.sources.look import Look
from tests.command_line import CommandLine
from tests.sources.samples import FIRST, SECOND, errors, found, reports, samples, write

SAMPLES = samples()
FAULT = re.compile(r"it can't be read \(\w+: ")  # what only a fault of ours or of a library's is told by


@pytest.mark.parametrize("name", SAMPLES)
def test_a_source_is_known_by_its_content_whatever_its_name(tmp_path: Path, name: str) -> None:
    data, count = SAMPLES[name]
    held = reports(write(tmp_path / "a", data))
    assert len(held) == count
    assert all(report.raw.startswith(("ANKARA", "BİŞKEK", "Sınır")) for report in held)
    assert all("Tüm hakları" not in report.raw and "<p>" not in report.raw for report in held)


def test_every_kind_has_a_sample() -> None:
    assert {kind_of(Look(data[:65536], "a")) for data, _ in SAMPLES.values()} == set(KINDS)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_damaged_bytes_never_crash(name: str, data: st.DataObject) -> None:
    """Cut, flipped, doubled, with foreign bytes put in: reports or one line each, and all lines name the file."""
    whole = SAMPLES[name][0]
    at = data.draw(st.integers(0, len(whole) - 1))
    foreign = data.draw(st.binary(max_size=12))
    how = data.draw(st.sampled_from(("cut", "flip", "insert", "double")))
    damaged = {
        "cut": whole[:at],
        "flip": whole[:at] + bytes([whole[at] ^ 0x55]) + foreign + whole[at + 1 + len(foreign) :],
        "insert": whole[:at] + foreign + whole[at:],
        "double": whole[:at] + whole,
    }[how]
    with TemporaryDirectory() as folder:
        path = write(Path(folder, "a"), damaged)
        for piece in found(path):
            assert isinstance(piece, Report) or str(piece).startswith(str(path))
            assert not FAULT.search(str(piece)), str(piece)
        assert [x.name for x in Path(folder).iterdir()] == ["a"]


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_read_as_a_kind_that_they_are_not_are_told_and_never_crash(tmp_path: Path, kind: str) -> None:
    for n, data in enumerate((b"", b"\0\1\2", FIRST.encode(), b"<a>" * 1000, b"{" * 1000)):
        path = write(tmp_path / str(n), data)
        assert [str(x) for x in found(path, kind=kind) if FAULT.search(str(x))] == []


def test_a_kind_that_is_named_is_not_told_from_content(tmp_path: Path) -> None:
    path = write(tmp_path / "a", f'{{"id": "x", "text": "{FIRST}"}}\n')
    assert [r.id for r in reports(path)] == ["x"]
    assert [r.id for r in reports(path, kind="text")] == ["a"]


def test_the_command_lists_kinds_with_their_options(haberci: CommandLine) -> None:
    answer = haberci("sources")
    assert (answer.status, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.splitlines()] == list(KINDS)
    (row,) = [line for line in answer.out.splitlines() if line.startswith("sqlite")]
    assert row.split()[-2:] == ["--columns", "--table"]


def test_the_command_tells_what_a_file_is_and_what_was_guessed(haberci: CommandLine, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"No;Haber Metni;Tarih;Yazar\n7;{FIRST};22.01.2023;Deniz\n")
    answer = haberci("sources", path, "none.txt")
    assert answer.status == 2
    assert answer.err == "haberci: none.txt: no such file or folder\n"
    assert answer.out.splitlines() == [
        f"{path}: table",
        "  columns guessed: text=Haber Metni, date=Tarih, id=No (not used: Yazar)",
        f"  report: id 7, date 2023-01-22, source {path}, {len(FIRST)} characters",
    ]
    assert not (tmp_path / "haberci.db").exists()


def test_the_command_fails_on_a_file_that_can_not_be_read(haberci: CommandLine, tmp_path: Path) -> None:
    empty, mixed = write(tmp_path / "a", ""), write(tmp_path / "b.jsonl", f'{{"text": "{FIRST}"}}\n{{"text": 5}}\n')
    answer = haberci("sources", empty, mixed)
    assert answer.status == 2
    assert answer.out.splitlines()[:2] == [f"{empty}: text", f"{mixed}: jsonl"]
    assert answer.err.splitlines() == [
        f"haberci: {empty}: the report is empty",
        f"haberci: {mixed}:2: the record's text is no string",
    ]


def test_the_options_of_sources_reach_read(haberci: CommandLine, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f'a,b,c\n1,"{SECOND}",x\n')
    asked = ("read", path, "--no-store", "--format", "jsonl", "--lang", "tr")
    assert haberci(*asked).err.startswith(f"haberci: {path}: no column is known to hold the text (there are a, b, c;")
    answer = haberci(*asked, "--columns", "text=b,id=a")
    assert (answer.status, answer.err) == (0, "")
    assert json.loads(answer.out)["id"] == "1"
    assert haberci(*asked, "--kind", "book").err.startswith("haberci: no kind of source 'book' (there are packed, zip,")
    assert haberci(*asked, "--columns", "text").err.startswith("haberci: columns: 'text' is no field=column")
    assert haberci(*asked, "--columns", "body=b").err.startswith("haberci: columns: no field 'body' (there are text,")
    assert errors(path, columns={"text": "d"}) == [f"{path}: no column 'd' (there are a, b, c)"]


@pytest.mark.parametrize("name", ["text", "html", "nitf", "mail"])
def test_the_hash_of_the_bytes_that_a_report_was_read_from(tmp_path: Path, name: str) -> None:
    data = SAMPLES[name][0]
    (report,) = reports(write(tmp_path / "a", data))
    assert report.digest == sha256(data).hexdigest()


def test_the_hash_of_a_line_and_of_an_item(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": FIRST})
    (report,) = reports(write(tmp_path / "a", line + "\r\n"))
    assert report.digest == sha256(line.encode()).hexdigest()
    (report,) = reports(write(tmp_path / "b.csv", f'id,text\n1,"{FIRST}"\n'))
    assert report.digest == sha256(FIRST.encode()).hexdigest()
