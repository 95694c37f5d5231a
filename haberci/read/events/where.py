"""Where a deed took place: from the places told in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.facts import PlacePrecision, Where
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, Case, Form, Pos
from haberci.core.places import Place, find_places
from haberci.core.report import Mention, MentionKind, Report
from haberci.core.rule import Rule
from haberci.core.span import Evidence
from haberci.core.states import load_states
from haberci.read.events.matching import Firing
from haberci.read.events.spots import BEHIND, Spot, spots
from haberci.read.events.when import described, describes, end_of, is_scene
from haberci.read.parse import Parsed

RULES: Final = (
    Rule("where.in", "a place in the locative says where its clause's deed took place", "Heyetler Tiran'da görüştü."),
    Rule("where.part", "a part of a place, or what is near, in the locative", "Ordu, Irak'ın kuzeyinde üs vurdu."),
    Rule(
        "where.named", "a deed that goes by the name of its place", "Parti, Ankara mitinginde hükümeti protesto etti."
    ),
    Rule("where.struck", "an attack took place where its target lies", "Uçaklar Gazze'ye hava saldırısı düzenledi."),
    Rule("where.home", "what is done in the country is done at home", "Maduro, ülke genelinde tatbikat düzenledi."),
    Rule("where.people", "a people protests in its own state", "Kosovalı Sırplar yola barikat kurdu."),
    Rule("where.visited", "a visit leads to the place in the dative or accusative", "Bakan Bakü'yü ziyaret etti."),
    Rule("where.left", "who draws back leaves the place in the ablative", "Birlikler Tel Abyad'dan çekildi."),
    Rule(
        "where.scene",
        "what is said or talked over at a meeting takes place where that is held",
        "Cenevre'de düzenlenen konferansta konuşan bakan, saldırıyı kınadı.",
    ),
    Rule(
        "where.dateline",
        "a meeting with, or a protest in, the state where the report is filed takes place there",
        "TIFLIS (AA) - Bakan, Gürcistan Başbakanı ile görüştü.",
    ),
)
SPOKEN: Final = frozenset(
    {EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.REJECT, EventType.CONCEDE, EventType.ACCUSE,
     EventType.THREATEN}
)  # fmt: skip
HELD: Final = frozenset({EventType.CONSULT, EventType.PROTEST, EventType.ASSAULT})
RELATIVE: Final = frozenset({Form.AN, Form.DIK})
KINDS: Final = {
    "capital": PlacePrecision.TOWN, "city": PlacePrecision.TOWN, "town": PlacePrecision.TOWN,
    "village": PlacePrecision.SPOT, "landmark": PlacePrecision.SPOT, "province": PlacePrecision.PROVINCE,
    "region": PlacePrecision.REGION,
}  # fmt: skip


def where_told(report: Report, parsed: Parsed, firing: Firing, kind: EventType) -> Where | None:
    """The place of a firing's deed that its own sentence tells."""
    best: tuple[int, Where] | None = None
    for spot in spots(report, parsed):
        rule = _rule(parsed, firing, kind, spot)
        if rule is None:
            continue
        rank = _rank(firing, spot, rule)
        if best is None or rank >= best[0]:
            best = (rank, where_of(report, parsed, spot, rule))
    return best[1] if best else None


def at_home(report: Report, parsed: Parsed, firing: Firing, doers: Iterable[ActorCode]) -> Where | None:
    """The state of those who act "in the country", where they are of one."""
    states = {code.principal for code in doers} & load_states().keys()
    for at in range(firing.clause.first, end_of(parsed, firing)) if len(states) == 1 else ():
        token = parsed.tokens[at]
        part = parsed.tokens[at + 1] if token.morph.case in (NOM, GEN) else token
        here = part is token or part.morph.lemma in parsed.words.sites
        home = token.morph.lemma in parsed.words.home and not token.morph.plural and token.morph.pos is Pos.NOUN
        if home and here and part.morph.case is LOC:
            state = load_states()[states.pop()]
            words = report.words(parsed.base + at, parsed.base + at + 1 + (part is not token))
            text = report.text[words.text_start : words.text_stop]
            return Where(words, text, state.name, state.code, None, None, PlacePrecision.STATE, "where.home")
    return None


def _rule(parsed: Parsed, firing: Firing, kind: EventType, spot: Spot) -> str | None:
    """By which rule a place is that of the deed; None when it is not."""
    if spot.last in firing.words and _is_held(kind, spot):
        return "where.named"
    if spot.first > end_of(parsed, firing) or not _reaches(parsed, firing, spot, kind):
        return None
    owned = part_in_locative(parsed, spot)
    if spot.case == LOC or owned:
        if kind in SPOKEN and not _frames(parsed, firing, owned or spot.last - 1):
            return None
        return "where.part" if owned else "where.in"
    return _directed(parsed, firing, kind, spot)


def _directed(parsed: Parsed, firing: Firing, kind: EventType, spot: Spot) -> str | None:
    """The rule for a place that the deed is aimed at, or leaves."""
    is_place = spot.mention is None or spot.mention.kind is MentionKind.PLACE
    if kind is EventType.ASSAULT and not _holds_another(parsed, spot.last) and is_place and spot.case in (DAT, ACC):
        return "where.struck"
    if (
        kind is EventType.ASSAULT
        and (part := part_in(parsed, spot, (DAT, ACC)))
        and not parsed.tokens[part].morph.plural
    ):
        return "where.struck"  # "Lübnan'ın güneyine"
    if firing.frame.mode == "visit" and spot.case in (DAT, ACC):
        return "where.visited"
    leaves = EventType.RETREAT in (kind, firing.frame.type)
    return "where.left" if leaves and is_place and spot.case == ABL else None


