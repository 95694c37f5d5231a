"""In which state a deed is told: that of the place in its clause, in its sentence, or told last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, takewhile
from operator import attrgetter
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Case, Form, Pos
from haberci.core.naming import Group
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting
from haberci.read.rows import group_of

REBEL: Final = "REB"
ABROAD: Final = frozenset({"IGO", "NGO", REBEL, "JRN"})  # who may be at work in any land
ARMY: Final = "MIL"
OFFICIAL: Final = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY"})
GUEST_REACH: Final = 1  # sentences back to the place where people of unknown home are
DISTANCE: Final = 4  # words behind a place in which it is told how far: "yaklaşık 200 kilometre"
JUDGED: Final = "judged"  # verdict of verbs that tell what was done to judge it
JUDGED_FORMS: Final = frozenset({Form.MA, Form.IS, Form.DIK})
# What the law does to one who is away.
AFTER_ONE: Final = frozenset({EventType.THREATEN, EventType.SANCTION, EventType.ACCUSE})
WENT_FORMS: Final = frozenset({Form.AN, Form.DIK})
ON_WAY: Final = frozenset({Form.KEN, Form.MA, Form.MAK})
CAUGHT: Final = "arrest"
WENT_REACH: Final = 4  # words between a place and the participle of who went there
MINDED: Final = 8  # words from a place to the verb by which others mind what is done there
ATTRIBUTIVE: Final = ("daki", "deki", "taki", "teki")
SERVED: Final = 3  # words behind one for whom another works: "Oslo'ya gizli bilgi sızdıran"
SITE_REACH: Final = 2  # words behind a state in which its place stands: "orta kesiminde"


def land(firing: Firing, setting: Setting) -> str | None:
    """The state in which the deed is told: that of a place in the clause or another phrase, else the last one told.

    People without office may be guests there: a place told in the sentence or shortly before goes before them. Where
    no land at all is told in the whole report, it is the one at home.
    """
    mentions = setting.parsed.mentions
    parts = sorted(firing.clause.parts, key=lambda p: _tells_land(p, mentions[p.chunk]))
    parts = [p for p in parts if p.link is not Link.FOR]  # "Rusya adına casusluktan": on whose behalf, not where
    parts = [p for p in parts if p.link is not Link.MODIFIER or not _is_pair(firing, setting, p)]
    apart = _apart(firing, setting, parts)
    parts = [p for p in parts if p.chunk not in apart]
    parts = [p for p in parts if not is_landmark(setting, mentions[p.chunk])] or parts
    here = [mentions[part.chunk] for part in parts]
    people = [m for m in here if not _is_of_state(m)]
    hosts = [m for m in here if _is_of_state(m)]
    around = _places_near(setting) if people and not hosts else ()
    limit = setting.parsed.base + firing.anchor
    sentence = (m for n, m in reversed([*enumerate(mentions)]) if m.first < limit and n not in apart)
    before = (m for m in told_before(setting) if not _is_minded(m, setting))
    near = (_state_of(mention, setting) for mention in chain(hosts, around, people, sentence))
    far = (_state_of(mention, setting) for mention in before)
    principal = next((state for state in chain(near, _protesters(firing, setting), far) if state is not None), None)
    if principal is not None:
        return principal
    bands = _bands_acting(firing, setting)
    if len(bands) == 1:
        return bands.pop()  # "Belucistan Kurtuluş Ordusu, yolcuları rehin aldı"
    home = setting.parsed.pack.naming.home
    beyond = {_state_of(mentions[n], setting) for n in apart}
    told = {_state_of(mention, setting) for mention in setting.report.mentions}
    return home if told <= {home, None} | beyond else None


def _bands_acting(firing: Firing, setting: Setting) -> set[str]:
    """The states of whose armed groups a clause tells that they do it."""
    codes = (code for n in firing.clause.subject for code in setting.parsed.mentions[n].codes)
    return {code.principal for code in codes if code.sector in IRREGULAR and code.principal in setting.states}


def _apart(firing: Firing, setting: Setting, parts: list[ClausePart]) -> set[int]:
    """Phrases that tell no land: who only judges, beyond a border, where one only went, what is minded, missions."""
    beyond = (p.chunk for p in parts if _is_beyond(setting, p))
    missions = (n for n, mention in enumerate(setting.parsed.mentions) if _is_mission(mention, setting))
    served = (*_served(firing, setting), *risen_against(firing, setting))
    return {*_judges(firing, setting), *beyond, *_gone_to(firing, setting), *minded(setting), *missions, *served}


def _served(firing: Firing, setting: Setting) -> Iterator[int]:
    """For whom one spied who is caught, which does not tell where he was: "İran'a çalışan iki kişi yakalandı"."""
    words = setting.parsed.pack.naming.words[Group.SERVING]
    for part in firing.clause.parts if firing.frame.mode == CAUGHT else ():
        mention = setting.parsed.mentions[part.chunk]
        last = mention.last - setting.parsed.base
        behind = setting.parsed.tokens[last : min(last + SERVED, firing.clause.verb)]
        serves = part.case is Case.DAT and any(token.morph.lemma in words for token in behind)
        if mention.kind is not MentionKind.PLACE and (serves or part.link is Link.FOR):
            yield part.chunk


def risen_against(firing: Firing, setting: Setting) -> Iterator[int]:
    """With whom is dealt in what people protest against: "Oslo'da grup, Bern'e silah verilmesini protesto etti"."""
    for part in firing.clause.parts if firing.frame.type is EventType.PROTEST else ():
        below = setting.parsed.through(part)
        if part.case in (Case.DAT, Case.GEN, Case.ACC) and any(clause.form is Form.MA for clause in below):
            yield part.chunk


def _protesters(firing: Firing, setting: Setting) -> list[str]:
    """The state of those who were told to protest shortly before, where others of them do: "Grup çelenk bıraktı"."""
    if firing.frame.type is not EventType.PROTEST:
        return []
    near = setting.report.sentences[max(0, setting.parsed.number - GUEST_REACH)].at.start
    protests = [e for e in setting.told_before if e.type is EventType.PROTEST and e.at.start >= near]
    return [code.principal for e in protests[-1:] for code in e.actors if is_land(code, setting)]


def _is_mission(mention: Mention, setting: Setting) -> bool:
    """Whether a phrase tells a house that stands in another land: "ABD Başkonsolosluğu önüne çelenk bıraktı"."""
    last = setting.parsed.tokens[mention.last - setting.parsed.base - 1].morph.lemma
    return mention.kind is MentionKind.BODY and last in setting.parsed.pack.naming.words[Group.EMBASSY]


def _judges(firing: Firing, setting: Setting) -> tuple[int, ...]:
    """Those who only judge what was done elsewhere: "Norveç, muhalif liderin tutuklanmasını kınadı"."""
    above = None if firing.nominal else setting.parsed.clause_of(firing.clause.parent)
    if above is None or firing.clause.form not in JUDGED_FORMS:
        return ()
    verbs, tokens = setting.nouns.verbs, setting.parsed.tokens
    judged = JUDGED in (verbs.get(tokens[above.verb].morph.lemma), verbs.get(tokens[above.verb - 1].lower))
    return above.subject if judged else ()


def _gone_to(firing: Firing, setting: Setting) -> Iterator[int]:
    """Where one only went whom the law at home is after: "Oslo'ya kaçan iş adamı hakkında yakalama kararı çıktı".

    Who is caught on the way is not there yet: "Bulgaristan'a kaçarken yakalandı".
    """
    after, caught = firing.frame.type in AFTER_ONE, firing.frame.mode == CAUGHT
    if firing.nominal or not (after or caught):
        return
    tokens, verb = setting.parsed.tokens, firing.clause.verb
    fleeing = setting.parsed.pack.naming.words[Group.ESCAPE]
    for number, mention in enumerate(setting.parsed.mentions):
        start = mention.last - setting.parsed.base
        went = next((t for t in tokens[start : min(start + WENT_REACH, verb)] if t.morph.form is not None), None)
        if mention.case is not Case.DAT or went is None:
            continue
        if went.morph.form in WENT_FORMS if after else went.morph.lemma in fleeing and went.morph.form in ON_WAY:
            yield number


def minded(setting: Setting) -> Iterator[int]:
    """Places where that is done which people elsewhere mind: "Oslo'da Gazze'deki saldırıları protesto eden grup"."""
    mentions = setting.parsed.mentions
    for number, mention in enumerate(mentions):
        elsewhere = any(m.case is Case.LOC and m.kind is MentionKind.PLACE for m in mentions[:number])
        if (elsewhere or mention.case is Case.DAT) and _is_minded(mention, setting):
            yield number


def _is_minded(mention: Mention, setting: Setting) -> bool:
    """Whether a place only tells where something is done, or against whom, that is minded right behind."""
    tokens, last = setting.report.tokens, mention.last
    if mention.kind is not MentionKind.PLACE or last >= len(tokens):
        return False
    bare = tokens[last - 1].morph.case in (None, Case.NOM)
    owned = bare and tokens[last].morph.possessive in THIRD
    described = owned or tokens[last - 1].lower.endswith(ATTRIBUTIVE)  # "Gazze saldırıları", "Gazze'deki"
    aimed = mention.case is Case.DAT and tokens[last].morph.pos is Pos.ADP  # "Gazze'ye yönelik"
    words = setting.parsed.pack.naming.words[Group.MINDING]
    return (described or aimed) and any(token.morph.lemma in words for token in tokens[last : last + MINDED])


def _state_of(mention: Mention, setting: Setting) -> str | None:
    """The state that a phrase tells of; None for armed groups, the press and organisations of many states."""
    code = mention.codes[0] if mention.codes else UNKNOWN
    return code.principal if is_land(code, setting) else None


def is_land(code: ActorCode, setting: Setting) -> bool:
    """Whether a code stands for a state, and for none who may be at work in any."""
    return code.principal in setting.states and code.sector not in ABROAD


def of_land(firing: Firing, setting: Setting, sector: str) -> Filled:
    """Those of a sector in the land in which the deed is told, who are not named; nobody where no land is known."""
    principal = land(firing, setting)
    if principal is None:
        return NOBODY
    return Filled(
        codes=(ActorCode(_own_forces(principal, setting) if sector == ARMY else principal, sector),), rule=GUESSED
    )


def _own_forces(principal: str, setting: Setting) -> str:
    """Whose forces act in a land: those at home where they stand in it and the group that they fight is told."""
    naming = setting.parsed.pack.naming
    if principal not in naming.words[Group.FRONT]:
        return principal
    told = {code.principal for mention in setting.parsed.mentions for code in mention.codes}
    return principal if told.isdisjoint(naming.words[Group.FOE]) else naming.home


def _is_of_state(mention: Mention) -> bool:
    """Whether a phrase tells a place, a state or its organs, no people, writers or firms."""
    return mention.kind is MentionKind.PLACE or (bool(mention.codes) and mention.codes[0].sector in OFFICIAL)


def _places_near(setting: Setting) -> Iterator[Mention]:
    """The places of the sentence, then those of the sentences shortly before, the last first."""
    yield from (m for m in reversed(setting.parsed.mentions) if m.kind is MentionKind.PLACE)
    start = setting.report.sentences[max(0, setting.parsed.number - GUEST_REACH)].first
    before = takewhile(lambda m: m.first >= start, told_before(setting))
    yield from (m for m in before if m.kind is MentionKind.PLACE)


def told_before(setting: Setting) -> Iterator[Mention]:
    """The mentions of the sentences before, the last first."""
    mentions = setting.report.mentions
    for number in range(bisect_left(mentions, setting.parsed.base, key=attrgetter("first")) - 1, -1, -1):
        yield mentions[number]


def _is_pair(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a phrase stands in a row of states, which tells no single land: "Peru-Şili sınırında"."""
    row = group_of(setting.parsed, part, firing.clause)
    return len({code.principal for mention in row for code in mention.codes}) > 1


