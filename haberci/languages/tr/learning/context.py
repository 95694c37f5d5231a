"""Learns the weights of neighbours: logistic regression over the places where a word of several spellings stands."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters.context import CONTEXT_BITS, CONTEXT_SCALE, Choice, features
from haberci.languages.tr.letters.model import WordForm
from haberci.languages.tr.letters.scan import written_behind
from haberci.languages.tr.letters.tokens import Gap, Part, Written, gap_of

RATE = 0.2  # of the first round
ROUNDS = 4
MOST_OCCURRENCES = 6000  # of one key
_SURE = 0.98  # so likely, and nothing is learned
_CIRCUMFLEX = str.maketrans("âîû", "aiu")

Table = Mapping[str, Sequence[WordForm]]


class Case(NamedTuple):
    """A place: which rival is right (-1: the commonest), their priors, and the places of weights for and against."""

    right: int
    priors: list[float]
    plus: list[array[int]]
    minus: list[array[int]]


def context_weights(texts: Iterable[str], table: Table, begun: array[float] | None = None) -> bytes:
    """The weights, learned from sound texts; ``begun`` are weights to begin with."""
    weights = begun if begun is not None else array("f", bytes(4 << CONTEXT_BITS))
    cases = list(_cases(texts, table))
    for turn in range(ROUNDS):
        for case in cases:
            _learn(weights, case, RATE / (1 + turn))
    return bytes(max(-127, min(127, round(w * CONTEXT_SCALE))) + 128 for w in weights)


def _learn(weights: array[float], case: Case, rate: float) -> None:
    scores = [
        prior + sum([weights[i] for i in plus]) - sum([weights[i] for i in minus])
        for prior, plus, minus in zip(case.priors, case.plus, case.minus, strict=True)
    ]
    top = max(0.0, *scores)
    odds = [exp(score - top) for score in scores]
    whole = exp(-top) + sum(odds)
    right = exp(-top) if case.right < 0 else odds[case.right]
    if right > _SURE * whole:
        return
    for at, (plus, minus) in enumerate(zip(case.plus, case.minus, strict=True)):
        step = rate * ((at == case.right) - odds[at] / whole)
        for i in plus:
            weights[i] += step
        for i in minus:
            weights[i] -= step


def _cases(texts: Iterable[str], table: Table) -> Iterator[Case]:
    seen: Counter[str] = Counter()
    choices: dict[tuple[str, Written], Choice] = {}
    for text in texts:
        pieces = Part(text).pieces
        for at in range(1, len(pieces), 2):
            key = fold(pieces[at])
            forms = table.get(key, ())
            if len(forms) < 2 or seen[key] >= MOST_OCCURRENCES:
                continue
            written = written_behind(pieces[at], gap_of(pieces[at - 1]) if at > 1 else Gap.START)
            word = lower(pieces[at]).translate(_CIRCUMFLEX)
            if written >= Written.CAPITALS or all(form.word != word for form in forms):
                continue
            seen[key] += 1
            if (key, written) not in choices:
                choices[key, written] = Choice(forms, written)
            yield _case(choices[key, written], word, pieces, at)


def _case(choice: Choice, word: str, pieces: Sequence[str], at: int) -> Case:
    found = features(pieces, at)
    right, plus, minus = -1, [], []
    for number, rival in enumerate(choice.rivals):
        if rival.word == word:
            right = number
        own, ending, letter = rival.places(found)
        plus.append(array("I", own + ending * (rival.ending_sign > 0) + letter * (rival.letter_sign > 0)))
        minus.append(array("I", ending * (rival.ending_sign < 0) + letter * (rival.letter_sign < 0)))
    return Case(right, choice.priors, plus, minus)
