"""How far speech runs that no quotation marks close: behind a colon, below a heading, in a published declaration."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case, Tense
from haberci.core.report import BlockKind, MentionKind, Sentence
from haberci.read.statements.contents import content_of
from haberci.read.statements.hits import Hit, find_hits
from haberci.read.statements.labels import colon_in, labelled
from haberci.read.statements.sides import surname
from haberci.read.statements.speakers import Speaker, head_of, marked_off
from haberci.read.statements.view import View, ends_clause

_SILENCE: Final = 24  # sentences of a speech in a row without a word of the speaker's own
_ASIDE: Final = 2  # sentences behind one that tells of the speaker within which the speech may go on
_TRAIL: Final = 4  # sentences that may end a speech's paragraph without one
FIRST_PERSON: Final = frozenset({"1s", "1p"})
_SPOKEN_TO: Final = FIRST_PERSON | {"2s", "2p"}
_SPEAKING: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.BODY})
_ONCE: Final = frozenset({Tense.PAST, Tense.EVID})


def speech_end(view: View, last: int, speaker: Speaker) -> int:
    """Where speech that goes on behind the word ``last`` ends (half open); ``last`` where it does not.

    It goes on as long as its sentences say we, I or you, at most so many others between them, until the report tells
    of the speaker, or of what somebody said, in its own voice. What nobody in particular says goes no further.
    """
    if not speaker.known and speaker.first is None:
        return last
    sentences = view.report.sentences
    number = view.tokens[last - 1].sentence
    end, silent = number, 0
    for following in range(number + 1, len(sentences)):
        told = narrated(view, sentences[following], speaker)
        if silent > _SILENCE or (told and not _aside(view, following, speaker)):
            break
        silent = 0 if not told and own_words(view, sentences[following]) else silent + 1
        end = end if silent else following
    return last if end == number else sentences[_paragraph_end(view, end, speaker)].last


def text_end(view: View, last: int, speaker: Speaker) -> int:
    """Where a text ends that stands below the word ``last`` (half open): where the report speaks in its own voice."""
    sentences = view.report.sentences
    number = view.tokens[last - 1].sentence
    end = number
    for following in range(number + 1, len(sentences)):
        if narrated(view, sentences[following], speaker) and not _aside(view, following, speaker):
            break
        end = following
    return sentences[end].last


def own_words(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has, outside quotations, a word that belongs to whoever speaks: we came, our, you know."""
    return any(_own(view, at) for at in range(sentence.first, sentence.last))


def in_first_person(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has, outside quotations, a verb in the first person."""
    return any(
        view.tokens[at].morph.person in FIRST_PERSON and ends_clause(view.tokens[at]) and view.quotation[at] < 0
        for at in view.anchors_between(sentence.first, sentence.last)
    )


def narrated(view: View, sentence: Sentence, speaker: Speaker) -> bool:
    """Whether a report speaks in its own voice again: it names the speaker, or tells what somebody named said."""
    if sentence.block is BlockKind.HEADLINE or _speaks_here(view, sentence):
        return True
    if any(_told_of_another(view, hit, sentence) for hit in find_hits(view, sentence.first, sentence.last)):
        return True
    return not own_words(view, sentence) and _names(view, sentence, speaker)


def _aside(view: View, number: int, speaker: Speaker) -> bool:
    """Whether speech goes on right behind a sentence that tells what somebody did or said: "... dedi. Biz ise ..."."""
    sentences = view.report.sentences
    sentence = sentences[number]
    quoted = any(view.quotation[at] >= 0 for at in range(sentence.first, sentence.last))
    if quoted or sentence.block is BlockKind.HEADLINE or colon_in(view, sentence.first, sentence.last) is not None:
        return False
    return any(
        own_words(view, behind) and not narrated(view, behind, speaker)
        for behind in sentences[number + 1 : number + 1 + _ASIDE]
    )


def _own(view: View, at: int) -> bool:
    token = view.tokens[at]
    if view.quotation[at] >= 0:
        return False
    return token.morph.possessive in FIRST_PERSON or (ends_clause(token) and token.morph.person in _SPOKEN_TO)


def _paragraph_end(view: View, number: int, speaker: Speaker) -> int:
    """The last sentence of a paragraph, where only few follow and none of them tells of the speaker."""
    sentences = view.report.sentences
    for following in range(number + 1, min(number + 1 + _TRAIL, len(sentences))):
        if view.paragraphs[following] != view.paragraphs[number]:
            return following - 1
        if narrated(view, sentences[following], speaker):
            return following - 1
    return number if number + 1 + _TRAIL < len(sentences) else len(sentences) - 1


def _speaks_here(view: View, sentence: Sentence) -> bool:
    """Whether a label opens a sentence, and no topic in capitals: "SEÇİM HÜKÜMETİ: ..."."""
    found = labelled(view, sentence.first, sentence.last)
    label = None if found is None else view.mention_ending(found[0])
    return label is not None and (label.kind is MentionKind.PERSON or not label.text.isupper())


def _told_of_another(view: View, hit: Hit, sentence: Sentence) -> bool:
    """Whether a verb tells what somebody said, once, who is named at the sentence's head or behind "belirten"."""
    if hit.passive or content_of(view, hit, sentence.first) is None:
        return False
    if hit.participle:
        head = head_of(view, hit, sentence.last)
        return not isinstance(head, int) and head is not None and marked_off(view, head.last)
    if not hit.finite or view.tokens[hit.anchor].morph.tense not in _ONCE:
        return False
    head = view.mention_from(sentence.first)
    return head is not None and head.case is Case.NOM and head.kind in _SPEAKING


def _names(view: View, sentence: Sentence, speaker: Speaker) -> bool:
    """Whether a sentence names whoever spoke, outside quotations, and asks nothing."""
    if speaker.first is None or view.tokens[sentence.last - 1].text == "?":
        return False
    name = surname(view, speaker.last - 1)
    return bool(name) and any(
        surname(view, mention.last - 1) == name for mention in view.mentions_between(sentence.first, sentence.last)
    )
