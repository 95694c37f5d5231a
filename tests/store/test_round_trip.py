"""What is written is read back, whatever the report holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haberci.core.report import Report
from haberci.store import RunVersion, Store
from tests.store.drawing import REPORTS

VERSION = RunVersion("code", "rules", "data", "register")
MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def open_store(path: Path) -> Store:
    return Store.open(path / "t.db", clock=lambda: MOMENT)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(REPORTS, min_size=1, max_size=3, unique_by=lambda report: (report.source, report.id)))
def test_a_report_comes_back_with_all_its_claims(reports: list[Report]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        assert store.write(reports, VERSION).new == len(reports)
        for report in reports:
            stored = store.report(report.id, report.source or "")
            assert stored is not None
            assert stored.report == report
            assert len(stored.event_ids) == len(set(stored.event_ids)) == len(report.events)
        assert store.write(reports, VERSION).unchanged == len(reports)
