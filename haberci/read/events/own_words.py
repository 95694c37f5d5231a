"""Whose call, offer or threat a noun tells, to whom it goes, and of whom who speaks expects something."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT, FINITE, FIRST, GEN, PUNCT, THIRD, Case, Form, Tense
from haberci.core.report import MentionKind
from haberci.read.events.complements import complement
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import ADJECTIVE, group_of

AIMED: Final = (Link.PART, Link.AGAINST)
PREDICATED: Final = (("predicated",),)
NEAR: Final = 4  # words behind a demand in which stands who shall do it
COLON: Final = ":"
QUOTING: Final = "quoting"
SAID_NEAR: Final = 2  # words back from a noun to the verb of the words that it bears
NAMING: Final = frozenset({None, Form.MA, Form.MAK})  # forms of what a noun of speech calls for
ADDRESSED: Final = (DAT, Case.ABL, Case.INS)


def owner_of_words(firing: Firing, setting: Setting) -> Filled:
    """The nearest genitive before a noun of speech, when it is a party: "Scholz'un Putin'e yönelik çağrısı".

    Of one nearer that is no party it would be that one's: "Aliyev'in yakınlarının, gazetenin talebine".
    """
    part = _owner(firing, setting)
    if part is None or not setting.parsed.mentions[part.chunk].codes:
        return NOBODY
    last = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    between = [token.morph for token in setting.parsed.tokens[last : firing.anchor]]
    if between and between[0].pos is PUNCT:
        return NOBODY  # "Mahkemenin, Türkiye'ye iade talebini kabul ettiği"
    told = (m.form in NAMING or m.person in FIRST or m.tense is Tense.IMPERATIVE for m in between)
    if any(morph.case is GEN for morph in between) or not all(told):
        return NOBODY  # but "Rama'nın 'sınırı kapatırız' tehdidi", "'sınırı kapat' çağrısı"
    return Filled(group_of(setting.parsed, part, firing.clause))


def _owner(firing: Firing, setting: Setting) -> ClausePart | None:
    """The nearest genitive before a noun that somebody owns."""
    morph = setting.parsed.tokens[firing.anchor].morph
    owned = morph.possessive in THIRD or (morph.plural and morph.case is ACC)  # "eleştirileri" is both
    if not owned and QUOTING not in firing.frame.flags:
        return None
    stop = setting.parsed.base + firing.anchor
    first = setting.parsed.base + min(firing.words)
    owners = ((p, setting.parsed.mentions[p.chunk]) for p in _parts(firing, setting) if p.case is GEN)
    whole = ((p, m) for p, m in owners if m.rule != ADJECTIVE or m.last == first)  # "Bern'in Rus parasını ... önerisi"
    part = next((p for p, m in whole if m.last <= stop), None)
    told = firing.frame.recipient == PREDICATED  # "Rama'nın şartı Kurti'nin gitmesi": whose the condition is
    return None if part is None or (part.chunk in firing.clause.subject and not told) else part


def _parts(firing: Firing, setting: Setting) -> tuple[ClausePart, ...]:
    """The phrases around a noun, with those of the words that it bears: "Rama'nın Kurti'yi vururuz tehdidi"."""
    if QUOTING not in firing.frame.flags:
        return firing.clause.parts
    said = next((c for c in reversed(setting.parsed.clauses) if c.verb < firing.anchor), None)
    near = said is not None and firing.anchor - said.verb <= SAID_NEAR
    return (*firing.clause.parts, *said.parts) if said is not None and near else firing.clause.parts


def addressed_by_words(firing: Firing, setting: Setting) -> Filled:
    """To whom it goes, told between its owner and the noun: not "Biden'ın çağrısına rağmen Kiev'e gitti"."""
    owner = _owner(firing, setting)
    if owner is None:
        return NOBODY
    threatens = firing.frame.type is EventType.THREATEN  # "Rama'nın Kurti'yi vururuz tehdidi"
    mentions, first = setting.parsed.mentions, setting.parsed.mentions[owner.chunk].last
    stop = setting.parsed.base + firing.anchor
    for part in reversed(_parts(firing, setting)):
        within = first <= mentions[part.chunk].first and mentions[part.chunk].last <= stop
        aimed = part.link in AIMED and (part.case in ADDRESSED or (part.case is ACC and threatens))
        if within and (aimed or part.link is Link.WITH) and mentions[part.chunk].codes:
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def predicated(firing: Firing, setting: Setting) -> Filled:
    """Of whom it is told, at the end of the sentence, what a condition or demand is: "şartı Kurti'nin gitmesidir"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    ends = (c for c in setting.parsed.clauses if c.verb > firing.anchor and _is_predicate(setting, c))
    verb = next((clause.verb for clause in ends), None)
    if verb is None or any(token.text == COLON for token in tokens[firing.anchor : verb]):
        return NOBODY
    within = (m for m in setting.parsed.mentions if firing.anchor < m.first - base and m.last - base <= verb)
    done_by = next((m for m in within if m.case is GEN), None)
    if done_by is None or done_by.first - base - firing.anchor > NEAR:
        return NOBODY
    return Filled((done_by,)) if done_by.codes else NOBODY


def _is_predicate(setting: Setting, clause: Clause) -> bool:
    """Whether -mAsI(dIr) ends its sentence."""
    morph = setting.parsed.tokens[clause.verb].morph
    behind = setting.parsed.tokens[clause.verb + 1 : clause.verb + 2]
    named = clause.form is Form.MA or (clause.form is FINITE and morph.tense is Tense.NOMINAL)
    return named and morph.possessive in THIRD and (not behind or behind[0].morph.pos is PUNCT)


def expected(firing: Firing, setting: Setting) -> Filled:
    """Of whom who speaks expects what the verb below tells, when it is no people and no visit.

    "ABD'nin sözünde durmasını bekliyoruz" demands; "turistlerin gelmesini", "Putin'in gelmesini" foresees.
    """
    below = [c for c in setting.parsed.clauses if c.parent == firing.clause.verb]
    lemmas = (setting.parsed.tokens[c.verb].morph.lemma for c in below)
    comes = any(lemma in setting.parsed.words.moving or lemma in setting.parsed.words.meeting for lemma in lemmas)
    words = (setting.parsed.small[c.verb - 1] for c in below)
    comes = comes or any(word in setting.parsed.words.meeting or word in setting.nouns.trips for word in words)
    found = NOBODY if comes else complement(firing, setting)
    return NOBODY if any(m.kind is MentionKind.PEOPLE for m in found.mentions) else found
