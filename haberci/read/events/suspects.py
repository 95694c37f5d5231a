"""To which group or people those without a name belong who are arrested, charged, tried or let go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.actors import PARTIES, UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.frames import Frame
from haberci.core.morph import ACC, DAT, GEN, LOC, NOM, PROPN, Form, Pos
from haberci.core.report import Mention, MentionKind, Report, Token
from haberci.read.events.case_groups import charged_with, group_before, group_here
from haberci.read.events.lands import REBEL, of_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

PROSECUTED: Final = frozenset({"arrest", "convict", "allege", "investigate", "release"})
TRIED_AGAIN: Final = "party.prosecuted"
PLAIN: Final = "CVL"
KNOWN: Final = "mention.person-known"
COUNTED: Final = 2  # words between a party's members and who they are: a number
PRIVATE: Final = frozenset({"CVL", "BUS"})
TAKEN: Final = "seize"
INQUIRY: Final = "investigate"
COURT: Final = "JUD"
SEIZED: Final = "arrest"
DEEP: Final = ("deep-gen",)  # filler of frames by which something is done to who owns a deed
LAW: Final = frozenset({"judge", "police"})  # fillers of frames by which police or courts act
OFFICIALS: Final = frozenset({"GOV", "MIL", "LEG"})
SERVANTS: Final = OFFICIALS | {"COP", COURT}  # of a state, whom a case is about as members of the group it is against
RECENT: Final = 3  # sentences back to the deed by which the suspects are known
CASE_BACK: Final = 8  # sentences back to the group against which a case of many arrests is
PURGE: Final = "purge"  # flag of frames by which members of a group lose their posts
HEAD: Final = 3  # words behind a participle in which those whom it describes stand
LAID_HANDS: Final = frozenset({EventType.COERCE, EventType.ACCUSE, EventType.SANCTION})
DONE_TO: Final = (NOM, ACC)


def suspected(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver, or the group whose members the nameless ones are: "PKK üyesi 4 kişiyi gözaltına aldı"."""
    if firing.frame.mode == TAKEN and not recipient.all_codes():
        return group_here(firing, setting, setting.nouns.cases)  # "örgüte yönelik operasyonda altına el konuldu"
    if not _is_prosecuted(firing.frame):
        return recipient
    found = _prosecuted(firing, setting, actor, recipient)
    if firing.frame.mode == INQUIRY and not found.mentions and set(found.all_codes()) <= {UNKNOWN}:
        seized = _prosecuted_before(setting, actor, ())  # "bir kişi gözaltına alındı. Olaya ilişkin soruşturma açıldı"
        found = seized if seized.all_codes() else found
    return NOBODY if PURGE in firing.frame.flags and not _is_purged(setting, actor, found) else found


