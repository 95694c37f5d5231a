"""Which version of haberci made a claim: what the store keeps with each run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from haberci import __version__
from haberci.core.codebook import load_codebook
from haberci.core.frames import load_frames
from haberci.core.overlay import NOTHING_OWN, Overlay
from haberci.store.rows import RunVersion

_DIGITS = 16


@cache
def run_version(overlay: Overlay = NOTHING_OWN) -> RunVersion:
    """The package's version, and hashes of the reading code, of the tables and models, and of the actor register.

    The hash of the code stands for the rules: a changed rule is a new version, also between two releases. What the
    user lays over the register is part of the register's hash, whatever the folder is called; behind that of the rules
    stand the hash of his own frames and their ids.
    """
    package = files("haberci")
    tables = {file.name: file for file in package.joinpath("data").iterdir()}
    register = tables.pop("actors", None)
    return RunVersion(
        code=__version__,
        rules=_digest(package.joinpath(folder) for folder in ("core", "languages", "read")) + _own(overlay.frames),
        data=_digest(tables.values()),
        register=_digest([register] if register else [], [overlay.register] if overlay.register else []),
    )


def _own(frames: Path | None) -> str:
    """What tells a user's own frames from others: "+HASH(ID ID)"; empty without any."""
    if frames is None:
        return ""
    ids = sorted(frame.id for frame in load_frames(load_codebook(), [frames]).frames)
    return f"+{_digest([], [frames])}({' '.join(ids)})"


def _digest(roots: Iterable[Traversable], own: Iterable[Path] = ()) -> str:
    """One hash over names and contents, in order of name; of the user's own folders, over their tables."""
    digest = sha256()
    pairs = [pair for root in roots for pair in _walk(root, root.name)]
    pairs += [(f"own/{file.name}", file) for folder in own for file in folder.glob("*.tsv")]
    for name, file in sorted(pairs, key=lambda pair: pair[0]):
        content = file.read_bytes()
        digest.update(f"{len(name)}:{name}{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()[:_DIGITS]


def _walk(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if place.is_file():
        if not name.endswith(".pyc"):
            yield name, place
        return
    for inner in place.iterdir():
        yield from _walk(inner, f"{name}/{inner.name}")
