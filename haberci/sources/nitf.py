"""NITF, the News Industry Text Format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.document import Document
from haberci.sources.look import Look
from haberci.sources.news_xml import first, language, local, paragraphs, root_of, words
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report, told_language
from haberci.sources.status import text_taken_back, with_status

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_TEXT = ("media", "table", "note", "script", "style", "head")


def tells(look: Look) -> bool:
    """Whether its root element is that of NITF."""
    return look.root[0] == "nitf"


def read(document: Document, options: SourceOptions) -> Iterator[Report]:
    """The one report: the text of its body, a dateline before it where it stands apart."""
    data = document.whole()
    root = root_of(data)
    body, title = first(root, "body.content"), words(first(root, "hl1")) or words(first(root, "title"))
    status = _given(first(root, "docdata"), "management-status")
    text = "" if body is None else body_of(body)
    text = text or text_taken_back(status, words(first(root, "ed-msg")), title) or ""
    if body is None and not text:
        raise InputError("the document has no body")
    head, origin = first(root, "head"), document.origin
    dateline = words(first(first(root, "body.head"), "dateline"))
    key, site = first(head, "doc-id"), first(head, "pubdata")
    report = raw_report(
        f"{dateline} {text}" if dateline and text and not text.startswith(dateline) else text,
        _given(key, "id-string") or _given(first(head, "du-key"), "key") or origin.stem,
        lang=told_language(language(root, body)),
        date=_given(first(head, "date.issue"), "norm") or _given(first(head, "date.release"), "norm"),
        title=title,
        source=_given(key, "regsrc") or _given(site, "name") or words(first(root, "distributor")) or origin.folder,
        url=_given(site, "ex-ref"),
        data=data,
    )
    yield with_status(report, status)


def body_of(body: Element) -> str:
    """The text of a body without pictures, tables and notes."""
    _strip(body)
    return paragraphs(body)


def _strip(element: Element) -> None:
    waiting = [element]
    while waiting:
        each = waiting.pop()
        for child in list(each):
            if local(child) in _NOT_TEXT:
                each.remove(child)
            else:
                waiting.append(child)


def _given(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name) or None
