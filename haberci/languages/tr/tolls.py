"""How many people a Turkish sentence tells dead, wounded, arrested or displaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.facts import Harm
from haberci.core.language import StruckFound, TollFound
from haberci.core.morph import ABL, FINITE, GEN, INS, NOM, Form, Morph, Pos, Tense
from haberci.core.report import Token
from haberci.core.rule import Rule
from haberci.languages.tr.amounts import NOUN, OWNED, SHARE, Amount, amounts, toll_words
from haberci.languages.tr.counted_people import PEOPLE_NEAR, are_found, is_measure, is_people, own, people_of

RULES: Final[tuple[Rule, ...]] = (
    Rule("toll.counted", "a number of people before the word for what befell them", "En az 15 kişi öldü."),
    Rule("toll.share", "a part of those counted, told apart", "1'i sağ 22 terörist etkisiz hale getirildi."),
    Rule("toll.named", "one person named as struck, where nobody is counted", "Çavuş Seyit Yalçın şehit oldu."),
    Rule("toll.raised", "the number behind the count of the dead or wounded", "Ölü sayısı 15'e yükseldi."),
    Rule("toll.described", "a number of people behind the participle that describes them", "Ölen 15 kişi anıldı."),
    Rule("toll.sum", "people told one kind after the other are counted together", "Bir asker ile üç sivil öldü."),
    Rule("toll.vague", "a word that only tells how many there were at least", "Yüzlerce kişi yaralandı."),
)  # fmt: skip
_OBJECT_NEAR: Final = 2  # words from an object without an ending to its verb
_HARM_NEAR: Final = 14  # words between a number and the verb
_SUFFERED: Final = frozenset(
    {"öl", "kaybet", "yitir", "ver", "ol", "düş", "yaralan", "boğ", "kurtul", "kaç", "kal"}
)  # verbs whose subject is struck
_UNDONE_FORMS: Final = (Form.ACAK, Form.MADAN)
_UNDONE_TENSES: Final = (Tense.FUTURE, Tense.IMPERATIVE, Tense.OPTATIVE, Tense.NECESSITY, Tense.CONDITION)
_TELLING: Final = (FINITE, Form.DIK, Form.KEN, Form.IP, Form.ARAK)  # forms of a verb that tells what befell its subject
_SHARE_NEAR: Final = (
    4  # words between a part of people named before and the verb: "beş kişiden ikisi olay yerinde öldü"
)

Meaning = tuple[Harm, str, tuple[str, ...]]  # what befell people, the way it is told, words that must stand before


class Cue(NamedTuple):
    """What befell people: at word ``at``, in the way that the table has it (empty for a verb, noun, share or owned)."""

    at: int
    harm: Harm
    way: str


class Count(NamedTuple):
    """A number, what befell those whom it counts, and the rule that says so."""

    amount: Amount
    cue: Cue
    rule: str

    def told(self) -> TollFound:
        """As the pack tells it."""
        amount, at = self.amount, self.cue.at
        last = at + 1 if self.rule == "toll.share" else max(amount.last, at + 1)
        return min(amount.first, at), last, self.cue.harm, amount.least, amount.most, amount.about, self.rule


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[Meaning, ...]]:
    """By lemma or word: what befalls, the way, and the words one of which must stand before."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for harm in Harm:
        for row in toll_words()[harm.value].values():
            way = row["value"] if row["value"] in (NOUN, SHARE, OWNED) else ""
            before = () if way else row.many("value")
            found[row["word"]] = (*found.get(row["word"], ()), (harm, way, before))
    return found


def tolls(tokens: Sequence[Token]) -> list[TollFound]:
    """The numbers of people struck: (first, last, harm, least, most, about, rule id), in order."""
    cues = list(_cues_of(tokens))
    if any(cue.harm is Harm.WOUNDED for cue in cues):
        cues = sorted([*cues, *_died_without_dots(tokens)])
    return sorted(count.told() for count in _counts(tokens, cues)) if cues else []


def _counts(tokens: Sequence[Token], cues: Sequence[Cue]) -> Iterator[Count]:
    """The numbers of a sentence with what befell those whom they count."""
    parts: list[Count] = []
    last: Count | None = None  # to which people of another kind may be added
    for count in _each_count(tokens, cues):
        if count.cue.way == SHARE:
            parts.append(count)
            continue
        for part in parts:
            own = part.cue.harm is count.cue.harm
            count = count if own else count._replace(amount=count.amount.minus(part.amount))
            yield part
        parts = []
        if last is not None and _goes_on(tokens, last, count):
            last = Count(last.amount.plus(count.amount), count.cue, "toll.sum")
            continue
        if last is not None and not _is_part_of(tokens, last, count):
            yield last
        last = count
    if last is not None:
        yield last


