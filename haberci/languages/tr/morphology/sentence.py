"""The words of a Turkish sentence, each with its form in context.

``readings`` tells what a word can be by itself; here the words around it choose, from left to right: the tag already
chosen before it and the likeliest tag after it, by weights that were learned (``tr/context.tsv``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from math import inf
from typing import Any, Final, NamedTuple

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.core.recent import Recent
from haberci.languages.tr.morphology.clitics import LONGEST, clitic
from haberci.languages.tr.morphology.reading import Reading, tag_of
from haberci.languages.tr.morphology.verbal import LIKE_VERBS, MODIFIED, OBJECTS, as_deed, by_company, by_object
from haberci.languages.tr.morphology.weights import NOTHING, context_weights
from haberci.languages.tr.morphology.words import PARTICIPLES, readings

BEGIN, STOP = "<", ">"
_MOST_HELD: Final = 65_536  # spellings whose readings are kept, and as many of those before them
_ACC, _NOM = Case.ACC, Case.NOM  # by names of their own: asking the class for a member costs more than the test
_MIS = Form.MIS
_EVID, _FUTURE, _NECESSITY = Tense.EVID, Tense.FUTURE, Tense.NECESSITY
_UNFINISHED: Final = frozenset({Form.MIS, Form.ACAK})
_FINAL: Final = frozenset({".", "!", "?", "…", "..."})  # before these it is a finite verb
_NEAR: Final = 1.0  # how much less likely than its likeliest reading a doubled word's verb may be


class Offer(NamedTuple):
    """What a word offers to choose from, found once a spelling."""

    word: str
    morph: Morph  # of the likeliest reading, and its tag
    tag: str
    options: tuple[Reading, ...]
    is_open: bool  # whether the words around it have a say
    is_short: bool  # as short as a case ending that lost its apostrophe
    is_small: bool  # begins with a small letter
    is_capital: bool
    is_maybe_object: bool
    verb: str  # its ``verb_mark``


# An offer of all that it holds, as in ``haberci.core.span``.
_as_offer: Callable[[tuple[Any, ...]], Offer] = partial(tuple.__new__, Offer)


def analyse(words: Sequence[str]) -> list[Morph]:
    """The form of each word of one sentence."""
    offers = _offers()
    held = [offers[word] for word in words]
    chosen = [offer.morph for offer in held]
    tags = [offer.tag for offer in held]
    verbs = [offer.verb for offer in held]
    for at in [at for at, offer in enumerate(held) if offer.is_open]:
        offer, before, after = held[at], held[at - 1] if at else None, held[at + 1] if at + 1 < len(held) else None
        # Nearly all short words stand behind a small letter, where an ending cannot have lost its apostrophe.
        one = _ending(words, at) if offer.is_short and before is not None and not before.is_small else None
        if one is None and len(offer.options) > 1:
            verb = verb_ahead(verbs, at) if offer.is_maybe_object else ""
            one = _choice(offer, tags[at - 1] if before else BEGIN, before, after, verb)
            if one.morph.case in OBJECTS:
                beside = chosen[at - 1] if before else None, after.morph if after else None
                one = by_object(one, offer.options, *beside)
            if one.morph.lemma in LIKE_VERBS and before and after:
                one = by_company(one, offer.options, chosen[at - 1], after.morph)
            elif one.morph.possessive and one.morph.form is None:
                beside = chosen[at - 1] if before else None, after.morph if after else None
                one = as_deed(one, offer.options, *beside)
        if before is offer or after is offer:
            one = _doubled(offer.options) or one
        if one is not None:
            chosen[at], tags[at] = one.morph, one.tag
    return chosen


def _doubled(options: Sequence[Reading]) -> Reading | None:
    """A word told twice, "ede ede", as the verb that it may be: -A behind a verb says how something is done."""
    near = (option for option in options if option.cost < options[0].cost + _NEAR)
    return next((option for option in near if option.morph.tense is Tense.OPTATIVE), None)


@cache
def _offers() -> Recent[str, Offer]:
    """What each spelling offers."""
    return Recent(_offer, _MOST_HELD)


def _offer(word: str) -> Offer:
    options = readings(word)
    first = options[0]
    is_open, is_short = len(options) > 1, len(word) <= LONGEST and word.islower()
    has_say, may_be = is_open or is_short, is_open and may_be_object(options)
    initial, verb = word[0], verb_mark(first.morph)
    return _as_offer(
        (word, first.morph, first.tag, options, has_say, is_short, initial.islower(), initial.isupper(), may_be, verb)
    )


def _choice(offer: Offer, tag: str, before: Offer | None, after: Offer | None, verb: str) -> Reading:
    """The reading of a word that fits between two others, of which the one before was given a tag."""
    named = offer.is_capital and before is not None and before.is_capital
    if after is None:
        return _by_place(_likeliest(offer.options, tag, STOP, named, verb), offer.options, None)
    return _by_place(_likeliest(offer.options, tag, after.tag, named, verb), offer.options, after.morph)


def verb_mark(morph: Morph) -> str:
    """A verb's lemma with a mark for a passive; nothing for other words."""
    return morph.lemma + "|" + "v" * morph.passive if morph.form is not None and morph.pos is Pos.VERB else ""


