"""Features of Turkish words in the terms of Universal Dependencies: the one map from a word's form to them.

Verb forms stand in the table ``tr/universal.tsv``; what is regular (person, number, polarity, ability, -sA over a
tense, case, owner) is added here. The two conventions differ as ``core/universal.py`` tells.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from haberci.core.conllu import features
from haberci.core.lexicon import read_rows
from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.core.universal import Convention
from haberci.languages.tr.universal.slots import Place, Slot, is_finite, is_verbal

_OVER: Final = ("", "past", "stem", "heard")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_NUMBERS: Final = {"s": "Sing", "p": "Plur"}
_HEARD: Final = re.compile(r"m[ıiuü]ş")
_VERBAL_NOUN: Final = re.compile(r"m[ae](k|s[ıi])")
_ORDINAL: Final = re.compile(r"\d+\.|.+[ıiuü]?nc[ıiuü]")
_KENET_ISE: Final = features("Mood=Des|Number=Sing|Person=3|Polarity=Pos|Tense=Pres|VerbForm=Fin")
_COPULA: Final = re.compile(
    r"(?P<conv>y?ken)|(?P<cond>y?s[ae])|(?P<heard>y?m[ıiuü]ş)|(?P<gen>[dt][ıiuü]r)|(?P<past>y?[dt][ıiuü])|(?P<pres>)"
)
_COPULA_GIVES: Final = {
    "conv": "Aspect=Perf|Mood=Ind|Tense=Pres|VerbForm=Conv",
    "cond": "Aspect=Perf|Mood=Cnd|Tense=Pres",
    "heard": "Evident=Nfh|Polarity=Pos|Tense=Past",
    "gen": "Aspect=Perf|Mood=Gen|Tense=Pres",
    "past": "Aspect=Perf|Evident=Fh|Tense=Past",
    "pres": "Aspect=Perf|Mood=Ind|Tense=Pres",
}
_PARTICLES: Final = {
    "mi": "Aspect=Imp|Number=Sing|Person=3|Tense=Pres",
    "ise": "Mood=Cnd|Number=Sing|Person=3|Polarity=Pos",
}
_ENDINGS: Final = (
    (re.compile(r"([ıiuü]m|[dt][ıiuü]m|s[ae]m)$"), ("1", "Sing")),
    (re.compile(r"(s[ıiuü]n|[dt][ıiuü]n|s[ae]n)$"), ("2", "Sing")),
    (re.compile(r"n[ıiuü]z$"), ("2", "Plur")),
    (re.compile(r"([ıiuü]z|k)$"), ("1", "Plur")),
)
_Key = tuple[str, str, str, str]


@lru_cache(maxsize=1)
def verb_forms() -> dict[_Key, dict[str, str]]:
    """Features by convention, form, tense and what stands over it. Raises LexiconError on a broken row."""
    found: dict[_Key, dict[str, str]] = {}
    for row in read_rows("tr/universal.tsv", ("convention", "form", "tense", "over", "gives", "example")):
        tense = row.one_of("tense", ["", *Tense])
        key = (row.one_of("convention", Convention), row.one_of("form", Form), tense, row.one_of("over", _OVER))
        row.needs("example")
        found[key] = features(row.needs("gives"))
    return found


def features_of(slot: Slot, upos: str, morph: Morph, convention: Convention) -> dict[str, str]:
    """The features of a word of a part of speech, its form being ``morph``."""
    if upos in ("VERB", "AUX"):
        if slot.place is Place.TAIL:
            return copula(slot.small)
        return _verb(slot, upos, morph, convention)
    if upos in _NOMINAL or morph.case not in (None, Case.NOM):
        return _nominal(morph)
    if upos == "NUM":
        return {"NumType": "Ord" if _ORDINAL.fullmatch(slot.small) else "Card"}
    return {"PronType": "Art"} if upos == "DET" else {}


def _nominal(morph: Morph) -> dict[str, str]:
    found = {"Case": str(morph.case or Case.NOM), "Number": "Plur" if morph.plural else "Sing", "Person": "3"}
    if morph.possessive:
        found |= {"Number[psor]": _NUMBERS[morph.possessive[1]], "Person[psor]": morph.possessive[0]}
    return found


def _verb(slot: Slot, upos: str, morph: Morph, convention: Convention) -> dict[str, str]:
    named = _is_verbal_noun(slot, morph)
    if morph.form is None or named and convention is Convention.BOUN:
        return _named(slot, upos, morph, convention)
    gives = dict(_of_form(slot, morph, convention)) | ({"VerbForm": "Vnoun"} if named else {})
    if is_verbal(morph) or morph.lemma in ("var", "i") or convention is Convention.BOUN:
        negative = morph.negative or morph.form is Form.MADAN
        gives["Polarity"] = "Neg" if negative else "Pos"
    _add_mood(gives, morph, convention)
    if is_finite(morph) or morph.form is Form.KEN:
        gives |= _person(morph, convention)
    elif morph.case is not None and convention is Convention.BOUN:
        gives |= _nominal(morph)
    return gives


def _person(morph: Morph, convention: Convention) -> dict[str, str]:
    """Person and number of what closes a sentence. Kenet has most nominals in the singular, but not -DIk and -DInIz:
    ``haklıyız`` and ``sahiptiler`` are Sing, ``haklıydık`` is Plur.
    """
    person = morph.person or "3s"
    number = _NUMBERS[person[1]]
    if convention is Convention.KENET and morph.tense is Tense.NOMINAL:
        number = number if morph.past_copula and person[0] != "3" else "Sing"
    return {"Person": person[0], "Number": number}


def _named(slot: Slot, upos: str, morph: Morph, convention: Convention) -> dict[str, str]:
    """A verb whose form is a noun's: in BOUN an action noun, be it one that the dictionary has (``açıklama``)."""
    if convention is Convention.KENET:
        return dict(_KENET_ISE) if morph.lemma == "ise" else _nominal(morph) if upos == "VERB" else {}
    if upos != "VERB":
        return _particle(slot.small, morph.lemma)
    return _nominal(morph) | {"Polarity": "Neg" if morph.negative else "Pos", "VerbForm": "Vnoun"}


