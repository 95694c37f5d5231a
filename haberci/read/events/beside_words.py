"""What is told beside a speech, not in it: a deed done before it was made, and where and when it was made."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.morph import FINITE, GEN, Form
from haberci.core.report import MentionKind, Statement, StatementKind
from haberci.read.events.attribution import CLAIMED, goes_by_rumour, is_own_side
from haberci.read.events.conditions import being_behind
from haberci.read.events.governing import DEPTH, has_other_owner, stands_beside
from haberci.read.events.matching import Firing
from haberci.read.events.modality import SEQUENT_FORMS
from haberci.read.events.setting import Setting
from haberci.read.events.visits import tells_when
from haberci.read.parse import Parsed

CALLED: Final = "phone"
OPENING: Final = 2  # words behind a verb among which the next clause begins
SEAT: Final = 1  # words between a state and its capital: "Arnavutluk'un başkenti Tiran'da"


def is_beside_words(firing: Firing, setting: Setting, kind: EventType, parties: tuple[ActorCode, ...]) -> bool:
    """Whether a deed is told as done while, or before, something was said: "Rahman'ı arayarak çekilmesini istedi"."""
    said, parsed = setting.statement, setting.parsed
    if said is None or firing.clause.quoted:
        return False
    over = parsed.clause_of(firing.clause.parent)
    if said.kind is StatementKind.DIRECT and over is not None and _only_describes(firing.clause, over):
        return True
    if not parsed.sentence.at.span.holds(said.cue_at.span):
        return False
    if _ends_before(firing.clause, parsed, said) or _is_occasion(firing, setting, kind, parties):
        return True
    if firing.clause.form not in SEQUENT_FORMS or over is None:
        return False
    over = stands_beside(firing.clause, parsed) or over
    if over.form in CLAIMED and not over.quoted:
        behind = next((m for m in parsed.mentions if m.first - parsed.base > firing.clause.verb), None)
        opens = behind is not None and behind.first - parsed.base - firing.clause.verb <= OPENING and behind.case is GEN
        # "arayıp Pekin'in çekildiğini yineledi", "arayarak duyduğu endişeyi iletti"; one calls to say something
        own = not has_other_owner(firing.clause, parsed)
        opens = opens or (own and (over.head is not None or firing.frame.mode == CALLED))
        over = parsed.clause_of(over.parent) if opens else over
    return over is not None and said.cue_at.span.overlaps(parsed.tokens[over.verb].span)


def _only_describes(clause: Clause, over: Clause) -> bool:
    """Whether a deed describes somebody in what describes what is judged: "iki kişiyi vuran adama verilen cezayı"."""
    return clause.form is Form.AN and clause.head is not None and over.form in (Form.AN, Form.DIK) and bool(over.head)


def _ends_before(clause: Clause, parsed: Parsed, said: Statement) -> bool:
    """Whether a deed stands in a sentence of its own before the report of speech: "görüşmüş, bittiğini söyledi"."""
    top: Clause | None = clause
    for _ in range(DEPTH):
        if top is None or (top.form is FINITE and being_behind(top, parsed) is None):
            break
        top = being_behind(top, parsed) or parsed.clause_of(top.parent)
    if top is None or top.form is not FINITE or top.quoted or said.kind is not StatementKind.INDIRECT:
        return False
    return parsed.tokens[top.verb].span.stop <= said.cue_at.text_start


def _is_occasion(firing: Firing, setting: Setting, kind: EventType, parties: tuple[ActorCode, ...]) -> bool:
    """Whether a meeting is where or when its speaker said it: "Rama, Sandu ile görüşmesinde güvendiğini söyledi".

    Behind somebody else's name it is what is told: "Rama, Sandu'nun Kurti ile görüşmesinde ağladığını söyledi".
    """
    said, parsed = setting.statement, setting.parsed
    if said is None or kind is not EventType.CONSULT or not any(is_own_side(c, said.speaker) for c in parties):
        return False
    last = max(firing.words)
    if not tells_when(last, parsed) or _is_talked_of(last, parsed):
        return False
    return not _is_anothers(_behind_speaker(said, parsed), min(firing.words), parsed)


def _is_talked_of(at: int, parsed: Parsed) -> bool:
    """Whether what follows was done at the meeting, which the speaker tells of: "görüşmesinde bunu ele aldıklarını"."""
    behind = parsed.clause_after(at + 1)
    if behind is None or behind.form is not Form.DIK:
        return False
    return not parsed.pack.governors.discussing.isdisjoint(parsed.verb_words(behind.verb))


def _behind_speaker(said: Statement, parsed: Parsed) -> int:
    """The word behind the name of who speaks, where the sentence names him."""
    if said.speaker_at is None:
        return 0
    named = (m for m in parsed.mentions if m.at.span.overlaps(said.speaker_at.span))
    return next((m.last - parsed.base for m in named), 0)


def _is_anothers(begun: int, stop: int, parsed: Parsed) -> bool:
    """Whether a genitive before a meeting may be whose it is; not "Arnavutluk'un başkenti Tiran'da"."""
    within = [m for m in parsed.mentions if begun <= m.first - parsed.base < stop]
    for number, mention in enumerate(within):
        behind = within[number + 1 : number + 2]
        seat = any(m.kind is MentionKind.PLACE and m.first - mention.last == SEAT for m in behind)
        if mention.case is GEN and not seat:
            return True
    return False


def beside_source(firing: Firing, parsed: Parsed) -> tuple[ActorCode | None, str]:
    """Who tells what a speaker does by his words, and the rule: the report, or what it goes by that nobody told."""
    if goes_by_rumour(firing, parsed, parsed.pack.governors):
        return UNKNOWN, "source.hearsay"
    return None, "source.wire"
