"""Who is asked to do something: the farthest phrase of a case, before all that is asked."""

from __future__ import annotations

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import SEQUENT, Case, Form
from haberci.read.events.below import deeds_of_others
from haberci.read.events.issuers import issues
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of


def farthest(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something.

    None in a clause that describes who asks is: "Kiev'i arayan Rama, Oslo'yu davet etti"; nor where another is told,
    one in what was done first: "Kiev'e giderek Moskova'ya çağrı yaptı".
    """
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    hits = [p for p in hits if not issues(setting, setting.parsed.mentions[p.chunk])]
    hits = [p for p in hits if not _describes(p, firing, setting.parsed)]
    hits = [p for p in hits if not _is_done_first(p, firing, setting.parsed)] or hits
    hits = [p for p in hits if not _has_other_doer(p, setting.parsed)]
    hits = hits if case is not Case.DAT else [p for p in hits if not _is_behind_called(p, firing, setting)]
    return Filled(group_of(setting.parsed, hits[-1], firing.clause)) if hits else NOBODY


def _is_behind_called(part: ClausePart, firing: Firing, setting: Setting) -> bool:
    """Whether a dative stands in what plain people are called on to do: "halkı orduya destek vermeye çağırdı"."""
    parsed, nouns = setting.parsed, setting.nouns
    if not part.through:
        return False
    words = parsed.tokens[parsed.behind_finite(firing.anchor) : parsed.mentions[part.chunk].first - parsed.base]
    called = (t.morph for t in words if t.morph.case is Case.ACC or t.morph.or_accusative)
    return any(morph.lemma in nouns.collectives | nouns.persons for morph in called)


def _has_other_doer(part: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase stands in what another's deed would bring: "Bern'in Kiev'e vermesinin savaş getireceği"."""
    return any(parsed.tokens[clause.verb].morph.case is Case.GEN for clause in deeds_of_others(parsed, part))


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
