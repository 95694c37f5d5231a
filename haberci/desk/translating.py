"""Templates in one language: messages without values are put in when a template is compiled, not when it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

_MESSAGE = re.compile(r"""\{\{ _\((["'])((?:(?!\1|[{}\\]).)*)\1\) \}\}""")


class Translated(InternationalizationExtension):
    """gettext in templates (``{{ _("Today") }}``), of an environment that is for one language alone."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._say: Callable[[str], str] | None = None

    def speak(self, say: Callable[[str], str]) -> None:
        """Put in what ``say`` makes of the messages of templates that are compiled from now on."""
        self._say = say

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template's text with the messages that stand alone put in; they are markup, as gettext's are."""
        say = self._say
        return source if say is None else _MESSAGE.sub(lambda found: say(found[2]) % {}, source)
