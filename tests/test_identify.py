"""The language of a report is found by its text: of a long one by pieces, where these leave no doubt."""

from __future__ import annotations

import pytest

from haberci.identify import identify

TURKISH = (
    "Kırgızistan Dışişleri Bakanı, sınırdaki son çatışmaların ardından komşu ülkenin büyükelçisini bakanlığa çağırdı. "
    "Bakanlıktan yapılan açıklamada, iki tarafın ateşkese uyması gerektiği belirtildi. "
)
ENGLISH = (
    "The foreign minister summoned the ambassador of the neighbouring country after the latest clashes at the border. "
    "The ministry said in a statement that both sides have to keep the ceasefire. "
)
AZERBAIJANI = (
    "Xarici İşlər naziri sərhəddə baş verən son toqquşmalardan sonra qonşu ölkənin səfirini nazirliyə dəvət edib. "
    "Nazirliyin açıqlamasında hər iki tərəfin atəşkəsə əməl etməli olduğu bildirilib. "
)
RUSSIAN = (
    "Министр иностранных дел вызвал посла соседней страны после последних столкновений на границе. "
    "В заявлении министерства говорится, что обе стороны должны соблюдать перемирие. "
)
KNOWN = frozenset({"tr"})


@pytest.mark.parametrize(
    ("text", "lang"),
    [(TURKISH, "tr"), (ENGLISH, "en"), (AZERBAIJANI, "az"), (RUSSIAN, "ru")],
    ids=["tr", "en", "az", "ru"],
)
def test_a_short_and_a_long_text_are_in_the_same_language(text: str, lang: str) -> None:
    assert identify(text, KNOWN) == lang
    assert identify(text * 9, KNOWN) == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (TURKISH + ENGLISH * 8, "en"),
        (ENGLISH + TURKISH * 8, "tr"),
        (ENGLISH * 4 + TURKISH + ENGLISH * 4, "en"),
        (TURKISH * 4 + AZERBAIJANI * 8, "az"),
    ],
    ids=["opens in Turkish", "opens in English", "a quotation in Turkish", "a third in Turkish"],
)
def test_a_text_in_two_languages_is_in_that_of_its_greater_part(text: str, lang: str) -> None:
    assert identify(text, KNOWN) == lang


def test_a_long_text_that_lost_its_letters_is_told_all_the_same() -> None:
    lost = TURKISH.translate(str.maketrans("şğıçöüİ", "sgicouI"))
    assert identify(lost * 9, KNOWN) == "tr"


def test_what_can_not_be_told_is_none() -> None:
    assert identify("12 34 " * 300, KNOWN) is None
