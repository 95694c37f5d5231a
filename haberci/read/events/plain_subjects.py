"""Whether a clause that names no side has a subject all the same: a plain noun, so that none was dropped."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, SubjectFrom
from haberci.core.morph import (
    ABL,
    ACC,
    ADP,
    DAT,
    FINITE,
    GEN,
    LOC,
    NOM,
    NOUN,
    NUM,
    PROPN,
    PUNCT,
    THIRD,
    Form,
    Morph,
    Pos,
)
from haberci.core.report import MentionKind, Token
from haberci.read.events.fallen import tells_harm
from haberci.read.events.setting import Filled, Setting

TELLING: Final = (Form.DIK, Form.ACAK)  # of clauses that tell what somebody says
BELOW: Final = (Form.IP, Form.ARAK, Form.MAK, Form.MA)  # of clauses inside such a one
OPENING: Final = 4  # words in which a sentence tells who acts, before a comma
DESCRIBING: Final = (NOUN, Pos.ADJ, Pos.DET)
OBJECTS: Final = (ACC, DAT)  # cases of what stands behind a subject, and behind no bare object
PARTED: Final = (ABL, GEN)  # cases of a whole of which a pronoun takes some: "askerlerden biri"
NAMES: Final = (NOUN, PROPN, Pos.PRON)


def has_plain_subject(setting: Setting, clause: Clause) -> bool:
    """Whether a plain noun does it, or what the clauses before tell, with which it shares its subject.

    What somebody owns may stand for him in the next clause: "Hafter'in adamları görüştü, teslim olmayı reddetti".
    """
    start = setting.parsed.behind_finite(clause.verb)
    if start > 0 and clause.subject_from is SubjectFrom.NONE and _opens_with_noun(setting, start):
        return True
    if start == 0 and _goes_itself(setting, clause.verb):
        return True
    shared = (c for c in setting.parsed.clauses if c.verb < clause.verb and _goes_before(c, clause))
    return _names_doer(setting, clause) or any(_names_doer(setting, other, owned=False) for other in shared)


def is_done_by_plain(setting: Setting, clause: Clause) -> bool:
    """Whether a plain genitive does what the subject tells: "Oslo, zanlıların yolu kesmeyi planladığını söyledi".

    Who owns an object does nothing: "Oslo, zanlıların evlerini aramayı planladığını duyurdu".
    """
    parsed, over = setting.parsed, clause
    while over.form not in TELLING and (above := parsed.clause_of(over.parent)) is not None:
        over = above
    if over is clause or over.form not in TELLING or over.subject != clause.subject or not clause.subject:
        return False
    start = max(parsed.mentions[n].last for n in clause.subject) - parsed.base
    named = {at for m in parsed.mentions for at in range(m.first - parsed.base, m.last - parsed.base)}
    morphs = [token.morph for token in parsed.tokens]
    within = [at for at in range(start, clause.verb) if morphs[at].form is not None and morphs[at].form not in BELOW]
    begun = max(within, default=start)  # behind clauses of another subject: "güvenliğin garantörü gördüğü kuruma"
    plain = (at for at in range(begun, clause.verb) if at not in named and morphs[at].case is GEN)
    return any(morphs[at].pos is NOUN and not _is_owned(*morphs[at + 1 : at + 3]) for at in plain)


def _is_owned(morph: Morph, after: Morph) -> bool:
    """Whether a noun is told as somebody's: "evlerini", "tahliyesi için"; "yolları" may be any."""
    return morph.possessive in THIRD and (morph.case not in (None, NOM) or after.pos is ADP)


def nearer_genitive(setting: Setting, clause: Clause) -> Filled | None:
    """Who does it where the subject only owns the place: "Mısır'ın Sina ilindeki camiye birinin saldırdığı".

    The genitive behind the place, with the side that it names, if it names one; None where there is no such.
    """
    owners = [setting.parsed.mentions[n] for n in clause.subject]
    alone = len(owners) == 1 and owners[0].kind in (MentionKind.STATE, MentionKind.PLACE)
    if clause.subject_from is not SubjectFrom.GENITIVE or not alone:
        return None
    tokens, base, placed = setting.parsed.tokens, setting.parsed.base, False
    for at in range(owners[0].last - base, clause.verb):
        morph = tokens[at].morph
        if morph.form is not None:
            return None
        if placed and morph.pos is NOUN and morph.case is GEN:
            own = any(token.morph.possessive is not None for token in tokens[at + 1 : clause.verb])
            named = (m for m in setting.parsed.mentions if m.first - base <= at < m.last - base)
            return None if own else Filled(tuple(named))
        placed = placed or (morph.possessive in THIRD and morph.case is LOC)
    return None


def _goes_before(other: Clause, clause: Clause) -> bool:
    """Whether a finite clause before another names no side either."""
    return other.form is FINITE and other.subject_from is SubjectFrom.NONE and other.quoted is clause.quoted


