"""Find the readings of the commonest word forms anew: ``python -m haberci.languages.tr.learning.forms``.

With ``--corpus`` the forms are counted in the texts of which letters are learned (``learning.texts``); without it they
are those of the present file, which is what a change of the morphology's tables asks for. Those that the word lists of
zemberek count often are added. No text is written.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from haberci.core.lexicon import data_file
from haberci.languages.tr.learning.lists import counted_forms, zemberek_folder
from haberci.languages.tr.learning.texts import Sound, news, treebanks
from haberci.languages.tr.morphology.forms import FILE, pack, read
from haberci.languages.tr.morphology.words import by_rules
from haberci.languages.tr.words import words

MOST = 120_000  # forms: more weigh more than they help
FEWEST = 3  # so often must a form be counted
FEWEST_LISTED = 3  # so often must a form be expected by the word lists: of new types of news a sixth is by these alone


def counted(texts: Iterable[Sound]) -> list[str]:
    """The commonest forms of the texts, letters alone or with what stands behind an apostrophe."""
    forms: Counter[str] = Counter()
    for sound in texts:
        for line in sound.text.split("\n"):
            forms.update(line[start:stop] for start, stop in words(line))
    common = sorted((-count, form) for form, count in forms.items() if count >= FEWEST and form[0].isalpha())
    return [form for _, form in common[:MOST]]


def listed(folder: Path) -> Iterator[str]:
    """The commonest forms of the word lists."""
    return (form for form, times in counted_forms(folder) if times >= FEWEST_LISTED and form[0].isalpha())


def packed(forms: Iterable[str]) -> bytes:
    """The bytes of a file with the readings of the forms."""
    return pack({form: by_rules(form) for form in forms})


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="learn_forms", description="Find the readings of the commonest word forms.")
    parser.add_argument("--corpus", type=Path, help="folder of *.jsonl or *.jsonl.xz with text and src")
    parser.add_argument("--treebanks", type=Path, help="folder of Turkish treebanks, a folder each, CoNLL-U")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[3] / "data" / FILE)
    parser.add_argument("--lists", type=Path, default=zemberek_folder(), help="folder of zemberek's resources")
    options = parser.parse_args(arguments)
    for folder in filter(None, (options.corpus, options.treebanks, options.lists)):
        if not folder.is_dir():
            sys.stderr.write(f"no such folder: {folder}\n")
            return 2
    sentences = treebanks(options.treebanks) if options.treebanks else ()
    texts = chain(news(options.corpus), sentences) if options.corpus else None
    forms = read(data_file(FILE).read_bytes()).forms() if texts is None else counted(texts)
    more = listed(options.lists) if options.lists else ()
    options.out.write_bytes(packed(dict.fromkeys(chain(forms, more))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
