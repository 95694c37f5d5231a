"""How well lost letters are restored, on the sets of the shared folder, where that lies beside the checkout."""

from __future__ import annotations

import pytest

from haberci.languages.tr.measuring.letters import DAMAGES, Tally, texts
from haberci.score.gold import shared_folder

SHARED = shared_folder()
FLOORS = {
    ("aa", "s g i I"): 99.72, ("siyaset", "s g i I"): 99.81, ("wmt18", "s g i I"): 99.56,
    ("aa", "ASCII"): 99.55, ("siyaset", "ASCII"): 99.68, ("wmt18", "ASCII"): 99.29,
}  # fmt: skip
WITHIN = 99.1  # of the words with a capital within a sentence, on the agency's texts
MOST_FALSE = 1 / 20_000

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SHARED is None, reason="no shared folder beside the checkout"),
]


def measured(name: str, damage: str) -> Tally:
    assert SHARED is not None
    tally = Tally()
    for text in texts(SHARED / "data/letters" / f"{name}.txt.xz"):
        tally.add(text, DAMAGES[damage](text))
    return tally


@pytest.mark.parametrize(("name", "damage"), FLOORS)
def test_words_right(name: str, damage: str) -> None:
    tally = measured(name, damage)
    assert tally.right >= FLOORS[name, damage]
    assert tally.right_within >= (WITHIN if (name, damage) == ("aa", "s g i I") else 97)


@pytest.mark.parametrize("name", ["aa", "siyaset", "wmt18"])
def test_sound_text_is_left_alone(name: str) -> None:
    tally = measured(name, "none")
    assert tally.wrong <= MOST_FALSE * tally.words
