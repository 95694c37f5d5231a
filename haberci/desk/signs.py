"""Signs and their warnings as the pages show them: with the sentences behind them, and what people made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from haberci.desk.labels import N_
from haberci.desk.wording import Wording
from haberci.store.browsing import BrowsingStore
from haberci.store.rows import EventRow
from haberci.watch.areas import Area
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


def area_name(area: str, areas: Mapping[str, Area], words: Wording) -> str:
    """What an area is called; of one that is known no more, its id."""
    return words.text(areas[area].name) if area in areas else area


def subject_name(sign: Sign, areas: Mapping[str, Area], words: Wording) -> str:
    """The dyad, the state or the area that a sign is of, in words."""
    return subject_in_words(sign.subject, areas.get(sign.area), words) or sign.area


def subject_in_words(subject: str, area: Area | None, words: Wording) -> str:
    """A dyad, a state or the whole area in words; empty for the whole of one that is not known."""
    if subject == _AREA:
        return words.text(area.name) if area else ""
    return words.dyad(subject)


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
