"""One table of all figures: a row a figure, a column a gold file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haberci.score.figures import COUNTS, Score

SHARE_ROWS = {
    "right parties": "parties right, of detected",
    "modality": "modality right, of full",
    "reported_by": "reported_by right, of full",
    "mode": "mode right, of full",
    "sector": "sector right, of full",
    "kind": "kind right, of statements",
}
WIDTH = 28
COLUMN = 15  # the longest name of a gold file, and space


def labelled(figures: Mapping[str, float], labels: Mapping[str, str]) -> Iterator[str]:
    """A line for each labelled figure that there is."""
    return (f"{says:28}{figures[name]:12.3f}" for name, says in labels.items() if name in figures)


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """The lines of the table; counts stand at the end as right/wrong/missed."""
    yield "".ljust(WIDTH) + "".join(name.rjust(COLUMN) for name in scores)
    yield _row("reports", [str(s.reports) for s in scores.values()])
    figures = {name: score.figures() for name, score in scores.items()}
    for count in COUNTS:
        for end, says in (("p", "precision"), ("r", "recall"), ("f1", "F1")):
            yield _row(f"{count} {says}", [f"{f[f'{count}.{end}']:.3f}" for f in figures.values()])
    for name, says in SHARE_ROWS.items():
        yield _row(says, [f"{f[name]:.3f}" for f in figures.values()])
    letters = [score.shares["letters"] for score in scores.values()]
    yield _row("words right in letters", [f"{s.right}/{s.of}" if s.of else "·" for s in letters])
    for count in ("detection", "full", "statements", "roles"):
        yield _row(f"{count} = + -", ["/".join(map(str, s.counts[count])) for s in scores.values()])


def _row(name: str, cells: list[str]) -> str:
    return name.ljust(WIDTH) + "".join(cell.rjust(COLUMN) for cell in cells)
