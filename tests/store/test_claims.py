from __future__ import annotations

from hypothesis import given, settings

from haberci.core.codebook import EventType
from haberci.core.report import Report
from haberci.core.span import Span
from haberci.store.claims import claim_id, event_ids, role_ids, statement_ids
from tests.store.drawing import REPORTS
from tests.store.samples import meeting, story


def test_an_id_is_the_same_tomorrow() -> None:
    assert claim_id(("aa", "n1"), "event", "CONSULT", Span(3, 9)) == "dee899d2cd70bf1a9e6b"


def test_what_an_id_hangs_on() -> None:
    base = claim_id(("aa", "n1"), "event", "CONSULT", Span(3, 9))
    others = [
        claim_id(("aa", "n2"), "event", "CONSULT", Span(3, 9)),
        claim_id((None, "n1"), "event", "CONSULT", Span(3, 9)),
        claim_id(("aan", "1"), "event", "CONSULT", Span(3, 9)),
        claim_id(("aa", "n1"), "statement", "CONSULT", Span(3, 9)),
        claim_id(("aa", "n1"), "event", "AGREE", Span(3, 9)),
        claim_id(("aa", "n1"), "event", "CONSULT", Span(3, 10)),
        claim_id(("aa", "n1"), "event", "CONSULT", Span(3, 9), 1),
    ]
    assert len({base, *others}) == 8


def test_parties_modality_and_rule_leave_an_id_as_it_is() -> None:
    first = story(events=[meeting()])
    second = story(events=[meeting(recipients=())])
    assert event_ids(first) == event_ids(second)


def test_equal_claims_get_an_ordinal() -> None:
    ids = event_ids(story(events=[meeting(), meeting(recipients=()), meeting(kind=EventType.AGREE)]))
    assert len(set(ids)) == 3
    assert ids[0] == event_ids(story(events=[meeting()]))[0]


@settings(max_examples=30, deadline=None)
@given(REPORTS)
def test_ids_of_one_report_are_all_different(report: Report) -> None:
    ids = [*event_ids(report), *statement_ids(report), *role_ids(report)]
    assert len(set(ids)) == len(ids)
