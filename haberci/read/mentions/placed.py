"""Whether a name of the register is told as a place: "Ankara'da", "Ankara kulisleri", "Ankara, Bolu ve Düzce'de"."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from haberci.core.actors import OFFICIAL, UNKNOWN_PRINCIPAL, Name, NameKind
from haberci.core.morph import ACC, DAT, GEN, LOC, NOM, THIRD, VERBAL_NOUNS, Form, Pos
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import STATES, Phrase, is_offshore
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.senses import Before, Sense
from haberci.read.mentions.surnames import AWAY
from haberci.read.mentions.units import TITLE, TOPIC, WORD, Unit

DASHES: Final = ("-", "–")
SLASH: Final = "/"
TWO: Final = 2
OWN_WORDS: Final = 4  # before persons: of a participle, and how many they are
MINDED: Final = 8  # words from a place to the verb by which what is done there is minded
ATTRIBUTIVE: Final = ("daki", "deki", "taki", "teki")
BEYOND: Final = ("MIL", "GOV", "COP")  # of whom the border is not where they stand
FOREIGN_NAME: Final = 4  # words of a place's name, with the noun for what it is
PRIVATE: Final = "CVL"
OPENERS: Final = (WORD, TITLE, TOPIC)
REACHED: Final = (ACC, DAT, GEN)  # cases of those to whom something is done


def is_place(scan: Scanner, phrase: Phrase, unit: Unit, name: Name) -> bool:
    """Whether a phrase of one name of a state, a capital or a place tells where, not who."""
    after = scan.stem(phrase.last) if phrase.last < len(scan.tokens) else ""
    told = after in scan.naming.words[Group.PLACE] and not _acts_on_border(scan, phrase.last, unit)
    if name.kind is NameKind.PLACE or unit.case is LOC or told:
        return True
    if unit.case is NOM and not unit.tight and _heads_row(scan, phrase, name):
        return True
    if name.kind is not NameKind.SEAT:
        return False
    if _opens_line(scan, phrase):
        return True
    if unit.case is NOM and not unit.tight and _goes_on(scan, phrase.last):
        return True
    led = phrase.first > 0 and scan.stem(phrase.first - 1) in scan.naming.words[Group.CAPITAL]
    opens = phrase.first in scan.starts or phrase.first - 1 in scan.starts
    if unit.case is DAT and after in scan.naming.words[Group.VIEW] and opens:
        return False  # "Ankara'ya göre anlaşma yürürlükte"
    return led or unit.case in AWAY or (unit.case is NOM and _is_half(scan, phrase.last))


def _opens_line(scan: Scanner, phrase: Phrase) -> bool:
    """Whether a city in capitals before a dash says where a report was written: "KİEV - Rus birlikleri çekildi".

    So does each of two cities, "MOSKOVA/KİEV - Rus birlikleri çekildi".
    """
    tokens, first, last = scan.tokens, phrase.first, phrase.last
    if last >= len(tokens) or not all(tokens[k].text.isupper() for k in range(first, last)):
        return False
    if first > 1 and tokens[first - 1].text == SLASH:
        return first - TWO in scan.starts and tokens[last].text in DASHES
    slashed = tokens[last].text == SLASH and any(t.text in DASHES for t in tokens[last + TWO : last + TWO + TWO])
    return first in scan.starts and (slashed or tokens[last].text in DASHES)


def _acts_on_border(scan: Scanner, at: int, unit: Unit) -> bool:
    """Whether a border is what a state before it acts on: "Polonya sınırı kapattı", "Çad'ın sınırı açması"."""
    if at + 1 >= len(scan.tokens) or unit.case not in (NOM, GEN) or scan.suffix(at):
        return False
    words, verb = scan.naming.words[Group.BORDER], scan.tokens[at + 1].morph
    nominal = verb.form in VERBAL_NOUNS and verb.possessive in THIRD
    acts = nominal if unit.case is GEN else verb.is_verb and not unit.tight
    return acts and scan.stem(at) in words and verb.lemma in words and not verb.passive


def beyond_border(scan: Scanner, phrase: Phrase, before: Before | None) -> str | None:
    """The state at whose border soldiers or bodies of others are: "Irak sınırında bir asker yaralandı"."""
    if before is None or before.phrase.sentence != phrase.sentence or phrase.head.sector not in BEYOND:
        return None
    at, head = before.phrase.last, before.phrase.head
    if not head.is_name(NameKind.STATE) or head.case is not NOM or at >= phrase.first:
        return None
    morph = scan.tokens[at].morph
    border = not morph.is_verb and morph.case is not NOM and morph.lemma in scan.naming.words[Group.BORDER]
    return before.sense.codes[0].principal if border and before.sense.codes else None


def _goes_on(scan: Scanner, at: int) -> bool:
    """Whether a longer name of a place or body goes on here: "Ankara Ticaret Odası", "Ankara 14. Ağır Ceza"."""
    if at >= len(scan.tokens) or at in scan.starts:
        return False
    unit = scan.unit(at, len(scan.tokens))
    named = unit is not None and unit.sort in OPENERS and scan.is_capital(at)
    return scan.tokens[at].text[0].isdigit() or named


def _is_half(scan: Scanner, at: int) -> bool:
    """Whether a common noun with a possessive stands here: "Astana görüşmeleri"."""
    if at >= len(scan.tokens):
        return False
    token = scan.tokens[at]
    if scan.stem(at) in scan.naming.words[Group.COMMON]:
        return False  # "Astana tarafından"
    owned = token.morph.possessive == "3p" or (token.morph.possessive == "3s" and token.morph.form is None)
    return token.text == token.lower and owned


def _heads_row(scan: Scanner, phrase: Phrase, name: Name) -> bool:
    """Whether a row of places begins with a phrase and ends in one that tells where: "Ankara, Bolu ve Düzce'de".

    One that is a state, or is parted by a comma from those of another state alone, is the subject before them:
    "Türkiye, Irak ve Suriye'de", "Ankara, Bağdat ve Erbil'de".
    """
    row: list[Unit] = []
    at = phrase.last
    first = scan.tokens[at].text if at < len(scan.tokens) else ""
    while at + 1 < len(scan.tokens) and (scan.tokens[at].text == "," or scan.stem(at) in scan.closing):
        unit = scan.unit(at + 1, len(scan.tokens))
        if unit is None or unit.people or not unit.is_name(*STATES):
            break
        closed = scan.stem(at) in scan.closing
        row.append(unit)
        at = unit.last
        if closed or unit.tight:
            break
    if not row:
        return False
    homes = {unit.name.code.principal for unit in row if unit.name is not None}
    if not _tells_where(scan, row[-1], at):
        return name.kind is NameKind.SEAT and phrase.first not in scan.starts and _are_towns(row, name, homes)
    if first != ",":
        return True
    return name.kind in PLACES and len(row) > 1 and (len(homes) > 1 or name.code.principal in homes)


def _are_towns(row: list[Unit], seat: Name, homes: set[str]) -> bool:
    """Whether those beside a seat are towns of its land: "Rusya'nın Kiev, Harkiv ve Odessa'ya saldırısı"."""
    return homes == {seat.code.principal} and all(unit.is_name(NameKind.PLACE) for unit in row)


def _tells_where(scan: Scanner, last: Unit, at: int) -> bool:
    """Whether the last place of a row, behind which a word stands, is no party."""
    if last.is_name(NameKind.STATE):
        return last.case is LOC
    after = scan.unit(at, len(scan.tokens)) if at < len(scan.tokens) and last.is_name(NameKind.SEAT) else None
    if after is not None and after.sort is TITLE and last.case is NOM and not last.tight:
        return False  # "Bakü ve Erivan heyetleri"
    return last.case is LOC or (last.case is NOM and not last.tight and _is_half(scan, at))


def stand(phrase: Phrase, sense: Sense, scan: Scanner, salience: Salience) -> bool:
    """Keep in mind where what goes on takes place; whether a phrase is such a place."""
    land = sense.codes[0].principal, phrase.sentence
    if sense.kind is MentionKind.STATE and (within := _place_behind(phrase, scan)) is not None:
        salience.stand_at(land, True, within)
    if sense.kind is not MentionKind.PLACE or not _tells_ground(phrase, scan, salience.place):
        return False
    salience.stand_at(land, phrase.case is LOC or not phrase.names[0].is_name(NameKind.SEAT), describes(phrase, scan))
    return True


def _tells_ground(phrase: Phrase, scan: Scanner, place: tuple[str, int] | None) -> bool:
    """Whether what goes on takes place at the place of a phrase; ``place`` was told before, with its sentence.

    Not where people elsewhere only mind what is done there: "Oslo'da Gazze'deki saldırıları protesto edenler".
    """
    return not is_offshore(phrase, scan) and not _is_only_minded(phrase, scan, place)


def describes(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a place only says where something else is: "Gazze'deki saldırıları", "Pensilvanya'daki örgüt"."""
    return scan.tokens[phrase.last - 1].lower.endswith(ATTRIBUTIVE)