def _is_beyond(setting: Setting, part: ClausePart) -> bool:
    """Whether a phrase only tells whose border is near: "Yunanistan'ın Türkiye sınırına yakın bölgesinde"."""
    behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    tokens = setting.parsed.tokens
    return part.link is Link.MODIFIER and behind < len(tokens) and tokens[behind].morph.lemma in setting.nouns.borders


def is_landmark(setting: Setting, mention: Mention) -> bool:
    """Whether a place only says near or off what another is: "Kilis'e 5 kilometre uzaklıktaki", "Yemen açıklarında"."""
    if is_offshore(setting, mention):
        return True
    behind = mention.last - setting.parsed.base
    words = setting.parsed.tokens[behind : behind + DISTANCE]
    numbers = [at for at, token in enumerate(words[:-1]) if token.morph.pos is Pos.NUM]
    return mention.case is Case.DAT and any(words[at + 1].lower in setting.nouns.measures for at in numbers)


def is_offshore(setting: Setting, mention: Mention) -> bool:
    """Whether a land only says off which coast something is, where nobody is of it."""
    words = setting.parsed.tokens[mention.last - setting.parsed.base :][:1]
    return any(token.lower in setting.parsed.pack.naming.words[Group.OFFSHORE] for token in words)


def _tells_land(part: ClausePart, mention: Mention) -> int:
    """How well a phrase tells the land: a place before all, people last, who may be guests there."""
    return 0 if is_place(part, mention) else 2 if mention.kind is MentionKind.PEOPLE else 1


def is_place(part: ClausePart, mention: Mention) -> bool:
    """Whether a phrase tells where."""
    return part.case is Case.LOC or mention.kind is MentionKind.PLACE


def owns_place(setting: Setting, owner: Mention) -> bool:
    """Whether a state only says where a place is: "Nijerya'nın orta kesiminde düzenlenen saldırıda"."""
    if owner.kind is not MentionKind.STATE or owner.case is not Case.GEN:
        return False
    start = owner.last - setting.parsed.base
    for token in setting.parsed.tokens[start : start + SITE_REACH]:
        if token.morph.possessive is not None or token.morph.form is not None:
            there = token.morph.case is Case.LOC or token.morph.pos is Pos.ADJ
            return there and token.morph.lemma in setting.parsed.words.sites
    return False
