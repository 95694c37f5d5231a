"""Names: the people, places and organisations of a report, as the language pack recognises them."""

from __future__ import annotations

from dataclasses import replace

from haberci.core.language import Context, NameFound
from haberci.core.morph import Case
from haberci.core.report import ProperName, Report


def names(report: Report, context: Context) -> Report:
    """The report with its proper names, in text order; they do not overlap."""
    if not report.tokens:
        return report
    found = context.pack.names([report.tokens[s.first : s.last] for s in report.sentences])
    return replace(report, names=tuple(_placed(report, name) for name in found))


def _placed(report: Report, name: NameFound) -> ProperName:
    start = report.sentences[name.sentence].first
    first, last = start + name.first, start + name.last
    at = report.words(first, last)
    return ProperName(
        at=at,
        first=first,
        last=last,
        text=report.text[at.text_start : at.text_stop],
        kind=name.kind,
        name=name.name,
        case=report.tokens[last - 1].morph.case or Case.NOM,
        rule=name.rule,
        long=name.long,
    )
