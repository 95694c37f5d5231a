"""The languages of the desk: catalogues of gettext, names of actors, days and numbers as a language writes them."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode, NameKind
from haberci.core.register import load_register
from haberci.core.terms import Office
from haberci.desk.labels import LABELS, N_
from haberci.desk.office_labels import OFFICES
from haberci.watch.series import WITHIN

SOURCE = "en"  # the language that the templates are written in
UNKNOWN = N_("unknown")
_ACRONYM = re.compile(r"\w{2,6}")


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be chosen: the templates' own, and each that has a catalogue."""
    found = sorted(folder.name for folder in files("haberci.desk").joinpath("locale").iterdir() if folder.is_dir())
    return (SOURCE, *(name for name in found if name != SOURCE))


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled from its ``desk.po``."""
    if lang == SOURCE:
        return gettext.NullTranslations()
    source = files("haberci.desk").joinpath("locale", lang, "LC_MESSAGES", "desk.po")
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=lang))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def preferred(accepted: str) -> str:
    """The language that a browser's Accept-Language asks for first of those that there are."""
    for one in accepted.split(","):
        tag = one.partition(";")[0].strip().partition("-")[0]
        for lang in languages():
            if tag == lang:
                return lang
    return SOURCE


class Called(NamedTuple):
    """What a principal is called: its name written out, the short form for tables, and what it is."""

    name: str
    short: str
    kind: str


@cache
def principal_names(lang: str) -> Mapping[str, Called]:
    """What principals are called; where a code has several names, the first of a state or body."""
    found: dict[str, Called] = {}
    for kinds in ((NameKind.STATE,), (NameKind.ORGANISATION, NameKind.GROUP)):
        for entry in load_register(lang).entries:
            code = entry.code.principal
            if entry.kind not in kinds:
                continue
            held = found.setdefault(code, Called(entry.spelling, "", entry.kind.value))
            if held.kind == NameKind.STATE.value:
                found[code] = held._replace(short=held.name)
            elif not held.short and _ACRONYM.fullmatch(entry.spelling) and entry.spelling.isupper():
                found[code] = held._replace(short=entry.spelling)
    return found


class Wording:
    """How one language says things."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.locale = Locale.parse(lang)
        self._catalogue = catalogue(lang)

    def text(self, message: str) -> str:
        """A message of the catalogue."""
        return self._catalogue.gettext(message) if message else ""

    def knows(self, message: str) -> bool:
        """Whether the catalogue has a message; that of the templates' own language has all."""
        return self.lang == SOURCE or self.text(message) != message

    def label(self, kind: str, value: object) -> str:
        """What a type, mode, modality … is called; a value without a label as it is."""
        return self.text(LABELS[kind].get(str(value), str(value)))

    def dyad(self, text: str) -> str:
        """What a state or two are called, as a subject of the watch is written (``KGZ–TJK``)."""
        return " – ".join(map(self.principal, text.split("–")))

    def principal(self, code: str) -> str:
        """What a principal is called: a state by its name, a body by its acronym in the language; a sub-area of a state
        with the state ("Batken, Kyrgyzstan")."""
        if code == UNKNOWN_PRINCIPAL:
            return self.text(UNKNOWN)
        state, _, part = code.partition(WITHIN)
        held = principal_names(self.lang).get(state)
        named = self.label("sub_area", part) if part else ""
        return ", ".join(filter(None, (named, (held.short if held else "") or state)))

    def full_name(self, code: str) -> str:
        """The name of a principal, written out."""
        held = None if code == UNKNOWN_PRINCIPAL else principal_names(self.lang).get(code)
        return held.name if held else self.principal(code)

    def office(self, office: Office) -> str:
        """What an office of the register is called; in a language without a name for it, in English."""
        return office.ru if self.lang == "ru" else self.text(OFFICES.get(office.name, office.en or office.name))

    def actor(self, code: ActorCode | str) -> str:
        """An actor code in words: ``Kyrgyzstan, government``."""
        principal, _, sector = str(code).partition(" ")
        return self.principal(principal) + (f", {self.label('sector', sector)}" if sector else "")

    def actors(self, codes: Sequence[ActorCode]) -> str:
        """Several actors in words."""
        return " + ".join(self.actor(code) for code in codes)

    def day(self, iso: str | date | None) -> str:
        """A day as the language writes it; what is no day stays as it is."""
        return _day(str(iso or ""), self.lang)

    def moment(self, stamp: str | None) -> str:
        """A moment of the database, UTC."""
        try:
            return format_datetime(datetime.fromisoformat(stamp or ""), "d MMM y HH:mm", locale=self.locale)
        except ValueError:
            return stamp or ""

    def number(self, value: float) -> str:
        """A number with its groups."""
        return _number(value, self.lang)


@lru_cache(16_384)
def _number(value: float, lang: str) -> str:
    return format_decimal(value, locale=lang)


@lru_cache(4096)
def _day(iso: str, lang: str) -> str:
    try:
        return format_date(date.fromisoformat(iso), "d MMM y", locale=lang)
    except ValueError:
        return iso


@cache
def wording(lang: str) -> Wording:
    """The wording of a language."""
    return Wording(lang)
