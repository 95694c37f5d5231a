"""The people, places and organisations that a report names, without the suffixes behind them.

A recogniser (``names_model``) finds them by their words; honorifics in front of people are no part of their names,
people joined by "ve" are several, and an acronym means the long form that the report once gives beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from haberci.core.language import NameFound
from haberci.core.naming import Group
from haberci.core.report import MentionKind, Token
from haberci.core.rule import Rule
from haberci.languages.tr.names.acronyms import Pair, acronym_pairs
from haberci.languages.tr.names.model import shipped_recogniser
from haberci.languages.tr.names.texts import spans
from haberci.languages.tr.names.words import parted
from haberci.languages.tr.naming import load_naming

_PERSON = MentionKind.PERSON  # by names of their own, as in ``core.morph``
RULES: Final = (
    Rule(
        "name.recognised",
        "a person, place or organisation by its words, by what stands beside it and elsewhere in the report",
        "Yazar Elmira Sadıkova, Niğde'de konuştu.",
    ),
    Rule("name.joined", "people joined in one row", "Törene Leyla Ersan ve Nuri Tok katıldı."),
    Rule(
        "name.acronym",
        "an organisation with its acronym or its long form beside it in brackets",
        "Kolektif Güvenlik Antlaşması Örgütü (KGAÖ) toplandı.",
    ),
    Rule(
        "name.acronym-again",
        "an acronym that the report explained before",
        "Ege Ormanlarını Koruma Derneği (EOKD) kuruldu. EOKD üye arıyor.",
    ),
)
SORTS: Final = {"PER": MentionKind.PERSON, "LOC": MentionKind.PLACE, "ORG": MentionKind.ORGANISATION}
JOINERS: Final = frozenset({"ve", "ile", ",", "-", "&"})


def names(sentences: Sequence[Sequence[Token]]) -> list[NameFound]:
    """The names in the sentences of one report, in order; they do not overlap."""
    words = [[token.text for token in sentence] for sentence in sentences]
    labels = shipped_recogniser().label(words)
    found = [list(_recognised(number, sentence, labels[number])) for number, sentence in enumerate(sentences)]
    pairs = acronym_pairs(words, [[(n.first, n.last) for n in row if n.kind is _BODY] for row in found])
    if pairs:
        meanings = _meanings(pairs)
        found = [_with_pairs(n, sentence, found[n], pairs, meanings) for n, sentence in enumerate(sentences)]
    return list(chain.from_iterable(found))


_BODY: Final = MentionKind.ORGANISATION


def _recognised(number: int, tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[NameFound]:
    for first, last, kind in spans(labels) if labels.count("O") < len(labels) else ():
        sort = SORTS[kind]
        if sort is not _PERSON:
            yield _name(number, tokens, first, last, sort, "name.recognised")
            continue
        parts = list(_people(tokens, first, last))
        for start, stop in parts:
            yield _name(number, tokens, start, stop, sort, "name.joined" if len(parts) > 1 else "name.recognised")


def _people(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The people in a stretch: cut where they are joined, and without the honorifics in front."""
    start = first
    for at in range(first, last + 1):
        if at < last and tokens[at].lower not in JOINERS:
            continue
        while start < at - 1 and tokens[start].lower in load_naming().words[Group.HONORIFIC]:
            start += 1
        if start < at:
            yield start, at
        start = at + 1


def _name(
    number: int, tokens: Sequence[Token], first: int, last: int, kind: MentionKind, rule: str, long: str | None = None
) -> NameFound:
    return NameFound(number, first, last, kind, spelled(tokens[first:last]), rule, long)


def spelled(tokens: Sequence[Token]) -> str:
    """A name as written, the last word without what stands behind its apostrophe."""
    text = ""
    for at, token in enumerate(tokens):
        word = parted(token.text)[0] if at == len(tokens) - 1 else token.text
        text += (" " if at and tokens[at - 1].span.stop < token.span.start else "") + word
    return text


def _with_pairs(
    number: int, tokens: Sequence[Token], found: list[NameFound], pairs: Sequence[Pair], meanings: Mapping[str, str]
) -> list[NameFound]:
    """The names of a sentence with the acronyms that the report explains, and with the long forms beside them."""
    told: dict[int, NameFound] = {}
    for pair in pairs:
        if pair.sentence == number:
            long = spelled(tokens[pair.first : pair.last])
            for first, last in ((pair.first, pair.last), (pair.at, pair.at + 1)):
                told[first] = _name(number, tokens, first, last, _BODY, "name.acronym", long)
    for at, token in enumerate(tokens):
        long_form = meanings.get(parted(token.text)[0]) if token.text[0].isupper() else None
        if long_form is not None and not any(n.first <= at < n.last for n in told.values()):
            told[at] = _name(number, tokens, at, at + 1, _BODY, "name.acronym-again", long_form)
    kept = [n for n in found if not any(n.first < t.last and t.first < n.last for t in told.values())]
    return sorted([*kept, *told.values()], key=lambda name: name.first)


def _meanings(pairs: Sequence[Pair]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        found.setdefault(pair.acronym, pair.long)
    return found
