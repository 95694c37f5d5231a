"""Reports as JSON objects: one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.columns import guess
from haberci.sources.decode import decode, is_text
from haberci.sources.document import Document, Found
from haberci.sources.look import Look
from haberci.sources.ninjs import is_ninjs, of_ninjs
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report

SUFFIXES = (".jsonl", ".ndjson")


def tells(look: Look) -> bool:
    """Whether it is called so, or opens so: a line that begins with an object's first key and ends like one."""
    return look.suffix in SUFFIXES or (look.suffix != ".json" and begins_lines(look.text))


def begins_lines(text: str) -> bool:
    """Whether a text opens like JSON lines."""
    line = text.partition("\n")[0].rstrip()
    return line[:1] == "{" and line[1:].lstrip()[:1] == '"' and (line.endswith("}") or len(line) > 200)


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The records, each a report."""
    if not document.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not is_text(document.head):
        raise InputError("the bytes are no text")  # once, not once a line
    if document.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        lines: Iterable[bytes | InputError] = decode(document.whole()).encode("utf-8").splitlines()
    else:
        lines = document.lines()
    yield from from_lines(lines, document.origin, options.columns)


def from_lines(
    lines: Iterable[bytes | InputError], origin: Origin, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """The reports of JSON lines; a broken line is an error that carries its number, and the next is read.

    A record without an id is called ``stem:line``.
    """
    lacking = Lacking(columns or {})
    for number, line in enumerate(lines, 1):
        try:
            if isinstance(line, InputError):
                raise line
            if line.strip():
                record = parse(decode(line).strip())
                lacking.saw(record)
                yield from_mapping(record, f"{origin.stem}:{number}", origin.folder, columns, line.strip())
        except InputError as error:
            yield InputError(f"{origin.name}:{number}: {error}")
    yield from lacking.told(origin.name)


class Lacking:
    """Keys that the user named and no record has; one that holds the text is missed record by record."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._keys = {key for field, key in columns.items() if field != "text"}
        self._has_records = False

    def saw(self, record: object) -> None:
        """A record was read."""
        self._has_records = True
        if self._keys and isinstance(record, Mapping):
            self._keys.difference_update(record)

    def told(self, name: str) -> Iterator[InputError]:
        """What is to be told of a document once all its records are read."""
        for key in sorted(self._keys if self._has_records else ()):
            yield InputError(f"{name}: no record has {key!r}, which --columns names")


def parse(text: str) -> object:
    """The value of a JSON text. Raises InputError that says where it is broken."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise broken_json(error) from error
    except RecursionError as error:
        raise InputError("broken JSON: it is nested too deeply") from error


def broken_json(error: ValueError) -> InputError:
    """What is wrong with a JSON text, for a person."""
    if not isinstance(error, json.JSONDecodeError):
        return InputError("broken JSON: a number has too many digits")
    line = f"line {error.lineno}, " if error.lineno > 1 else ""
    return InputError(f"broken JSON: {error.msg.removesuffix(' at')} at {line}column {error.colno}")


def from_mapping(
    item: object,
    id: str,
    folder: str | None = None,
    columns: Mapping[str, str] | None = None,
    data: bytes | None = None,
) -> Report:
    """The raw report of one record, in our fields, in those of ninjs, or under names that tell what they are.

    Raises InputError when it has no text. ``id`` is its name when it gives none, and ``folder`` then its source when it
    gives none either: an id that was given is the same report wherever it lies. ``columns`` are the keys of fields, as
    the user named them; ``data`` the bytes it was read from.
    """
    if not isinstance(item, Mapping):
        raise InputError("the record is no JSON object")
    if is_ninjs(item):
        return of_ninjs(item, id, folder, data)
    keys = {**guess(tuple(map(str, item))), **(columns or {})}
    text = item.get(keys.get("text", "text"))
    if text is None:
        raise InputError("the record has no text")
    if not isinstance(text, str):
        raise InputError("the record's text is no string")
    source, own = _word(item, keys, "source"), _word(item, keys, "id")
    return raw_report(
        text,
        own or id,
        lang=_word(item, keys, "lang"),
        date=_date(item, keys.get("date", "date")),
        title=_word(item, keys, "title"),
        source=folder if source is None and not own else source,
        url=_word(item, keys, "url"),
        data=data,
    )


def _date(item: Mapping[str, object], key: str) -> str | None:
    """The date as it was given; one that is no string or number is kept as it stands in the JSON, to be flagged."""
    value = item.get(key)
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, str) else str(value)


def _word(item: Mapping[str, object], keys: Mapping[str, str], field: str) -> str | None:
    """A field as a string: numbers are written out, anything deeper is no value."""
    value = item.get(keys.get(field, field))
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        if field == "source" and isinstance(value, Mapping):  # as services of news give it: {"id": …, "name": …}
            return str(value.get("name") or value.get("id") or "") or None
        raise InputError(f"the record's {field} is no string")
    return str(value)
