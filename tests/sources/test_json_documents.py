"""JSON that is no lines: lists, objects, ninjs, JSON Feed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from haberci.core.report import Report
from tests.sources.samples import FIRST, SECOND, errors, found, reports, write


def dumped(path: Path, value: object) -> Path:
    return write(path, json.dumps(value, ensure_ascii=False, indent=1))


def test_a_long_list_is_read_record_by_record(tmp_path: Path) -> None:
    records = [{"id": str(n), "text": f"{SECOND} {n}" * 20} for n in range(300)]
    path = dumped(tmp_path / "a", records)
    assert [r.id for r in reports(path)] == [str(n) for n in range(300)]
    cut = write(tmp_path / "b.json", path.read_bytes()[:-2000])
    held = found(cut)
    assert sum(isinstance(x, Report) for x in held) >= 298
    assert str(held[-1]).startswith(f"{cut}: record 300: broken JSON")


@pytest.mark.parametrize("value", ["[1, 2", '[{"id": "1", "text": "a"} , ', "[", '[{"a": ' + "[" * 100_000])
def test_a_broken_list_is_told(tmp_path: Path, value: str) -> None:
    assert "broken JSON" in errors(write(tmp_path / "a.json", value))[-1]


def test_the_answer_of_a_news_service(tmp_path: Path) -> None:
    article = {
        "source": {"id": None, "name": "Haber"},
        "title": "T",
        "content": FIRST,
        "publishedAt": "2023-01-22T10:15:00Z",
    }
    (report,) = reports(dumped(tmp_path / "a.json", {"status": "ok", "totalResults": 1, "articles": [article]}))
    assert (report.source, report.title, report.raw, report.date) == ("Haber", "T", FIRST, "2023-01-22T10:15:00Z")


def test_keys_are_named_by_option(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"x": FIRST, "y": 5}))
    (report,) = reports(path, columns={"text": "x", "id": "y"})
    assert (report.id, report.raw) == ("5", FIRST)
    assert errors(path) == [f"{path}:1: the record has no text"]


NINJS = {
    "1": {"body_text": FIRST, "headline": "Kabul"},
    "1 with HTML": {"body_xhtml": f"<p>{FIRST}</p>", "headline": "Kabul"},
    "3": {
        "bodies": [{"contentType": "application/xhtml+xml", "value": f"<p>{FIRST}</p>"}],
        "headlines": [{"role": "main", "value": "Kabul"}],
    },
}


@pytest.mark.parametrize("version", NINJS)
def test_ninjs(tmp_path: Path, version: str) -> None:
    item = {
        "uri": "https://ajans.example/haber/17",
        "language": "tr-TR",
        "versioncreated": "2023-01-22T10:15:00Z",
        "source": "Ajans",
        **NINJS[version],
    }
    (report,) = reports(dumped(tmp_path / "a.json", item))
    assert (report.id, report.url) == ("https://ajans.example/haber/17", "https://ajans.example/haber/17")
    assert (report.raw, report.title, report.lang, report.source) == (FIRST, "Kabul", "tr", "Ajans")
    assert (report.date, report.date_flag) == ("2023-01-22T10:15:00Z", None)


def test_ninjs_of_a_picture_has_no_text(tmp_path: Path) -> None:
    path = dumped(tmp_path / "a.json", {"uri": "x:1", "type": "picture", "usageterms": "", "headline": "A"})
    assert errors(path) == [f"{path}: the item has no text"]


def test_json_feed(tmp_path: Path) -> None:
    items = [
        {"id": "1", "url": "https://www.haber.example/1", "title": "Bir", "content_html": f"<p>{FIRST}</p><p>İki.</p>"},
        {"id": 2, "content_text": SECOND, "date_published": "2023-01-22T10:15:00+03:00"},
        {"id": "3"},
        5,
    ]
    path = dumped(
        tmp_path / "a.json", {"version": "https://jsonfeed.org/version/1", "title": "Haberler", "items": items}
    )
    first, second, *told = found(path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.id, first.source, first.title, first.raw) == ("1", "haber.example", "Bir", f"{FIRST}\n\nİki.")
    assert (second.id, second.source, second.date) == ("2", "Haberler", "2023-01-22T10:15:00+03:00")
    assert [str(x) for x in told] == [
        f"{path}: item 3: the report is empty",
        f"{path}: item 4: the item is no JSON object",
    ]


FEED = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a", "content_text": FIRST}, {"id": "b"}]}
ANSWER = {"status": "ok", "articles": [{"content": FIRST}, {"content": SECOND}]}


def test_a_feed_or_an_answer_on_one_line_is_known_whatever_its_name(tmp_path: Path) -> None:
    feed = write(tmp_path / "feed", json.dumps(FEED))
    (report, told) = found(feed)
    assert (report.id, report.raw) == ("a", FIRST)  # type: ignore[union-attr]
    assert str(told) == f"{feed}: item 2: the report is empty"
    answer = write(tmp_path / "haber", json.dumps(ANSWER))
    assert [(r.id, r.raw) for r in reports(answer)] == [("haber:1", FIRST), ("haber:2", SECOND)]


def test_answers_line_by_line_have_ids_of_their_own(tmp_path: Path) -> None:
    path = write(tmp_path / "haber.jsonl", f"{json.dumps(ANSWER)}\n{json.dumps(ANSWER)}\n{json.dumps({'a': [{}]})}\n")
    held = found(path)
    assert [r.id for r in held if isinstance(r, Report)] == ["haber:1", "haber:2", "haber:2:1", "haber:2:2"]
    assert [str(x) for x in held if not isinstance(x, Report)] == [f"{path}:3: record 1: the record has no text"]


def test_columns_are_those_of_the_records_within(tmp_path: Path) -> None:
    path = write(tmp_path / "a", json.dumps({"list": [{"x": FIRST, "y": 5}]}))
    assert [(r.id, r.raw) for r in reports(path, columns={"text": "x", "id": "y"})] == [("5", FIRST)]
    assert errors(path, columns={"text": "x", "id": "z"}) == [f"{path}: no record has 'z', which --columns names"]
