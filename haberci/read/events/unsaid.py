"""Words of a frame that tell no deed for what they are said of."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import ABL, ACC, INS, LOC, NOM, NOUN, Form, Morph, Tense
from haberci.core.report import Event, MentionKind
from haberci.read.events.claims import CLAIM
from haberci.read.events.fallen import tells_fall
from haberci.read.events.governing import verdict_behind
from haberci.read.events.matching import Firing
from haberci.read.events.modality_rules import JUDGED, ON_CONDITION
from haberci.read.events.ordnance import HEAD, clears_ordnance, fires_again, lays_ordnance
from haberci.read.events.plain_subjects import is_done_by_plain
from haberci.read.events.setting import Setting
from haberci.read.events.travel import advises_travellers
from haberci.read.parse import Parsed

# Members by names of their own, as in ``core.morph``.
_AGREE, _ASSAULT, _REJECT = EventType.AGREE, EventType.ASSAULT, EventType.REJECT
NOT_DONE: Final = frozenset({Modality.PLANNED, Modality.WANTED, Modality.HYPOTHETICAL})
GATHERING: Final = frozenset({"gathers", "assembly"})  # flags of frames by which many come together
STAGED: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})  # what stories tell of
OF_FORCE: Final = STAGED | {EventType.MOBILIZE, EventType.RETREAT}
APOSTROPHES: Final = ("'", "’")
FIRST_YEAR: Final = 999  # years of history, of which no news tells: from here
RECENT: Final = 1914  # up to here
LEFT: Final = "resign"
WITHDRAWN: Final = "withdraw"
ORDERED: Final = frozenset({"arrest", "seize"})
COMPARED: Final = frozenset({"fazla", "çok", "az", "aşkın", "yakın"})  # behind a number of what is counted
CENTURIES: Final = frozenset({"19", "20"})
YEARS: Final = 3  # in a sentence, by which something is counted
CLAIM_REACH: Final = 9  # words between a claim and its verb: 'iddialarını da "kara propaganda" diyerek reddetti'

UNMET_REACH: Final = 2  # and one that somebody does not accept: "suçlamaları kabul etmedi"


def says_nothing(firing: Firing, setting: Setting, rule: str) -> bool:
    """Whether the words of a frame tell no deed for what they are said of; ``rule`` gave the deed its modality."""
    unmet = "conditional" in firing.frame.flags and rule != ON_CONDITION
    if unmet or (rule == JUDGED and _judges_himself(firing, setting)) or advises_travellers(firing, setting):
        return True
    if "unfestive" in firing.frame.flags and any(w.startswith(setting.nouns.feasts) for w in setting.parsed.small):
        return True
    if firing.frame.mode == LEFT and _is_of_any(firing, setting):
        return True
    if firing.frame.mode in ORDERED and _is_order(firing, setting):
        return True
    if not firing.frame.flags.isdisjoint(GATHERING) and (_founds(firing, setting) or _agrees_in(firing, setting)):
        return True
    if firing.frame.type in STAGED and (_is_story(setting) or _counts_years(setting)):
        return True
    if firing.frame.type is _ASSAULT and _tells_of_many(firing, setting):
        return True
    if firing.frame.type in OF_FORCE and _is_bygone(setting):
        return True
    if "toll" in firing.frame.flags and not tells_fall(setting):
        return True
    said = (
        _is_laid_down(firing, setting)
        or _secedes(firing, setting)
        or _is_verbal(firing, setting)
        or _blames_not(firing, setting)
        or _denies_only(firing, setting)
        or _refuses_place(firing, setting)
        or _is_voted(firing, setting)
    )
    active = not (firing.nominal or setting.parsed.tokens[firing.clause.verb].morph.passive)
    said = said or any(told(firing, setting) for told in (clears_ordnance, lays_ordnance, fires_again))
    return said or (active and is_done_by_plain(setting, firing.clause))


def is_nobodys_plan(event: Event, firing: Firing, parsed: Parsed) -> bool:
    """Whether a plan or a condition has no doer, who plans or could do it: "Yollar kesilecek", "kapatılması halinde".

    It is told all the same with its day ("bu gece sınır dışı edilecek"), of an attack that is answered ("köy
    vurulursa"), and where something is hoped for or only may be done ("el konulabilir"). What was asked for once, by
    nobody named, was a request: "kapatılması istendi".
    """
    if event.modality not in NOT_DONE or event.actors != (UNKNOWN,):
        return False
    clause, verb = firing.clause, parsed.tokens[firing.clause.verb].morph
    if event.modality is Modality.WANTED:
        over = parsed.clause_of(clause.parent)
        asked = parsed.tokens[over.verb].morph if over is not None else verb
        return asked.passive and asked.tense is Tense.PAST
    conditional = verb.conditional or verb.tense is Tense.CONDITION
    if event.type is _ASSAULT and conditional:
        return False
    supposed = verdict_behind(clause.verb, parsed, parsed.pack.governors) == Modality.HYPOTHETICAL
    if event.modality is Modality.HYPOTHETICAL and not (conditional or supposed):
        return False
    return event.when is None or not clause.first <= event.when.first - parsed.base < clause.verb


def _is_voted(firing: Firing, setting: Setting) -> bool:
    """Whether something is only adopted by vote, which promises nobody anything: "tezkereyi 300 oyla kabul etti"."""
    promised = firing.frame.type is _AGREE
    words = setting.parsed.tokens[firing.clause.first : firing.clause.verb] if promised else ()
    return any(t.morph.lemma in setting.nouns.voting and t.morph.case in (INS, LOC) for t in words)


def _is_of_any(firing: Firing, setting: Setting) -> bool:
    """Whether leaving a post only says of whom a law speaks: "görevinden ayrılmış olan bakanlar hakkında"."""
    clause, tokens = firing.clause, setting.parsed.tokens
    being = tokens[min(clause.verb + 1, len(tokens) - 1)].morph
    told = (setting.parsed.mentions[n] for n in clause.subject)
    described = being.form is Form.AN and being.lemma in setting.nouns.being and clause.form is Form.AN
    return described and not any(mention.person for mention in told)


def _is_order(firing: Firing, setting: Setting) -> bool:
    """Whether a seizure is but the first half of an order for it: "hakkında yakalama kararı bulunan"."""
    tokens, verb = setting.parsed.tokens, firing.clause.verb
    bare = firing.clause.form is Form.MA and tokens[verb].morph.possessive is None and tokens[verb].morph.case is NOM
    return bare and not firing.nominal and tokens[verb + 1].morph.lemma in setting.nouns.acts


def _founds(firing: Firing, setting: Setting) -> bool:
    """Whether those who come together only make a body of their own: "bir araya gelerek bir cephe kurdu"."""
    over = setting.parsed.clause_of(firing.clause.parent)
    if over is None or firing.clause.form not in (Form.ARAK, Form.IP):
        return False
    return setting.parsed.tokens[over.verb].morph.lemma in setting.nouns.founding


def _agrees_in(firing: Firing, setting: Setting) -> bool:
    """Whether those who come together only think alike about a deed: "saldırıyı kınama konusunda bir araya geldi"."""
    parsed, at = setting.parsed, min(firing.words) - 1
    below = (c.verb for c in parsed.clauses if c.parent == firing.clause.verb and c.form in (Form.MA, Form.MAK))
    return any(verb + 1 == at and parsed.words.links.get(parsed.small[at]) is Link.ABOUT for verb in below)


def _secedes(firing: Firing, setting: Setting) -> bool:
    """Whether a land is told to have parted from another: "Moldova'dan ayrılan Transdinyester"."""
    clause, mentions = firing.clause, setting.parsed.mentions
    parts = (mentions[part.chunk] for part in clause.parts if part.case is ABL and part.own)
    lands = [*(mentions[n] for n in clause.subject), *parts]
    apart = firing.frame.mode == WITHDRAWN and setting.parsed.tokens[clause.verb].morph.lemma in setting.nouns.parting
    return apart and clause.form is Form.AN and len(lands) > 1 and all(m.kind is MentionKind.STATE for m in lands)


def _tells_of_many(firing: Firing, setting: Setting) -> bool:
    """Whether so many attacks took place, by nobody told: "son dönemde Türkiye'de yaşanan terör saldırıları"."""
    parsed, clause = setting.parsed, firing.clause
    if clause.subject:
        return False
    several = any(parsed.tokens[at].morph.plural for at in firing.words)
    pairs = (" ".join(pair) for pair in pairwise(parsed.small[clause.first : clause.verb]))
    return several and not setting.nouns.vague.isdisjoint(pairs)


def _judges_himself(firing: Firing, setting: Setting) -> bool:
    """Whether who judges a deed would have done it: "Riga, Minsk'in elçisini kovmasını kınadı" tells not who did."""
    shared = not firing.nominal and firing.clause.subject_from is SubjectFrom.SHARED
    return shared and not setting.parsed.tokens[firing.anchor].morph.passive


def _denies_only(firing: Firing, setting: Setting) -> bool:
    """Whether what is refused is a claim, or that one did it, which is denied so: "vurduğunu kesinlikle reddetti"."""
    unmet = firing.frame.type is _REJECT and "negative-only" in firing.frame.flags
    if not unmet and "bare-refusal" not in firing.frame.flags:
        return False
    words = setting.parsed.tokens[max(0, firing.anchor - (UNMET_REACH if unmet else CLAIM_REACH)) : firing.anchor]
    objects = (t for t in words if t.morph.case in (ACC, NOM) and t.morph.pos is NOUN)
    below = (c for c in setting.parsed.clauses if c.parent == firing.anchor and c.form is Form.DIK)
    told = any(setting.parsed.tokens[c.verb].morph.case is ACC and c.head is None for c in below)
    return told or any(setting.nouns.after_word(token.lower) == CLAIM for token in objects)


def _blames_not(firing: Firing, setting: Setting) -> bool:
    """Whether a frame that wants a word of blame in what is claimed finds none: "kazandığını iddia etti"."""
    if "blame" not in firing.frame.flags:
        return False
    row, first = {firing.clause.verb}, firing.clause.first
    for clause in reversed(setting.parsed.clauses):
        deeper = clause.parent != firing.clause.verb  # "tırmandırmak için bahane aradığını iddia etti"
        if clause.parent in row and not clause.quoted and (not deeper or clause.form is Form.MAK):
            row.add(clause.verb)
            first = min(first, clause.first)
    below = [setting.parsed.tokens[verb].morph for verb in row - {firing.clause.verb}]
    if below and all(_is_left_undone(morph, setting) for morph in below):
        return False  # "sözünü tutmadığını iddia etti"
    words = setting.parsed.tokens[first : min(firing.words)]
    return not any(word.lower.startswith(setting.nouns.blame) for word in words)


def _is_left_undone(morph: Morph, setting: Setting) -> bool:
    """Whether a verb tells what one does not do: not that nothing is there, or left: "dayanağı kalmadığını"."""
    words = setting.nouns
    return morph.negative and morph.form is Form.DIK and morph.lemma not in words.there


def _refuses_place(firing: Firing, setting: Setting) -> bool:
    """Whether what is refused is a place, with which nobody deals: "köyünü reddetti"."""
    if "bare-refusal" not in firing.frame.flags or firing.frame.before or firing.nominal:
        return False
    objects = (p for p in firing.clause.parts if p.case is ACC and p.own and p.link is Link.PART)
    return any(setting.parsed.mentions[part.chunk].kind is MentionKind.PLACE for part in objects)


def _is_story(setting: Setting) -> bool:
    """Whether a film or book is told to tell of the deed: "film, köyün basılmasını konu alıyor"."""
    words = setting.parsed.small
    if not any(word.startswith(setting.nouns.fiction) for word in words):
        return False
    sentence = f" {' '.join(words)}"
    return any(plot in sentence for plot in setting.nouns.plots)


def _is_bygone(setting: Setting) -> bool:
    """Whether a power or war of history is told, or a year of it: "Osmanlı ordusu saldırdı", "1683'te kuşattı"."""
    small = setting.parsed.small
    if any(
        y[:4].isdigit() and y[4:5] in APOSTROPHES and FIRST_YEAR < int(y[:4]) < RECENT and after not in COMPARED
        for y, after in zip_longest(small, small[1:])
    ):
        return True
    sentence = f" {' '.join(small)}"
    return any(power in sentence for power in setting.nouns.bygone)


def _is_verbal(firing: Firing, setting: Setting) -> bool:
    """Whether one attacks with words alone: "Bakan'a sert ifadelerle saldırdı"."""
    if "bodily" not in firing.frame.flags:
        return False
    words = (token.morph for token in setting.parsed.tokens[firing.clause.first : firing.anchor])
    return any(morph.case is INS and morph.lemma in setting.nouns.verbal for morph in words)


def _counts_years(setting: Setting) -> bool:
    """Whether a sentence counts deeds by years, and tells no single one: "2016'da 31, 2017'de 27, 2019'da 12"."""
    pairs = pairwise(setting.parsed.small)
    counted = (year for year, number in pairs if year[:2] in CENTURIES and year[:4].isdigit() and number.isdigit())
    return sum(1 for _ in counted) >= YEARS


def _is_laid_down(firing: Firing, setting: Setting) -> bool:
    """Whether an accord only provides for it: "geçişlere izin verecek bir anlaşma imzaladı"."""
    clause = firing.clause
    if clause.form is not Form.ACAK or clause.head is None:
        return False
    nouns = (token.morph.lemma for token in setting.parsed.tokens[clause.head : clause.head + HEAD])
    return not setting.nouns.accords.isdisjoint(nouns)
