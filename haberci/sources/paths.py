"""Reports in files, folders and standard input."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from haberci.core.errors import InputError
from haberci.sources.decode import decode, is_text
from haberci.sources.jsonlines import Found, from_lines, from_list, from_mapping, parse
from haberci.sources.origin import Origin, origin_of
from haberci.sources.raw import language_code, raw_report
from haberci.sources.stream import BROKEN, HEAD, Stream

STDIN = "-"
PACKED: dict[str, Callable[..., object]] = {".xz": lzma.open, ".gz": gzip.open, ".bz2": bz2.open}
_LINES = (".jsonl", ".ndjson")
_SUFFIXES = (".txt", ".json", *_LINES)


def read_paths(paths: Iterable[str | Path]) -> Iterator[Found]:
    """The raw reports of files, folders (walked, in order of name) and ``-`` (standard input).

    What can't be read is yielded as an InputError, one line that says what and where, and the rest is still read.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input()
        elif not str(path):
            yield InputError("a path is empty")  # to Path it would be the folder here
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def in_language(found: Iterable[Found], lang: str | None) -> Iterator[Found]:
    """The reports, those that name no language in the one given. Raises InputError when it is no language code."""
    code = language_code(lang)
    for item in found:
        yield replace(item, lang=code) if code and not isinstance(item, InputError) and item.lang is None else item


def _standard_input() -> Iterator[Found]:
    if sys.stdin is None:  # closed by whoever started the process
        yield InputError("standard input: it is closed")
    else:
        yield from _opened(sys.stdin.buffer, Origin("standard input", "stdin"), "")


def _folder(folder: Path) -> Iterator[Found]:
    failed: list[InputError] = []
    seen = False
    for here, folders, names in os.walk(folder, onerror=lambda e: failed.append(InputError(told(e)))):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and _inner_suffix(name) in _SUFFIXES and not _is_endless(path):
                seen = True
                yield from _file(path)
    yield from failed
    if not seen and not failed:
        yield InputError(f"{folder}: no reports in this folder (.txt, .jsonl, .json, packed or not)")


def _is_endless(path: Path) -> bool:
    """Whether it is a pipe, socket or device, which no folder is walked for: reading it may wait for ever."""
    return path.exists() and not path.is_file()


def _file(path: Path) -> Iterator[Found]:
    try:
        with cast(BinaryIO, PACKED.get(path.suffix, open)(path, "rb")) as stream:
            yield from _opened(stream, origin_of(path), _inner_suffix(path.name))
    except OSError as error:
        yield InputError(told(error, path))


def _opened(below: BinaryIO, origin: Origin, suffix: str) -> Iterator[Found]:
    """The reports of an open file; one that breaks off is an error after all that came whole."""
    try:
        yield from _stream(origin, suffix, Stream(below))
    except BROKEN as error:
        yield InputError(told(error, origin.name) if isinstance(error, OSError) else _broken(error, origin.name))


def _stream(origin: Origin, suffix: str, stream: Stream) -> Iterator[Found]:
    buffered = io.BufferedReader(stream, HEAD)
    head = stream.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in _LINES and head[:1] != b"{" and not is_text(stream.head):
        yield InputError(f"{origin.name}: the bytes are no text")  # once, not once a line
    elif suffix in _LINES or (suffix != ".json" and _begins_lines(head)):
        yield from from_lines(buffered, origin)
    elif suffix == ".json" or head.startswith(b'[{"'):
        yield from _whole_json(buffered.read(), origin)
    else:
        yield _text(buffered.read(), origin)


def _begins_lines(head: bytes) -> bool:
    """Whether some bytes open like JSON lines: a line that begins with an object's first key and ends like one."""
    line = head.split(b"\n", 1)[0].rstrip()
    return line[:1] == b"{" and line[1:].lstrip()[:1] == b'"' and (line.endswith(b"}") or len(line) > 200)


def _whole_json(data: bytes, origin: Origin) -> Iterator[Found]:
    try:
        value = parse(decode(data))
    except InputError as first:
        # A file called .json may still hold one object a line.
        if b"\n" in data.strip() and _begins_lines(data.lstrip()):
            yield from from_lines(data.split(b"\n"), origin)
        else:
            yield InputError(f"{origin.name}: {first}")
        return
    if isinstance(value, list):
        yield from from_list(value, origin)
    else:
        yield _one(value, origin)


def _one(value: object, origin: Origin) -> Found:
    try:
        return from_mapping(value, origin.stem, origin.folder)
    except InputError as error:
        return InputError(f"{origin.name}: {error}")


def _text(data: bytes, origin: Origin) -> Found:
    try:
        return raw_report(decode(data), origin.stem, source=origin.folder)
    except InputError as error:
        return InputError(f"{origin.name}: {error}")


def _inner_suffix(name: str) -> str:
    path = Path(name)
    return Path(path.stem).suffix if path.suffix in PACKED else path.suffix


def _broken(error: Exception, name: str) -> str:
    return f"{name}: the packed file is broken ({error})"


def told(error: OSError, path: str | Path | None = None) -> str:
    """An operating system's error as a person would say it."""
    what = {
        FileNotFoundError: "no such file or folder",
        PermissionError: "may not be read (permission denied)",
        gzip.BadGzipFile: "the packed file is broken",
    }
    return f"{path or error.filename}: {what.get(type(error), error.strerror or str(error))}"
