"""Reports in files, folders, addresses of the web and standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from haberci.core.errors import InputError
from haberci.sources.address import host_of, is_address, other_scheme
from haberci.sources.document import Document, Found, opened
from haberci.sources.fetch import Fetched, fetch
from haberci.sources.folders import files_in, told
from haberci.sources.kinds import reports_in
from haberci.sources.limits import Budget
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin, origin_of, unpacked_name
from haberci.sources.raw import language_code
from haberci.sources.stream import Stream

STDIN = "-"
_AS_THEY_COME = SourceOptions()


def read_paths(paths: Iterable[str | Path], options: SourceOptions = _AS_THEY_COME) -> Iterator[Found]:
    """The raw reports of files, folders (walked, in order of name), addresses of the web and ``-`` (standard input).

    What can't be read is yielded as an InputError, one line that says what and where, and the rest is still read.
    """
    for document in documents(paths, options):
        if isinstance(document, InputError):
            yield document
        else:
            yield from reports_in(document, options)


def documents(paths: Iterable[str | Path], options: SourceOptions) -> Iterator[Document | InputError]:
    """The files themselves, each open until the next is asked for."""
    for path in paths:
        if str(path) == STDIN:
            yield _standard_input(options)
        elif not str(path):
            yield InputError("a path is empty")  # to Path it would be the folder here
        elif is_address(str(path)):
            yield _address(str(path), options)
        elif error := other_scheme(str(path)):
            yield error
        elif Path(path).is_dir():
            yield from _folder(Path(path), options)
        else:
            yield from _file(Path(path), options)


def size_of(paths: Iterable[str | Path]) -> int | None:
    """The bytes of all files, None when a path is none: standard input, a pipe, an address."""
    total = 0
    for path in paths:
        files = files_in(Path(path)) if str(path) and Path(path).is_dir() else iter([Path(path)])
        for file in files:
            if not isinstance(file, Path):
                continue
            if not file.is_file():
                return None
            total += file.stat().st_size
    return total


def in_language(found: Iterable[Found], lang: str | None) -> Iterator[Found]:
    """The reports, those that name no language in the one given. Raises InputError when it is no language code."""
    code = language_code(lang)
    if lang is not None and not lang.strip():
        raise InputError("--lang: it is empty (two or three letters, as tr)")
    for item in found:
        yield replace(item, lang=code) if code and not isinstance(item, InputError) and item.lang is None else item


def _standard_input(options: SourceOptions) -> Document | InputError:
    if sys.stdin is None:  # closed by whoever started the process
        return InputError("standard input: it is closed")
    return _open(sys.stdin.buffer, Origin("standard input", "stdin"), None, options.meter)


def _address(address: str, options: SourceOptions) -> Document | InputError:
    try:
        return document_of(fetch(address, private=options.private, meter=options.meter), address)
    except InputError as error:
        return error


def document_of(fetched: Fetched, address: str) -> Document:
    """The document of what an address gave."""
    body = fetched.body or b""
    name = PurePosixPath(urlsplit(fetched.url).path).name
    origin = Origin(address, unpacked_name(name).partition(".")[0] or "index", host_of(fetched.url), fetched.url)
    document = opened(Stream(io.BytesIO(body)), origin, name, Budget(len(body)), None)
    document.url = fetched.url
    return document


def _folder(folder: Path, options: SourceOptions) -> Iterator[Document | InputError]:
    seen = False
    for path in files_in(folder):
        seen = True
        if isinstance(path, InputError):
            yield path
        else:
            yield from _file(path, options)
    if not seen:
        yield InputError(f"{folder}: no reports in this folder")


def _file(path: Path, options: SourceOptions) -> Iterator[Document | InputError]:
    counted = 0

    def count(amount: int) -> None:
        nonlocal counted
        counted += amount
        options.meter(amount)

    try:
        with path.open("rb") as below:
            yield _open(below, origin_of(path), path, count)
            if path.is_file():  # of what was read by its path, as databases are, all counts in the end
                options.meter(max(0, path.stat().st_size - counted))
    except OSError as error:
        yield InputError(told(error, path))


def _open(below: BinaryIO, origin: Origin, path: Path | None, meter: Callable[[int], None]) -> Document:
    """The document of an open file; one of standard input or a pipe (``path`` is no file) is counted as it comes."""
    is_file = path is not None and path.is_file()
    budget = Budget(path.stat().st_size if path is not None and is_file else 0)

    def count(amount: int) -> None:
        meter(amount)
        if not is_file:
            budget.packed += amount

    stream = Stream(below, count, waits=not is_file)
    return opened(stream, origin, path.name if path else "", budget, path if is_file else None)
