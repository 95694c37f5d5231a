"""Values as bytes that another process of ours unpacks, whether the code that reads is compiled or not.

A frozen dataclass that mypyc has compiled can't be unpickled by setting its fields one by one; it is made anew instead.
So is a named tuple, for which pickle would ask its class once to take it apart and once to make it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any, TypeAlias

Made: TypeAlias = tuple[Callable[..., object], tuple[Any, ...]]


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """What pickle asks of each value that is not built in: how to make it again."""
        kind: type = type(value)
        taken_apart = _way(kind)
        return NotImplemented if taken_apart is None else taken_apart(value)


def packed(value: object) -> bytes:
    """The value in bytes; PicklingError where something in it can't travel."""
    parcel = BytesIO()
    _Packer(parcel, pickle.HIGHEST_PROTOCOL).dump(value)
    return parcel.getvalue()


def unpacked(parcel: bytes) -> Any:
    """The value that was packed. For bytes of our own processes alone: unpickling others' runs their code."""
    return pickle.loads(parcel)


@cache
def _way(kind: type) -> Callable[[Any], Made] | None:
    """How values of a kind are taken apart; None for what pickle knows best."""
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return lambda value: (tuple.__new__, (kind, tuple(value)))
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if not names:
        return None
    values = attrgetter(*names)
    return (lambda value: (kind, values(value))) if len(names) > 1 else (lambda value: (kind, (values(value),)))
