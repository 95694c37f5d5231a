"""Clauses of single sentences, as drawn in cases/clauses.tsv: subject, how it was found, parts."""

from __future__ import annotations

from pathlib import Path

import pytest

import haberci
from haberci.read.parse import Parsed, parse
from haberci.reading import shipped_context

CASES = Path(__file__).parents[2] / "cases" / "clauses.tsv"


def cases() -> list[list[str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def parsed_of(text: str) -> Parsed:
    return parse(haberci.read(text, lang="tr"), shipped_context("tr"))[0]


@pytest.mark.parametrize(("text", "verb", "subject", "found", "parts"), cases())
def test_clause(text: str, verb: str, subject: str, found: str, parts: str) -> None:
    parsed = parsed_of(text)
    clause = next(c for c in parsed.clauses if parsed.tokens[c.verb].text == verb)
    assert "+".join(parsed.mentions[n].text for n in clause.subject) == subject
    assert clause.subject_from == found
    own = [f"{parsed.mentions[p.chunk].text}:{p.case}" for p in clause.parts if p.own]
    assert " ".join(own) == parts


def test_words_of_a_relation_are_no_verbs() -> None:
    parsed = parsed_of("ABD ve AB haftalardır Sırbistan'a çağrıda bulunuyor.")
    assert [parsed.tokens[c.verb].text for c in parsed.clauses] == ["bulunuyor"]


def test_a_text_without_verbs_has_no_clauses() -> None:
    assert parsed_of("Bişkek, Astana, Duşanbe").clauses == ()
