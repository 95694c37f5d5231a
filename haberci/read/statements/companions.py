"""Who stands beside a speaker: whom one meets ("X ile görüşen Y"), what one speaks of ("İran konusunu açan Y")."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import GEN, NOM, Form
from haberci.core.report import Mention
from haberci.core.speech import Construction
from haberci.read.statements.view import View

_REACH: Final = 5  # words between "ile" and the verb of what is done together
_MET: Final = frozenset({Form.AN, Form.ARAK, Form.IP, Form.DIK})


def is_met(view: View, mention: Mention) -> bool:
    """Whether "ile" ties a phrase to a verb that tells what another does with it, and to no second subject."""
    at = mention.last
    if at + 1 >= len(view.tokens) or not view.is_a(Construction.COMPANY, at):
        return False
    for behind in range(at + 1, min(at + 1 + _REACH, len(view.tokens))):
        morph = view.tokens[behind].morph
        if morph.form is not None:
            return morph.form in _MET
        named = view.mention[behind] >= 0 and morph.case in (NOM, GEN)
        if named or view.tokens[behind].text == ",":
            return False
    return False


def describes(view: View, mention: Mention, head: int) -> bool:
    """Whether a mention stands in a clause that tells of the noun ``head``: "İran konusunu açan yetkili"."""
    return any(token.morph.form is Form.AN for token in view.tokens[mention.last : head])
