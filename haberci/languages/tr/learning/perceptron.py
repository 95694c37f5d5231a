"""An averaged perceptron over named features, for words that two conventions tag otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from haberci.core.universal import Convention

Held = dict[str, dict[str, float]]  # weights by feature and label
_LENT = 0.25  # how much of a step counts for the other convention
_SMALLEST = 0.12


class Perceptron:
    """Averaged weights by feature and label, for each convention.

    What one convention teaches counts in part for the other: as with features shared by both beside features of each
    (Daumé 2007, "Frustratingly easy domain adaptation"), at half the cost.
    """

    def __init__(self) -> None:
        self.weights: dict[Convention, Held] = {convention: defaultdict(dict) for convention in Convention}
        self._sums: dict[Convention, Held] = {convention: defaultdict(dict) for convention in Convention}
        self.steps = 0

    def move(self, features: Sequence[str], label: str, by: float, taught: Convention) -> None:
        """Add to the weights of a label."""
        for convention in Convention:
            weights, sums = self.weights[convention], self._sums[convention]
            step = by if convention is taught else by * _LENT
            for feature in features:
                held = weights[feature]
                held[label] = held.get(label, 0.0) + step
                added = sums[feature]
                added[label] = added.get(label, 0.0) + step * self.steps

    def averaged(self, convention: Convention) -> Held:
        """The weights averaged over all steps."""
        found: Held = {}
        for feature, held in self.weights[convention].items():
            sums = self._sums[convention][feature]
            found[feature] = {label: weight - sums[label] / max(self.steps, 1) for label, weight in held.items()}
        return found


def mean(several: Iterable[Held]) -> Held:
    """The mean of the weights of several learners, without what matters little.

    Learners that saw the same lessons in another order err apart (Breiman 1996, "Bagging predictors"); the mean of
    their weights is one model that costs no more to ask than one of theirs.
    """
    total: Held = {}
    count = 0
    for held in several:
        count += 1
        for feature, weights in held.items():
            added = total.setdefault(feature, {})
            for label, weight in weights.items():
                added[label] = added.get(label, 0.0) + weight
    found: Held = {}
    for feature, weights in total.items():
        kept = {label: weight / count for label, weight in weights.items() if abs(weight) >= _SMALLEST * count}
        if kept:
            found[feature] = kept
    return found
