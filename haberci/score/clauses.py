"""Subject and object of the main verb in single news sentences drawn by hand, actors only.

``python -m haberci.score.clauses`` shows each sentence of the open part in which something is wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.errors import HaberciError
from haberci.core.lexicon import read_rows
from haberci.core.morph import Case, Form
from haberci.core.report import Mention, MentionKind
from haberci.read.parse import Parsed, parse
from haberci.read.rows import group_of
from haberci.reading import read, shipped_context
from haberci.score.gold import HELD, OWN_GOLD
from haberci.score.reading import LOST_LETTERS
from haberci.score.table import labelled

TABLE = "tr_clauses"  # of the floors
GOLD = "clauses_news"
COLUMNS = ("kind", "sentence")
MARK = re.compile(r"([SOBPV])\[([^][]*)\]")
SUBJECT, OBJECT, AGENT, PLACE, VERB = "SOBPV"
ROLES = (SUBJECT, OBJECT, AGENT)
NAMES = {SUBJECT: "subject", OBJECT: "object", AGENT: "doer of a passive"}
OBJECT_CASES = frozenset({Case.ACC, Case.DAT, Case.ABL, Case.INS})
FIGURES = ("actors.f1", "actors.held.f1", "actors.repaired.f1")


class Drawn(NamedTuple):
    """A sentence with what is drawn in it: (label, start, stop) each, in code points of ``text``."""

    kind: str
    text: str
    marks: tuple[tuple[str, int, int], ...]


class Compared(NamedTuple):
    """A sentence's roles: those right, those found that are not drawn, those drawn that were not found."""

    sentence: Drawn
    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    verb: bool  # whether the main verb is the one that is drawn


def drawn(kind: str, line: str) -> Drawn:
    """Read one drawn sentence."""
    text, marks, done = "", [], 0
    for found in MARK.finditer(line):
        text += line[done : found.start()]
        marks.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        done = found.end()
    return Drawn(kind, text + line[done:], tuple(marks))


def load_drawn(path: Path) -> tuple[Drawn, ...]:
    """The sentences of a file; raises LexiconError, naming file and line, on one that can't be read."""
    found = []
    for row in read_rows(path, COLUMNS):
        sentence = drawn(row.needs("kind"), row.needs("sentence"))
        if "[" in sentence.text or "]" in sentence.text:
            raise row.error("a bracket without its label")
        found.append(sentence)
    return tuple(found)


def compare(sentence: Drawn, degrade: bool = False) -> Compared:
    """Our roles of the main verb beside those that are drawn; ``degrade`` takes ş ğ ı İ from the sentence first."""
    report = read(sentence.text.translate(LOST_LETTERS) if degrade else sentence.text, lang="tr")
    parsed = [p for p in parse(report, shipped_context("tr")) if p.clauses]
    main = main_clause(parsed[-1]) if parsed else None
    told = roles(parsed[-1], main) if main is not None else []
    right, wrong = [], []
    left = [mark for mark in sentence.marks if mark[0] in ROLES]
    for role, mention in told:
        last = report.tokens[mention.last - 1].span
        hit = next((m for m in left if m[0] == role and last.start < m[2] <= last.stop), None)
        if hit is not None:
            left.remove(hit)
            right.append((role, mention.text))
        elif not _counts_neither_way(sentence, mention):
            wrong.append((role, mention.text))
    missed = tuple((role, sentence.text[start:stop]) for role, start, stop in left)
    return Compared(sentence, tuple(right), tuple(wrong), missed, _is_drawn_verb(sentence, parsed, main))


def _is_drawn_verb(sentence: Drawn, parsed: Sequence[Parsed], main: Clause | None) -> bool:
    told = [stop for label, _, stop in sentence.marks if label == VERB]
    if main is None or not told:
        return main is None and not told
    span = parsed[-1].tokens[main.verb].span
    return span.start < told[0] <= span.stop


