"""Learn how Turkish words choose their form: ``python -m haberci.languages.tr.learning.morphology OUT FILE...``.

Each FILE is a treebank (CoNLL-U, may end in .xz) or a news file with morphology (columns word, gold analysis, further
ones; an empty line between sentences; analyses as ``git+Verb^DB+Verb+Pass+Pos+Past+A3sg``). The
readings come from the rules; an averaged perceptron learns the weights by which one of them is chosen, and
writes those that matter to OUT.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.measuring.morphology import Gold, gold_tense, treebank, verb_class
from haberci.languages.tr.morphology.reading import Reading
from haberci.languages.tr.morphology.sentence import BEGIN, STOP, coarse, fine, may_be_object, verb_ahead, verb_mark
from haberci.languages.tr.morphology.words import raw_readings

_EPOCHS = 6
_SMALLEST = 0.25  # weights below it change hardly any choice
_FORMS = {
    "Inf1": Form.MAK, "Inf2": Form.MA, "Inf3": Form.IS, "PresPart": Form.AN, "PastPart": Form.DIK, "FutPart": Form.ACAK,
    "NarrPart": Form.MIS, "ByDoingSo": Form.ARAK, "AfterDoingSo": Form.IP, "While": Form.KEN, "When": Form.INCA,
    "AsLongAs": Form.DIKCA, "WithoutHavingDoneSo": Form.MADAN, "SinceDoingSo": Form.ALI,
}  # fmt: skip
_TENSES = {"Past": Tense.PAST, "Narr": Tense.EVID, "Prog1": Tense.PROG, "Prog2": Tense.PROG, "Aor": Tense.AORIST,
           "Fut": Tense.FUTURE, "Neces": Tense.NECESSITY, "Desr": Tense.CONDITION, "Imp": Tense.IMPERATIVE,
           "Opt": Tense.OPTATIVE}  # fmt: skip
_PARTS = {"Noun": "NOUN", "Adj": "ADJ", "Adverb": "ADV", "Verb": "VERB", "Postp": "ADP", "Conj": "CCONJ",
          "Pron": "PRON",
          "Det": "DET", "Num": "NUM", "Ques": "PART", "Interj": "X"}  # fmt: skip
_HEAD = (
    "# What a word's own form and its neighbours cost a reading; learned by learn_morphology. The first letter: t tag,",
    "# w word and tag, l lemma, p tag before, n tag after, r the same roughly, c both roughly, k tag of a capital",
    "# behind a capital.",
    "feature\tcost",
)
_POS = {"AUX": "VERB", "SCONJ": "CCONJ", "INTJ": "X"}
_PERSONS = {"Sing": "s", "Plur": "p"}


class Target(NamedTuple):
    """What the gold tells of one word; None where it is silent."""

    word: str
    pos: str
    lemma: str
    case: str | None = None
    possessive: str | None = None
    kind: str | None = None
    form: Form | None = None
    tense: Tense | None = None
    negative: bool | None = None
    passive: bool | None = None


def from_treebank(word: Gold) -> Target:
    """The target of a treebank's word."""
    feats = word.feats
    verb = word.pos == "VERB" and "Polarity" in feats
    kind = {"Part": "Part", "Vnoun": "Vnoun", "Conv": "Conv"}.get(feats.get("VerbForm", ""), "Fin") if verb else "none"
    owner = feats.get("Person[psor]", "") + _PERSONS.get(feats.get("Number[psor]", ""), "")
    nominal = word.pos in ("NOUN", "PROPN", "PRON") or kind == "Vnoun" or (kind == "Part" and "Case" in feats)
    return Target(
        word.form,
        _POS.get(word.pos, word.pos),
        lower(word.lemma),
        feats.get("Case") if nominal else None,
        owner or ("" if nominal else None),
        None if word.split and kind == "Part" else kind,
        None,
        gold_tense(feats) if kind == "Fin" else None,
        feats.get("Polarity") == "Neg" if verb else None,
        "Pass" in feats.get("Voice", "") if verb else None,
    )


def from_analysis(word: str, analysis: str) -> Target:
    """The target of ``root+Pos+…^DB+…``."""
    root, _, rest = analysis.partition("+")
    marks = re.split(r"\+|\^DB\+", rest)
    last = rest.rsplit("^DB+", 1)[-1].split("+")
    form = next((_FORMS[mark] for mark in reversed(marks) if mark in _FORMS), None)
    verb = marks[0] == "Verb" or "Verb" in marks
    tense = next((_TENSES[mark] for mark in marks if mark in _TENSES), None) if last[0] == "Verb" and verb else None
    kind = "none"
    if verb and (form is not None or last[0] == "Verb"):
        kind = verb_class(Morph(Pos.VERB, root, form=form or Form.FINITE))
    pos = "PROPN" if "Prop" in marks else "VERB" if kind != "none" else _PARTS.get(last[0], "X")
    case = next((mark.capitalize() for mark in last if mark.capitalize() in set(Case)), None)
    owner = next((mark[1] + mark[2] for mark in last if re.fullmatch(r"P[123](sg|pl)", mark)), "")
    return Target(
        word, pos, lower(root), case, owner if case else None, kind, form, tense,
        "Neg" in marks if verb else None, "Pass" in marks if verb else None,
    )  # fmt: skip


