"""Statements on sentences whose names are marked by hand, so that no register has a say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import haberci
from haberci.core.actors import ActorCode
from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import Case
from haberci.core.pattern import fits_noun
from haberci.core.report import BlockKind, Mention, MentionKind, Report, Sentence
from haberci.core.span import Span
from haberci.core.speech import Construction, CueTable, Spoken, load_cues
from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.layout import layout_cues
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.naming import load_naming
from haberci.languages.tr.sentences import sentences as split
from haberci.languages.tr.words import words
from haberci.read.statements import RULES, statements
from haberci.read.tokens import tokens

CASES = list(read_rows(Path(__file__).parents[1] / "cases" / "statements.tsv", ["kind", "text", "expected"]))
NAME = re.compile(r"\{([^:/}]+)(?:/(\w+))?:([^}]+)\}")


@pytest.fixture(scope="module")
def cues() -> CueTable:
    return load_cues(["tr/cues.tsv"])


def marked(text: str) -> tuple[str, list[tuple[Span, ActorCode, Case]]]:
    """The text without its marks, and the names that were marked."""
    names, plain, at = [], "", 0
    for match in NAME.finditer(text):
        plain += text[at : match.start()]
        case = Case(match[2]) if match[2] else Case.NOM
        names.append((Span(len(plain), len(plain) + len(match[3])), ActorCode.parse(match[1]), case))
        plain += match[3]
        at = match.end()
    return plain + text[at:], names


def read_marked(text: str, cues: CueTable) -> Report:
    plain, names = marked(text.replace(" // ", "\n"))
    pack = SimpleNamespace(
        words=words, analyse=analyse, lower=lower, fold=fold, cues=cues, layout=layout_cues(),
        naming=SimpleNamespace(home="TUR", is_foreign=load_naming().is_foreign),
    )  # fmt: skip
    context = SimpleNamespace(pack=pack)
    report = Report(id="case", raw=plain, text=plain)
    spans = [
        Span(line.start() + s.start, line.start() + s.stop)
        for line in re.finditer(r"[^\n]+", plain)
        for s in split(line.group())
    ]
    held = tuple(Sentence(report.evidence(span), 0, 0, BlockKind.PARAGRAPH) for span in spans)
    report = tokens(replace(report, sentences=held), context)  # type: ignore[arg-type]
    found = [mention(report, *name) for name in names]
    return statements(replace(report, mentions=tuple(found)), context)  # type: ignore[arg-type]


def mention(report: Report, span: Span, code: ActorCode, case: Case) -> Mention:
    inside = [i for i, t in enumerate(report.tokens) if span.holds(t.span)]
    first, last = inside[0], inside[-1] + 1
    return Mention(
        report.words(first, last), first, last, report.text[span.start : span.stop],
        MentionKind.BODY, (code,), case, False, "test",
    )  # fmt: skip


def told(report: Report) -> list[str]:
    """What was found, written as the cases are."""
    lines = []
    for found in report.statements:
        held = [i for i, s in enumerate(report.sentences) if s.at.span.overlaps(found.at.span)]
        where = str(held[0]) if len(held) == 1 else f"{held[0]}-{held[-1]}"
        lines.append(f"{where} {found.speaker.principal} {found.kind} {found.cue}")
    return lines


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['kind']}:{row.line}")
def test_case(row: Row, cues: CueTable) -> None:
    expected = [] if row["expected"] == "none" else [part.strip() for part in row["expected"].split(" ; ")]
    assert sorted(told(read_marked(row["text"], cues))) == sorted(expected)


PARTS = frozenset(
    {Construction.INTRO, Construction.DOCUMENT, Construction.HEADING, Construction.BEARING, Construction.SENT}
)


def test_every_cue_fires_on_its_example_or_stands_in_it(cues: CueTable) -> None:
    silent = []
    for cue in cues.cues:
        report = read_marked(cue.example, cues)
        if cue.verbal and cue.construction not in PARTS:
            fires = cue.rule in {s.rule for s in report.statements}
        elif cue.verbal:
            fires = any(t.morph.lemma in cue.anchor.words for t in report.tokens)
        else:
            fires = any(fits_noun(cue.anchor, t.lower) for t in report.tokens)
        silent += [] if fires else [cue.id]
    assert silent == []


def test_content_holds_what_is_said_and_not_the_frame(cues: CueTable) -> None:
    report = read_marked("{ITA GOV:Rossi}, limanın kapandığını söyledi.", cues)
    said = report.text.index("kapandığını")
    found = Spoken(report).at(Span(said, said + 11))
    assert found is not None
    assert found.speaker.principal == "ITA"
    assert Spoken(report).at(Span(0, 5)) is None
    assert Spoken(report).at(Span(report.text.index("söyledi"), report.text.index("söyledi") + 7)) is None


def test_innermost_statement_speaks(cues: CueTable) -> None:
    report = read_marked('{ITA GOV:Rossi}, "Limanı kapattık." dedi. {AUT GOV:Huber}, sınırın açıldığını söyledi.', cues)
    for word, speaker in (("kapattık", "ITA"), ("açıldığını", "AUT")):
        at = report.text.index(word)
        found = Spoken(report).at(Span(at, at + len(word)))
        assert found is not None
        assert found.speaker.principal == speaker


def test_rules_have_examples_and_ids_of_their_own(cues: CueTable) -> None:
    rules = [*RULES, *cues.rules()]
    assert len({r.id for r in rules}) == len(rules)
    assert all(r.example for r in rules)
    assert len(cues.cues) >= 300


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("x\tsöyle!\tcontents\ttell\tO söyledi.", "did you mean content"),
        ("x\tsöyle!\tcontent\tshout\tO söyledi.", "unknown force shout"),
        ("x\t\tcontent\ttell\tO söyledi.", "pattern is empty"),
        ("x\tsöyle!\tcontent\ttell\t", "example is empty"),
        ("x\t!\tcontent\ttell\tO söyledi.", "no element"),
    ],
)
def test_a_bad_row_names_itself(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "cues.tsv"
    path.write_text(f"id\tpattern\tconstruction\tforce\texample\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(says)) as caught:
        load_cues([path])
    assert "cues.tsv:2" in str(caught.value)


PIECES = st.sampled_from(
    ['"', "“", "”", "'", ":", ",", ". ", "\n", "dedi", "söyledi", "diyen", "göre", "açıklamada", "olduğunu", "şöyle",
     "{ITA GOV:Rossi}", "{AUT GOV/Gen:Huber'in}", "yapılan", "ve", "belirtildi", "kınayan", "bir", "ilişkin"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_any_row_of_words_is_read_and_stays_inside_the_text(pieces: list[str]) -> None:
    report = read_marked(" ".join(pieces), _CUES)
    for found in report.statements:
        assert 0 <= found.at.start < found.at.stop <= len(report.raw)
        assert all(found.at.span.holds(c.span) for c in found.content)
        assert found.at.span.holds(found.cue_at.span)


_CUES = load_cues(["tr/cues.tsv"])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "CHP üyesi Murat Yıldızoğlu, yolun açıldığını söyledi. Yıldızoğlu, kapının kapandığını belirtti.",
            ["TUR", "TUR"],
        ),
        ("CHP dün toplandı. Murat Yıldızoğlu, yolun açıldığını söyledi.", ["TUR"]),
        ("HDP Milletvekili Sırrı Süreyya Önder geldi. Önder, “Yanıt bekliyoruz biz.” dedi.", ["TUR"]),
        ("HDP Milletvekili Sırrı Süreyya Önder geldi. Uzmanlar, yolun açıldığını söyledi.", ["---"]),
    ],
)
def test_a_surname_speaks_for_the_side_that_the_report_told(text: str, speakers: list[str]) -> None:
    assert [found.speaker.principal for found in haberci.read(text, lang="tr").statements] == speakers


def test_a_state_that_shares_a_genitive_does_not_speak() -> None:
    text = "Libya ve Tunus'un eski ataşesi Karl Huber, sınırın kapalı olduğunu söyledi."
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["TUN"]
    text = "Libya ve Tunus, sınırın kapalı olduğunu söyledi."
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["LBY", "TUN"]


CUT = {
    "Bakan yolun açık olduğunu söyledi, sözcü tarafından istedi {ITA GOV:Rossi}": ["---"],
    ": dedi : dedi {ITA GOV:Rossi}": ["---"],
    "{AUT GOV/Gen:Huber'in} açıklamasına göre {ITA GOV:Rossi}": ["AUT"],
}


@pytest.mark.parametrize("text", CUT)
def test_text_may_end_with_whoever_speaks(text: str) -> None:
    assert [statement.speaker.principal for statement in read_marked(text, _CUES).statements] == CUT[text]


def test_a_place_whose_noun_follows_is_no_subject() -> None:
    text = (
        "BM Genel Sekreteri Guterres, yolun açıldığını söyledi. Ankara açısından önemli bir adım atıldığını belirtti."
    )
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["UN", "UN"]
    text = "BM Genel Sekreteri Guterres, yolun açıldığını söyledi. Ankara ise sınırın kapalı olduğunu belirtti."
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["UN", "TUR"]


def test_whoever_the_clause_behind_a_participle_tells_of_speaks() -> None:
    text = "Yolun kapandığını söyleyen Aliyev'in Paris'te açtığı sergi beğenildi."
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["AZE"]
    text = "Yolun kapandığını söyleyen Aliyev'in sözcüsü Paris'te konuştu."
    assert [s.speaker.principal for s in haberci.read(text, lang="tr").statements] == ["AZE"]


def test_who_is_named_before_a_colon_says_the_text_below() -> None:
    head = "Kitaba tepki gösteren isimlerden biri de Enerji Bakanı Kenan Altan'dı:\n\n"
    found = haberci.read(head + "Bu kitap yanlış yazılmış.\n\nBen buna katılmıyorum.", lang="tr")
    assert [(s.speaker.principal, s.at.text_stop) for s in found.statements] == [("TUR", len(found.text))]
    assert not haberci.read(head + "Kitap geçen yıl yayımlandı.\n\nKapağı mavidir.", lang="tr").statements


def test_a_capital_in_whose_view_something_is_stands_for_its_government() -> None:
    found = haberci.read("Berlin'e göre anlaşma yürürlükten kalktı.", lang="tr").statements
    assert [str(s.speaker) for s in found] == ["DEU GOV"]
    assert not haberci.read("Berlin'e göre Münih daha kalabalık.", lang="tr").statements
