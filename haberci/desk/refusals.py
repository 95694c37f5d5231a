"""What can't be asked of the desk: a line that each of its languages has, and the values that stand in it."""

from __future__ import annotations

from haberci.core.errors import InputError
from haberci.desk.labels import N_

NO_EVENT, NO_REPORT = N_("no event %(name)s"), N_("no report %(name)s")


class RefusedError(InputError):
    """A question or a form that can mean nothing. ``line`` is a message of the catalogues, ``values`` fill it."""

    def __init__(self, line: str, /, **values: object) -> None:
        super().__init__(line % values if values else line)
        self.line = line
        self.values = values
