"""What ``haberci warn`` does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from haberci.cli.console import output
from haberci.cli.options import EventsFormat
from haberci.cli.signs_listing import warnings_listing
from haberci.cli.watching import quoted
from haberci.cli.writing import write_file
from haberci.core.errors import InputError
from haberci.store.store import Store
from haberci.watch.areas import load_area
from haberci.watch.cap import cap as cap_message
from haberci.watch.keeping import Warning, kept
from haberci.watch.telling import Message, tell


class Judged(NamedTuple):
    """What a person says: of which sign, in which database, what, merged into which, why, and who."""

    sign: str | None
    db: Path
    actions: tuple[str, ...]
    into: str | None
    note: str
    by: str


def run_warn(judged: Judged, cap: Path | None, send: bool, areas: Path | None, format: EventsFormat) -> None:
    """List, or judge one; then write or send it as asked."""
    if len(judged.actions) > 1:
        raise InputError(f"one of --{' and --'.join(judged.actions)}, not several")
    if judged.sign is None:
        if judged.actions or cap or send:
            raise InputError("which sign? its id stands in `haberci signs`")
        with kept(judged.db) as held:
            warnings_listing(format, held.warnings())
        return
    if cap:
        _check_alert(judged)
    warning = _judged(judged)
    warnings_listing(format, [warning])
    if cap or send:
        area = load_area(warning.area, areas)
        with Store.open(judged.db, mode="read") as store:
            quotations = quoted(store, warning.sign.evidence)
        if cap:
            write_file(cap, cap_message(area, warning, quotations))
        if send:
            told = tell(Message(area, warning, quotations))
            nobody = "no recipient's level is reached" if area.recipients else f"{area.id} names no recipient"
            output().print(f"told: {', '.join(told)}" if told else f"told nobody: {nobody}")


def _check_alert(judged: Judged) -> None:
    """A message of CAP is an alert or takes one back; of what was never confirmed there is none to take back."""
    if judged.actions == ("confirm",):
        return
    with kept(judged.db) as held:
        sign = held.sign(judged.sign or "")
        told = held.warnings(name=sign.id) if sign else []
    if sign and not any(change.action == "confirm" for warning in told for change in warning.changes):
        raise InputError(f"--cap: {judged.sign} was never confirmed, so there is no alert to take back")


def _judged(judged: Judged) -> Warning:
    """The warning after what was said, or as it stands when nothing was."""
    name = judged.sign or ""
    with kept(judged.db, write=bool(judged.actions)) as held:
        if judged.actions:
            if not judged.by:
                raise InputError("--by: say who judges")
            return held.judge(name, judged.actions[0], judged.by, judged.note, judged.into)
        found = [warning for warning in held.warnings() if warning.id.startswith(name)]
    if len(found) != 1:
        raise InputError(f"{name}: {'no warning' if not found else 'several warnings begin so'}")
    return found[0]
