"""Contexts: every one of PLOVER's has words, its example tells it, and a word that only looks alike does not."""

from __future__ import annotations

from pathlib import Path

import pytest

import haberci
from haberci.core.contexts import CONTEXTS, load_contexts
from haberci.core.errors import LexiconError
from haberci.core.lexicon import read_rows

FILE = "tr/event_contexts.tsv"
TABLE = load_contexts(FILE)


def found(text: str) -> set[str]:
    words = [token.lower for token in haberci.read(text, lang="tr").tokens]
    return {context.name for context in TABLE.find(words)}


def test_each_example_tells_its_context() -> None:
    rows = list(read_rows(FILE, ("context", "words", "example")))
    assert {row["context"] for row in rows} == CONTEXTS and len(CONTEXTS) == 37
    assert [row["context"] for row in rows if row["context"] not in found(row["example"])] == []


@pytest.mark.parametrize("text", ["Bakan, konuğuna adaçayı ikram etti.", "Heyet öğle yemeğinde buluştu."])
def test_other_words_tell_none(text: str) -> None:
    assert found(text) == set()


def test_an_event_has_the_contexts_of_its_sentence_with_their_words() -> None:
    (event,) = haberci.read("Almanya, Rusya'nın nükleer tehditlerini kınadı.", lang="tr").events
    assert [(context.name, context.text, context.rule) for context in event.contexts] == [
        ("cbrn", "nükleer", "context.cbrn")
    ]


def test_an_unknown_context_fails_at_load(tmp_path: Path) -> None:
    path = tmp_path / "contexts.tsv"
    path.write_text("context\twords\texample\nelektion\tseçim*\tSeçim yapıldı.\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="did you mean election"):
        load_contexts(path)
