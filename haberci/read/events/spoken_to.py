"""Whom who speaks means by "you": called by name, or told beside the words that are quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import DAT, FINITE, FIRST, NOM, PUNCT, SECOND, SPEAKERS, Pos
from haberci.core.report import Mention
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.counterparts import addressee
from haberci.read.events.lands import of_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed

PLURAL: Final = "2p"  # "hakkınızı"; "hakkını" may as well be his
NEAR: Final = 3  # sentences back to the one in which somebody is called
PEOPLE: Final = "CVL"
LOUD: Final = frozenset({"!", ","})  # behind a name by which somebody is called
MARKS: Final = frozenset("\"“”'‘’")
ADDRESSED: Final = (("addressee",),)  # the receiver of what a mood asks or offers
SPOKEN_TO: Final = "party.addressed"


def spoken_to(firing: Firing, setting: Setting) -> Filled:
    """Who is meant by "you" where a speech act goes to nobody else: 'Rama, "Ey Moskova, sana sorarız." dedi'."""
    if firing.frame.type not in SPEECH_ACTS or firing.nominal or not _says_you(firing, setting):
        return NOBODY
    called = next(vocatives(setting.parsed, firing.anchor), None) or _called_before(setting)
    if called is not None:
        return Filled((called,), rule=SPOKEN_TO)
    told = _of_message(firing, setting)
    told = told if told.mentions else addressee(firing, setting)
    told = told if told.all_codes() else _hailed_beside(firing, setting)
    return told if told.all_codes() or firing.frame.type is EventType.REQUEST else _people(firing, setting)


def _says_you(firing: Firing, setting: Setting) -> bool:
    """Whether the clause has a word for whom one speaks to: "seni", "sizin", "hakkınızı"."""
    morph = setting.parsed.tokens[firing.anchor].morph
    if firing.clause.form is FINITE and morph.person not in SPEAKERS:
        return False  # "seni orada tanımazlar": others do
    words = setting.parsed.tokens[firing.clause.first : firing.anchor]
    you = setting.nouns.you
    if firing.frame.recipient == ADDRESSED:
        return True
    told = any(t.morph.possessive == PLURAL or (t.morph.pos is Pos.PRON and t.morph.lemma in you) for t in words)
    return told or morph.person in SECOND


def vocatives(parsed: Parsed, stop: int) -> Iterator[Mention]:
    """Those called by name before a word of the sentence: "Ey Moskova", "Sayın Rama, ...", '"Rama, sen ...'."""
    governors = parsed.pack.governors
    for mention in parsed.mentions:
        first, last = mention.first - parsed.base, mention.last - parsed.base
        if last >= min(stop, len(parsed.tokens)) or mention.case is not NOM or not mention.codes:
            continue
        around = parsed.small[max(0, first - 1) : first + 1]
        apart = parsed.tokens[last].text in LOUD
        opens = first > 0 and parsed.tokens[first - 1].text in MARKS
        if not governors.hailing.isdisjoint(around) or (apart and (opens or not governors.calling.isdisjoint(around))):
            yield mention


def hailed(parsed: Parsed, setting: Setting) -> list[Mention]:
    """To whom a speaker calls: "Oslo'ya seslenen", "Merz'e hitaben"."""
    hails = [at for at, token in enumerate(parsed.tokens) if token.morph.lemma in setting.nouns.addressing]
    given = [m for m in parsed.mentions if m.case is DAT and m.codes]
    return [m for at in hails for m in reversed(given) if m.last - parsed.base <= at]


def _called_before(setting: Setting) -> Mention | None:
    """Who was called in the sentences before, as far as the same words of the speaker reach."""
    near = (parsed for parsed in reversed(setting.earlier[-NEAR:]) if _goes_on(setting, parsed))
    return next((mention for parsed in near for mention in vocatives(parsed, len(parsed.tokens))), None)


def _hailed_beside(firing: Firing, setting: Setting) -> Filled:
    """To whom who speaks turns before his words: "hükümete seslendi", there or right before."""
    over = setting.parsed.clause_of(firing.clause.parent)
    if over is not None and setting.parsed.tokens[over.verb].morph.person in SECOND:
        return NOBODY  # "'gidin' diyorsun" tells what another one says
    near = [hailed(setting.parsed, setting), *(hailed(before, setting) for before in setting.earlier[-1:])]
    found = next((mention for mentions in near for mention in mentions), None)
    return NOBODY if found is None else Filled((found,), rule=SPOKEN_TO)


def _goes_on(setting: Setting, before: Parsed) -> bool:
    """Whether the sentence before stands in the same words of the speaker."""
    said = setting.statement
    return said is not None and said.at.span.overlaps(before.sentence.at.span)


def _of_message(firing: Firing, setting: Setting) -> Filled:
    """To whom the words are said to go: "Kurti'ye çağrım şudur: polisleri çekin"."""
    tokens = setting.parsed.tokens
    for mention in setting.parsed.mentions:
        at = mention.last - setting.parsed.base
        told = at < firing.anchor and mention.case is DAT and mention.codes
        if told and tokens[at].morph.possessive in FIRST and tokens[at].morph.lemma in setting.nouns.calls:
            return Filled((mention,), rule=SPOKEN_TO)
    return NOBODY


def _people(firing: Firing, setting: Setting) -> Filled:
    """People told by their kind beside the words: 'madencilere, "Hakkınızı koruyacağız." dedi'."""
    cue = setting.parsed.clause_of(firing.clause.parent)
    if cue is None or cue.quoted:
        return NOBODY
    inside = {at for c in setting.parsed.clauses if c.quoted for at in range(c.first, c.verb + 1)}
    tokens = setting.parsed.tokens
    words = (tokens[at].morph for at in range(cue.verb) if at not in inside and tokens[at].morph.pos is not PUNCT)
    told = any(m.case is DAT and m.plural and m.lemma in setting.nouns.persons for m in words)
    return of_land(firing, setting, PEOPLE) if told else NOBODY
