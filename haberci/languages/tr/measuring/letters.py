"""Measure the restoring of letters: ``python -m haberci.languages.tr.measuring.letters DIR [--errors N]``.

DIR holds sound Turkish texts (``*.txt`` or ``*.txt.xz``, one text a line). Each is degraded, restored and compared
word by word; circumflexes count as plain letters on both sides. ``within`` are the words with a capital that stand
behind a small one, mostly names. Speed is by processor time, of one core: ``MB/s`` as words come for the first time,
``again`` as each text is repaired once more. Where DIR is missing one line says so.
"""

from __future__ import annotations

import argparse
import lzma
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from haberci.core.span import apply_edits
from haberci.languages.tr.letters.restoring import repair

_LATIN1 = str.maketrans("şğıİŞĞ", "sgiISG")
_ASCII = str.maketrans("şğıİŞĞçöüÇÖÜâîûÂÎÛ", "sgiISGcouCOUaiuAIU")
_CIRCUMFLEX = str.maketrans("âîûÂÎÛ", "aiuAIU")
NAMES: frozenset[str] = frozenset()


def _cp1254(text: str) -> str:
    return text.encode("cp1254", "replace").decode("latin-1")


def _utf8(text: str) -> str:
    return text.encode().decode("latin-1")


DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "s g i I": lambda text: text.translate(_LATIN1),
    "ASCII": lambda text: text.translate(_ASCII),
    "cp1254": _cp1254,
    "UTF-8": _utf8,
    "apart": lambda text: unicodedata.normalize("NFD", text),
}


def restored(damaged: str) -> str:
    """A damaged text, repaired."""
    return apply_edits(damaged, repair(damaged, (), NAMES))


@dataclass(slots=True)
class Tally:
    """Words compared, words wrong, and which; seconds of processor time, and those of doing each text once more."""

    words: int = 0
    wrong: int = 0
    within: int = 0
    within_wrong: int = 0
    seconds: float = 0.0
    again: float = 0.0
    size: int = 0
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def right(self) -> float:
        """Of a hundred words, how many are right."""
        return 100 * (1 - self.wrong / max(1, self.words))

    @property
    def right_within(self) -> float:
        """Of a hundred words with a capital within a sentence, how many are right."""
        return 100 * (1 - self.within_wrong / max(1, self.within))

    @property
    def speed(self) -> float:
        """MB a second of one core, what is looked up for the first time included."""
        return self.size / max(self.seconds, 1e-9) / 1e6

    @property
    def speed_again(self) -> float:
        """MB a second of one core, of texts whose words were all seen before."""
        return self.size / max(self.again, 1e-9) / 1e6

    def add(self, text: str, damaged: str, restore: Callable[[str], str] = restored) -> None:
        """Repair one damaged text and compare it with the sound one."""
        begun = time.process_time()
        found = restore(damaged)
        done = time.process_time()
        self.seconds += done - begun
        restore(damaged)
        self.again += time.process_time() - done
        self.size += len(damaged.encode())
        before = ""
        pairs = zip(found.translate(_CIRCUMFLEX).split(), text.translate(_CIRCUMFLEX).split(), strict=False)
        for got, want in pairs:
            within = want[0].isupper() and before[-1:].islower()
            self.words += 1
            self.within += within
            if got != want:
                self.wrong += 1
                self.within_wrong += within
                self.errors[got, want] += 1
            before = want


def texts(path: Path) -> Iterator[str]:
    """The texts of one file, composed (NFC); empty lines are passed over."""
    with _opened(path) as lines:
        for line in lines:
            text = unicodedata.normalize("NFC", line.strip())
            if text and not any(sign in text for sign in "\x85\x1c\x1d\x1e\u2028\u2029"):
                yield text


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="measure_letters", description="Degrade sound texts, restore, compare.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many of the commonest errors")
    parser.add_argument("--damage", choices=list(DAMAGES), action="append")
    options = parser.parse_args(arguments)
    files = sorted([*options.folder.glob("*.txt"), *options.folder.glob("*.txt.xz")])
    if not files:
        sys.stdout.write(f"skipped: no texts in {options.folder}\n")
        return 0
    sys.stdout.write(f"{'damage':10} {'file':16} {'words':>8} {'wrong':>6} {'right %':>8} {'within':>7}")
    sys.stdout.write(f" {'MB/s':>6} {'again':>6}\n")
    for name in options.damage or DAMAGES:
        for path in files:
            tally = Tally()
            for text in texts(path):
                if name == "cp1254" and "…" in text:
                    continue  # reads as U+0085, which breaks words
                tally.add(text, DAMAGES[name](text))
            figures = f"{tally.words:8} {tally.wrong:6} {tally.right:8.3f} {tally.right_within:7.2f}"
            speeds = f"{tally.speed:6.2f} {tally.speed_again:6.2f}"
            sys.stdout.write(f"{name:10} {path.name:16} {figures} {speeds}\n")
            for (got, want), n in sorted(tally.errors.items(), key=lambda e: (-e[1], e[0]))[: options.errors]:
                sys.stdout.write(f"    {n:4} {got}  for  {want}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
