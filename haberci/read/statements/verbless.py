"""Words in marks that no verb reports: right behind whoever speaks them, or going on where a mark was forgotten."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case, Form, Pos
from haberci.core.report import BlockKind, Mention, Sentence
from haberci.core.rule import Rule
from haberci.core.speech import SPOKEN, Construction
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import find_hits
from haberci.read.statements.lost_marks import asked_before, marked_subject
from haberci.read.statements.quotations import LOST_REACH
from haberci.read.statements.resumed import resumed
from haberci.read.statements.speakers import Speaker, marked_off, speaker_of, unnamed_subject
from haberci.read.statements.unmarked import in_first_person, narrated, own_words, speech_end
from haberci.read.statements.view import View, is_punctuation
from haberci.read.statements.voices import Voices

VERBLESS: Final = Rule(
    "statement.verbless", "words in marks right behind a name are that name's", 'Yolları sayan Yılmaz, "Kapımız açık."'
)

GOES_ON: Final = Rule(
    "statement.goes-on",
    "sentences that say we or I go on with the speaker before",
    'Yılmaz, "Kapımız açık." dedi. Biz kimseyi geri çevirmeyiz. Yolumuz uzun.',
)
_PHRASE: Final = 3  # words that make no sentence by themselves, full stop or not
_STOPS: Final = frozenset(".!?")
_SENTENCES: Final = 2  # in a row that must say we, I or you, so that nobody's verb is needed


def going_on(view: View, voices: Voices, first: int) -> Draft | None:
    """The speech without marks or verb that begins with the sentence of the word ``first``; None: it begins none.

    Its speaker is whoever spoke last, near before.
    """
    sentences = view.report.sentences
    number = view.tokens[first].sentence
    own = sentences[number : number + _SENTENCES]
    if len(own) < _SENTENCES or not in_first_person(view, own[0]) or not all(own_words(view, s) for s in own):
        return None
    if own[0].block is not BlockKind.PARAGRAPH or _told_about(view, own[0]):
        return None
    speaker = voices.before(first, LOST_REACH)
    if speaker is None or not speaker.known or any(narrated(view, sentence, speaker) for sentence in own):
        return None
    end = max(speech_end(view, own[0].last, speaker), own[0].last)
    if any(hit.finite and hit.cue.construction in SPOKEN for hit in find_hits(view, first, end)):
        return None  # a verb reports it: "... geliriz dedi"
    return Draft(speaker, first, first + 1, GOES_ON.id, "tell", words=[(first, end)])


def _told_about(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has a subject of its own, or tells that something was said."""
    head = view.mention_from(sentence.first)
    subject = (head is not None and head.case is Case.NOM) or marked_subject(view, sentence.first, sentence.last)
    return subject or bool(find_hits(view, sentence.first, sentence.last))


def with_verbless(view: View, voices: Voices, drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """The statements of the words ``first`` to ``last``, with the words in marks there that no verb reports.

    ``drafts`` are those that verbs report; they get what runs on behind a closing mark that was forgotten.
    """
    found = _behind_name(view, voices, first, last)
    if found is not None and not any(found[1] in draft.quotations for draft in drafts):
        speaker, opening = voices.settled(found[0]), view.quotations[found[1]].opening
        if drafts and drafts[-1].speaker.code == speaker.code:
            drafts[-1].quotations.append(found[1])
        else:
            drafts.append(Draft(speaker, opening, opening + 1, VERBLESS.id, "tell", quotations=[found[1]]))
            drafts[-1].document = found[2]
    if found is None:
        _join(view, drafts, first, last)
    for draft in drafts:
        behind = _run_on(view, draft) or resumed(view, draft)
        draft.words += [] if behind is None else [behind]
    return drafts


def _behind_name(view: View, voices: Voices, first: int, last: int) -> tuple[Speaker, int, bool] | None:
    """Who stands right before the words in marks that end the words ``first`` to ``last``, and their number.

    And whether it is a document: "yazıda, "..."".
    """
    number = _at_end(view, first, last)
    if number is None:
        return None
    if any(hit.finite for hit in find_hits(view, first, view.quotations[number].opening)):
        return None
    mention = _named_before(view, number, first)
    if mention is not None:
        return speaker_of(mention), number, False
    document = _document_before(view, number, first)
    if document is None:
        return None
    heads = (m for m in view.mentions_between(first, document) if m.case is Case.NOM and marked_off(view, m.last))
    head = next(heads, None)
    subject = unnamed_subject(view, first, document) if head is None else speaker_of(head)
    return (subject, number, False) if subject is not None else (voices.origin(document, first), number, True)


def _at_end(view: View, first: int, last: int) -> int | None:
    """The number of the words in marks, a clause at least, that end the words ``first`` to ``last``."""
    end = last
    while end > first and is_punctuation(view.tokens[end - 1]) and view.quotation[end - 1] < 0:
        end -= 1
    number = view.quotation[end - 1] if end > first else -1
    if number < 0 or view.quotations[number].opening < first or not view.quotations[number].speech:
        return None
    quotation = view.quotations[number]
    whole = quotation.words > _PHRASE and view.tokens[quotation.last - 1].text in _STOPS  # "İki ülke komşu ve dost."
    return number if quotation.clause or whole else None


def _named_before(view: View, number: int, first: int) -> Mention | None:
    """Who stands right before a quotation, or at the head with no more behind it than a converb: "X, kızarak, "..."."""
    opening = view.quotations[number].opening
    comma = opening > first and view.tokens[opening - 1].text == ","
    leans = opening - comma > first and view.is_a(Construction.PARTICLE, opening - comma - 1)
    near = view.mention_ending(opening - comma - leans)
    if near is not None and near.first >= first and near.case is Case.NOM:
        return near
    head = view.mention_from(first)
    before = opening - 1 - comma
    if head is None or head.case is not Case.NOM or not marked_off(view, head.last) or before < head.last:
        return None
    led = comma and (view.tokens[before].morph.form is Form.ARAK or asked_before(view, opening - 1))
    reminded = view.tokens[before].morph.pos is Pos.ADP and view.tokens[before - 1].morph.form is Form.MA
    return head if led or reminded else None


def _document_before(view: View, number: int, first: int) -> int | None:
    """The document in the locative right before a quotation, or before the comma there."""
    at = view.quotations[number].opening - 1
    at -= at > first and view.tokens[at].text == ","
    told = at >= first and view.is_a(Construction.DOCUMENT, at) and view.tokens[at].morph.case is Case.LOC
    return at if told else None


def _join(view: View, drafts: list[Draft], first: int, last: int) -> None:
    """Give the words in marks that end the sentence to the converb right before them: "... hatırlatarak, "..."."""
    number = _at_end(view, first, last)
    if number is None or not drafts or any(number in draft.quotations for draft in drafts):
        return
    opening = view.quotations[number].opening
    if drafts[-1].last == opening - 1 and view.tokens[opening - 1].text == ",":
        drafts[-1].quotations.append(number)


def _run_on(view: View, draft: Draft) -> tuple[int, int] | None:
    """The speech behind a quotation whose closing mark was forgotten; None where it is closed or nobody speaks on."""
    quotation = view.quotations[draft.quotations[-1]] if draft.quotations else None
    if quotation is None or quotation.closing == quotation.last or draft.first > quotation.first:
        return None
    end = speech_end(view, quotation.last, draft.speaker)
    return (quotation.last, end) if end > quotation.last else None
