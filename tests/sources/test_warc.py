"""Web archives."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.sources.samples import FIRST, SECOND, errors, found, page, reports, rss, warc, write

PAGES = {"https://www.haber.example/1": page(FIRST), "https://www.haber.example/2.html": page(SECOND)}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
@pytest.mark.parametrize("bulk", [False, True])
def test_the_pages_of_a_web_archive(tmp_path: Path, pack: object, bulk: bool) -> None:
    held = reports(write(tmp_path / "a.warc", pack(warc(PAGES))), bulk=bulk)  # type: ignore[operator]
    assert [(r.id, r.url, r.source) for r in held] == [(url, url, "haber.example") for url in PAGES]
    assert "Dışişleri Bakanı" in held[0].raw
    assert (held[0].date or "").startswith("2023-01-22")


def test_each_answer_packed_alone_as_crawlers_do(tmp_path: Path) -> None:
    whole = b"".join(gzip.compress(warc({url: html})) for url, html in PAGES.items())
    assert len(reports(write(tmp_path / "a.warc.gz", whole))) == 2


def test_a_feed_in_a_web_archive(tmp_path: Path) -> None:
    data = warc({"https://www.haber.example/rss.xml": rss([FIRST])}, kind="application/rss+xml")
    assert [r.id for r in reports(write(tmp_path / "a", data))] == ["haber-1"]


def test_an_archive_that_is_cut_gives_what_was_whole(tmp_path: Path) -> None:
    whole = warc(PAGES)
    held = found(write(tmp_path / "a", whole[: whole.index(b"https://www.haber.example/2.html") - 50]))
    assert held[0].id == "https://www.haber.example/1"  # type: ignore[union-attr]
    path = write(tmp_path / "b", b"WARC/1.0\r\n\r\n")
    assert errors(path) == [
        f"{path}: a record of the web archive tells no length",
        f"{path}: no record is found in this web archive",
    ]


def test_behind_a_broken_record_the_next_is_found(tmp_path: Path) -> None:
    path = write(tmp_path / "a", warc({}) + b"nonsense\r\nmore\r\n" + warc(PAGES))
    told, *held = found(path)
    assert str(told) == f"{path}: a record of the web archive is broken; the next is looked for"
    assert len(held) == 2


@pytest.mark.parametrize("coding", ["chunked", "gzip", "chunked in name only"])
def test_bodies_as_servers_send_them(tmp_path: Path, coding: str) -> None:
    body = page(FIRST).encode()
    head = {"gzip": b"Content-Encoding: gzip"}.get(coding, b"Transfer-Encoding: chunked")
    if coding == "gzip":
        body = gzip.compress(body)
    elif coding == "chunked":
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    (report,) = reports(write(tmp_path / "a", warc({"https://www.haber.example/1": ""}, head, body)))
    assert "Dışişleri Bakanı" in report.raw
