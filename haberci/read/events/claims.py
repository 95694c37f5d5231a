"""What stands behind a deed that is only claimed: the claim, the words that call it untrue, the lack of signs."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import DAT, FINITE, Form
from haberci.read.parse import Parsed

CLAIM: Final = "claim"
NEAR: Final = 3  # words behind a deed among which those begin that call it untrue
# The same behind a deed that is said to be claimed: "saldırdığı yönündeki haberlerin tümüyle asılsız olduğunu"
TIED: Final = 6
# Forms of a verb that tells a deed and is not what is claimed.
TELLING: Final = frozenset({Form.ARAK, Form.IP, Form.KEN, Form.INCA, FINITE})
CLAIMING: Final = 2  # words behind a claim in which the verb stands by which it is made: "dile getirdi"
ASIDE: Final = (Form.ARAK, Form.IP, Form.KEN)
MARKS: Final = frozenset({'"', "”", "“", "'", "’", "»"})
LONGEST: Final = 4  # words that call it untrue together


def is_claimed(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a word that ties a deed to a claim stands behind it: "saldırdığı yönündeki suçlamaları reddetti"."""
    first = _behind_mark(at, parsed)
    behind = parsed.small[first : first + 3]
    tied = bool(behind) and behind[0] in parsed.words.bearings
    return tied and any(governors.after_word(word) == CLAIM for word in behind[1:])


def is_claimed_by_others(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a deed is only what some claim, whom others tell of: "geldiğine yönelik iddiaların sorulması üzerine".

    Who makes the claim tells it by one noun and its verb: "geldiği iddiasında bulundu", "geldiği iddiasını yineledi".
    Behind another verb a claim is one of others: "iflas ettiğini savunarak suçlamayı geri çevirdi".
    """
    first = _behind_mark(clause.verb, parsed)
    first += parsed.small[first] in parsed.words.bearings if first < len(parsed.small) else 0
    last = first if any(t.morph.form in TELLING for t in parsed.tokens[first : first + 1]) else first + 1
    claims = (at for at in range(first, min(last + 1, len(parsed.small))) if _is_claim(at, parsed, governors))
    noun, parent = next(claims, None), parsed.clause_of(clause.parent)
    if noun is None:
        return False
    denied = parent is not None and governors.verbs.get(parsed.tokens[parent.verb].morph.lemma) == Modality.DENIED
    made = parent is not None and 0 < parent.verb - noun <= CLAIMING and not parsed.tokens[noun].morph.plural
    return denied or not made


def _behind_mark(at: int, parsed: Parsed) -> int:
    """Where the words go on behind a deed, and behind a mark that closes what is claimed: '"vuracağı" yönündeki'."""
    return at + 1 + (at + 1 < len(parsed.small) and parsed.small[at + 1] in MARKS)


def _is_claim(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    return governors.after_word(parsed.small[at]) == CLAIM


def is_untrue(at: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the words behind a deed, or behind the claim of it, deny it: "istifa ettiği haberi doğru değil"."""
    reach = TIED if is_claimed(at, parsed, governors) else NEAR
    first = _behind_mark(at, parsed)
    behind = parsed.small[first : first + reach + LONGEST]
    if governors.untrue.keys().isdisjoint(behind):
        return False
    # What another verb says stands behind it: "vurulmadığını belirterek raporu asılsız buldu".
    aside = (n for n, t in enumerate(parsed.tokens[first : first + reach]) if t.morph.form in ASIDE)
    reach = next(aside, reach)
    told = ((n, phrase) for n in range(min(reach, len(behind))) for phrase in governors.untrue.get(behind[n], ()))
    return any(tuple(behind[n : n + len(phrase)]) == phrase for n, phrase in told)


def calls_claim_untrue(first: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether the words from ``first`` on call a claim before them untrue, and blame nobody: "iddialar asılsız"."""
    if parsed.small[first] not in governors.untrue:
        return False
    return any(_is_claim(at, parsed, governors) for at in range(max(0, first - CLAIMING), first))


def no_sign(clause: Clause, parent: Clause | None, parsed: Parsed) -> bool:
    """Whether only the lack of signs of the deed is told: "çekildiğine dair bir işaret yok"."""
    morph = parsed.tokens[clause.verb].morph
    bound = morph.case is DAT and any(t.lower in parsed.words.bearings for t in parsed.tokens[clause.verb + 1 :][:1])
    if not bound or parent is None:
        return False
    verb = parsed.tokens[parent.verb]
    return verb.morph.negative or verb.lower in parsed.words.lacking
