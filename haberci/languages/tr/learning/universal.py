"""Learn parts of speech and lemmas of treebanks: ``python -m haberci.languages.tr.learning.universal TREEBANKS OUT``.

TREEBANKS is the folder with the treebanks' folders. Of BOUN and Kenet, whose conventions are to be
met, the dev parts are learned from; the others help, by their dev and train parts (PUD and GB have one part).
With ``--hold-out N`` every Nth sentence of BOUN and Kenet is left out, and the figures on them are printed instead of
writing a model.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import intern
from typing import NamedTuple

from haberci.core.universal import Convention
from haberci.languages.tr.casing import lower
from haberci.languages.tr.learning.perceptron import Perceptron, mean
from haberci.languages.tr.learning.universal_tags import conforming
from haberci.languages.tr.measuring.universal import TREEBANKS, GoldSentence, Tally, compare, gold_sentences
from haberci.languages.tr.universal.lemmas import Seen, candidates, lemma_features
from haberci.languages.tr.universal.model import SCALE, pack, parse
from haberci.languages.tr.universal.sentence import annotated, fitting
from haberci.languages.tr.universal.slots import Slot, slots
from haberci.languages.tr.universal.tagger import (
    EDGE,
    PUNCT,
    View,
    highest,
    history_features,
    is_mark,
    place_features,
    scored,
    views,
    word_features,
)

_SOURCES = (
    ("BOUN/*dev*", Convention.BOUN, 3), ("PUD/*.conllu*", Convention.BOUN, 1), ("GB/*.conllu*", Convention.BOUN, 1),
    ("Kenet/*dev*", Convention.KENET, 3), ("Penn/*dev*", Convention.KENET, 1),
    ("FrameNet/*train*", Convention.KENET, 1), ("FrameNet/*dev*", Convention.KENET, 1),
    ("Tourism/*dev*", Convention.KENET, 1),
)  # fmt: skip
_LEMMAS = ("BOUN", "Kenet", "Penn", "FrameNet")  # whose lemmas are sound enough to learn from
_EPOCHS = 4
_LEARNERS = 4  # whose weights are averaged
_MARGIN = 1.0  # by how much the right tag is to be ahead
_FEWEST = 2  # a feature of fewer words tells nothing of others
_OFTEN, _NEARLY = 3, 0.85  # what BOUN or Kenet tags so often, and in such a share alike, is settled
_SEEN = 1  # an irregular lemma counts when it is seen more often


class Lesson(NamedTuple):
    """One sentence to learn from; ``features`` are those of each word, marks without any."""

    slots: list[Slot]
    gold: GoldSentence
    convention: Convention
    weight: int
    lemmas: bool
    views: list[View]
    features: list[list[str]]


class LemmaLesson(NamedTuple):
    """One word's candidate lemmas by their features, and which of them is right."""

    names: list[list[str]]
    right: int
    weight: int
    convention: Convention


def learn_tags(lesson: Lesson, learner: Perceptron) -> int:
    """Tag one sentence and mend the weights where the right tag is not well ahead; the number of wrong tags."""
    one, two, wrong = EDGE, EDGE, 0
    weights = learner.weights[lesson.convention]
    for view, own, gold in zip(lesson.views, lesson.features, lesson.gold.words, strict=True):
        if not own:
            one, two = PUNCT, one
            continue
        features = own + history_features(view, one, two)
        scores = scored(weights, features)
        found = highest(scores)
        scores[gold.upos] = scores.get(gold.upos, 0.0) - _MARGIN
        rival = highest(scores)
        learner.steps += 1
        wrong += found != gold.upos
        if rival != gold.upos:
            learner.move(features, gold.upos, lesson.weight, lesson.convention)
            learner.move(features, rival, -lesson.weight, lesson.convention)
        one, two = found, one
    return wrong


def learn_lemma(lesson: LemmaLesson, learner: Perceptron) -> bool:
    """Choose the lemma of one word and mend the weights; whether it was wrong."""
    weights = learner.weights[lesson.convention]
    scores = [sum(weights[name].get("", 0.0) for name in own if name in weights) for own in lesson.names]
    learner.steps += 1
    chosen = max(range(len(scores)), key=scores.__getitem__)
    if chosen != lesson.right:
        learner.move(lesson.names[lesson.right], "", lesson.weight, lesson.convention)
        learner.move(lesson.names[chosen], "", -lesson.weight, lesson.convention)
    return chosen != lesson.right


