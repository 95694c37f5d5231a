"""Saved web pages: the article without what stands around it, and what the page says of it."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.address import host_of
from haberci.sources.decode import decode
from haberci.sources.document import Document
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report, small

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_ROOTS = ("html", "head", "body")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s*([\w-]+)""", re.I)
_LEAST = 40  # characters: what is shorter is a notice of the site and no article


class _Article(NamedTuple):
    text: str | None
    title: str | None = None
    date: str | None = None
    url: str | None = None


def tells(look: Look) -> bool:
    """Whether it begins as a page does, or is called one and begins with a tag."""
    if small(look.text[:14]) == "<!doctype html":
        return True
    root = small(look.root[0])
    return root in _ROOTS or (look.suffix in _SUFFIXES and bool(root or look.text.startswith("<")))


def read(document: Document, options: SourceOptions) -> Iterator[Report]:
    """The article of a page. Its language is told from its text. Raises InputError when it holds none."""
    data = document.whole()
    html = decode_page(data)
    article = _by_resiliparse(html) if options.bulk else _by_trafilatura(html, document.url)
    if article.text is None or len(article.text.strip()) < _LEAST:
        raise InputError("no article is found in this page")
    url = document.url or article.url
    origin = document.origin
    yield raw_report(
        article.text,
        url or origin.stem,
        date=article.date or document.date,
        title=article.title,
        source=host_of(url) or origin.folder,
        url=url,
        data=data,
    )


def decode_page(data: bytes) -> str:
    """The text of a page, in the encoding that it names if it is one, else as any text."""
    named = None if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _named(data)
    try:
        return data.decode(named) if named else decode(data)
    except UnicodeDecodeError:  # it names its encoding wrongly
        return decode(data)


def _named(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    # A page in Latin-5 is nearly always one in its Windows form.
    return "cp1254" if codec.name in ("iso8859-9", "iso8859-1") else codec.name


def _by_trafilatura(html: str, url: str | None) -> _Article:
    # Imported here: it takes a second.
    from trafilatura import bare_extraction

    if "<html" not in small(html[:2000]):  # a piece of a page
        html = f"<html><body>{html}</body></html>"
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # or its notes stand on standard error
    found = bare_extraction(html, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return _Article(None)
    text = found.text and found.text.replace("\n", "\n\n")  # a line is a paragraph there
    return _Article(text, found.title, found.date, found.url)


def _by_resiliparse(html: str) -> _Article:
    from resiliparse.extract.html2text import extract_plain_text  # as above
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    metas = {}
    for meta in tree.document.query_selector_all("meta[content]") if tree.document else ():
        metas[meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop") or ""] = meta["content"]
    link = tree.document.query_selector("link[rel=canonical]") if tree.document else None
    text = extract_plain_text(tree, main_content=True, list_bullets=False, alt_texts=False)
    return _Article(
        text,
        metas.get("og:title") or tree.title or None,
        metas.get("article:published_time") or metas.get("datePublished") or metas.get("date"),
        (link.getattr("href") if link else None) or metas.get("og:url"),
    )
