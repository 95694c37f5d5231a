"""Modality is counted sentence by sentence: an event of another type, or none, is a miss."""

from __future__ import annotations

from collections import Counter

import pytest

import haberci
from haberci.core.codebook import EventType, Modality
from haberci.score import __main__ as command
from haberci.score.figures import Count
from haberci.score.modality import MODALITY, Told, found_modality, load_told, modality_counts, modality_lines

TOLD = load_told()


def test_each_sentence_names_its_deed() -> None:
    assert [told for told in TOLD if told.deed not in told.text or not told.deed] == []
    assert {told.type for told in TOLD} == {str(kind) for kind in EventType}
    assert len({told.text for told in TOLD}) == len(TOLD)


def test_forty_of_each_among_those_that_happened() -> None:
    assert Counter(told.modality for told in TOLD) == {str(m): 160 if m is Modality.HAPPENED else 40 for m in Modality}


@pytest.mark.parametrize(
    ("text", "deed", "kind", "modality"),
    [
        ("Moldova Cumhurbaşkanı, Romanya'yı ziyaret etti.", "ziyaret etti", "CONSULT", "happened"),
        ("Moldova Cumhurbaşkanı, Romanya'yı ziyaret edecek.", "ziyaret edecek", "CONSULT", "planned"),
        ("Moldova Cumhurbaşkanı, Romanya'yı ziyaret etti.", "ziyaret etti", "ASSAULT", None),
    ],
)
def test_the_event_of_that_type_says_its_modality(text: str, deed: str, kind: str, modality: str | None) -> None:
    assert found_modality(Told(text, kind, deed, "happened"), haberci.read(text)) == modality


def test_counts_hold_right_wrong_and_missed() -> None:
    rows = [("happened", "happened"), ("planned", "happened"), ("planned", None), ("denied", "denied")]
    counts = modality_counts(rows)
    assert counts["happened"] == Count(1, 1, 0)
    assert counts["planned"] == Count(0, 0, 2)
    assert counts["denied"] == Count(1, 0, 0)
    lines = list(modality_lines({f"{name}.f1": count.f1 for name, count in counts.items()}))
    assert lines[0] == "happened F1, single sentences".ljust(35) + "0.667"


def test_what_comes_out_otherwise_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--errors", MODALITY.stem]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert all(" -> " in line for line in shown)
    assert len(shown) < len(TOLD)
