"""To whom envoys are sent: whose ministry one is called to, and whose state an envoy cannot be of."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.morph import NOM
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase, is_envoy
from haberci.read.mentions.residents import Residents
from haberci.read.mentions.salience import CALLING, DATELINE
from haberci.read.mentions.scanner import PLACES
from haberci.read.mentions.senses import Before
from haberci.read.mentions.sides import RULING

CIVILIAN: Final = "CVL"
STATELY: Final = (MentionKind.STATE, MentionKind.BODY)
GRIEVING: Final = "mention.griever"


class Envoys(Residents):
    """Finds the states of envoys and of those who receive them in one report."""

    def receiver_of(self, phrase: Phrase) -> str | None:
        """The state whose ministry is meant where an envoy is called there, if it is told to whom he is sent.

        "ABD'nin Ankara Büyükelçisi Dışişleri Bakanlığına çağrıldı", "Ankara'da ABD Büyükelçisi Bakanlığa çağrıldı".
        """
        envoy = self._envoy_before(phrase)
        if envoy is None:
            return None
        sender = envoy.sense.codes[0].principal
        seats = (unit.name.code.principal for unit in envoy.phrase.names if unit.name is not None)
        seat = next((principal for principal in seats if principal != sender), None)
        place = self.salience.place
        here = place[0] if place is not None and place[1] == phrase.sentence and place[0] != sender else None
        return seat or here

    def is_of_other(self, phrase: Phrase, code: ActorCode) -> bool:
        """Whether somebody known, of this code, is told in another office: an organisation's envoy, a state's minister.

        "BM Genel Sekreteri'nin Kosova Özel Temsilcisi Rama"; "Başbakan Michel" of who later led an organisation.
        """
        owner = self.before.sense.codes[0] if self.before is not None and self.before.sense.codes else None
        if owner is not None and owner.sector == CALLING and owner.principal != code.principal:
            return self.inherits(phrase) and any(self.scan.is_titled(u, Group.ENVOY) for u in phrase.titles)
        ruling = (self.scan.is_titled(u, group) for u in phrase.titles for group in (Group.RULER, Group.MINISTER))
        return code.sector == CALLING and not phrase.names and any(ruling)

    def sending_state(self, phrase: Phrase) -> ActorCode | None:
        """The state told before the place of its own embassy: "Riyad, Sudan'daki elçiliğine düzenlenen saldırıyı"."""
        told = self.earlier
        named = told is not None and told.phrase.sentence == phrase.sentence and told.phrase.case is NOM
        if not named or told is None or told.sense.kind not in STATELY or len(told.sense.codes) != 1:
            return None
        code = told.sense.codes[0]
        return ActorCode(code.principal, RULING) if code.principal in self.salience.states else None

    def cannot_be(self, phrase: Phrase) -> str | None:
        """The state that does not come into question: that of an envoy's seat, or of the envoy who is called in."""
        if is_envoy(phrase) and phrase.names and phrase.names[0].is_name(*PLACES):
            name = phrase.names[0].name
            return name.code.principal if name is not None else None
        envoy = self._envoy_before(phrase)
        return envoy.sense.codes[0].principal if envoy is not None else None

    def griever(self, phrase: Phrase, sector: str) -> tuple[ActorCode, str] | None:
        """The home state, of a bare foreign ministry that condemns an attack or mourns: it does so over other lands.

        "Dışişleri Bakanlığı, Somali'deki saldırıyı kınadı" is no ministry of Somalia.
        """
        words = self.scan.naming.words
        abroad = self.scan.stem(phrase.first)
        if abroad not in words[Group.ABROAD_ALONE] or self._has_told(abroad):
            return None
        stop = next((k for k in range(phrase.last, len(self.scan.tokens)) if k in self.scan.starts), None)
        told = (token.morph.lemma for token in self.scan.tokens[phrase.last : stop])
        mourns = not words[Group.GRIEVING].isdisjoint(told)
        return (ActorCode(self.scan.naming.home, sector), GRIEVING) if mourns else None

    def unless_scene(self, phrase: Phrase, land: str | None) -> str | None:
        """A land, or that at home where it is no more than the scene, to a body told bare that every state has.

        "Afrin'deki operasyonda üç kişi öldü. Genelkurmay Başkanlığı açıkladı" tells of that at home.
        """
        title, every = phrase.head.title, self.scan.naming.words[Group.EVERY_STATE]
        body = title is not None and title.kind is TitleKind.BODY and self.scan.stem(phrase.first) in every
        if land is None or not body or self.salience.fixed.get(land, 0.0) >= DATELINE:
            return land
        acts = any(code.principal == land and code.sector != CIVILIAN for code, _ in self.salience.parties)
        return land if acts else self.scan.naming.home

    def _has_told(self, ministry: str) -> bool:
        """Whether the report has named a ministry of this kind with the land before, or a land that goes on telling."""
        goes_on = self.salience.last_doer(self.scan.naming.home) is not None
        return goes_on or any(key.split(" ")[0] == ministry for key in self.salience.offices)

    def _envoy_before(self, phrase: Phrase) -> Before | None:
        """The envoy named before a ministry or minister that he comes to, in the same sentence."""
        if phrase.case is NOM or not any(self.scan.is_titled(unit, Group.MINISTER) for unit in phrase.titles):
            return None
        for before in (self.before, self.earlier):
            if before is not None and before.phrase.sentence == phrase.sentence and is_envoy(before.phrase):
                codes = before.sense.codes
                return before if codes and codes[0].principal in self.salience.states else None
        return None
