"""One desk: the database that it serves, the newest snapshot of it, and who is let in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request

from haberci.desk.plans import Plans
from haberci.desk.snapshots import Snapshots
from haberci.languages.packs import search_fold
from haberci.store.browsing import BrowsingStore

TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk is started with. ``hosts`` are the names by which it may be asked, ``accounts``
    whether everybody must log in."""

    db: Path
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]", "testserver")
    accounts: bool = False


class Desk:
    """What the pages stand on. One for each server; used by many threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.snapshots = Snapshots(self.opened)
        self.plans = Plans(settings.db, self.snapshots)

    @contextmanager
    def opened(self) -> Iterator[BrowsingStore]:
        """The database, open to be read by one request. Raises StoreError and its kin."""
        with BrowsingStore.open(self.settings.db, mode="read", timeout_s=TIMEOUT_S, fold=search_fold) as store:
            yield store


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk: Desk = request.app.state.desk
    return desk
