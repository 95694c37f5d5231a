"""Parties that the words around a deed supply where its own phrases name none.

The doer of the clause below, the speaker, the court or police of the land, the people who are known only by place,
those of whom the sentence tells that they died, the other side of the sentence before.
"""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, AN, INS, LOC, MA, PUNCT, SEQUENT, THIRD, Case, Form, Morph
from haberci.core.report import Mention, MentionKind, Statement
from haberci.read.events.below import deeds_of_others, suffers
from haberci.read.events.fallen import victims
from haberci.read.events.headless import headless
from haberci.read.events.lands import is_landmark, is_offshore, is_place, minded, of_land, owns_place, risen_against
from haberci.read.events.matching import Firing
from haberci.read.events.scenes_told import is_of_speech, is_scene
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting
from haberci.read.rows import group_of

NESTED: Final = frozenset({Form.MA, Form.DIK, Form.ACAK, Form.IS})
TOLD: Final = frozenset({Form.FINITE, Form.DIK, Form.ACAK})
OPPOSITION: Final = "OPP"
LABOUR: Final = "LAB"
CROWDS: Final = frozenset({"CVL", "EDU", "LAB", "REF"})
STATE_ORGANS: Final = frozenset({"GOV", "MIL", "COP", "LEG"})
ARMED: Final = frozenset({"MIL", "SPY", "COP"})
FORCES: Final = ARMED | IRREGULAR
OPPOSED: Final = (Case.GEN, Case.ACC, Case.DAT)
ADDRESSES: Final = (Case.DAT, Case.ACC, Case.ABL)
CAUSE_REACH: Final = 14  # words between the one who is risen against and the word for it
SHOT_FROM: Final = ("shot-from",)
CLOSE: Final = 3  # words between a relative clause and its noun
PLAIN: Final = "CVL"
SITE_REACH: Final = 5  # words between a place and what happened there
OUTCOME_REACH: Final = 4  # words between an owner and what says that the deed comes of it
BY_SPEAKER: Final = (("speaker",),)  # the actor of frames by which the speaker asks


def place(firing: Firing, setting: Setting) -> Filled:
    """Victims known only by place: the people of the state that the place lies in (codebook, section 4).

    Where the sentence tells who of a group or force was hit, those: "saldırıda PKK'nın komutanlarından biri öldü".
    """
    if firing.frame.type is EventType.ASSAULT and firing.clause.head is not None:
        hit = victims(firing, setting)
        if any(code.sector in FORCES for code in hit.all_codes()):
            return hit
    near: Filled = NOBODY
    apart = {*minded(setting), *risen_against(firing, setting)} if firing.frame.type is EventType.PROTEST else ()
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if part.case is Case.ABL and SHOT_FROM in firing.frame.actor:
            continue  # "Lübnan'dan atılan roketler"
        scene = part.chunk in apart or is_scene(firing, setting, part) or is_of_speech(setting, part)
        if mention.codes and not scene and (is_place(part, mention) or owns_place(setting, mention)):
            row = (m for m in group_of(setting.parsed, part, firing.clause) if m.kind is mention.kind and m.codes)
            people = Filled(codes=tuple(dict.fromkeys(ActorCode(m.codes[0].principal, "CVL") for m in row)))
            if not is_landmark(setting, mention):
                return people
            near = near if near.codes or is_offshore(setting, mention) else people
    return near


def site(firing: Firing, setting: Setting) -> Filled:
    """The people of the place that stands right before a deed's noun: "Halep'teki saldırıda", "Kabil'de olan patlama".

    Where those who fell are honoured is no such place: "Ankara'daki törende saldırıda ölenler anıldı".
    """
    first, base = min(firing.words), setting.parsed.base
    for mention in reversed(setting.parsed.mentions):
        between = setting.parsed.tokens[mention.last - base : first] if mention.last - base <= first else None
        if between is None or mention.kind is not MentionKind.PLACE or is_landmark(setting, mention):
            continue
        apart = any(t.morph.pos is PUNCT or t.morph.lemma in setting.nouns.gatherings for t in between)
        if len(between) > SITE_REACH or apart or not mention.codes:
            return NOBODY
        return Filled(codes=(ActorCode(mention.codes[0].principal, PLAIN),))
    return NOBODY


