"""Common words looked up by their damaged spelling, and the table of all word forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from haberci.languages.tr.letters.context import likely
from haberci.languages.tr.letters.known import ASCII, LATIN1, SAME, known_words, pack_known, without
from haberci.languages.tr.letters.model import WordForm, WordTable, pack_words, shipped_model
from haberci.languages.tr.letters.scan import Scanner
from haberci.languages.tr.letters.suffixes import fewest_suffixes
from haberci.languages.tr.letters.tokens import Gap, Written
from haberci.languages.tr.letters.words import Restorer

PACKED = pack_known(["görüşme", "bakan", "ülke", "İzmir"], ["ol", "şön"]).decode()


def test_known_words_stand_by_their_damaged_spelling() -> None:
    assert known_words(PACKED, LATIN1) == {
        "görüsme": ("görüşme", "letters.lexicon"), "Izmir": ("İzmir", "letters.lexicon"),
        "sön": ("şön", "letters.lexicon"), "bakan": SAME, "ülke": SAME, "ol": SAME,
    }  # fmt: skip
    assert known_words(PACKED, ASCII) == {
        "gorusme": ("görüşme", "letters.lexicon"), "Izmir": ("İzmir", "letters.lexicon"),
        "ulke": ("ülke", "letters.lexicon"), "bakan": SAME,
    }  # fmt: skip
    assert known_words(PACKED, frozenset("ı")) == {}


@pytest.mark.parametrize("lost", [LATIN1, ASCII])
def test_known_words_are_those_that_a_look_among_all_forms_finds(lost: frozenset[str]) -> None:
    scanner = Scanner(Restorer(replace(shipped_model(), known=""), lost, {}))
    known = known_words(shipped_model().known, lost)
    assert len(known) > 100_000
    for damaged in list(known)[::997]:
        assert all(scanner.first(damaged, gap) == known[damaged] for gap in (Gap.WITHIN, Gap.START))


def test_words_of_several_spellings_are_not_known() -> None:
    known = known_words(shipped_model().known, ASCII)
    assert without("öldüğünü", ASCII) not in known
    assert "mi" not in known  # the question particle follows the word before it


def test_rows_are_found_in_their_blocks() -> None:
    keys = [f"{one}{two}bir" for one in "abcde" for two in "klmnoprst"]
    words = WordTable(*_unpacked({key: [WordForm(key.replace("i", "ı"), 3, 0, 1)] for key in keys}))
    assert [words.forms(key) for key in keys] == [[WordForm(key.replace("i", "ı"), 3, 0, 1)] for key in keys]
    assert words.only("akbir") == "akbır"
    assert [words.forms(key) for key in ("", "a", "akbi", "akbirr", "zzz", "şş", "ak\nbir")] == [[]] * 7
    assert words.nearest("akbi") == (4, [WordForm("akbır", 3, 0, 1)])
    assert words.nearest("etbirlik")[0] == 5


def _unpacked(table: dict[str, list[WordForm]]) -> tuple[str, bytes]:
    firsts, rows = pack_words(table)
    return firsts.decode(), rows


def test_spellings_far_rarer_than_the_commonest_are_left_out() -> None:
    often, seldom, hardly = WordForm("aynı", 1000, 0, 0), WordForm("ayni", 10, 0, 0), WordForm("âyni", 1, 0, 0)
    assert likely([often, seldom, hardly], Written.SMALL) == [often, seldom]


@pytest.mark.parametrize(
    ("state", "rest", "vowel", "last", "fewest"),
    [("noun", "", "e", "v", 0), ("noun", "lerde", "e", "v", 2), ("noun", "larda", "e", "v", None),
     ("verb", "di", "e", "l", 1), ("noun", "qx", "e", "v", None)],
)  # fmt: skip
def test_how_many_suffixes_an_ending_is(state: str, rest: str, vowel: str, last: str, fewest: int | None) -> None:
    assert fewest_suffixes(state, rest, vowel, last) == fewest
