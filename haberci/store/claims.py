"""The id of a claim: a hash that stays the same over runs, as long as the claim stands at the same words."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from haberci.core.report import Report
from haberci.core.span import Span

ID_BYTES = 10


def claim_id(report_key: tuple[str | None, str], kind: str, what: str, raw: Span, ordinal: int = 0) -> str:
    """The id of a claim in 20 hexadecimal digits.

    ``kind`` is ``event``, ``statement`` or ``role``, ``what`` its type; ``ordinal`` counts claims that are equal in all
    else, in the order of the report. 80 bits: among ten million claims two share an id by chance once in 10^10 stores.
    """
    source, report_id = report_key
    parts = (source or "", report_id, kind, what, str(raw.start), str(raw.stop), str(ordinal))
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def event_ids(report: Report) -> list[str]:
    """Ids of a report's events. They hang on the trigger: one sentence may tell several deeds."""
    return _ids(report, "event", [(event.type.value, event.trigger_at.raw) for event in report.events])


def statement_ids(report: Report) -> list[str]:
    """Ids of a report's statements. They hang on the cue: one sentence may hold several."""
    return _ids(report, "statement", [(s.kind.value, s.cue_at.raw) for s in report.statements])


def role_ids(report: Report) -> list[str]:
    """Ids of a report's roles, by their words and the principal."""
    return _ids(report, "role", [(role.of, role.at.raw) for role in report.roles])


def _ids(report: Report, kind: str, claims: list[tuple[str, Span]]) -> list[str]:
    seen: Counter[tuple[str, Span]] = Counter()
    ids = []
    for what, raw in claims:
        ids.append(claim_id((report.source, report.id), kind, what, raw, seen[what, raw]))
        seen[what, raw] += 1
    return ids
