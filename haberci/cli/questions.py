"""What a person asks by, checked: a slip must not look like an empty answer."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date

from haberci.core.actors import SECTORS, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.codebook import EventType, load_codebook
from haberci.core.errors import InputError
from haberci.core.register import load_register

_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def actor_code(text: str | None) -> str | None:
    """An actor code as it is stored; ``kgz gov`` is ``KGZ GOV``. Raises InputError when it is none."""
    if text is None:
        return None
    try:
        return str(ActorCode.parse(" ".join(text.split()).translate(_CAPITALS)))
    except ValueError as error:
        near = _nearest(text.translate(_CAPITALS).partition(" ")[2].strip(), SECTORS)
        raise InputError(f"--actor: {error}{near} (as KGZ, 'KGZ GOV' or 'CSTO IGO')") from error


def principal(option: str, text: str | None) -> str | None:
    """A principal as it is stored; ``kgz`` is ``KGZ``. Raises InputError when the register does not know it."""
    if text is None:
        return None
    code = text.strip().translate(_CAPITALS)
    known = {UNKNOWN_PRINCIPAL, *(entry.code.principal for entry in load_register().entries)}
    if code not in known:
        raise InputError(f"{option}: no actor {code}{_nearest(code, known)}")
    return code


def check_known(code: str | None, held: Callable[[str], bool]) -> None:
    """Raises InputError when neither the register nor the database (``held``) has ever heard of a code's principal."""
    if code is None:
        return
    principal = code.partition(" ")[0]
    known = {UNKNOWN_PRINCIPAL, *(entry.code.principal for entry in load_register().entries)}
    if principal not in known and not held(principal):
        raise InputError(f"--actor: no actor {principal}{_nearest(principal, known)}")


def _nearest(word: str, words: Iterable[str]) -> str:
    """``; did you mean KAZ?``, nothing when no word is near."""
    near = difflib.get_close_matches(word, sorted(words), 20, 0.6) if word else []
    near.sort(key=lambda other: (sorted(other) != sorted(word), other[:1] != word[:1]))  # letters swapped go first
    return f"; did you mean {near[0]}?" if near else ""


def event_type(text: str | None) -> str | None:
    """The name of an event type. Raises InputError, with the nearest one and all, when there is no such type."""
    if text is None:
        return None
    name = text.strip().translate(_CAPITALS)
    names = [t.value for t in EventType]
    if name not in names:
        near = difflib.get_close_matches(name, names, 1, 0.7) or _types_of_mode(text)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise InputError(f"--type: no event type {text or repr(text)}; {hint}there are {', '.join(names)}")
    return name


def _types_of_mode(text: str) -> list[str]:
    """The types that have a mode of this name: ``visit`` is one of CONSULT."""
    return [kind.value for kind, entry in load_codebook().types.items() if text.strip() in entry.modes]


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


def days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The days of ``--since`` and ``--until``. Raises InputError when one is none, or they end before they begin."""
    first, last = day("--since", since), day("--until", until)
    if first and last and last < first:
        raise InputError(f"--until: {last} is before --since {first}")
    return first, last
