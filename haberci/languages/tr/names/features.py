"""What a word of a sentence tells of names by its place: as the first, with its neighbours, by the register."""

from __future__ import annotations

from collections.abc import Mapping

from haberci.languages.tr.names.words import WordType, usage_features


def initial_features(word: WordType) -> list[str]:
    """What a word tells as the first of its sentence, where its capital is no evidence."""
    known = (feature for feature in (*word.near, *usage_features(word)) if feature.startswith(("sm=", "g=")))
    return ["START", "START" + word.shape, *("S" + feature for feature in known)]


def joint_features(before: WordType, one: WordType, after: WordType) -> tuple[str, ...]:
    """What a word tells together with its neighbours."""
    (behind, of_behind), (ahead, of_ahead) = behind_features(before, one), ahead_features(one, after)
    return behind, ahead, shape_feature(before.shape, one.shape, after.shape), of_behind, of_ahead


def behind_features(before: WordType, one: WordType) -> tuple[str, str]:
    """What a word tells together with the one before it, by how both look and by the classes of their neighbours."""
    return f"bz={before.shape}{before.sort}|{one.shape}{one.sort}", f"cb={before.group}|{one.group}"


def ahead_features(one: WordType, after: WordType) -> tuple[str, str]:
    """What a word tells together with the one behind it, likewise."""
    return f"zd={one.shape}{one.sort}|{after.shape}{after.sort}", f"cd={one.group}|{after.group}"


def shape_feature(before: str, one: str, after: str) -> str:
    """What the shapes of three words tell together."""
    return f"bzd={before}|{one}|{after}"


def register_features(tags: Mapping[int, str], at: int) -> list[str]:
    """What the register tells of a word and its neighbours."""
    found = [f"R={tags[at]}", f"Rk={tags[at][:3]}"] if at in tags else []
    found += [f"bR={tags[at - 1]}"] if at - 1 in tags else []
    return found + ([f"dR={tags[at + 1]}"] if at + 1 in tags else [])
