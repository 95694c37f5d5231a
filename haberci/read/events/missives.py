"""To whom is said what stands in a letter or message: "Rama'ya gönderdiği mektupta yasanın geri çekilmesini istedi"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, Link
from haberci.core.codebook import EventType
from haberci.core.morph import VERBAL_NOUNS, Case, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

SAID: Final = frozenset({EventType.REQUEST, EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
SENT: Final = Form.DIK  # of one's own letter; "yazılan mektupta" may be another's
INSIDE: Final = (Case.LOC, Case.INS)
REACH: Final = 3  # words from the verb of sending to the letter: "gönderdiği kutlama mesajında"


def written_to(firing: Firing, setting: Setting) -> Filled:
    """To whom the letter goes in which it is said; nobody where none is told: "açıklamasında istedi"."""
    if firing.frame.type not in SAID or firing.nominal:
        return NOBODY
    over = firing.clause.verb
    said = {over, *(c.verb for c in setting.parsed.clauses if c.parent == over and c.form in VERBAL_NOUNS)}
    for clause in setting.parsed.clauses:
        if clause.parent not in said or not _sends(clause, setting):
            continue
        given = (p for p in clause.parts if p.case is Case.DAT and p.own and p.link is Link.PART)
        found = next((p for p in given if setting.parsed.mentions[p.chunk].codes), None)
        if found is not None:
            return Filled(group_of(setting.parsed, found, clause))
    return NOBODY


def _sends(clause: Clause, setting: Setting) -> bool:
    """Whether a relative clause describes a letter: "gönderdiği mektupta", "yolladığı kutlama mesajında"."""
    if clause.form is not SENT or clause.head is None:
        return False
    behind = (token.morph for token in setting.parsed.tokens[clause.head : clause.head + REACH])
    return any(morph.lemma in setting.nouns.missives and morph.case in INSIDE for morph in behind)
