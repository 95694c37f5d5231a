"""Floor 3: one SQLite file that keeps reports, claims and judgements."""

from haberci.store.rows import EventRow, ReportKey, Run, RunVersion, StoredReport, WriteCount
from haberci.store.store import Counts, Store

__all__ = ["Counts", "EventRow", "ReportKey", "Run", "RunVersion", "Store", "StoredReport", "WriteCount"]
