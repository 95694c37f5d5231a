"""Frames that tell one speech act in other words: condolences, good wishes, thanks."""

from __future__ import annotations

from typing import Final

CONDOLENCES: Final = (
    "taziye", "taziye-mesaj", "bassagligi", "bassagligi-dileg", "rahmet", "acisini-paylas", "uzuntu-ilet"
)  # fmt: skip
WISHES: Final = ("tebrik", "tebrik-soz", "kutla", "kutlama", "kutlamada-bulun")
THANKS: Final = (  # "minnettarız ve dayanışma içindeyiz"
    "minnet", "minnet-duy", "dayanisma", "dayanisma-mesaj", "dayanisma-icinde"
)  # fmt: skip
GRATITUDE: Final = ("tesekkur", "tesekkur-ilet", "minnet", "minnet-duy", "minnettarlik", "mutesekkir")
KINDRED: Final = tuple(
    frozenset(f"event.support.{name}" for name in row) for row in (CONDOLENCES, WISHES, THANKS, GRATITUDE)
)
