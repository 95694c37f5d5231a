"""Who did it and to whom: what fills the parts of a frame that fired."""

from __future__ import annotations

from itertools import chain
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import THIRD, Case
from haberci.core.rule import Rule
from haberci.read.events import bystanders
from haberci.read.events.announced import ANNOUNCED, announcer
from haberci.read.events.called_upon import called_upon
from haberci.read.events.compatriots import own_citizens
from haberci.read.events.concerned import CONCERNED, concerned
from haberci.read.events.counterparts import continuing, counterpart
from haberci.read.events.doers import is_passive
from haberci.read.events.fallen import owns_attack
from haberci.read.events.fellows import own_side
from haberci.read.events.fillers import genitive
from haberci.read.events.filling import fill
from haberci.read.events.found_by import doer_above, host, unknown
from haberci.read.events.guarded import guarded
from haberci.read.events.gunmen import FOLLOWED, GUNMEN, RAIDER, followed, hunters, is_nameless
from haberci.read.events.holders import HOLDER
from haberci.read.events.in_person import in_person
from haberci.read.events.issuers import is_issuer
from haberci.read.events.judged import names_culprits, spared, told_again
from haberci.read.events.keepers import KEEPER, releaser
from haberci.read.events.located import located, own_course, own_house
from haberci.read.events.lone import LONE, lone
from haberci.read.events.matching import Firing
from haberci.read.events.missives import written_to
from haberci.read.events.official import official_act
from haberci.read.events.open_calls import demand, to_all
from haberci.read.events.own_members import OWN_MEMBER, own_members
from haberci.read.events.owned import NEAR, claims_blow, is_lair_struck, is_possessor, may_be_struck, owns_here
from haberci.read.events.partners import GOING_ON, joining, other_side, partner, resumed
from haberci.read.events.phoned import phoned
from haberci.read.events.posted import POSTED
from haberci.read.events.seated import seated
from haberci.read.events.setting import DEMANDED, DROPPED, GUESSED, NO_DOER, NOBODY, SPEAKER, TO_ALL, Filled, Setting
from haberci.read.events.spoken_to import SPOKEN_TO
from haberci.read.events.strangers import strangers
from haberci.read.events.struck import struck
from haberci.read.events.suspects import suspected
from haberci.read.events.threats import THREATENED, challenger
from haberci.read.events.tribes import in_arms
from haberci.read.events.unnamed import is_nobodys
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
        DROPPED,
        "the subject is dropped; it is that of the sentence before",
        "Mirziyoyev Bakü'ye geldi. Aliyev'le görüştü.",
    ),
    Rule(SPEAKER, "the first person is the speaker", 'Baerbock, "Saldırıyı kınıyoruz." dedi.'),
    Rule("party.possessor", "a genitive owns what the deed is done to", "Pekin, Şam'ın yanında olduğunu bildirdi."),
    Rule(HOLDER, "whose thing does it", "Rusya'ya ait füzeler Kiev'i vurdu."),
    Rule(LONE, "the one other side that the sentence names", "Bern, Libya'nın onarımı için söz verdi."),
    Rule(NEAR, "the other party named in the clause", "Bakü, İran'daki ilgililere destek verdi."),
    Rule("party.context", "the other side is the one told last", "Bakü'yü kınadı ve misilleme yapacağını duyurdu."),
    Rule("party.dealt", "with whom those of one side dealt last", "Vilnius, Minsk'le görüştü. Kararı da eleştirdi."),
    Rule("party.asker", "who asked is answered", "Paris, Bakü'den tutukluları istedi. Bakü bu isteği geri çevirdi."),
    Rule("party.fellow", "a word for a fellow means the other side", "Tokayev Rahman'la görüştü. Mevkidaşını övdü."),
    Rule("party.company", "those who met before, told by their kind alone", "Liderler bildiriyi imzaladı."),
    Rule(
        "party.visitor", "a visitor who meets his hosts is on his visit", "Rama Roma'ya geldi. Rama Meloni'yle görüştü."
    ),
    Rule("party.blamed", "who did what is condemned is blamed", "Bern, gazetecinin İran'da tutuklanmasını kınadı."),
    Rule("party.rulers", "the opposition demands of its government", "Muhalefet seçimin yenilenmesini istedi."),
    Rule(
        "party.retold",
        "another telling of the deed knows the party",
        "Karakola düzenlenen saldırıda üç polis öldü. Saldırıyı PKK düzenledi.",
    ),
    Rule(SPOKEN_TO, "who is called by name is meant by 'you'", 'Rama, "Ey Moskova, seni kınıyoruz." dedi.'),
    Rule(DEMANDED, "a demand may name nobody who shall meet it", "Oslo, bağımsız bir soruşturma yapılmasını istedi."),
    Rule(TO_ALL, "a call for a deed may go to nobody named", "CHP, yasanın geri çekilmesi çağrısını yineledi."),
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
    Rule(
        "party.strangers",
        "people of no land told are those of the place, not the attacker's",
        "Gori'de sirenler çaldı. Rusya'nın saldırısında üç kişi öldü.",
    ),
    Rule(
        "party.stricken",
        "help without a receiver goes to the one land told before",
        "Libya'da sel oldu. Ankara, üç uçak yardım gönderdi.",
    ),
    Rule(
        "party.official",
        "an act judged is of the one land told",
        "Tahran'da iki kişi idam edildi. Paris, idamları yadırgadı.",
    ),
    Rule(
        CONCERNED,
        "a measure, help or judgement that names nobody goes to the land that the report is about",
        "Tiran, İran'ı suçladı. İran bunu yalanladı. Rama, elçilik çalışanlarına ülkeyi terk etmeleri için gün verdi.",
    ),
    Rule("party.suspected", "nameless members of a group stand for it", "Irak polisi, PKK üyesi iki kişiyi yakaladı."),
    Rule(
        "party.prosecuted",
        "those on whom hands were laid before are tried or let go",
        "Polis, PKK üyesi iki kişiyi yakaladı. Adliyeye sevk edilen zanlılar tutuklandı.",
    ),
    Rule(
        POSTED, "an envoy sits with the state whose capital he is named by", "Oslo, Ankara Büyükelçisi'ni geri çağırdı."
    ),
    Rule(KEEPER, "who held those who were let go let them", "İran'da tutuklu bulunan iki Fransız serbest bırakıldı."),
    Rule("party.document", "what a document says without a doer is its author's", "Bildiride saldırı kınandı."),
    Rule(OWN_MEMBER, "a group tells of its own members", "Hamas, bombardımanda üç üyesinin öldüğünü duyurdu."),
    Rule(NO_DOER, "nobody is blamed for a deed whose doer nobody knows", "Köyde iki kişi öldü. Oslo saldırıyı kınadı."),
    Rule(ANNOUNCED, "an authority announces its own act", "Moskova, Norveçli elçinin sınır dışı edildiğini duyurdu."),
    Rule(FOLLOWED, "whose follower strikes", "DEAŞ sempatizanı bir gencin düzenlediği saldırıda iki Belçikalı öldü."),
    Rule(RAIDER, "who raided a place struck its people", "Rus birlikleri köyü bastı, iki Ukraynalı öldürüldü."),
    Rule(
        GUNMEN, "armed men of no side are an unknown doer, but no criminals", "Mali'de militanlar iki kişiyi öldürdü."
    ),
    Rule(GUESSED, "a deed with a victim but no doer told has an unknown doer", "Konvoya saldırı düzenlendi."),
)
OFFICIAL: Final = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})
RELEASE: Final = "release"
# The receivers that only the words right by a frame tell.
BY_WORDS: Final = ((("toward",),), (("predicated",),), (("expected",),))


