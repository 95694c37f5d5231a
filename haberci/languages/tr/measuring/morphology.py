"""Measure the Turkish morphology against treebanks: ``python -m haberci.languages.tr.measuring.morphology DIR``.

DIR holds files ``*.conllu`` or ``*.conllu.xz`` of Universal Dependencies; those named ``*test*`` are read, or the files
given. Tokens are taken as the treebank has them, with what it splits (``başlıyorlar`` + ``mış``) joined again.
Printed are the share of right answers and, with ``--errors N``, the commonest wrong ones.
"""

from __future__ import annotations

import argparse
import lzma
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.morph import Form, Morph, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.sentence import analyse

_POS = {"AUX": "VERB", "SCONJ": "CCONJ", "INTJ": "X", "SYM": "PUNCT", "_": "X"}
_PART = frozenset({Form.AN, Form.DIK, Form.ACAK, Form.MIS})
_VNOUN = frozenset({Form.MA, Form.MAK, Form.IS})
_MOODS = {"Imp": Tense.IMPERATIVE, "Opt": Tense.OPTATIVE, "Des": Tense.CONDITION, "Nec": Tense.NECESSITY}


class Gold(NamedTuple):
    """One word of a treebank."""

    form: str
    lemma: str
    pos: str
    feats: dict[str, str]
    split: bool


def treebank(path: Path) -> Iterator[list[Gold]]:
    """The sentences of a CoNLL-U file, compressed or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        sentence: list[Gold] = []
        joined, until = "", 0
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 10:
                if sentence and not line.strip():
                    yield sentence
                    sentence, until = [], 0
                continue
            if "-" in cells[0]:
                joined, until = cells[1], -int(cells[0].split("-")[1])
            elif cells[0].isdigit() and int(cells[0]) > until:
                sentence.append(_word(cells, joined if until < 0 else ""))
                until = -until if until < 0 else until
        if sentence:
            yield sentence


def _word(cells: Sequence[str], joined: str) -> Gold:
    feats = dict(pair.split("=", 1) for pair in cells[5].split("|") if "=" in pair)
    return Gold(joined or cells[1], cells[2], cells[3], feats, bool(joined))


def verb_class(morph: Morph) -> str:
    """The treebank's name for the kind of verb form."""
    if morph.form is None:
        return "none"
    if morph.form in _PART:
        return "Part"
    return "Vnoun" if morph.form in _VNOUN else "Fin" if morph.form is Form.FINITE else "Conv"


def gold_tense(feats: dict[str, str]) -> Tense | None:
    """The tense of a finite gold verb, None when the treebank does not tell it apart."""
    if feats.get("Mood") in _MOODS:
        return _MOODS[feats["Mood"]]
    if feats.get("Aspect") == "Prog":
        return Tense.PROG
    if feats.get("Aspect") == "Hab":
        return Tense.AORIST
    if feats.get("Tense") == "Fut":
        return Tense.FUTURE
    return Tense.EVID if feats.get("Evident") == "Nfh" else None


class Tally:
    """Right and wrong answers by question."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.wrong: dict[str, Counter[str]] = {}

    def ask(self, question: str, gold: object, ours: object, word: str) -> None:
        """Count one answer."""
        self.asked[question] += 1
        if gold == ours:
            self.right[question] += 1
        else:
            self.wrong.setdefault(question, Counter())[f"{word}: {ours} for {gold}"] += 1

    def lines(self, errors: int) -> Iterator[str]:
        """The table, a line a question."""
        for question, asked in self.asked.items():
            yield f"{question:14} {self.right[question] / asked:.3f}  of {asked}"
            for what, count in self.wrong.get(question, Counter()).most_common(errors):
                yield f"    {count:4} {what}"


def compare(sentence: Sequence[Gold], tally: Tally) -> None:
    """Analyse one sentence and count what is right."""
    for gold, ours in zip(sentence, analyse([word.form for word in sentence]), strict=True):
        if gold.pos == "PUNCT":
            continue
        tally.ask("upos", _POS.get(gold.pos, gold.pos), str(ours.pos), gold.form)
        tally.ask("lemma", lower(gold.lemma), lower(ours.lemma), gold.form)
        if gold.pos in ("NOUN", "PROPN") and "Case" in gold.feats:
            tally.ask("noun case", gold.feats["Case"], str(ours.case or "Nom"), gold.form)
        if gold.pos == "VERB" and "Polarity" in gold.feats:
            _compare_verb(gold, ours, tally)


def _compare_verb(gold: Gold, ours: Morph, tally: Tally) -> None:
    feats = gold.feats
    kind = {"Part": "Part", "Vnoun": "Vnoun", "Conv": "Conv"}.get(feats.get("VerbForm", ""), "Fin")
    tally.ask("verb lemma", lower(gold.lemma), lower(ours.lemma), gold.form)
    if not gold.split:
        tally.ask("verb form", kind, verb_class(ours), gold.form)
    tally.ask("polarity", feats["Polarity"] == "Neg", ours.negative, gold.form)
    tally.ask("passive", "Pass" in feats.get("Voice", ""), ours.passive, gold.form)
    if kind == "Vnoun" and "Case" in feats:
        tally.ask("vnoun case", feats["Case"], str(ours.case or "Nom"), gold.form)
    if kind == "Fin" and not gold.split:
        person = feats.get("Person", "") + {"Sing": "s", "Plur": "p"}.get(feats.get("Number", ""), "")
        tally.ask("person", person, ours.person, gold.form)
        if (tense := gold_tense(feats)) is not None:
            tally.ask("tense", tense, ours.tense, gold.form)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each treebank; the exit status is 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="measure_morphology", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="folders or CoNLL-U files")
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest wrong answers to print")
    options = parser.parse_args(arguments)
    files = [
        file for path in options.paths for file in (sorted(path.rglob("*test*.conllu*")) if path.is_dir() else [path])
    ]
    for file in files:
        tally, started, words = Tally(), time.perf_counter(), 0
        for sentence in treebank(file):
            compare(sentence, tally)
            words += len(sentence)
        seconds = time.perf_counter() - started
        print(f"{file.name}: {words} words, {words / max(seconds, 1e-9):.0f} words/s, cold")
        print("\n".join(tally.lines(options.errors)))
    return 0 if files else 2


if __name__ == "__main__":
    sys.exit(main())
