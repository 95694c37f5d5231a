"""Turkish times: the cases of ``tests/cases/times.tsv``, the rules' own examples, and what holds of any anchor."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.core.lexicon import Row, read_rows
from haberci.core.report import TimePrecision, Token
from haberci.core.rule import Rule
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.times.grammar import RULES, times
from haberci.languages.tr.words import words

CASES = Path(__file__).parents[2] / "cases" / "times.tsv"


def tokens_of(text: str) -> list[Token]:
    spans = words(text)
    pieces = [text[a:b] for a, b in spans]
    read = zip(spans, pieces, analyse(pieces), strict=True)
    return [Token(span, piece, lower(piece), morph, 0) for span, piece, morph in read]


def shown(text: str, anchor: str) -> str:
    tokens = tokens_of(text)
    return " ; ".join(
        f"{text[tokens[first].span.start : tokens[last - 1].span.stop]} = {start or '?'}..{stop or '?'} "
        f"{precision} {rule}"
        for first, last, start, stop, precision, rule in times(tokens, anchor or None)
    )


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"line {row.line}") for row in read_rows(CASES, ("sentence", "anchor", "times"))]
)
def test_times_of_a_sentence(row: Row) -> None:
    assert shown(row["sentence"], row["anchor"]) == row["times"]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_finds_its_example(rule: Rule) -> None:
    assert [found[5] for found in times(tokens_of(rule.example), "2023-02-01")] == [rule.id]


WORDS = "31 Şubat Ocak'ta bu geçen yıl hafta sonu son on iki gündür önce sonra salı günü - saat 9999 1990'larda".split()


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.dates().map(str) | st.none())
def test_times_hold_together(found: list[str], anchor: str | None) -> None:
    tokens = tokens_of(" ".join(found))
    at = 0
    for first, last, start, stop, precision, _ in times(tokens, anchor):
        assert at <= first < last <= len(tokens)
        assert (start is None) == (stop is None) and (start is None or stop is None or start <= stop)
        assert precision in set(TimePrecision)
        at = last
