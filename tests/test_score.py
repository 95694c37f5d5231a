"""The score counts as section 6 of the codebook says, and as the shared tool counts."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.errors import InputError
from haberci.core.report import Event, Report, Role, Statement, StatementKind
from haberci.core.span import Evidence
from haberci.score import __main__ as command
from haberci.score.clauses import FIGURES as CLAUSE_FIGURES
from haberci.score.coded import CodedEvent, CodedRole, coded_report, sentence_of
from haberci.score.ends import FIGURES as ENDS_FIGURES
from haberci.score.errors import show_errors
from haberci.score.facts import FIGURES as FACT_FIGURES
from haberci.score.figures import Score, words_right
from haberci.score.floors import FLOORS, below, load_floors
from haberci.score.gold import ELSEWHERE, OWN_GOLD, GoldFile, GoldReport, gold_paths, load_gold, shared_folder
from haberci.score.match import Level, match_events
from haberci.score.names import FIGURES, names_figures, names_lines
from haberci.score.plans import LABELS as PLAN_LABELS
from haberci.score.reading import degraded
from haberci.score.times import FIGURES as TIMES_FIGURES


def at(start: int, stop: int) -> Evidence:
    return Evidence(start, stop, start, stop)


def coded(kind: str, actors: str, recipients: str = "", sentence: int = 0, **more: object) -> CodedEvent:
    fields: dict[str, object] = {"also": (), "mode": None, "modality": "happened", "reported_by": "wire"} | more
    sides = {"actors": tuple(filter(None, actors.split("+"))), "recipients": tuple(filter(None, recipients.split("+")))}
    return CodedEvent(sentence=sentence, type=kind, **sides, **fields)  # type: ignore[arg-type]


VISIT = coded("CONSULT", "KAZ GOV", "AZE GOV")

# ours | gold | level | right, wrong, missed
COUNTS = [
    ([VISIT], [VISIT], Level.FULL, (1, 0, 0)),
    ([], [VISIT], Level.FULL, (0, 0, 1)),
    ([VISIT, VISIT], [VISIT], Level.FULL, (1, 1, 0)),  # one event once
    ([coded("CONSULT", "AZE GOV", "KAZ GOV")], [VISIT], Level.FULL, (0, 1, 1)),
    ([coded("CONSULT", "AZE GOV", "KAZ GOV")], [VISIT], Level.DETECTION, (1, 0, 0)),
    ([coded("CONSULT", "AZE GOV", "KAZ GOV")], [VISIT], Level.PARTIES, (1, 0, 0)),
    ([coded("SUPPORT", "KAZ MIL", "AZE MIL")], [VISIT], Level.DYAD, (1, 0, 0)),  # the sector does not count here
    ([coded("CONSULT", "KAZ GOV", "AZE GOV", sentence=3)], [VISIT], Level.FULL, (0, 1, 1)),
    (
        [coded("CONSULT", "KAZ GOV", "AZE GOV", sentence=3)],
        [coded("CONSULT", "KAZ", "AZE", also=(3,))],
        Level.FULL,
        (1, 0, 0),
    ),
    ([VISIT], [coded("CONSULT", "KAZ GOV", "AZE GOV", debatable=True)], Level.FULL, (0, 0, 0)),
    # the gold event on which all agrees is taken before one on which only the type does
    ([VISIT], [coded("CONSULT", "RUS GOV"), VISIT], Level.DETECTION, (1, 0, 1)),
]


@pytest.mark.parametrize(("ours", "gold", "level", "counts"), COUNTS)
def test_events_are_counted(
    ours: list[CodedEvent], gold: list[CodedEvent], level: Level, counts: tuple[int, ...]
) -> None:
    found = match_events(level, ours, gold)
    assert (len(found.pairs), len(found.wrong), len(found.missed)) == counts


def test_the_whole_match_is_taken_first() -> None:
    found = match_events(Level.DETECTION, [VISIT], [coded("CONSULT", "RUS GOV"), VISIT])
    assert found.pairs == ((VISIT, VISIT),)


@pytest.mark.parametrize(
    ("span", "number"), [((0, 4), 0), ((3, 9), 1), ((8, 12), 0), ((10, 12), -1), ((4, 5), -1), ((0, 40), 2)]
)
def test_a_span_belongs_to_the_sentence_that_it_overlaps_most(span: tuple[int, int], number: int) -> None:
    sentences = [at(*pair).span for pair in ((0, 4), (5, 10), (12, 30))] if span != (8, 12) else [at(0, 20).span]
    assert sentence_of(at(*span).span, sentences) == number


@pytest.mark.parametrize(
    ("person", "key"),
    [("Şavkat Mirziyoyev'in", "Mirziyoyev"), ("Serdar Berdimuhamedov’a", "Berdimuhamedov"), ("Lula", "Lula")],
)
def test_a_role_is_known_by_its_last_name(person: str, key: str) -> None:
    assert CodedRole(person, "", "UZB", 0).key == (key, "UZB")


@pytest.mark.parametrize(
    ("text", "repaired", "right"),
    [
        ("Baskan geldi", "Başkan geldi", (1, 2)),
        ("Başkan geldi", "Başkan geldi", (2, 2)),
        ("Baş kan geldi", "Başkan geldi", (1, 2)),
    ],
)
def test_words_are_right_letter_for_letter(text: str, repaired: str, right: tuple[int, int]) -> None:
    assert words_right(text, repaired) == right


def test_floors_fail_below_and_on_unknown_names(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[tr_x]\n"full.f1" = 0.9\n"roles.f1" = 0.5\nletterz = 1\n', encoding="utf-8")
    lines = below("tr_x", {"full.f1": 0.8, "roles.f1": 0.4996}, load_floors(floors))
    assert lines == [
        "tr_x: full.f1 is 0.800, below its floor 0.900",
        "tr_x: a floor is set for letterz, which is no figure of the score",
    ]


def test_the_pinned_floors_name_what_is_there() -> None:
    known = Score().figures().keys() | {"letters"} | set(FIGURES) | set(CLAUSE_FIGURES) | {f"{m}.f1" for m in Modality}
    known |= set(PLAN_LABELS) | {f"{fact}.f1" for fact in FACT_FIGURES} | set(ENDS_FIGURES) | set(TIMES_FIGURES)
    floors = load_floors(FLOORS)
    assert {path.stem for path in gold_paths() if path.parent == OWN_GOLD} <= floors.keys()
    assert not [name for table in floors.values() for name in table if name not in known]


@pytest.mark.parametrize("text", ["[]", "{}", "[1]", '[{"id": "a"}]', "not json"])
def test_what_is_no_gold_is_one_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"^bad\.json: .*gold"):
        load_gold(path)


def test_degrading_loses_marks_and_keeps_offsets() -> None:
    report = load_gold(OWN_GOLD / "tr_wire.json").reports[0]
    sound = GoldReport("a", "İran ve Şuşa: dağılım", None, (), report.coded)
    damaged = GoldReport("b", "Iran", None, (), report.coded, repaired="İran")
    (lost,) = degraded(GoldFile("x", (sound, damaged))).reports
    assert (lost.id, lost.text, lost.repaired) == ("a", "Iran ve Susa: dagilim", "İran ve Şuşa: dağılım")


def fabricated(gold: GoldReport, dice: random.Random) -> Report:
    """A reading with errors of every kind: what the gold has, shaken."""
    events = [_shaken_event(e, gold, dice) for e in gold.coded.events if dice.random() < 0.8]
    statements = [
        Statement(
            at(gold.sentences[s.sentences[0]].start, gold.sentences[s.sentences[-1]].stop - dice.choice([0, 0, 30])),
            ActorCode.parse(s.speaker if dice.random() < 0.8 else "RUS GOV"),
            s.speaker_text,
            None,
            StatementKind(s.kind) if dice.random() < 0.8 else StatementKind.DIRECT,
            s.cue,
            at(0, 1),
            (),
            "claim",
            "test",
        )
        for s in gold.coded.statements
        if dice.random() < 0.9
    ]
    roles = [
        Role(at(0, 5), r.person + dice.choice(["", "'ın"]), r.office, r.of if dice.random() < 0.8 else "RUS", "test")
        for r in gold.coded.roles
        if dice.random() < 0.9
    ]
    return Report(gold.id, gold.text, gold.text, events=tuple(events), statements=tuple(statements), roles=tuple(roles))


def _shaken_event(event: CodedEvent, gold: GoldReport, dice: random.Random) -> Event:
    place = gold.sentences[dice.choice([event.sentence, event.sentence, *event.also, 0])]
    actors, recipients = event.actors, event.recipients
    if dice.random() < 0.2:
        actors, recipients = recipients, actors
    reported_by = event.reported_by if dice.random() < 0.8 else "wire"
    return Event(
        at=at(place.start, place.stop),
        type=EventType(event.type) if dice.random() < 0.8 else EventType.SUPPORT,
        mode=event.mode if dice.random() < 0.8 else None,
        actors=tuple(map(ActorCode.parse, actors)),
        recipients=tuple(map(ActorCode.parse, recipients)),
        modality=Modality(event.modality) if dice.random() < 0.8 else Modality.DENIED,
        reported_by=None if reported_by == "wire" else ActorCode.parse(reported_by),
        trigger=event.trigger,
        trigger_at=at(place.start, place.stop),
        rule="test",
    )


def as_json(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "events": [
            {
                "start": e.at.start,
                "stop": e.at.stop,
                "type": e.type.value,
                "mode": e.mode,
                "actors": list(map(str, e.actors)),
                "recipients": list(map(str, e.recipients)),
                "modality": e.modality.value,
                "reported_by": "wire" if e.reported_by is None else str(e.reported_by),
            }
            for e in report.events
        ],
        "statements": [
            {"start": s.at.start, "stop": s.at.stop, "speaker": str(s.speaker), "kind": s.kind.value}
            for s in report.statements
        ],
        "roles": [{"start": r.at.start, "stop": r.at.stop, "person": r.person, "of": r.of} for r in report.roles],
    }


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_are_those_of_the_shared_tool(seed: int, tmp_path: Path) -> None:
    shared = shared_folder()
    if shared is None or not (shared / "tools" / "score_gold.py").is_file():
        pytest.skip("no shared tool beside the checkout: its figures can't be compared")
    for path in gold_paths():
        if path.parent == ELSEWHERE:  # whose form is ours
            continue
        gold, dice, score = load_gold(path), random.Random(seed), Score()
        readings = [fabricated(report, dice) for report in gold.reports]
        for ours, theirs in zip(readings, gold.reports, strict=True):
            score.add(coded_report(ours, theirs.sentences), theirs.coded)
        system = tmp_path / "system.jsonl"
        system.write_text("\n".join(json.dumps(as_json(r)) for r in readings), encoding="utf-8")
        tool = [sys.executable, str(shared / "tools" / "score_gold.py"), str(path), str(system), "--json"]
        told = json.loads(subprocess.run(tool, capture_output=True, text=True, check=True).stdout)
        figures = score.figures()
        for count in ("detection", "parties", "dyad", "full", "statements", "roles"):
            assert score.counts[count] == (told[count]["tp"], told[count]["fp"], told[count]["fn"])
            assert figures[f"{count}.f1"] == pytest.approx(told[count]["f1"])
        for name in ("modality", "reported_by", "mode", "sector"):
            assert figures[name] == pytest.approx(told[f"{name} right of full"])
        assert figures["kind"] == pytest.approx(told["kind right of statements"])
        assert figures["right parties"] == pytest.approx(told["parties right where detected"])


def test_the_error_view_tells_right_wrong_and_missed() -> None:
    gold = load_gold(OWN_GOLD / "tr_wire.json")
    dice = random.Random(3)
    lines = list(show_errors(gold, lambda report: fabricated(report, dice)))
    for mark in "=+-~":
        assert any(line.startswith(f"     {mark} E ") for line in lines)
    assert any(line.startswith("missed: ") for line in lines)
    assert all(f"══ {report.id}" in "\n".join(lines) for report in gold.reports)


@pytest.fixture
def own_gold_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No shared folder, and a reader that finds nothing."""
    monkeypatch.setenv("HABERCI_SHARED", str(tmp_path / "nowhere"))
    monkeypatch.setattr(command, "read_gold", lambda report: Report(report.id, report.text, report.text))


