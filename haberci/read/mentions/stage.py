"""Mentions: the names and noun phrases of a report that stand for political actors, resolved to actor codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import ActorCode, NameKind, name_index
from haberci.core.language import Context
from haberci.core.naming import Group
from haberci.core.report import BlockKind, Mention, Report, Token
from haberci.core.rule import Rule
from haberci.core.successions import names_on
from haberci.read.mentions.acronyms import with_acronyms
from haberci.read.mentions.among import with_those_among
from haberci.read.mentions.at_places import of_all_places
from haberci.read.mentions.backers import with_backers
from haberci.read.mentions.branches import with_branches
from haberci.read.mentions.chunks import Chunker
from haberci.read.mentions.codes import Coder
from haberci.read.mentions.composed import with_composed
from haberci.read.mentions.country import own_countries
from haberci.read.mentions.holders import Holders
from haberci.read.mentions.listed import in_rows
from haberci.read.mentions.members import with_members
from haberci.read.mentions.phrases import Phrase, is_only_seat, lead_state, only_rebels, opening_state
from haberci.read.mentions.posted_people import with_posted
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense
from haberci.read.mentions.surnames import surnames
from haberci.read.mentions.things import without_things
from haberci.read.mentions.weights import first_coupling, weights_of
from haberci.read.times import report_day

_POWER = Group.POWER  # by names of their own, as in ``core.morph``
_ORGANISATION = NameKind.ORGANISATION
RULES: Final = (
    Rule("mention.state", "a state, or a capital that stands for its government", "Pyongyang yeni bir füze denedi."),
    Rule("mention.place", "a place, or a state told as a place", "Batken'de iki köy boşaltıldı."),
    Rule("mention.metonym", "who sits in a town and is not of its state", "Brüksel, Macaristan'ı uyardı."),
    Rule("mention.name", "an organisation, group or body of the register", "KGAÖ tatbikatı erteledi."),
    Rule("mention.titled", "an office, body or people of the state in front", "Rus birlikleri köyü terk etti."),
    Rule("mention.regime", "a body of power behind a ruler's name", "Maduro hükümeti sınırı kapattı."),
    Rule("mention.row", "states in a row before a force stand for theirs", "Peru ve Şili askerleri tatbikata katıldı."),
    Rule(
        "mention.griever",
        "a foreign ministry that mourns over a land is at home",
        "Dışişleri Bakanlığı, Gana'daki saldırıyı kınadı.",
    ),
    Rule("mention.guest", "a guest is the last one named who is not at home", "Rama Roma'ya geldi. Konuk lider gitti."),
    Rule(
        "mention.struck",
        "soldiers whom rebels strike are those of the state named there",
        "Mali'nin kuzeyinde Boko Haram 20 askeri öldürdü.",
    ),
    Rule("mention.hostage", "hostages of a group are of the state that it fights", "Hamas, iki rehineyi bıraktı."),
    Rule(
        "mention.sent-home",
        "those who fled are of the land to which they are sent back",
        "Pakistan, mültecileri Afganistan'a geri yolladı.",
    ),
    Rule("mention.mourned", "soldiers mourned as martyrs are those at home", "Afrin'de iki asker şehit oldu."),
    Rule(
        "mention.own",
        "those told by a possessive alone are the subject's or the speaker's",
        "Rusya, birliklerini geri çekti.",
    ),
    Rule("mention.people", "people by their state's adjective", "Filistinliler genel greve gitti."),
    Rule("mention.adjective", "a state's adjective before a common noun", "Kamuoyu Fransız yardımını tartışıyor."),
    Rule("mention.person-titled", "a person with an office of the state in front", "Rusya Başbakanı Mişustin geldi."),
    Rule("mention.person-known", "a person of the register", "Lavrov, teklifi geri çevirdi."),
    Rule(
        "mention.person-again",
        "a shorter name of a person named in full",
        "Moldova Savunma Bakanı Anatolie Nosatii geldi. Nosatii anlaşmayı imzaladı.",
    ),
    Rule("mention.person-of-party", "a person whose party is told", "HDP'li Murat Kaya tutuklandı."),
    Rule("mention.person-sent", "a person told with the body that he is of", "Pentagon'dan Mark Hill konuştu."),
    Rule(
        "mention.person-row",
        "people in a row behind a title or party in common",
        "HDP milletvekilleri Ela Kor, Murat Kaya ve Zozan Ateş tutuklandı.",
    ),
    Rule("mention.person-unknown", "a name without an office", "Törene yazar Elmira Sadıkova katıldı."),
    Rule(
        "mention.person-holding",
        "a person who is said to hold an office",
        "Moldova Valisi olan Oleg Sarov görevi bıraktı.",
    ),
    Rule("mention.inherited", "an office of the one before in the genitive", "Putin'in sözcüsü istifa etti."),
    Rule(
        "mention.listed",
        "an office beside one whose state is told",
        "Törene Nepal Başbakanı Arjun Thapa, Savunma Bakanı Bikram Rai katıldı.",
    ),
    Rule(
        "mention.office-again",
        "an office that had its state before",
        "Peru Dışişleri Bakanlığı nota verdi. Dışişleri Bakanlığı yeni adımlar atacak.",
    ),
    Rule(
        "mention.office-bare", "an office without a state is that of the state that weighs most", "Bakan istifa etti."
    ),
    Rule(
        "mention.rebels-again",
        "armed people without a name are those named before",
        "Hamas saldırıyı üstlendi. Teröristler köprüyü yıktı.",
    ),
    Rule("mention.organisation-again", "the organisation named before", "AGİT toplandı. Örgüt, gözlemci gönderecek."),
    Rule(
        "mention.kind-again",
        "a body told again by what it is",
        "Gazprom vanaları kapattı. Şirket, Ukrayna'yı suçladı.",
    ),
    Rule("mention.uncodable", "a party that is named but has no code", "Uluslararası toplum saldırıya tepki gösterdi."),
    Rule(
        "mention.unknown-body",
        "an office of a body that nobody knows, and that is no state's",
        "Yeşilsu Direktörü Ela Kor konuştu.",
    ),
    Rule("mention.sport", "who is of sport is no political actor", "UEFA, kulüplere ceza verdi."),
    Rule(
        "mention.among",
        "a number of states or people of which some are named",
        "Aralarında Mısır ve Katar'ın da bulunduğu 12 ülke, saldırıyı kınadı.",
    ),
    Rule(
        "mention.posted",
        "those who serve at a mission are of whose it is",
        "Bern, Rusya Büyükelçiliğinde görevli iki diplomatı sınır dışı etti.",
    ),
    Rule(
        "mention.composed",
        "a group whose members are named",
        "Fransa, Almanya ve İngiltere'den oluşan grup saldırıyı kınadı.",
    ),
    Rule("mention.pair", "the last two parties named", "Umman ile Yemen anlaştı. İki ülke sınır kapısını açtı."),
    Rule(
        "mention.own-country",
        "the state of the one who speaks or acts",
        "Bakan Park, ülkesinin destek verdiğini söyledi.",
    ),
)
DASH: Final = "-"
OPENERS: Final = frozenset({":", '"', "“", "–", "•"})  # behind these a capital is no evidence of a name
OPENERS_OR_DASH: Final = OPENERS | {DASH}  # a dash opens with a space behind it
SILENT: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.FURNITURE})


def mentions(report: Report, context: Context) -> Report:
    """The report with its mentions, in text order; they do not overlap, and none lies in another."""
    if not report.tokens:
        return report
    naming = context.pack.naming
    starts = frozenset(s.first for s in report.sentences)
    day = report_day(report)
    names = names_on(context.register, context.pack.lower, day)
    index = with_acronyms(names, report.names, context.pack.lower)
    words = context.pack.clause_words
    people = surnames(report.names, context.pack.lower)
    scan = Scanner(report.tokens, starts | _after_quotes(report.tokens), naming, index, words, people)
    phrases = list(_phrases(report, Chunker(scan)))
    filed = _dateline(report, context)
    body = next((n for n, s in enumerate(report.sentences) if s.block is not BlockKind.HEADLINE), 0)
    filed = None if filed is not None and is_only_seat(phrases, body, filed) else filed
    weights = weights_of(filed, lead_state(phrases, naming.home), naming.home)
    states = frozenset(context.register.states)
    salience = Salience(states, weights)
    salience.coupled = first_coupling(_couplings(phrases, scan))
    salience.only_rebels = only_rebels(phrases)
    salience.opener = opening_state(phrases, naming.home, scan) if filed is None else None
    holders = Holders(scan, context.register, context.pack.lower, day)
    coder = Coder(scan, context.register, day, salience, holders)
    drafts = [(phrase, coder.sense(phrase)) for phrase in phrases]
    drafts = [(p, s if s is not None or p.titles or p.names else coder.recalled(p)) for p, s in drafts]
    drafts = [(p, coder.filled(p, s) if s is not None and _is_open(s, coder.people.told) else s) for p, s in drafts]
    senses = [(phrase, sense) for phrase, sense in drafts if sense is not None]
    senses = list(without_things(senses, report, scan, context.pack))
    for phrase, sense in senses:
        holders.note(phrase, sense)
    found = [_mention(report, phrase, sense, holders.of(phrase, sense)) for phrase, sense in senses]
    found = with_posted(report, with_branches(report, found, naming), naming)
    found = list(with_members(report, found, naming))
    found += own_countries(report, found, naming, states)
    found.sort(key=lambda mention: mention.first)
    found = with_those_among(report, list(in_rows(found, report.tokens, words)), naming)
    found = of_all_places(report, with_backers(report, with_composed(report, found, naming), naming), naming)
    return replace(report, mentions=tuple(found))


def _is_open(sense: Sense, told: Mapping[str, ActorCode]) -> bool:
    """Whether a person was unknown where they were first named, or of another than the report tells later.

    ``told`` are the codes of those whose office it tells with its owner.
    """
    code = told.get(sense.person or "") if sense.rule == "mention.person-known" else None
    changed = code is not None and [code.principal] != [c.principal for c in sense.codes]
    return (changed or sense.rule == "mention.person-unknown") and sense.office is None


def _after_quotes(tokens: Sequence[Token]) -> frozenset[int]:
    """Words behind an opening mark of speech or a colon, whose capital is no evidence either."""
    marks = [k for k, token in enumerate(tokens[:-1]) if token.text in OPENERS_OR_DASH]
    opening = (k for k in marks if tokens[k].text != DASH or tokens[k].span.stop < tokens[k + 1].span.start)
    return frozenset([k + 1 for k in opening])


def _phrases(report: Report, chunker: Chunker) -> Iterator[Phrase]:
    for number, sentence in enumerate(report.sentences):
        if sentence.block not in SILENT:
            yield from chunker.phrases(number, sentence.first, sentence.last)


def _dateline(report: Report, context: Context) -> str | None:
    """The state of the dateline's place."""
    place = next((b.get("place") for b in report.layout if b.kind is BlockKind.DATELINE), None)
    if not place:
        return None
    words = context.pack.lower(place).split()
    index = name_index(context.register, context.pack.lower)
    found = index.longest(lambda k: ((words[k], ""), (words[k].replace("ı", "i"), "")), 0, len(words))  # WASHINGTON
    return found.names[0].code.principal if found is not None else None


def _couplings(phrases: Sequence[Phrase], scan: Scanner) -> Iterator[tuple[str, str]]:
    """Which state the report says "rejim" or "muhalefet" of."""
    for phrase in phrases:
        words = [u.title.word for u in phrase.titles if u.title is not None and scan.is_titled(u, _POWER)]
        owners = [u.name for u in phrase.names if u.name is not None and u.name.kind is not _ORGANISATION]
        owner = owners[0] if owners else phrase.person
        if words and owner is not None:
            yield from ((word, owner.code.principal) for word in _akin(words[0]))


def _akin(word: str) -> tuple[str, ...]:
    return ("muhalefet", "muhalifler") if word.startswith("muha") else (word,)


def _mention(report: Report, phrase: Phrase, sense: Sense, holder: str | None) -> Mention:
    at = report.words(phrase.first, phrase.last)
    return Mention(
        at=at,
        first=phrase.first,
        last=phrase.last,
        text=report.text[at.text_start : at.text_stop],
        kind=sense.kind,
        codes=sense.codes,
        case=sense.case or phrase.case,
        plural=phrase.plural,
        rule=sense.rule,
        person=sense.person,
        office=sense.office,
        holder=holder,
        place=sense.place,
    )
