"""Which armed group a case is against, or a charge names: "PKK'ya yönelik operasyonda", "FETÖ'den tutuklandı"."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import ABL
from haberci.core.report import Mention
from haberci.read.events.lands import REBEL
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

CASE_REACH: Final = 7  # words between a group and the word for the case against it


def group_here(firing: Firing, setting: Setting, words: tuple[str, ...]) -> Filled:
    """The armed group named before a word of belonging, or for the case: "PKK'nın gençlik yapılanması üyesi"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    start = setting.parsed.behind_finite(firing.anchor)
    for number, mention in enumerate(setting.parsed.mentions):
        here = start <= mention.first - base < firing.anchor and is_rebel(mention)
        raided = here and tokens[mention.last - base].lower.startswith(setting.nouns.cases)  # "PKK operasyonunda"
        if not here or (number in firing.clause.subject and not raided):
            continue
        stop = firing.anchor
        if words is not setting.nouns.belonging:
            stop = min(stop, mention.last - base + CASE_REACH)
        charge = mention is charged_with(firing, setting)
        other = mention.case is ABL and not charge  # "örgütten tutuklu eski savcının açtığı davada"
        told = any(token.lower.startswith(words) for token in tokens[mention.last - base - 1 : stop])
        if charge or (told and not other):
            return Filled(_row(setting, number), rule="party.suspected")
    return NOBODY


def charged_with(firing: Firing, setting: Setting) -> Mention | None:
    """The group for belonging to which somebody is seized or loses his post: "iki hakim örgütten tutuklandı"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    before = (m for m in setting.parsed.mentions if m.last - base <= firing.anchor and m.case is ABL and is_rebel(m))
    charges = (m for m in before if not tokens[m.last - base].lower.startswith(setting.nouns.judging))
    return next(charges, None)


def is_rebel(mention: Mention) -> bool:
    """Whether a phrase names an armed group: "PKK'lı"."""
    return any(code.sector == REBEL for code in mention.codes)


def _row(setting: Setting, number: int) -> tuple[Mention, ...]:
    """A group and those that stand in a row with it: "PKK ve DHKP-C'ye yönelik"."""
    mentions = setting.parsed.mentions
    first = last = number
    while last + 1 < len(mentions) and _are_in_row(mentions[last], mentions[last + 1]):
        last += 1
    while first > 0 and _are_in_row(mentions[first - 1], mentions[first]):
        first -= 1
    return mentions[first : last + 1]


def _are_in_row(one: Mention, other: Mention) -> bool:
    """Whether two armed groups stand side by side, at most a conjunction between them."""
    armed = all(is_rebel(mention) for mention in (one, other))
    return armed and other.first - one.last <= 1


def group_before(setting: Setting, reach: int) -> Filled:
    """The armed group that a sentence before, within reach, names last with its members or the case against it."""
    words = (*setting.nouns.belonging, *setting.nouns.cases)
    for parsed in reversed(setting.earlier[-reach:]):
        for mention in parsed.mentions:
            stop = mention.last - parsed.base
            behind = parsed.tokens[stop : stop + CASE_REACH]
            if is_rebel(mention) and any(token.lower.startswith(words) for token in behind):
                return Filled((mention,), rule="party.suspected")
    return NOBODY
