"""Whom a deed strikes: the sector, which the cases of whole events leave out."""

import pytest

import haberci

STRUCK = [
    ("Tacik askerleri Kırgız köyüne ateş açtı.", "KGZ CVL"),
    ("Caparov konuştu. Bakanlık, Tacik askerlerinin Kırgız köyüne ateş açtığını bildirdi.", "KGZ CVL"),
    ("Tacik askerleri Kırgız karakolunu vurdu.", "KGZ COP"),
    ("Bern uçakları Norveç'i bombaladı.", "NOR GOV"),
]


@pytest.mark.parametrize(("text", "struck"), STRUCK)
def test_homes_are_their_peoples(text: str, struck: str) -> None:
    (event,) = haberci.read(text, lang="tr").events
    assert [str(code) for code in event.recipients] == [struck]
