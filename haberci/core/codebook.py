"""Event types, modes, quad classes and intensities (PLOVER 2.0), and the modalities of the project's codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from types import MappingProxyType

from haberci.core.lexicon import Row, read_rows


class EventType(StrEnum):
    """PLOVER's sixteen types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(IntEnum):
    """Quad class of a type."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Modality(StrEnum):
    """Whether the deed took place (codebook, section 2)."""

    HAPPENED = "happened"
    PLANNED = "planned"
    WANTED = "wanted"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One type: its quad class, its Goldstein-style intensity, and the intensity of each of its modes."""

    type: EventType
    quad: Quad
    intensity: float
    modes: Mapping[str, float]
    says: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The table of types. ``version`` names the manual that it follows."""

    types: Mapping[EventType, TypeEntry]
    version: str = "PLOVER 2.0"

    def intensity(self, event_type: EventType, mode: str | None) -> float:
        """Intensity of a type in a mode, −10 to 10; KeyError when the type has no such mode."""
        entry = self.types[event_type]
        return entry.intensity if mode is None else entry.modes[mode]

    def check_mode(self, row: Row, event_type: EventType, mode: str) -> str | None:
        """A row's mode, None when empty; raises LexiconError when the type has no such mode."""
        if not mode:
            return None
        if mode not in self.types[event_type].modes:
            known = ", ".join(self.types[event_type].modes) or "none"
            raise row.error(f"{event_type} has no mode {mode} (it has: {known})")
        return mode


@cache
def load_codebook() -> Codebook:
    """Read ``data/plover.tsv``: a row a type (mode empty) and a row a mode."""
    heads: dict[EventType, Row] = {}
    modes: dict[EventType, dict[str, float]] = {t: {} for t in EventType}
    for row in read_rows("plover.tsv", ["type", "mode", "quad", "intensity", "says"]):
        event_type = EventType(row.one_of("type", [t.value for t in EventType]))
        if row["mode"]:
            modes[event_type][row["mode"]] = float(row["intensity"])
        else:
            heads[event_type] = row
    return Codebook(
        MappingProxyType(
            {
                t: TypeEntry(t, Quad(int(r["quad"])), float(r["intensity"]), MappingProxyType(modes[t]), r["says"])
                for t, r in heads.items()
            }
        )
    )
