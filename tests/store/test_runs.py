"""Runs: what is written twice, what supersedes, and what held at an earlier time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from haberci.core.codebook import EventType
from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.store import ReportKey, RunVersion, Store, WriteCount
from tests.store.samples import TEXT, Ticking, meeting, story


def dump(path: Path) -> list[str]:
    """All that stands in the tables."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def types(store: Store, as_of: int | str | None = None) -> list[str]:
    return [event.type.value for event in store.events(as_of=as_of)]


AGREED = story(events=[meeting(kind=EventType.AGREE), meeting(kind=EventType.SUPPORT)])


def test_the_same_version_twice_changes_nothing(path: Path, old: RunVersion) -> None:
    with Store.open(path) as store:
        assert store.write([story("a"), story("b")], old) == WriteCount(new=2)
    before = dump(path)
    with Store.open(path) as store:
        assert store.write([story("b"), story("a")], old) == WriteCount(unchanged=2)
        assert store.write([], old) == WriteCount()
    assert dump(path) == before


def test_a_new_version_supersedes_and_the_old_one_still_answers(store: Store, old: RunVersion, new: RunVersion) -> None:
    assert store.write([story()], old).new == 1
    assert store.write([AGREED], new) == WriteCount(superseded=1)
    assert types(store) == ["AGREE", "SUPPORT"]
    assert types(store, as_of=1) == ["CONSULT"]
    assert types(store, as_of=2) == ["AGREE", "SUPPORT"]
    first, now = store.report("n1", as_of=1), store.report("n1")
    assert first is not None and now is not None
    assert (first.report.events, now.report.events) == (story().events, AGREED.events)
    assert (first.run.version, now.run.version, now.runs) == (old, new, (1, 2))
    assert store.counts()["events"] == 2


def test_any_part_of_the_version_counts(store: Store, old: RunVersion) -> None:
    store.write([story()], old)
    for part in ("code", "rules", "data", "register"):
        changed = replace(old, **{part: "other"})
        assert not store.has(story(), changed)
        assert store.write([story()], changed).superseded == 1


def test_an_older_version_may_come_back(store: Store, old: RunVersion, new: RunVersion) -> None:
    for version, report in ((old, story()), (new, AGREED), (old, story())):
        store.write([report], version)
    assert [types(store, run) for run in (1, 2, 3, None)] == [
        ["CONSULT"],
        ["AGREE", "SUPPORT"],
        ["CONSULT"],
        ["CONSULT"],
    ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-02-29", []),
        ("2024-03-01T12:59", []),
        ("2024-03-01T13:00", ["CONSULT"]),
        ("2024-03-01T15:30:00+02:00", ["CONSULT"]),
        ("2024-03-01T13:59:59.999999Z", ["CONSULT"]),
        ("2024-03-01T14:00:00Z", ["AGREE", "SUPPORT"]),
        ("2024-03-01", ["AGREE", "SUPPORT"]),
        ("1", ["CONSULT"]),
        ("2", ["AGREE", "SUPPORT"]),
    ],
)
def test_as_of_a_day_a_time_or_a_run(
    store: Store, old: RunVersion, new: RunVersion, as_of: str, expected: list[str]
) -> None:
    store.write([story()], old)  # at one o'clock
    store.write([AGREED], new)  # at two
    assert types(store, as_of) == expected
    assert (store.report("n1", as_of=as_of) is None) is (expected == [])


@pytest.mark.parametrize("as_of", ["yesterday", "", "2024-13-01", 0, 3, -1, "3"])
def test_as_of_what_never_was(store: Store, old: RunVersion, as_of: int | str) -> None:
    store.write([story()], old)
    with pytest.raises(InputError, match="as of"):
        types(store, as_of)


def test_a_changed_text_is_a_new_revision(store: Store, old: RunVersion) -> None:
    store.write([story()], old)
    changed = story(text=TEXT.replace("Tacik", "Özbek"))
    assert store.write([changed], old) == WriteCount(superseded=1)
    now, first = store.report("n1"), store.report("n1", as_of=1)
    assert now is not None and now.revision == 2 and now.report == changed
    assert first is not None and first.revision == 1 and first.report == story()
    assert store.counts()["reports"] == 1 and store.counts()["events"] == 1
    assert store.write([story()], old) == WriteCount(unchanged=1), "an earlier revision does not come back"
    assert store.write([changed], old) == WriteCount(unchanged=1)


