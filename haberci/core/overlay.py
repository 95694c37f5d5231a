"""What a user lays over what ships: folders of the same tables, checked with the same errors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Overlay:
    """A user's own folders; None where only what ships is read. A value: it travels to the reading processes."""

    register: Path | None = None
    frames: Path | None = None


NOTHING_OWN: Final = Overlay()
