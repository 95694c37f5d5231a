"""The seed report of the shared folder, where that lies beside the checkout: its letters and its layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.report import BlockKind, Report
from haberci.reading import read
from haberci.score.gold import shared_folder

SHARED = shared_folder()
pytestmark = pytest.mark.skipif(SHARED is None, reason="no shared folder beside the checkout")


@pytest.fixture(scope="module")
def folder() -> Path:
    assert SHARED is not None
    return SHARED / "seed"


@pytest.fixture(scope="module")
def seed(folder: Path) -> Report:
    return read((folder / "report.txt").read_bytes().decode(), id="seed", lang="tr")


def of_kind(report: Report, kind: BlockKind) -> list[str]:
    return [report.text[b.at.text_start : b.at.text_stop] for b in report.layout if b.kind is kind]


def test_every_letter_of_the_seed_is_restored(seed: Report, folder: Path) -> None:
    assert seed.text == (folder / "report.repaired.txt").read_bytes().decode()


def test_the_layout_of_the_seed(seed: Report) -> None:
    assert len(of_kind(seed, BlockKind.HEADLINE)) == 1
    assert set(of_kind(seed, BlockKind.BYLINE)) == {"Nazir Aliyev Tayfur"}
    (dateline,) = [b for b in seed.layout if b.kind is BlockKind.DATELINE]
    assert dict(dateline.value) == {"place": "Bişkek", "agency": "AA"}
    assert len(of_kind(seed, BlockKind.SUBHEAD)) == 2
