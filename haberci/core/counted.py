"""Numbers with their nouns, for a person."""

from __future__ import annotations

from collections.abc import Mapping


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 report``, ``2 reports``; ``plural`` where it is not the noun with an s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def counted_rows(rows: Mapping[str, int]) -> str:
    """How many rows tables have that are called in the plural: ``1 report, 2 events``."""
    singular = {"witnesses": "witness"}
    return ", ".join(counted(number, singular.get(name, name.removesuffix("s")), name) for name, number in rows.items())
