"""What somebody is thanked or praised for: "kabul ettikleri için", "katkılarından dolayı"."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case, Form
from haberci.core.speech import Construction
from haberci.read.statements.view import View

_GAP: Final = 4  # words between the reason and its verb: "kabul ettikleri için komşularına teşekkür etti"
_FACTS: Final = frozenset({Form.DIK, Form.ACAK})


def reason_before(view: View, stop: int, left: int) -> int | None:
    """The last word of the reason that stands near before the word ``stop``, and not before ``left``; None without."""
    for at in range(stop - 1, max(left, stop - 1 - _GAP), -1):
        if view.is_a(Construction.REASON, at):
            morph = view.tokens[at - 1].morph
            told = morph.form in _FACTS or (morph.case is Case.ABL and morph.possessive is not None)
            return at - 1 if told else None
        if view.tokens[at].morph.form is not None:
            return None
    return None