def _counts_neither_way(sentence: Drawn, mention: Mention) -> bool:
    if mention.kind in (MentionKind.PLACE, MentionKind.PRONOUN):
        return True
    span = mention.at.span  # "Türkiye" in "Türkiye, Rusya ve İran dışişleri bakanları" is one of them
    return any((m[0] == PLACE or span.stop < m[2]) and m[1] < span.stop and span.start < m[2] for m in sentence.marks)


def main_clause(parsed: Parsed) -> Clause | None:
    """The clause of the last finite verb outside quotation marks; of a sentence that is all quoted, the last."""
    finite = [c for c in parsed.clauses if c.form is Form.FINITE]
    outside = [c for c in finite if not c.quoted]
    found = outside or finite
    return found[-1] if found else None


def roles(parsed: Parsed, clause: Clause) -> list[tuple[str, Mention]]:
    """Who is subject, object and doer of a clause, by its own parts."""
    found = [(SUBJECT, parsed.mentions[number]) for number in clause.subject]
    for part in clause.parts:
        role = _role(part)
        if role is not None and part.chunk not in clause.subject:
            found += [(role, mention) for mention in group_of(parsed, part, clause)]
    return list(dict.fromkeys(found))


def _role(part: ClausePart) -> str | None:
    if not part.own:
        return None
    if part.link is Link.AGENT:
        return AGENT
    if part.link is Link.WITH or (part.link is Link.PART and part.case in OBJECT_CASES):
        return OBJECT
    return None


def compared_file(held: bool = False, degrade: bool = False) -> list[Compared]:
    """All sentences of the open or of the held-back part."""
    return [compare(sentence, degrade) for sentence in load_drawn(OWN_GOLD / f"{GOLD}{HELD if held else ''}.tsv")]


def f1(compared: Sequence[Compared], role: str | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of one role, or of all."""
    right = sum(role in (None, found[0]) for c in compared for found in c.right)
    wrong = sum(role in (None, found[0]) for c in compared for found in c.wrong)
    missed = sum(role in (None, found[0]) for c in compared for found in c.missed)
    return (
        right / max(1, right + wrong),
        right / max(1, right + missed),
        2 * right / max(1, 2 * right + wrong + missed),
    )


def clause_figures() -> dict[str, float]:
    """F1 of all roles by figure; the last is of both parts with letters lost and repaired."""
    opened, held = compared_file(), compared_file(held=True)
    repaired = compared_file(degrade=True) + compared_file(held=True, degrade=True)
    return {name: f1(some)[2] for name, some in zip(FIGURES, (opened, held, repaired), strict=True)}


def clause_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    says = ("subject, object of main verb", "  held back", "  both, letters repaired")
    return labelled(figures, dict(zip(FIGURES, says, strict=True)))


def error_lines(compared: Sequence[Compared]) -> Iterator[str]:
    """Each sentence in which something is wrong, then the figures by role and by kind."""
    for c in compared:
        if c.wrong or c.missed or not c.verb:
            yield f"{c.sentence.kind}: {c.sentence.text}"
            for sign, some in (("=", c.right), ("+", c.wrong), ("-", c.missed)):
                yield from (f"    {sign} {NAMES[role]} {text}" for role, text in some)
            if not c.verb:
                yield "    + main verb"
    yield from figure_lines(compared)


def figure_lines(compared: Sequence[Compared]) -> Iterator[str]:
    """Precision, recall and F1 by role; F1 by kind of sentence; the share of main verbs."""
    for role in (*ROLES, None):
        yield "{:20}{:7.3f}{:7.3f}{:7.3f}".format(NAMES[role] if role else "all", *f1(compared, role))
    for kind, n in Counter(c.sentence.kind for c in compared).items():
        yield f"{kind:10}{n:4}{f1([c for c in compared if c.sentence.kind == kind])[2]:7.3f}"
    yield f"main verb {sum(c.verb for c in compared) / max(1, len(compared)):.3f}"


def main() -> int:
    """The command."""
    try:
        lines = error_lines(compared_file())
        sys.stdout.write("".join(line + "\n" for line in lines))
    except HaberciError as error:
        sys.stderr.write(f"clauses: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
