"""Whom a speaker blames as "they" or "this man", by a noun for the rulers, or in a headline without a verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import FINITE, GEN, NOM, PUNCT, SECOND, SPEAKERS, Case, Form, Pos
from haberci.core.report import Mention, MentionKind, StatementKind, Token
from haberci.read.events.bystanders import rulers, speaker
from haberci.read.events.in_person import in_person
from haberci.read.events.matching import Firing
from haberci.read.events.pattern_nouns import QUOTES, quoted_before
from haberci.read.events.rivals import OPPOSITION
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.events.spoken_blame import are_others, owner_of_subject
from haberci.read.rows import joined_before

RECENT: Final = 2  # sentences back to the one who is blamed already
THEY: Final = "3p"
UNSURE: Final = "party.unnamed"  # the rule of nobody, where several may be meant
HEADLINE_REACH: Final = 5  # words between two sides and the noun for what one said of the other
UNBLAMED: Final = (MentionKind.PLACE, MentionKind.PEOPLE)


def owner_or_taken_up(firing: Firing, setting: Setting) -> Filled:
    """Whose words or deeds are blamed, else whom "they" or "this man" means: "Bern konuştu. Onlar aldatıyor"."""
    found = owner_of_subject(firing, setting)
    return found if found.all_codes() else taken_up(firing, setting)


def taken_up(firing: Firing, setting: Setting) -> Filled:
    """Whom a speaker means by "they": whom he blamed last, else the one other side in his sentence before."""
    clause = firing.clause
    said = setting.statement
    spoken = clause.quoted or (said is not None and said.kind is StatementKind.DIRECT)
    if clause.form is not FINITE or not spoken or clause.subject_from is not SubjectFrom.NONE:
        return NOBODY
    own = in_person(speaker(firing, setting), setting)
    if not own.codes:
        return NOBODY
    named = not _says_rulers(firing, setting)
    found = _meant(own, firing, setting) if named and _points_back(firing, setting) else None
    if found is None and named:
        return NOBODY
    if found is not None and (found.all_codes() or found.rule == UNSURE):
        return found
    return rulers(firing, setting) if own.codes[0].sector == OPPOSITION else NOBODY


def _meant(own: Filled, firing: Firing, setting: Setting) -> Filled:
    """Whom "they" or "you" means: whom the speaker blamed, or the one other side told beside his words."""
    found = _blamed_before(own, setting)
    if found.all_codes() or found.rule == UNSURE:
        return found
    tokens, base = setting.parsed.tokens, setting.parsed.base
    opens = next((at for at in range(firing.clause.first) if tokens[at].text in QUOTES), 0)
    beside = [m for m in setting.parsed.mentions if m.last - base <= opens and m.codes and m.kind not in UNBLAMED]
    others = [m for m in beside if are_others(m, own) and m.codes[0].sector not in IRREGULAR]
    one = len({code for m in others for code in m.codes}) == 1
    return Filled(tuple(others[:1]), rule="party.context") if one else found


def _says_rulers(firing: Firing, setting: Setting) -> bool:
    """Whether those who rule are the subject, without a name: "Bu iktidar milleti aldatıyor"."""
    return any(setting.parsed.small[at] in setting.nouns.ruling for at in _nominatives(firing, setting))


def _points_back(firing: Firing, setting: Setting) -> bool:
    """Whether "they", "this man" or a verb of many tells who does it, and no other noun."""
    tokens = setting.parsed.tokens
    for at in _nominatives(firing, setting):
        morph = tokens[at].morph
        if morph.pos is Pos.PRON:
            return morph.plural and morph.person not in SPEAKERS
        if morph.lemma in setting.nouns.derided:
            return at > 0 and tokens[at - 1].morph.lemma in setting.nouns.pointing
        if morph.plural:
            return False
    morph = tokens[firing.clause.verb].morph
    return morph.person == THEY or morph.person in SECOND


def _nominatives(firing: Firing, setting: Setting) -> Iterator[int]:
    """The words of a clause that may be its subject."""
    start = max(firing.clause.first, setting.parsed.behind_finite(firing.anchor))
    for at in range(start, min(firing.words)):
        morph = setting.parsed.tokens[at].morph
        if morph.case is NOM and morph.form is None and morph.pos is not PUNCT:
            yield at


def _blamed_before(own: Filled, setting: Setting) -> Filled:
    """Whom a speaker blamed last, else the one other side that his sentence before names; no armed band.

    Where it names several, nobody for sure; where it names none, an opposition means those who rule.
    """
    for event in setting.lately(RECENT):
        if event.type is EventType.ACCUSE and event.actors == own.codes and event.recipients:
            return Filled(codes=event.recipients, rule="party.context")
    said = setting.statement
    before = setting.earlier[-1] if setting.earlier else None
    if before is None or said is None or not said.at.span.overlaps(before.sentence.at.span):
        return NOBODY
    told = [m for m in before.mentions if m.codes and m.codes[0].sector not in IRREGULAR]
    told = [m for m in told if m.codes[0] not in own.codes or are_others(m, own)]
    others = [m for m in told if m.kind not in UNBLAMED and are_others(m, own)]
    one = len({code for m in others for code in m.codes}) == 1 and len(others) == len(told)
    bands = any(m.case is NOM and m.codes and m.codes[0].sector in IRREGULAR for m in before.mentions)
    return Filled(tuple(others[:1]) if one else (), rule=UNSURE if (told or bands) and not one else "party.context")


def headline_speaker(firing: Firing, setting: Setting) -> Filled:
    """From whom words come in a headline that ends in them, or whose attack it tells: "Kerkük'te DEAŞ saldırısı"."""
    found = _in_headline(firing, setting, Case.ABL)
    if found or "irregular" not in firing.frame.flags:
        return Filled(found)
    stop = setting.parsed.base + min(firing.words)
    return Filled(tuple(m for m in setting.parsed.mentions if m.last == stop and m.case is NOM and m.codes))


def headline_target(firing: Firing, setting: Setting) -> Filled:
    """To whom words go in a headline that ends in them: "Oslo'dan Bern'e sert tepki"."""
    return Filled(_in_headline(firing, setting, Case.DAT))


def headline_scene(firing: Firing, setting: Setting) -> Filled:
    """The people of where something is, in a headline that ends in it: "Mısır'da darbe protestosu".

    Before a colon those of whom it is told behind it: "Kerkük'te hava saldırısı: İki komutan öldü".
    """
    tokens, behind = setting.parsed.tokens, firing.anchor + 1
    opened = behind < len(tokens) and tokens[behind].text == ":"
    if opened and not _in_headline(firing, setting, Case.LOC):
        return NOBODY
    struck = [m for m in setting.parsed.mentions if opened and m.first - setting.parsed.base > behind and m.codes]
    if struck or (opened and setting.parsed.clauses):
        return Filled(tuple(m for m in struck[:1] if m.case is NOM))
    scene = (m for m in _in_headline(firing, setting, Case.LOC) if m.kind is MentionKind.PLACE)
    return Filled(codes=tuple(ActorCode(m.codes[0].principal, "CVL") for m in scene))


def _in_headline(firing: Firing, setting: Setting, case: Case) -> tuple[Mention, ...]:
    """The last phrase in a case before a noun that ends its sentence, with no verb between."""
    tokens, base, at = setting.parsed.tokens, setting.parsed.base, firing.anchor
    behind = tokens[at + 1].morph if at + 1 < len(tokens) else None
    if (behind is not None and behind.pos is not PUNCT) or tokens[at].morph.case not in (None, NOM):
        return ()
    quoted = quoted_before(setting.parsed, at)
    for number in reversed(range(len(setting.parsed.mentions))):
        mention = setting.parsed.mentions[number]
        if mention.last - base - 1 in quoted:
            continue  # who is called on there
        between = [tokens[k] for k in range(mention.last - base, at) if k not in quoted]
        if mention.last - base > at or mention.case is not case or not mention.codes:
            continue
        near = len(between) <= HEADLINE_REACH + (case is Case.ABL) * HEADLINE_REACH
        if not near or not all(map(_is_plain, between)):
            return ()
        other = joined_before(setting.parsed, number)
        return (mention,) if other is None or not other.codes else (other, mention)
    return ()


def _is_plain(token: Token) -> bool:
    """Whether a word of a headline is no verb, save one in -mA that tells what is asked, nor owns something."""
    morph = token.morph
    return morph.case is not GEN and (not morph.is_verb or (morph.form is Form.MA and morph.possessive is None))
