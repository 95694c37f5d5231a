"""Times told from the day of the report. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from haberci.languages.tr.times import calendar as calendar
from haberci.languages.tr.times.counted import UNITS, turned_many
from haberci.languages.tr.times.narrow import NARROWINGS, clock_behind, part_of_day
from haberci.languages.tr.times.words import Found, Words

_UNTIL: Final = frozenset({"kadar", "dek", "değin", "itibaren", "itibarıyla"})
_BEFORE_UNIT: Final = frozenset("o her aynı ertesi şu hangi ilk son önceki sonraki tek yarım tam geçen bu".split())
_TWO_AGO: Final = frozenset({"önceki", "evvelki", "evvelsi"})
_PARTED: Final = _TWO_AGO | {"o", "aynı", "ertesi"}
_BINDING: Final = "bağlayan"  # "pazartesiyi salıya bağlayan gece"
_QUOTES: Final = frozenset("\"“”'‘’«»")


def near_day(words: Words, at: int, anchor: date | None) -> Found | None:
    """``bugün``, ``dün``, ``yarın`` in their forms. Within a name (``Yeni Yarın gazetesi``) they are none."""
    steps = words.value("day", at)
    if steps is None or (words.is_name(at) and not _in_capitals(words)) or _is_cited(words, at):
        return None
    if (site := words.noun(at + 1, "site")) is not None and site.owned:  # Bugün gazetesi
        return None
    days = calendar.moved(anchor, "day", int(steps)) if anchor else None
    return Found(at + 1, days, "day", "time.day", True)


def _in_capitals(words: Words) -> bool:
    """Whether most words of the sentence begin with a capital, as in headlines."""
    long = [token.text for token in words.tokens if len(token.text) > 3 and token.text.isalpha()]
    return 2 * sum(text[0].isupper() for text in long) > len(long) + 2


def _is_cited(words: Words, at: int) -> bool:
    return words.at(at - 1) in _QUOTES and words.at(at + 1) in _QUOTES


def turned(words: Words, at: int, anchor: date | None) -> Found | None:
    """``bu yıl``, ``geçen hafta``, ``önümüzdeki beş yılda``, ``bu sabah``, ``geçen yaz``, ``önümüzdeki salı``."""
    turn = words.value("turn", at)
    if turn is None:
        return None
    if (number := words.number(at + 1)) is not None:
        return turned_many(words, at, number, int(turn), anchor)
    form = words.noun(at + 1, "unit", "season", "month", "weekday", "part", "span")
    if form is None or form.kind == "weekday" and form.owned or (words.is_name(at + 1) and words.is_name(at + 2)):
        return None
    if form.plural and form.kind in ("unit", "span") or form.kind == "span":
        vague = (
            form.value in ("day", "week", "month", "year", "") and turn != "0" and form.case in ("loc", "rel", "abl")
        )
        return Found(at + 2, None, "day", "time.vague", True) if vague else None
    return _TURNED[form.kind](words, at, form.value, int(turn), anchor)


def _turned_unit(words: Words, at: int, unit: str, turn: int, anchor: date | None) -> Found | None:
    if unit not in UNITS or unit == "hour":
        return None
    if unit == "day" and turn:
        return Found(at + 2, None, "day", "time.vague", True) if turn < 0 else None
    days = calendar.moved(anchor, unit, turn) if anchor else None
    return Found(at + 2, days, unit, "time.turn", True)


def _turned_part(words: Words, at: int, value: str, turn: int, anchor: date | None) -> Found | None:
    """``bu sabah``, ``bu akşam saatlerinde``."""
    last = part_of_day(words, at + 1)
    if turn or last == at + 1:
        return None
    return Found(last, calendar.moved(anchor, "day", 0) if anchor else None, "part", "time.day", True)


def _turned_month(words: Words, at: int, value: str, turn: int, anchor: date | None) -> Found | None:
    """``geçen ekim ayında``, ``önümüzdeki mayısta``."""
    number = int(value)
    last = at + 2
    form = words.noun(last, "unit")
    last += bool(form and form.value == "month" and form.owned)
    days = None
    if anchor:
        year = anchor.year + ((number <= anchor.month) if turn > 0 else -(number >= anchor.month) if turn else 0)
        days = calendar.month_of(year, number)
    return Found(last, days, "month", "time.month", True)


def _turned_season(words: Words, at: int, value: str, turn: int, anchor: date | None) -> Found | None:
    days = calendar.season_of(anchor, int(value), turn) if anchor else None
    return Found(at + 2, days, "months", "time.season", True)


def _turned_weekday(words: Words, at: int, value: str, turn: int, anchor: date | None) -> Found | None:
    """``geçen cuma``, ``önümüzdeki pazar günü``. ``pazar`` is a market too, and needs its word."""
    last = past_day_word(words, at + 2)
    if last == at + 2 and value == "6" and (not turn or words.case(at + 1) != "nom"):
        return None
    days = None
    if anchor and turn:
        days = calendar.one_day(calendar.weekday_near(anchor, int(value), turn))
    elif anchor and (week := calendar.moved(anchor, "week", 0)):
        days = calendar.weekday_of(week, int(value))
    return Found(last, days, "day", "time.weekday", True)


_TURNED: Final = {
    "unit": _turned_unit, "season": _turned_season, "month": _turned_month, "weekday": _turned_weekday,
    "part": _turned_part,
}  # fmt: skip


def past_day_word(words: Words, at: int) -> int:
    """Past ``günü``, ``günkü``, ``akşamı`` behind a weekday; the place itself when there is none."""
    form = words.noun(at, "unit", "part")
    if form is None or form.plural or form.value not in ("day", ""):
        return at
    return at + (form.owned or form.case == "rel")


def weekday(words: Words, at: int, anchor: date | None) -> Found | None:
    """``pazartesi günü``, ``cuma akşamı``, ``salı ve çarşamba günleri``, ``cumaya kadar``."""
    form = words.noun(at, "weekday")
    if form is None or form.plural or form.owned or words.at(at - 1).endswith("."):
        return None
    pair = _two_weekdays(words, at, anchor) or _bound_weekdays(words, at, anchor)
    if pair is not None:
        return pair
    last = past_day_word(words, at + 1)
    until = form.case in ("dat", "abl") and form.value != "6" and words.at(at + 1) in _UNTIL
    if last == at + 1 and not until:
        return None
    leaning = 1 if until and form.case == "dat" else words.leaning(last)
    days = calendar.one_day(calendar.weekday_near(anchor, int(form.value), int(leaning > 0))) if anchor else None
    return Found(last, days, "day", "time.weekday", True)


def _two_weekdays(words: Words, at: int, anchor: date | None) -> Found | None:
    second, days_word = words.noun(at + 2, "weekday"), words.noun(at + 3, "unit")
    if words.at(at + 1) not in ("ve", "-", "ile") or second is None or days_word is None:
        return None
    if not (days_word.value == "day" and days_word.plural and second.case == "nom"):
        return None
    days = None
    if anchor:
        first = words.noun(at, "weekday")
        turn = int(words.leaning(at + 4) > 0)
        start = calendar.weekday_near(anchor, int(first.value if first else 0), turn)
        stop = calendar.weekday_near(anchor, int(second.value), turn)
        days = (start.isoformat(), stop.isoformat()) if start < stop else None
    return Found(at + 4, days, "days", "time.weekday", True)


def _bound_weekdays(words: Words, at: int, anchor: date | None) -> Found | None:
    """``pazartesiyi salıya bağlayan gece``: of both days."""
    first, second, night = words.noun(at, "weekday"), words.noun(at + 1, "weekday"), words.noun(at + 3, "part")
    if first is None or second is None or night is None or words.at(at + 2) != _BINDING:
        return None
    if first.case != "acc" or second.case != "dat":
        return None
    days = None
    if anchor:
        stop = calendar.weekday_near(anchor, int(second.value), int(words.leaning(at + 4) > 0))
        days = ((stop - timedelta(days=1)).isoformat(), stop.isoformat())
    return Found(at + 4, days, "days", "time.weekday", True)


def vague_recent(words: Words, at: int, anchor: date | None) -> Found | None:
    """``son günlerde``, ``son yıllarda``, ``son dönemde``: near, but no day is told."""
    form = words.noun(at + 1, "unit", "span")
    if words.at(at) != "son" or form is None or form.case not in ("loc", "rel") or form.owned:
        return None
    if not (form.plural and form.value in UNITS) and form.value not in ("", "past"):
        return None
    return Found(at + 2, None, "day", "time.vague", True)


def clock(words: Words, at: int, anchor: date | None) -> Found | None:
    """An hour: ``saat 14.30'da``; its day is told elsewhere."""
    start = at + (words.at(at) in ("yerel", "türkiye", "moskova") and words.value("clock", at + 1) is not None)
    last = clock_behind(words, start)
    return Found(last, None, "minute", "time.clock") if last else None


