"""With whom an accord is made and for whom help is meant, where the phrase stands over a nested verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.clause import ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form, Pos
from haberci.read.events.fillers import by_link, with_whom
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of, mentions_of

MATTERS: Final = (Form.MA, Form.MAK)  # forms of what an accord is about, or what help is for
THEY: Final = "3p"
REACH: Final = 5  # words from a place to the word that tells what for


def agreed_with(firing: Firing, setting: Setting) -> Filled:
    """With whom, also over what an accord is about: "Kırgızistan ile sınır belirleme konusunda uzlaştı"."""
    found = with_whom(firing, setting)
    if found.mentions:
        return found
    for part in firing.clause.parts:
        joins = part.link is Link.WITH or part.case is Case.INS
        joins = joins and part.chunk not in firing.clause.subject and not _is_company(setting, part)
        if joins and (_is_over_matter(firing, setting, part.through) or _is_over_topic(firing, setting, part)):
            return Filled(group_of(setting.parsed, part, firing.clause))
    return _talked_with(firing, setting)


def _talked_with(firing: Firing, setting: Setting) -> Filled:
    """With whom one talked, as he says what both did: "Putin ile görüşmesinde mutabık kaldıklarını söyledi"."""
    own = {code.principal for n in firing.clause.subject for code in setting.parsed.mentions[n].codes}
    both = setting.parsed.tokens[firing.anchor].morph.possessive == THEY
    if not both or len(own) != 1 or firing.clause.subject_from is not SubjectFrom.SHARED:
        return NOBODY
    talks = (e for e in setting.lately(0) if e.type is EventType.CONSULT and not e.recipients)
    held = (e.actors for e in talks if not own.isdisjoint(code.principal for code in e.actors))
    others = tuple(code for code in next(held, ()) if code.principal not in own)
    return Filled(codes=others, rule="party.dealt")


def offered(firing: Firing, setting: Setting) -> Filled:
    """To whom goes what one is ready to do: "uçakları Kiev'e vermeye hazır"."""
    for part in firing.clause.parts:
        nested = [setting.parsed.tokens[verb].morph.form for verb in part.through]
        given = part.case is Case.DAT and part.link is Link.PART and part.chunk not in firing.clause.subject
        if given and nested == [Form.MAK] and setting.parsed.mentions[part.chunk].codes:
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def _is_over_matter(firing: Firing, setting: Setting, nested: Sequence[int]) -> bool:
    """Whether nested verbs only tell what the accord is about or what is agreed to: "Çin'le görüşmeyi kabul etti"."""
    morphs = [setting.parsed.tokens[verb].morph for verb in nested]
    if not morphs or any(morph.form not in MATTERS for morph in morphs):
        return False
    return any(_is_matter(setting, verb) for verb in nested) or max(nested) == min(firing.words) - 1


def _is_over_topic(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether only the noun that an accord is about stands between: "Taşkent ile su paylaşımı konusunda uzlaştı"."""
    behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base + 1
    links = setting.parsed.words.links
    between = setting.parsed.tokens[behind : firing.anchor]
    return not part.through and any(links.get(token.lower) is Link.ABOUT for token in between)


def _is_company(setting: Setting, part: ClausePart) -> bool:
    """Whether a phrase stands for nobody, or only tells who is there too: "IMF ile birlikte"."""
    mention, links = setting.parsed.mentions[part.chunk], setting.parsed.words.links
    behind = mention.last - setting.parsed.base + (part.link is Link.WITH)
    return not mention.codes or links.get(setting.parsed.tokens[behind].lower) is Link.WITH


def _is_matter(setting: Setting, verb: int) -> bool:
    """Whether a nested verb only tells about what or what for: "sınırın çizilmesi konusunda"."""
    behind = setting.parsed.tokens[verb + 1].lower
    return setting.parsed.words.tells_aim(behind) and setting.parsed.tokens[verb].morph.form in MATTERS


def helped(firing: Firing, setting: Setting) -> Filled:
    """For whom help is meant: told by "for", as the doer of what it is for, or by where that is.

    "Sudan için", "Moldova'nın borcunu ödemesi için", "Özbekistan'daki sulama projesi için".
    """
    found = by_link(firing, setting, Link.FOR)
    if found.mentions:
        return found
    for clause in setting.parsed.clauses:
        under = clause.parent == firing.clause.verb and clause.form is Form.MA and _is_matter(setting, clause.verb)
        if under and clause.subject and clause.subject_from is SubjectFrom.GENITIVE:
            return Filled(mentions_of(setting, clause.subject))
    for part in firing.clause.parts:
        if part.case is Case.LOC and _is_site_of_aim(firing, setting, part):
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def _is_site_of_aim(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a place is where that is what help is for: "Özbekistan'daki okullar için"."""
    tokens, mention = setting.parsed.tokens, setting.parsed.mentions[part.chunk]
    behind = mention.last - setting.parsed.base
    if not mention.codes or tokens[behind - 1].morph.pos is not Pos.ADJ:
        return False
    between = tokens[behind : min(behind + REACH, *firing.words)]
    aim = next((at for at, token in enumerate(between) if token.lower in setting.parsed.words.purposes), None)
    return aim is not None and all(token.text != "," for token in between[:aim])
