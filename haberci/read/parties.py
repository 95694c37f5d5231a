"""Who did it and to whom: what fills the parts of a frame that fired."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form
from haberci.core.report import MentionKind
from haberci.core.rule import Rule
from haberci.read import bystanders
from haberci.read.attribution import SPEECH_ACTS
from haberci.read.matching import Firing
from haberci.read.rows import group_of, mentions_of
from haberci.read.setting import NOBODY, Filled, Setting

RULES = (
    Rule(
        "party.spoken",
        "the part is spoken in the clause, in the case that the frame asks for",
        "Japonya, Rusya'yı kınadı.",
    ),
    Rule(
        "party.shared",
        "the part is that of the clause around or before",
        "Rama teşekkür etti, desteğini sürdüreceğini söyledi.",
    ),
    Rule(
        "party.dropped",
        "the subject is dropped; it is that of the sentence before",
        "Mirziyoyev Bakü'ye geldi. Aliyev'le görüştü.",
    ),
    Rule("party.speaker", "the first person is the speaker", 'Baerbock, "Saldırıyı kınıyoruz." dedi.'),
    Rule("party.possessor", "a genitive owns what the deed is done to", "Pekin, Şam'ın yanında olduğunu bildirdi."),
    Rule("party.near", "the other party named in the clause", "Bakü, İran'daki ilgililere destek verdi."),
    Rule("party.context", "the other side is the one told last", "Bakü'yü kınadı ve misilleme yapacağını duyurdu."),
    Rule("party.unknown", "a deed with a victim but no doer told has an unknown doer", "Konvoya saldırı düzenlendi."),
)
CASES = {"dat": Case.DAT, "abl": Case.ABL, "loc": Case.LOC}
LINKS = {
    "against": Link.AGAINST,
    "about": Link.ABOUT,
    "agent": Link.AGENT,
    "between": Link.BETWEEN,
    "for": Link.FOR,
}
AUXILIARIES = 2  # verbs between a plan and the word that announces it
OBJECT_RELATIVES = (Form.DIK, Form.ACAK)
NOUN_REACH = 6  # words between a genitive and the noun of a nominal frame


def sides(firing: Firing, setting: Setting) -> tuple[Filled, Filled]:
    """Doer and receiver of a frame that fired."""
    frame = firing.frame
    actor, recipient = fill(frame.actor, firing, setting), fill(frame.recipient, firing, setting)
    if _is_possessor(firing, actor, recipient):
        parent = setting.parsed.clause_of(firing.clause.parent)
        mentions = mentions_of(setting, parent.subject) if parent is not None else ()
        shared = Filled(mentions, rule="party.shared") if mentions else bystanders.speaker(firing, setting)
        if shared.all_codes() and shared.all_codes() != actor.all_codes():
            return shared, replace(actor, rule="party.possessor")
    if "mutual" in frame.flags and len(actor.all_codes()) == 1 and not recipient.all_codes():
        host = _host(firing, setting) if firing.nominal else NOBODY
        if host.all_codes() and host.all_codes() != actor.all_codes():
            return Filled((*host.mentions, *actor.mentions), rule="party.shared"), recipient
        told = bystanders.speaker(firing, setting)
        if _is_passive(firing, setting) and told.codes != actor.all_codes():
            return Filled(actor.mentions, (*actor.codes, *told.codes), "party.speaker"), recipient
    return actor, recipient


def _is_possessor(firing: Firing, actor: Filled, recipient: Filled) -> bool:
    """Whether the genitive taken for the subject owns what the deed is done to: "Azerbaycan'ın yanında olduğunu"."""
    genitive = firing.clause.subject_from is SubjectFrom.GENITIVE
    wanted = firing.frame.type in SPEECH_ACTS and any("gen" in names for names in firing.frame.recipient)
    others = (c for c in recipient.all_codes() if c not in actor.all_codes() and c != UNKNOWN)
    told = recipient.rule != "party.near" and any(others)
    return genitive and wanted and not told and bool(actor.mentions)


def fill(alternatives: Iterable[tuple[str, ...]], firing: Firing, setting: Setting) -> Filled:
    """The first alternative that yields an actor; alternatives of several fillers are united."""
    for names in alternatives:
        found = [_filler(name, firing, setting) for name in names]
        mentions = tuple(dict.fromkeys(m for f in found for m in f.mentions))
        codes = tuple(c for f in found for c in f.codes)
        if any(m.codes for m in mentions) or codes:
            return Filled(mentions, codes, next(f.rule for f in found if f.mentions or f.codes))
    return NOBODY


def _filler(name: str, firing: Firing, setting: Setting) -> Filled:
    if name in CASES:
        return _by_case(firing, setting, CASES[name])
    if name in LINKS:
        return _by_link(firing, setting, LINKS[name])
    return FOUND_BY[name](firing, setting)


def _is_passive(firing: Firing, setting: Setting) -> bool:
    return setting.parsed.tokens[firing.anchor].morph.passive and not firing.nominal


def _doer(firing: Firing, setting: Setting) -> Filled:
    """The subject; of a passive the agent, or the speaker who tells what will be done without saying by whom."""
    if not _is_passive(firing, setting):
        return _subject(firing, setting)
    agent = _by_link(firing, setting, Link.AGENT)
    if not agent.mentions and _is_decided(firing, setting):
        decider = setting.parsed.clause_of(firing.clause.parent)
        if decider is not None and decider.subject:  # "gönderilmesine karar verdi"
            return Filled(mentions_of(setting, decider.subject), rule="party.shared")
    if not agent.mentions and setting.told is Modality.PLANNED and _is_announced(firing, setting):
        return bystanders.speaker(firing, setting)
    return agent


def _is_decided(firing: Firing, setting: Setting) -> bool:
    """Whether a plan stands in a nominal clause under a verb whose subject decides it; of all but retreats."""
    planned = setting.told is Modality.PLANNED and firing.clause.form is Form.MA
    return planned and firing.frame.type is not EventType.RETREAT


def _is_announced(firing: Firing, setting: Setting) -> bool:
    """Whether the speaker's own word governs the plan, at once or over an auxiliary ("edileceğini söyledi")."""
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


