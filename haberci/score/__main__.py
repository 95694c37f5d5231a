"""The score's command line: ``python -m haberci.score``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from haberci.core.errors import HaberciError, InputError
from haberci.core.report import Report
from haberci.reading import read
from haberci.score.analysis import NO_TREEBANKS, analysis_failures, analysis_figures, analysis_table
from haberci.score.clauses import TABLE as CLAUSES
from haberci.score.clauses import clause_figures, clause_lines
from haberci.score.ends import TABLE as ENDS_TABLE
from haberci.score.ends import ends_figures, ends_lines
from haberci.score.errors import show_errors
from haberci.score.facts import TABLE as FACTS_TABLE
from haberci.score.facts import facts_figures, facts_lines
from haberci.score.floors import FLOORS, below, load_floors
from haberci.score.gold import HELD_ENDINGS, OWN_GOLD, GoldFile, GoldReport, gold_paths, load_gold, shared_folder
from haberci.score.modality import MODALITY, modality_errors, modality_figures, modality_lines
from haberci.score.modality import TABLE as MODALITY_TABLE
from haberci.score.names import TABLE, names_figures, names_lines
from haberci.score.plans import TABLE as PLANS_TABLE
from haberci.score.plans import plan_figures, plan_lines
from haberci.score.reading import degraded, score_file
from haberci.score.table import table
from haberci.score.times import TABLE as TIMES_TABLE
from haberci.score.times import time_figures, time_lines

Lines = Callable[[Mapping[str, float]], Iterable[str]]  # the lines that show figures

NO_SHARED = "no shared gold beside the checkout (HABERCI_SHARED, ../shared): scored on the project's own gold alone"


def main(arguments: list[str] | None = None) -> int:
    """Print the score; 0 when every figure holds its floor, 1 when one does not or there is no gold."""
    options = _options(arguments)
    try:
        if options.errors == MODALITY.stem:
            _say(modality_errors())
            return 0
        if options.errors:
            gold = load_gold(_shown(options.errors))
            _say(show_errors(degraded(gold) if options.degrade else gold, read_gold, options.report))
            return 0
        return _score([load_gold(path) for path in gold_paths()], options.floors, options.degrade)
    except HaberciError as error:
        sys.stderr.write(f"score: {error}\n")
        return 1
    except BrokenPipeError:  # whoever reads us, as `head`, has seen enough; let the last flush find an open file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def read_gold(report: GoldReport) -> Report:
    """Our reading of a gold report's text."""
    return read(report.text, id=report.id, date=report.date)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m haberci.score", description="Score the reader against gold reports.")
    add = parser.add_argument
    add("--floors", type=Path, default=FLOORS, metavar="FILE", help="pinned floors (default: tests/gold/floors.toml)")
    add("--errors", metavar="GOLD", help="show what is right and wrong in each report of a gold file (path or name)")
    add("--report", metavar="ID", help="with --errors: this report alone")
    add("--degrade", action="store_true", help="take the letters ş ğ ı İ from sound reports first; no floors hold")
    return parser.parse_args(arguments)


def _score(files: list[GoldFile], floors_path: Path, degrade: bool) -> int:
    if not files:
        raise InputError(f"no gold found in {OWN_GOLD.parent.name}/{OWN_GOLD.name}: nothing was scored")
    if shared_folder() is None:
        _say([NO_SHARED])
    if degrade:
        files = [file for file in map(degraded, files) if file.reports]
    scores = {file.name: score_file(file, read_gold) for file in files}
    _say(table(scores))
    if degrade:
        return 0
    figures = {name: score.figures() for name, score in scores.items()}
    figures |= _kept({MODALITY_TABLE: (modality_figures(), modality_lines), PLANS_TABLE: (plan_figures(), plan_lines)})
    figures |= _kept({FACTS_TABLE: (facts_figures(read_gold), facts_lines)})
    failures = _analysis()
    measured = {TABLE: (names_figures(), names_lines), ENDS_TABLE: (ends_figures(), ends_lines)}
    figures |= _kept(measured | {TIMES_TABLE: (time_figures(), time_lines), CLAUSES: (clause_figures(), clause_lines)})
    floors = load_floors(floors_path)
    failures += [line for name, held in figures.items() for line in below(name, held, floors)]
    _say(f"FAILED {line}" for line in failures)
    return 1 if failures else 0


def _kept(tables: Mapping[str, tuple[dict[str, float], Lines]]) -> dict[str, dict[str, float]]:
    """Print the figures of some tables, and return those that there are."""
    found = {name: held for name, (held, _) in tables.items() if held}
    for name in found:
        _say(tables[name][1](found[name]))
    return found


def _analysis() -> list[str]:
    """Print the table of the analysis, and return what is below its floor."""
    figures = analysis_figures()
    _say(["", *analysis_table(figures)] if figures else [NO_TREEBANKS])
    return analysis_failures(figures)


def _shown(name: str) -> Path:
    path = Path(name)
    found = [path] if path.is_file() else [p for p in gold_paths() if name in (p.stem, p.name)]
    if not found:
        raise InputError(f"no gold named {name}; there is: {', '.join(p.stem for p in gold_paths()) or 'none'}")
    if found[0].stem.endswith(HELD_ENDINGS):
        raise InputError(f"{found[0].stem} is held back: it is scored, and not shown")
    return found[0]


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
