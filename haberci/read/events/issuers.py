"""From whom a document comes, of which a passive tells what it says: "Bildiride saldırı kınandı"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import ABL, THIRD, Case, Form
from haberci.core.report import Event, Mention
from haberci.read.events.lands import told_before
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

CLOSE: Final = 3  # words between a relative clause and its noun
JOINT: Final = "happened"
GATHERED: Final = 3  # sentences back to those who met and put a document out
AGREED: Final = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})  # what is done together
SEVERAL: Final = 2  # who met, of whom more are a gathering
Codes = tuple[ActorCode, ...]


def document(firing: Firing, setting: Setting) -> Filled:
    """Whose document says so: of a joint one those who met, of a declaration the organisation told last.

    Else it is that of the one who spoke last, with all who spoke with him.
    """
    tokens = setting.parsed.tokens
    for at in range(firing.anchor):
        morph = tokens[at].morph
        if morph.case is not Case.LOC or morph.lemma not in setting.nouns.documents:
            continue
        shared = at > 0 and tokens[at - 1].lower in setting.nouns.shared
        codes = _issuer(firing, setting, at)
        if not codes and (setting.nouns.documents[morph.lemma] == JOINT or shared):
            codes = _assembled(setting, shared) or _publishers(setting) or _organisation(setting)
        elif not codes:
            codes = _speakers(setting) or _gathered(setting, shared=True)
        return NOBODY if UNKNOWN in codes or not codes else Filled(codes=codes, rule="party.document")
    return NOBODY


def is_issuer(firing: Firing, setting: Setting, told: Filled) -> bool:
    """Whether those told own the document: "Oslo ile Bern'in bildirisinde saldırılar kınandı" blames neither."""
    codes = told.all_codes()
    return bool(codes) and set(codes) <= set(document(firing, setting).codes)


def issues(setting: Setting, mention: Mention) -> bool:
    """Whether a phrase only tells whence words come: "Oslo'dan yapılan açıklamada Kiev'den çekilmesi istendi"."""
    clause = setting.parsed.clause_of(mention.last - setting.parsed.base)
    if mention.case is not ABL or clause is None or clause.form is not Form.AN or clause.head is None:
        return False
    words = setting.parsed.tokens[clause.head : clause.head + CLOSE]
    return any(token.morph.lemma in setting.nouns.documents for token in words)


def _assembled(setting: Setting, shared: bool) -> Codes:
    """Those who met just before; the organisation told there that is none of them, of which they are members."""
    sides = _gathered(setting, shared)
    start = setting.report.sentences[max(0, setting.parsed.number - GATHERED)].first
    host = _organisation(setting, start)
    return host if sides and not shared and host and host[0] not in sides else sides


def _organisation(setting: Setting, start: int = 0) -> Codes:
    """The organisation told last, from the word ``start`` of the report on."""
    codes = (mention.codes[0] for mention in told_before(setting) if mention.codes and mention.first >= start)
    return next(((code,) for code in codes if code.sector == "IGO"), ())


def _publishers(setting: Setting) -> Codes:
    """Who put a document out in the sentence before: "Oslo ve Bern bildiri yayımladı. Bildiride ..."."""
    told = setting.earlier[-1:]
    named = any(token.morph.lemma in setting.nouns.documents for parsed in told for token in parsed.tokens)
    subject = told[0].subject if named else ()
    return tuple(dict.fromkeys(code for mention in subject for code in mention.codes))


def _speakers(setting: Setting) -> Codes:
    """Who spoke last, with those who did so together: "Oslo ve Bern açıklama yayımladı. Açıklamada ..."."""
    spoken = [s for s in setting.report.statements if s.at.start < setting.parsed.sentence.at.stop]
    if not spoken:
        return ()
    together = tuple(code for mention in setting.last_subject for code in mention.codes)
    return together if spoken[-1].speaker in together else (spoken[-1].speaker,)


def _gathered(setting: Setting, shared: bool) -> Codes:
    """Those who met just before: more than two, or two whose document is told to be theirs together."""
    for event in setting.lately(GATHERED):
        sides = _sides(event)
        dealt = event.type is EventType.CONSULT or (event.type in AGREED and not event.recipients)
        if dealt and event.modality is setting.told and UNKNOWN not in sides:
            count = len({code.principal for code in sides})
            several = count > SEVERAL or (count == SEVERAL and (shared or not _organisation(setting)))
            return sides if several else ()
    return ()


def _sides(event: Event) -> Codes:
    """Those between whom an event is."""
    return tuple(dict.fromkeys((*event.actors, *event.recipients)))


def _issuer(firing: Firing, setting: Setting, document: int) -> Codes:
    """From whom a document comes: "Dışişleri Bakanlığından yapılan açıklamada", "polisin yayımladığı bildiride"."""
    for clause in reversed(setting.parsed.clauses):
        if clause.head is None or not 0 < document - clause.verb <= CLOSE:
            continue
        if clause.form is Form.DIK:
            return tuple(dict.fromkeys(c for n in clause.subject for c in setting.parsed.mentions[n].codes))
        issued = (p for p in clause.parts if p.case is Case.ABL or p.link is Link.AGENT)
        return next(((c,) for p in issued for c in setting.parsed.mentions[p.chunk].codes), ())
    return _owners(firing, setting, document)


def _owners(firing: Firing, setting: Setting, document: int) -> Codes:
    """Those in a row who own a document, or the organisation before it: "Oslo ve Bern'in bildirisinde"."""
    if setting.parsed.tokens[document].morph.possessive not in THIRD:
        return ()
    for part in firing.clause.parts:
        behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
        if part.case is Case.GEN and 0 <= document - behind <= CLOSE:
            row = group_of(setting.parsed, part, firing.clause)
            return tuple(dict.fromkeys(code for mention in row for code in mention.codes))
    base = setting.parsed.base
    beside = (m for m in setting.parsed.mentions if m.case is Case.NOM and 0 <= document - (m.last - base) < CLOSE - 1)
    return next((m.codes[:1] for m in beside if m.codes and m.codes[0].sector == "IGO"), ())
