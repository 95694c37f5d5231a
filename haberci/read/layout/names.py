"""Reporters' names: bylines on their own, with office, city and agency (``Ayşe Demir / ANKARA``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cache
from typing import Final

from haberci.core.layout import LayoutCues

CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽƏ"
SMALL: Final = "a-zß-öø-ÿāăąćčďđēęěğīıłńňōőřśşšťūůűźżžə"
_WORD: Final = rf"[{CAPITAL}](?:[{SMALL}]+(?:[{CAPITAL}][{SMALL}]+)?|\.|[{CAPITAL}]+)"
NAME: Final = rf"{_WORD}(?:(?: |-|(?<=\.)){_WORD}){{1,3}}"
NAMES: Final = rf"{NAME}(?:(?:\s*[,/&|–—-]\s*| ve ){NAME}){{0,4}}"
_MARKS: Final = re.compile(r"\s*[/|,;&•·–—]+\s*|\s+-\s+|\s+ve\s+|\s+(?=\S+@)|\n")
_TIGHT: Final = re.compile(rf"\s*[/|,;&•·–—]+\s*|\s*-\s*(?=[{CAPITAL}(])|\s+ve\s+|\s+(?=\S+@)|\n")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{3,20}")
_CITY: Final = re.compile(
    rf"[{CAPITAL}][{SMALL}]{{2,}}(?: [{CAPITAL}][{SMALL}]+)?|[{CAPITAL}]{{2,}}(?: [{CAPITAL}]{{2,}})?(?:\s?\(\w+\)?)?"
)
_INITIALS: Final = re.compile(rf"[{CAPITAL}]{{1,3}}")
_FROM: Final = r"(?:['’]?[dt][ae]n)"
_TOLD: Final = re.compile(
    rf"(?P<name>{NAMES})(?:['’][{SMALL}]{{1,3}})?\s*,?\s*(?:(?P<place>[{CAPITAL}]\w+?){_FROM}\s+)?(?P<verb>[{SMALL}]+)"
)

Value = tuple[tuple[str, str], ...]


def is_name(text: str) -> bool:
    """Whether a text is nothing but a name of two to four words."""
    return re.fullmatch(NAME, text) is not None


class Trust(IntEnum):
    """What is taken for a person's name."""

    SURE = 0  # its first word is a given name and no other word, or its last one ends as surnames do
    LIKELY = 1  # its first word is a given name
    ANY = 2  # it is written as a name


def is_address(text: str) -> bool:
    """Whether a text is nothing but an electronic address."""
    return "@" in text and _MAIL.fullmatch(text) is not None


def is_person(text: str, cues: LayoutCues, fold: Callable[[str], str], trust: Trust = Trust.SURE) -> bool:
    """Whether a name is a person's by its first or last word, not only by its capitals."""
    if fold(text) in cues.desks:
        return True
    if not is_name(text) or trust is Trust.ANY:
        return is_name(text)
    words = fold(text).replace("-", " ").split()
    first, last = words[0], words[-1]
    if len(first) == 2 and first.endswith("."):
        return True
    if first in cues.given_names and (trust or first not in cues.word_names or not _is_big(text)):
        return True
    return len(last) > 5 and last.endswith(cues.surname_endings) and not last.endswith(("dir", "tir"))


def _is_big(text: str) -> bool:
    return all(letter.isupper() for letter in text if letter.isalpha())


