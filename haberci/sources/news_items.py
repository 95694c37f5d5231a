"""The news items of one document of NewsML, of any version: each with its text, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.document import Document, Found
from haberci.sources.news_xml import every, first, root_of, words
from haberci.sources.status import text_taken_back, with_status

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def reports_of_items(
    document: Document,
    element: str,
    text_of: Callable[[Element], str | None],
    report_of: Callable[[Element, str, str, Document], Report],
    status_of: Callable[[Element], str | None],
) -> Iterator[Found]:
    """The reports of the elements that hold a text; ``report_of`` takes the element, its text and an id for it.

    Items of pictures and plans hold none. One that its agency took back (``status_of``) has its headline for it. Raises
    InputError where no item has a text.
    """
    items = list(every(root_of(document.whole()), element))
    name = document.origin
    texts = ((number, item, text_of(item) or _taken_back(item, status_of)) for number, item in enumerate(items, 1))
    bodies = [(number, item, text) for number, item, text in texts if text]
    if not bodies:
        raise InputError("no news item with a text")
    for number, item, text in bodies:
        try:
            report = report_of(item, text, f"{name.stem}:{number}" if len(items) > 1 else name.stem, document)
            yield with_status(report, status_of(item))
        except InputError as error:
            yield InputError(f"{name.name}: item {number}: {error}")


def _taken_back(item: Element, status_of: Callable[[Element], str | None]) -> str | None:
    return text_taken_back(status_of(item), *(words(first(item, name)) for name in ("edNote", "headline", "HeadLine")))
