"""How many people a Turkish sentence tells dead, wounded, arrested or displaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.facts import Harm
from haberci.core.language import StruckFound, TollFound
from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import ABL, FINITE, GEN, Form, Morph, Pos
from haberci.core.report import Token
from haberci.core.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule("toll.counted", "a number of people before the word for what befell them", "En az 15 kişi öldü."),
    Rule("toll.share", "a part of those counted, told apart", "1'i sağ 22 terörist etkisiz hale getirildi."),
    Rule("toll.named", "one person named as struck, where nobody is counted", "Çavuş Seyit Yalçın şehit oldu."),
    Rule("toll.raised", "the number behind the count of the dead or wounded", "Ölü sayısı 15'e yükseldi."),
)  # fmt: skip
NOUN, SHARE = "noun", "share"
COLUMNS: Final = ("kind", "word", "value", "example")
_DIGITS: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:['’](\w+))?$")
_ABLATIVE: Final = re.compile(r"(?:den|dan|ten|tan)$")
_OWNED: Final = ("i", "ı", "u", "ü", "si", "sı", "su", "sü", "inin", "ının", "unun", "ünün")
_PEOPLE_NEAR: Final = 5  # words between a number and the people that it counts
_HARM_NEAR: Final = 14  # words between a number and the verb
_COUNT: Final = "sayısı"
_SUFFERED: Final = frozenset(
    {"öl", "kaybet", "yitir", "ver", "ol", "düş", "yaralan", "boğ", "kurtul"}
)  # verbs whose subject is struck
_THOUSAND: Final = 1000
_TELLING: Final = (FINITE, Form.DIK, Form.KEN, Form.IP, Form.ARAK)  # forms of a verb that tells what befell its subject


class Amount(NamedTuple):
    """A number in a sentence: words ``first`` to ``last``; ``share``: it tells a part of those counted."""

    first: int
    last: int
    value: int
    least: bool
    about: bool
    share: bool


class Cue(NamedTuple):
    """What befell people: at word ``at``, in the way that the table has it (empty, noun or share)."""

    at: int
    harm: Harm
    way: str


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    kinds = ("number", "share", "least", "about", "people", "unit", *map(str, Harm))
    for row in read_rows("tr/tolls.tsv", COLUMNS):
        row.needs("example")
        way = row["value"] if row["value"] in (NOUN, SHARE) else ""
        key = f"{row.needs('word')}:{way}" if row["kind"] in set(map(str, Harm)) else row.needs("word")
        found.setdefault(row.one_of("kind", kinds), {})[key] = row
    return found


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[tuple[Harm, str, tuple[str, ...]], ...]]:
    """By lemma or word: what befalls, the way, and the words one of which must stand before."""
    found: dict[str, tuple[tuple[Harm, str, tuple[str, ...]], ...]] = {}
    for harm in Harm:
        for row in _table()[harm.value].values():
            way = row["value"] if row["value"] in (NOUN, SHARE) else ""
            before = () if way else row.many("value")
            found[row["word"]] = (*found.get(row["word"], ()), (harm, way, before))
    return found


def tolls(tokens: Sequence[Token]) -> list[TollFound]:
    """The numbers of people struck: (first, last, harm, least, most, about, rule id), in order."""
    cues = list(_cues_of(tokens))
    if not cues:
        return []
    found: list[TollFound] = []
    parts: list[tuple[Amount, Cue]] = []
    for amount in _amounts(tokens):
        cue = _cue_of(tokens, amount, cues)
        if cue is None:
            continue
        if cue.way == SHARE:
            parts.append((amount, cue))
            continue
        if amount.share and not _is_share_of_harm(tokens, amount, cue):
            continue
        for part, told in parts:
            amount = amount._replace(value=amount.value - part.value) if told.harm is not cue.harm else amount
            found.append(_told(part, told, "toll.share"))
        parts = []
        found.append(_told(amount, cue, "toll.raised" if cue.at < amount.first else "toll.counted"))
    return sorted(found)


def struck(tokens: Sequence[Token]) -> list[StruckFound]:
    """The verbs that tell what befell people: (word, harm, whether it is the subject whom it befell)."""
    verbs = (cue for cue in _cues_of(tokens) if not cue.way and tokens[cue.at].morph.form in _TELLING)
    return [(cue.at, cue.harm, _is_of_subject(tokens[cue.at].morph)) for cue in verbs]


def _is_of_subject(morph: Morph) -> bool:
    return morph.passive or morph.lemma in _SUFFERED


def _told(amount: Amount, cue: Cue, rule: str) -> TollFound:
    first, last = amount.first, max(amount.last, cue.at + 1) if rule != "toll.share" else cue.at + 1
    most = None if amount.least else amount.value
    return min(first, cue.at), last, cue.harm, amount.value, most, amount.about, rule


def _is_share_of_harm(tokens: Sequence[Token], amount: Amount, cue: Cue) -> bool:
    """Whether a part of people is what the verb is about: "beş kişiden ikisi öldü", "üçü yaralandı"."""
    return cue.at - amount.last <= 1 and tokens[cue.at].morph.is_verb


def _cues_of(tokens: Sequence[Token]) -> Iterator[Cue]:
    table = _cues()
    for at, token in enumerate(tokens):
        verb = token.morph.is_verb
        for harm, way, before in table.get(token.morph.lemma if verb else token.lower.split("'")[0], ()):
            if bool(way) is verb:
                continue
            near = {t.lower for t in tokens[max(0, at - 2) : at]}
            if (not before or near.intersection(before)) and not token.morph.negative:
                yield Cue(at, harm, way)
                break
        else:
            if not verb and (kind := _of_count(token)):
                yield Cue(at, kind, NOUN)


def _of_count(token: Token) -> Harm | None:
    """Those dead or wounded as a noun: "ölenlerin sayısı"."""
    word = token.lower
    if word in ("ölenlerin", "ölülerin", "hayatını kaybedenlerin"):
        return Harm.DEAD
    return Harm.WOUNDED if word in ("yaralananların", "yaralıların") else None


def _cue_of(tokens: Sequence[Token], amount: Amount, cues: Sequence[Cue]) -> Cue | None:
    """What befell those whom a number counts."""
    stop = min(len(tokens), amount.last + _HARM_NEAR)
    if _is_measure(tokens, amount):
        return None
    raised = next((c for c in reversed(cues) if c.at < amount.first and _raises(tokens, c, amount)), None)
    if raised is not None:
        return raised
    for cue in cues:
        if not amount.last <= cue.at < stop:
            continue
        if cue.way == SHARE or (cue.way == NOUN and cue.at == amount.last):
            if cue.way == SHARE and not (amount.share and cue.at == amount.last):
                continue
            return cue
        if cue.way == "" and (amount.share or _counts_people(tokens, amount, cue.at)):
            return None if _is_either(tokens, cue, cues) else cue
    return None


def _raises(tokens: Sequence[Token], cue: Cue, amount: Amount) -> bool:
    """Whether a count is told behind its noun: "ölü sayısı 15'e yükseldi"."""
    between = [t.lower for t in tokens[cue.at + 1 : amount.first]]
    return _COUNT in between[:2] and len(between) <= _PEOPLE_NEAR


def _is_measure(tokens: Sequence[Token], amount: Amount) -> bool:
    units = _table()["unit"]
    behind = tokens[amount.last] if amount.last < len(tokens) else None
    before = tokens[amount.first - 1].lower if amount.first else ""
    if before in ("yüzde", "%", "("):
        return True
    return behind is not None and (behind.lower in units or behind.morph.lemma in units)


def _counts_people(tokens: Sequence[Token], amount: Amount, stop: int) -> bool:
    people = _table()["people"]
    for at in range(amount.last, min(amount.last + _PEOPLE_NEAR, stop)):
        morph = tokens[at].morph
        if morph.lemma.replace("İ", "i").casefold() in people:
            others = (ABL, GEN) if tokens[stop].morph.form is FINITE else (ABL,)
            return not morph.plural and morph.case not in others  # "beş kişiden ikisi", "iki polisin ateşiyle öldü"
        if morph.is_verb or (morph.pos is Pos.NUM and tokens[at].lower != "bir"):
            return False
    return False


def _is_either(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the number counts dead and wounded together: "yaralandığı ya da öldüğü"."""
    behind = tokens[cue.at + 1].lower if cue.at + 1 < len(tokens) else ""
    return behind in ("ya", "veya") and any(0 < c.at - cue.at <= _PEOPLE_NEAR + 1 for c in cues)


