"""Files of YAML as areas are written: read so that nothing in them is passed over, and checked field by field.

Every complaint is one line that names the file and the place in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml

from haberci.core.errors import LexiconError, did_you_mean, unreadable

Value = TypeVar("Value")
LIKE = 0.4  # how like a name that was perhaps meant is


class _Loader(yaml.SafeLoader):
    """YAML in which no key may stand twice in one table: YAML itself takes the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(file: Traversable) -> Any:
    """What a file holds; raises LexiconError when it can't be read or is no YAML."""
    try:
        return yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file.name}: {unreadable(error)}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise LexiconError(f"{file.name}{line}: no YAML: {getattr(error, 'problem', None) or error}") from error
    except ValueError as error:  # a day or number that is none, as 2021-02-30
        raise LexiconError(f"{file.name}: no YAML: {error}") from error
    except RecursionError as error:
        raise LexiconError(f"{file.name}: no YAML: tables within tables without end") from error


class Checking:
    """One file being checked."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fields(self, content: Any, keys: Mapping[str, Any], where: str) -> dict[str, Any]:
        """A table of known keys, each value of its kind."""
        if not isinstance(content, dict):
            raise self.error(where, "no table of keys and values")
        for key, value in content.items():
            self.known(f"key in {where}", key, keys)
            if not isinstance(value, keys[key]) or isinstance(value, bool):  # yes and no are numbers to Python
                raise self.error(str(key), f"{value!r} is of the wrong kind")
        return content

    def complete(self, content: Any, keys: Mapping[str, Any], where: str) -> dict[str, Any]:
        """Fields of which none may be missing, and no word empty."""
        fields = self.fields(content, keys, where)
        missing = [key for key in keys if fields.get(key, "") == ""]
        if missing:
            raise self.error(where, f"no {missing[0]}")
        return fields

    def each(self, fields: dict[str, Any], key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """The values of a list, each known and none twice."""
        return self.once(key, tuple(self.known(key, value, allowed) for value in fields.get(key, [])))

    def known(self, what: str, value: Any, allowed: Collection[str]) -> str:
        """A value, which must be one of those allowed."""
        if not isinstance(value, str) or value not in allowed:
            raise self.error(what, f"unknown: {value}{did_you_mean(str(value), allowed, LIKE)}")
        return value

    def once(self, what: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """Values of which none may stand twice."""
        for place, value in enumerate(values):
            if value in values[:place]:
                raise self.error(what, f"{value} stands twice")
        return values

    def error(self, where: str, what: str) -> LexiconError:
        """An error that names the file and the place, to be raised by the caller."""
        return LexiconError(f"{self.file}: {where}: {what}")
