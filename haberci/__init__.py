"""haberci reads the wire and turns it into evidence: who did what to whom, where, when, and who says so.

    import haberci

    report = haberci.read("...", id="a-1")
    for event in report.events:
        print(event.type, event.actors, event.recipients, report.raw[event.at.start : event.at.stop])

``read_many`` reads many, ``Store`` keeps them in one SQLite file, ``watch`` finds the signs of an ``Area`` in it.
Everything raised on purpose is a ``HaberciError``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from haberci.core.errors import HaberciError as HaberciError
    from haberci.core.report import Report as Report
    from haberci.reading import read as read
    from haberci.reading import read_many as read_many
    from haberci.store.store import Store as Store
    from haberci.watch.areas import Area as Area
    from haberci.watch.stored import watch as watch

__version__ = "0.1.0"
__all__ = ["Area", "HaberciError", "Report", "Store", "__version__", "read", "read_many", "watch"]

# Names are looked up when first used: the tables of a language take longer to load than `haberci --help` may take.
_HOMES = {
    "Area": "haberci.watch.areas",
    "HaberciError": "haberci.core.errors",
    "Report": "haberci.core.report",
    "Store": "haberci.store.store",
    "read": "haberci.reading",
    "read_many": "haberci.reading",
    "watch": "haberci.watch.stored",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'haberci' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__


class _CallableFolder(ModuleType):
    """A folder that is called as the public function of its name: ``haberci.read``, ``haberci.watch``.

    A folder of a package is also an attribute of it, and hides a function of that name; so the folder answers for it.
    """

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        return getattr(import_module(_HOMES[name]), name)(*args, **kwargs)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value.__class__ = _CallableFolder
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