def _place_behind(phrase: Phrase, scan: Scanner) -> bool | None:
    """Whether a place of a state, by a name that nobody knows, only says where something else is; None without one.

    "Kenya'nın Mandera kentinde", "Kenya'nın kuzeyindeki".
    """
    if phrase.case is not GEN or phrase.last >= len(scan.tokens):
        return None
    sentence = scan.tokens[phrase.first].sentence
    for token in takewhile(lambda t: t.sentence == sentence, scan.tokens[phrase.last : phrase.last + FOREIGN_NAME]):
        if token.morph.lemma in scan.sites and (token.morph.case is LOC or token.lower.endswith(ATTRIBUTIVE)):
            return token.lower.endswith(ATTRIBUTIVE)
        if not token.text[0].isupper() or "'" in token.text or "’" in token.text:
            return None
    return None


def _is_only_minded(phrase: Phrase, scan: Scanner, place: tuple[str, int] | None) -> bool:
    tokens = scan.tokens
    aimed = phrase.case is DAT and phrase.last < len(tokens) and tokens[phrase.last].morph.pos is Pos.ADP
    told = place is not None and place[1] == phrase.sentence and describes(phrase, scan)
    if not (told or aimed):
        return False  # "Gazze'ye yönelik saldırıları protesto edenler"
    near = takewhile(lambda n: n < len(tokens) and n not in scan.starts, range(phrase.last, phrase.last + MINDED))
    words = [tokens[n] for n in near if not tokens[n].lower.endswith(ATTRIBUTIVE)]
    return any(token.morph.lemma in scan.naming.words[Group.MINDING] for token in words)


