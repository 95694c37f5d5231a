"""The sound Turkish texts from which letters are learned: news, and the sentences of treebanks.

Sources that serve as test sets of letters (``LEFT_OUT``), treebanks that forbid it (``FREE`` names those that allow it)
and the test parts of treebanks are left out.
"""

from __future__ import annotations

import json
import lzma
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

LEFT_OUT = ("satiretr-aa", "ttc3600/siyaset", "wmt2018")
FREE = ("Atis", "BOUN", "FrameNet", "Kenet", "Penn", "Tourism")  # CC BY-SA, named in NOTICE
FEWEST_MARKS = 0.025  # of all letters: a text below has lost its letters, or is not Turkish
_TEXT = "# text = "


def news(folder: Path) -> Iterator[str]:
    """The texts of ``*.jsonl`` or ``*.jsonl.xz``, one record a line with ``text`` and ``src``, composed (NFC)."""
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.xz")]):
        with _opened(path) as lines:
            for line in lines:
                record = json.loads(line)
                text = unicodedata.normalize("NFC", record["text"])
                if record.get("src") not in LEFT_OUT and _is_sound(text):
                    yield text


def treebanks(folder: Path) -> Iterator[str]:
    """The sentences of the train and dev parts (CoNLL-U) in the folders of free treebanks."""
    for name in FREE:
        for path in sorted((folder / name).glob("*.conllu*")):
            if "-train" not in path.name and "-dev" not in path.name:
                continue
            with _opened(path) as lines:
                for line in lines:
                    if line.startswith(_TEXT):
                        yield unicodedata.normalize("NFC", line[len(_TEXT) :].strip())


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _is_sound(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(text.count, "şğıŞĞİ")) / letters >= FEWEST_MARKS
