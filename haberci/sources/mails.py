"""Mails: messages in files of their own and in mailboxes, alert bulletins among them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.address import host_of
from haberci.sources.decode import decode
from haberci.sources.document import Document, Piece
from haberci.sources.limits import LARGEST_DOCUMENT, larger_than
from haberci.sources.look import Look
from haberci.sources.markup import text_of_html
from haberci.sources.options import SourceOptions
from haberci.sources.raw import raw_report, small
from haberci.sources.stream import bounded_lines

_HEADER = re.compile(r"([!-9;-~]+):(?:[ \t]|$)")
_USUAL = frozenset(
    "from to subject date message-id received return-path mime-version content-type reply-to delivered-to".split()
)
_LINK = re.compile(r"<(https?://[^>\s]+)>")
_LEAST_ITEMS = 2
_MUCH_MORE = 3  # times as long: the plain body then only says that the mail is one in HTML


def tells_mail(look: Look) -> bool:
    """Whether it begins with lines of a mail's header, two of which are usual ones."""
    names: list[str] = []
    for line in look.text.splitlines()[:40]:
        found = _HEADER.match(line)
        if found is None and not (names and line.startswith((" ", "\t"))):
            break
        names += [small(found[1])] if found else []
    return len(_USUAL.intersection(names)) >= 2


def tells_mailbox(look: Look) -> bool:
    """Whether it begins with a mailbox's line ``From sender date`` and the header of a mail."""
    line, _, rest = look.text.partition("\n")
    return line.startswith("From ") and tells_mail(Look(rest.encode("utf-8", "replace"), look.name))


def read_mailbox(document: Document, options: SourceOptions) -> Iterator[Piece]:
    """The mails of a mailbox."""
    for number, message in enumerate(_messages(document.stream), 1):
        try:
            if isinstance(message, InputError):
                raise message
            yield from _pieces(message, f"{document.origin.stem}:{number}", document)
        except InputError as error:
            yield InputError(f"{document.origin.name}: mail {number}: {error}")


def read_mail(document: Document, options: SourceOptions) -> Iterator[Piece]:
    """A mail: its body, the items of a bulletin apart, and what is attached to it."""
    yield from _pieces(document.whole(), document.origin.stem, document)


def _messages(stream: io.BufferedReader) -> Iterator[bytes | InputError]:
    """The mails of a mailbox, parted at lines ``From `` behind an empty one."""
    held: list[bytes] = []
    size, was_empty = 0, True
    for line in bounded_lines(stream):
        piece = b"\n" if isinstance(line, InputError) else line
        if was_empty and piece.startswith(b"From ") and held:
            yield b"".join(held) if size <= LARGEST_DOCUMENT else InputError(f"it is {larger_than(LARGEST_DOCUMENT)}")
            held, size = [], 0
        elif not (was_empty and piece.startswith(b"From ")):
            size += len(piece)
            held += [piece] if size <= LARGEST_DOCUMENT else []
        was_empty = not piece.strip()
    if held:
        yield b"".join(held) if size <= LARGEST_DOCUMENT else InputError(f"it is {larger_than(LARGEST_DOCUMENT)}")


def _pieces(data: bytes, id: str, document: Document) -> Iterator[Piece]:
    try:
        mail = BytesParser(policy=policy.default).parsebytes(data)
        bodies = [part for part in mail.walk() if not part.is_multipart()]
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
        raise InputError(f"the mail is broken ({type(error).__name__})") from error
    attached = [part for part in bodies if part.get_content_disposition() == "attachment" or part.get_filename()]
    text = _body([part for part in bodies if part not in attached])
    if text is not None:
        yield from _reports(mail, text, id, document, data)
    for number, part in enumerate(attached, 1):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and part.get_content_maintype() not in ("image", "audio", "video", "font"):
            name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
            yield document.part(name or f"part-{number}", payload)
    if text is None and not attached:
        raise InputError("the mail has no text")


def _body(parts: list[EmailMessage]) -> str | None:
    """The text of the first plain body, or of the first in HTML: where that alone is there, or says much more."""
    plain, html = (_first(parts, kind) for kind in ("text/plain", "text/html"))
    rich = text_of_html(html) if html else ""
    if plain is not None and len(rich) <= _MUCH_MORE * len(plain.strip()):
        return plain
    return rich if rich.strip() else plain


def _first(parts: list[EmailMessage], kind: str) -> str | None:
    texts = (_text(part) for part in parts if part.get_content_type() == kind)
    return next((text for text in texts if text.strip()), None)


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return data.decode(charset) if charset else decode(data)
    except (LookupError, UnicodeDecodeError):  # it names its encoding wrongly
        return decode(data)


def _reports(mail: EmailMessage, text: str, id: str, document: Document, data: bytes) -> Iterator[Report]:
    """The one report of a mail, or those of a bulletin."""
    date, sender = _header(mail, "date"), _address(mail)
    key = (_header(mail, "message-id") or "").strip("<> ") or id
    items = list(bulletin(text)) if _is_sent_to_many(mail) else []
    if len(items) < _LEAST_ITEMS:
        title = _header(mail, "subject")
        yield raw_report(text, key, date=date, title=title, source=sender or document.origin.folder, data=data)
        return
    for number, (title, told, url) in enumerate(items, 1):
        yield raw_report(told, url or f"{key}:{number}", date=date, title=title, source=host_of(url) or sender, url=url)


def bulletin(text: str) -> Iterator[tuple[str, str, str]]:
    """The items of an alert bulletin: title, text and address; each ends with its address on a line of its own.

    Addresses that lead through the service's own host are replaced by those they lead to.
    """
    held: list[str] = []
    for line in text.splitlines():
        line = line.strip()
        if found := _LINK.fullmatch(line):
            if len(held) >= 2:  # a title and a sentence; less is a link of the service itself
                yield held[0], "\n".join(held), _target(found[1])
            held = []
        elif line.startswith(("===", "---", "- - -")):
            held = []
        elif line:
            held.append(line)


def _target(url: str) -> str:
    asked = parse_qs(urlsplit(url).query)
    inner = next((values[0] for name in ("url", "q", "u") if (values := asked.get(name))), "")
    return inner if inner.startswith(("http://", "https://")) else url


def _is_sent_to_many(mail: EmailMessage) -> bool:
    return any(mail.get(name) for name in ("list-id", "list-unsubscribe", "feedback-id")) or "alert" in (
        _address(mail) or ""
    )


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        value = mail.get(name)
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError):
        return None  # a header that Python's parser can't take apart is as good as none
    return " ".join(str(value).split()) if value else None


def _address(mail: EmailMessage) -> str | None:
    """The address of the sender, by which a source is called."""
    found = re.search(r"[\w.+-]+@[\w.-]+", _header(mail, "from") or "")
    return small(found[0]) if found else None
