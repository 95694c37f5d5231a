"""One deed: what its witnesses tell together, what they do not agree on, and each of them with its words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from haberci.desk.asked import flag
from haberci.desk.deeds import witnesses
from haberci.desk.desk import desk_of
from haberci.desk.labels import N_
from haberci.desk.rendering import complaint, page


def deed(request: Request) -> Response:
    """The page."""
    name, corrected = request.path_params["deed"], flag(request.query_params, "corrected")
    with desk_of(request).opened_as(corrected) as store:
        found = store.deed(name)
        rows = witnesses(store, found) if found else []
    if found is None:
        return complaint(request, 404, N_("no deed %(name)s"), name=name[:60])
    return page(request, "deed.html", deed=found, rows=rows, corrected=corrected)
