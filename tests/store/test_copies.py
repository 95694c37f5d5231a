"""How well copies are found, on stories of our own making that were rewritten, cut, re-headed and lost letters."""

from __future__ import annotations

import pytest

from haberci.bench.store import copies_found
from haberci.bench.stories import rewritten_stories


@pytest.mark.parametrize("seed", [3, 4])
def test_rewritten_stories_are_found(seed: int) -> None:
    found = copies_found(list(rewritten_stories(120, seed)))
    assert found.precision >= 0.95
    assert found.recall >= 0.95


@pytest.mark.slow
def test_rewritten_stories_are_found_among_five_hundred() -> None:
    assert copies_found(list(rewritten_stories(500))).f1 >= 0.95