def part_alone(words: Words, at: int, anchor: date | None) -> Found | None:
    """``sabah saatlerinde``, ``gece yarısı``, ``sabaha karşı``, ``öğleden sonra``: of a day told elsewhere."""
    last = part_of_day(words, at)
    return Found(last, None, "part", "time.part", True) if last == at + 2 else None


def this_unit(words: Words, at: int, anchor: date | None) -> Found | None:
    """``yıl sonuna``, ``yılın ilk yarısında``, ``ayın 15'inde``, ``hafta sonu``: of the report's year, month, week."""
    form = words.noun(at, "unit")
    if form is None or form.plural or form.owned or form.case not in ("nom", "gen") or form.value not in NARROWINGS:
        return None
    if words.at(at - 1) in _BEFORE_UNIT or words.number(at - 1) or words.at(at - 1).isdigit():
        return None
    edge = words.noun(at + 1, "edge")
    if form.case == "nom" and edge is None:
        return None
    days = calendar.moved(anchor, form.value, 0) if anchor and form.value != "day" else None
    found = Found(at + 1, days, form.value, "time.edge", True)
    if form.value == "day" or not any(rule(words, found) for rule in NARROWINGS[form.value]):
        return None
    if form.value == "week" and anchor and edge and edge.value == "end" and words.leaning(at + 2) < 0:
        return found._replace(days=_last_weekend(anchor))
    return found


