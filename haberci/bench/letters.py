"""How well and how fast lost letters are restored, beside the deasciifier of zemberek-python, in the same run.

Each row is measured in a process of its own, so that ``MB/s`` is the speed at which a fresh process reads each text
for the first time, its model loaded (``load``, in seconds), and ``again`` that of reading each text once more, when its
words are known. The peer is a development dependency. It may change only the letters that the damage can have lost;
left to itself it would change more. It is slow, so that it is asked for the beginning of each set only; ours is
told for the same beginning, at the first reading, too. All is processor time of one core.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from haberci.collector import collect_seldom
from haberci.languages.tr.measuring.letters import DAMAGES, Tally, restored, texts
from haberci.score.gold import shared_folder

Restore = Callable[[str], str]

FOLDER = "data/letters"
PEER_SIZE = 60_000  # characters of each set that both restore
_COLUMNS = (
    *("letters", "lost", "right %", "within a sentence %", "load", "MB/s", "again"),
    *("beginning: right %", "peer", "MB/s", "peer", "times"),
)
# A short report with a word that was never counted: after it all that the restoring of letters needs is loaded.
_SHORT = "Bakan, kırıldaklığı görüşmede açıkladı; çağrının özü üç ülkeye ulaştı."
_LOST = {"s g i I": ("sgiISG", "şğıİŞĞ"), "ASCII": ("sgiISGcouCOU", "şğıİŞĞçöüÇÖÜ")}


def letters_table(console: Console) -> None:
    """Print the table, or a line that says why there is none."""
    shared = shared_folder()
    files = sorted((shared / FOLDER).glob("*.txt*")) if shared else []
    if not files:
        console.print("\nletters: no texts to measure with (HABERCI_SHARED names the folder)")
        return
    table = Table(box=None, pad_edge=False, header_style="")
    for column in _COLUMNS:
        table.add_column(column, justify="left" if column in ("letters", "lost") else "right")
    tasks = [(path, damage) for path in files for damage in ("none", *_LOST)]
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for row in pool.imap(_row, tasks, chunksize=1):
            table.add_row(*row)
    console.print()
    console.print(table)


def _row(task: tuple[Path, str]) -> list[str]:
    """One row of the table, of a set and a damage, measured in a fresh process."""
    path, damage = task
    collect_seldom()  # as the command line does
    started = process_time()
    restored(DAMAGES[damage](_SHORT))
    loaded = process_time() - started
    return [path.name.split(".")[0], damage, *_figures(path, damage, loaded)]


def _figures(path: Path, damage: str, loaded: float) -> Iterator[str]:
    ours, begun, peers = Tally(), Tally(), Tally()
    peer = _peer(*_LOST[damage]) if damage in _LOST else None
    for text in texts(path):
        damaged = DAMAGES[damage](text)
        ours.add(text, damaged)
        if peer is not None and peers.size < PEER_SIZE:
            peers.add(text, damaged, peer)
            begun = replace(ours)
    yield from (f"{ours.right:.3f}", f"{ours.right_within:.2f}")
    yield from (f"{loaded:.2f}", f"{ours.speed:.2f}", f"{ours.speed_again:.2f}")
    if peer is not None:
        yield from (f"{begun.right:.2f}", f"{peers.right:.2f}")
        yield from (f"{begun.speed:.2f}", f"{peers.speed:.3f}", f"{begun.speed / peers.speed:.1f}")


def _peer(plain: str, marked: str) -> Restore | None:
    """The peer, held to the letters that were lost; None where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            deasciifier = import_module("zemberek.normalization.deasciifier.deasciifier").Deasciifier
        except ImportError:
            return None
    allowed = set(zip(plain, marked, strict=True))

    def restore(damaged: str) -> str:
        found = deasciifier(damaged).convert_to_turkish()
        return "".join(b if (a, b) in allowed else a for a, b in zip(damaged, found, strict=True))

    return restore
