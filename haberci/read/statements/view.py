"""A report as the finder of statements sees it: its words, which are quoted, and whose names stand where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.language import LanguagePack
from haberci.core.morph import FINITE, IMPERATIVE, LOC, MA, NOM, NOUN, PROPN, Form
from haberci.core.report import Mention, MentionKind, Report, Sentence, Token
from haberci.core.speech import SPOKEN, Construction, Cue, CueTable
from haberci.read.statements.quotations import Quotation, find_quotations

NOMINAL_FORMS: Final = frozenset({Form.DIK, Form.ACAK, Form.MA, Form.MAK, Form.IS})
CONVERBS: Final = frozenset({Form.ARAK, Form.IP, Form.KEN, Form.INCA, Form.DIKCA, Form.MADAN, Form.ALI})

_TALK: Final = "söz"
_ABOUT: Final = "konusu"
_COLONS: Final = (":", ";")
_STATES: Final = frozenset({MentionKind.STATE, MentionKind.PLACE})
_OF_STATES: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "OPP", "PTY"})


@dataclass(frozen=True, slots=True)
class View:
    """The report's words with what lies over them; all lists are by token number.

    ``small`` are the words in small letters. ``quotation`` holds the number of the quotation that a word stands in (-1
    outside; marks belong to theirs, scare quotes and titles count as outside), ``mention`` the number of the mention
    (-1: none), ``paragraphs`` the paragraph of each sentence, ``nominal`` the expression anchored in each word that is
    no verb, ``cued`` the few words that anchor one; ``openings`` and ``closings`` lead a mark to its quotation, scare
    quotes and titles included. ``colons`` are the colons and semicolons, ``anchors`` the verb forms, and the nouns in
    which somebody is said to be of a view. ``home`` is the state of whoever has no other, ``land`` that of the
    language.
    """

    report: Report
    cues: CueTable
    tokens: tuple[Token, ...]
    small: list[str]
    quotations: tuple[Quotation, ...]
    quotation: list[int]
    mention: list[int]
    paragraphs: list[int]
    nominal: list[Cue | None]
    cued: list[int]
    openings: dict[int, int]
    closings: dict[int, int]
    colons: list[int]
    anchors: list[int]
    home: str
    land: str
    pack: LanguagePack

    def is_a(self, construction: Construction, at: int) -> bool:
        """Whether a word is an expression of this construction."""
        cue = self.nominal[at]
        return cue is not None and cue.construction is construction

    def mention_ending(self, last: int) -> Mention | None:
        """The mention whose last word stands right before token ``last``."""
        number = self.mention[last - 1] if last > 0 else -1
        found = self.report.mentions[number] if number >= 0 else None
        return found if found is not None and found.last == last else None

    def mention_before_words(self, number: int, first: int) -> Mention | None:
        """The mention right before a quotation, or before the comma there, where that stands behind token ``first``."""
        at = self.quotations[number].opening
        return self.mention_ending(at - (at > first and self.tokens[at - 1].text == ","))

    def acts_behind(self, mention: Mention) -> bool:
        """Whether a genitive acts in what stands behind it, and owns no phrase: "Aliyev'in Paris'te açtığı sergi"."""
        behind = self.mention_from(mention.last)
        return behind is not None and behind.kind is MentionKind.PLACE and behind.case is LOC

    def mention_from(self, first: int) -> Mention | None:
        """The mention whose first word is the given one."""
        number = self.mention[first] if first < len(self.mention) else -1
        found = self.report.mentions[number] if number >= 0 else None
        return found if found is not None and found.first == first else None

    def mentions_between(self, first: int, last: int) -> Iterator[Mention]:
        """Mentions that lie wholly between two tokens and outside quotations, in order."""
        at = first
        while at < last:
            number = self.mention[at]
            if number >= 0:
                found = self.report.mentions[number]
                if found.first == at and found.last <= last and self.quotation[at] < 0:
                    yield found
                at = max(found.last, at + 1)
            else:
                at += 1

    def anchors_between(self, first: int, last: int) -> list[int]:
        """The ``anchors`` among the words ``first`` to ``last`` (half open), in order."""
        return self.anchors[bisect_left(self.anchors, first) : bisect_left(self.anchors, last)]

    def cued_between(self, first: int, last: int) -> list[int]:
        """The ``cued`` among the words ``first`` to ``last`` (half open), in order."""
        return self.cued[bisect_left(self.cued, first) : bisect_left(self.cued, last)]

    def colons_between(self, first: int, last: int) -> list[int]:
        """The ``colons`` among the words ``first`` to ``last`` (half open), in order."""
        return self.colons[bisect_left(self.colons, first) : bisect_left(self.colons, last)]

    def openings_between(self, first: int, last: int) -> list[int]:
        """The marks that open words of somebody's between two tokens, in order; scare quotes and titles open none."""
        return [at for at, number in self.openings.items() if first < at < last and self.quotations[number].speech]

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Sentences as stretches of words; those that one closed quotation runs through are one stretch."""
        bound = {
            number
            for found in self.quotations
            if found.speech and found.closing == found.last
            for number in range(self.tokens[found.opening].sentence, self.tokens[found.closing].sentence)
        }
        bound |= {s.first and self.tokens[s.first - 1].sentence for s in self.report.sentences if self._reports_only(s)}
        first: int | None = None
        for number, sentence in enumerate(self.report.sentences):
            first = sentence.first if first is None else first
            if number not in bound:
                yield first, sentence.last
                first = None

    def _reports_only(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with the words that report the quotation before it: '"..." // dedi.'."""
        token = self.tokens[sentence.first]
        before = sentence.first - 1
        before -= before > 0 and before not in self.closings and is_punctuation(self.tokens[before])  # of two halves
        if before not in self.closings or not token.text[0].islower():
            return False
        spoken = any(cue.construction in SPOKEN for cue in self.cues.verbal(token.morph.lemma))
        return spoken or self.cues.follows_speech(token.lower)

    def text(self, first: int, last: int) -> str:
        """The words from ``first`` to ``last`` (half open) as they stand."""
        return self.report.text[self.tokens[first].span.start : self.tokens[last - 1].span.stop]

    def sentence(self, at: int) -> Sentence:
        """The sentence of a token."""
        return self.report.sentences[self.tokens[at].sentence]


