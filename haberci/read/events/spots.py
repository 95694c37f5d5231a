"""The places that a sentence names, and in which state each lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import Final, NamedTuple

from haberci.core.morph import GEN, LOC, NOM, PROPN, Pos
from haberci.core.report import Mention, MentionKind, Report
from haberci.read.parse import Parsed

_PERSON, _PLACE = MentionKind.PERSON, MentionKind.PLACE  # by names of their own, as in ``core.morph``
PLACES: Final = (MentionKind.PLACE, MentionKind.STATE)
BEHIND: Final = 3  # words between a place and the noun in the locative that it owns


class Spot(NamedTuple):
    """A name of a place in a sentence: words ``first`` to ``last``, sentence-local, and what is known of it."""

    first: int
    last: int
    mention: Mention | None
    name: str
    state: str | None
    case: str | None


def spots(report: Report, parsed: Parsed) -> Iterator[Spot]:
    """The places that a sentence names, in order: mentions, and names that the register does not have."""
    places = [m for m in parsed.mentions if m.kind in PLACES and m.codes]
    found = [_of_mention(parsed, m) for m in places if not _goes_on(parsed, m)]
    taken = {word for m in parsed.mentions if not _is_nobody(parsed, m) for word in range(m.first, m.last)}
    taken |= {word for time in report.times for word in range(time.first, time.last)}
    begins = bisect_left(report.names, parsed.base, key=lambda name: name.first)
    stop = parsed.base + len(parsed.tokens)
    for name in takewhile(lambda name: name.first < stop, report.names[begins:]):
        if name.kind is _PLACE and name.first not in taken:
            state = next((s.state for s in found if s.last == name.first - parsed.base and s.case == GEN), None)
            found.append(Spot(name.first - parsed.base, name.last - parsed.base, None, name.name, state, name.case))
            taken.update(range(name.first, name.last))
    named = [at for at, token in enumerate(parsed.tokens) if token.morph.pos is PROPN]
    found += [spot for at in named if (spot := _unlisted(parsed, at, taken)) is not None]
    return (_within(parsed, spot, found) for spot in sorted(found))


def _unlisted(parsed: Parsed, at: int, taken: Set[int]) -> Spot | None:
    """The place that a name which nobody knows must be by the noun behind it, or by what it belongs to.

    "Handlova kasabasında", "Belucistan eyaletine bağlı Mastung'da".
    """
    token = parsed.tokens[at]
    if parsed.base + at in taken:
        return None
    if token.morph.case in (NOM, None) and _is_town(parsed, at + 1):
        first = _name_begins(parsed, at, taken)
        return Spot(first, at + 1, None, _plain(parsed, first, at + 1), None, NOM)
    belongs = at > 0 and token.morph.case is LOC and parsed.tokens[at - 1].lower in parsed.words.within
    return Spot(at, at + 1, None, _plain(parsed, at, at + 1), None, LOC) if belongs else None


def _name_begins(parsed: Parsed, at: int, taken: Set[int]) -> int:
    """The first word of a name of several words: "Selahaddin Eyyubi Mahallesi"."""
    while at > 0 and parsed.base + at - 1 not in taken and _is_bare_name(parsed, at - 1):
        at -= 1
    return at


def _is_town(parsed: Parsed, at: int) -> bool:
    """Whether a word says where people live, behind its name: "beldesinde", "Mahallesi'nde"."""
    if at >= len(parsed.tokens) or parsed.tokens[at].morph.possessive is None:
        return False
    token = parsed.tokens[at]
    if token.morph.pos is PROPN:
        return any(token.lower.startswith(town) for town in parsed.words.towns)
    return token.morph.lemma in parsed.words.towns


def _plain(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(token.text for token in parsed.tokens[first:last]).split("'")[0].split("’")[0]


def _is_bare_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    return token.morph.pos is PROPN and token.morph.case in (NOM, None) and token.text.isalpha()


def _is_nobody(parsed: Parsed, m: Mention) -> bool:
    """Whether a mention may be the name of a place instead."""
    return _goes_on(parsed, m) or (m.kind is _PERSON and not m.codes)


def _goes_on(parsed: Parsed, m: Mention) -> bool:
    """Whether a place is but the first word of another's name: "Selahaddin Eyyubi Mahallesi"."""
    first = m.first - parsed.base
    named = all(_is_bare_name(parsed, at) for at in range(first, min(first + 2, len(parsed.tokens))))
    return named and m.last - m.first != 2 and " " not in (m.place or "") and _is_town(parsed, first + 2)


def _within(parsed: Parsed, spot: Spot, others: Sequence[Spot]) -> Spot:
    """A place that nobody knows lies in the state of the place before it: "Moskova yakınlarındaki Krasnogorsk"."""
    if spot.mention is not None or spot.state is not None:
        return spot
    before = [other for other in others if other.state and 0 <= spot.first - other.last <= BEHIND]
    around = max(before, default=None)
    between = parsed.tokens[around.last : spot.first] if around else ()
    if around is None or any(t.morph.is_verb or t.morph.pos is Pos.PUNCT for t in between):
        return spot
    last = parsed.tokens[spot.first - 1]
    describes_it = around.case == GEN or last.lower in parsed.words.within or last.morph.lemma in parsed.words.towns
    beside = around.last == spot.first and around.case in (NOM, LOC)  # "İstanbul Reina'da", "Musul'daki Hamam'da"
    describes_it = describes_it or beside
    return spot._replace(state=around.state) if describes_it else spot


def _of_mention(parsed: Parsed, m: Mention) -> Spot:
    name = m.place or m.text.split("'")[0].split("’")[0]
    last = m.last - parsed.base
    case = LOC if parsed.tokens[last - 1].morph.case is LOC else m.case  # "Bakü yakınlarında"
    return Spot(m.first - parsed.base, last, m, name, m.codes[0].principal, case)
