"""What is searched: texts and titles, folded. They wait until the rest of a batch is written.

Each statement that may fail half-way lets FTS5 write out the words that it holds back: put in between the other rows of
a batch, texts and titles would be written, and merged, one by one.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from haberci.store.text_runs import Fold


@dataclass(slots=True)
class SearchRows:
    """Texts and titles that wait to be indexed, by the numbers of their rows (of ``text``, of ``revision``)."""

    texts: dict[int, str] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)

    def write(self, connection: sqlite3.Connection, fold: Fold) -> None:
        """Let them be found; what is found already stays as it is."""
        for table, waiting in (("text_search", self.texts), ("title_search", self.titles)):
            known = f"SELECT 1 FROM {table} WHERE rowid = ?"
            rows = [
                (number, fold(text) if fold else text)
                for number, text in waiting.items()
                if connection.execute(known, (number,)).fetchone() is None
            ]
            connection.executemany(f"INSERT INTO {table} (rowid, folded) VALUES (?, ?)", rows)
