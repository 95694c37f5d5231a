"""Where a report has it from: documents (a declaration, a news item, a report) and those whom "according to" names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import ABL, ACC, AN, DAT, DIK, GEN, LOC, NOM, PROPN, Form, Pos, Tense
from haberci.core.report import Mention, MentionKind
from haberci.core.speech import Construction, Cue
from haberci.read.statements.hits import Hit
from haberci.read.statements.joint import joint_from, joint_owners
from haberci.read.statements.press import local_press, named_at, published_by
from haberci.read.statements.speakers import Speaker, marked_off, speaker_of
from haberci.read.statements.view import NOMINAL_FORMS, View, ends_clause, is_noun

_ACCORDING, _DOCUMENT = Construction.ACCORDING, Construction.DOCUMENT  # by names of their own, as in ``core.morph``
_VERB_REACH: Final = 3  # words between a document and the verb that takes it
_REACH: Final = 24  # words between a document and its origin: "Bakanlıktan dün akşam yapılan yazılı açıklamada"
_BEARING_REACH: Final = 3  # words between "ilişkin" and the document that it describes
_MEDIA: Final = frozenset({MentionKind.BODY, MentionKind.ORGANISATION, MentionKind.GROUP})
_PASSING: Final = frozenset({"tell", "announce"})  # what a verb implies that may pass another's words on
_WORDS_REACH: Final = 3  # words between a document and its owner or the verb
_SPEAKING: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.BODY})
ADJECTIVE: Final = "mention.adjective"
_LEADING: Final = frozenset({Pos.CCONJ, Pos.ADV})  # words before a source that opens its sentence
_COMPARED: Final = frozenset({MentionKind.PLACE, MentionKind.STATE})
_BE: Final = "ol"
_PERFECT: Final = 2  # words of a verb in -mIş with "olduğu"
_MADE: Final = frozenset({Form.AN, Form.DIK, Form.MIS})  # yapılan, yaptığı, yapılmış


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase: the words ``first`` to ``last`` (half open), the cue among them, and who is meant.

    ``speaker`` is None when the phrase names nobody: then it is the source named before, if any.
    """

    cue: Cue
    first: int
    last: int
    speaker: Speaker | None


def documents(view: View, first: int, last: int) -> list[int]:
    """The nouns for documents between two tokens, outside quotations and names."""
    return [
        at
        for at in view.cued_between(first, last)
        if view.is_a(_DOCUMENT, at)
        and view.quotation[at] < 0
        and is_noun(view.tokens[at])
        and (view.mention[at] < 0 or view.mention_ending(at + 1) is not None)
    ]


def origin_of(view: View, document: int, first: int) -> Speaker | None:
    """Whom a document comes from: "X'ten yapılan", "X'in yaptığı", "X'in açıklaması", "Bakanlık açıklamasında"."""
    perfect = _is_perfect(view, document, first)
    made: Form | None = DIK if perfect else None
    medium = -1
    at = document - _PERFECT if perfect else document
    while at > max(first, document - _REACH):
        at -= 1
        if at in view.closings:
            at = max(view.quotations[view.closings[at]].opening, first)  # a title, or words quoted
        if view.quotation[at] >= 0 or at in view.openings:
            continue
        if ends_clause(view.tokens[at]):
            return None
        mention = view.mention_ending(at + 1)
        if mention is not None:
            if _gives(view, mention, document, made) or (medium > 0 and _owns_medium(mention, medium)):
                return speaker_of(mention, joint_owners(view, mention) if mention.case is GEN else ())
            at = mention.first
            continue
        medium = at if made is AN and _is_medium(view, at) else medium
        if view.tokens[at].morph.case is GEN and view.is_a(Construction.SOURCE, at):
            return _named_before(view, at, first)
        form = view.tokens[at].morph.form
        if form in NOMINAL_FORMS and _tells(view, document - 1):
            return None
        made = DIK if DIK in (made, form) else form if form in _MADE else made
        if view.is_a(Construction.BEARING, at) and not made:
            return owner_of(view, first, at)  # "Liderin ... çekileceklerine ilişkin sözleri"
    return None


def _is_perfect(view: View, document: int, first: int) -> bool:
    """Whether "olduğu" behind -mIş stands before a document, which is no verb of its own: "yapmış olduğu açıklama"."""
    if document - _PERFECT < first:
        return False
    done, being = (token.morph for token in view.tokens[document - _PERFECT : document])
    return being.form is DIK and being.lemma == _BE and done.tense is Tense.EVID


def _named_before(view: View, at: int, first: int) -> Speaker | None:
    """The organisation that a common noun takes up in its sentence: "Y adlı kuruluşun raporu"."""
    named = [m for m in view.mentions_between(first, at) if m.kind in _MEDIA and m.codes]
    return speaker_of(named[-1]) if named else None