def part_in_locative(parsed: Parsed, spot: Spot) -> int | None:
    """The word in the locative that a place owns or describes: "Irak'ın kuzeyinde", "Gerze ilçesinde"."""
    return part_in(parsed, spot, (LOC,))


def part_in(parsed: Parsed, spot: Spot, cases: Sequence[Case]) -> int | None:
    """The word in one of the cases for a place that another owns, or by whose name it goes."""
    if spot.case not in (GEN, NOM, None):
        return None
    for at in range(spot.last, min(spot.last + BEHIND, len(parsed.tokens))):
        morph = parsed.tokens[at].morph
        if morph.pos is Pos.PUNCT or morph.is_verb:
            return None
        if morph.case in cases and morph.possessive is not None:
            return at if morph.lemma in parsed.words.sites and not _holds_another(parsed, at + 1) else None
    return None


def _holds_another(parsed: Parsed, at: int) -> bool:
    """Whether only what lies in a place is told: "Belucistan eyaletine bağlı Mastung"."""
    return at < len(parsed.tokens) and parsed.tokens[at].lower in parsed.words.within


def _is_held(kind: EventType, spot: Spot) -> bool:
    """Whether a deed may go by the name of where it takes place: "Ankara mitingi", but no "Suriye görüşmeleri"."""
    is_place = spot.mention is None or spot.mention.kind is MentionKind.PLACE
    if spot.case not in (NOM, None) or kind not in HELD:
        return False
    return is_place if kind is not EventType.CONSULT else _is_town(spot)


def _is_town(spot: Spot) -> bool:
    known = find_places(spot.name, spot.state)
    return bool(known) and KINDS[known[0].kind] is PlacePrecision.TOWN


def _reaches(parsed: Parsed, firing: Firing, spot: Spot, kind: EventType) -> bool:
    """Whether a place stands in the clause of the deed, or in one that describes a part of it.

    Whom a measure is taken against may have been anywhere: "Tibet'te görev yapan vekile yaptırım uyguladı".
    """
    clause = firing.clause
    if spot.first >= clause.first - 1:
        return True
    nearest = parsed.clause_after(spot.first)
    while nearest is not None and nearest.verb < clause.verb:
        if nearest.parent is None or nearest.quoted is not clause.quoted:
            return False
        if kind is EventType.SANCTION and describes(nearest) and not is_scene(parsed, nearest):
            return False
        nearest = parsed.clause_of(nearest.parent)
    return nearest is not None and nearest.verb == clause.verb


def _frames(parsed: Parsed, firing: Firing, word: int) -> bool:
    """Whether a locative goes with the speech act itself: not inside what is said, and no "-deki" before a noun."""
    if parsed.tokens[word].morph.pos is Pos.ADJ:
        return False
    nearest = parsed.clause_after(word)
    if nearest is None or nearest.verb == firing.clause.verb:
        return True
    return describes(nearest) and is_scene(parsed, nearest) and _is_speaking(parsed, firing, nearest)


def _is_speaking(parsed: Parsed, firing: Firing, scene: Clause) -> bool:
    """Whether the scene that a clause describes is that of the speech: of its verb, or of who speaks there.

    "Cenevre'de düzenlenen toplantıda konuşan bakan ... kınadı", but not "Siirt'te düşen helikopterde ölen askere ...".
    """
    above = parsed.clause_of(scene.parent)
    if above is not None and above.verb == described(parsed, scene):
        above = parsed.clause_of(above.parent)  # "basın açıklamasında" is no clause of its own
    if above is None or above.verb == firing.clause.verb:
        return above is not None
    noun = described(parsed, above) if describes(above) else None
    doers = (parsed.mentions[n] for n in firing.clause.subject)
    speaks = noun is None or any(m.first <= parsed.base + noun < m.last for m in doers)
    return above.parent == firing.clause.verb and speaks


def _rank(firing: Firing, spot: Spot, rule: str) -> int:
    """What goes first: the clause's own stretch, a place before a state, a locative before a target."""
    own = spot.first >= firing.clause.first - 1
    is_place = spot.mention is None or spot.mention.kind is MentionKind.PLACE
    return 4 * own + 2 * is_place + (rule in ("where.in", "where.part"))


def where_of(report: Report, parsed: Parsed, spot: Spot, rule: str) -> Where:
    """A place told in a sentence as a fact."""
    at = report.words(parsed.base + spot.first, parsed.base + spot.last)
    return _where(at, report.text[at.text_start : at.text_stop], spot.name, spot.state, spot.mention, rule)


def _where(at: Evidence, text: str, name: str, state: str | None, mention: Mention | None, rule: str) -> Where:
    known = find_places(name, state)
    if known:
        return known_place(at, text, known[0], rule)
    is_state = mention is not None and mention.kind is MentionKind.STATE
    precision = PlacePrecision.STATE if is_state or (mention and not mention.place) else PlacePrecision.UNKNOWN
    return Where(at, text, name, state, None, None, precision, rule)


def known_place(at: Evidence, text: str, place: Place, rule: str) -> Where:
    """A place of the register as a fact."""
    precision = PlacePrecision.TOWN if place.near and place.kind == "landmark" else KINDS[place.kind]
    return Where(at, text, place.name, place.state, place.lat, place.lon, precision, rule)
