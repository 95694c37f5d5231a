"""Replaying how a stored report was coded: what nearly fired where an event was told."""

from __future__ import annotations

from typing import NamedTuple

from haberci.commitments import with_words
from haberci.languages.packs import PACKS
from haberci.read.events.near_misses import NearMiss, near_misses
from haberci.reading import shipped_context
from haberci.store.rows import StoredReport
from haberci.version import run_version


class Near(NamedTuple):
    """The rules that nearly fired; ``rules`` is None when another version coded the event."""

    rules: tuple[NearMiss, ...] | None


def near_rules(stored: StoredReport, event: str) -> Near:
    """What nearly fired where the event of an id was told; asked of the version that coded it alone."""
    lang = stored.report.lang
    if stored.run.version != run_version() or lang is None or lang not in PACKS or event not in stored.event_ids:
        return Near(None)
    told = stored.report.events[stored.event_ids.index(event)]
    found = near_misses(with_words(stored.report), shipped_context(lang), told)
    return Near(None if found is None else tuple(found))
