"""Language and light, which a browser remembers in cookies."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.desk.rendering import LANGUAGE_COOKIE, THEME_COOKIE, THEMES
from haberci.desk.wording import languages

_YEAR_S = 365 * 24 * 3600


def choose(request: Request) -> Response:
    """Remember a choice, and go back to where it was made."""
    answer = RedirectResponse(own_path(request.query_params.get("back", "/")), 303)
    for name, cookie, known in (("lang", LANGUAGE_COOKIE, languages()), ("theme", THEME_COOKIE, THEMES)):
        value = request.query_params.get(name, "")
        if value in known:
            answer.set_cookie(cookie, value, max_age=_YEAR_S, httponly=True, samesite="lax")
    return answer


def own_path(path: str) -> str:
    """A path of this desk; the front page for any other address."""
    sound = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if sound else "/"