def state(firing: Firing, setting: Setting) -> Filled:
    """The government of the land in which a measure is told to be in force."""
    return of_land(firing, setting, "GOV")


def speaker(firing: Firing, setting: Setting) -> Filled:
    """Who speaks where the deed is told."""
    morph = setting.parsed.tokens[firing.anchor].morph
    blamed = firing.frame.type is EventType.ACCUSE and any(p.link is Link.AGENT for p in firing.clause.parts)
    if morph.passive and not blamed and morph.lemma not in setting.nouns.feeling and _only_tells(firing, setting):
        return NOBODY  # of what was done by nobody named, the speaker only tells
    if firing.clause.form is AN and firing.clause.head is None and not firing.nominal:
        return NOBODY  # whoever does it: "bizi eleştirenler"
    behind = setting.parsed.small[firing.clause.verb + 1 : firing.clause.verb + 2]
    if firing.clause.form is MA and not setting.parsed.words.upon.isdisjoint(behind):
        return NOBODY  # upon which one speaks, and what one does not say: "ateşkesi ihlal etmesi üzerine"
    statement = _own_words(firing, setting)
    if statement is None and firing.frame.actor[0] == ("subj",) and _others_do(firing, setting):
        return NOBODY
    statement = statement or setting.statement or _document(firing, setting)
    if statement is None or statement.speaker == UNKNOWN:
        return NOBODY
    joint = (s.speaker for s in setting.spoken.joint(statement))
    codes = tuple(dict.fromkeys((statement.speaker, *(code for code in joint if code != UNKNOWN))))
    plural = setting.parsed.tokens[firing.clause.verb].morph.person == "1p"
    return Filled(codes=codes if plural else codes[:1], rule=SPEAKER)


def _own_words(firing: Firing, setting: Setting) -> Statement | None:
    """The statement whose reporting word is the verb that fired, or the one above: "suçlayarak çağrı yaptı"."""
    tokens, clause = setting.parsed.tokens, firing.clause
    above = clause.parent if clause.form in SEQUENT and not clause.subject else None
    verbs = (verb for verb in (firing.anchor, above) if verb is not None)
    cued = (s for verb in verbs for s in setting.report.statements if s.cue_at.span.overlaps(tokens[verb].span))
    return next(cued, None)


def _others_do(firing: Firing, setting: Setting) -> bool:
    """Whether others than the speaker do it: those spoken to ("bizi suçluyorsunuz"), or who has no code here.

    What a participle in -(y)An tells, whom it describes does: "darbecilere destek verenler düşünsün".
    """
    morph, clause = setting.parsed.tokens[firing.clause.verb].morph, firing.clause
    if clause.form is AN and not morph.passive and any("speaker" in names for names in firing.frame.actor):
        return True
    told = clause.form in TOLD or _describes_others(setting, clause)
    told = told and not morph.passive and "1" not in (morph.person or "") + (morph.possessive or "")
    return "2" in (morph.person or "") or (told and clause.subject_from is SubjectFrom.OTHER)


def _describes_others(setting: Setting, clause: Clause) -> bool:
    """Whether a participle tells what others do, who have no code: "Kiev'i destekleyen aydınlar", no "açıklama"."""
    if clause.form is not AN or clause.head is None:
        return False
    heads = setting.parsed.tokens[clause.head : clause.head + CLOSE]
    return not any(t.morph.lemma in setting.nouns.documents or t.morph.lemma in setting.nouns.acts for t in heads)


def _only_tells(firing: Firing, setting: Setting) -> bool:
    """Whether a passive stands in what is told: -DIK, or a participle before a noun that is no document."""
    clause = firing.clause
    if clause.form is AN and clause.head is not None:
        words = setting.parsed.tokens[clause.head : clause.head + CLOSE]
        return not any(token.morph.lemma in setting.nouns.documents for token in words)
    return clause.form is Form.DIK


