"""``haberci.Area`` and ``haberci.watch`` are what Python code asks for, whatever was imported before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import haberci

ASKED = """
{first}
import haberci
try:
    haberci.watch(haberci.Area.load("csto"), haberci.Store.open("empty.db"))
except haberci.HaberciError as error:
    print(error)
"""


def test_the_signs_of_an_area_in_a_store(clash: Path) -> None:
    with haberci.Store.open(clash, mode="read") as store:
        found = haberci.watch(haberci.Area.load("csto"), store, since="2020-12-04", until="2021-04-28")
    assert "KGZ–TJK: first assault in a dyad after 90 quiet days" in [sign.reason for sign in found.signs]


@pytest.mark.parametrize("first", ["", "import haberci.watch.areas", "from haberci import watch"])
def test_the_function_watch_answers_whatever_was_imported_before(tmp_path: Path, first: str) -> None:
    program = [sys.executable, "-c", ASKED.format(first=first)]
    ran = subprocess.run(program, capture_output=True, text=True, check=True, encoding="utf-8", cwd=tmp_path)
    assert "no deeds with a day" in ran.stdout


def test_an_area_of_ones_own_is_loaded_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text("states: [KGZ, TJK]\n", encoding="utf-8")
    assert haberci.Area.load("mine", tmp_path).states == ("KGZ", "TJK")


def test_a_database_without_deeds_is_told(tmp_path: Path) -> None:
    with (
        haberci.Store.open(tmp_path / "empty.db") as store,
        pytest.raises(haberci.HaberciError, match="no deeds with a day"),
    ):
        haberci.watch(haberci.Area.load("csto"), store)
