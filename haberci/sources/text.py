"""A text file: one report."""

from __future__ import annotations

from collections.abc import Iterator

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.decode import decode
from haberci.sources.document import Document
from haberci.sources.limits import LONGEST_REPORT
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report

_NO_TEXT = {
    b"%PDF": "it is a PDF; save its text",
    b"{\\rtf": "it is a document in RTF; save its text",
    b"\xd0\xcf\x11\xe0": "it is an office document of the old kind; save its text",
    b"\x89PNG": "the bytes are no text (a picture)",
    b"\xff\xd8\xff": "the bytes are no text (a picture)",
    b"GIF8": "the bytes are no text (a picture)",
}


def tells(look: Look) -> bool:
    """Always: what is of no other kind is a text, or nothing that can be read."""
    return True


def read(document: Document, options: SourceOptions) -> Iterator[Report]:
    """The one report of a text file."""
    for magic, what in _NO_TEXT.items():
        if document.head.startswith(magic):
            raise InputError(what)
    if document.head.lstrip().startswith(b"<?xml"):
        root = Look(document.head, document.name).root[0]
        raise InputError(f"XML of no kind that is known (its root is {root or 'none'})")
    data = document.whole(LONGEST_REPORT)
    origin = document.origin
    yield raw_report(decode(data), origin.stem, source=origin.folder, url=document.url, date=document.date, data=data)
