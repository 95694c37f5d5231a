"""Suffixes that a page set apart from their names, and what only looks like one."""

import pytest

from haberci.core.span import apply_edits
from haberci.languages.tr.letters.parted import doubled_edits, parted_edits

PARTED = [
    ("Rusya ’ nın Kiev ’ e mesajı", "Rusya’nın Kiev’e mesajı"),
    ("ABD 'nin 2023 ’ te verdiği", "ABD'nin 2023’te verdiği"),
    ("Bakanlığı ’ ndan Denizli’ ye", "Bakanlığı’ndan Denizli’ye"),
    ("Ankara ’ da", "Ankara’da"),
    ("Erdoğan 'a ve AB ´den", "Erdoğan'a ve AB´den"),
]
LEFT = [
    "‘ Yeni Türkiye ’ de kriz",  # the mark closes a quotation, and "de" is a word
    "Bakan 'Evet' dedi",
    "kriz ’ nın",  # behind no name
    "Dedi 'ne' ve sustu",
    "Rusya ’ niyeti",  # no suffix
    "'Önce Vatan' da dedi",
    "Rusya'nın Kiev'e mesajı",
]


@pytest.mark.parametrize(("raw", "text"), PARTED)
def test_a_suffix_is_set_behind_its_name(raw: str, text: str) -> None:
    assert apply_edits(raw, parted_edits(raw)) == text


@pytest.mark.parametrize("raw", LEFT)
def test_what_is_no_parted_suffix_is_left(raw: str) -> None:
    assert parted_edits(raw) == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Oslo''nun kararı Bakü''de duyuldu.", "Oslo'nun kararı Bakü'de duyuldu."),
        ("3 PKK’’lı yakalandı.", "3 PKK’lı yakalandı."),
    ],
)
def test_one_of_two_marks_is_left(raw: str, text: str) -> None:
    assert apply_edits(raw, doubled_edits(raw)) == text


@pytest.mark.parametrize(
    "raw",
    [
        "Bakan, ''Oslo''nun kararını kınıyoruz'' dedi.",  # closes a quotation
        "Lider ''Oslo'' dedi.",
        "köy''de toplandı",  # no name
        "Oslo''xz",  # no suffix
    ],
)
def test_two_marks_of_a_quotation_are_left(raw: str) -> None:
    assert doubled_edits(raw) == []
