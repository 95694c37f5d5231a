"""Words that were never counted: taken apart into stems and suffixes, or into two words; and what is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.languages.tr.casing import fold
from haberci.languages.tr.learning.letters import main
from haberci.languages.tr.learning.texts import news, treebanks
from haberci.languages.tr.letters.compounds import compound
from haberci.languages.tr.letters.endings import states_before
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.names import is_foreign_surname
from haberci.languages.tr.letters.ngram import Ambiguous
from haberci.languages.tr.letters.spelling import spellings
from haberci.languages.tr.letters.tokens import Written
from haberci.languages.tr.letters.unknown import UnknownWords

LATIN1 = frozenset("sgi")


def ambiguous(word: str) -> Ambiguous:
    return Ambiguous(word, fold(word), LATIN1)


@pytest.mark.parametrize(
    ("damaged", "spelling"),
    [("bostanciliklarini", "bostancılıklarını"), ("gidisinden", "gidişinden"), ("saatlerinin", "saatlerinin"),
     ("arastirmayanlar", "araştırmayanlar"), ("kitapligindaki", "kitaplığındaki"), ("yakalasak", "yakalasak")],
)  # fmt: skip
def test_a_word_is_taken_apart(damaged: str, spelling: str) -> None:
    assert spelling in spellings(shipped_model(), ambiguous(damaged))


@pytest.mark.parametrize("word", ["qxzv", "strthm", "s", ""])
def test_what_is_no_word_cannot_be_taken_apart(word: str) -> None:
    assert spellings(shipped_model(), ambiguous(word)) == {}


def test_only_lost_letters_differ() -> None:
    found = spellings(shipped_model(), ambiguous("görüslerini"))
    assert "görüşlerini" in found
    for spelling in found:
        assert fold(spelling) == "goruslerini"
        assert spelling[1] == "ö"


def test_endings_without_marks() -> None:
    assert "noun" in states_before("larinin")
    assert "verb" in states_before("madigini")
    assert "verb" in states_before("islerinden")  # -iş
    assert "noun" in states_before("")
    assert states_before("zzz") == frozenset()


def test_names_of_two_words() -> None:
    assert compound(shipped_model(), ambiguous("kizilarslan"), named=True) == "kızılarslan"
    assert compound(shipped_model(), ambiguous("tasmagambet"), named=True) is None


@pytest.mark.parametrize(("key", "foreign"), [("aliyev", True), ("muradova", True), ("eski", False), ("gorev", False)])
def test_foreign_surnames(key: str, foreign: bool) -> None:
    assert is_foreign_surname(key, shipped_model()) is foreign


@pytest.mark.parametrize("name", ["ıcardi", "spurs", "darmanin", "sponza"])
def test_a_foreign_name_stays(name: str) -> None:
    assert UnknownWords(shipped_model(), LATIN1).restore(name, fold(name), Written.CAPITAL)[0] == name


def test_what_letters_are_learned_from(tmp_path: Path) -> None:
    lines = ['{"src": "a", "text": "Işık yağdı."}', '{"src": "satiretr-aa", "text": "Işık."}', '{"text": "Rain."}']
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for bank, part in (("BOUN", "dev"), ("BOUN", "test"), ("IMST", "train")):
        (tmp_path / bank).mkdir(exist_ok=True)
        (tmp_path / bank / f"tr-ud-{part}.conllu").write_text(f"# text = {bank} {part}\n1\tx\n", encoding="utf-8")
    assert list(news(tmp_path)) == [("Işık yağdı.", False)]
    assert list(treebanks(tmp_path)) == [("BOUN dev", True)]


def test_learning_without_texts_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.startswith("no such folder")
