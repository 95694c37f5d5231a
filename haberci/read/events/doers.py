"""Who does what a frame tells: the subject, the agent of a passive, who decides, announces or writes it."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form, Pos, Tense
from haberci.core.report import Mention, MentionKind
from haberci.read.anaphora import DEALINGS
from haberci.read.events import bystanders, issuers
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.deed_rows import row_end
from haberci.read.events.fillers import by_case, by_link, genitive, owns_all
from haberci.read.events.governing import is_ordered
from haberci.read.events.holders import agent_thing, armed_thing
from haberci.read.events.matching import Firing
from haberci.read.events.one_of_those import is_one_of_those
from haberci.read.events.outer_subjects import outer_subject
from haberci.read.events.own_deeds import of_themselves
from haberci.read.events.own_struck import is_own_struck
from haberci.read.events.plain_subjects import has_plain_subject, nearer_genitive
from haberci.read.events.receivers import MEASURES
from haberci.read.events.setting import DROPPED, NOBODY, SPEAKER, Filled, Setting
from haberci.read.events.takers import taker
from haberci.read.events.verb_rows import ends_in_own
from haberci.read.rows import ADJECTIVE, as_asked, group_of, mentions_of

# Who tells that a deed was not done, of others.
POWERLESS: Final = frozenset({"OPP", "CVL", "JRN", "NGO", "IGO", "BUS", ""})
GOVERNMENT: Final = "GOV"
LEGISLATURE: Final = "LEG"
INTERNATIONAL: Final = "IGO"
RULING: Final = frozenset({"GOV", "LEG"})
VOTED: Final = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.SANCTION})
PAST: Final = (Tense.PAST, Tense.EVID)
SINGLE: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.STATE})  # who is no "they"
HEAD: Final = 2  # words in which the noun of a relative clause stands: "bir açıklama"
TAKING: Final = frozenset({"al", "ver"})  # verbs of taking a decision
DECISION: Final = "karar"
AUXILIARIES: Final = 2  # verbs between a plan and the word that announces it


def is_passive(firing: Firing, setting: Setting) -> bool:
    """Whether a verb in the passive fired."""
    return setting.parsed.tokens[firing.anchor].morph.passive and not firing.nominal


def doer(firing: Firing, setting: Setting) -> Filled:
    """The subject; of a passive the agent, or the speaker who tells what will be done without saying by whom."""
    if not is_passive(firing, setting):
        found = armed_thing(firing, setting) or _decided_above(firing, setting)
        found = found or outer_subject(setting, firing.clause) or nearer_genitive(setting, firing.clause)
        found = found or subject_of(firing, setting)
        done = firing.frame.type not in SPEECH_ACTS  # who refuses does not deny: "talebi kabul etmediklerini söyledi"
        if not found.all_codes() and not found.mentions and (own := of_themselves(firing, setting)).codes:
            return own
        return _denier(firing, setting) if done and not found.all_codes() else found
    agent = by_link(firing, setting, Link.AGENT)
    return agent if agent.mentions else agent_thing(firing, setting) or _untold_agent(firing, setting)


def _untold_agent(firing: Firing, setting: Setting) -> Filled:
    """Who does what a passive tells without an agent: who denies, decides, passes or announces it, or whose it is."""
    if setting.told is Modality.DENIED and setting.statement is not None:
        return _denier(firing, setting)
    if firing.frame.type in SPEECH_ACTS:
        document = issuers.document(firing, setting)
        if document.codes:
            return document
    if _is_owners_deed(firing, setting):
        return Filled(mentions_of(setting, firing.clause.subject))
    adjective = _described(firing, setting)
    if adjective.all_codes():
        return adjective
    host = _assembly(firing, setting) if firing.frame.type in VOTED else taker(firing, setting)
    if host.all_codes():
        return host
    if firing.frame.type is EventType.AID and (giver := by_case(firing, setting, Case.ABL)).all_codes():
        return giver  # "AB'den Moldova'ya yardım sağlandı"
    decider = _decider(firing, setting)
    if decider is not None and decider.subject and _is_decided(firing, decider, setting):
        return Filled(mentions_of(setting, decider.subject), rule="party.shared")  # "gönderilmesine karar verdi"
    if _is_foretold(firing, setting) and is_announced(firing, setting):
        return bystanders.speaker(firing, setting)
    return NOBODY


def _is_foretold(firing: Firing, setting: Setting) -> bool:
    """Whether a deed is to come; a measure that a government says may be taken is its own."""
    if setting.told is not Modality.HYPOTHETICAL or setting.statement is None:
        return setting.told is Modality.PLANNED
    may = setting.parsed.tokens[firing.anchor].morph.able and firing.clause.form is Form.ACAK
    ruling = RULING | {INTERNATIONAL} if firing.frame.type is EventType.SANCTION else RULING
    return may and firing.frame.type in MEASURES and setting.statement.speaker.sector in ruling


def _denier(firing: Firing, setting: Setting) -> Filled:
    """Who denies a deed that he tells of nobody, which was his own: "elçiliği kapattığı haberi doğru değil" dedi."""
    if setting.told is not Modality.DENIED or setting.statement is None:
        return NOBODY
    speaker = setting.statement.speaker
    own = _denies(firing, setting) and speaker.sector not in POWERLESS and not _has_owner(firing, setting)
    if firing.frame.type is EventType.ASSAULT and is_own_struck(firing, setting, speaker):
        return Filled(codes=(UNKNOWN,))  # "MSB, Türk gemisinin vurulduğu iddiasını yalanladı"
    return Filled(codes=(speaker,), rule=SPEAKER) if own else NOBODY


def _has_owner(firing: Firing, setting: Setting) -> bool:
    """Whether a genitive before a verb may be its subject though it stands for no side: "komutanın istifa ettiği"."""
    tokens = setting.parsed.tokens[firing.clause.first : firing.anchor]
    return firing.nominal or (not is_passive(firing, setting) and any(token.morph.case is Case.GEN for token in tokens))


def _is_owners_deed(firing: Firing, setting: Setting) -> bool:
    """Whether a passive participle describes the attack of somebody: "İsrail'in dün düzenlenen saldırıları"."""
    clause = firing.clause
    described = clause.form is Form.AN and clause.subject_from is SubjectFrom.GENITIVE
    described = described and firing.frame.type is EventType.ASSAULT
    owners = [m for m in mentions_of(setting, clause.subject) if m.kind is not MentionKind.PLACE]
    if not described or not owners or max(firing.words) < firing.anchor:
        return False
    return owns_all(setting, owners[-1], firing.anchor)


def _described(firing: Firing, setting: Setting) -> Filled:
    """Whose an attack is that a passive participle describes, by an adjective: "kente düzenlenen Rus saldırısı"."""
    noun = firing.clause.verb + 1
    behind = [at for at in firing.words if at > firing.anchor]
    if firing.clause.form is not Form.AN or firing.frame.type is not EventType.ASSAULT or not behind:
        return NOBODY
    first = setting.parsed.base + noun
    named = (m for m in setting.parsed.mentions if m.first == first and m.last == setting.parsed.base + min(behind))
    return Filled(tuple(m for m in named if m.rule == ADJECTIVE), rule="party.owner")


def _assembly(firing: Firing, setting: Setting) -> Filled:
    """The organ in which something is passed: "Meclis'te onaylandı", "Genel Kurul'da kınandı"."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        last = setting.parsed.tokens[mention.last - setting.parsed.base - 1].morph
        seated = part.case is Case.LOC and part.link is Link.PART and last.pos is not Pos.ADJ and not part.through
        if seated and any(code.sector == LEGISLATURE or _is_organ(mention, code.sector) for code in mention.codes):
            return Filled((mention,))
    return NOBODY


