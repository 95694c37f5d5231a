"""How a language names offices, bodies and kinds of people: the words, their forms, and what they tell of the actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.morph import Case

TWO_NAMES: Final = 2  # words of a name that tell a person's origin: a surname alone may be anybody's


class TitleKind(StrEnum):
    """What sort of thing a title word names."""

    OFFICE = "office"
    ENVOY = "envoy"  # an office in another state or at an organisation: büyükelçi, daimi temsilci
    MISSION = "mission"  # a body there: büyükelçilik
    RANK = "rank"  # a rank, which is no office: orgeneral
    BODY = "body"
    GROUP = "group"
    PEOPLE = "people"
    PAIR = "pair"  # the last two parties: iki ülke
    ORGANISATION = "organisation"  # the last organisation or group: örgüt


class Bare(StrEnum):
    """Whether a title word stands for an actor without a name beside it."""

    YES = "yes"  # siviller, polis
    CAPITAL = "cap"  # only with a capital: Bakan, Meclis
    NO = "no"


@dataclass(frozen=True, slots=True)
class Title:
    """One title word or phrase in its dictionary form. ``sector`` is empty when the body beside it decides."""

    word: str
    kind: TitleKind
    sector: str
    bare: Bare


class TitleForm(NamedTuple):
    """One reading of an inflected title word."""

    title: Title
    case: Case
    possessed: bool
    plural: bool


class Ending(NamedTuple):
    """What an ending of a name tells. ``people`` is an ending that makes a people's name of a place's (ABD'li)."""

    case: Case
    plural: bool
    people: bool = False


class Group(StrEnum):
    """Small words around names, by what they do."""

    MODIFIER = "modifier"  # before a title, changes nothing: eski, sözde
    HONORIFIC = "honorific"  # before a person's name: Sayın, Dr.
    PARTICLE = "particle"  # inside a person's name: de, bin, von
    REPUBLIC = "republic"  # behind a state's name: Cumhuriyeti
    PLACE = "place"  # behind a place's name: kenti
    CENTRE = "centre"  # behind one of those, its middle: "kent merkezi"
    STREET = "street"  # behind a place's name, of a street called so, which may lie anywhere: caddesi
    MINDING = "minding"  # by which people elsewhere mind what is done at a place: protesto, kına, destek
    GOVERNING = "governing"  # who governs a town or province, and is of the land of the scene: vali, belediye
    ADMINISTERED = "administered"  # says behind a state that it rules the place told next: "Oslo yönetimindeki"
    EMBASSY = "embassy"  # the house of a mission, which stands in another land: konsolosluk
    SERVING = "serving"  # a verb, by its lemma, of who works for another: çalış
    ESCAPE = "escape"  # a verb, by its lemma, of who tries to leave for a land: kaç
    OFFSHORE = "offshore"  # behind a land, of the sea before it, where nobody is of it: açıklarında
    FATE = "fate"  # before one of those whom politics makes a target, who is told by that: tutuklu
    DAY = "day"  # a day or month, behind a full name no part of it: cuma
    VIEW = "view"  # behind a capital in the dative, which stands for its government: göre
    CAPITAL = "capital"  # before a capital's name: başkent
    QUANTITY = "quantity"  # before people told by number: üç, binlerce
    LEADING = "leading"  # between who leads and whom: "ABD öncülüğündeki koalisyon"
    BELONGING = "belonging"  # between a group and one who is of it: "PKK üyesi olduğu sanılan iki kişi"
    DESCRIBING = "describing"  # before people, what they are by age, sex or rank: kadın, genç, önemli
    COMMON = "common"  # looks like a form of a title, but is not one: tarafından
    HOLDING = "holding"  # between an office and its holder: olan, yapan
    RULER = "ruler"  # an office of the state itself, held in no court, army or ministry: cumhurbaşkan
    HEAD_OF_LAND = "head-of-land"  # right behind a state, who rules it: lider
    CHAIRING = "chairing"  # behind the head of a delegation: başkanlık, yönetiyor
    ORIGIN = "origin"  # behind an adjective of a people that tells descent or leaning, no state: kökenli, yanlısı
    CITIZEN = "citizen"  # behind a state that someone is of, who is told by an adjective of both: uyruklu
    ABSTRACT = "abstract"  # how an ending begins behind a name by which what it stands for is told: FETÖ'cülük
    COMPOSED = "composed"  # the verb behind those who make up a group: oluş
    UNION = "union"  # what several make up: grup, koalisyon
    BRANCH = "branch"  # what a group is of a larger one, before its own name: kol, uzantı
    PARTING = "parting"  # between whose a group is and the word for it, which of them it is: PKK'nın ilk grubu
    OWN_CITIZENS = "own-citizens"  # how a possessive form begins that tells citizens of who acts: vatandaşlarını
    DESCENT = "descent"  # behind a state from which someone stems, who is another's: asıllı
    COUNTRY = "country"  # with a possessive the state of the one who speaks or acts: ülkesi
    REFLEXIVE = "reflexive"  # means the subject of the clause above: kendisi
    FIRST_PERSON = "first-person"  # means the speaker: biz
    ALIAS = "alias"  # between a person's alias and name: adlı
    ENVOY = "envoy"  # a title sent by one state to another: temsilci
    GENERAL = "general"  # bodies that in the plural are those of many states: hükümet
    SEVERAL = "several"  # holders of an office who in the plural, or counted, are told by that alone: milletvekil
    CROWD = "crowd"  # people of a trade, who as a subject are told by that alone: "Öğretmenler yürüdü"
    EXPERT = "expert"  # who, told by a field alone, is of any state: "savunma uzmanları"
    STAFF = "staff"  # who works for a person, told by the possessive alone: "Netanyahu'nun ofisi"
    HEADING = "heading"  # an office that organisations have: genel sekreter
    ORGAN = "organ"  # an organisation, told again by its kind: ittifak
    MANDATED = "mandated"  # who looks into a state for an organisation, and is no state's: raportör
    ABROAD = "abroad"  # sent to an organisation, not of it: daimi temsilci
    DELEGATION = "delegation"  # who is sent to meet others: heyet
    MINISTER = "minister"  # whose office for an organisation is a state's: "AB Bakanı"
    PEACEKEEPER = "peacekeeper"  # a force that acts for the organisation that sends it: barış güç
    POWER = "power"  # who holds or wants power in a state, told by that alone: rejim, muhalefet
    PARTISAN = "partisan"  # an office or organ that only parties have: genel başkan, il teşkilatı
    THOSE_BEFORE = "those-before"  # in the plural, at the head of a sentence, those named before: "Liderler, ..."
    ALL = "all"  # before sides that are more than two, or others: tüm
    CANDIDATE = "candidate"  # a title that nobody has yet: başkan adayı
    MEMBER = "member"  # whoever belongs to a group, or is held for it: üye, zanlı
    MEMBERS = "members"  # those who belong to a group, told by that: "bazı üyeleri"
    EMPLOYED = "employed"  # who works for somebody, told as his: "BM, iki çalışanının öldüğünü duyurdu"
    MEMBERSHIP = "membership"  # between an organisation and a state that is of it: "NATO üyesi ülke"
    MEMBER_STATE = "member-state"  # a state, told by its kind, behind that
    CRAFT = "craft"  # what a force strikes with, and is none by itself: "ordu savaş uçaklarıyla vurdu"
    UNITY = "unity"  # a unit of an army, but behind a genitive unity: "Suriye'nin birliği"
    COUNCIL = "council"  # alone, that of the United Nations: güvenlik konseyi
    KEEPERS = "keepers"  # soldiers whom several states send, so that they are of none where none is told: barış gücü
    BACKING = "backing"  # behind a state that is not the home of those told: destekli
    COURTESY = "courtesy"  # behind a person's first name: bey
    SPORT = "sport"  # who or what is of sport, and no political actor
    PRIVATE = "private"  # a title that, behind words that nobody knows, is no state's: "Yeşilsu Direktörü"
    CONTINENT = "continent"  # a part of the world that holds a state's name: Latin Amerika
    AT_HOME = "at-home"  # in an office's name, that of the home state alone: "Cumhuriyet Savcılığı"
    NOT_AT_HOME = "not-at-home"  # a title that the home state has not: senato
    MOURNED = "mourned"  # said of soldiers and police who fell, of the home state's alone: şehit
    FRONT = "front"  # codes of the lands in which soldiers of the home state stand
    FOE = "foe"  # codes of the groups that they fight there
    SEPARATISTS = "separatists"  # the code of the group that the press at home means by terror at home
    COAST = "coast"  # the first word of a guard that in capitals is the home state's: sahil
    FLEEING = "fleeing"  # who, told by that alone, is of no state that is told: göçmen
    OCCASION = "occasion"  # what office-holders meet in or are told of, possessed: "Belediye Başkanları Forumu"
    OPPOSED = "opposed"  # before an office or name, of who is against those that rule: muhalif
    PREDICATE = "predicate"  # the noun of a deed's verb, which no people's adjective goes with: gözaltına, hayatını
    OTHER_TIME = "other-time"  # before an office, which another holds today: dönemin, gelecek
    BOUND = "bound"  # between a group in the dative and who acts for it: "orduya bağlı milisler"
    PARTY = "party"  # a party, told by its kind: parti
    COMMON_PARTY = "common-party"  # what names of parties are made of in many lands: sosyal demokrat, işçi
    CABINET = "cabinet"  # those who govern, told by their kind: hükümet
    LANGUAGE = "language"  # the ending of a people's name that makes it their language: İngilizce
    FORMER = "former"  # before an office, of who held it once: eski
    BORDER = "border"  # a border in the accusative, and what a state does to its own: "sınırı kapattı"
    REBEL = "rebel"  # people of the one armed group that the report names, though later: terörist
    TARGETING = "targeting"  # the first word of a verb with somebody as its object: "hükümeti eleştirdi"
    RULING = "ruling"  # before a party that rules: iktidardaki
    TELLING = "telling"  # what a state says, on which its office then goes on: duyur
    TASK = "task"  # behind what somebody is charged with, before his office: konusundaki, sorumlu
    TAKEN_UP = "taken-up"  # a kind of bodies by which one is told again anywhere in a sentence: şirket
    GRIEVING = "grieving"  # what a foreign ministry says of the dead of another land: kına, taziye
    ABROAD_ALONE = "abroad-alone"  # in a ministry's name, that it deals with other lands alone: dışişleri
    EVERY_STATE = "every-state"  # in a body's name, that every state has it, told bare that at home: genelkurmay
    TAKEN_ABROAD = "taken-abroad"  # one by which only that of an organisation is: "mahkemeyi suçladı"
    SPOKEN_TO = "spoken-to"  # the first word of a verb of what is said to or of somebody: suçla, çağır
    SAID_TO = "said-to"  # behind whom something is asked of, or said to: "Brüksel'den istedi", "Brüksel'e tepki"
    HOSTAGE = "hostage"  # who is held by somebody who tells no land of his: rehine
    SENT_BACK = "sent-back"  # what is done to those who fled, behind the land to which they go: geri, iade
    COUNTED = "counted"  # behind a state, who is of it, before others told by number: "Irak vatandaşı iki kişi"
    POSTED = "posted"  # behind a mission or body, before the word for those who serve there: görevli
    DIPLOMATS = "diplomats"  # those who serve at a mission: diplomat, çalışan
    HEADCOUNT = "headcount"  # people who are counted, of whom one is named: kişi, yetkili
    AMONG = "among"  # tells that some of those counted behind it are named: "aralarında", "gibi"
    LIKE = "like"  # of these, what stands right behind the names: "Mısır gibi ülkeler"
    ROW = "row"  # what ties names in a row, or a particle behind the last: ve, da
    NOBODY = "nobody"  # a word with a capital that is neither a person nor a part of one
    REGIME = "regime"  # rulers by a word that is said of those at war with their own people: rejim
    RULING_POWER = "ruling-power"  # those who rule, and the power that they have: "iktidara geldi"
    TURN = "turn"  # an office of an organisation that its members hold by turns: "dönem başkanlığı"
    MEDIATING = "mediating"  # words behind who brings others together: "Norveç'in arabuluculuğunda"
    HANDING = "handing"  # verbs by which an office goes over to another: "görevi Rabuka'ya devretti"
    DUTY = "duty"  # nouns for an office that goes over so: görev, koltuk
    SUPPORTERS = "supporters"  # people who are for a group, and no part of it: "PKK yandaşları"
    POWER_TO = "power-to"  # words behind it, in the dative, where the former are meant: "iktidara seslendi"
    POWER_OF = "power-of"  # the same in the ablative: "iktidardan istedi"
    POWER_BLAMED = "power-blamed"  # the same in the accusative: "iktidarı kınadı"
    FOREIGN_PART = "foreign-part"  # letters in a person's name that the language does not write: w, ck
    FOREIGN_GIVEN = "foreign-given"  # first names that nobody has at home: Robert
    BACKERS = "backers"  # people told by whom they back or oppose, as their words begin: yanlıları, karşıtları
    AGENCY_NAME = "agency-name"  # the word by which a full name tells an agency: Ajansı
    MINISTRY_NAME = "ministry-name"  # the last word of the full name of a ministry: Bakanlığı
    HOME_LETTER = "home-letter"  # letters of a surname that tell one of the home state all the same: ş


@dataclass(frozen=True, slots=True, eq=False)
class NamingTable:
    """The title words of a language, ready for look-up.

    ``forms`` leads the words of a title in small letters (the last one inflected) to its readings; ``topics`` are
    words that stand before a title and tell its sector (``savunma`` → MIL) or nothing (``dışişleri`` → empty).
    ``endings`` are endings of names, ``words`` the small words by group, ``openings`` the first words of titles and
    topics, ``home`` the state whose offices a report of this language means when it names none. ``offices`` leads a
    title in its dictionary form to the office of the register that it names: ``dışişleri bakan`` → foreign-minister.
    ``metonyms`` are towns that stand for who sits there and is not of their state; ``homes`` are the states in which
    a people without one of its own is at home, the one most told of first. ``kinds`` leads the sector of a body, or the
    last word of its name, to the words for its kind, which take it up: ``Divanı`` → mahkeme. ``grounds`` lead the first
    word of a place to the beginning of its next word, if it has one, and the group that the home state fights there.
    ``bynames`` lead a title in its dictionary form to the group that the press at home means by it.
    ``hostages`` lead the principal of those who hold hostages to the state of which these are.
    """

    forms: Mapping[tuple[str, ...], tuple[TitleForm, ...]]
    topics: Mapping[tuple[str, ...], str]
    endings: Mapping[str, Ending]
    words: Mapping[Group, frozenset[str]]
    openings: frozenset[str]
    offices: Mapping[str, str]
    homes: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, ActorCode]
    kinds: Mapping[str, tuple[str, ...]]
    grounds: Mapping[str, tuple[tuple[str, ActorCode], ...]]
    bynames: Mapping[str, ActorCode]
    hostages: Mapping[str, str]
    home: str
    longest: int = 4

    def is_foreign(self, name: Sequence[str]) -> bool:
        """Whether a person's name, its words in small letters, is one that nobody has at home: "robert moore"."""
        if not name or len(name) < TWO_NAMES:
            return False
        if any(part in word for word in name for part in self.words[Group.FOREIGN_PART]):
            return True
        at_home = any(letter in name[-1] for letter in self.words[Group.HOME_LETTER])
        return name[0] in self.words[Group.FOREIGN_GIVEN] and not at_home