@pytest.mark.parametrize("changed", [{"title": "Başlık"}, {"date": "2023-01-23"}, {"url": "https://example.org/1"}])
def test_what_the_source_says_of_a_report_belongs_to_its_revision(
    store: Store, old: RunVersion, changed: dict[str, str]
) -> None:
    store.write([story()], old)
    assert store.write([story(**changed)], old).superseded == 1  # type: ignore[arg-type]
    stored = store.report("n1")
    assert stored is not None and stored.report == story(**changed)  # type: ignore[arg-type]


def test_an_earlier_revision_answers_as_of(path: Path, old: RunVersion) -> None:
    clock = Ticking()
    for text in (TEXT, TEXT.replace("Tacik", "Özbek"), TEXT.replace("Tacik", "Kazak")):
        with Store.open(path, clock=clock) as store:
            store.write([story(text=text)], old)
    with Store.open(path, mode="read") as store:
        found = [store.report("n1", as_of=run) for run in (1, 2, 3)]
        assert [stored.revision for stored in found if stored] == [1, 2, 3]
        assert [next(store.events(as_of=run)).sentence.split()[3] for run in (1, 2, 3)] == ["Tacik", "Özbek", "Kazak"]


def test_one_key_twice_in_a_batch(store: Store, old: RunVersion) -> None:
    other = story(text=TEXT.replace("Tacik", "Özbek"))
    assert store.write([story(), other, story(), other], old) == WriteCount(new=1, superseded=1, unchanged=2)
    assert [len(types(store, run)) for run in (None, 1, 2)] == [1, 1, 1]
    first, second = store.report("n1", as_of=1), store.report("n1", as_of=2)
    assert first is not None and second is not None
    assert (first.report, second.report) == (story(), other)


def test_equal_texts_are_linked_and_not_merged(store: Store, old: RunVersion) -> None:
    store.write([story("a"), story("b", source="anka"), story("c", text=TEXT.replace("Tacik", "Özbek"))], old)
    first, third = store.report("a"), store.report("c")
    assert first is not None and first.twins == (ReportKey("anka", "b"),)
    assert third is not None and third.twins == ()
    assert store.counts()["reports"] == 3 and len(types(store)) == 3


def test_an_uncoded_report_is_kept_with_its_language(store: Store, old: RunVersion) -> None:
    foreign = Report("k", "Кабар келди.", "Кабар келди.", lang="ky")
    unknown = Report("u", "...", "...")
    store.write([foreign, unknown, story()], old)
    stored = store.report("k")
    assert stored is not None and stored.report == foreign
    counts = store.counts()
    assert (counts["reports"], counts["coded"], counts["uncoded"]) == (3, 1, {"ky": 1, "und": 1})


def test_a_session_is_one_run(store: Store, path: Path, old: RunVersion) -> None:
    for n in range(3):
        store.write([story(f"a{n}")], old)
    assert store.counts()["runs"] == 1
    with Store.open(path) as other:
        other.write([story("b")], old)
    store.write([story("c")], old)
    assert store.counts()["runs"] == 3, "another process wrote in between: run numbers rise with the order of writing"


def test_what_was_read_before_a_failure_is_kept(store: Store, old: RunVersion) -> None:
    def failing() -> Iterator[Report]:
        yield story("a")
        yield story("b")
        raise KeyError("c")

    with pytest.raises(KeyError):
        store.write(failing(), old)
    assert store.counts()["reports"] == 2


def test_what_is_no_text_is_refused_and_the_rest_is_kept(store: Store, old: RunVersion) -> None:
    broken = Report("half", "bir \ud83d yarım", "bir \ud83d yarım")
    with pytest.raises(InputError, match=r"report half: raw holds half of a surrogate pair at 4"):
        store.write([story("a"), broken, story("b")], old)
    assert store.counts()["reports"] == 2


def test_a_mode_that_the_codebook_does_not_know(store: Store, old: RunVersion) -> None:
    wrong = story("w", events=[replace(meeting(), mode="hug")])
    with pytest.raises(InputError, match="report w: CONSULT has no mode hug"):
        store.write([wrong, story("a")], old)
    assert [event.report for event in store.events()] == ["a"]
