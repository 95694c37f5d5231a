"""To whom envoys are sent: whose ministry one is called to, and whose state an envoy cannot be of."""

from __future__ import annotations

from haberci.core.morph import NOM
from haberci.core.naming import Group
from haberci.read.mentions.phrases import Phrase, is_envoy
from haberci.read.mentions.residents import Residents
from haberci.read.mentions.scanner import PLACES
from haberci.read.mentions.senses import Before


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

    def cannot_be(self, phrase: Phrase) -> str | None:
        """The state that does not come into question: that of an envoy's seat, or of the envoy who is called in."""
        if is_envoy(phrase) and phrase.names and phrase.names[0].is_name(*PLACES):
            name = phrase.names[0].name
            return name.code.principal if name is not None else None
        envoy = self._envoy_before(phrase)
        return envoy.sense.codes[0].principal if envoy is not None else None

    def _envoy_before(self, phrase: Phrase) -> Before | None:
        """The envoy named before a ministry or minister that he comes to, in the same sentence."""
        if phrase.case is NOM or not any(self.scan.is_titled(unit, Group.MINISTER) for unit in phrase.titles):
            return None
        for before in (self.before, self.earlier):
            if before is not None and before.phrase.sentence == phrase.sentence and is_envoy(before.phrase):
                codes = before.sense.codes
                return before if codes and codes[0].principal in self.salience.states else None
        return None