def lemma_lessons(lesson: Lesson, seen: Seen) -> Iterator[LemmaLesson]:
    """The words of a sentence that have more than one candidate, the right one among them."""
    for slot, gold in zip(lesson.slots, lesson.gold.words, strict=True):
        if gold.upos == PUNCT:
            continue
        morph = fitting(slot, gold.upos, lesson.convention)
        options = candidates(slot, gold.upos, morph, seen)
        right = next((k for k, option in enumerate(options) if lower(option.lemma) == lower(gold.lemma)), None)
        if right is not None and len(options) > 1:
            names = [lemma_features(slot, gold.upos, morph, option) for option in options]
            yield LemmaLesson(names, right, lesson.weight, lesson.convention)


def irregular(lessons: Sequence[Lesson]) -> dict[Convention, dict[tuple[str, str], str]]:
    """Lemmas that no rule leads to, of words that were seen more than once with them, by convention."""
    told: dict[tuple[Convention, str, str], Counter[str]] = defaultdict(Counter)
    for lesson in lessons:
        for slot, gold in zip(lesson.slots, lesson.gold.words, strict=True):
            if gold.upos != PUNCT and " " not in gold.lemma + slot.small:
                told[lesson.convention, slot.small, gold.upos][lower(gold.lemma)] += lesson.weight
                morph = fitting(slot, gold.upos, lesson.convention)
                if any(lower(o.lemma) == lower(gold.lemma) for o in candidates(slot, gold.upos, morph, {})):
                    told[lesson.convention, slot.small, gold.upos]["="] += lesson.weight
    found: dict[Convention, dict[tuple[str, str], str]] = {convention: {} for convention in Convention}
    for (convention, small, upos), lemmas in sorted(told.items()):
        regular = lemmas.pop("=", 0)
        lemma, count = min(lemmas.items(), key=lambda pair: (-pair[1], pair[0]))
        if count > max(regular, _SEEN):
            found[convention][small, upos] = lemma
    return found


def lessons_of(treebanks: Path) -> Iterator[tuple[Path, Lesson]]:
    """What is to be learned from, with the file that it is from."""
    for pattern, convention, weight in _SOURCES:
        for path in sorted(treebanks.glob(pattern)):
            for gold in gold_sentences(path):
                yield path, lesson_of(gold, convention, weight, path.parent.name in _LEMMAS)


def lesson_of(gold: GoldSentence, convention: Convention, weight: int, lemmas: bool) -> Lesson:
    """A sentence with its features, its tags brought to the convention."""
    held = slots(gold.surface)
    before = ["", *(slot.small for slot in held)]
    told = zip(held, gold.words, before, strict=False)
    gold = gold._replace(words=[conforming(slot, word, small, convention) for slot, word, small in told])
    seen = views(held)
    made = [word_features(view) + place_features(seen, at) for at, view in enumerate(seen)]
    kept = [[] if is_mark(slot) else list(map(intern, own)) for slot, own in zip(held, made, strict=True)]
    return Lesson(held, gold, convention, weight, lemmas, seen, kept)


def settled(found: Sequence[tuple[Path, Lesson]]) -> dict[Convention, dict[str, str]]:
    """Words that BOUN, or Kenet, tags nearly always alike, with that tag, by convention."""
    told: dict[tuple[Convention, str], Counter[str]] = defaultdict(Counter)
    for path, lesson in found:
        if path.parent.name in TREEBANKS:
            for slot, gold in zip(lesson.slots, lesson.gold.words, strict=True):
                told[lesson.convention, slot.small][gold.upos] += 1
    tags: dict[Convention, dict[str, str]] = {convention: {} for convention in Convention}
    for (convention, small), counts in told.items():
        upos, count = counts.most_common(1)[0]
        if count >= _OFTEN and count >= _NEARLY * counts.total():
            tags[convention][small] = upos
    return tags


