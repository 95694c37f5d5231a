"""Frames and codebook: bad rows are refused with file, line and what is wrong; a user's row replaces ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.errors import LexiconError
from haberci.core.frames import COLUMNS, load_frames
from haberci.core.governors import load_governors
from haberci.core.morph import Morph, Pos
from haberci.core.report import Token
from haberci.core.span import Span

HEADER = "\t".join(COLUMNS)
GOOD = "x.visit\tziyaret et!\tCONSULT\tvisit\tsubj\tobj\t\tBakan Roma'yı ziyaret etti."


def table(folder: Path, *rows: str) -> Path:
    path = folder / "frames.tsv"
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("CONSULT", "CONSLT", "frames.tsv:3: unknown type CONSLT; did you mean CONSULT?"),
        ("\tvisit\t", "\tvist\t", "frames.tsv:3: CONSULT has no mode vist"),
        ("\tsubj\t", "\tsubject\t", "frames.tsv:3: unknown filler subject"),
        ("\t\tBakan", "\tloud\tBakan", "frames.tsv:3: unknown flag loud"),
        ("ziyaret et!", "zi* et!", "frames.tsv:3: no element: zi*"),
        ("Bakan Roma'yı ziyaret etti.", "", "frames.tsv:3: example is empty"),
        ("x.visit", "y.first", "frames.tsv:3: id y.first stands twice"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    path = table(tmp_path, GOOD.replace("x.visit", "y.first"), GOOD.replace(old, new))
    with pytest.raises(LexiconError) as caught:
        load_frames(load_codebook(), [path])
    assert str(caught.value).startswith(complaint)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.tsv: no such file or folder"):
        load_frames(load_codebook(), [tmp_path / "none.tsv"])


def test_a_later_table_replaces_a_row(tmp_path: Path) -> None:
    ours = load_frames(load_codebook(), ["tr/frames"])
    changed = GOOD.replace("x.visit", "consult.ziyaret-et").replace("\tvisit\t", "\t\t")
    both = load_frames(load_codebook(), ["tr/frames", table(tmp_path, changed)])
    assert len(both.frames) == len(ours.frames)
    assert next(f for f in both.frames if f.id == "consult.ziyaret-et").mode is None


def test_a_folder_is_one_layer(tmp_path: Path) -> None:
    table(tmp_path, GOOD)
    (tmp_path / "more.tsv").write_text("\n".join((HEADER, GOOD.replace("x.visit", "y.visit"))), encoding="utf-8")
    assert {f.id for f in load_frames(load_codebook(), [tmp_path]).frames} == {"x.visit", "y.visit"}
    (tmp_path / "more.tsv").write_text("\n".join((HEADER, GOOD)), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"more\.tsv:2: id x\.visit stands twice"):
        load_frames(load_codebook(), [tmp_path])


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="holds no table"):
        load_frames(load_codebook(), [tmp_path])


def test_the_most_specific_frame_stands_first() -> None:
    found = load_frames(load_codebook(), ["tr/frames"]).verbal("düzenle")
    assert found is not None
    lengths = [len(f.before) for f in found.frames]
    assert lengths == sorted(lengths, reverse=True)


def test_of_a_verb_only_the_frames_whose_words_may_be_near_are_looked_at() -> None:
    table = load_frames(load_codebook(), ["tr/frames"])
    found = table.verbal("düzenle")
    assert found is not None
    numbers = table.nouns["saldırısı", "saldırı"]
    near = found.among((), dict.fromkeys(numbers, 2), 5)
    assert 0 < len(near) < len(found.frames)
    fits = [f for f in found.frames if not f.before or table.nouns.numbers[f.before[-1]] in numbers]
    assert near == [f for f in fits if "düzenle" in f.anchor.words]
    assert not [f for f in found.among((), dict.fromkeys(numbers, 6), 5) if f.before]


def test_a_verb_of_two_words_is_looked_at_behind_its_first() -> None:
    table = load_frames(load_codebook(), ["tr/frames"])
    found = table.verbal("et")
    assert found is not None
    every = dict.fromkeys(table.nouns.numbers.values(), 0)
    assert any("sevk_et" in f.anchor.words for f in found.among(("sevk",), every, 5))
    assert not any("sevk_et" in f.anchor.words for f in found.among(("bir",), every, 5))


def test_words_that_fit_a_noun_of_a_pattern_are_known_by_their_form_and_lemma() -> None:
    table = load_frames(load_codebook(), ["tr/frames"])
    saldırı = next(f.before[-1] for f in table.frames if f.before and "saldırı" in f.before[-1].prefixes)
    assert table.nouns.numbers[saldırı] in table.nouns["saldırısı", "saldırı"]
    assert not table.nouns["gazete", "gazete"] & {n for e, n in table.nouns.numbers.items() if "gaz" in e.prefixes}


def test_the_first_place_of_each_noun_of_a_sentence_is_found() -> None:
    table = load_frames(load_codebook(), ["tr/frames"])
    words = [("ve", "ve"), ("saldırıyı", "saldırı"), ("saldırısı", "saldırı")]
    tokens = [Token(Span(0, 1), word, word, Morph(Pos.NOUN, lemma), 0) for word, lemma in words]
    found = table.nouns.places(tokens)
    first, again = table.nouns["saldırıyı", "saldırı"], table.nouns["saldırısı", "saldırı"]
    assert first
    assert found == {**dict.fromkeys(again, 2), **dict.fromkeys(first, 1)}


def test_the_codebook_has_every_type_and_its_intensities() -> None:
    codebook = load_codebook()
    assert set(codebook.types) == set(EventType)
    assert codebook.intensity(EventType.ASSAULT, "unconventional") == -10.0
    assert codebook.intensity(EventType.ACCUSE, None) == -2.0
    assert all(-10 <= entry.intensity <= 10 for entry in codebook.types.values())
    with pytest.raises(KeyError):
        codebook.intensity(EventType.CONSULT, "aerial")


def test_governors_give_verdicts() -> None:
    governors = load_governors("tr/governors.tsv")
    assert governors.verbs["planla"] == Modality.PLANNED
    assert governors.after_word("ihtimalinden") == "hypothetical"
    assert governors.after_word("masa") is None
