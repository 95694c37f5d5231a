"""``haberci repair``: the text with its characters restored, and nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain
from haberci.cli.options import Language, Paths, Register

if TYPE_CHECKING:
    from haberci.core.report import Report
    from haberci.core.span import Edit

_WORD_END = frozenset(" \t\r\n\f'’\"“”.,;:!?()[]")


def repair(
    paths: Paths,
    lang: Language = None,
    register: Register = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="List the repairs instead: offset, what became what, and the rule.")
    ] = False,
) -> None:
    """Print texts with their characters and broken lines restored. No word is removed, and nothing is stored."""
    from haberci.collector import collect_seldom
    from haberci.core.errors import HaberciError
    from haberci.languages.packs import PACKS
    from haberci.reading import checked, repair_each
    from haberci.sources.paths import in_language, read_paths

    collect_seldom()
    overlay = checked(register)
    failed = False
    ended = True
    for outcome in repair_each(in_language(read_paths(paths), lang), overlay):
        if isinstance(outcome, HaberciError):
            complain(str(outcome))
            failed = True
        else:
            if outcome.lang not in PACKS:
                complain(f"{outcome.id}: not repaired: no language pack for {outcome.lang or 'its language'}")
                failed = True
            written = _edits(outcome) if explain else outcome.text
            sys.stdout.write(written if ended else "\n" + written)
            ended = written.endswith("\n") or not written
    if failed:
        raise typer.Exit(2)


def _edits(report: Report) -> str:
    return "".join(_told(report, edit) for edit in report.edits)


def _told(report: Report, edit: Edit) -> str:
    """``report:17  i → ı  Kirgizistan  rule``: the word is as it was given."""
    start, stop = edit.start, edit.stop
    while start > 0 and report.raw[start - 1] not in _WORD_END:
        start -= 1
    while stop < len(report.raw) and report.raw[stop] not in _WORD_END:
        stop += 1
    word = " ".join(report.raw[start:stop].split())
    return f"{report.id}:{edit.start}\t{edit.before} → {edit.after}\t{word}\t{edit.reason}\n"
