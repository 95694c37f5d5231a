"""Whose news or document it is where no register knows the name: "Gündem'in haberine göre", "yerel basında"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.morph import ABL, GEN, LOC, NOM, Form
from haberci.core.speech import Construction
from haberci.read.statements.speakers import Speaker
from haberci.read.statements.view import View, is_noun

PRESS: Final = "JRN"
NEWS: Final = "haber"
_SHORTEST: Final = 3  # letters of an acronym, at least
_BESIDE: Final = 2  # words between "yapılan" and the document
_STANDS: Final = 3  # words that tell where news stands: "'te yer alan", "'de dün yayımlanan"


def local_press(view: View, at: int) -> ActorCode | None:
    """The press of the land that a report tells of, where a word is a noun for it: "yerel medyaya"."""
    if at < 1 or not view.is_a(Construction.LOCAL, at - 1):
        return None
    heard = view.is_a(Construction.PRESS, at) or view.is_a(Construction.SOURCE, at)
    return ActorCode(view.home, PRESS) if heard else None


def published_by(view: View, document: int, first: int) -> Speaker | None:
    """Who published news: the local press, or a medium under a name that no register knows. None for no news."""
    if not view.tokens[document].lower.startswith(NEWS):
        return None
    made = view.tokens[document - 1].morph.form is Form.AN
    cases = (LOC, ABL) if made else (GEN,)
    for at in range(document - 1, max(first - 1, document - 2 - _STANDS * made), -1):
        code = local_press(view, at)
        if code is not None:
            return Speaker(code, at - 1, at + 1)
        if view.mention[at] >= 0 or view.quotation[at] >= 0:
            return None
        if view.tokens[at].morph.case in cases:
            return _paper(view, named_at(view, at, first))
    return None


def _paper(view: View, named: Speaker | None) -> Speaker | None:
    """A medium without a code as one of the land of the language, unless it is an acronym or has a state before it.

    An agency known by name is of its own state: "Kabar'ın haberine göre".
    """
    if named is None or named.first is None:
        return None
    agency = known_agency(view, named.first, named.last)
    if agency is not None:
        return replace(named, code=agency)
    states = any(view.mention[at] >= 0 for at in range(named.first, named.last))
    acronym = view.tokens[named.last - 1].text[:_SHORTEST].isupper()
    return named if states or acronym else replace(named, code=ActorCode(view.land, PRESS))


def known_agency(view: View, first: int, last: int) -> ActorCode | None:
    """The code of an agency that is named by these words alone, as a wire's dateline names it; None for other words."""
    *before, end = view.tokens[first:last]
    name = view.pack.fold(" ".join([*(token.text for token in before), end.morph.lemma]))
    state = view.pack.layout.press.get(name)
    return None if state is None else ActorCode(state, PRESS)


def named_at(view: View, at: int, first: int) -> Speaker | None:
    """Whoever bears a name with an apostrophe that no register knows, with the words that tell what it is."""
    text = view.tokens[at].text
    if view.mention[at] >= 0 or text.isalnum() or not (text[0].isupper() or "." in text):
        return None
    kind = view.mention_ending(at)
    if kind is not None and kind.codes and kind.codes[0].sector == PRESS:
        return Speaker(kind.codes[0], kind.first, at + 1)  # "Filistin resmi ajansı WAFA'nın"
    begins = at
    while begins > first and (view.tokens[begins - 1].text[0].isupper() or view.is_a(Construction.MEDIUM, begins - 1)):
        begins -= 1  # "Suudi gazetesi Okaz'ın"
    return Speaker(UNKNOWN, begins, at + 1)


def is_unnamed_medium(view: View, at: int) -> bool:
    """Whether a word takes up a medium named before: "Dergi, ...", no "Y dergisi"."""
    token = view.tokens[at]
    bare = token.morph.possessive is None and token.morph.case in (None, NOM)
    return bare and view.is_a(Construction.MEDIUM, at) and is_noun(token)


def last_medium(view: View, first: int) -> ActorCode | None:
    """The medium that was named last before a word."""
    for mention in reversed(list(view.mentions_between(0, first))):
        if mention.codes and mention.codes[0].sector == PRESS:
            return mention.codes[0]
    return None


def issued_by_unknown(view: View, document: int, first: int) -> Speaker | None:
    """Whom a document is from under a name that no register knows: "Sarıova Hastanesi'nden yapılan açıklamada"."""
    made = next((at for at in range(document - 1, max(first, document - _BESIDE) - 1, -1) if _is_made(view, at)), None)
    if made is None or made - 1 < first or view.quotation[made - 1] >= 0:
        return None
    name = view.tokens[made - 1]
    if name.morph.case is not ABL or not name.text[0].isupper():
        return None
    begins = made - 1
    while begins > first and view.tokens[begins - 1].text[0].isupper():
        begins -= 1
    return Speaker(UNKNOWN, begins, made)


def _is_made(view: View, at: int) -> bool:
    return view.tokens[at].morph.form is Form.AN and view.tokens[at].morph.passive
