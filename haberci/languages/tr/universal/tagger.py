"""The part of speech of a word in its sentence, in Universal Dependencies' terms: an averaged perceptron.

It goes from left to right over features of the word (its letters, the form that the morphology chose, all that it
could be), of its neighbours, of the names that the recogniser finds, and of the tags chosen before it (Collins 2002,
"Discriminative training methods for hidden Markov models"). The weights are those of ``universal/model.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.dictionary import dictionary
from haberci.languages.tr.morphology.reading import tag_of
from haberci.languages.tr.morphology.stems import stems
from haberci.languages.tr.names.model import shipped_recogniser
from haberci.languages.tr.universal.slots import Place, Slot, is_finite, is_verbal

Weights = Mapping[str, Mapping[str, float]]
PUNCT, VERB, NOUN, EDGE = "PUNCT", "VERB", "NOUN", "<"


class View(NamedTuple):
    """What the tagger sees of one word."""

    small: str
    tag: str
    kind: str
    could_be: str
    lemma: str
    shape: str
    listed: str = "?"  # the parts of speech that the dictionary gives its lemma
    whole: str = "?"  # and those of the word as it stands
    name: str = "O"  # the recogniser's label: where in a name of which kind the word stands


_OUTSIDE: Final = View(EDGE, EDGE, EDGE, EDGE, EDGE, EDGE)


def views(sentence: Sequence[Slot]) -> list[View]:
    """What the tagger sees of a sentence."""
    (names,) = shipped_recogniser().label([[slot.form for slot in sentence]])
    return [
        _view(slot, not at)._replace(name=name) for at, (slot, name) in enumerate(zip(sentence, names, strict=True))
    ]


def is_mark(slot: Slot) -> bool:
    """Whether it is a punctuation mark: no letter or digit in it."""
    return not any(map(str.isalnum, slot.form))


def closes(slot: Slot) -> bool:
    """Whether a word that is the last of its sentence is a verb for certain (of 1,800 such words 97 in 100 are)."""
    return slot.place is Place.WHOLE and is_finite(slot.morph) and is_verbal(slot.morph)


def _view(slot: Slot, first: bool) -> View:
    morph = slot.morph
    if slot.place is Place.TAIL:
        return View(slot.small, "2", "2", "2", slot.small, "2")
    kind = f"{morph.pos}:{morph.form or ''}{morph.tense or ''}{int(slot.place)}"
    could_be = "/".join(sorted({f"{option.pos[:3]}{option.form or ''}" for option in slot.options}))
    if not any(map(is_verbal, slot.options)) and any(stem.state == "verb" for stem in stems().get(slot.small, ())):
        could_be += "!"  # an order to one person, which the morphology of news leaves out
    shape = "l" if not slot.form[0].isupper() else "U" if len(slot.form) > 1 and slot.form.isupper() else "C"
    if "'" in slot.form or "’" in slot.form:
        shape += "'"
    tag, parts = f"{tag_of(morph)}{int(slot.place)}", dictionary().parts
    listed, whole = parts(lower(morph.lemma)), parts(slot.small)
    return View(slot.small, tag, kind, could_be, morph.lemma, shape + "1" * first, listed, whole)


def word_features(view: View) -> list[str]:
    """The features of a word by itself."""
    small, tag, kind, could_be, lemma, shape, listed, whole, name = view
    found = ["w" + small, "t" + tag, "a" + could_be, "k" + kind, f"l{lemma}|{kind}", "s" + shape, f"ks{kind}{shape}"]
    found += [f"{size}{small[-size:]}" for size in (2, 3, 4, 5) if len(small) > size]
    found += ["ka" + kind + could_be, "z" + listed, f"zk{kind}|{listed}", "zw" + whole]
    found += ["n" + name, f"nk{name}|{kind}", f"ns{name}|{shape}", f"nz{name}|{shape}|{listed}"]
    return [*found, f"nw{name}|{small}", f"n4{name}|{small[-4:]}"]


def place_features(seen: Sequence[View], at: int) -> list[str]:
    """The features of a word's neighbours."""
    view = seen[at]
    before = seen[at - 1] if at else _OUTSIDE
    after = seen[at + 1] if at + 1 < len(seen) else _OUTSIDE
    beyond = seen[at + 2] if at + 2 < len(seen) else _OUTSIDE
    return [
        "-w" + before.small, "+w" + after.small, "-t" + before.tag, "+t" + after.tag, "+k" + after.kind,
        "++k" + beyond.kind, f"w+{view.small}|{after.kind}", f"w-{view.small}|{before.kind}",
        f"k+{view.kind}|{after.kind}", f"k-{before.kind}|{view.kind}", f"kkk{before.kind}|{view.kind}|{after.kind}",
        f"t+{view.tag}|{after.tag}",
        f"sss{before.shape}{view.shape}{after.shape}", f"a+{view.could_be}|{after.could_be}",
        f"+l{view.kind}|{after.lemma}", f"k++{view.kind}|{after.kind}|{beyond.kind}",
        f"z+{view.kind}|{after.listed}", f"z-{view.kind}|{before.listed}", f"nnn{before.name}{view.name}{after.name}",
    ]  # fmt: skip


def history_features(view: View, one: str, two: str) -> list[str]:
    """The features of the tags chosen for the word before and the one before that."""
    return [f"h{one}", f"hh{two}{one}", f"hk{one}|{view.kind}", f"hw{one}|{view.small}", f"ht{one}|{view.tag}"]


def scored(weights: Weights, features: Sequence[str]) -> dict[str, float]:
    """The score of each tag that any of the features speaks for or against; a noun is what all else fails to be."""
    scores = {NOUN: 0.0}
    for feature in features:
        for label, weight in weights.get(feature, _NONE).items():
            scores[label] = scores.get(label, 0.0) + weight
    return scores


def highest(scores: Mapping[str, float]) -> str:
    """The tag with the highest score; the first by name of several."""
    return max(sorted(scores), key=scores.__getitem__)


_NONE: Final[Mapping[str, float]] = {}


def tag(sentence: Sequence[Slot], seen: Sequence[View], weights: Weights) -> list[str]:
    """The part of speech of each word, ``seen`` being its view."""
    chosen: list[str] = []
    one, two = EDGE, EDGE
    last = max((at for at, slot in enumerate(sentence) if not is_mark(slot)), default=-1)
    for at, view in enumerate(seen):
        if is_mark(sentence[at]):
            found = PUNCT
        elif at == last and closes(sentence[at]):
            found = VERB
        else:
            own = word_features(view) + place_features(seen, at)
            found = highest(scored(weights, own + history_features(view, one, two)))
        chosen.append(found)
        one, two = found, one
    return chosen
