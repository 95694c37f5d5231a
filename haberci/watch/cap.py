"""Warnings in the Common Alerting Protocol, CAP 1.2 (OASIS, 1 July 2010)."""

from __future__ import annotations

from xml.etree import ElementTree

from haberci.watch.areas import Area
from haberci.watch.feed import in_words
from haberci.watch.keeping import Warning

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_MESSAGES = {"confirmed": "Alert", "merged": "Cancel", "rejected": "Cancel", "closed": "Cancel"}
_RARE, _VERY_RARE = 0.1, 0.01


def cap(area: Area, warning: Warning, sender: str = "haberci") -> bytes:
    """A warning as a CAP 1.2 message: an alert while it is confirmed, a cancel once it is closed."""
    sent = f"{warning.changes[-1].recorded_at[:19]}-00:00"
    root = ElementTree.Element("alert", xmlns=NAMESPACE)
    kind = _MESSAGES[warning.state]
    head = [
        ("identifier", f"{warning.id}-{len(warning.changes)}"),
        ("sender", sender),
        ("sent", sent),
        ("status", "Actual"),
        ("msgType", kind),
        ("scope", "Private"),
        ("addresses", area.id),
    ]
    if kind == "Cancel":
        first = f"{warning.changes[0].recorded_at[:19]}-00:00"
        head.append(("references", f"{sender},{warning.id}-1,{first}"))
    _add(root, head)
    info = ElementTree.SubElement(root, "info")
    sign = warning.sign
    _add(
        info,
        [
            ("language", "en"),
            ("category", "Security"),
            ("event", sign.reason[:120]),
            ("urgency", "Immediate" if sign.per_year <= _VERY_RARE else "Expected"),
            ("severity", "Severe" if sign.per_year <= _VERY_RARE else "Moderate"),
            ("certainty", _certainty(sign.sure)),
            ("onset", f"{sign.first_day}T00:00:00-00:00"),
            ("headline", sign.reason),
            ("description", in_words(sign)),
            ("instruction", sign.action or "read the reports behind it"),
        ],
    )
    place = ElementTree.SubElement(info, "area")
    _add(place, [("areaDesc", f"{area.name}: {sign.subject}")])
    ElementTree.indent(root)
    message: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return message + b"\n"


def _certainty(sure: str) -> str:
    return {"high": "Observed", "medium": "Likely"}.get(sure.partition(":")[0], "Possible")


def _add(parent: ElementTree.Element, fields: list[tuple[str, str]]) -> None:
    for name, text in fields:
        ElementTree.SubElement(parent, name).text = text
