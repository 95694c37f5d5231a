"""From whom a document comes, of which a passive tells what it says: "Bildiride saldırı kınandı"."""

from __future__ import annotations

from itertools import islice
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import THIRD, Case, Form
from haberci.read.events.lands import told_before
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

CLOSE: Final = 3  # words between a relative clause, or an owner, and the document
JOINT: Final = "happened"
IGO: Final = "IGO"
RECENT: Final = 3  # sentences back to the meeting of those who declare something


def document(firing: Firing, setting: Setting) -> Filled:
    """Whose document says so: its owners or issuers, else who told a declaration or spoke last.

    "Oslo ile Bern'in ortak bildirisinde kınandı"; of a declaration without them the organisation told last.
    """
    tokens = setting.parsed.tokens
    for at in range(firing.anchor):
        morph = tokens[at].morph
        if morph.case is not Case.LOC or morph.lemma not in setting.nouns.documents:
            continue
        authors = _issuers(firing, setting, at) or _last(setting, at, setting.nouns.documents[morph.lemma] == JOINT)
        return NOBODY if UNKNOWN in authors or not authors else Filled(codes=authors, rule="party.document")
    return NOBODY


def _last(setting: Setting, document: int, joint: bool) -> tuple[ActorCode, ...]:
    """The organisation told here, those who met or the organisation told last, of what several declare.

    Of what one says it is who spoke last.
    """
    if joint and (met := _met(setting)):
        return met
    if joint:
        here = (m for m in reversed(setting.parsed.mentions) if m.last - setting.parsed.base <= document)
        codes = (mention.codes[0] for mention in (*here, *told_before(setting)) if mention.codes)
        return tuple(islice((code for code in codes if code.sector == IGO), 1))
    spoken = [s for s in setting.report.statements if s.at.start < setting.parsed.sentence.at.stop]
    return (spoken[-1].speaker,) if spoken else ()


def _met(setting: Setting) -> tuple[ActorCode, ...]:
    """Those who met shortly before, where the sentence names no organisation: "Ortak bildiride ... istendi"."""
    if any(code.sector == IGO for mention in setting.parsed.mentions for code in mention.codes):
        return ()
    for event in setting.lately(RECENT):
        sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        met = event.type is EventType.CONSULT and event.modality is Modality.HAPPENED and UNKNOWN not in sides
        if met and len({code.principal for code in sides}) > 1:
            return sides
    return ()


def _issuers(firing: Firing, setting: Setting, document: int) -> tuple[ActorCode, ...]:
    """From whom a document comes: "Dışişleri Bakanlığından yapılan açıklamada", "polisin yayımladığı bildiride"."""
    for clause in reversed(setting.parsed.clauses):
        if clause.head is None or not 0 < document - clause.verb <= CLOSE:
            continue
        if clause.form is Form.DIK:
            parts = [part for part in clause.parts if part.chunk in clause.subject]
        else:
            parts = [p for p in clause.parts if p.case is Case.ABL or p.link is Link.AGENT]
        found = next((codes for p in parts if (codes := _row(setting, p, clause))), ())
        return found if clause.form is Form.DIK else found[:1]
    return _owners(firing, setting, document)


def _owners(firing: Firing, setting: Setting, document: int) -> tuple[ActorCode, ...]:
    """Whose a document is, told in the genitive before it: "Oslo ve Bern'in ortak bildirisinde"."""
    if setting.parsed.tokens[document].morph.possessive not in THIRD:
        return ()
    for part in firing.clause.parts:
        behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
        if part.case is Case.GEN and 0 <= document - behind <= CLOSE:
            return _row(setting, part, firing.clause)
    return ()


def _row(setting: Setting, part: ClausePart, clause: Clause) -> tuple[ActorCode, ...]:
    """The codes of a phrase and those in one row with it."""
    codes = (code for mention in group_of(setting.parsed, part, clause) for code in mention.codes)
    return tuple(dict.fromkeys(codes))