def _names_doer(setting: Setting, clause: Clause, owned: bool = True) -> bool:
    """Whether a nominative before a verb looks like its subject: with a comma, a plural, counted dead, or opening.

    ``owned`` says whether it may be somebody's: "adamları".
    """
    tokens = setting.parsed.tokens
    harm = tells_harm(setting, clause.verb)
    for at in range(setting.parsed.behind_finite(clause.verb), clause.verb):
        if _counts_some(tokens, at):
            return True
        if tokens[at].morph.case is not NOM or (tokens[at].morph.possessive in THIRD and not owned):
            continue
        if _is_some(tokens, at, clause.verb) or _stands_out(setting, at, clause.verb, harm):
            return True
    return False


def _counts_some(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number tells some of those told before: "zanlılardan 6'sı tutuklandı, 3'ü serbest kaldı"."""
    morph = tokens[at].morph
    bare = morph.case is NOM and morph.possessive in THIRD
    if morph.pos is not NUM or not (bare or (morph.case is ACC and morph.possessive is None)):
        return False
    before = tokens[at - 1].morph if at else None
    return before is None or before.pos is PUNCT or (bare and before.case in PARTED)


def _is_some(tokens: tuple[Token, ...], at: int, verb: int) -> bool:
    """Whether a pronoun tells some of those before it: "askerlerden biri"."""
    some = tokens[at].morph.pos is Pos.PRON and at > 0 and tokens[at - 1].morph.case in PARTED
    return some and all(token.morph.form is None for token in tokens[at + 1 : verb])


def _stands_out(setting: Setting, at: int, verb: int, harm: bool) -> bool:
    """Whether a noun in the nominative is set apart from the verb as no bare object is."""
    tokens = setting.parsed.tokens
    if tokens[at].morph.pos is not NOUN:
        return False
    comma = at + 1 < verb and tokens[at + 1].text == ","
    pointed = at > 0 and (tokens[at - 1].morph.pos is Pos.DET or tokens[at - 1].morph.form is Form.AN)
    pointed = pointed or _is_agent(setting, at)
    counted = harm and at > 0 and tokens[at - 1].morph.pos is NUM
    return comma or counted or tokens[at].morph.plural or (pointed and at + 1 < verb) or _acts_on(setting, at, verb)


def _is_agent(setting: Setting, at: int) -> bool:
    """Whether a word tells who holds a post or is somebody's kin, and no phrase that stands for a side: "avukatı"."""
    if setting.parsed.tokens[at].morph.lemma not in setting.nouns.agents:
        return False
    word = setting.parsed.base + at
    return not any(mention.first <= word < mention.last for mention in setting.parsed.mentions)


def _acts_on(setting: Setting, at: int, verb: int) -> bool:
    """Whether a noun stands right before what it acts on, not its second half, nor a time.

    "şirket ülkeyi terk etti", not "narenciye alımını durdurdu", "teslim olmayı reddetti", "akşam Ankara'ya geldi".
    """
    tokens = setting.parsed.tokens
    morph, behind = tokens[at].morph, tokens[at + 1].morph
    if at + 1 >= verb or morph.possessive in THIRD or behind.pos not in NAMES:
        return False
    nested = behind.form is not None or behind.lemma in setting.nouns.being  # "teslim olmayı"
    if nested or behind.possessive in THIRD or behind.or_accusative:
        return False
    if behind.case not in OBJECTS and not (behind.case is ABL and behind.pos is PROPN):
        return False
    number = setting.parsed.base + at
    if morph.lemma in setting.nouns.moments:
        return False
    return not any(t.first <= number < t.last for t in setting.report.times)


def _opens_with_noun(setting: Setting, stop: int) -> bool:
    """Whether a sentence of several verbs opens with a plain noun as who acts: "Tasarı, ... öngörüyor ve ..."."""
    tokens = setting.parsed.tokens
    at = next((k for k in range(min(stop, OPENING)) if tokens[k + 1].text == ","), None)
    if at is None or any(m.first <= at + setting.parsed.base < m.last for m in setting.parsed.mentions):
        return False
    plain = all(t.morph.form is None and t.morph.pos in DESCRIBING for t in tokens[: at + 1])
    return plain and tokens[at].morph.pos is NOUN and tokens[at].morph.case is NOM


def _goes_itself(setting: Setting, verb: int) -> bool:
    """Whether a sentence opens with the thing that moves, as motion has no object: "Görev gelecek ay Bern'e geçti"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    if tokens[verb].morph.lemma not in setting.parsed.words.moving:
        return False
    timed = {at - base for time in setting.report.times for at in range(time.first, time.last)}
    last = next((at for at in range(verb) if at in timed or not _may_open(tokens[at].morph, at)), 0) - 1
    if last < 0 or any(m.first <= base + last < m.last for m in setting.parsed.mentions):
        return False
    if tokens[last + 1].morph.pos is Pos.ADP or tokens[last + 1].morph.possessive in THIRD:
        return False  # "temasları kapsamında"
    return tokens[last].morph.pos is NOUN and tokens[last].morph.lemma not in setting.nouns.moments


def _may_open(morph: Morph, at: int) -> bool:
    """Whether a word may be the first thing that a sentence names, or describe it."""
    describes = morph.pos is Pos.ADJ or (morph.pos is Pos.DET and at == 0)
    return morph.form is None and (describes or (morph.pos is NOUN and morph.case is NOM))
