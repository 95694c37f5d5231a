"""IPTC NewsML-G2: news items, packages of them, and news messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from haberci.core.report import Report
from haberci.sources.document import Document, Found
from haberci.sources.look import Look
from haberci.sources.markup import text_of_html
from haberci.sources.news_items import reports_of_items
from haberci.sources.news_xml import every, first, language, local, paragraphs, plain, words
from haberci.sources.nitf import body_of
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report, told_language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "http://iptc.org/std/nar/"
_ROOTS = ("newsMessage", "newsItem", "packageItem", "knowledgeItem", "conceptItem", "planningItem")


def tells(look: Look) -> bool:
    """Whether its root element is one of NewsML-G2."""
    return look.root[0] in _ROOTS and _NAMESPACE in look.text


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The news items with text; those of pictures and plans hold none and are told when there is no other."""
    return reports_of_items(document, "newsItem", _text, _report, _status)


def _report(item: Element, text: str, id: str, document: Document) -> Report:
    about, content = first(item, "itemMeta"), first(item, "contentMeta")
    tag = first(content, "language")
    provider = first(about, "provider")
    return raw_report(
        text,
        item.get("guid") or id,
        lang=told_language(tag.get("tag") if tag is not None else language(first(item, "contentSet"), item)),
        date=words(first(content, "contentCreated")) or words(first(about, "versionCreated", "firstCreated")),
        title=words(first(content, "headline")) or words(first(about, "title")),
        source=_named(provider) or words(first(content, "infoSource")) or document.origin.folder,
        url=_link(item),
    )


def _status(item: Element) -> str | None:
    tag = first(item, "pubStatus")
    return None if tag is None else tag.get("qcode") or tag.get("uri")


def _text(item: Element) -> str | None:
    """The first body: NITF or XHTML in place, HTML or text as data."""
    for body in every(item, "inlineXML"):
        article = first(body, "body.content", "body")
        return (body_of(article) if article is not None else paragraphs(body)) or None
    for data in every(item, "inlineData"):
        value = data.text or ""
        return (text_of_html(value) if "html" in (data.get("contenttype") or "") else plain(value)) or None
    return None


def _named(provider: Element | None) -> str | None:
    if provider is None:
        return None
    name = words(first(provider, "name"))
    code = (provider.get("qcode") or provider.get("literal") or provider.get("uri") or "").rpartition(":")[2]
    return name or code or None


def _link(item: Element) -> str | None:
    for link in every(item, "link", "remoteContent"):
        address = link.get("href") or ""
        if local(link) == "link" and address.startswith(("http://", "https://")):
            return address
    return None
