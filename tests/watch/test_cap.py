"""Warnings as CAP 1.2 are valid by its schema (``cap.xsd``), and a cancel names the alerts that it takes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from haberci.watch.areas import load_area
from haberci.watch.cap import NAMESPACE, cap
from haberci.watch.keeping import Change, Warning
from tests.watch.test_telling import CONFIRMED, SAID, SIGN, WARNING

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "cap.xsd"))
REJECTED = Change("2021-04-28T21:00:00.000000Z", "bo", "reject", "rumour")
CLOSED = Change("2021-05-03T08:00:00.000000Z", "ada", "close", "y")

WARNINGS = [
    WARNING,
    WARNING._replace(sign=replace(SIGN, per_year=0.4, sure="low: a single report tells it", action=None, level=None)),
    WARNING._replace(sign=replace(SIGN, reason="A & B <clash> " + "x" * 200)),
    WARNING._replace(state="closed", changes=(CONFIRMED, CLOSED)),
    WARNING._replace(state="rejected", changes=(REJECTED,)),
    WARNING._replace(state="merged", changes=(CONFIRMED, CLOSED._replace(action="merge"))),
]


def parsed(warning: Warning) -> etree._Element:
    return etree.fromstring(cap(load_area("csto"), warning, [SAID]))


@pytest.mark.parametrize("warning", WARNINGS)
def test_a_warning_is_valid_by_the_schema(warning: Warning) -> None:
    SCHEMA.assertValid(parsed(warning))


def test_the_sentences_behind_it_stand_in_the_description() -> None:
    assert SAID.words in (parsed(WARNING).findtext(f".//{{{NAMESPACE}}}description") or "")


@pytest.mark.parametrize(
    ("name", "text"),
    [("status", "Real"), ("sent", "2021-04-29T08:00:00Z"), ("identifier", "a b"), ("urgency", None)],
)
def test_the_schema_refuses_what_the_standard_does(name: str, text: str | None) -> None:
    message = parsed(WARNING)
    element = next(message.iter(f"{{{NAMESPACE}}}{name}"))
    if text is None:
        element.getparent().remove(element)
    else:
        element.text = text
    assert not SCHEMA.validate(message)


def test_a_cancel_names_each_alert_by_its_own_number_and_time() -> None:
    changes = (REJECTED, CONFIRMED, CLOSED)
    alert = parsed(WARNING._replace(changes=changes[:2]))
    cancel = parsed(WARNING._replace(state="closed", changes=changes))
    named = (alert.findtext(f"{{{NAMESPACE}}}{part}") for part in ("sender", "identifier", "sent"))
    assert cancel.findtext(f"{{{NAMESPACE}}}references") == ",".join(filter(None, named))


def test_what_was_never_confirmed_has_no_alert_to_name() -> None:
    assert parsed(WARNINGS[4]).find(f"{{{NAMESPACE}}}references") is None


@pytest.mark.parametrize(
    ("head", "per_year", "severity"),
    [
        ("rule:first-assault", 0.02, "Severe"),
        ("violence", 0.4, "Severe"),
        ("rule:both-mobilise", 0.02, "Moderate"),
        ("tension", 0.4, "Moderate"),
        ("tension", 0.001, "Severe"),
        ("", 0.4, "Moderate"),  # a sign that an earlier version kept
    ],
)
def test_assaults_and_what_is_very_rare_are_severe(head: str, per_year: float, severity: str) -> None:
    message = parsed(WARNING._replace(sign=replace(SIGN, head=head, per_year=per_year)))
    assert message.findtext(f".//{{{NAMESPACE}}}severity") == severity


def test_signs_that_no_xml_may_hold_become_blanks() -> None:
    dirty = SAID._replace(words="Sınırda\x0cateş \x01açıldı.")
    message = etree.fromstring(cap(load_area("csto"), WARNING, [dirty]))
    assert "Sınırda ateş  açıldı." in (message.findtext(f".//{{{NAMESPACE}}}description") or "")