def sentences(path: Path) -> Iterator[list[Target]]:
    """The sentences of a file of either kind."""
    if ".conllu" in path.name:
        for sentence in treebank(path):
            yield [from_treebank(word) for word in sentence]
        return
    held: list[Target] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.split()
            if cells:
                held.append(from_analysis(cells[0], cells[1]))
            elif held:
                yield held
                held = []


def agreement(target: Target, morph: Morph) -> float:
    """How well a reading agrees with the gold."""
    score = 1.0 * (target.pos == morph.pos) + 1.2 * (target.lemma == lower(morph.lemma))
    if target.kind is not None:
        score += 3.0 * (target.kind == verb_class(morph))
    if target.form is not None:
        score += 1.0 * (target.form is morph.form)
    if target.case is not None:
        score += 2.0 * (target.case == (morph.case or "Nom"))
    if target.possessive is not None:
        score += 1.0 * (target.possessive[:1] == (morph.possessive or "")[:1])
    if target.tense is not None:
        score += 2.0 * (target.tense is morph.tense)
    if target.negative is not None:
        score += 1.0 * (target.negative == morph.negative)
    if target.passive is not None:
        score += 0.5 * (target.passive == morph.passive)
    return score


def own_features(word: str, reading: Reading) -> list[str]:
    """The features of a reading by itself."""
    morph = reading.morph
    lemma = f"l|{lower(morph.lemma)}|{morph.pos}|{morph.form or ''}"
    return [f"t|{reading.tag}", f"w|{lower(word)}|{reading.tag}", lemma]


def features(word: str, named: bool, reading: Reading, before: str, after: str, verb: str) -> list[str]:
    """The features of a reading in its place: its own, then those of the context."""
    tag = reading.tag
    pairs = [f"p|{before}|{tag}", f"n|{tag}|{after}", f"c|{coarse(before)}|{tag}|{coarse(after)}"]
    pairs.append(f"r|{tag}|{coarse(after)}")
    if verb:
        pairs += [f"v|{fine(tag)}|{verb}", f"o|{tag}|{verb[-1]}"]
    return own_features(word, reading) + pairs + ([f"k|{tag}"] if named else [])


class Learner:
    """An averaged perceptron over the readings of the rules."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.sums: dict[str, float] = {}
        self.steps = 0

    def cost(self, names: Iterable[str], reading: Reading) -> float:
        """The cost of a reading: that of the rules and what was learned."""
        return reading.cost + sum(self.weights.get(name, 0.0) for name in names)

    def see(self, sentence: Sequence[Target]) -> int:
        """Choose for one sentence and mend the weights; the number of wrong choices."""
        held = [raw_readings(target.word) for target in sentence]
        likeliest = [self._likeliest(target.word, options) for target, options in zip(sentence, held, strict=True)]
        verbs = [verb_mark(reading.morph) for reading in likeliest]
        before, wrong = BEGIN, 0
        for at, options in enumerate(held):
            after = likeliest[at + 1].tag if at + 1 < len(held) else STOP
            if len(options) == 1:
                before = options[0].tag
                continue
            self.steps += 1
            verb = verb_ahead(verbs, at) if may_be_object(options) else ""
            named = at > 0 and sentence[at].word[0].isupper() and sentence[at - 1].word[0].isupper()
            names = [features(sentence[at].word, named, option, before, after, verb) for option in options]
            costs = [self.cost(name, option) for name, option in zip(names, options, strict=True)]
            marks = [agreement(sentence[at], option.morph) for option in options]
            chosen = min(range(len(options)), key=costs.__getitem__)
            right = min((k for k, mark in enumerate(marks) if mark == max(marks)), key=costs.__getitem__)
            if marks[chosen] < marks[right]:
                wrong += 1
                self._move(names[right], -0.25)
                self._move(names[chosen], 0.25)
            before = options[chosen].tag
        return wrong

    def _likeliest(self, word: str, options: Sequence[Reading]) -> Reading:
        """The reading that the word has by itself, as the weights stand."""
        if len(options) == 1:
            return options[0]
        return min(options, key=lambda option: self.cost(own_features(word, option), option))

    def _move(self, names: Iterable[str], by: float) -> None:
        for name in names:
            self.weights[name] = self.weights.get(name, 0.0) + by
            self.sums[name] = self.sums.get(name, 0.0) + by * self.steps

    def averaged(self) -> dict[str, float]:
        """The weights averaged over all steps."""
        return {name: weight - self.sums[name] / max(self.steps, 1) for name, weight in self.weights.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write; prints wrong choices of each round."""
    parser = argparse.ArgumentParser(prog="learn_morphology", description=__doc__)
    parser.add_argument("out", type=Path, help="the table to write")
    parser.add_argument("files", type=Path, nargs="+", help="treebanks and news files with morphology")
    options = parser.parse_args(arguments)
    held = {tuple(sentence): None for file in options.files for sentence in sentences(file)}
    order = list(held)
    learner, shuffler = Learner(), random.Random(7)
    for turn in range(_EPOCHS):
        shuffler.shuffle(order)
        wrong = sum(learner.see(sentence) for sentence in order)
        print(f"round {turn + 1}: {wrong} of {learner.steps // (turn + 1)} ambiguous words wrong")
    rows = [(name, weight) for name, weight in learner.averaged().items() if abs(weight) >= _SMALLEST]
    lines = [*_HEAD]
    lines += [f"{name}\t{weight:.2f}" for name, weight in sorted(rows)]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} weights")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
