"""Sentences that are cut into words already: CoNLL-U files, packed or not, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from haberci.core.conllu import ConlluSentence, read_conllu
from haberci.core.errors import InputError
from haberci.sources.decode import decode
from haberci.sources.folders import told
from haberci.sources.packed import unpacker_of
from haberci.sources.paths import STDIN
from haberci.sources.stream import BROKEN, what_broke


class Treebank(NamedTuple):
    """The sentences of one file, up to what can't be read in it."""

    name: str
    sentences: list[ConlluSentence]
    error: InputError | None


def read_treebanks(paths: Iterable[str]) -> Iterator[Treebank]:
    """The sentences of each file in turn; an error names file and line, and ends its file."""
    for path in paths:
        name = "standard input" if path == STDIN else path
        try:
            lines = decode(_bytes(path)).split("\n")
        except InputError as error:
            named = not path or str(error).startswith(path)
            yield Treebank(name, [], InputError(str(error) if named else f"{name}: {error}"))
            continue
        yield _treebank(name, lines)


def _treebank(name: str, lines: list[str]) -> Treebank:
    held: list[ConlluSentence] = []
    try:
        for sentence in read_conllu(lines):
            held.append(sentence)  # one by one: what stands before an error is kept
    except InputError as error:
        return Treebank(name, held, InputError(f"{name}:{error}"))
    return Treebank(name, held, None if held else InputError(f"{name}: no sentence in this file"))


def _bytes(path: str) -> bytes:
    if path == STDIN:
        if sys.stdin is None:  # closed by whoever started the process
            raise InputError("it is closed")
        return sys.stdin.buffer.read()
    if not path:
        raise InputError("a path is empty")  # to Path it would be the folder here
    try:
        with Path(path).open("rb") as stream:
            unpack = unpacker_of(stream.peek(8))
            return unpack(cast(BinaryIO, stream)).read() if unpack else stream.read()
    except FileNotFoundError as error:
        raise InputError(told(error, Path(path))) from error
    except BROKEN as error:
        raise InputError(f"{path}: {what_broke(error)}") from error
