"""What phrases in a row share with the last of them: its case, its kind of force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from haberci.core.actors import AT_LARGE, FORCES, ActorCode
from haberci.core.clause_words import ClauseWords
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, PUNCT, Case, Pos
from haberci.core.report import Mention, MentionKind, Token

HOLDERS: Final = (MentionKind.PERSON, MentionKind.OFFICE)
INHERITED: Final = "mention.inherited"
TWO: Final = 2  # words: what comes, and that it does
STRANGER: Final = 2  # words of its name, at most
WHERE: Final = (LOC, DAT, ABL, ACC)
ROW: Final = 2  # states, at least, that make a row
SEVERAL: Final = (MentionKind.PEOPLE, MentionKind.OFFICE, MentionKind.BODY)
ADJECTIVES: Final = ("mention.adjective", "mention.people")
ROW_RULES: Final = ("mention.titled", "mention.row")


def in_rows(found: list[Mention], tokens: Sequence[Token], words: ClauseWords) -> Iterator[Mention]:
    """The mentions of a report in text order, with what each shares with the others of its row."""
    return _of_all_owners(list(_shared_cases(_shared_sectors(found, tokens, words), tokens, words)), tokens)


def _of_all_owners(found: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[Mention]:
    """What a row of states owns, told in the plural, is of all: "Fransa ve Almanya'nın Tahran'daki büyükelçilikleri".

    An organisation that begins the row is one of them, where they are who acts.
    """
    owning = list(found)
    for k, mention in enumerate(found):
        if mention.rule != INHERITED or not mention.plural or len(mention.codes) != 1 or k < ROW:
            continue
        last = k - 1 - _is_where(found[k - 1], mention)
        first = last
        while first > 0 and _go_together(found[first - 1], found[first], tokens):
            first -= 1
        row = list(found[first : last + 1]) if found[last].last == found[last + 1].first else []
        if len(row) < ROW or any(m.kind is not MentionKind.STATE or m.case is not GEN for m in row):
            continue
        if first > 0 and mention.case is NOM and _begins_row(found[first - 1], found[first], tokens):
            row.insert(0, found[first - 1])
            owning[first - 1] = replace(found[first - 1], case=GEN)
        sector = mention.codes[0].sector
        own = (c if c.sector in AT_LARGE else ActorCode(c.principal, sector) for m in row for c in m.codes)
        owning[k] = replace(mention, codes=tuple(dict.fromkeys(own)))
    return iter(owning)


def _is_where(place: Mention, owned: Mention) -> bool:
    """Whether a place only says where those are whom others own: "Almanya'nın Tahran'daki büyükelçileri"."""
    return place.kind is MentionKind.PLACE and place.case is LOC and place.last == owned.first


def _begins_row(left: Mention, right: Mention, tokens: Sequence[Token]) -> bool:
    """Whether an organisation stands before a comma and a row of states."""
    beside = left.kind is MentionKind.ORGANISATION and left.case is NOM and left.last + 1 == right.first
    return beside and tokens[left.last].text == ","


def _go_together(left: Mention, right: Mention, tokens: Sequence[Token]) -> bool:
    """Whether two states of one case stand side by side in a row."""
    alike = left.case is right.case and left.kind is right.kind and left.last + 1 == right.first
    return alike and tokens[left.last].text != "."


def _shared_cases(found: list[Mention], tokens: Sequence[Token], words: ClauseWords) -> Iterator[Mention]:
    """Equal phrases in a row share the case of the last: "Rusya ve İran'ın"."""
    cases: dict[int, Case] = {}
    open_rows: set[int] = set()  # joined by "ve", so that a comma before goes on with the row
    for k in range(len(found) - 1, -1, -1):
        left, right = found[k], found[k + 1] if k + 1 < len(found) else None
        if left.case is not NOM:
            continue
        if (case := _case_of_stranger(left, right, tokens, words)) is not None:
            cases[left.first] = case
            open_rows.add(left.first)
            continue
        if right is None or not _is_beside(left, right, tokens) or _attributes(left, right):
            continue
        joint = tokens[left.last].lower
        owned = found[k + 2] if k + 2 < len(found) and _leads(left, right, found[k + 2]) else right
        case = cases.get(right.first, owned.case)
        listed = joint == "," and right.first in open_rows
        listed = listed and (_goes_on(found, k, case, tokens) or _comes(found[k : k + 2], case, tokens, words))
        before = tokens[left.first - 1].lower if left.first else None
        joined = joint[0].isalpha() and words.join(joint, before) and (joint not in words.company or case in (GEN, ACC))
        if joined or listed:
            cases[left.first] = case
            if joint not in words.company:
                open_rows.add(left.first)
    return (replace(m, case=cases[m.first]) if m.first in cases else m for m in found)


def _is_beside(left: Mention, right: Mention, tokens: Sequence[Token]) -> bool:
    """Whether one word, or one and a number, stands between two phrases: "3 Kırgız ve 2 Özbek vatandaşı"."""
    behind = tokens[left.last + 1 : right.first]
    return left.last < right.first and all(t.morph.pos is Pos.NUM for t in behind)


def _case_of_stranger(
    place: Mention, after: Mention | None, tokens: Sequence[Token], words: ClauseWords
) -> Case | None:
    """The case of a place that no register has, which ends the row of one that it has: "Hudeyde ve Zemar'da"."""
    if place.kind is not MentionKind.PLACE:
        return None
    at, stop = place.last, after.first if after is not None else len(tokens)
    while at < stop and (tokens[at].text == "," or tokens[at].lower in words.closing):
        closes = tokens[at].text != ","
        name = list(takewhile(lambda t: t.text[0].isupper(), tokens[at + 1 : min(stop, at + 1 + STRANGER)]))
        if not name or name[0].sentence != tokens[place.first].sentence:
            return None
        if closes:
            return next((t.morph.case for t in name if t.morph.case in WHERE), None)
        at += 1 + len(name)
    return None


def _leads(left: Mention, right: Mention, owned: Mention) -> bool:
    """Whether the last of a row of persons is told by whose he is: "Rama, Sandu ve muhalefetin lideri Kor"."""
    persons = left.kind in HOLDERS and owned.kind in HOLDERS and right.kind not in HOLDERS
    return persons and right.case is GEN and right.last == owned.first


def _shared_sectors(found: list[Mention], tokens: Sequence[Token], words: ClauseWords) -> list[Mention]:
    """States in a row before a force in the plural stand for theirs: "Rusya ve Belarus birlikleri".

    So do the adjectives of peoples before whoever is told in the plural: "Fransız ve Alman çiftçiler".
    """
    shared, rowed = list(found), -1
    for k in range(len(found) - 2, -1, -1):
        left, right = shared[k], shared[k + 1]
        if not _is_beside(left, right, tokens) or not (left.codes and right.codes):
            continue
        joint, adjective = tokens[left.last].lower, left.rule in ADJECTIVES and not left.plural
        goes_on = rowed == k + 1 and (adjective or right.kind is MentionKind.STATE)  # "İran, Rus birliklerini vurdu"
        if not ((joint == "," and goes_on) or joint in words.joints):
            continue
        forces = right.codes[0].sector in FORCES and left.kind is MentionKind.STATE and left.case is NOM
        many = right.plural or left.last + 1 < right.first  # "4 Alman ve 3 Çek diplomatı"
        several = many and right.rule in ROW_RULES and (forces or (adjective and right.kind in SEVERAL))
        if (several and len(right.codes) == 1) or (adjective and goes_on):
            code = ActorCode(left.codes[0].principal, right.codes[0].sector)
            rule = left.rule if adjective else "mention.row"
            kind = right.kind if adjective else left.kind
            case = left.case if left.case is GEN else right.case
            shared[k], rowed = replace(left, codes=(code,), rule=rule, plural=True, kind=kind, case=case), k
    return shared


def _goes_on(found: Sequence[Mention], k: int, case: Case, tokens: Sequence[Token]) -> bool:
    """Whether a row goes on over a comma: not where its first would else be the only subject ("Lavrov, A ve B'yi")."""
    here = tokens[found[k].first].sentence
    led = any(m.case is NOM and m.codes for m in found[:k][-3:] if tokens[m.first].sentence == here)
    alike = found[k].kind is found[k + 1].kind and found[k].kind is not MentionKind.PERSON
    return led or (case is GEN and alike)


def _comes(pair: Sequence[Mention], case: Case, tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a row of states is whom something comes from: "Fas, Mısır ve Irak'tan Bişkek'e taziye mesajları geldi".

    Words come by themselves; who comes himself is no row: "Tokayev, Bişkek ve Oş'tan geldi".
    """
    if case is not ABL or any(mention.kind is not MentionKind.STATE for mention in pair):
        return False
    here = takewhile(lambda token: token.sentence == tokens[pair[0].first].sentence, tokens[pair[1].last :])
    told = [token.morph for token in here if token.morph.pos is not PUNCT]
    verb, subject = (told[-1], told[-TWO]) if len(told) > 1 else (None, None)
    return verb is not None and verb.lemma in words.arriving and subject is not None and subject.case is NOM


def _attributes(left: Mention, right: Mention) -> bool:
    return MentionKind.PLACE in (left.kind, right.kind) and left.kind is not right.kind
