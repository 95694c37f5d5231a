"""Where corpora and gold lie that are other people's work and so not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "HABERCI_SHARED"


def shared_folder() -> Path | None:
    """The folder named by the environment's HABERCI_SHARED, else ``shared`` beside or in the repository; None without."""
    named = os.environ.get(VARIABLE)
    root = Path(__file__).resolve().parent.parent
    places = [Path(named)] if named else [root.parent / "shared", root / "shared"]
    return next((place for place in places if place.is_dir()), None)
