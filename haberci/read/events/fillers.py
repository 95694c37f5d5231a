"""What fills a part of a frame: the phrases of its clause by case, by postposition, as owner or as neighbour."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR
from haberci.core.clause import ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.anaphora import pronoun, relative_owner
from haberci.read.events.addressees import goes_to_deed, tells_other_deed
from haberci.read.events.aside import is_aside, is_quoted_apart
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.below import is_left
from haberci.read.events.holders import CARRIED
from haberci.read.events.lands import is_landmark, owns_place
from haberci.read.events.matching import Firing
from haberci.read.events.matters import is_with_third, lies_between
from haberci.read.events.own_parts import leads_to_noun, own_parts, parts_of_being
from haberci.read.events.owned import is_owned_office
from haberci.read.events.possession import (
    aims_at_held,
    is_far,
    is_unowned,
    lies_within,
    owns_something_else,
    owns_speaker,
)
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.events.third_person import third_person
from haberci.read.rows import ADJECTIVE, group_of

COUNTS: Final = (Pos.NUM, Pos.DET)
ADDRESSING: Final = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.CONSULT, EventType.COOPERATE, EventType.CONCEDE}
)
SERVED: Final = IRREGULAR | {"IGO", "NGO"}  # whose member or helper is told by whom he serves: "BM çalışanını"
STRUCK: Final = (Case.ACC, Case.DAT)
GIVEN: Final = EventType.AGREE  # by which something is promised to a treasury as to its state
PAIR: Final = 2  # phrases before a side: the other one, and its owner


def by_case(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The nearest phrase in a case, with those joined to it."""
    for part in own_parts(firing, setting):
        mention, own = setting.parsed.mentions[part.chunk], case is Case.ACC and part.chunk in firing.clause.subject
        away = is_left(setting.parsed, part) or is_with_third(firing, setting, part)
        if own or away or goes_to_deed(firing, setting, part):
            continue
        if part.case is Case.DAT and (_owns_doer(setting, part, firing) or _lies_elsewhere(setting, mention)):
            continue
        if part.case is case and part.link in (Link.PART, Link.WITH) and _is_party(firing, case, mention):
            return Filled(group_of(setting.parsed, part, firing.clause))
    owner = _compound_owner(firing, setting, case)
    owner = owner if owner.mentions else pronoun(firing, setting, case)
    return owner if owner.all_codes() else third_person(firing, setting, case)


def _lies_elsewhere(setting: Setting, landmark: Mention) -> bool:
    """Whether a place only says how far off one of another state is: "Kilis'e 5 kilometre uzaklıktaki Azez'de"."""
    if not is_landmark(setting, landmark):
        return False
    places = (m for m in setting.parsed.mentions if m.kind is MentionKind.PLACE and m.codes)
    return any(m.codes[0].principal != landmark.codes[0].principal for m in places if landmark.codes)


def _owns_doer(setting: Setting, part: ClausePart, firing: Firing) -> bool:
    """Whether a phrase only tells whose the doer is: "köye Rusya'ya ait uçaklar saldırdı"."""
    behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    owns = behind < firing.anchor and setting.parsed.tokens[behind].lower in setting.parsed.words.belonging
    return owns and firing.frame.type in CARRIED


def _compound_owner(firing: Firing, setting: Setting, case: Case) -> Filled:
    """Whose what is struck is, told by the first half of a compound: "DEAŞ planlayıcısını", "Filipin botuna".

    So is what money is promised to: "Mısır ekonomisine kredi vadetti".
    """
    if firing.frame.type is GIVEN and case is Case.DAT:
        return _owner_given_to(firing, setting)
    if firing.frame.type is not EventType.ASSAULT or case not in STRUCK:
        return NOBODY
    for part in own_parts(firing, setting):
        mention = setting.parsed.mentions[part.chunk]
        at = mention.last - setting.parsed.base
        head = setting.parsed.tokens[at].morph
        told = any(code.sector in SERVED for code in mention.codes)
        owns = part.link is Link.MODIFIER and (told or mention.rule == ADJECTIVE)  # "Tayvan çevresine": only near it
        if owns and head.case is case and head.possessive in THIRD and at < firing.anchor and at not in firing.words:
            return Filled((mention,), rule="party.owner")
        if part.case is Case.GEN and case is Case.DAT and _owns_struck(firing, setting, mention):
            return Filled((mention,), rule="party.owner")
    return NOBODY