def are_people(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> bool:
    """Whether a text is one person's name or several."""
    parts = [part for part in _MARKS.split(text) if part]
    return bool(parts) and all(is_person(part, cues, fold) for part in parts)


def signature(text: str, cues: LayoutCues, fold: Callable[[str], str], trust: Trust = Trust.SURE) -> Value | None:
    """What a line of names, cities and agencies holds; None when anything else stands in it."""
    if any(word[0].islower() and word != "ve" and "@" not in word for word in text.split()):
        return None
    inner = text.strip("()[] \n")
    if not inner or inner.endswith(("..", "!", "?", "…")):
        return None
    inner = inner.rstrip(".)]")
    for marks in (_MARKS, _TIGHT):
        parts = [word for part in marks.split(inner) for word in _office(part.strip("()[] "), cues, fold)]
        found = _classed([part for part in parts if part], cues, fold, trust)
        if found is not None:
            return _value(inner, found)
    return None


def _office(part: str, cues: LayoutCues, fold: Callable[[str], str]) -> list[str]:
    """City and agency with nothing between them (``İSTANBUL DHA``), an office and a name, a name and its agency."""
    name, _, agency = part.rpartition("-")
    if name and fold(agency) in cues.agencies and fold(part) not in cues.agencies:
        return [name.strip(), agency.strip()]
    words = part.split(" ")
    office = next((at for at, word in enumerate(words[:-1]) if fold(word) in cues.offices), None)
    if office is not None:
        return [" ".join(words[: office + 1]), " ".join(words[office + 1 :])]
    city, _, last = part.rpartition(" ")
    apart = fold(last) in cues.agencies and fold(part) not in cues.agencies and _CITY.fullmatch(city)
    return [city, last] if apart else [part]


def told(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> Value | None:
    """The name in ``Ayşe Demir, Ankara'dan bildiriyor``."""
    match = _TOLD.fullmatch(text) if text[-1].islower() else None
    if match is None or fold(match["verb"]) not in cues.byline_verbs or not are_people(match["name"], cues, fold):
        return None
    return tuple((key, said) for key, said in (("name", match["name"]), ("place", match["place"])) if said)


def roles(text: str, cues: LayoutCues, fold: Callable[[str], str]) -> list[tuple[int, int, Value]] | None:
    """The stretches of a line that names its makers (``Haber: Ayşe Demir Kamera: Ali Kaya``), each with its value."""
    if ":" not in text:
        return None
    folded = fold(text)
    starts = list(_role_words(cues.byline_words).finditer(folded)) if len(folded) == len(text) else []
    if not starts or starts[0].start() > 1 or text[: starts[0].start()].strip("([-•* "):
        return None
    found: list[tuple[int, int, Value]] = []
    for match, after in zip(starts, [*starts[1:], None], strict=True):
        stop = len(text) if after is None else after.start()
        value = signature(text[match.end() : stop].strip(" |/,;–-"), cues, fold, Trust.ANY)
        if value is None:
            return None
        found.append((match.start() if found else 0, stop, value))
    return found


@cache
def _role_words(words: frozenset[str]) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{choice})\s*:\s*")


def _classed(
    parts: list[str], cues: LayoutCues, fold: Callable[[str], str], trust: Trust
) -> list[tuple[str, str]] | None:
    if trust is Trust.SURE and len(parts) > 1 and any(is_person(part, cues, fold) for part in parts):
        trust = Trust.LIKELY
    found = [(_class(part, cues, fold, trust), part) for part in parts]
    kinds = {kind for kind, _ in found}
    if not found or len(found) > 8 or None in kinds:
        return None
    if not kinds & {"agency", "name", "mail"} or ("initials" in kinds and "agency" not in kinds):
        return None
    if "office" in kinds and "name" not in kinds:
        return None
    return [(str(kind), cues.agencies[fold(part).strip(". ")] if kind == "agency" else part) for kind, part in found]


def _class(part: str, cues: LayoutCues, fold: Callable[[str], str], trust: Trust) -> str | None:
    if fold(part).strip(". ") in cues.agencies:
        return "agency"
    if _MAIL.fullmatch(part):
        return "mail"
    if fold(part).split(" ")[-1] in cues.offices:
        return "office"
    if is_person(part, cues, fold, trust):
        return "name"
    if _INITIALS.fullmatch(part):
        return "initials"
    return "place" if _CITY.fullmatch(part) else None


def _value(inner: str, found: list[tuple[str, str]]) -> Value:
    return tuple(_values(inner, found))


def _values(inner: str, found: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    names = [part for kind, part in found if kind == "name"]
    if names:
        last = inner.rfind(names[-1]) + len(names[-1])
        stretch = inner[inner.find(names[0]) : last]
        between = [kind for kind, _ in found[[k for k, _ in found].index("name") :]][: len(names)]
        yield "name", stretch if set(between) == {"name"} else names[0]
    for key in ("place", "agency", "mail"):
        said = next((part for kind, part in found if kind == key), None)
        if said is not None:
            yield key, said
