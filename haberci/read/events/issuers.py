"""From whom a document comes, of which a passive tells what it says: "Bildiride saldırı kınandı"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Link
from haberci.core.morph import Case, Form
from haberci.read.events.lands import told_before
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

CLOSE: Final = 3  # words between a relative clause and its noun
JOINT: Final = "happened"


def document(firing: Firing, setting: Setting) -> Filled:
    """Whose document says so: of a declaration the organisation told last, else the one who spoke last."""
    tokens = setting.parsed.tokens
    for at in range(firing.anchor):
        morph = tokens[at].morph
        if morph.case is not Case.LOC or morph.lemma not in setting.nouns.documents:
            continue
        if setting.nouns.documents[morph.lemma] == JOINT:
            codes = (mention.codes[0] for mention in told_before(setting) if mention.codes)
            author = next((c for c in codes if c.sector == "IGO"), None)
        else:
            spoken = [s for s in setting.report.statements if s.at.start < setting.parsed.sentence.at.stop]
            author = _issuer(setting, at) or (spoken[-1].speaker if spoken else None)
        return NOBODY if author is None or author == UNKNOWN else Filled(codes=(author,), rule="party.document")
    return NOBODY


def _issuer(setting: Setting, document: int) -> ActorCode | None:
    """From whom a document comes: "Dışişleri Bakanlığından yapılan açıklamada", "polisin yayımladığı bildiride"."""
    for clause in reversed(setting.parsed.clauses):
        if clause.head is None or not 0 < document - clause.verb <= CLOSE:
            continue
        if clause.form is Form.DIK:
            codes = [c for n in clause.subject for c in setting.parsed.mentions[n].codes]
            return next(iter(codes), None)
        issued = (p for p in clause.parts if p.case is Case.ABL or p.link is Link.AGENT)
        return next((c for p in issued for c in setting.parsed.mentions[p.chunk].codes), None)
    return None
