"""The stages that cut a report into sentences and words and find its times."""

from __future__ import annotations

import pytest

from haberci import read
from haberci.core.morph import Case
from haberci.core.report import BlockKind
from haberci.read.characters import LONGEST_WORD, is_spaced, words_alone

TEXT = (
    "Heyet Duşanbe'ye geldi\n\n"
    'Özbekistan Dışişleri Bakanı dün Tacikistan\'ı ziyaret etti. "Dostuz. Komşuyuz." dedi.\n\n'
    "Zirve 3 Mart'ta yapılacak.\n"
)


def test_sentences_stay_in_their_blocks() -> None:
    report = read(TEXT, lang="tr", date="2023-02-01")
    assert len(report.sentences) > 1
    for sentence in report.sentences:
        assert any(block.at.span.holds(sentence.at.span) for block in report.layout)
        assert sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)


def test_what_is_too_long_for_a_word_or_a_sentence_is_read_in_pieces() -> None:
    """Time and memory grow with the text and not with its square: a picture packed into letters, a page of one line."""
    report = read("x" * 200_000 + " Basbakani geldi.", lang="tr")
    assert report.text.endswith("x Başbakanı geldi.")
    text = "Bakan geldi ve " * 2_000
    report = read(text, lang="tr")
    assert all(sentence.at.stop - sentence.at.start <= 4_000 for sentence in report.sentences)
    assert " ".join(report.text[s.at.text_start : s.at.text_stop] for s in report.sentences) == report.text.strip()


def test_tokens_are_the_words_of_their_sentences() -> None:
    report = read(TEXT, lang="tr", date="2023-02-01")
    for number, sentence in enumerate(report.sentences):
        words = report.tokens[sentence.first : sentence.last]
        assert words and all(word.sentence == number and sentence.at.span.holds(word.span) for word in words)
        assert all(report.text[word.span.start : word.span.stop] == word.text for word in words)
    assert report.sentences[-1].last == len(report.tokens)
    visited = next(word for word in report.tokens if word.text == "Tacikistan'ı")
    assert visited.morph.case is Case.ACC


def test_times_hang_on_the_day_of_the_report() -> None:
    found = [(time.text, time.start) for time in read(TEXT, lang="tr", date="2023-02-01").times]
    assert found == [("dün", "2023-01-31"), ("3 Mart'ta", "2023-03-03")]


def test_no_day_is_made_up() -> None:
    assert [time.start for time in read(TEXT, lang="tr").times] == [None, None]


@pytest.mark.parametrize("letters", [99, 100, 101, 102, 201, 202])
@pytest.mark.parametrize("before", ["", "Heyet geldi. ", "a " * 60])
def test_spaces_alone_show_that_no_word_is_too_long(letters: int, before: str) -> None:
    text = before + "x" * letters
    assert is_spaced(text) is (letters <= LONGEST_WORD)
    assert is_spaced(text + " gitti") is (letters <= LONGEST_WORD)
    assert words_alone(text) == before + ("x" if letters <= LONGEST_WORD else "0") * letters