def officials_there(phrase: Phrase, before: Before | None, scan: Scanner, salience: Salience) -> str | None:
    """The state at whose place officials are to whom something is done: "Bern, Oslo'da on yetkiliye yasak getirdi".

    So are those whom a private person of another land calls on: "Oslo'da bir Rus turist yetkililerden yardım istedi".
    """
    several = len(phrase.units) == 1 and scan.is_titled(phrase.head, Group.SEVERAL) and not phrase.head.possessed
    ground, place = salience.ground, salience.place
    if several and ground is not None and ground[1] == phrase.sentence and phrase.case in REACHED:
        return ground[0]
    here = several and before is not None and before.phrase.sentence == phrase.sentence
    private = before.sense.codes if here and before is not None and before.sense.kind is MentionKind.PEOPLE else ()
    if [code.sector for code in private] != [PRIVATE]:
        return None
    own = private[0].principal
    return place[0] if place is not None and place[0] != own else salience.state(but=own)


def mind_from(
    phrase: Phrase, told: Before | None, scan: Scanner, stay: tuple[str, int] | None
) -> tuple[str, int] | None:
    """Where persons are who mind what is done elsewhere: "Gazze'ye yönelik saldırıyı protesto eden yüzlerce kişi".

    At the place told before, ``stay``, else at home; None where they mind nothing of the kind.
    """
    before = None if told is None else told.phrase
    if told is None or before is None or before.sentence != phrase.sentence or not phrase.head.plain_people:
        return None
    words = scan.tokens[before.last : phrase.first]
    minded = any(token.morph.lemma in scan.naming.words[Group.MINDING] for token in words)
    minded = minded and any(token.morph.form is Form.AN for token in words[-OWN_WORDS:])
    if not minded or told.sense.kind is not MentionKind.PLACE or not (describes(before, scan) or before.case is DAT):
        return None
    here = stay is not None and all(code.principal != stay[0] for code in told.sense.codes)
    return stay if here else (scan.naming.home, phrase.sentence)


def are_others(phrase: Phrase, scan: Scanner) -> bool:
    """Whether persons who are counted stand beside those of their kind who did it: "bir kişi vurdu, 12 kişi öldü"."""
    tokens, at = scan.tokens, phrase.first - 1
    if not phrase.head.plain_people or at < 1 or tokens[at].morph.pos is not Pos.NUM:
        return False
    before = takewhile(lambda n: n not in scan.starts, range(at, 0, -1))
    return any(tokens[n - 1].morph.lemma == tokens[phrase.first].morph.lemma for n in before)


def has_no_forces(phrase: Phrase, owner: Sense) -> bool:
    """Whether a body of a state stands behind armed people of no known side: "saldırganın güvenlik güçlerince"."""
    title = phrase.head.title
    body = title is not None and title.kind is TitleKind.BODY and title.sector in OFFICIAL
    return body and owner.kind is MentionKind.PEOPLE and owner.codes[0].principal == UNKNOWN_PRINCIPAL