def _each_count(tokens: Sequence[Token], cues: Sequence[Cue]) -> Iterator[Count]:
    """What befell those whom each number counts."""
    before = 0  # the word behind the number before
    for amount in amounts(tokens):
        if is_measure(tokens, amount):
            continue
        raised = next((c for c in reversed(cues) if before <= c.at < amount.first and _raises(tokens, c, amount)), None)
        before = amount.last
        if raised is not None:
            yield Count(amount, raised, "toll.raised")
            continue
        cue = _cue_of(tokens, amount, cues)
        described = None if amount.share else _describing(tokens, amount, cues, cue)
        if described is not None:
            yield Count(amount, described, "toll.described")
            if cue is None or cue.harm is described.harm or not _is_of_subject(tokens[cue.at].morph):
                continue  # "ölen 3 kişinin yakını yaralandı" is about the dead alone
        if cue is None or (amount.share and cue.way != SHARE and not _is_share_of_harm(tokens, amount, cue)):
            continue
        yield Count(amount, cue, "toll.share" if cue.way == SHARE else "toll.vague" if amount.vague else "toll.counted")


def _describing(tokens: Sequence[Token], amount: Amount, cues: Sequence[Cue], behind: Cue | None) -> Cue | None:
    """The participle right before a number of people whom it befell: "ölen 39 kişi", "ordunun öldürdüğü 15 militan".

    ``behind`` is what befell them by the words behind the number.
    """
    words = toll_words()
    at = amount.first
    while at > 0 and any(tokens[at - 1].lower in words[kind] for kind in ("least", "about", "total", "opening")):
        at -= 1
    cue = next((cue for cue in cues if cue.at == at - 1 and not cue.way), None)
    people = people_of(tokens, amount, len(tokens))
    if cue is None or people is None:
        return None
    morph = tokens[cue.at].morph
    if _is_of_subject(morph):
        return cue if morph.form is Form.AN else None
    own = behind is not None and tokens[people].morph.case is GEN  # "üç askeri öldürdüğü, beş askerin yaralandığı"
    return cue if morph.form is Form.DIK and not own else None


def _is_part_of(tokens: Sequence[Token], count: Count, total: Count) -> bool:
    """Whether those counted are among the next: "aralarında 5 gazetecinin de bulunduğu 21 kişi", "toplam 8 kişi"."""
    if total.cue != count.cue:
        return False
    words = toll_words()
    between = tokens[count.amount.last : total.amount.first]
    return any(t.lower in words["part"] or t.lower in words["total"] for t in between)


def _goes_on(tokens: Sequence[Token], count: Count, more: Count) -> bool:
    """Whether people of another kind are counted on: "1 asker ile 3 sivil", "13 öğrenciyi ve bir öğretmeni"."""
    if more.cue != count.cue or more.rule != count.rule.replace("toll.sum", "toll.counted"):
        return False
    between = tokens[count.amount.last : more.amount.first]
    if not between or len(between) > PEOPLE_NEAR + 1 or any(t.morph.is_verb for t in between):
        return False
    return between[-1].lower in toll_words()["and"] or between[-1].morph.case is INS


def struck(tokens: Sequence[Token]) -> list[StruckFound]:
    """The verbs that tell what befell people: (word, harm, whether it is the subject whom it befell)."""
    verbs = (cue for cue in _cues_of(tokens) if not cue.way and tokens[cue.at].morph.form in _TELLING)
    return [(cue.at, cue.harm, _is_of_subject(tokens[cue.at].morph)) for cue in verbs]


def _is_of_subject(morph: Morph) -> bool:
    return morph.passive or morph.lemma in _SUFFERED


def _is_share_of_harm(tokens: Sequence[Token], amount: Amount, cue: Cue) -> bool:
    """Whether a part of people is what the verb is about: "beş kişiden ikisi öldü", "üçü yaralandı"."""
    among = amount.first > 0 and tokens[amount.first - 1].morph.case is ABL
    return cue.at - amount.last <= (_SHARE_NEAR if among else 1) and tokens[cue.at].morph.is_verb


def _cues_of(tokens: Sequence[Token]) -> Iterator[Cue]:
    table = _cues()
    for at, token in enumerate(tokens):
        morph, word = token.morph, token.lower
        if morph.lemma not in table and (word if word.isalpha() else word.split("'")[0]) not in table:
            continue  # as nearly all words
        for harm, way, before in _meant(table, token):
            near = {t.lower for t in tokens[max(0, at - 2) : at]}.intersection(before)
            if (not before or near) and not _is_release(tokens, near) and not _is_no_fact(tokens, at):
                yield Cue(at, harm, way)
                break


