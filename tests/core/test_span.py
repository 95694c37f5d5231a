"""Offsets lead from the repaired text to the raw one and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.core.span import Edit, OffsetMap, Span, apply_edits


@st.composite
def repaired(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits that fit it."""
    raw = draw(st.text(alphabet="abıİş Ã", max_size=40))
    borders = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    edits = [Edit(a, b, raw[a:b], draw(st.text(alphabet="xyz", max_size=3)), "test") for a, b in pairs]
    return raw, edits


@given(repaired())
def test_replaying_edits_and_leading_every_untouched_character_back(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    text, offsets = apply_edits(raw, edits), OffsetMap(edits)
    touched = {i for e in edits for i in range(e.start, e.stop)}
    for i in range(len(raw)):
        if i in touched:
            continue
        there = offsets.to_text(Span(i, i + 1))
        assert text[there.start : there.stop].startswith(raw[i])
        assert offsets.to_raw(Span(there.start, there.start + 1)).stop >= i + 1


@given(repaired(), st.data())
def test_any_span_of_the_text_leads_to_a_span_of_the_raw(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    raw, edits = case
    text, offsets = apply_edits(raw, edits), OffsetMap(edits)
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    back = offsets.to_raw(Span(start, stop))
    assert 0 <= back.start <= back.stop <= len(raw)
    if not edits:
        assert back == (start, stop)


def test_same_length_edits_move_nothing() -> None:
    offsets = OffsetMap([Edit(2, 3, "s", "ş", "test")])
    assert offsets.to_raw(Span(1, 9)) == (1, 9)


def test_a_longer_raw_stretch_is_led_back_whole() -> None:
    raw = "KirÄ±m'da"
    edits = [Edit(3, 5, "Ä±", "ı", "test")]
    assert apply_edits(raw, edits) == "Kirım'da"
    offsets = OffsetMap(edits)
    assert raw[slice(*offsets.to_raw(Span(0, 5)))] == "KirÄ±m"
    assert raw[slice(*offsets.to_raw(Span(5, 8)))] == "'da"
    assert raw[slice(*offsets.to_raw(Span(3, 4)))] == "Ä±"


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        apply_edits("abc", [Edit(0, 1, "x", "y", "test")])
