"""Which phrases of a clause stand with its deed, though other verbs stand between."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form, Morph, Pos
from haberci.core.report import MentionKind
from haberci.read.events.matching import PARTICIPLES, Firing
from haberci.read.events.pattern_nouns import QUOTES
from haberci.read.events.setting import Setting

PURPOSE_FORMS: Final = frozenset({Form.MA, Form.MAK})
SWITCHING: Final = frozenset({Form.KEN, Form.INCA, Form.DIKCA, Form.ALI})
CONTENT_FORMS: Final = frozenset({Form.DIK, Form.ACAK})
STRUCK: Final = (Case.ACC, Case.DAT)
BEING: Final = "olan"
SAID: Final = 3  # words from "being" to the participle that says so: "olduğu öne sürülen"
DESCRIBED: Final = 3  # words between a participle and the noun that it goes with
COUNTS: Final = (Pos.DET, Pos.NUM)


def own_parts(firing: Firing, setting: Setting) -> list[ClausePart]:
    """The parts of the clause's own stretch; for a noun, those that stand before it without a verb between.

    A participle that leads to a word of the frame is no verb between: "Ermenistan'la yapılan anlaşmayı onayladı"; and
    a place right before one tells where that is: "Minsk'teki elçisini görüşmelerde bulunmak üzere geri çağırdı".
    """
    words = frozenset(firing.words)
    base, mentions = setting.parsed.base, setting.parsed.mentions
    return [
        p
        for p in firing.clause.parts
        if p.reaches
        or (p.case is Case.LOC and mentions[p.chunk].last - base in words)
        or all(_passes(setting, p, t, words) or _lets_through(firing, setting, p, t) for t in p.through)
        or _is_said_of(setting, p, firing.anchor)
    ]


def _is_said_of(setting: Setting, part: ClausePart, anchor: int) -> bool:
    """Whether somebody is only said to own what the deed is done to: "PKK'ya ait olduğu belirtilen silahlara"."""
    behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    if part.case is not Case.DAT or behind >= anchor or not part.through:
        return False
    owned = setting.parsed.tokens[behind].lower in setting.parsed.words.belonging
    first, last = part.through[-1], part.through[0]
    being = setting.parsed.tokens[first].morph
    said = setting.parsed.tokens[last].morph.form in PARTICIPLES and last - first <= SAID
    return owned and first == behind + 1 and being.lemma in setting.nouns.being and being.form is Form.DIK and said


def parts_of_being(firing: Firing, setting: Setting, link: Link) -> list[ClausePart]:
    """The company that something has by "olan" alone: "Bern'le olan sınırını kapattı", "Oslo'yla olan bağlarını"."""
    if link is not Link.WITH or firing.nominal:
        return []
    small = setting.parsed.small
    return [
        p
        for p in firing.clause.parts
        if p.link is link and p.through and not p.reaches and all(small[verb] == BEING for verb in p.through)
    ]


def leads_to_noun(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a phrase goes with the very noun that fired: "Rahman ile görüşmesi hakkında"."""
    behind = firing.anchor - (setting.parsed.mentions[part.chunk].last - setting.parsed.base)
    return firing.nominal and 0 <= behind <= 1


def _passes(setting: Setting, part: ClausePart, verb: int, words: frozenset[int]) -> bool:
    """Whether a phrase goes with what a participle leads to; an object does not: "Bakü'yü kınayan bir karar aldı"."""
    morph = setting.parsed.tokens[verb].morph
    own = part.case is Case.ACC and morph.form is Form.AN and not morph.passive and verb not in words
    return not own and _leads_to(setting, verb, words, part.link is Link.WITH)


def _leads_to(setting: Setting, verb: int, words: frozenset[int], company: bool) -> bool:
    """Whether a nested verb is one of the words, or a participle before one: 'uygulanan ekonomik "Ok" yaptırımları'."""
    tokens = setting.parsed.tokens
    if verb in words:
        return True
    if verb + 1 in words:
        return not _is_object(tokens[verb].morph, tokens[verb + 1].morph) and not _has_subject(tokens[verb].morph)
    if tokens[verb].morph.form not in PARTICIPLES:
        return False
    behind = verb + 1
    last = min(len(tokens), verb + 1 + DESCRIBED)
    while (
        behind < last
        and behind not in words
        and (tokens[behind].text in QUOTES or _describes(tokens[behind].morph, company))
    ):
        behind += 1
    return behind in words


def _is_object(morph: Morph, over: Morph) -> bool:
    """Whether a nested verb is itself what is done to: "ABD'nin PKK'yı desteklemesini kınadı", "çekilmesi istendi"."""
    return morph.form is Form.MA and (morph.case in STRUCK or (morph.case is Case.NOM and over.passive))


def _has_subject(morph: Morph) -> bool:
    """Whether a nested verb may have a subject of its own, and so parts: "Kiev'e asker gönderirse karşılık verecek"."""
    return morph.form in SWITCHING or morph.form is Form.FINITE


def _describes(morph: Morph, company: bool) -> bool:
    """Whether a word may stand between a participle and its noun: "imzalanan savunma iş birliği anlaşması".

    Behind company also "bir": "Rama ile bir saat süren bir görüşme yaptı".
    """
    if company and morph.pos in COUNTS:
        return True
    return morph.pos is Pos.ADJ or (morph.pos is Pos.NOUN and morph.case is Case.NOM)


def _lets_through(firing: Firing, setting: Setting, part: ClausePart, verb: int) -> bool:
    """Whether a phrase reaches over a nested verb: that tells what for behind a comma, or of whom one is assured.

    What help is for may be told between it and whom it goes to: "Çad'a okul yapılması için hibe sağladı".
    """
    parted = part.comma or (part.case is Case.DAT and firing.frame.type is EventType.AID)
    if (parted and _is_purpose(setting, verb)) or _has_its_object(setting, part, verb):
        return True
    morph, behind = setting.parsed.tokens[verb].morph, setting.parsed.tokens[verb + 1].lower
    bound = morph.form in CONTENT_FORMS and behind in setting.parsed.words.bearings
    return bound and part.case is Case.DAT and setting.parsed.mentions[part.chunk].kind is not MentionKind.PLACE


def _has_its_object(setting: Setting, part: ClausePart, verb: int) -> bool:
    """Whether an object is none of a nested verb, whose own stands behind it: "Ali'yi düzenlediği baskında"."""
    nested, morph = setting.parsed.clause_of(verb), setting.parsed.tokens[verb].morph
    held = part.case is Case.ACC and morph.form in CONTENT_FORMS and morph.lemma in setting.nouns.holding
    return held and nested is not None and nested.head is not None


def _is_purpose(setting: Setting, verb: int) -> bool:
    """Whether a nested verb only tells what for: "Bakü'ye, esirleri bırakması için süre verdi"."""
    behind = setting.parsed.tokens[verb + 1].lower
    return setting.parsed.tokens[verb].morph.form in PURPOSE_FORMS and behind in setting.parsed.words.purposes
