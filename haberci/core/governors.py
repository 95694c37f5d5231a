"""Governors: words above a nominal clause that say whether its deed took place ("planladığını", "nedeniyle")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from haberci.core.governor_kinds import BEGINNINGS, KINDS, SETS
from haberci.core.lexicon import read_rows

COLUMNS: Final = ("word", "kind", "verdict", "example")
VERDICTS: Final = frozenset("happened planned wanted hypothetical denied drop claim judged ordered".split())


@dataclass(frozen=True, slots=True)
class GovernorTable:
    """What governs a nominal clause, and the verdict on its deed.

    ``verb`` is a governing verb by lemma, alone or with the word before it ("yol aç"), ``after`` a word right behind
    the clause in just this form (a postposition), ``noun`` the beginning of a noun right behind it ("kararı aldı").
    The verdict ``drop`` says that no deed is told, ``claim`` that a claim stands in between, of which the verb above
    says more ("saldırdığı iddiasını reddetti"),
    ``judged`` that the deed is only what is praised or blamed, and an event when its victim or day is told,
    ``ordered`` that one's own people are told to do it ("sevk edilmesi emrini verdi").
    ``harm`` is no governor, but a verb that tells who was harmed, ``harmed`` one that tells it in the passive;
    ``person`` a noun (lemma) for persons without a name; ``unrest`` the beginning of a word that makes an arrest more
    than ordinary crime; ``company`` a noun (lemma) that in the plural tells again those who met; ``cause`` a word that
    says why people protest; ``act`` a noun (lemma) for a law or decision, whose content is the deed of who passes it;
    ``document`` a noun (lemma) for what is written or said: of an organisation (``happened``) or of the one who spoke
    last (``claim``); ``hearsay`` a verb that in the passive tells a deed without a source; ``uncoded`` a noun (lemma)
    that in the plural is a party without a code; ``seat`` the beginning of a place where organisations sit, in small
    letters; ``blame`` the beginning of a word by which who is said to do something is blamed; ``gathering`` a noun
    (lemma) for a meeting that is held somewhere; ``passive`` a governing verb (lemma) in the passive, which wants no
    one to do it ("toplanması isteniyor"), ``active`` one (lemma) in the active, by which somebody wants what others
    shall do ("çekilmesini bekliyor"); ``untrue`` are words behind a deed or a claim that deny it ("doğru değil");
    ``undecided`` are one or two behind a deed and its negation by which nobody knows if it will be done ("belirsiz");
    ``accident``, ``cyber`` begin words that make harm an accident, an attack one on computers, so ``mishap`` (lemma);
    ``said`` is a noun (lemma) for what was said or decided, which points back to who did so ("bu kararı kınadı"),
    ``land`` one that alone means the state told last ("ülkeye yardımı kesti"), ``sides`` one that in the plural means
    both of those told before ("taraflara çağrı yaptı");
    ``negated`` is a governing verb (lemma, or the word before it) that says so only when it is negated ("iddiayı kabul
    etmiyor"); ``wish`` a word that makes the finite verb behind it a wish ("keşke"); ``holding`` a verb (lemma) that in
    the passive says of a deed told by its noun that it takes place ("ziyaret yapılacak");
    ``policy`` is the beginning of a word for what a government does or where it sits, ``rising`` a word that says
    against what people rise ("zamlara karşı"); ``power`` is the beginning of a word for where a government sits
    ("valiliği ateşe verdi"); ``belonging`` the beginning of a word by which persons belong to a
    group ("üyesi"), ``case`` that of a word for what is done against a group ("operasyon", "soruşturma"), ``among`` a
    noun (lemma) that says of whom there are some ("aralarında"), ``charged`` a word behind whom a case is about
    ("hakkında"), ``suspect`` a noun (lemma) for those who are charged, ``nameless`` one for a doer nobody knows,
    ``security`` one by which forces are told that do the work of police, too, ``culprit`` one for those who did
    what is condemned, ``gunman`` one for armed men of no side, ``freedom`` a verb (lemma) for what a state keeps
    people from doing when it oppresses them, ``prison`` a noun (lemma) for where a state holds people, ``outlet``
    one for a paper or station, ``helper`` the beginning of a word for what others do for a truce, ``border`` one
    for where another's land begins;
    ``mutual`` is a pronoun (lemma) by which each does it to the other ("birbirini tebrik etti");
    ``undoing`` is a verb (lemma, or the word before it) by which what was to come does not ("yapacağı ziyareti iptal
    etti"); ``foresee`` is a verb (lemma) of what a draft provides for, which is not decided ("uygulanmasını öngören
    taslak"); ``official`` is a noun (lemma) for what only an authority does, whose act is judged ("idamları kınadı");
    ``deed`` is a noun (lemma) that with "to be" makes a deed that can be asked for ("destek ol").
    ``fellow`` is a noun (lemma) for whoever is on the other side ("mevkidaşı", "iki komşusu"), ``both`` a number that
    tells of two such, ``offered`` a noun (lemma) for what was proposed, to which one says yes ("öneriye sıcak baktı"),
    ``answered`` one for what was decided or agreed on, which others praise; ``disaster`` is a noun (lemma) for what
    strikes a land, which others help then, ``trip`` one for a stay in another land ("Roma temasları"), ``region`` one
    for a part of a land, to which help goes; ``joining`` is a verb (lemma, or with the word before it) for taking
    part; ``collective`` a noun (lemma) that means many without a plural, ``press`` one for those to whom all is said,
    whoever is called on; ``yet`` a word by which what was not done may still be ("henüz görüşmedi"), ``ordnance`` a
    noun (lemma) for what is destroyed where it is found, which is no attack ("bombaları imha etti"), ``citizen`` one
    for the people of one's own state, whom it warns of travels; ``knowing`` is a verb (lemma) for what happens in heads
    alone, which nobody is asked to do; ``course`` is a noun (lemma) for what a government does about another land,
    ``measure`` a word by which it is told how far off a place is; ``neither`` is a word that, said twice, leaves the
    verb undone ("ne Rama ne de Sandu ile görüştü"); ``being`` is the verb (lemma) that behind a participle says when it
    is so ("tanımış olacak"), ``there`` one that in the negative says that there is none ("görüşme olmadığını"),
    ``feeling`` one of what is felt by nobody named, who speaks feels ("endişe duyulduğunu bildirdi"); ``facing`` is a
    word behind what one judges ("infazlar karşısında dehşete düştü"), ``militia`` a noun (lemma) for armed men who are
    no army ("Irak'a bağlı milisler"), ``by-them`` the end of a word for many by whom a deed is done ("militanlarca"),
    ``trial`` a lemma by which a missile is tried at nobody, ``agent`` a noun (lemma) for who holds a post or is
    somebody's kin, and so acts himself where no name stands, ``moment`` one that tells when without a case ("sabah
    Bakü'ye gitti"), ``custody`` a word behind who holds those who are let go ("Hamas'ın elindeki"), ``pointing``
    one (lemma, or as it stands) that points to what was told last ("bunu kınadı", "bu ülkeye"), ``kept`` one
    (lemma) for being held where it is told ("İran'da tutuklu bulunan"), ``feast`` the beginning of a word for what
    crowds come to, or police watch, without any politics, ``fiction`` of one for a film or book, ``plot`` of one or
    two that say what that tells of, ``otherwise`` one or two words by which a deed hangs on what was asked before
    ("aksi halde"), ``possible`` one before a noun whose deed may be done ("olası saldırı"), ``obey`` a verb (lemma)
    for doing as others decided ("tutuklama kararına uymadı"), ``evaluated`` a noun (lemma) for what is done or said,
    ``control`` one for holding a place ("denetimindeki köyden"), ``founding`` a verb (lemma) by which those who come
    together make a body and hold no meeting ("bir araya gelip kurdu").
    """

    verbs: Mapping[str, str] = field(repr=False)
    after: Mapping[str, str] = field(repr=False)
    nouns: tuple[tuple[str, str], ...] = field(repr=False)
    begun: tuple[str, ...] = field(repr=False)  # the beginnings alone: nearly no word has one
    harm: frozenset[str] = field(repr=False)
    harmed: frozenset[str] = field(repr=False)
    persons: frozenset[str] = field(repr=False)
    unrest: tuple[str, ...] = field(repr=False)
    company: frozenset[str] = field(repr=False)
    causes: frozenset[str] = field(repr=False)
    acts: frozenset[str] = field(repr=False)
    documents: Mapping[str, str] = field(repr=False)
    hearsay: frozenset[str] = field(repr=False)
    uncoded: frozenset[str] = field(repr=False)
    seats: tuple[str, ...] = field(repr=False)
    blame: tuple[str, ...] = field(repr=False)
    gatherings: frozenset[str] = field(repr=False)
    passives: Mapping[str, str] = field(repr=False)
    actives: Mapping[str, str] = field(repr=False)
    untrue: tuple[tuple[str, ...], ...] = field(repr=False)
    accidents: tuple[str, ...] = field(repr=False)
    mishaps: frozenset[str] = field(repr=False)
    feasts: tuple[str, ...] = field(repr=False)
    fiction: tuple[str, ...] = field(repr=False)
    plots: tuple[str, ...] = field(repr=False)
    cyber: tuple[str, ...] = field(repr=False)
    deeds: frozenset[str] = field(repr=False)
    said: frozenset[str] = field(repr=False)
    lands: frozenset[str] = field(repr=False)
    sides: frozenset[str] = field(repr=False)
    negated: Mapping[str, str] = field(repr=False)
    wishes: frozenset[str] = field(repr=False)
    holding: frozenset[str] = field(repr=False)
    policies: tuple[str, ...] = field(repr=False)
    powers: tuple[str, ...] = field(repr=False)
    rising: frozenset[str] = field(repr=False)
    belonging: tuple[str, ...] = field(repr=False)
    cases: tuple[str, ...] = field(repr=False)
    helpers: tuple[str, ...] = field(repr=False)
    among: frozenset[str] = field(repr=False)
    charged: frozenset[str] = field(repr=False)
    suspects: frozenset[str] = field(repr=False)
    nameless: frozenset[str] = field(repr=False)
    security: frozenset[str] = field(repr=False)
    borders: frozenset[str] = field(repr=False)
    culprits: frozenset[str] = field(repr=False)
    freedoms: frozenset[str] = field(repr=False)
    prisons: frozenset[str] = field(repr=False)
    undoing: frozenset[str] = field(repr=False)
    mutual: frozenset[str] = field(repr=False)
    foreseeing: frozenset[str] = field(repr=False)
    gunmen: frozenset[str] = field(repr=False)
    outlets: frozenset[str] = field(repr=False)
    official: frozenset[str] = field(repr=False)
    fellows: frozenset[str] = field(repr=False)
    answered: frozenset[str] = field(repr=False)
    offered: frozenset[str] = field(repr=False)
    both: frozenset[str] = field(repr=False)
    disasters: frozenset[str] = field(repr=False)
    trips: frozenset[str] = field(repr=False)
    regions: frozenset[str] = field(repr=False)
    joining: frozenset[str] = field(repr=False)
    collectives: frozenset[str] = field(repr=False)
    press: frozenset[str] = field(repr=False)
    not_yet: frozenset[str] = field(repr=False)
    ordnance: frozenset[str] = field(repr=False)
    citizens: frozenset[str] = field(repr=False)
    knowing: frozenset[str] = field(repr=False)
    courses: frozenset[str] = field(repr=False)
    measures: frozenset[str] = field(repr=False)
    neither: frozenset[str] = field(repr=False)
    being: frozenset[str] = field(repr=False)
    there: frozenset[str] = field(repr=False)
    feeling: frozenset[str] = field(repr=False)
    facing: frozenset[str] = field(repr=False)
    militias: frozenset[str] = field(repr=False)
    controls: frozenset[str] = field(repr=False)
    founding: frozenset[str] = field(repr=False)
    by_them: tuple[str, ...] = field(repr=False)
    trials: frozenset[str] = field(repr=False)
    agents: frozenset[str] = field(repr=False)
    undecided: frozenset[str] = field(repr=False)
    moments: frozenset[str] = field(repr=False)
    custody: frozenset[str] = field(repr=False)
    pointing: frozenset[str] = field(repr=False)
    kept: frozenset[str] = field(repr=False)
    otherwise: frozenset[str] = field(repr=False)
    possible: frozenset[str] = field(repr=False)
    obeying: frozenset[str] = field(repr=False)
    evaluated: frozenset[str] = field(repr=False)

    def after_word(self, word: str) -> str | None:
        """The verdict of the word that stands right behind the clause."""
        if word in self.after:
            return self.after[word]
        if not word.startswith(self.begun):
            return None
        return next((verdict for noun, verdict in self.nouns if word.startswith(noun)), None)


def load_governors(file: str | Path) -> GovernorTable:
    """Read ``governors.tsv``; raises LexiconError."""
    tables = _tables(file)
    nouns = sorted(tables["noun"].items(), key=lambda item: (-len(item[0]), item[0]))
    words: dict[str, Any] = {name: frozenset(tables[kind]) for name, kind in SETS.items()}
    words |= {name: tuple(tables[kind]) for name, kind in BEGINNINGS.items()}
    return GovernorTable(
        verbs=MappingProxyType(tables["verb"]),
        after=MappingProxyType(tables["after"]),
        nouns=tuple(nouns),
        begun=tuple(noun for noun, _ in nouns),
        passives=MappingProxyType(tables["passive"]),
        actives=MappingProxyType(tables["active"]),
        untrue=tuple(tuple(words.split()) for words in tables["untrue"]),
        documents=MappingProxyType(tables["document"]),
        plots=tuple(f" {begin}" for begin in tables["plot"]),
        negated=MappingProxyType(tables["negated"]),
        **words,
    )


def _tables(file: str | Path) -> dict[str, dict[str, str]]:
    """The verdicts of the words of each kind."""
    tables: dict[str, dict[str, str]] = {kind: {} for kind in sorted(KINDS)}
    for row in read_rows(file, COLUMNS):
        row.needs("example")
        table = tables[row.one_of("kind", KINDS)]
        if row.needs("word") in table:
            raise row.error(f"{row['word']} stands twice")
        table[row["word"]] = row.one_of("verdict", VERDICTS)
    return tables
