"""How a Turkish noun phrase is tied to what follows it: by case, by a postposition, or as half of a compound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from haberci.core.clause import Chunk, Link
from haberci.core.clause_words import ClauseWords, load_clause_words
from haberci.core.morph import ABL, ACC, DAT, GEN, INS, LOC, NOM, NOUN, PROPN, THIRD, Form, Pos
from haberci.core.report import Token

_ABOUT, _PART = Link.ABOUT, Link.PART  # by names of their own, as in ``core.morph``
AGENT_ENDINGS: Final = ("ça", "çe", "ca", "ce")
AGENTS: Final = (
    "lerince", "larınca", "since", "sınca", "ünce", "unca", "ince", "ınca", "'nca", "'nce", "’nca", "’nce",
    "lerce", "larca", "'ca", "'ce", "'ça", "'çe", "’ca", "’ce", "’ça", "’çe",
)  # fmt: skip
ITS_CASES: Final = (ABL, LOC, DAT, ACC)  # of what a subject has of his own
SOURCE_REACH: Final = 5  # words from a genitive to what it owns: "haberine", "yazılı açıklamasına"
WISH_REACH: Final = 6  # words behind "ile" to what the two want: "Güney Kore'nin talebiyle"
HOMES: Final = frozenset({"ev", "araç", "otomobil", "konut", "ofis"})  # where a person is found
COUNTED: Final = "kişi"  # who is no half of a compound behind: "binlerce kişi vergi artışını protesto etti"
PREDICATE: Final = 2  # words of a deed before its verb: "sınır dışı edildi"
DASHES: Final = frozenset({"-", "–"})
CLOSERS: Final = frozenset({")", '"', "”", "’", "'", "]", "»"})
OWNED_NAME: Final = ("sı", "si", "su", "sü")  # "Gebele Bildirisi"
COMMAS: Final = frozenset({",", ";", ":"})


@cache
def clause_words() -> ClauseWords:
    """The small words of Turkish clauses."""
    return load_clause_words("tr/clauses.tsv")


def link_of(tokens: Sequence[Token], chunk: Chunk, verb: int, words: ClauseWords) -> tuple[Link, bool]:
    """The link of a phrase, and whether a comma closes it. ``verb`` is where its clause ends."""
    at = chunk.last
    while at < verb and (tokens[at].text in CLOSERS or tokens[at].lower in words.clitics):
        at += 1
    word = tokens[at] if at < len(tokens) else None
    comma = word is not None and word.text in COMMAS
    link = _by_word(tokens, chunk, at, words)
    if chunk.case is GEN and link is None and not comma and _owns_source(tokens, at, verb, words):
        return Link.SOURCE, False
    if link is _ABOUT and chunk.case is GEN and tokens[verb].morph.form is Form.DIK:
        return _PART, False  # who does it, not about whom: "Bakü'nün hakkında dava açtığı"
    if link is not None or chunk.case is INS:
        return link or Link.WITH, comma
    if tokens[chunk.last - 1].lower.endswith(AGENT_ENDINGS) and chunk.case is NOM and _is_agent(tokens, chunk):
        return Link.AGENT, comma
    if word is not None and at == chunk.last and _through_its_own(tokens, chunk, verb):
        return Link.AGENT, False
    bare = chunk.case is NOM and not comma and word is not None and at == chunk.last
    if bare and not chunk.person and _opens_source(tokens, at, words):
        return Link.SOURCE, False
    if bare and not is_predicate(tokens, at, words) and _is_first_half(tokens, chunk, verb):
        return Link.MODIFIER, False
    return _PART, comma


def _owns_source(tokens: Sequence[Token], at: int, verb: int, words: ClauseWords) -> bool:
    """Whether a genitive owns what all behind it goes by: "Anka ajansının dünkü haberine göre, Bakan istifa etti"."""
    for word in range(at, min(at + SOURCE_REACH, verb - 1)):
        morph = tokens[word].morph
        if morph.case is DAT and morph.possessive in THIRD and morph.form is None:
            return words.links.get(tokens[word + 1].lower) is Link.SOURCE
    return False


def _opens_source(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a bare name opens that of what all behind it goes by: "Kolombiya Çatışma Enstitüsü'ne göre"."""
    for word in range(at, min(at + SOURCE_REACH, len(tokens) - 1)):
        if not tokens[word].text[0].isupper():
            return False
        if tokens[word].morph.case is DAT:
            return words.links.get(tokens[word + 1].lower) is Link.SOURCE
    return False


