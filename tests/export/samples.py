"""A story of three invented outlets, compared by hand, for the renderers to render."""

from datetime import UTC, datetime

from digest.export.edition import Chapter, Edition
from digest.model import (
    Article,
    Cell,
    Comparison,
    Event,
    Fact,
    Grain,
    Moment,
    Origins,
    Quantity,
    Quote,
    Row,
    Source,
    State,
    Story,
    Value,
)

WIRE = (
    "A fire broke out on the ferry Kestrel on Thursday and at least 14 people were rescued. "
    "“We heard a bang and then saw smoke,” passenger Ada Holm said. "
    "The ferry carried 212 passengers. The company denies that alarms failed."
)
POST = (
    "Fire swept the ferry Kestrel on Wednesday night. Rescuers pulled 17 people from the water. "
    "“There was a bang, then we saw smoke,” said Ada Holm. The ferry carried 212 passengers."
)
BRIEF = "A ferry burned off the coast; rescuers were at work."


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2020, 8, day, hour, minute, tzinfo=UTC)


def fact(text: str, words: str, value: Value, importance: int = 3) -> Fact:
    start = text.index(words)
    return Fact(start, start + len(words), words, value, text.count(". ", 0, start), importance)


def people(number: float) -> Quantity:
    return Quantity(number, number, "person", "rescue")


SOURCES = (
    Source(
        1,
        "Northern Wire",
        "Ferry fire: 14 rescued",
        WIRE,
        "https://northern.example/1",
        at(27, 20, 14),
        agency="Northern",
        also=("Coast FM",),
    ),
    Source(2, "Harbour Post", "Blaze on the Kestrel", POST, "https://harbour.example/b?x=1&y=2", at(28, 6)),
    Source(3, "Daily Brief", "Ferry burns", BRIEF, "javascript:alert(1)", at(28, 9), excerpt=True),
)


def row(state: State, a: Fact, b: Fact | None, words: str, origins: int = 2) -> Row:
    """A key fact of the first two sources; the third is a summary of which nothing can be told."""
    cells = ((a,), (b,) if b else Cell.ABSENT, Cell.UNKNOWN)
    return Row(a.kind, state, cells, words, "", Origins(origins, certain=True), 3)


def ferry() -> Comparison:
    thursday = fact(WIRE, "on Thursday", Moment("2020-08-27", Grain.DAY, inferred=True))
    wednesday = fact(POST, "on Wednesday night", Moment("2020-08-26", Grain.DAY, inferred=True))
    rows = (
        row(
            State.DIFFER_VALUE,
            fact(WIRE, "at least 14 people", people(14)),
            fact(POST, "17 people", people(17)),
            "count differs: at least 14 / 17",
        ),
        row(State.DIFFER_DATE, thursday, wednesday, "date differs: Thu 27 Aug? / Wed 26 Aug?"),
        row(
            State.SAME_TEXT,
            fact(WIRE, "212 passengers", people(212)),
            fact(POST, "212 passengers", people(212)),
            "same text",
            1,
        ),
        row(
            State.REWORDED,
            fact(WIRE, "We heard a bang and then saw smoke", Quote("Ada Holm")),
            fact(POST, "There was a bang, then we saw smoke", Quote("Ada Holm")),
            "one quote in two wordings",
        ),
        row(
            State.ONLY,
            fact(WIRE, "The company denies that alarms failed", Event("deny", 0, "deny")),
            None,
            "only in Northern Wire",
            1,
        ),
    )
    return Comparison(SOURCES, rows, origins=Origins(2, certain=False))


def chapter() -> Chapter:
    def article(number: int, outlet: str, title: str, text: str, when: datetime, url: str) -> Article:
        return Article(f"k{number}", outlet, title, text, when, url=url, published=when, id=number, story_id=7)

    articles = (
        article(1, "Northern Wire", "Ferry fire: 14 rescued", WIRE, at(27, 20, 14), "https://northern.example/1"),
        article(4, "Coast FM", "Ferry fire: 14 rescued", WIRE, at(27, 21), "https://coast.example/4"),
        article(2, "Harbour Post", "Blaze on the Kestrel", POST, at(28, 6), "https://harbour.example/b?x=1&y=2"),
        article(3, "Daily Brief", "Ferry burns", BRIEF, at(28, 9), "javascript:alert(1)"),
    )
    story = Story(
        7,
        "Ferry fire: 14 rescued",
        at(27, 20, 14),
        at(28, 9),
        lead="A fire broke out on the ferry Kestrel on Thursday and at least 14 people were rescued.",
        articles=4,
        outlets=("Northern Wire", "Coast FM", "Harbour Post", "Daily Brief"),
        origins=Origins(2, certain=False),
        differs=2,
    )
    return Chapter(story, articles, ferry())


def edition() -> Edition:
    return Edition("News digest, 28 August 2020", at(28, 0), at(29, 0), (chapter(),))