def issuer_of(view: View, document: int, first: int, last: int) -> Speaker | None:
    """The subject of a finite verb that takes the document: "X ortak açıklama yaptı", "X genelge gönderdi"."""
    verb = next(
        (at for at in range(document + 1, min(last, document + 1 + _VERB_REACH)) if ends_clause(view.tokens[at])), None
    )
    if verb is None or view.tokens[verb].morph.passive:
        return None
    subject = next((m for m in view.mentions_between(first, document) if m.case is NOM), None)
    if subject is None:
        return None
    joint = joint_from(view, subject)
    starts = subject.first == first
    return speaker_of(joint[-1], joint[:-1]) if starts and marked_off(view, joint[-1].last) else None


def _tells(view: View, at: int) -> bool:
    """Whether a passive participle tells what stands before it ("... yürüttüğü kaydedilen açıklamada")."""
    morph = view.tokens[at].morph
    return morph.form is AN and morph.passive and bool(view.cues.verbal(morph.lemma))


def _gives(view: View, mention: Mention, document: int, made: Form | None) -> bool:
    """Whether a mention's case makes it the origin of the document behind it.

    ``made`` is the participle between the two: yapılan (An) takes an ablative, yaptığı (Dik) a genitive or nominative.
    """
    if mention.case is ABL:
        behind = view.tokens[mention.last].morph  # "Halep'ten gelen haberler" only come from where they are about
        comes = behind.form is AN and not behind.passive
        return mention.kind is not MentionKind.PLACE or (made is not None and not comes)
    if mention.case is GEN:
        signed = made is AN and view.cues.is_a(Construction.AGENT, view.tokens[mention.last].lower)
        return signed or made is DIK or (made is None and view.tokens[document].morph.possessive is not None)
    if mention.case is LOC:
        return mention.kind in _MEDIA and made is not None
    if mention.case is DAT:  # "Ajansın kaynaklarına dayandırdığı haberde"
        return made is DIK and mention.kind in _MEDIA and view.tokens[mention.first].morph.case is GEN
    if mention.case is NOM:
        return _beside(view, mention, document) or (made is not None and _agent(view, mention, made))
    return False


def _is_medium(view: View, at: int) -> bool:
    """Whether a word is something of somebody's from which, or in which, things are told: "hesabından"."""
    morph = view.tokens[at].morph
    return morph.case in (ABL, LOC) and morph.possessive == "3s" and not view.is_a(Construction.BEARING, at)


def _owns_medium(mention: Mention, medium: int) -> bool:
    """Whether a mention owns what a document was told from: "X'in sitesinden", "Bakanlık hesabından yapılan"."""
    owns = mention.case is GEN or (mention.case is NOM and mention.last == medium)
    return owns and mention.kind not in _COMPARED


def _beside(view: View, mention: Mention, document: int) -> bool:
    """Whether the mention is the first half of a compound: "Bakanlık açıklamasında"."""
    owns = mention.last == document and view.tokens[document].morph.possessive is not None
    return owns and mention.kind is not MentionKind.PLACE


def _agent(view: View, mention: Mention, made: Form) -> bool:
    """Whether the mention made the document, as subject or agent: "X, yaptığı açıklamada", "X tarafından yapılan"."""
    behind = view.tokens[mention.last]
    if view.cues.is_a(Construction.AGENT, behind.lower):
        return True
    if made is AN:  # what made it is not the subject of another verb: "X öne çıkarken, yapılan araştırmada"
        return False
    starts = mention.first == view.sentence(mention.first).first
    return starts or behind.text == "," or view.cues.is_a(Construction.PARTICLE, behind.lower)


def owner_of(view: View, first: int, last: int) -> Speaker | None:
    """The first genitive that is not owner of something else before a comma."""
    for mention in view.mentions_between(first, last):
        if mention.case is GEN and not _spent(view, mention, last) and not _describes(view, mention):
            return speaker_of(mention)
    return None


def _describes(view: View, mention: Mention) -> bool:
    """Whether a state's name is the adjective of a noun that owns nothing: "Türk jetini"."""
    if mention.rule != ADJECTIVE or mention.last >= len(view.tokens):
        return False
    return view.tokens[mention.last].morph.case in (ACC, DAT, LOC, ABL)


def owner_of_words(view: View, hit: Hit, first: int) -> Speaker | None:
    """Whose words a medium passes on: "AFP, Erdoğan'ın, "..." sözlerine yer verdi"."""
    if hit.passive or hit.cue.force not in _PASSING:
        return None
    for document in documents(view, max(first, hit.first - _WORDS_REACH), hit.anchor):
        morph = view.tokens[document].morph
        between = view.tokens[document + 1 : hit.first]
        own = all(token.morph.form in (None, Form.ARAK) for token in between)
        if morph.possessive is None or morph.case not in (ACC, DAT) or not own:
            continue
        at = document
        while at > first and (view.quotation[at - 1] >= 0 or at - 1 in view.openings or at - 1 in view.closings):
            at -= 1
        near = [
            m for m in view.mentions_between(first, at) if at - m.last <= _WORDS_REACH and view.quotation[m.first] < 0
        ]
        if near and near[-1].case is GEN and near[-1].kind in _SPEAKING:
            return speaker_of(near[-1])
    return None


