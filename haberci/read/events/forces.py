"""The armed sides that a report told last: forces, armed groups, a land's own militias."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from haberci.core.actors import IRREGULAR, OFFICIAL, UNKNOWN, ActorCode
from haberci.core.morph import Case
from haberci.core.naming import Group
from haberci.core.report import Mention, MentionKind
from haberci.read.events.bystanders import ARMED, FORCES, STATE_ORGANS, organ
from haberci.read.events.lands import REBEL, land, of_land, owns_place
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, SPEAKER, Filled, Setting

SHORTLY: Final = 4  # sentences back to a force that nobody has to name again
POLICE: Final = "COP"
BAND: Final = ("mention.rebels-again", "UAF")  # rule and sector of armed men told by their community alone
WORLDWIDE: Final = frozenset({"ISIL", "AQ"})  # groups that others than the home state fight as well


def militias(firing: Firing, setting: Setting) -> Filled:
    """Armed men of the land, of no side, where none is named: "Trablus'ta iki silahlı grup çatıştı".

    So are those of its communities: "Şii milisler ile Dürzi gruplar arasında çatışma çıktı".
    """
    told = ((m.rule, code.sector) for m in setting.parsed.mentions for code in m.codes if code.sector in FORCES)
    return NOBODY if any(side != BAND for side in told) else of_land(firing, setting, BAND[1])


def forces(firing: Firing, setting: Setting) -> Filled:
    """The armed force told last before the deed, else that of the land; where those of the home state fight, theirs.

    Who struck what is a state's nobody can tell so: "Rusya'nın Suriye'deki iki üssü vuruldu".
    """
    found = forces_told(firing, setting)
    naming = setting.parsed.pack.naming
    if found.rule == GUESSED and _is_states(firing, setting):
        return Filled(codes=(UNKNOWN,), rule=GUESSED)
    abroad = found.rule == GUESSED and not naming.words[Group.FRONT].isdisjoint(c.principal for c in found.codes)
    ours = abroad and WORLDWIDE.isdisjoint(code.principal for code in rebels(firing, setting).all_codes())
    return found._replace(codes=(ActorCode(naming.home, "MIL"),)) if ours else found


def _is_states(firing: Firing, setting: Setting) -> bool:
    """Whether a state or its army owns what is struck, and no armed group is told beside it."""
    mentions = setting.parsed.mentions
    owners = [mentions[part.chunk] for part in firing.clause.parts if part.case is Case.GEN and not part.through]
    if any(code.sector in IRREGULAR for mention in mentions for code in mention.codes):
        return False
    theirs = (m for m in owners if m.kind is not MentionKind.PLACE and not owns_place(setting, m))
    return any(code.principal in setting.states and code.sector in OFFICIAL for m in theirs for code in m.codes)


def forces_told(firing: Firing, setting: Setting) -> Filled:
    """The armed force told shortly before, no owner of what is hit ("orduya ait tank"), and nobody that something is
    done to there; else that of the land.

    Police are at work in their own land alone: "Berlin polisi konuştu. Musul'da IŞİD'e operasyon düzenlendi".
    """
    tokens, said = setting.report.tokens, setting.statement
    for mention in _told_shortly(firing, setting):
        told = mention.codes and mention.codes[0].sector in ARMED
        owns = told and tokens[mention.last].lower in setting.parsed.words.belonging
        if owns and said is not None and said.speaker.sector in IRREGULAR:
            return Filled(codes=(said.speaker,), rule=SPEAKER)  # "örgüt, orduya ait silahlara el konulduğunu duyurdu"
        if mention.case is Case.ACC and mention.first >= setting.parsed.base:
            continue  # "orduyu desteklemek amacıyla düzenlenen saldırıda"
        if told and not owns:
            if mention.codes[0].sector == POLICE and land(firing, setting) not in (None, mention.codes[0].principal):
                continue
            return Filled((mention,), rule="party.context")
    if said is not None and said.speaker.sector in STATE_ORGANS:
        return Filled(codes=(ActorCode(said.speaker.principal, "MIL"),), rule=SPEAKER)
    return organ(firing, setting, "MIL")


def tellers(firing: Firing, setting: Setting) -> Filled:
    """The police or army that tells of it in its land, or of the officials who do: "Oş yönetimi, operasyonda ..."."""
    said = setting.statement
    if said is None or said.speaker.sector not in STATE_ORGANS or land(firing, setting) != said.speaker.principal:
        return NOBODY
    own = said.speaker if said.speaker.sector in ARMED else ActorCode(said.speaker.principal, POLICE)
    return Filled(codes=(own,), rule=SPEAKER)


def rebels(firing: Firing, setting: Setting) -> Filled:
    """The armed group told shortly before the deed, the last first."""
    for mention in _told_shortly(firing, setting):
        if mention.codes and mention.codes[0].sector == REBEL:
            return Filled((mention,), rule="party.context")
    terror = any(word.startswith(setting.nouns.terror) for word in setting.parsed.small)
    later = _told_later(setting) if terror else NOBODY
    return later if later.mentions else _separatists(firing, setting)


def _told_shortly(firing: Firing, setting: Setting) -> Iterator[Mention]:
    """The mentions before the deed in its sentence and in those shortly before, the last first."""
    start = setting.report.sentences[max(0, setting.parsed.number - SHORTLY)].first
    before = (m for m in reversed(setting.report.mentions) if m.last <= setting.parsed.base + firing.anchor)
    return takewhile(lambda mention: mention.first >= start, before)


def _told_later(setting: Setting) -> Filled:
    """The one armed group of the report, where it is first told as a group of terror: "terör örgütüne ait silahlar"."""
    named = [m for m in setting.report.mentions if m.codes and m.codes[0].sector == REBEL]
    return Filled(tuple(named[:1]), rule="party.context") if len({m.codes[0] for m in named}) == 1 else NOBODY


def _separatists(firing: Firing, setting: Setting) -> Filled:
    """Whom the press at home means where it names none: "Van'da terör örgütüne yönelik operasyonda silah bulundu"."""
    naming = setting.parsed.pack.naming
    pairs = (f"{one} {other}" for one, other in pairwise(setting.parsed.small))
    titles = tuple(word for word in naming.words[Group.REBEL] if " " in word)
    told = any(pair.startswith(titles) for pair in pairs) and land(firing, setting) == naming.home
    codes = (ActorCode(group, REBEL) for group in naming.words[Group.SEPARATISTS]) if told else ()
    return Filled(codes=tuple(codes), rule=GUESSED)
