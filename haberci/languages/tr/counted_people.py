"""The people that a number in a Turkish sentence counts, and what is a measure of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from haberci.core.morph import ABL, ACC, DAT, GEN, INS, LOC, Pos
from haberci.core.report import Token
from haberci.languages.tr.amounts import Amount, toll_words

PEOPLE_NEAR: Final = 5  # words between a number and the people that it counts
_DEMONYM: Final = re.compile(r"l[ıiuü](?:n[ıiuü]n|y[ıiuü]|y[ae])?$")  # people by where they come from: "Gazzeli"
_OTHER_CASES: Final = (ACC, DAT, LOC, ABL, INS)  # of a word between a number and people that it does not count


def people_of(tokens: Sequence[Token], amount: Amount, stop: int) -> int | None:
    """The word for the people whom a number counts."""
    for at in range(amount.last, min(amount.last + PEOPLE_NEAR, stop)):
        if is_people(tokens[at]):
            return None if tokens[at].morph.plural else at
        morph = tokens[at].morph
        counted = morph.pos is Pos.NUM and tokens[at].lower != "bir"
        if morph.is_verb or counted or morph.case in _OTHER_CASES:
            return None
    return None


def own(tokens: Sequence[Token], amount: Amount, at: int) -> bool:
    """Whether the people counted own what a noun tells: "üç kadının ölümüne yol açtı"."""
    people = (tokens[n] for n in range(max(amount.last, at - 2), at) if at - amount.last <= PEOPLE_NEAR)
    return any(is_people(token) and token.morph.case is GEN and not token.morph.plural for token in people)


def are_found(tokens: Sequence[Token], amount: Amount, at: int) -> bool:
    """Whether the people counted were found so: "7 militanı ölü ele geçirdi"."""
    people = people_of(tokens, amount, at)
    return people is not None and people == at - 1 and tokens[people].morph.case is ACC


def is_people(token: Token) -> bool:
    """Whether a word names people: by the table, or by where they come from ("Gazzeli")."""
    people = toll_words()["people"]
    if token.morph.lemma.replace("İ", "i").casefold() in people or token.lower in people:
        return True
    return token.text[:1].isupper() and not token.morph.is_verb and bool(_DEMONYM.search(token.lower))


def is_measure(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a number measures something else: years, kilometres, a share in a hundred."""
    units = toll_words()["unit"]
    behind = tokens[amount.last] if amount.last < len(tokens) else None
    before = tokens[amount.first - 1].lower if amount.first else ""
    if before in ("yüzde", "%", "("):
        return True
    return behind is not None and (behind.lower in units or behind.morph.lemma in units)
