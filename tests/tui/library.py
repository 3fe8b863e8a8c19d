"""A database of invented stories, the same every time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from digest.model import Article, Decision, Origins, Provenance, Story
from digest.store import Store

from .samples import GAZETTE, NOW, WIRE, text_of

OUTLETS = ("Harbour Gazette", "Northern Wire", "Evening Post", "The Lowland Courier", "Radio Kestrel", "Isle Observer")

TITLES = (
    "Ferry fire off Kestrel Sound: toll rises",
    "Central bank of Lowmark holds its rate at 2.25 per cent",
    "Flood barrier at Orn holds through the highest tide in sixty years",
    "Teachers of three districts end their strike after eleven days",
    "Kite festival of Sandhaven draws a record crowd",
    "Lowmark and Orn agree to share the water of the upper Tarn",
)


FIRE = (GAZETTE, WIRE, WIRE, ("A ferry burned near Kestrel Sound on Thursday evening.",))
"""What the outlets tell of the first story: two accounts, a copy and an excerpt."""


def article(number: int, outlet: str, title: str, text: str, when: datetime | None, **more: object) -> Article:
    """Return an article of that outlet."""
    address = f"https://{outlet.split()[-1].lower()}.example/{number}"
    return Article(
        key=address, outlet=outlet, title=title, text=text, fetched=NOW, url=address, published=when, **more  # type: ignore[arg-type]
    )  # fmt: skip


def tell(store: Store, story_id: int, articles: Sequence[Article], *, title: str, lead: str, differs: int) -> Story:
    """Keep one story of these articles."""
    ids = [store.save_document(article).new[0] for article in articles]
    store.record(
        Decision(
            "new" if i == 0 else "join",
            article_id,
            story_id,
            score=0.62 if i else 0.0,
            terms=("Kestrel Sound", "ferry"),
        )
        for i, article_id in enumerate(ids)
    )
    times = sorted(article.when for article in articles)
    story = Story(
        story_id,
        title,
        times[0],
        times[-1],
        lead=lead,
        origins=Origins(2, certain=False),
        differs=differs,
        language="en",
    )
    store.keep_story(story)
    kept = store.story(story_id)
    assert kept is not None
    return kept


def fill(path: Path) -> None:
    """Write six stories; the first is the fire that `samples.ferry` compares."""
    with Store(path) as store:
        number = 0
        for story_id, title in enumerate(TITLES, 1):
            articles = []
            for place, outlet in enumerate(OUTLETS[: max(1, 7 - story_id)] if story_id > 1 else OUTLETS[:4]):
                number += 1
                paragraphs = FIRE[place] if story_id == 1 else _paragraphs(title, outlet, place)
                articles.append(
                    article(
                        number,
                        outlet,
                        title if place == 0 else f"{title.split(':')[0]}, says {outlet}",
                        text_of(paragraphs),
                        NOW - timedelta(hours=story_id * 7 + place * place * 2) if place != 2 else None,
                        excerpt=place == 3,
                        excerpt_why="paywall" if place == 3 else "",
                        agency="agencies" if place == 0 else "",
                        published_from=Provenance.FETCHED if place == 2 else Provenance.FEED,
                    )
                )
            lead, differs = articles[0].text.split("\n")[0], (5, 0, 2, 0, 1, 0)[story_id - 1]
            tell(store, story_id, articles, title=title, lead=lead, differs=differs)


def _paragraphs(title: str, outlet: str, place: int) -> tuple[str, ...]:
    return (
        f"{title}, officials said on Friday, after {place + 3} hours of talks.",
        f'"We have waited {place + 10} years for this day," Mayor Anna Tarn told the {outlet}.',
        "A further meeting is planned for the middle of September.",
    )
