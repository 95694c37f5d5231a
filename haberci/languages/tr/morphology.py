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
from haberci.languages.tr.morphology_weights import NOTHING, context_weights
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
    for at, (word, options) in enumerate(zip(words, held, strict=True)):
        one = options[0]
        # Nearly all short words stand behind a small letter, where an ending cannot have lost its apostrophe.
        ending = _ending(words, at) if len(word) <= LONGEST and at and not words[at - 1][0].islower() else None
        if ending is not None:
            one = ending
        elif len(options) > 1:
            after = held[at + 1][0] if at + 1 < len(held) else None
            named = at > 0 and word[0].isupper() and words[at - 1][0].isupper()
            verb = ahead[at] if _is_maybe_object(word) else ""
            one = options[_choice(before, word, after.tag if after else STOP, named, verb)]
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


@lru_cache(maxsize=65536)
def _is_maybe_object(word: str) -> bool:
    return may_be_object(readings(word))


def _ending(words: Sequence[str], at: int) -> Reading | None:
    """The word as a case ending that lost its apostrophe; its neighbours see the name in that case."""
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
    if one.morph.case is not Case.ACC or one.morph.form not in (Form.MAK, None):
        return one
    has_object = (
        before is not None
        and before.form is None
        and (before.case is Case.ACC or (before.case is Case.NOM and before.possessive is not None))
    )
    wanted = Form.MAK if has_object else None
    if one.morph.form is wanted:
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
    after_roughly = coarse(after)
    behind, ahead = weights.before.get(before, NOTHING), weights.after.get(after, NOTHING)
    roughly = weights.roughly_after.get(after_roughly, NOTHING)
    between = weights.between.get(f"{coarse(before)}|{after_roughly}", NOTHING)
    of_verb, of_voice = weights.verb.get(verb, NOTHING), weights.voice.get(verb[-1:], NOTHING)
    capital = weights.capital if named else NOTHING

    def cost(reading: Reading) -> float:
        tag = reading.tag
        pair = behind.get(tag, 0.0) + ahead.get(tag, 0.0) + roughly.get(tag, 0.0)
        if verb:
            pair += of_verb.get(fine(tag), 0.0) + of_voice.get(tag, 0.0)
        return reading.cost + (pair + capital.get(tag, 0.0)) + between.get(tag, 0.0)

    costs = [cost(reading) for reading in readings(word)]
    return costs.index(min(costs))


@lru_cache(maxsize=4096)
def coarse(tag: str) -> str:
    """A tag's part of speech and case alone."""
    return ":".join(tag.split(":", 2)[:2])


@lru_cache(maxsize=4096)
def fine(tag: str) -> str:
    """A tag's case and possessive alone."""
    return ":".join(tag.split(":", 3)[1:3])