def _is_organ(mention: Mention, sector: str) -> bool:
    """Whether a phrase names an organ of an organisation: "BM Genel Kurulu", not "BM"."""
    return sector == INTERNATIONAL and mention.last - mention.first > 1


def _denies(firing: Firing, setting: Setting) -> bool:
    """Whether a verb tells in what is said that something was not done: "vurulmadığını", "vurulmadı" dedi."""
    tense = setting.parsed.tokens[firing.clause.verb].morph.tense
    return firing.clause.form in bystanders.NESTED or (firing.clause.form is Form.FINITE and tense in PAST)


def _decider(firing: Firing, setting: Setting) -> Clause | None:
    """The clause of who decides a deed, also by what provides for it: "uygulanmasını öngören kararnameyi imzaladı"."""
    over = setting.parsed.clause_of(row_end(firing.clause, setting.parsed).parent)
    provides = over is not None and over.form is Form.AN and over.head is not None and not over.subject
    if over is None or not provides or setting.parsed.tokens[over.verb].morph.lemma not in setting.nouns.foreseeing:
        return over
    return setting.parsed.clause_of(over.parent)


def _decided_above(firing: Firing, setting: Setting) -> Filled | None:
    """Who takes the decision on a deed: "Bern, Rusya'nın iki diplomatını ülkeden çıkarma kararı aldı".

    An owner before the deed is that of what it is done to.
    """
    clause, tokens = firing.clause, setting.parsed.tokens
    bare = clause.form is Form.MA and clause.subject_from is SubjectFrom.GENITIVE
    if not bare or tokens[clause.verb].morph.possessive is not None:
        return None
    over = setting.parsed.clause_of(clause.parent)
    taken = over is not None and tokens[over.verb].morph.lemma in TAKING and over.subject_from is SubjectFrom.SPOKEN
    if over is None or not taken or not setting.parsed.small[min(clause.verb + 1, over.verb)].startswith(DECISION):
        return None
    return Filled(mentions_of(setting, over.subject), rule="party.shared")


