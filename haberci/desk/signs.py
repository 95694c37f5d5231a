"""Signs and their warnings as the pages show them: with the sentences behind them, and what people made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from haberci.desk.labels import N_
from haberci.desk.wording import Wording
from haberci.store.browsing import BrowsingStore
from haberci.store.rows import EventRow
from haberci.watch.areas import load_areas
from haberci.watch.keeping import Change, Warning
from haberci.watch.signs import Sign

HERE = N_("at this machine")
_AREA = "area"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sign with the warning that people made of it; None: nobody judged it yet."""

    sign: Sign
    warning: Warning | None

    @property
    def state(self) -> str:
        """The warning's state; empty when there is none."""
        return self.warning.state if self.warning else ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What people did with it, the oldest first."""
        return self.warning.changes if self.warning else ()

    def record(self) -> dict[str, Any]:
        """The sign and its state, for a program."""
        return {**self.sign.record(), "state": self.state}


def judged(signs: Iterable[Sign], warnings: Iterable[Warning]) -> list[Judged]:
    """Signs with their warnings, the newest first."""
    known = {warning.id: warning for warning in warnings}
    newest = sorted(signs, key=lambda sign: (sign.first_day, sign.id), reverse=True)
    return [Judged(sign, known.get(sign.id)) for sign in newest]


def area_name(area: str) -> str:
    """What a shipped area is called; of another, its id."""
    shipped = load_areas()
    return shipped[area].name if area in shipped else area


def subject_name(sign: Sign, words: Wording) -> str:
    """The dyad, the state or the area that a sign is of, in words."""
    if sign.subject == _AREA:
        return area_name(sign.area)
    return " – ".join(words.principal(code) for code in sign.subject.split("–"))


def sentences(store: BrowsingStore, names: Iterable[str]) -> list[EventRow]:
    """One event of each deed (named by its id, or by an event's), one a sentence; those told no longer are left out."""
    found: dict[str, EventRow] = {}
    for name in names:
        row = _event(store, name)
        if row is not None:
            found.setdefault(row.sentence, row)
    return list(found.values())


def _event(store: BrowsingStore, name: str) -> EventRow | None:
    own = store.event(name)
    if own is not None:
        return own
    deed = store.deed(name)
    return store.event(deed.events[0]) if deed and deed.events else None
