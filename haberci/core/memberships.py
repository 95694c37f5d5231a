"""Which states are members of the main organisations, since when and until when."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.bodies import principals
from haberci.core.lexicon import Row
from haberci.core.states import load_states
from haberci.core.witness import witnesses

MEMBERSHIPS: Final = ("organisation", "state", "since", "until", "witness")
DAY: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Membership(NamedTuple):
    """A state's membership in an organisation, both by their codes.

    ``since`` is the day of joining, ``until`` the first day on which it is a member no more: ISO 8601, a month or year
    where no more is known, None where nothing is, or where it is a member still.
    """

    organisation: str
    state: str
    since: str | None
    until: str | None

    def holds(self, day: str) -> bool:
        """Whether the state is a member on a day (ISO 8601); in a year that alone is known, from its beginning."""
        return (self.since or "") <= day and (self.until is None or day < self.until)


@cache
def load_memberships(tables: ActorTables = SHIPPED) -> tuple[Membership, ...]:
    """All memberships; raises LexiconError naming file and line when a row is wrong."""
    organisations = principals(tables)
    rows = tables.rows("memberships.tsv", MEMBERSHIPS)
    return tuple(_membership(row, organisations, tables) for row in rows)


def members(organisation: str, day: str | None = None) -> tuple[str, ...]:
    """The codes of the members of an organisation on a day (ISO 8601), or of those that did not leave."""
    held = (m for m in load_memberships() if m.organisation == organisation)
    return tuple(m.state for m in held if (m.until is None if day is None else m.holds(day)))


def _membership(row: Row, organisations: frozenset[str], tables: ActorTables = SHIPPED) -> Membership:
    row.known("organisation", row["organisation"], organisations)
    row.known("state", row["state"], load_states(tables))
    for column in ("since", "until"):
        if row[column] and not DAY.fullmatch(row[column]):
            raise row.error(f"{column} is no day, month or year: {row[column]}")
    if row["until"] and row["until"] <= row["since"]:
        raise row.error(f"until {row['until']} is not after since {row['since']}")
    witnesses(row, tables)
    return Membership(row["organisation"], row["state"], row["since"] or None, row["until"] or None)
