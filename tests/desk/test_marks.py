"""The text of a report in pieces: nothing is lost, and what is marked is what the claims say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import haberci
from haberci.core.report import Report
from haberci.core.span import Edit, OffsetMap, Span, apply_edits
from haberci.desk.marks import WINDOW, marks_of, page_of
from tests.desk.reports import PLAIN


def words(text: str) -> str:
    return "".join(text.split())


def drawn(report: Report, raw: bool = False) -> str:
    """The text with its marks: [words]E1, and repairs as -old+new."""
    parts = []
    for paragraph in page_of(report, raw=raw).paragraphs:
        for piece in paragraph.pieces:
            told = f"-{piece.text}" if piece.edit else piece.text
            told += f"+{piece.edit.after}" if piece.edit and piece.closes else ""
            parts.append(f"[{told}]{piece.word.tag}" if piece.word else told)
    return "".join(parts)


def test_marks_stand_at_their_words() -> None:
    report = haberci.read("Türkiye, 3 Mayıs'ta Suriye'yi kınadı.", id="1", lang="tr", date="2023-05-04")
    assert drawn(report) == "Türkiye, [3 Mayıs'ta]T1 Suriye'yi [kınadı]E1."


def test_a_repair_stands_behind_what_it_was() -> None:
    raw = "Turkiye kinadi"
    edits = (Edit(1, 2, "u", "ü", "letters"), Edit(9, 10, "i", "ı", "letters"), Edit(13, 14, "i", "ı", "letters"))
    report = Report("1", raw, apply_edits(raw, edits), edits=edits, offsets=OffsetMap(edits))
    assert drawn(report, raw=True) == "T-u+ürkiye k-i+ınad-i+ı"


def test_all_text_of_a_report_is_there() -> None:
    for given_report in PLAIN:
        report = haberci.read(str(given_report["text"]), id="1", lang="tr", date="2023-05-04")
        for raw, text in ((False, report.text), (True, report.raw)):
            shown = "".join(p.text for paragraph in page_of(report, raw=raw).paragraphs for p in paragraph.pieces)
            assert words(shown) == words(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab \n", max_size=300), st.integers(1, 7))
def test_windows_hold_the_whole_text_once(text: str, times: int) -> None:
    report = Report("1", text * 600 * times, text * 600 * times)
    shown, start = "", 0
    while True:
        page = page_of(report, raw=False, start=start)
        shown += "".join(p.text for paragraph in page.paragraphs for p in paragraph.pieces)
        assert page.span.stop - page.span.start <= WINDOW
        if page.after is None:
            break
        start = page.after
    assert words(shown) == words(report.text)


def test_marks_of_another_window_are_left_out() -> None:
    report = haberci.read("Türkiye, Suriye'yi kınadı.", id="1", lang="tr")
    assert [mark.tag for mark in marks_of(report, raw=False) if mark.span.overlaps(Span(0, 5))] == ["E1"]
