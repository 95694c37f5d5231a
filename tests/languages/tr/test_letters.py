"""The letters of damaged Turkish texts: what is restored, and what stays as it is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.core.lexicon import read_rows
from haberci.core.report import Block, BlockKind
from haberci.core.span import Edit, Evidence, OffsetMap, Span, apply_edits
from haberci.languages.tr.letters.harmony import last_vowel, restore_suffix
from haberci.languages.tr.letters.model import read_parts, shipped_model, write_parts
from haberci.languages.tr.letters.restoring import RULES, characters, repair
from haberci.languages.tr.letters.tokens import Written, letter_words
from haberci.languages.tr.letters.two_steps import in_one_step

CASES = list(read_rows(Path("tests/cases/letters.tsv").resolve(), ("damage", "before", "after", "why")))
NONE: frozenset[str] = frozenset()
LATIN1 = str.maketrans("şğıİŞĞ", "sgiISG")
SENTENCES = [row["after"] for row in CASES if row["damage"] == "latin1"]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["why"] + ": " + row["before"][:20])
def test_cases(row: object) -> None:
    before, after = row["before"], row["after"]  # type: ignore[index]
    assert apply_edits(before, repair(before, (), NONE)) == after


def test_marks_that_stand_apart_are_combined() -> None:
    raw = "Go\u0308ru\u0308s\u0327me su\u0308ru\u0308yor, yag\u0306mur yag\u0306di."
    assert apply_edits(raw, repair(raw, (), NONE)).startswith("Görüşme sürüyor, yağmur")


def test_a_name_is_spelled_as_the_register_does() -> None:
    raw = "Lukasenko, Soygu ile Minsk'te görüstü ve anlasma imzaladi."
    names = frozenset({"Lukaşenko", "Şoygu", "Lukashenko"})
    edits = repair(raw, (), names)
    assert apply_edits(raw, edits) == "Lukaşenko, Şoygu ile Minsk'te görüştü ve anlaşma imzaladı."
    assert {e.after: e.reason for e in edits}["Lukaşenko"] in ("letters.name", "letters.lexicon")


def test_a_common_word_begins_a_sentence_though_the_register_has_such_a_name() -> None:
    raw = "Haftanin ilk görüsmesi bitti, heyet ayrildi. Bakan dün Haftanin kampina gitti."
    text = apply_edits(raw, repair(raw, (), frozenset({"Haftanin"})))
    assert text == "Haftanın ilk görüşmesi bitti, heyet ayrıldı. Bakan dün Haftanin kampına gitti."


def test_the_turkish_spelling_goes_before_the_english_one() -> None:
    raw = "Zarkimbek Ustinov, Osman Tasbulak ile anlasmayi imzaladi."
    assert "Taşbulak" in apply_edits(raw, repair(raw, (), frozenset({"Tasbulak", "Taşbulak"})))


def test_a_foreign_quotation_in_a_damaged_report_is_left_alone() -> None:
    raw = "Bakan açiklama yapti ve ayrildi, görüsme sürecek."
    english = "The minister said this is his last visit and that his party wins."
    text = f"{raw}\n{english}"
    blocks = [_block(0, len(raw)), _block(len(raw) + 1, len(text))]
    edits = repair(text, blocks, NONE)
    assert [edit.after for edit in edits] == ["açıklama", "yaptı", "ayrıldı", "görüşme"]


def test_common_words_do_not_restore_the_names_of_a_byline() -> None:
    raw = "Nazir Tarik Demir\nNazir dün akşam ayrıldı, görüşme bitti.".translate(LATIN1)
    blocks = [_block(0, 17, BlockKind.BYLINE), _block(18, len(raw))]
    text = apply_edits(raw, repair(raw, blocks, NONE))
    assert text == "Nazir Tarık Demir\nNazır dün akşam ayrıldı, görüşme bitti."


def _block(start: int, stop: int, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, Evidence(start, stop, start, stop), "layout.paragraph")


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1254"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf8_that_was_read_as_another_page(page: str, times: int) -> None:
    sound = raw = "Güvenlik Konseyi “acil” toplandı; çağrı yapıldı, gün görüşmeyle bitti."
    for _ in range(times):
        try:
            raw = raw.encode().decode(page)
        except UnicodeDecodeError:
            pytest.skip("the page leaves a byte empty")
    assert apply_edits(raw, repair(raw, (), NONE)) == sound


@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
def test_utf8_of_which_a_page_left_bytes_empty(page: str) -> None:
    sound = "ŞIRNAK VE MUĞLA, AĞRI: Şirket “acil” dedi, çağrı yapıldı."
    raw = sound.encode().decode(page, "replace")
    assert "\ufffd" in raw
    assert apply_edits(raw, repair(raw, (), NONE)) == sound
    alone = "Å\ufffdirket dün kuruldu, sayı arttı."
    assert apply_edits(alone, repair(alone, (), NONE)) == alone


def test_a_dateline_lost_what_the_rest_of_its_line_did() -> None:
    sound = "BİŞKEK (AA) - Kırgızistan heyeti ayrıldı, görüşme sınırda yapıldı.\nTaraflar sınırı aştı."
    dateline, line = sound.index(" -") + 2, sound.index("\n")
    raw = sound[:line].translate(LATIN1) + sound[line:]
    blocks = [_block(0, dateline, BlockKind.DATELINE), _block(dateline + 1, line), _block(line + 1, len(raw))]
    assert apply_edits(raw, repair(raw, blocks, frozenset({"Bişkek"}))) == sound
    apart = [_block(0, dateline, BlockKind.DATELINE), _block(line + 1, len(raw))]
    assert raw[:dateline] in apply_edits(raw, repair(raw, apart, frozenset({"Bişkek"})))


NEWS = (
    "Kırgızistan Devlet Sınır Hizmetleri, iki askerin yaralandığını bildirdi. Açıklamada, ateşin gece yarısından sonra "
    "açıldığı ve köylülerin evlerini boşalttığı belirtildi. Tacikistan Dışişleri Bakanlığı ise iddiaları reddetti. "
    "Görüşmelerin yarın süreceği, heyetin akşam saatlerinde ülkesine döneceği öğrenildi. Bakan ziyaret için yola çıktı."
)


def test_a_mark_that_a_name_brought_along_hides_no_loss() -> None:
    raw = f"{NEWS.translate(str.maketrans('şğıçöüŞĞİÇÖÜ', 'sgicouSGICOU'))} Heyet Duşanbe'de."
    assert apply_edits(raw, repair(raw, (), NONE)) == f"{NEWS} Heyet Duşanbe'de."
    english = "President Erdoğan met the Kyrgyz president in Bishkek, and the two leaders signed an accord. " * 5
    assert not repair(english, (), NONE)


def test_every_reason_is_a_rule() -> None:
    ids = {rule.id for rule in RULES}
    assert all(edit.reason in ids for row in CASES for edit in repair(row["before"], (), NONE))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.id != "letters.name"], ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example(rule: object) -> None:
    example, rule_id = rule.example, rule.id  # type: ignore[attr-defined]
    read = characters(example)
    assert rule_id in {edit.reason for edit in repair(example, [_block(0, len(example))], NONE, read)}


@pytest.mark.parametrize(
    ("base", "vowel"),
    [("NATO", "o"), ("ABD", "e"), ("PKK", "a"), ("BM", "e"), ("AB", "e"), ("Rusya", "a"), ("2023", "ü"), ("10", "o"),
     ("40", "ı"), ("100", "ü"), ("1.000", "i"), ("5", "e"), ("0", "ı"), ("6,5", "e"), ("Duffy", "i"), ("Hatay", "a"),
     ("", ""), ("brr", "")],
)  # fmt: skip
def test_last_vowel(base: str, vowel: str) -> None:
    assert last_vowel(base) == vowel


@pytest.mark.parametrize(
    ("suffix", "last", "restored"),
    [("nin", "a", "nın"), ("nin", "e", "nin"), ("daki", "a", "daki"), ("dakilerin", "a", "dakilerin"),
     ("lik", "o", "lık"), ("ligi", "a", "lığı"), ("ymis", "a", "ymış"), ("siniz", "ı", "sınız"), ("", "a", "")],
)  # fmt: skip
def test_suffixes_follow_the_vowel(suffix: str, last: str, restored: str) -> None:
    assert restore_suffix(suffix, last, frozenset("şğı")) == restored


def test_how_words_are_written() -> None:
    words = {
        word.text: word.written for word in letter_words("Dün Oş'ta TBMM'nin kararı; ettiNazir Bey. Sonra 5'i geldi")
    }
    assert words["Dün"] is Written.INITIAL
    assert words["ta"] is words["nin"] is words["i"] is Written.SUFFIX
    assert words["TBMM"] is Written.CAPITALS
    assert words["etti"] is Written.SMALL
    assert words["Nazir"] is words["Bey"] is Written.CAPITAL
    assert words["Sonra"] is Written.INITIAL


def test_the_model_is_small_and_replays() -> None:
    parts = [b"", b"a\nb", bytes(range(256))]
    assert read_parts(write_parts(parts)) == parts
    with pytest.raises(ValueError, match="no letters model"):
        read_parts(b"nonsense")
    assert shipped_model().forms("gorusme")[0].word == "görüşme"
    assert shipped_model().forms("xqzw") == []
    assert shipped_model().forms("") == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n"]))
def test_only_lost_letters_change(sentences: list[str], space: str) -> None:
    damaged = space.join(sentences).translate(LATIN1)
    text = apply_edits(damaged, repair(damaged, (), NONE))
    assert len(text) == len(damaged)
    assert {(a, b) for a, b in zip(damaged, text, strict=True) if a != b} <= set(zip("sgiISG", "şğıİŞĞ", strict=True))
    assert repair(space.join(sentences), (), NONE) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="aıisşgğcçoöuü İIÞðýÃ¼ÅŸÄ±'’.0a\n\u0307\u0308", max_size=120))
def test_edits_replay_on_any_text(raw: str) -> None:
    raw = raw.replace("\x85", "").replace("\xa0", "")  # spaces, which may be the second byte of a letter
    edits = repair(raw, (), NONE)
    text, offsets = apply_edits(raw, edits), OffsetMap(edits)
    assert text.split().__len__() == raw.split().__len__()
    start, stop = offsets.to_raw(Span(0, len(text)))
    assert stop == len(raw)
    assert apply_edits(raw[:start], [edit for edit in edits if edit.stop <= start]) == ""
    assert all(edit.before != edit.after for edit in edits)


SOUND = "Kırgızistan'ın başkentindeki görüşmede taraflar yeni bir anlaşma imzaladı ve üç ülkenin elçileri salondaydı."
OTHER = "Güvenlik Konseyi bugün toplandı; üye ülkeler ateşkes çağrısı yaptı, görüşmelerin süreceği açıklandı, dedi."
ASCII = str.maketrans("şğıİŞĞçöüÇÖÜ", "sgiISGcouCOU")
DAMAGES = {
    "latin1": lambda text: text.translate(LATIN1),
    "ascii": lambda text: text.translate(ASCII),
    "cp1254": lambda text: text.encode("cp1254").decode("latin-1"),
    "utf8": lambda text: text.encode().decode("latin-1"),
    "apart": lambda text: unicodedata.normalize("NFD", text),
    "dots": lambda text: text.replace("i", "i\u0307"),
    "none": lambda text: text,
}


@pytest.mark.parametrize("one", DAMAGES)
@pytest.mark.parametrize("other", DAMAGES)
def test_each_paragraph_has_its_own_damage(one: str, other: str) -> None:
    first, second = DAMAGES[one](SOUND), DAMAGES[other](OTHER)
    raw = f"{first}\n{second}"
    blocks = [_block(0, len(first)), _block(len(first) + 1, len(raw))]
    assert apply_edits(raw, repair(raw, blocks, NONE)) == f"{SOUND}\n{OTHER}"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(DAMAGES)), min_size=1, max_size=4))
def test_offsets_lead_both_ways(damages: list[str]) -> None:
    raw = "\n".join(DAMAGES[damage](SOUND) for damage in damages)
    edits = repair(raw, (), NONE)
    text, offsets = apply_edits(raw, edits), OffsetMap(edits)
    for match in re.finditer(r"\S+", text):
        span = offsets.to_raw(Span(*match.span()))
        assert offsets.to_text(span) == Span(*match.span())


def test_two_steps_are_one() -> None:
    raw = "a&ouml;b cd&uuml; e"
    first = [Edit(1, 7, "&ouml;", "ö", "letters.entity"), Edit(11, 17, "&uuml;", "ü", "letters.entity")]
    then = [Edit(0, 3, "aöb", "xöy", "letters.lexicon"), Edit(8, 9, "e", "f", "letters.ngram")]
    edits = in_one_step(raw, first, then)
    assert apply_edits(raw, edits) == "xöy cdü f"
    assert [(e.before, e.after, e.reason) for e in edits] == [
        ("a&ouml;b", "xöy", "letters.lexicon"), ("&uuml;", "ü", "letters.entity"), ("e", "f", "letters.ngram")
    ]  # fmt: skip
