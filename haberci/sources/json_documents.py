"""JSON that is no lines: a list of records, one record, an object that holds a list of them, JSON Feed."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from haberci.core.errors import InputError
from haberci.sources.decode import decode
from haberci.sources.document import Document, Found
from haberci.sources.json_feed import from_feed, is_feed
from haberci.sources.jsonlines import Lacking, begins_lines, broken_json, from_lines, from_mapping, parse
from haberci.sources.limits import LARGEST_DOCUMENT, larger_than
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin

_PIECE = 1 << 16
_SPACE = " \t\r\n"


def tells(look: Look) -> bool:
    """Whether it is called so, or opens like an object or a list of objects over several lines."""
    if look.suffix == ".json":
        return True
    bare = look.text[:200].translate({ord(x): None for x in _SPACE})
    return bare.startswith('[{"') or (bare.startswith('{"') and '":' in bare)


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The records, each a report; a long list is read record by record."""
    if document.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from _numbered(_items(document.stream), document.origin, options)
        return
    data = document.whole()
    try:
        value = parse(decode(data))
    except InputError:
        # A file called .json may still hold one object a line.
        if b"\n" in data.strip() and begins_lines(data.lstrip()[:1000].decode("utf-8", "replace")):
            yield from from_lines(data.split(b"\n"), document.origin, options.columns)
            return
        raise
    yield from _of_value(value, document.origin, options)


def _of_value(value: object, origin: Origin, options: SourceOptions) -> Iterator[Found]:
    if isinstance(value, list):
        yield from _numbered(iter(value), origin, options)
    elif isinstance(value, Mapping) and is_feed(value):
        yield from from_feed(value, origin)
    elif (within := _records_within(value)) is not None:
        yield from _numbered(iter(within), origin, options)
    else:
        yield from_mapping(value, origin.stem, origin.folder, options.columns)


def _records_within(value: object) -> list[Any] | None:
    """The list of records that an answer of a service wraps: ``{"status": "ok", "articles": [{…}, …]}``."""
    if not isinstance(value, Mapping) or isinstance(value.get("text"), str):
        return None
    lists = [x for x in value.values() if isinstance(x, list) and x and all(isinstance(y, Mapping) for y in x)]
    try:
        from_mapping(value, "")
    except InputError:
        return lists[0] if len(lists) == 1 else None
    return None


def _numbered(items: Iterator[object], origin: Origin, options: SourceOptions) -> Iterator[Found]:
    """The reports of objects, numbered from 1 in errors and in the ids of those that have none."""
    lacking = Lacking(options.columns)
    for number, item in enumerate(items, 1):
        if isinstance(item, InputError):
            yield InputError(f"{origin.name}: record {number}: {item}")
            return
        lacking.saw(item)
        try:
            yield from_mapping(item, f"{origin.stem}:{number}", origin.folder, options.columns)
        except InputError as error:
            yield InputError(f"{origin.name}: record {number}: {error}")
    yield from lacking.told(origin.name)


def _items(stream: io.BufferedReader) -> Iterator[object]:
    """The items of a list as they come; where it is broken an error is the last."""
    pieces = codecs.getreader("utf-8-sig")(stream, "replace")
    decoder = json.JSONDecoder()
    held = pieces.read(_PIECE).lstrip(_SPACE)[1:]
    while True:
        held = held.lstrip(_SPACE + ",")
        if held.startswith("]"):
            return
        try:
            value, stop = decoder.raw_decode(held)
            if isinstance(value, int | float) and stop == len(held):  # the number may go on
                raise json.JSONDecodeError("Expecting value", held, stop)
        except RecursionError:
            yield InputError("broken JSON: it is nested too deeply")
            return
        except ValueError as error:
            more = pieces.read(max(_PIECE, len(held)))
            if not more or len(held) > LARGEST_DOCUMENT:
                yield broken_json(error) if not more else InputError(f"it is {larger_than(LARGEST_DOCUMENT)}")
                return
            held += more
            continue
        yield value
        held = held[stop:]
        if len(held) < _PIECE // 4:
            held += pieces.read(_PIECE)
