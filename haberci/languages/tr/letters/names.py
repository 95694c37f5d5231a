"""Which words of a damaged text are names that common words must not restore: ``Nazir Aliyev``, not ``Nazır``.

In a byline, and beside a surname with a foreign ending, a capitalised word is a name. Common words stand there only
where news write them with a capital, as they write titles (``Cumhurbaşkanı Tokayev``) and Turkish names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from haberci.core.lexicon import read_rows
from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.model import LetterModel

SURNAME_ENDINGS: Final = ("ov", "ev", "ova", "eva", "ski", "skiy", "enko", "yan", "bek", "vili", "dze", "zade")
_SHORTEST: Final = 5  # letters of a foreign surname
_OFTEN: Final = 25  # so often must news write a word with a capital before it may stand for a name
_COMMON: Final = 2  # so often in small letters, and a word is no surname: eski, görev, baskı


def is_foreign_surname(key: str, model: LetterModel) -> bool:
    """Whether a folded capitalised word ends as transcribed surnames do, and is no Turkish word."""
    if len(key) < _SHORTEST or not key.endswith(SURNAME_ENDINGS):
        return False
    return all(form.small < max(_COMMON, 0.1 * form.capital) for form in model.forms(key))


def named_forms(key: str, model: LetterModel) -> list[str]:
    """The spellings of a folded word that may stand for a name: those of given names, and those news capitalise."""
    given = given_names().get(key, ())
    seen = [f.word for f in model.forms(key) if f.capital >= _OFTEN and f.capital > 0.1 * f.small]
    return [*given, *(word for word in seen if word not in given)]


@cache
def given_names() -> Mapping[str, tuple[str, ...]]:
    """The names of ``tr/names.tsv``, in small letters, by folded spelling."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows("tr/names.tsv", ("name",)):
        name = row.needs("name")
        found[fold(name)] = (*found.get(fold(name), ()), name)
    return found
