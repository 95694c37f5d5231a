"""Whether a phrase before a deed is that of its doer, or owns something else: a place, a matter, what another has."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import Setting
from haberci.read.rows import ADJECTIVE, group_of

ASIDE: Final = (Case.DAT, Case.LOC, Case.ABL)  # in which a border tells where, and not what is told behind it
CLOSING: Final = (Case.NOM, Case.LOC)  # cases in which what somebody owns ends before another owner
WITHIN: Final = ("ndeki", "ndaki")  # what somebody has makes an adjective: "kontrolündeki", "denetimi altındaki"
HELD: Final = 2  # words of such an adjective
NOUN_REACH: Final = 6  # words between a genitive and the noun of a nominal frame
FAR_REACH: Final = 10  # and before the verb of a speech act: "İran'ın kadınlara yönelik baskısını ve şiddetini kınadı"
HELD_BY: Final = ("holder",)  # the receiver as the holder of what is struck
STRIKING: Final = frozenset({EventType.ASSAULT, EventType.ACCUSE})


def genitive_before(
    setting: Setting, at: int, reach: int, passed: frozenset[MentionKind] = frozenset()
) -> Mention | None:
    """Who has the noun at a word: the genitive before it, with no more than so many plain words between.

    Those of the kinds ``passed`` are passed over: "Oslo'nun Libya'ya ilişkin kararı".
    """
    if setting.parsed.tokens[at].morph.possessive not in THIRD:
        return None
    ended = ((m, m.last - setting.parsed.base) for m in reversed(setting.parsed.mentions) if m.case is Case.GEN)
    owner, last = next(((m, last) for m, last in ended if last <= at and m.kind not in passed), (None, at))
    between = [token.morph for token in setting.parsed.tokens[last:at]]
    plain = all(morph.form is None and morph.possessive is None for morph in between)
    return owner if plain and len(between) <= reach else None


def owns_something_else(firing: Firing, setting: Setting, part: ClausePart, first: int) -> bool:
    """Whether a phrase before the word ``first`` is its victim, or owns something else than what it tells."""
    if part.link is Link.SOURCE or _opens_plan(setting, part):
        return True  # "Guardian'ın haberine göre Oslo anlaşmadan çekildi"
    mention = setting.parsed.mentions[part.chunk]
    if (
        _is_agent(firing, setting, mention)
        or _is_way(setting, mention)
        or _is_victim(setting, part)
        or _is_anothers(setting, mention.last - setting.parsed.base, first)
        or _has_other_owner(setting, mention.last - setting.parsed.base, first)
    ):
        return True
    if part.case is not Case.GEN:
        behind = setting.parsed.tokens[mention.last - setting.parsed.base]
        if behind.lower in setting.parsed.words.bearings and any(
            m.last == mention.first and m.case is Case.GEN for m in setting.parsed.mentions
        ):
            return True  # "UCM'nin Netanyahu hakkındaki kararı"
        apart = behind.morph.possessive in THIRD and behind.morph.case in ASIDE and behind.morph.form is None
        struck = firing.frame.type is EventType.ASSAULT and any("gen" in names for names in firing.frame.actor)
        if struck and apart and mention.last - setting.parsed.base < first:
            return True  # "CHP binasına konan bomba can aldı"
        return behind.morph.lemma in setting.nouns.borders and behind.morph.case in ASIDE  # "Suriye sınırına sevkiyat"
    acts = any("gen" in names for names in firing.frame.actor) or firing.frame.type is EventType.ACCUSE
    within = mention.kind is MentionKind.PLACE and any(
        m.first == mention.last and m.kind is MentionKind.PLACE for m in setting.parsed.mentions
    )  # "Urfa'nın Akçakale ilçesine"
    where = (
        within
        or _owns_town(setting, mention)
        or _owns_place(setting, mention)
        or (acts and _owns_site(setting, mention, first, firing.frame.type in STRIKING))
    )
    return where or (acts and _holds_place(setting, mention)) or _owns_matter(firing, setting)


def owns_speaker(setting: Setting, part: ClausePart) -> bool:
    """Whether a genitive owns a body that a comma closes: "Oslo'nun Kiev Elçiliği, saldırı uyarısı yaptı"."""
    last, tokens = setting.parsed.mentions[part.chunk].last, setting.parsed.tokens
    owned = (m for m in setting.parsed.mentions if m.first == last and m.case is Case.NOM)
    return any(tokens[min(m.last - setting.parsed.base, len(tokens) - 1)].text == "," for m in owned)


def _opens_plan(setting: Setting, part: ClausePart) -> bool:
    """Whether an adjective is of what a bare -mA behind it is done to: "Oslo'nun Afgan sınırını açma kararını"."""
    morphs = (setting.parsed.tokens[verb].morph for verb in part.through)
    adjective = setting.parsed.mentions[part.chunk].rule == ADJECTIVE
    return adjective and any(m.form is Form.MA and m.possessive is None for m in morphs)


def lies_within(setting: Setting, land: Mention) -> bool:
    """Whether a land only tells where lies what an owner before it has: "Oslo'nun Libya'nın kuzeyindeki üssü"."""
    site = next(iter(setting.parsed.tokens[land.last - setting.parsed.base :]), None)
    where = site is not None and site.lower.endswith(WITHIN) and site.morph.lemma in setting.parsed.words.sites
    owned = (m for m in setting.parsed.mentions if m.last == land.first and m.case is Case.GEN and m.codes)
    return where and land.case is Case.GEN and next(owned, None) is not None


def _holds_place(setting: Setting, owner: Mention) -> bool:
    """Whether an owner only has what describes another's: "İsrail'in Hamas'ın kontrolündeki Gazze'ye saldırısı"."""
    behind = owner.last - setting.parsed.base
    words = setting.parsed.tokens[behind : behind + HELD]
    under = len(words) > 1 and words[0].morph.possessive in THIRD and words[1].lower.endswith(WITHIN)
    return (bool(words) and words[0].lower.endswith(WITHIN)) or under


