"""An event's sentence with its words lit, and the rules that had a say, as the pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from haberci.desk.harmless import told
from haberci.desk.labels import N_
from haberci.store.rows import EventRow

AROUND = 60
HEADS: Mapping[str, str] = MappingProxyType(
    {
        "event": N_("Rule"),
        "modality": N_("Why this modality"),
        "source": N_("Who says so"),
        "party": N_("How parts are filled"),
    }
)
FURTHER = N_("Further rules")


def evidence(row: EventRow, around: int = AROUND) -> Markup:
    """The sentence with the words that name the deed in bold, and so many characters before and behind; 0: all."""
    start = row.trigger_at.text_start - row.text_start
    stop = row.trigger_at.text_stop - row.text_start
    sentence = row.sentence
    if not 0 <= start < stop <= len(sentence):
        return told(sentence[: 2 * around or None])
    before, after = sentence[:start], sentence[stop:]
    if around and len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if around and len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    return told(before) + Markup("<b>{}</b>").format(told(sentence[start:stop])) + told(after)


def grouped_rules(row: EventRow, say: Callable[[str], str]) -> Iterator[tuple[str, list[str]]]:
    """The rules that had a say, each under what it decides; ``say`` translates."""
    ids = dict.fromkeys((row.rule, *row.why))
    for kind, head in HEADS.items():
        if own := [id for id in ids if id.partition(".")[0] == kind]:
            yield say(head), own
    if rest := [id for id in ids if id.partition(".")[0] not in HEADS]:
        yield say(FURTHER), rest
