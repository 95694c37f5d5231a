"""IPTC NewsML 1.0 to 1.2, as agencies still send it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from haberci.core.report import Report
from haberci.sources.document import Document, Found
from haberci.sources.look import Look
from haberci.sources.markup import text_of_html
from haberci.sources.news_items import reports_of_items
from haberci.sources.news_xml import every, first, paragraphs, plain, words
from haberci.sources.nitf import body_of
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report, told_language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def tells(look: Look) -> bool:
    """Whether its root element is NewsML, which is that of no other version."""
    return look.root[0] == "NewsML"


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The news items with text."""
    return reports_of_items(document, "NewsItem", _text, _report, _status)


def _report(item: Element, text: str, id: str, document: Document) -> Report:
    identifier = first(item, "NewsIdentifier")
    tag = first(item, "Language")
    provider = words(first(identifier, "ProviderId"))
    made = first(item, "ThisRevisionCreated", "FirstCreated", "DateAndTime")
    return raw_report(
        text,
        _id(identifier) or id,
        lang=told_language(tag.get("FormalName") if tag is not None else None),
        date=words(made) or words(first(identifier, "DateId")),
        title=words(first(item, "HeadLine")),
        source=provider or _provider(item) or document.origin.folder,
    )


def _id(identifier: Element | None) -> str | None:
    """The public identifier without its revision, which may come as a correction of the same report."""
    parts = [words(first(identifier, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    return "urn:newsml:" + ":".join(x for x in parts if x) if parts[2] else words(first(identifier, "PublicIdentifier"))


def _provider(item: Element) -> str | None:
    for party in every(item, "Provider", "Source"):
        found = first(party, "Party")
        if found is not None and found.get("FormalName"):
            return found.get("FormalName")
    return None


def _status(item: Element) -> str | None:
    tag = first(first(item, "NewsManagement"), "Status")
    return None if tag is None else tag.get("FormalName")


def _text(item: Element) -> str | None:
    """The first content that holds words: NITF, XHTML, or text as it is."""
    for content in every(item, "DataContent"):
        body = first(content, "body.content", "body", "nitf", "html")
        if body is not None:
            text = body_of(body)
        elif len(content):
            text = paragraphs(content)
        else:
            text = _of_string(content.text or "")
        if text:
            return text
    return None


def _of_string(value: str) -> str:
    return text_of_html(value) if "<p" in value or "<br" in value else plain(value)
