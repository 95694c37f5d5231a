"""``haberci actor`` and ``haberci roles``: who a name means, what was learned of offices, and the way back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Stored

REPORTS = [
    ("2026-04-02", "Kırgızistan Dışişleri Bakanı Bakıt Toktosunov, Macaristan Başbakanı Viktor Orban'ı kabul etti."),
    ("2026-05-02", "Kırgızistan Dışişleri Bakanı Bakyt Toktosunov, Peru Başbakanı Ada Biryol ile görüştü."),
    ("2026-04-20", "Kırgızistan Dışişleri Bakanı Emil Karataş, Macaristan'a geldi."),
    ("2023-04-20", "Eski Rusya Dışişleri Bakanı İgor İvanov, Ankara'ya geldi. Kara Dağ Vakfı açıklama yaptı."),
    ("2023-04-21", "Rusya Dışişleri Bakanı Anton Demirov, Ankara'ya geldi."),
]


@pytest.fixture
def news(stored: Stored) -> Path:
    """A database of a few reports, and the file that they came from."""
    return stored(
        *(
            {"id": f"r{n}", "lang": "tr", "date": day, "text": f"BİŞKEK (AA) - {text}"}
            for n, (day, text) in enumerate(REPORTS, 1)
        )
    )


@pytest.mark.parametrize("name", ["Sadır Caparov", "Sadyr Zhaparov", "Садыр Жапаров", "sadir caparov", "S. Caparov"])
def test_a_person_is_found_in_any_spelling(haberci: CommandLine, name: str) -> None:
    answer = haberci("actor", name, "--date", "2022-01-01")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Sadır Caparov  KGZ GOV  person\n")
    assert "  ru  Садыр Жапаров\n" in answer.out
    assert "President of KGZ, 2021-01-28 to" in answer.out
    assert "pc-kgz" in answer.out
    assert "Akılbek" not in answer.out
    assert "Head of Government" not in answer.out


def test_members_are_those_of_the_day(haberci: CommandLine) -> None:
    now, then = haberci("actor", "ОДКБ").out, haberci("actor", "CSTO", "--date", "2001-01-01").out
    assert "  member  KGZ, 2002-10-07 to now\n" in now
    assert "member" not in then
    assert "  in  CSTO, 2002-10-07 to now\n" in haberci("actor", "Kyrgyzstan").out


def test_one_language_is_enough(haberci: CommandLine) -> None:
    out = haberci("actor", "Kırgızistan", "--lang", "ru", "--date", "2022-01-01").out
    assert "  ru  Киргизия" in out
    assert "президент: Sadır Caparov" in out
    assert "  en  " not in out


def test_a_name_that_means_two_tells_both(haberci: CommandLine) -> None:
    assert [line for line in haberci("actor", "Georgia").out.splitlines() if not line.startswith(" ")] == [
        "Georgia  USA  place",
        "Gürcistan  GEO GOV  state",
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("Kırgızistanya",), "no actor Kırgızistanya; did you mean Kırgızistan"),
        (("Xyzabcq",), "no actor Xyzabcq"),
        ((), "actor: give a NAME, or --draft DIR with --db FILE"),
        (("Lavrov", "--draft", "d"), "actor: give a NAME, or --draft DIR with --db FILE"),
        (("Lavrov", "--date", "dün"), "--date: no day: dün (as 2023-01-22)"),
        (("Lavrov", "--register", "none"), "none: no such folder"),
        (("--draft", "d", "--db", "none.db"), "no database at none.db"),
    ],
)
def test_what_is_asked_wrongly_of_actors_is_told(haberci: CommandLine, asked: tuple[str, ...], told: str) -> None:
    answer = haberci("actor", *asked)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"haberci: {told}")
    assert answer.err.count("\n") == 1


def learned(haberci: CommandLine, *asked: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in haberci("roles", "--format", "jsonl", *asked).out.splitlines()]


def test_roles_are_learned_over_reports_with_what_speaks_against_them(haberci: CommandLine, news: Path) -> None:
    found = {str(one["person"]): one for one in learned(haberci)}
    foreign = found["Bakıt Toktosunov"]
    seen = ("2026-04-02", "2026-05-02", 2)
    assert (foreign["known"], foreign["of"]) == ("foreign-minister", "KGZ")
    assert (foreign["first"], foreign["last"], foreign["reports"]) == seen
    assert [told["report"] for told in foreign["told"]] == ["r1", "r2"]  # type: ignore[attr-defined]
    assert foreign["conflicts"] == ["reports: Emil Karataş 2026-04-20 to 2026-04-20"]
    assert found["Emil Karataş"]["conflicts"] == ["reports: Bakıt Toktosunov 2026-04-02 to 2026-05-02"]
    assert found["Anton Demirov"]["conflicts"] == ["register: Sergey Lavrov on 2023-04-21"]
    assert (found["İgor İvanov"]["former"], found["İgor İvanov"]["conflicts"]) == (True, [])
    assert "conflict: register: Sergey Lavrov" in haberci("roles").out


def test_roles_are_asked_by_person_principal_and_day(haberci: CommandLine, news: Path) -> None:
    assert [one["person"] for one in learned(haberci, "--person", "Бакыт Токтосунов")] == ["Bakıt Toktosunov"]
    assert [one["person"] for one in learned(haberci, "--of", "per")] == ["Ada Biryol"]
    assert [one["person"] for one in learned(haberci, "--until", "2023-04-20")] == ["İgor İvanov"]
    rows = list(csv.DictReader(io.StringIO(haberci("roles", "--of", "PER", "--format", "csv").out)))
    assert [(row["person"], row["known"], row["words"]) for row in rows] == [
        ("Ada Biryol", "prime-minister", "Peru Başbakanı Ada Biryol")
    ]
    assert haberci("roles", "--since", "2030-01-01").out == "no roles\n"


def test_what_was_learned_is_used_only_when_it_is_exported_and_passed(haberci: CommandLine, news: Path) -> None:
    later = news.parent / "later.jsonl"
    text = "LİMA (AA) - Peru Başbakanı, Ankara'ya geldi."
    later.write_text(json.dumps({"id": "x", "lang": "tr", "date": "2026-05-02", "text": text}), encoding="utf-8")
    asked = ("read", later, "--no-store", "--format", "jsonl")
    assert '"Ada Biryol"' not in haberci(*asked).out
    told = haberci("roles", "--export", "learned")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("exported to learned: 1 terms, 1 new people; 1 in the register already, 4 left out")
    assert '"holder": "Ada Biryol"' in haberci(*asked, "--register", "learned").out
    terms = Path("learned/terms.tsv").read_text(encoding="utf-8")
    assert "Karataş" not in terms
    assert "Demirov" not in terms
    again = haberci("roles", "--export", "learned")
    assert (again.status, again.err) == (2, "haberci: learned/terms.tsv: is there already; name another folder\n")
    known = haberci("roles", "--export", "more", "--register", "learned")
    assert known.status == 2
    assert known.err.startswith("haberci: nothing to export of 6 roles")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--of", "KGX"), "--of: no actor KGX; did you mean KG"),
        (("--since", "2023"), "--since: no day: 2023"),
        (("--since", "2023-02-01", "--until", "2023-01-01"), "--until: 2023-01-01 is before --since 2023-02-01"),
        (("--db", "none.db"), "no database at none.db"),
        (("--register", "none"), "none: no such folder"),
    ],
)
def test_what_is_asked_wrongly_of_roles_is_told(
    haberci: CommandLine, news: Path, asked: tuple[str, ...], told: str
) -> None:
    answer = haberci("roles", *asked)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"haberci: {told}")


def test_drafts_hold_unknown_names_and_can_be_passed_as_they_are(haberci: CommandLine, news: Path) -> None:
    told = haberci("actor", "--draft", "drafts")
    assert (told.status, told.out) == (0, "drafted in drafts: 4 people, 1 organisations\n")
    people = Path("drafts/people.tsv").read_text(encoding="utf-8")
    assert "KGZ GOV\tBakyt Toktosunov\tBakıt Toktosunov\t" in people
    assert "Orban" not in people
    assert "---\tNGO\torganisation\tKara Dağ Vakfı\t\t\t\tread:1\n" in Path("drafts/organisations.tsv").read_text(
        "utf-8"
    )
    assert haberci("actor", "Ада Бирйол", "--register", "drafts").status == 2
    assert haberci("actor", "Emil Karatas", "--register", "drafts").out.startswith("Emil Karataş  KGZ GOV  person")
    assert haberci("read", news, "--register", "drafts").status == 0
    assert haberci("actor", "--draft", "few", "--limit", 1).out == "drafted in few: 1 people, 1 organisations\n"
