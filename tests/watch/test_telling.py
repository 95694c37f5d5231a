"""Recipients are told by a signed webhook, from their level on, and only whom the area names."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from typing import Any

import apprise
import httpx
import pytest

from haberci.watch.areas import Area, Recipient, load_area
from haberci.watch.cap import cap
from haberci.watch.keeping import Change, Warning
from haberci.watch.signs import Quotation, Sign, few, often
from haberci.watch.telling import SECRET, SIGNATURE, Message, TellingError, tell

SIGN = Sign(
    "abc",
    "csto",
    "KGZ–TJK",
    ("conflict",),
    "2021-04-28",
    "2021-04-29",
    "alert",
    "call",
    9,
    0.4,
    0.001,
    "KGZ–TJK: material conflict",
    "3 quiet days",
    "high: 9 deeds",
    "ASSAULT",
    ("e1",),
    (),
    (),
)
SAID = Quotation("2021-04-28", "the wire", "ajans/r1", "Sınırda çatışma çıktı.")
CONFIRMED = Change("2021-04-29T08:00:00.000000Z", "ada", "confirm", "x")
WARNING = Warning("abc", "csto", "confirmed", SIGN, None, (CONFIRMED,))


def area(*recipients: Recipient) -> Area:
    return replace(load_area("csto"), recipients=recipients)


class Post:
    """A receiver that keeps what it was sent."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.sent: list[tuple[str, bytes, dict[str, str]]] = []

    def __call__(self, address: str, content: bytes, headers: dict[str, str], timeout: float) -> Any:
        self.sent.append((address, content, headers))
        return httpx.Response(self.status, request=httpx.Request("POST", address))


HOOK = Recipient("webhook", "https://example.org/hook", "alert")


def test_a_webhook_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "s3cret")
    post = Post()
    assert tell(Message(area(HOOK), WARNING, [SAID]), post) == ["https://example.org/hook"]
    _, body, headers = post.sent[0]
    assert json.loads(body)["sentences"] == [SAID._asdict()]
    assert headers[SIGNATURE] == "sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()


def test_without_a_key_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    post = Post()
    with pytest.raises(TellingError, match=SECRET):
        tell(Message(area(HOOK), WARNING), post)
    assert not post.sent


def test_all_are_tried_before_a_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "s3cret")
    post = Post(status=500)
    with pytest.raises(TellingError, match=r"hook: not told .*other: not told"):
        tell(Message(area(HOOK, HOOK._replace(to="https://example.org/other")), WARNING), post)
    assert len(post.sent) == 2


def test_a_sign_below_a_recipients_level_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "s3cret")
    post = Post()
    low = WARNING._replace(sign=replace(SIGN, per_year=0.4))
    assert tell(Message(area(HOOK), low), post) == []
    assert not post.sent


def test_an_address_that_apprise_does_not_know() -> None:
    with pytest.raises(TellingError, match="no address that apprise knows"):
        tell(Message(area(Recipient("apprise", "nonsense", "alert")), WARNING))


def test_a_message_says_how_a_warning_stands_by_whom_and_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, str]] = []
    monkeypatch.setattr(apprise.Apprise, "notify", lambda _, title, body: not sent.append((title, body)))
    closed = WARNING._replace(state="closed", changes=(CONFIRMED, CONFIRMED._replace(action="close", note="truce")))
    mail = Recipient("apprise", "json://example.org/", "alert")
    assert tell(Message(area(mail), closed, [SAID])) == [mail.to]
    assert sent[0][0].endswith("KGZ–TJK: closed")
    assert sent[0][1].startswith("closed by ada: truce\n")
    assert "Sınırda çatışma çıktı.  (the wire; ajans/r1)" in sent[0][1]


def test_a_closed_warning_cancels_its_alert() -> None:
    closed = WARNING._replace(
        state="closed", changes=(*WARNING.changes, Change("2021-05-03T08:00:00.000000Z", "ada", "close", "y"))
    )
    text = cap(load_area("csto"), closed).decode()
    assert "<msgType>Cancel</msgType>" in text
    assert "<references>haberci,abc-1,2021-04-29T08:00:00-00:00</references>" in text


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (3.0, "3.0 times a year"),
        (0.1, "once in 10 years"),
        (1 / 804, "once in 800 years"),
        (1e-6, "less than once in 1,000 years"),
    ],
)
def test_rates_in_words(rate: float, words: str) -> None:
    assert often(rate) == words


@pytest.mark.parametrize(("mean", "words"), [(0.42, "0.4"), (12.0, "12.0"), (0.01, "less than 0.1")])
def test_what_is_usual_in_words(mean: float, words: str) -> None:
    assert few(mean) == words
