"""Charts as inline SVG: bars a day with what is usual as a line; nothing is fetched and nothing is scripted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from haberci.watch.records import iso

WIDTH, HEIGHT = 320, 64
_AXIS = 12


def bars(counts: Sequence[int], expected: Sequence[float], first: int, title: str, marked: frozenset[int]) -> str:
    """A chart of daily counts from the day ``first``; ``marked`` are the days (ordinals) of a sign."""
    top = max(1.0, *map(float, counts), *expected)
    step = WIDTH / max(len(counts), 1)
    scale = (HEIGHT - _AXIS) / top
    rows = []
    for place, count in enumerate(counts):
        height = count * scale
        style = "m" if first + place in marked else "b"
        box = f'x="{place * step:.1f}" y="{HEIGHT - _AXIS - height:.1f}" width="{max(step - 1, 0.6):.1f}"'
        if count:
            rows.append(f'<rect class="{style}" {box} height="{height:.1f}"/>')
    points = " ".join(
        f"{(place + 0.5) * step:.1f},{HEIGHT - _AXIS - usual * scale:.1f}" for place, usual in enumerate(expected)
    )
    ends = (_label(first, 0, "start"), _label(first + len(counts) - 1, WIDTH, "end"))
    highest = f'<text x="{WIDTH}" y="8" text-anchor="end">{top:.0f}</text>' if any(counts) else ""
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f'{"".join(rows)}<polyline class="e" points="{points}"/>{"".join(ends)}{highest}</svg>'
    )


def _label(day: int, x: int, anchor: str) -> str:
    return f'<text x="{x}" y="{HEIGHT - 1}" text-anchor="{anchor}">{iso(day)}</text>'
