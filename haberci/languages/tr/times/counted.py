"""Times told by a number of units: ``üç gün önce``. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

from datetime import date
from typing import Final

from haberci.languages.tr.times import calendar as calendar
from haberci.languages.tr.times.words import Found, Words

UNITS: Final = frozenset({"day", "week", "month", "year", "hour"})
MEASURES: Final = UNITS | {"minute"}  # what may be counted: "beş dakika önce"
"""The units that a stretch of days is counted in."""

_LASTING: Final = {
    unit + end: value
    for unit, value in (("gün", "day"), ("hafta", "week"), ("ay", "month"), ("yıl", "year"), ("sene", "year"))
    for end in ("dür", "dır", "dir")
}
_WITHIN: Final = frozenset({"içinde", "içerisinde", "zarfında"})


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
    count = _count(words, at + recent)
    if count is None:
        return None
    least, most, place = count
    if (unit := _LASTING.get(words.at(place))) is not None:
        return _back(place + 1, unit, most, anchor)
    form = words.noun(place, "unit")
    if form is None or form.value not in MEASURES or form.plural:
        return None
    if recent:
        return None if form.value == "minute" else _recent(words, place + 1, form.value, most, anchor)
    side = words.value("ago", place + 1)
    if side is not None:
        return _ago(words, at, place + 2, form.value, (int(side) * least, int(side) * most), anchor)
    if form.case == "abl" and _since_behind(words, place + 1):
        return _back(_since_behind(words, place + 1), form.value, most, anchor)
    return _within(words, at, place + 1, form.value, most, anchor)


def _count(words: Words, at: int) -> tuple[int, int, int] | None:
    """How many units: (at least, at most, place behind). ``iki üç`` and ``7-8`` lie between; ``bir buçuk`` is 2."""
    number = words.number(at)
    if number is None:
        return None
    least, place = number
    if words.at(place) == "buçuk":
        return least + 1, least + 1, place + 1
    second = words.number(place + (words.at(place) in ("-", "–")))
    if second is not None and (second[0] == least + 1 or words.at(place) in ("-", "–") and second[0] > least):
        return least, second[0], second[1]
    return least, least, place


def _back(last: int, unit: str, steps: int, anchor: date | None) -> Found:
    days = calendar.back(anchor, unit, steps) if anchor else None
    return Found(last, days, _whole(unit), "time.lasting", True)


def _since_behind(words: Words, at: int) -> int:
    """The place behind ``beri``, ``bu yana``; 0 when neither stands here."""
    last = at + (words.at(at) == "bu")
    return last + 1 if words.value("since", last) is not None else 0


def _recent(words: Words, last: int, unit: str, steps: int, anchor: date | None) -> Found:
    return _back(last + (words.at(last) in _WITHIN), unit, steps, anchor)


def _ago(words: Words, at: int, last: int, unit: str, steps: tuple[int, int], anchor: date | None) -> Found | None:
    """Counted from the report, or from what stands in the ablative before it, or was told before."""
    hangs = words.is_from(at - 1) or (steps[0] > 0 and words.leaning(last) < 0)
    days = None
    if anchor and not hangs:
        ends = [calendar.moved(anchor, unit, step) for step in sorted(steps)]
        days = (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    if steps[0] != steps[1]:
        return Found(last, days, _whole(unit), "time.ago", True)
    return Found(last, days, "day" if unit in ("hour", "minute") else unit, "time.ago", True)


def _within(words: Words, at: int, last: int, unit: str, steps: int, anchor: date | None) -> Found | None:
    """``bir ay içinde``: what is to come; of what was, where it began is not said."""
    if words.at(last) not in _WITHIN or unit == "minute" or words.at(at - 1) in ("ilk", "her", "en"):
        return None
    hangs = words.is_from(at - 1) or words.at(at - 1) == "itibaren" or words.leaning(last + 1) <= 0
    days = calendar.ahead(anchor, unit, steps) if anchor and not hangs else None
    return Found(last + 1, days, _whole(unit), "time.lasting", True)
