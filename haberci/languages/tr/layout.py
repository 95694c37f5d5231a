"""The layout cues of Turkish wires, from ``tr/agencies.tsv`` and ``tr/layout.tsv``."""

from __future__ import annotations

from functools import cache

from haberci.core.layout import LayoutCues
from haberci.core.lexicon import Row, read_rows
from haberci.languages.tr.casing import fold

_KINDS = ("byline", "opening", "line", "ending")
_MONTHS = "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"


@cache
def layout_cues() -> LayoutCues:
    """The cues, read once; raises LexiconError when a table breaks its rules."""
    agencies: dict[str, str] = {}
    for row in read_rows("tr/agencies.tsv", ("name", "variants", "example")):
        for spelling in (row.needs("name"), *row.many("variants")):
            agencies[_agency_key(row, spelling, agencies)] = row["name"]
    texts: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for row in read_rows("tr/layout.tsv", ("kind", "text", "example")):
        row.needs("example")
        texts[row.one_of("kind", _KINDS)].append(fold(row.needs("text")))
    return LayoutCues(
        agencies=agencies,
        byline_words=tuple(texts["byline"]),
        furniture=tuple(texts["opening"]),
        furniture_lines=frozenset(texts["line"]),
        finite_endings=tuple(texts["ending"]),
        months=tuple(fold(_MONTHS).split()),
    )


def _agency_key(row: Row, spelling: str, known: dict[str, str]) -> str:
    key = fold(spelling)
    if known.get(key, row["name"]) != row["name"]:
        raise row.error(f"{spelling} is also a spelling of {known[key]}")
    return key
