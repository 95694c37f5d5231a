"""The layout cues of Turkish wires, from ``tr/agencies.tsv``, ``tr/layout.tsv`` and ``tr/given_names.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from haberci.core.layout import FurnitureCues, LayoutCues
from haberci.core.lexicon import Row, read_rows
from haberci.languages.tr.casing import fold

_FURNITURE: Final = (
    "opening",
    "close",
    "phrase",
    "line",
    "list",
    "tail",
    "note",
    "flag",
    "caption",
    "pass",
    "rate",
    "clock",
    "amended",
)
_KINDS: Final = ("byline", "reports", "ending", "predicate", "surname", "desk", "office", "and", "plural", *_FURNITURE)
_MONTHS: Final = tuple(fold("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık").split())
_WEEKDAYS: Final = frozenset(fold("pazartesi salı çarşamba perşembe cuma cumartesi pazar").split())
_FIGURES: Final = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_WORDS: Final = re.compile(r"(?P<day>\d{1,2})\s+(?P<name>[^\W\d]+)\s+(?P<year>\d{4})")


@cache
def layout_cues() -> LayoutCues:
    """The cues, read once; raises LexiconError when a table breaks its rules."""
    texts: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for row in read_rows("tr/layout.tsv", ("kind", "text", "example")):
        row.needs("example")
        texts[row.one_of("kind", _KINDS)].append(fold(row.needs("text")))
    names = list(read_rows("tr/given_names.tsv", ("name", "word")))
    return LayoutCues(
        agencies=_agencies(),
        press=_press(),
        byline_words=frozenset(texts["byline"]),
        byline_verbs=frozenset(texts["reports"]),
        furniture=_furniture(texts),
        finite_endings=tuple(texts["ending"]),
        predicates=tuple(texts["predicate"]),
        months=_MONTHS,
        weekdays=_WEEKDAYS,
        given_names=frozenset(fold(row.needs("name")) for row in names),
        word_names=frozenset(fold(row["name"]) for row in names if row.one_of("word", ("", "word"))),
        desks=frozenset(texts["desk"]),
        offices=frozenset(texts["office"]),
        conjunctions=frozenset(texts["and"]),
        plurals=tuple(texts["plural"]),
        surname_endings=tuple(texts["surname"]),
        day=day,
    )


def day(written: str) -> str | None:
    """The ISO day of a dateline's date: ``12.03.24`` → ``2024-03-12``; None without a year, or when there is none."""
    found = _ISO.search(written) or _FIGURES.search(written) or _WORDS.search(written)
    if found is None:
        return None
    parts = found.groupdict()
    named = fold(parts.get("name") or "")
    if named and named not in _MONTHS:
        return None
    month = _MONTHS.index(named) + 1 if named else int(parts["month"])
    year = int(parts["year"])
    try:
        return date(year + 2000 if year < 100 else year, month, int(parts["day"])).isoformat()
    except ValueError:
        return None


def _furniture(texts: dict[str, list[str]]) -> FurnitureCues:
    return FurnitureCues(
        openings=tuple(texts["opening"]),
        endings=tuple(texts["close"]),
        phrases=tuple(texts["phrase"]),
        lines=frozenset(texts["line"]),
        lists=tuple(texts["list"]),
        tails=tuple(texts["tail"]),
        notes=frozenset(texts["note"]),
        flags=tuple(sorted(texts["flag"], key=len, reverse=True)),
        captions=frozenset(texts["caption"]),
        passes=frozenset(texts["pass"]),
        rates=frozenset(texts["rate"]),
        clocks=frozenset(texts["clock"]),
        amended=frozenset(texts["amended"]),
    )


def _agencies() -> dict[str, str]:
    agencies: dict[str, str] = {}
    for row in _agency_rows():
        for spelling in (row.needs("name"), *row.many("variants")):
            agencies[_agency_key(row, spelling, agencies)] = row["name"]
    return agencies


def _press() -> dict[str, str]:
    """The state of each agency's spelling, of those that are of one."""
    told = [row for row in _agency_rows() if row["state"]]
    return {fold(spelling): row["state"] for row in told for spelling in (row["name"], *row.many("variants"))}


def _agency_rows() -> Iterator[Row]:
    return read_rows("tr/agencies.tsv", ("name", "variants", "state", "example"))


def _agency_key(row: Row, spelling: str, known: dict[str, str]) -> str:
    key = fold(spelling)
    if known.get(key, row["name"]) != row["name"]:
        raise row.error(f"{spelling} is also a spelling of {known[key]}")
    return key
