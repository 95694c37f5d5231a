"""What a word's form tells: part of speech, lemma and the features that a coder needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Pos(StrEnum):
    """Part of speech, in Universal Dependencies' terms."""

    NOUN = "NOUN"
    PROPN = "PROPN"
    VERB = "VERB"
    ADJ = "ADJ"
    ADV = "ADV"
    ADP = "ADP"
    PRON = "PRON"
    DET = "DET"
    NUM = "NUM"
    CCONJ = "CCONJ"
    PART = "PART"
    PUNCT = "PUNCT"
    OTHER = "X"


class Case(StrEnum):
    """Grammatical case of a noun or of a nominal form of a verb."""

    NOM = "Nom"
    ACC = "Acc"
    DAT = "Dat"
    GEN = "Gen"
    LOC = "Loc"
    ABL = "Abl"
    INS = "Ins"


class Form(StrEnum):
    """Finite, or which kind of non-finite form a verb stands in (Turkish names in brackets)."""

    FINITE = "Fin"
    AN = "An"  # subject participle (-An): kabul eden
    DIK = "Dik"  # factive participle or noun (-DIk): kabul ettiğini
    ACAK = "Acak"  # future participle or noun (-AcAk + possessive or plural): kabul edeceğini
    MIS = "Mis"  # participle (-mIş before a noun): kazanmış teröristler
    MA = "Ma"  # action noun (-mA): kabul etmesini
    MAK = "Mak"  # infinitive (-mAk): kabul etmek
    IS = "Is"  # manner noun (-Iş): kabul ediş
    ARAK = "Arak"  # converb, same subject (-ArAk): vurgulayarak
    IP = "Ip"  # converb, coordination (-Ip): gelip
    KEN = "Ken"  # converb, while (-ken): söylerken
    INCA = "Inca"  # converb, when (-IncA)
    DIKCA = "Dikca"  # converb, -DIkçA
    MADAN = "Madan"  # converb, without (-mAdAn)
    ALI = "Ali"  # converb, since (-AlI)


class Tense(StrEnum):
    """Tense, aspect or mood of a finite form, or of the base under -ken and the copula."""

    PAST = "Past"  # -DI
    EVID = "Evid"  # -mIş
    PROG = "Prog"  # -Iyor, -mAktA
    AORIST = "Aor"  # -Ir / -Ar / -mAz
    FUTURE = "Fut"  # -AcAk
    NECESSITY = "Nec"  # -mAlI
    CONDITION = "Cond"  # -sA on the bare stem
    IMPERATIVE = "Imp"
    OPTATIVE = "Opt"  # -A(lIm)
    NOMINAL = "Nominal"  # a noun or adjective with a copula: hedefidir


# Members that are asked for at every word, by names of their own: before Python 3.12 it takes far longer to ask a class
# for one than to compare it.
NOM, ACC, DAT, GEN, LOC, ABL, INS = Case
NOUN, PROPN, PUNCT = Pos.NOUN, Pos.PROPN, Pos.PUNCT
ADJ, ADP, PRON, NUM, CCONJ = Pos.ADJ, Pos.ADP, Pos.PRON, Pos.NUM, Pos.CCONJ
FINITE: Final = Form.FINITE
AN, DIK, ACAK, MIS, MA, MAK, IP, KEN = Form.AN, Form.DIK, Form.ACAK, Form.MIS, Form.MA, Form.MAK, Form.IP, Form.KEN
AORIST, CONDITION, IMPERATIVE, NOMINAL = Tense.AORIST, Tense.CONDITION, Tense.IMPERATIVE, Tense.NOMINAL
VERBAL_NOUNS: Final = (DIK, ACAK, MA)  # forms of a clause that is a noun, whose subject is a genitive
THIRD: Final = ("3s", "3p")  # possessives of who is neither spoken to nor speaks
FIRST: Final = frozenset({"1s", "1p"})  # persons and possessives in which one speaks of oneself
SECOND: Final = frozenset({"2s", "2p"})  # the same of who is spoken to
SPEAKERS: Final = FIRST | SECOND  # the same of those who speak with each other
SEQUENT: Final = frozenset({Form.ARAK, Form.IP})  # the verb above goes on: "köprüden geçerek Kiev'e ulaştı"


class Morph(NamedTuple):
    """One word's analysis.

    ``lemma`` is the dictionary form: a verb's stem without -mAk (``et``, ``düzenle``), a noun's bare form.
    ``possessive`` and ``person`` are ``1s 2s 3s 1p 2p 3p``. ``past_copula`` is -(y)DI over another tense (almıştı),
    ``conditional`` -(y)sA over another tense (alırsa), ``able`` -Abil or -AmA. ``or_accusative`` marks an owned
    nominative that may as well be an object (``askerleri``: his soldiers, or the soldiers as object).
    """

    pos: Pos
    lemma: str
    case: Case | None = None
    possessive: str | None = None
    plural: bool = False
    person: str | None = None
    tense: Tense | None = None
    form: Form | None = None
    negative: bool = False
    passive: bool = False
    causative: bool = False
    able: bool = False
    past_copula: bool = False
    conditional: bool = False
    or_accusative: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, finite or not."""
        return self.form is not None
