"""Search in the texts of all reports, and among the names of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from haberci.core.actor_sheet import sheets
from haberci.desk.asked import PAGE, words
from haberci.desk.desk import desk_of
from haberci.desk.harmless import told
from haberci.desk.headings import first_words
from haberci.desk.rendering import page
from haberci.desk.twins import Column, Twin, twin_addresses
from haberci.languages.packs import search_fold
from haberci.store.browsing import WINDOW, ReportLine

COLUMNS = (
    Column("source", is_told=True),
    Column("report", is_told=True),
    Column("date", is_told=True),
    Column("title", is_told=True),
    Column("lang"),
    Column("events", "INTEGER"),
    Column("statements", "INTEGER"),
    Column("words", is_told=True),
)
Cut = tuple[str, str, str]  # the words before one that is found, the word, and those behind it
_AROUND = 110
_HEADED = 400  # characters of a text without title from which it is headed
_LOOKED_THROUGH = 200_000  # characters of a text in which the words are looked for


def search(request: Request) -> Response:
    """The page. ``page`` counts from 1."""
    asked = words(request.query_params)
    number = _page(request.query_params.get("page", "1"))
    with desk_of(request).opened() as store:
        found = store.found_reports(asked, PAGE + 1, (number - 1) * PAGE)
    return page(
        request,
        "search.html",
        asked=asked,
        found=[_shown(line, asked) for line in found[:PAGE]],
        number=number,
        more=len(found) > PAGE,
        actors=sheets(asked)[:3] if asked else [],
        twins=twin_addresses("/search", request.url.query) if asked else [],
    )


def _shown(line: ReportLine, asked: str) -> tuple[ReportLine, str, Markup]:
    """A report found, with its heading and the words around the first of those asked for."""
    cut = _cut(line.text, asked)
    return line, _heading(line, cut), _snippet(line.text, cut)


def _heading(line: ReportLine, cut: Cut) -> str:
    """What a report is headed; empty where it would be its first words and the words found stand among them."""
    if line.title:
        return line.title
    first = first_words(line.text[:_HEADED])
    before, hit, _ = cut
    return "" if line.text.startswith(before + hit) and len(before) < len(first) else first


def twin(request: Request) -> Response:
    """All reports found, as a file."""
    asked = words(request.query_params)
    with desk_of(request).opened() as store:
        found = store.found_reports(asked, WINDOW)
    return Twin("search", COLUMNS, lambda: (record(line, asked) for line in found)).response(
        request.path_params["format"]
    )


def record(line: ReportLine, asked: str) -> dict[str, Any]:
    """One report found, for a program."""
    before, hit, after = _cut(line.text, asked)
    return {
        "source": line.key.source,
        "report": line.key.id,
        "date": line.date,
        "title": line.title,
        "lang": line.lang,
        "events": line.events,
        "statements": line.statements,
        "words": " ".join(f"{before}{hit}{after}".split()),
    }


def _snippet(text: str, cut: Cut) -> Markup:
    before, hit, after = cut
    lead = Markup("… ") if before and not text.startswith(before) else Markup("")
    return lead + told(before) + Markup("<mark>{}</mark>").format(told(hit)) + told(after) if hit else told(after)


def _cut(text: str, asked: str) -> Cut:
    """The text before the first word asked for, the word, and the text behind it."""
    wanted = set(search_fold(asked).split())
    for match in _words(text[:_LOOKED_THROUGH]):
        if _folded(match[0]) in wanted:
            start = text.rfind(" ", 0, max(0, match.start() - _AROUND // 2)) + 1
            return text[start : match.start()], match[0], _until_a_word_ends(text[match.end() :], _AROUND * 2)
    return "", "", _until_a_word_ends(text, _AROUND * 3)


@lru_cache(65_536)
def _folded(word: str) -> str:
    """A word as it is searched; most words of a page of reports came before."""
    return search_fold(word)


def _until_a_word_ends(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"


def _words(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\w+", text)


def _page(text: str) -> int:
    return min(max(int(text), 1), 40) if text.isdecimal() and len(text) < 4 else 1
