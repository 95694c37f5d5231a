"""Restores one word: from the register's names, the counted word forms, its neighbours, harmony, or its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from haberci.languages.tr.casing import fold, lower, upper
from haberci.languages.tr.letters.harmony import last_vowel, restore_suffix
from haberci.languages.tr.letters.known import Restored, known_words
from haberci.languages.tr.letters.model import LetterModel, WordForm, shipped_model
from haberci.languages.tr.letters.names import given_names, named_forms
from haberci.languages.tr.letters.tokens import Written
from haberci.languages.tr.letters.unknown import UnknownWords

MARKED: Final = {"s": "ş", "g": "ğ", "i": "ı", "c": "ç", "o": "ö", "u": "ü"}
CIRCUMFLEX: Final = str.maketrans("âîûÂÎÛ", "aiuAIU")
_CIRCUMFLEXES: Final = frozenset("âîûÂÎÛ")
_LONGEST_ACRONYM: Final = 5
_COMMON: Final = 20  # so often must an acronym be seen to tell Ş from S
_TOLD, _MOSTLY = 8, 0.8  # or so often, where it is seen in no other spelling but by chance
_SHARED: Final = 3  # letters of an acronym that several bodies may have: ŞİÖ, SİÖ
_KEPT: Final = 65536  # answers
_SPELLED: Final = 0.2  # of what an acronym is seen as, more than this is in capitals
SURE: Final = 20  # so often must a form be seen before a capitalised word becomes it by small letters alone
_SMALL: Final = 10  # so much oftener must a form be seen small than with a capital before capitals of it are no name
_ROMAN: Final = re.compile("(?=..)X{0,3}(?:IX|IV|V?I{0,3})")  # as rulers and centuries are counted


class Restorer:
    """Restores words of texts that lost the given letters; remembers what it found last."""

    __slots__ = (
        "_change",
        "_head",
        "_lost",
        "fit",
        "known",
        "model",
        "names",
        "others",
        "suffix",
    )

    def __init__(self, model: LetterModel, lost: frozenset[str], names: Mapping[str, tuple[str, ...]]) -> None:
        self.model = model
        self.names = names
        self.known: dict[str, Restored] = known_words(model.known, lost)  # common words, by their damaged spelling
        self._lost = lost
        self._change = {letter: marked for letter, marked in MARKED.items() if marked in lost}
        self.others = UnknownWords(model, frozenset(self._change))
        # A word in small letters in the capitals of another; a suffix in the harmony of a word. Texts ask for the same.
        self.fit: Callable[[str, str], str | None] = lru_cache(maxsize=_KEPT)(self._fit)
        self._head: Callable[[str, str], str | None] = lru_cache(maxsize=_KEPT)(self._fit_letters)
        self.suffix: Callable[[str, str, bool], Restored] = lru_cache(maxsize=_KEPT)(self._suffix)

    def word(self, raw: str, key: str, written: Written) -> Restored | list[WordForm]:
        """The word (``key`` when it is folded) restored; when it may be several, these, the commonest first."""
        if written <= Written.INITIAL and len(raw) > 1:
            only = self.model.words.only(key)
            if only is not None and (written is Written.SMALL or key not in self.names):
                head = only[0] if only[0] == raw[0] else self._head(raw[0], only[0])
                if head is not None and self._damaged(only[1:]) == raw[1:]:
                    found = head + only[1:]
                    return (raw, "") if found == raw else (found, "letters.lexicon")
        return self._look_up(raw, key, written)

    def name(self, raw: str) -> Restored:
        """A word that is a name: as the register spells it, a given name, or as news write it with a capital."""
        key = fold(raw)
        if len(raw) < 2 or len(key) != len(raw):
            return raw, ""
        known = self._name(raw, key)
        if known is not None:
            return known
        fitted = [word for word in named_forms(key, self.model) if self.fit(raw, word) is not None]
        return self.result(raw, fitted[0], "letters.lexicon") if fitted else (raw, "")

    def has_stem(self, raw: str) -> bool:
        """Whether a word can be taken apart into a stem and its suffixes."""
        return bool(self.others.taken_apart(lower(raw), fold(raw)))

    def _damaged(self, small: str) -> str:
        """Sound letters, small ones, as the damage leaves them."""
        for letter, marked in self._change.items():
            small = small.replace(marked, letter)
        return small

    def _suffix(self, raw: str, base: str, apart: bool) -> Restored:
        """A suffix behind an apostrophe, or ``apart`` from its word, restored by the harmony of ``base`` (restored)."""
        exception = "" if apart else self.model.suffixes.get(fold(base), "")
        if not (exception or apart) and raw == upper(raw) and self._is_spoken(base):
            base = lower(base)
        last = exception or last_vowel(base)
        small = lower(raw).replace("ı", "i") if "ı" in self._lost else lower(raw)
        return self.result(raw, restore_suffix(small, last, self._lost), "letters.suffix")

    def _is_spoken(self, base: str) -> bool:
        """Whether what stands in capitals is mostly seen as a word or name, and not as an acronym."""
        key = fold(base)
        seen = sum(form.total for form in self.model.forms(key))
        spelled = sum(map(int, self.model.acronyms.get(key, "").split()[1::2]))
        return len(base) > 2 and seen > SURE and spelled < _SPELLED * seen

    def _fit(self, raw: str, word: str) -> str | None:
        """``word`` (in small letters) in the capitals of ``raw``, None when other letters than the lost ones differ."""
        if len(raw) != len(word):
            return None
        plain = _CIRCUMFLEXES.isdisjoint(raw)
        if plain and raw.islower():
            return word if self._damaged(word) == raw else None
        rest = word[1:]
        if plain and raw[1:].islower():
            if self._damaged(rest) != raw[1:]:
                return None
            head = self._head(raw[:1], word[:1])
            return None if head is None else head + rest
        return self._fit_letters(raw, word)

    def _fit_letters(self, raw: str, word: str) -> str | None:
        found = []
        for have, want in zip(raw.translate(CIRCUMFLEX), word, strict=True):
            if have == want:
                found.append(want)
            elif have == "I" and "ı" in self._lost:
                if want not in "iı":
                    return None
                found.append("İ" if want == "i" else "I")
            else:
                small = lower(have)
                if small != want and self._change.get(small) != want:
                    return None
                found.append(upper(want) if small != have else want)
        return "".join(h if h in "âîûÂÎÛ" else f for h, f in zip(raw, found, strict=True))

    def fitting(self, raw: str, forms: Sequence[WordForm]) -> list[WordForm]:
        """The forms that the word may have been."""
        if not forms:
            return []
        plain = _CIRCUMFLEXES.isdisjoint(raw)
        if plain and raw.islower():
            return [form for form in forms if self._damaged(form.word) == raw]
        rest = raw[1:]
        if plain and rest.islower():
            alike = [form for form in forms if self._damaged(form.word[1:]) == rest]
            return [form for form in alike if self._head(raw[:1], form.word[:1]) is not None]
        return [form for form in forms if self.fit(raw, form.word) is not None]

    def result(self, raw: str, word: str, reason: str) -> Restored:
        """The word in the capitals of ``raw``, with the rule ("" when it does not fit or changes nothing)."""
        fitted = self.fit(raw, word)
        return (raw, "") if fitted is None or fitted == raw else (fitted, reason)

    def _look_up(self, raw: str, key: str, written: Written) -> Restored | list[WordForm]:
        if len(raw) < 2 or len(key) != len(raw):
            return raw, ""
        if written in (Written.CAPITALS, Written.LOUD):
            return self._capitals(raw, key, written is Written.LOUD)
        forms = self.fitting(raw, self.model.forms(key))
        capital = sum(form.capital for form in forms)
        if written is not Written.SMALL and capital < SURE:
            often = max((form.small for form in forms), default=0)
            begins = written is Written.INITIAL and often >= SURE and often > _SMALL * capital
            name = None if begins else self._name(raw, key)
            if name is not None:
                return name
        if not forms:
            return self._unknown(raw, key, written)
        if len(forms) > 1 and not any(mark in raw for mark in "âîû"):
            return forms
        return self.result(raw, forms[0].word, "letters.lexicon")

    def _name(self, raw: str, key: str) -> Restored | None:
        fitted = [f for f in (self.fit(raw, lower(name)) for name in self.names.get(key, ())) if f is not None]
        if not fitted:
            return None
        # English spells many names as they stand here (Sadir): the Turkish spelling with the fewest changes goes first.
        given = given_names().get(key, ())  # a person's name goes before that of a people: İrakli, Iraklı
        best = min(fitted, key=lambda word: (word == raw, _changes(word, raw), lower(word) not in given, word))
        return best, "letters.name" if best != raw else ""

    def _capitals(self, raw: str, key: str, is_loud: bool) -> Restored | list[WordForm]:
        forms = self.fitting(raw, self.model.forms(key))
        often = max((form.small for form in forms), default=0)
        is_common = often >= SURE and (is_loud or often > _SMALL * sum(form.capital for form in forms))
        name = None if is_common else self._name(raw, key)
        if name is not None or _ROMAN.fullmatch(raw):
            return name or (raw, "")
        is_word = often >= SURE or (is_loud and self._is_spoken(raw))
        acronym = self._acronym(raw, key) if len(raw) <= _LONGEST_ACRONYM and not is_word else None
        if acronym is not None:
            return acronym, "letters.acronym" if acronym != raw else ""
        if is_loud and len(forms) > 1:
            return forms
        if forms:
            return self.result(raw, max(forms, key=lambda form: form.total).word, "letters.lexicon")
        return self._unknown(raw, key, Written.CAPITALS) if len(raw) > _LONGEST_ACRONYM else (raw, "")

    def _acronym(self, raw: str, key: str) -> str | None:
        """The one spelling of a long one; else that of the common ones with the fewest changes, of a rare one İ."""
        cells = self.model.acronyms.get(key, "").split()
        known = [(self.fit(raw, lower(word)), int(n)) for word, n in zip(cells[::2], cells[1::2], strict=True)]
        fitted = [(word, n) for word, n in known if word is not None]
        if not fitted:
            return raw.replace("I", "İ") if "ı" in self._lost and any(mark in raw for mark in "ÇÖÜ") else None
        often, seen = max(n for _, n in fitted), sum(n for _, n in fitted)
        told = next((word for word, n in fitted if n >= _TOLD and n > _MOSTLY * seen), None)
        if told is not None and len(raw) > _SHARED:
            return told
        word = min(fitted, key=lambda w: (-(w[1] >= _COMMON), _changes(w[0], raw), -w[1]))[0]
        if often >= _COMMON:
            return word
        return "".join(want if have == "I" else have for have, want in zip(raw, word, strict=True))

    def _unknown(self, raw: str, key: str, written: Written) -> Restored:
        asis = lower(raw).translate(CIRCUMFLEX)
        word, reason = self.others.restore(asis, key, written)
        return self.result(raw, word, reason) if reason else (raw, "")


def _changes(word: str, raw: str) -> int:
    return sum(a != b for a, b in zip(word, raw, strict=True))


@lru_cache(maxsize=4)
def name_index(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The single words of names by folded key; words that begin small are left out."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in re.findall(r"[^\W\d_]+", name):
            if word[0] == upper(word[0]):
                found.setdefault(fold(word), set()).add(word)
    return {key: tuple(sorted(words)) for key, words in found.items()}


@lru_cache(maxsize=64)  # more than there are sets of letters to lose
def restorer(lost: frozenset[str], names: frozenset[str]) -> Restorer:
    """The restorer for texts that lost these letters, with the shipped model."""
    return Restorer(shipped_model(), lost, name_index(names))
