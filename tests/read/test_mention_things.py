"""What looks like an unknown person's name and is a thing's is no mention."""

import pytest

import haberci


def people(text: str) -> list[str | None]:
    return [m.person for m in haberci.read(text, lang="tr", date="2023-01-10").mentions if m.person]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gençler dün Kitap Fuarı'nı gezdi.", []),
        ("Heyet, Uyum Yasası'nı görüştü.", []),
        ("Fuarı İskender Paydaş gezdi.", ["İskender Paydaş"]),
        ("Suçlamayı avukat Min Thura Zaw geri çevirdi.", ["Min Thura Zaw"]),
    ],
)
def test_only_people_are_people(text: str, expected: list[str]) -> None:
    assert people(text) == expected
