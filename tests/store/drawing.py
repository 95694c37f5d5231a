"""Random small reports, built from the core's types."""

from __future__ import annotations

from hypothesis import strategies as st

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.facts import EventContext, Harm, PlacePrecision, Toll, Where
from haberci.core.morph import Case
from haberci.core.notice import Notice, NoticeKind
from haberci.core.report import (
    Block,
    BlockKind,
    Event,
    Mention,
    MentionKind,
    Part,
    ProperName,
    Report,
    Role,
    Sentence,
    Statement,
    StatementKind,
    Time,
    TimePrecision,
)
from haberci.core.span import Edit, Evidence

# All that a text may hold but halves of surrogate pairs, which are no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
OFFSET = st.integers(0, 5000)
EVIDENCE = st.builds(Evidence, OFFSET, OFFSET, OFFSET, OFFSET)
CODE = st.builds(ActorCode, st.sampled_from(["KGZ", "RUS", "CSTO", "---"]), st.sampled_from(["", "GOV", "MIL", "IGO"]))
RULE = st.sampled_from(["event.consult.kabul-et", "times.month", "a b", ""])
DAY = st.dates().map(lambda day: day.isoformat())


TIME = st.builds(
    Time, EVIDENCE, OFFSET, OFFSET, TEXT, st.none() | DAY, st.none() | DAY, st.sampled_from(TimePrecision), RULE
)
DEGREES = st.none() | st.floats(-90, 90)
WHERE = st.builds(
    Where, EVIDENCE, TEXT, TEXT, st.none() | NAME, DEGREES, DEGREES, st.sampled_from(PlacePrecision), RULE
)
PEOPLE = st.none() | st.integers(0, 10**6)
TOLL = st.builds(Toll, st.sampled_from(Harm), PEOPLE, PEOPLE, st.booleans(), EVIDENCE, TEXT, st.none() | CODE, RULE)
MENTION = st.builds(
    Mention,
    at=EVIDENCE,
    first=OFFSET,
    last=OFFSET,
    text=TEXT,
    kind=st.sampled_from(MentionKind),
    codes=st.lists(CODE, max_size=3).map(tuple),
    case=st.sampled_from(Case),
    plural=st.booleans(),
    rule=RULE,
    person=st.none() | TEXT,
    office=st.none() | TEXT,
)
PROPER_NAME = st.builds(
    ProperName,
    at=EVIDENCE,
    first=OFFSET,
    last=OFFSET,
    text=TEXT,
    kind=st.sampled_from(MentionKind),
    name=TEXT,
    case=st.sampled_from(Case),
    rule=RULE,
    long=st.none() | TEXT,
)
STATEMENT = st.builds(
    Statement,
    at=EVIDENCE,
    speaker=CODE,
    speaker_text=TEXT,
    speaker_at=st.none() | EVIDENCE,
    kind=st.sampled_from(StatementKind),
    cue=TEXT,
    cue_at=EVIDENCE,
    content=st.lists(EVIDENCE, max_size=3).map(tuple),
    force=st.sampled_from(["claim", "warn", ""]),
    rule=RULE,
)
ROLE = st.builds(Role, EVIDENCE, TEXT, TEXT, st.sampled_from(["KGZ", "UN"]), RULE)
BLOCK = st.builds(
    Block,
    st.sampled_from(BlockKind),
    EVIDENCE,
    RULE,
    st.lists(st.tuples(st.sampled_from(["place", "agency", "name"]), TEXT), max_size=2).map(tuple),
)
SENTENCE = st.builds(Sentence, EVIDENCE, OFFSET, OFFSET, st.sampled_from(BlockKind))
EDIT = st.builds(Edit, OFFSET, OFFSET, TEXT, TEXT, RULE)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event whose words fill some of its parts, and at times more than its codes."""
    event_type = draw(st.sampled_from(EventType))
    actors = tuple(draw(st.lists(CODE, max_size=3)))
    recipients = tuple(draw(st.lists(CODE, max_size=2)))
    spoken = [("actor", c) for c in actors] + [("recipient", c) for c in recipients]
    more = draw(st.lists(st.tuples(st.sampled_from(["actor", "recipient"]), CODE), max_size=1))
    told = draw(st.lists(st.sampled_from(spoken + more), max_size=4)) if spoken + more else []
    return Event(
        at=draw(EVIDENCE),
        type=event_type,
        mode=draw(st.sampled_from([None, *load_codebook().types[event_type].modes])),
        actors=actors,
        recipients=recipients,
        modality=draw(st.sampled_from(Modality)),
        reported_by=draw(st.none() | CODE),
        trigger=draw(TEXT),
        trigger_at=draw(EVIDENCE),
        rule=draw(RULE),
        also=tuple(draw(st.lists(EVIDENCE, max_size=2))),
        parts=tuple(Part(name, code, draw(TEXT), draw(st.none() | EVIDENCE)) for name, code in told),
        why=tuple(draw(st.lists(RULE, max_size=2))),
        when=draw(st.none() | TIME),
        where=draw(st.none() | WHERE),
        numbers=tuple(draw(st.lists(TOLL, max_size=2))),
        contexts=tuple(draw(st.lists(st.builds(EventContext, NAME, EVIDENCE, TEXT, RULE), max_size=2))),
    )


REPORTS = st.builds(
    Report,
    id=NAME,
    raw=TEXT,
    text=TEXT,
    lang=st.sampled_from(["tr", "ru", None]),
    source=st.none() | NAME,
    title=st.none() | TEXT,
    date=st.none() | TEXT | DAY,
    date_flag=st.none() | TEXT,
    url=st.none() | TEXT,
    digest=st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    notice=st.none() | st.builds(Notice, st.sampled_from(NoticeKind), st.none() | NAME, st.none() | TEXT, RULE),
    coded=st.booleans(),
    edits=st.lists(EDIT, max_size=3).map(tuple),
    layout=st.lists(BLOCK, max_size=3).map(tuple),
    sentences=st.lists(SENTENCE, max_size=3).map(tuple),
    names=st.lists(PROPER_NAME, max_size=3).map(tuple),
    mentions=st.lists(MENTION, max_size=3).map(tuple),
    times=st.lists(TIME, max_size=2).map(tuple),
    statements=st.lists(STATEMENT, max_size=3).map(tuple),
    events=st.lists(events(), max_size=3).map(tuple),
    roles=st.lists(ROLE, max_size=2).map(tuple),
)