def _owner_given_to(firing: Firing, setting: Setting) -> Filled:
    """The state whose treasury, economy or the like something goes to."""
    for part in own_parts(firing, setting):
        mention = setting.parsed.mentions[part.chunk]
        at = mention.last - setting.parsed.base
        bare = mention.kind is MentionKind.STATE and mention.case is Case.NOM and mention.rule != ADJECTIVE
        if not bare or at >= min(firing.words):
            continue
        head = setting.parsed.tokens[at].morph
        if head.case is Case.DAT and head.possessive in THIRD and head.form is None:
            return Filled((mention,), rule="party.owner")
    return NOBODY


def _owns_struck(firing: Firing, setting: Setting, owner: Mention) -> bool:
    """Whether somebody's own is struck, of an attack that a passive describes: "İran'ın binasına yapılan saldırı"."""
    clause, start = firing.clause, owner.last - setting.parsed.base
    if clause.form is not Form.AN or not setting.parsed.tokens[clause.verb].morph.passive:
        return False
    owned = next((t.morph for t in setting.parsed.tokens[start : clause.verb] if t.morph.possessive is not None), None)
    return owned is not None and owned.case is Case.DAT and owned.possessive in THIRD


def _is_party(firing: Firing, case: Case, mention: Mention) -> bool:
    """Whether a phrase can be a party: the paper that somebody spoke to is none ("DW'ye konuşan Bakan")."""
    told = case is Case.DAT and firing.frame.type in ADDRESSING
    return bool(mention.codes) and not (told and all(code.sector == "JRN" for code in mention.codes))


def by_link(firing: Firing, setting: Setting, link: Link) -> Filled:
    """The nearest phrase with a postposition; of what is "between" or "against" also behind nested verbs."""
    deep = (link is Link.BETWEEN and not firing.nominal) or (link is Link.AGAINST and firing.frame.type in SPEECH_ACTS)
    own = list(firing.clause.parts) if deep else own_parts(firing, setting)
    for part in [*own, *parts_of_being(firing, setting, link)]:
        of_other = part.of_noun and not firing.frame.before and not leads_to_noun(firing, setting, part)
        nested = setting.parsed.through(part)
        if link is Link.WITH and (any(part.chunk in c.subject for c in nested) or is_with_third(firing, setting, part)):
            continue  # "Ankara ile Moskova'nın vardığı"
        owned = [n for c in nested if c.subject_from is SubjectFrom.GENITIVE for n in c.subject]
        if link is Link.AGAINST and any(n < part.chunk for n in owned):
            continue  # "Bern'in örgüte karşı harekete geçmemesi halinde"
        if part.link is not link or of_other or (link is Link.AGAINST and tells_other_deed(firing, setting, part)):
            continue
        row = group_of(setting.parsed, part, firing.clause)
        row = _with_owned(setting, part, row) if link is Link.BETWEEN else row
        if setting.parsed.mentions[part.chunk].codes or (link is Link.WITH and any(m.codes for m in row)):
            found = Filled(row)
            return NOBODY if link is Link.BETWEEN and lies_between(firing, setting, part, found) else found
    return NOBODY


