"""Parts of speech of the treebanks that are learned from, brought to what most of BOUN has."""

from __future__ import annotations

from haberci.core.universal import Convention
from haberci.languages.tr.measuring.universal import GoldWord
from haberci.languages.tr.universal.slots import Place, Slot, is_verbal

_CLITICS = frozenset({"de", "da"})


def conforming(slot: Slot, word: GoldWord, before: str, convention: Convention) -> GoldWord:
    """A word as most of BOUN tags it; ``before`` is the word before it in small letters.

    BOUN's dev part has the clitic de as a conjunction and da as an adverb. In the whole treebank both are among the
    commonest particles, as its published statistics (stats.xml) tell; "ya da" is a conjunction. In PUD and GB ol is a
    verb, -ki a particle, and what a verb makes is a verb.
    """
    if convention is not Convention.BOUN:
        return word
    if slot.small in _CLITICS and word.upos in ("ADV", "CCONJ"):
        return word._replace(upos="CCONJ" if before == "ya" else "PART")
    if slot.small.startswith("ol") and word.upos == "AUX" and slot.small != "olarak":
        return word._replace(upos="VERB")
    if slot.place is Place.TAIL:
        return word._replace(upos="PART") if slot.small == "ki" else word
    made = word.upos in ("NOUN", "ADJ") and "Polarity" in word.feats or word.upos == "ADV"
    return word._replace(upos="VERB") if made and is_verbal(slot.morph) else word
