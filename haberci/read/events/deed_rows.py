"""Rows of deeds told by verbal nouns, of which what stands behind the last speaks for all: "alınması ve kesilmesi"."""

from __future__ import annotations

from haberci.core.clause import Clause
from haberci.core.morph import MA, THIRD
from haberci.read.parse import Parsed


def row_end(clause: Clause, parsed: Parsed) -> Clause:
    """The last of a row of deeds, behind which stands what is said of all: "alınması ve kesilmesi kararı"."""
    while (parent := _past_relatives(clause, parsed)) is not None and _goes_on(clause, parent, parsed):
        clause = parent
    return clause


def _past_relatives(clause: Clause, parsed: Parsed) -> Clause | None:
    """The verb above, past those that only describe a noun before it: "gelmesi ve yapılacak toplantıya katılması"."""
    parent = parsed.clause_of(clause.parent)
    while parent is not None and parent.head is not None:
        parent = parsed.clause_of(parent.parent)
    return parent


def _goes_on(clause: Clause, parent: Clause, parsed: Parsed) -> bool:
    """Whether two deeds alike in form are only parted by a comma or "ve"."""
    one, other = parsed.tokens[clause.verb].morph, parsed.tokens[parent.verb].morph
    alike = clause.form is MA and parent.form is MA and clause.quoted == parent.quoted
    alike = alike and one.case is other.case and one.possessive in THIRD and other.possessive in THIRD
    joint = parsed.small[clause.verb + 1] if alike else ""
    return alike and (joint == "," or joint in parsed.words.closing)