def _is_first_half(tokens: Sequence[Token], chunk: Chunk, verb: int) -> bool:
    """Whether a bare phrase is the first half of what follows: of a name, of an occasion, of any compound."""
    at = chunk.last
    counted = tokens[at - 1].morph.lemma == COUNTED and _is_object(tokens, at)
    if _tells_day(tokens, at) or (counted and not tokens[verb].morph.passive):
        return False
    own = tokens[at].morph.lemma in clause_words().owned and tokens[at].morph.case in ITS_CASES
    if own and _is_one_described(tokens, chunk):
        return False  # his own: "Rus gazeteci ülkesine döndü"
    if _opens_name(tokens, chunk, at) or _owns_occasion(tokens, chunk, at, verb) or _owns_site(tokens, chunk, at):
        return True
    if chunk.person and tokens[verb].morph.passive and _goes_where(tokens, at, verb):
        return False
    if chunk.person and tokens[at].morph.possessive is None:
        return False  # what stands behind a person is described by another noun: "Macron emeklilik reformunu erteledi"
    if chunk.person and own:
        return False  # "Truss görevinden ayrıldı"
    if not chunk.person and _is_own_name(tokens[at]):
        return True  # "Avrupa Siyasi Topluluğu Zirvesi'ne"
    single = at - chunk.first == 1 or tokens[verb].morph.passive
    return _may_modify(tokens[at - 1]) and _compounds(tokens, at, verb if single else at)


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a compound that begins there is what something is done to: "vergi artışını protesto etti"."""
    return tokens[at].morph.possessive is None and at + 1 < len(tokens) and tokens[at + 1].morph.case in (ACC, GEN)


def _is_one_described(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a phrase ends in a plain noun for one of many, behind whence he is: "Rus gazeteci"."""
    last = tokens[chunk.last - 1]
    plain = last.morph.pos is NOUN and last.morph.possessive is None and last.text[0].islower()
    return plain and chunk.last - chunk.first > 1


def _tells_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day stands there, which is no half of what a name has: "Oslo salı günü, Bakü'yü kınadı"."""
    words = clause_words()
    day = tokens[at].lower in words.weekdays and at + 1 < len(tokens)
    return day and tokens[at + 1].lower in words.parts_of_day


def is_predicate(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether what stands behind a phrase makes one deed with its verb: "üç asker hayatını kaybetti"."""
    for end in range(at + 1, min(at + 1 + PREDICATE, len(tokens))):
        if " ".join(token.lower for token in tokens[at:end]) in words.predicates and tokens[end].morph.is_verb:
            return True
    return False


def _through_its_own(tokens: Sequence[Token], chunk: Chunk, verb: int) -> bool:
    """Whether a body stands before those of it that do what a passive tells: "polis ekiplerince gözaltına alındı"."""
    word = tokens[chunk.last]
    own = word.lower.endswith(AGENTS) and word.morph.pos is NOUN
    return own and chunk.case is NOM and not chunk.place and tokens[verb].morph.passive


