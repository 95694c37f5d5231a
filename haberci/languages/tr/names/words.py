"""What a word tells of names by itself: its shape, letters and ending, the lists that hold it, how it is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from haberci.core.lexicon import read_rows
from haberci.core.naming import Group, TitleKind
from haberci.core.recent import Recent
from haberci.languages.tr.casing import lower
from haberci.languages.tr.names.lexicon import STANDING, UNSEEN, Known, NameLexicon
from haberci.languages.tr.naming import load_naming

APOSTROPHE: Final = re.compile("['’‘`´\x91\x92]")
CUES: Final = ("word", "cue", "example")
BEFORE_PERSON: Final = (TitleKind.OFFICE, TitleKind.ENVOY, TitleKind.RANK)
# The small words that tell of a name beside them; the other groups are of what is done with names that were found.
CUED: Final = (
    *(Group.MODIFIER, Group.HONORIFIC, Group.PARTICLE, Group.REPUBLIC, Group.PLACE, Group.CAPITAL, Group.QUANTITY),
    *(Group.COMMON, Group.HOLDING, Group.RULER, Group.CHAIRING, Group.ORIGIN, Group.COUNTRY, Group.REFLEXIVE),
    *(Group.FIRST_PERSON, Group.NOBODY),
)
LONGEST_PART: Final = 4  # letters of a beginning or ending
MOST_HELD: Final = 49_152  # spellings that are kept, and as many of those before them
FIGURES: Final = "?0123456"  # as a word's standing is told
BESIDE: Final = (0, 1, 3, 4, 8)  # places of the figures that tell to the words beside it


class WordType(NamedTuple):
    """What one spelling tells.

    ``shape``, ``sort`` and ``group`` say in short what it tells, to be joined with those beside it. What it tells of
    itself is ``own_features``, which few words are asked for. Features are not kept: they weigh more than all else.
    """

    small: str
    suffix: str | None
    cues: tuple[str, ...]
    shape: str
    sort: str
    group: str
    capital: bool
    known: Known
    lists: str

    @property
    def near(self) -> tuple[str, ...]:
        """What it tells to the words beside it, save for ``beside_features``."""
        return tuple(_near(self)) if self.small else ("B",)


# What a spelling tells, of all that it holds, as in ``haberci.core.span``.
_word_type: Callable[[tuple[Any, ...]], WordType] = partial(tuple.__new__, WordType)
EDGE: Final = WordType("", None, (), "B", "B", "B", False, UNSEEN, "")

_ENDINGS: Final = {
    "loc": "da de ta te dan den tan ten daki deki taki teki",
    "dat": "a e ya ye na ne",
    "gen": "ın in un ün nın nin nun nün",
    "acc": "ı i u ü yı yi yu yü nı ni nu nü",
    "li": "lı li lu lü",
    "ins": "la le yla yle",
}
ENDINGS: Final[Mapping[str, str]] = MappingProxyType({e: kind for kind, es in _ENDINGS.items() for e in es.split()})


def parted(word: str) -> tuple[str, str | None]:
    """A word without what stands behind its apostrophe, and that in small letters (None without an apostrophe)."""
    if word.isalpha():
        return word, None
    found = APOSTROPHE.search(word, 1)
    return (word, None) if found is None else (word[: found.start()], lower(word[found.end() :]))


def capitals(words: Sequence[str]) -> list[int]:
    """The places of the words with a capital."""
    return [at for at, word in enumerate(words) if word[0].isupper()]


def shape(bare: str) -> str:
    """The capitals and figures of a word without its suffix: ``Xx``, ``XX``, ``x``, ``0``, ``p`` for a mark."""
    if bare.isalpha():
        if bare.islower():
            return "x"
        if bare.isupper():
            return "XX" if len(bare) > 1 else "X"
        return "m" if not bare[0].isupper() else "Xx" if bare[1:].islower() else "XxX"
    if bare[0].isdigit():
        return "0x" if any(map(str.isalpha, bare)) else "0"
    return ("X." if bare[0].isupper() else "x.") if any(map(str.isalnum, bare)) else "p"


@cache
def name_cues() -> Mapping[str, tuple[str, ...]]:
    """Words that tell of a name beside them: titles by kind, small words by group, and those of ``name_cues.tsv``."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_rows("tr/name_cues.tsv", CUES):
        row.needs("example")
        found[row.needs("word")].add(row.needs("cue"))
    naming = load_naming()
    for key in naming.topics:
        found[key[-1]].add("topic")
    for group in CUED:
        for word in naming.words[group]:
            found[word].add(group.value)
    for key, forms in naming.forms.items():
        found[key[-1]].update(cue for form in forms for cue in _title_cues(form.title.kind, form.possessed))
    return MappingProxyType({word: tuple(sorted(cues)) for word, cues in found.items()})


