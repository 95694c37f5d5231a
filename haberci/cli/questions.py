"""What a person asks by, checked: a slip must not look like an empty answer."""

from __future__ import annotations

import difflib
import re
from datetime import date

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.errors import InputError

_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def actor_code(text: str | None) -> str | None:
    """An actor code as it is stored; ``kgz gov`` is ``KGZ GOV``. Raises InputError when it is none."""
    if text is None:
        return None
    try:
        return str(ActorCode.parse(" ".join(text.split()).translate(_CAPITALS)))
    except ValueError as error:
        raise InputError(f"--actor: {error} (as KGZ, 'KGZ GOV' or 'CSTO IGO')") from error


def event_type(text: str | None) -> str | None:
    """The name of an event type. Raises InputError, with the nearest one and all, when there is no such type."""
    if text is None:
        return None
    name = text.strip().translate(_CAPITALS)
    names = [t.value for t in EventType]
    if name not in names:
        near = difflib.get_close_matches(name, names, 1, 0.7)
        hint = f"did you mean {near[0]}? " if near else ""
        raise InputError(f"--type: no event type {text}; {hint}There are {', '.join(names)}")
    return name


def day(option: str, text: str | None) -> str | None:
    """A day as YYYY-MM-DD. Raises InputError when it is none."""
    if text is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
            raise ValueError
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise InputError(f"{option}: no day: {text} (as 2023-01-22)") from error
