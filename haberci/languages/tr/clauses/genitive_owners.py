"""Genitives before a Turkish clause that are not its subject: they own a place, a topic, grounds, what is done to."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, NOUN, PUNCT, THIRD, Pos
from haberci.languages.tr.clauses.coordination import joined
from haberci.languages.tr.clauses.nominatives import SAID
from haberci.languages.tr.clauses.outline import Outline

THEY: Final = "3p"
PLACE_REACH: Final = 4  # words behind an owner in which the place stands that he owns
WHOLE_REACH: Final = 2  # words behind an owner among which those stand of whom some are told
TOPIC_REACH: Final = 6  # words between an owner and the comma behind what it owns


def owns_grounds(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive owns what another only names as his reason: "Oslo, Minsk'in tutumunu gerekçe göstererek"."""
    names = any(it.tokens[verb - 1].lower in it.words.grounds for verb in part.through)
    return names and any(p.case is NOM and p.comma and p.link is Link.PART for p in clause.parts)


def is_controlled(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive is what another takes control of: "ordu, sarayın kontrolünü aldığını duyurdu"."""
    behind = it.chunks[part.chunk].last
    morph = it.tokens[behind].morph if behind < clause.verb else None
    told = morph is not None and morph.lemma in it.words.controls and morph.possessive in THIRD and morph.case is ACC
    return told and any(p.case in (NOM, GEN) and p.chunk < part.chunk and p.link is Link.PART for p in clause.parts)


def owns_for_others(it: Outline, clause: Clause, owner: ClausePart) -> bool:
    """Whether a genitive owns the object of others right before it: "askerlerin, Kürtlerin evini yaktığını"."""
    first, behind = it.chunks[owner.chunk].first, it.chunks[owner.chunk].last
    before = first - 1 - (first > clause.first and it.tokens[first - 1].text == ",")
    if before < clause.first or it.tokens[before].morph.pos is not NOUN or it.tokens[before].morph.case is not GEN:
        return False
    if it.tokens[behind - 1].morph.possessive is not None or before in it.ends:
        return False
    owned = (t.morph for t in it.tokens[behind : clause.verb] if t.morph.possessive is not None)
    return next((morph.case in (ACC, DAT) for morph in owned), False)


def is_one_of_many(it: Outline, clause: Clause, owner: ClausePart) -> bool:
    """Whether one owns what many do something to, who are those that speak: "Kiev'in teklifini reddettiklerini".

    A row is many, too: "Kiev'in ve Minsk'in teklifi reddettiklerini".
    """
    if not _tells_of_many(it, clause, owner):
        return False
    behind = (t.morph for t in it.tokens[it.chunks[owner.chunk].last : clause.verb] if t.morph.case in (ACC, DAT))
    return next((m.possessive in THIRD and m.form is None and not m.or_accusative for m in behind), False)


def owns_for_speaker(it: Outline, clause: Clause, owner: ClausePart) -> bool:
    """Whether one genitive owns what those who tell it act on: "ordu, Bakü'nün iki uçağını düşürdüklerini duyurdu"."""
    if not _tells_of_many(it, clause, owner) or clause.parent is None or owner.comma:
        return False
    behind = it.tokens[it.chunks[owner.chunk].last : clause.verb]
    owned = (t.morph for t in behind if t.morph.possessive is not None)
    acted_on = next(((m.case is ACC or m.or_accusative) and m.form is None for m in owned), False)
    return acted_on and any(p.case is NOM and p.link is Link.PART and p.comma for p in clause.parts)


def _tells_of_many(it: Outline, clause: Clause, owner: ClausePart) -> bool:
    """Whether a clause tells what many say that they did, though the genitive right before it is one."""
    told = clause.form in SAID and clause.head is None and it.tokens[clause.verb].morph.possessive == THEY
    several = it.last_word(owner.chunk).morph.plural or len(joined(it, (owner.chunk,))) > 1
    return told and not several and not owner.through


def owns_topic(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive owns a noun that a comma closes: "Hamas'ın yeni belgesi, Abbas'ın geldiği gün"."""
    behind = it.chunks[part.chunk].last
    for at in range(behind, min(behind + TOPIC_REACH, len(it.tokens) - 1)):
        if at in it.starts or it.tokens[at].morph.form is not None:
            return False
        if it.tokens[at + 1].text == ",":
            morph = it.tokens[at].morph
            return morph.case is GEN or (morph.possessive is not None and morph.case is NOM)
    return False


def owns_occasion(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive owns a compound that tells where or when: "ABD'nin hava saldırılarında 12 kişinin öldüğü"."""
    half = it.chunks[part.chunk].last
    if part.comma or half + 1 >= len(it.tokens) or half in it.starts:
        return False
    first, second = it.tokens[half].morph, it.tokens[half + 1].morph
    bare = first.pos is NOUN and first.case is NOM and first.possessive is None and first.form is None
    return bare and second.possessive is not None and second.case is LOC and second.form is None


def owns_whole(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive owns those of whom some are told: "Hamas'ın özel birliğinden bir komutanı vurduğunu"."""
    behind = it.chunks[part.chunk].last
    for at in range(behind, min(behind + WHOLE_REACH, len(it.tokens) - 1)):
        morph, some = it.tokens[at].morph, it.tokens[at + 1].morph
        if morph.possessive in THIRD and morph.case is ABL and morph.form is None:
            return some.pos in (Pos.NUM, Pos.DET)
    return False


def owns_occasion_told(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive owns that on which another acts: "Rahman'ın daveti üzerine geldiği"."""
    behind = it.chunks[part.chunk].last
    if part.comma or behind + 1 >= len(it.tokens) or behind in it.starts:
        return False
    owned = it.tokens[behind].morph
    plain = owned.pos is NOUN and owned.form is None and owned.possessive in THIRD and owned.case is NOM
    return plain and it.tokens[behind + 1].lower in it.words.upon


def owns_place(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive only owns the place or time behind it: "Irak'ın kuzeyinde"."""
    behind = it.chunks[part.chunk].last
    if part.comma or behind >= len(it.tokens) or it.tokens[behind - 1].morph.plural:
        return False  # people own no place: "tutukluların cezaevlerinde sürdürdüğü"
    if part.chunk + 1 < len(it.chunks) and it.chunks[part.chunk + 1].first == behind:
        place = it.chunks[part.chunk + 1]  # "Çin'in Tibet Özerk Bölgesi'nde"
        owner = it.chunks[part.chunk]
        if place.land and owner.land and place.land != owner.land:
            return False  # no land owns a place of another: "İsrail'in Gazze'de öldürdüğü"
        single = owner.last - owner.first == 1
        return single and place.case is LOC and not it.tokens[place.last - 1].lower.endswith("ki")
    morph = it.tokens[behind].morph
    if morph.possessive not in THIRD or morph.form is not None or morph.pos is Pos.PRON:
        return False  # nobody told by name owns "önümüzdeki günlerde"
    if morph.lemma in it.words.home and it.chunks[part.chunk].land:
        return False  # no land owns one: "Rusya'nın ülkesinde darbe planladığını"
    if opens_members(it, part):
        return False
    return morph.case in (LOC, ABL) or (morph.lemma in it.words.sites and _is_named(it, behind))


def owns_place_before(it: Outline, part: ClausePart) -> bool:
    """Whether one owns where it is told what the next does: "Bern'in ortak bildirisinde Oslo'nun ayrılması"."""
    behind = it.chunks[max(joined(it, (part.chunk,)))].last
    for at in range(behind, min(behind + PLACE_REACH, len(it.tokens) - 1)):
        morph = it.tokens[at].morph
        if at > behind and it.tokens[at].lower in it.words.links and _opens_genitive(it, at + 1):
            return it.tokens[at - 1].morph.possessive in THIRD  # "Oslo'nun teklifine karşı Bern'in adım atması"
        apart = morph.form is not None or morph.pos in (PUNCT, Pos.NUM) or it.tokens[at].lower in it.words.links
        if at in it.starts or apart:
            return False  # "Oslo'nun, 2012 yılında Bern'in", "Oslo'nun savaş sırasında Bern'in"
        if morph.case is LOC and morph.possessive in THIRD:
            return _opens_genitive(it, at + 1 + (it.tokens[at + 1].text == ","))
    return False


def _opens_genitive(it: Outline, first: int) -> bool:
    """Whether a phrase in the genitive begins at a word."""
    following = it.chunks[it.starts[first]] if first in it.starts else None
    return following is not None and any(t.morph.case is GEN for t in it.tokens[first : following.last])


def opens_members(it: Outline, part: ClausePart) -> bool:
    """Whether what stands behind a genitive tells who some are: "polisin aralarında hekimlerin de bulunduğu grubu"."""
    behind = it.chunks[part.chunk].last
    behind += behind + 1 < len(it.tokens) and it.tokens[behind].text == ","
    return behind < len(it.tokens) and it.tokens[behind].lower in it.words.among


def _is_named(it: Outline, site: int) -> bool:
    """Whether the name of a place stands right behind what it is: "Mısır'ın başkenti Kahire'de"."""
    number = it.starts.get(site + 1)
    named = number is not None and it.chunks[number].land and it.chunks[number].case in (LOC, ABL, DAT, ACC)
    return bool(named) and it.tokens[site].morph.case is NOM
