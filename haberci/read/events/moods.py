"""What the mood of a verb asks, whatever the verb: that somebody named must or shall do it, or is told to."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.frames import Frame
from haberci.core.morph import FINITE, PUNCT, Form, Morph, Tense
from haberci.core.pattern import Element, Match
from haberci.core.report import MentionKind
from haberci.read.parse import Parsed

MODES: Final = {EventType.REQUEST: "change", EventType.ACCUSE: "disapprove"}


def _asking(
    name: str,
    ending: str,
    of: str,
    says: str,
    example: str,
    kind: EventType = EventType.REQUEST,
) -> Frame:
    """What a verb with an ending asks of the one whom a filler finds, whatever the verb."""
    return Frame(
        id=name,
        before=(),
        anchor=Element((ending,), Match.LEMMA),
        type=kind,
        mode=MODES.get(kind),
        actor=(("speaker",),),
        recipient=((of,),),
        flags=frozenset({"foreign", "negative-only"} if kind is EventType.ACCUSE else {"foreign"}),
        says=says,
        example=example,
    )


NECESSITY: Final = _asking(
    "request.necessity",
    "-mAlI",
    "subj",
    "-mAlI with a named doer is what the speaker asks of it",
    'Stoltenberg, "Rusya saldırıyı durdurmalı." dedi.',
)
DO: Final = "et"  # whose noun names the deed
COMMAND: Final = _asking(
    "request.command",
    "-sIn",
    "subj",
    "-sIn with a named doer, in what is quoted or stands behind a colon, is what the speaker asks of it",
    'Stoltenberg, "Rusya saldırıyı durdursun." dedi.',
)
ADDRESS: Final = _asking(
    "request.address",
    "-In",
    "addressee",
    "an imperative spoken to somebody named is what the speaker asks of him",
    'Stoltenberg, Rusya\'ya "Saldırıyı durdurun." diye seslendi.',
)
TOGETHER: Final = _asking(
    "agree.together",
    "-AlIm",
    "addressee",
    "what one proposes to somebody named to do with him is an offer",
    'Rama, Kurti\'ye "Gelin sınırı birlikte açalım." diye seslendi.',
    EventType.AGREE,
)
UNABLE: Final = _asking(
    "accuse.unable",
    "-AmA",
    "ruling",
    "what an opposition says that those who rule were or are not able to do blames them",
    'Kılıçdaroğlu, "AK Parti sorunları çözemedi." dedi.',
    EventType.ACCUSE,
)
BY_MOOD: Final = (NECESSITY, COMMAND, ADDRESS, TOGETHER, UNABLE)
MOODS: Final = (Tense.NECESSITY, Tense.IMPERATIVE, Tense.OPTATIVE)
REACH: Final = 12  # words back from an imperative to a call
CALLED: Final = 5  # words from a call to the comma behind the name
UNLUCKY: Final = frozenset({"al", "kazan", "bul", "anla", "hatırla"})  # who got no votes did nothing wrong
FAILED: Final = (Tense.PAST, Tense.PROG, Tense.EVID)
STATES: Final = frozenset({"ol", "bil"})  # "herkes bilmeli", "hedef olmalı" ask no deed


def tells_by_mood(morph: Morph) -> bool:
    """Whether the mood of a verb may tell something by itself, whatever the verb."""
    if morph.able:  # "konuşabilmeli" asks that somebody be let do it
        return morph.negative and not morph.passive and morph.lemma not in STATES
    return morph.tense in MOODS and not morph.passive and morph.lemma not in STATES


def asked_by_mood(parsed: Parsed, clause: Clause) -> Frame | None:
    """The request that the verb of a clause makes by its mood alone, if it makes one."""
    morph = parsed.tokens[clause.verb].morph
    if morph.able or not tells_by_mood(morph):
        return None
    named = clause.subject_from is SubjectFrom.SPOKEN
    named = named and any(parsed.mentions[n].kind is not MentionKind.PLACE for n in clause.subject)
    if morph.tense is Tense.NECESSITY:
        return NECESSITY if named and _ends(parsed, clause) else None
    if morph.tense is Tense.OPTATIVE:
        return TOGETHER if _proposes(parsed, clause) else None
    if not clause.quoted:
        return COMMAND if named and _closes(parsed, clause) else None
    if morph.person == "2p" or (morph.person == "2s" and _is_hailed(parsed, clause)):
        return ADDRESS
    return COMMAND if named else None


def says_unable(parsed: Parsed, clause: Clause) -> bool:
    """Whether somebody is said to have been, or to be, unable to do something: "çözemedi", "çözemediğini"."""
    morph = parsed.tokens[clause.verb].morph
    if not morph.able or morph.conditional or not tells_by_mood(morph):
        return False
    told = morph.tense in FAILED if clause.form is FINITE else clause.form is Form.DIK and clause.head is None
    return told and morph.lemma not in parsed.words.moving | parsed.words.meeting | UNLUCKY


def _proposes(parsed: Parsed, clause: Clause) -> bool:
    """Whether one bids others come and do it with oneself: "gelin birlikte açalım"."""
    morph, words = parsed.tokens[clause.verb].morph, parsed.small[max(0, clause.first - 1) : clause.verb]
    invited = not parsed.pack.governors.inviting.isdisjoint(words)
    return clause.quoted and morph.person == "1p" and not morph.negative and invited


def _is_hailed(parsed: Parsed, clause: Clause) -> bool:
    """Whether an imperative in the singular ends words that open with a call: "Sayın Rama, çık ve hesap ver"."""
    hailing = parsed.pack.governors.hailing | parsed.pack.governors.calling
    words = parsed.small[max(0, clause.verb - REACH) : clause.verb]
    called = any(word in hailing and "," in words[at + 1 : at + CALLED] for at, word in enumerate(words))
    return called and _ends(parsed, clause)


def _closes(parsed: Parsed, clause: Clause) -> bool:
    """Whether a verb of a deed that is asked for ends what somebody says behind a colon: "Rama: Bern dursun."."""
    calls = any(token.text == ":" for token in parsed.tokens[: clause.first])
    closed = calls and all(token.morph.pos is PUNCT for token in parsed.tokens[clause.verb + 1 :])
    lemma, words = parsed.tokens[clause.verb].morph.lemma, parsed.small[clause.first : clause.verb + 1]
    return closed and (lemma == DO or parsed.pack.asks.mode((lemma,), words) is not None)  # "istifa etsin"


def _ends(parsed: Parsed, clause: Clause) -> bool:
    """Whether a verb stands at the end: "anlaşmalı çözüm" is none."""
    behind = clause.verb + 1
    return behind >= len(parsed.tokens) or parsed.tokens[behind].morph.pos is PUNCT
