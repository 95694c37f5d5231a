"""Nouns that look like a form of a verb, and verbs that look like nouns: what stands beside them tells which it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.morph import ADP, DAT, NOUN, Case, Form, Morph, Pos
from haberci.languages.tr.morphology.reading import Reading

_ACC, _NOM = Case.ACC, Case.NOM  # by names of their own: asking the class for a member costs more than the test
_MAK = Form.MAK
OBJECTS: Final = (Case.ACC, Case.DAT)
_PLANNING: Final = frozenset({"planla", "hedefle", "amaçla", "tasarla", "düşün"})  # verbs that -mAyI stands before
_BEGINNING: Final = frozenset({"hazırlan", "başla", "niyetlen", "çalış", "kalkış", "yanaş"})  # and -mAyA
# Nouns that look like a form of a verb, and that form; the verbs of saying that what will be or was done stands before.
LIKE_VERBS: Final = {"gelecek": Form.ACAK, "alan": Form.AN}
_SAYING: Final = frozenset(
    {"söyle", "belirt", "bildir", "duyur", "kaydet", "vurgula", "aktar", "savun", "ekle", "yaz", "öğren", "hatırlat"}
    | {"açıkla", "anımsat", "doğrula", "ifade", "dile", "iddia", "öne", "ileri", "ilan", "teyit", "beyan", "itiraf"}
)
_BE: Final = "ol"
_WHERE: Final = (Case.DAT, Case.ABL)  # whither and whence: of a verb, not of a noun
# Verbs of wishing, before which a noun in -mA with an object is what somebody else shall do.
_WISHING: Final = frozenset({"um", "iste", "bekle", "öner", "talep", "arzula", "umut", "arzu", "temenni"})
_NEEDED: Final = frozenset({"gerek", "lazım", "şart"})  # words that say that what stands before them must be done
_POSSIBLE: Final = frozenset({"gündem", "mümkün", "olası", "muhtemel", "ihtimal", "olasılık"})  # or that it may be
# What one puts upon others: a bare one right before "uygulamayı" is the object of a verb, as a compound would be owned.
_IMPOSED: Final = frozenset(
    {
        "yaptırım",
        "ambargo",
        "vergi",
        "tarife",
        "şiddet",
        "baskı",
        "abluka",
        "tecrit",
        "sansür",
        "işkence",
        "kota",
        "veto",
    }
)
# Before these a bare -mIş or -AcAK is a participle.
MODIFIED: Final = frozenset({Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.NUM, Pos.DET})


def by_object(one: Reading, options: Sequence[Reading], before: Morph | None, after: Morph | None) -> Reading:
    """Of an accusative, -mAyI is of a verb where its object stands right before, else a noun: "saldırısı düzenlemeyi".

    A bare noun is its object where a verb of planning follows ("tatbikat düzenlemeyi planladı"), and of -mAyA where one
    of beginning does ("yaptırım uygulamaya hazırlandı"); what is put upon others is, whatever follows.
    """
    if one.morph.case is DAT:
        if one.morph.form is not None:
            return one
        begun = before is not None and before.pos is NOUN and before.case in (_NOM, _ACC)
        begun = begun and after is not None and after.lemma in _BEGINNING
        verbal = (o for o in options if o.morph.form is _MAK and o.morph.case is DAT)
        return next(verbal, one) if begun or _is_imposed(before) else one
    if one.morph.form not in (_MAK, None):
        return one
    has_object = (
        before is not None
        and before.form is None
        and (
            before.case is _ACC
            or (before.case is _NOM and (before.possessive is not None or _is_planned(before, after)))
            or _is_imposed(before)
        )
    )
    wanted = _MAK if has_object else None
    if one.morph.form is wanted:
        return one
    fits = (o for o in options if o.morph.form is wanted and o.morph.case is _ACC)
    return next(fits, one) if any(o.morph.form is _MAK for o in options) else one


def by_company(one: Reading, options: Sequence[Reading], before: Morph, after: Morph) -> Reading:
    """A noun that looks like a form of a verb is the verb with what only a verb has: "Ankara'ya geleceğini söyledi",
    "sitede yer alan açıklama"."""
    form, owned = LIKE_VERBS[one.morph.lemma], one.morph.possessive is not None
    if form is Form.AN:
        bare = before.pos is NOUN and before.possessive is None and before.form is None
        verbal = (
            not owned
            and one.morph.case is _NOM
            and (before.case in OBJECTS or (bare and before.case is _NOM and after.pos in MODIFIED))
        )
    elif owned:
        verbal = before.case in _WHERE or (after.lemma in _SAYING and one.morph.case in (_NOM, _ACC))
    else:
        verbal = before.case in _WHERE and after.lemma == _BE  # but "Ankara'ya gelecek yıl"
    fits = (o for o in options if o.morph.form is form and (not owned or o.morph.case is one.morph.case))
    return next(fits, one) if verbal else one


def _acts(noun: Morph, before: Morph | None, after: Morph | None) -> bool:
    """Whether a noun is a deed: it must be done, or has an object: "uygulaması gerekiyor", "Oslo'yu suçlaması".

    Before a postposition the object may be that of the main verb: "Oslo'yu açıklaması nedeniyle kınadı". Before a verb
    of wishing the object may be bare: "yaptırım uygulamasını umuyor".
    """
    if after is not None and (after.lemma in _NEEDED or (after.lemma in _POSSIBLE and noun.case is _NOM)):
        return True
    if before is None:
        return False
    bare = before.pos is NOUN and before.case is _NOM and before.possessive is None
    if bare and noun.case is _ACC and after is not None and after.lemma in _WISHING:
        return True
    bound = noun.case is _NOM and after is not None and after.pos is ADP
    return before.case is _ACC and not bound


def as_deed(one: Reading, options: Sequence[Reading], before: Morph | None, after: Morph | None) -> Reading:
    """The verb that a noun with an owner may be: in -mA in the same case, or in -mAyI before a verb of planning.

    "bir üs kurmayı planlıyor": a "kurmay" is a staff officer, too.
    """
    noun = one.morph
    if noun.case is _NOM and before is not None and _is_planned(before, after):
        return next((o for o in options if o.morph.form is _MAK and o.morph.case is _ACC), one)
    if not _acts(noun, before, after):
        return one
    verbal = (o for o in options if o.morph.form is Form.MA and o.morph.possessive == noun.possessive)
    return next((o for o in verbal if o.morph.case is noun.case), one)


def _is_imposed(before: Morph | None) -> bool:
    return before is not None and before.lemma in _IMPOSED and before.case is _NOM and before.possessive is None


def _is_planned(before: Morph, after: Morph | None) -> bool:
    return before.pos is NOUN and after is not None and after.lemma in _PLANNING
