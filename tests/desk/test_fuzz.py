"""Addresses and forms that nobody would send: each is answered or refused, and nothing is lost or half-written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from haberci.desk.app import application
from haberci.desk.asked import LISTS
from haberci.desk.desk import Settings
from haberci.languages.packs import search_fold
from haberci.store.store import Store
from haberci.watch.keeping import kept
from tests.desk.conftest import Filled
from tests.desk.reports import HOSTILE, PLAIN
from tests.desk.test_signs import ID, sign_of

TIMES = pytest.mark.parametrize("times", [40, pytest.param(1_000, marks=pytest.mark.slow)])
HARD = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)
ODD = ["", "0", "-1", "KGZ", "KGZ GOV; ---", "9" * 25, "x" * 3_000, "\0", "\ud800", "'; DROP TABLE report; --"]
SOUND = ["2022-09-16", "9999-12-31", "0001-01-01", "ASSAULT", "COERCE seize", "happened", "wire", "confirm", "KGZ–TJK"]
TEXT = st.one_of(st.text(max_size=40), st.sampled_from(ODD), st.sampled_from(SOUND))
PAGES = ["/", "/area/csto", "/area/csto/report", "/area/csto/map.json", "/area/csto/series.csv", "/events", "/planned"]
PAGES += [
    "/events/series.json",
    "/actors",
    "/signs",
    "/warnings",
    "/search",
    "/search.csv",
    "/corrections",
    "/settings",
]
ASKED = [*LISTS, "since", "until", "q", "by", "corrected", "sort", "order", "after", "limit", "days", "of", "period"]
ASKED += ["status", "state", "page", "view", "from", "event", "lang", "theme", "back", "refused"]
PATHS = ["/events/{}/why", "/events/{}/near", "/deeds/{}", "/reports/{}", "/actors/{}", "/signs/{}", "/area/{}", "/{}"]
FORMS = ["/events/{event}/correct", "/missing/wire/border", f"/signs/{ID}/judge", "/corrections/{number}/withdraw"]
FORMS += ["/login", "/accounts", "/logout"]
FIELDS = ["type", "modality", "actors", "recipients", "reported_by", "remark", "verdict", "seen", "words", "note"]
FIELDS += ["action", "name", "password", "role", "back"]
LIKELY = {
    "type": "ASSAULT",
    "modality": "happened",
    "actors": "TJK MIL",
    "words": "Batken",
    "note": "why",
    "seen": "99",
}


@pytest.fixture(scope="module")
def path(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = filled(tmp_path_factory.mktemp("fuzz") / "news.db", PLAIN + HOSTILE)
    with kept(path, write=True) as held:
        held.keep([sign_of((), ())])
    return path


@pytest.fixture(scope="module")
def desk(path: Path) -> Iterator[TestClient]:
    with TestClient(application(Settings(path)), raise_server_exceptions=False) as opened:
        opened.get("/signs")  # which gives the token of forms
        yield opened


@TIMES
def test_any_question_is_answered_or_refused(desk: TestClient, times: int) -> None:
    @settings(HARD, max_examples=times)
    @given(st.sampled_from(PAGES), st.lists(st.tuples(st.sampled_from(ASKED), TEXT), max_size=5))
    def ask(page: str, asked: list[tuple[str, str]]) -> None:
        answer = desk.get(f"{page}?{urlencode(asked, errors='replace')}", follow_redirects=False)
        assert answer.status_code in (200, 303, 400, 404), (answer.status_code, answer.text[-300:])

    ask()


@TIMES
def test_any_address_is_answered_or_not_found(desk: TestClient, times: int) -> None:
    @settings(HARD, max_examples=times)
    @given(st.sampled_from(PATHS), TEXT)
    def ask(path: str, name: str) -> None:
        answer = desk.get(path.format(quote(name, safe="", errors="replace")), follow_redirects=False)
        assert answer.status_code in (200, 303, 307, 400, 404), (answer.status_code, answer.text[-300:])

    ask()


def counts(path: Path) -> list[int]:
    """How many reports, events and signs there are; corrections and judgements come on top of them."""
    with Store.open(path, mode="read", fold=search_fold) as store, kept(path) as held:
        told = store.counts()
        return [told["reports"], told["events"], len(held.signs())]


@TIMES
def test_any_form_is_taken_whole_or_refused(desk: TestClient, path: Path, times: int) -> None:
    with Store.open(path, mode="read", fold=search_fold) as store:
        event = next(store.events("KGZ")).id
    before = counts(path)

    @settings(HARD, max_examples=times)
    @given(st.sampled_from(FORMS), st.dictionaries(st.sampled_from(FIELDS), TEXT, max_size=6), st.booleans())
    @example(FORMS[0], {"verdict": "wrong-type"}, True)  # so that some form is sure to be taken, whatever is drawn
    @example(FORMS[1], {}, True)
    def send(address: str, fields: dict[str, str], is_likely: bool) -> None:
        form = {**(LIKELY if is_likely else {}), **fields, "form_token": desk.cookies["haberci_form"]}
        data = urlencode(form, errors="replace")
        head = {"content-type": "application/x-www-form-urlencoded"}
        sent = desk.post(address.format(event=event, number=1), content=data, headers=head, follow_redirects=False)
        assert sent.status_code in (303, 400, 401, 403, 404, 409, 413, 429), (sent.status_code, sent.text[-300:])

    send()
    assert counts(path) == before
    taken = desk.get("/corrections.json").json()
    assert taken and all(row["verdict"] and row["recorded_at"] for row in taken)
