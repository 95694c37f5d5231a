"""Which words of a sentence stand for the nouns of a frame's pattern."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from haberci.core.clause import Clause, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, FINITE, FIRST, GEN, INS, LOC, NOM, NOUN, PROPN, PUNCT, THIRD, Form, Pos
from haberci.core.naming import Group
from haberci.core.pattern import Element, Match, fits_token
from haberci.core.report import MentionKind, Token
from haberci.read.parse import Parsed

_LEMMA = Match.LEMMA  # by names of their own, as in ``core.morph``
QUOTES: Final = frozenset('"“”')
NOUN_FORMS: Final = frozenset({Form.MA, Form.MAK, Form.IS})
LOOSE_CASES: Final = frozenset({LOC, ABL, INS})
OTHER_PARTS: Final = frozenset({Pos.ADV, Pos.ADP, Pos.CCONJ})  # "birlikte" is no form of "birlik"
NOMINAL_FORMS: Final = frozenset({Form.MA, Form.DIK, Form.ACAK, Form.IS})  # whose subject is a genitive
BREAKS: Final = (PUNCT, Pos.CCONJ, Pos.ADP)  # behind which no noun of a participle stands
FOUND: Final = "bulun"
RELATIVE: Final = frozenset({Form.AN, Form.DIK, Form.ACAK, Form.MIS})
JOINT_REACH: Final = 9  # words from a participle to the next one of the same noun
COLON: Final = ":"
TITLED: Final = (MentionKind.PERSON, MentionKind.OFFICE)


def seek(tokens: tuple[Token, ...], element: Element, start: int, stop: int, verbal: bool = False) -> int | None:
    """The nearest word to the left that fits; before a verb only in a case in which a noun goes with one."""
    by_lemma = element.match is _LEMMA
    for at in range(start, stop - 1, -1):
        if by_lemma:
            if tokens[at].morph.lemma in element.words:
                return at
        elif fits_token(element, tokens[at]) and (not verbal or _goes_with_verb(tokens, at, element)):
            return at
    return None


def joint_head(parsed: Parsed, clause: Clause) -> int | None:
    """Where what a participle describes begins, of two joined that behind the second: "düzenlediği ve vurduğu kente".

    Of two the second has a subject of its own: "PKK'nın düzenlediği ve iki kişinin öldüğü saldırı".
    """
    if clause.head is None or parsed.small[clause.head] not in parsed.words.joints:
        return clause.head
    if clause.verb and parsed.small[clause.verb - 1] in parsed.words.happening:
        return clause.head  # "aylardır devam eden ve kana bulanan eylemler" are no new ones
    other = parsed.clause_after(clause.head)
    alike = other is not None and other.form in RELATIVE and other.head is not None
    return other.head if alike and other is not None and other.verb - clause.verb <= JOINT_REACH else clause.head


def tells_own_words(flags: frozenset[str], tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the words that a noun bears stand right before it, where its frame wants them: "vururuz tehdidi"."""
    if "quoting" not in flags:
        return True
    word = next((tokens[n].morph for n in range(at - 1, max(at - 3, -1), -1) if tokens[n].morph.pos is not PUNCT), None)
    return word is not None and word.form is FINITE and (word.person in FIRST or tokens[at - 1].morph.pos is PUNCT)


def _goes_with_verb(tokens: tuple[Token, ...], at: int, element: Element) -> bool:
    """Whether a noun may stand before the verb of a pattern; a word named whole always may.

    But an ablative before a postposition goes with that: "anlaşmasından sonra çekildi".
    """
    token = tokens[at]
    if token.morph.case is ABL and at + 1 < len(tokens) and tokens[at + 1].morph.pos is Pos.ADP:
        return False
    if token.lower in element.words:
        return True
    if token.morph.pos in OTHER_PARTS or (token.morph.form is not None and token.morph.form not in NOUN_FORMS):
        return False
    return element.any_case or token.morph.case not in LOOSE_CASES


def far(parsed: Parsed, clause: Clause, element: Element, start: int) -> int | None:
    """A noun far from its verb, before the word ``start``, tied to it by its case or as its subject.

    "Ateşkes, ... yürürlüğe girdi", "görüşmelerin gelecek hafta ... başlaması".
    """
    tokens = parsed.tokens
    hit = seek(tokens, element, start, clause.first)
    if hit is None or _is_doer(parsed, clause, hit):
        return None
    case, behind = tokens[hit].morph.case, tokens[hit + 1]
    tied = case in (ACC, DAT) or (case is NOM and behind.text == ",")
    return hit if tied or _is_subject(parsed, clause, hit) else None


