"""The other side of a deed that names none in its clause: the unnamed, whose words are judged, who is pointed to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import FINITE, GEN, NOUN, THIRD, Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.admission import FORCE
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.bystanders import ADDRESSES
from haberci.read.events.doers import is_passive
from haberci.read.events.fallen import victims
from haberci.read.events.headless import headless
from haberci.read.events.judged import ARGUMENTS, before_quotes, told_again
from haberci.read.events.lands import told_before
from haberci.read.events.matching import Firing
from haberci.read.events.official import official_act
from haberci.read.events.pattern_nouns import NOUN_FORMS, QUOTES
from haberci.read.events.persons import struck_people
from haberci.read.events.protests import opposed
from haberci.read.events.ruled import rulers_meant
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting
from haberci.read.rows import mentions_of

LEAVES: Final = "withdraw"
JUDGING: Final = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT})
ADDRESSED: Final = frozenset({EventType.ACCUSE, EventType.REQUEST})
DEEDS_JUDGED: Final = frozenset({EventType.ACCUSE, EventType.SUPPORT})
REACH: Final = 7  # words before its verb in which the noun that is acted on stands
HEAD: Final = 6  # words behind a participle in which the noun stands that it describes: "yüz milyon dolarlık yardım"
FAR: Final = 11  # the same for what was said: "sözlerine, 'kaba' olduğu gerekçesiyle tepki gösterdi"
NEAR: Final = 4  # words between the verb and what somebody's is judged, unless that is what was said or decided


def untold(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The other side of a deed without one; ``own`` are the principals of its doers."""
    if firing.frame.type is EventType.PROTEST:
        return opposed(firing, setting, own)
    if firing.nominal or not own or (firing.frame.mode == LEAVES and not firing.frame.recipient):
        return NOBODY  # who leaves a land does it to nobody
    country = _country(firing, setting, own)
    if country.codes:
        return country
    if firing.frame.type in SPEECH_ACTS:
        if (acting := headless(firing, setting)).codes:
            return acting
        if firing.frame.type is EventType.ACCUSE and firing.frame.actor[0] == ("speaker",):
            meant = rulers_meant(firing, setting)
            return meant if meant.codes else official_act(firing, setting, own)
        if firing.frame.type not in JUDGING or firing.frame.actor[0] != ("subj",):
            return NOBODY
        return _judged(firing, setting, own)
    if firing.frame.type is not EventType.ASSAULT:
        return NOBODY
    thing = firing.frame.mode == "destroy" and is_passive(firing, setting)  # "köprü birliklerce havaya uçuruldu"
    if thing or setting.told is Modality.DENIED:
        return _land(firing, setting, own)
    struck = struck_people(firing, setting)
    return struck if struck.codes or firing.clause.form is not Form.AN else _harmed_there(firing, setting, own)


