"""Times told by a number of units: ``üç gün önce``. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

from datetime import date

from haberci.languages.tr import times_calendar as calendar
from haberci.languages.tr.times_words import Found, Words

UNITS = frozenset({"day", "week", "month", "year", "hour"})
"""The units that a stretch of days is counted in."""

_LASTING = {
    unit + end: value
    for unit, value in (("gün", "day"), ("hafta", "week"), ("ay", "month"), ("yıl", "year"), ("sene", "year"))
    for end in ("dür", "dır", "dir")
}
_WITHIN = frozenset({"içinde", "içerisinde", "zarfında"})


def turned_many(words: Words, at: int, number: tuple[int, int], turn: int, anchor: date | None) -> Found | None:
    """``önümüzdeki beş yılda``, ``geçen iki ayda``."""
    form = words.noun(number[1], "unit")
    if form is None or form.value not in UNITS or turn == 0 or form.plural:
        return None
    reach = calendar.ahead if turn > 0 else calendar.back
    days = reach(anchor, form.value, number[0]) if anchor else None
    last = number[1] + 1 + (words.at(number[1] + 1) in _WITHIN)
    return Found(last, days, _whole(form.value), "time.lasting", True)


def _whole(unit: str) -> str:
    """The unit of a stretch, which nothing tells more narrowly."""
    return {"hour": "days", "day": "days", "week": "weekend", "month": "months"}.get(unit, "years")


def counted(words: Words, at: int, anchor: date | None) -> Found | None:
    """``üç gün önce``, ``bir buçuk yıl sonra``, ``üç gündür``, ``son iki haftada``, ``48 saat içinde``."""
    recent = words.at(at) == "son"
    number = words.number(at + recent)
    if not number:
        return None
    place = number[1] + (words.at(number[1]) == "buçuk")
    half = place > number[1]
    if (unit := _LASTING.get(words.at(place))) is not None:
        return _back(place + 1, unit, number[0], anchor, "time.lasting")
    form = words.noun(place, "unit")
    if form is None or form.value not in (*UNITS, "minute") or form.plural:
        return None
    side = words.value("ago", place + 1)
    if side is not None and not recent:
        return _ago(words, at, place + 2, form.value, int(side) * number[0] + (half and int(side) > 0), anchor, half)
    if recent:
        return _recent(words, place + 1, form.value, number[0], anchor)
    if form.case == "abl" and _since_behind(words, place + 1):
        return _back(_since_behind(words, place + 1), form.value, number[0], anchor, "time.lasting")
    return _within(words, at, place + 1, form.value, number[0], anchor)


def _back(last: int, unit: str, steps: int, anchor: date | None, rule: str) -> Found:
    days = calendar.back(anchor, unit, steps) if anchor else None
    return Found(last, days, _whole(unit), rule, True)


def _since_behind(words: Words, at: int) -> int:
    """The place behind ``beri``, ``bu yana``; 0 when neither stands here."""
    last = at + (words.at(at) == "bu")
    return last + 1 if words.value("since", last) is not None else 0


def _recent(words: Words, last: int, unit: str, steps: int, anchor: date | None) -> Found | None:
    if unit == "minute":
        return None
    return _back(last + (words.at(last) in _WITHIN), unit, steps, anchor, "time.lasting")


def _ago(words: Words, at: int, last: int, unit: str, steps: int, anchor: date | None, half: bool) -> Found | None:
    """Counted from the report, or from what stands in the ablative before it, or was told before."""
    hangs = words.is_from(at - 1) or (steps > 0 and words.leaning(last) < 0)
    steps -= half and steps < 0
    days = calendar.moved(anchor, unit, steps) if anchor and not hangs else None
    return Found(last, days, "day" if unit in ("hour", "minute") else unit, "time.ago", True)


def _within(words: Words, at: int, last: int, unit: str, steps: int, anchor: date | None) -> Found | None:
    """``bir ay içinde``: what is to come; of what was, where it began is not said."""
    if words.at(last) not in _WITHIN or unit == "minute" or words.at(at - 1) in ("ilk", "her", "en"):
        return None
    hangs = words.is_from(at - 1) or words.at(at - 1) == "itibaren" or words.leaning(last + 1) <= 0
    days = calendar.ahead(anchor, unit, steps) if anchor and not hangs else None
    return Found(last + 1, days, _whole(unit), "time.lasting", True)