def _is_agent(firing: Firing, setting: Setting, owner: Mention) -> bool:
    """Whether an owner is one of those by whom a passive is done: "AK Parti ve MHP'nin oylarıyla reddedildi".

    Or what he owns ends before them, and is not what it is done to: "Bern'in talebi üzerine polis tarafından tutuldu".
    """
    agents = [part for part in firing.clause.parts if part.link is Link.AGENT]
    if any(owner in group_of(setting.parsed, part, firing.clause) for part in agents):
        return True
    tokens, base = setting.parsed.tokens, setting.parsed.base
    behind = [m.first for part in agents if (m := setting.parsed.mentions[part.chunk]).first > owner.last]
    before = tokens[min(behind) - base - 1].morph if behind else None
    return before is not None and (before.pos is Pos.ADP or before.case is Case.LOC)


def _is_way(setting: Setting, mention: Mention) -> bool:
    """Whether a phrase only tells over whom something goes: "İran üzerinden gaz sevkiyatı"."""
    behind = setting.parsed.tokens[mention.last - setting.parsed.base].morph
    return behind.pos is Pos.ADP and behind.case in (Case.ABL, Case.INS)


def _is_anothers(setting: Setting, start: int, stop: int) -> bool:
    """Whether the doer's own stands behind an owner: "Oslo'nun değil kendi çıkarlarına sahip çıktı"."""
    return any(token.morph.lemma in setting.reflexive for token in setting.parsed.tokens[start:stop])


def _has_other_owner(setting: Setting, start: int, stop: int) -> bool:
    """Whether what the owner owns ends before another owner: "Bakanlığın sitesi bir grubun saldırısı sonucu"."""
    closed = False
    for token in setting.parsed.tokens[start:stop]:
        if closed and token.morph.pos is Pos.NOUN and token.morph.case is Case.GEN:
            return True
        closed = closed or (token.morph.possessive is not None and token.morph.case in CLOSING)
    return False


def _owns_town(setting: Setting, owner: Mention) -> bool:
    """Whether an owner only tells in which land a town lies: "Suriye'nin Lazkiye kentine yardım gönderildi"."""
    if owner.kind not in LANDS:
        return False  # "SDG'nin Menbic kırsalına saldırısı"
    lands = {code.principal for code in owner.codes}
    for town in setting.parsed.mentions:
        if town.first == owner.last and town.kind is MentionKind.PLACE:
            at = town.last - setting.parsed.base
            heads = [setting.parsed.tokens[at - 1].morph, *(t.morph for t in setting.parsed.tokens[at : at + 1])]
            named = any(m.possessive in THIRD and m.form is None for m in heads[: 1 + (town.case is Case.NOM)])
            return named and lands == {code.principal for code in town.codes}
    return False


