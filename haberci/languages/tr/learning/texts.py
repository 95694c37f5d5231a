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
from typing import NamedTuple, TextIO

LEFT_OUT = ("satiretr-aa", "ttc3600/siyaset", "wmt2018")
SHARED = frozenset(f"c ({n}).txt" for n in (477, 540, 543, 556))  # of ttc3600/ekonomi: stand in a test set, too
FREE = ("Atis", "BOUN", "FrameNet", "Kenet", "Penn", "Tourism")  # CC BY-SA, named in NOTICE
LICENSED = ("tfeec",)  # sources whose licence (MIT) lets weights be learned; of the others words are counted
FEWEST_MARKS = 0.025  # of all letters: a text below has lost its letters, or is not Turkish
_TEXT = "# text = "


class Sound(NamedTuple):
    """A sound text, and whether weights may be learned from it; if not, its words are counted only."""

    text: str
    licensed: bool


def news(folder: Path) -> Iterator[Sound]:
    """The texts of ``*.jsonl`` or ``*.jsonl.xz``, one record a line with ``text`` and ``src``, composed (NFC)."""
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.xz")]):
        with _opened(path) as lines:
            for line in lines:
                record = json.loads(line)
                text = unicodedata.normalize("NFC", record["text"])
                if not _is_test(record) and _is_sound(text):
                    yield Sound(text, record.get("src") in LICENSED)


def _is_test(record: dict[str, str]) -> bool:
    source = record.get("src")
    return source in LEFT_OUT or (source == "ttc3600/ekonomi" and record.get("id") in SHARED)


def treebanks(folder: Path) -> Iterator[Sound]:
    """The sentences of the train and dev parts (CoNLL-U) in the folders of free treebanks."""
    for name in FREE:
        for path in sorted((folder / name).glob("*.conllu*")):
            if "-train" not in path.name and "-dev" not in path.name:
                continue
            with _opened(path) as lines:
                for line in lines:
                    if line.startswith(_TEXT):
                        yield Sound(unicodedata.normalize("NFC", line[len(_TEXT) :].strip()), True)


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _is_sound(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(text.count, "şğıŞĞİ")) / letters >= FEWEST_MARKS
