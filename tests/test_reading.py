"""Reading from Python: what comes back, in which order, and what is raised."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import haberci
from haberci.core.errors import HaberciError, InputError, ReadingError
from haberci.core.language import Context
from haberci.core.report import Report
from haberci.core.span import apply_edits
from haberci.pool import in_order
from haberci.read import reader
from haberci.reading import read_each, shipped_context
from haberci.record import record
from haberci.sources.raw import raw_report

ROOT = Path(__file__).parent.parent
SOUND = "ASTANA (AA) - Kazakistan Cumhurbaşkanı Tokayev, Macaristan Başbakanı Orban'ı kabul etti."
LOST = SOUND.translate(str.maketrans("şğıİ", "sgiI"))


def test_a_report_comes_back_repaired_and_coded() -> None:
    report = haberci.read(LOST, id="a", lang="tr", date="2023-11-03")
    assert (report.id, report.raw, report.text, report.coded) == ("a", LOST, SOUND, True)
    (event,) = report.events
    assert report.raw[event.trigger_at.start : event.trigger_at.stop] == "kabul etti"


def test_the_language_is_told_from_the_text() -> None:
    assert haberci.read(LOST).lang == "tr"
    report = haberci.read("The prime minister met the president in Astana.")
    assert (report.lang, report.coded, report.text) == ("en", False, report.raw)


def test_an_empty_report_and_a_record_without_text_are_input_errors() -> None:
    with pytest.raises(InputError, match="the report is empty"):
        haberci.read(" \n")
    with pytest.raises(InputError, match="the record has no text"):
        list(haberci.read_many([{"id": "1"}]))


def test_many_are_read_in_order_and_are_numbered() -> None:
    reports = list(haberci.read_many([{"text": LOST, "lang": "tr"}, raw_report(LOST, "x", lang="tr")]))
    assert [(r.id, r.coded) for r in reports] == [("1", True), ("x", True)]


def test_processes_change_nothing() -> None:
    records = [{"id": str(n), "text": f"{LOST} {n}", "lang": "tr"} for n in range(90)]
    assert list(map(record, haberci.read_many(records, workers=2))) == list(map(record, haberci.read_many(records)))


def test_errors_pass_through_and_a_stage_that_fails_costs_one_report() -> None:
    def breaks_on_b(report: Report, context: Context) -> Report:
        if report.id == "b":
            raise IndexError("no such word")
        return report

    raw = raw_report(LOST, "a", lang="tr")
    assert reader.read_report(raw, shipped_context("tr"), (breaks_on_b,)).id == "a"
    with pytest.raises(ReadingError, match="b: the stage breaks_on_b failed"):
        reader.read_report(replace(raw, id="b"), shipped_context("tr"), (breaks_on_b,))
    first, second = read_each([InputError("x: no such file"), raw])
    assert isinstance(first, InputError)
    assert isinstance(second, Report)


def test_a_report_travels_between_processes() -> None:
    report = haberci.read(LOST, lang="tr")
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_pool_reads_no_further_ahead_than_it_must() -> None:
    taken = 0

    def source() -> object:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n

    answers = in_order(str, source(), 2)
    assert next(answers) == "0"
    assert taken < 400
    answers.close()


def test_an_error_of_the_source_is_raised_by_the_pool() -> None:
    def source() -> object:
        yield from range(100)
        raise HaberciError("the source broke")

    with pytest.raises(HaberciError, match="the source broke"):
        list(in_order(str, source(), 2))


@pytest.mark.parametrize(
    "first", ["import haberci.read.layout.stage", "from haberci.read.reader import STAGES", "import haberci"]
)
def test_the_function_read_answers_whatever_was_imported_before(first: str) -> None:
    ids = "haberci.read('Geldi.', lang='xx').id, read('Gitti.', lang='xx').id"  # which loads no tables
    code = f"{first}\nimport haberci\nfrom haberci import read\nprint({ids})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("report report\n", "")


WORDS = """Tokayev Orban'i kabul etti ettigini söyledi dedi açiklamaya göre ASTANA (AA) İran Iran Rusya'nın İngiltere
22.01.2023'te 12,5 Ukrayna'ya saldırdı "Geliyoruz. Gidiyoruz." . , " ” ' - ; İ ı i̇ ð þ Ã¼ 😀 Президент""".split()
PIECES = st.sampled_from([*WORDS, "\n", "\n\n", "\n- ", "\u200f", "\x00", "\u00a0"])
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(str.strip))
def test_reading_never_raises_on_text_and_every_claim_has_its_place(text: str) -> None:
    report = haberci.read(text, lang="tr")
    assert apply_edits(report.raw, report.edits) == report.text
    claims = [
        *report.sentences,
        *report.mentions,
        *report.times,
        *report.statements,
        *report.events,
        *report.roles,
    ]
    for claim in [*report.layout, *claims]:
        assert 0 <= claim.at.start <= claim.at.stop <= len(report.raw)
        assert 0 <= claim.at.text_start <= claim.at.text_stop <= len(report.text)
    for claim in claims:
        assert report.offsets.to_raw(claim.at.span) == claim.at.raw
    for block in report.layout:  # which also holds what was cut out of the text right beside it
        assert block.at.raw.holds(report.offsets.to_raw(block.at.span))
    for event in report.events:
        assert report.text[event.trigger_at.text_start : event.trigger_at.text_stop] == event.trigger
    json.dumps(record(report), ensure_ascii=False).encode("utf-8")


GOLD = sorted((ROOT / "tests" / "gold").glob("tr_*e*.json"))


def gold_texts() -> list[str]:
    """The texts of the project's own gold reports."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in GOLD)
    return [report["text"] for reports in found for report in reports if isinstance(report, dict) and "text" in report]


def test_reports_that_are_cut_thinned_or_mixed_are_read() -> None:
    texts = gold_texts()[::2]
    assert len(texts) > 50
    for number, (text, other) in enumerate(pairwise(texts)):
        words, others = text.split(), other.split()
        mixed = [word for both in zip(words, others, strict=False) for word in both][:160]
        kept = [word for at, word in enumerate(words[:200]) if (at * at + number) % 7]
        for broken in (" ".join(mixed), " ".join(kept), text[len(text) // 3 : len(text) // 3 + 500]):
            report = haberci.read(broken, lang="tr", date="2023-05-02")
            assert apply_edits(report.raw, report.edits) == report.text


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(str.strip))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert record(haberci.read(text, lang="tr")) == record(haberci.read(text, lang="tr"))
