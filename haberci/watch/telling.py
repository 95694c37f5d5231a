"""Tell recipients of a warning: a signed JSON webhook, or e-mail and chat through apprise. Only whom the area names."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from haberci.core.errors import HaberciError
from haberci.watch.areas import Area, Recipient
from haberci.watch.feed import in_words
from haberci.watch.keeping import Warning
from haberci.watch.signs import Quotation

SIGNATURE = "X-Haberci-Signature"
SECRET = "HABERCI_WEBHOOK_SECRET"  # the variable that holds the key of the signature
_TIMEOUT_S = 10.0


class TellingError(HaberciError):
    """A recipient who could not be told."""


class Message(NamedTuple):
    """What recipients are told: a warning of an area, and the sentences behind its sign."""

    area: Area
    warning: Warning
    quotations: Sequence[Quotation] = ()


def payload(message: Message) -> bytes:
    """A warning as one JSON object; the same warning gives the same bytes."""
    area, warning, quotations = message
    told = {
        "area": area.id,
        "state": warning.state,
        "sign": warning.sign.record(),
        "changes": [change._asdict() for change in warning.changes],
        "sentences": [quotation._asdict() for quotation in quotations],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def signature(body: bytes, secret: str) -> str:
    """``sha256=`` and the HMAC-SHA256 of the body in hexadecimal digits, as a receiver checks it."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def reached(area: Area, warning: Warning) -> Sequence[Recipient]:
    """The recipients whose level the warning's sign reaches."""
    rates = {level.name: level.per_year for level in area.levels}
    return [recipient for recipient in area.recipients if warning.sign.per_year <= rates[recipient.level]]


def tell(message: Message, post: Callable[..., Any] | None = None) -> list[str]:
    """Tell all recipients it reaches; gives whom. Raises TellingError when one can't be told, after trying all."""
    told, failed = [], []
    for recipient in reached(message.area, message.warning):
        try:
            _TELLERS[recipient.kind](message, recipient, post)
            told.append(recipient.to)
        except TellingError as error:
            failed.append(str(error))
    if failed:
        raise TellingError("; ".join(failed))
    return told


def _webhook(message: Message, recipient: Recipient, post: Callable[..., Any] | None) -> None:
    import httpx  # here, so that a watch that tells nobody does not wait for it

    secret = os.environ.get(SECRET, "")
    if not secret:
        raise TellingError(f"{recipient.to}: {SECRET} is not set, and a webhook is always signed")
    body = payload(message)
    headers = {"Content-Type": "application/json", SIGNATURE: signature(body, secret)}
    try:
        answer = (post or httpx.post)(recipient.to, content=body, headers=headers, timeout=_TIMEOUT_S)
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise TellingError(f"{recipient.to}: not told ({error.__class__.__name__})") from error


def _apprise(message: Message, recipient: Recipient, post: Callable[..., Any] | None) -> None:
    import apprise  # here, as above

    area, warning, quotations = message
    last = warning.changes[-1]
    title = f"{area.name}: {warning.sign.subject}: {warning.state}"
    body = f"{warning.state} by {last.who}: {last.note}\n{in_words(warning.sign, quotations)}"
    teller = apprise.Apprise()
    if not teller.add(recipient.to):
        raise TellingError(f"{recipient.to}: no address that apprise knows")
    if not teller.notify(title=title, body=body):
        raise TellingError(f"{recipient.to}: not told")


_TELLERS = {"webhook": _webhook, "apprise": _apprise}
