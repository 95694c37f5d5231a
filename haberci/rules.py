"""All rules by id, for those who ask why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from haberci.core.rule import Rule, rule_table
from haberci.languages.packs import PACKS
from haberci.read import roles, statements
from haberci.read.events import (
    attribution,
    matching,
    modality_rules,
    participants,
    parties,
    refuted,
    retold,
    visits,
    weapons,
    where,
)
from haberci.read.layout import stage as layout
from haberci.read.mentions import stage as mentions


@cache
def shipped_rules() -> Mapping[str, Rule]:
    """The rules of the stages and of every language pack."""
    packs = [build().rules for build in PACKS.values()]
    stages = (
        layout,
        mentions,
        statements,
        matching,
        parties,
        participants,
        modality_rules,
        attribution,
        where,
        refuted,
        retold,
        roles,
        visits,
        weapons,
    )
    return rule_table(*(stage.RULES for stage in stages), *packs)
