"""Who did it and to whom: what fills the parts of a frame that fired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import Case, Form
from haberci.core.report import Mention, MentionKind, Report, Statement
from haberci.core.rule import Rule
from haberci.read.matching import Firing
from haberci.read.parse import Parsed

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
    Rule("party.unknown", "a deed with a victim but no doer told has an unknown doer", "Konvoya saldırı düzenlendi."),
)
CASES = {"dat": Case.DAT, "abl": Case.ABL, "loc": Case.LOC}
ORGANS = {"judge": "JUD", "police": "COP", "forces": "MIL"}
LINKS = {
    "against": Link.AGAINST,
    "about": Link.ABOUT,
    "agent": Link.AGENT,
    "with": Link.WITH,
    "between": Link.BETWEEN,
    "for": Link.FOR,
}
NOUN_REACH = 6  # words between a genitive and the noun of a nominal frame


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around a firing: the report, the sentence, who speaks here, and who was the last subject."""

    report: Report
    parsed: Parsed
    statement: Statement | None
    last_subject: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """One side of an event: the mentions that fill it, codes without a mention, and the rule that found them."""

    mentions: tuple[Mention, ...] = ()
    codes: tuple[ActorCode, ...] = ()
    rule: str = "party.spoken"

    def all_codes(self) -> tuple[ActorCode, ...]:
        """Codes in order, each once."""
        return tuple(dict.fromkeys((*(c for m in self.mentions for c in m.codes), *self.codes)))


NOBODY = Filled()


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
    passive = setting.parsed.tokens[firing.anchor].morph.passive and not firing.nominal
    match name:
        case "subj":
            return _by_link(firing, setting, Link.AGENT) if passive else _subject(firing, setting)
        case "obj":
            return _subject(firing, setting, dropped=False) if passive else _by_case(firing, setting, Case.ACC)
        case "gen":
            return _genitive(firing, setting)
        case "outer-obj" | "outer-dat":
            return _outer(firing, setting, Case.ACC if name == "outer-obj" else Case.DAT)
        case "place":
            return _place(firing, setting)
        case "near":
            return _near(firing, setting)
        case "comp":
            return _complement(firing, setting)
        case "speaker":
            return _speaker(setting)
        case "judge" | "police" | "forces":
            return _organ(name, firing, setting)
        case "unknown":
            return Filled(codes=(UNKNOWN,), rule="party.unknown")
        case "with":
            return _with(firing, setting)
        case _:
            return _by_name(name, firing, setting)


def _by_name(name: str, firing: Firing, setting: Setting) -> Filled:
    if name in CASES:
        return _by_case(firing, setting, CASES[name])
    return _by_link(firing, setting, LINKS[name])


def _mentions(setting: Setting, numbers: Sequence[int]) -> tuple[Mention, ...]:
    return tuple(setting.parsed.mentions[n] for n in numbers)


def _group(setting: Setting, part: ClausePart, clause: Clause) -> tuple[Mention, ...]:
    """A part with the phrases joined to it (same case, next to it, linked by a comma or "ve")."""
    mentions, tokens, base = setting.parsed.mentions, setting.parsed.tokens, setting.parsed.base
    numbers = [part.chunk]
    while numbers[0] > 0:
        left, right = mentions[numbers[0] - 1], mentions[numbers[0]]
        between = [t.lower for t in tokens[left.last - base : right.first - base]]
        joins = between in (["ve"], ["ile"], ["veya"]) or (between == [","] and len(numbers) > 1)
        if not joins or (left.case is not right.case and between != ["ile"]):
            break
        numbers.insert(0, numbers[0] - 1)
    return _mentions(setting, numbers)


def _own(firing: Firing) -> list[ClausePart]:
    """The parts of the clause's own stretch; for a noun, those that stand before it without a verb between."""
    return [p for p in firing.clause.parts if not p.through]


def _by_case(firing: Firing, setting: Setting, case: Case) -> Filled:
    for part in _own(firing):
        mention = setting.parsed.mentions[part.chunk]
        if part.case is case and part.link in (Link.PART, Link.WITH) and mention.codes:
            return Filled(_group(setting, part, firing.clause))
    return NOBODY


def _by_link(firing: Firing, setting: Setting, link: Link) -> Filled:
    for part in _own(firing):
        if part.link is link and setting.parsed.mentions[part.chunk].codes:
            return Filled(_group(setting, part, firing.clause))
    return NOBODY


def _with(firing: Firing, setting: Setting) -> Filled:
    found = _by_link(firing, setting, Link.WITH)
    return found if found.mentions else _by_case(firing, setting, Case.INS)


def _outer(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something."""
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    return Filled(_group(setting, hits[-1], firing.clause)) if hits else NOBODY


def _subject(firing: Firing, setting: Setting, dropped: bool = True) -> Filled:
    clause = firing.clause
    morph = setting.parsed.tokens[clause.verb].morph
    if firing.nominal:
        return _genitive(firing, setting)
    first_person = "1" in (morph.person or "") or "1" in (morph.possessive or "")
    if first_person and setting.statement is not None:
        return Filled(codes=(setting.statement.speaker,), rule="party.speaker")
    if clause.subject:
        rule = "party.shared" if clause.subject_from is SubjectFrom.SHARED else "party.spoken"
        return Filled(_mentions(setting, clause.subject), rule=rule)
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
        if gap < 0 or not mention.codes:
            continue
        if gap > NOUN_REACH or (part.through and gap > 2):
            break
        near = gap <= 1 and part.case is Case.NOM and mention.kind is not MentionKind.PERSON
        if part.case is Case.GEN or (part.link is Link.MODIFIER and gap <= 2) or near:
            return Filled(_group(setting, part, firing.clause))
    return NOBODY


def _place(firing: Firing, setting: Setting) -> Filled:
    """Victims known only by place: the state of the place (codebook, section 4)."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if mention.codes and (part.case is Case.LOC or mention.kind is MentionKind.PLACE):
            return Filled(codes=(ActorCode(mention.codes[0].principal, "CVL"),))
    return NOBODY


def _near(firing: Firing, setting: Setting) -> Filled:
    """Any actor of the clause's own stretch that is not its subject, nearest first."""
    for part in _own(firing):
        mention = setting.parsed.mentions[part.chunk]
        if part.chunk not in firing.clause.subject and mention.codes and mention.kind is not MentionKind.PLACE:
            return Filled((mention,))
    return NOBODY


def _complement(firing: Firing, setting: Setting) -> Filled:
    """Whose deed the nominal clause below tells: "Rusya'nın çekilmesini istedi"."""
    for clause in reversed(setting.parsed.clauses):
        if clause.parent == firing.clause.verb and clause.form in (Form.MA, Form.DIK, Form.IS):
            if clause.subject and clause.subject_from is SubjectFrom.GENITIVE:
                return Filled(_mentions(setting, clause.subject))
    return NOBODY


def _speaker(setting: Setting) -> Filled:
    if setting.statement is None:
        return NOBODY
    return Filled(codes=(setting.statement.speaker,), rule="party.speaker")


def _organ(name: str, firing: Firing, setting: Setting) -> Filled:
    """The court, police or army of the state in whose land the deed is told, where nobody is named."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if mention.codes and mention.codes[0].principal != UNKNOWN.principal and mention.codes[0].sector != "IGO":
            principal = mention.codes[0].principal
            if len(principal) == 3 and mention.codes[0].sector != "REB":
                return Filled(codes=(ActorCode(principal, ORGANS[name]),), rule="party.unknown")
    return NOBODY
