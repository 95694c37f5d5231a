"""Areas as commands take them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AreaName = Annotated[str, typer.Argument(metavar="AREA", help="The id of an area: csto, central_asia, ...")]
AreaFolder = Annotated[
    Path | None,
    typer.Option(
        "--areas",
        metavar="DIR",
        help="A folder of your own areas (.yml), laid over ours.",
        show_default=False,
    ),
]