def _with_owned(setting: Setting, part: ClausePart, row: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A side with the one before it, where an owner stands between: "Sırplar ile NATO'nun askerleri arasında"."""
    mentions, number = setting.parsed.mentions, part.chunk
    if len(row) > 1 or number < PAIR or mentions[number - 1].last != row[0].first:
        return row
    first, owner = mentions[number - 2], mentions[number - 1]
    behind, words = setting.parsed.small[first.last - setting.parsed.base], setting.parsed.words
    joined = owner.first - first.last == 1 and (behind in words.company or behind in words.joints)
    return (first, *row) if joined and owner.case is Case.GEN and first.codes else row


def with_whom(firing: Firing, setting: Setting) -> Filled:
    """With whom: "X ile", "X'le"."""
    found = by_link(firing, setting, Link.WITH)
    return found if found.mentions else by_case(firing, setting, Case.INS)


def owner_before(firing: Firing, setting: Setting) -> Filled:
    """The first owner of the clause, whose thing it is about: "Putin'in planı Kiev'in tepkisini çekti"."""
    hits = [p for p in firing.clause.parts if p.case is Case.GEN and not p.through]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    return Filled(group_of(setting.parsed, hits[-1], firing.clause), rule="party.owner") if hits[1:] else NOBODY


def genitive(firing: Firing, setting: Setting) -> Filled:
    """The genitive, or the first half of the compound, before the words of the frame."""
    first, base = min(firing.words), setting.parsed.base
    if not firing.nominal and first == firing.anchor and len(firing.words) > 1:
        return NOBODY  # before a participle it is who does that: "elli kişinin öldüğü saldırı"
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        gap = first - (mention.last - base)
        acted_on = part.case is Case.ACC and mention.codes and not firing.nominal
        if acted_on and mention.first - base < first < mention.last - base:
            return Filled(group_of(setting.parsed, part, firing.clause))  # "YPG'nin mevzilerini" names its owner
        halves = part.link is Link.MODIFIER and len(firing.clause.subject) > 1  # "İran-ABD görüşmeleri sona erdi"
        acts = not firing.nominal and part.chunk in firing.clause.subject and not halves
        acts = acts and not _is_impersonal(firing, setting)
        if gap < 0 or not mention.codes or acts or (part.case is Case.GEN and is_unowned(firing, setting, part)):
            continue
        if is_far(firing, setting, part, first) or (firing.nominal and _stands_before_doer(firing, setting, part)):
            break
        between = [
            verb for verb in part.through if verb not in firing.words
        ]  # "istenmeyen" is one of the frame's words
        if gap > 2 and not all(_is_passed(firing, setting, mention, verb) for verb in between):
            continue
        if _is_apart(firing, setting, part, first) or lies_within(setting, mention):
            continue
        bare = part.case is Case.NOM and part.link in (Link.PART, Link.MODIFIER) and not part.comma
        if mention.kind is MentionKind.PLACE and (firing.nominal or bare):
            continue  # "Berlin saldırısı": where, not by whom
        owned = setting.parsed.tokens[firing.anchor].morph.possessive is not None
        counted = gap > 0 and setting.parsed.tokens[first - 1].morph.pos in COUNTS  # "Oslo iki uçak gönderdi"
        near = gap <= 1 and bare and (owned or not firing.nominal) and mention.kind is not MentionKind.PERSON
        near = near and not counted
        near = near and (mention.kind is not MentionKind.OFFICE or is_owned_office(setting, mention, first))
        if part.case is Case.GEN or (part.link is Link.MODIFIER and gap <= 2) or near:
            owner = _owner_before(firing, setting, part) if bare else None
            return Filled(group_of(setting.parsed, owner or part, firing.clause))
    theirs = NOBODY if aims_at_held(firing, setting) else holder(firing, setting)
    return theirs if theirs.mentions else relative_owner(firing, setting)


def _is_apart(firing: Firing, setting: Setting, part: ClausePart, first: int) -> bool:
    """Whether a phrase is said by another, owns something else, or tells where: "Irak'ın kuzeyinde PKK'ya ait üs"."""
    if is_quoted_apart(setting, part, first) or owns_something_else(firing, setting, part, first):
        return True
    land = setting.parsed.mentions[part.chunk]
    theirs = holder(firing, setting).mentions if owns_place(setting, land) else ()
    return bool(theirs) and land.last <= theirs[0].first


def _is_impersonal(firing: Firing, setting: Setting) -> bool:
    """Whether a genitive can but own what a passive is done to: "köylülerin evlerine saldırıldığı"."""
    return setting.parsed.tokens[firing.anchor].morph.passive and firing.frame.recipient[:1] == (("dat",),)


def _stands_before_doer(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether who acts stands between an owner and a noun: "Bern'in çağrısına rağmen Oslo saldırı emri verdi"."""
    if part.case is Case.GEN and owns_speaker(setting, part):
        return True
    spoken = firing.clause.subject_from is SubjectFrom.SPOKEN and part.case is Case.GEN
    first = min(firing.words) + setting.parsed.base
    between = (n for n in firing.clause.subject if n > part.chunk and setting.parsed.mentions[n].last <= first)
    return spoken and next(between, None) is not None


def holder(firing: Firing, setting: Setting) -> Filled:
    """To whom belongs what the deed is done to: "Filistinlilere ait evi yıktı", "bakanlığa bağlı depoyu vurdu"."""
    tokens, words, base = setting.parsed.tokens, setting.parsed.words, setting.parsed.base
    for part in own_parts(firing, setting):
        behind = setting.parsed.mentions[part.chunk].last - base
        if part.case is not Case.DAT or part.chunk in firing.clause.subject or behind >= firing.anchor:
            continue
        theirs = tokens[behind].lower in words.belonging and tokens[behind + 1].morph.case is not Case.INS
        thing = not any(behind < m.first - base <= firing.anchor for m in setting.parsed.mentions)
        if theirs or (thing and tokens[behind].lower in words.under):
            return Filled(group_of(setting.parsed, part, firing.clause), rule="party.possessor")
    return NOBODY


def _owner_before(firing: Firing, setting: Setting, half: ClausePart) -> ClausePart | None:
    """Who owns what a bare half only describes: "BM'nin Suriye tasarısını veto etti"."""
    start = setting.parsed.mentions[half.chunk].first
    genitives = (p for p in firing.clause.parts if p.case is Case.GEN and p.chunk not in firing.clause.subject)
    return next((p for p in genitives if setting.parsed.mentions[p.chunk].last == start), None)


def _is_passed(firing: Firing, setting: Setting, owner: Mention, verb: int) -> bool:
    """Whether a nested verb is of what is owned, describes it, or only says in which words it is judged."""
    if _is_compound(setting, verb) or is_aside(firing, setting, verb) or _is_content(firing, setting, verb):
        return True
    return _describes_owned(setting, owner, verb, min(firing.words))


def _is_content(firing: Firing, setting: Setting, verb: int) -> bool:
    """Whether a nested verb only tells what somebody's words are about: "Bern'in girilmemesi yönündeki çağrısı"."""
    bears = setting.parsed.tokens[verb + 1].lower in setting.parsed.words.bearings
    return bears and setting.parsed.tokens[min(firing.words)].morph.possessive in THIRD


def _describes_owned(setting: Setting, owner: Mention, verb: int, first: int) -> bool:
    """Whether a participle only describes what is owned: "donanmaların dün planlanan tatbikatı", "süren tatbikatı".

    Of an active one all that others have is owned there: "Scholz'un Çin'in tutumunu eleştiren sözlerini övdü".
    """
    morph = setting.parsed.tokens[verb].morph
    if morph.form is not Form.AN or morph.case not in (None, Case.NOM):
        return False
    between = [token.morph for token in setting.parsed.tokens[owner.last - setting.parsed.base : verb]]
    owners = sum(m.case is Case.GEN for m in between)
    if morph.passive or not (owners or any(m.case is Case.ACC for m in between)):
        return owns_all(setting, owner, verb)
    owned = sum(m.possessive is not None and m.pos is not Pos.PROPN for m in between)
    return owners == owned and setting.parsed.tokens[first - 1].morph.possessive in THIRD


def owns_all(setting: Setting, owner: Mention, stop: int) -> bool:
    """Whether nothing that an owner has stands before the word ``stop``: "Nijer'in kuzeyinde düzenlenen saldırı"."""
    between = setting.parsed.tokens[owner.last - setting.parsed.base : stop]
    return all(token.morph.possessive is None for token in between)


def _is_compound(setting: Setting, verb: int) -> bool:
    """Whether a nested verb is only the first half of a noun: "kemer sıkma politikaları"."""
    morph, behind = setting.parsed.tokens[verb].morph, setting.parsed.tokens[verb + 1].morph
    return morph.form is Form.MA and morph.possessive is None and behind.possessive is not None
