"""Reports repaired with their layout: broken lines become one, and layout is told though characters are damaged."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.core.lexicon import Row, read_rows
from haberci.core.report import BlockKind, Report
from haberci.core.span import Span, apply_edits
from haberci.read.reader import REPAIRING, read_report
from haberci.reading import shipped_context

CASES = list(read_rows(Path("tests/cases/broken.tsv").resolve(), ("before", "after", "why")))
ARTICLE = (
    "Bakan Şükrü Çağlar'ı kabul etti\n\nBİŞKEK (AA) - Cumhurbaşkanı, Dışişleri Bakanı'nı kabul etti.\n\n"
    "- Sınırda yeni kapı\n\nBakan, kapının açılacağını söyledi. Görüşme üç saat sürdü.\n\nMuhabir: Ayşe Şen Öztürk"
)
ENTITIES = {letter: f"&#{ord(letter)};" for letter in "çğıöşüÇĞİÖŞÜ'"}
DAMAGES = {
    "entities": lambda text: text.translate(str.maketrans(ENTITIES)),
    "entities escaped twice": lambda text: text.translate(str.maketrans(ENTITIES)).replace("&", "&amp;amp;"),
    "UTF-8 misread": lambda text: text.encode().decode("latin-1"),
    "UTF-8 misread twice": lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
    "cp1254 misread": lambda text: text.encode("cp1254").decode("latin-1"),
    "marks apart": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: text.replace("ba", "b\u00ada"),
    "signs without width": lambda text: "\u200b" + text.replace("a", "\u200ba"),
    "dots": lambda text: text.replace("i", "i\u0307"),
}


def repaired(text: str) -> Report:
    return read_report(Report("r", text, text), shipped_context("tr"), REPAIRING)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["why"])
def test_cases(row: Row) -> None:
    before, after = (row[column].replace("\\n", "\n") for column in ("before", "after"))
    report = repaired(before)
    assert report.text == after
    assert apply_edits(before, report.edits) == after


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_layout_is_that_of_the_sound_report(damage: str) -> None:
    report, sound = repaired(DAMAGES[damage](ARTICLE)), repaired(ARTICLE)
    assert report.text == ARTICLE
    assert [(b.kind, b.rule, b.value, b.at.span) for b in report.layout] == [
        (b.kind, b.rule, b.value, b.at.span) for b in sound.layout
    ]
    assert {b.kind for b in sound.layout} >= {BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.SUBHEAD}


LINES = st.sampled_from([
    *ARTICLE.split("\n"), "Bakan dün yaptığı açık-", "lamada konuştu ve", "\u200b", "\u00ad", "a\u00ad", "&#351;",
    "&ouml", "Ã¼", "Ã", "Â", "þý", "i\u0307", "ayrildi\u00adBakan", "\u200b\u200b'in", " Ankara ", " 'da oldu", "&quot",
    "\x85", "ﬁ",
    "Disisleri Bakani aciklama yapti, gorusmeler hala suruyor.", "SIRKET KAR ETTI", "â€", "\u0307",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(LINES, max_size=7).flatmap(
        lambda lines: st.sampled_from(["\n", " ", "", "\n\n"]).map(lambda s: s.join(lines))
    )
    | st.text(max_size=150)
)
def test_edits_replay_and_offsets_lead_both_ways(raw: str) -> None:
    report = repaired(raw)
    assert apply_edits(raw, report.edits) == report.text
    assert report.offsets.to_raw(Span(0, len(report.text))).stop == len(raw)
    assert all(edit.before != edit.after for edit in report.edits)
    assert all(a.stop <= b.start for a, b in zip(report.edits, report.edits[1:], strict=False))
    for block in report.layout:
        assert report.offsets.to_text(block.at.raw) == block.at.span


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(DAMAGES)), min_size=1, max_size=3))
def test_each_paragraph_may_be_damaged_in_its_way(damages: list[str]) -> None:
    paragraph = "Cumhurbaşkanı, Dışişleri Bakanı'nı kabul etti; görüşme üç saat sürdü, ardından çağrı yapıldı."
    report = repaired("\n\n".join(DAMAGES[damage](paragraph) for damage in damages))
    assert report.text == "\n\n".join([paragraph] * len(damages))
