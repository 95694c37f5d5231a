"""An audit: events drawn by chance from a store, judged by a person, and the precision that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import sqrt

from haberci.store.judgements import Verdict
from haberci.store.rows import EventRow
from haberci.store.store import Store

Z = 1.959964  # of the normal distribution: 95 % on two sides


@dataclass(frozen=True, slots=True)
class Sample:
    """Events drawn with a seed, out of ``of`` events that hold in the store."""

    seed: int
    size: int
    of: int
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the judged events of one type, or of all, are right; ``low`` and ``high`` bound the share."""

    name: str
    right: int
    judged: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Right of the judged, 0 of none."""
        return self.right / self.judged if self.judged else 0.0


def draw(store: Store, size: int, seed: int) -> Sample:
    """Draw events that hold now.

    They are ordered by a hash of seed and id, so that a seed draws the same events on every machine and from a copy
    of the store, and a larger sample holds the smaller.
    """
    ids = sorted(set(store.event_ids()), key=lambda id: (blake2b(f"{seed}:{id}".encode()).digest(), id))
    found = (store.event(id) for id in ids[:size])
    return Sample(seed, size, len(ids), tuple(event for event in found if event is not None))


def precisions(events: Iterable[EventRow], verdicts: Mapping[str, Verdict]) -> list[Precision]:
    """Precision by type, in the order of the types' names, and of all at the end; events skipped count for nothing."""
    judged = [(e.type.value, verdicts[e.id]) for e in events if verdicts.get(e.id, Verdict.SKIP) is not Verdict.SKIP]
    names = sorted({name for name, _ in judged})
    lines = [_precision(name, [v for kind, v in judged if kind == name]) for name in names]
    return [*lines, _precision("all", [verdict for _, verdict in judged])]


def _precision(name: str, verdicts: Sequence[Verdict]) -> Precision:
    right = sum(verdict is Verdict.RIGHT for verdict in verdicts)
    return Precision(name, right, len(verdicts), *wilson(right, len(verdicts)))


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, the score interval); 0 to 1 of nothing."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, Z * Z / of
    middle = share + square / 2
    spread = Z * sqrt(share * (1 - share) / of + square / (4 * of))
    return max(0.0, (middle - spread) / (1 + square)), min(1.0, (middle + spread) / (1 + square))
