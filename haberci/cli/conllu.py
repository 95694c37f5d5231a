"""CoNLL-U as ``haberci analyse`` prints it: of a report, and of sentences that were cut into words already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haberci.core.conllu import FEATS, ID, LEMMA, UPOS, XPOS, ConlluSentence, feature_cell
from haberci.core.report import Report, Sentence, Token
from haberci.core.universal import Convention, SurfaceWord, UniversalTool, UniversalWord

_EMPTY = "_"


def report_lines(report: Report, tool: UniversalTool, convention: Convention) -> Iterator[str]:
    """The sentences of a report, each with its id and text; ``SpaceAfter=No`` as in the (repaired) text."""
    for number, sentence in enumerate(report.sentences, 1):
        tokens = report.tokens[sentence.first : sentence.last]
        if not tokens:
            continue
        head = [f"# newdoc id = {_one_line(report.id)}"] if number == 1 else []
        start, stop = sentence.at.span
        head += [f"# sent_id = {_one_line(report.id)}-{number}", f"# text = {_one_line(report.text[start:stop])}"]
        surface = [tool.split(token.text, token.morph, convention) for token in tokens]
        words = tool.annotate(surface, convention)
        yield "\n".join([*head, *_rows(surface, words, _misc(report, sentence, tokens))]) + "\n\n"


def sentence_lines(sentence: ConlluSentence, words: Sequence[UniversalWord]) -> str:
    """A sentence with its own rows, in which lemma, part of speech and features are those of ``words``."""
    found = list(sentence.comments)
    left = iter(words)
    for row in sentence.rows:
        cells = list(row)
        if cells[ID].isdigit():
            word = next(left)
            cells[LEMMA], cells[UPOS], cells[XPOS], cells[FEATS] = _told(word)
        found.append("\t".join(cells))
    return "\n".join(found) + "\n\n"


def _rows(surface: Sequence[SurfaceWord], words: Sequence[UniversalWord], misc: Sequence[str]) -> Iterator[str]:
    at = 0
    for word, spaces in zip(surface, misc, strict=True):
        several = len(word.parts) > 1
        if several:
            yield _row(f"{at + 1}-{at + len(word.parts)}", word.form, (_EMPTY,) * 4, spaces)
        for _ in word.parts:
            at += 1
            yield _row(str(at), words[at - 1].form, _told(words[at - 1]), _EMPTY if several else spaces)


def _row(id: str, form: str, told: tuple[str, str, str, str], misc: str) -> str:
    return "\t".join((id, form, *told, _EMPTY, _EMPTY, _EMPTY, misc))


def _told(word: UniversalWord) -> tuple[str, str, str, str]:
    """Lemma, part of speech, the treebank's own tag (none) and features."""
    return word.lemma or _EMPTY, word.upos, _EMPTY, feature_cell(word.feats)


def _misc(report: Report, sentence: Sentence, tokens: Sequence[Token]) -> list[str]:
    """Where no space follows a word; behind the last word of a sentence, where the next sentence begins at once."""
    _, stop = sentence.at.span
    found = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        close = token.span.stop == after.span.start if after else not report.text[stop : stop + 1].isspace()
        found.append("SpaceAfter=No" if close and (after or stop < len(report.text)) else _EMPTY)
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())
