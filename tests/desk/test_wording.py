"""The catalogues hold every text of the desk, and what they give fits what they were given."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.term_tables import load_offices
from haberci.desk import reasons
from haberci.desk.labels import LABELS
from haberci.desk.office_labels import OFFICES
from haberci.desk.wording import SOURCE, languages, preferred, wording
from haberci.watch.areas import load_areas
from haberci.watch.ladder import Rung
from haberci.watch.measures import load_measures
from haberci.watch.rules import load_rules
from haberci.watch.signs import often
from tests.desk.test_signs import sign_of

DESK = Path(str(files("haberci.desk")))
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}


def texts() -> set[str]:
    found = extract_from_dir(str(DESK), METHODS, {"**/templates/**.html": {"trimmed": "true"}}, KEYWORDS)
    return {m if isinstance(m, str) else m[0] for _, _, m, _, _ in found}


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang != SOURCE])
def test_a_catalogue_holds_every_text_and_no_other(lang: str) -> None:
    with (DESK / "locale" / lang / "LC_MESSAGES" / "desk.po").open("rb") as file:
        held = read_po(file, locale=lang)
    given = {}
    for message in held:
        if message.id:
            assert not message.fuzzy, message.id
            key = message.id if isinstance(message.id, str) else message.id[0]
            given[key] = [message.string] if isinstance(message.string, str) else list(message.string)
    assert set(given) == texts()
    for key, told in given.items():
        for one in told:
            assert one.strip(), key
            assert sorted(re.findall(r"%\(\w+\)s", one)) == sorted(re.findall(r"%\(\w+\)s", key)), key


def test_everything_of_the_codebook_has_a_label() -> None:
    assert set(LABELS["type"]) == {t.value for t in EventType}
    assert set(LABELS["modality"]) == {m.value for m in Modality}
    assert set(LABELS["mode"]) == {mode for entry in load_codebook().types.values() for mode in entry.modes}


def test_a_browser_is_answered_in_its_language() -> None:
    assert preferred("tr-TR,tr;q=0.9,en;q=0.8") == "tr"
    assert preferred("de,fr;q=0.5") == "en"
    assert preferred("") == "en"


def test_actors_are_called_as_the_language_does() -> None:
    assert wording("tr").actor("KGZ GOV") == "Kırgızistan, hükümet"
    assert wording("en").principal("KGZ") == "Kyrgyzstan"
    assert (wording("tr").principal("CSTO"), wording("en").principal("CSTO")) == ("KGAÖ", "CSTO")
    assert wording("tr").principal("---") == "bilinmeyen"
    assert wording("en").principal("XYZ") == "XYZ"
    assert wording("en").principal("TJK/Soğd") == "Sughd, Tajikistan"
    assert wording("tr").principal("TJK/Soğd") == "Soğd, Tacikistan"
    assert wording("en").principal("KGZ/Talas") == "Talas, Kyrgyzstan"


def test_everything_of_the_watch_has_a_label() -> None:
    """In the words of its tables, so that a sign reads alike at the desk and on the command line."""
    assert LABELS["measure"] == {name: measure.says for name, measure in load_measures().items()}
    assert LABELS["rule"] == {rule.id: rule.says for rule in load_rules()}
    assert set(LABELS["rung"]) == {rung.name for rung in Rung}
    areas = load_areas()
    assert LABELS["area"] == {area.id: area.name for area in areas.values()}
    assert set(LABELS["sub_area"]) == {part.name for area in areas.values() for part in area.sub_areas}
    told = [(level.name, level.action) for area in areas.values() for level in area.levels]
    assert LABELS["action"] == dict(told) and set(LABELS["level"]) == {name for name, _ in told}


def test_every_office_of_the_register_has_a_label() -> None:
    offices = load_offices()
    assert {name: office.en for name, office in offices.items()} == OFFICES
    assert wording("en").office(offices["foreign-minister"]) == "Minister of Foreign Affairs"
    assert wording("tr").office(offices["foreign-minister"]) == "Dışişleri Bakanı"


def test_a_sign_is_told_in_the_readers_language() -> None:
    sign = sign_of((), ())
    kept = replace(sign, head="conflict", deeds=9, witnesses=12)
    assert reasons.reason(kept, wording("en")) == (
        "Kyrgyzstan – Tajikistan: material conflict: 9 in a week where 0.4 are usual; "
        "when all is quiet that happens once in 1,000 years"
    )
    assert reasons.reason(kept, wording("tr")) == (
        "Kırgızistan – Tacikistan: fiilî çatışma: bir haftada 9, olağanı 0,4; sakin dönemde bu 1.000 yılda bir olur"
    )
    assert reasons.sure(kept, wording("tr")) == "9 vaka, 12 kez bildirildi"
    assert reasons.ends(kept, wording("en")) == sign.ends
    ruled = replace(kept, head="rule:asks-for-help", subject="ARM–CSTO", witnesses=1)
    assert reasons.reason(ruled, wording("tr")) == "Ermenistan – KGAÖ: bir üye örgütten yardım istiyor"
    assert reasons.sure(ruled, wording("en")) == "a single report tells it"
    assert reasons.what(sign, wording("tr")) == "material conflict: 9 in a week where 0.4 are usual"


@pytest.mark.parametrize(("mean", "told"), [(2.04, "2"), (0.4, "0.4"), (0.05, "0.1"), (0.049, "less than 0.1")])
def test_what_hardly_ever_happens_is_not_told_as_nothing(mean: float, told: str) -> None:
    assert reasons.usual(mean, wording("en")) == told
    assert reasons.usual(0.0, wording("tr")) == "0,1 altında"


@pytest.mark.parametrize(
    ("per_year", "told"), [(0.0001, "less than once in 1,000 years"), (0.07, "once in 14 years"), (2, "2 times a year")]
)
def test_how_often_is_told_as_the_command_line_does(per_year: float, told: str) -> None:
    assert reasons.often(per_year, wording("en")) == told
    assert often(per_year) in (told, told.replace("2 times", "2.0 times"))
