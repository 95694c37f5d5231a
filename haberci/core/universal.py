"""Words in the terms of Universal Dependencies: what a treebank says of a word's form, and by which convention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from haberci.core.morph import Morph


class Convention(StrEnum):
    """By which of the conventions that treebanks of one language follow the words are tagged.

    Turkish treebanks have two. BOUN (with PUD and GB) splits a copula off (``hedef`` + ``ti``), and participles and
    verbal nouns are verbs; Kenet (with Penn, FrameNet, Tourism and Atis) keeps words whole, and a word has the tag of
    what it stands for: a noun with a copula is a verb, a participle an adjective, a verbal noun a noun.
    """

    BOUN = "boun"
    KENET = "kenet"


class SurfaceWord(NamedTuple):
    """A word as it is written, and the words of syntax that it holds: itself alone, or what it is split into."""

    form: str
    parts: tuple[str, ...]


class UniversalWord(NamedTuple):
    """A word of syntax: its letters, lemma, part of speech and features, the features by name."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str]


def whole(form: str) -> SurfaceWord:
    """A word that is not split."""
    return SurfaceWord(form, (form,))


@dataclass(frozen=True, slots=True)
class UniversalTool:
    """What a language does in the terms of Universal Dependencies.

    ``annotate`` tags one sentence by a convention. ``split(form, morph)`` gives the words of syntax that a written word
    holds by a convention. ``convention(sentences)`` tells by which convention the words of some text were cut.
    """

    annotate: Callable[[Sequence[SurfaceWord], Convention], list[UniversalWord]]
    split: Callable[[str, Morph, Convention], SurfaceWord]
    convention: Callable[[Iterable[Sequence[SurfaceWord]]], Convention]