def _amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    at = 0
    while at < len(tokens):
        found = _amount(tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


def _amount(tokens: Sequence[Token], at: int) -> Amount | None:
    """The number that begins at a word: digits, number words, or both ("39 bin", "bin 723", "üçü")."""
    total, group, last, tail = 0, 0, at, ""
    shares = _table()["share"]
    while last < len(tokens) and not tail:
        value, tail, multiplies = _word_value(tokens[last].lower)
        if value is None:
            break
        if multiplies:
            total, group = total + max(1, group) * value, 0
        elif value == 100 and group:
            group *= value
        else:
            group += value
        last += 1
    if last == at:
        word = tokens[at].lower
        return (
            _bounded(tokens, Amount(at, at + 1, int(shares[word]["value"]), False, False, True))
            if word in shares
            else None
        )
    return _bounded(tokens, Amount(at, last, total + group, False, False, tail in _OWNED))


def _word_value(word: str) -> tuple[int | None, str, bool]:
    """A number word's value, its tail, and whether it multiplies what stands before it."""
    match = _DIGITS.match(word)
    if match:
        return int(match[1].replace(".", "")), match[2] or "", False
    numbers = _table()["number"]
    stem, tail = word, ""
    if word not in numbers and (cut := _ABLATIVE.search(word)):
        stem, tail = word[: cut.start()], cut.group()
    if stem not in numbers:
        return None, "", False
    value = int(numbers[stem]["value"])
    return value, tail, value >= _THOUSAND


def _bounded(tokens: Sequence[Token], amount: Amount) -> Amount:
    """With what the words around say of how exact it is."""
    table = _table()
    before = {t.lower for t in tokens[max(0, amount.first - 1) : amount.first]}
    behind = {t.lower for t in tokens[amount.last : amount.last + 1]}
    around = before | behind
    least = bool(around & table["least"].keys())
    return amount._replace(least=least, about=bool(around & table["about"].keys()), share=amount.share and not least)
