"""The words of a Turkish sentence, each with its form in context.

``readings`` tells what a word can be by itself; here the words around it choose, from left to right: the tag already
chosen before it and the likeliest tag after it, by weights that were learned (``tr/context.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from haberci.core.morph import Morph, Pos
from haberci.languages.tr.morphology_clitics import clitic
from haberci.languages.tr.morphology_reading import Reading, tag_of
from haberci.languages.tr.morphology_weights import context_weights
from haberci.languages.tr.morphology_words import PARTICIPLES, readings

BEGIN, STOP = "<", ">"
_MODIFIED = frozenset(
    {Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.NUM, Pos.DET}
)  # before these a bare -mIş or -AcAK is a participle


def analyse(words: Sequence[str]) -> list[Morph]:
    """The form of each word of one sentence."""
    held = [readings(word) for word in words]
    chosen: list[Morph] = []
    before = BEGIN
    last = len(held) - 1
    for at, options in enumerate(held):
        one = options[0]
        ending = (
            clitic(words[at], words[at - 1], words[at + 1] if at < last else "") if at and len(words[at]) < 6 else None
        )
        if ending is not None:
            one = Reading(ending, 0.0, tag_of(Morph(Pos.PROPN, "", ending.case)))
        elif len(options) > 1:
            named = at > 0 and words[at][0].isupper() and words[at - 1][0].isupper()
            one = options[_choice(before, options, held[at + 1][0].tag if at < last else STOP, named)]
        if one.morph.tense in PARTICIPLES and at < last and held[at + 1][0].morph.pos in _MODIFIED:
            one = next((option for option in options if option.morph.form is PARTICIPLES[one.morph.tense]), one)
        chosen.append(one.morph)
        before = one.tag
    return chosen


@lru_cache(maxsize=65536)
def _choice(before: str, options: tuple[Reading, ...], after: str, named: bool) -> int:
    """Which of the readings fits between two tags at the least cost.

    ``named``: both the word and the one before have a capital.
    """
    weights = context_weights()
    rough = coarse(before), coarse(after)

    def cost(number: int) -> float:
        tag = options[number].tag
        pair = weights.get(f"p|{before}|{tag}", 0.0) + weights.get(f"n|{tag}|{after}", 0.0)
        pair += weights.get(f"r|{tag}|{rough[1]}", 0.0)
        if named:
            pair += weights.get(f"k|{tag}", 0.0)
        return options[number].cost + pair + weights.get(f"c|{rough[0]}|{tag}|{rough[1]}", 0.0)

    return min(range(len(options)), key=cost)


def coarse(tag: str) -> str:
    """A tag's part of speech and case alone."""
    return ":".join(tag.split(":", 2)[:2])
