"""Whose voice it is: subjects, documents and sources put together with the memory of who spoke before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.morph import Case, Form
from haberci.core.report import BlockKind, Mention
from haberci.core.speech import SPOKEN, Construction
from haberci.read.statements.doers import agent_of, before_words, behind_participle, plain_subject, seat_of, sender_of
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import Hit, find_hits
from haberci.read.statements.joint import joint_from
from haberci.read.statements.press import (
    NEWS,
    PRESS,
    is_unnamed_medium,
    issued_by_unknown,
    last_medium,
    local_press,
    published_by,
)
from haberci.read.statements.sides import citizen, insider, of_medium, sides, surname
from haberci.read.statements.sources import Source, documents, issuer_of, origin_of, owner_of
from haberci.read.statements.speakers import (
    Speaker,
    head_of,
    marked_off,
    speaker_of,
    subject_of,
    unnamed_subject,
)
from haberci.read.statements.subheads import over_passage
from haberci.read.statements.view import View

CHARGES: Final = frozenset({"iddianame", "fezleke"})  # documents in which a prosecutor speaks, whoever they are about
PROSECUTING: Final = frozenset({"JUD", "COP", "MIL", "IGO"})
_PHRASE: Final = 4  # words between a document and one that it belongs to
FRAMES: Final = SPOKEN | {Construction.DECLARE}  # what tells that somebody spoke, without the words
BODIES: Final = frozenset({"IGO", "NGO", "BUS", "JRN", "LAB"})  # what "the organisation" means
MEMORY: Final = 2  # sentences after which a dropped subject is no longer the last speaker


class Voices:
    """Tells the speaker of each reporting verb of one report. ``drafts`` is the growing list of what was found."""

    def __init__(self, view: View, drafts: list[Draft]) -> None:
        self._view = view
        self._drafts = drafts
        self._source: Speaker | None = None
        self._sides = sides(view)
        self._medium_told: ActorCode | None = None  # the medium without a code that was named last: "Gazete, ..."
        self._begun: tuple[Speaker, int] | None = None  # who was said to speak, and the word behind that sentence
        self._owners: dict[str, Speaker] = {}  # whose a document is, by the rule that knows its noun

    def of(self, hit: Hit, first: int, left: int, last: int, before: Speaker | None, sources: list[Source]) -> Speaker:
        """The speaker of a reporting verb in the words ``first`` to ``last``.

        ``left`` is where its own words begin, ``before`` the speaker of the verb before it in the same sentence.
        """
        return self.settled(self._who(hit, first, left, last, before, sources))

    def settled(self, found: Speaker) -> Speaker:
        """A speaker with the code of their side, or of the state that whoever is named without an office is of."""
        if found.known or found.first is None:
            return found
        again = self._again(found)
        if again is not None:
            return again
        body = insider(self._view, found)
        if body is not None:
            return replace(found, code=body)
        name = surname(self._view, found.last - 1)
        told = last_medium(self._view, found.first) if is_unnamed_medium(self._view, found.last - 1) else None
        code = told or self._sides.get(name) or citizen(self._view, found)
        if code is not None and name:
            self._sides.setdefault(name, code)  # named again, the surname alone may look like any noun
        if of_medium(self._view, found):
            code = self._medium_told = code or self._medium_told
        return found if code is None else replace(found, code=code)

    def _again(self, found: Speaker) -> Speaker | None:
        """Whoever spoke last, named again by a word of the name or before it: "Askerî kaynaklar ... Kaynaklar"."""
        last = self._drafts[-1].voice if self._drafts else None
        at = found.last - 1
        if last is None or not last.known or found.first is None:
            return None
        if found.first < at and self._view.tokens[at - 1].morph.form is not Form.AN:
            return None  # "sözleri hatırlatan yetkili" is the one that was told of
        word = self._view.tokens[at].morph
        named = self._view.tokens[max(0, last.first - 1) : last.last + 1] if last.first is not None else ()
        same = any(token.morph.lemma == word.lemma and token.morph.pos is word.pos for token in named)
        body = found.first == at and self._view.is_a(Construction.AGAIN, at) and last.code.sector in BODIES
        return replace(found, code=last.code) if same or body else None

    def _who(
        self, hit: Hit, first: int, left: int, last: int, before: Speaker | None, sources: list[Source]
    ) -> Speaker:
        if hit.participle and hit.passive and hit.cue.force == "accuse":
            return agent_of(self._view, first, hit.first) or Speaker(UNKNOWN)  # the noun behind it is the accused
        if hit.participle:
            return self._head(hit, first, last)
        if hit.passive:
            return self._passive(hit, first, sources)
        if before is not None:
            later = subject_of(self._view, hit, left, last)
            return later if later is not None and self._new(later, left) else before
        found = subject_of(self._view, hit, first, last) or unnamed_subject(self._view, first, hit.first)
        found = found or plain_subject(self._view, first, hit.first) or before_words(self._view, first, hit.first)
        found = found or behind_participle(self._view, hit, last)
        if found is not None:
            return found
        document, dropped = self._document(hit, first), self._dropped(first)
        return dropped if document is None or (dropped.known and not document.known) else document

    def _new(self, speaker: Speaker, left: int) -> bool:
        """Whether a subject behind another reporting verb is one of its own."""
        if speaker.first is None or self._view.tokens[left - 1].morph.form in (Form.ARAK, Form.IP):
            return False
        return speaker.first == left or marked_off(self._view, speaker.last)

    def _head(self, hit: Hit, first: int, last: int) -> Speaker:
        head = head_of(self._view, hit, last)
        if hit.passive and head is not None and not self._leads_document(head, last):
            return agent_of(self._view, first, hit.first) or Speaker(UNKNOWN)  # "üye olduğu iddia edilen Kaya"
        if isinstance(head, Mention):
            return speaker_of(head)
        if head is None:
            return self._dropped(first)
        token = self._view.tokens[head]
        if self._view.cues.is_a(Construction.DOCUMENT, token.lower):
            owner = None if hit.passive else owner_of(self._view, first, hit.first)
            return owner or self.origin(head, first)
        if token.morph.plural or not token.text.islower() or is_unnamed_medium(self._view, head):
            return Speaker(UNKNOWN, head, head + 1)
        return self._dropped(first)

    def _leads_document(self, head: Mention | int, last: int) -> bool:
        """Whether a document is what a participle describes, or stands right behind whose it is."""
        at = head.last if isinstance(head, Mention) else head
        return at < last and bool(documents(self._view, at, at + 1))

    def _passive(self, hit: Hit, first: int, sources: list[Source]) -> Speaker:
        sender = sender_of(self._view, hit, first) if hit.cue.construction is Construction.SENT else None
        if sender is not None:
            return seat_of(sender) if sender.case is Case.ABL else Speaker(UNKNOWN)
        found = agent_of(self._view, first, hit.first) or self._document(hit, first) or self._medium(hit, first)
        if found is not None:
            return found
        for source in sources:
            if source.speaker is not None:
                return source.speaker
        last = self._drafts[-1] if self._drafts else None
        before = self._view.tokens[hit.anchor].morph.past_copula  # "iddia edilmişti": it was told before all this
        impersonal = before or hit.cue.construction is Construction.PASSIVE
        if last is not None and last.document and not impersonal and self.near(last, first, 1):
            return Speaker(last.voice.code)
        return Speaker(UNKNOWN)

    def _medium(self, hit: Hit, first: int) -> Speaker | None:
        """The medium in which it is told: "Fransız basınında ... belirtildi", "yerel basında"."""
        for at in range(first, hit.first):
            code = local_press(self._view, at)
            if code is not None:
                return Speaker(code, at - 1, at + 1)
        for mention in self._view.mentions_between(first, hit.first):
            if mention.case is Case.LOC and mention.codes and mention.codes[0].sector == PRESS:
                return speaker_of(mention)
        return None

    def _document(self, hit: Hit, first: int) -> Speaker | None:
        """The source that a document before the verb names: "açıklamada ... belirtildi"."""
        for at in documents(self._view, first, hit.first):
            if self._view.tokens[at].morph.case is Case.LOC:
                return self.origin(at, first)
        return None

    def origin(self, document: int, first: int) -> Speaker:
        """Whom a document comes from: who is named before it, else its owner or the source named last."""
        found = origin_of(self._view, document, first)
        cue = self._view.nominal[document]
        if cue is not None and cue.id in CHARGES and (found is None or found.code.sector not in PROSECUTING):
            return Speaker(ActorCode(self._view.home, "JUD"), document, document + 1)
        if found is not None:
            self.remember(found)
            self._own(document, found)
            return found
        unknown = published_by(self._view, document, first) or issued_by_unknown(self._view, document, first)
        if unknown is not None:
            return self.settled(unknown)
        if self._view.tokens[document].lower.startswith(NEWS):
            known = self._press(first)
        else:
            morph = self._view.tokens[document].morph
            several = morph.plural and morph.possessive is None  # "bazı raporlarda" are nobody's who was told
            known = self._owned(document, first) or (None if several else self._source or self._last())
        if known is None:
            return Speaker(UNKNOWN, document, document + 1)
        self._own(document, known)
        return Speaker(known.code, document, document + 1, known.beside, known.also)

    def note(self, first: int, last: int, silent: bool) -> None:
        """Remember whose the documents are that a sentence names; a ``silent`` one tells of no speech but theirs."""
        if silent:
            self._begin(first, last)
        for document in documents(self._view, first, last):
            owner = origin_of(self._view, document, first) or issuer_of(self._view, document, first, last)
            if silent:
                self.remember(owner)
            if owner is not None:
                self._own(document, owner)

    def _begin(self, first: int, last: int) -> None:
        """Remember who is said to speak, without a word of what: "X, Y kentinde konuştu"."""
        hits = [hit for hit in find_hits(self._view, first, last) if hit.finite and not hit.passive]
        speaker = (
            subject_of(self._view, hits[-1], first, last) if hits and hits[-1].cue.construction in FRAMES else None
        )
        if speaker is not None:
            self._begun = (self.settled(speaker), last)

    def begun(self, first: int) -> Speaker | None:
        """Who began to speak right before the word ``first``, so that words in marks there are that speaker's."""
        return None if self._begun is None or self._begun[1] != first else self._begun[0]

    def _last(self) -> Speaker | None:
        return self._drafts[-1].voice if self._drafts else None

    def _own(self, document: int, owner: Speaker) -> None:
        cue = self._view.nominal[document]
        if cue is not None and owner.known:
            self._owners[cue.id] = owner

    def _owned(self, document: int, first: int) -> Speaker | None:
        """The owner told before of the document, or of one named before it in its phrase: "tasarıya ekli tabloda"."""
        for at in [document, *reversed(documents(self._view, max(first, document - _PHRASE), document))]:
            cue = self._view.nominal[at]
            if cue is not None and cue.id in self._owners:
                return self._owners[cue.id]
        return None

    def _press(self, first: int) -> Speaker | None:
        """Whose news it is where nobody is named: the medium told last ("Ajansın haberinde")."""
        for mention in reversed(list(self._view.mentions_between(0, first))):
            if mention.codes and mention.codes[0].sector == PRESS:
                return speaker_of(mention)
        return None

    def before(self, first: int, sentences: int = MEMORY) -> Speaker | None:
        """Who spoke last, at most so many sentences before the word ``first``; None: nobody."""
        near = bool(self._drafts) and self.near(self._drafts[-1], first, sentences)
        return Speaker(self._drafts[-1].voice.code) if near else None

    def _dropped(self, first: int) -> Speaker:
        """The understood speaker: whoever spoke last, near before."""
        return self.before(first) or self._topic(first) or Speaker(UNKNOWN)

    def _topic(self, first: int) -> Speaker | None:
        """The subject at the head of the sentence before."""
        number = self._view.tokens[first].sentence - 1
        if number < 0 or self._view.report.sentences[number].block is not BlockKind.PARAGRAPH:
            return None
        mention = self._view.mention_from(self._view.report.sentences[number].first)
        if mention is None or mention.case is not Case.NOM:
            return None
        codes = [code for one in joint_from(self._view, mention) for code in one.codes]
        return Speaker(codes[0] if codes else UNKNOWN, also=tuple(codes[1:]))

    def near(self, draft: Draft, first: int, sentences: int) -> bool:
        """Whether a statement ends at most so many sentences before the word ``first``."""
        ends = max([draft.last, *(last for _, last in draft.stretches(self._view))])
        between = range(self._view.tokens[ends - 1].sentence + 1, self._view.tokens[first].sentence + 1)
        return len(between) - sum(over_passage(self._view, number) for number in between) <= sentences

    def remember(self, speaker: Speaker | None) -> None:
        """Keep a source for the documents that name none."""
        if speaker is not None and speaker.known:
            self._source = speaker
