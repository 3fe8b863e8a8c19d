"""The stories that a run touched, tied into storylines: the others of their time are only looked at."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ..analysis.stories.named import profile
from ..analysis.stories.storyline import GAP, Storylines
from ..model import Profile
from ..store import Store

_MOST = 10_000
"""The latest stories of the time that are looked at: bounds the work, whatever the archive."""
_ARTICLES = 12
"""The latest articles of a story that are read for what it names."""


def tie_storylines(store: Store) -> None:
    """Tie the stories whose articles have come, gone or changed to those of the two weeks around them."""
    loose = store.storylines.loose()
    touched = [
        profile(story, articles) for story in loose if (articles := store.articles(story=story, limit=_ARTICLES))
    ]
    if not touched:
        return
    store.storylines.keep_profiles(touched)
    spans = _spans(touched)
    around = (one for since, until in spans for one in store.storylines.around(since, until, _MOST))
    held = {one.story_id: one for one in (*around, *touched)}
    before = store.storylines.tied(held)
    storylines = Storylines(held.values(), before)
    changed = storylines.tie((one.story_id for one in touched), store.storylines.next_id())
    store.storylines.tie(loose, changed)
    lines = {*changed.values(), *(before[story] for story in (*changed, *loose) if story in before)} - {0}
    members = {line: store.storylines.members(line) for line in sorted(lines)}
    store.storylines.name({line: storylines.name(stories) for line, stories in members.items() if len(stories) > 1})


def _spans(touched: Iterable[Profile]) -> list[tuple[datetime, datetime]]:
    """Return the times within two weeks of a story, those that meet as one: the years between are not read."""
    spans: list[tuple[datetime, datetime]] = []
    for one in sorted(touched, key=lambda one: one.first_seen):
        since, until = _shifted(one.first_seen, -GAP), _shifted(one.last_seen, GAP)
        if spans and since <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(until, spans[-1][1])
        else:
            spans.append((since, until))
    return spans


def _shifted(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:  # a feed may date an article to the year 1 or 9999
        return when
