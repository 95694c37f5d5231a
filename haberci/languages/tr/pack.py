"""The Turkish pack: its code and tables as one value."""

from __future__ import annotations

from functools import cache

from haberci.core.asks import load_asks
from haberci.core.codebook import load_codebook
from haberci.core.contexts import load_contexts
from haberci.core.frames import load_frames
from haberci.core.governors import load_governors
from haberci.core.language import LanguagePack
from haberci.core.plan_words import load_plan_words
from haberci.core.rule import rule_table
from haberci.core.speech import load_cues
from haberci.core.universal import UniversalTool
from haberci.languages.tr import tolls
from haberci.languages.tr.casing import fold, lower, upper
from haberci.languages.tr.clauses.finding import clauses
from haberci.languages.tr.clauses.links import clause_words
from haberci.languages.tr.layout import layout_cues
from haberci.languages.tr.letters import restoring as letters
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.names import finding as names
from haberci.languages.tr.naming import load_naming
from haberci.languages.tr.sentences import sentences
from haberci.languages.tr.times import grammar as times
from haberci.languages.tr.universal.parts import convention_of, split
from haberci.languages.tr.universal.sentence import annotate
from haberci.languages.tr.words import words


@cache
def turkish() -> LanguagePack:
    """The pack, with all its tables loaded and checked. Raises LexiconError when a table breaks its rules."""
    cues = load_cues(["tr/cues.tsv"])
    frames = load_frames(load_codebook(), ["tr/frames"])
    contexts = load_contexts("tr/event_contexts.tsv")
    rules = rule_table(
        letters.RULES, names.RULES, times.RULES, tolls.RULES, cues.rules(), frames.rules(), contexts.rules
    )
    return LanguagePack(
        code="tr",
        name="Turkish",
        lower=lower,
        upper=upper,
        fold=fold,
        characters=letters.characters,
        repair=letters.repair,
        sentences=sentences,
        words=words,
        analyse=analyse,
        clauses=clauses,
        clause_words=clause_words(),
        names=names.names,
        times=times.times,
        tolls=tolls.tolls,
        struck=tolls.struck,
        universal=UniversalTool(annotate, split, convention_of),
        layout=layout_cues(),
        naming=load_naming(),
        cues=cues,
        frames=frames,
        governors=load_governors("tr/governors.tsv"),
        asks=load_asks("tr/asks.tsv", load_codebook()),
        plans=load_plan_words("tr/plan_words.tsv"),
        contexts=contexts,
        rules=tuple(rules.values()),
    )
