"""Warnings in the desk: their states, and the history of each."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from haberci.watch.keeping import kept
from tests.desk.test_signs import ID, desk, judge, path

__all__ = ["desk", "path"]


def test_a_warning_is_told_with_its_history(desk: TestClient) -> None:
    assert judge(desk, "confirm", "artillery at <Batken>", 0)[0] == 303
    assert judge(desk, "close", "=a ceasefire holds", 1)[0] == 303
    page = desk.get("/warnings").text
    for told in ("artillery at &lt;Batken&gt;", "a ceasefire holds", f"/signs/{ID}", "closes it", "at this machine"):
        assert told in page, told
    assert ID not in desk.get("/warnings?state=confirmed").text
    assert desk.get("/warnings?state=burnt").status_code == 400
    rows = desk.get("/warnings.json").json()
    assert [(row["action"], row["state"]) for row in rows] == [("confirm", "closed"), ("close", "closed")]
    assert "'=a ceasefire" in desk.get("/warnings.csv").text
    assert desk.get("/warnings.parquet").content[:4] == b"PAR1"
    turkish = desk.get("/warnings", headers={"cookie": "haberci_language=tr"}).text
    assert "Uyarılar" in turkish and "kapalı" in turkish


def test_a_merged_warning_leads_to_the_other(desk: TestClient, path: Path) -> None:
    assert judge(desk, "confirm", "artillery", 0)[0] == 303
    with kept(path, write=True) as held:
        held.judge("0" * 12, "merge", "ada", "the same shelling", ID)
    page = desk.get("/warnings?state=merged").text
    assert f'<a href="/signs/{ID}">{ID}</a>' in page and "ada" in page


def test_where_there_is_none_the_page_says_how_one_comes(client: TestClient) -> None:
    assert "haberci watch" in client.get("/warnings").text
    assert client.get("/warnings.json").json() == []