def _harmed_there(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Who is told to have been hurt in what was struck: "ordu tarafından vurulan köyde üç Afgan yaralandı"."""
    head = firing.clause.head
    if head is None or not is_passive(firing, setting) or setting.parsed.tokens[head].morph.case is not Case.LOC:
        return NOBODY
    hurt = victims(firing, setting)
    return hurt if own.isdisjoint(code.principal for code in hurt.all_codes()) else NOBODY


def _judged(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Whose deed or words are judged, asked for or refused."""
    found = _proposer(firing, setting, own) if firing.frame.type is EventType.REJECT else NOBODY
    if firing.frame.type in ADDRESSED:
        found = _unnamed(firing, setting)
    if not found.codes and firing.frame.type is EventType.ACCUSE:
        found = _owner(firing, setting, own)
    if not found.all_codes():
        found = _pointed(firing, setting, own)
    if not found.all_codes() and firing.frame.type in DEEDS_JUDGED:
        found = told_again(firing, setting)
    if found == NOBODY and firing.frame.type is EventType.ACCUSE:
        found = official_act(firing, setting, own)
    return found


def _proposer(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Who tells that others refused what was his: "teklifimizi reddetti", "taleplerinin Oslo'ca reddedildiğini"."""
    told = setting.statement
    if told is None or told.speaker == UNKNOWN or told.speaker.principal in own:
        return NOBODY
    passive = is_passive(firing, setting) and firing.clause.form is Form.DIK
    start = setting.parsed.behind_finite(firing.anchor)
    morphs = [token.morph for token in setting.parsed.tokens[start : firing.anchor]]
    offers = [m for m in morphs if m.lemma in setting.nouns.offered or m.lemma in setting.nouns.said]
    mine = any("1" in (m.possessive or "") for m in offers)
    his = passive and any(m.possessive in THIRD and m.case is GEN for m in offers)
    return Filled(codes=(told.speaker,), rule=SPEAKER) if mine or his else NOBODY


def _country(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The state told last, where the clause only says "the country": "ülkeye verdiği yardımı kesti"."""
    tokens = setting.parsed.tokens
    # Whom one helps is not whence one is brought: "vatandaşlarını ülkeden tahliye edecek".
    cases = [case for case in ADDRESSES if case is not Case.ABL or firing.frame.type is not EventType.AID]
    cases += [Case.INS] if any("with" in names for names in firing.frame.recipient) else []
    for at in range(setting.parsed.behind_finite(firing.anchor), firing.anchor):
        morph = tokens[at].morph
        if morph.lemma not in setting.nouns.lands or morph.case not in cases:
            continue
        alone = morph.possessive is None and not morph.plural
        pointed = at > 0 and tokens[at - 1].lower in setting.nouns.pointing  # "bu ülkeye"
        alone = alone and (at == 0 or pointed or tokens[at - 1].morph.pos not in (Pos.DET, Pos.NUM, Pos.ADJ))
        if alone and _goes_with(firing, setting, at):
            found = _land(firing, setting, own)
            people = firing.frame.type in FORCE
            return found if people else found._replace(codes=tuple(ActorCode(c.principal, "GOV") for c in found.codes))
    return NOBODY


def _goes_with(firing: Firing, setting: Setting, at: int) -> bool:
    """Whether a word stands with the deed's verb, or with a participle before the noun that it does."""
    clause = setting.parsed.clause_after(at)
    if clause is None:
        return False
    if clause.verb == firing.clause.verb or clause.head is None:
        return clause.verb == firing.clause.verb
    return not set(firing.words).isdisjoint(range(clause.head, clause.head + HEAD))


def _unnamed(firing: Firing, setting: Setting) -> Filled:
    """Those named by their kind alone: "müttefiklerine çağrı yaptı", "birçok ülkeyi eleştirdi"."""
    tokens, kinds = setting.parsed.tokens, setting.nouns.uncoded - setting.nouns.company
    near = firing.frame.type is EventType.ACCUSE
    first = min(firing.words) - REACH if near else 0
    for at in range(max(first, setting.parsed.behind_finite(firing.anchor)), firing.anchor):
        morph = tokens[at].morph
        if morph.lemma not in kinds or morph.case not in ADDRESSES:
            continue
        before = (m.codes for m in setting.parsed.mentions if m.last - setting.parsed.base == at)
        named = any(codes and codes != (UNKNOWN,) for codes in before)  # "Batılı müttefiklerinden"
        if not named and (morph.plural or (at > 0 and tokens[at - 1].morph.pos in (Pos.DET, Pos.NUM))):
            return Filled(codes=(UNKNOWN,), rule="party.unnamed")
    return NOBODY


def _object(firing: Firing, setting: Setting, doubtful: bool = False) -> int | None:
    """The noun that the verb acts on, by case, near before the words that fired; what was said also farther off.

    ``doubtful`` takes a noun that may be owned or an object: "tatbikatı".
    """
    tokens, first = setting.parsed.tokens, min(firing.words)
    if first > 0 and tokens[first - 1].text in QUOTES:  # '"paranoya" olarak niteledi'
        first -= 1
    for back, at in enumerate(islice(before_quotes(tokens, first, firing.clause.quoted), FAR), 1):
        morph, behind = tokens[at].morph, tokens[at + 1].morph
        if back > REACH and (morph.lemma not in setting.nouns.said or morph.possessive is None):
            continue
        named = morph.pos is NOUN or (morph.form in NOUN_FORMS and morph.possessive is None)  # "denemeyi kınadı"
        named = named or (morph.form is Form.MA and tokens[at].lower.startswith(tuple(setting.nouns.said)))
        fits = morph.case in ARGUMENTS or (doubtful and morph.or_accusative)
        if named and fits and behind.pos is not Pos.ADP:
            return at
    return None


def _owner(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Whose words or deeds are judged, told before the subject: "Biden'ın sözlerine Kremlin tepki gösterdi"."""
    at = _object(firing, setting)
    if at is None or setting.parsed.tokens[at].morph.possessive is None:
        return NOBODY
    if min(firing.words) - at > NEAR and setting.parsed.tokens[at].morph.lemma not in setting.nouns.said:
        return NOBODY
    limit = setting.parsed.base + at
    for mention in reversed(setting.parsed.mentions):
        verbs = (c for c in setting.parsed.clauses if mention.last <= setting.parsed.base + c.verb < limit)
        if any(not c.quoted for c in verbs):
            return NOBODY
        if mention.last <= limit and mention.case is GEN and _is_other(mention, own):
            return Filled((mention,), rule="party.owner")
    return NOBODY


def _pointed(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Who spoke or acted last, where "this" points back: "Bu sözleri kınadı"."""
    at = _object(firing, setting, doubtful=True)
    tokens = setting.parsed.tokens
    if at is None or tokens[at].morph.lemma not in setting.nouns.said or firing.frame.type is EventType.REQUEST:
        return NOBODY
    written = tokens[at].morph.lemma in setting.nouns.writings and tokens[at].morph.possessive is None  # "raporu"
    if not written and not any(t.morph.pos is Pos.DET for t in tokens[max(0, at - 2) : at]):
        return NOBODY
    if firing.frame.type is EventType.REJECT and EventType.ACCUSE in setting.asks.deeds_named(tokens[at].lower):
        return NOBODY  # who turns down an accusation denies a deed
    clauses = (c for c in reversed(setting.parsed.clauses) if c.form is FINITE and c.verb < at and not c.quoted)
    spoke = next((c.subject for c in clauses if c.subject), ())
    here = tuple(m for m in mentions_of(setting, spoke) if _is_other(m, own))
    if here:
        return Filled(here, rule="party.pointed")
    before = [s for s in setting.report.statements if s.at.start < setting.parsed.sentence.at.start]
    if before and before[-1].speaker != UNKNOWN and before[-1].speaker.principal not in own:
        return Filled(codes=(before[-1].speaker,), rule="party.pointed")
    subject = tuple(m for m in setting.last_subject if _is_other(m, own))
    return Filled(subject, rule="party.pointed")


def _land(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The people of the land that a deed denied would have reached: named in the sentence, else in the one before."""
    for mention in _here_and_before(firing, setting):
        code = mention.codes[0] if mention.codes else UNKNOWN
        if code.principal in setting.states and code.principal not in own:
            return Filled(codes=(ActorCode(code.principal, "CVL"),), rule="party.land")
    return NOBODY


def _here_and_before(firing: Firing, setting: Setting) -> Iterator[Mention]:
    """The mentions of the sentence, those before the deed first, then those of the sentence before."""
    base, number = setting.parsed.base, setting.parsed.number
    yield from sorted(setting.parsed.mentions, key=lambda m: (m.first > base + firing.anchor, -m.first))
    start = setting.report.sentences[max(0, number - 1)].first
    yield from takewhile(lambda m: m.first >= start, told_before(setting))


def _is_other(mention: Mention, own: frozenset[str]) -> bool:
    """Whether a phrase is a party other than the doers."""
    known = bool(mention.codes) and mention.codes[0] != UNKNOWN and mention.codes[0].sector != "JRN"
    return known and mention.kind is not MentionKind.PLACE and mention.codes[0].principal not in own
