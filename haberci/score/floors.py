"""Pinned floors: the figures below which the score fails. They only ever rise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from haberci.core.errors import InputError
from haberci.score.gold import OWN_GOLD

FLOORS = OWN_GOLD / "floors.toml"
TOLERANCE = 0.0005  # floors are written with three decimals

Floors = Mapping[str, Mapping[str, float]]


def load_floors(path: Path) -> Floors:
    """A table a gold file (its stem), in it a number a figure; raises InputError when it is not that."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name}: no floors can be read: {error}") from error
    for name, table in tables.items():
        if not isinstance(table, dict) or not all(isinstance(v, int | float) for v in table.values()):
            raise InputError(f"{path.name}: [{name}] must hold a number a figure")
    return tables


def below(name: str, figures: Mapping[str, float], floors: Floors) -> list[str]:
    """A line for each figure of a gold file that is below its floor, or that the score does not know."""
    lines = []
    for figure, floor in floors.get(name, {}).items():
        value = figures.get(figure)
        if value is None:
            lines.append(f"{name}: a floor is set for {figure}, which is no figure of the score")
        elif value < floor - TOLERANCE:
            lines.append(f"{name}: {figure} is {value:.3f}, below its floor {floor:.3f}")
    return lines
