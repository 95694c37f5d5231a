"""Who takes part in a gathering: all whom its sentence names, and those whom a later one adds."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form, Pos
from haberci.core.report import Event, Mention, MentionKind
from haberci.core.rule import Rule
from haberci.read.events.admission import DEALERS
from haberci.read.events.bystanders import place
from haberci.read.events.doers import doer, is_passive
from haberci.read.events.fillers import COUNTS, genitive, with_whom
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of

NEAR: Final = 2  # words before those for a clash in which those stand who are fought
FOUGHT: Final = (MentionKind.PEOPLE, MentionKind.GROUP)
CALLED: Final = (Pos.NOUN, Pos.ADJ)  # what stands between an organisation and its gathering: "gayriresmi"
RULES: Final = (
    Rule(
        "party.joined",
        "who takes part, too, joins those told before",
        "Zirveye Macron ve Scholz katıldı. Zirveye Rama da katıldı.",
    ),
    Rule(
        "party.border",
        "who clashes at a border are the land behind it and the only other state told",
        "Ermenistan Savunma Bakanlığı, Azerbaycan sınırında çıkan çatışmada üç askerin öldüğünü açıkladı.",
    ),
)
COMMA: Final = ","
PAIR: Final = 2
BARE: Final = (Case.NOM, Case.GEN)
ORGANISED: Final = "IGO"
JOINED: Final = "party.joined"
HELP: Final = 4  # words behind one who helps to a truce in which that is said
# Lands whose wars, told without their sides, are mostly with another state.
DIVIDED: Final = frozenset("PSE ISR LBN UKR RUS IRN ARM AZE IND PAK KOR PRK".split())
TOGETHER: Final = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})  # with whom, a part tells
GATHERED: Final = 3  # sentences back to the gathering that others join


def givers(firing: Firing, setting: Setting) -> Filled:
    """The subject; of help with all that give a number of things: "Madrid iki, Zagreb bir uçak gönderdi"."""
    found = doer(firing, setting)
    if firing.nominal or not found.mentions or is_passive(firing, setting):
        return found
    if firing.frame.type is not EventType.AID:
        return _accompanied(found, firing, setting)
    tokens = setting.parsed.tokens
    plain = [p for p in firing.clause.parts if all(tokens[verb].morph.form is Form.MA for verb in p.through)]
    counted = [p for p in plain if _gives_number(p, setting)]  # over "söndürme" in "yangın söndürme uçağı"
    row = [setting.parsed.mentions[part.chunk] for part in counted]
    if len(row) < PAIR or found.mentions[0] not in row:
        return _accompanied(found, firing, setting)
    return found._replace(mentions=tuple(sorted(row, key=lambda mention: mention.first)))


def _accompanied(found: Filled, firing: Firing, setting: Setting) -> Filled:
    """Those who do it with all whom they do it together with: "Oslo, Lahey ile birlikte Kiev'e uçak verdi".

    Not where more than the one who is told last undergoes it: "Oslo, Minsk ile birlikte Tahran'ı da kınadı".
    """
    if firing.frame.type in TOGETHER:
        return found
    parsed, own = setting.parsed, {code.principal for code in found.all_codes()}
    for part in firing.clause.parts:
        mention = parsed.mentions[part.chunk]
        behind = mention.last - parsed.base
        behind += parsed.small[behind] in parsed.words.company
        joins = part.own and part.link is Link.WITH and parsed.words.links.get(parsed.small[behind]) is Link.WITH
        others = bool(mention.codes) and all(c.sector in DEALERS and c.principal not in own for c in mention.codes)
        if joins and others and parsed.words.clitics.isdisjoint(parsed.small[behind : firing.anchor]):
            row = {*found.mentions, *group_of(parsed, part, firing.clause)}
            return found._replace(mentions=tuple(sorted(row, key=lambda m: m.first)))
    return found


def _gives_number(part: ClausePart, setting: Setting) -> bool:
    """Whether a bare phrase stands right before the number of what it gives."""
    mention = setting.parsed.mentions[part.chunk]
    bare = part.case is Case.NOM and part.link in (Link.PART, Link.MODIFIER) and bool(mention.codes)
    at = mention.last - setting.parsed.base
    return bare and setting.parsed.tokens[at].morph.pos in COUNTS


def participants(firing: Firing, setting: Setting) -> Filled:
    """The subject with all that stand in a row with it: "Toplantıya Macron, Scholz ile İtalya ve Polonya katıldı"."""
    found = doer(firing, setting)
    if not found.all_codes() or firing.nominal:
        return found
    parsed = setting.parsed
    more = [parsed.mentions[p.chunk] for p in firing.clause.parts if p.own and _takes_part(p, firing, setting)]
    more += taking_part(firing, setting).mentions
    alone = set(more) <= set(found.mentions) and not parsed.tokens[firing.anchor].morph.negative
    more += _convener(firing, setting) if alone else []
    row = found._replace(mentions=tuple(sorted({*found.mentions, *more}, key=lambda mention: mention.first)))
    crowd = any(mention.kind is MentionKind.PEOPLE for mention in found.mentions)  # "toplanan muhalifler"
    met = None if crowd else _joined(row, firing, setting)
    return row if met is None else Filled(codes=(*met.actors, *row.all_codes()), rule=JOINED)


def taking_part(firing: Firing, setting: Setting) -> Filled:
    """Who takes part in what others do: "Rama ile Sandu, Vucic'in de katılımıyla zirve yaptı"."""
    parsed = setting.parsed
    for part in firing.clause.parts:
        at = parsed.mentions[part.chunk].last - parsed.base
        if at >= firing.anchor:
            continue
        at += parsed.small[at] in parsed.words.clitics
        word = parsed.tokens[at].morph
        joins = word.case is Case.INS and word.lemma in setting.nouns.joining
        if part.case is Case.GEN and part.own and joins and at < firing.anchor:
            return Filled(group_of(parsed, part, firing.clause))
    return NOBODY


def _convener(firing: Firing, setting: Setting) -> list[Mention]:
    """The organisation whose gathering one comes to: "Fidan, NATO zirvesine katıldı"."""
    base, tokens = setting.parsed.base, setting.parsed.tokens
    word = base + min(firing.words)
    told = [m for m in setting.parsed.mentions if m.codes and all(code.sector == ORGANISED for code in m.codes)]
    near = (m for m in told if m.case in BARE and 0 <= word - m.last <= PAIR)
    plain = [m for m in near if all(t.morph.pos in CALLED for t in tokens[m.last - base : word - base])]
    return plain or [m for m in told if m.first <= word < m.last]  # "AB Zirvesi" is one name


def _joined(row: Filled, firing: Firing, setting: Setting) -> Event | None:
    """The gathering just told that those of a row join: "Zirveye Rama da katıldı"; None without one."""
    parsed = setting.parsed
    behind = {mention.last - parsed.base for mention in row.mentions}
    if not any(token.lower in parsed.words.clitics for at, token in enumerate(parsed.tokens) if at in behind):
        return None
    for event in setting.lately(GATHERED):
        if _is_open_to(event, setting):
            return None if set(row.all_codes()) <= set(event.actors) else event
    return None


def _is_open_to(event: Event, setting: Setting) -> bool:
    """Whether others may join a gathering."""
    alike = event.type is EventType.CONSULT and event.modality is setting.told
    return alike and (event.mode == "multilateral" or (event.mode == "third-party" and not event.recipients))


def _takes_part(part: ClausePart, firing: Firing, setting: Setting) -> bool:
    """Whether a phrase is one of those who do it together: with "ile", or bare before a comma, "ve" or the verb."""
    parsed = setting.parsed
    if part.link is Link.WITH:
        return True
    if part.link is not Link.PART or part.case is not Case.NOM or _speaks_above(part, firing, parsed):
        return False
    at = parsed.mentions[part.chunk].last - parsed.base
    behind = parsed.tokens[at].lower
    return at == firing.anchor or behind == COMMA or behind in parsed.words.joints


def _speaks_above(part: ClausePart, firing: Firing, parsed: Parsed) -> bool:
    """Whether a bare phrase is only who tells of what others do: "Rama, Sandu'nun zirveye katılacağını söyledi"."""
    over = parsed.clause_of(firing.clause.parent) if firing.clause.head is None else None
    return over is not None and part.chunk in over.subject and part.chunk not in firing.clause.subject


def two_sides(firing: Firing, setting: Setting) -> Filled:
    """Whose and with whom the dealings are that a noun tells: "Lavrov'un Fidan ile görüşmesi".

    A noun without a possessive is nobody's: in "Macron ve Rama'nın evindeki görüşme" the owner only hosts it.
    """
    owners, others = genitive(firing, setting), _before_noun(with_whom(firing, setting), firing, setting)
    owned = setting.parsed.tokens[firing.anchor].morph.possessive is not None
    if not owned and not others.mentions:
        return NOBODY
    return Filled(tuple(dict.fromkeys((*owners.mentions, *others.mentions))), rule=owners.rule)


def _before_noun(found: Filled, firing: Firing, setting: Setting) -> Filled:
    """Those who stand before the noun: in "görüşmesi sırasında Rama ile Sandu tartıştı" nobody is told with whom."""
    limit = setting.parsed.base + firing.anchor
    told = tuple(mention for mention in found.mentions if mention.last <= limit)
    return found._replace(mentions=told) if firing.nominal else found


def across_border(firing: Firing, setting: Setting) -> Filled:
    """The two states at whose border it is: "Kırgızistan-Tacikistan sınırında"; else the land and who tells of it."""
    parsed = setting.parsed
    lands = [m for m in parsed.mentions if m.kind in LANDS and m.codes]
    if _fights_others(firing, setting):
        return NOBODY  # "Kenya-Somali sınırında kaçakçılarla çatışma çıktı"
    for one, other in pairwise(lands):
        joined = other.first - one.last == 1 and one.codes[0].principal != other.codes[0].principal
        if joined and _has_border(other, firing, setting):
            return Filled((one, other))
    behind = next((land for land in lands if _has_border(land, firing, setting)), None)
    return NOBODY if behind is None else _with_neighbour(behind, firing, setting)


def _fights_others(firing: Firing, setting: Setting) -> bool:
    """Whether people who are fought stand right before the words for it: "sınırında kaçakçılarla çıkan çatışmada"."""
    first, parsed = min(firing.words), setting.parsed
    near = range(max(0, first - NEAR), first)
    if any(m.kind in FOUGHT and m.case is Case.INS and m.last - parsed.base - 1 in near for m in parsed.mentions):
        return True
    words = (parsed.tokens[at].morph for at in near)
    return any(m.case is Case.INS and m.plural and m.lemma in setting.nouns.persons for m in words)


def _has_border(land: Mention, firing: Firing, setting: Setting) -> bool:
    """Whether a border is told right behind a land, before the deed."""
    at = land.last - setting.parsed.base
    return at < firing.anchor and setting.parsed.tokens[at].morph.lemma in setting.nouns.borders


def _with_neighbour(land: Mention, firing: Firing, setting: Setting) -> Filled:
    """The land behind a border, and the only other state of the sentence: "Bişkek, Tacikistan sınırında çatışma çıktı".

    Not where a group is told, or somebody to fight with; nor at the border of the state at home, which fights groups.
    """
    parsed, own = setting.parsed, land.codes[0].principal
    told = [code for m in parsed.mentions for code in m.codes if code.principal != own]
    others = {code.principal for code in told if code.principal in setting.states}
    fought = any(part.link is Link.WITH for part in firing.clause.parts) or any(c.sector in IRREGULAR for c in told)
    if fought or len(others) != 1 or {own, *others} & {parsed.pack.naming.home} or own not in setting.states:
        return NOBODY
    return Filled(codes=(ActorCode(next(iter(others)), "GOV"), ActorCode(own, "GOV")), rule="party.border")


def at_war(firing: Firing, setting: Setting) -> Filled:
    """The two sides of a war inside the land of which a truce is told: "Yemen'de ateşkes yürürlüğe girdi"."""
    tokens, base, said = setting.parsed.tokens, setting.parsed.base, setting.statement
    lands = {code.principal for code in place(firing, setting).codes}
    told = (m for m in setting.parsed.mentions if m.kind is not MentionKind.PLACE and m.codes)
    parties = (m for m in told if not (said and m.at == said.speaker_at and m.codes[0].principal in lands))
    behind = (tokens[m.last - base : m.last - base + HELP] for m in parties)
    if not all(any(token.lower.startswith(setting.nouns.helpers) for token in words) for words in behind):
        return NOBODY  # others are told than those who help to it: "Türkiye ve Rusya'nın garantörlüğünde"
    land = next(iter(lands - DIVIDED), None)
    return NOBODY if land is None else Filled(codes=(ActorCode(land, "GOV"), ActorCode(land, "REB")))
