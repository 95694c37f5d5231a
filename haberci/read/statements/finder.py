"""Finds the statements of a report, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import Mention
from haberci.core.speech import Construction
from haberci.read.statements.colons import behind_colon, below, declaration, label
from haberci.read.statements.content_start import content_start
from haberci.read.statements.contents import Content, content_of, is_topic
from haberci.read.statements.contrasts import contrasted
from haberci.read.statements.drafts import Draft, leftover, merged
from haberci.read.statements.free import free
from haberci.read.statements.headings import Heading, heading, left_open, pointed, quotations_behind
from haberci.read.statements.hits import Hit, find_hits
from haberci.read.statements.hits_kept import hits_kept
from haberci.read.statements.lost_marks import marked_subject, opened_before, unopened
from haberci.read.statements.owned_words import owned_words
from haberci.read.statements.press import is_unnamed_medium
from haberci.read.statements.quotations import LOST_REACH
from haberci.read.statements.relatives import innermost, relative, told_by
from haberci.read.statements.sources import Source, accordings, bearings, documents, owner_of_words
from haberci.read.statements.speakers import Speaker, head_of, marked_off
from haberci.read.statements.verbless import going_on, with_verbless
from haberci.read.statements.view import View, is_nominative
from haberci.read.statements.voices import Voices

NOBODYS: Final = frozenset({Construction.AGENTLESS, Construction.SENT})  # their subject is what is said
FIGURES: Final = "veriler"  # the rule that knows them
_MARKS: Final = 2  # marks that may stand behind an announcement that no colon ends
_NEAR: Final = 4  # statements before that may have the words of a sentence
OPENERS: Final = frozenset({Construction.INTRO, Construction.ASKED})  # alone they tell nothing but at a clause's end


class Finder:
    """Reads the stretches of one report in order (sentences, or those that one quotation runs through).

    ``drafts`` are the statements found so far, ``asides`` those of whom a noun alone makes the speaker: nobody goes
    on speaking behind them.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.drafts: list[Draft] = []
        self.asides: list[Draft] = []
        self._voices = Voices(view, self.drafts)
        self._taken_to = 0  # words before this one belong to a declaration or list that was found

    def read(self, first: int, last: int) -> None:
        """Find the statements of the words ``first`` to ``last`` (half open)."""
        if first >= last or first < self._taken_to:
            return
        found = label(self.view, first, last)
        if found is not None:
            found.speaker = self._voices.settled(found.speaker)
        told = heading(self.view, first, last) if found is None else None
        if found is not None:
            drafts = [self._take(found)]
        else:
            drafts = self._spoken(first, last) if told is None else [self._announced(told, first, last)]
        drafts = [self._take(draft) for draft in with_verbless(self.view, self._voices, drafts, first, last)]
        going = None if drafts or first != self.view.sentence(first).first else going_on(self.view, self._voices, first)
        drafts += [] if going is None else [self._take(going)]
        near = [*self.drafts[-_NEAR:], *drafts]
        self.asides += owned_words(self.view, self._voices, near, first, last)
        if drafts:
            self.drafts += drafts
        else:
            self.drafts += free(self.view, self._voices, self.drafts, first, last)
        self._voices.note(first, last, silent=not drafts)

    def _spoken(self, first: int, last: int) -> list[Draft]:
        sources = accordings(self.view, first, last)
        for source in sources:
            self._voices.remember(source.speaker)
        drafts = [draft for part in contrasted(self.view, first, last) for draft in self._verbal(*part, sources)]
        drafts = drafts or self._relative(first, last) or self._with_words(first, last)
        if drafts:
            return drafts
        if sources:
            empty = self._empty_frame(first, last) or self._nobodys_figures(sources[0])
            return [] if empty else [self._sourced(sources[0], first, last)]
        told = pointed(self.view, first, last)
        if told is not None:
            return [self._announced(told, first, last)]
        return [self._tied(source, end, first) for source, end in bearings(self.view, first, last)[:1]]

    # -- reporting verbs

    def _verbal(self, first: int, last: int, sources: list[Source]) -> list[Draft]:
        drafts: list[Draft] = []
        opening: list[Draft] = []
        left = first
        rest: int | None = None
        speaker: Speaker | None = None
        for hit in hits_kept(self.view, first, last):
            content = content_of(self.view, hit, left)
            content, found = (content, None) if speaker is not None else self._begun(content, first)
            found = found or self._passed_on(hit, content, left)
            found = found or self._voices.of(hit, first, left, last, speaker, sources)
            inner = innermost(self.view, hit, content, found, left)
            draft = self._draft(*inner, left, last)
            if draft is not None and inner[2] is not found:
                draft.teller, draft.document = told_by(hit, found, inner[2])
            if draft is None or (hit.passive and _judges(draft)):
                continue
            if hit.participle and not self._governs(hit, last, speaker is not None or bool(draft.phrases)):
                continue
            if not found.known and (hit.of_others or self._shown(hit, first)):
                continue
            left = max(hit.anchor + 1, draft.end(self.view))
            speaker = found if self._leads(hit, last) and (found.known or not hit.aside) else speaker
            if not hit.finite and not self._stands_alone(hit, draft, last):
                opening.append(draft)
                rest = self._told_in(hit, last)
                continue
            drafts += merged(draft, opening)
            opening = []
        if opening and rest is not None:
            opening[-1].clauses.append((rest, last))
        drafts += [part for part in leftover(opening) if not part.opens_only]
        return drafts

    def _begun(self, content: Content | None, first: int) -> tuple[Content | None, Speaker | None]:
        """Bare words with their beginning, and who speaks them, where they began sentences before the verb's."""
        if (
            content is None
            or not content.bare
            or content.clause is None
            or marked_subject(self.view, first, content.clause)
        ):
            return content, None
        opening = opened_before(self.view, first)
        if opening is None:
            begins = unopened(self.view, first, content.clause)
            return replace(content, begins=begins), self._voices.before(first, LOST_REACH)
        return replace(content, begins=opening.first), self._voices.settled(opening.speaker)

    def _passed_on(self, hit: Hit, content: Content | None, left: int) -> Speaker | None:
        """Whose words are quoted by who only passes them on."""
        colon = hit.anchor + 1 < len(self.view.tokens) and self.view.tokens[hit.anchor + 1].text == ":"
        quoted = colon or (content is not None and content.quotations and content.clause is None)
        return owner_of_words(self.view, hit, left) if quoted else None

    def _relative(self, first: int, last: int) -> list[Draft]:
        """What a relative clause reports, where a sentence reports nothing else."""
        found = relative(self.view, first, last)
        draft = None if found is None else self._draft(*found, first, last)
        return [] if draft is None else [draft]

    def _draft(self, hit: Hit, content: Content | None, speaker: Speaker, left: int, last: int) -> Draft | None:
        draft = Draft(speaker, hit.first, hit.anchor + 1, hit.cue.rule, hit.cue.force)
        draft.document = hit.passive and speaker.known
        draft.opens_only = hit.cue.construction in OPENERS and not hit.finite
        if content is not None:
            draft.quotations = list(content.quotations)
            draft.folded = content.folded
            if content.clause is not None:
                begins = left if content.begins is None else content.begins
                stretch = (content_start(self.view, begins, content.clause, speaker), content.clause + 1)
                noun = content.phrase or is_topic(self.view, hit, content.clause)
                told = draft.words if content.bare else draft.phrases if noun else draft.clauses
                told.append(stretch)
        if not draft.quotations and hit.finite:
            behind = behind_colon(self.view, hit.anchor + 1, last, speaker)
            if behind is None and content is None and hit.cue.construction is Construction.DECLARE:
                behind = declaration(self.view, last)
            if behind is not None:
                draft.words.append(behind)
                return self._take(draft)
        return draft if content is not None else None

    def _stands_alone(self, hit: Hit, draft: Draft, last: int) -> bool:
        """Whether a participle with a quotation of its own makes a statement beside the one that follows."""
        if not draft.quotations or draft.clauses:
            return False
        return any(
            self.view.quotations[number].speech for at, number in self.view.openings.items() if hit.anchor < at < last
        )

    def _governs(self, hit: Hit, last: int, strict: bool) -> bool:
        """Whether a participle's noun is a name, a document, or a subject that a comma marks off.

        Behind another speaker, and where a noun phrase is all that is told, a name must be marked off as well.
        """
        head = head_of(self.view, hit, last)
        if head is None:
            return False
        if isinstance(head, Mention):
            strict = strict or (hit.passive and hit.cue.construction is Construction.ANY)
            return marked_off(self.view, head.last) if strict else not self._postposed(head.last, last)
        token = self.view.tokens[head]
        if self.view.cues.is_a(Construction.DOCUMENT, token.lower):
            return hit.cue.construction not in OPENERS or token.morph.case is Case.LOC
        return marked_off(self.view, head + 1) or is_unnamed_medium(self.view, head)

    def _told_in(self, hit: Hit, last: int) -> int | None:
        """Where the rest of what a document tells begins: "X'e işaret edilen raporda, Y sayıldı"; None without one."""
        head = head_of(self.view, hit, last) if hit.participle else None
        if not isinstance(head, int) or head + 2 >= last or self.view.tokens[head].morph.case is not Case.LOC:
            return None
        return head + 1 if self.view.is_a(Construction.DOCUMENT, head) else None

    def _shown(self, hit: Hit, first: int) -> bool:
        """Whether words merely stand somewhere, in what is no document: "kapıda ... ifadesi yer aldı"."""
        return hit.cue.construction in NOBODYS and not documents(self.view, first, hit.first)

    def _leads(self, hit: Hit, last: int) -> bool:
        """Whether the speaker of this verb speaks on behind it: not so for a participle whose noun is no subject."""
        head = head_of(self.view, hit, last) if hit.participle else None
        if isinstance(head, Mention):
            return head.case is Case.NOM
        return head is None or self.view.is_a(Construction.DOCUMENT, head) or is_nominative(self.view.tokens[head])

    def _postposed(self, at: int, last: int) -> bool:
        """Whether a postposition takes the phrase before it: "... politikacılar hakkında"."""
        return at < last and self.view.tokens[at].morph.pos is Pos.ADP

    # -- statements without a verb

    def _with_words(self, first: int, last: int) -> list[Draft]:
        """A quotation that a word ties to a verb that is no reporting verb: "..." sözleriyle karşıladı."""
        for at in self.view.cued_between(first + 1, last):
            number = self.view.closings.get(at - 1)
            cue = None if number is None else self.view.nominal[at]
            if cue is None or number is None or cue.construction is not Construction.TIE:
                continue
            if self.view.quotations[number].speech:
                speaker = self._voices.of(Hit(cue, at, at, Form.ARAK, False), first, first, last, None, [])
                return [Draft(speaker, at, at + 1, cue.rule, cue.force, quotations=[number])]
        return []

    def _sourced(self, source: Source, first: int, last: int) -> Draft:
        speaker = self._voices.settled(source.speaker or Speaker(UNKNOWN))
        draft = Draft(speaker, source.first, source.last, source.cue.rule, source.cue.force)
        draft.document = True
        before = speaker.first if speaker.first is not None else source.first
        for stretch in ((first, before), (content_start(self.view, source.last, last, speaker), last)):
            if stretch[1] - stretch[0] > 1:
                draft.clauses.append(stretch)
        return draft

    def _empty_frame(self, first: int, last: int) -> bool:
        """Whether all that a sentence tells is that somebody spoke: "açıklamada bulundu"."""
        hits = find_hits(self.view, first, last)
        return bool(hits) and hits[-1].finite and hits[-1].cue.construction is Construction.DECLARE

    def _nobodys_figures(self, source: Source) -> bool:
        """Whether all that a sentence has it from is figures that nobody published: "resmi rakamlara göre"."""
        figures = source.last - 2
        cue = self.view.nominal[figures]
        if source.speaker is not None or cue is None or cue.id != FIGURES:
            return False
        return figures == 0 or self.view.tokens[figures - 1].morph.pos is not Pos.PROPN

    def _announced(self, told: Heading, first: int, last: int) -> Draft:
        """The statement of a sentence that only announces the text behind its colon."""
        speaker = told.owner or Speaker(UNKNOWN)
        if told.document is not None:
            speaker = self._voices.origin(told.document, first)
        draft = Draft(self._voices.settled(speaker), told.first, told.colon, told.cue.rule, told.cue.force)
        draft.document = True
        draft.clauses += self._told_before(first, told)
        stretch = behind_colon(self.view, told.colon, last, draft.speaker)
        if stretch is None and last - told.colon < _MARKS:
            stretch = below(self.view, last, draft.speaker)
        if stretch is not None:
            draft.words.append(stretch)
        draft.quotations += quotations_behind(self.view, told.colon)
        draft.words += left_open(self.view, draft.quotations, draft.speaker)
        return self._take(draft)

    def _told_before(self, first: int, told: Heading) -> list[tuple[int, int]]:
        """What is told of a document before its text: "yolun açıldığı belirtilen açıklama şöyle:"."""
        hits = [hit for hit in hits_kept(self.view, first, told.first) if hit.participle and hit.passive]
        content = content_of(self.view, hits[-1], first) if hits and told.document is not None else None
        return [] if content is None or content.clause is None else [(first, content.clause + 1)]

    def _tied(self, source: Source, end: int, first: int) -> Draft:
        speaker = source.speaker or Speaker(UNKNOWN)
        draft = Draft(speaker, source.first, source.last, source.cue.rule, source.cue.force)
        draft.clauses.append((content_start(self.view, first, end, speaker), end + 1))
        return draft

    def _take(self, draft: Draft) -> Draft:
        """Keep the words of a list or declaration from being read once more."""
        self._taken_to = max([self._taken_to, *(last for _, last in draft.words)])
        return draft


def _judges(draft: Draft) -> bool:
    """Whether only a name is given to something, by nobody told: "bir dönüm noktası olarak nitelendirildi"."""
    return not (draft.speaker.known or draft.clauses or draft.quotations or draft.words)
