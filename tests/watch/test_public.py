"""``haberci.Area`` and ``haberci.watch`` are what Python code asks for, whatever was imported before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import haberci

SIGNS = """
{first}
import haberci
from pathlib import Path
with haberci.Store.open(Path({path!r}), mode="read") as store:
    found = haberci.watch(haberci.Area.load("csto"), store, since="2020-12-04", until="2021-04-28")
print(*(sign.reason for sign in found.signs), sep="\\n")
"""


@pytest.mark.parametrize("first", ["", "import haberci.watch.areas", "from haberci import watch"])
def test_the_signs_of_an_area_in_a_store(clash: Path, first: str) -> None:
    program = SIGNS.format(first=first, path=str(clash))
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert "KGZ–TJK: first assault in a dyad after 90 quiet days" in ran.stdout


def test_an_area_of_ones_own_is_loaded_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text("states: [KGZ, TJK]\n", encoding="utf-8")
    assert haberci.Area.load("mine", tmp_path).states == ("KGZ", "TJK")


def test_a_database_without_deeds_is_told(tmp_path: Path) -> None:
    with (
        haberci.Store.open(tmp_path / "empty.db") as store,
        pytest.raises(haberci.HaberciError, match="no deeds with a day"),
    ):
        haberci.watch(haberci.Area.load("csto"), store)
