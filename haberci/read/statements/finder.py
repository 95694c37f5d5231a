"""Finds the statements of a report, sentence by sentence, and remembers who spoke last."""

from __future__ import annotations

from dataclasses import replace

from haberci.core.actors import UNKNOWN
from haberci.core.morph import Case, Form
from haberci.core.report import BlockKind, Mention
from haberci.core.rule import Rule
from haberci.core.speech import Construction
from haberci.read.statements.colons import behind_colon, declaration, heading, label
from haberci.read.statements.contents import Content, content_of
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import Hit, find_hits, nested_hit
from haberci.read.statements.sources import Source, accordings, bearings, documents, origin_of, owner_of
from haberci.read.statements.speakers import (
    Speaker,
    agent_of,
    head_of,
    speaker_of,
    subject_of,
    unnamed_subject,
)
from haberci.read.statements.view import View

FREE = Rule(
    "statement.free-quotation",
    "a quotation that nobody is said to speak goes on with the speaker before",
    'Yılmaz, "Kapımız açık." dedi. "Kimseyi geri çevirmeyiz."',
)
_MEMORY = 2  # sentences after which a dropped subject is no longer the last speaker


class Finder:
    """Reads the stretches of one report in order; ``drafts`` are the statements found so far.

    A stretch is a sentence, or the sentences that one quotation runs through.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.drafts: list[Draft] = []
        self._last_source: Speaker | None = None
        self._taken_to = 0  # words before this one belong to a declaration or list that was found

    def read(self, first: int, last: int) -> None:
        """Find the statements of the words ``first`` to ``last`` (half open)."""
        if first >= last or first < self._taken_to:
            return
        found = label(self.view, first, last)
        drafts = [self._take(found)] if found is not None else self._spoken(first, last)
        if drafts:
            self.drafts += drafts
        else:
            self._free(first, last)

    def _spoken(self, first: int, last: int) -> list[Draft]:
        sources = accordings(self.view, first, last)
        for source in sources:
            self._remember(source.speaker)
        drafts = self._verbal(first, last, sources)
        if drafts:
            return drafts
        if sources:
            return [self._sourced(sources[0], first, last)]
        told = heading(self.view, first, last)
        if told is not None:
            document, draft = told
            draft.speaker = self._origin(document, first)
            return [self._take(draft)]
        return [self._tied(source, end, first) for source, end in bearings(self.view, first, last)[:1]]

    # -- reporting verbs

    def _verbal(self, first: int, last: int, sources: list[Source]) -> list[Draft]:
        drafts: list[Draft] = []
        opening: list[Draft] = []
        left = first
        speaker: Speaker | None = None
        for hit in find_hits(self.view, first, last):
            content = content_of(self.view, hit, left)
            found = self._speaker(hit, first, left, last, speaker, sources)
            if content is not None and content.clause is not None:
                hit, content, found = self._innermost(hit, content, found, left)
            draft = self._draft(hit, content, found, left, last)
            if draft is None:
                continue
            if hit.participle and not self._governs(hit, last):
                continue
            left, speaker = hit.anchor + 1, found
            if not hit.finite and not self._stands_alone(hit, draft, last):
                opening.append(draft)
                continue
            drafts += _merge(draft, opening)
            opening = []
        return drafts + [part for part in _leftover(opening) if not part.opens_only]

    def _draft(self, hit: Hit, content: Content | None, speaker: Speaker, left: int, last: int) -> Draft | None:
        draft = Draft(speaker, hit.first, hit.anchor + 1, hit.cue.rule, hit.cue.force)
        draft.opens_only = hit.cue.construction is Construction.INTRO
        if content is not None:
            draft.quotations = list(content.quotations)
            if content.clause is not None:
                stretch = (self._start(left, content.clause, speaker), content.clause + 1)
                (draft.words if content.bare else draft.clauses).append(stretch)
        if not draft.quotations and hit.finite:
            behind = behind_colon(self.view, hit.anchor + 1, last)
            if behind is None and content is None and hit.cue.construction is Construction.DECLARE:
                behind = declaration(self.view, last)
            if behind is not None:
                draft.words.append(behind)
                return self._take(draft)
        return draft if content is not None else None

    def _innermost(self, hit: Hit, content: Content, speaker: Speaker, left: int) -> tuple[Hit, Content, Speaker]:
        """The speaker inside what is told, when there is one: "Lavrov'un ... söylediğini aktardı"."""
        inner = nested_hit(self.view, left, content.clause) if content.clause is not None else None
        told = None if inner is None else content_of(self.view, inner, left)
        owner = None if inner is None else owner_of(self.view, left, inner.first)
        if inner is None or told is None or owner is None:
            return hit, content, speaker
        return replace(inner, form=hit.form, anchor=hit.anchor), told, owner

    def _stands_alone(self, hit: Hit, draft: Draft, last: int) -> bool:
        """Whether a participle with a quotation of its own makes a statement beside the one that follows."""
        if not draft.quotations or draft.clauses:
            return False
        return any(
            self.view.quotations[number].speech for at, number in self.view.openings.items() if hit.anchor < at < last
        )

    def _governs(self, hit: Hit, last: int) -> bool:
        """Whether a participle's noun is a name, a document, or a subject that a comma marks off."""
        head = head_of(self.view, hit, last)
        if not isinstance(head, int):
            return True
        if self.view.cues.is_a(Construction.DOCUMENT, self.view.tokens[head].lower):
            return True
        return head + 1 < last and (self.view.tokens[head + 1].text == "," or head + 1 in self.view.openings)

    def _start(self, left: int, end: int, speaker: Speaker) -> int:
        """Where a content clause begins: behind the subject or source that stands before it."""
        start = left
        if speaker.first is not None and left <= speaker.first and speaker.last <= end:
            start = speaker.last
        for at in documents(self.view, start, end):
            if self.view.tokens[at].morph.case is Case.LOC and at + 1 < end and self.view.tokens[at + 1].text == ",":
                start = at + 1
        while start < end and not self.view.tokens[start].text[0].isalnum():
            start += 1
        return start

    # -- who speaks

    def _speaker(
        self, hit: Hit, first: int, left: int, last: int, before: Speaker | None, sources: list[Source]
    ) -> Speaker:
        if hit.participle:
            return self._head(hit, first, last)
        if hit.passive:
            return self._passive(hit, first, sources)
        if before is not None:
            later = subject_of(self.view, hit, left, last)
            return later if later is not None and self._new(later, left) else before
        found = subject_of(self.view, hit, first, last) or unnamed_subject(self.view, first, hit.first)
        return found or self._document(hit, first) or self._dropped(first)

    def _new(self, speaker: Speaker, left: int) -> bool:
        """Whether a subject behind another reporting verb is one of its own."""
        if speaker.first is None or self.view.tokens[left - 1].morph.form in (Form.ARAK, Form.IP):
            return False
        behind = self.view.tokens[speaker.last]
        marked = behind.text == "," or self.view.cues.is_a(Construction.PARTICLE, behind.lower)
        return marked or speaker.first == left or speaker.last in self.view.openings

    def _head(self, hit: Hit, first: int, last: int) -> Speaker:
        head = head_of(self.view, hit, last)
        if isinstance(head, Mention):
            return speaker_of(head)
        if head is None:
            return self._dropped(first)
        token = self.view.tokens[head]
        if self.view.cues.is_a(Construction.DOCUMENT, token.lower):
            owner = None if hit.passive else owner_of(self.view, first, hit.first)
            return owner or self._origin(head, first)
        if token.morph.plural or not token.text.islower():
            return Speaker(UNKNOWN, head, head + 1)
        return self._dropped(first)

    def _passive(self, hit: Hit, first: int, sources: list[Source]) -> Speaker:
        found = agent_of(self.view, first, hit.first) or self._document(hit, first)
        if found is not None:
            return found
        for source in sources:
            if source.speaker is not None:
                return source.speaker
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.document and self._near(last, first, 1):
            return Speaker(last.speaker.code)
        return Speaker(UNKNOWN)

    def _document(self, hit: Hit, first: int) -> Speaker | None:
        """The source that a document before the verb names: "açıklamada ... belirtildi"."""
        for at in documents(self.view, first, hit.first):
            if self.view.tokens[at].morph.case is Case.LOC:
                return self._origin(at, first)
        return None

    def _origin(self, document: int, first: int) -> Speaker:
        found = origin_of(self.view, document, first)
        if found is not None:
            self._remember(found)
            return found
        known = self._last_source or (self.drafts[-1].speaker if self.drafts else None)
        return Speaker(known.code if known is not None else UNKNOWN, document, document + 1)

    def _dropped(self, first: int) -> Speaker:
        """The understood speaker: whoever spoke last, near before."""
        if self.drafts and self._near(self.drafts[-1], first, _MEMORY):
            return Speaker(self.drafts[-1].speaker.code)
        return self._topic(first) or Speaker(UNKNOWN)

    def _topic(self, first: int) -> Speaker | None:
        """The subject at the head of the sentence before."""
        number = self.view.tokens[first].sentence - 1
        if number < 0 or self.view.report.sentences[number].block is not BlockKind.PARAGRAPH:
            return None
        mention = self.view.mention_from(self.view.report.sentences[number].first)
        if mention is None or mention.case is not Case.NOM:
            return None
        return Speaker(mention.codes[0] if mention.codes else UNKNOWN)

    def _near(self, draft: Draft, first: int, sentences: int) -> bool:
        ends = max([draft.last, *(last for _, last in draft.stretches(self.view))])
        return self.view.tokens[first].sentence - self.view.tokens[ends - 1].sentence <= sentences

    def _remember(self, speaker: Speaker | None) -> None:
        if speaker is not None and speaker.known:
            self._last_source = speaker

    # -- statements without a verb

    def _free(self, first: int, last: int) -> None:
        """A quotation of whole sentences that nobody is said to speak goes on with the speaker before."""
        number = max(self.view.quotation[last - 2 : last], default=-1)
        if number < 0 or not self.drafts or not self._near(self.drafts[-1], first, _MEMORY):
            return
        quotation = self.view.quotations[number]
        before = self.drafts[-1]
        if quotation.opening != self.view.sentence(quotation.opening).first or quotation.closing < last - 2:
            return
        if before.quotations and before.first < self.view.quotations[before.quotations[-1]].opening:
            before.quotations.append(number)
        else:
            marks = (quotation.opening, quotation.opening + 1)
            draft = Draft(Speaker(before.speaker.code), *marks, FREE.id, "tell", quotations=[number])
            self.drafts.append(draft)

    def _sourced(self, source: Source, first: int, last: int) -> Draft:
        speaker = source.speaker or Speaker(UNKNOWN)
        draft = Draft(speaker, source.first, source.last, source.cue.rule, source.cue.force)
        draft.document = True
        before = speaker.first if speaker.first is not None else source.first
        for stretch in ((first, before), (self._start(source.last, last, speaker), last)):
            if stretch[1] - stretch[0] > 1:
                draft.clauses.append(stretch)
        return draft

    def _tied(self, source: Source, end: int, first: int) -> Draft:
        speaker = source.speaker or Speaker(UNKNOWN)
        draft = Draft(speaker, source.first, source.last, source.cue.rule, source.cue.force)
        draft.clauses.append((self._start(first, end, speaker), end + 1))
        return draft

    def _take(self, draft: Draft) -> Draft:
        """Keep the words of a list or declaration from being read once more."""
        self._taken_to = max([self._taken_to, *(last for _, last in draft.words)])
        return draft


def _merge(draft: Draft, opening: list[Draft]) -> list[Draft]:
    """One statement with the parts that opened it; parts of other speakers stay their own."""
    own: list[Draft] = []
    for part in reversed(opening):
        if part.speaker.code == draft.speaker.code or not part.speaker.known:
            draft.absorb(part)
        else:
            own.insert(0, part)
    return [*_leftover(own), draft]


def _leftover(opening: list[Draft]) -> list[Draft]:
    """Opening parts that no reporting verb closes: one statement a speaker."""
    kept: list[Draft] = []
    for part in opening:
        if kept and kept[-1].speaker.code == part.speaker.code:
            part.absorb(kept.pop())
        kept.append(part)
    return kept
