"""What fills a part of a frame by where it stands: any actor of the clause, or the phrase right behind its verb."""

from __future__ import annotations

from haberci.core.clause import Link
from haberci.core.morph import THIRD, Case, Form
from haberci.core.report import MentionKind
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.fillers import COUNTS
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting


def near(firing: Firing, setting: Setting) -> Filled:
    """Any actor of the clause that is not its subject, its own stretch and the nearest first, unless it tells this."""
    teller = setting.statement.speaker_at if setting.statement is not None else None
    for part in sorted(firing.clause.parts, key=lambda p: bool(p.through)):
        mention = setting.parsed.mentions[part.chunk]
        if any(setting.parsed.tokens[verb].morph.form is Form.AN for verb in part.through):
            continue
        owned = setting.parsed.tokens[mention.last - setting.parsed.base].morph
        if part.case is Case.GEN and owned.possessive in THIRD and owned.case is Case.INS:
            continue  # with whose help or at whose wish: "Oslo'nun isteğiyle"
        of_subject = part.chunk in firing.clause.subject or part.link in (Link.SOURCE, Link.AGENT)
        if not of_subject and mention.codes and mention.kind is not MentionKind.PLACE:
            return NOBODY if mention.at == teller else Filled((mention,), rule="party.near")
    return NOBODY


def right_behind(firing: Firing, setting: Setting) -> Filled:
    """The phrase right behind an object relative: "kabul ettiği Gürcistan Başbakanı"."""
    tokens, first = setting.parsed.tokens, firing.clause.verb + 1
    while first < len(tokens) and tokens[first].morph.pos in COUNTS:
        first += 1
    morph = setting.parsed.tokens[firing.clause.verb].morph
    if firing.clause.head is None or morph.case not in (None, Case.NOM):
        return NOBODY
    told = tuple(m for m in setting.parsed.mentions if m.first == first + setting.parsed.base and m.codes)
    if firing.frame.type in SPEECH_ACTS:
        return Filled(tuple(m for m in told if m.kind is not MentionKind.PLACE))  # "reddettikleri Cenevre planı"
    return Filled(told)


def called_after(firing: Firing, setting: Setting) -> Filled:
    """After whom the noun behind a participle is called: "Rakka'ya düzenlenen Rus hava saldırısında"."""
    behind = [at for at in firing.words if at > firing.anchor]
    if firing.nominal or not behind:
        return NOBODY
    named = (m for m in setting.parsed.mentions if m.last - setting.parsed.base == min(behind) and m.codes)
    return Filled(
        tuple(m for m in named if m.kind is not MentionKind.PLACE and m.first - setting.parsed.base > firing.anchor)
    )


def described(firing: Firing, setting: Setting) -> Filled:
    """The phrase right behind a noun that says where its people are: "grevdeki Yunan işçiler"."""
    behind = setting.parsed.base + firing.anchor + 1
    return Filled(tuple(m for m in setting.parsed.mentions if m.first == behind and m.codes))


def member_of(firing: Firing, setting: Setting) -> Filled:
    """The organisation of which somebody is a member, told before that word: "Nijer'in Afrika Birliği üyeliği"."""
    first = min(firing.words) + setting.parsed.base
    bodies = (m for m in setting.parsed.mentions if m.codes and m.codes[0].sector == "IGO")
    return Filled(tuple(m for m in bodies if m.last == first))