@pytest.mark.usefixtures("own_gold_alone")
def test_a_figure_below_its_floor_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for figures in (
        "clause_figures",
        "modality_figures",
        "plan_figures",
        "time_figures",
    ):  # which read sentences: once is enough
        monkeypatch.setattr(command, figures, cache(getattr(command, figures)))
    floors = tmp_path / "floors.toml"
    floors.write_text("[tr_wire]\nletters = 0.2\n", encoding="utf-8")
    assert command.main(["--floors", str(floors)]) == 0
    floors.write_text('[tr_wire]\nletters = 0.2\n"full.f1" = 0.1\n', encoding="utf-8")
    assert command.main(["--floors", str(floors)]) == 1
    told = capsys.readouterr().out
    assert "scored on the project's own gold alone" in told
    assert "FAILED tr_wire: full.f1 is 0.000, below its floor 0.100" in told


@pytest.mark.usefixtures("own_gold_alone")
def test_names_are_not_scored_without_the_texts() -> None:
    assert names_figures() == {}
    assert list(names_lines({})) == []
    assert list(names_lines({FIGURES[0]: 0.5})) == ["names F1, marked news".ljust(35) + "0.500"]


@pytest.mark.usefixtures("own_gold_alone")
def test_no_gold_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "gold_paths", list)
    assert command.main([]) == 1
    assert capsys.readouterr().err == "score: no gold found in tests/gold: nothing was scored\n"


@pytest.mark.usefixtures("own_gold_alone")
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("tr_held", "score: tr_held is held back: it is scored, and not shown\n"),
        ("tr_hold", "score: no gold named tr_hold; "),
    ],
)
def test_what_is_not_shown_is_one_line(name: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--errors", name]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(line)
    assert not told.out


@pytest.mark.usefixtures("own_gold_alone")
def test_one_report_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--errors", "tr_wire", "--report", "wire-03-takas"]) == 0
    told = capsys.readouterr().out
    assert told.count("══") == 1
    assert "- E RETREAT release  RUS GOV, UKR GOV → ·" in told
