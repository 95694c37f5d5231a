"""Signs in words of the reader's language, made of what the sign counts; one of an earlier version as it was kept."""

from __future__ import annotations

from haberci.desk.labels import N_
from haberci.desk.wording import Wording
from haberci.watch.episodes import QUIET_DAYS
from haberci.watch.signs import RULE, Sign, years_to

COUNTED = N_("%(what)s: %(n)s in a week where %(m)s are usual; when all is quiet that happens %(often)s")
ENDS = N_("%(n)s days in a row with no more than is usual of %(what)s")
SUCH = N_("such deeds")
SINGLE = N_("a single report tells it")
TOLD = N_("%(n)s deeds, told %(m)s times")
RARELY = N_("less than %(n)s")
_LEAST = 0.1
OFTEN = (
    (1_000.0, N_("less than once in 1,000 years")),
    (1.5, N_("once in %(n)s years")),
    (0.0, N_("%(n)s times a year")),
)


def what(sign: Sign, words: Wording) -> str:
    """What it is that changed, without saying of whom."""
    if not sign.head:
        return sign.reason.partition(": ")[2]
    if sign.head.startswith(RULE):
        return words.label("rule", sign.head.removeprefix(RULE))
    told = {"what": measure(sign, words), "n": words.number(sign.observed), "m": usual(sign.expected, words)}
    return words.text(COUNTED) % {**told, "often": often(sign.per_year, words)}


def reason(sign: Sign, words: Wording) -> str:
    """The one bold line: of whom, and what."""
    return f"{subject(sign, words)}: {what(sign, words)}"


def ends(sign: Sign, words: Wording) -> str:
    """What would end it."""
    return words.text(ENDS) % {"n": QUIET_DAYS, "what": measure(sign, words)} if sign.head else sign.ends


def sure(sign: Sign, words: Wording) -> str:
    """Why it is so sure."""
    if not sign.head:
        return sign.sure.partition(": ")[2]
    if sign.witnesses <= 1:
        return words.text(SINGLE)
    return words.text(TOLD) % {"n": words.number(sign.deeds), "m": words.number(sign.witnesses)}


def measure(sign: Sign, words: Wording) -> str:
    """What the sign counts."""
    return words.text(SUCH) if sign.head.startswith(RULE) else words.label("measure", sign.head)


def usual(mean: float, words: Wording) -> str:
    """How many are usual, with one decimal; of what hardly ever happens: less than that."""
    if mean >= _LEAST / 2:
        return words.number(round(mean, 1))
    return words.text(RARELY) % {"n": words.number(_LEAST)}


def often(per_year: float, words: Wording) -> str:
    """A rate in words."""
    years = years_to(per_year)
    told = next(message for least, message in OFTEN if years > least)
    number = round(per_year, 1) if years <= OFTEN[1][0] else round(years)
    return words.text(told) % {"n": words.number(number)}


def subject(sign: Sign, words: Wording) -> str:
    """The dyad, the state, or the area that a sign is of, in words."""
    if sign.subject == "area":
        return words.label("area", sign.area)
    return words.dyad(sign.subject)
