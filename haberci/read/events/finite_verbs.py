"""The verdict of a finite verb on its deed, by its tense and by a word before it that makes it a wish."""

from __future__ import annotations

from haberci.core.clause import Clause
from haberci.core.codebook import Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import AORIST, CONDITION, FINITE, IMPERATIVE, Morph, Tense
from haberci.read.events.modality_rules import ABLE, Verdict
from haberci.read.parse import Parsed


def is_wished(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a word before a finite verb makes it a wish: "inşallah görüşürler", "keşke görüşseydi"."""
    ended = [c.verb for c in parsed.clauses if c.form is FINITE and c.verb < clause.verb]
    opened = max((at for at in ended if parsed.tokens[at].lower not in governors.wishes), default=-1)
    return any(token.lower in governors.wishes for token in parsed.tokens[opened + 1 : clause.verb])


def of_finite(morph: Morph) -> Verdict:
    """The verdict by the tense: "vurdu" is done, "vurursa" may be done, "vursun" is wished."""
    if morph.tense is CONDITION or morph.conditional:
        return Modality.HYPOTHETICAL, ABLE
    if morph.tense in (IMPERATIVE, Tense.OPTATIVE):
        return Modality.WANTED, "modality.wish"
    if morph.tense is Tense.NECESSITY:
        return None, "modality.wish"
    managed = morph.tense in (Tense.PAST, Tense.EVID)  # "girebildi" is done
    if morph.able and not morph.negative and not managed:
        return Modality.HYPOTHETICAL, ABLE
    if morph.tense is AORIST and not morph.negative and not morph.past_copula:
        return None, "modality.habit"
    return Modality.HAPPENED, "modality.told"