def _goes_where(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether the noun behind a person tells where he is put, not what is his: "Lopez ev hapsine alındı"."""
    noun = next((t.morph for t in tokens[at : min(at + 2, verb)] if t.morph.possessive is not None), None)
    return noun is not None and (noun.case in (DAT, ABL) or (noun.case is LOC and noun.lemma in HOMES))


def _by_word(tokens: Sequence[Token], chunk: Chunk, at: int, words: ClauseWords) -> Link | None:
    """The link that the postposition behind a phrase gives; of two the second ("ile ilgili", "ile birlikte")."""
    word = tokens[at].lower if at < len(tokens) else ""
    if word not in words.links or (word in words.aimed and chunk.case is not ACC):
        return None
    if words.links[word] is Link.AGAINST and chunk.case in (NOM, GEN) and _is_inflected(tokens[chunk.last - 1]):
        return None  # "Ukrayna'nın karşı saldırısı", "ordusu karşı saldırıya geçti"
    if chunk.case is NOM and is_predicate(tokens, at, words):
        return None  # "plana Mısır karşı çıktı"
    if word in words.company and not chunk.person and _wish_together(tokens, at, words):
        return None
    behind = words.links.get(tokens[at + 1].lower) if at + 1 < len(tokens) and word in words.company else None
    return words.links[word] if behind is None or behind is Link.AGAINST else behind  # "ile karşı tarafın talebi"


def _wish_together(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether what two want stands behind the word between them: "BM, Bern ile Oslo'nun istemiyle toplandı"."""
    for noun in range(at + 2, min(at + WISH_REACH, len(tokens) - 1)):
        morph = tokens[noun].morph
        if tokens[noun - 1].morph.case is GEN and morph.possessive in THIRD and tokens[noun].lower in words.wishing:
            return morph.case is INS or tokens[noun + 1].morph.pos is Pos.ADP
    return False


def _is_inflected(token: Token) -> bool:
    """Whether a word shows its case: a noun, or a name with an ending; a name without one may stand for any."""
    return token.morph.pos is NOUN or "'" in token.text or "’" in token.text


def _opens_name(tokens: Sequence[Token], chunk: Chunk, at: int) -> bool:
    """Whether a place opens a longer name: "Silivri Cezaevi'ne", "Şırnak-Merkez ilçesinde"."""
    first = at + 1 if tokens[at].text in DASHES and at + 1 < len(tokens) else at
    return chunk.place and tokens[first].text[0].isupper()


def _owns_occasion(tokens: Sequence[Token], chunk: Chunk, at: int, verb: int) -> bool:
    """Whether a body or state is only where or of what something is: "Güvenlik Konseyi oturumunda"."""
    morph = tokens[at].morph
    noun = morph.pos is NOUN or morph.form is Form.MA
    done = at + 1 == verb and tokens[verb].morph.passive  # "Güvenlik Konseyi toplantıları yapılacak"
    fits = morph.case in (LOC, GEN) or (morph.case is NOM and (done or not morph.or_accusative))
    owned = noun and morph.possessive in THIRD and fits
    return owned and not chunk.person and not tokens[at - 1].morph.plural


def _owns_site(tokens: Sequence[Token], chunk: Chunk, at: int) -> bool:
    """Whether a part of a land only tells where its own part lies: "Batken bölgesi sınırları içindeki"."""
    sites, own = clause_words().sites, tokens[at].morph
    part = chunk.last - chunk.first > 1 and tokens[at - 1].lower.endswith(OWNED_NAME)  # "Serbest Bölgesi" is a name
    return chunk.place and part and own.lemma in sites and own.possessive in THIRD


def _is_agent(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether the phrase ends in -CA after a plural or possessive, or is but an adverb ("hükümetince", "mahkemece")."""
    last = tokens[chunk.last - 1]
    if chunk.person and _is_surname(tokens, chunk):
        return False
    return (last.morph.pos is Pos.ADV and not (chunk.person or chunk.place)) or last.lower.endswith(AGENTS)


def _is_surname(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether the last word is a name behind another, and only ends like an adverb: "Mustafa İnce"."""
    last = tokens[chunk.last - 1]
    named = last.text[0].isupper() and last.morph.pos in (Pos.ADV, Pos.ADJ)
    return named and chunk.last - chunk.first > 1 and tokens[chunk.last - 2].morph.pos is PROPN


def _may_modify(word: Token) -> bool:
    """Whether a phrase that ends so can be the first half of a compound: no compound itself, and not plural."""
    plural = word.morph.plural or word.lower.endswith(("lar", "ler", "ları", "leri"))
    return word.morph.possessive is None and not plural


def _is_own_name(word: Token) -> bool:
    """Whether a word ends the name of what somebody has, with the apostrophe of names: "Zirvesi'ne"."""
    stem, mark, _ = word.lower.replace("’", "'").partition("'")
    return bool(mark) and word.text[0].isupper() and stem.endswith(OWNED_NAME)


def _compounds(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether the word there is the second half of a compound: a noun with a possessive, or an adjective before one."""
    word = tokens[at]
    named = word.morph.pos is PROPN and word.lower.replace("’", "'").split("'")[0].endswith(OWNED_NAME)
    if (word.morph.pos is NOUN or named) and word.morph.possessive is not None:
        return word.morph.possessive in THIRD or named  # "Azerbaycan mevzilerimize ateş açtı"
    if word.morph.pos in (NOUN, Pos.ADJ) and at + 1 < verb:
        after = tokens[at + 1]
        return after.morph.pos is NOUN and after.morph.possessive is not None and word.morph.case in (None, NOM)
    return False
