"""Turkish casing and folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.languages.tr.casing import fold, lower, upper

PAIRS = [
    ("KIRGIZİSTAN", "kırgızistan"),
    ("IŞIK İLE ISI", "ışık ile ısı"),
    ("ÇÖĞÜŞ", "çöğüş"),
    ("ÂLİM, KÂĞIT", "âlim, kâğıt"),
    ("", ""),
]


@pytest.mark.parametrize(("capital", "small"), PAIRS)
def test_pairs(capital: str, small: str) -> None:
    assert lower(capital) == small
    assert upper(small) == capital


def test_a_dot_of_its_own_goes_into_its_letter() -> None:
    assert lower("I\u0307zmir") == "izmir"
    assert lower("İzmir".lower()) == "izmir"
    assert upper("i\u0307zmir") == "İZMİR"


@pytest.mark.parametrize(
    "word", ["Kırgızistan", "KIRGIZİSTAN", "Kirgizistan", "KIRGIZISTAN", "kırgızi\u0307stan", "kIrgIzİstan"]
)
def test_fold_of_all_spellings_is_one(word: str) -> None:
    assert fold(word) == "kirgizistan"


def test_fold_takes_circumflexes_and_marks() -> None:
    assert fold("hâlâ resmî mahkûm") == "hala resmi mahkum"
    assert fold("S\u0327anlıurfa") == "sanliurfa"


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ '-1.“"))
def test_laws(text: str) -> None:
    assert len(lower(text)) == len(upper(text)) == len(fold(text)) == len(text)
    assert lower(upper(lower(text))) == lower(text)
    assert fold(fold(text)) == fold(text) == fold(lower(text)) == fold(upper(text))
    assert fold(text).isascii() or "“" in text


@given(st.text())
def test_never_raises(text: str) -> None:
    lower(text), upper(text), fold(text)
