"""What the steps of the layout share: the raw text, its title, the language's cues, and how lines are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from haberci.core.layout import LayoutCues

_LEAST: Final = 24  # shorter lines are alike only when they are the same
_LONGEST: Final = 320  # of a line that a cue may be, in characters
_ALIKE: Final = 0.86  # the share of letters in common by which two headlines are one, damaged in two ways


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text on its way to blocks; ``judged`` are lines of which is known whether they are the page's."""

    raw: str
    title: str
    cues: LayoutCues
    fold: Callable[[str], str]
    judged: dict[str, bool] = field(default_factory=dict)

    def bare(self, text: str) -> str:
        """The letters and figures of a text, folded."""
        return "".join(filter(str.isalnum, self.fold(text)))

    def same(self, one: str, other: str) -> bool:
        """Whether two lines say the same, marks, capitals and space aside."""
        return self.bare(one) == self.bare(other) != ""

    def alike(self, one: str, other: str) -> bool:
        """Whether two lines are one line, damaged or edited in two ways."""
        first, second = self.bare(one), self.bare(other)
        if first == second:
            return first != ""
        least, most = sorted((len(first), len(second)))
        if least < _LEAST or least < _ALIKE * most:
            return False
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE  # most lines have not even the letters

    def key(self, text: str) -> str:
        """A short line as the cues have it: folded, without space and marks around it; empty for a longer one."""
        if len(text) > _LONGEST:
            return ""
        return " ".join(self.fold(text).split()).strip(" :.…»>«<|•·-–—")
