"""Feeds: RSS of all versions and Atom."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.address import host_of
from haberci.sources.document import Document, Found
from haberci.sources.look import Look
from haberci.sources.markup import text_of_html
from haberci.sources.news_xml import refuse_entities
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report

_ROOTS = ("rss", "feed", "RDF")


def tells(look: Look) -> bool:
    """Whether its root element is that of RSS or Atom."""
    name, attributes = look.root
    return name in _ROOTS and (name != "feed" or "xmlns" in attributes or "<entry" in look.text)


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The items, each a report. A feed that was cut off gives what was whole.

    The language is told from the text: what feeds say of it is often their software's default.
    """
    # Imported here: only feeds need it.
    import feedparser  # type: ignore[import-untyped]

    data = document.whole()
    refuse_entities(data)
    # As a stream: bytes alone might be taken for an address or a file's name.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    name = document.origin
    items = [item for item in feed.entries if item]
    for number, item in enumerate(items, 1):
        try:
            yield _report(item, feed.feed, f"{name.stem}:{number}", document)
        except InputError as error:
            yield InputError(f"{name.name}: item {number}: {error}")
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        raise InputError(f"the feed is broken ({feed.bozo_exception})")
    if not items:
        raise InputError("the feed has no items")


def _report(item: Mapping[str, Any], feed: Mapping[str, Any], id: str, document: Document) -> Report:
    url = item.get("link") or None
    origin: Origin = document.origin
    return raw_report(
        _text(item),
        item.get("id") or url or id,
        date=_moment(item, "published", "updated") or document.date,
        title=item.get("title") and text_of_html(item["title"]),
        source=host_of(url) or host_of(document.url) or feed.get("title") or origin.folder,
        url=url,
    )


def _text(item: Mapping[str, Any]) -> str:
    """The longest of the contents and the summary, else the title."""
    told = [content.get("value") or "" for content in item.get("content", [])] + [item.get("summary") or ""]
    return max((text_of_html(each) for each in told), key=len) or text_of_html(item.get("title") or "")


def _moment(item: Mapping[str, Any], *names: str) -> str | None:
    """The first of the times that is given, in UTC; as it stands where it could not be parsed."""
    for name in names:
        if parsed := item.get(f"{name}_parsed"):
            return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
        if item.get(name):
            return str(item[name])
    return None
