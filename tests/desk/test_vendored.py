"""What other people made lies there as it was fetched, with its licence."""

from __future__ import annotations

from haberci.desk.vendored import FOLDER, LICENCES, hashes, present, vendored


def test_files_are_as_they_were_fetched() -> None:
    assert dict(present()) == hashes()
    listed = {each.file for each in vendored()} | {"vendored.tsv", "hashes.tsv", LICENCES}
    assert {path.name for path in FOLDER.iterdir()} == listed


def test_every_package_has_its_licence() -> None:
    text = (FOLDER / LICENCES).read_text(encoding="utf-8")
    notice = (FOLDER.parents[3] / "NOTICE").read_text(encoding="utf-8")
    for each in vendored():
        assert f"{each.package}@{each.version}" in text
        assert each.package in notice


def test_it_is_a_few_hundred_kilobytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 500_000
