"""How much a browser loads for a page the first time, packed: the page, all it names and all that its scripts fetch."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

import pytest
from starlette.testclient import TestClient

MOST_BYTES = 400_000
PAGES = (
    "/",
    "/area/csto",
    "/events",
    "/events?by=event&q=Batken",
    "/reports/wire/visit",
    "/actors",
    "/actors/KGZ",
    "/planned",
    "/signs",
    "/warnings",
    "/search?q=Batken",
    "/corrections",
    "/api",
)


@pytest.fixture(scope="module")
def packed(client: TestClient) -> Callable[[str], int]:
    """The bytes that come for an address; what many pages name is asked for once."""
    return cache(partial(asked, client))


def asked(client: TestClient, address: str) -> int:
    with client.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
        assert answer.status_code == 200, address
        if address.startswith("/static/"):
            assert "immutable" in answer.headers["cache-control"]
        return sum(len(part) for part in answer.iter_raw())


@pytest.mark.parametrize("address", PAGES)
def test_the_first_page_weighs_little(client: TestClient, packed: Callable[[str], int], address: str) -> None:
    page = client.get(address).text
    named = set(re.findall(r'"(/static/[^"]+)"', page)) | set(re.findall(r'data-(?:map|series)="([^"]+)"', page))
    fonts = set(re.findall(r"vendor/([\w-]+\.woff2)", client.get("/static/fonts.css").text))
    wanted = {address, *(one.replace("&amp;", "&") for one in named), *(f"/static/vendor/{font}" for font in fonts)}
    assert len(wanted) > len(fonts) + 4
    weights = {one: packed(one) for one in wanted}
    assert sum(weights.values()) <= MOST_BYTES, sorted(weights.items(), key=lambda one: -one[1])
