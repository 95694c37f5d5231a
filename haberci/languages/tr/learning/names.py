"""Learn to recognise names: ``python -m haberci.languages.tr.learning.names --corpus DIR --treebanks DIR --marked F``.

The words of the texts are counted; weights are learned from the marked file alone (news, MIT). ``make model-names``
installs what this needs beside the project's own dependencies, and runs it; the same texts give the same model.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, starmap
from pathlib import Path

from haberci.languages.tr.casing import lower
from haberci.languages.tr.learning.names_counts import Standing, token_rows, word_classes
from haberci.languages.tr.learning.names_lists import name_lists
from haberci.languages.tr.learning.texts import news, treebanks
from haberci.languages.tr.names.evidence import Evidence, evidence_features, placing, registered
from haberci.languages.tr.names.features import initial_features, joint_features, register_features
from haberci.languages.tr.names.lexicon import UNSEEN, Known, NameLexicon, pack_rows, write_parts
from haberci.languages.tr.names.model import AROUND, pack_weights
from haberci.languages.tr.names.texts import Marked, blocks, marked_sentences
from haberci.languages.tr.names.words import (
    EDGE,
    WordReader,
    beside_features,
    capitals,
    own_features,
    parted,
    standing_figures,
)

PENALTY = {"c1": 0.05, "c2": 0.3}  # of the sum of the weights, and of their squares
ROUNDS = 120


def lexicon_rows(corpus: Path, banks: Path) -> dict[str, Known]:
    """What is to be known of words."""
    lists = name_lists()
    texts = (text for text, _ in chain(news(corpus), treebanks(banks)))
    rows = list(token_rows(texts))
    standing = Standing(lists)
    for row in rows:
        standing.add(row)
    found = {word: UNSEEN._replace(small=small, standing=figures) for word, small, figures in standing.rows()}
    for name, words in lists.items():
        for word in words:
            held = found.get(word, UNSEEN)
            found[word] = held._replace(lists=held.lists + name)
    for word, classes in word_classes(rows, standing.counts).items():
        small, is_capital = lower(word), word[0].isupper()
        held = found.get(small, UNSEEN)
        found[small] = held._replace(capital_class=classes) if is_capital else held._replace(small_class=classes)
    return found


def labels_of(sentence: Marked) -> list[str]:
    """A sentence's labels as the recogniser gives them; a word with a suffix behind its apostrophe ends its name."""
    labels = ["O"] * len(sentence.words)
    for first, last, kind in sentence.names:
        ends = [at + 1 for at in range(first, last) if at == last - 1 or parted(sentence.words[at])[1] is not None]
        for start, stop in zip([first, *ends[:-1]], ends, strict=True):
            for at in range(start, stop):
                labels[at] = ("B" if at == start else "L" if at == stop - 1 else "I") + "-" + kind
            if stop - start == 1:
                labels[start] = "U-" + kind
    return labels


def features_of(block: Sequence[Marked], reader: WordReader) -> Iterator[list[list[str]]]:
    """The features of each word of each sentence of one report."""
    sentences = [sentence.words for sentence in block]
    evidence = Evidence(sentences, placing(reader))
    for number, words in enumerate(sentences):
        tags = registered(words, capitals(words))
        yield [_features(words, at, reader, tags, evidence.elsewhere(number, at)) for at in range(len(words))]


def _features(
    words: Sequence[str], at: int, reader: WordReader, tags: Mapping[int, str], told: tuple[int, int] | None
) -> list[str]:
    kinds = {k: reader.read(words[k]) if 0 <= k < len(words) else EDGE for k in range(at - 2, at + 3)}
    one = kinds[at]
    found = [*own_features(one), *joint_features(kinds[at - 1], one, kinds[at + 1]), *register_features(tags, at)]
    if at == 0:
        found += initial_features(one)
    elif not words[at - 1][0].isalnum():
        found.append("behind" + words[at - 1])
    for offset, mark in AROUND:
        beside = kinds[at + offset]
        standing = chain.from_iterable(starmap(beside_features, enumerate(standing_figures(beside))))
        found += [mark + feature for feature in chain(beside.near, standing)]
    return found + list(evidence_features(*told) if told is not None else ())


def learn_weights(sentences: Sequence[Marked], reader: WordReader) -> bytes:
    """The weights learned from marked sentences, packed."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for block in blocks(sentences):
        for sentence, features in zip(block, features_of(block, reader), strict=True):
            trainer.append(features, labels_of(sentence))
    trainer.set_params({**PENALTY, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(str(Path(folder) / "names.crf"))
        with tagger.open(str(Path(folder) / "names.crf")):
            held = tagger.info()
    weights: dict[str, dict[str, float]] = {}
    for (feature, label), value in held.state_features.items():
        if round(value, 3):
            weights.setdefault(feature, {})[label] = value
    return pack_weights(weights, held.transitions)


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="learn_names", description="Learn to recognise names.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl or *.jsonl.xz with text and src")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of Turkish treebanks, CoNLL-U")
    parser.add_argument("--marked", type=Path, required=True, help="news with names marked, one word a line")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "data" / "tr" / "names.bin")
    options = parser.parse_args(arguments)
    rows = pack_rows(lexicon_rows(options.corpus, options.treebanks))
    sentences = marked_sentences(options.marked)
    kinds = Counter(kind for sentence in sentences for _, _, kind in sentence.names)
    print(f"{len(sentences)} sentences with {dict(sorted(kinds.items()))}")
    reader = WordReader(NameLexicon(rows))
    options.out.write_bytes(write_parts([rows, learn_weights(sentences, reader)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
