"""The languages that are coded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from haberci.core.language import LanguagePack
from haberci.languages.tr.casing import fold
from haberci.languages.tr.pack import turkish

# By code, each a function that builds the pack once: the tables of a language are loaded when it is first read.
PACKS: Final[Mapping[str, Callable[[], LanguagePack]]] = {"tr": turkish}


def search_fold(text: str) -> str:
    """The form in which the store searches texts of all languages: small letters without marks, ı as i."""
    return fold(text)
