"""What is told at once, by common words and by sieves, is what would be told by asking for each word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.circumflex import has_lost_circumflex
from haberci.languages.tr.letters.damage import MARKS
from haberci.languages.tr.letters.endings import states_of_cuts
from haberci.languages.tr.letters.known import ASCII, LATIN1, NONE, without
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.ngram import Ambiguous
from haberci.languages.tr.letters.scan import Scanner
from haberci.languages.tr.letters.sieve import Sieve, pack_sieve
from haberci.languages.tr.letters.stems import beginnings, cuts_of_rare_stems, cuts_of_stems, rare_beginnings
from haberci.languages.tr.letters.tokens import Part
from haberci.languages.tr.letters.witness import Shares, Weighing, spoken
from haberci.languages.tr.letters.words import restorer

WORDS = (
    "Dışişleri Bakanı görüşmede üç ülkenin çağrısını yineledi ve kırıldaklığı öne sürdü; Ankara'nın Tbilisi'ye gidişi "
    "TBMM'nin gündeminde the talks Şusa yolu açıldı, gümrükçülerin ölçüsüz sözü IKBY'de Başkan kalktığı öldü oldu on ön"
).split()
SHARES = Shares(damaged=0.04, turkish=0.7, wider=0.02)
RARE_WORDS = [
    "bostancılıklarını",
    "kitaplığındaki",
    "gidişinden",
    "çizdirmeyişine",
    "kırıldaklığı",
    "ahengimizi",
    "istiklalin",
]

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


@settings(deadline=None)  # the first example loads the model
@given(sentences, st.sampled_from([LATIN1, ASCII, NONE]))
def test_what_common_words_tell_alone_holds_when_all_are_asked(text: str, damage: frozenset[str]) -> None:
    words = spoken(Part(without(text, damage) if damage else text))
    narrow, wide = Weighing(words, LATIN1), Weighing(words, ASCII)
    for weighing in (narrow, wide):
        seen = weighing.witness()
        if weighing.is_plain(1, SHARES):
            assert seen.damaged >= max(1, SHARES.damaged * seen.words) and seen.turkish >= SHARES.turkish * seen.words
    more = wide.witness().damaged > narrow.witness().damaged + SHARES.wider * wide.witness().words
    assert wide.is_wider(narrow, SHARES.wider) is more
    assert more or not wide.is_plainly_wider(narrow, SHARES.wider)


def test_common_words_tell_of_a_plain_sentence() -> None:
    text = "Bakan bugün yapılan toplantıda görüşmelerin başladığını açıkladı"
    assert Weighing(spoken(Part(without(text, LATIN1))), LATIN1).is_plain(1, SHARES)
    wide = Weighing(spoken(Part(without(text, ASCII))), ASCII)
    assert wide.is_plain(1, SHARES)
    assert not any(mark in without(text, ASCII) for mark in MARKS)


def test_a_sieve_passes_what_it_holds_and_little_else() -> None:
    held = [f"{one}{two}an" for one in "bcdfg" for two in "aeiou"]
    sieve = Sieve(pack_sieve(held))
    assert all(word in sieve for word in held)
    assert sum(f"{number}" in sieve for number in range(1000)) < 10
    assert "\ud800" not in sieve  # half a character is no reason to fail
    for word in held:
        assert sieve.beginnings(word + "lar") == [(word + "lar")[:size] in sieve for size in range(1, len(word) + 4)]


@pytest.mark.parametrize("word", RARE_WORDS)
def test_no_stem_is_lost_in_the_sieve(word: str) -> None:
    model, key = shipped_model(), fold(word)
    damaged = Ambiguous(key, key, frozenset("sgicou"))
    states = states_of_cuts(key, 2)
    for cut in range(2, len(key) + 1):
        if states[cut - 2]:
            assert cut in cuts_of_stems(model, key) or not list(beginnings(model, damaged, cut, states[cut - 2]))
            assert cut in cuts_of_rare_stems(key) or not list(rare_beginnings(model, damaged, cut, states[cut - 2]))
    assert all(one > other for one, other in pairwise(cuts_of_stems(model, key)))


@pytest.mark.parametrize("text", ["Sirket gecen yil kar etti", "Hala sahibi bulunamadi", "Bakan dün geldi"])
def test_words_that_may_lack_a_circumflex_are_noted(text: str) -> None:
    scanner, part = Scanner(restorer(ASCII, NONE)), Part(text)
    scanner.edits(part)
    assert scanner.may_lack_circumflex(part) or not has_lost_circumflex(part)
    assert scanner.may_lack_circumflex(Part("Bakan dün geldi")) is False
