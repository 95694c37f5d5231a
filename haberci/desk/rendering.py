"""Pages: templates in the language and the light that the reader chose."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from haberci import __version__
from haberci.cli.console import amount
from haberci.core.codebook import load_codebook
from haberci.desk import reasons
from haberci.desk.addresses import actor_address, is_web, report_address
from haberci.desk.evidence import evidence, grouped_rules
from haberci.desk.harmless import harmless, told
from haberci.desk.labels import LABELS
from haberci.desk.translating import Translated
from haberci.desk.twins import json_bytes
from haberci.desk.wording import SOURCE, Wording, catalogue, languages, preferred, wording

THEMES = ("auto", "light", "dark")
LANGUAGE_COOKIE, THEME_COOKIE = "haberci_language", "haberci_theme"
_NAMES = 8_192  # of each kind that are kept as written
_DAY = 10  # letters of an ISO day
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES = {"en": "English", "tr": "Türkçe", "ru": "Русский"}


def wording_of(request: Request) -> Wording:
    """The wording of the language that the reader chose, else of the one that the browser asks for."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return wording(chosen if chosen in languages() else preferred(request.headers.get("accept-language", "")))


def page(request: Request, template: str, answer: int = 200, /, **shown: Any) -> HTMLResponse:
    """A template filled in."""
    words = wording_of(request)
    theme = request.cookies.get(THEME_COOKIE, "auto")
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    body = (
        environment(words.lang)
        .get_template(template)
        .render(
            theme=theme if theme in THEMES else "auto",
            here=here,
            path=request.url.path,
            swapped=request.headers.get("hx-request") == "true" and "hx-boosted" not in request.headers,
            account=request.scope.get("state", {}).get("account"),
            form_token=request.scope.get("state", {}).get("form_token", ""),
            **shown,
        )
    )
    return HTMLResponse(body, answer, {"Vary": "Cookie, HX-Request, Accept-Language", "Cache-Control": "no-store"})


def complaint(request: Request, status: int, line: str, /, again: str | None = None, **values: object) -> Response:
    """What went wrong, in one line, on a page of its own; as JSON for those who asked for data.

    ``line`` is a message of the catalogues, filled with the values, or any other line, which is told as it is;
    ``again`` is where one may look at what stands there now.
    """
    if request.url.path.startswith("/api/") or request.url.path.endswith((".json", ".csv", ".parquet")):
        return json_complaint(status, line % values if values else line)
    words = wording_of(request)
    told, lang = words.text(line), words.lang if words.knows(line) else SOURCE
    shown = {"line": told % values if values else told, "lang": lang, "again": again}
    if request.method == "GET" or "hx-request" not in request.headers:
        return page(request, "error.html", status, status=status, **shown)
    answer = page(request, "refused.html", status, **shown)
    answer.headers.update({"HX-Retarget": "find .refused", "HX-Reswap": "innerHTML"})  # what was typed stays
    return answer


def json_complaint(status: int, line: str) -> Response:
    """What went wrong, for a program."""
    return Response(json_bytes({"error": line}), status, media_type="application/json")


@cache
def environment(lang: str) -> Environment:
    """The templates in one language. Every text is escaped, and what steers a line is made visible."""
    made = Environment(
        loader=PackageLoader("haberci.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
        auto_reload=False,
        extensions=[Translated, "jinja2.ext.do"],
    )
    made.install_gettext_translations(catalogue(lang), newstyle=True)  # type: ignore[attr-defined]
    made.extensions[Translated.identifier].speak(catalogue(lang).gettext)  # type: ignore[attr-defined]
    words = wording(lang)
    made.filters |= _filters(words)
    quads = {t.value: int(entry.quad) for t, entry in load_codebook().types.items()}
    modes = {t.value: tuple(entry.modes) for t, entry in load_codebook().types.items()}
    made.globals |= {
        "words": words,
        "asset": asset,
        "report_address": report_address,
        "actor_address": actor_address,
        "is_web": is_web,
        "languages": [(code, NAMES.get(code, code)) for code in languages()],
        "quad_of": quads,
        "types_of": {n: tuple(t for t, quad in quads.items() if quad == n) for n in set(quads.values())},
        "modes_of": modes,
        "labels": LABELS,
        "version": __version__,
    }
    made.globals["names"] = _names(made)
    return made


def _names(made: Environment) -> SimpleNamespace:
    """The macros of ``names.html``, which write the same whenever they are given the same: what they wrote is kept."""
    shown = made.get_template("names.html").module
    macros = ("principal", "code", "codes", "who", "kind", "sources", "reports")
    return SimpleNamespace(**{name: lru_cache(_NAMES)(getattr(shown, name)) for name in macros})


def _filters(words: Wording) -> dict[str, Callable[..., Any]]:
    """What templates pass values through, in the words of one language."""
    return {
        "label": lambda value, kind: words.label(kind, value),
        "number": words.number,
        "day": words.day,
        "moment": words.moment,
        "told": told,
        "evidence": evidence,
        "grouped_rules": lambda row: grouped_rules(row, words.text),
        "amount": amount,
        "short_day": short_day,
        "reason": lambda sign: reasons.reason(sign, words),
        "what": lambda sign: reasons.what(sign, words),
        "ends": lambda sign: reasons.ends(sign, words),
        "usual": lambda mean: reasons.usual(mean, words),
        "sure": lambda sign: reasons.sure(sign, words),
        "action": lambda sign: words.text(sign.action or ""),
        "named": lambda key: str(key) or "—",
    }


def short_day(given: str | None) -> str:
    """A report's date in a list: its day without the time; what is less exact than a day, or none, as it was given."""
    text = (given or "").strip()
    return text[:_DAY] if _FULL_DAY.match(text) and "/" not in text else text or "—"


@cache
def asset(name: str) -> str:
    """The address of a file of the desk: it changes with the file, so that browsers may keep it for good."""
    content = files("haberci.desk").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:10]}"