def _is_doer(parsed: Parsed, clause: Clause, noun: int) -> bool:
    """Whether a noun ends the name of who acts or tells: "Norveç istihbaratı, Kiev'in asker göndereceğini"."""
    subjects = (parsed.mentions[n] for c in (clause, parsed.clause_of(clause.parent)) if c for n in c.subject)
    return any(m.first <= noun + parsed.base < m.last for m in subjects)


def _is_subject(parsed: Parsed, clause: Clause, noun: int) -> bool:
    """Whether a noun is what begins, or goes on, and owns nothing before the verb: a genitive of a nominal one."""
    verb, case = parsed.tokens[clause.verb].morph, parsed.tokens[noun].morph.case
    happens = not verb.passive and verb.lemma in parsed.words.happening
    nominal = clause.form in NOMINAL_FORMS and verb.possessive in THIRD and case is GEN
    if not happens or not (nominal or (clause.form is FINITE and case is NOM and noun == clause.first)):
        return False
    between = parsed.tokens[noun + 1 : clause.verb]
    owned = between[0].morph.possessive in THIRD and not between[0].morph.or_accusative
    return not owned and not any(t.morph.case is GEN and t.morph.pos is not PROPN for t in between)


def is_apart(flags: Set[str], tokens: Sequence[Token], words: Sequence[int], verb: int) -> bool:
    """Whether more than quotation marks stands between a verb and the word that a frame wants right before it.

    '"Zalim" dedi' calls somebody so; '"Zalim bizi dinlemedi" dedi' only says the word.
    """
    if "adjacent" not in flags:
        return False
    return any(token.morph.pos is not PUNCT for token in tokens[words[-1] + 1 : verb])


def is_past_object(tokens: Sequence[Token], words: Sequence[int], verb: int) -> bool:
    """Whether a participle has a bare object of its own, behind a comma: "yaptırım, şiddet uygulayan yerleşimciler"."""
    if tokens[verb].morph.form is not Form.AN or not words or verb - 1 in words:
        return False
    near = tokens[verb - 1].morph
    bare = near.pos is NOUN and near.case is NOM and near.possessive is None
    return bare and any(token.text == "," for token in tokens[words[-1] + 1 : verb - 1])


def owns_other(tokens: tuple[Token, ...], at: int, element: Element, clause: Clause) -> bool:
    """Whether a noun in the genitive right before a verb owns another than the deed: "toplantının sonucunu açıkladı".

    It may be the subject of a nominal clause ("silahın kullanıldığı"), but not before a postposition, where the verb
    tells of the noun behind it: "zirvenin ardından yaptığı açıklama".
    """
    if tokens[at].morph.case is not GEN or tokens[at].lower in element.words:
        return False
    describes = clause.head is not None and tokens[at + 1].morph.pos is Pos.ADP
    return clause.form not in NOMINAL_FORMS or describes


def describes_next(tokens: tuple[Token, ...], at: int, verb: int) -> bool:
    """Whether a bare noun only describes the one behind it, which goes with the verb: "asker hastanesine sevk etti"."""
    behind = tokens[at + 1].morph
    compound = at + 1 < verb and behind.possessive is not None and behind.case is DAT
    return compound and tokens[at].morph.possessive is None and tokens[at].morph.case in (None, NOM)


def is_aim(tokens: Sequence[Token], words: Sequence[int], verb: int, purposes: Set[str]) -> bool:
    """Whether a verb of few meaning does something else for a noun, or against it: "görüşme için hazırlık yaptı"."""
    behind = (tokens[at + 1] for at in words if at + 1 < verb - 1)
    return verb - 1 not in words and any(t.lower in purposes or t.morph.pos is Pos.ADP for t in behind)


def is_located(tokens: tuple[Token, ...], verb: int, words: tuple[int, ...]) -> bool:
    """Whether "bulun" only says where somebody is: "saldırıda araçta bulunan polis".

    Not so with two nouns of a frame before it: "resmi ziyaret için Bakü'de bulunan".
    """
    found = tokens[verb].morph.lemma == FOUND and len(words) == 1 and verb - 1 not in words
    return found and tokens[verb - 1].morph.case is LOC


