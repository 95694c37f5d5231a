"""A command line and what it answered, and what puts reports before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


CommandLine = Callable[..., Answer]
Stored = Callable[..., Path]
