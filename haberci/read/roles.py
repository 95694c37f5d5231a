"""Roles: who holds which office, where the report ties the person to it."""

from __future__ import annotations

from dataclasses import replace

from haberci.core.language import Context
from haberci.core.report import Mention, MentionKind, Report, Role
from haberci.core.rule import Rule

RULES = (
    Rule("role.titled", "an office in front of a person's name", "Moldova Başbakanı Dorin Recean görevi bıraktı."),
)


def roles(report: Report, context: Context) -> Report:
    """The report with its roles: one for each person and principal, with the fullest name."""
    found: dict[tuple[str, str], Role] = {}
    for mention in report.mentions:
        role = _titled(mention)
        if role is None:
            continue
        key = (context.pack.lower(role.person).split()[-1], role.of)
        held = found.get(key)
        if held is None or len(role.person.split()) > len(held.person.split()):
            found[key] = role
    return replace(report, roles=tuple(sorted(found.values(), key=lambda r: r.at.text_start)))


def _titled(mention: Mention) -> Role | None:
    if mention.kind is not MentionKind.PERSON or mention.office is None or mention.person is None or not mention.codes:
        return None
    return Role(mention.at, mention.person, mention.office, mention.codes[0].principal, "role.titled")
