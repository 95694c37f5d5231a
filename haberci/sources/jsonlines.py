"""Reports as JSON objects: one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from haberci.core.errors import InputError
from haberci.sources.decode import decode, is_text
from haberci.sources.document import Document, Found
from haberci.sources.json_records import Lacking, of_value, parse
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin

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

    A record without an id is called ``stem:line``. A line may hold more than a record: a service's answer and a JSON
    Feed are mostly written without a line's end in them.
    """
    lacking = Lacking(columns or {})
    for number, line in enumerate(lines, 1):
        try:
            if isinstance(line, InputError):
                raise line
            if line.strip():
                value = parse(decode(line).strip())
                if isinstance(value, list):
                    raise InputError("the record is no JSON object")
                yield from of_value(value, _line(origin, number), lacking, f"{origin.stem}:{number}", line.strip())
        except InputError as error:
            yield InputError(f"{origin.name}:{number}: {error}")
    yield from lacking.told(origin.name)


def _line(origin: Origin, number: int) -> Origin:
    """Where what a line holds comes from; a file of one line is called as it would be over several."""
    place = f":{number}" if number > 1 else ""
    return origin._replace(name=origin.name + place, stem=origin.stem + place)
