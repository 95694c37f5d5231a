"""The rules by which a deed happened, is planned, wanted, hypothetical or denied, with their ids."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import Modality
from haberci.core.rule import Rule

Verdict = tuple[Modality | None, str]

JUDGED: Final = "modality.judged"
ON_CONDITION: Final = "modality.if"
ABLE: Final = "modality.able"
EFFECTIVE: Final = "modality.effect"
AHEAD: Final = "modality.day-to-come"
RULES: Final = (
    Rule(
        "modality.told", "a finite past or present form, -An or -DIK tells a deed that happened", "Ordu köyü bombaladı."
    ),
    Rule("modality.future", "-AcAK tells a plan", "Heyet Taşkent'i ziyaret edecek."),
    Rule(AHEAD, "what is told in the present of a day to come is a plan", "Heyet yarın Taşkent'i ziyaret ediyor."),
    Rule(ABLE, "-Abil and conditions tell what may be", "Ordu köye girebilir."),
    Rule(ON_CONDITION, "what will be done on a condition may be done", "Bakü çağırırsa heyet oraya gidecek."),
    Rule("modality.habit", "the aorist tells what is done as a rule, no deed", "Komşular birbirini ziyaret eder."),
    Rule("modality.wish", "imperative and optative tell a wish", "Rehineleri serbest bıraksınlar."),
    Rule("modality.negated", "a negated deed is denied", "Bakan saldırı düzenlemediklerini söyledi."),
    Rule(
        "modality.whether",
        "a deed and its negation side by side only ask; one to come that nobody has decided may be",
        "Heyetin Bakü'yü ziyaret edip etmeyeceği belirsiz.",
    ),
    Rule(JUDGED, "a nominal deed that is judged took place", "Bakan, köyün vurulmasını kınadı."),
    Rule(EFFECTIVE, "what had an effect took place", "Köyün vurulması sınırda gerginliği artırdı."),
    Rule(
        "modality.governor", "what stands above a nominal clause decides", "Tatbikata ev sahipliği yapmayı planlıyor."
    ),
)
