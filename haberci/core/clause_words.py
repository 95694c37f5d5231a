"""Clause words: the small words of a language by which phrases and clauses are tied together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.clause import Link
from haberci.core.lexicon import read_rows

COLUMNS: Final = ("word", "kind", "example")
LINKS: Final = tuple(link.value for link in Link if link is not Link.PART)
FIELDS: Final = {
    "joint": "joints",
    "both": "both",
    "besides": "besides",
    "purpose": "purposes",
    "relation": "relations",
    "clitic": "clitics",
    "aimed": "aimed",
    "belonging": "belonging",
    "under": "under",
    "not": "denial",
    "bearing": "bearings",
    "question": "questions",
    "lacking": "lacking",
    "suppose": "supposing",
    "blame": "blaming",
    "urge": "urging",
    "beg": "begging",
    "tell": "telling",
    "sentence": "sentencing",
    "charge": "charges",
    "control": "controls",
    "happening": "happening",
    "outcome": "outcomes",
    "site": "sites",
    "town": "towns",
    "within": "within",
    "until": "untils",
    "home": "home",
    "extend": "extending",
    "moving": "moving",
    "sending": "sending",
    "share": "shares",
    "predicate": "predicates",
    "own": "owned",
    "ground": "grounds",
    "occasion": "occasions",
    "light": "light",
    "reason": "reasons",
    "meeting": "meeting",
    "dealing": "dealing",
    "upon": "upon",
    "basis": "bases",
    "despite": "despite",
    "weekday": "weekdays",
    "daypart": "parts_of_day",
    "among": "among",
    "with-us": "with_us",
    "contrary": "contrary",
    "arrive": "arriving",
    "wish": "wishing",
    "lasting": "lasting",
    "manner": "manners",
    "phase": "phases",
}

ELSE: Final = "se"  # what the second of two words that stand before each of two phrases may end in: gerekse
ALSO: Final = ("da", "de")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Words in small letters, by what they do.

    ``links``: how the phrase before a postposition is tied to the deed. ``joints`` stand between phrases of one row
    (``ve``), and ``company`` are those of them that may as well say with whom (``ile``); ``closing`` the others;
    ``both`` stand before each phrase of a row (``hem``), ``besides`` behind its first, a genitive (``yanı sıra``).
    ``purposes`` stand behind a verb and say what for,
    ``bearings`` behind what is told about, ``questions`` ask, ``lacking`` say that there is none, ``supposing`` stand
    behind what is only supposed, ``clitics`` lean on the phrase before them, ``relations`` look like verbs and are
    none. ``aimed`` governs what is aimed at, ``belonging`` to whom something belongs, ``under`` under whom a force
    stands, ``denial`` denies a phrase. Lemmas, or beginnings of nouns, with a deed nested under them: ``blaming`` the
    accused for it, ``urging`` somebody to it, ``begging`` it from, ``telling`` it to somebody,
    ``sentencing`` him for it, ``charges`` stand behind that. ``controls`` are what one takes of a place. ``happening``
    are verbs of which a noun with its own company is the subject; ``outcomes`` stand behind what a deed comes of.
    ``sites`` are nouns (lemmas) for a place in or by another; ``towns`` are those of them that stand behind the name
    of where people live, ``within`` behind what that lies in; ``untils`` stand behind the day up to which something
    lasts; ``home`` are nouns (lemmas) for one's own state; ``extending`` verbs (lemmas) that make a thing last up to
    a day. ``owned`` are nouns (lemmas) for what a person has of his own. ``predicates`` are words that make one deed
    with the verb behind them, and no compound with the noun before. ``grounds`` stand before a verb that only names
    why: what an owner before them has is no deed of his. ``occasions`` stand behind -DIK and say when or why.
    ``light`` are verbs (lemmas) that only do what the noun before them names; ``reasons`` stand behind -DIK and say
    that it is why somebody is judged. ``meeting`` are verbs (lemmas), and nouns right before one, of what is done with
    somebody; ``dealing`` those by which something is made with somebody that others may talk over. ``upon`` stand
    behind what somebody says, and on which another acts; ``bases`` behind an accord; ``despite`` behind -mAsI and say
    that the deed is done all the same. ``weekdays`` stand before ``parts_of_day`` and say when; ``sending`` are verbs
    (lemmas) of what one does with one's own forces. ``among`` open a clause that tells who some of a group are;
    ``with_us`` say that those who speak are the company; ``contrary`` stand between two deeds of one row, told against
    each other ("ama"). ``wishing`` are words for what two want together, behind whom it is done. ``arriving`` are
    verbs (lemmas) of what comes from somebody: words, help; ``lasting`` verbs (lemmas), or nouns right before one, by
    which what was begun goes on. ``manners`` stand behind -DIK and say that a thing goes as it was planned or told;
    ``phases`` are verbs (lemmas) by which a deed begins or ends.
    """

    links: Mapping[str, Link] = field(repr=False)
    joints: frozenset[str] = field(repr=False)
    besides: frozenset[str] = field(repr=False)
    both: frozenset[str] = field(repr=False)
    purposes: frozenset[str] = field(repr=False)
    relations: frozenset[str] = field(repr=False)
    clitics: frozenset[str] = field(repr=False)
    aimed: frozenset[str] = field(repr=False)
    belonging: frozenset[str] = field(repr=False)
    under: frozenset[str] = field(repr=False)
    denial: frozenset[str] = field(repr=False)
    bearings: frozenset[str] = field(repr=False)
    questions: frozenset[str] = field(repr=False)
    lacking: frozenset[str] = field(repr=False)
    supposing: frozenset[str] = field(repr=False)
    blaming: frozenset[str] = field(repr=False)
    urging: frozenset[str] = field(repr=False)
    begging: frozenset[str] = field(repr=False)
    telling: frozenset[str] = field(repr=False)
    sentencing: frozenset[str] = field(repr=False)
    charges: frozenset[str] = field(repr=False)
    controls: frozenset[str] = field(repr=False)
    happening: frozenset[str] = field(repr=False)
    outcomes: frozenset[str] = field(repr=False)
    sites: frozenset[str] = field(repr=False)
    towns: frozenset[str] = field(repr=False)
    within: frozenset[str] = field(repr=False)
    untils: frozenset[str] = field(repr=False)
    home: frozenset[str] = field(repr=False)
    extending: frozenset[str] = field(repr=False)
    moving: frozenset[str] = field(repr=False)
    sending: frozenset[str] = field(repr=False)
    shares: frozenset[str] = field(repr=False)
    predicates: frozenset[str] = field(repr=False)
    owned: frozenset[str] = field(repr=False)
    grounds: frozenset[str] = field(repr=False)
    occasions: frozenset[str] = field(repr=False)
    light: frozenset[str] = field(repr=False)
    reasons: frozenset[str] = field(repr=False)
    meeting: frozenset[str] = field(repr=False)
    dealing: frozenset[str] = field(repr=False)
    upon: frozenset[str] = field(repr=False)
    bases: frozenset[str] = field(repr=False)
    despite: frozenset[str] = field(repr=False)
    weekdays: frozenset[str] = field(repr=False)
    parts_of_day: frozenset[str] = field(repr=False)
    among: frozenset[str] = field(repr=False)
    with_us: frozenset[str] = field(repr=False)
    contrary: frozenset[str] = field(repr=False)
    wishing: frozenset[str] = field(repr=False)
    arriving: frozenset[str] = field(repr=False)
    lasting: frozenset[str] = field(repr=False)
    manners: frozenset[str] = field(repr=False)
    phases: frozenset[str] = field(repr=False)
    company: frozenset[str] = field(repr=False)
    closing: frozenset[str] = field(repr=False)

    def join(self, between: str, before: str | None) -> bool:
        """Whether the word between two phrases makes them a row; ``before`` is the word before the first."""
        return between in self.joints or self.pairs(between, before)

    def tells_aim(self, behind: str | None) -> bool:
        """Whether a word behind a deed or thing says what for, or what about, it is told: "için", "konusunda"."""
        return behind is not None and (behind in self.purposes or self.links.get(behind) is Link.ABOUT)

    def pairs(self, between: str, before: str | None) -> bool:
        """Whether a word stands before each of two phrases: "hem Oslo hem Bern", "gerek Oslo gerekse Bern"."""
        return before in self.both and between.removesuffix(ELSE) == before

    def ties(self, between: Sequence[str], before: str | None, behind: str | None) -> bool:
        """Whether a word stands before, or behind, each of two phrases: "hem Oslo hem de Bern", "Oslo da Bern de".

        ``between`` are the words between them, ``before`` and ``behind`` those around the two.
        """
        if between[0] in ALSO:
            return len(between) == 1 and behind in ALSO
        return self.pairs(between[0], before) and all(word in ALSO for word in between[1:])


def load_clause_words(file: str | Path) -> ClauseWords:
    """Read ``clauses.tsv``; raises LexiconError."""
    links: dict[str, Link] = {}
    words: dict[str, set[str]] = {kind: set() for kind in FIELDS}
    seen: set[tuple[str, str]] = set()
    for row in read_rows(file, COLUMNS):
        row.needs("example")
        word, kind = row.needs("word"), row.one_of("kind", (*LINKS, *FIELDS))
        if (word, kind) in seen or (kind in LINKS and word in links):
            raise row.error(f"{word} stands twice")
        seen.add((word, kind))
        if kind in LINKS:
            links[word] = Link(kind)
        else:
            words[kind].add(word)
    joints = frozenset(words["joint"])
    company = frozenset(word for word in joints if links.get(word) is Link.WITH)
    told = {FIELDS[kind]: frozenset(found) for kind, found in words.items()}
    return ClauseWords(MappingProxyType(links), company=company, closing=joints - company, **told)