def _is_verbal_noun(slot: Slot, morph: Morph) -> bool:
    """Whether it is an infinitive or action noun with a copula (``demektir``, ``girmesi`` + ``ydi``)."""
    named = morph.tense is Tense.NOMINAL and morph.pos is Pos.VERB
    return named and _VERBAL_NOUN.search(slot.small[len(morph.lemma) :]) is not None


def _particle(small: str, lemma: str) -> dict[str, str]:
    """The question particle, with the copula that may stand behind it (``miydi``, ``misiniz``), and ise."""
    gives = features(_PARTICLES.get(lemma, ""))
    behind = small[2:] if lemma == "mi" else ""
    return gives | {name: copula(behind)[name] for name in ("Tense", "Person", "Number") if behind}


def _of_form(slot: Slot, morph: Morph, convention: Convention) -> dict[str, str]:
    """The row of the table; where what stands over the tense makes no difference, that of the tense."""
    over = "past" if morph.past_copula else ""
    if slot.place is Place.STEM:
        over = "stem"
    elif morph.tense is not Tense.EVID and _HEARD.search(slot.small[len(morph.lemma) :]):
        over = "heard"
    held, form, tense = verb_forms(), str(morph.form), str(morph.tense or "")
    return held.get((convention, form, tense, over)) or held.get((convention, form, tense, ""), {})


def _add_mood(gives: dict[str, str], morph: Morph, convention: Convention) -> None:
    """-Abil and -sA over a tense. BOUN names one mood, Kenet all in alphabetical order without the indicative."""
    able = morph.able and (not morph.negative or convention is Convention.KENET)
    more = [name for name, said in (("Cnd", morph.conditional), ("Pot", able)) if said]
    if not more:
        return
    if convention is Convention.BOUN:
        gives.setdefault("Mood", more[0])
    else:
        held = [gives["Mood"]] if gives.get("Mood", "Ind") != "Ind" and morph.tense is not Tense.NOMINAL else []
        gives["Mood"] = "".join(sorted({*held, *more}))


def copula(small: str) -> dict[str, str]:
    """The features of a copula that is a word of its own (``ydi``, ``dir``, ``yım``)."""
    small = small.lstrip("'’")
    found = _COPULA.match(small)
    gives = features(_COPULA_GIVES[(found.lastgroup if found else None) or "pres"])
    if "VerbForm" in gives:
        return gives
    person = next((person for ending, person in _ENDINGS if ending.search(small)), ("3", "Sing"))
    if small.endswith(("lar", "ler")):
        person = ("3", "Plur")
    return gives | {"Person": person[0], "Number": person[1]}
