"""Addresses: fetched politely, within limits, never in a private network unless asked for."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator

import pytest

from haberci.sources import fetch as fetching
from haberci.sources.fetch import FetchError, fetch
from tests.command_line import CommandLine
from tests.sources.samples import FIRST, SECOND, page, rss
from tests.sources.server import Answer, Site, site

RSS = rss([FIRST, SECOND]).encode()


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as served:
        yield served


def test_a_feed_and_a_page_are_read_from_their_addresses(haberci: CommandLine, web: Site) -> None:
    web.answers = {"/rss.xml": Answer(RSS), "/1": Answer(page(FIRST).encode())}
    answer = haberci("read", web.url("/rss.xml"), web.url("/1"), "--private", "--no-store", "--lang", "xx")
    assert (answer.status, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.splitlines()][:3] == ["haber-1", "haber-2", web.url("/1")]
    assert {headers["User-Agent"].partition("/")[0] for _, headers in web.asked} == {"haberci"}
    assert {headers["Host"] for _, headers in web.asked} == {f"127.0.0.1:{web.port}"}


def test_a_private_address_is_refused_unless_asked_for(haberci: CommandLine, web: Site) -> None:
    answer = haberci("read", web.url("/rss.xml"), "--no-store")
    told = f"haberci: {web.url('/rss.xml')}: it lies in a private network (127.0.0.1), which only --private reads\n"
    assert (answer.status, answer.err) == (2, told)
    assert web.asked == []


@pytest.mark.parametrize(
    "host",
    ["localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[::1]", "[fd00::1]", "0.0.0.0",
     "[::ffff:127.0.0.1]", "[2002:7f00:1::]", "2130706433", "0177.0.0.1", "224.0.0.1"],
)  # fmt: skip
def test_private_addresses_in_every_spelling(host: str) -> None:
    with pytest.raises(FetchError, match="it lies in a private network"):
        fetch(f"http://{host}:9/x")


def test_a_redirection_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch, web: Site) -> None:
    web.answers["/a"] = Answer(status=302, headers=(("Location", "http://169.254.169.254/keys"),))
    monkeypatch.setattr(fetching, "_is_public", lambda number: number == "127.0.0.1")
    with pytest.raises(FetchError, match=r"169\.254\.169\.254/keys: it lies in a private network"):
        fetch(web.url("/a"))


def test_the_host_is_looked_up_once_so_that_its_name_can_not_lead_elsewhere(
    monkeypatch: pytest.MonkeyPatch, web: Site
) -> None:
    web.answers["/a"] = Answer(RSS)
    asked: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, port: int, *more: object, **named: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "haber.example" else host, port, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert fetch(f"http://haber.example:{web.port}/a", private=True).body == RSS
    assert asked.count("haber.example") == 1
    assert web.asked[0][1]["Host"] == f"haber.example:{web.port}"


def test_only_what_changed_is_asked_for(web: Site) -> None:
    web.answers["/a"] = Answer(RSS, etag='"1"', headers=(("Last-Modified", "Sun, 22 Jan 2023 07:15:00 GMT"),))
    first = fetch(web.url("/a"), private=True)
    assert (first.body, first.etag, first.modified) == (RSS, '"1"', "Sun, 22 Jan 2023 07:15:00 GMT")
    again = fetch(web.url("/a"), private=True, etag=first.etag, modified=first.modified)
    assert again.body is None
    assert web.asked[1][1]["If-Modified-Since"] == "Sun, 22 Jan 2023 07:15:00 GMT"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(status=404), "404 Not Found"),
        (Answer(status=503, headers=(("Retry-After", "120"),)), "503 Service Unavailable"),
        (Answer(status=302, headers=(("Location", "/a"),)), "it is redirected too often"),
        (Answer(status=302, headers=(("Location", "file:///etc/passwd"),)), "no address of the web"),
        (Answer(b" " * (17 << 20)), "it is larger than 16 MB"),
        (Answer(gzip.compress(b" " * (40 << 20)), headers=(("Content-Encoding", "gzip"),)), "it is larger than 16 MB"),
        (Answer(b"no gzip", headers=(("Content-Encoding", "gzip"),)), "incorrect header check"),
        (Answer(RSS, pause_s=0.6), "no answer in time"),
    ],
)
def test_what_fails_is_told(monkeypatch: pytest.MonkeyPatch, web: Site, answer: Answer, told: str) -> None:
    monkeypatch.setattr(fetching, "_SILENT_S", 0.3)
    web.answers["/a"] = answer
    with pytest.raises(FetchError, match=told) as caught:
        fetch(web.url("/a"), private=True)
    assert caught.value.wait_s == (120 if answer.status == 503 else None)


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(FetchError, match=r"^http://no\.such\.host\.invalid/: no such host$"):
        fetch("http://no.such.host.invalid/")
    with pytest.raises(FetchError, match="Connection refused"):
        fetch("http://127.0.0.1:1/", private=True)
