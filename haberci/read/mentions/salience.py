"""Which actor a bare office, body or pronoun means: the one that holds the report's attention there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from haberci.core.actors import FLED, IRREGULAR, PARTIES, ActorCode, Name, NameKind
from haberci.core.naming import Group, NamingTable
from haberci.read.mentions.sides import PLAIN, RULING, are_alike, each_last, side_of

DECAY: Final = 0.6  # what is left of a mention's weight a sentence later
LAST_PARTIES: Final = 12  # mentions of parties that are kept in mind
NO_PARTIES: Final = ("JRN", "BUS")  # who only tells of the parties, or sells to them
RULING_PARTY: Final = "PTY"
CALLING: Final = "IGO"
TWO: Final = 2
NEAR: Final = 3  # sentences within which parties count as named together
MINISTRY: Final = "bakanlık"
MINISTER: Final = "bakan"
TOGETHER: Final = 5  # sentences back to two who were named together
HOME: Final = 1.19  # a little less than a party of the sentence before: what the home state weighs everywhere
DATELINE: Final = 1.6  # what the state of the dateline's place weighs everywhere
LEAD: Final = 1.4  # what that of the headline or lead does, where the home state is not named at all


@dataclass(slots=True)
class Salience:
    """What has been named up to a place in the report.

    ``fixed`` are weights that do not fade; ``place`` is the state and sentence of the last place. Titles are remembered
    by their words, so that the same office means the same state the next time; ``holders`` are those named with them.
    """

    states: frozenset[str]
    fixed: dict[str, float]
    weights: dict[str, float] = field(default_factory=dict)
    offices: dict[str, ActorCode] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    coupled: dict[str, str] = field(default_factory=dict)
    parties: list[tuple[ActorCode, int]] = field(default_factory=list)
    dyads: dict[tuple[str, str], int] = field(default_factory=dict)
    sides: dict[str, ActorCode] = field(default_factory=dict)
    organisations: dict[str, ActorCode] = field(default_factory=dict)
    partisans: dict[ActorCode, float] = field(default_factory=dict)
    opener: str | None = None  # the state that the report begins with as who acts
    bare: dict[str, ActorCode] = field(default_factory=dict)  # who holds an office that is told without its state
    rebels: ActorCode | None = None
    only_rebels: ActorCode | None = None  # the one armed group that the whole report names
    agency: ActorCode | None = None
    mission: ActorCode | None = None  # whose embassy or consulate was named last
    partisan: ActorCode | None = None  # the party that last was a subject, or whose member was
    kinds: dict[str, tuple[ActorCode, int]] = field(default_factory=dict)  # who was named last of a kind, and where
    voices: list[tuple[int, str]] = field(default_factory=list)  # subjects who may speak: the word, and whose they are
    doer: tuple[str, int] | None = None  # the state that last was a subject, and the sentence
    place: tuple[str, int] | None = None
    ground: tuple[str, int] | None = None  # the same, of a place where something is, no seat to which somebody goes
    stay: tuple[str, int] | None = None  # the same, of one that says where a deed is done, and not where a thing is
    sentence: int = 0

    def move_to(self, sentence: int) -> None:
        """Let the weights fade up to a sentence."""
        if sentence > self.sentence:
            factor = DECAY ** (sentence - self.sentence)
            self.weights = {k: v * factor for k, v in self.weights.items()}
            self.partisans = {k: v * factor for k, v in self.partisans.items()}
            self.sentence = sentence

    def stand_at(self, place: tuple[str, int], ground: bool, describes: bool) -> None:
        """Remember a place: whether something is there, and whether it only says where another thing is."""
        self.place = place
        self.ground = place if ground else self.ground
        self.stay = self.stay if describes else place

    def note(self, code: ActorCode, weight: float, title: str = "", person: str = "") -> None:
        """Remember that an actor was named, with the office or body that went with it and who holds it."""
        if code == FLED:
            return  # no side of its own
        if code.principal in self.states:
            self.weights[code.principal] = self.weights.get(code.principal, 0.0) + weight
        elif code.sector in ("IGO", "NGO", "REB", "UAF", "LEG", "JUD"):
            self.weights[code.principal] = self.weights.get(code.principal, 0.0) + weight
            self.organisations[code.principal] = code
        if code.sector in ("PTY", "OPP"):
            self.partisans[code] = self.partisans.get(code, 0.0) + weight
        if code.sector in IRREGULAR:
            self.rebels = code
            self.organisations[code.principal] = code
        if title:
            self.offices[title] = code
            self.offices[title.split(" ")[-1]] = code
            self.holders[title] = person or self.holders.get(title, "")
        self._note_party(code)

    def note_named(self, name: Name, code: ActorCode, naming: NamingTable) -> None:
        """Remember an agency, a ministry, an armed group that rules a state, which "the organisation" still means."""
        if name.kind is NameKind.ORGANISATION and not naming.words[Group.AGENCY_NAME].isdisjoint(name.full.split()):
            self.agency = code
        if name.kind is NameKind.BODY and not naming.words[Group.MINISTRY_NAME].isdisjoint(name.full.split()[-1:]):
            self.offices[MINISTRY] = code
        if name.kind is NameKind.GROUP and code.sector == RULING and name.code.sector != RULING_PARTY:
            self.organisations[code.principal] = code

    def _note_party(self, code: ActorCode) -> None:
        if code.sector and code.sector not in NO_PARTIES:
            self._note_dyads(code)
            here = self.sentence
            same = [told for told, at in self.parties if at == here and are_alike(told, code)]
            if code.sector in PLAIN and any(told.sector not in PLAIN for told in same):
                return  # "ordu ile HDK arasındaki çatışmalarda siviller öldü"
            kept = [p for p in self.parties[-LAST_PARTIES:] if p[1] != here or p[0] not in same]
            self.parties = [*kept, (code, here)]

    def _note_dyads(self, code: ActorCode) -> None:
        """Remember with whom a party is named in one sentence, however often there."""
        own = side_of(code)
        self.sides[own] = code
        here = [side_of(other) for other, sentence in self.parties if sentence == self.sentence]
        for side in here if own not in here else ():
            one, two = sorted((side, own))
            self.dyads[one, two] = self.dyads.get((one, two), 0) + 1

    def take_back(self, principal: str) -> None:
        """Forget that the party named last was one: a state that only says where a place is."""
        if self.parties and self.parties[-1] == (ActorCode(principal, "GOV"), self.sentence):
            self.parties.pop()

    def leave_out(self, principal: str) -> None:
        """Forget that the sentence named a party: it only tells of whom another is a branch."""
        here = [code for code, sentence in self.parties if sentence == self.sentence]
        for own, other in product((side_of(c) for c in here if c.principal == principal), map(side_of, here)):
            self.dyads.pop((min(own, other), max(own, other)), None)
        self.parties = [p for p in self.parties if p[1] != self.sentence or p[0].principal != principal]

    def weight(self, principal: str) -> float:
        """How much an actor weighs here."""
        opens = LEAD if principal == self.opener else 0.0
        return opens + self.fixed.get(principal, 0.0) + self.weights.get(principal, 0.0)

    def nearest(self, name: Name, others: Sequence[Name]) -> Name:
        """Of names that are spelled alike, the one of the actor that weighs most here; else the first."""
        alike = (name, *others)
        if others and all(n.code.sector in PARTIES | IRREGULAR for n in alike):  # "Tiran'da Demokrat Parti"
            alike = tuple(n for n in alike if self.is_told(n)) or alike
        return max(alike, key=lambda n: self.weight(n.code.principal))

    def is_told(self, name: Name) -> bool:
        """Whether the report has told of the land or body that a name is of, if only by its dateline or lead."""
        principal = name.code.principal
        return bool(self.weights.get(principal)) or self.fixed.get(principal, HOME) > HOME

    def state(self, but: str | None = None) -> str | None:
        """The state that weighs most here, one of them left out."""
        known = (*self.fixed, *(p for p in self.weights if p in self.states))
        return max((p for p in known if p != but), key=self.weight, default=None)

    def last_doer(self, home: str) -> str | None:
        """The state that was the subject of the sentence before, where the home state has not been named."""
        told = self.doer is not None and self.sentence - self.doer[1] == 1
        return self.doer[0] if told and self.doer is not None and self.weights.get(home, 0.0) == 0.0 else None

    def place_near(self) -> str | None:
        """The state of the place told last, in this sentence or the one before."""
        return self.place[0] if self.place is not None and self.sentence - self.place[1] < TWO else None

    def guest(self) -> str | None:
        """The state of the last party named that is not at home where they are, or where the report is written."""
        host = self.place[0] if self.place is not None and self.sentence - self.place[1] <= NEAR else self.host
        named = (code.principal for code, _ in reversed(self.parties))
        return next((principal for principal in named if principal in self.states and principal != host), None)

    @property
    def organisation(self) -> ActorCode | None:
        """The only organisation or group of the sentence before; else the one that weighs most here."""
        if not self.organisations:
            return None
        before = {code.principal for code, sentence in self.parties if sentence == self.sentence - 1}
        near = before & self.organisations.keys()
        if len(near) == 1:
            return self.organisations[near.pop()]
        return max(self.organisations.values(), key=lambda code: self.weights.get(code.principal, 0.0))

    @property
    def party(self) -> ActorCode | None:
        """The party, or whoever speaks for one, that weighs most here."""
        return max(self.partisans, key=lambda code: self.partisans[code], default=None)

    def note_kind(self, word: str, code: ActorCode) -> None:
        """Remember that a body was named which a word for its kind takes up."""
        self.kinds[word] = code, self.sentence

    def of_kind(self, word: str) -> ActorCode | None:
        """The body of a kind that was named last, shortly before."""
        code, sentence = self.kinds.get(word, (None, 0))
        return code if self.sentence - sentence <= NEAR else None

    def office(self, title: str) -> ActorCode | None:
        """Who holds this title: told with it alone, else the last time that its state or organisation was named.

        A ministry that was not named is that of the minister named last.
        """
        minister = self.offices.get(MINISTER) if title == MINISTRY else None
        return self.bare.get(title) or self.offices.get(title) or minister

    @property
    def host(self) -> str | None:
        """The state at home where the report is written."""
        return max(self.fixed, key=lambda principal: self.fixed[principal], default=None)

    def is_held(self, title: str, person: str) -> bool:
        """Whether this title was last named with someone else, told by another full name."""
        known = self.holders.get(title) or person
        return set(known.split()).isdisjoint(person.split())

    def pair(self, of_states: bool) -> tuple[ActorCode, ...]:
        """The two parties of the sentence before, else those named together most, else the last two named."""
        opposed = () if of_states else self.opposed()
        if opposed:
            return opposed
        fit = [p for p in self.parties if not of_states or p[0].principal in self.states]
        before = each_last([code for code, sentence in fit if sentence < self.sentence])
        chosen = before if len(before) > 1 else self._with_scene(before) or each_last([code for code, _ in fit])
        if len(chosen) < TWO:
            return self._with_ground(chosen)
        latest = max((sentence for _, sentence in fit if sentence < self.sentence), default=-1)
        near = each_last([code for code, sentence in fit if sentence == latest])
        main = () if of_states and len(near) == TWO else self._main_dyad(of_states)
        apart = self._last_together(fit) if len(near) < TWO else ()
        return main or apart or self._without_callers(chosen) or tuple(chosen[-TWO:])

    def _last_together(self, fit: Sequence[tuple[ActorCode, int]]) -> tuple[ActorCode, ...]:
        """The two whom the last sentence with several named alone: "Oslo ile Bern anlaştı. Roma övdü. İki ülke"."""
        for sentence in range(self.sentence - 1, max(-1, self.sentence - TOGETHER), -1):
            named = each_last([code for code, told in fit if told == sentence])
            if len(named) > 1:
                return tuple(named) if len(named) == TWO else ()
        return ()

    def _without_callers(self, named: list[ActorCode]) -> tuple[ActorCode, ...]:
        """The only two who are no organisation, told in one sentence: "BM, tarafları uyardı. Taraflar anlaştı"."""
        sides = [code for code in named if code.sector != CALLING]
        if len(sides) != TWO:
            return ()
        one, two = sorted(side_of(code) for code in sides)
        return tuple(sides) if (one, two) in self.dyads else ()

    def _with_scene(self, before: list[ActorCode]) -> list[ActorCode]:
        """The only party before and the land in which it acted: "Oslo, Mali'deki üssü vurdu. Bern tarafları uyardı"."""
        if self.place is None or len(before) != 1 or (before[0], self.sentence - 1) not in self.parties:
            return []
        here = self.place[1] == self.sentence - 1 and self.place[0] != before[0].principal
        return [before[0], ActorCode(self.place[0], RULING)] if here else []

    def _with_ground(self, named: list[ActorCode]) -> tuple[ActorCode, ...]:
        """The only party named and the land of its sentence's place: "Rama'nın Roma ziyaretinde iki ülke"."""
        if self.place is None or self.place[1] != self.sentence or [c.principal for c in named] == [self.place[0]]:
            return ()
        return (*named, ActorCode(self.place[0], "GOV")) if named else ()

    def row(self, number: int) -> tuple[ActorCode, ...]:
        """The states that a sentence shortly before named together, if they are so many; of several such the last."""
        states = [p for p in self.parties if p[0].principal in self.states]
        for near in range(self.sentence, max(-1, self.sentence - NEAR), -1):
            together = each_last([code for code, sentence in states if sentence == near])
            if len(together) == number:
                return tuple(together)
        return ()

    def opposed(self) -> tuple[ActorCode, ...]:
        """The two sides named in the last sentences before this one, where these name no others."""
        return self._only_two(NEAR)

    def deals_last(self) -> bool:
        """Whether the sentence before names two alone, and no other two deal with each other in the report."""
        two = self._only_two(1)
        return bool(two) and set(self._main_dyad(of_states=False)) <= set(two)

    def _only_two(self, sentences: int) -> tuple[ActorCode, ...]:
        first = self.sentence - sentences
        near = each_last([code for code, sentence in self.parties if first <= sentence < self.sentence])
        told = all(code.principal in self.states or code.sector in IRREGULAR for code in near)
        return tuple(near) if told and len(near) == TWO else ()

    def _main_dyad(self, of_states: bool) -> tuple[ActorCode, ...]:
        """The two that were named in one sentence most often, more than once; of several the first."""
        counts = {pair: n for pair, n in self.dyads.items() if n > 1}
        if of_states:
            counts = {pair: n for pair, n in counts.items() if self.states.issuperset(pair)}
        best = max(counts, key=lambda pair: counts[pair], default=())
        return tuple(self.sides[side] for side in best)

    def is_crowded(self) -> bool:
        """Whether more than two parties were named in the last sentences, beside organisations that call on them."""
        near = [code for code, sentence in self.parties if sentence >= self.sentence - NEAR]
        sides = {code.principal for code in near if code.sector != CALLING}
        return len(sides if len(sides) == TWO else {code.principal for code in near}) > TWO
