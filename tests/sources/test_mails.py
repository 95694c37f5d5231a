"""Mails, mailboxes and alert bulletins."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.sources.samples import FIRST, SECOND, errors, found, mail, page, reports, write, zipped

BULLETIN = f"""=== Haberler - [Kırgızistan] için 2 yeni sonuç ===

Kırgızistan'da sınır görüşmesi
Ajans
{SECOND}
<https://www.arama.example/url?sa=t&url=https://www.haber.example/17&ct=x>

Bakan mevkidaşını kabul etti
{FIRST}
<https://www.gazete.example/18>

- - - - - - -
Bu uyarının aboneliğinden çıkın:
<https://www.arama.example/remove?x=1>
"""


def test_a_mail(tmp_path: Path) -> None:
    (report,) = reports(write(tmp_path / "a.eml", mail(FIRST)))
    assert (report.id, report.source, report.title) == ("17@ajans.example", "masa@ajans.example", "Kabul")
    assert (report.raw.strip(), report.date) == (FIRST, "2023-01-22T10:15:00+03:00")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-9", "windows-1254", "no-such-charset"])
def test_the_charset_of_a_body(tmp_path: Path, charset: str) -> None:
    encoding = "utf-8" if charset.startswith("no") else charset
    head = f"From: a@b.example\nDate: Sun, 22 Jan 2023 10:15:00 +0300\nContent-Type: text/plain; charset={charset}\n\n"
    (report,) = reports(write(tmp_path / "a", head.encode() + FIRST.encode(encoding)))
    assert report.raw == FIRST


def test_a_mail_in_html_alone(tmp_path: Path) -> None:
    head = "From: a@b.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n"
    (report,) = reports(write(tmp_path / "a", head + f"<html><body><p>{FIRST}</p><p>İki.</p></body></html>"))
    assert report.raw == f"{FIRST}\n\nİki."


@pytest.mark.parametrize("plain, raw", [("HTML görünümüne geçin.", f"{FIRST}\n\n{SECOND}"), (FIRST, FIRST)])
def test_a_plain_body_that_only_says_where_to_look_is_none(tmp_path: Path, plain: str, raw: str) -> None:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "a@b.example", "Haber", "<1@b.example>"
    made.set_content(plain)
    made.add_alternative(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html")
    assert [r.raw.strip() for r in reports(write(tmp_path / "a", made.as_bytes()))] == [raw]


def test_the_items_of_an_alert_bulletin_are_reports_of_their_own(tmp_path: Path) -> None:
    data = mail(BULLETIN, List_Id="<uyari.arama.example>")
    first, second = reports(write(tmp_path / "a.eml", data))
    assert (first.id, first.source, first.url) == (
        "https://www.haber.example/17", "haber.example", "https://www.haber.example/17",
    )  # fmt: skip
    assert (first.title, second.title) == ("Kırgızistan'da sınır görüşmesi", "Bakan mevkidaşını kabul etti")
    assert SECOND in first.raw
    assert "aboneliğinden" not in second.raw
    assert second.date == "2023-01-22T10:15:00+03:00"


def test_a_mail_from_a_person_with_links_is_one_report(tmp_path: Path) -> None:
    assert len(reports(write(tmp_path / "a.eml", mail(BULLETIN)))) == 1


def test_what_is_attached_is_read_as_what_it_is(tmp_path: Path) -> None:
    made = message_from_bytes(mail("Ekte iki haber."), policy=policy.default)
    assert isinstance(made, EmailMessage)
    made.add_attachment(zipped({"x.txt": SECOND.encode()}), maintype="application", subtype="zip", filename="../ek.zip")
    made.add_attachment(page(FIRST).encode(), maintype="text", subtype="html", filename="sayfa.html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    path = write(tmp_path / "a.eml", made.as_bytes())
    assert [(r.id, r.source) for r in reports(path)] == [
        ("17@ajans.example", "masa@ajans.example"),
        ("x", f"{path}/ek.zip"),
        ("sayfa", str(path)),
    ]


def test_a_mailbox(tmp_path: Path) -> None:
    line = b"From a@b.example Sun Jan 22 10:15:00 2023\n"
    broken = b"From: a@b.example\nSubject: x\nContent-Type: text/plain\n\n"
    data = line + mail(FIRST) + b"\n" + line + broken + b"\n" + line + mail(">From the editor.")
    path = write(tmp_path / "a.mbox", data)
    first, told, last = found(path)
    assert first.raw.strip() == FIRST  # type: ignore[union-attr]
    assert str(told) == f"{path}: mail 2: the mail has no text"
    assert "From the editor." in last.raw  # type: ignore[union-attr]


def test_a_text_with_a_colon_in_its_first_line_is_no_mail(tmp_path: Path) -> None:
    assert [r.id for r in reports(write(tmp_path / "a", f"Ankara: {FIRST}\nTarih: 22.01.2023"))] == ["a"]
    assert errors(write(tmp_path / "b", "From: a@b.example\nDate: x\n\n")) == [
        f"{tmp_path / 'b'}: the mail has no text"
    ]
