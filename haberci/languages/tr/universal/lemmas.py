"""The lemma of a word in a treebank's terms: candidates, and the choice among them.

The morphology's lemma is the dictionary's. Treebanks differ from it in what they take apart (``karıştır`` or ``karış``,
``yaşlı`` or ``yaş``) and in what they leave whole (``içinde``, ``gittikçe``); which, is learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from haberci.core.morph import Morph
from haberci.languages.tr.casing import lower, upper
from haberci.languages.tr.morphology.stems import stems
from haberci.languages.tr.morphology.words import readings
from haberci.languages.tr.universal.slots import Place, Slot

Seen = Mapping[tuple[str, str], str]
_DERIVED: Final = re.compile(r"(.{2,}?)(l[ıiuü]k?|s[ıiuü]z|[cç][ıiuü]|[cç][ae]|s[ae]l|ki|[ıi]nc[ıi]|[şs]?[ae]r)$")
_VOICED: Final = re.compile(
    r"(.{2,}?)([dt][ıiuü]r|[ıiuüae]r|[ıiuü][tlnş]|[tlnş]|[ıiuü]?n[ıiuü]l|le[nşt]|la[nşt]|l[ae])$"
)
_ACTION: Final = re.compile(r"(.{2,}?)(m[ae]k?|y?[ıiuü][şc][ıi]?|[ae]n|y[ae]n|m[ıiuü]ş|[ıiuü]m|m[ae]n)$")
_PAST_TAIL: Final = re.compile(r"'?y?(m[ıiuü]ş|[dt][ıiuü](?!r))")
_APOSTROPHE: Final = re.compile("['’‘`´].*")
_MOST: Final = 3  # other readings that are worth a look


class Candidate(NamedTuple):
    """A lemma that a word may have, and the way that led to it."""

    way: str
    lemma: str


def candidates(slot: Slot, upos: str, morph: Morph, seen: Seen) -> list[Candidate]:
    """The lemmas that a word may have, each once; the morphology's own comes first."""
    found: dict[str, Candidate] = {}
    for candidate in _candidates(slot, upos, morph, seen):
        if candidate.lemma:  # what begins with an apostrophe has nothing before it
            found.setdefault(lower(candidate.lemma), candidate)
    return list(found.values())


def _candidates(slot: Slot, upos: str, morph: Morph, seen: Seen) -> Iterator[Candidate]:
    own = morph.lemma
    if slot.place is Place.TAIL:
        yield Candidate("tail", _tail(slot.small, upos))
        return
    yield Candidate("own", own)
    held = seen.get((slot.small, upos)) or seen.get((slot.small, ""))
    if held:
        yield Candidate("seen", held)
    yield Candidate("whole", _APOSTROPHE.sub("", slot.form))
    small = lower(own)
    if "'" in slot.form or "’" in slot.form:
        yield Candidate("bare", readings(small)[0].morph.lemma if small else own)
    for name, pattern in (("derived", _DERIVED), ("voice", _VOICED), ("action", _ACTION)):
        match = pattern.match(small)
        if match and match[1] in stems():
            yield from (Candidate(name + match[2][:1], lemma) for lemma in _lemmas(match[1]))
    for number, option in enumerate(slot.options[:_MOST]):
        yield Candidate(f"other{number}", option.lemma)


def _tail(small: str, upos: str) -> str:
    """The lemma of what is split off: BOUN calls the copula y where it is past or hearsay, else i."""
    if upos != "AUX":
        return "ki" if small.startswith("k") else small
    return "y" if _PAST_TAIL.match(small) else "i"


def _lemmas(shape: str) -> list[str]:
    return list(dict.fromkeys(stem.lemma for stem in stems()[shape]))


def lemma_features(slot: Slot, upos: str, morph: Morph, candidate: Candidate) -> list[str]:
    """What speaks for or against a candidate."""
    way, small, own = candidate.way, slot.small, lower(morph.lemma)
    what = f"{upos}|{morph.pos}|{morph.form or ''}"
    return [
        f"L{way}", f"L{way}|{upos}", f"L{way}|{what}", f"Lo{way}|{own}", f"Ll{way}|{lower(candidate.lemma)}",
        f"Lw{way}|{small}", f"L3{way}|{own[-3:]}", f"L2{way}|{own[-2:]}|{upos}", f"L4{way}|{small[-4:]}",
        f"Lv{way}|{upos}|{int(morph.passive)}{int(morph.causative)}|{morph.possessive or ''}",
    ]  # fmt: skip


def choose(slot: Slot, upos: str, morph: Morph, weights: Mapping[str, float], seen: Seen) -> str:
    """The likeliest lemma; that of a name has the name's capitals."""
    options = candidates(slot, upos, morph, seen)

    def score(candidate: Candidate) -> float:
        return sum(weights.get(name, 0.0) for name in lemma_features(slot, upos, morph, candidate))

    lemma = options[0].lemma if len(options) == 1 else max(options, key=score).lemma
    return _with_capitals(slot.form, lemma) if upos == "PROPN" else lemma


def _with_capitals(form: str, lemma: str) -> str:
    """A name's lemma as the name is written: ``Işık`` for ``Işık``, ``Bakanlık`` for ``Bakanlığı'nda``."""
    if lower(form[: len(lemma)]) == lower(lemma):
        return form[: len(lemma)]
    return upper(lemma[0]) + lemma[1:] if form[0].isupper() else lemma
