"""Speech acts that are done by saying something else of them: that one does them thereby, or wants to."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.morph import FINITE, FIRST, Form, Tense
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.governing import has_other_owner
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

NESTING: Final = frozenset({Form.MA, Form.MAK, Form.ACAK, Form.DIK})
POLITE: Final = frozenset({Tense.PROG, Tense.AORIST})  # "istiyorum", "isterim"
UTTERED: Final = frozenset({EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.AGREE})
MORE: Final = frozenset({"mutual", "measure", "planned-only"})  # flags of frames whose deed takes more than words
LEGAL: Final = "investigate"


def is_done_in_saying(firing: Firing, parsed: Parsed) -> bool:
    """Whether a speech act is done while it is said of.

    "Teşekkür ederek asker göndereceklerini söyledi", "Size teşekkür etmek istiyorum".
    """
    clause = firing.clause
    if firing.frame.type not in SPEECH_ACTS or parsed.tokens[clause.verb].morph.negative:
        return False
    parent = parsed.clause_of(clause.parent)
    if parent is None:
        return False
    if clause.form is Form.ARAK:
        return parent.form in NESTING and not _is_asked_too(clause, parent, parsed)
    return clause.form is Form.MAK and _may_be_uttered(firing, parsed) and _is_polite(parent, clause, parsed)


def _is_asked_too(clause: Clause, parent: Clause, parsed: Parsed) -> bool:
    """Whether it is a part of what others are asked to do: "Oslo'nun ateşkes ilan ederek görüşmelere başlamasını"."""
    return parent.form is Form.MA and has_other_owner(clause, parsed)


def _may_be_uttered(firing: Firing, parsed: Parsed) -> bool:
    """Whether words alone do the deed: thanks and apologies do, "soruşturma açmak" and "tanımak" take more."""
    frame = firing.frame
    if frame.type is EventType.CONCEDE:
        return parsed.tokens[firing.anchor].morph.lemma in parsed.pack.governors.begging
    return frame.type in UTTERED and frame.mode != LEGAL and frame.flags.isdisjoint(MORE)


def _is_polite(over: Clause, clause: Clause, parsed: Parsed) -> bool:
    """Whether the verb above only says that one wants to do it: "teşekkür etmek isterim", "... istediğini söyledi"."""
    morph = parsed.tokens[over.verb].morph
    if morph.lemma not in parsed.pack.governors.performing or morph.negative or morph.past_copula:
        return False
    if over.quoted != clause.quoted or morph.conditional:
        return False
    own = over.form is FINITE and morph.person in FIRST and morph.tense in POLITE
    return own or (over.form is Form.DIK and over.head is None)
