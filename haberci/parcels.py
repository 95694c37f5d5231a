"""Values as bytes that another process of ours unpacks, whether the code that reads is compiled or not.

A frozen dataclass that mypyc has compiled can't be unpickled by setting its fields one by one; it is made anew instead.
"""

from __future__ import annotations

import pickle
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from typing import Any


class _Packer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """What pickle asks of each value that is not built in: how to make it again."""
        if is_dataclass(value) and not isinstance(value, type):
            kind = type(value)
            return kind, tuple([getattr(value, name) for name in _names(kind)])
        return NotImplemented


def packed(value: object) -> bytes:
    """The value in bytes; PicklingError where something in it can't travel."""
    parcel = BytesIO()
    _Packer(parcel, pickle.HIGHEST_PROTOCOL).dump(value)
    return parcel.getvalue()


def unpacked(parcel: bytes) -> Any:
    """The value that was packed. For bytes of our own processes alone: unpickling others' runs their code."""
    return pickle.loads(parcel)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple([field.name for field in fields(kind)])
