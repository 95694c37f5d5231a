"""Speech behind a colon ("X: ...", "şunları söyledi: ..."), and texts given whole."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import NOM
from haberci.core.report import BlockKind, MentionKind
from haberci.core.rule import Rule
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import find_hits
from haberci.read.statements.labels import colon_in, labelled
from haberci.read.statements.speakers import Speaker, speaker_of
from haberci.read.statements.unmarked import in_first_person, own_words, speech_end, text_end
from haberci.read.statements.view import View

LABEL: Final = Rule("statement.label", "a name before a colon speaks what follows", "Yılmaz: Kapımız herkese açık")
DECLARATION: Final = Rule(
    "statement.declaration",
    "a text in the first person behind a published declaration is the publisher's",
    "Dernek bir açıklama yayımladı. Bu kararı reddediyoruz.",
)
_COLON_REACH: Final = 2  # words between a reporting verb and its colon
_INTRODUCED: Final = 3  # sentences within which what somebody says must say we, I or you
_DECLARATION_REACH: Final = 12  # sentences of a declaration without a word in the first person


def label(view: View, first: int, last: int) -> Draft | None:
    """A statement told by a label alone, as headlines do."""
    found = labelled(view, first, last)
    if found is None:
        return _introduced(view, first, last)
    colon, speaker = found
    draft = Draft(speaker, colon, colon + 1, LABEL.id, "tell")
    number = view.openings.get(colon + 1)
    if number is not None:
        draft.quotations.append(number)
    else:
        draft.words.append((colon + 1, _label_end(view, first, last, speaker)))
    return draft


def _introduced(view: View, first: int, last: int) -> Draft | None:
    """A sentence that ends in a name and its colon, over what that one says: "Karşı çıkanlardan biri de Yılmaz'dı:"."""
    colon = last - 1
    mention = view.mention_ending(colon)
    if view.tokens[colon].text != ":" or mention is None or mention.kind is not MentionKind.PERSON:
        return None
    behind = view.report.sentences[view.tokens[colon].sentence + 1 :][:_INTRODUCED]
    told = mention.case is NOM and mention.first > first and not any(hit.finite for hit in find_hits(view, first, last))
    if not told or not any(own_words(view, sentence) for sentence in behind) or last in view.openings:
        return None
    speaker = speaker_of(mention)
    stretch = below(view, last, speaker)
    return None if stretch is None else Draft(speaker, colon, last, LABEL.id, "tell", words=[stretch])


def _label_end(view: View, first: int, last: int, speaker: Speaker) -> int:
    """How far a label holds that opens its paragraph: to the end of that when nobody else speaks there, and on."""
    sentences = view.report.sentences
    number = view.tokens[first].sentence
    behind = view.tokens[last - 1].sentence + 1
    if sentences[number].block is not BlockKind.PARAGRAPH:
        goes_on = behind < len(sentences) and own_words(view, sentences[behind])
        return speech_end(view, last, speaker) if goes_on else last
    if number > 0 and view.paragraphs[number - 1] == view.paragraphs[number]:
        return last
    end = last
    for following in range(behind, len(sentences)):
        sentence = sentences[following]
        if view.paragraphs[following] != view.paragraphs[number]:
            break
        if find_hits(view, sentence.first, sentence.last):
            return last
        end = sentence.last
    return max(end, speech_end(view, last, speaker))


def behind_colon(view: View, at: int, last: int, speaker: Speaker) -> tuple[int, int] | None:
    """The words behind a reporting verb's colon, without marks: what the speaker goes on to say, or the list below."""
    colon = colon_in(view, at, min(last, at + _COLON_REACH))
    if colon is None:
        return None
    if colon + 1 < last:
        return None if colon + 1 in view.openings else (colon + 1, speech_end(view, last, speaker))
    return below(view, last, speaker)


def below(view: View, last: int, speaker: Speaker) -> tuple[int, int] | None:
    """The text without marks that stands below the word ``last`` (half open), up to the report's own voice."""
    if last >= len(view.tokens) or last in view.openings:
        return None
    return last, max(text_end(view, last, speaker), last + 1)


def declaration(view: View, last: int) -> tuple[int, int] | None:
    """The text of a published declaration, as far as it speaks in the first person.

    ``last`` is the end of the sentence that tells of it.
    """
    end: int | None = None
    for sentence in view.report.sentences[view.tokens[last - 1].sentence + 1 :][:_DECLARATION_REACH]:
        if any(hit.finite for hit in find_hits(view, sentence.first, sentence.last)):
            break
        if in_first_person(view, sentence):
            end = sentence.last
    return None if end is None else (last, end)