def _owns_place(setting: Setting, owner: Mention) -> bool:
    """Whether an owner only tells where a place lies: "Irak'ın başkenti Bağdat'taki saldırı"."""
    between = setting.parsed.tokens[owner.last - setting.parsed.base].morph
    lands = {code.principal for code in owner.codes}
    places = (m for m in setting.parsed.mentions if m.first == owner.last + 1 and m.kind is MentionKind.PLACE)
    named = any(not m.codes or m.codes[0].principal in lands for m in places)  # "Irak'ın talebi Bakü'ye iletildi"
    return named and between.possessive is not None and between.case in (Case.NOM, None)


def _owns_site(setting: Setting, owner: Mention, first: int, struck: bool) -> bool:
    """Whether what an owner owns ends as a place before the word ``first``: "Irak'ın kuzeyinde hava saldırısı".

    A place that may be ``struck`` is told by the dative as well: "Lübnan'ın güneyine saldırı". A place of another land
    that is named is not the owner's: "PKK'nın Metina bölgesindeki saldırısı".
    """
    start, lands = owner.last - setting.parsed.base, {code.principal for code in owner.codes}
    for place in setting.parsed.mentions:
        told = place.first == owner.last and place.kind is MentionKind.PLACE and bool(place.codes)
        if told and lands.isdisjoint(code.principal for code in place.codes):
            start = place.last - setting.parsed.base
    for at in range(start, first):
        morph = setting.parsed.tokens[at].morph
        if morph.form is not None or morph.pos is Pos.PUNCT or morph.case is Case.GEN:
            return False
        if morph.pos is Pos.NOUN and morph.possessive is not None:
            near = morph.case is Case.LOC or (struck and morph.case is Case.DAT and at == start)
            return near and morph.lemma in setting.parsed.words.sites
    return False


def _owns_matter(firing: Firing, setting: Setting) -> bool:
    """Whether an owner is that of what is asked for, not of the asking: "hükümetin istifası talebiyle"."""
    at = min(firing.words) - 1
    if not firing.nominal or firing.frame.type not in SPEECH_ACTS or at < 0:
        return False
    morph = setting.parsed.tokens[at].morph
    named = any(m.first <= at + setting.parsed.base < m.last for m in setting.parsed.mentions)
    return morph.possessive is not None and morph.case in (Case.NOM, None) and not named


def _is_victim(setting: Setting, part: ClausePart) -> bool:
    """Whether something is done to the owner by a nested verb: "göstericilerin tutuklanmasını kınadı"."""
    nested = (setting.parsed.clause_of(verb) for verb in part.through)
    done = (c for c in nested if c is not None and c.form is not Form.AN)  # -An tells of what the owner has
    passive = (c for c in done if setting.parsed.tokens[c.verb].morph.passive)
    return any(part.chunk in clause.subject for clause in passive)


def is_unowned(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a noun tells an attack that is nobody's: "ABD'nin Irak'taki üssü saldırıya uğradı".

    Or what stands before a participle is of the noun behind it: "Oslo'nun, bayramı kutlayan Bern'e yazdığı mektup".
    """
    if part.comma and firing.clause.form is Form.AN:
        return True
    token = setting.parsed.tokens[firing.anchor]
    morph = token.morph
    clear = morph.case is Case.ACC and not morph.plural and len(token.lower) > len(morph.lemma) + 1
    cases = (Case.DAT, Case.LOC, Case.ABL, Case.GEN)
    bare = morph.possessive is None and (morph.case in cases or clear)  # "saldırıyı"; "işgali" may be somebody's
    return bare and firing.nominal and firing.frame.type is EventType.ASSAULT


def aims_at_held(firing: Firing, setting: Setting) -> bool:
    """Whether what somebody has is whom a noun tells an attack on: "İsrail'e ait gemilere yönelik saldırılar"."""
    before, links = setting.parsed.tokens[max(min(firing.words) - 1, 0)], setting.parsed.words.links
    aimed = before.morph.case is Case.DAT or links.get(before.lower) is Link.AGAINST
    return aimed and firing.frame.type is EventType.ASSAULT and HELD_BY in firing.frame.recipient


def is_far(firing: Firing, setting: Setting, part: ClausePart, first: int) -> bool:
    """Whether too much stands between an owner and a noun; what is named is one: "İdlib Azaltma Bölgesi"."""
    start, base = setting.parsed.mentions[part.chunk].last, setting.parsed.base
    names = sum(m.last - m.first - 1 for m in setting.parsed.mentions if m.first >= start and m.last - base <= first)
    reach = FAR_REACH if firing.frame.type in SPEECH_ACTS and part.case is Case.GEN else NOUN_REACH
    return first - (start - base) - names > reach
