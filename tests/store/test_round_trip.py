"""What is written is read back, whatever the report holds."""

from __future__ import annotations

import json
import shutil
import zlib
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haberci.core.report import (
    Block,
    BlockKind,
    Event,
    Mention,
    Part,
    ProperName,
    Report,
    Role,
    Sentence,
    Statement,
    Time,
)
from haberci.core.span import Edit, Evidence
from haberci.store import RunVersion, Store
from haberci.store.details import Details, pack, unpack
from tests.store.drawing import REPORTS

VERSION = RunVersion("code", "rules", "data", "register")
MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(REPORTS, min_size=1, max_size=3, unique_by=lambda report: (report.source, report.id)))
def test_a_report_comes_back_with_all_its_claims(empty: Path, reports: list[Report]) -> None:
    with TemporaryDirectory() as folder, Store.open(shutil.copy(empty, folder), clock=lambda: MOMENT) as store:
        assert store.write(reports, VERSION).new == len(reports)
        for report in reports:
            stored = store.report(report.id, report.source or "")
            assert stored is not None
            assert stored.report == report
            assert len(stored.event_ids) == len(set(stored.event_ids)) == len(report.events)
        assert store.write(reports, VERSION).unchanged == len(reports)


# A field that is added to the core comes back from the store empty until it is stored; the strategies draw these.
STORED = {
    Report: "id raw text lang source title date date_flag url notice digest coded edits offsets layout sentences tokens"
    " names mentions times statements events roles",
    Event: "at type mode actors recipients modality reported_by trigger trigger_at rule also parts why when "
    "where numbers contexts",
    Part: "name code text at",
    Statement: "at speaker speaker_text speaker_at kind cue cue_at content force rule",
    Role: "at person office of rule",
    Mention: "at first last text kind codes case plural rule person office holder place",
    ProperName: "at first last text kind name case rule long",
    Time: "at first last text start stop precision rule",
    Block: "kind at rule value",
    Sentence: "at first last block",
    Edit: "start stop before after reason",
}


@pytest.mark.parametrize("record", STORED, ids=lambda record: record.__name__)
def test_the_store_knows_all_fields(record: type) -> None:
    names = getattr(record, "_fields", None) or tuple(field.name for field in fields(record))
    assert list(names) == STORED[record].split()


def test_what_was_stored_before_there_were_names_is_read() -> None:
    block = Block(BlockKind.PARAGRAPH, Evidence(0, 3, 0, 3), "layout.paragraph")
    packed = pack(Report("a", "abc", "abc", layout=(block,)))
    assert packed is not None
    *columns, names = json.loads(zlib.decompress(packed))
    assert names == []
    assert unpack(zlib.compress(json.dumps(columns).encode())) == Details(layout=(block,))
