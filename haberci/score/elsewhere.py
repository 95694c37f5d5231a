"""Codings of reports whose texts lie outside the project: words are kept as places in a text of the shared corpus."""

from __future__ import annotations

import json
import lzma
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from haberci.core.errors import InputError

PLACES: Final = ("trigger", "speaker_text", "cue", "person", "office")  # [start, stop]; words where they stand nowhere


def with_text(record: dict[str, Any], corpora: Path) -> dict[str, Any]:
    """The record of a report as gold files hold it, its text and words taken from the corpus that it names.

    ``corpora`` is the folder of corpora. Raises InputError when the text is not there, or another than the one coded.
    """
    named = record["text_of"]
    text = _texts(corpora / named["corpus"]).get(f"{named['src']} {named['id']}", "")[: named["stop"]]
    if sha256(text.encode()).hexdigest() != named["sha256"]:
        raise InputError(f"{record['id']}: {named['corpus']} holds no such text: {named['src']} {named['id']}")
    parts = {part: [_with_words(coded, text) for coded in record[part]] for part in ("events", "statements", "roles")}
    return {**record, **parts, "text": text}


def _with_words(coded: dict[str, Any], text: str) -> dict[str, Any]:
    """What is coded, with the words in place of their places; a line break within them is a space."""
    words = {name: " ".join(text[slice(*coded[name])].split()) for name in PLACES if isinstance(coded.get(name), list)}
    return {**coded, **words}


@cache
def _texts(corpus: Path) -> dict[str, str]:
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        found = map(json.loads, lines)
        return {f"{line['src']} {line['id']}": line["text"] for line in found}
