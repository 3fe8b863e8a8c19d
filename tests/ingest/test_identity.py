"""An article stays one article, however its feed spells it from visit to visit."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.config.settings import Limits
from digest.ingest.feeds import Network, ingest
from digest.model import Feed, FullText, Outcome
from digest.store import Store

from ..web.server import Page, Web, item, rss

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
QUICK = Network(limits=Limits(timeout=2.0, workers=1))
DAY = "Fri, 28 Aug 2020 0{}:00:00 GMT"


def unnamed(number: int, title: str = "", text: str = "", hour: int = 0) -> str:
    """Return an RSS item without an id."""
    return (
        f"<item><title>{title or f'Report {number}'}</title><link>http://quay-courier.example/{number}</link>"
        f"<pubDate>{DAY.format(hour or number)}</pubDate><description>{text or 'Boats.'}</description></item>"
    )


def visits(web: Web, store: Store, *bodies: str) -> list[Outcome]:
    """Return what each visit to one feed came to, as it said one thing after the other."""
    store.add_feed(Feed(web.url("/feed"), full_text=FullText.NEVER))
    outcomes: list[Outcome] = []
    for number, body in enumerate(bodies):
        web.pages["/feed"] = Page(body)
        outcomes += ingest(store, store.feeds(), now=NOW + timedelta(hours=number), network=QUICK)
    return outcomes


@pytest.mark.parametrize(
    "edited",
    [
        unnamed(2, title="Report 2, corrected"),
        unnamed(2, text="Ships."),
        unnamed(2, hour=7),
        unnamed(2, title="Report 2, corrected", text="Ships."),
    ],
    ids=["title", "text", "date", "title and text"],
)
def test_an_entry_without_an_id_is_the_same_after_an_edit(web: Web, store: Store, edited: str) -> None:
    visits(web, store, rss(unnamed(1), unnamed(2)), rss(unnamed(3), unnamed(1), edited), rss(unnamed(1), unnamed(2)))
    assert len(store.articles()) == 3


def test_edits_one_after_the_other_stay_one_article(web: Web, store: Store) -> None:
    bodies = [rss(unnamed(2, title="A")), rss(unnamed(2, title="B")), rss(unnamed(2, title="B", hour=5))]
    visits(web, store, *bodies, rss(unnamed(2, title="C", hour=5)))
    (article,) = store.articles()
    assert (article.title, article.revision) == ("C", 3)


def test_an_entry_that_flips_between_two_versions_stays_one(web: Web, store: Store) -> None:
    one, other = rss(item(1), item(2)), rss(item(1).replace("1 boats", "one boat"), item(2))
    outcomes = visits(web, store, one, other, one, other, one)
    assert [outcome.new for outcome in outcomes] == [2, 0, 0, 0, 0]
    assert sorted((a.key, a.revision) for a in store.articles()) == [("courier-1", 2), ("courier-2", 1)]


def test_entries_that_share_a_link_stay_apart(web: Web, store: Store) -> None:
    same = [unnamed(n).replace(f"example/{n}<", "example/today<") for n in range(1, 6)]
    visits(web, store, rss(*same[:3]), rss(*same[1:4]), rss(*same))
    assert sorted(article.title for article in store.articles()) == [f"Report {n}" for n in range(1, 6)]


def test_an_item_that_comes_back_after_it_was_gone_is_the_one_stored(web: Web, store: Store) -> None:
    visits(web, store, rss(item(1), item(2)), rss(item(3)), rss(item(1), item(2), item(3)))
    assert len(store.articles()) == 3


def test_a_feed_of_which_only_the_head_changed_brings_nothing(web: Web, store: Store) -> None:
    outcomes = visits(web, store, rss(item(1)), rss("<lastBuildDate>today</lastBuildDate>", item(1)))
    assert (outcomes[1].new, outcomes[1].changed) == (0, 0)
