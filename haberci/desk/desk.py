"""One desk: the database that it serves, the newest snapshots of it, and who is let in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request

from haberci.desk.copying import CorrectedCopy
from haberci.desk.plans import Plans
from haberci.desk.snapshots import Load, Snapshots
from haberci.desk.watches import Watches
from haberci.languages.packs import search_fold
from haberci.store.browsing import BrowsingStore
from haberci.store.deed_columns import no_deeds
from haberci.store.event_columns import EventColumns, no_events
from haberci.store.readers import Readers
from haberci.watch.areas import Area, load_areas
from haberci.watch.keeping import Kept

TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk is started with. ``hosts`` are the names by which it may be asked, ``accounts``
    whether everybody must log in, ``areas`` a folder of the user's own areas."""

    db: Path
    areas: Path | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]", "testserver")
    accounts: bool = False


class Desk:
    """What the pages stand on. One for each server; used by many threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.areas: Mapping[str, Area] = load_areas(settings.areas)
        self._readers = Readers(settings.db, TIMEOUT_S)
        self.snapshots = Snapshots(self.opened)
        self.deeds = Snapshots(self.opened, load=BrowsingStore.deed_columns, first=no_deeds())
        self.plans = Plans(settings.db, self.snapshots)
        self.watches = Watches(settings.db, self.deeds)
        self.copy = CorrectedCopy(settings.db, self.opened)
        self._corrected = {
            "event": self._of_copy(BrowsingStore.columns, no_events()),
            "deed": self._of_copy(BrowsingStore.deed_columns, no_deeds()),
        }

    def _of_copy(self, load: Load, first: EventColumns) -> Snapshots:
        """Snapshots of the corrected copy, made anew each time: another copy may number its rows otherwise."""
        opened, state = self.copy.opened, self.copy.state
        return Snapshots(opened, load=lambda store, held: load(store, first), first=first, state=state, pause=0)

    @contextmanager
    def opened(self) -> Iterator[BrowsingStore]:
        """The database, open to be read by one request. Raises StoreError and its kin."""
        with self._readers.lent() as connection:
            yield BrowsingStore(connection, self.settings.db, TIMEOUT_S, search_fold, _now)

    @contextmanager
    def signs(self) -> Iterator[Kept]:
        """The signs and warnings in it, likewise."""
        with self._readers.lent() as connection:
            yield Kept(connection, self.settings.db)

    def counted(self, by: str, corrected: bool = False) -> Snapshots:
        """The snapshots of deeds or events, as the machine coded them or as people corrected them."""
        return self._corrected[by] if corrected else {"event": self.snapshots, "deed": self.deeds}[by]

    def opened_as(self, corrected: bool) -> AbstractContextManager[BrowsingStore]:
        """The database as the machine coded it or as people corrected it, open to be read by one request."""
        return self.copy.opened() if corrected else self.opened()


def _now() -> datetime:
    return datetime.now(UTC)


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk: Desk = request.app.state.desk
    return desk
