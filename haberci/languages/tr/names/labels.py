"""The labels of words in and out of names, which of them may follow each other, and the likeliest row of them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add
from typing import Final

KINDS: Final = ("PER", "LOC", "ORG")
LABELS: Final = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BILU"))
Scores = Sequence[int]  # a number a label, in thousandths
FREE: Final[Scores] = (0,) * len(LABELS)
FORBIDDEN: Final = -(1 << 40)


def _numbers(places: str) -> tuple[int, ...]:
    return tuple(number for number, label in enumerate(LABELS) if label[0] in places)


ALL: Final = _numbers("OBILU")
ENDS: Final = _numbers("OLU")  # behind these anything may begin
OPENINGS: Final = _numbers("OBU")  # what may stand behind them
SINGLES: Final = _numbers("OU")
INSIDE: Final = tuple((number, number - 1 - (LABELS[number][0] == "L")) for number in _numbers("IL"))  # each with its B


class Chain:
    """What each step from label to label weighs, and the likeliest row by that."""

    def __init__(self, steps: Sequence[Scores]) -> None:
        from_o, to_o = steps[0], [row[0] for row in steps]
        self._into = tuple((right, tuple(steps[left][right] for left in ENDS)) for right in OPENINGS)
        self._within = tuple((right, b, steps[b][right], steps[b + 1][right]) for right, b in INSIDE)
        within = {right: (b, b + 1) for right, b in INSIDE}
        lefts = [within.get(right, ENDS) for right in ALL]
        self._lefts = [(of, tuple(steps[left][right] for left in of)) for right, of in enumerate(lefts)]
        self._rows = [[steps[left][right] * (right in OPENINGS) for right in ALL] for left in ENDS]
        self._gains = [  # the most that a step from another end of a name can make up for
            [max(costs[other] - costs[best] for _, costs in self._into) for other in range(len(ENDS))]
            for best in range(len(ENDS))
        ]
        self._opening = {True: FREE, False: tuple(from_o)}
        self._closing = {True: FREE, False: tuple(to_o)}
        self._single = {
            (is_first, is_last): tuple(self._opening[is_first][n] + self._closing[is_last][n] for n in SINGLES)
            for is_first in (True, False)
            for is_last in (True, False)
        }

    def best(self, scores: Sequence[Scores], is_first: bool, is_last: bool) -> list[str]:
        """The likeliest labels of a stretch, which O surrounds, save at the ends of the sentence."""
        if len(scores) == 1:
            of = [scores[0][n] + rest for n, rest in zip(SINGLES, self._single[is_first, is_last], strict=True)]
            return [LABELS[SINGLES[of.index(max(of))]]]
        total = [FORBIDDEN] * len(LABELS)
        for number in OPENINGS:
            total[number] = self._opening[is_first][number] + scores[0][number]
        totals = [total]
        for score in scores[1:]:
            total = self._further(total, score)
            totals.append(total)
        closing = self._closing[is_last]
        ends = [total[n] + closing[n] for n in ENDS]
        return self._back(totals, ENDS[ends.index(max(ends))])

    def _further(self, total: Sequence[int], score: Scores) -> list[int]:
        """The best sums up to a word for each of its labels, from those up to the word before it."""
        ends = [total[left] for left in ENDS]
        best = max(ends)
        number = ends.index(best)
        found = [own + cost + best for own, cost in zip(score, self._rows[number], strict=True)]
        if sum([value + gain >= best for value, gain in zip(ends, self._gains[number], strict=True)]) > 1:
            for right, costs in self._into:
                found[right] = score[right] + max(map(add, ends, costs))
        for right, b, behind_b, behind_i in self._within:
            left, other = total[b] + behind_b, total[b + 1] + behind_i
            found[right] = score[right] + (left if left >= other else other)
        return found

    def _back(self, totals: Sequence[Sequence[int]], at: int) -> list[str]:
        """The labels on the way back from the last one."""
        found = [LABELS[at]]
        for row in reversed(totals[:-1]):
            lefts, costs = self._lefts[at]
            sums = [row[left] + cost for left, cost in zip(lefts, costs, strict=True)]
            at = lefts[sums.index(max(sums))]
            found.append(LABELS[at])
        return found[::-1]