def _spent(view: View, mention: Mention, last: int) -> bool:
    """Whether a genitive's noun stands right behind it, closed by a comma: "X'in sözleri, ..."."""
    if view.is_a(Construction.PARTICLE, mention.last):
        return False
    for at in range(mention.last + 1, min(last, mention.last + _BEARING_REACH)):
        if view.tokens[at].text == ",":
            return True
        if view.tokens[at].morph.form is not None:
            return False
    return False


def accordings(view: View, first: int, last: int) -> list[Source]:
    """The source phrases with "according to" between two tokens."""
    found: list[Source] = []
    for at in view.cued_between(first + 1, last):
        cue = view.nominal[at]
        if cue is not None and cue.construction is _ACCORDING and view.quotation[at] < 0:
            source = _according(view, cue, at, first)
            if source is not None:
                found.append(source)
    return found


def _according(view: View, cue: Cue, at: int, first: int) -> Source | None:
    token = view.tokens[at - 1]
    if token.morph.form is DIK and view.cues.verbal(token.morph.lemma):
        return Source(cue, at - 1, at + 1, _teller(view, at - 1, first))
    if view.cues.is_a(_DOCUMENT, token.lower) and token.morph.case is not NOM:
        origin = origin_of(view, at - 1, first) or published_by(view, at - 1, first)
        made = at - 2 >= first and (view.tokens[at - 2].morph.form in _MADE or at - 2 == first)
        named = origin is not None and origin.last == at - 1
        start = at - 2 if made and view.mention[at - 2] < 0 and not named else at - 1
        return Source(cue, start, at + 1, origin)
    if view.is_a(Construction.SOURCE, at - 1) and view.mention[at - 1] < 0:
        return Source(cue, at, at + 1, Speaker(local_press(view, at - 1) or UNKNOWN, at - 1, at))
    mention = view.mention_ending(at)
    if mention is not None and mention.case is DAT and (mention.kind not in _COMPARED or _views(view, mention, at)):
        return Source(cue, at, at + 1, speaker_of(mention))
    named = mention is None and _is_name(view, at - 1, first)
    return Source(cue, at, at + 1, Speaker(UNKNOWN, at - 1, at)) if named else None


def _is_name(view: View, at: int, first: int) -> bool:
    """Whether a name that no register knows, in the dative, opens the sentence with what describes it: "NIRA'ya"."""
    name = view.tokens[at]
    before = (token.morph for token in view.tokens[first:at])
    opens = all(morph.form is None and morph.case in (None, NOM) for morph in before)
    return name.morph.pos is PROPN and name.morph.case is DAT and view.mention[at] < 0 and opens


def _views(view: View, mention: Mention, at: int) -> bool:
    """Whether a state is the source and not what is compared with: a comma behind it, or no word of comparing."""
    if at + 1 >= len(view.tokens) or view.tokens[at + 1].text in ",;":
        return at + 1 < len(view.tokens)
    first, last = view.sentence(at).first, view.sentence(at).last
    opens = all(token.morph.pos in _LEADING for token in view.tokens[first : mention.first])
    compared = any(view.is_a(Construction.MEASURE, word) for word in range(first, last))
    return mention.kind is MentionKind.STATE and opens and not compared


def _teller(view: View, verb: int, first: int) -> Speaker:
    """Who tells in "X'in bildirdiğine göre": the nearest genitive or nominative before the verb."""
    tellers = [m for m in view.mentions_between(first, verb) if m.case in (GEN, NOM)]
    if tellers:
        return speaker_of(tellers[-1])
    name = next((at for at in range(verb - 1, first - 1, -1) if view.tokens[at].morph.case is GEN), None)
    return Speaker(UNKNOWN) if name is None else named_at(view, name, first) or Speaker(UNKNOWN)


def bearings(view: View, first: int, last: int) -> list[tuple[Source, int]]:
    """Documents that tell their content before them ("çekileceklerine ilişkin sözleri"), with the last word of it."""
    found: list[tuple[Source, int]] = []
    for document in documents(view, first, last):
        if view.tokens[document].morph.possessive is None:
            continue
        for at in range(document - 1, max(first, document - _BEARING_REACH) - 1, -1):
            cue = view.nominal[at]
            if cue is None or cue.construction is not Construction.BEARING:
                continue
            owner = owner_of(view, first, at)
            if owner is not None and view.tokens[at - 1].morph.form in (DIK, Form.ACAK):
                found.append((Source(cue, document, document + 1, owner), at - 1))
            break
    return found
