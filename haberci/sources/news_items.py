"""The news items of one document of NewsML, of any version: each with its text, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.document import Document, Found
from haberci.sources.news_xml import every, root_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def reports_of_items(
    document: Document,
    element: str,
    text_of: Callable[[Element], str | None],
    report_of: Callable[[Element, str, str, Document], Report],
) -> Iterator[Found]:
    """The reports of the elements that hold a text; ``report_of`` takes the element, its text and an id for it.

    Items of pictures and plans hold none. Raises InputError where no item has a text.
    """
    items = list(every(root_of(document.whole()), element))
    name = document.origin
    bodies = [(number, item, text) for number, item in enumerate(items, 1) if (text := text_of(item))]
    if not bodies:
        raise InputError("no news item with a text")
    for number, item, text in bodies:
        try:
            yield report_of(item, text, f"{name.stem}:{number}" if len(items) > 1 else name.stem, document)
        except InputError as error:
            yield InputError(f"{name.name}: item {number}: {error}")