@cache
def _title_cues(kind: TitleKind, possessed: bool) -> tuple[str, ...]:
    told = "t" + kind + "P" * possessed
    return (told, "before-person") if kind in BEFORE_PERSON else (told,)


class WordReader:
    """Reads words with a lexicon, and keeps what it read."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self._lexicon = lexicon
        self._cues = dict(name_cues())
        self._held = Recent(self._read, MOST_HELD)

    def read(self, word: str) -> WordType:
        """What a spelling tells."""
        return self._held[word]

    def _read(self, word: str) -> WordType:
        bare, suffix = parted(word)
        small, figure, capital = lower(bare), shape(bare), bare[0].isupper()
        known, cues = self._lexicon.known(small), self._cues.get(small, ())
        classes = _classes(known, capital)
        lists = known.lists + "o" * small.endswith("oğlu") if capital else ""
        sort = lists[0] if lists else cues[0] if cues else ""
        group = classes[0] if classes else "-"
        figure += "a" * (suffix is not None)
        return _word_type((small, suffix, cues, figure, sort, group, capital, known, lists))


def _near(word: WordType) -> list[str]:
    """What a spelling tells to the words beside it: its letters and shape, its use, the words and lists it is among."""
    small, suffix, cues, figure, _, _, capital, known, lists = word
    if suffix is None:
        found = ["w=" + small, "sh=" + figure, "suf=-"]
    else:
        found = ["w=" + small, "sh=" + figure[:-1], "suf=" + ENDINGS.get(suffix, "x")]
    if small[0].isalpha():
        found.append(f"sm={known.small[0]}{'c' * capital}")
    found += cues
    if capital:
        found += [cue + "C" for cue in cues]
    return [*found, *_classes(known, capital), *["g=" + name for name in lists]]


def own_features(word: WordType) -> list[str]:
    """What a spelling tells of itself."""
    placed = standing_figures(word)
    told = [feature for place, figure in enumerate(placed) for feature in standing_features(place, figure, placed[-1])]
    return [*word.near, *private_features(word), *told]


def private_features(word: WordType) -> list[str]:
    """What a spelling tells of itself alone, and not to the words beside it, save for ``standing_features``."""
    return [*_letters(word.small, word.capital), *usage_features(word)]


def standing_figures(word: WordType) -> str:
    """How the word stands with a capital, if it has one here: ``Known.standing``."""
    return word.known.standing if word.capital else ""


def standing_features(place: int, figure: str, seen: str) -> tuple[str, ...]:
    """What a word tells of itself by one figure of its standing; ``seen``, the last one, says how often it was seen."""
    kind = f"{place}:{figure}"
    return (kind, ("h" if seen > "3" else "l") + kind) if place < STANDING - 1 else (kind,)


def beside_features(place: int, figure: str) -> tuple[str, ...]:
    """What a word tells to those beside it by one figure of its standing."""
    return (f"N{place}:{figure}",) if place in BESIDE else ()


def _classes(known: Known, capital: bool) -> tuple[str, ...]:
    """The classes of a word's neighbours, the coarsest first."""
    return _class_features((known.capital_class or known.small_class) if capital else known.small_class)


@lru_cache(maxsize=4096)  # far fewer classes are there than words
def _class_features(classes: str) -> tuple[str, ...]:
    return tuple([f"c{level}={name}" for level, name in enumerate(classes.split(",")) if name])


def _letters(small: str, capital: bool) -> list[str]:
    found = [f"p{k}={small[:k]}" for k in range(1, LONGEST_PART + 1) if len(small) > k]
    found += [f"s{k}={small[-k:]}" for k in range(1, LONGEST_PART + 1) if len(small) > k]
    return [*found, "C" + small[-3:]] if capital and len(small) > 3 else found


def usage_features(word: WordType) -> list[str]:
    """What a word tells of itself by the lists that hold it, and by how it is used."""
    known, lists, capital = word.known, word.lists, word.capital
    found = [f"sm={known.small}{'c' * capital}"]
    if not capital:
        return found
    found += ["gs=" + lists, f"gsm={lists}{known.small[0]}"]
    return found if known.standing else [*found, "unseen"]