def agreed(lesson: Lesson, tags: dict[str, str]) -> Lesson:
    """A lesson of another treebank, with the tags that BOUN or Kenet has settled for its words."""
    pairs = zip(lesson.slots, lesson.gold.words, strict=True)
    words = [word._replace(upos=tags.get(slot.small, word.upos)) for slot, word in pairs]
    return lesson._replace(gold=lesson.gold._replace(words=words))


def telling(lessons: Sequence[Lesson]) -> list[Lesson]:
    """The lessons with those features only that more than one word has."""
    seen = Counter(name for lesson in lessons for own in lesson.features for name in own)
    return [
        lesson._replace(features=[[name for name in own if seen[name] >= _FEWEST] for own in lesson.features])
        for lesson in lessons
    ]


def tag_learner(lessons: Sequence[Lesson], number: int) -> Perceptron:
    """One learner of parts of speech: its number tells the order in which it sees the lessons."""
    learner, shuffler, order = Perceptron(), random.Random(7 + number), list(lessons)
    for turn in range(_EPOCHS):
        shuffler.shuffle(order)
        wrong = sum(learn_tags(lesson, learner) for lesson in order)
        print(f"learner {number + 1}, round {turn + 1}: {wrong} tags wrong", flush=True)
    return learner


def lemma_learner(lessons: Sequence[LemmaLesson]) -> Perceptron:
    """The learner of lemmas."""
    learner, shuffler, order = Perceptron(), random.Random(7), list(lessons)
    for turn in range(_EPOCHS):
        shuffler.shuffle(order)
        wrong = sum(learn_lemma(lesson, learner) for lesson in order)
        print(f"round {turn + 1}: {wrong} lemmas wrong", flush=True)
    return learner


def learn(lessons: Sequence[Lesson]) -> list[str]:
    """The lines of a model."""
    taught = [lesson for lesson in lessons if lesson.lemmas]
    seen = irregular(taught)
    lemmas = lemma_learner([word for lesson in taught for word in lemma_lessons(lesson, seen[lesson.convention])])
    told = telling(lessons)
    learners = [tag_learner(told, number) for number in range(_LEARNERS)]
    lines: list[str] = []
    for mark in Convention:
        tags, chosen = (mean(one.averaged(mark) for one in several) for several in (learners, [lemmas]))
        lines += [_line(mark[0] + name, held) for name, held in tags.items() if " " not in name]
        lines += [f"= {mark[0]}{name} {round(held[''] * SCALE)}" for name, held in chosen.items()]
        lines += [f"@ {mark[0]}{small} {upos} {lemma}" for (small, upos), lemma in seen[mark].items()]
    return lines


def _line(feature: str, weights: dict[str, float]) -> str:
    cells = [f"{label}:{round(weight * SCALE)}" for label, weight in sorted(weights.items())]
    return " ".join([feature, *cells])


def held_out(lessons: Sequence[Lesson], text: str) -> None:
    """Print the figures on lessons that were not learned from."""
    for convention in Convention:
        model, tally = parse(text, convention), Tally()
        for lesson in lessons:
            if lesson.convention is convention:
                compare(lesson.gold, annotated(lesson.slots, model, convention), tally)
        print(convention, "\n".join(["", *tally.lines(0)]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write; prints wrong choices of each round."""
    parser = argparse.ArgumentParser(prog="learn_universal", description=__doc__)
    parser.add_argument("treebanks", type=Path, help="the folder that holds the treebanks' folders")
    parser.add_argument("out", type=Path, help="the file to write")
    parser.add_argument("--hold-out", type=int, default=0, metavar="N", help="leave out every Nth, and print figures")
    options = parser.parse_args(arguments)
    found = list(lessons_of(options.treebanks))
    apart: list[Lesson] = []
    if options.hold_out:
        own = [lesson for path, lesson in found if path.parent.name in TREEBANKS]
        apart = own[:: options.hold_out]
    held = {id(lesson) for lesson in apart}
    found = [(path, lesson) for path, lesson in found if id(lesson) not in held]
    tags = settled(found)
    kept = [
        lesson if path.parent.name in TREEBANKS else agreed(lesson, tags[lesson.convention]) for path, lesson in found
    ]
    lines = learn(kept)
    if apart:
        held_out(apart, "\n".join(lines))
    else:
        options.out.write_bytes(pack(lines))
    print(f"{len(lines)} lines")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
