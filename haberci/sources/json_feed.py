"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from haberci.core.errors import InputError
from haberci.sources.address import host_of
from haberci.sources.document import Found
from haberci.sources.markup import text_of_html
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report


def is_feed(value: Mapping[str, Any]) -> bool:
    """Whether an object is a JSON Feed, by its version."""
    return str(value.get("version")).startswith("https://jsonfeed.org/version/")


def from_feed(feed: Mapping[str, Any], origin: Origin) -> Iterator[Found]:
    """The items, each a report. Its language is told from its text: what feeds say of it is often a default."""
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise InputError("the feed has no items")
    for number, item in enumerate(items, 1):
        try:
            yield _report(item, feed, f"{origin.stem}:{number}", origin)
        except InputError as error:
            yield InputError(f"{origin.name}: item {number}: {error}")


def _report(item: object, feed: Mapping[str, Any], id: str, origin: Origin) -> Any:
    if not isinstance(item, Mapping):
        raise InputError("the item is no JSON object")
    url = _string(item.get("url")) or _string(item.get("external_url"))
    html = _string(item.get("content_html"))
    text = _string(item.get("content_text")) or (html and text_of_html(html)) or _string(item.get("summary"))
    return raw_report(
        text or "",
        _string(item.get("id")) or url or id,
        date=_string(item.get("date_published")) or _string(item.get("date_modified")),
        title=_string(item.get("title")),
        source=host_of(url) or _string(feed.get("title")) or origin.folder,
        url=url,
    )


def _string(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