def _prosecuted(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver of a step of the law, or the group or party that its persons belong to."""
    if any(code.sector == REBEL for code in recipient.all_codes()):
        return recipient
    if _is_place(recipient) and (group := group_here(firing, setting, setting.nouns.cases)).mentions:
        return group
    if any(m.kind is not MentionKind.PEOPLE for m in recipient.mentions):
        return _of_case(firing, setting, recipient)
    found = group_here(firing, setting, setting.nouns.belonging)
    found = found if found.mentions else _of_party(recipient, setting)
    if not found.mentions and _is_plain(recipient) and _is_step_of_law(firing.frame, actor):
        found = _in_custody(firing, setting, actor, recipient)
    return found if found.all_codes() else recipient


def _is_place(recipient: Filled) -> bool:
    """Whether nothing but a place is told, of which the people are: "İzmir merkezli operasyonda 30 şüpheli"."""
    return bool(recipient.mentions) and all(m.kind is MentionKind.PLACE for m in recipient.mentions)


def _is_purged(setting: Setting, actor: Filled, gone: Filled) -> bool:
    """Whether a state purges its own, not of plain people, who only lose a post: "iki kişi görevden alındı"."""
    states = {code.principal for code in actor.all_codes()}
    own = any(code.principal in states for code in gone.all_codes()) or setting.parsed.pack.naming.home in states
    return own and not _is_plain(gone)


def _of_case(firing: Firing, setting: Setting, named: Filled) -> Filled:
    """One of no side who is named, or the group whose case it is: "örgüt soruşturmasında iş adamı Kaya tutuklandı"."""
    if all(not m.person for m in named.mentions) and (charge := charged_with(firing, setting)) is not None:
        return Filled((charge,), rule="party.suspected")
    if not all(code.sector in PRIVATE for code in named.all_codes()):
        return named
    found = group_here(firing, setting, (*setting.nouns.belonging, *setting.nouns.cases))
    found = found if found.mentions else _prosecuted_before(setting, NOBODY, named.mentions)
    return found if found.all_codes() else named


def _is_prosecuted(frame: Frame) -> bool:
    """Whether a frame tells what the law, or a purge, does to suspects."""
    return frame.mode in PROSECUTED or PURGE in frame.flags


def _of_party(recipient: Filled, setting: Setting) -> Filled:
    """The party whose members are counted right behind it: "HDP üyesi sekiz kişiyi gözaltına aldı"."""
    if not recipient.mentions or not _is_plain(recipient):
        return NOBODY
    first = recipient.mentions[0].first
    for mention in setting.parsed.mentions:
        near = mention.kind is MentionKind.PEOPLE and 0 < first - mention.last <= COUNTED
        if near and mention.case is NOM and any(code.sector in PARTIES for code in mention.codes):
            return Filled((mention,), rule="party.suspected")
    return NOBODY


def _is_step_of_law(frame: Frame, actor: Filled) -> bool:
    """Whether police or a court does it, also where nobody is told to."""
    untold = any(name in LAW for names in frame.actor for name in names)
    return untold or any(code.sector == COURT for code in actor.all_codes())


def court_near(firing: Firing, setting: Setting) -> Filled:
    """The court or prosecutor named before those who were let go: "savcılıktaki ifadesinin ardından bırakıldı"."""
    limit = setting.parsed.base + firing.anchor
    named = (m.codes for m in reversed(setting.parsed.mentions) if m.first < limit and m.codes)
    court = next((codes for codes in named if codes[0].sector == COURT), None)
    return NOBODY if court is None else Filled(codes=court[:1], rule="party.context")


def _in_custody(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """Who the suspects are, from those among them, the case against them, or what was done to them before."""
    rose = any(event.type is EventType.PROTEST for event in setting.lately(0))  # "protesto eden 50 kişi gözaltında"
    if rose or (not _are_suspects(recipient, setting) and not _tells_suspects(firing, setting)):
        return NOBODY
    persons = tuple(m for m in _done_to(firing, setting) if _is_person_untold(m))
    found = _among_them(firing, setting)
    if all(code.sector in SERVANTS for code in found.all_codes()):  # "aralarında polislerin de bulunduğu 30 kişi"
        case = group_here(firing, setting, setting.nouns.cases)
        found = case if case.mentions else found
    found = found if found.mentions else _prosecuted_before(setting, actor, persons)
    found = found if found.all_codes() else group_before(setting, _case_reach(firing, setting, actor))
    if not found.all_codes() and not recipient.all_codes():
        found = of_land(firing, setting, PLAIN)  # a name that no side is told of, or one hidden behind letters
    return found._replace(mentions=(*found.mentions, *persons))


def _is_plain(recipient: Filled) -> bool:
    """Whether nobody, or only plain people, is told."""
    return all(code.sector == PLAIN for code in recipient.all_codes())


def _are_suspects(recipient: Filled, setting: Setting) -> bool:
    """Whether those told by their kind alone may be anybody: "kişiler", "zanlılar"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    heads = [m.last - base - 1 for m in recipient.mentions]
    told = (tokens[at] for at in heads if 0 <= at < len(tokens))
    return bool(heads) and all(_is_suspect(t, setting) and not t.lower.startswith(setting.nouns.targets) for t in told)


def _among_them(firing: Firing, setting: Setting) -> Filled:
    """Those of whom some are named among the nameless: "aralarında HDP'lilerin de bulunduğu 20 kişi"."""
    for clause in setting.parsed.clauses:
        if clause.form is not Form.DIK or clause.head is None or clause.verb > firing.anchor:
            continue
        words = setting.parsed.tokens[clause.first : clause.verb]
        among = (n for n, t in enumerate(words, clause.first) if t.morph.lemma in setting.nouns.among)
        at = next((n for n in among if setting.parsed.tokens[n].morph.case is LOC), None)
        if at is not None:
            behind = _named(firing, setting, at, clause.verb)
            return Filled(behind or _named(firing, setting, clause.first, at), rule="party.suspected")
    return NOBODY


def _named(firing: Firing, setting: Setting, start: int, stop: int) -> tuple[Mention, ...]:
    """The parties named between two words, save for who does the deed."""
    base = setting.parsed.base
    inside = ((n, m) for n, m in enumerate(setting.parsed.mentions) if start <= m.first - base < stop)
    others = (m for n, m in inside if n not in firing.clause.subject)
    return tuple(m for m in others if m.codes and m.kind is not MentionKind.PLACE)


def _case_reach(firing: Firing, setting: Setting, actor: Filled) -> int:
    """How many sentences back a case is told: at home "Konya'da 11 kişi gözaltına alındı" may go on with it."""
    home = setting.parsed.pack.naming.home
    seized = firing.frame.mode == SEIZED and setting.told is Modality.HAPPENED
    return CASE_BACK if seized and all(code.principal == home for code in actor.all_codes()) else 1


def _tells_suspects(firing: Firing, setting: Setting) -> bool:
    """Whether the clause tells of suspects: by that word, number, initials, or a name that stands for no side."""
    if firing.frame.type is EventType.ACCUSE:
        return _is_about_suspects(firing, setting)
    if any(_is_person_untold(m) for m in _done_to(firing, setting)):
        return True
    tokens = setting.parsed.tokens
    if any(t.morph.lemma in setting.nouns.scope for t in tokens[firing.clause.first : firing.anchor]):
        return True  # "bu kapsamda dört memur gözaltına alındı"
    return any(_is_suspect(tokens[at], setting) for at in _places(firing, setting))


def _is_about_suspects(firing: Firing, setting: Setting) -> bool:
    """Whether a case is about suspects: "15 kişi hakkında", "A.B. hakkında"."""
    tokens = setting.parsed.tokens
    abouts = (at for at in range(1, firing.anchor) if tokens[at].lower in setting.nouns.charged)
    return any(_is_suspect(tokens[at - 1], setting) for at in abouts)


def _is_suspect(token: Token, setting: Setting) -> bool:
    """Whether a word stands for suspects: "zanlılar", "kişiler", "15'i", "B.A."."""
    morph = token.morph
    if morph.lemma in setting.nouns.suspects or morph.lemma in setting.nouns.nameless:
        return True
    if morph.pos is Pos.NUM:
        return morph.possessive is not None and morph.case in DONE_TO
    return morph.pos is PROPN and _is_initials(token.text)


def _is_initials(text: str) -> bool:
    """Whether a word hides a name behind its letters: "B.A."."""
    return len(text) < 8 and text.count(".") > 1 and text.replace(".", "").isupper()


def _places(firing: Firing, setting: Setting) -> Iterator[int]:
    """The words of the clause, with those of an order in it, and those that a participle describes."""
    order = setting.parsed.clause_of(min(firing.words))  # "yakalama kararı çıkarıldı"
    first = firing.clause.first if order is None else min(order.first, firing.clause.first)
    if firing.clause.form is Form.FINITE:  # "şüphelilerden dördü, çıkarıldıkları mahkemece tutuklandı"
        first = setting.parsed.behind_finite(firing.anchor)
    yield from range(first, firing.anchor)
    if firing.clause.head is not None:
        yield from range(firing.clause.head, min(firing.clause.head + HEAD, len(setting.parsed.tokens)))


def _done_to(firing: Firing, setting: Setting) -> tuple[Mention, ...]:
    """Those to whom a verb does it, with or without a code: the object, of a passive the subject; who gets it."""
    given = any("dat" in names for names in firing.frame.recipient)
    undergone = any("subj" in names for names in firing.frame.recipient)
    if undergone or (setting.parsed.tokens[firing.anchor].morph.passive and not given):
        return tuple(setting.parsed.mentions[n] for n in firing.clause.subject)
    objects = (p.chunk for p in firing.clause.parts if p.case is (DAT if given else ACC) and p.own)
    return tuple(setting.parsed.mentions[n] for n in objects)


def named(firing: Firing, setting: Setting) -> Filled:
    """The people of the land, for a person of no side to whom it is done: "Seyit Rıza'yı idam etti"."""
    owners = (m for m in setting.parsed.mentions if m.last == min(firing.words) + setting.parsed.base)
    gone = (m for m in owners if m.case is GEN and DEEP in firing.frame.recipient)  # "avukat Kaya'nın tahliyesine"
    untold = any(_is_person_untold(m) for m in (*_done_to(firing, setting), *gone))
    return of_land(firing, setting, PLAIN) if untold else NOBODY


def _is_person_untold(mention: Mention) -> bool:
    """Whether a phrase is a person of whom no side is told."""
    return mention.kind is MentionKind.PERSON and not mention.codes


def are_public(report: Report, side: Filled) -> bool:
    """Whether somebody of public life is charged or seized, whose case is more than crime: one the register knows."""
    names = {m.person for m in side.mentions if m.person}
    return bool(names) and any(m.rule == KNOWN and m.person in names for m in report.mentions)


def _prosecuted_before(setting: Setting, actor: Filled, persons: tuple[Mention, ...]) -> Filled:
    """Those on whom hands were laid shortly before, in the same land; a person who is named must be one of them."""
    lands = {code.principal for code in actor.all_codes()} - {UNKNOWN.principal}
    names = [m.text.split()[-1].split("'")[0].split("’")[0] for m in persons]
    for event in setting.lately(RECENT):
        told = setting.report.text[event.at.text_start : event.at.text_stop]
        same = not lands or any(code.principal in lands for code in event.actors)
        laid = event.type in LAID_HANDS and event.mode in PROSECUTED and _are_people(event.recipients)
        if laid and same and all(name in told for name in names):
            return Filled(codes=event.recipients, rule=TRIED_AGAIN)
    return NOBODY


def _are_people(codes: tuple[ActorCode, ...]) -> bool:
    """Whether those to whom it was done can be a crowd of suspects: known, and no officials of their state."""
    return bool(codes) and not any(code == UNKNOWN or code.sector in OFFICIALS for code in codes)
