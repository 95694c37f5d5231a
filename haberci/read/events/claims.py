"""What stands behind a deed that is only claimed: the claim, the words that call it untrue, the lack of signs."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.governors import GovernorTable
from haberci.core.morph import DAT
from haberci.read.parse import Parsed

CLAIM: Final = "claim"
NEAR: Final = 3  # words behind a deed among which those begin that call it untrue
# The same behind a deed that is said to be claimed: "saldırdığı yönündeki haberlerin tümüyle asılsız olduğunu"
TIED: Final = 6
LONGEST: Final = 4  # words that call it untrue together


def is_claimed(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a word that ties a deed to a claim stands behind it: "saldırdığı yönündeki suçlamaları reddetti"."""
    behind = [token.lower for token in parsed.tokens[at + 1 : at + 4]]
    tied = bool(behind) and behind[0] in parsed.words.bearings
    return tied and any(governors.after_word(word) == CLAIM for word in behind[1:])


def is_untrue(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the words behind a deed, or behind the claim of it, deny it: "istifa ettiği haberi doğru değil"."""
    reach = TIED if is_claimed(at, parsed, governors) else NEAR
    behind = [token.lower for token in parsed.tokens[at + 1 : at + 1 + reach + LONGEST]]
    near = behind[:reach]
    told = [words for words in governors.untrue if words[0] in near]
    return any(tuple(behind[n : n + len(words)]) == words for words in told for n in range(reach))


def no_sign(clause: Clause, parent: Clause | None, parsed: Parsed) -> bool:
    """Whether only the lack of signs of the deed is told: "çekildiğine dair bir işaret yok"."""
    morph = parsed.tokens[clause.verb].morph
    bound = morph.case is DAT and any(t.lower in parsed.words.bearings for t in parsed.tokens[clause.verb + 1 :][:1])
    if not bound or parent is None:
        return False
    verb = parsed.tokens[parent.verb]
    return verb.morph.negative or verb.lower in parsed.words.lacking
