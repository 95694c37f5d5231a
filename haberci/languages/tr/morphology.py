"""The words of a Turkish sentence, each with its form in context.

``readings`` tells what a word can be by itself; here the words around it choose, from left to right: the tag already
chosen before it and the likeliest tag after it, by weights that were learned (``tr/context.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.morphology_clitics import LONGEST, clitic
from haberci.languages.tr.morphology_reading import Reading, tag_of
from haberci.languages.tr.morphology_weights import context_weights
from haberci.languages.tr.morphology_words import PARTICIPLES, readings

BEGIN, STOP = "<", ">"
_UNFINISHED = frozenset({Form.MIS, Form.ACAK})
_FINAL = frozenset({".", "!", "?", "…", "..."})  # before these it is a finite verb
_MODIFIED = frozenset(
    {Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.NUM, Pos.DET}
)  # before these a bare -mIş or -AcAK is a participle


def analyse(words: Sequence[str]) -> list[Morph]:
    """The form of each word of one sentence."""
    held = [readings(word) for word in words]
    ahead = verbs_ahead([options[0].morph for options in held])
    chosen: list[Morph] = []
    before = BEGIN
    for at, options in enumerate(held):
        one = _ending(words, at) or options[0]
        if len(options) > 1 and one is options[0]:
            after = held[at + 1][0] if at + 1 < len(held) else None
            named = at > 0 and words[at][0].isupper() and words[at - 1][0].isupper()
            verb = ahead[at] if may_be_object(options) else ""
            one = options[_choice(before, words[at], after.tag if after else STOP, named, verb)]
            one = _by_place(one, options, after)
            one = _by_object(one, options, chosen[-1] if chosen else None)
        chosen.append(one.morph)
        before = one.tag
    return chosen


def verbs_ahead(likeliest: Sequence[Morph]) -> list[str]:
    """For each word the next verb behind it, as its lemma with a mark for a passive, as far as can be told yet."""
    found = [""] * len(likeliest)
    verb = ""
    for at in range(len(likeliest) - 1, -1, -1):
        found[at] = verb
        morph = likeliest[at]
        if morph.form is not None and morph.pos is Pos.VERB:
            verb = morph.lemma + "|" + "v" * morph.passive
    return found


def may_be_object(options: Sequence[Reading]) -> bool:
    """Whether a word may be accusative or owned, which the verb behind it helps to tell (``tarafları çağırdı``)."""
    for reading in options:
        morph = reading.morph
        if morph.case is Case.ACC and morph.form is None:
            return True
    return False


def _ending(words: Sequence[str], at: int) -> Reading | None:
    """The word as a case ending that lost its apostrophe; its neighbours see the name in that case."""
    if at == 0 or len(words[at]) > LONGEST:
        return None
    found = clitic(words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else "")
    return Reading(found, 0.0, tag_of(Morph(Pos.PROPN, "", found.case))) if found else None


def _by_place(one: Reading, options: Sequence[Reading], after: Reading | None) -> Reading:
    """A bare -mIş or -AcAK is a participle before what it can modify, and a finite verb at the end of a sentence."""
    morph = one.morph
    if after is None or after.morph.lemma in _FINAL:
        if morph.form in _UNFINISHED or morph.form is None:
            finite = (option for option in options if option.morph.tense is Tense.FUTURE or _both(option, morph))
            return next(finite, one)
    elif morph.tense in PARTICIPLES and after.morph.pos in _MODIFIED:
        return next((option for option in options if option.morph.form is PARTICIPLES[morph.tense]), one)
    return one


def _by_object(one: Reading, options: Sequence[Reading], before: Morph | None) -> Reading:
    """-mAyI is of a verb where its object stands right before, of a noun elsewhere: "saldırısı düzenlemeyi"."""
    has_object = (
        before is not None
        and before.form is None
        and (before.case is Case.ACC or (before.case is Case.NOM and before.possessive is not None))
    )
    wanted = Form.MAK if has_object else None
    if one.morph.case is not Case.ACC or one.morph.form is wanted or one.morph.form not in (Form.MAK, None):
        return one
    fits = (o for o in options if o.morph.form is wanted and o.morph.case is Case.ACC)
    return next(fits, one) if any(o.morph.form is Form.MAK for o in options) else one


def _both(option: Reading, morph: Morph) -> bool:
    return option.morph.tense is Tense.EVID and morph.form is Form.MIS


@lru_cache(maxsize=65536)
def _choice(before: str, word: str, after: str, named: bool, verb: str) -> int:
    """Which of the word's readings fits between two tags at the least cost.

    ``named``: both the word and the one before have a capital. ``verb``: the verb behind, when it matters.
    """
    weights = context_weights()
    rough = coarse(before), coarse(after)
    options = readings(word)

    def cost(number: int) -> float:
        tag = options[number].tag
        pair = weights.get(f"p|{before}|{tag}", 0.0) + weights.get(f"n|{tag}|{after}", 0.0)
        pair += weights.get(f"r|{tag}|{rough[1]}", 0.0)
        if verb:
            pair += weights.get(f"v|{fine(tag)}|{verb}", 0.0) + weights.get(f"o|{tag}|{verb[-1]}", 0.0)
        if named:
            pair += weights.get(f"k|{tag}", 0.0)
        return options[number].cost + pair + weights.get(f"c|{rough[0]}|{tag}|{rough[1]}", 0.0)

    return min(range(len(options)), key=cost)


def coarse(tag: str) -> str:
    """A tag's part of speech and case alone."""
    return ":".join(tag.split(":", 2)[:2])


def fine(tag: str) -> str:
    """A tag's case and possessive alone."""
    return ":".join(tag.split(":", 3)[1:3])
