"""One reading of a word: its form, its cost, and the tag by which its neighbours know it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.morphology.suffixes import build

_NOMINAL: Final = frozenset({Form.MA, Form.MAK, Form.IS})


class Reading(NamedTuple):
    """One reading of a word, its cost by itself (the likeliest has the least), and its tag for the context."""

    morph: Morph
    cost: float
    tag: str = ""


# A form, and a reading, of all that they hold: they are made by the ten for every new word, and to ask the class for
# one takes far longer.
_morph: Callable[[tuple[Any, ...]], Morph] = partial(tuple.__new__, Morph)
as_reading: Callable[[tuple[Morph, float, str]], Reading] = partial(tuple.__new__, Reading)


def tag_of(morph: Morph) -> str:
    """The part of a form that its neighbours care about, as a short string; a mark stands for itself."""
    if morph.pos is Pos.PUNCT:
        return morph.lemma[:1]
    parts = (morph.pos[:3], morph.case or "", morph.possessive or "", morph.form or "", morph.tense or "")
    person = morph.person if morph.person not in (None, "3s") else ""
    return ":".join(parts) + f":{person}" + "p" * morph.plural + "v" * morph.passive


def hardened(lemma: str) -> str:
    """A dictionary form ends in k where a suffix had made it ğ."""
    return lemma[:-1] + "k" if lemma.endswith("ğ") else lemma


def made(pos: Pos, lemma: str, fields: dict[str, str]) -> Morph:
    """A word's form; what stands as a noun and has no case is nominative."""
    pos = Pos(fields.get("pos", pos))
    form = Form(fields["form"]) if "form" in fields else None
    extra = {"case": Case.NOM} if "case" not in fields and _stands_as_noun(pos, form, fields) else {}
    if pos is Pos.ADJ and fields.keys() & {"possessive", "plural"}:
        pos = Pos.NOUN
    return build(pos, lemma, {**fields, **extra, "pos": pos})


class Mould(NamedTuple):
    """What an ending makes of any stem of one part of speech: all of its form but the lemma, what it costs, its tag."""

    pos: Pos
    rest: tuple[Any, ...]
    oddness: float
    tag: str

    def reading(self, lemma: str, cost: float) -> Reading:
        """The reading of a word over a stem."""
        pos, rest, _, tag = self
        return as_reading((_morph((pos, lemma, *rest)), cost, tag))


@lru_cache(maxsize=32768)
def mould(pos: Pos, gives: tuple[tuple[str, str], ...]) -> Mould:
    """The form that some fields make; kept, because endings repeat far more than words do."""
    fields = dict(gives)
    morph = made(pos, "", fields)
    return Mould(morph.pos, morph[2:], oddness(fields), tag_of(morph))


def _stands_as_noun(pos: Pos, form: Form | None, fields: dict[str, str]) -> bool:
    if form is None or fields.get("tense") == Tense.NOMINAL:
        return pos in (Pos.NOUN, Pos.PROPN) or "possessive" in fields or "plural" in fields
    return form in _NOMINAL or form is not Form.FINITE and ("possessive" in fields or "plural" in fields)


_ODD: Final = {
    ("tense", "Imp"): 2.0,
    ("tense", "Opt"): 0.5,
    ("person", "2s"): 1.5,
    ("possessive", "1s"): 1.5,
    ("possessive", "2p"): 0.8,
    ("form", "Ali"): 1.5,
    ("form", "Madan"): -0.8,
}


def oddness(fields: dict[str, str]) -> float:
    """The cost of what news seldom say: orders, you and me."""
    cost = sum(_ODD.get(pair, 0.0) for pair in fields.items())
    if fields.get("tense") == "Opt" and fields.get("person") == "3s":
        cost += 2.0
    if fields.get("tense") == "Nominal" and "past_copula" in fields:
        cost += 1.5
    return cost + (0.6 if fields.get("tense") == "Nominal" and fields.get("person") in ("1s", "1p") else 0.0)
