"""Notices: which words take a report back or correct it, and what they name."""

from __future__ import annotations

import pytest

from haberci import read
from haberci.notices import notice_rules

NOTICES = {
    "İPTAL - Sınırda çatışma: 3 ölü\nHaberimiz iptal edilmiştir.": ("kill", None, "sinirda catisma 3 olu"),
    "ANKARA - AB-1203 numaralı haberimizi lütfen kullanmayınız.": ("kill", "ab-1203", None),
    '"Bakan Oş\'a gidiyor" başlıklı haberimizi geri çekiyoruz.': ("kill", None, "bakan os a gidiyor"),
    "DÜZELTME: Sınırda çatışma: 5 ölü\nÖlü sayısı beştir.": ("correction", None, "sinirda catisma 5 olu"),
    "AB-1203 numaralı haberdeki ölü sayısını düzeltiyoruz.": ("correction", "ab-1203", None),
}
NONE = [
    "Hükümet, yasadaki hataların düzeltilmesini istedi.",
    "Mahkeme, 12 numaralı kararı iptal etti.",
    "Bakan gezisini iptal etti.",
    "Düzeltme oranı yüzde üç oldu.",
]


@pytest.mark.parametrize("text, expected", NOTICES.items())
def test_a_notice_names_its_report(text: str, expected: tuple[str, str | None, str | None]) -> None:
    found = read(text, lang="tr").notice
    assert found is not None
    assert (found.kind.value, found.id, found.title) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_notice(text: str) -> None:
    assert read(text, lang="tr").notice is None


def test_each_rule_fires_on_its_example() -> None:
    assert len({rule.id for rule in notice_rules()}) == len(notice_rules()) >= 8