def _object(firing: Firing, setting: Setting) -> Filled:
    """The accusative; of a passive the subject."""
    if _is_passive(firing, setting):
        return _subject(firing, setting, dropped=False)
    found = _by_case(firing, setting, Case.ACC)
    return found if found.mentions or firing.clause.form not in OBJECT_RELATIVES else _behind(firing, setting)


def _behind(firing: Firing, setting: Setting) -> Filled:
    """The phrase right behind an object relative: "kabul ettiği Gürcistan Başbakanı"."""
    first = firing.clause.verb + 1 + setting.parsed.base
    morph = setting.parsed.tokens[firing.clause.verb].morph
    if firing.clause.head is None or morph.case not in (None, Case.NOM):
        return NOBODY
    return Filled(tuple(m for m in setting.parsed.mentions if m.first == first and m.codes))


def _host(firing: Firing, setting: Setting) -> Filled:
    """The subject of the clause around a noun: who acts "at the request of"."""
    return Filled(mentions_of(setting, firing.clause.subject))


def _unknown(firing: Firing, setting: Setting) -> Filled:
    return Filled(codes=(UNKNOWN,), rule="party.unknown")


def _own(firing: Firing) -> list[ClausePart]:
    """The parts of the clause's own stretch; for a noun, those that stand before it without a verb between.

    A participle that leads to a word of the frame is no verb between: "Ermenistan'la yapılan anlaşmayı onayladı".
    """
    words = frozenset(firing.words)
    return [p for p in firing.clause.parts if all(t in words or t + 1 in words for t in p.through)]


def _by_case(firing: Firing, setting: Setting, case: Case) -> Filled:
    for part in _own(firing):
        mention = setting.parsed.mentions[part.chunk]
        if part.case is case and part.link in (Link.PART, Link.WITH) and mention.codes:
            return Filled(group_of(setting, part, firing.clause))
    return NOBODY


def _by_link(firing: Firing, setting: Setting, link: Link) -> Filled:
    deep = (link is Link.BETWEEN and not firing.nominal) or (link is Link.AGAINST and firing.frame.type in SPEECH_ACTS)
    for part in firing.clause.parts if deep else _own(firing):
        if part.link is link and setting.parsed.mentions[part.chunk].codes:
            return Filled(group_of(setting, part, firing.clause))
    return NOBODY


