"""Speech behind a colon ("X: ...", "şunları söyledi: ...", "değerlendirmesi şöyle: ..."), and texts given whole."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import Case, Pos
from haberci.core.report import BlockKind
from haberci.core.rule import Rule
from haberci.core.speech import Construction
from haberci.read.statements.contents import content_of
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import find_hits
from haberci.read.statements.speakers import Speaker, speaker_of
from haberci.read.statements.view import View, ends_clause

LABEL: Final = Rule("statement.label", "a name before a colon speaks what follows", "Yılmaz: Kapımız herkese açık")
DECLARATION: Final = Rule(
    "statement.declaration",
    "a text in the first person behind a published declaration is the publisher's",
    "Dernek bir açıklama yayımladı. Bu kararı reddediyoruz.",
)
_LABEL_REACH: Final = 9  # words before the colon of a label
_COLON_REACH: Final = 2  # words between a reporting verb and its colon
_SUBHEAD_REACH: Final = 20  # words between two quotations of one speech
_DECLARATION_REACH: Final = 12  # sentences of a declaration without a word in the first person
_FIRST_PERSON: Final = frozenset({"1s", "1p"})
_SPOKEN_TO: Final = _FIRST_PERSON | {"2s", "2p"}


def label(view: View, first: int, last: int) -> Draft | None:
    """A statement told by a label alone, as headlines do."""
    colon = _colon(view, first, min(last, first + _LABEL_REACH))
    if colon is None or colon + 2 > last - 1 or view.quotation[colon] >= 0:
        return None
    speaker = _labelled(view, first, colon)
    if speaker is None or _mere_figures(view, first, colon + 1, last):
        return None
    draft = Draft(speaker, colon, colon + 1, LABEL.id, "tell")
    number = view.openings.get(colon + 1)
    if number is not None:
        draft.quotations.append(number)
    else:
        draft.words.append((colon + 1, _label_end(view, first, last)))
    return draft


def _mere_figures(view: View, first: int, start: int, last: int) -> bool:
    """Whether what follows a name's colon is an entry of a table or list and no speech."""
    told = view.tokens[start:last]
    if any(t.morph.form is not None for t in told):
        return False
    return view.sentence(first).block is BlockKind.PARAGRAPH or any(t.morph.pos is Pos.NUM for t in told)


def _label_end(view: View, first: int, last: int) -> int:
    """How far a label holds: to the end of its paragraph when the label opens it and nobody else speaks there."""
    sentences = view.report.sentences
    number = view.tokens[first].sentence
    if number > 0 and view.paragraphs[number - 1] == view.paragraphs[number]:
        return last
    end = last
    for following in range(view.tokens[last - 1].sentence + 1, len(sentences)):
        sentence = sentences[following]
        if view.paragraphs[following] != view.paragraphs[number]:
            break
        if find_hits(view, sentence.first, sentence.last):
            return last
        end = sentence.last
    return end


def _labelled(view: View, first: int, colon: int) -> Speaker | None:
    """Who speaks: the name right before the colon, or in a headline one in the ablative ("X'ten çağrı:")."""
    mention = view.mention_ending(colon)
    if mention is not None and mention.case is Case.NOM and mention.first == first:
        return speaker_of(mention)
    head = view.mention_from(first)
    headline = view.sentence(first).block is not BlockKind.PARAGRAPH
    if headline and head is not None and (head.case is Case.ABL or _only_names(view, first, colon)):
        return speaker_of(head)
    return None


def _only_names(view: View, first: int, colon: int) -> bool:
    return all(view.mention[at] >= 0 for at in range(first, colon))


def behind_colon(view: View, at: int, last: int) -> tuple[int, int] | None:
    """The words behind a reporting verb's colon, without marks: to the end of the sentence, or the list below it."""
    colon = _colon(view, at, min(last, at + _COLON_REACH))
    if colon is None:
        return None
    if colon + 1 < last:
        return None if colon + 1 in view.openings else (colon + 1, _told_on(view, last))
    if last >= len(view.tokens) or last in view.openings:
        return None
    return last, _list_end(view, last)


