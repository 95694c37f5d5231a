"""What a language's wires put around the text: agencies, bylines, furniture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """Words of the page, all folded. A *line* is what stands between two breaks.

    ``openings`` begin such a line, ``endings`` end it, ``phrases`` stand anywhere in it, ``lines`` are it;
    ``lists`` are lines after which other headlines are listed; ``tails`` open what is glued to the end of a report;
    ``notes`` stand in brackets (``fotoğraflı``), ``flags`` before a headline (``son dakika``), ``captions`` in
    brackets within the words under a picture (``solda``), ``passes`` behind a number (``2. geçiş``); ``rates`` are the
    names of what is quoted on an exchange. ``clocks`` stand beside the hour of a page (``son güncelleme``), ``amended``
    end a note in brackets that says what an update changed (``açıklama eklendi``).
    """

    openings: tuple[str, ...]
    endings: tuple[str, ...]
    phrases: tuple[str, ...]
    lines: frozenset[str]
    lists: tuple[str, ...]
    tails: tuple[str, ...]
    notes: frozenset[str]
    flags: tuple[str, ...]
    captions: frozenset[str]
    passes: frozenset[str]
    rates: frozenset[str]
    clocks: frozenset[str]
    amended: frozenset[str]


@dataclass(frozen=True, slots=True)
class LayoutCues:
    """Words by which the parts of a page are known, all folded (small letters without marks).

    ``agencies`` leads an agency's spellings to its name (``a.a`` → ``AA``), ``press`` to the state whose press it is
    (``kabar`` → ``KGZ``); ``byline_words`` stand before a reporter's name (``muhabir``), ``byline_verbs`` behind it
    (``bildiriyor``); ``finite_endings`` are endings of a headline's last word (``tti``) by which a glued byline is cut
    off, ``predicates`` those by which a subhead in capitals is;
    ``months`` are the names that stand in a dateline's date, ``weekdays`` those of the days. ``given_names`` and
    ``surname_endings`` tell a name in capitals from other words, ``word_names`` are given names that are words too.
    ``desks`` sign as a reporter does (``haber merkezi``), ``offices`` end a reporter's office (``temsilcisi``),
    ``conjunctions`` stand between two places; ``plurals`` end words that are none. ``day`` reads a date as written into
    an ISO day, None when its year is not told.
    """

    agencies: Mapping[str, str]
    press: Mapping[str, str]
    byline_words: frozenset[str]
    byline_verbs: frozenset[str]
    furniture: FurnitureCues
    finite_endings: tuple[str, ...]
    predicates: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: frozenset[str]
    given_names: frozenset[str]
    word_names: frozenset[str]
    desks: frozenset[str]
    offices: frozenset[str]
    conjunctions: frozenset[str]
    plurals: tuple[str, ...]
    surname_endings: tuple[str, ...]
    day: Callable[[str], str | None]