def _is_decided(firing: Firing, decider: Clause, setting: Setting) -> bool:
    """Whether the subject of the verb above decides or weighs a deed, save for a retreat, or orders it."""
    if is_ordered(firing.clause, decider, setting.parsed, setting.nouns):
        return True
    verb = setting.parsed.tokens[decider.verb].morph
    weighed = setting.told is Modality.HYPOTHETICAL and verb.lemma in setting.nouns.passives and not verb.passive
    planned = setting.told is Modality.PLANNED or weighed
    return planned and firing.clause.form is Form.MA and firing.frame.type is not EventType.RETREAT


def is_announced(firing: Firing, setting: Setting) -> bool:
    """Whether the speaker's own word governs the plan, at once or over an auxiliary ("edileceğini söyledi").

    What only describes a noun is not announced: "verilecek parayı eleştirdi".
    """
    if firing.clause.head is not None:
        return False
    if setting.statement is None or firing.clause.form is Form.FINITE:
        return True
    clause = firing.clause
    for _ in range(AUXILIARIES):
        parent = setting.parsed.clause_of(clause.parent)
        if parent is None:
            return False
        if setting.statement.cue_at.span.overlaps(setting.parsed.tokens[parent.verb].span):
            return True
        clause = parent
    return False


def subject_of(firing: Firing, setting: Setting, dropped: bool = True) -> Filled:
    """The subject of the clause; ``dropped`` allows that of the sentence before where none is told."""
    clause = firing.clause
    morph = setting.parsed.tokens[clause.verb].morph
    if firing.nominal:
        return genitive(firing, setting)
    first_person = "1" in (morph.person or "") or "1" in (morph.possessive or "")
    first_person = first_person or _is_own_wish(firing, setting) or ends_in_own(firing, setting)
    if first_person and setting.statement is not None:
        return bystanders.speaker(firing, setting)
    if "2" in (morph.person or "") and clause.subject_from is not SubjectFrom.SPOKEN:
        return NOBODY
    if first_person and clause.subject_from is not SubjectFrom.SPOKEN:
        return NOBODY
    nameless = not _has_codes(setting, clause) and firing.frame.type in DEALINGS and _is_company(setting, clause)
    told_above = clause.subject_from is SubjectFrom.HEAD and is_one_of_those(firing, setting)
    if clause.subject and not nameless and not told_above:
        rule = "party.shared" if clause.subject_from is SubjectFrom.SHARED else "party.spoken"
        return Filled(tuple(map(as_asked, mentions_of(setting, clause.subject))), rule=rule)
    if told_above or _tells_act(firing, setting) or is_one_of_those(firing, setting):
        return _author(firing, setting)
    if _is_company(setting, clause):
        dealing = firing.frame.type in DEALINGS
        return Filled(codes=setting.met if dealing else setting.company, rule="party.company")
    if morph.person == "3p" and len(setting.last_subject) == 1 and _is_single(setting.last_subject[0]):
        return NOBODY  # many do it: "öldürdüler"
    told = clause.subject_from is not SubjectFrom.NONE or clause.quoted
    if dropped and not told and not has_plain_subject(setting, clause):
        return Filled(setting.last_subject, rule=DROPPED)
    return NOBODY


