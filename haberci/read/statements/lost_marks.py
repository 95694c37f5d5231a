"""Speech whose marks are lost, told by a verb sentences later: "X, Böyle olmaz. Biz gideriz. Herkes bilir dedi"."""

from __future__ import annotations

from typing import Final, NamedTuple

from haberci.core.morph import NOM, Form
from haberci.core.report import Mention, Sentence
from haberci.read.statements.contents import content_of
from haberci.read.statements.hits import find_hits
from haberci.read.statements.marks import DOUBLE
from haberci.read.statements.quotations import LOST_REACH
from haberci.read.statements.speakers import Speaker, marked_off, speaker_of, unnamed_subject
from haberci.read.statements.unmarked import FIRST_PERSON, own_words
from haberci.read.statements.view import View, leads_to_speech

_QUESTION: Final = "soru"
_QUESTION_REACH: Final = 2  # words between a question and the comma behind it: "soruya da,"


class Opening(NamedTuple):
    """Who began to speak, and the first word that was said."""

    speaker: Speaker
    first: int


def opened_before(view: View, first: int) -> Opening | None:
    """Where the speech began that goes on at the word ``first`` of its sentence, in its paragraph; None: nowhere."""
    sentences = view.report.sentences
    number = view.tokens[first].sentence
    own = own_words(view, sentences[number])
    for before in range(number - 1, max(-1, number - 1 - LOST_REACH), -1):
        sentence = sentences[before]
        if view.paragraphs[before] != view.paragraphs[number] or tells(view, sentence):
            return None
        found = _opening(view, sentence, own)
        if found is not None:
            return found
        own = own or own_words(view, sentence)
    return None


def unopened(view: View, first: int, clause: int) -> int | None:
    """Where words began whose closing mark alone is left, behind the sentence that reports something; None: no mark.

    ``clause`` is the last of the words in the sentence of the word ``first``.
    """
    if view.tokens[clause].text not in DOUBLE or clause in view.closings:
        return None
    sentences = view.report.sentences
    number = begins = view.tokens[first].sentence
    for before in range(number - 1, max(-1, number - 1 - LOST_REACH), -1):
        if view.paragraphs[before] != view.paragraphs[number] or tells(view, sentences[before]):
            break
        begins = before
    return sentences[begins].first


def marked_subject(view: View, first: int, last: int) -> bool:
    """Whether a subject stands between two words that a comma, or at the head a particle, marks off: no "our"."""
    unnamed = unnamed_subject(view, first, last)
    if unnamed is not None and view.tokens[unnamed.last].text == ",":
        return view.tokens[unnamed.last - 1].morph.possessive not in FIRST_PERSON
    return any(
        mention.case is NOM
        and marked_off(view, mention.last)
        and (mention.first == first or view.tokens[mention.last].text == ",")
        for mention in view.mentions_between(first, last)
    )


def _opening(view: View, sentence: Sentence, own: bool) -> Opening | None:
    """A subject, and behind a comma the capital with which its speech begins.

    A name may stand there where the speech is ``own``, says we, I or you, or answers a question.
    """
    for comma in range(sentence.first + 1, sentence.last - 2):
        if view.tokens[comma].text != "," or view.quotation[comma] >= 0 or not view.tokens[comma + 1].text[0].isupper():
            continue
        subject = _subject(view, sentence, comma)
        if subject is None:
            continue
        begun = leads_to_speech(view, comma) or asked_before(view, comma) or (own and subject.last == comma)
        if begun:
            return Opening(subject, comma + 1)
    return None


def _subject(view: View, sentence: Sentence, comma: int) -> Speaker | None:
    """The nominative before a comma that is marked off, or stands behind a participle."""
    for mention in view.mentions_between(sentence.first, comma):
        if mention.case is NOM and marked_off(view, mention.last) and _heads(view, sentence, mention, comma):
            return speaker_of(mention)
    return unnamed_subject(view, sentence.first, comma + 1)


def _heads(view: View, sentence: Sentence, mention: Mention, comma: int) -> bool:
    return (
        mention.last == comma or mention.first == sentence.first or view.tokens[mention.first - 1].morph.form is Form.AN
    )


def asked_before(view: View, comma: int) -> bool:
    """Whether a comma stands behind the question that is answered: "... yönündeki soruya da, "."""
    return any(view.tokens[at].morph.lemma == _QUESTION for at in range(comma - _QUESTION_REACH, comma))


def tells(view: View, sentence: Sentence) -> bool:
    """Whether a sentence tells of itself what somebody said."""
    hits = find_hits(view, sentence.first, sentence.last)
    return any(hit.finite and content_of(view, hit, sentence.first) is not None for hit in hits)
