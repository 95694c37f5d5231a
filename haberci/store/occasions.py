"""Which events tell of one occasion.

A pure function of the events: their order has no say. Events of one type are first put together by day, parties, mode
and place (``_of_day``), then an occasion that tells less joins the only one of its day that tells more, and at last one
joins that of a day or two before when both may be the same. Nothing that is further away than ``REACH`` days has a say
in where an event belongs, so that a store can group anew what lies around the events that came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from haberci.store.claims_grouped import PLACED, REPEATED, Claim, Place, Shape, alike, shape_of

TOLERANCE = 2  # days by which a deed may be dated too late
REACH = 2 * TOLERANCE  # days around a change within which deeds may change
ID_BYTES = 10


@dataclass(slots=True)
class Occasion:
    """Events of one deed.

    ``number`` tells apart what one report tells as several deeds, ``mark`` what only the words of sentences tell apart.
    """

    type: str
    kind: str
    shape: Shape
    day: str
    last_day: str
    family: str
    place: Place | None
    number: int
    mark: str
    claims: list[Claim]

    @property
    def name(self) -> str:
        """What it is, as one text: its id is made of it, and no two of one store have the same."""
        sides = ("+".join(side) for side in self.shape.sorted())
        place = self.place.name if self.place else ""
        day = self.day or min(claim.key for claim in self.claims)
        parts = (self.type, self.kind, *sides, day, self.last_day, self.family, place, str(self.number), self.mark)
        return "\x1f".join(parts)

    @property
    def id(self) -> str:
        """20 hexadecimal digits, a hash of ``name``: it stays while type, parties, day and place do."""
        return blake2b(self.name.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()

    @property
    def told(self) -> bool:
        """Whether any report tells the day."""
        return any(claim.told for claim in self.claims)

    @property
    def copies(self) -> set[int]:
        """The copies that tell it."""
        return {claim.copies for claim in self.claims}

    def clashes(self, other: Occasion) -> bool:
        """Whether one report tells both as apart."""
        mine = {(claim.key, claim.modality) for claim in self.claims}
        return any((claim.key, claim.modality) in mine for claim in other.claims)

    def at_one_place(self, other: Occasion) -> bool:
        """Whether both are told at a place, and it may be the same."""
        return self.place is not None and other.place is not None and self.place.near(other.place)


Wording = tuple[int, frozenset[int]]  # the copies that tell it, and the words of their sentence
Group = tuple[Place | None, str, list[Claim]]


def occasions(claims: Iterable[Claim]) -> list[Occasion]:
    """Put events together; all of one type and kind, of as many days as one likes."""
    cells: defaultdict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        cells[claim.day, claim.last_day, 0 if claim.day else claim.copies].append(claim)
    found: defaultdict[str, list[Occasion]] = defaultdict(list)
    for cell in sorted(cells):
        found[cell[0]] += _fuller(list(_of_day(cells[cell])))
    return _over_days(found)


def _of_day(claims: list[Claim]) -> Iterator[Occasion]:
    """Events of one day (or time) by parties, mode, place, and number in their report."""
    shapes: defaultdict[Shape, list[Claim]] = defaultdict(list)
    for claim in claims:
        shapes[shape_of(claim)].append(claim)
    for shape in sorted(shapes, key=Shape.sorted):
        for family, of_mode in _by_family(shapes[shape]):
            for place, mark, told in _by_place(of_mode, shape):
                for number, group in enumerate(_told_apart(told)):
                    one = group[0]
                    yield Occasion(one.type, one.kind, shape, one.day, one.last_day, family, place, number, mark, group)


def _by_family(claims: list[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """By family of modes; what has no mode goes with what most have."""
    count = Counter(claim.family for claim in claims if claim.family)
    most = min(count, key=lambda family: (-count[family], family)) if count else ""
    for family in sorted(count) or [""]:
        yield family, [claim for claim in claims if (claim.family or most) == family]


def _by_place(claims: list[Claim], shape: Shape) -> Iterator[Group]:
    """By place where places tell deeds of the type apart; else all together, at the place that most tell."""
    if claims[0].type in PLACED:
        yield from _at_centres(claims, shape)
    elif shape.is_domestic:
        yield from _by_words(claims)
    else:
        yield _place_of(claims), "", claims


def _at_centres(claims: list[Claim], shape: Shape) -> Iterator[Group]:
    told = Counter(claim.place for claim in claims if claim.place is not None)
    centres: dict[Place, Place] = {}
    for place in sorted(told, key=lambda place: (place.reach, -told[place], place.name)):
        centres[place] = next((c for c in dict.fromkeys(centres.values()) if c.near(place)), place)
    groups: defaultdict[Place, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.place is not None:
            groups[centres[claim.place]].append(claim)
    nowhere = [claim for claim in claims if claim.place is None]
    if groups and not shape.is_domestic:
        groups[min(groups, key=lambda place: (-len({c.key for c in groups[place]}), place.name))] += nowhere
        nowhere = []
    yield from ((place, "", groups[place]) for place in sorted(groups, key=lambda place: place.name))
    if shape.is_domestic:
        yield from _by_words(nowhere)
    elif nowhere:
        yield None, "", nowhere


def _place_of(claims: list[Claim]) -> Place | None:
    told = Counter(claim.place for claim in claims if claim.place is not None)
    return min(told, key=lambda place: (-told[place], place.name)) if told else None


def _by_words(claims: list[Claim]) -> Iterator[Group]:
    """Those whose sentences are alike, or that copies tell, together: where the parties alone tell no deed."""
    told: defaultdict[Wording, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.copies, claim.words].append(claim)
    groups: list[list[Wording]] = []
    for wording in told:
        near = [group for group in groups if any(_is_like(wording, other) for other in group)]
        groups = [group for group in groups if not any(group is one for one in near)]
        groups.append([wording, *(other for group in near for other in group)])
    for group in groups:
        together = [claim for wording in group for claim in told[wording]]
        yield _place_of(together), min(claim.claim for claim in together), together


def _is_like(one: Wording, other: Wording) -> bool:
    return one[0] == other[0] or alike(one[1], other[1])


def _told_apart(claims: list[Claim]) -> list[list[Claim]]:
    """Deeds that one report tells apart stay apart: its first with the first of others, its second with the second."""
    seen: Counter[tuple[str, str]] = Counter()
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=_order):
        number = seen[claim.key, claim.modality]
        seen[claim.key, claim.modality] += 1
        if number == len(groups):
            groups.append([])
        groups[number].append(claim)
    return groups


def _order(claim: Claim) -> tuple[str, int]:
    return claim.key, claim.event  # events of one report are numbered as they stand in it


def _fuller(found: list[Occasion]) -> list[Occasion]:
    """Let what tells less join the only occasion of its day that tells more, and one side's version the other's."""
    kept: list[Occasion] = []
    for small in sorted(found, key=lambda o: (-len(o.shape.parties), -len(o.claims), o.name)):
        fits = [big for big in kept if _is_part(small, big) or _is_other_version(small, big)]
        if len(fits) == 1 and not fits[0].clashes(small):
            fits[0].claims += small.claims
        else:
            kept.append(small)
    return kept


def _is_part(small: Occasion, big: Occasion) -> bool:
    if not small.shape.within(big.shape) or (small.family and big.family and small.family != big.family):
        return False
    return small.at_one_place(big) or not small.copies.isdisjoint(big.copies)


def _is_other_version(one: Occasion, other: Occasion) -> bool:
    """Whether both sides are said to have done it to the other: one occasion, told in two ways."""
    turned = one.shape.actors == other.shape.recipients and one.shape.recipients == other.shape.actors
    if one.type != "ASSAULT" or not turned or not one.shape.recipients:
        return False
    return one.at_one_place(other) and any(claim.by_whom for claim in one.claims + other.claims)


def _over_days(found: dict[str, list[Occasion]]) -> list[Occasion]:
    """Let what is dated too late join the occasion of a day or two before, unless that one joins another itself."""
    by_name = {occasion.name: occasion for day in found for occasion in found[day]}
    leads = {name: _lead(occasion, found) for name, occasion in by_name.items()}
    joining = {name: lead for name, lead in leads.items() if lead is not None and leads[lead.name] is None}
    for name in sorted(joining):
        joining[name].claims += by_name[name].claims
    return [occasion for name, occasion in by_name.items() if name not in joining]


def _lead(late: Occasion, found: dict[str, list[Occasion]]) -> Occasion | None:
    if not late.day or late.day != late.last_day:
        return None
    for back in range(1, TOLERANCE + 1):
        day = days_from(late.day, -back)
        fits = sorted((o for o in found.get(day, ()) if _is_same_later(o, late, back)), key=lambda o: o.name)
        if fits:
            return fits[0]
    return None


def _is_same_later(early: Occasion, late: Occasion, back: int) -> bool:
    if early.shape != late.shape or early.last_day != early.day or early.family != late.family:
        return False
    if early.clashes(late) or not early.told:
        return False
    if late.told:  # two days are told for it
        dead = {claim.dead for claim in early.claims} & {claim.dead for claim in late.claims} - {None}
        return back == 1 and early.at_one_place(late) and bool(dead)
    if early.type in REPEATED or early.shape.is_domestic:
        return early.at_one_place(late)
    return early.number == late.number == 0 and (early.place is None or late.place is None or early.at_one_place(late))


def days_from(day: str, days: int) -> str:
    """The day so many days after another, as ``YYYY-MM-DD``; the day itself where there is none."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
