"""How well and how fast lost letters are restored, beside the deasciifier of zemberek-python, in the same run.

The peer is a development dependency. It may change only the letters that the damage can have lost; left to itself it
would change more. It is slow, so that it is asked for the beginning of each set only, and ours for all of it as well.
Speed is in MB a second of one core: as words come for the first time, and ``again`` as each text comes once more;
beside the peer both are of the second time.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

from haberci.languages.tr.measure_letters import DAMAGES, Tally, restored, texts
from haberci.score.gold import shared_folder

Restore = Callable[[str], str]

FOLDER = "data/letters"
PEER_SIZE = 60_000  # characters of each set that both restore
_COLUMNS = (
    *("letters", "lost", "right %", "within a sentence %", "MB/s", "again"),
    *("beginning: right %", "peer", "again", "peer"),
)
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
    for path in files:
        for damage in ("none", *_LOST):
            table.add_row(path.name.split(".")[0], damage, *_row(path, damage))
    console.print()
    console.print(table)


def _row(path: Path, damage: str) -> Iterator[str]:
    ours, begun, peers = Tally(), Tally(), Tally()
    peer = _peer(*_LOST[damage]) if damage in _LOST else None
    for text in texts(path):
        damaged = DAMAGES[damage](text)
        ours.add(text, damaged)
        if peer is not None and begun.size < PEER_SIZE:
            begun.add(text, damaged, restored)
            peers.add(text, damaged, peer)
    yield from (f"{ours.right:.3f}", f"{ours.right_within:.2f}", f"{ours.speed:.2f}", f"{ours.speed_again:.2f}")
    if peer is not None:
        yield from (f"{begun.right:.2f}", f"{peers.right:.2f}")
        yield from (f"{begun.speed_again:.2f}", f"{peers.speed_again:.3f}")


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
