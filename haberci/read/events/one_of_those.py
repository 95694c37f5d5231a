"""Participles that tell of the subject above what it is one of: "Kabil'i tanıyan ilk ülke oldu"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Link
from haberci.core.morph import Case, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting

STRUCK: Final = (Case.ACC, Case.DAT)
PREDICATES: Final = (Form.FINITE, Form.DIK)  # of a verb above that tells what one is
CLASS: Final = 6  # words of a predicate that tells what one is: "ilk Avrupa ülkesi oldu"


def is_one_of_those(firing: Firing, setting: Setting) -> bool:
    """Whether a participle tells what the subject above did: "Kabil'i tanıyan ilk ülke oldu", "ülkeler arasında"."""
    clause, tokens = firing.clause, setting.parsed.tokens
    parent = setting.parsed.clause_of(clause.parent)
    if clause.form is not Form.AN or clause.head is None or parent is None or clause.head > parent.verb:
        return False
    between, above = tokens[clause.verb + 1 : parent.verb], tokens[parent.verb].morph
    if above.negative or parent.form not in PREDICATES or not 0 < len(between) <= CLASS:
        return False
    if clause.subject and (parent.form is not Form.FINITE or not set(parent.subject).isdisjoint(clause.subject)):
        return False  # "Kabil'i ilk tanıyan Moskova oldu"
    if any(token.morph.case in STRUCK for token in between):
        return False  # "yardım eden ülkelere mesaj oldu"
    last = between[-1].morph
    listed = any(setting.parsed.words.links.get(token.lower) is Link.BETWEEN for token in between)
    return listed or (above.lemma == "ol" and last.case is Case.NOM and not last.plural)
