"""Who did it and to whom: what fills the parts of a frame that fired."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import MentionKind
from haberci.core.rule import Rule
from haberci.read import anaphora
from haberci.read.events import bystanders, persons, visits
from haberci.read.events.addressees import dative_above, told_to
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.charged import charged
from haberci.read.events.complements import accused, complement
from haberci.read.events.counterparts import addressee, continuing, counterpart
from haberci.read.events.doers import doer, is_passive, subject_of
from haberci.read.events.fillers import by_case, by_link, farthest, genitive, near, right_behind, with_whom
from haberci.read.events.judged import names_culprits, told_again
from haberci.read.events.located import located
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NO_DOER, NOBODY, Filled, Setting
from haberci.read.events.suspects import PROSECUTED, court_near, suspected
from haberci.read.events.threats import THREATENED, challenger
from haberci.read.events.untold import untold
from haberci.read.rows import mentions_of

RULES: Final = (
    Rule(
        "party.spoken",
        "the part is spoken in the clause, in the case that the frame asks for",
        "Japonya, Rusya'yı kınadı.",
    ),
    Rule(
        "party.shared",
        "the part is that of the clause around or before",
        "Rama teşekkür etti, desteğini sürdüreceğini söyledi.",
    ),
    Rule(
        "party.dropped",
        "the subject is dropped; it is that of the sentence before",
        "Mirziyoyev Bakü'ye geldi. Aliyev'le görüştü.",
    ),
    Rule("party.speaker", "the first person is the speaker", 'Baerbock, "Saldırıyı kınıyoruz." dedi.'),
    Rule("party.possessor", "a genitive owns what the deed is done to", "Pekin, Şam'ın yanında olduğunu bildirdi."),
    Rule("party.near", "the other party named in the clause", "Bakü, İran'daki ilgililere destek verdi."),
    Rule("party.context", "the other side is the one told last", "Bakü'yü kınadı ve misilleme yapacağını duyurdu."),
    Rule("party.dealt", "with whom those of one side dealt last", "Vilnius, Minsk'le görüştü. Kararı da eleştirdi."),
    Rule("party.asker", "who asked is answered", "Paris, Bakü'den tutukluları istedi. Bakü bu isteği geri çevirdi."),
    Rule("party.company", "those who met before, told by their kind alone", "Liderler bildiriyi imzaladı."),
    Rule(
        "party.visitor", "a visitor who meets his hosts is on his visit", "Rama Roma'ya geldi. Rama Meloni'yle görüştü."
    ),
    Rule("party.blamed", "who did what is condemned is blamed", "Bern, gazetecinin İran'da tutuklanmasını kınadı."),
    Rule("party.rulers", "the opposition demands of its government", "Muhalefet seçimin yenilenmesini istedi."),
    Rule("party.unnamed", "those named by their kind alone have no code", "Paris, müttefiklerine çağrı yaptı."),
    Rule(
        "party.condition", "who would do what a threat hangs on", "Riyad, Sana saldırırsa limanı vuracaklarını söyledi."
    ),
    Rule("party.located", "those told by their kind and where they are", "Riyad, Sudan'daki milislere silah verdi."),
    Rule("party.owner", "whose words are judged", "Biden'ın sözlerine Kremlin tepki gösterdi."),
    Rule("party.pointed", "who spoke last, where this points back", "Kallas konuştu. Moskova bu sözleri kınadı."),
    Rule(
        "party.land", "a deed denied would have reached this land", "Köy Gori'de. Moskova köyün vurulduğunu yalanladı."
    ),
    Rule("party.suspected", "nameless members of a group stand for it", "Irak polisi, PKK üyesi iki kişiyi yakaladı."),
    Rule(
        "party.prosecuted",
        "those on whom hands were laid before are tried or let go",
        "Polis, PKK üyesi iki kişiyi yakaladı. Adliyeye sevk edilen zanlılar tutuklandı.",
    ),
    Rule("party.document", "what a document says without a doer is its author's", "Bildiride saldırı kınandı."),
    Rule(NO_DOER, "nobody is blamed for a deed whose doer nobody knows", "Köyde iki kişi öldü. Oslo saldırıyı kınadı."),
    Rule("party.unknown", "a deed with a victim but no doer told has an unknown doer", "Konvoya saldırı düzenlendi."),
)
CASES: Final = {"dat": Case.DAT, "abl": Case.ABL, "loc": Case.LOC}
LINKS: Final = {
    "against": Link.AGAINST,
    "about": Link.ABOUT,
    "agent": Link.AGENT,
    "between": Link.BETWEEN,
    "for": Link.FOR,
}
DROPPED, GUESSED = "party.dropped", "party.unknown"
ORGANS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
ADDRESSED: Final = frozenset({EventType.SUPPORT, EventType.REQUEST})
BOTH: Final = 2  # sides at least
ONE_SIDED: Final = frozenset({"needs-recipient", "needs-both", "foreign"})  # what a deed done together cannot ask
OBJECT_RELATIVES: Final = (Form.DIK, Form.ACAK)


def sides(firing: Firing, setting: Setting) -> tuple[Filled, Filled]:
    """Doer and receiver of a frame that fired."""
    frame = firing.frame
    actor = fill(frame.actor, firing, setting)
    if "mutual" in frame.flags:
        recipient = fill(frame.recipient, firing, setting)
        return _joint(firing, setting, actor, recipient), recipient
    recipient = fill(frame.recipient, firing, setting, frozenset(actor.all_codes()))
    if frame.type in ADDRESSED and not recipient.all_codes():
        sides_told = anaphora.both_sides(firing, setting)
        recipient = sides_told if sides_told.codes else persons.uncoded(firing, setting)
    if _is_possessor(firing, actor, recipient):
        shared = _doer_above(firing, setting)
        if shared.all_codes() and shared.all_codes() != actor.all_codes():
            return shared, actor._replace(rule="party.possessor")
    if not recipient.all_codes():
        doers = frozenset(c.principal for c in actor.all_codes()) - {UNKNOWN.principal}
        recipient = located(firing, setting, doers)
        recipient = recipient if recipient.codes else untold(firing, setting, doers)
    if not recipient.all_codes() and firing.frame.type in THREATENED and setting.told is Modality.HYPOTHETICAL:
        recipient = challenger(firing, setting)
    if not recipient.all_codes():
        recipient = recipient if recipient.rule == NO_DOER else counterpart(firing, setting, actor.all_codes())
    recipient = _blamed(firing, setting, recipient)
    let_go = firing.frame.mode == "release" and bool(recipient.all_codes())
    if let_go and not actor.all_codes() and is_passive(firing, setting):
        actor = court_near(firing, setting)
    recipient = suspected(firing, setting, actor, recipient)
    return _doer(firing, setting, actor, recipient), recipient


def _blamed(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """The receiver of a condemnation; nobody where the doer of the deed condemned is unknown, or told by no word."""
    if firing.frame.type is EventType.ACCUSE and recipient.rule == GUESSED and not names_culprits(firing, setting):
        return Filled(rule=NO_DOER)
    return recipient


def _doer(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The doer, who is not the one it is done to, nor untold in what goes on: "Ayrıca ablukanın kalkması istendi"."""
    if actor.mentions and ("unknown",) in firing.frame.actor and set(actor.mentions) <= set(recipient.mentions):
        return _unknown(firing, setting)
    if firing.frame.type is EventType.ASSAULT and _is_nameless(actor, setting):
        return _unknown(firing, setting)
    if not actor.all_codes() and is_passive(firing, setting):
        return continuing(firing, setting, frozenset(c.principal for c in recipient.all_codes()))
    return actor


