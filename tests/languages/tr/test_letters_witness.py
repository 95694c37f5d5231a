"""What is told at once, by common words and by sieves, is what would be told by asking for each word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.languages.tr.casing import fold, upper
from haberci.languages.tr.letters.circumflex import has_lost_circumflex
from haberci.languages.tr.letters.endings import states_of_cuts
from haberci.languages.tr.letters.known import ASCII, LATIN1, NONE, without
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.ngram import Ambiguous
from haberci.languages.tr.letters.scan import Scanner
from haberci.languages.tr.letters.sieve import Sieve, pack_sieve
from haberci.languages.tr.letters.stems import beginnings, cuts_of_rare_stems, cuts_of_stems, rare_beginnings
from haberci.languages.tr.letters.tokens import Part
from haberci.languages.tr.letters.witness import Glimpse, Shares, Weighing, Witness, is_plain, spoken
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
    part = Part(without(text, damage) if damage else text)
    words, glimpse = spoken(part), Glimpse(part)
    narrow, wide = Weighing(words, LATIN1), Weighing(words, ASCII)
    more = wide.seen.damaged > narrow.seen.damaged + SHARES.wider * wide.seen.words
    assert wide.is_wider(narrow, SHARES.wider) is more
    assert not is_plain(words.speaking, LATIN1, SHARES) or is_damaged(narrow.seen)
    assert not is_plain(words.speaking, ASCII, SHARES) or (more and is_damaged(wide.seen))
    assert not glimpse.is_plain(1, SHARES) or is_damaged(narrow.seen)
    assert not glimpse.is_turkish(LATIN1, 0.5) or narrow.seen.turkish >= 0.5 * narrow.seen.words


def is_damaged(seen: Witness) -> bool:
    return seen.damaged >= max(1, SHARES.damaged * seen.words) and seen.turkish >= SHARES.turkish * seen.words


def test_common_words_tell_of_a_plain_sentence() -> None:
    text = "Bakan bugün yapılan toplantıda görüşmelerin başladığını açıkladı"
    part = Part(without(text, LATIN1))
    assert Glimpse(part).is_plain(1, SHARES)
    assert Glimpse(part).is_turkish(LATIN1, 0.5)
    assert is_plain(spoken(part).speaking, LATIN1, SHARES)
    assert is_plain(spoken(Part(without(text, ASCII))).speaking, ASCII, SHARES)
    assert not Glimpse(Part(text)).is_plain(1, SHARES)


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


@pytest.mark.parametrize("word", ["şiö", "isig", "gürcistan", "ışık", "kâr", "kosova"])
@pytest.mark.parametrize("lost", [LATIN1, ASCII, frozenset("ğ")])
def test_capitals_fit_as_letter_by_letter(word: str, lost: frozenset[str]) -> None:
    restore, big = restorer(lost, NONE), upper(word)
    for raw in {big, without(big, LATIN1), without(big, ASCII)}:
        if raw.isascii():
            assert restore._fit_capitals(raw, word) == restore._fit_letters(raw, word)


@pytest.mark.parametrize("text", ["Sirket gecen yil kar etti", "Hala sahibi bulunamadi", "Bakan dün geldi"])
def test_words_that_may_lack_a_circumflex_are_noted(text: str) -> None:
    scanner, part = Scanner(restorer(ASCII, NONE)), Part(text)
    scanner.edits(part)
    assert scanner.may_lack_circumflex(part) or not has_lost_circumflex(part)
    assert scanner.may_lack_circumflex(Part("Bakan dün geldi")) is False
