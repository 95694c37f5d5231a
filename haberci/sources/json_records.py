"""JSON values as reports: a record, a list of records, an object that holds such a list, JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.columns import guess
from haberci.sources.document import Found
from haberci.sources.json_feed import from_feed, is_feed
from haberci.sources.ninjs import is_ninjs, of_ninjs
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report


class Lacking:
    """Keys that the user named and no record has; one that holds the text is missed record by record."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self.columns = columns
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


def of_value(
    value: object, origin: Origin, lacking: Lacking, id: str | None = None, data: bytes | None = None
) -> Iterator[Found]:
    """The reports of a value, whatever it holds. ``id`` and ``data`` are for the report of a single record."""
    if isinstance(value, list):
        yield from numbered(iter(value), origin, lacking)
    elif isinstance(value, Mapping) and is_feed(value):
        yield from from_feed(value, origin)
    elif (within := _records_within(value)) is not None:
        yield from numbered(iter(within), origin, lacking)
    else:
        lacking.saw(value)
        yield from_mapping(value, id or origin.stem, origin.folder, lacking.columns, data)


def numbered(items: Iterator[object], origin: Origin, lacking: Lacking) -> Iterator[Found]:
    """The reports of objects, numbered from 1 in errors and in the ids of those that have none."""
    for number, item in enumerate(items, 1):
        if isinstance(item, InputError):
            yield InputError(f"{origin.name}: record {number}: {item}")
            return
        lacking.saw(item)
        try:
            yield from_mapping(item, f"{origin.stem}:{number}", origin.folder, lacking.columns)
        except InputError as error:
            yield InputError(f"{origin.name}: record {number}: {error}")


def _records_within(value: object) -> list[Any] | None:
    """The list of records that an answer of a service wraps: ``{"status": "ok", "articles": [{…}, …]}``."""
    if not isinstance(value, Mapping) or isinstance(value.get("text"), str):
        return None
    lists = [x for x in value.values() if isinstance(x, list) and x and all(isinstance(y, Mapping) for y in x)]
    if len(lists) != 1:
        return None
    try:
        from_mapping(value, "")
    except InputError:
        return lists[0]
    return None


def from_mapping(
    item: object,
    id: str,
    folder: str | None = None,
    columns: Mapping[str, str] | None = None,
    data: bytes | None = None,
) -> Report:
    """The raw report of one record, in our fields, in those of ninjs, or under names that tell what they are.

    Raises InputError when it has no text. ``id`` is its name when it gives none, and ``folder`` its source when it
    names none: ids are often numbers that start anew in each archive, and no report may take another's place.
    ``columns`` are the keys of fields, as the user named them; ``data`` the bytes it was read from.
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
        source=folder if source is None else source,
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