def is_idiom(tokens: tuple[Token, ...], words: tuple[int, ...], idioms: Set[tuple[str, str]]) -> bool:
    """Whether a word that the pattern does not ask for makes its noun something else: "basın toplantısı".

    Not so a postposition, which goes with what stands before it: "Rusya'ya karşı saldırı", but "karşı saldırı".
    """
    told = ((at, _before_owner(tokens, at)) for at in words if at > 0 and at - 1 not in words)
    alien = (before for at, before in told if (tokens[before].lower, tokens[at].morph.lemma) in idioms)
    return any(at < 1 or tokens[at].morph.pos is not Pos.ADP or tokens[at - 1].morph.case is not DAT for at in alien)


def _before_owner(tokens: tuple[Token, ...], at: int) -> int:
    """Where the word before stands, or one with a named doer behind it: "seçimlere Rusya'nın müdahale ettiği"."""
    owner = at - 1
    if owner > 0 and tokens[owner].morph.case is GEN and tokens[owner].text[0].isupper():
        before = owner - 1
        while before > 0 and tokens[before].text[0].isupper():
            before -= 1
        return before if tokens[before].morph.case is DAT else owner
    return owner


def ends_nouns(token: Token) -> bool:
    """Whether behind a word no more nouns of a participle stand: a verb form, a mark, or a noun in a case."""
    if token.morph.form is not None:  # the first half of a compound is none: "arama kurtarma ekibi"
        return token.morph.form is not Form.MA or token.morph.possessive is not None
    in_case = token.morph.pos in (NOUN, PROPN) and token.morph.case not in (None, NOM, GEN)
    return token.morph.pos in BREAKS or in_case


def in_title(parsed: Parsed, words: tuple[int, ...]) -> bool:
    """Whether a word of the pattern only describes an office: "Mülteciler Yüksek Komiserini kabul etti".

    So does one by which a person is honoured: "şehit öğretmen Elif Kaya'nın adı verildi", or one of a body's
    name without its head: "sınır muhafızlarınca açılan", "terör örgütü PKK'nın saldırısı".
    """
    base = parsed.base
    near = [m for m in parsed.mentions if any(m.first - 1 <= at + base < m.last for at in words)]
    if not near:
        return False
    titled = [m for m in near if m.kind in TITLED]
    told = {at + parsed.base for at in words}
    bodies = (m for m in near if m.kind is MentionKind.BODY and m.last - 1 not in told)
    inside = {k for m in (*titled, *bodies) for k in range(m.first, m.last - 1)}
    if any(at + parsed.base in inside and parsed.tokens[at].morph.possessive is None for at in words):
        return True
    groups = {k for m in near if m.kind is MentionKind.GROUP for k in range(m.first, m.last - 1)}
    if any(at + parsed.base in groups and parsed.tokens[at].text[0].islower() for at in words):
        return True
    honorifics = parsed.pack.naming.words[Group.HONORIFIC]
    before = {m.first - 1 for m in titled}
    return any(at + parsed.base in before and parsed.tokens[at].lower in honorifics for at in words)


def headline(parsed: Parsed, at: int) -> Clause | None:
    """A whole sentence without a verb that ends in a noun, as its clause: "Oslo'dan Bern'e sert tepki".

    What stands in marks before the noun, or behind a colon, has its own verbs: "Oslo'dan Bern'e 'durun' çağrısı".
    """
    behind = parsed.tokens[at + 1 : at + 2]
    ends = all(token.morph.pos is PUNCT for token in behind) and parsed.tokens[at].morph.case in (None, NOM)
    closed = bool(behind) and behind[0].text == COLON
    around = [clause for clause in parsed.clauses if not clause.quoted and (not closed or clause.verb < at)]
    if not ends or (around and not {clause.verb for clause in around}.issubset(quoted_before(parsed, at))):
        return None
    return Clause(at, 0, FINITE, (), (), SubjectFrom.NONE, None, None, False)


def quoted_before(parsed: Parsed, at: int) -> range:
    """The words in quotation marks right before a noun: "'durun' çağrısı"."""
    marks = [k for k in range(at) if parsed.tokens[k].text in QUOTES]
    return range(marks[-2], at) if len(marks) > 1 and marks[-1] == at - 1 else range(0)
