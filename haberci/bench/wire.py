"""A synthetic wire at size: reports with texts, events, statements, roles, deeds, copies and signs, all by one seed.

Words are as frequent as words are (Zipf), so that a search meets rare ones and some that stand in most texts. All are
of six letters, so that the characters of a sentence can be told by SQL.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random

import numpy as np

from haberci.bench.store import STATES, make_many_events
from haberci.languages.packs import search_fold
from haberci.watch.keeping import kept
from haberci.watch.signs import Sign, sign_id

EVENTS_A_REPORT = 2
WORDS_A_SENTENCE, SENTENCES = 12, 8
SIGNS = 200
_LETTERS = 7  # of a word, with the blank behind it
_SENTENCE = WORDS_A_SENTENCE * _LETTERS
_SYLLABLES = [first + second for first, second in product("bcçdfgğhklmnprsştvyz", "aeıiou")]
_WORDS = 20_000
_COMMON = 2.7  # Zipf's law as Mandelbrot has it: frequency is 1 / (rank + 2.7)
_BATCH = 5_000


def words() -> list[str]:
    """The words of the texts, the most frequent first."""
    draw = Random(1)
    found: dict[str, None] = {}
    while len(found) < _WORDS:
        found["".join(draw.choices(_SYLLABLES, k=3))] = None
    return list(found)


def make_wire(path: Path, events: int) -> None:
    """A database of so many events in half as many reports, each with a text of about a hundred words."""
    make_many_events(path, events, EVENTS_A_REPORT)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -500000")  # KiB
        connection.execute("BEGIN")
        _add_texts(connection, events // EVENTS_A_REPORT)
        for statement in _MORE.split(";\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    with kept(path, write=True) as held:
        held.keep(_signs())


def _texts(reports: int) -> Iterator[str]:
    known = np.array(words())
    weights = 1 / (np.arange(_WORDS) + _COMMON)
    draw = np.random.default_rng(1)
    for _ in range(-(-reports // _BATCH)):
        drawn = known[draw.choice(_WORDS, (_BATCH, SENTENCES, WORDS_A_SENTENCE), p=weights / weights.sum())]
        yield from (". ".join(" ".join(sentence) for sentence in text) + "." for text in drawn.tolist())


def _add_texts(connection: sqlite3.Connection, reports: int) -> None:
    """A text for each report, under the number after the report's."""
    for number, text in zip(range(2, reports + 2), _texts(reports), strict=False):
        key = sha256(text.encode()).digest()
        connection.execute("INSERT INTO text (text_id, sha256, body) VALUES (?, ?, ?)", (number, key, text))
        folded = (number, search_fold(text))
        connection.execute("INSERT INTO text_search (rowid, folded) VALUES (?, ?)", folded)


def _signs() -> Iterator[Sign]:
    for n in range(SIGNS):
        subject, day = f"{STATES[n]}–{STATES[n + 1]}", f"2024-{1 + n % 12:02}-{1 + n % 28:02}"
        yield Sign(
            id=sign_id("csto", subject, day),
            area="csto",
            subject=subject,
            measures=("conflict",),
            first_day=day,
            last_day=day,
            level="watch",
            action=None,
            observed=9,
            expected=2.5,
            per_year=0.5,
            reason="nine deeds of conflict where two are usual",
            ends="fourteen quiet days",
            sure="told by many",
            rung="",
            evidence=tuple(f"{(1 + n + k) * 2654435761:020x}" for k in range(10)),
            contrary=(),
            also=(),
        )


def _one_of(values: Sequence[str], number: str) -> str:
    """SQL that takes the value of a number."""
    cases = " ".join(f"WHEN {n} THEN '{value}'" for n, value in enumerate(values))
    return f"CASE ({number}) % {len(values)} {cases} END"


def _state(number: str) -> str:
    """SQL that takes the state of a number."""
    return f"substr('{''.join(STATES)}', 3 * (({number}) % {len(STATES)}) + 1, 3)"


