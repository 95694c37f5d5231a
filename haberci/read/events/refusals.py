"""What a negated verb says of a deed: that it was not done, that one will not do it, or neither."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.morph import FINITE, FIRST, Case, Form, Morph, Tense
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

FLOWING: Final = frozenset({EventType.COOPERATE, EventType.AID})
MATERIAL: Final = FLOWING | {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.CONSULT}
ENDED: Final = frozenset({"dur", "bit", "sona"})  # of what ends by itself: "durdu", "sona erdi"
TOLD: Final = frozenset({FINITE, Form.MIS, Form.ACAK})  # what a verb is taken for before the word that negates it


def is_open_yet(clause: Clause, parsed: Parsed) -> bool:
    """Whether what was not done may still be, so that nobody refuses or denies it: "henüz görüşmedi"."""
    return not parsed.pack.governors.not_yet.isdisjoint(parsed.small[clause.first : clause.verb])


def is_in_vain(clause: Clause, parsed: Parsed) -> bool:
    """Whether a verb tells what was not done: "ne Rama ne de Sandu ile görüştü", "görüşmüş değil"."""
    if clause.form in TOLD and _is_denied(clause, parsed):
        return True
    if clause.form is not FINITE:
        return False
    neither = parsed.pack.governors.neither
    words = [at for at in range(clause.first, clause.verb) if parsed.small[at] in neither]
    named = {mention.first - parsed.base for mention in parsed.mentions}
    paired = all(at + 1 in named for at in words[-2:])  # "ne Oslo ne Bern kınadı"
    return len(words) > 1 and (paired or parsed.small[words[-1] + 1] in parsed.words.clitics)


def _is_denied(clause: Clause, parsed: Parsed) -> bool:
    """Whether the word right behind a verb says that it was not so: "değil"."""
    behind = parsed.tokens[clause.verb + 1 : clause.verb + 2]
    return any(token.morph.lemma in parsed.words.denial for token in behind)


def _is_turned_away(clause: Clause, parsed: Parsed) -> bool:
    """Whether those who speak tell that others did not meet them: "Vali bizimle görüşmedi", but not "görüşülmedi"."""
    here = not parsed.words.with_us.isdisjoint(parsed.small[clause.first : clause.verb])
    return here and not parsed.tokens[clause.verb].morph.passive


def is_said(clause: Clause, parsed: Parsed, kind: EventType) -> bool:
    """Whether a verb stands in what somebody says was, or was not: "görüşmediğini söyledi"; "görüşmeyiz" refuses.

    So does "boyun eğmiyoruz"; but "görüşmüyoruz" denies.
    """
    morph = parsed.tokens[clause.verb].morph
    own = morph.person in FIRST
    refuses = morph.tense is Tense.AORIST or (own and morph.tense is Tense.PROG and kind is not EventType.CONSULT)
    spoken = (clause.quoted and not _is_turned_away(clause, parsed)) or (own and kind is EventType.CONSULT)
    said = spoken and clause.form is FINITE and not refuses
    return said or (clause.form is Form.DIK and clause.head is None)


def is_charge_refuted(firing: Firing, parsed: Parsed) -> bool:
    """Whether a charge is turned down, which was made all the same: "yönelttiği suçlamaları reddetti"."""
    made = firing.frame.type is EventType.ACCUSE and max(firing.words) > firing.anchor
    return made and not parsed.tokens[firing.anchor].morph.negative


def is_unable(morph: Morph) -> bool:
    """Whether a negated verb tells what somebody could not do, not what he will not be able to, or refuses himself.

    "Kabul edemeyiz" refuses; "ulaştıramadı" does not.
    """
    refuses = morph.tense is Tense.AORIST and morph.person in FIRST
    return morph.able and morph.tense is not Tense.FUTURE and morph.form is not Form.ACAK and not refuses


def will_not(clause: Clause, parsed: Parsed) -> bool:
    """Whether who says that he will not be able to do it so refuses it: "kabul edemeyeceklerini söyledi"."""
    morph = parsed.tokens[clause.verb].morph
    to_come = morph.tense is Tense.FUTURE or (clause.form is Form.ACAK and clause.head is None)
    return morph.able and morph.negative and to_come and not morph.passive


def is_cut_off(firing: Firing, parsed: Parsed) -> bool:
    """Whether what goes from one to another is told to have ended: "İran'dan Irak'a gaz akışı kesildi"."""
    verb = firing.clause.verb
    flows = firing.frame.type in FLOWING and "mutual" not in firing.frame.flags and verb > firing.anchor
    return flows and any(word in ENDED or word in parsed.pack.governors.undoing for word in parsed.verb_words(verb))


def is_talked_over(firing: Firing, parsed: Parsed) -> bool:
    """Whether what two do together is only the matter of their talks: "Rusya ile ortak devriyeyi görüştü"."""
    noun = parsed.tokens[firing.anchor].morph
    object_ = (noun.case is Case.ACC or noun.or_accusative) and firing.clause.verb > firing.anchor
    verb = firing.clause.verb
    words = {*parsed.verb_words(verb), parsed.small[verb - 1]}
    talked = not parsed.pack.governors.discussing.isdisjoint(words)
    return object_ and talked and firing.frame.type is EventType.COOPERATE


def is_prevented(firing: Firing, parsed: Parsed) -> bool:
    """Whether what a noun tells was kept from coming about: "IŞİD'in saldırısını önledi"."""
    behind = parsed.tokens[firing.anchor + 1 : firing.anchor + 2]
    words = parsed.pack.governors.preventing
    kept_off = any(token.morph.lemma in words or token.lower in words for token in behind)
    return kept_off and firing.frame.type in MATERIAL


def is_in_name(firing: Firing, parsed: Parsed) -> bool:
    """Whether a noun only stands in a name that its case parts with an apostrophe: "Çatışma Enstitüsü'ne göre"."""
    at = firing.anchor
    called = any(token.text[:1].isupper() and token.parted for token in parsed.tokens[at + 1 : at + 2])
    return called and at > 0 and parsed.tokens[at].text[:1].isupper() and parsed.tokens[at].morph.case is Case.NOM


REFUSED: Final = (is_cut_off, is_talked_over, is_prevented, is_in_name)  # why what a noun tells did not happen
