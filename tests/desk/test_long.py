"""A report of ten megabytes: its pages come, piece by piece, and so does all else that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from starlette.testclient import TestClient

from haberci.core.report import Report
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.marks import WINDOW
from haberci.languages.packs import search_fold
from haberci.store.rows import RunVersion
from haberci.store.store import Store

HOSTILE = "<script>window.hit=1</script> \u202egizli\u2066 &lt;b&gt; "
BLANKS = "olay " * 400_000  # without a line's end
NO_BLANKS = "x" * 2_000_000
LINES = f"Kırgızistan {HOSTILE}sınırı\n" * 100_000
LONG = BLANKS + NO_BLANKS + LINES + "son sözcük"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("long") / "long.db"
    assert len(LONG) > 10_000_000
    with Store.open(path, fold=search_fold) as store:
        store.write(
            [Report(id="long", source="wire", raw=LONG, text=LONG, lang="xx", coded=False)], RunVersion(*"1234")
        )
    with TestClient(application(Settings(path)), headers={"accept-language": "en"}) as opened:
        yield opened


def piece(desk: TestClient, address: str) -> tuple[str, int | None]:
    """The text of a page, and where the next one begins."""
    answer = desk.get(address)
    assert answer.status_code == 200 and len(answer.content) < 10 * WINDOW
    page = lxml.html.document_fromstring(answer.text)
    assert not page.xpath("//*[@id='text']//script") and "\u202e" not in answer.text
    following = page.xpath("//a[@rel='next']/@href")
    start = int(parse_qs(urlsplit(following[0]).query)["from"][0]) if following else None
    return page.xpath("//*[@id='text']")[0].text_content(), start


@pytest.mark.parametrize("view", ["repaired", "raw"])
def test_its_pieces_follow_each_other_to_the_end(desk: TestClient, view: str) -> None:
    for start in (0, len(BLANKS) - 10, len(BLANKS) + 1_000_000, len(LONG) - 2 * WINDOW):
        text, following = piece(desk, f"/reports/wire/long?view={view}&from={start}")
        assert following is not None and start < following <= start + WINDOW
        assert LONG[start : start + 20].split()[-1] in text
    text, following = piece(desk, f"/reports/wire/long?view={view}&from={len(LONG) - 1000}")
    assert following is None and "son sözcük" in text
    assert piece(desk, f"/reports/wire/long?view={view}&from=999999999")[1] is None


@pytest.mark.parametrize("address", ["/", "/search?q=s%C3%B6zc%C3%BCk", "/search.json?q=kirgizistan", "/events?q=olay"])
def test_what_else_shows_it_answers(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 200 and len(answer.content) < WINDOW


def test_the_api_gives_all_of_it(desk: TestClient) -> None:
    assert desk.get("/api/v1/reports/wire/long").json()["raw"] == LONG
