"""A database that holds a border clash after months of routine, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.reading import read_many
from haberci.store.rows import RunVersion
from haberci.store.store import Store
from haberci.watch.histories import SOURCE, dispatches, load_histories


@pytest.fixture(scope="session")
def clash(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kok-Tash 2021: every fourth day of the routine, and all that was written of the crisis."""
    path = tmp_path_factory.mktemp("watch") / "clash.db"
    told = [
        d for d in dispatches(load_histories()["kok-tash-2021"]) if "-r" not in d.id[-4:] or int(d.date[-2:]) % 4 == 0
    ]
    records = [{"id": d.id, "text": d.text, "date": d.date, "lang": "tr", "source": SOURCE} for d in told]
    with Store.open(path) as store:
        store.write(read_many(records, workers=1), RunVersion("test", "-", "-", "-"))
    return path
