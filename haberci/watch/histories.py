"""Histories to replay from text: reports of 150 days each, daily routine of a wire with or without a crisis at the end.

What happened stands in ``data/histories/reports.tsv``, written by hand for this project after the facts; the routine
around it is drawn from templates (``routine.tsv``), the same for a history on every machine. Templates hold choices in
brackets and slots: ``{A fm acc}`` is the foreign minister of the first state of the day's pair, in the accusative. One
report in three has lost its Turkish letters, as on an old wire.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from haberci.core.lexicon import Row, read_rows

SOURCE = "histories"
_WEEKDAY, _WEEKEND = 3.4, 1.0  # routine reports a day, on the average
_MOST_A_DAY = 12
_LOST = str.maketrans("şŞğĞıİ", "sSgGiI")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]*)\}")
_BREAK = " ¶ "
_HISTORY = ("id", "name", "first", "last", "area", "pairs", "subjects", "violence", "csto")
_PEOPLE = ("state", "office", "from", "until", "title", "name", "acc", "dat", "gen")
_STATES = ("state", "name", "acc", "dat", "gen", "loc", "abl", "capital", "capital_dat", "capital_loc", "dateline")


class History(NamedTuple):
    """One history. ``subjects`` are the states and dyads of its crisis, ``violence`` its first day of violence.

    Both are empty in a quiet one. ``pairs`` are the pairs of states whose routine is told, as often as they stand.
    """

    id: str
    name: str
    first: date
    last: date
    area: str
    pairs: tuple[str, ...]
    subjects: tuple[str, ...]
    violence: date | None
    csto: str


class Dispatch(NamedTuple):
    """One report of a history, as a wire would give it."""

    id: str
    date: str
    text: str


@cache
def load_histories() -> Mapping[str, History]:
    """The histories by id; raises LexiconError when a row is wrong."""
    return {row.needs("id"): _history(row) for row in read_rows("histories/histories.tsv", _HISTORY)}


def _history(row: Row) -> History:
    return History(
        row["id"],
        row.needs("name"),
        date.fromisoformat(row.needs("first")),
        date.fromisoformat(row.needs("last")),
        row.needs("area"),
        row.many("pairs", " "),
        row.many("subjects", " "),
        date.fromisoformat(row["violence"]) if row["violence"] else None,
        row.needs("csto"),
    )


def dispatches(history: History) -> Iterator[Dispatch]:
    """All reports of a history by day: those written for it, and the routine."""
    written: dict[str, list[Dispatch]] = {}
    for row in read_rows("histories/reports.tsv", ("history", "day", "id", "text")):
        if row["history"] == history.id:
            name = f"{history.id}-{row['day']}-{row['id']}"
            written.setdefault(row["day"], []).append(Dispatch(name, row["day"], _laid_out(row["text"])))
    drawing = random.Random(history.id)
    for offset in range((history.last - history.first).days + 1):
        day = history.first + timedelta(days=offset)
        yield from written.get(day.isoformat(), [])
        yield from _routine(history, day, drawing)


def _routine(history: History, day: date, drawing: random.Random) -> Iterator[Dispatch]:
    rows = _templates()
    for number in range(_poisson(drawing, _WEEKEND if day.weekday() > 4 else _WEEKDAY)):
        row = rows[int(drawing.random() * len(rows))]
        pair = history.pairs[int(drawing.random() * len(history.pairs))].split("–")
        sides = pair if drawing.random() < 0.5 else pair[::-1]
        text = _filled(row["text"], history, day, sides, drawing)
        text = _laid_out(f"{_state(sides[0])['dateline']} (AA) - {text}")
        lost = drawing.random() < 1 / 3
        yield Dispatch(
            f"{history.id}-{day.isoformat()}-r{number}", day.isoformat(), text.translate(_LOST) if lost else text
        )


def _poisson(drawing: random.Random, mean: float) -> int:
    """A count of that mean, drawn from uniform numbers alone, so that it is the same under every Python."""
    chance, count, left = 2.718281828459045**-mean, 0, drawing.random()
    while left > chance and count < _MOST_A_DAY:
        left *= drawing.random()
        count += 1
    return count


def _filled(text: str, history: History, day: date, sides: list[str], drawing: random.Random) -> str:
    def chosen(match: re.Match[str]) -> str:
        choices = match.group(1).split("|")
        return choices[int(drawing.random() * len(choices))]

    def slot(match: re.Match[str]) -> str:
        words = match.group(1).split()
        if words == ["CSTO"]:
            return history.csto
        return _spoken(sides["AB".index(words[0])], words[1:], day.isoformat())

    return _SLOT.sub(slot, _CHOICE.sub(chosen, text))


def _spoken(state: str, words: list[str], day: str) -> str:
    """A state or a person of it in a case: no words (its name), ``gen``, ``fm``, ``fm acc``, ``fm name``."""
    if not words or words[0] in _STATES:
        return _state(state)[words[0] if words else "name"]
    person = _person(state, words[0], day)
    if words[1:] == ["name"]:
        return person["name"]
    return f"{person['title']} {_inflected(person, words[1] if words[1:] else 'name')}"


def _inflected(person: Row, case: str) -> str:
    """The full name in a case; the table has the case of its last word."""
    if case == "name":
        return person["name"]
    return " ".join([*person["name"].split()[:-1], person[case]])


def _person(state: str, office: str, day: str) -> Row:
    for row in _people():
        holds = row["from"] <= day and (not row["until"] or day < row["until"])
        if (row["state"], row["office"]) == (state, office) and holds:
            return row
    return next(row for row in _people() if (row["state"], row["office"]) == (state, office))


def _state(code: str) -> Row:
    return next(row for row in _state_rows() if row["state"] == code)


@cache
def _people() -> tuple[Row, ...]:
    return tuple(read_rows("histories/people.tsv", _PEOPLE))


@cache
def _state_rows() -> tuple[Row, ...]:
    return tuple(read_rows("histories/states.tsv", _STATES))


@cache
def _templates() -> tuple[Row, ...]:
    """The templates, each as often as it weighs."""
    rows = read_rows("histories/routine.tsv", ("id", "weight", "text"))
    return tuple(row for row in rows for _ in range(int(row["weight"])))


def _laid_out(text: str) -> str:
    return text.replace(_BREAK, "\n\n")
