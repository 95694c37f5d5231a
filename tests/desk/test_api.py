"""The API: what its description promises, for all that a program may ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.openapi import document

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PATHS = list(document()["paths"])


@pytest.fixture(scope="module")
def schema(database: Path) -> Any:
    return schemathesis.openapi.from_asgi("/api/openapi.json", application(Settings(database)))


ASKED = [(path, True) for path in PATHS] + [(path, False) for path in PATHS if "{" not in path]


@pytest.mark.parametrize("times", [5, pytest.param(40, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("path", "sound"), ASKED)
def test_every_question_is_answered_as_described(schema: Any, path: str, sound: bool, times: int) -> None:
    """Drawn from the description, or drawn so as to break it."""
    operation = schema[path]["GET"]
    mode = GenerationMode.POSITIVE if sound else GenerationMode.NEGATIVE

    @settings(max_examples=times, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        answer = case.call()
        assert answer.status_code < 500
        case.validate_response(answer, checks=CHECKS)

    ask()


def test_pages_follow_each_other(client: TestClient, database: Path) -> None:
    for name, key in (("events", "id"), ("actors", "code"), ("search", "report")):
        query = "&q=T%C3%BCrkiye" if name == "search" else ""
        whole = client.get(f"/api/v1/{name}?limit=500{query}").json()
        assert whole["next"] is None and len(whole["items"]) > 3
        seen, address = [], f"/api/v1/{name}?limit=2{query}"
        while address:
            page = client.get(address).json()
            seen += [item[key] for item in page["items"]]
            address = page["next"]
        assert seen == [item[key] for item in whole["items"]]


def test_what_is_listed_is_there_by_its_id(client: TestClient) -> None:
    items = client.get("/api/v1/events?limit=500").json()["items"]
    assert len(items) > 5
    for item in items:
        assert client.get(f"/api/v1/events/{item['id']}").json() == item
        report = client.get(f"/api/v1/reports/{item['report_address']}").json()
        assert item["id"] in report["event_ids"]
        at = item["trigger_at"]
        assert report["text"][at["text_start"] : at["text_stop"]] == item["trigger"]


def test_the_page_names_every_path(client: TestClient) -> None:
    text = client.get("/api").text
    assert all(path in text for path in document()["paths"])
    assert client.get("/api/openapi.json").json() == document()
