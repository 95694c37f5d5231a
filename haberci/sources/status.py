"""The status that an agency gives an item: one that is canceled or withheld takes back what was sent under its key.

The words are IPTC's (``pubStatus`` of NewsML-G2 and ninjs, ``Status`` of NewsML 1, ``management-status`` of NITF). Such
an item often comes without its text.
"""

from __future__ import annotations

from dataclasses import replace

from haberci.core.notice import Notice, NoticeKind
from haberci.core.report import Report
from haberci.sources.raw import small

RULE = "notice.status"
_TAKEN_BACK = ("canceled", "cancelled", "withheld")


def is_taken_back(status: str | None) -> bool:
    """Whether a status (``stat:canceled``, ``Withheld``) takes the item back; one that is not told does not."""
    return small((status or "").rpartition(":")[2].strip()) in _TAKEN_BACK


def text_taken_back(status: str | None, *told: str | None) -> str | None:
    """What stands for the text of an item that came without one: the first that is told, at least its status.

    None when the item is not taken back.
    """
    return next(filter(None, told), status) if is_taken_back(status) else None


def with_status(report: Report, status: str | None) -> Report:
    """The report, as a notice on its own key when its status takes it back."""
    return replace(report, notice=Notice(NoticeKind.KILL, report.id, None, RULE)) if is_taken_back(status) else report