def _is_nameless(actor: Filled, setting: Setting) -> bool:
    """Whether an attacker is told as no more than a person: "motosikletli iki kişi tarafından"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    heads = [m.last - base - 1 for m in actor.mentions]
    here = bool(heads) and all(0 <= at < len(tokens) for at in heads)
    return here and all(tokens[at].morph.lemma in setting.nouns.nameless for at in heads)


def _doer_above(firing: Firing, setting: Setting) -> Filled:
    """The subject of the verb above, else who speaks."""
    parent = setting.parsed.clause_of(firing.clause.parent)
    mentions = mentions_of(setting, parent.subject) if parent is not None else ()
    return Filled(mentions, rule="party.shared") if mentions else bystanders.speaker(firing, setting)


def _joint(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """Those who do it together, where only one is named: with the subject around a noun, or with the speaker."""
    if len(actor.all_codes()) != 1 or recipient.all_codes():
        return actor
    host = _host(firing, setting) if firing.nominal else NOBODY
    if host.all_codes() and host.all_codes() != actor.all_codes():
        return Filled((*host.mentions, *actor.mentions), rule="party.shared")
    told = bystanders.speaker(firing, setting)
    if is_passive(firing, setting) and told.codes != actor.all_codes():
        return Filled(actor.mentions, (*actor.codes, *told.codes), "party.speaker")
    return actor


def refused(firing: Firing, setting: Setting) -> Firing:
    """The firing of a deed done together as a refusal, which one side does to the other: "Rahman'la görüşmedi"."""
    frame = firing.frame
    if "mutual" not in frame.flags or not with_whom(firing, setting).all_codes():
        return firing
    one_sided = replace(frame, actor=(("subj",),), recipient=(("with",),), flags=frame.flags - {"mutual", "group"})
    return firing._replace(frame=one_sided)


def each_other(firing: Firing, setting: Setting) -> Firing:
    """The firing of what several do to each other as a deed done together: "birbirinin sınırlarını tanıdı"."""
    clause, tokens = firing.clause, setting.parsed.tokens
    words = (token.morph.lemma for token in tokens[clause.first : clause.verb])
    if "mutual" in firing.frame.flags or setting.nouns.mutual.isdisjoint(words):
        return firing
    if len({code.principal for code in fill(firing.frame.actor, firing, setting).all_codes()}) < BOTH:
        return firing
    flags = firing.frame.flags - ONE_SIDED | {"mutual", "group"}
    return firing._replace(frame=replace(firing.frame, recipient=(), flags=flags))


def _is_possessor(firing: Firing, actor: Filled, recipient: Filled) -> bool:
    """Whether the genitive taken for the subject owns what the deed is done to: "Azerbaycan'ın yanında olduğunu".

    Of a relative clause it is the subject: "İsrail'in karşı çıktığı karar".
    """
    genitive = firing.clause.subject_from is SubjectFrom.GENITIVE and firing.clause.head is None
    genitive = genitive and any(mention.case is Case.GEN for mention in actor.mentions)
    wanted = firing.frame.type in SPEECH_ACTS and any("gen" in names for names in firing.frame.recipient)
    others = [c for c in recipient.all_codes() if c not in actor.all_codes() and (c != UNKNOWN or recipient.mentions)]
    told = recipient.rule != "party.near" and any(others)
    return genitive and wanted and not told and bool(actor.mentions)


def fill(
    alternatives: Iterable[tuple[str, ...]],
    firing: Firing,
    setting: Setting,
    own: frozenset[ActorCode] = frozenset(),
) -> Filled:
    """The first alternative that yields an actor; alternatives of several fillers are united.

    Of ``own``, the doers, and of other organs of their state one is taken only where nobody else is named.
    """
    dropped = held = NOBODY
    for names in alternatives:
        found = [_filler(name, firing, setting) for name in names]
        mentions = tuple(dict.fromkeys(m for f in found for m in f.mentions))
        codes = tuple(c for f in found for c in f.codes)
        if any(m.codes for m in mentions) or codes:
            filled = Filled(mentions, codes, next(f.rule for f in found if f.mentions or f.codes))
            if held.all_codes() and filled.rule == GUESSED:
                continue
            if own and firing.frame.type in SPEECH_ACTS and all(_is_own(code, own) for code in filled.all_codes()):
                held = held if held.all_codes() else filled
                continue
            if filled.rule != DROPPED or firing.frame.type is not EventType.PROTEST:
                return filled
            dropped = filled  # who protests is rather told by kind here than by name before
    return dropped if dropped.all_codes() else held


def _is_own(code: ActorCode, own: frozenset[ActorCode]) -> bool:
    """Whether one of a row of doers is meant, or another organ of their state, with which they only do business."""
    organs = any(code.principal == one.principal and one.sector in ORGANS for one in own)
    return code in own or (code.sector in ORGANS and organs)


def _filler(name: str, firing: Firing, setting: Setting) -> Filled:
    if name in CASES:
        found = by_case(firing, setting, CASES[name])
        relative = not found.mentions and firing.clause.form in OBJECT_RELATIVES and CASES[name] is Case.DAT
        given = all("obj" not in names for names in firing.frame.recipient)  # else the noun behind is the object
        return right_behind(firing, setting) if relative and given else found
    if name in LINKS:
        found = by_link(firing, setting, LINKS[name])
        about = name == "about" and firing.frame.mode in PROSECUTED and not found.mentions
        return charged(firing, setting) if about else found
    return FOUND_BY[name](firing, setting)


def _object(firing: Firing, setting: Setting) -> Filled:
    """The accusative; of a passive the subject."""
    if is_passive(firing, setting):
        return NOBODY if _has_counted(firing, setting) else subject_of(firing, setting, dropped=False)
    found = accused(firing, setting)
    found = found if found.mentions else by_case(firing, setting, Case.ACC)
    return found if found.mentions or firing.clause.form not in OBJECT_RELATIVES else right_behind(firing, setting)


def _has_counted(firing: Firing, setting: Setting) -> bool:
    """Whether persons told by number are what it is done to: "Ekipler evi bastı, 3 şüpheli gözaltına alındı"."""
    clause, tokens = firing.clause, setting.parsed.tokens
    if clause.subject_from is not SubjectFrom.SHARED:
        return False
    pairs = zip(tokens[clause.first : clause.verb], tokens[clause.first + 1 : clause.verb], strict=False)
    return any(
        count.morph.pos is Pos.NUM and noun.morph.case in (Case.NOM, None) and noun.morph.lemma in setting.nouns.persons
        for count, noun in pairs
    )


def _host(firing: Firing, setting: Setting) -> Filled:
    """The subject of the clause around a noun: who acts "at the request of"; nobody where it is done to them."""
    if setting.parsed.tokens[firing.clause.verb].morph.passive:
        return NOBODY
    return Filled(mentions_of(setting, firing.clause.subject))


def _unknown(firing: Firing, setting: Setting) -> Filled:
    """Nobody known; a person named as the doer is no unknown one, though he stands for no side."""
    mentions = mentions_of(setting, firing.clause.subject)
    active = not firing.nominal and not is_passive(firing, setting)
    if active and firing.frame.actor[0] == ("subj",) and any(m.kind is MentionKind.PERSON for m in mentions):
        return NOBODY
    return Filled(codes=(UNKNOWN,), rule="party.unknown")


FOUND_BY: Final[dict[str, Callable[[Firing, Setting], Filled]]] = {
    "subj": doer,
    "obj": _object,
    "gen": genitive,
    "outer-obj": partial(farthest, case=Case.ACC),
    "outer-dat": partial(farthest, case=Case.DAT),
    "outer-abl": partial(farthest, case=Case.ABL),
    "near": near,
    "with": with_whom,
    "unknown": _unknown,
    "place": bystanders.place,
    "state": bystanders.state,
    "host": _host,
    "comp": complement,
    "planter": bystanders.planter,
    "speaker": bystanders.speaker,
    "victims": bystanders.victims,
    "context": anaphora.context,
    "people": persons.people,
    "press": persons.press,
    "residents": persons.residents,
    "cause": bystanders.cause,
    "company": anaphora.company,
    "rulers": bystanders.rulers,
    "again": told_again,
    "asker": anaphora.asker,
    "struck": anaphora.struck,
    "accuser": bystanders.accuser,
    "judge": partial(bystanders.organ, sector="JUD"),
    "police": partial(bystanders.organ, sector="COP"),
    "forces": bystanders.forces,
    "rebels": bystanders.rebels,
    "outcome": bystanders.by_outcome,
    "deep-gen": bystanders.deep_genitive,
    "deep-with": bystanders.deep_with,
    "addressee": addressee,
    "charged": charged,
    "condition": challenger,
    "visitor": visits.visitor,
    "visited": visits.visited,
    "told-to": told_to,
    "above": _doer_above,
    "above-dat": dative_above,
}