def verb_ahead(marks: Sequence[str], at: int) -> str:
    """The mark (``verb_mark``) of the next verb behind a word, by the marks of all words' likeliest readings."""
    return next(filter(None, marks[at + 1 :]), "")


def may_be_object(options: Sequence[Reading]) -> bool:
    """Whether a word may be accusative or owned, which the verb behind it helps to tell (``tarafları çağırdı``)."""
    return any(morph.case is _ACC and morph.form is None for morph, _, _ in options)


def _ending(words: Sequence[str], at: int) -> Reading | None:
    """The word as a case ending that lost its apostrophe; its neighbours see the name in that case."""
    found = clitic(words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else "")
    return Reading(found, 0.0, tag_of(Morph(Pos.PROPN, "", found.case))) if found else None


def _by_place(one: Reading, options: Sequence[Reading], after: Morph | None) -> Reading:
    """A bare -mIş or -AcAK is a participle before what it can modify, and a finite verb at the end of a sentence.

    Before a noun -mAlI tells what one is like, not what must be done: "tartışmalı kaynak".
    """
    morph = one.morph
    if after is None or after.lemma in _FINAL:
        if morph.form in _UNFINISHED or morph.form is None:
            finite = (option for option in options if option.morph.tense is _FUTURE or _both(option, morph))
            return next(finite, one)
    elif morph.tense is _NECESSITY and after.pos in MODIFIED:
        return next((option for option in options if option.morph.pos is Pos.ADJ), one)
    elif morph.tense in PARTICIPLES and after.pos in MODIFIED:
        return next((option for option in options if option.morph.form is PARTICIPLES[morph.tense]), one)
    return one


def _both(option: Reading, morph: Morph) -> bool:
    return option.morph.tense is _EVID and morph.form is _MIS


class _Pair(dict[str, tuple[float, float, float]]):
    """What each tag costs between two others: beside either, with a capital behind another, and between both.

    A tag's costs are found when they are first asked for: far fewer tags meet than words do.
    """

    def __init__(self, before: str, after: str, named: bool) -> None:
        weights = context_weights()
        roughly = coarse(after)
        self._behind, self._ahead = weights.before.get(before, NOTHING), weights.after.get(after, NOTHING)
        self._roughly = weights.roughly_after.get(roughly, NOTHING)
        self._capital = weights.capital if named else NOTHING
        self._between = weights.between.get(f"{coarse(before)}|{roughly}", NOTHING)

    def __missing__(self, tag: str) -> tuple[float, float, float]:
        beside = self._behind.get(tag, 0.0) + self._ahead.get(tag, 0.0) + self._roughly.get(tag, 0.0)
        self[tag] = found = beside, self._capital.get(tag, 0.0), self._between.get(tag, 0.0)
        return found


class _Verb(dict[str, float]):
    """What each tag costs before a verb (``verb_mark``); nothing where the verb does not matter."""

    def __init__(self, verb: str) -> None:
        weights = context_weights()
        self._of_verb = weights.verb.get(verb, NOTHING) if verb else NOTHING
        self._of_voice = weights.voice.get(verb[-1:], NOTHING) if verb else NOTHING

    def __missing__(self, tag: str) -> float:
        self[tag] = found = self._of_verb.get(fine(tag), 0.0) + self._of_voice.get(tag, 0.0)
        return found


_pair = lru_cache(maxsize=8192)(_Pair)
_verb = lru_cache(maxsize=4096)(_Verb)


def _likeliest(options: Sequence[Reading], before: str, after: str, named: bool, verb: str) -> Reading:
    """The first of a word's readings that fit between two tags at the least cost.

    ``named``: both the word and the one before have a capital. ``verb``: the verb behind, when it matters. Nothing is
    kept by the word: most words stand between the same two tags but once.
    """
    pair, ahead = _pair(before, after, named), _verb(verb) if verb else None
    best, least = options[0], inf
    for reading in options:
        _, cost, tag = reading
        beside, capital, between = pair[tag]
        if ahead is not None:
            beside += ahead[tag]
        cost = cost + (beside + capital) + between
        if cost < least:
            best, least = reading, cost
    return best


@lru_cache(maxsize=4096)
def coarse(tag: str) -> str:
    """A tag's part of speech and case alone."""
    return ":".join(tag.split(":", 2)[:2])


@lru_cache(maxsize=4096)
def fine(tag: str) -> str:
    """A tag's case and possessive alone."""
    return ":".join(tag.split(":", 3)[1:3])
