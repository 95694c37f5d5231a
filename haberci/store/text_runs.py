"""What two texts have in common: the runs of words that stand in both.

Words are folded and cut to their first letters, so that lost letters and other suffixes count for nothing. MinHash
(Broder 1997; rensa) finds the pairs that may be copies: each text has ``bands``, and of two texts of which half the
runs are common nearly all share one. A text that is cut keeps its beginning, which has bands of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rensa import RMinHash

RUN = 2  # words
STEM = 5  # letters
LEAD = 120  # runs at a text's beginning
BANDS, LEAD_BANDS, ROWS = 40, 20, 3
SEED = 1
FACTOR = 0x9E3779B97F4A7C15  # odd and without a pattern (Knuth's multiplicative hashing)
STEMS = re.compile(rf"(\w{{1,{STEM}}})\w*")  # the first letters of words
Fold = Callable[[str], str] | None


def runs(text: str, fold: Fold) -> tuple[str, ...]:
    """The runs of a text, in its order."""
    stems = STEMS.findall(fold(text) if fold else text)
    return tuple(map(" ".join, zip(*(stems[i:] for i in range(RUN)), strict=False)))


def bands(found: Sequence[str]) -> list[int]:
    """The bands of a text that has these runs."""
    return [*_bands(found, BANDS, 0), *_bands(found[:LEAD], LEAD_BANDS, BANDS)]


def _bands(found: Sequence[str], count: int, first: int) -> list[int]:
    signature = RMinHash(num_perm=count * ROWS, seed=SEED)
    signature.update(list(set(found)))  # the least of all counts, in whatever order
    digest = signature.digest()
    totals = list(range(first, first + count))
    for row in range(ROWS):
        totals = [total * FACTOR + hashed for total, hashed in zip(totals, digest[row::ROWS], strict=True)]
    return [(total & 0xFFFFFFFFFFFFFFFF) - 2**63 for total in totals]  # SQLite's whole numbers have a sign


def numbers(found: frozenset[str]) -> frozenset[str]:
    """The numbers in the runs of a text."""
    return frozenset(word for run in found for word in run.split() if word[0].isdigit())


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
