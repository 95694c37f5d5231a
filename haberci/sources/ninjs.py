"""ninjs, the IPTC's news in JSON: versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.markup import text_of_html
from haberci.sources.raw import raw_report, told_language
from haberci.sources.status import text_taken_back, with_status

_BODIES = ("body_text", "body_xhtml", "body_html")
_MARKS = ("versioncreated", "firstcreated", "versionCreated", "firstCreated", "pubstatus", "pubStatus", "usageterms")
_DATES = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is an item of ninjs: it has an address of its own and one of ninjs' own fields."""
    return isinstance(item.get("uri"), str) and any(key in item for key in (*_MARKS, *_BODIES, "bodies", "headlines"))


def of_ninjs(item: Mapping[str, Any], id: str, folder: str | None, data: bytes | None = None) -> Report:
    """The raw report of an item. Raises InputError when it holds no text, as one of a picture.

    One that its agency took back needs none: its headline stands for it.
    """
    status = _string(item.get("pubstatus")) or _string(item.get("pubStatus"))
    title = _string(item.get("headline")) or _first(item.get("headlines"))
    text = next(filter(None, _bodies(item)), None) or _string(item.get("description_text"))
    text = text or text_taken_back(status, _string(item.get("ednote")), title)
    if text is None:
        raise InputError("the item has no text")
    report = raw_report(
        text,
        item["uri"] or id,
        lang=told_language(_string(item.get("language"))),
        date=next((found for key in _DATES if (found := _string(item.get(key)))), None),
        title=title,
        source=_string(item.get("source")) or _provider(item) or folder,
        url=_url(item),
        data=data,
    )
    return with_status(report, status)


def _bodies(item: Mapping[str, Any]) -> Iterator[str | None]:
    for key in _BODIES:
        value = _string(item.get(key))
        yield value if value is None or key == "body_text" else text_of_html(value)
    for body in _objects(item.get("bodies")):
        value = _string(body.get("value"))
        is_plain = "html" not in str(body.get("contentType") or body.get("contenttype") or "")
        yield value if value is None or is_plain else text_of_html(value)


def _first(values: object) -> str | None:
    return next((found for each in _objects(values) if (found := _string(each.get("value")))), None)


def _provider(item: Mapping[str, Any]) -> str | None:
    return next((found for each in _objects(item.get("infosources")) if (found := _string(each.get("name")))), None)


def _url(item: Mapping[str, Any]) -> str | None:
    for key in ("uri", "canonical", "url"):
        if (value := _string(item.get(key))) and value.startswith(("http://", "https://")):
            return value
    return None


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
