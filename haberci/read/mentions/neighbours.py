"""The phrases before one in its sentence, and whether they own it, lead it, or share its office."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import AT_LARGE, FORCES, IRREGULAR, OFFICIAL, ActorCode
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, THIRD, Case, Form
from haberci.core.naming import Group
from haberci.core.report import MentionKind
from haberci.read.mentions.joints import meets_host
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Before, Sense
from haberci.read.mentions.stateless import PARTIES

BODIES: Final = (MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.BODY)
ENDED: Final = (Case.ACC, Case.DAT, Case.ABL, Case.INS, Case.GEN)
WHERE: Final = "ki"  # the end of an adjective made of a place: Irak'taki
INSTEAD: Final = "yerine"
PAIR: Final = 2
COURT: Final = "JUD"
COMMA: Final = ","
FAR: Final = 10  # words between a genitive and whom it owns, where these say what he is charged with
GAP: Final = 5  # common words between a genitive and the office that it owns
GOVERNMENT: Final = ("hükümet", "hükûmet", "kabine")
TURNING: Final = ("ise", "da", "de")  # "Kurti ise"

LANDS: Final = (MentionKind.STATE, MentionKind.PLACE)


class Neighbours:
    """What stands before a phrase: ``before`` is the phrase last given a sense, ``earlier`` the one before it."""

    def __init__(self, scan: Scanner) -> None:
        self.scan = scan
        self.before: Before | None = None
        self.earlier: Before | None = None

    def follow(self, phrase: Phrase, sense: Sense) -> None:
        """Go on behind a phrase that has got a sense."""
        self.earlier, self.before = self.before, tuple.__new__(Before, (phrase, sense))

    def subject_before(self, phrase: Phrase, sector: str) -> ActorCode | None:
        """Whose forces or government are told by a possessive alone: of the subject before.

        "Wagner lideri, birliklerinin", "Kurti ise hükümetinin".
        """
        before, head = self.before, phrase.head
        if before is None or before.phrase.sentence != phrase.sentence or not all(f.possessed for f in head.forms):
            return None  # "AB, askerleri kınadı"
        governs = sector == "GOV" and head.title is not None and head.title.word in GOVERNMENT
        governs = governs and before.sense.kind is MentionKind.PERSON
        between = self.scan.tokens[before.phrase.last].text if before.phrase.last < phrase.first else ""
        marked = between == COMMA or (governs and between in TURNING)
        spoken = before.phrase.case is NOM and before.sense.kind not in (MentionKind.PLACE, MentionKind.PEOPLE)
        sole = len(phrase.units) == 1 and (governs or (sector == "MIL" and head.plural)) and bool(head.forms)
        return before.sense.codes[0] if marked and spoken and sole and before.sense.codes else None

    def beside(self, phrase: Phrase) -> ActorCode | None:
        """Whom the phrase one word before names: "IŞİD ile muhalifler"."""
        before = self.before
        if before is None or before.phrase.last + 1 != phrase.first:
            return None
        return next(iter(before.sense.codes), None)

    def foe(self, phrase: Phrase) -> str | None:
        """The land of whose government armed men are told together with it: "Kamerun yönetimi ile ayrılıkçılar"."""
        other = self.beside(phrase) if self.scan.stem(phrase.first - 1) in self.scan.joints else None
        return other.principal if other is not None and other.sector in OFFICIAL else None

    def is_land(self, phrase: Phrase, sense: Sense) -> bool:
        """Whether the state before only says where a place is: "Irak'ın Duhok bölgesi", "İtalya'nın başkenti Roma"."""
        before = self.before
        if before is None or before.sense.kind is not MentionKind.STATE or before.phrase.case is not GEN:
            return False
        between = self.scan.tokens[before.phrase.last : phrase.first]
        near = len(between) < GAP and before.phrase.sentence == phrase.sentence
        plain = near and all(t.text[0].isalpha() and t.morph.case in (None, NOM) for t in between)
        return plain and before.sense.codes[0].principal == sense.codes[0].principal

    def inherits(self, phrase: Phrase) -> bool:
        """Whether the phrase before owns this one: a genitive, a place right before, or who leads it."""
        before = self.before
        if before is None or before.phrase.sentence != phrase.sentence:
            return False
        if self.over_place(phrase) is not None:
            return True
        if self._is_led(before.phrase, phrase) or self._are_in_part(before, phrase):
            return True
        if self._is_one_of(before, phrase) or self._is_court_there(before, phrase):
            return True
        if not self._adjoins(before.phrase, phrase) or meets_host(self.scan, before.phrase.head, phrase.units[0]):
            return False
        if before.sense.kind is MentionKind.PLACE and before.phrase.case is LOC:
            return self._are_counted(before.phrase.last, phrase.first)
        if (before.sense.case or before.phrase.case) is not GEN or not any(u.possessed for u in phrase.titles):
            return False
        partisan = bool(before.sense.codes) and before.sense.codes[0].sector in PARTIES
        plain = phrase.head.plain_people and not self.scan.is_titled(phrase.head, Group.MEMBERS)
        return not (partisan and plain)  # "PKK'nın sivilleri kalkan yapması"

    def _is_one_of(self, before: Before, phrase: Phrase) -> bool:
        """Whether one of a force is told by rank alone: "Kazak polisinden bir memur"."""
        between = self.scan.tokens[before.phrase.last : phrase.first]
        whole = before.sense.kind is MentionKind.BODY and before.phrase.case is ABL and bool(before.sense.codes)
        some = 0 < len(between) <= PAIR and self._are_counted(before.phrase.last, before.phrase.last + 1)
        return whole and some and before.sense.codes[0].sector in FORCES and phrase.head.sector in FORCES

    def _is_court_there(self, before: Before, phrase: Phrase) -> bool:
        """Whether a court of some kind is told right behind a place: "Mısır'da darbe mahkemesi"."""
        between = self.scan.tokens[before.phrase.last : phrase.first]
        there = before.sense.kind is MentionKind.PLACE and before.phrase.case is LOC and phrase.head.sector == COURT
        return there and len(between) == 1 and between[0].text.islower() and between[0].morph.form is None

    def _are_in_part(self, before: Before, phrase: Phrase) -> bool:
        """Whether plain people are told right behind a part of the land before: "Lübnan'ın güneyinde üç sivil"."""
        between = self.scan.tokens[before.phrase.last : phrase.first]
        if not between or before.sense.kind not in LANDS or before.phrase.case is not GEN:
            return False
        site = between[0]
        there = site.morph.lemma in self.scan.sites and site.morph.case is LOC and phrase.head.plain_people
        return there and self._are_counted(before.phrase.last + 1, phrase.first)

    def land_around(self, phrase: Phrase) -> str | None:
        """The state in a part of which those of a phrase are: "Yemen'in güneyindeki ayrılıkçılar"."""
        before, at = self.before, phrase.first - 1
        if before is None or before.sense.kind is not MentionKind.STATE or before.phrase.case is not GEN:
            return None
        site = self.scan.tokens[at]
        there = site.morph.lemma in self.scan.sites and site.lower.endswith(WHERE) and before.phrase.last == at
        return before.sense.codes[0].principal if there and before.phrase.sentence == phrase.sentence else None

    def _are_counted(self, first: int, stop: int) -> bool:
        """Whether nothing but a number stands between two phrases."""
        quantities = self.scan.naming.words[Group.QUANTITY]
        return all(t.lower in quantities or t.text.isdigit() for t in self.scan.tokens[first:stop])

    def is_owned(self, phrase: Phrase) -> bool:
        """Whether what the phrase before has is told, and not who is there: "PKK'nın iki militanı"."""
        before = self.before
        if before is None or not self.inherits(phrase):
            return False
        return before.sense.kind is not MentionKind.PLACE or self.over_place(phrase) is not None

    def over_place(self, phrase: Phrase) -> Before | None:
        """The owner before words that only say where or what for its own are: "ABD'nin Irak'taki askerleri"."""
        told = self._over_task(phrase) or self._over_where(phrase)
        return told or self._employer(phrase) or self.over_whole(phrase)

    def over_whole(self, phrase: Phrase) -> Before | None:
        """The owner of those of whom some are told: "Hizbullah'ın özel birliğinden iki kişiyi"."""
        tokens, owner, at = self.scan.tokens, self.before, phrase.first - PAIR
        if owner is None or owner.phrase.sentence != phrase.sentence or not 0 <= at - owner.phrase.last < PAIR:
            return None
        whole, genitive = tokens[at].morph, (owner.sense.case or owner.phrase.case) is GEN
        some = tokens[at + 1].text.isdigit() or tokens[at + 1].lower in self.scan.naming.words[Group.QUANTITY]
        return owner if genitive and some and whole.case is ABL and whole.possessive in THIRD else None

    def _employer(self, phrase: Phrase) -> Before | None:
        """The organisation that tells of its own: "BM, Gazze'de dört çalışanının öldürüldüğünü duyurdu"."""
        if not phrase.head.possessed or not self.scan.is_titled(phrase.head, Group.EMPLOYED):
            return None
        for owner in (self.before, self.earlier):
            if owner is None or owner.phrase.sentence != phrase.sentence or owner.phrase.case is not NOM:
                continue
            at_large = any(code.sector in AT_LARGE for code in owner.sense.codes)
            if at_large and self.scan.tokens[owner.phrase.last].text == COMMA:
                return owner
        return None

    def _over_task(self, phrase: Phrase) -> Before | None:
        """The owner before what somebody of his is charged with: "BM'nin Mali konusundaki özel temsilcisi"."""
        tasks, tokens = self.scan.naming.words[Group.TASK], self.scan.tokens
        told = tokens[phrase.first].lower in tasks or (phrase.first > 0 and tokens[phrase.first - 1].lower in tasks)
        for owner in (self.before, self.earlier) if told and any(unit.possessed for unit in phrase.titles) else ():
            if owner is None or owner.phrase.sentence != phrase.sentence or not owner.sense.codes:
                continue
            if (owner.sense.case or owner.phrase.case) is GEN and phrase.first - owner.phrase.last <= FAR:
                between = tokens[owner.phrase.last : phrase.first]
                return None if any(token.lower == COMMA for token in between) else owner
        return None

    def _over_where(self, phrase: Phrase) -> Before | None:
        """The owner before a place alone."""
        place, owner = self.before, self.earlier
        if place is None or owner is None or not self._are_counted(place.phrase.last, phrase.first):
            return None
        where = place.sense.kind is MentionKind.PLACE and self.scan.tokens[place.phrase.last - 1].lower.endswith(WHERE)
        owns = owner.phrase.last == place.phrase.first and (owner.sense.case or owner.phrase.case) is GEN
        possessed = any(unit.possessed for unit in phrase.titles)
        return owner if where and owns and possessed and owner.sense.codes else None

    def is_sender(self, phrase: Phrase) -> bool:
        """Whether the phrase before sends the envoy, and does not only say where: "Atina'daki Fransa Büyükelçiliği"."""
        before = self.before
        if self.over_place(phrase) is not None:
            return True
        return self.inherits(phrase) and before is not None and before.sense.kind is not MentionKind.PLACE

    def is_staff_of_unknown(self, phrase: Phrase) -> bool:
        """Whether who works for somebody is told whose state nobody knows: "Ela Kor'un ofisi"."""
        if len(phrase.units) > 1 or not self.scan.is_titled(phrase.head, Group.STAFF):
            return False
        before = self.before
        return not (self.inherits(phrase) and before is not None and before.sense.codes)

    def _adjoins(self, left: Phrase, right: Phrase) -> bool:
        """Whether only common words of one noun phrase stand between: "PKK'nın sözde özel güç sorumlusu Beyaz"."""
        if left.last == right.first:
            return True
        if left.sentence != right.sentence or right.first - left.last > GAP:
            return False
        between = self.scan.tokens[left.last : right.first]
        if right.person_first is None:
            return self._are_counted(left.last, right.first)
        common = self.scan.naming.words[Group.COMMON]
        plain = (t.text == t.lower and t.text[0].isalpha() and t.lower not in common for t in between)
        return all(plain) and all(t.morph.case not in ENDED for t in between)

    def _is_led(self, left: Phrase, right: Phrase) -> bool:
        """Whether one leads another ("ABD öncülüğündeki koalisyon"), or has it among its own ("PKK üyesi iki kişi")."""
        words, tokens = self.scan.naming.words, self.scan.tokens
        tying = words[Group.BELONGING] | words[Group.LEADING]
        within = tokens[left.last - 1].lower in tying  # the word is the end of the phrase itself: "Münih merkezli"
        between = tokens[left.last - within : right.first]
        if not 0 < len(between) <= GAP + 1 or left.case is not NOM:
            return False
        first = between[0].lower
        plain = [t for t in between[1:] if t.lower not in words[Group.QUANTITY] and not t.text.isdigit()]
        if first in words[Group.LEADING]:
            return not plain
        told = not plain or plain[-1].morph.form is Form.AN  # "üyesi olduğu öne sürülen"
        return first in words[Group.BELONGING] and told and all(t.text[0].isalpha() for t in plain)

    def is_member(self, phrase: Phrase) -> bool:
        """Whether the phrase before has this one among its own: "Boko Haram üyesi olduğu sanılan kişiler"."""
        before = self.before
        return before is not None and before.sense.kind is not MentionKind.STATE and self._is_led(before.phrase, phrase)

    def tells_group(self, phrase: Phrase) -> bool:
        """Whether an armed group is told before, also over a place: "Hizbullah'ın Hayfa'daki saldırısında dört asker".

        Whom the home state fights abroad strikes its soldiers there.
        """
        group = self.before
        if group is not None and group.sense.kind is MentionKind.PLACE and self.earlier is not None:
            foes = self.scan.naming.words[Group.FOE]
            over = self.earlier.phrase.case is GEN and all(c.principal not in foes for c in self.earlier.sense.codes)
            group = self.earlier if over else group
        if group is None or group.phrase.sentence != phrase.sentence or not group.sense.codes:
            return False
        return group.sense.codes[0].sector in IRREGULAR

    def is_shared(self, phrase: Phrase) -> bool:
        """Whether a state stands in a row before the one whose body it is: "ABD ve Kanada Dışişleri Bakanlığı"."""
        before = self.before
        row = before is not None and before.phrase.last + 1 == phrase.first and before.sense.kind is MentionKind.STATE
        alone = phrase.person_first is None and not phrase.plural
        return row and alone and self.scan.stem(phrase.first - 1) in self.scan.joints

    def sending(self, phrase: Phrase) -> Before | None:
        """The body of which someone without an office is told: "Harvard Üniversitesinden Ann Lee", "Pentagon'dan"."""
        before = self.before
        if before is None or before.sense.kind not in BODIES or len(before.sense.codes) != 1:
            return None
        near = before.phrase.last == phrase.first or all(
            token.lower in self.scan.naming.words[Group.QUANTITY]
            for token in self.scan.tokens[before.phrase.last : phrase.first]
        )
        near = near and before.phrase.sentence == phrase.sentence
        return before if near and before.phrase.case is ABL and phrase.case in (NOM, GEN) else None

    def holding(self, phrase: Phrase) -> Before | None:
        """The office that the person of a phrase is said to hold: "polis şefi olan Cang Hongbo"."""
        before, words = self.before, self.scan.naming.words
        if before is None or before.phrase.last + 1 != phrase.first or not (before.sense.office and before.sense.codes):
            return None
        joint, titles = self.scan.stem(phrase.first - 1), before.phrase.titles
        several = bool(titles) and titles[-1].plural and joint in self.scan.joints
        return before if several or joint in words[Group.HOLDING] else None

    def handed(self, phrase: Phrase) -> Before | None:
        """From whom the person of a phrase takes an office over, in the sentence itself.

        "Bainimarama görevi Sitiveni Rabuka'ya devretti", "Truss'un yerine Rishi Sunak seçildi".
        """
        before, tokens = self.before, self.scan.tokens
        if before is None or before.phrase.sentence != phrase.sentence or len(before.sense.codes) != 1:
            return None
        if before.sense.kind is not MentionKind.PERSON or before.sense.office is None or phrase.last >= len(tokens):
            return None
        between, behind = tokens[before.phrase.last : phrase.first], tokens[phrase.last].morph
        words = self.scan.naming.words
        if phrase.case is DAT and behind.lemma in words[Group.HANDING]:
            duties = (t.morph for t in between if t.morph.lemma in words[Group.DUTY])
            return before if any(morph.case is ACC or morph.or_accusative for morph in duties) else None
        instead = [t.lower for t in between] == [INSTEAD] and before.phrase.case is GEN
        return before if instead and behind.is_verb and behind.passive else None
