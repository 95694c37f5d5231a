"""Agency formats and feeds: NewsML-G2, NewsML 1, NITF, RSS, Atom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from haberci.core.report import Report
from tests.sources.samples import FIRST, atom, errors, found, newsml_1, newsml_g2, nitf, reports, rss, write

BODY = f"{FIRST}\n\nSürüyor."


def test_newsml_g2(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.xml", newsml_g2(FIRST)))
    assert (report.id, report.source, report.title, report.lang) == (
        "urn:newsml:ajans.example:17",
        "Ajans",
        "Kabul",
        "tr",
    )
    assert (report.raw, report.date, report.date_flag) == (BODY, "2023-01-22T10:15:00+03:00", None)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            '<inlineData contenttype="text/plain">Bakan geldi.\n   Sonra gitti.</inlineData>',
            "Bakan geldi.\nSonra gitti.",
        ),
        ('<inlineData contenttype="text/html">&lt;p&gt;Bakan geldi.&lt;/p&gt;</inlineData>', "Bakan geldi."),
        ('<inlineXML><html xmlns="x"><body><p>Bakan <b>geldi</b>.</p></body></html></inlineXML>', "Bakan geldi."),
    ],
)
def test_newsml_g2_with_other_contents(tmp_path: Path, content: str, text: str) -> None:
    whole = newsml_g2("x")
    start, stop = whole.index("<inlineXML>"), whole.index("</inlineXML>") + len("</inlineXML>")
    (report,) = reports(write(tmp_path / "a", whole[:start] + content + whole[stop:]))
    assert report.raw == text


def test_newsml_g2_without_a_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a", newsml_g2("x").replace("inlineXML", "inlineSound"))
    assert errors(path) == [f"{path}: no news item with a text"]


def test_newsml_1(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.xml", newsml_1(FIRST)))
    assert (report.id, report.source) == ("urn:newsml:ajans.example:20230122:17", "ajans.example")
    assert (report.title, report.lang, report.raw) == ("Kabul", "tr", BODY)
    assert (report.date, report.date_flag) == ("20230122T101500+0300", None)


def test_nitf(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.xml", nitf(FIRST)))
    assert (report.id, report.source, report.title, report.lang) == ("ajans-17", "Ajans", "Kabul", "tr")
    assert (report.raw, report.date, report.date_flag) == (BODY, "20230122T101500+0300", None)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-9", "utf-16"])
def test_xml_in_the_encoding_that_it_names(tmp_path: Path, encoding: str) -> None:
    whole = nitf("Bakan&#160;İpek&#8217;i şöyle karşıladı.").replace("UTF-8", encoding)
    (report,) = reports(write(tmp_path / "a.xml", whole.encode(encoding)))
    assert report.raw.startswith("Bakan İpek’i şöyle karşıladı." if encoding != "utf-16" else "Bakan")


def test_rss(tmp_path: Path) -> None:
    first, second = reports(write(tmp_path / "a.xml", rss([FIRST, "İkinci haber."])))
    assert (first.id, first.source, first.url) == ("haber-1", "haber.example", "https://www.haber.example/1")
    assert (first.title, first.date, first.lang) == ("Haber 1", "2023-01-22T07:15:00+00:00", None)
    assert (first.raw, second.raw) == (BODY, "İkinci haber.\n\nSürüyor.")


def test_atom(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a", atom(FIRST)))
    assert (report.id, report.source, report.date) == ("tag:haber.example,1", "Haberler", "2023-01-22T07:15:00+00:00")
    assert report.raw == FIRST


def test_a_feed_that_was_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    whole = rss([FIRST] * 5)
    path = write(tmp_path / "a", whole[: whole.index("haber-4")])
    held = found(path)
    assert [x.id for x in held if isinstance(x, Report)][:3] == ["haber-1", "haber-2", "haber-3"]
    assert str(held[-1]).startswith(f"{path}: the feed is broken (")
    assert errors(write(tmp_path / "b", rss([]))) == [f"{tmp_path / 'b'}: the feed has no items"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE], ids=["a bomb", "another file"])
@pytest.mark.parametrize("make", [lambda x: rss([x]), atom, newsml_g2, newsml_1, nitf])
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, make: object, declared: str) -> None:
    whole = make("&l9;").replace('<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">', "")  # type: ignore[operator]
    head, mark, rest = whole.partition("?>")
    path = write(tmp_path / "a", head + mark + declared + rest)
    assert errors(path) == [f"{path}: the XML declares entities (a bomb?); not read"]


def test_xml_that_is_no_news(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xml", '<?xml version="1.0"?><invoice><to>A</to></invoice>')
    assert errors(path) == [f"{path}: XML of no kind that is known (its root is invoice)"]


def test_named_characters_of_html_in_xml(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.xml", nitf("Bakan&nbsp;geldi &ndash; ve gitti &amp; &nosuch;.")))
    assert report.raw.startswith("Bakan geldi – ve gitti & &nosuch;.")


def g2_taken_back(whole: str) -> str:
    """The status beside the date, and no text."""
    status = '<pubStatus qcode="stat:canceled"/><versionCreated>'
    return whole.replace("<versionCreated>", status).replace("inlineXML", "inlineSound")


TAKEN_BACK = {
    "NewsML-G2": g2_taken_back(newsml_g2("x")),
    "NewsML 1": newsml_1("x")
    .replace("<NewsManagement>", '<NewsManagement><Status FormalName="Canceled"/>')
    .replace("DataContent", "Picture"),
    "NITF": nitf("x")
    .replace("<docdata>", '<docdata management-status="canceled">')
    .replace("<p>x</p>", "")
    .replace("<p>Sürüyor.</p>", ""),
    "ninjs": json.dumps({"uri": "urn:a:17", "pubstatus": "canceled", "headline": "Kabul", "source": "Ajans"}),
}


@pytest.mark.parametrize("whole", TAKEN_BACK.values(), ids=TAKEN_BACK)
def test_an_item_taken_back_by_its_status_alone(tmp_path: Path, whole: str) -> None:
    (report,) = reports(write(tmp_path / "a", whole))
    assert report.raw == "Kabul"
    assert report.notice is not None
    assert (report.notice.kind.value, report.notice.id) == ("kill", report.id)


@pytest.mark.parametrize("status", ["stat:usable", None])
def test_an_item_that_may_be_used_is_no_notice(tmp_path: Path, status: str | None) -> None:
    told = f'<pubStatus qcode="{status}"/>' if status else ""
    (report,) = reports(write(tmp_path / "a", newsml_g2("x").replace("<versionCreated>", told + "<versionCreated>")))
    assert report.notice is None


def test_an_item_taken_back_with_its_text_keeps_it(tmp_path: Path) -> None:
    item = {"uri": "urn:a:17", "pubstatus": "withheld", "body_text": FIRST}
    (report,) = reports(write(tmp_path / "a.json", json.dumps(item)))
    assert report.raw == FIRST
    assert report.notice is not None
