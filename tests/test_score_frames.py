"""Which frames fire nowhere: what the list names, and that none of ours stands in it."""

from __future__ import annotations

from dataclasses import replace

from haberci.reading import shipped_context
from haberci.score.frames import case_texts, coverage, fired_rules

FRAMES = {frame.id: frame for frame in shipped_context("tr").pack.frames.frames}


def test_a_frame_that_its_example_does_not_fire_is_listed() -> None:
    frame = replace(FRAMES["accuse.kina"], example="Kazakistan'da kar yağdı.")
    assert coverage([frame], frozenset()).silent == (frame,)
    assert coverage([frame], {"event.accuse.kina"}).silent == ()


def test_a_frame_that_only_its_example_fires_is_told_apart() -> None:
    frame = FRAMES["accuse.kina"]
    assert coverage([frame], frozenset()).alone == (frame,)
    assert coverage([frame], {"event.accuse.kina"}).alone == ()


def test_the_cases_fire_frames_of_all_verbal_types() -> None:
    fired = fired_rules(case_texts())
    types = {frame.type for frame in FRAMES.values() if f"event.{frame.id}" in fired}
    assert {"ACCUSE", "AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"} <= types


def test_verbal_types_have_their_frames() -> None:
    verbal = ("accuse", "agree", "concede", "consult", "reject", "request", "support", "threaten")
    assert sum(name.startswith(verbal) for name in FRAMES) >= 450
