"""Which frames fire in a sentence, and at which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from haberci.core.clause import Clause
from haberci.core.frames import KEY, Frame, FrameTable
from haberci.core.morph import ABL, ACC, ADP, AN, DAT, DIK, LOC, MAK, NOM, NOUN, PROPN, Form, Morph, Pos, Tense
from haberci.core.pattern import fits_token, unmarked
from haberci.core.report import MentionKind
from haberci.core.rule import Rule
from haberci.read.events.bare_predicates import bare_clause, bare_predicates, clause_around
from haberci.read.events.below import complement_fits
from haberci.read.events.moods import BY_MOOD, NECESSITY, UNABLE, asked_by_mood, says_unable, tells_by_mood
from haberci.read.events.pattern_nouns import (
    QUOTES,
    describes_next,
    ends_nouns,
    far,
    in_title,
    is_aim,
    is_apart,
    is_idiom,
    is_located,
    is_past_object,
    joint_head,
    owns_other,
    seek,
    tells_own_words,
)
from haberci.read.events.vowed import is_refused_otherwise, speaks_of_himself
from haberci.read.parse import Parsed

REACH: Final = 5  # words between the last noun of a pattern and its verb, at most
FAR: Final = 8  # with numbers between: "verilen 2 yıl 7 ay 15 gün hapis cezası"
GAP: Final = 3  # words between two nouns of a pattern
NOMINAL: Final = frozenset({Pos.NOUN, Pos.ADJ, Pos.PROPN, Pos.ADP})
DEED_FORMS: Final = frozenset({Form.MA, Form.IS})
LANDS: Final = (MentionKind.PLACE, MentionKind.STATE)
PLACED: Final = (LOC, ABL)
WAYS: Final = {"from-place": ABL, "to-place": DAT}  # flags of frames that want a place in a case
PARTICIPLES: Final = frozenset({Form.AN, Form.DIK, Form.ACAK, Form.MIS})


class Firing(NamedTuple):
    """A frame that fired: the clause it stands in, the words that fired it, and its anchor (sentence-local numbers)."""

    frame: Frame
    clause: Clause
    words: tuple[int, ...]
    anchor: int

    @property
    def nominal(self) -> bool:
        """Whether a noun alone fired it."""
        return self.frame.nominal


def firings(parsed: Parsed, table: FrameTable) -> list[tuple[Firing, ...]]:
    """What fires in a sentence: for each verb and noun that can tell a deed its readings, the most specific first."""
    found = [*_verbals(parsed, table), *_nominals(parsed, table)]
    return sorted(found, key=lambda readings: (readings[0].nominal, readings[0].anchor))


def _verbals(parsed: Parsed, table: FrameTable) -> Iterator[tuple[Firing, ...]]:
    """What verbs fire. The clauses of a sentence are asked for only where words of a frame stand in it."""
    tokens, by_lemma = parsed.tokens, table.by_lemma
    bare = bare_predicates(parsed)
    verbs = [at for at, token in enumerate(tokens) if token.morph.form is not None or at in bare]
    telling = [at for at in verbs if tokens[at].morph.lemma in by_lemma or tells_by_mood(tokens[at].morph)]
    nouns = table.nouns.places(tokens) if telling else {}
    for at in telling:
        morph = tokens[at].morph
        frames = table.verbal(morph.lemma)
        near = frames.among(parsed.small[max(0, at - 2) : at], nouns, at + FAR) if frames is not None else []
        if near or tells_by_mood(morph):
            told = parsed.clause_of(at)
            if told is None and tokens[at].morph.form is None:
                told = bare_clause(parsed, at)
            for clause in parsed.sharing(told) if told is not None else ():
                if readings := _verbal(parsed, clause, near, table):
                    yield readings


def _verbal(parsed: Parsed, clause: Clause, frames: list[Frame], table: FrameTable) -> tuple[Firing, ...]:
    """What a verb fires of some frames."""
    morph = parsed.tokens[clause.verb].morph
    idiom = clause.verb > 0 and (parsed.tokens[clause.verb - 1].lower, morph.lemma) in table.idioms
    asking = None if idiom else asked_by_mood(parsed, clause)
    found = [] if asking is None else [Firing(asking, clause, (clause.verb,), clause.verb)]
    if asking is NECESSITY:
        return tuple(found)
    # "Katılanlar arasındaydı" tells no call: it is no verb. Nor is "yerine".
    placed = morph.pos is ADP or (morph.pos is NOUN and morph.case in PLACED)
    reach = parsed.small[max(0, clause.first - 1) : clause.verb + 1 + FAR]  # where a pattern's last noun may stand
    keys = {unmarked(word[:KEY]) for word in reach}
    for frame in frames:
        passed = (placed and not frame.before) or (frame.keys and frame.keys.isdisjoint(keys))
        anchor = None if passed else _anchor(parsed, clause, frame)
        if anchor is None or not _form_fits(frame, parsed, clause):
            continue
        words = _before(parsed, clause, frame, anchor[0])
        if words is None:
            words = _behind(parsed, clause, frame)
        if words is None or (idiom and clause.verb - 1 not in words + anchor):
            continue
        own_object = is_past_object(parsed.tokens, words, anchor[0]) or is_located(parsed.tokens, clause.verb, words)
        if own_object or is_apart(frame.flags, parsed.tokens, words, anchor[0]):
            continue
        if morph.lemma in parsed.words.light and is_aim(parsed.tokens, words, anchor[0], parsed.words.purposes):
            continue
        if not is_idiom(parsed.tokens, (*words, *anchor), table.idioms) and not in_title(parsed, words):
            found.append(Firing(frame, clause, (*words, *anchor), clause.verb))
    if says_unable(parsed, clause):
        found.append(Firing(UNABLE, clause, (clause.verb,), clause.verb))
    return _closest(found, clause.verb - 1)


def _closest(firings: list[Firing], before: int) -> tuple[Firing, ...]:
    """Without the frames that reach over another's noun right before the verb: "yardım planını veto etti"."""
    if not any(before in firing.words for firing in firings):
        return tuple(firings)
    return tuple(f for f in firings if before in f.words or len(f.words) == 1)


