"""Villages, towns and provinces of Central Asia and the Caucasus: the state that they lie in, and where."""

import csv
from pathlib import Path

import pytest

from haberci.core.places import find_places
from haberci.core.report import MentionKind
from haberci.reading import read

CASES = list(
    csv.DictReader(
        (Path(__file__).parent.parent / "cases" / "places.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
NEAR = 0.2  # degrees
REACHED = 0.95


def states(case: dict[str, str]) -> list[str]:
    """The states of the places that a report of this sentence names."""
    found = read(case["text"], lang="tr").mentions
    return [m.codes[0].principal for m in found if m.kind is MentionKind.PLACE and m.text.startswith(case["place"][:3])]


def is_near(case: dict[str, str]) -> bool:
    lat, lon = float(case["lat"]), float(case["lon"])
    for place in find_places(case["place"], case["state"]):
        if place.lat is not None and place.lon is not None:
            return abs(place.lat - lat) <= NEAR and abs(place.lon - lon) <= NEAR
    return False


def test_the_state_of_a_place() -> None:
    wrong = [case["text"] for case in CASES if states(case) != [case["state"]]]
    assert len(CASES) >= 150 and len(wrong) <= (1 - REACHED) * len(CASES), wrong


def test_where_a_place_lies() -> None:
    wrong = [case["place"] for case in CASES if not is_near(case)]
    assert len(wrong) <= (1 - REACHED) * len(CASES), wrong


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Afganistan'da çatışma sürüyor. Celalabad'da iki asker öldü.", "AFG"),
        ("Kırgızistan'da seçim sürüyor. Celalabad'da sandıklar kapandı.", "KGZ"),
        ("Afganistan ordusu Celalabad kentinde arama yaptı.", "AFG"),
        ("Celalabad'da sel oldu.", "KGZ"),
    ],
)
def test_of_two_places_of_one_name_the_report_tells_which(text: str, state: str) -> None:
    mention = next(m for m in read(text, lang="tr").mentions if m.text.startswith("Celalabad"))
    assert (mention.kind, mention.place, mention.codes[0].principal) == (MentionKind.PLACE, "Celalabad", state)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Tiflis, kararı kınadı.", MentionKind.STATE, None),
        ("Tiflis'te toplantı yapıldı.", MentionKind.PLACE, "Tiflis"),
        ("Kars'ta sel oldu.", MentionKind.PLACE, "Kars"),
        ("Heyet Köktaş'a geldi.", MentionKind.PLACE, "Kök-Taş"),
    ],
)
def test_a_place_or_its_government(text: str, kind: MentionKind, place: str | None) -> None:
    found = [(m.kind, m.place) for m in read(text, lang="tr").mentions if m.codes]
    assert (kind, place) in found


@pytest.mark.parametrize(
    "text",
    ["Ordu sınıra yığınak yaptı.", "Van der Leyen istifa etti.", "Muş bir anda sustu.", "Hisar duvarları yıkıldı."],
)
def test_a_word_that_is_a_places_name_too(text: str) -> None:
    assert [m.text for m in read(text, lang="tr").mentions if m.kind is MentionKind.PLACE] == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Brazavil yönetimi toplandı. Kongo kararı kınadı.", "Kongo", "COG GOV"),
        ("Kinşasa yönetimi toplandı. Kongo kararı kınadı.", "Kongo", "COD GOV"),
        ("Kinşasa yönetimi toplandı. Kongo ordusu geri çekildi.", "Kongo ordusu", "COD MIL"),
        ("KKTC yönetimi toplandı. Lefkoşa, kararı kınadı.", "Lefkoşa", "TRNC GOV"),
        ("Güney Kıbrıs Rum Yönetimi toplandı. Lefkoşa, kararı kınadı.", "Lefkoşa", "CYP GOV"),
        ("Nijer yönetimi toplandı.", "Nijer yönetimi", "NER GOV"),
        ("Nijerya yönetimi toplandı.", "Nijerya yönetimi", "NGA GOV"),
        ("Güney Sudan ordusu geri çekildi.", "Güney Sudan ordusu", "SSD MIL"),
        ("Ekvator Ginesi yönetimi toplandı.", "Ekvator Ginesi yönetimi", "GNQ GOV"),
        ("Gürcistan ordusu geri çekildi.", "Gürcistan ordusu", "GEO MIL"),
        ("Georgia eyaletinde seçim yapıldı.", "Georgia eyaletinde", "USA"),
    ],
)
def test_states_that_are_called_alike(text: str, words: str, code: str) -> None:
    assert [str(m.codes[0]) for m in read(text, lang="tr").mentions if m.text == words] == [code]
