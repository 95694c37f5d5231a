"""Governors: words above a nominal clause that say whether its deed took place ("planladığını", "nedeniyle")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from haberci.core.lexicon import read_rows

COLUMNS: Final = ("word", "kind", "verdict", "example")
VERDICTS: Final = frozenset("happened planned wanted hypothetical denied drop claim judged ordered".split())
BEGINNINGS: Final = frozenset(
    "unrest seats blame accidents feasts fiction cyber policies powers belonging cases helpers by_them hostages targets"
    " terror judging inquiries".split()
)
PHRASES: Final = ("plots", "bygone")  # beginnings of one or more words
VERDICTED: Final = ("verbs", "after", "passives", "actives", "negated", "documents")
Lemmas = frozenset[str]
Beginnings = tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class GovernorTable:
    """What governs a nominal clause, and the verdict on its deed; and the other small words that tell of deeds.

    The verdict ``drop`` says that no deed is told, ``claim`` that a claim stands in between, of which the verb above
    says more ("saldırdığı iddiasını reddetti"), ``judged`` that the deed is only what is praised or blamed, and an
    event when its victim or day is told, ``ordered`` that one's own people are told to do it ("sevk edilmesi emrini
    verdi"). Each field is a kind of the table, where it bears the field's name.
    """

    # Of a clause, with the verdict on its deed.
    verbs: Mapping[str, str]  # by lemma, alone or with the word before it ("yol aç")
    after: Mapping[str, str]  # a word right behind the clause in just this form (a postposition)
    nouns: tuple[tuple[str, str], ...]  # the beginning of a noun right behind it ("kararı aldı")
    begun: tuple[str, ...]  # their beginnings alone: nearly no word has one
    passives: Mapping[str, str]  # a verb (lemma) in the passive, which wants no one to do it ("toplanması isteniyor")
    actives: Mapping[str, str]  # one in the active, by which others shall do it ("çekilmesini bekliyor")
    negated: Mapping[str, str]  # a verb that says so only when it is negated ("iddiayı kabul etmiyor")
    documents: Mapping[str, str]  # what is written or said: by a body (``happened``), or by who spoke last (``claim``)
    untrue: Mapping[str, tuple[tuple[str, ...], ...]]  # words that deny the deed or claim before them, by the first one
    plots: tuple[str, ...]  # one or two words that say what fiction tells of
    bygone: tuple[str, ...]  # one or more words for a power or war of history, of which no news tells
    # Words by their lemma.
    harm: Lemmas  # a verb that tells who was harmed
    harmed: Lemmas  # one that tells it in the passive
    fallen: Lemmas  # those who were ("ölüler arasında")
    present: Lemmas  # says that there are some ("ölenler arasında iki Alman bulunuyor")
    persons: Lemmas  # persons without a name
    company: Lemmas  # in the plural tells again those who met
    causes: Lemmas  # why people protest
    acts: Lemmas  # a law or decision, whose content is the deed of who passes it
    hearsay: Lemmas  # a verb that in the passive tells a deed without a source
    uncoded: Lemmas  # in the plural a party without a code
    gatherings: Lemmas  # a meeting that is held somewhere
    mishaps: Lemmas  # the same, by its lemma
    deeds: Lemmas  # with "to be" makes a deed that can be asked for ("destek ol")
    said: Lemmas  # what was said or decided, which points back to who did so ("bu kararı kınadı")
    rulings: Lemmas  # what a court or organisation decides of others ("kararı kınadı")
    shared: Lemmas  # before a document that several put out ("ortak bildiride")
    lands: Lemmas  # alone means the state told last ("ülkeye yardımı kesti")
    sides: Lemmas  # in the plural both of those told before ("taraflara çağrı yaptı")
    wishes: Lemmas  # makes the finite verb behind it a wish ("keşke")
    holding: Lemmas  # a verb that in the passive says that a deed told by its noun takes place ("ziyaret yapılacak")
    rising: Lemmas  # says against what people rise ("zamlara karşı")
    among: Lemmas  # says of whom there are some ("aralarında")
    charged: Lemmas  # stands behind whom a case is about ("hakkında")
    suspects: Lemmas  # those who are charged
    nameless: Lemmas  # a doer nobody knows
    security: Lemmas  # forces that do the work of police, too
    borders: Lemmas  # where another's land begins
    culprits: Lemmas  # those who did what is condemned
    freedoms: Lemmas  # a verb for what a state keeps people from doing when it oppresses them
    prisons: Lemmas  # where a state holds people
    undoing: Lemmas  # a verb by which what was to come does not ("yapacağı ziyareti iptal etti")
    mutual: Lemmas  # a pronoun by which each does it to the other ("birbirini tebrik etti")
    foreseeing: Lemmas  # a verb of what a draft provides for, which is not decided ("uygulanmasını öngören taslak")
    gunmen: Lemmas  # armed men of no side
    outlets: Lemmas  # a paper or station
    official: Lemmas  # what only an authority does, whose act is judged ("idamları kınadı")
    fellows: Lemmas  # whoever is on the other side ("mevkidaşı", "iki komşusu")
    answered: Lemmas  # what was decided or agreed on, which others praise
    quarrels: Lemmas  # what one has with a third, and others talk over ("PKK ile mücadeleyi görüştü")
    offered: Lemmas  # what was proposed, to which one says yes ("öneriye sıcak baktı")
    both: Lemmas  # a number that tells of two fellows
    disasters: Lemmas  # what strikes a land, which others help then
    trips: Lemmas  # a stay in another land ("Roma temasları")
    regions: Lemmas  # a part of a land, to which help goes
    joining: Lemmas  # a verb for taking part
    collectives: Lemmas  # means many without a plural
    press: Lemmas  # those to whom all is said, whoever is called on
    not_yet: Lemmas  # by which what was not done may still be ("henüz görüşmedi")
    projectiles: Lemmas  # what is shot, and stopped in the air
    ordnance: Lemmas  # what is destroyed where it is found, which is no attack ("bombaları imha etti")
    announcing: Lemmas  # a verb by which one tells, as a noun, too ("vurduğunu açıklamasının ardından")
    kin: Lemmas  # a brother, a son: of who tells of him
    citizens: Lemmas  # the people of one's own state, whom it warns of travels
    outrages: Lemmas  # an attack by what it is called by those who threaten its doers ("bu suç cezasız kalmayacak")
    freeing: Lemmas  # a verb by which who was taken is let go ("bırakılmasını istedi")
    summoning: Lemmas  # a verb, or the word before it, by which one calls on others to do a deed ("vermeye çağırdı")
    bidding: Lemmas  # a verb, or its first word, of a call made by telling of it ("davet ettiğini açıkladı")
    knowing: Lemmas  # a verb for what happens in heads alone, which nobody is asked to do
    courses: Lemmas  # what a government does about another land
    measures: Lemmas  # by which it is told how far off a place is
    neither: Lemmas  # said twice, leaves the verb undone ("ne Rama ne de Sandu ile görüştü")
    being: Lemmas  # a verb that behind a participle says when it is so ("tanımış olacak")
    there: Lemmas  # a verb that in the negative says that there is none ("görüşme olmadığını")
    feeling: Lemmas  # a verb of what nobody named feels: who speaks does ("endişe duyulduğunu bildirdi")
    facing: Lemmas  # stands behind what one judges ("infazlar karşısında dehşete düştü")
    militias: Lemmas  # armed men who are no army ("Irak'a bağlı milisler")
    rumours: Lemmas  # by what a report goes that nobody told says ("edinilen bilgiye göre")
    accords: Lemmas  # which provide for what is to be done ("bir anlaşma")
    posts: Lemmas  # where soldiers stand, who are struck there ("mevzilerine ateş açtı")
    joined: Lemmas  # what a state has in an organisation, and others decide on ("İsveç'in NATO üyeliğini")
    tribes: Lemmas  # who in arms are armed men ("aşiretler köyü ele geçirdi")
    martial: Lemmas  # what a thing of the army is told by ("askeri konvoya saldırdı")
    lairs: Lemmas  # what armed men have, and armies strike ("deposu")
    homes: Lemmas  # where people live, who are struck there ("Türk köyüne ateş açtı")
    controls: Lemmas  # holding a place ("denetimindeki köyden")
    parting: Lemmas  # a verb by which a land parts from another: "Moldova'dan ayrılan Transdinyester"
    deeming: Lemmas  # a passive by which a deed to come is called something ("saldırının savaş sebebi sayılacağı")
    founding: Lemmas  # a verb by which those who come together hold no meeting ("bir araya gelip kurdu")
    trials: Lemmas  # by which a missile is tried at nobody
    guarded: Lemmas  # what a land has, or may suffer, that others say they will guard it in
    members: Lemmas  # who is of a group, or leads it: "üç üyesinin öldüğünü duyurdu"
    voting: Lemmas  # by which a house adopts something ("300 oyla kabul etti")
    attempts: Lemmas  # what the noun right before it tells was tried, or done: "saldırı girişimi"
    agents: Lemmas  # who holds a post or is somebody's kin, and so acts himself where no name stands
    undecided: Lemmas  # one or two words behind a deed and its negation: nobody knows if it will be done ("belirsiz")
    moments: Lemmas  # tells when without a case ("sabah Bakü'ye gitti")
    custody: Lemmas  # stands behind who holds those who are let go ("Hamas'ın elindeki")
    pointing: Lemmas  # points to what was told last ("bunu kınadı", "bu ülkeye")
    kept: Lemmas  # being held where it is told ("İran'da tutuklu bulunan")
    otherwise: Lemmas  # one or two words by which a deed hangs on what was asked before ("aksi halde")
    possible: Lemmas  # before a noun whose deed may be done ("olası saldırı")
    any: Lemmas  # before a noun by which no single deed is told ("her türlü saldırıya")
    obeying: Lemmas  # a verb for doing as others decided ("tutuklama kararına uymadı")
    evaluated: Lemmas  # what is done or said
    called: Lemmas  # between a name and a verb that calls something so ("tehdit olarak nitelendirdi")
    addressing: Lemmas  # a verb by which one calls to somebody ("Oslo'ya seslendi")
    trying: Lemmas  # a verb, or the word before it, by which one is at a deed ("aldatmaya çalışıyor")
    vague: Lemmas  # two words by which many deeds are told at once ("son yıllarda yaşanan saldırılar")
    habits: Lemmas  # before a deed says that it is done as a rule ("her saldırdığında")
    verbal: Lemmas  # with what one attacks in words alone ("sert ifadelerle saldırdı")
    scope: Lemmas  # stands behind the case that a deed is part of ("soruşturma kapsamında")
    writings: Lemmas  # what tells of a deed, which was not done where it was written ("Oslo'daki haberde")
    vessels: Lemmas  # what has a side of its own, if it is not told ("gemiye el koydu", "mürettebatı rehin aldı")
    carrying: Lemmas  # a verb by which what is struck carries who is harmed ("askerleri taşıyan otobüs")
    everyone: Lemmas  # all the world, on whom one calls ("dünyayı harekete geçmeye çağırdı")
    authorities: Lemmas  # who rules a land, without a name ("yetkilileri göreve çağırdı")
    hailing: Lemmas  # before the name of whom one calls, whatever stands behind it ("ey Moskova")
    calling: Lemmas  # the same, where a comma closes the call ("Sayın Rama, ...")
    you: Lemmas  # a pronoun for whom one speaks to
    third: Lemmas  # a pronoun for whom one speaks of ("ona teşekkür etti")
    wondering: Lemmas  # by which a question refuses ("nasıl kurarız?")
    always: Lemmas  # one or two words by which one tells what one does as a rule ("her yıl yardım ederiz")
    calls: Lemmas  # a call, for what is told before it ("seçimin yenilenmesi çağrısı")
    inviting: Lemmas  # by which one bids others do it with oneself ("gelin açalım")
    performing: Lemmas  # a verb by which one does in words what one says one wants to ("teşekkür etmek istiyorum")
    begging: Lemmas  # a verb that begs pardon by its words alone ("özür dile")
    further: Lemmas  # one or two words before what is told besides, as another deed ("ayrıca", "daha önce de")
    behests: Lemmas  # by whose order a thing is done ("Rama'nın talimatıyla gönderildi")
    missives: Lemmas  # in which one says something to somebody ("Rama'ya gönderdiği mektupta")
    turns: Lemmas  # by which it is told that another's turn comes ("Bern'e, ardından Oslo'ya gitti")
    derided: Lemmas  # after "this", whom a speaker has just spoken of ("bu adam aldatıyor")
    ruling: Lemmas  # who rules, without a name, in small letters ("bu iktidar aldatıyor")
    meanwhile: Lemmas  # stands behind a meeting and says when ("görüşmenin ardından")
    narrating: Lemmas  # a verb by which one tells what was done before ("yardım istediklerini anlattı")
    conceding: Lemmas  # behind a condition grants that it was so ("uzlaşsa da çatıştı")
    rallies: Lemmas  # of protests, or who is at one, where forces strike their own ("gösterilerde açılan ateşle")
    preventing: Lemmas  # a verb, or its first word, by which a deed does not come about ("saldırısını önledi")
    discussing: Lemmas  # a verb, or the word before it, for what is talked over when one meets ("gündeme geldi")
    accounts: Lemmas  # what tells of a deed, or lays it on its doer, who denies it ("raporu yalanladı")
    rumoured: Lemmas  # two words behind a deed that only is heard of ("haberler arasında")
    # Words by how they begin, or end.
    unrest: Beginnings  # makes an arrest more than ordinary crime
    seats: Beginnings  # a place where organisations sit, in small letters
    blame: Beginnings  # by which who is said to do something is blamed
    accidents: Beginnings  # makes harm an accident
    terror: Beginnings  # makes what went off no accident
    feasts: Beginnings  # what crowds come to, or police watch, without any politics
    fiction: Beginnings  # a film or book
    cyber: Beginnings  # makes an attack one on computers
    policies: Beginnings  # what a government does or where it sits
    powers: Beginnings  # where a government sits ("valiliği ateşe verdi")
    belonging: Beginnings  # by which persons belong to a group ("üyesi")
    cases: Beginnings  # what is done against a group ("operasyon", "soruşturma")
    helpers: Beginnings  # what others do for a truce
    by_them: Beginnings  # ends a word for many by whom a deed is done ("militanlarca")
    inquiries: Beginnings  # what anybody may ask for, to be done by whomever ("soruşturma yürütülmesini istedi")
    judging: Beginnings  # tells of a court or its work ("dava", "savcı")
    hostages: Beginnings  # held by somebody who is no state ("rehin tutulan")
    targets: Beginnings  # people whom nobody kills or hurts without politics, whoever did it ("gösterici")

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
    nouns = sorted(tables.pop("nouns").items(), key=lambda item: (-len(item[0]), item[0]))
    found: dict[str, Any] = {"nouns": tuple(nouns), "begun": tuple(noun for noun, _ in nouns)}
    for kind, words in tables.items():
        if kind in VERDICTED:
            found[kind] = MappingProxyType(words)
        elif kind == "untrue":
            found[kind] = _by_first(tuple(row.split()) for row in words)
        elif kind in PHRASES:
            found[kind] = tuple(f" {begin}" for begin in words)
        else:
            found[kind] = tuple(words) if kind in BEGINNINGS else frozenset(words)
    return GovernorTable(**found)


def _by_first(phrases: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return MappingProxyType(found)


def _tables(file: str | Path) -> dict[str, dict[str, str]]:
    """The verdicts of the words of each kind, by the name of its field."""
    names = {field.name.replace("_", "-"): field.name for field in fields(GovernorTable) if field.name != "begun"}
    tables: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    for row in read_rows(file, COLUMNS):
        row.needs("example")
        table = tables[names[row.one_of("kind", names)]]
        if row.needs("word") in table:
            raise row.error(f"{row['word']} stands twice")
        table[row["word"]] = row.one_of("verdict", VERDICTS)
    return tables
