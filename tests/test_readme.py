"""The README and the pages in docs do what they say: their examples run, and they know every command and option."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from haberci.cli.app import app
from haberci.reading import read
from haberci.record import record
from haberci.score.gold import OWN_GOLD, load_gold
from haberci.score.reading import Reader, score_file
from tests.command_line import CommandLine

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}


def blocks(language: str) -> list[str]:
    return [
        block
        for text in (README, *PAGES.values())
        for block in re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    ]


def sections() -> dict[str, str]:
    """The text of each command's section, by the command's name."""
    parts = re.split(r"^## haberci (\w+).*$", PAGES["commands"], flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_told(name: str) -> None:
    section = sections()[name]
    for parameter in COMMANDS[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("--") and option != "--help":
                assert f"`{option}" in section, f"{name} {option}"


@pytest.mark.parametrize("name", sections())
def test_no_option_is_told_that_is_not_there(name: str) -> None:
    known = {option for parameter in COMMANDS[name].params for option in (*parameter.opts, *parameter.secondary_opts)}
    rows = [line.split("|")[1] for line in sections()[name].splitlines() if line.startswith("| `--")]
    assert {option for row in rows for option in re.findall(r"--[a-z-]+", row)} <= known


def test_every_command_and_option_says_what_it_does() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", "") or parameter.name == "help", f"{name} {parameter.name}"


def test_the_python_examples_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = {"text": "Tacikistan ordusu, Kırgızistan'ın bir köyünü bombaladı.", "date": "2021-04-29"}
    Path("news.jsonl").write_text(json.dumps(told), encoding="utf-8")
    assert CliRunner().invoke(app, ["read", "news.jsonl", "--db", "news.db"]).exit_code == 0
    for code in blocks("python"):
        exec(compile(code, "docs", "exec"), {})
    out = capsys.readouterr().out
    assert "Kazakistan Cumhurbaşkanı Kasım Cömert Tokayev, Macaristan Başbakanı Viktor Orban'ı kabul etti." in out
    assert "CONSULT ['HUN GOV'] ['KAZ GOV']" in out


def test_the_command_lines_run(haberci: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other in one folder, in this process: test_cli_process.py tells what a process of its own adds."""
    shutil.copytree(ROOT / "examples", "examples")
    (block,) = blocks("sh")
    event = "no event yet"
    for line in block.strip().splitlines():
        before, _, command = line.partition("  #")[0].replace("EVENT", event).rpartition("|")
        if before:
            cat, path = shlex.split(before)
            assert cat == "cat"
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(path).read_bytes())))
        name, *words = shlex.split(command)
        assert name == "haberci"
        done = haberci(*words)
        assert (done.status, done.err) == (0, ""), command
        assert done.out, command
        if words[0] == "events":
            event = done.out.splitlines()[1].split()[-1]


def test_the_fields_of_the_output_are_told() -> None:
    table = PAGES["output"].partition("## Output")[2].partition("\n## ")[0]
    assert [field for field in record(read("Bakan geldi.", lang="tr")) if f"`{field}`" not in table] == []


def test_the_limits_on_what_is_stored_at_once_are_those_of_the_code() -> None:
    from haberci.cli.batches import BATCH

    assert f"batches of {BATCH} reports" in PAGES["commands"]


def test_make_targets_are_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.M)) - {"help"}
    assert set(re.findall(r"^## make ([a-z-]+)", makefile, re.M)) == targets


def test_the_figures_of_the_readme_are_those_of_the_score(gold_reading: Reader) -> None:
    sets = ("tr_wire", "tr_more", "tr_later", "tr_fresh", "tr_held", "tr_kept", "tr_fresh_kept", "tr_wide_kept")
    scores = [score_file(load_gold(OWN_GOLD / f"{name}.json"), gold_reading).figures() for name in sets]
    rows = {
        "events detected": "detection.f1",
        "events full": "full.f1",
        "statements, with their speaker": "statements.f1",
        "roles": "roles.f1",
    }
    cells = r" (\S+) \|" * len(sets)
    for label, figure in rows.items():
        told = re.search(rf"^\| {label} \|{cells}$", README, re.M)
        assert told is not None, f"the README has no row for {label}"
        assert list(told.groups()) == [f"{score[figure]:.3f}".removeprefix("0") for score in scores], label


def anchors(text: str) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_links_lead_to_pages_and_headings_that_are_there() -> None:
    broken, seen = [], 0
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for path, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")):
            target = page.parent / path if path else page
            seen += 1
            if not target.is_file() or anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
                broken.append((page.name, path, anchor))
    assert seen > 15
    assert broken == []
