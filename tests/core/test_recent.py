"""What is kept of late: found once, bounded, and not forgotten while it is asked for."""

from __future__ import annotations

from haberci.core.recent import Recent


def test_an_answer_is_found_once() -> None:
    asked: list[str] = []
    held = Recent[str, int](lambda word: asked.append(word) or len(word), 4)
    assert [held["oy"], held["oylama"], held["oy"]] == [2, 6, 2]
    assert asked == ["oy", "oylama"]


def test_what_is_asked_for_all_the_time_stays_and_the_rest_is_forgotten() -> None:
    asked: list[int] = []
    held = Recent[int, int](lambda number: asked.append(number) or -number, 8)
    for number in range(1, 101):
        assert (held[0], held[number]) == (0, -number)
    assert asked.count(0) == 1
    assert len(held) <= 8
    held[1]
    assert asked.count(1) == 2
