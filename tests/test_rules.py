"""Every rule that makes a claim can be looked up, with what it holds and an example."""

from __future__ import annotations

import pytest

import haberci
from haberci.core.report import Report
from haberci.core.rule import Rule, rule_table
from haberci.rules import shipped_rules
from haberci.score.gold import OWN_GOLD, gold_paths, load_gold
from haberci.score.reading import Reader
from haberci.sources.paths import read_paths
from tests.conftest import ROOT


def rules_of(report: Report) -> set[str]:
    """The ids behind all claims of a report."""
    claims = [*report.layout, *report.mentions, *report.times, *report.statements, *report.events, *report.roles]
    used = {claim.rule for claim in claims} | {edit.reason for edit in report.edits}
    used |= {rule for event in report.events for rule in event.why}
    for event in report.events:
        used |= {fact.rule for fact in (event.where, *event.numbers, *event.contexts) if fact is not None}
    return used | {event.when.rule for event in report.events if event.when is not None}


def test_every_claim_of_the_examples_names_a_rule_that_can_be_looked_up() -> None:
    examples = [found for found in read_paths([ROOT / "examples"]) if isinstance(found, Report)]
    assert examples
    used = set().union(*map(rules_of, haberci.read_many(examples)))
    assert sorted(used - shipped_rules().keys()) == []


def test_every_claim_of_the_gold_reports_names_a_rule_that_can_be_looked_up(gold_reading: Reader) -> None:
    gold = [report for path in gold_paths() if path.parent == OWN_GOLD for report in load_gold(path).reports]
    assert gold
    used = set().union(*map(rules_of, map(gold_reading, gold)))
    assert sorted(used - shipped_rules().keys()) == []


def test_every_rule_says_what_it_holds_and_shows_it() -> None:
    assert len(shipped_rules()) > 500
    for rule in shipped_rules().values():
        assert rule.says.strip(), rule.id
        assert rule.example.strip(), rule.id


def test_an_id_stands_once() -> None:
    rule = Rule("event.meet", "a meeting", "Bakanlar görüştü.")
    with pytest.raises(ValueError, match=r"event\.meet stands twice"):
        rule_table([rule], [rule])
