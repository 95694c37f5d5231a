"""Signs as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from haberci.watch.areas import Area
from haberci.watch.signs import Quotation, Sign, few

BASE = "tag:haberci,2026:"
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def atom(area: Area, signs: Sequence[Sign], quotations: Mapping[str, Sequence[Quotation]]) -> bytes:
    """The feed of an area's signs, the newest first, with the sentences behind each, by its id.

    The same signs give the same bytes.
    """
    from feedgen.feed import FeedGenerator  # here, so that commands without a feed do not wait for it

    feed = FeedGenerator()
    feed.id(f"{BASE}{area.id}")
    set_title = feed.title  # a field of the feed, no casing of a text
    set_title(f"{area.name}: signs")
    feed.author({"name": "haberci"})
    feed.updated(_time(max((sign.last_day for sign in signs), default="1970-01-01")))
    feed.link(href=f"{BASE}{area.id}", rel="self")
    for sign in sorted(signs, key=lambda sign: (sign.first_day, sign.id), reverse=True):
        entry = feed.add_entry(order="append")
        entry.id(f"{BASE}{area.id}:{sign.id}")
        set_title = entry.title
        set_title(sign.reason)
        entry.published(_time(sign.first_day))
        entry.updated(_time(sign.last_day))
        entry.category({"term": sign.level or "none"})
        entry.content(in_words(sign, quotations.get(sign.id, ())), type="text")
    found: bytes = feed.atom_str(pretty=True)
    return found


def in_words(sign: Sign, quotations: Sequence[Quotation] = ()) -> str:
    """A sign as some lines of text, and the sentences behind it, with a blank for what no XML may hold."""
    lines = [
        sign.reason,
        f"since {sign.first_day}, last on {sign.last_day}",
        f"observed: {sign.observed} in a week; usual: {few(sign.expected)}",
        f"level: {sign.level or 'below all'}" + (f"; {sign.action}" if sign.action else ""),
        f"how sure: {sign.sure}",
        f"ends after: {sign.ends}",
        f"evidence: {', '.join(sign.evidence) or 'none'}",
        f"speaks against it: {', '.join(sign.contrary) or 'nothing'}",
        f"also: {', '.join(sign.also) or 'nothing'}",
        *(f"{one.day}  {one.words}  ({one.speaker}; {one.source})" for one in quotations),
    ]
    return _NOT_IN_XML.sub(" ", "\n".join(lines))


def _time(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