# A sentence ends with a full stop and a blank, which takes one letter more than its words.
_START = f"(event_id % {SENTENCES}) * {_SENTENCE + 1}"
_EVIDENCE = f"""
  start = {_START}, text_start = {_START}, stop = {_START} + {_SENTENCE}, text_stop = {_START} + {_SENTENCE},
  trigger_start = {_START}, trigger_text_start = {_START},
  trigger_stop = {_START} + {_LETTERS - 1}, trigger_text_stop = {_START} + {_LETTERS - 1}"""
_PLACE = (
    f"json_array(json_array({_START}, {_START} + 6, {_START}, {_START} + 6), 'yer', 'Yer ' || (event_id % 400), "
    f"{_state('event_id % 400')}, 35 + event_id % 20, 40 + event_id % 37, 'town', 'bench')"
)
_MODALITIES = ["happened"] * 17 + ["planned", "wanted", "denied"]
_MORE = f"""
UPDATE report SET source = 'ajans ' || (report_id * 7919 % 41);
UPDATE revision SET text = report + 1, title = 'Haber ' || report;
UPDATE reading SET text = report + 1, statements = 1, roles = report % 4 = 0;
UPDATE event SET {_EVIDENCE},
  modality = {_one_of(_MODALITIES, "event_id / 3")},
  by_principal = iif(event_id % 3 = 0, {_state("event_id / 13")}, NULL),
  by_sector = iif(event_id % 3 = 0, 'GOV', NULL),
  facts = iif(event_id % 3 = 0, json_object('where', {_PLACE}, 'numbers', json('[]'), 'contexts', json('[]')), NULL);
INSERT INTO statement (claim, reading, kind, principal, sector, speaker_text, cue, cue_start, cue_stop, cue_text_start,
  cue_text_stop, start, stop, text_start, text_stop, force, rule)
  SELECT printf('%020x', reading_id * 40503), reading_id, 'indirect', {_state("reading_id / 5")}, 'GOV', 'sözcü',
  'dedi', 7, 13, 7, 13, 0, {_SENTENCE}, 0, {_SENTENCE}, 'claim', 'bench' FROM reading;
INSERT INTO role (claim, reading, person, office, principal, start, stop, text_start, text_stop, rule)
  SELECT printf('%020x', reading_id * 50929), reading_id, 'Kişi ' || (reading_id % 5000), 'bakan',
  {_state("reading_id / 5")}, 0, 13, 0, 13, 'bench' FROM reading WHERE roles;
INSERT INTO copy_group (group_id, day, reports) SELECT report, date, 1 FROM revision;
INSERT INTO copy (report, copies, text, day) SELECT report, report, text, date FROM revision;
INSERT INTO deed (deed_id, id, type, quad, intensity, modality, day, last_day, day_told, claims, reports, sources)
  SELECT event_id, claim, type, quad, intensity, modality, date, date, 0, 1, 1, 1 FROM event;
INSERT INTO deed_party (deed, part, principal, sectors, day)
  SELECT event, part, principal, sector, date FROM event_party WHERE true ON CONFLICT DO NOTHING;
INSERT INTO deed_event (event, deed, report, copies, type, kind, day, last_day, told, place, reach, actors, recipients,
  mode, modality, by_whom, words)
  SELECT event_id, event_id, reading, reading, type, 'done', date, date, 0, '', 30, '', '', '', modality, '', x''
  FROM event;
INSERT INTO state_day (state, part, day, type, deeds, sources, dead)
  SELECT principal, 'any', p.day, type, count(*), count(*), 0 FROM deed_party p JOIN deed d ON d.deed_id = p.deed
  WHERE d.modality = 'happened' GROUP BY principal, p.day, type;
INSERT INTO dyad_day (actor, recipient, day, type, deeds, sources, dead)
  SELECT a.principal, r.principal, a.day, type, count(*), count(*), 0 FROM deed_party a
  JOIN deed_party r ON r.deed = a.deed AND r.part = 'recipient' JOIN deed d ON d.deed_id = a.deed
  WHERE a.part = 'actor' AND d.modality = 'happened' GROUP BY a.principal, r.principal, a.day, type
"""
