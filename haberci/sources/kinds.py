"""The kinds of sources, told by content: the first kind in this order that knows a document reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from haberci.core.errors import InputError
from haberci.sources import (
    archives,
    databases,
    feeds,
    json_documents,
    jsonlines,
    mails,
    newsml_1,
    newsml_g2,
    nitf,
    packed,
    pages,
    separated,
    text,
    warc,
)
from haberci.sources.document import Document, Found, Piece
from haberci.sources.limits import BombError
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.stream import BROKEN, what_broke


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: what it is, how it is told, how it is read, and the options of ``read`` that it heeds.

    A reader gives reports, errors that name their place, and documents within, which are read in turn. What it raises
    is told of the whole document, after all that came before.
    """

    about: str
    tells: Callable[[Look], bool]
    read: Callable[[Document, SourceOptions], Iterator[Piece]]
    options: tuple[str, ...] = ()


_COLUMNS = ("--columns",)
KINDS: dict[str, Kind] = {
    "packed": Kind("gzip, bzip2, xz or zstandard around any other kind", packed.tells, packed.read),
    "zip": Kind("zip archive of any kinds", archives.tells_zip, archives.read_zip),
    "tar": Kind("tar archive of any kinds", archives.tells_tar, archives.read_tar),
    "parquet": Kind("Parquet, a report a row", databases.tells_parquet, databases.read_parquet, _COLUMNS),
    "sqlite": Kind(
        "SQLite database, a report a row", databases.tells_sqlite, databases.read_sqlite, ("--columns", "--table")
    ),
    "duckdb": Kind(
        "DuckDB database, a report a row", databases.tells_duckdb, databases.read_duckdb, ("--columns", "--table")
    ),
    "warc": Kind("web archive, a report a page", warc.tells, warc.read, ("--bulk",)),
    "feed": Kind("RSS or Atom, a report an item", feeds.tells, feeds.read),
    "newsml-g2": Kind("IPTC NewsML-G2, a report an item", newsml_g2.tells, newsml_g2.read),
    "newsml": Kind("IPTC NewsML 1.0 to 1.2, a report an item", newsml_1.tells, newsml_1.read),
    "nitf": Kind("NITF, one report", nitf.tells, nitf.read),
    "mailbox": Kind("mailbox (mbox), each mail as one of its own", mails.tells_mailbox, mails.read_mailbox),
    "mail": Kind("mail: a report, those of an alert bulletin, and what is attached", mails.tells_mail, mails.read_mail),
    "html": Kind("saved web page, one report", pages.tells, pages.read, ("--bulk",)),
    "jsonl": Kind("JSON lines, a report a line; ninjs too", jsonlines.tells, jsonlines.read, _COLUMNS),
    "json": Kind(
        "JSON: a list of reports, one, ninjs, or JSON Feed", json_documents.tells, json_documents.read, _COLUMNS
    ),
    "table": Kind("CSV or TSV with a header, a report a row", separated.tells, separated.read, _COLUMNS),
    "text": Kind("text, one report", text.tells, text.read),
}


def kind_of(look: Look) -> str:
    """The name of the kind of a document that looks so."""
    return next(name for name, kind in KINDS.items() if kind.tells(look))


def reports_in(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The reports of a document and of all that lies within it; what can't be read is an error that names it."""
    name = document.origin.name
    try:
        look = Look(document.head, document.name)
        kind = (_asked(look, options) or kind_of(look)) if document.head else "text"
        options.seen(kind)
        for piece in KINDS[kind].read(document, options):
            if isinstance(piece, Document):
                yield from reports_in(piece, options)
            else:
                yield _placed(piece, name)
    except BombError as error:
        if document.depth:  # what else the archive holds is not read either
            raise
        yield _placed(error, name)
    except InputError as error:
        yield _placed(error, name)
    except BROKEN as error:
        yield InputError(f"{name}: {what_broke(error)}")
    except Exception as error:  # noqa: BLE001 - a fault in one document, ours or a library's, must not lose the others
        yield InputError(f"{name}: it can't be read ({type(error).__name__}: {error})")


def _asked(look: Look, options: SourceOptions) -> str | None:
    """The kind that the user named, but for what is packed or an archive, in which it names the kind within."""
    return None if kind_of(look) in ("packed", "zip", "tar") else options.kind


def _placed(piece: Found, name: str) -> Found:
    if isinstance(piece, InputError) and not str(piece).startswith(name):
        return InputError(f"{name}: {piece}")
    return piece
