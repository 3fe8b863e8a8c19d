"""Invented stories and comparisons built by hand, so that a screen's looks hang on nothing but the screen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from digest.model import (
    Cell,
    Comparison,
    Event,
    Fact,
    FactKind,
    Moment,
    Origins,
    Passage,
    Quantity,
    Quote,
    Row,
    Source,
    State,
)
from digest.model.fact import Grain, Value

NOW = datetime(2020, 8, 29, 6, 0, tzinfo=UTC)

HOSTILE = (
    "[/] [@click=app.quit]press me[/]",
    "[link=file:///etc/passwd]read me[/link] [$error]",
    "[[nested]] [.cls] \\[escaped [file photo] {not} %s $it",
)
WIDE = (
    "首相が辞任を表明した",
    "Café 🇩🇪👩‍👩‍👧‍👦 e\u0301toile",
    "ไทยแลนด์ नमस्ते",
)

_VALUES: dict[FactKind, Value] = {
    FactKind.QUANTITY: Quantity(1, 1, "person"),
    FactKind.DATE: Moment("2020-08-27", Grain.DAY),
    FactKind.QUOTE: Quote(),
    FactKind.EVENT: Event("decide", 0, "agree"),
}

GAZETTE = (
    "A ferry carrying up to 140 people caught fire off Kestrel Sound on Thursday, killing at least 14.",
    "The harbour authority has ordered an inquiry into the line that runs the boat.",
    '"Nobody had told us where the boats were kept," said Ilse Marrow, who was on the upper deck.',
    "The fire broke out in the engine room shortly after nine in the evening.",
    "Forty fishing boats took part in the rescue.",
)
WIRE = (
    "At least 17 people died when fire swept through a ferry with about 140 passengers near Kestrel Sound on Thursday.",
    "The harbour authority is considering an inquiry, its spokesman said.",
    '"No one told us where the lifeboats were," Ilse Marrow, a passenger, told the Wire.',
    "The fire broke out in the engine room shortly after nine in the evening.",
    "The company denies that the alarm had been switched off.",
)


DENIAL = "denies that the alarm had been switched off"


def text_of(paragraphs: Sequence[str]) -> str:
    """Return the paragraphs as one text."""
    return "\n\n".join(paragraphs)


def fact(text: str, words: str, kind: FactKind) -> Fact:
    """Return the fact whose words stand in `text`."""
    start = text.index(words)
    return Fact(start, start + len(words), words, _VALUES[kind], sentence=0)


def source(number: int, outlet: str, text: str, **more: object) -> Source:
    """Return a column."""
    return Source(number, outlet, f"{outlet} reports", text, **more)  # type: ignore[arg-type]


def row(kind: FactKind, state: State, texts: Sequence[str], found: Sequence[str | Cell], words: str) -> Row:
    """Return a row whose cells hold the words found in each text."""
    cells = tuple(
        words if isinstance(words, Cell) else (fact(text, words, kind),)
        for text, words in zip(texts, found, strict=True)
    )
    return Row(kind, state, cells, words, why="same role and unit", origins=Origins(2, certain=False), importance=3)


def ferry() -> Comparison:
    """Return two accounts of a fire at sea, with every state of marks."""
    a, b = text_of(GAZETTE), text_of(WIRE)
    rows = _rows((a, b))
    where = ((0, 2, 3), (1,), (4,), (5,), (6,), (7,))
    states = (State.DIFFER_VALUE, State.DIFFER_STATUS, State.REWORDED, State.SAME_TEXT, State.ONLY, State.ONLY)
    pairs = ((0, 0), (1, 1), (2, 2), (3, 3), (4, None), (None, 4))
    passages = tuple(
        Passage((_span(a, GAZETTE, i), _span(b, WIRE, j)), here, state)
        for (i, j), here, state in zip(pairs, where, states, strict=True)
    )
    sources = (
        source(1, "Harbour Gazette", a, published=NOW - timedelta(hours=9), published_inferred=True, agency="agencies",
               url="https://gazette.example/ferry"),
        source(2, "Northern Wire", b, published=NOW - timedelta(hours=18), url="https://wire.example/ferry",
               also=("Evening Post",)),
    )  # fmt: skip
    return Comparison(sources, rows, passages, Origins(2, certain=False))


def _rows(both: tuple[str, str]) -> tuple[Row, ...]:
    return (
        row(
            FactKind.QUANTITY,
            State.DIFFER_VALUE,
            both,
            ("at least 14", "At least 17"),
            "dead differs: at least 14 / at least 17",
        ),
        row(
            FactKind.EVENT,
            State.DIFFER_STATUS,
            both,
            ("ordered an inquiry", "considering an inquiry"),
            "status differs: ordered / considering",
        ),
        row(
            FactKind.QUANTITY,
            State.PARTIAL,
            both,
            ("up to 140 people", "about 140 passengers"),
            "aboard agrees in part: up to 140 / about 140",
        ),
        row(FactKind.DATE, State.REWORDED, both, ("on Thursday", "on Thursday"), "date agrees: Thu 27 Aug"),
        row(
            FactKind.QUOTE,
            State.REWORDED,
            both,
            ("Nobody had told us where the boats were kept,", "No one told us where the lifeboats were,"),
            "quote agrees, reworded",
        ),
        row(FactKind.DATE, State.SAME_TEXT, both, ("shortly after nine", "shortly after nine"), "same text"),
        row(FactKind.QUANTITY, State.ONLY, both, ("Forty fishing boats", Cell.ABSENT), "only in Harbour Gazette"),
        row(FactKind.EVENT, State.ONLY, both, (Cell.ABSENT, DENIAL), "only in Northern Wire"),
    )


def _span(text: str, paragraphs: Sequence[str], number: int | None) -> tuple[int, int] | None:
    if number is None:
        return None
    start = text.index(paragraphs[number])
    return start, start + len(paragraphs[number])
