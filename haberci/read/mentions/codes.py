"""Which actor a phrase means: its principal from the state or body in front, its sector from the innermost body."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import AT_LARGE, FORMER, OFFICIAL, PARTIES, ActorCode, ActorRegister, Name
from haberci.core.morph import NOM, PROPN
from haberci.core.naming import Bare, Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mediators import mediates
from haberci.read.mentions.branches import whole_before
from haberci.read.mentions.compounds import of_party
from haberci.read.mentions.envoys import GRIEVING
from haberci.read.mentions.holders import Holders
from haberci.read.mentions.kinds import is_kind_again, is_of_some_state, kinds_of
from haberci.read.mentions.named import Named
from haberci.read.mentions.owners import Owners
from haberci.read.mentions.pairs import is_pair, pair
from haberci.read.mentions.people import (
    People,
    Person,
    in_office,
    is_name_like,
    keeps_office,
    office_of,
    person_words,
    spelled,
)
from haberci.read.mentions.phrases import (
    COUNTRIES,
    Phrase,
    is_any,
    is_envoy,
    is_regime,
    of_ruler,
    only_describes,
    owned_case,
    title_key,
)
from haberci.read.mentions.placed import stand
from haberci.read.mentions.rows import PeopleRow
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense
from haberci.read.mentions.stateless import is_of_sport, is_party_again
from haberci.read.mentions.units import WORD
from haberci.read.mentions.weights import described_by, is_of_mission, mandated, weight_of

TITLE_KINDS: Final = {
    TitleKind.OFFICE: MentionKind.OFFICE,
    TitleKind.ENVOY: MentionKind.OFFICE,
    TitleKind.RANK: MentionKind.OFFICE,
    TitleKind.MISSION: MentionKind.BODY,
    TitleKind.BODY: MentionKind.BODY,
    TitleKind.GROUP: MentionKind.GROUP,
    TitleKind.PEOPLE: MentionKind.PEOPLE,
    TitleKind.PAIR: MentionKind.PRONOUN,
    TitleKind.ORGANISATION: MentionKind.PRONOUN,
}
SPEAKING: Final = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.BODY)


class Coder:
    """Gives the phrases of one report their senses, in text order."""

    def __init__(
        self, scan: Scanner, register: ActorRegister, day: str | None, salience: Salience, holders: Holders
    ) -> None:
        self.scan, self.people, self.salience = scan, People(), salience
        self._register, self._day, self.holders = register, day, holders
        self.owners = Owners(scan, register.armed, salience)
        self.named = Named(self.owners)
        self._row = PeopleRow(scan)
        self._shared: ActorCode | None = None  # what the row gives the phrase that is read now

    def sense(self, phrase: Phrase) -> Sense | None:
        """What a phrase means here; None when it is no mention."""
        self.salience.move_to(phrase.sentence)
        self._shared = self._row.code(self.owners.before, phrase)
        sense = self._sense(phrase)
        self._shared = None
        if sense is not None and sense.codes and sense.kind is not MentionKind.PLACE and is_of_sport(phrase, self.scan):
            sense = sense._replace(codes=(), rule="mention.sport")
        if sense is not None:
            self._remember(phrase, sense)
            for word in kinds_of(phrase, sense, self.scan.naming):
                self.salience.note_kind(word, sense.codes[0])
            self.owners.follow(phrase, sense)
        return sense

    def _sense(self, phrase: Phrase) -> Sense | None:
        if phrase.person_first is not None and not is_regime(phrase) and not self._is_no_name(phrase):
            return self._person(phrase)
        if phrase.titles:
            return self._taken_up(phrase) if is_kind_again(phrase, self.scan) else self._titled(phrase)
        if phrase.names:
            return self.named.sense(phrase)
        return self.named.continent(phrase) or self.recalled(phrase)

    def _is_no_name(self, phrase: Phrase) -> bool:
        """Whether the words behind a title are no name: all in capitals, or a noun with a possessive."""
        numbers = person_words(phrase, self.scan)
        if phrase.person is not None:
            return not numbers  # "İyilik Ödülleri Erdoğan" is an occasion
        words = [self.scan.tokens[k].text for k in numbers]
        if all(w.isupper() for w in words) or all(len(w) < 3 for w in words):
            return True
        first, last = (self.scan.tokens[k].morph for k in (numbers[0], numbers[-1]))
        if len(numbers) > 1 and first.pos is PROPN and last.lemma not in self.scan.surnames.words:
            return False  # "Ali Ekber Velayeti", where no "Velayet" is named
        return last.pos is not PROPN and last.possessive in ("3s", "3p") and not self.scan.suffix(numbers[-1])

    def recalled(self, phrase: Phrase) -> Sense | None:
        """The sense of a phrase of words that no table knows: a person named before, or a name of two words or more."""
        numbers = person_words(phrase, self.scan)
        if not numbers or len(numbers) > 4 or self.scan.tokens[phrase.last - 1].text == ")":
            return None
        words = tuple(self.scan.stem(k) for k in numbers)
        held = self.people.recall(words)
        if held is not None:
            if held.code is None:
                return Sense(MentionKind.PERSON, (), "mention.person-unknown", held.name)
            return Sense(MentionKind.PERSON, (held.code,), "mention.person-again", held.name)
        if len(numbers) < 2 or not is_name_like(self.scan, numbers, words):
            return None
        name = spelled(numbers, self.scan)
        owner = self.owners.holding(phrase) or self.owners.handed(phrase)
        if owner is not None:
            self.people.meet(name, words, owner.sense.codes[0])
            return Sense(MentionKind.PERSON, owner.sense.codes, "mention.person-holding", name, owner.sense.office)
        code, rule = self._lent(phrase)
        self.people.meet(name, words, code)
        known = (code,) if code is not None else ()
        return Sense(MentionKind.PERSON, known, rule if known else "mention.person-unknown", name)

    def _lent(self, phrase: Phrase) -> tuple[ActorCode | None, str]:
        """The code that a person has from the body that sends him, or from the row in which he stands; its rule."""
        sent = self.owners.sending(phrase)
        return (self._shared, "mention.person-row") if sent is None else (sent.sense.codes[0], "mention.person-sent")

    def filled(self, phrase: Phrase, sense: Sense) -> Sense:
        """The sense of a person of unknown code, with the code that the report gives the same person later."""
        name = sense.person or ""
        if " " not in name:
            return self.recalled(phrase) or sense
        code = self.people.code_of(name)
        return sense._replace(codes=(code,), rule="mention.person-again") if code is not None else sense

    def _person(self, phrase: Phrase) -> Sense:
        numbers = person_words(phrase, self.scan)
        words = tuple(self.scan.stem(k) for k in numbers)
        known, held = phrase.person, self.people.recall(words) if words else None
        if known is not None:
            known = known._replace(code=self.people.told.get(known.full) or self._register.code_on(known, self._day))
        written = spelled(numbers, self.scan)
        if known is not None and known.is_short and self._is_another(known, phrase, written, held):
            known = None
        name = known.full if known is not None else held.name if held is not None else ""
        name = written if len(words) > 1 or not name else name
        code, rule = self._person_code(phrase, known, held)
        if code is None:
            code, given = self._lent(phrase)
            rule = given if code is not None else rule
        if len(words) > 1 or held is None:
            self.people.meet(name, words, code, rule)
        return Sense(MentionKind.PERSON, (code,) if code else (), rule, name, office_of(phrase, self.scan))

    def _is_another(self, known: Name, phrase: Phrase, written: str, held: Person | None) -> bool:
        """Whether a short name of the register stands here for someone else: another first name, now or before."""
        parts = set(known.full.split()) | (set() if phrase.titles else set(known.spelling.split()))  # "el-Kazimi"
        words, at = set(written.split()), phrase.first - 1
        opens = self.scan.surnames.have_opening(phrase.first, self.scan.starts)
        if opens and (first := self.scan.unit(at, phrase.last)) is not None and first.sort is WORD:
            words.add(self.scan.tokens[at].text)  # "Melania Trump", no "Macron Tokayev'le"
        return not parts.issuperset(words) or (held is not None and held.name != known.full)

    def _person_code(self, phrase: Phrase, known: Name | None, held: Person | None) -> tuple[ActorCode | None, str]:
        owner = self.owners.name_of(phrase)
        first = phrase.names[0] if phrase.names else None  # none where the owner stands in brackets: "Tokayev (AA)"
        if owner is not None and first is not None and not phrase.titles and of_party(first):
            ruling = known is not None and known.code.sector == "GOV" and owner.code.sector == "PTY"
            return (known.code if ruling and known is not None else owner.code), "mention.person-of-party"
        heading = title_key(phrase, self.scan) in self.scan.naming.words[Group.HEADING]
        if owner is None and heading and self.salience.organisation is not None:
            return self.owners.from_context(phrase)
        if owner is not None and phrase.titles:
            code = self.owners.code_of(phrase, owner)
            left = known is not None and known.code.sector == FORMER and code.sector in AT_LARGE
            if known is None or left or known.code.principal == code.principal or not is_envoy(phrase):
                homes = self.scan.naming.homes.get(self.scan.stem(phrase.first), ())  # "Sırp lider Dodik"
                kept = known is not None and keeps_office(known.code, code, phrase, owner, homes)
                return (known.code if kept and known is not None else code), "mention.person-titled"
        if known is not None:
            if self.owners.is_of_other(phrase, known.code):
                return self.owners.from_context(phrase)[0], "mention.person-titled"
            return in_office(phrase, known.code, self.scan), "mention.person-known"
        if owner is not None and first is not None and first.people:
            return self.owners.code_of(phrase, owner), "mention.person-titled"
        if held is not None and held.code is not None:
            return held.code, "mention.person-again"
        if phrase.titles:
            holder = self.holders.named(phrase, tuple(self.scan.stem(k) for k in person_words(phrase, self.scan)))
            return (holder, "mention.person-known") if holder is not None else self.owners.from_context(phrase)
        return None, "mention.person-unknown"

    def _taken_up(self, phrase: Phrase) -> Sense | None:
        """The body named before that is told again by its kind; where none is, what the word means by itself."""
        title = phrase.head.title
        code = self.salience.of_kind(title.word) if title is not None else None
        stately = is_of_some_state(phrase, code, self.scan)
        if title is not None and code is not None and not stately:
            case = owned_case(phrase) if " " in title.word else None  # "Terör örgütü, ..."
            return Sense(TITLE_KINDS[title.kind], (code,), "mention.kind-again", case=case)
        opens = title is not None and title.bare is not Bare.NO and self.scan.is_capital(phrase.first)
        return self._titled(phrase) if opens or stately else None

    def _titled(self, phrase: Phrase) -> Sense | None:
        title = phrase.titles[-1].title if phrase.titles else None
        if title is None or only_describes(phrase, self.scan):
            return None
        if is_pair(phrase, self.scan):
            return pair(phrase, self.scan, self.salience)
        kind = TITLE_KINDS[title.kind]
        if len(phrase.titles) > 1 and not phrase.names and self._is_again(phrase):
            return Sense(kind, tuple(filter(None, (self.salience.organisation,))), "mention.organisation-again")
        any_group = title.kind is TitleKind.GROUP and phrase.plural and title.bare is not Bare.YES
        if not phrase.names and (any_group or title.word in COUNTRIES):
            return None
        party_told = is_party_again(phrase, self.scan)
        if party_told or (title.kind is TitleKind.ORGANISATION and len(phrase.units) == 1):
            held = (self.salience.partisan or self.salience.party) if party_told else self.salience.organisation
            return Sense(kind, (held,), "mention.organisation-again") if held is not None else None
        if phrase.person is not None:
            return Sense(kind, (of_ruler(phrase.person.code, phrase.head.sector),), "mention.regime")
        owner = self.owners.name_of(phrase)
        if owner is not None:
            code: ActorCode | None = self.owners.code_of(phrase, owner)
            rule = "mention.titled"
        elif is_any(phrase, self.scan) and not self.owners.inherits(phrase):
            return None
        else:
            code, rule = self.owners.from_context(phrase)
            if code is None and rule == "mention.office-again":
                return None
        case = owned_case(phrase) if self.owners.is_owned(phrase) else None
        return Sense(kind, (code,) if code is not None else (), rule, None, office_of(phrase, self.scan), case)

    def _is_again(self, phrase: Phrase) -> bool:
        """Whether the members of the organisation named before are told: "örgüt üyeleri"."""
        first = phrase.titles[0].title
        told = first is not None and first.kind is TitleKind.ORGANISATION and self.salience.organisation is not None
        return told and phrase.head.sector == ""

    def _remember(self, phrase: Phrase, sense: Sense) -> None:
        if len(sense.codes) != 1:
            return
        named = phrase.names[0].name if phrase.names else None
        if named is not None:
            if (whole := whole_before(self.scan, self.owners.before, phrase, named)) is not None:
                self.salience.leave_out(whole)
            self.salience.note_named(named, sense.codes[0], self.scan.naming)
        if is_of_mission(phrase):
            self.salience.mission = sense.codes[0]
        titled = bool(phrase.titles) and (bool(phrase.names) or sense.rule in ("mention.inherited", GRIEVING))
        if phrase.person_first is not None and not phrase.names and phrase.titles:
            self.salience.bare[title_key(phrase, self.scan)] = sense.codes[0]
        weight = weight_of(phrase, sense, titled)
        if stand(phrase, sense, self.scan, self.salience) and self.owners.is_land(phrase, sense):
            weight = -1.0
            self.salience.take_back(sense.codes[0].principal)
        if phrase.case is NOM:
            self._remember_subject(phrase, sense)
        key = title_key(phrase, self.scan) if titled and not self.owners.is_shared(phrase) else ""
        home = described_by(phrase)
        if home is not None and home.code.principal in self.salience.states:
            self.salience.weights[home.code.principal] = self.salience.weights.get(home.code.principal, 0.0) + weight
        for land in mandated(phrase, sense.codes[0], self.salience.states):
            self.salience.weights[land] = self.salience.weights.get(land, 0.0) + 1.0
        self.salience.note(sense.codes[0], weight, key, sense.person or "")
        self._forget_mediator(phrase, sense.codes[0])

    def _forget_mediator(self, phrase: Phrase, code: ActorCode) -> None:
        """Who only brings others together is no party."""
        if mediates(self.scan.tokens, phrase.last, phrase.case, self.scan.naming):
            self.salience.take_back(code.principal)

    def _remember_subject(self, phrase: Phrase, sense: Sense) -> None:
        """Keep who may act or speak: the last party, the last state or body of one, all who may say "our"."""
        code = sense.codes[0]
        if code.sector in PARTIES:
            self.salience.partisan = code
        told = sense.rule == "mention.state" or (sense.kind is MentionKind.BODY and code.sector in OFFICIAL)
        if told and phrase.names:
            self.salience.doer = (code.principal, phrase.sentence)
        if sense.kind in SPEAKING and code.principal in self.salience.states:
            self.salience.voices.append((phrase.first, code.principal))
