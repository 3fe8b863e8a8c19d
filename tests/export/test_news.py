"""A story over time as lines: what is new, what has changed from what, what is gone."""

from digest.export.look import Look
from digest.export.news import news_lines, since_read_lines
from digest.model import ChangedFact, FactKind, News, Quantity, SinceRead, Source, Told

from .samples import at, fact

OLD = Source(1, "Harbour Gazette", "Fire", "The fire killed 14 people. Two cars burned.", published=at(28, 6))
NEW = Source(
    1, "Harbour Gazette", "Fire", "The fire killed 17 people. It cost $2 million.", revision=2, fetched=at(28, 9)
)


def told(source: Source, words: str) -> Told:
    return Told(source, fact(source.text, words, Quantity(1, 1, "x")))


def test_each_version_says_what_it_brought() -> None:
    found = News(
        NEW,
        new=(told(NEW, "$2 million"),),
        changed=(ChangedFact(told(NEW, "17 people"), (told(OLD, "14 people"),)),),
        withdrawn=(told(OLD, "Two cars"),),
    )
    assert found.new[0].fact.kind is FactKind.QUANTITY
    assert list(news_lines([found], Look(width=80, color=False, ascii=True))) == [
        "",
        "a1 Harbour Gazette, version 2, seen Fri 28 Aug 2020 09:00 UTC",
        "  != The fire killed [17 people].",
        "       until then: Harbour Gazette: The fire killed [14 people].",
        "  +  It cost [$2 million].",
        "  -  no longer: [Two cars] burned.",
    ]


def test_where_there_is_no_news_that_is_said() -> None:
    look = Look(width=80, color=False, ascii=True)
    assert "  nothing of note beside what was told before" in news_lines([News(NEW)], look)
    assert "  the first account" in news_lines([News(OLD, first=True)], look)
    assert "Nothing: every article was read as it stands." in since_read_lines(SinceRead((OLD,)), look)