def _document(firing: Firing, setting: Setting) -> Statement | None:
    """The statement of the sentence where a passive tells what a document says: "istenilen açıklamada"."""
    if not setting.parsed.tokens[firing.anchor].morph.passive:
        return None
    here = setting.parsed.sentence.at.span
    return next((s for s in setting.report.statements if s.at.span.overlaps(here)), None)


def organ(firing: Firing, setting: Setting, sector: str) -> Filled:
    """The court, police or army of the land, where the one that acts is not named."""
    named = (m.codes[0] for m in reversed(setting.parsed.mentions) if m.codes and m.first < _limit(firing, setting))
    own = next((code for code in named if code.sector == sector), None)  # "Ekipler baskın düzenledi, 3 kişi yakalandı."
    if own is not None:
        return Filled(codes=(own,), rule="party.context")
    return of_land(firing, setting, sector)


def _limit(firing: Firing, setting: Setting) -> int:
    """The number in the report of the word that a frame fired on."""
    return setting.parsed.base + firing.anchor


def by_outcome(firing: Firing, setting: Setting) -> Filled:
    """Who owns what the deed comes of: "rejim güçlerinin topçu ateşi sonucu üç asker şehit oldu"."""
    base = setting.parsed.base
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        behind = setting.parsed.tokens[mention.last - base : mention.last - base + OUTCOME_REACH]
        outcome = any(token.lower in setting.parsed.words.outcomes for token in behind)
        owner = part.case is Case.GEN or part.link is Link.MODIFIER
        if owner and not part.through and mention.codes and outcome:
            return Filled((mention,))
    return NOBODY


def deep_genitive(firing: Firing, setting: Setting) -> Filled:
    """The nearest genitive, also behind nested verbs: "halkın taleplerini kabul etmeyi reddetti"."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if not mention.codes or part.chunk in firing.clause.subject or _is_asked_for(setting, part):
            continue
        if part.case is Case.GEN or (part.through and _is_first_half(setting, part, mention)):
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def _is_asked_for(setting: Setting, part: ClausePart) -> bool:
    """Whether somebody only does what a nested verb asks for: "Bern'in çekilmesini isteyen tasarıyı kabul etti"."""
    nested = setting.parsed.through(part)
    parsed, begging = setting.parsed, setting.parsed.words.begging
    asking = {c.verb for c in nested if c.form is AN and not begging.isdisjoint(parsed.verb_words(c.verb))}
    return any(c.form is MA and part.chunk in c.subject and c.parent in asking for c in nested)


def _is_first_half(setting: Setting, part: ClausePart, mention: Mention) -> bool:
    """Whether a name is the first half of what a nested verb is done to: "NATO kararına uymayı reddetti"."""
    behind = setting.parsed.tokens[mention.last - setting.parsed.base].morph
    half = part.link is Link.MODIFIER and mention.kind not in (MentionKind.PLACE, MentionKind.PERSON)
    return half and behind.possessive in THIRD and behind.case in (Case.ACC, Case.DAT)


def deep_with(firing: Firing, setting: Setting) -> Filled:
    """With whom, also behind nested verbs: "Bakü ile görüşmeye hazır"."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        accompanied = part.link is Link.WITH or part.case is Case.INS
        if accompanied and mention.codes and part.chunk not in firing.clause.subject:
            return Filled((mention,))
    return NOBODY