def view_of(report: Report, pack: LanguagePack) -> View:
    """Lay quotations and mentions over a report; the ``home`` of the pack is the state of one that names none."""
    cues, home = pack.cues, pack.naming.home
    paragraphs = _paragraphs(report)
    quotations = find_quotations(report, paragraphs, cues)
    quotation = [-1] * len(report.tokens)
    for number, found in enumerate(quotations):
        if found.speech:
            quotation[found.opening : found.closing + 1] = [number] * (found.closing + 1 - found.opening)
    mention = [-1] * len(report.tokens)
    for number, name in enumerate(report.mentions):
        if all(n < 0 for n in mention[name.first : name.last]):
            mention[name.first : name.last] = [number] * (name.last - name.first)
    openings = {found.opening: number for number, found in enumerate(quotations)}
    closings = {found.closing: number for number, found in enumerate(quotations)}
    words = [token.lower for token in report.tokens]
    nominal = cues.all_nominal(words)
    for at in [at for at, word in enumerate(words[:-1]) if word == _TALK]:
        if words[at + 1].startswith(_ABOUT):
            nominal[at] = None  # "söz konusu liste": nobody's words
    colons = [at for at, word in enumerate(words) if word in _COLONS]
    cued = [at for at, cue in enumerate(nominal) if cue is not None]
    held = {at for at in cued if (cue := nominal[at]) is not None and cue.construction is Construction.HELD}
    anchors = [at for at, token in enumerate(report.tokens) if token.morph.form is not None or at in held]
    return View(
        report, cues, report.tokens, words, quotations, quotation, mention, paragraphs, nominal, cued, openings,
        closings, colons, anchors, _most_told(report, home), home, pack,
    )  # fmt: skip


def _most_told(report: Report, home: str) -> str:
    """The state that a report names most, of equal ones the first; ``home`` when it names none."""
    told = Counter(
        code.principal
        for mention in report.mentions
        for code in mention.codes[:1]
        if code != UNKNOWN and (mention.kind in _STATES or code.sector in _OF_STATES)
    )
    return max(told, key=lambda principal: told[principal], default=home)


def leads_to_speech(view: View, at: int) -> bool:
    """Whether a comma and a word with a capital that is no name follow: speech begins there, with marks or without."""
    behind = view.tokens[at + 1]
    return view.tokens[at].text == "," and behind.text[0].isupper() and behind.morph.pos is not PROPN


def is_punctuation(token: Token) -> bool:
    """Whether a token is a mark and no word."""
    return not token.text[0].isalnum()


def ends_clause(token: Token) -> bool:
    """Whether a token is a finite verb. A report gives no orders itself: an imperative is a misread particle."""
    return token.morph.form is FINITE and token.morph.tense is not IMPERATIVE


def is_noun(token: Token) -> bool:
    """Whether a token is no verb, or a form that may be a noun of its own: açıklama, görüş."""
    return token.morph.form in (None, MA, Form.IS) or token.morph.tense is IMPERATIVE


def is_nominative(token: Token) -> bool:
    """Whether a word has no case that shows."""
    return token.morph.case in (None, NOM)


def is_nominative_noun(token: Token) -> bool:
    """Whether a word can end a subject."""
    morph = token.morph
    return morph.pos in (NOUN, PROPN) and morph.case in (None, NOM) and morph.form is None


def _paragraphs(report: Report) -> list[int]:
    numbers: list[int] = []
    last = 0
    for sentence in report.sentences:
        start, stop = sentence.at.span
        border = not numbers or "\n" in report.text[last:start]
        numbers.append((numbers[-1] if numbers else -1) + border)
        last = stop
    return numbers
