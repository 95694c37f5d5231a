"""What others only foretell or suppose of somebody who would have to promise or concede it himself."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType, Modality
from haberci.core.morph import DAT, Form
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

YIELDING: Final = frozenset({EventType.RETREAT, EventType.CONCEDE})
TALK: Final = 2  # words behind a deed that tell that others talk of it: "yönelik haberler"


def is_only_foretold(firing: Firing, parsed: Parsed) -> bool:
    """Whether others foretell what somebody would have to promise or concede himself.

    "Destek vermesi bekleniyor" promises nothing, "çekileceğine yönelik haberler" concede nothing.
    """
    clause, morph = firing.clause, parsed.tokens[firing.clause.verb].morph
    if firing.frame.type is EventType.AGREE and "planned-only" in firing.frame.flags:
        over = parsed.clause_of(clause.parent)
        return clause.form is Form.MA and over is not None and parsed.tokens[over.verb].morph.passive
    if firing.frame.type not in YIELDING or clause.form is not Form.ACAK or morph.case is not DAT:
        return False
    words = parsed.small[clause.verb + 1 : clause.verb + 1 + TALK]
    tied = len(words) == TALK and words[0] in parsed.words.bearings
    return tied and any(parsed.pack.governors.after_word(word) != Modality.PLANNED for word in words[1:])


def supposes_truce(firing: Firing, told: Modality) -> bool:
    """Whether a truce might be declared: that is one supposed to hold, no mere word as a declared one is."""
    return told is Modality.HYPOTHETICAL and "truce" in firing.frame.flags
