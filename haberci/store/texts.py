"""Texts: each stands once, by its hash. A repaired one is kept as its difference from the one that was given."""

from __future__ import annotations

import sqlite3
import zlib
from hashlib import sha256

_LEVEL = 6


def digest(text: str) -> bytes:
    """SHA-256 of the UTF-8 form."""
    return sha256(text.encode("utf-8")).digest()


def keep_given(connection: sqlite3.Connection, text: str) -> int:
    """The row of a text as given, which is made when there is none. It always stands in letters."""
    key = digest(text)
    found = connection.execute("SELECT text_id, body IS NULL FROM text WHERE sha256 = ?", (key,)).fetchone()
    if found is None:
        return connection.execute("INSERT INTO text (sha256, body) VALUES (?, ?)", (key, text)).lastrowid or 0
    number, is_packed = found
    if is_packed:  # so far it was only what another report was repaired to
        connection.execute("UPDATE text SET body = ?, base = NULL, difference = NULL WHERE text_id = ?", (text, number))
    return int(number)


def keep_repaired(connection: sqlite3.Connection, text: str, given: str, base: int) -> int:
    """The row of a repaired text, which is made when there is none; ``base`` is the row of the text as given."""
    if text == given:
        return base
    key = digest(text)
    found = connection.execute("SELECT text_id FROM text WHERE sha256 = ?", (key,)).fetchone()
    if found is not None:
        return int(found[0])
    row = (key, base, _difference(text, given))
    return connection.execute("INSERT INTO text (sha256, base, difference) VALUES (?, ?, ?)", row).lastrowid or 0


def repaired(body: str | None, base: str | None, difference: bytes | None) -> str:
    """The text of a row: its body, or what its difference makes of its base's body.

    Raises zlib.error when the bytes are damaged.
    """
    if body is not None:
        return body
    unpacker = zlib.decompressobj(zdict=(base or "").encode("utf-8"))
    return (unpacker.decompress(difference or b"") + unpacker.flush()).decode("utf-8")


def _difference(text: str, given: str) -> bytes:
    # Deflate with the given text as its dictionary: what was not repaired is a reference to it.
    packer = zlib.compressobj(_LEVEL, zdict=given.encode("utf-8"))
    return packer.compress(text.encode("utf-8")) + packer.flush()
