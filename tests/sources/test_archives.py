"""Archives and packed files: what is in them, how deep, how much, and that nothing leads out."""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
from pathlib import Path

import pytest
import zstandard

from haberci.sources import limits
from tests.sources.samples import FIRST, SECOND, errors, found, page, reports, tarred, write, zipped


def test_archives_within_archives(tmp_path: Path) -> None:
    inner = gzip.compress(tarred({"day/b.txt": FIRST.encode(), "day/c.html": page(SECOND).encode()}))
    path = write(tmp_path / "news" / "a.zip", zipped({"x/a.txt": SECOND.encode(), "x/inner.tgz": inner}))
    assert [(r.source, r.id) for r in reports(path)] == [
        (f"{path}/x", "a"),
        (f"{path}/x/inner.tgz/day", "b"),
        (f"{path}/x/inner.tgz/day", "c"),
    ]


def test_what_is_broken_in_an_archive_is_named_by_its_way(tmp_path: Path) -> None:
    inner = zipped({"a.jsonl": b'{"id": "1", "te', "b.txt": FIRST.encode()})
    path = write(tmp_path / "a.zip", zipped({"in.zip": inner}))
    told, report = found(path)
    assert str(told).startswith(f"{path}: in.zip: a.jsonl:1: broken JSON")
    assert report.id == "b"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_name_that_leads_out_is_told_and_not_read(tmp_path: Path, make: object, name: str) -> None:
    path = write(tmp_path / "in" / "a", make({name: FIRST.encode(), "b.txt": SECOND.encode()}))  # type: ignore[operator]
    told, report = found(path)
    assert str(told).startswith(f"{path}: ")
    assert str(told).endswith(": its name leads out of the archive; not read")
    assert report.id == "b"  # type: ignore[union-attr]
    assert [x for x in tmp_path.rglob("*") if x.is_file()] == [path]


def test_links_in_a_tar_archive(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, target in (("a.txt", "b.txt"), ("c.txt", "../../etc/passwd"), ("loop", "loop")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
        info = tarfile.TarInfo("b.txt")
        info.size = len(FIRST.encode())
        archive.addfile(info, io.BytesIO(FIRST.encode()))
    told, report = found(write(tmp_path / "a.tar", held.getvalue()))
    assert str(told).endswith("c.txt: its name leads out of the archive; not read")
    assert report.id == "b"  # type: ignore[union-attr]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, zstandard.compress], ids=["gzip", "xz", "zstd"])
def test_a_bomb_is_not_read_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: object) -> None:
    monkeypatch.setattr(limits, "_UNQUESTIONED", 4 * limits.MIB)  # the next test is of the limit as it is
    path = write(tmp_path / "a.jsonl.gz", pack(b"\n".join([b" " * 100_000] * 60)))  # type: ignore[operator]
    assert errors(path) == [f"{path}: it expands to more than 200 times its size (a bomb?); not read on"]


def test_a_bomb_of_archives_within_archives(tmp_path: Path) -> None:
    data = zipped({"0.txt": b"a" * (8 << 20)})
    for _ in range(3):
        data = zipped({f"{n}.zip": data for n in range(16)})
    told = errors(write(tmp_path / "a.zip", data))
    assert "it expands to more than 200 times its size (a bomb?); not read on" in told[-1]
    assert len(told) < 40


def test_archives_that_lie_too_deep(tmp_path: Path) -> None:
    data = FIRST.encode()
    for _ in range(20):
        data = gzip.compress(data)
    path = write(tmp_path / "a.gz", data)
    assert errors(path) == [f"{path}: it lies more than 8 archives deep; not read"]


def test_an_xz_file_that_asks_for_too_much_memory(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 28}]
    path = write(tmp_path / "a.xz", lzma.compress(FIRST.encode(), filters=filters))
    assert errors(path) == [f"{path}: it is broken or cut off (Memory usage limit exceeded)"]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, zstandard.compress], ids=["gzip", "xz", "zstd"])
def test_packed_files_that_were_joined_are_read_to_the_end(tmp_path: Path, pack: object) -> None:
    lines = [f'{{"id": "{n}", "text": "{SECOND}"}}\n'.encode() for n in range(3)]
    path = write(tmp_path / "a", b"".join(pack(line) for line in lines))  # type: ignore[operator]
    assert [r.id for r in reports(path)] == ["0", "1", "2"]


def test_a_tar_archive_whose_middle_is_broken_gives_what_was_whole(tmp_path: Path) -> None:
    data = bytearray(tarred({"a.txt": FIRST.encode(), "b.txt": SECOND.encode()}))
    data[1024 + 100 : 1024 + 160] = b"?" * 60
    report, told = found(write(tmp_path / "a.tar", bytes(data)))
    assert report.id == "a"  # type: ignore[union-attr]
    assert "the tar archive is broken" in str(told)


def test_a_member_that_is_broken_or_locked_does_not_lose_the_next(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": FIRST.encode() * 20, "b.txt": SECOND.encode()}))
    data[60] ^= 0xFF
    told, report = found(write(tmp_path / "a.zip", bytes(data)))
    assert str(told).startswith(f"{tmp_path / 'a.zip'}: a.txt: ")
    assert report.id == "b"  # type: ignore[union-attr]
    locked = bytearray(zipped({"a.txt": FIRST.encode()}))
    directory = locked.index(b"PK\1\2")
    locked[6] |= 1
    locked[directory + 8] |= 1
    path = write(tmp_path / "b.zip", bytes(locked))
    assert errors(path) == [f"{path}: a.txt: it is locked by a password"]


def test_an_office_document_is_told_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert errors(path) == [f"{path}: it is an office document or a book, not an archive of reports; save its text"]


def test_an_empty_archive_and_one_that_is_cut(tmp_path: Path) -> None:
    assert found(write(tmp_path / "a.zip", zipped({}))) == []
    data = zipped({"a.txt": FIRST.encode()})
    (told,) = errors(write(tmp_path / "b.zip", data[: len(data) // 2]))
    assert told == f"{tmp_path / 'b.zip'}: the zip archive is broken (File is not a zip file)"
