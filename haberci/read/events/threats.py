"""Threats: what who speaks says his own side will do to others on a condition, can do to them, or threatens to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.asks import AskTable
from haberci.core.clause import Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import FINITE, GEN, NOM, Case, Form
from haberci.core.report import Mention, MentionKind, Statement
from haberci.read.events.admission import Sides
from haberci.read.events.conditions import condition
from haberci.read.events.deed_type import SPOKEN, Typed
from haberci.read.events.governing import OPEN_FORMS
from haberci.read.events.matching import Firing
from haberci.read.events.modality_rules import ON_CONDITION
from haberci.read.events.receivers import MEASURES
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of, mentions_of

# With what each deed is threatened when its own mode does not tell: PLOVER's modes of THREATEN.
THREATENED: Final[Mapping[EventType, str | None]] = MappingProxyType(
    {
        EventType.ASSAULT: "violence",
        EventType.SANCTION: "restrict",
        EventType.COERCE: "restrict",
        EventType.MOBILIZE: None,
    }
)
MODES: Final[Mapping[str, str]] = MappingProxyType(
    {"expel": "expel", "deport": "expel", "arrest": "arrest", "convict": "arrest", "withdraw": "relations"}
)
RELATED: Final = frozenset({"relations", "expel", "arrest"})
RESTRICT: Final = "restrict"  # mode of a measure that strikes whoever would pass
TERRITORY: Final = "ilhak"  # of the frames that tell of land taken for good
THREATENING: Final = ("tehdit", "tehdid")
SPEAKING: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "UAF", "IGO", "PTY", "OPP"})


def threat(
    typed: Typed, rule: str, sides: Sides, told: Statement | None, firing: Firing, parsed: Parsed, asks: AskTable
) -> Typed:
    """The deed as a threat, where its doers say that they will or may do it to others; else as it was.

    ``rule`` is the one by which it has its modality, ``told`` the statement that it stands in.
    """
    if typed.type not in THREATENED or typed.modality is not Modality.HYPOTHETICAL:
        return typed
    actors, others = sides
    own = {code.principal for code in actors if code != UNKNOWN and code.sector in SPEAKING}
    if not own or any(code.principal in own for code in others):
        return typed
    if not others and not (rule == ON_CONDITION and typed.mode == RESTRICT):
        return typed  # "yaptırım uygulanırsa boğazı kapatırız" threatens whoever sails there
    spoken = told is not None and told.speaker.principal in own and (rule == ON_CONDITION or _may(firing, parsed))
    if not spoken and not is_threatened(firing, parsed):
        return typed
    return replace(typed, type=EventType.THREATEN, mode=_mode(typed, firing, parsed, asks), modality=Modality.HAPPENED)


def _may(firing: Firing, parsed: Parsed) -> bool:
    """Whether a measure is said to be one that can be taken: "yaptırım uygulayabileceğini bildirdi"."""
    morph = parsed.tokens[firing.anchor].morph
    to_come = firing.clause.form is Form.ACAK or firing.clause.form is FINITE
    return firing.frame.type in MEASURES and to_come and morph.able and not morph.negative


def is_threatened(firing: Firing, parsed: Parsed) -> bool:
    """Whether the verb above, or the noun behind, makes a deed a threat: "kesmekle tehdit etti", "kesme tehdidi"."""
    if firing.nominal or firing.clause.form not in OPEN_FORMS:
        return False
    over = parsed.clause_of(firing.clause.parent)
    words = parsed.small[firing.anchor + 1 : firing.anchor + 2]
    if over is not None and firing.clause.form is Form.MAK:
        words = [*words, *parsed.small[over.verb - 1 : over.verb]]
    return any(word.startswith(THREATENING) for word in words)


def _mode(typed: Typed, firing: Firing, parsed: Parsed, asks: AskTable) -> str | None:
    """With what is threatened: by the mode of the deed, the words that tell it, or its type."""
    if typed.type is EventType.ASSAULT:
        return "territory" if TERRITORY in firing.frame.id else "violence"
    words = asks.threat(parsed.small[firing.clause.first : firing.anchor + 1])
    return MODES.get(typed.mode or "") or (words if words in RELATED else THREATENED[typed.type])


def challenger(firing: Firing, setting: Setting) -> Filled:
    """Who would do that on which the deed hangs: "Hamas saldırırsa operasyonu sürdüreceklerini söyledi".

    Of two bare names before that verb the last is its subject: "Netanyahu, Hamas saldırırsa ...".
    """
    parsed = setting.parsed
    told = (c for c in parsed.clauses if c.parent == firing.clause.verb and c.form is Form.ACAK and not c.quoted)
    asked = (condition(clause, parsed, setting.nouns) for clause in (firing.clause, *told))
    hangs_on = next((clause for clause in asked if clause is not None), None)
    if hangs_on is None:
        return _bringing_about(firing, setting)
    first, last = parsed.base + hangs_on.first, parsed.base + hangs_on.verb
    own = _speakers(setting) if firing.frame.actor == SPOKEN else set(mentions_of(setting, firing.clause.subject))
    named = (m for m in reversed(parsed.mentions) if first <= m.first < last and m not in own)
    bare = next((m for m in named if m.case is NOM and m.codes and m.kind is not MentionKind.PLACE), None)
    others = tuple(m for m in mentions_of(setting, hangs_on.subject) if m not in own)
    return Filled(others or (() if bare is None else (bare,)), rule="party.condition")


def threatened(firing: Firing, setting: Setting) -> Filled:
    """To whom that would be done which is threatened: "liderin öldürüleceği tehdidinde", "Oslo'yu vurma tehdidinde"."""
    parsed, words = setting.parsed, set(firing.words)
    for clause in parsed.clauses:
        behind = clause.verb + 1 + (parsed.small[clause.verb + 1 : clause.verb + 2] == ['"'])
        if clause.parent != firing.clause.verb or clause.form not in (Form.ACAK, Form.MA) or behind not in words:
            continue
        if parsed.tokens[clause.verb].morph.passive:
            hit = mentions_of(setting, clause.subject)
        else:
            near = (p for p in clause.parts if p.case in (Case.ACC, Case.DAT) and p.own and p.link is Link.PART)
            hit = next((group_of(parsed, p, clause) for p in near if parsed.mentions[p.chunk].codes), ())
        return Filled(hit) if any(m.codes for m in hit) else NOBODY
    return NOBODY


def _bringing_about(firing: Firing, setting: Setting) -> Filled:
    """Whose deed would bring about what one warns of: "Oslo'nun üs açmasının gerilime yol açacağı uyarısını yaptı"."""
    parsed, own = setting.parsed, set(mentions_of(setting, firing.clause.subject)) | _speakers(setting)
    for clause in parsed.clauses:
        over, morph = parsed.clause_of(clause.parent), parsed.tokens[clause.verb].morph
        brings = clause.form is Form.MA and morph.case is GEN and not clause.quoted
        if not brings or over is None or over.form is not Form.ACAK or over.parent != firing.clause.verb:
            continue
        if clause.subject_from is SubjectFrom.GENITIVE and own.isdisjoint(mentions_of(setting, clause.subject)):
            return Filled(mentions_of(setting, clause.subject), rule="party.condition")
    return NOBODY


def _speakers(setting: Setting) -> set[Mention]:
    """The phrases of the sentence that are of the speaker's side."""
    told = setting.statement.speaker.principal if setting.statement is not None else None
    return {m for m in setting.parsed.mentions if any(code.principal == told for code in m.codes)}