def _anchor(parsed: Parsed, clause: Clause, frame: Frame) -> tuple[int, ...] | None:
    """The words of a frame's verb: one, two for "sevk et", between which a clitic may stand, or more in a row."""
    lemma = parsed.tokens[clause.verb].morph.lemma
    if lemma in frame.anchor.words:
        return (clause.verb,)
    for word in frame.anchor.words:
        *before, last = word.split("_")
        if last != lemma:
            continue
        if len(before) > 1:
            first = max(0, clause.verb - len(before))
            if [token.lower for token in parsed.tokens[first : clause.verb]] == before:
                return tuple(range(first, clause.verb + 1))
            continue
        for at in range(clause.verb - 1, max(clause.verb - 3, -1), -1):
            if parsed.tokens[at].lower in before:
                return (at, clause.verb)
    return None


def _form_fits(frame: Frame, parsed: Parsed, clause: Clause) -> bool:
    morph = parsed.tokens[clause.verb].morph
    if not complement_fits(frame.flags, parsed, clause):
        return False
    if "no-participle" in frame.flags and (clause.form is AN or _only_describes(clause, morph)):
        return False
    if "able" in frame.flags and not morph.able:
        return False
    if not frame.flags.isdisjoint(WAYS) and not _tells_place(parsed, clause, frame.flags):
        return False
    if "land-object" in frame.flags and not _takes_land(parsed, clause):
        return False
    if "first-person" in frame.flags and not speaks_of_himself(clause, morph):
        return False
    if "no-wish" in frame.flags and _is_wish(parsed, clause, morph):
        return False
    return _voice_fits(frame, morph.passive, morph.negative or is_refused_otherwise(frame, clause, parsed))


def _is_wish(parsed: Parsed, clause: Clause, morph: Morph) -> bool:
    """Whether one wants to do it oneself, or only would have wanted it: "görüşmek istiyor", "denenmesini isterdik"."""
    unreal = morph.tense is Tense.AORIST and morph.past_copula
    return unreal or parsed.tokens[max(0, clause.verb - 1)].morph.form is MAK


def _tells_place(parsed: Parsed, clause: Clause, flags: frozenset[str]) -> bool:
    """Whether a clause tells from or to which place, right before its verb: "askerler Herson'dan ayrıldı"."""
    case = next(way for flag, way in WAYS.items() if flag in flags)
    part = next((p for p in clause.parts if p.case is case and p.own), None)
    if part is None or parsed.mentions[part.chunk].kind not in LANDS:
        return False
    behind = parsed.mentions[part.chunk].last - parsed.base
    return all(token.morph.case is not case for token in parsed.tokens[behind : clause.verb])


def _only_describes(clause: Clause, morph: Morph) -> bool:
    """Whether -DIK only says when ("gerektiğinde") or which ("birliklerin konuşlandığı bölgeler")."""
    return clause.form is DIK and (morph.case is LOC or clause.head is not None)


def _takes_land(parsed: Parsed, clause: Clause) -> bool:
    """Whether a town or land is what a verb acts on: "Herson'u birliklerden aldı"; a name unknown to us is one."""
    taken = [part for part in clause.parts if part.case is ACC and not part.through]
    if any(parsed.mentions[part.chunk].kind in LANDS for part in taken):
        return True
    known = {at for m in parsed.mentions for at in range(m.first - parsed.base, m.last - parsed.base)}
    words = ((at, parsed.tokens[at].morph) for at in range(clause.first, clause.verb) if at not in known)
    return any(morph.pos is PROPN and morph.case is ACC for _, morph in words)


