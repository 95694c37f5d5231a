"""Measure the Turkish analysis against treebanks: ``python -m haberci.languages.tr.measuring.universal TREEBANKS``.

TREEBANKS is the folder with the treebanks' folders; those named by ``--of`` are read (BOUN and Kenet by their test
parts), each in its own convention, or all in the one that ``--convention`` names. Printed are the share of right

- ``case``: of nouns and names that have one;
- ``verb features``: tense, aspect, mood, evidentiality, polarity and form together, with person and number where
  finite, of verbs and auxiliaries of which the treebank tells any of them, in the terms of ``verb_features``;
- ``lemma``: of all words but punctuation; capitals count as small letters;
- ``UPOS``: of all words, punctuation included, as is usual; ``UPOS of words``: without it.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from haberci.core.conllu import FEATS, LEMMA, UPOS, features, read_conllu
from haberci.core.universal import Convention, SurfaceWord, UniversalWord
from haberci.languages.tr.casing import lower
from haberci.languages.tr.universal.sentence import annotate

TREEBANKS = {"BOUN": Convention.BOUN, "Kenet": Convention.KENET}
FIGURES = ("case", "verb features", "lemma", "UPOS", "UPOS of words")
_MOODS = ("Imp", "Opt", "Nec", "Des", "Cnd", "Pot")
_FINITE = frozenset({"Tense", "Aspect", "Mood", "Evident"})
_VERBAL = ("Tense", "Aspect", "Mood", "Evident", "Polarity", "VerbForm")


class GoldWord(NamedTuple):
    """A word of syntax as a treebank has it."""

    lemma: str
    upos: str
    feats: dict[str, str]


class GoldSentence(NamedTuple):
    """A sentence of a treebank: its words as written, and the words of syntax."""

    surface: list[SurfaceWord]
    words: list[GoldWord]


def gold_sentences(path: Path) -> Iterator[GoldSentence]:
    """The sentences of a treebank's file, compressed or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for sentence in read_conllu(lines):
            words = [GoldWord(row[LEMMA], row[UPOS], features(row[FEATS])) for row in sentence.words()]
            yield GoldSentence(sentence.surface(), words)


def verb_features(feats: dict[str, str]) -> str:
    """A verb's features in terms that both conventions share; empty where there are none of a verb's own.

    The conventions name the same forms otherwise. Aspect is told where it is progressive or habitual and the tense is
    not past (both lose it under -DI); -DI over another tense is past; -mIş is hearsay, which Kenet calls perfect of
    the present; moods that say nothing more (Ind, Gen, BOUN's Imp of converbs) are left out; what has no polarity is
    positive; what has a case and neither tense nor mood is a verbal noun; person and number count where it is finite.
    """
    if not any(name in feats for name in _VERBAL):
        return ""
    form = feats.get("VerbForm") or ("Vnoun" if "Case" in feats and not feats.keys() & _FINITE else "Fin")
    tense = feats.get("Tense", "Pres")
    perfect = (feats.get("Aspect"), tense, feats.get("Mood")) == ("Perf", "Pres", "Ind") and "VerbForm" in feats
    if form == "Fin" and feats.get("Evident") == "Fh":
        tense = "Past"
    heard = form == "Fin" and (feats.get("Evident") == "Nfh" or perfect)
    found = [form, "Heard" if heard else tense, feats.get("Polarity", "Pos")]
    if tense == "Pres" and feats.get("Aspect") in ("Prog", "Hab") and not heard:
        found.append(feats["Aspect"])
    found += [mood for mood in _MOODS if mood in feats.get("Mood", "") and (form, mood) != ("Conv", "Imp")]
    if form == "Fin":
        found.append(feats.get("Person", "3") + feats.get("Number", "Sing"))
    return " ".join(found)


class Tally:
    """Right and wrong answers by figure."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.wrong: dict[str, Counter[str]] = {}

    def ask(self, figure: str, gold: object, ours: object, word: str) -> None:
        """Count one answer."""
        self.asked[figure] += 1
        if gold == ours:
            self.right[figure] += 1
        else:
            self.wrong.setdefault(figure, Counter())[f"{word}: {ours} for {gold}"] += 1

    def figures(self) -> dict[str, float]:
        """The share of right answers by figure."""
        return {figure: self.right[figure] / self.asked[figure] for figure in FIGURES if self.asked[figure]}

    def lines(self, errors: int) -> Iterator[str]:
        """The table, a line a figure, with the commonest wrong answers."""
        for figure, share in self.figures().items():
            yield f"{figure:14} {share:.3f}  of {self.asked[figure]}"
            for what, count in self.wrong.get(figure, Counter()).most_common(errors):
                yield f"    {count:4} {what}"


def compare(gold: GoldSentence, ours: Sequence[UniversalWord], tally: Tally) -> None:
    """Count what is right in one sentence."""
    for told, word in zip(gold.words, ours, strict=True):
        tally.ask("UPOS", told.upos, word.upos, word.form)
        if told.upos == "PUNCT":
            continue
        tally.ask("UPOS of words", told.upos, word.upos, word.form)
        tally.ask("lemma", lower(told.lemma), lower(word.lemma), word.form)
        if told.upos in ("NOUN", "PROPN") and "Case" in told.feats:
            tally.ask("case", told.feats["Case"], word.feats.get("Case", "Nom"), word.form)
        if told.upos in ("VERB", "AUX") and verb_features(told.feats):
            tally.ask("verb features", verb_features(told.feats), verb_features(word.feats), word.form)


def measure(gold: Iterable[GoldSentence], convention: Convention) -> Tally:
    """The tally of some sentences, tagged by a convention."""
    tally = Tally()
    for sentence in gold:
        compare(sentence, annotate(sentence.surface, convention), tally)
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each treebank; the exit status is 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="measure_universal", description=__doc__)
    parser.add_argument("treebanks", type=Path, help="the folder that holds the treebanks' folders")
    parser.add_argument("--of", nargs="+", default=list(TREEBANKS), help="which treebanks (default: BOUN Kenet)")
    parser.add_argument("--part", default="test", help="which part (default: test)")
    parser.add_argument("--convention", type=Convention, choices=list(Convention), help="one for all treebanks")
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest wrong answers to print")
    options = parser.parse_args(arguments)
    for name in options.of:
        paths = sorted((options.treebanks / name).glob(f"*{options.part}*.conllu*"))
        if not paths:
            print(f"no {options.part} part of {name} in {options.treebanks}", file=sys.stderr)
            return 2
        convention = options.convention or TREEBANKS.get(name, Convention.BOUN)
        print(f"{name} {options.part}, tagged as {convention}")
        print("\n".join(measure(chain(*map(gold_sentences, paths)), convention).lines(options.errors)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
