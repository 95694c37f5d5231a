"""Layout: what each stretch of a report is."""

from __future__ import annotations

import json
import lzma
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.core.lexicon import Row, read_rows
from haberci.core.report import Block, BlockKind, Report
from haberci.languages.packs import PACKS
from haberci.read.characters import characters
from haberci.read.layout.stage import RULES, layout
from haberci.read.letters import letters
from haberci.reading import read as full
from haberci.reading import shipped_context
from haberci.score.gold import shared_folder

CASES = list(read_rows(Path("tests/cases/layout.tsv").resolve(), ("text", "says", "why")))
KINDS = {kind.value[0]: kind for kind in BlockKind}
ARTICLE = (
    "Bakan Bakü'de mevkidaşını kabul ettiAyşe Nur Demir\n\nBakan Bakü'de mevkidaşını kabul ettiAyşe Nur Demir\n\n"
    "BAKÜ (AA) - Bakan, mevkidaşını kabul etti.\n\n- Sınırda yeni kapı\n\nBakan, kapının açılacağını söyledi.\n\n"
    "Kaynak: AA"
)


def read(text: str, title: str | None = None) -> Report:
    context = shipped_context("tr")
    return letters(layout(characters(Report("r", text, text, title=title), context), context), context)


def shown(report: Report, block: Block) -> str:
    value = "".join(f" {k}={v}" for k, v in block.value)
    return f"{block.kind.value}{value}: {report.raw[block.at.start : block.at.stop]}"


def unmarked(text: str) -> tuple[str, list[tuple[BlockKind, str]]]:
    """The raw text of a case, and its blocks: ``§hHeyet geldi\\n§pHeyet dün geldi.``"""
    for written, meant in (("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")):
        text = text.replace(written, meant)
    _, *marked = text.split("§")
    return text[: text.index("§")] + "".join(m[1:] for m in marked), [(KINDS[m[0]], m[1:].strip()) for m in marked]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["why"])
def test_cases(row: Row) -> None:
    raw, blocks = unmarked(row["text"])
    report = read(raw)
    assert [(b.kind, raw[b.at.start : b.at.stop]) for b in report.layout] == blocks
    values = [v for b in report.layout if b.kind in (BlockKind.BYLINE, BlockKind.DATELINE) for v in b.value]
    assert "; ".join(f"{key}={said}" for key, said in values) == row["says"]


def test_an_article() -> None:
    report = read(ARTICLE)
    assert [shown(report, block) for block in report.layout] == [
        "headline: Bakan Bakü'de mevkidaşını kabul etti",
        "byline name=Ayşe Nur Demir: Ayşe Nur Demir",
        "furniture repeats=headline: Bakan Bakü'de mevkidaşını kabul etti",
        "byline name=Ayşe Nur Demir: Ayşe Nur Demir",
        "dateline place=Bakü agency=AA: BAKÜ (AA) -",
        "paragraph: Bakan, mevkidaşını kabul etti.",
        "subhead: - Sınırda yeni kapı",
        "paragraph: Bakan, kapının açılacağını söyledi.",
        "furniture: Kaynak: AA",
    ]


DATELINES = [
    ("BISKEK (AA) - Heyet dün aksam ulasti, açiklama yapildi.", "Bişkek", "AA", None),
    ("ANKARA (A.A) - Heyet dün akşam ulaştı.", "Ankara", "AA", None),
    ("Bişkek, 12.03.24 /Kabar/. Heyet dün akşam ulaştı.", "Bişkek", "Kabar", "12.03.24"),
    ("MOSKOVA/ANKARA (DHA) - Heyet dün akşam ulaştı.", "Moskova/Ankara", "DHA", None),
    ("NEW YORK, 3 Mart (İHA) – Heyet dün akşam ulaştı.", "New York", "İHA", "3 Mart"),
    ("RADİKAL - Heyet dün akşam ulaştı.", None, "Radikal", None),
    ("İZMİR - Heyet dün akşam ulaştı.", "İzmir", None, None),
]


@pytest.mark.parametrize(("text", "place", "agency", "date"), DATELINES)
def test_datelines(text: str, place: str | None, agency: str | None, date: str | None) -> None:
    first = read(text).layout[0]
    assert first.kind is BlockKind.DATELINE
    assert (first.get("place"), first.get("agency"), first.get("date")) == (place, agency, date)


NO_DATELINES = [
    "TBMM - Meclis bugün toplandı.",
    "Ankara (başkent) - burada toplantı yapıldı.",
    "HDP (Halkların Demokratik Partisi) - adayını açıkladı.",
    "Cumhurbaşkanı (AA) - muhabirine konuştu, dedi.",
]


@pytest.mark.parametrize("text", NO_DATELINES[:3])
def test_no_datelines(text: str) -> None:
    assert all(block.kind is not BlockKind.DATELINE for block in read(text).layout)


NOT_GLUED = ["Yeni iPhone tanıtıldı ve McDonald Yıldız\n\nŞirket yeni telefonu tanıttı.", "Kim geldi\n\nBakan geldi."]


@pytest.mark.parametrize("text", NOT_GLUED)
def test_no_byline_is_cut_off_where_none_is(text: str) -> None:
    assert all(block.kind is not BlockKind.BYLINE for block in read(text).layout)


def test_the_title_marks_the_headline_though_it_ends_as_a_sentence() -> None:
    report = read("Heyet geldi.\nHeyet dün akşam Bakü'ye geldi.", title="Heyet geldi")
    assert report.layout[0].kind is BlockKind.HEADLINE


