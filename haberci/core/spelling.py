"""How a name sounds, whatever it is spelled in: Turkish agency spelling, English, and Russian in Cyrillic letters.

A word's *keys* are rows of sounds by ``spelling_letters.tsv`` and ``spelling_rules.tsv``: small letters are consonants,
``S``, ``C`` and ``J`` those of ``şam``, ``çam`` and ``cam``; the vowels are ``A`` (a, e), ``U`` (o, ö, u, ü) and ``I``
(ı, i). ``Caparov``, ``Japarov``, ``Zhaparov`` and ``Жапаров`` all have the key ``JApArUv``. A spelling that can be read
in several ways (``c`` in Caparov, Macron and Vucic) has several keys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.lexicon import read_rows

LETTERS: Final = ("letters", "sound", "example")
RULES: Final = ("from", "to", "example")
SILENT: Final = "-"
WORDS_HELD: Final = 50_000
MOST_KEYS: Final = 16
_VOWELS: Final = str.maketrans({"a": "A", "e": "A", "o": "U", "u": "U", "i": "I", "y": "I"})
_PLAIN: Final = str.maketrans("CSJH", "csjh")
_HARD: Final = str.maketrans("dbz", "tps")  # at the end of a word: Ahmet, Ahmed
_GLIDE: Final = re.compile(r"(?<=[aeiou])y|y(?=[aeiou])")
_RUN: Final = re.compile(r"[AUI]{2,}")
_TWICE: Final = re.compile(r"([a-zCSJ])\1+")
_ENDING: Final = re.compile(r"(?<=..)['’][^\W\d_]{1,8}$")


class Spelling(NamedTuple):
    """The tables: each letter's sound, and what a row of sounds may be read as, the longest row first."""

    letters: Mapping[int, str]
    rules: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]


@cache
def load_spelling() -> Spelling:
    """The tables of letters and rules; raises LexiconError naming file and line when a row is wrong."""
    letters: dict[int, str] = {}
    for row in read_rows("actors/spelling_letters.tsv", LETTERS):
        row.needs("example")
        for letter in row.needs("letters"):
            if ord(letter) in letters:
                raise row.error(f"the letter {letter} stands twice")
            letters[ord(letter)] = "" if row["sound"] == SILENT else row.needs("sound")
    rules: dict[str, tuple[str, ...]] = {}
    for row in read_rows("actors/spelling_rules.tsv", RULES):
        row.needs("example")
        if row.needs("from") in rules:
            raise row.error(f"{row['from']} stands twice")
        rules[row["from"]] = tuple("" if sound == SILENT else sound for sound in row.many("to"))
    longest_first = sorted(rules, key=len, reverse=True)
    return Spelling(MappingProxyType(letters), MappingProxyType(rules), re.compile("|".join(longest_first)))


def letters_of(word: str) -> str:
    """A word in the letters of the tables, capitals and marks gone; signs that are no letters fall out."""
    table = load_spelling().letters
    found = word.translate(table)
    if found.isascii() and found.isalnum():
        return found
    bare = (c for c in unicodedata.normalize("NFKD", unicodedata.normalize("NFC", word).translate(table)))
    return "".join(c.translate(table) if ord(c) in table and c not in "CSJH" else c for c in bare if c.isalnum())


@lru_cache(WORDS_HELD)
def plain(word: str) -> str:
    """A word in small letters without marks: ``Çavuşoğlu`` and ``Cavusoglu`` are ``cavusoglu``."""
    return letters_of(word).translate(_PLAIN)


def without_ending(word: str) -> str:
    """A word without what Turkish hangs on behind an apostrophe: ``Caparov'un`` is ``Caparov``."""
    return word if word.isalpha() else _ENDING.sub("", word)


@lru_cache(WORDS_HELD)
def keys(word: str) -> frozenset[str]:
    """How a word may sound."""
    spelling, letters = load_spelling(), letters_of(word)
    parts: list[tuple[str, ...]] = []
    at = 0
    for found in spelling.pattern.finditer(letters):
        inside = found.start() > 0 and found.end() < len(letters)  # only at an edge a sound may be silent
        sounds = tuple(sound for sound in spelling.rules[found[0]] if sound or not inside)
        parts += [(letters[at : found.start()],), sounds]
        at = found.end()
    parts.append((letters[at:],))
    readings = ("".join(choice) for _, choice in zip(range(MOST_KEYS), product(*parts), strict=False))
    return frozenset(map(_key, readings))


def _key(sounds: str) -> str:
    sounds = _GLIDE.sub("", sounds).translate(_VOWELS)
    sounds = _TWICE.sub(r"\1", _RUN.sub(_vowel, sounds))
    return sounds[:-1] + sounds[-1:].translate(_HARD)


def _vowel(found: re.Match[str]) -> str:
    """One vowel of a run of them: a glide of i falls out, and a vowel that stands twice stands once."""
    kept = found[0].replace("I", "") or "I"
    return "".join(c for n, c in enumerate(kept) if n == 0 or kept[n - 1] != c)


@lru_cache(WORDS_HELD)
def skeletons(word: str) -> frozenset[str]:
    """The consonants of each key: what words are looked up by before their vowels are compared."""
    return frozenset(skeleton(key) for key in keys(word))


def skeleton(key: str) -> str:
    """The consonants of a key."""
    return key.translate(_NO_VOWELS)


_NO_VOWELS: Final = str.maketrans("", "", "AUI")
# Consonants by which a word is known though one of its vowels differs: Rahmon, Rahman; Hasan is no Hüseyin.
ENOUGH: Final = 4


def sound_alike(left: str, right: str) -> bool:
    """Whether two words can be spellings of one: the same sounds, or, in a long word, with one other vowel inside."""
    if plain(left) == plain(right):
        return True
    shared = skeletons(left) & skeletons(right)
    if not shared:
        return False  # as nearly always
    if not keys(left).isdisjoint(keys(right)):
        return True
    if not any(len(consonants) >= ENOUGH for consonants in shared):
        return False
    pairs = ((a, b) for a in keys(left) for b in keys(right) if skeleton(a) == skeleton(b))
    return any(len(skeleton(a)) >= ENOUGH and _vowels_near(a, b) for a, b in pairs)


def may_begin(first: str, word: str) -> bool:
    """Whether a longer word may begin with another by their consonants, of which the last may sound otherwise in it."""
    longer = skeletons(word)
    return any(other.startswith(consonants[:-1]) for consonants in skeletons(first) for other in longer)


def _vowels_near(left: str, right: str) -> bool:
    """One vowel other or missing. The end of a word tells a woman's name from a man's: Aliyev, Aliyeva."""
    ends = {left[-1] if left[-1] in "AUI" else "", right[-1] if right[-1] in "AUI" else ""}
    if len(ends) > 1 and ends != {"A", "U"}:
        return False
    if len(left) == len(right):
        return sum(a != b for a, b in zip(left, right, strict=True)) == 1
    short, long = sorted((left, right), key=len)
    return len(long) - len(short) == 1 and any(long[:n] + long[n + 1 :] == short for n in range(1, len(long)))