def _died_without_dots(tokens: Sequence[Token]) -> Iterator[Cue]:
    """Those who "became", beside wounded, where "öldü" came without its dots: "7 kisi oldu, 12 kisi yaralandi"."""
    for at, token in enumerate(tokens):
        counted = at > 1 and is_people(tokens[at - 1]) and tokens[at - 2].morph.pos is Pos.NUM
        if counted and token.morph.is_verb and token.morph.lemma == "ol" and not token.morph.negative:
            yield Cue(at, Harm.DEAD, "")


def _meant(table: Mapping[str, tuple[Meaning, ...]], token: Token) -> Iterator[Meaning]:
    """What a word may tell of people: a verb that is neither denied nor only possible, or a noun."""
    morph = token.morph
    if morph.is_verb:
        if not morph.negative and not morph.able:
            yield from (row for row in table.get(morph.lemma, ()) if not row[1])
        return
    yield from (row for row in table.get(token.lower.split("'")[0], ()) if row[1])
    if morph.possessive is not None:
        yield from (row for row in table.get(morph.lemma, ()) if row[1] == OWNED)


def _is_no_fact(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb tells nothing that was done: "tutuklanma talebi", "öldürün", "yakalanacağını"."""
    morph, behind = tokens[at].morph, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if morph.form is Form.MAK:
        return behind not in toll_words()["forced"]  # "kaçmak zorunda"
    named = morph.form is Form.MA and morph.possessive is None
    return named or morph.form in _UNDONE_FORMS or morph.tense in _UNDONE_TENSES or morph.conditional


def _is_release(tokens: Sequence[Token], near: Set[str]) -> bool:
    """Whether those who leave leave a prison: "mahkeme üç kişiyi tahliye etti"."""
    words = toll_words()
    return not near.isdisjoint(words["leave"]) and any(t.morph.lemma in words["prison"] for t in tokens)


def _cue_of(tokens: Sequence[Token], amount: Amount, cues: Sequence[Cue]) -> Cue | None:
    """What befell those whom a number counts, where it stands behind the number."""
    stop = min(len(tokens), amount.last + _HARM_NEAR)
    for cue in cues:
        if not amount.last <= cue.at < stop:
            continue
        if cue.way in (SHARE, NOUN):
            if cue.at == amount.last and (amount.share or cue.way == NOUN):
                return cue
            if cue.way == NOUN and are_found(tokens, amount, cue.at):
                return cue
        elif cue.way == OWNED:
            if own(tokens, amount, cue.at):
                return cue
        elif amount.share or _counts_people(tokens, amount, cue):
            return None if _is_either(tokens, cue, cues) else cue
    return None


def _raises(tokens: Sequence[Token], cue: Cue, amount: Amount) -> bool:
    """Whether a count is told behind its noun: "ölü sayısı 15'e yükseldi"."""
    between = [t.lower for t in tokens[cue.at + 1 : amount.first]]
    return not toll_words()["count"].keys().isdisjoint(between[:2]) and len(between) <= PEOPLE_NEAR


def _counts_people(tokens: Sequence[Token], amount: Amount, cue: Cue) -> bool:
    """Whether a number counts people of whom the verb tells; who does it to others is not among them."""
    at = people_of(tokens, amount, cue.at)
    if at is None or tokens[at + 1].lower in toll_words()["aloof"]:
        return False
    verb, case = tokens[cue.at].morph, tokens[at].morph.case
    if case is ABL or (case is GEN and verb.form is FINITE):  # "beş kişiden ikisi", "iki polisin ateşiyle öldü"
        return False
    doers = cue.harm is not Harm.DISPLACED and not _is_of_subject(verb) and case is NOM
    doers = doers and tokens[at + 1].lower not in toll_words()["and"]  # "13 öğrenci ile bir öğretmeni öldürdü"
    return not doers or cue.at - at <= _OBJECT_NEAR  # "iki saldırgan beş kişiyi öldürdü", but "beş kişi öldürdü"


def _is_either(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the number counts dead and wounded together: "yaralandığı ya da öldüğü"."""
    behind = tokens[cue.at + 1].lower if cue.at + 1 < len(tokens) else ""
    return behind in ("ya", "veya") and any(0 < c.at - cue.at <= PEOPLE_NEAR + 1 for c in cues)
