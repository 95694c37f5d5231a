"""Codings whose texts lie outside: they name a text, keep the form of the codebook, and hold none of its words."""

from __future__ import annotations

import json
import lzma
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.errors import InputError
from haberci.core.report import StatementKind
from haberci.score.elsewhere import PLACES, with_text
from haberci.score.gold import ELSEWHERE, gold_paths, load_gold

FILES = sorted(ELSEWHERE.glob("*.json"))
REPORTS: list[Any] = [report for path in FILES for report in json.loads(path.read_text(encoding="utf-8"))]
TEXT = "Vali, grevi  yasakladı. Sendika\nkararı kınadı."
CODED = {
    "id": "a",
    "text_of": {"corpus": "c.jsonl.xz", "src": "s", "id": "7", "stop": 23, "sha256": ""},
    "sentences": [[0, 23]],
    "events": [{"s": 0, "trigger": [6, 22]}],
    "statements": [{"s": [0], "cue": [13, 22], "speaker_text": None}],
    "roles": [{"person": "Vali", "office": [0, 4], "of": "TUR", "s": 0}],
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    with lzma.open(tmp_path / "c.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"src": "s", "id": "7", "text": TEXT}) + "\n")
    return tmp_path


def coding(**text_of: Any) -> dict[str, Any]:
    named = {**CODED["text_of"], "sha256": sha256(TEXT[:23].encode()).hexdigest()}  # type: ignore[dict-item]
    return {**CODED, "text_of": {**named, **text_of}}


def test_the_words_are_taken_from_the_text_that_is_named(corpora: Path) -> None:
    report = with_text(coding(), corpora)
    assert report["text"] == "Vali, grevi  yasakladı."
    assert report["events"] == [{"s": 0, "trigger": "grevi yasakladı"}]
    assert report["statements"] == [{"s": [0], "cue": "yasakladı", "speaker_text": None}]
    assert report["roles"] == [{"person": "Vali", "office": "Vali", "of": "TUR", "s": 0}]


@pytest.mark.parametrize("text_of", [{"id": "8"}, {"stop": 22}, {"src": "t"}])
def test_another_text_than_the_one_coded_is_refused(corpora: Path, text_of: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"^a: c\.jsonl\.xz holds no such text: . .$"):
        with_text(coding(**text_of), corpora)


def test_without_the_shared_folder_they_are_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABERCI_SHARED", str(tmp_path))
    assert not [path for path in gold_paths() if path.parent == ELSEWHERE]
    with pytest.raises(InputError, match="shared folder"):
        load_gold(FILES[0])


def test_ids_are_unique_in_each_file_and_no_text_is_coded_twice() -> None:
    named = [(r["text_of"]["src"], r["text_of"]["id"]) for r in REPORTS]
    assert len(set(named)) == len(named)
    assert len({r["id"] for r in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("report", REPORTS, ids=[r["id"] for r in REPORTS])
def test_codings_keep_the_form_of_the_codebook(report: Any) -> None:
    codebook, sentences = load_codebook(), report["sentences"]
    assert "text" not in report
    assert sentences[-1][1] <= report["text_of"]["stop"]
    for event in report["events"]:
        assert event["mode"] is None or event["mode"] in codebook.types[EventType(event["type"])].modes
        assert Modality(event["modality"])
        assert event["certainty"] in {"clear", "debatable"}
        assert [c for c in event["actors"] + event["recipients"] if str(ActorCode.parse(c)) != c] == []
        assert all(0 <= n < len(sentences) and n != event["s"] for n in event["also"])
    for statement in report["statements"]:
        assert StatementKind(statement["kind"])
        assert ActorCode.parse(statement["speaker"])
    for coded in report["events"] + report["roles"]:
        start, stop = sentences[coded["s"]]
        places = [coded[name] for name in PLACES if isinstance(coded.get(name), list)]
        assert all(start <= first < last <= stop for first, last in places)