def _with(firing: Firing, setting: Setting) -> Filled:
    found = _by_link(firing, setting, Link.WITH)
    return found if found.mentions else _by_case(firing, setting, Case.INS)


def _outer(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something."""
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    return Filled(group_of(setting, hits[-1], firing.clause)) if hits else NOBODY


def _subject(firing: Firing, setting: Setting, dropped: bool = True) -> Filled:
    clause = firing.clause
    morph = setting.parsed.tokens[clause.verb].morph
    if firing.nominal:
        return _genitive(firing, setting)
    first_person = "1" in (morph.person or "") or "1" in (morph.possessive or "")
    if first_person and setting.statement is not None:
        return bystanders.speaker(firing, setting)
    if first_person and clause.subject_from is not SubjectFrom.SPOKEN:
        return NOBODY
    if clause.subject:
        rule = "party.shared" if clause.subject_from is SubjectFrom.SHARED else "party.spoken"
        return Filled(mentions_of(setting, clause.subject), rule=rule)
    if dropped and clause.subject_from is SubjectFrom.NONE and not clause.quoted and _no_other_subject(setting, clause):
        return Filled(setting.last_subject, rule="party.dropped")
    return NOBODY


def _no_other_subject(setting: Setting, clause: Clause) -> bool:
    """Whether no plain noun before the verb looks like a subject: a nominative with a comma, or a plural."""
    tokens = setting.parsed.tokens
    for at in range(clause.first, clause.verb):
        morph = tokens[at].morph
        comma = at + 1 < clause.verb and tokens[at + 1].text == ","
        if morph.pos.value == "NOUN" and morph.case is Case.NOM and (comma or morph.plural):
            return False
    return True


def _genitive(firing: Firing, setting: Setting) -> Filled:
    """The genitive, or the first half of the compound, before the words of the frame."""
    first, base = min(firing.words), setting.parsed.base
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        gap = first - (mention.last - base)
        if gap < 0 or not mention.codes or (not firing.nominal and part.chunk in firing.clause.subject):
            continue
        if gap > NOUN_REACH or (part.through and gap > 2):
            break
        if firing.nominal and mention.kind is MentionKind.PLACE:
            continue  # "Berlin saldırısı": where, not by whom
        bare = part.case is Case.NOM and part.link in (Link.PART, Link.MODIFIER)
        owned = setting.parsed.tokens[firing.anchor].morph.possessive is not None
        near = gap <= 1 and bare and (owned or not firing.nominal) and mention.kind is not MentionKind.PERSON
        if part.case is Case.GEN or (part.link is Link.MODIFIER and gap <= 2) or near:
            return Filled(group_of(setting, part, firing.clause))
    return NOBODY


def _near(firing: Firing, setting: Setting) -> Filled:
    """Any actor of the clause that is not its subject, its own stretch and the nearest first."""
    for part in sorted(firing.clause.parts, key=lambda p: bool(p.through)):
        mention = setting.parsed.mentions[part.chunk]
        of_subject = part.chunk in firing.clause.subject or part.link in (Link.SOURCE, Link.AGENT)
        if not of_subject and mention.codes and mention.kind is not MentionKind.PLACE:
            return Filled((mention,), rule="party.near")
    return NOBODY


FOUND_BY: dict[str, Callable[[Firing, Setting], Filled]] = {
    "subj": _doer,
    "obj": _object,
    "gen": _genitive,
    "outer-obj": partial(_outer, case=Case.ACC),
    "outer-dat": partial(_outer, case=Case.DAT),
    "outer-abl": partial(_outer, case=Case.ABL),
    "near": _near,
    "with": _with,
    "unknown": _unknown,
    "place": bystanders.place,
    "state": bystanders.state,
    "host": _host,
    "comp": bystanders.complement,
    "planter": bystanders.planter,
    "speaker": bystanders.speaker,
    "victims": bystanders.victims,
    "context": bystanders.context,
    "people": bystanders.people,
    "accuser": bystanders.accuser,
    "judge": partial(bystanders.organ, sector="JUD"),
    "police": partial(bystanders.organ, sector="COP"),
    "forces": bystanders.forces,
    "rebels": bystanders.rebels,
    "deep-gen": bystanders.deep_genitive,
    "deep-with": bystanders.deep_with,
}
