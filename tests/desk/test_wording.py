"""The catalogues hold every text of the desk, and what they give fits what they were given."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.desk.labels import LABELS
from haberci.desk.wording import SOURCE, languages, preferred, wording

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
