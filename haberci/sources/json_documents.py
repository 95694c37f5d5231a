"""JSON that is no lines: a list of records, one record, an object that holds a list of them, JSON Feed."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator

from haberci.core.errors import InputError
from haberci.sources.decode import decode
from haberci.sources.document import Document, Found
from haberci.sources.json_records import Lacking, broken_json, numbered, of_value, parse
from haberci.sources.jsonlines import begins_lines, from_lines
from haberci.sources.limits import LARGEST_DOCUMENT, larger_than
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions

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
    lacking = Lacking(options.columns)
    if document.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from numbered(_items(document.stream), document.origin, lacking)
        yield from lacking.told(document.origin.name)
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
    yield from of_value(value, document.origin, lacking)
    yield from lacking.told(document.origin.name)


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
