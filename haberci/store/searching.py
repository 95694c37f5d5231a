"""Search: reports by words, folded, in texts or titles, with the place in the text where they stand."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from haberci.core.errors import InputError
from haberci.store.database import query
from haberci.store.rows import ReportKey
from haberci.store.text_runs import Fold
from haberci.store.texts import repaired

BEFORE, AFTER = 60, 120  # characters of a snippet around the first word found
LONG = 4  # letters from which a word is also found with an ending
_TERM = re.compile(r'(?:(?P<field>[a-z]+):(?!//))?(?:"(?P<phrase>[^"]+)"|(?P<word>\S+))')
_WORD = re.compile(r"\w+")
FIELDS = {"title": "title", "text": "text", "source": "source", "lang": "lang", "id": "id"}


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was found. ``snippet`` is a piece of its repaired text, ``marks`` where the words stand in it."""

    key: ReportKey
    date: str | None
    title: str | None
    lang: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched: words in texts and in titles, each ``"a phrase"`` or a word, and values of other fields."""

    text: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, words: str, fold: Fold) -> Asked:
        """Read ``Kırgızistan "sınır kapısı" title:zirve source:aa``; raises InputError on an unknown field."""
        found: dict[str, list[str]] = {"text": [], "title": []}
        others: list[tuple[str, str]] = []
        for match in _TERM.finditer(words):
            field, value = match["field"] or "text", match["phrase"] or match["word"]
            if field not in FIELDS and match["field"]:
                raise InputError(f"no field {field}; there are {', '.join(FIELDS)}")
            if match["word"] and value.removesuffix(":") in FIELDS and value.endswith(":"):
                raise InputError(f"{value} what? Its word stands behind it without a space ({value}word)")
            if field in found:
                found[field] += [" ".join(_WORD.findall(fold(value) if fold else value))]
            else:
                others.append((field, value))
        return cls(tuple(filter(None, found["text"])), tuple(filter(None, found["title"])), tuple(others))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.text or self.title or self.others)


def search(
    connection: sqlite3.Connection, asked: Asked, run: int, since: str, until: str, limit: int, fold: Fold
) -> Iterator[Found]:
    """Reports that have all that is asked, the best match first, as they held at the end of a run."""
    conditions = [f"{_COLUMNS[field]} = :value{n}" for n, (field, _) in enumerate(asked.others)]
    values: dict[str, Any] = {f"value{n}": value for n, (_, value) in enumerate(asked.others)}
    values |= {"text": _match(asked.text), "title": _match(asked.title), "run": run, "limit": limit}
    values |= {"since": since, "until": until}
    tables = [part for part, words in (("text", asked.text), ("title", asked.title)) if words]
    sql = query("queries/found.sql").format(
        texts="JOIN text_search ts ON ts.rowid = g.text" if "text" in tables else "",
        titles="JOIN title_search ti ON ti.rowid = g.revision" if "title" in tables else "",
        conditions=" AND ".join(
            [*conditions, *(f"{part}_search MATCH :{part}" for part in tables), *_days(since, until)]
        )
        or "TRUE",
        order=", ".join({"text": "ts.rank", "title": "ti.rank"}[part] for part in tables) or "v.date DESC",
    )
    for row in connection.execute(sql, values):
        text = repaired(row["body"], row["base"], row["difference"])
        snippet, marks = snippet_of(text, asked.text, fold)
        yield Found(ReportKey(row["source"] or None, row["id"]), row["date"], row["title"], row["lang"], snippet, marks)


_COLUMNS = {"source": "r.source", "lang": "g.lang", "id": "r.id"}


def _match(terms: tuple[str, ...]) -> str:
    return " ".join(f'"{term}"' + ("*" if _has_endings(term) else "") for term in terms)


def _has_endings(term: str) -> bool:
    return " " not in term and len(term) >= LONG


def _days(since: str, until: str) -> list[str]:
    return [condition for condition, day in (("v.date >= :since", since), ("v.date < :until", until)) if day]


def snippet_of(text: str, terms: tuple[str, ...], fold: Fold) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of a text around the first place that has one of the terms, and where they stand in it."""
    whole = {word for term in terms for word in term.split()}
    begun = tuple(term for term in terms if _has_endings(term))
    words = ((m.span(), fold(m[0]) if fold else m[0]) for m in _WORD.finditer(text))
    spans = [span for span, word in words if word in whole or word.startswith(begun)]
    first = spans[0][0] if spans else 0
    start = 0 if first <= BEFORE else text.rfind(" ", 0, first - BEFORE) + 1
    stop = len(text) if first + AFTER >= len(text) else text.find(" ", first + AFTER)
    stop = len(text) if stop < 0 else stop
    marks = tuple((one - start, other - start) for one, other in spans if start <= one and other <= stop)
    return re.sub(r"\s", " ", text[start:stop]), marks