def sides(firing: Firing, setting: Setting) -> tuple[Filled, Filled]:
    """Doer and receiver of a frame that fired."""
    frame = firing.frame
    actor = in_arms(firing, setting, fill(frame.actor, firing, setting))
    if "mutual" in frame.flags:
        recipient = in_arms(firing, setting, fill(frame.recipient, firing, setting))
        return _joint(firing, setting, actor, recipient), recipient
    if not actor.all_codes() and is_nobodys(firing, setting):
        return actor, NOBODY
    speaks = in_person(actor, setting) if frame.type is EventType.ACCUSE else actor
    actor = speaks if set(speaks.all_codes()) == set(actor.all_codes()) else actor
    recipient = own_house(firing, setting, actor, struck(firing, setting, actor))
    recipient = own_course(firing, setting, actor, recipient)
    if not recipient.all_codes() and frame.recipient in BY_WORDS:
        return actor, recipient
    recipient = called_upon(firing, setting, actor, _not_its_issuer(firing, setting, actor, recipient))
    above = _does_to_owner(firing, setting, actor, recipient)
    if above is not None:
        return above, actor._replace(rule="party.possessor")
    recipient = phoned(firing, setting, actor, recipient) or recipient
    recipient = recipient if recipient.all_codes() else written_to(firing, setting)
    if not recipient.all_codes() and (asked := demand(firing, setting, actor)) is not None:
        return actor, asked
    recipient = recipient if recipient.all_codes() else _by_place(firing, setting, actor)
    if firing.frame.type in THREATENED and setting.told is Modality.HYPOTHETICAL:
        sure = bool(recipient.all_codes()) and recipient.rule != NEAR
        other = recipient if sure else challenger(firing, setting)
        recipient = other if other.all_codes() else recipient
    if not recipient.all_codes() and recipient.rule != NO_DOER:
        recipient = counterpart(firing, setting, actor.all_codes())
        recipient = recipient if recipient.all_codes() else other_side(firing, setting, actor)
        recipient = recipient if recipient.all_codes() else lone(firing, setting, own_side(actor))
        recipient = recipient if recipient.all_codes() else concerned(firing, setting, actor)
    recipient = to_all(firing, setting, _blamed(firing, setting, actor, recipient))
    if firing.frame.mode == RELEASE and recipient.all_codes():
        actor = releaser(firing, setting, actor, recipient)
    actor, recipient = own_members(firing, setting, actor, recipient)
    recipient = own_citizens(firing, setting, actor, recipient)
    recipient = strangers(firing, setting, actor, suspected(firing, setting, actor, recipient))
    return _doer(firing, setting, actor, recipient), recipient


