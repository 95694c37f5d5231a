"""The units that phrases are made of: names of the register, titles, topics, small words, words with a capital."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from haberci.core.actors import Name, NameKind
from haberci.core.morph import Case
from haberci.core.naming import Title, TitleForm, TitleKind

WHOLE: Final = "halk"


class Sort(StrEnum):
    """What a unit is."""

    NAME = "name"
    TITLE = "title"
    TOPIC = "topic"
    MODIFIER = "modifier"
    HONORIFIC = "honorific"
    WORD = "word"  # a word with a capital that no table knows


NAME, TITLE, TOPIC, MODIFIER, HONORIFIC, WORD = Sort  # by names of their own, as in ``haberci.core.morph``


class Unit(NamedTuple):
    """One unit, ``tokens[first:last]``. ``case`` is that of its last word; GEN and NOM leave a phrase open.

    Of a title unit ``forms`` are the readings of its words, ``title`` is the title of the first.
    """

    sort: Sort
    first: int
    last: int
    case: Case = Case.NOM
    plural: bool = False
    name: Name | None = None
    others: tuple[Name, ...] = ()
    forms: tuple[TitleForm, ...] = ()
    title: Title | None = None
    sector: str = ""
    people: bool = False  # the adjective of a people: Rus, Kosovalı, ABD'li
    tight: bool = False  # its last word has an apostrophe

    @property
    def possessed(self) -> bool:
        """Whether it can be the second half of a compound: Bakanı, Bakanlığının."""
        return any(form.possessed for form in self.forms)

    @property
    def plain_people(self) -> bool:
        """Whether a title names plain people: "kişi", "gösterici", but not "halk", which owns bodies."""
        title = self.title
        return title is not None and title.kind is TitleKind.PEOPLE and title.sector == "CVL" and title.word != WHOLE

    def is_name(self, *kinds: NameKind) -> bool:
        """Whether it is a name of one of the kinds."""
        return self.name is not None and self.name.kind in kinds

    def is_body_before(self, behind: Unit | None) -> bool:
        """Whether a body told by its field alone stands before a unit: "Yunan Dışişleri", no "Dışişleri Bakanı"."""
        body = self.title is not None and self.title.kind is TitleKind.BODY
        return body and (behind is None or behind.sort not in (TITLE, TOPIC, MODIFIER))