def _last_weekend(anchor: date) -> calendar.Stretch | None:
    """The week whose end is over, or has begun."""
    return calendar.moved(anchor, "week", 0 if anchor.weekday() > 4 else -1)


def far(words: Words, at: int, anchor: date | None) -> Found | None:
    """``ertesi gün``, ``aynı yıl``, ``bir önceki ay``, ``saldırıdan önceki gün``; ``önceki gün`` is two days ago."""
    start = at + (words.at(at) == "bir")
    form = words.noun(start + 1, "unit", "part")
    if words.value("far", start) is None or form is None or form.plural or (form.value and form.value not in UNITS):
        return None
    if form.kind == "part" and (words.at(start) not in _PARTED or form.case != "nom"):
        return None
    if form.value == "hour":
        return None
    two_ago = words.at(at) in _TWO_AGO and (form.value == "day" or form.kind == "part") and not words.is_from(at - 1)
    if form.kind == "part" and words.at(start) in _TWO_AGO and not two_ago:
        return None
    days = calendar.moved(anchor, "day", -2) if anchor and two_ago else None
    return Found(start + 2, days, form.value or "part", "time.turn" if two_ago else "time.far", True)


def next_week(words: Words, at: int, anchor: date | None) -> Found | None:
    """``haftaya salı``: of the next week."""
    if words.at(at) != "haftaya" or words.noun(at + 1, "weekday") is None:
        return None
    return Found(at + 1, calendar.moved(anchor, "week", 1) if anchor else None, "week", "time.turn", True)


def feast(words: Words, at: int, anchor: date | None) -> Found | None:
    """``yılbaşında``, ``Nevruz'da``; ``ramazan ayında`` and ``Kurban Bayramı'nda`` go by the moon, with no value."""
    form = words.noun(at, "feast")
    if form is None:
        return None
    if not form.value:
        ay = words.noun(at + 1, "unit")
        bayram = words.at(at + 1) == "bayramı" and bool(words.tail(at + 1))
        with_word = bayram or bool(ay and ay.value == "month" and ay.owned)
        return Found(at + 2, None, "months", "time.feast") if with_word else None
    eve = words.noun(at + 1, "part")
    night = form.case == "nom" and form.owned and eve is not None and eve.owned  # yılbaşı gecesi
    if not night and form.case not in ("loc", "abl", "rel", "dat"):
        return None
    month, day = (int(part) for part in form.value.split("-"))
    exact = calendar.nearest(anchor, month, day, words.leaning(at + 1)) if anchor else None
    return Found(at + 1 + night, calendar.one_day(exact) if exact else None, "day", "time.feast")
