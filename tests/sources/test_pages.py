"""Saved web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.samples import FIRST, errors, page, reports, write

HEAD = (
    '<meta property="og:title" content="Sınırda görüşme"><link rel="canonical" href="https://www.haber.example/dunya/1">'
    '<meta property="article:published_time" content="2023-01-22T10:15:00+03:00">'
)


@pytest.mark.parametrize("bulk", [False, True])
def test_the_article_is_taken_and_what_the_page_says_of_it(tmp_path: Path, bulk: bool) -> None:
    (report,) = reports(write(tmp_path / "a.html", page(FIRST, HEAD, lang="en")), bulk=bulk)
    assert (report.id, report.url) == ("https://www.haber.example/dunya/1", "https://www.haber.example/dunya/1")
    assert (report.source, report.title, (report.date or "")[:10]) == ("haber.example", "Sınırda görüşme", "2023-01-22")
    assert report.lang is None  # what pages say of it is often a default
    assert "ANKARA (AA) - Dışişleri Bakanı" in report.raw
    assert "Ana sayfa" not in report.raw


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-9", "windows-1254"])
def test_the_encoding_that_a_page_names(tmp_path: Path, encoding: str) -> None:
    html = page(FIRST).replace("utf-8", encoding)
    (report,) = reports(write(tmp_path / "a.html", html.encode(encoding)))
    assert "Dışişleri Bakanı" in report.raw


def test_a_page_that_names_its_encoding_wrongly(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.html", page(FIRST).encode("cp1254")))
    assert "Dışişleri Bakanı" in report.raw


def test_a_page_without_an_article_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", "<html><body><p>404</p></body></html>")
    assert errors(path) == [f"{path}: no article is found in this page"]


def test_a_text_that_begins_with_a_tag_is_a_text_unless_it_is_called_a_page(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.txt", f"<b>ANKARA</b> {FIRST}"))
    assert report.raw.startswith("<b>")
    (report,) = reports(write(tmp_path / "b.htm", f"<div><b>ANKARA</b> {FIRST} {FIRST}</div>"))
    assert "<b>" not in report.raw
