"""Who is asked to do something: the farthest phrase of a case, before all that is asked."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, SEQUENT, THIRD, Case, Form
from haberci.core.report import Mention
from haberci.read.events.below import deeds_of_others, is_left
from haberci.read.events.issuers import issues
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of

JUDGED: Final = frozenset({EventType.ACCUSE, EventType.SUPPORT})


def farthest(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something.

    None in a clause that describes who asks is: "Kiev'i arayan Rama, Oslo'yu davet etti"; nor where another is told,
    one in what was done first: "Kiev'e giderek Moskova'ya çağrı yaptı".
    """
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    hits = [p for p in hits if not issues(setting, setting.parsed.mentions[p.chunk])]
    hits = [p for p in hits if not (_describes(p, firing, setting.parsed) or is_left(setting.parsed, p))]
    later = [p for p in hits if not _is_done_first(p, firing, setting.parsed)]
    hits = later if later or firing.frame.type is EventType.ACCUSE else hits  # "Oslo'yu arayıp saldırıyı kınadı"
    hits = [p for p in hits if not _has_other_doer(p, setting.parsed) and not _is_left_undone(p, setting.parsed)]
    hits = hits if case is not Case.DAT else [p for p in hits if not _is_behind_called(p, firing, setting)]
    if firing.frame.type in JUDGED:
        hits = [p for p in hits if not _is_struck(p, setting.parsed)]
    return Filled(group_of(setting.parsed, hits[-1], firing.clause)) if hits else NOBODY


def _is_behind_called(part: ClausePart, firing: Firing, setting: Setting) -> bool:
    """Whether a dative stands in what plain people are called on to do: "halkı orduya destek vermeye çağırdı"."""
    parsed, nouns = setting.parsed, setting.nouns
    if not part.through:
        return False
    words = parsed.tokens[parsed.behind_finite(firing.anchor) : parsed.mentions[part.chunk].first - parsed.base]
    called = (t.morph for t in words if t.morph.case is Case.ACC or t.morph.or_accusative)
    return any(morph.lemma in nouns.collectives | nouns.persons for morph in called)


def _is_left_undone(part: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase is only of what was not done before: "Meclis'i dinlemeden taviz vermekle suçladı"."""
    last = parsed.mentions[part.chunk].last - parsed.base
    return last in part.through and parsed.tokens[last].morph.form is Form.MADAN


def _has_other_doer(part: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase stands in what another's deed would bring: "Bern'in Kiev'e vermesinin savaş getireceği"."""
    return any(parsed.tokens[clause.verb].morph.case is Case.GEN for clause in deeds_of_others(parsed, part))


def _is_struck(part: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase stands in what is judged, a deed or what its noun names: "Bern'in Kiev'i vurmasını kınadı"."""
    nested = [parsed.tokens[clause.verb].morph for clause in parsed.through(part)]
    own = is_of_noun(parsed.mentions[part.chunk], parsed)
    return own or any(morph.case is ACC for morph in nested) or any(deeds_of_others(parsed, part))


def _describes(part: ClausePart, firing: Firing, parsed: Parsed) -> bool:
    """Whether a phrase stands in a clause that describes who asks."""
    askers = [parsed.mentions[n] for n in firing.clause.subject]
    heads = {clause.head for clause in parsed.through(part) if clause.form is Form.AN}
    return any(asker.first - parsed.base in heads for asker in askers)


def _is_done_first(part: ClausePart, firing: Firing, parsed: Parsed) -> bool:
    """Whether a phrase stands in a converb's clause right under the verb that asks, or in one within that.

    So does a phrase of what goes on meanwhile: "Bern Oslo'yu kınarken, Riga Kiev'i saldırmakla suçladı".
    """
    nested = parsed.through(part)
    if any(clause.form is Form.KEN and parsed.small[clause.verb + 1] == "," for clause in nested):
        return True
    return any(clause.form in SEQUENT and clause.parent == firing.clause.verb for clause in nested)


def is_of_noun(mention: Mention, parsed: Parsed) -> bool:
    """Whether an accusative is the object of a noun behind it: "Moskova'nın Kiev'i işgalini kınadı"."""
    behind = mention.last - parsed.base
    noun = parsed.tokens[behind].morph if 0 < behind < len(parsed.tokens) else None
    if noun is None or not parsed.tokens[behind - 1].parted:  # "BM Konseyi sistemini": no accusative
        return False
    return noun.case is ACC and noun.possessive in THIRD and noun.form is None