def _is_single(mention: Mention) -> bool:
    """Whether a phrase names one who is no "they": a person, a state, a ministry or embassy."""
    office = mention.kind is MentionKind.BODY and all(code.sector == GOVERNMENT for code in mention.codes)
    return mention.kind in SINGLE or (office and bool(mention.codes))


def _is_own_wish(firing: Firing, setting: Setting) -> bool:
    """Whether an infinitive stands under a verb in the first person: "Putin'le görüşmek istiyorum"."""
    parent = setting.parsed.clause_of(firing.clause.parent) if firing.clause.form is Form.MAK else None
    return parent is not None and "1" in (setting.parsed.tokens[parent.verb].morph.person or "")


def _tells_act(firing: Firing, setting: Setting) -> bool:
    """Whether a participle says what a law, decision or document does: "Bakü'yü suçlayan bir açıklama yaptı"."""
    clause = firing.clause
    if clause.form is not Form.AN or clause.head is None or clause.subject_from is not SubjectFrom.OTHER:
        return False
    nouns = (token.morph.lemma for token in setting.parsed.tokens[clause.head : clause.head + HEAD])
    return any(noun in setting.nouns.acts or noun in setting.nouns.documents for noun in nouns)


def _author(firing: Firing, setting: Setting) -> Filled:
    """Whose deed a participle describes: the subject's above, or whence it came: "Bern'den kınayan açıklama geldi"."""
    parent = setting.parsed.clause_of(firing.clause.parent)
    if parent is None or parent.subject:
        return Filled(mentions_of(setting, parent.subject if parent is not None else ()), rule="party.shared")
    whence = (p for p in parent.parts if p.case is Case.ABL and p.link is Link.PART and not p.comma)
    part = next((p for p in whence if set(p.through) <= {firing.clause.verb}), None)
    named = part is not None and setting.parsed.mentions[part.chunk].codes
    return Filled(group_of(setting.parsed, part, parent), rule="party.shared") if part is not None and named else NOBODY


def _is_company(setting: Setting, clause: Clause) -> bool:
    """Whether the subject is those who met before, told by their kind alone: "Liderler bildiriyi imzaladı"."""
    tokens, nouns = setting.parsed.tokens, setting.nouns
    opening = setting.parsed.behind_finite(clause.verb)  # "Bakanlar açılmasını ..."
    cases = (Case.NOM, Case.GEN) if clause.form in bystanders.NESTED else (Case.NOM,)  # "heyetlerin toplanması"
    for at in (opening, *range(clause.first, clause.verb)):
        morph = tokens[at].morph
        if morph.case not in cases or morph.possessive or (at == opening and clause.form is not Form.FINITE):
            continue
        if morph.plural and morph.lemma in nouns.company:
            return True
        if tokens[at].lower in nouns.both and tokens[at + 1].morph.pos in (Pos.PUNCT, Pos.PROPN, Pos.ADV, Pos.NUM):
            return True  # "İkili, göçü ele aldı", not "ikili ilişkiler"
    return False


def _has_codes(setting: Setting, clause: Clause) -> bool:
    """Whether a subject stands for a side."""
    return any(mention.codes for mention in mentions_of(setting, clause.subject))
