"""A look at how a document begins, by which its kind is told."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from haberci.sources.raw import small

_BEGINNING = 16_384
_SKIPPED = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_TAG = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)>?")


@dataclass(frozen=True)
class Look:
    """The first bytes of a document and its file name without packing."""

    head: bytes
    name: str

    @cached_property
    def suffix(self) -> str:
        """``.txt`` for ``A.TXT``."""
        return small(PurePosixPath(self.name).suffix)

    @cached_property
    def text(self) -> str:
        """The beginning as text, without marks and space before it; letters outside ASCII may be wrong."""
        head = self.head[:_BEGINNING]
        encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
        return head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")

    @cached_property
    def first_line(self) -> str:
        """The first line that is not empty."""
        return self.text.partition("\n")[0].rstrip()

    @cached_property
    def root(self) -> tuple[str, str]:
        """The name of the root element and its attributes, both empty when it is no XML or HTML."""
        text = self.text
        while text.startswith("<"):
            stop = next((stop for start, stop in _SKIPPED if text.startswith(start)), None)
            if stop is None:
                found = _TAG.match(text)
                return (found[1], found[2]) if found else ("", "")
            if stop == ">" and "[" in text.partition(">")[0]:
                stop = "]>"  # a document type with declarations of its own
            text = text.partition(stop)[2].lstrip()
        return ("", "")
