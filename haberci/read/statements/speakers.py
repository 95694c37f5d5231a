"""Who speaks: the subject of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.morph import ABL, ADP, AN, CCONJ, GEN, KEN, LOC, NOM, NOUN, PROPN, Form, Tense
from haberci.core.report import Mention, MentionKind, Token
from haberci.core.speech import Construction
from haberci.read.statements.companions import describes, is_met
from haberci.read.statements.hits import Hit
from haberci.read.statements.joint import is_particle, joined_before, joint_from
from haberci.read.statements.view import (
    NOMINAL_FORMS,
    View,
    ends_clause,
    is_nominative_noun,
    is_noun,
    is_punctuation,
)

_HEAD_REACH: Final = 6  # words between a participle and the noun that it modifies
_UNSURE: Final = 2  # weight of a nominative that nothing marks as the subject
_STATES: Final = frozenset({MentionKind.STATE, MentionKind.PLACE})
_BODIES: Final = frozenset({MentionKind.BODY, MentionKind.ORGANISATION, MentionKind.GROUP})
_SPEAKING: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_SPEAKING_OR_BODY: Final = _SPEAKING | {MentionKind.BODY}
_ASIDE: Final = frozenset({LOC, ABL})
_SHARED_REACH: Final = 5  # words of the second of two owners
_OPENING_REACH: Final = 8  # words of a subject at the head of a sentence that no mention covers
_TITLED_REACH: Final = 14  # the same where it ends in a name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. ``first`` and ``last`` (half open) are the words that say so, ``first`` None where it is understood.

    ``also`` are further actors that the same words mean ("iki ülke"), ``beside`` joint speakers named before.
    """

    code: ActorCode
    first: int | None = None
    last: int = 0
    beside: tuple[Mention, ...] = ()
    also: tuple[ActorCode, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the speaker has a code."""
        return self.code != UNKNOWN


def speaker_of(mention: Mention, beside: tuple[Mention, ...] = ()) -> Speaker:
    """A mention as speaker; ``---`` for a person whose side is not known."""
    code = mention.codes[0] if mention.codes else UNKNOWN
    return Speaker(code, mention.first, mention.last, beside, mention.codes[1:])


def head_of(view: View, hit: Hit, last: int) -> Mention | int | None:
    """What a reporting participle modifies: a mention, or the token of another noun; None when there is neither."""
    for at in range(hit.anchor + 1, min(last, hit.anchor + 1 + _HEAD_REACH)):
        mention = view.mention_from(at)
        if mention is not None and (mention.case is not GEN or view.acts_behind(mention)):
            return mention
        token = view.tokens[at]
        if is_punctuation(token) or not is_noun(token) or view.quotation[at] >= 0:
            return None
        if mention is None and _may_head(token) and _ends_phrase(view, at, last):
            return at
    return None


def _may_head(token: Token) -> bool:
    return token.morph.pos in (NOUN, PROPN) or token.morph.form is not None


def subject_of(view: View, hit: Hit, first: int, last: int) -> Speaker | None:
    """The nominative that governs a reporting verb, sought from token ``first`` on; else one right behind the verb."""
    unnamed = unnamed_subject(view, first, hit.first)
    best, most = None, 0 if unnamed is None else _UNSURE
    for mention in view.mentions_between(first, hit.first):
        if unnamed is not None and mention.kind is MentionKind.PLACE and mention.first > unnamed.last:
            continue  # "X gazetesi, ... Roma da görüştüğünü": its case may have lost the apostrophe
        if unnamed is not None and describes(view, mention, unnamed.last - 1):
            continue
        weight = _weight(view, mention, first, hit)
        if weight > most:
            best, most = mention, weight
    if best is None and hit.anchor + 1 < last:
        behind = view.mention_from(hit.anchor + 1)
        best = behind if behind is not None and behind.case is NOM else None
    if best is None:
        return None
    joint = joint_from(view, best)
    return speaker_of(joint[-1], (*joined_before(view, best), *joint[:-1]))


def unnamed_subject(view: View, first: int, last: int) -> Speaker | None:
    """A subject at the head of a sentence that is no mention: "Uzmanlar, ..."; its side is not known."""
    behind = _behind_title(view, first)
    for at in range(behind + 1, min(last, behind + _TITLED_REACH)):
        before = view.tokens[at - 1]
        if view.quotation[at] >= 0 or before.morph.form not in (None, AN):
            return None
        if view.tokens[at].text == "," or is_particle(view, at):
            near = at < behind + _OPENING_REACH or before.text[0].isupper()
            named = near and is_nominative_noun(before) and view.mention[at - 1] < 0
            return Speaker(UNKNOWN, first, at) if named else None
    return None


def _behind_title(view: View, first: int) -> int:
    """The word behind a name in marks that opens a subject: '"Sessiz Kent" adlı ağ, ...'; else the first word."""
    number = view.openings.get(first)
    behind = first if number is None else view.quotations[number].closing + 1
    return behind if behind < len(view.tokens) and view.is_a(Construction.NAMED, behind) else first


def _weight(view: View, mention: Mention, first: int, hit: Hit) -> int:
    """How likely a mention is the subject; 0 when it can't be."""
    if not _free(view, mention, hit) or _of_meanwhile(view, mention, hit) or _bound(view, mention):
        return 0
    if mention.case is not NOM:
        return _UNSURE + 1 if _opens(view, mention, first) else 0
    border = _border(view, mention, hit)
    if not border and mention.kind in _BODIES and _owns(view, mention.last):
        return 1  # "Birleşmiş Milletler gözetimindeki görüşmelerde X"
    weight = 1 + border + (border > 0 and _leads_in(view, mention.last))
    begins = _owned_from(view, mention) if mention.kind is MentionKind.BODY else mention.first
    weight += 2 * (begins == first)
    weight += mention.kind is not MentionKind.PLACE
    if mention.first > first and view.tokens[mention.first - 1].morph.form is AN:
        weight += 3 if border > 0 else 1
    elif _in_content(view, mention, first):
        weight -= 2
    return max(weight, 0)


def _bound(view: View, mention: Mention) -> bool:
    """Whether a postposition, or for a place a noun that is its own, takes the phrase: "Ankara açısından"."""
    adposition = view.tokens[mention.last].morph.pos is ADP and view.tokens[mention.last].morph.possessive == "3s"
    owner = mention.kind in _STATES and _owns(view, mention.last)
    owner = owner or (mention.kind in _BODIES and _ends_name(view.tokens[mention.last]))
    return adposition or owner or _shares_genitive(view, mention.last) or is_met(view, mention)


def _ends_name(word: Token) -> bool:
    """Whether a word ends the name of what one has, with its apostrophe: "Avrupa Siyasi Topluluğu Zirvesi'ne"."""
    return word.text[0].isupper() and word.morph.possessive == "3s" and word.parted


def _shares_genitive(view: View, at: int) -> bool:
    """Whether a conjunction ties a phrase to one in the genitive: "Ordu ve müttefiklerinin çekildiğini söyledi"."""
    if view.tokens[at].morph.pos is not CCONJ or is_particle(view, at):
        return False
    for behind in view.tokens[at + 1 : at + 1 + _SHARED_REACH]:
        if behind.text == "," or behind.morph.form is not None:
            return False
        if behind.morph.case is GEN:
            return True
    return False


def _owns(view: View, at: int) -> bool:
    """Whether a noun behind a phrase is the phrase's own and only says where: "sınırında", "binası önünde"."""
    morph = view.tokens[at].morph
    own = morph.possessive == "3s" and view.mention[at] < 0 and morph.form is None
    if not own or morph.case in _ASIDE:
        return own
    return morph.case is NOM and at + 1 < len(view.tokens) and _owns(view, at + 1)


def _opens(view: View, mention: Mention, first: int) -> bool:
    """Whether a mention that took its case from a list opens the sentence and may be its subject: "X, Y ile Z'nin"."""
    own = view.tokens[mention.last - 1].morph.case
    return mention.first == first and own in (None, NOM) and view.tokens[mention.last].text == ","


def _border(view: View, mention: Mention, hit: Hit) -> int:
    """What stands right behind the mention: a comma, a particle, a quotation or the verb mark it off."""
    at = mention.last
    if at == hit.first:
        return 2
    return 4 if marked_off(view, at) else 0


def _leads_in(view: View, at: int) -> bool:
    """Whether a comma and a quotation, or the quotation itself, follow a speaker: X, "..."."""
    return at in view.openings or (view.tokens[at].text == "," and at + 1 in view.openings)


def marked_off(view: View, at: int) -> bool:
    """Whether the word ``at`` closes the phrase before it: a comma, a particle, an opening quotation mark."""
    if at >= len(view.tokens):
        return False
    return view.tokens[at].text == "," or is_particle(view, at) or at in view.openings


def _free(view: View, mention: Mention, hit: Hit) -> bool:
    """Whether no finite verb outside quotations ends the mention's clause before the reporting verb."""
    return not any(
        ends_clause(view.tokens[at]) and view.quotation[at] < 0 and _closes(view, at + 1, hit)
        for at in view.anchors_between(mention.last, hit.first)
        if at + 2 != hit.first  # the speaker's own words, with their full stop: "gideriz. dedi"
    )


def _closes(view: View, at: int, hit: Hit) -> bool:
    """Whether a mark ends all that a subject does: a semicolon only before another one: "gitti; Bern'in geldiğini"."""
    if view.tokens[at].text != ";":
        return view.tokens[at].text in ".:"
    others = any(m.case is NOM and m.kind is not MentionKind.PLACE for m in view.mentions_between(at + 1, hit.first))
    return others or unnamed_subject(view, at + 1, hit.first) is not None


def _of_meanwhile(view: View, mention: Mention, hit: Hit) -> bool:
    """Whether a clause of its own ends a mention's part before another subject: "A kınarken, B", "A sustu ancak B"."""
    for at in view.anchors_between(mention.last, hit.first - 1):
        if _ends_with_verb(view, at) and any(
            behind.case is NOM and marked_off(view, behind.last) for behind in view.mentions_between(at + 2, hit.first)
        ):
            return True
        if view.tokens[at].morph.form is KEN and view.tokens[at + 1].text == "," and view.quotation[at] < 0:
            behind = view.mention_from(at + 2)
            return behind is not None and behind.case is NOM and behind.last < hit.first
        morph, near = view.tokens[at].morph, not marked_off(view, mention.last) and view.quotation[at] < 0
        if near and (morph.conditional or morph.tense is Tense.CONDITION or morph.form is Form.INCA):
            behind = view.mention_from(at + 1)  # "Oslo çekilirse Bern duyuracak"
            return behind is not None and behind.case is NOM and behind.last < hit.first
    return False


def _ends_with_verb(view: View, at: int) -> bool:
    """Whether a finite verb outside quotations ends a clause that a conjunction ties to the next."""
    joined = view.tokens[at + 1].morph.pos is CCONJ and not is_particle(view, at + 1)
    return joined and ends_clause(view.tokens[at]) and view.quotation[at] < 0


def _in_content(view: View, mention: Mention, first: int) -> bool:
    """Whether a genitive that does not own the mention stands open before it: it belongs to a content clause."""
    for at in range(_owned_from(view, mention) - 1, first - 1, -1):
        token = view.tokens[at]
        if token.morph.form in NOMINAL_FORMS or token.text == ",":
            return False
        if token.morph.case is GEN:
            return True
    return False


def _owned_from(view: View, mention: Mention) -> int:
    """Where a mention begins with what stands right before it: an office, or whose body it is ("X'in ofisi")."""
    before = view.mention_ending(mention.first)
    if before is None or mention.kind not in _SPEAKING_OR_BODY:
        return mention.first
    owned = view.tokens[mention.last - 1].morph.possessive and not view.tokens[mention.last].morph.possessive
    return before.first if mention.kind in _SPEAKING or (owned and before.case is GEN) else mention.first


def _ends_phrase(view: View, at: int, last: int) -> bool:
    """Whether a noun is the last of its phrase: it has a case, or no noun follows."""
    token = view.tokens[at]
    if token.morph.case not in (None, NOM):
        return True
    return at + 1 >= last or view.tokens[at + 1].morph.pos not in (NOUN, PROPN)
