"""Those who fell: of whom the sentence tells that they died or were hurt, and who is named among them."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, Link
from haberci.core.morph import THIRD, Case
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

COUNTED: Final = 4  # words between a part and the whole of it: "en az 90 kişi"
BESIDE: Final = 2  # words between those told with "ile" and the subject: "ile", a number
AMONG_REACH: Final = 5  # words between "arasında" and those who are named among others
NAMELESS: Final = ("mention.office-bare", "mention.office-again", "mention.inherited")  # rules of who may be anybody
PASSIVE: Final = "passive-only"  # flag of frames whose noun is the attack, and not what is struck
CLOSE: Final = 3  # words behind those named in which it is said that there are some


def victims(firing: Firing, setting: Setting) -> Filled:
    """Those of whom the sentence tells that they died or were hurt."""
    for clause in setting.parsed.clauses:
        if tells_harm(setting, clause.verb) and clause.subject:
            mentions = tuple(setting.parsed.mentions[n] for n in clause.subject)
            if any(m.codes for m in mentions):
                beside = _beside(setting, clause, mentions[0].first)
                return Filled((*beside, *mentions, *_of_whom(setting, clause, mentions[-1].last)))
    return NOBODY


def harmed(firing: Firing, setting: Setting) -> Filled:
    """Whose death or wounds the words of a frame tell: "bombardıman üç askerin ölümüne yol açtı"."""
    inner = [at + setting.parsed.base for at in firing.words if at > min(firing.words)]
    return Filled(tuple(m for m in setting.parsed.mentions if m.last in inner and m.case is Case.GEN and m.codes))


def owns_attack(firing: Firing, setting: Setting, hit: Filled) -> bool:
    """Whether those said to be hit own the attack: "Rusya'nın saldırısı iki kişinin yaralanmasına yol açtı"."""
    first = min(firing.words)
    told = PASSIVE in firing.frame.flags and firing.anchor > first
    possessed = told and setting.parsed.tokens[first].morph.possessive in THIRD
    return possessed and any(m.case is Case.GEN and m.last - setting.parsed.base == first for m in hit.mentions)


def _of_whom(setting: Setting, clause: Clause, last: int) -> tuple[Mention, ...]:
    """The whole of which a subject is only a part: "13'ü ABD askeri en az 90 kişi öldü"."""
    rest = [setting.parsed.mentions[p.chunk] for p in clause.parts if p.own and p.case is Case.NOM]
    return tuple(m for m in rest if m.kind is MentionKind.PEOPLE and 0 < m.first - last <= COUNTED)


def _beside(setting: Setting, clause: Clause, first: int) -> tuple[Mention, ...]:
    """Who is told with a subject that begins at a word: "8 Türk askeri ile 2 Iraklı polis öldü"."""
    company = [p.chunk for p in clause.parts if p.link is Link.WITH and p.chunk not in clause.subject]
    return tuple(m for m in (setting.parsed.mentions[n] for n in company) if 0 < first - m.last <= BESIDE)


def among_fallen(setting: Setting) -> tuple[Mention, ...]:
    """People named among those who fell: "ölenler arasında iki Alman da bulunuyor", "aralarında Türklerin olduğu"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    at = next(
        (n for n, t in enumerate(tokens) if t.morph.lemma in setting.nouns.among and t.morph.case is Case.LOC), None
    )
    if at is None or not tells_fall(setting):
        return ()
    behind = (m for m in setting.parsed.mentions if 0 <= m.first - base - at <= AMONG_REACH)
    named = tuple(m for m in behind if m.kind is MentionKind.PEOPLE and m.codes and m.rule not in NAMELESS)
    last = named[-1].last - base if named else at
    there = any(t.morph.lemma in setting.nouns.present for t in tokens[last : last + CLOSE])
    return named if there else ()


def tells_fall(setting: Setting) -> bool:
    """Whether the sentence tells that somebody died or was hurt: "ölenler", "yaralandı", "yaralılar"."""
    morphs = [token.morph for token in setting.parsed.tokens]
    if any(morph.lemma in setting.nouns.fallen for morph in morphs):
        return True
    return any(morph.form is not None and tells_harm(setting, at) for at, morph in enumerate(morphs))


def tells_harm(setting: Setting, verb: int) -> bool:
    """Whether a verb tells of its subject that it died or was hurt."""
    tokens = setting.parsed.tokens
    lemma = tokens[verb].morph.lemma
    harm = setting.nouns.harm
    if tokens[verb].morph.passive and lemma in setting.nouns.harmed:
        return True
    return lemma in harm or (verb > 0 and f"{tokens[verb - 1].lower}_{lemma}" in harm)