def test_names_and_places_are_restored_with_the_text() -> None:
    report = read(
        "Disisleri Bakani Biskek'te görüstüAyse Nur Yildiz\n\n"
        "BISKEK (AA) - Disisleri Bakani, aksam görüstü, açiklama yapti."
    )
    assert report.layout[1].get("name") == "Ayşe Nur Yıldız"
    assert report.layout[2].get("place") == "Bişkek"
    assert report.text[report.layout[2].at.span.start : report.layout[2].at.span.stop] == "BİŞKEK (AA) -"


def test_every_rule_of_a_block_is_known() -> None:
    ids = {rule.id for rule in RULES}
    assert {block.rule for block in read(ARTICLE).layout} <= ids


LINES = st.sampled_from(
    ["Heyet geldi", "Heyet dün geldi.", "ANKARA (AA) - Bakan geldi.", "- Yeni hedef", "ANKARA", "Kaynak: AA", "ve",
     "***", "Ayşe Demir", "Bakan heyeti kabul ettiAyşe Nur Demir", "(DHA)", "\u200b", "'nin", "Muhabir: Ayşe Demir",
     "BAKÜ, 12 Mart /Trend/", "", " ", ":", "Son dakika: Heyet geldi (Fotoğraflı)", "İlgili haberler",
     "\u0130\u0307 (AA)",
     "Heyet geldi. (Ayşe DEMİR/OŞ/DHA)", "KAPI YENİDEN AÇILDI Bakan geldi.", "Dolar 32,15", "[...]", "a@b.tr", "/",
     "Haber: Ayşe Demir Kamera: Ali Kaya", "**Yeni hedef**", "(", "\\\\r \\\\r ."]
)  # fmt: skip
SOUND = [unmarked(row["text"])[0] for row in CASES]


def assert_covered(text: str, report: Report) -> None:
    """Each character that is not space stands in exactly one block, and the blocks in order."""
    at = 0
    for block in report.layout:
        assert not text[at : block.at.start].strip()
        assert block.at.start < block.at.stop
        if not report.edits:  # "Â\x85" is one letter, though its second half alone would be a space
            assert text[block.at.start : block.at.stop].strip() == text[block.at.start : block.at.stop]
        at = block.at.stop
    assert not text[at:].strip()


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=9).map("\n".join) | st.lists(LINES, max_size=4).map(" ".join) | st.text(max_size=200))
def test_blocks_cover_every_character_once(text: str) -> None:
    assert_covered(text, read(text))


@pytest.mark.parametrize("text", ["Â\x85", "Â\x85\nb", "a Â\x85 b", "Â\xa0", "Â\xa0 b", "b Â\xa0", "\x85"])
def test_letters_misread_as_spaces_are_covered(text: str) -> None:
    assert_covered(text, read(text))


def misread(text: str, written: str, as_read: str) -> str:
    return text.encode(written, "replace").decode(as_read, "replace")


DAMAGES = {
    "letters of the old code page lost": lambda text: text.translate(str.maketrans("şğıİŞĞ", "sgiISG")),
    "all in ASCII": lambda text: text.translate(str.maketrans("şğıİŞĞçöüÇÖÜâîû", "sgiISGcouCOUaiu")),
    "cp1254 read as Latin-1": lambda text: misread(text, "cp1254", "latin-1"),
    "UTF-8 read as cp1252": lambda text: misread(text, "utf-8", "cp1252"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "all in capitals": PACKS["tr"]().upper,
    "lines in one": lambda text: " ".join(text.split("\n")),
    "breaks lost": lambda text: text.replace("\n", ""),
    "a break behind each word": lambda text: "\n".join(text.split()),
}


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_no_text_is_lost_from_damaged_reports(damage: str) -> None:
    for sound in SOUND:
        text = DAMAGES[damage](sound)
        assert_covered(text, read(text))


@pytest.mark.parametrize("damage", ["letters of the old code page lost", "all in ASCII"])
def test_the_layout_of_a_damaged_report_is_that_of_the_sound_one(damage: str) -> None:
    for sound in SOUND:
        found, wanted = (read(text).layout for text in (DAMAGES[damage](sound), sound))
        assert [(b.kind, b.at.start, b.at.stop) for b in found] == [(b.kind, b.at.start, b.at.stop) for b in wanted]


def test_the_day_of_a_dateline_is_what_yesterday_counts_from() -> None:
    report = full("Bişkek, 12.03.24 /Kabar/. Heyet dün Bişkek'e geldi.")
    assert [(time.text, time.start) for time in report.times] == [("dün", "2024-03-11")]


def test_the_day_on_the_page_is_what_yesterday_counts_from() -> None:
    report = full("Heyet Bişkek'e geldi\n12 Mart 2024 Salı, 10:15\nHeyet dün akşam Bişkek'e geldi.")
    assert [time.start for time in report.times] == ["2024-03-11"]


def test_the_date_of_the_record_goes_before_that_of_the_dateline() -> None:
    report = full("Bişkek, 12.03.24 /Kabar/. Heyet dün Bişkek'e geldi.", date="2024-05-02")
    assert [time.start for time in report.times] == ["2024-05-01"]


@pytest.mark.slow
@pytest.mark.skipif(shared_folder() is None, reason="no shared folder beside the checkout")
@pytest.mark.parametrize("name", ["tr_political", "tr_political_2"])
def test_no_text_is_lost_from_the_political_texts(name: str) -> None:
    folder = shared_folder()
    assert folder is not None
    context = shipped_context("tr")
    with lzma.open(folder / "data" / "corpus" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = record["text"]
            raw = Report("r", text, text, title=record["title"])
            assert_covered(text, layout(characters(raw, context), context))
