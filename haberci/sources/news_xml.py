"""XML of news: parsed without entities, which may be bombs or lead to other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from haberci.core.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BLANKS = re.compile(r"\s+")
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#))\w+;")
# Elements that stand on lines of their own in the text of a document.
_BLOCKS = frozenset("p hl1 hl2 h1 h2 h3 h4 h5 h6 li tr table block div blockquote br pre ul ol dl dt dd".split())


def root_of(data: bytes) -> Element:
    """The root of an XML document. Raises InputError where it is broken, or declares entities.

    Named characters of HTML (``&nbsp;``), which agencies write into XML, are understood.
    """
    # Imported here: few sources are XML.
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(_NAMED.sub(_character, data))
    except DefusedXmlException as error:
        raise InputError("the XML declares entities (a bomb?); not read") from error
    except ParseError as error:
        raise InputError(f"broken XML: {error}") from error
    except (LookupError, ValueError) as error:  # an encoding that does not exist
        raise InputError(f"broken XML: {error}") from error
    return root


def refuse_entities(data: bytes) -> None:
    """Raise InputError when the bytes of an XML document declare entities, for readers that would take them in."""
    if b"<!ENTITY" in data or b"<\0!\0E\0N\0T\0I\0T\0Y" in data:
        raise InputError("the XML declares entities (a bomb?); not read")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def every(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names within, in their order."""
    return (x for x in root.iter() if local(x) in names)


def first(root: Element | None, *names: str) -> Element | None:
    """The first element within of the first of these names that there is."""
    if root is None:
        return None
    return next((found for name in names for found in every(root, name)), None)


def words(element: Element | None) -> str | None:
    """All text within on one line, None when there is none."""
    return None if element is None else _BLANKS.sub(" ", "".join(element.itertext())).strip() or None


def paragraphs(element: Element) -> str:
    """The text within, its blocks (``p``, ``hl2``, ``li`` …) apart."""
    pieces: list[str] = []
    _collect(element, pieces)
    blocks = (_BLANKS.sub(" ", block).strip() for block in "".join(pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def plain(text: str) -> str:
    """A text that stands in an element as it is, its lines without the blanks that indent them."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def language(*elements: Element | None) -> str | None:
    """The language that the first of some elements names, by ``xml:lang``."""
    for element in elements:
        if element is not None:
            for each in (element, *element.iter()):
                if found := each.get("{http://www.w3.org/XML/1998/namespace}lang"):
                    return found
    return None


def _collect(element: Element, pieces: list[str]) -> None:
    """The text in order of the document, a NUL, which no XML holds, at the edges of blocks."""
    waiting: list[tuple[Element, bool]] = [(element, False)]
    while waiting:
        each, is_left = waiting.pop()
        edge = "\0" if local(each) in _BLOCKS else ""
        if is_left:
            pieces += [edge, each.tail or ""] if each is not element else [edge]
            continue
        pieces += [edge, each.text or ""]
        waiting.append((each, True))
        waiting += [(child, False) for child in reversed(each)]


def _character(found: re.Match[bytes]) -> bytes:
    from html import unescape

    text = unescape(found[0].decode("ascii", "replace"))
    return b"".join(b"&#%d;" % ord(c) for c in text) if not text.startswith("&") else b"&amp;" + found[0][1:]
