"""Deeds drawn in one line: ``3 ASSAULT KGZ>TJK`` is day 3, doers before >, recipients after; ``KGZ+TJK`` are two doers.

Behind the parties may stand ``dead=5``, ``mode=assist``, ``planned``, ``unofficial``.
"""

from __future__ import annotations

from haberci.core.codebook import EventType
from haberci.watch.records import Deed, by_day

START = 738000


def deed(line: str) -> Deed:
    day, kind, sides, *rest = line.split()
    doers, _, recipients = sides.partition(">")
    said = dict(part.partition("=")[::2] for part in rest)
    return Deed(
        START + int(day),
        EventType(kind),
        tuple(filter(None, doers.split("+"))),
        tuple(filter(None, recipients.split("+"))),
        ids=(line,),
        mode=said.get("mode"),
        deaths=int(said.get("dead", 0)),
        happened="planned" not in said,
        official="unofficial" not in said,
    )


def deeds(*lines: str) -> list[Deed]:
    return by_day(map(deed, lines))
