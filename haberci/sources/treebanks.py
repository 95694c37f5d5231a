"""Sentences that are cut into words already: CoNLL-U files, packed or not, and standard input."""

from __future__ import annotations

import lzma
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from haberci.core.conllu import ConlluSentence, read_conllu
from haberci.core.errors import InputError
from haberci.sources.decode import decode
from haberci.sources.paths import PACKED, STDIN, told


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
        with cast(BinaryIO, PACKED.get(Path(path).suffix, open)(path, "rb")) as stream:
            return stream.read()
    except OSError as error:
        raise InputError(told(error, Path(path))) from error
    except (EOFError, lzma.LZMAError, zlib.error) as error:
        raise InputError(f"{path}: the packed file is broken ({error})") from error
