"""The Turkish words for offices, bodies and kinds of people, with all their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Final

from haberci.core.actors import SECTORS, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.lexicon import Row, read_rows
from haberci.core.naming import Bare, Group, NamingTable, Title, TitleForm, TitleKind
from haberci.core.term_tables import load_offices
from haberci.languages.tr.inflection import NounForm, noun_forms, own_forms, plural_forms, possessed_forms
from haberci.languages.tr.name_endings import endings

TITLES: Final = ("word", "form", "kind", "sector", "bare", "example")
TOPICS: Final = ("word", "sector", "example")
OFFICE_WORDS: Final = ("word", "office", "example")
PEOPLES: Final = ("word", "homes", "example")
BANDS: Final = ("word", "sector", "example")
KINDS: Final = ("word", "marks", "example")
METONYMS: Final = ("town", "code", "example")
GROUNDS: Final = ("place", "group", "example")
BYNAMES: Final = ("title", "group", "example")
HOSTAGES: Final = ("holder", "of", "example")
WORD_TABLES: Final = ("name_words", "foreign_names")
FORMS: Final = ("", "poss", "fixed", "front")
TITLE_KINDS, ALONE = tuple(TitleKind), tuple(Bare)  # listed once: every row is held against them


@cache
def load_naming() -> NamingTable:
    """Read ``data/tr/titles.tsv``, ``topics.tsv``, ``office_words.tsv``, ``name_words.tsv`` and ``foreign_names.tsv``.

    And ``communities.tsv`` and ``bands.tsv``, of which each makes a title with each: "Dürzi güçler".
    Raises LexiconError on a wrong row.
    """
    forms = {key: _unrestricted_first(found) for key, found in _titles().items()}
    topics = {tuple(row.needs("word").split()): _sector(row) for row in read_rows("tr/topics.tsv", TOPICS)}
    return NamingTable(
        forms=MappingProxyType(forms),
        topics=MappingProxyType(topics),
        endings=endings(),
        words=_words(),
        openings=frozenset(key[0] for key in (*forms, *topics)),
        offices=MappingProxyType(_offices()),
        homes=MappingProxyType(_homes()),
        metonyms=MappingProxyType(_metonyms()),
        kinds=MappingProxyType(_kinds()),
        grounds=MappingProxyType(_grounds()),
        bynames=MappingProxyType(_bynames()),
        hostages=MappingProxyType(_hostages()),
        home="TUR",
    )


def _unrestricted_first(forms: list[TitleForm]) -> tuple[TitleForm, ...]:
    """Of two titles with one form ("terörist", "teröristler") the one that may stand alone goes first."""
    return tuple(sorted(forms, key=lambda form: form.title.bare is not Bare.YES) if len(forms) > 1 else forms)


def _titles() -> dict[tuple[str, ...], list[TitleForm]]:
    forms: dict[tuple[str, ...], list[TitleForm]] = {}
    for title, form_of in chain(_listed(), ((title, "fixed") for title in _bands())):
        words = title.word.split()
        own = own_forms(words[-1]) if title.kind is TitleKind.PEOPLE and len(words) == 1 else ()
        for form in (*_inflected(words[-1], form_of), *own):
            key = (*words[:-1], form.text)
            readings = forms.setdefault(key, [])
            reading = TitleForm(title, form.case, form.possessed, form.plural)
            if reading not in readings:
                readings.append(reading)
    return forms


def _listed() -> Iterator[tuple[Title, str]]:
    """The titles of ``titles.tsv``, each with the forms that it has."""
    for row in read_rows("tr/titles.tsv", TITLES):
        kind, bare = TitleKind(row.one_of("kind", TITLE_KINDS)), Bare(row.one_of("bare", ALONE))
        row.needs("example")
        word = " ".join(row.needs("word").split())
        yield Title(word, kind, _sector(row), bare), row.one_of("form", FORMS)


@cache
def _bands() -> Mapping[Title, tuple[str, ...]]:
    """Whom a community and a word for those in arms, or of its own, name together, with their homes: "Dürzi güçler"."""
    words = [(row.needs("word"), _sector(row)) for row in read_rows("tr/bands.tsv", BANDS) if row.needs("example")]
    return {
        Title(f"{row.needs('word')} {word}", TitleKind.PEOPLE, sector, Bare.YES): tuple(row.many("homes"))
        for row in read_rows("tr/communities.tsv", PEOPLES)
        for word, sector in words
        if row.needs("example") and row.needs("homes")
    }


@lru_cache(maxsize=4096)  # many titles end in the same word: "bakanı"
def _inflected(word: str, form: str) -> tuple[NounForm, ...]:
    if form == "poss":
        many = word.endswith(("lar", "ler"))
        plural = iter(()) if many else (f for f in noun_forms(word) if f.possessed and f.plural)
        return (*possessed_forms(word, plural=many), *plural)
    if form == "fixed":
        return tuple(plural_forms(word) if word.endswith(("lar", "ler")) else noun_forms(word))
    return tuple(noun_forms(word, front=form == "front"))


def _sector(row: Row) -> str:
    if row["sector"]:
        row.one_of("sector", (*SECTORS, UNKNOWN_PRINCIPAL))
    return row["sector"]


def _offices() -> dict[str, str]:
    known = load_offices()
    found: dict[str, str] = {}
    for row in read_rows("tr/office_words.tsv", OFFICE_WORDS):
        row.needs("example")
        found[row.needs("word")] = row.one_of("office", known)
    return found


def _homes() -> dict[str, tuple[str, ...]]:
    found = {title.word: homes for title, homes in _bands().items()}
    for row in read_rows("tr/peoples.tsv", PEOPLES):
        row.needs("example")
        row.needs("homes")
        found[row.needs("word")] = tuple(row.many("homes"))
    return found


def _metonyms() -> dict[str, ActorCode]:
    rows = read_rows("tr/metonyms.tsv", METONYMS)
    return {row.needs("town"): _code(row, "code") for row in rows if row.needs("example")}


def _grounds() -> dict[str, tuple[tuple[str, ActorCode], ...]]:
    found: dict[str, tuple[tuple[str, ActorCode], ...]] = {}
    for row in read_rows("tr/grounds.tsv", GROUNDS):
        row.needs("example")
        first, _, rest = row.needs("place").partition(" ")
        found[first] = (*found.get(first, ()), (rest, _code(row, "group")))
    return found


def _bynames() -> dict[str, ActorCode]:
    rows = read_rows("tr/bynames.tsv", BYNAMES)
    return {row.needs("title"): _code(row, "group") for row in rows if row.needs("example")}


def _hostages() -> dict[str, str]:
    rows = read_rows("tr/hostages.tsv", HOSTAGES)
    return {row.needs("holder"): row.needs("of") for row in rows if row.needs("example")}


def _code(row: Row, column: str) -> ActorCode:
    principal, sector = row.needs(column).split(" ")
    row.known("sector", sector, SECTORS)
    return ActorCode(principal, sector)


def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows("tr/kinds.tsv", KINDS):
        row.needs("example")
        row.needs("marks")
        for mark in row.many("marks"):
            found[mark] = (*found.get(mark, ()), row.needs("word"))
    return found


def _words() -> Mapping[Group, frozenset[str]]:
    found: dict[Group, set[str]] = {group: set() for group in Group}
    for row in chain.from_iterable(read_rows(f"tr/{table}.tsv", ("word", "group")) for table in WORD_TABLES):
        found[Group(row.one_of("group", list(Group)))].add(row.needs("word"))
    return MappingProxyType({group: frozenset(words) for group, words in found.items()})
