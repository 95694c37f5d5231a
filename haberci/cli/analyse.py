"""``haberci analyse``: sentences, words and their forms, as CoNLL-U."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain
from haberci.cli.options import AnalysisFormat, Language, Paths, Register
from haberci.core.overlay import Overlay
from haberci.core.universal import Convention

if TYPE_CHECKING:
    from haberci.core.language import LanguagePack

_DEFAULT_LANGUAGE = "tr"


def analyse(
    paths: Paths,
    format: Annotated[AnalysisFormat, typer.Option("--format", help="CoNLL-U.")] = AnalysisFormat.CONLLU,
    pretokenised: Annotated[
        bool,
        typer.Option(
            "--pretokenised",
            help="PATH is CoNLL-U: keep its sentences and words, and write what they are anew.",
        ),
    ] = False,
    convention: Annotated[
        Convention | None,
        typer.Option(
            "--convention",
            help="Tag as the treebank BOUN (copulas apart, participles are verbs) or Kenet (words whole). By default "
            "BOUN; with --pretokenised that by which the words of the file are cut.",
            show_default=False,
        ),
    ] = None,
    lang: Language = None,
    register: Register = None,
) -> None:
    """Print the sentences and words of texts with lemma, part of speech and features (Universal Dependencies).

    The letters of a text are restored first, unless it is --pretokenised. Nothing is stored.
    """
    from haberci.collector import collect_seldom
    from haberci.reading import checked

    collect_seldom()
    overlay = checked(register)
    pieces = _pretokenised(paths, convention, lang) if pretokenised else _texts(paths, convention, lang, overlay)
    failed = False
    for piece in pieces:
        if isinstance(piece, Exception):
            complain(str(piece))
            failed = True
        else:
            sys.stdout.write(piece)
    if failed:
        raise typer.Exit(2)


def _texts(
    paths: list[str], convention: Convention | None, lang: str | None, overlay: Overlay
) -> Iterator[str | Exception]:
    from haberci.cli.conllu import report_lines
    from haberci.core.errors import HaberciError, InputError
    from haberci.reading import shipped_context, words_each
    from haberci.sources.paths import in_language, read_paths

    for outcome in words_each(in_language(read_paths(paths), lang), overlay):
        if isinstance(outcome, HaberciError):
            yield outcome
        elif not outcome.sentences and not outcome.layout:
            yield InputError(f"{outcome.id}: not analysed: no language pack for {outcome.lang or 'its language'}")
        else:
            pack = shipped_context(outcome.lang or _DEFAULT_LANGUAGE).pack
            yield from report_lines(outcome, pack.universal, convention or Convention.BOUN)


def _pretokenised(paths: list[str], convention: Convention | None, lang: str | None) -> Iterator[str | Exception]:
    from haberci.cli.conllu import sentence_lines
    from haberci.sources.treebanks import read_treebanks

    pack = _pack(lang)
    for treebank in read_treebanks(paths):
        surface = [sentence.surface() for sentence in treebank.sentences]
        used = convention or pack.universal.convention(surface)
        for sentence, words in zip(treebank.sentences, surface, strict=True):
            yield sentence_lines(sentence, pack.universal.annotate(words, used))
        if treebank.error:
            yield treebank.error


def _pack(lang: str | None) -> LanguagePack:
    from haberci.core.errors import InputError
    from haberci.reading import shipped_context

    try:
        return shipped_context(lang or _DEFAULT_LANGUAGE).pack
    except KeyError:
        raise InputError(f"--lang: no language pack for {lang}") from None
