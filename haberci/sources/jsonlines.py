"""Reports as JSON: one object a line, or one list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.decode import decode
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report

Found = Report | InputError


def from_lines(lines: Iterable[bytes], origin: Origin) -> Iterator[Found]:
    """The reports of JSON lines; a broken line is an error that carries its number, and the next is read.

    A record without an id is called ``stem:line``.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _one(line, f"{origin.name}:{number}", f"{origin.stem}:{number}", origin.folder)


def from_list(records: Iterable[object], origin: Origin) -> Iterator[Found]:
    """The reports of a list of objects, numbered from 1 in errors and in the ids of those that have none."""
    for number, item in enumerate(records, 1):
        try:
            yield from_mapping(item, f"{origin.stem}:{number}", origin.folder)
        except InputError as error:
            yield InputError(f"{origin.name}: record {number}: {error}")


def parse(text: str) -> object:
    """The value of a JSON text. Raises InputError that says where it is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        what = error.msg.removesuffix(" at")
        raise InputError(f"broken JSON: {what} at {line}column {error.colno}") from error
    except RecursionError as error:
        raise InputError("broken JSON: it is nested too deeply") from error
    except ValueError as error:
        raise InputError("broken JSON: a number has too many digits") from error


def from_mapping(item: object, id: str, folder: str | None = None) -> Report:
    """The raw report of one record. Raises InputError when it has no text.

    ``id`` is its name when it gives none, and ``folder`` then its source when it gives none either: an id that was
    given is the same report wherever it lies.
    """
    if not isinstance(item, Mapping):
        raise InputError("the record is no JSON object")
    if item.get("text") is None:
        raise InputError("the record has no text")
    if not isinstance(item["text"], str):
        raise InputError("the record's text is no string")
    source = _word(item, "source")
    source = _word(item, "src") if source is None else source
    own = _word(item, "id")
    return raw_report(
        item["text"],
        own or id,
        lang=_word(item, "lang"),
        date=_date(item),
        title=_word(item, "title"),
        source=folder if source is None and not own else source,
        url=_word(item, "url"),
    )


def _one(line: bytes, where: str, id: str, folder: str | None) -> Found:
    try:
        return from_mapping(parse(decode(line).strip()), id, folder)
    except InputError as error:
        return InputError(f"{where}: {error}")


def _date(item: Mapping[str, object]) -> str | None:
    """The date as it was given; one that is no string or number is kept as it stands in the JSON, to be flagged."""
    value = item.get("date")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | dict) else _word(item, "date")


def _word(item: Mapping[str, object], key: str) -> str | None:
    """A field as a string: numbers are written out, anything deeper is no value."""
    value = item.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InputError(f"the record's {key} is no string")
    return str(value)
