from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from haberci.store import RunVersion, Store
from tests.store.samples import Ticking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, clock=Ticking()) as opened:
        yield opened


@pytest.fixture
def old() -> RunVersion:
    return RunVersion("code 1", "rules 1", "data 1", "register 1")


@pytest.fixture
def new() -> RunVersion:
    return RunVersion("code 1", "rules 2", "data 1", "register 1")