def heading(view: View, first: int, last: int) -> tuple[int, Draft] | None:
    """A document and its text: "Bakanlığın değerlendirmesi şöyle:"; the document's token and the statement."""
    for at in range(first + 1, last):
        if view.tokens[at].text != ":" or view.quotation[at] >= 0:
            continue
        cue = view.nominal[at - 1]
        if cue is None or cue.construction is not Construction.HEADING:
            continue
        document = at - 2
        while document > first and not view.is_a(Construction.DOCUMENT, document):
            document -= 1
        if document <= first or at - document > 4:
            return None
        draft = Draft(Speaker(UNKNOWN), document, at, cue.rule, cue.force, document=True)
        stretch = behind_colon(view, at, last)
        if stretch is not None:
            draft.words.append(stretch)
        elif at + 1 in view.openings:
            draft.quotations += _run_of(view, view.openings[at + 1])
        return document, draft
    return None


def _run_of(view: View, number: int) -> list[int]:
    """A quotation and those that follow it with no more than subheads between them, in which nobody speaks."""
    run = [number]
    for following in range(number + 1, len(view.quotations)):
        before, behind = view.quotations[run[-1]].closing + 1, view.quotations[following].closing
        words = view.quotations[following].opening - before
        if words > _SUBHEAD_REACH or find_hits(view, before, view.sentence(behind).last):
            break
        run.append(following)
    return run


def declaration(view: View, last: int) -> tuple[int, int] | None:
    """The text of a published declaration, as far as it speaks in the first person.

    ``last`` is the end of the sentence that tells of it.
    """
    report = view.report
    end: int | None = None
    for sentence in report.sentences[view.tokens[last - 1].sentence + 1 :][:_DECLARATION_REACH]:
        if any(hit.finite for hit in find_hits(view, sentence.first, sentence.last)):
            break
        if any(_first_person(view, at) for at in range(sentence.first, sentence.last)):
            end = sentence.last
    return None if end is None else (last, end)


def _told_on(view: View, last: int) -> int:
    """Where speech without marks ends: behind the last sentence of its paragraph that says we, I or you."""
    end = last
    for number in range(view.tokens[last - 1].sentence + 1, len(view.report.sentences)):
        sentence = view.report.sentences[number]
        if view.paragraphs[number] != view.paragraphs[number - 1] or sentence.block is BlockKind.HEADLINE:
            break
        if sentence.first in view.openings or find_hits(view, sentence.first, sentence.last):
            break
        if any(_own(view, at) for at in range(sentence.first, sentence.last)):
            end = sentence.last
    return end


def _own(view: View, at: int) -> bool:
    """Whether a word belongs to whoever speaks: a verb in the first or second person, "our", "my"."""
    token = view.tokens[at]
    if view.quotation[at] >= 0:
        return False
    return token.morph.possessive in _FIRST_PERSON or (ends_clause(token) and token.morph.person in _SPOKEN_TO)


def _first_person(view: View, at: int) -> bool:
    token = view.tokens[at]
    return ends_clause(token) and token.morph.person in _FIRST_PERSON and view.quotation[at] < 0


def _colon(view: View, first: int, last: int) -> int | None:
    for at in range(first, last):
        if view.tokens[at].text == ":":
            return at
    return None


def _list_end(view: View, first: int) -> int:
    """Where a text behind a colon ends: before a headline, or a sentence in which somebody named speaks."""
    end = first
    for sentence in view.report.sentences[view.tokens[first].sentence :]:
        if sentence.block is BlockKind.HEADLINE or _speaks(view, sentence.first, sentence.last):
            break
        end = max(end, sentence.last)
    return max(end, first + 1)


def _speaks(view: View, first: int, last: int) -> bool:
    """Whether a sentence reports speech in the active voice, with its speaker at its head."""
    head = view.mention_from(first)
    if head is None or head.case is not Case.NOM:
        return False
    return any(
        hit.finite and not hit.passive and content_of(view, hit, first) is not None
        for hit in find_hits(view, first, last)
    )
