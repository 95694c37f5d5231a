"""To whom something is promised, offered or sent, where the dative stands apart from the verb that tells it."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import ACC, DAT, GEN, NOM, SEQUENT, THIRD, Form, Pos
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

OWNED_REACH: Final = 3  # words behind a dative among which the deed of the genitive before it stands
CLOSING: Final = 2  # from the last word in marks to the verb behind them
OBJECTS: Final = (NOM, ACC, DAT)
CONTENT: Final = frozenset({Form.DIK, Form.ACAK, Form.MA, Form.MAK, Form.IS})  # what is promised or thanked for


def told_to(firing: Firing, setting: Setting) -> Filled:
    """The dative before the content of a promise: "Pekin'e topraklarının kullanılmayacağı güvencesini verdi".

    Of a relative clause or a converb in between it would be that one's own: "Bakü'ye yazılan mektupta söz verdi".
    """
    if setting.parsed.tokens[min(firing.words) - 1].morph.case is DAT:
        return NOBODY
    for part in reversed(firing.clause.parts):
        nested = [setting.parsed.tokens[verb].morph for verb in part.through]
        given = part.case is DAT and part.link is Link.PART and part.chunk not in firing.clause.subject
        content = all(m.form in CONTENT or (m.form is Form.AN and m.plural) for m in nested)  # "arayanları"
        if given and nested and content and setting.parsed.mentions[part.chunk].codes:
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def dative_above(firing: Firing, setting: Setting) -> Filled:
    """Whom what was sent reached, or was told what is said: "gönderdiği yardım Kiev'e ulaştı"."""
    above = setting.parsed.clause_of(firing.clause.parent)
    while above is not None and above.form in SEQUENT:
        above = setting.parsed.clause_of(above.parent)
    if firing.clause.form not in (Form.DIK, Form.AN) or above is None:
        return NOBODY
    for part in above.parts:
        mention = setting.parsed.mentions[part.chunk]
        first, behind = mention.first - setting.parsed.base, firing.clause.verb + 1
        reason = any(token.morph.pos is Pos.ADP for token in setting.parsed.tokens[behind:first])  # "yardım için"
        if (
            first >= behind
            and not reason
            and part.case is DAT
            and part.own
            and part.link is Link.PART
            and mention.codes
        ):
            return Filled(group_of(setting.parsed, part, above))
    return NOBODY


def called_in_quotes(firing: Firing, setting: Setting) -> Filled:
    """Who is called upon where the words in marks name him: '"Oslo'yu askerlerini çekmeye" çağırdı'.

    Behind the one who is called, what he shall do has a noun of its own; without it he may be its object.
    """
    asked = next((c for c in setting.parsed.clauses if c.verb == firing.anchor - CLOSING and c.quoted), None)
    if asked is None or asked.form not in CONTENT or firing.clause.quoted:
        return NOBODY
    tokens = setting.parsed.tokens
    for part in reversed(asked.parts):
        mention = setting.parsed.mentions[part.chunk]
        between = range(mention.last - setting.parsed.base, asked.verb)
        if part.case is ACC and mention.codes and between and tokens[between[-1]].morph.case in OBJECTS:
            return Filled(group_of(setting.parsed, part, asked))
    return NOBODY


def goes_to_deed(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a dative tells only to whom goes what a genitive before it owns: "Rusya'nın Kiev'e saldırısına tepki"."""
    if part.case is not DAT or firing.frame.type not in SPEECH_ACTS or firing.nominal:
        return False
    mentions, first = setting.parsed.mentions, min(firing.words)
    start = mentions[part.chunk].last - setting.parsed.base
    if _goes_to_cause(firing, setting, part):
        return True
    deed = setting.parsed.tokens[first - 1].morph
    tells = (deed.pos is Pos.NOUN or deed.form is Form.IS) and deed.case is DAT
    owned = start < first and tells and deed.possessive in THIRD
    behind = setting.parsed.tokens[start : min(start + OWNED_REACH, first)]  # "saldırısı halinde karşılık verecek"
    deeds = [t.morph for t in behind if setting.asks.deeds_named(t.lower)]
    owned = owned or any(morph.possessive in THIRD for morph in deeds)
    if any(morph.pos is Pos.NOUN and morph.case is DAT and morph.possessive is None for morph in deeds):
        return True  # "Nijer'e müdahaleye karşı çıktı"
    owners = (p for p in firing.clause.parts if p.case is GEN and p.chunk not in firing.clause.subject)
    return owned and any(mentions[p.chunk].last == mentions[part.chunk].first for p in owners)


def tells_other_deed(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether somebody is but the target of a deed that others may do: "Kiev'e yönelik bir saldırının bedeli olur"."""
    start = setting.parsed.mentions[part.chunk].last - setting.parsed.base + 1
    stop = min(start + OWNED_REACH, *firing.words)
    words = (setting.parsed.tokens[at] for at in range(start, stop))
    return any(t.morph.case is GEN and t.morph.pos is Pos.NOUN and setting.asks.deeds_named(t.lower) for t in words)


def _goes_to_cause(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a dative tells to whom another one's help goes: "Rama'ya Kiev'e desteğinden dolayı teşekkür etti"."""
    mentions, base = setting.parsed.mentions, setting.parsed.base
    given = setting.parsed.tokens[mentions[part.chunk].last - base].morph
    helps = given.possessive in THIRD and given.case is not DAT and given.lemma in setting.nouns.deeds
    others = (p for p in firing.clause.parts if p.case is DAT and p.own and mentions[p.chunk].codes)
    return helps and any(mentions[p.chunk].last <= mentions[part.chunk].first for p in others)
