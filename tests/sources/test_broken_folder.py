"""A folder of 300 broken files among 300 good ones: the good are read, each bad one is told in one line."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sqlite3
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
import zstandard

from tests.sources.samples import FIRST, SECOND, mail, newsml_1, nitf, page, rss, samples, tarred, warc, write, zipped

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 10
MOST_MEMORY = 600  # MB of the whole process, libraries for all kinds of files included
LINES = b"".join(json.dumps({"id": str(n), "text": os.urandom(60).hex()}).encode() + b"\n" for n in range(40))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_entities(document: str, declared: str) -> bytes:
    head, mark, rest = document.replace('<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">', "").partition("?>")
    return f"{head}{mark}<!DOCTYPE x [{declared}]>{rest}".encode()


def half(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def link_out() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "../../../etc/passwd"
        archive.addfile(info)
    return held.getvalue()


def locked_by_password() -> bytes:
    data = bytearray(zipped({"a.txt": FIRST.encode()}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def nested_bomb() -> bytes:
    data = zipped({"0.jsonl": (b" " * 100_000 + b"\n") * 250})
    return zipped({"a.zip": zipped({"b.zip": data, "c.zip": data, "d.zip": data})})


def broken() -> dict[str, bytes]:
    """A file of each kind of damage, by a name that fits what it was."""
    whole = {name: data for name, (data, _) in samples().items()}
    return {
        "cut.jsonl.gz": half(gzip.compress(LINES)),
        "cut.jsonl.xz": half(lzma.compress(LINES)),
        "cut.jsonl.zst": half(zstandard.compress(LINES)),
        "cut.jsonl.bz2": half(bz2.compress(LINES)),
        "cut.zip": half(whole["zip"]),
        "cut.tar": tarred({"a.txt": b"a" * 5000})[:3000],
        "cut.parquet": half(whole["parquet"]),
        "cut.sqlite": whole["sqlite"][:5000],
        "cut.duckdb": whole["duckdb"][:9000],
        "cut.json": half(whole["json"]),
        "cut.xml": half(newsml_1(FIRST).encode()),
        "cut.rss": rss([])[:-30].encode(),
        "noise.txt": bytes(range(256)) * 20,
        "russian.txt": "Президент встретился с послом".encode("cp1251"),
        "utf16-without-mark.txt": FIRST.encode("utf-16-le"),
        "long-line.jsonl": b'{"id": "1", "text": "' + b"a" * (50 << 20) + b'"}\n',
        "long.txt": b"a" * (50 << 20),
        "bomb.jsonl.gz": gzip.compress(b" " * (70 << 20), 9),
        "bomb.zip": zipped({"a.txt": b" " * (80 << 20)}),
        "nested.zip": nested_bomb(),
        "laughs.xml": with_entities(rss(["&l9;"]), f'<!ENTITY l0 "ha">{LAUGHS}'),
        "outside.xml": with_entities(nitf("&l9;"), '<!ENTITY l9 SYSTEM "file:///etc/passwd">'),
        "out.zip": zipped({"../../out.txt": FIRST.encode()}),
        "out.tar": tarred({"/tmp/haberci-out.txt": FIRST.encode()}),
        "link.tar": link_out(),
        "locked.zip": locked_by_password(),
        "deep.json": b"[" * 100_000,
        "empty.txt": b"",
        "empty.jsonl": b"",
        "no-article.html": b"<html><body><p>404</p></body></html>",
        "no-text.csv": b"name,mail\na,b\n",
        "no-text.eml": mail("").partition(b"\n\n")[0] + b"\n\n",
        "no-body.xml": nitf(FIRST).replace("body.content", "body.end").encode(),
        "report.pdf": b"%PDF-1.7\n\xb5\xb5\n1 0 obj",
        "report.docx": zipped({"[Content_Types].xml": b"<Types/>"}),
        "cut.warc": half(warc({"https://a.example/1": page(FIRST)})),
    }


# The peak is the process's own: what ``getrusage`` tells holds that of the process which began it, too.
READ = """
import json, re, sys
from pathlib import Path
from haberci.sources.paths import read_paths
from haberci.core.report import Report
texts, told = [], []
for found in read_paths([sys.argv[1]]):
    texts.append(found.raw) if isinstance(found, Report) else told.append(str(found))
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([texts, told, int(peak[1]) // 1024]))
"""


@pytest.mark.slow
def test_300_broken_files_among_300_good_ones(tmp_path: Path) -> None:
    folder, scratch = tmp_path / "in" / "news", tmp_path / "scratch"
    scratch.mkdir()
    good = put_good_files(folder)
    bad = put_broken_files(folder)
    holders = lock(folder, bad)
    before = listing(tmp_path)
    environment = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", READ, folder], env=environment, capture_output=True, text=True, check=True, cwd=scratch
    )
    del holders
    texts, told, memory = json.loads(done.stdout)
    assert done.stderr == ""
    assert len(good) == len(bad) == 300
    numbers = Counter(number for number in good for text in texts if f"Haber {number} " in text)
    assert {number for number, count in good.items() if numbers[number] != count} == set()
    assert {str(path): sum(line.startswith(f"{path}:") for line in told) for path in bad} == {str(p): 1 for p in bad}
    assert len(told) == 300
    assert all("\n" not in line and len(line) < 500 for line in told)
    assert listing(tmp_path) == before
    assert not Path("/tmp/haberci-out.txt").exists()
    assert memory < MOST_MEMORY


def put_good_files(folder: Path) -> dict[int, int]:
    """300 files of every kind; how many reports each holds, by the number that its texts begin with."""
    counts: dict[int, int] = {}
    while len(counts) < 300:
        number = len(counts)
        held = samples(f"Haber {number} geldi. {FIRST}", f"Haber {number} geldi. {SECOND}")
        data, count = list(held.values())[number % len(held)]
        write(folder / f"{number % 7}" / f"good-{number}", data)
        counts[number] = count
    return counts


def put_broken_files(folder: Path) -> list[Path]:
    """300 broken files; of the largest only one each."""
    made: list[Path] = []
    damaged = broken()
    for n in range(ROUNDS):
        for name, data in damaged.items():
            if n == 0 or len(data) < 1 << 20:
                made.append(write(folder / f"bad-{n}" / name, data))
        for name, target in (("loop.txt", "loop.txt"), ("dangling.txt", "none"), ("up", "..")):
            made.append(folder / f"bad-{n}" / name)
            made[-1].symlink_to(target)
    made = made[:298]
    for path in folder.rglob("bad-*/*"):
        if path not in made:
            path.unlink()
    return made


def lock(folder: Path, bad: list[Path]) -> list[Any]:
    """Two databases that another process holds."""
    kinds = samples()
    bad.append(write(folder / "held.sqlite", kinds["sqlite"][0]))
    held = sqlite3.connect(bad[-1], isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    bad.append(write(folder / "held.duckdb", kinds["duckdb"][0]))
    return [held, duckdb.connect(str(bad[-1]))]


def listing(folder: Path) -> set[tuple[str, int]]:
    return {(str(path), path.lstat().st_size) for path in folder.rglob("*") if "held.duckdb" not in path.name}