def _by_place(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """Whom a place, a seat or a lasting deed tells where nobody is named."""
    doers = frozenset(c.principal for c in actor.all_codes()) - {UNKNOWN.principal}
    recipient = bystanders.place(firing, setting) if actor.rule == GUNMEN else located(firing, setting, doers)
    recipient = recipient if recipient.codes else seated(firing, setting, doers)
    return recipient if recipient.codes else untold(firing, setting, doers)


def _not_its_issuer(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver; where a passive would blame those whose document it is, who did the deed that is judged."""
    sought = tuple(chain(*firing.frame.recipient))
    others = set(actor.all_codes()) - set(recipient.all_codes())
    if "again" not in sought or others or not is_issuer(firing, setting, recipient):
        return recipient
    told = told_again(firing, setting)
    open_ended = not told.all_codes() and told.rule != NO_DOER and "unknown" in sought
    return Filled(codes=(UNKNOWN,), rule=GUESSED) if open_ended else told


def _blamed(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver of a condemnation; nobody where the doer of the deed condemned is unknown, or told by no word."""
    doers = frozenset(c.principal for c in actor.all_codes())
    if firing.frame.mode is None and firing.frame.type is EventType.ASSAULT and owns_attack(firing, setting, recipient):
        return NOBODY
    recipient = guarded(firing, setting, spared(firing, setting, recipient))
    if firing.frame.type is EventType.ACCUSE and recipient.rule == GUESSED and not names_culprits(firing, setting):
        act = official_act(firing, setting, doers)
        return act if act.codes else Filled(rule=NO_DOER)
    return recipient


def _doer(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The doer, who is not the one it is done to, nor untold in what goes on: "Ayrıca ablukanın kalkması istendi"."""
    if actor.mentions and ("unknown",) in firing.frame.actor and set(actor.mentions) <= set(recipient.mentions):
        return unknown(firing, setting)
    if firing.frame.type is EventType.ASSAULT:
        group = followed(firing, setting, actor)
        if group is not None or is_nameless(actor, setting):
            return group or unknown(firing, setting)
    guessed = set(actor.all_codes()) <= {UNKNOWN} or actor.rule == GUESSED
    if guessed and (authority := announcer(firing, setting, recipient)) is not None:
        return authority
    if actor.rule == GUESSED and (forces := hunters(firing, setting, recipient)) is not None:
        return forces
    if actor.rule == GUESSED and setting.told is Modality.DENIED:
        return _refuter(firing, setting) or actor
    if not actor.all_codes() and is_passive(firing, setting):
        return continuing(firing, setting, frozenset(c.principal for c in recipient.all_codes()))
    return actor


def _does_to_owner(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled | None:
    """Who does it by the verb above, where who seems to only owns what it is done to."""
    if not owns_here(firing, setting, actor):
        return None
    above = doer_above(firing, setting)
    owns = is_possessor(firing, setting, actor, recipient) or is_lair_struck(firing, setting, actor, above)
    others = above.all_codes() not in ((), actor.all_codes())
    return above if others and (owns or (may_be_struck(firing, actor) and claims_blow(recipient, above))) else None


def _refuter(firing: Firing, setting: Setting) -> Filled | None:
    """Whose organ denies what somebody nameless is said to have done, if one does: "vurulduğunu polis yalanladı"."""
    parent = None if firing.nominal else setting.parsed.clause_of(firing.clause.parent)
    if parent is None or setting.nouns.verbs.get(setting.parsed.tokens[parent.verb].morph.lemma) != Modality.DENIED:
        return None
    codes = tuple(c for m in mentions_of(setting, parent.subject) for c in m.codes if c.sector in OFFICIAL)
    return Filled(codes=codes[:1], rule="party.shared") if codes else None


def _joint(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """Those who do it together: those named and, of a drill, all of whom a relative clause says that they take part."""
    told = _together(firing, setting, actor, recipient)
    more = joining(firing, setting) if firing.frame.type in GOING_ON and told.all_codes() else NOBODY
    return told._replace(mentions=(*told.mentions, *more.mentions)) if more.mentions else told


def _together(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """Those who do it together, where only one is named: with the subject around a noun, or with the speaker."""
    codes = actor.all_codes()
    if recipient.all_codes() or len({code.principal for code in codes}) > 1:
        return actor
    if firing.nominal and len(codes) > 1 and len(actor.mentions) > 1:
        return actor  # "Baykal'ın Erdoğan ile görüşmesi", of one state
    if not actor.all_codes():
        return resumed(firing, setting)
    around = host(firing, setting) if firing.nominal else _owner(firing, setting, actor)
    told = bystanders.speaker(firing, setting)
    fought = firing.frame.type is EventType.ASSAULT and around.all_codes() == told.codes  # who only tells of it
    if around.all_codes() and around.all_codes() != actor.all_codes() and not fought:
        return Filled((*around.mentions, *actor.mentions), rule="party.shared")
    goes_on = firing.frame.type in GOING_ON and firing.clause.subject_from is SubjectFrom.OTHER and not firing.nominal
    if (goes_on or is_passive(firing, setting)) and told.codes and told.codes != actor.all_codes():
        return Filled(actor.mentions, (*actor.codes, *told.codes), SPEAKER)
    other = partner(firing, setting, actor)
    if other.all_codes():
        return Filled((*actor.mentions, *other.mentions), (*actor.codes, *other.codes), other.rule)
    return actor


def _owner(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """Whose the talks are that a verb tells with whom alone: "Kiev'in Moskova ile müzakereleri başladı"."""
    alone = firing.frame.type is EventType.CONSULT and not firing.clause.subject and actor.rule == "party.spoken"
    owned = alone and setting.parsed.tokens[min(firing.words)].morph.possessive in THIRD
    with_them = owned and actor.mentions and not any(mention.case is Case.GEN for mention in actor.mentions)
    return genitive(firing, setting) if with_them else NOBODY