def rulers(firing: Firing, setting: Setting) -> Filled:
    """The government, of which its opposition or a crowd demands or says something without naming it."""
    if firing.frame.type is EventType.REQUEST:
        asked = [setting.parsed.tokens[clause.verb].morph.lemma for clause in demanded(firing, setting)]
        told = asked or firing.frame.actor != BY_SPEAKER
        if told and setting.nouns.knowing.issuperset(asked):
            return NOBODY  # none, or "bunun bilinmesini istedi"
    elif firing.clause.form is AN and setting.parsed.tokens[firing.anchor].morph.passive:
        return NOBODY  # "tepki gösterilen vekil": it is told who was
    if headless(firing, setting).codes:
        return NOBODY  # "yolsuzluk yapanlara tepki gösterdi"
    subjects = tuple(c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes)
    for code in subjects or speaker(firing, setting).codes:
        striking = code.sector == LABOUR and firing.frame.type is EventType.THREATEN  # "zam yapılmazsa greve çıkacağız"
        opposed = code.sector == OPPOSITION or striking or _protests(code, firing, setting)
        if opposed and code.principal in setting.states and not _lies_abroad(code, firing, setting):
            return Filled(codes=(ActorCode(code.principal, "GOV"),), rule="party.rulers")
    return NOBODY


def _lies_abroad(code: ActorCode, firing: Firing, setting: Setting) -> bool:
    """Whether what is blamed is told to be in another land: "Mısır'da işkence yapıldığını öne sürdü"."""
    if firing.frame.type is not EventType.ACCUSE:
        return False
    stop = setting.parsed.base + firing.anchor
    placed = (m for m in setting.parsed.mentions if m.case is LOC and m.codes and m.last <= stop)
    return any(m.codes[0].principal != code.principal for m in placed)


def _protests(code: ActorCode, firing: Firing, setting: Setting) -> bool:
    """Whether a people who demand something are on the street, by their name or by what was told before."""
    if code.sector not in CROWDS or firing.frame.type is not EventType.REQUEST:
        return False
    last = (setting.parsed.mentions[n].last - setting.parsed.base - 1 for n in firing.clause.subject)
    if any(setting.parsed.tokens[at].lower.startswith(setting.nouns.unrest) for at in last):
        return True
    return any(event.type is EventType.PROTEST and code in event.actors for event in setting.told_before)


def demanded(firing: Firing, setting: Setting) -> list[Clause]:
    """The clauses of what is asked to be done, by nobody named: "seçimlerin yenilenmesini istedi"."""
    row, morphs = {firing.clause.verb}, list[tuple[Clause, Morph]]()
    for clause in reversed(setting.parsed.clauses):
        morph = setting.parsed.tokens[clause.verb].morph
        in_row = clause.parent == firing.clause.verb or (clause.parent in row and morph.case is ACC)
        if clause.form is MA and in_row:
            row.add(clause.verb)
            morphs.append((clause, morph))
    if not all(morph.passive for _, morph in morphs):
        return []
    return [clause for clause, morph in morphs if morph.case is Case.ACC]


def cause(firing: Firing, setting: Setting) -> Filled:
    """Against whom people rise, from what they rise for: "hükümetin istifası talebiyle", "kararına tepki olarak"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if part.case not in OPPOSED or not mention.codes or mention.kind is MentionKind.PLACE:
            continue
        behind = tokens[mention.last - base : min(mention.last - base + CAUSE_REACH, firing.anchor)]
        if part.case is Case.DAT and any(t.morph.form is MA and t.morph.passive for t in behind):
            continue  # "köylerin Bern'e verilmesini protesto etti": the others do it
        if part.case is Case.DAT and any(deeds_of_others(setting.parsed, part)):
            continue  # "Rama'nın Bern'e yakınlaşmasını protesto etti"
        called = bool(behind) and behind[0].lower in setting.nouns.causes and part.case is Case.GEN
        if called:
            continue  # "muhalefetin çağrısıyla" tells who called, not against whom
        wanted = any(t.morph.case is INS and t.lower in setting.nouns.causes for t in behind)  # "alınması talebiyle"
        if part.case is Case.GEN and suffers(behind) and not wanted:
            continue  # "bir polisin gözaltına alınmasını protesto etmek": he suffers what they are against
        if part.chunk not in firing.clause.subject and any(t.lower in setting.nouns.causes for t in behind):
            return Filled((mention,))
    return NOBODY
