"""The events of reports as the grouping of deeds sees them: written to ``deed_event`` and read back."""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.facts import Harm, PlacePrecision
from haberci.store.claims_grouped import Claim, Place
from haberci.store.database import query
from haberci.store.days import days_given
from haberci.store.details import read_time
from haberci.store.facts import StoredFacts, read_facts
from haberci.store.texts import repaired

Row = tuple[Any, ...]
Columns = Mapping[str, Any]
KIND = {"happened": "done", "denied": "done"}  # else the modality
REACH_KM = {
    PlacePrecision.SPOT: 5.0,
    PlacePrecision.TOWN: 30.0,
    PlacePrecision.PROVINCE: 120.0,
    PlacePrecision.REGION: 300.0,
    PlacePrecision.UNKNOWN: 0.0,
}
WORD = re.compile(r"\w{3,}")
_TOLD = slice(3, 20)  # the columns of ``deed_event`` from ``copies`` to ``words``
STEM = 5  # letters by which two words are taken for one: suffixes differ from one telling to the next


def claim_rows(
    connection: sqlite3.Connection,
    reports: Iterable[int],
    copies: Mapping[int, tuple[int, str]],
    fold: Callable[[str], str] | None,
) -> list[Row]:
    """Rows of ``deed_event`` for the events that hold now of some reports.

    ``copies`` gives for each report the group of its copies and the earliest day ('' for none) that they are given.
    """
    asked = {"reports": json.dumps(sorted(reports))}
    texts = {
        row["report"]: repaired(row["body"], row["base"], row["difference"])
        for row in connection.execute(query("queries/texts_of_reports.sql"), asked)
    }
    parties: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for row in connection.execute(query("queries/parties_of_reports.sql"), asked):
        if row["principal"] != UNKNOWN_PRINCIPAL:
            parties[row["event"], row["part"]].add(str(ActorCode(row["principal"], row["sector"])))
    found = connection.execute(query("queries/claims_of_reports.sql"), asked).fetchall()
    return [_row(row, copies[row["report"]], parties, texts[row["report"]], fold) for row in found]


def _row(
    row: Columns,
    copied: tuple[int, str],
    parties: Mapping[tuple[int, str], set[str]],
    text: str,
    fold: Callable[[str], str] | None,
) -> Row:
    facts = read_facts(row["facts"])
    sides = (",".join(sorted(parties.get((row["event_id"], part), ()))) for part in ("actor", "recipient"))
    sentence = text[row["text_start"] : row["text_stop"]]
    return (
        row["event_id"],
        row["report"],
        copied[0],
        row["type"],
        KIND.get(row["modality"], row["modality"]),
        *_days(row, copied[1]),
        *(_place(facts) or ("", None, None, 0.0)),
        *sides,
        row["mode"] or "",
        row["modality"],
        row["by_principal"] or "",
        next((n.least for n in facts.numbers if n.harm is Harm.DEAD), None),
        words_of(fold(sentence) if fold else sentence),
    )


def _days(row: Columns, earliest: str) -> tuple[str, str, int]:
    """First and last day, and whether the report tells them."""
    if row["told_time"]:
        time = read_time(json.loads(row["told_time"]))
        if time.start:
            return time.start, time.stop or time.start, 1
    return earliest, earliest, 0


def _place(facts: StoredFacts) -> Place | None:
    where = facts.where
    if where is None or where.precision not in REACH_KM:
        return None
    return Place(where.name, where.lat, where.lon, REACH_KM[where.precision])


def words_of(folded: str) -> bytes:
    """The words of a folded sentence by their first letters, each a hash of two bytes, sorted."""
    found = {crc32(word[:STEM].encode("utf-8")) & 0xFFFF for word in WORD.findall(folded)}
    return array("H", sorted(found)).tobytes()


def day_given(date: str | None, flag: str | None) -> str:
    """The one day that a report is given; '' when it is given none, or a longer time."""
    days = None if flag else days_given(date)
    return days[0] if days and days[0] == days[1] else ""


class ClaimReader:
    """Rows of ``deed_event`` with the report's key, as the grouping takes them.

    What rows have in common (copies have nearly all) is made, and stands in memory, once.
    """

    def __init__(self) -> None:
        self._told: dict[Row, Row] = {}
        self._sides: dict[str, frozenset[str]] = {}
        self._places: dict[Place, Place] = {}

    def claim(self, row: sqlite3.Row) -> Claim:
        """One row."""
        columns: Row = row[_TOLD]
        told = self._told.get(columns)
        if told is None:
            told = self._told[columns] = self._made(*columns)
        return Claim(row["event"], row["claim"], f"{row['source']}/{row['id']}", *told)

    def _made(self, copies: int, type: str, kind: str, day: str, last_day: str, told: int, *more: Any) -> Row:
        """The fields of a claim from its copies on, of the columns of ``deed_event`` from there on."""
        name, lat, lon, reach, actors, recipients, mode, modality, by_whom, dead, words = more
        place = Place(name, lat, lon, reach) if name else None
        held = place and self._places.setdefault(place, place)
        sides = self._side(actors), self._side(recipients)
        hashes = array("H")
        hashes.frombytes(words)
        return (
            copies,
            type,
            kind,
            day,
            last_day,
            bool(told),
            held,
            *sides,
            mode,
            modality,
            by_whom,
            dead,
            frozenset(hashes),
        )

    def _side(self, codes: str) -> frozenset[str]:
        if codes not in self._sides:
            self._sides[codes] = frozenset(codes.split(",")) - {""}
        return self._sides[codes]
