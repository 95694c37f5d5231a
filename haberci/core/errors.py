"""What can go wrong, as one tree.

    HaberciError                 one clear line for a person; the command line prints it and exits with status 2
    ├── InputError               a source that can't be read: no such file, broken JSON, bytes that are no text
    ├── ReadingError             a stage of reading failed on a text: a fault of haberci, which names report and stage
    ├── LexiconError             a data file (verbs, actors, frames) that breaks its own rules; names file and line
    └── StoreError               the database can't be used
        ├── SchemaError          it is of another schema, or no haberci database at all
        ├── LockedError          another process held the write lock for too long
        └── DiskError            the disk is full or the file can't be written

Reading never raises on text: what can't be understood is left uncoded. It raises on what is not text.
"""

import difflib
from collections.abc import Iterable


class HaberciError(Exception):
    """Base of every error that haberci raises on purpose; ``str(error)`` is one line for a person."""


class InputError(HaberciError):
    """A source, or one record of it, that can't be read."""


class ReadingError(HaberciError):
    """A stage of reading that failed on a text."""


class LexiconError(HaberciError):
    """A row of a data file that breaks the rules of its table."""


class StoreError(HaberciError):
    """A database that can't be used."""


class SchemaError(StoreError):
    """A database of another schema version, or a file that is no haberci database."""


class LockedError(StoreError):
    """A database that another process kept locked for longer than the time-out."""


class DiskError(StoreError):
    """A database that can't be written: the disk is full, or the folder is read-only."""


def unreadable(error: OSError | UnicodeDecodeError) -> str:
    """Why a file can't be read, as a person would say it."""
    if isinstance(error, UnicodeDecodeError):
        return "it is no UTF-8 text"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return error.strerror or str(error)


def did_you_mean(value: str, allowed: Iterable[str], likeness: float) -> str:
    """``; did you mean csto?``, to end a line; nothing where no word is so like (0 to 1, as difflib counts)."""
    near = difflib.get_close_matches(value, sorted(allowed), 1, likeness)
    return f"; did you mean {near[0]}?" if near else ""
