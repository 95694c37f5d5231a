"""Warnings in the Common Alerting Protocol, CAP 1.2 (OASIS, 1 July 2010)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from haberci.watch.areas import Area
from haberci.watch.feed import in_words
from haberci.watch.keeping import Change, Warning
from haberci.watch.ladder import Rung
from haberci.watch.signs import Quotation, Sign, graveness

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_MESSAGES = {"confirmed": "Alert", "merged": "Cancel", "rejected": "Cancel", "closed": "Cancel"}
_VERY_RARE = 0.01  # a year


def cap(area: Area, warning: Warning, quotations: Sequence[Quotation] = (), sender: str = "haberci") -> bytes:
    """A warning as a CAP 1.2 message: an alert while it is confirmed, a cancel of it once it is not.

    ``quotations`` are the sentences behind its sign.
    """
    root = ElementTree.Element("alert", xmlns=NAMESPACE)
    _add(root, _head(area, warning, sender))
    info = ElementTree.SubElement(root, "info")
    _add(info, _info(warning.sign, quotations))
    place = ElementTree.SubElement(info, "area")
    _add(place, [("areaDesc", f"{area.name}: {warning.sign.subject}")])
    ElementTree.indent(root)
    message: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return message + b"\n"


def _head(area: Area, warning: Warning, sender: str) -> list[tuple[str, str]]:
    kind = _MESSAGES[warning.state]
    head = [
        ("identifier", f"{warning.id}-{len(warning.changes)}"),
        ("sender", sender),
        ("sent", _sent(warning.changes[-1])),
        ("status", "Actual"),
        ("msgType", kind),
        ("scope", "Private"),
        ("addresses", area.id),
    ]
    alerts = [
        f"{sender},{warning.id}-{number},{_sent(change)}"
        for number, change in enumerate(warning.changes, 1)
        if change.action == "confirm"
    ]
    if kind == "Cancel" and alerts:
        head.append(("references", " ".join(alerts)))
    return head


def _info(sign: Sign, quotations: Sequence[Quotation]) -> list[tuple[str, str]]:
    grave = sign.per_year <= _VERY_RARE or graveness(sign.head) is Rung.ASSAULT
    return [
        ("language", "en"),
        ("category", "Security"),
        ("event", sign.reason[:120]),
        ("urgency", "Immediate" if grave else "Expected"),
        ("severity", "Severe" if grave else "Moderate"),
        ("certainty", _certainty(sign.sure)),
        ("onset", f"{sign.first_day}T00:00:00-00:00"),
        ("headline", sign.reason),
        ("description", in_words(sign, quotations)),
        ("instruction", sign.action or "read the reports behind it"),
    ]


def _sent(change: Change) -> str:
    """When a change was made, as CAP writes times: in UTC, which it knows as -00:00."""
    return f"{change.recorded_at[:19]}-00:00"


def _certainty(sure: str) -> str:
    return {"high": "Observed", "medium": "Likely"}.get(sure.partition(":")[0], "Possible")


def _add(parent: ElementTree.Element, fields: list[tuple[str, str]]) -> None:
    for name, text in fields:
        ElementTree.SubElement(parent, name).text = text