def _voice_fits(frame: Frame, passive: bool, negative: bool) -> bool:
    if passive and "no-passive" in frame.flags:
        return False
    if "passive-only" in frame.flags and not passive:
        return False
    return negative or "negative-only" not in frame.flags


def _before(parsed: Parsed, clause: Clause, frame: Frame, anchor: int) -> tuple[int, ...] | None:
    """The words of a pattern before its verb, last first sought; None when one is missing."""
    found: list[int] = []
    at, reach, border = anchor - 1, REACH, _border(parsed, clause)
    for element in reversed(frame.before):
        near = reach if not found or not element.any_case else FAR  # "saldırıdan doğrudan Rusya'nın sorumlu olduğunu"
        hit = seek(parsed.tokens, element, at, max(border, at - near), verbal=True)
        if hit is None and not found:
            hit = far(parsed, clause, element, at - reach - 1)
        if hit is None or _taken_by_participle(parsed, clause, hit):
            return None
        if not found and owns_other(parsed.tokens, hit, element, clause):
            return None
        if not found and describes_next(parsed.tokens, hit, anchor):
            return None
        found.insert(0, hit)
        at, reach = hit - 1, GAP
        border = max(0, min(border, hit - GAP)) if hit == border < clause.first else border
    return tuple(found)


def _taken_by_participle(parsed: Parsed, clause: Clause, noun: int) -> bool:
    """Whether a noun has a verb of its own right behind it, inside what the clause quotes: "grev yapan" işçiler."""
    verb = parsed.clause_of(noun + 1) if noun + 1 < clause.verb else None
    return verb is not None and verb.quoted is not clause.quoted and verb.form in PARTICIPLES


def _border(parsed: Parsed, clause: Clause) -> int:
    """How far left a pattern's words may stand: a verb form right before the stretch may be one ("deneme yaptı")."""
    before = clause.first - 1
    nested = parsed.clause_of(before) if before >= 0 else None
    idle = nested is not None and nested.form is MAK and parsed.tokens[before].morph.lemma in parsed.words.moving
    return clause.first if nested is None else nested.first if idle else before


def _behind(parsed: Parsed, clause: Clause, frame: Frame) -> tuple[int, ...] | None:
    """The nouns of a pattern right behind a participle: "düzenlediği hava saldırısı", "yaptığı “Ok” tatbikatı"."""
    start = _head(parsed, clause)
    if not frame.before or clause.form not in PARTICIPLES or start is None:
        return None
    found: list[int] = []
    numbers = sum(token.morph.pos is Pos.NUM for token in parsed.tokens[start : start + REACH])
    for at in range(start, min(start + min(REACH + numbers, FAR), len(parsed.tokens))):
        token = parsed.tokens[at]
        if fits_token(frame.before[len(found)], token):
            found.append(at)
            if len(found) == len(frame.before):
                return tuple(found)
        elif token.text not in QUOTES and ends_nouns(token):
            return None
    return None


def _head(parsed: Parsed, clause: Clause) -> int | None:
    """Where what a participle describes begins; also a name in quotation marks before what owns it."""
    behind, tokens = clause.verb + 1, parsed.tokens
    if clause.head is not None or clause.form is not DIK or tokens[clause.verb].morph.case not in (None, NOM):
        return joint_head(parsed, clause)
    marks = [at for at in range(behind, min(behind + REACH, len(tokens) - 1)) if tokens[at].text in QUOTES]
    named = marks[:1] == [behind] and tokens[marks[-1] + 1].morph.possessive is not None
    return behind if named else None


def _nominals(parsed: Parsed, table: FrameTable) -> Iterator[tuple[Firing, ...]]:
    """What nouns fire, save for words of a mention."""
    for at, frames in table.all_nominals(parsed.small):
        morph = parsed.tokens[at].morph
        fitting = morph.pos in NOMINAL or morph.form in DEED_FORMS
        if not fitting or any(m.first <= at + parsed.base < m.last for m in parsed.mentions):
            continue
        sought = ((frame, _nouns_before(parsed, frame, at)) for frame in frames)
        told = [(f, words) for f, words in sought if words is not None and tells_own_words(f.flags, parsed.tokens, at)]
        fits = [(f, words) for f, words in told if not is_idiom(parsed.tokens, (*words, at), table.idioms)]
        clause = clause_around(parsed, at) if fits else None
        if clause is not None:
            told = [(f, words) for f, words in fits if clause.verb == at or "headline" not in f.flags]
            if told:
                yield tuple(Firing(frame, clause, (*words, at), at) for frame, words in told)


def _nouns_before(parsed: Parsed, frame: Frame, anchor: int) -> tuple[int, ...] | None:
    found, at = list[int](), anchor - 1
    for element in reversed(frame.before):
        hit = seek(parsed.tokens, element, at, max(0, at - 1))
        if hit is None:
            return None
        found.insert(0, hit)
        at = hit - 1
    return tuple(found)


RULES: Final = tuple(Rule(f"event.{frame.id}", frame.says, frame.example) for frame in BY_MOOD)
