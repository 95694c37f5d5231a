"""A sign is told by the gravest of what is in it."""

from __future__ import annotations

from haberci.watch.areas import load_area
from haberci.watch.detection import Alarm
from haberci.watch.series import Key, Subject
from haberci.watch.signs import RULE, head_of, sign_of
from tests.watch.drawing import START, deed

DYAD = Subject(("KGZ", "TJK"))
TENSION, VIOLENCE = Key(DYAD, "tension"), Key(DYAD, "violence")
FIRST_ASSAULT, BOTH_MOBILISE, MANY_DEAD = (Key(DYAD, RULE + r) for r in ("first-assault", "both-mobilise", "many-dead"))


def alarm(*later: Key) -> Alarm:
    """A sign that began by accusations on day 10, and what joined it on each day after."""
    joined = {TENSION: START + 10} | {key: START + 11 + place for place, key in enumerate(later)}
    return Alarm(TENSION, START + 10, START + 10 + len(later), 0.01, joined)


def test_a_rule_of_its_subject_leads_and_the_gravest_of_them() -> None:
    assert head_of(alarm(VIOLENCE)) == TENSION
    assert head_of(alarm(BOTH_MOBILISE)) == BOTH_MOBILISE
    assert head_of(alarm(FIRST_ASSAULT, BOTH_MOBILISE)) == FIRST_ASSAULT
    assert head_of(alarm(FIRST_ASSAULT, MANY_DEAD)) == MANY_DEAD
    assert head_of(alarm(Key(Subject(("CSTO", "KGZ")), RULE + "asks-for-help"))) == TENSION, "another's"


def test_what_no_series_counts_is_observed_as_its_deeds() -> None:
    deeds = [deed("10 ACCUSE KGZ>TJK"), deed("11 ASSAULT TJK>KGZ"), deed("11 ASSAULT TJK>KGZ")]
    told = sign_of(load_area("csto"), alarm(FIRST_ASSAULT), deeds, (0, 0.0), None)
    assert told.reason == "KGZ–TJK: first assault in a dyad after 90 quiet days"
    assert (told.id, told.observed) == (sign_of(load_area("csto"), alarm(), deeds, (1, 0.1), None).id, 3)
    assert told.also == ("KGZ–TJK tension",)


def test_what_calms_a_dispute_speaks_against_its_sign_and_does_not_bear_it() -> None:
    deeds = [
        deed("11 ASSAULT TJK>KGZ"),
        deed("11 RETREAT TJK>"),
        deed("11 AGREE TJK>KGZ"),
        deed("11 CONSULT TJK>KGZ planned"),
    ]
    truce = Key(DYAD, "conciliation")
    deeds = [each._replace(ids=(f"d{place}",)) for place, each in enumerate(deeds)]
    told = sign_of(load_area("csto"), alarm(VIOLENCE, truce), deeds, (1, 0.1), None)
    assert (told.evidence, told.contrary) == (("d0",), ("d2",))
    calm = Alarm(truce, START + 11, START + 11, 0.01, {truce: START + 11})
    told = sign_of(load_area("csto"), calm, [*deeds, deed("11 CONCEDE TJK>KGZ")._replace(ids=("d4",))], (1, 0.1), None)
    assert (told.evidence, told.contrary) == (("d4",), ("d0",))
