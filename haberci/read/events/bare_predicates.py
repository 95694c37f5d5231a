"""Predicates without a verb or copula at the end of what is said: '"Hükümet aciz." dedi', '"Bern'in tutumu yanlış"'."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import FINITE, LOC, NOM, NOUN, THIRD, Form, Morph, Pos
from haberci.read.events.pattern_nouns import COLON, headline
from haberci.read.parse import Parsed

PREDICATES: Final = frozenset({NOUN, Pos.ADJ, Pos.ADP})
CASES: Final = frozenset({None, NOM, LOC})
MARKS: Final = frozenset("\"“”'‘’")
ENDS: Final = frozenset({".", "!", "?", "…", "...", ";"})
CLOSINGS: Final = (MARKS | ENDS) - {"?"}  # behind which a predicate stands; a question tells nothing


def bare_predicates(parsed: Parsed) -> set[int]:
    """The words that may be such predicates: nouns or adjectives, bare or in the locative, at the end of words.

    So may the word before the last, whatever it is.
    """
    tokens = parsed.tokens
    ends = [at - 1 for at, token in enumerate(tokens) if token.text in CLOSINGS and at]
    found = {at for at in ends if _is_bare(tokens[at].morph)}
    found.add(len(tokens) - 2)
    return found


def _is_bare(morph: Morph) -> bool:
    return morph.form is None and morph.pos in PREDICATES and morph.case in CASES


def bare_clause(parsed: Parsed, at: int) -> Clause | None:
    """The clause of such a predicate, with who stands first in it as its subject; None where nothing is told of him.

    Inside marks it hangs on the verb of the words around them, as other words in marks do.
    """
    first = _opening(parsed, at)
    within = [n for n, m in enumerate(parsed.mentions) if first <= m.first - parsed.base and m.last - parsed.base <= at]
    if first >= at or any(first <= c.verb <= at and c.form is FINITE for c in parsed.clauses):
        return None
    subject = next((n for n in within if _is_subject(parsed, n)), None)
    parts = tuple(ClausePart(n, parsed.mentions[n].case, Link.PART, False) for n in reversed(within))
    marks = [k for k in range(at) if parsed.tokens[k].text in MARKS]
    quoted = sum(k - 1 not in marks for k in marks) % 2 == 1  # two in a row are one
    over = next((c.verb for c in parsed.clauses if c.verb > at and not c.quoted), None) if quoted else None
    told = () if subject is None else (subject,)
    source = SubjectFrom.SPOKEN if told else SubjectFrom.NONE
    return Clause(at, first, FINITE, parts, told, source, over, None, quoted)


def _opening(parsed: Parsed, at: int) -> int:
    """Where the words of a predicate begin: behind the mark that opens them, or what ends the words before."""
    borders = [k for k in range(at) if parsed.tokens[k].text in MARKS | ENDS]
    finite = [c.verb for c in parsed.clauses if c.verb < at and c.form is FINITE]
    return max((*borders, *finite), default=-1) + 1


def _is_subject(parsed: Parsed, number: int) -> bool:
    """Whether a phrase in the nominative is no first half of a compound: "İsrail politikası yanlış"."""
    mention = parsed.mentions[number]
    behind = parsed.tokens[mention.last - parsed.base].morph
    return mention.case is NOM and not (behind.possessive in THIRD and behind.pos is NOUN)


def clause_around(parsed: Parsed, at: int) -> Clause | None:
    """The clause in which a noun stands; of a predicate without a verb the nominal one below: "... çekilmesi şart"."""
    if parsed.tokens[min(at + 1, len(parsed.tokens) - 1)].text == COLON and (told := headline(parsed, at)) is not None:
        return told
    clause = parsed.clause_after(at)
    if clause is not None and clause.quoted and clause.first > at:  # "ziyaretiyle ilgili soruya Fidan, '...' dedi"
        around = next((c for c in parsed.clauses if c.verb > clause.verb and c.first <= at and not c.quoted), None)
        clause = around or clause
    last = parsed.clauses[-1] if clause is None and parsed.clauses else None
    return last if last is not None and last.verb == at - 1 and last.form is Form.MA else clause or headline(parsed, at)
