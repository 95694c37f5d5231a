"""Text is never bad input: what is cut off or out of order is read as far as it can be."""

from __future__ import annotations

import random

from haberci.reading import read
from tests.read.test_events import cases

SEED, FRAGMENTS = 29, 1500


def test_fragments_of_sentences_are_read() -> None:
    draw = random.Random(SEED)
    texts = [text for text, _ in cases()]
    events = 0
    for _ in range(FRAGMENTS):
        words = draw.choice(texts).split()
        kept = words[: draw.randint(1, len(words))]
        if draw.random() < 0.5:
            draw.shuffle(kept)
        fragment = " ".join(kept).rstrip(".,;:!?\"'")
        report = read(fragment, lang="tr")
        assert report.raw == fragment
        assert all(0 <= event.at.start < event.at.stop <= len(fragment) for event in report.events)
        events += len(report.events)
    assert events > FRAGMENTS / 10


def test_a_request_before_what_it_asks_for_at_a_text_s_end() -> None:
    report = read("BM tarafından İsrail'den istendi. durdurması saldırıları", lang="tr")
    assert [str(m.codes[0]) for m in report.mentions] == ["UN IGO", "ISR GOV"]
