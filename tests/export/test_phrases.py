"""Times in words: no more exact than they are known."""

from dataclasses import replace
from datetime import timedelta

from digest.export import phrases
from digest.model import Decision

from .samples import at, chapter


def test_noon_and_midnight_sharp_stand_for_a_day() -> None:
    assert phrases.published(at(28, 12)) == "Fri 28 Aug 2020"
    assert phrases.published(at(28, 0)) == "Fri 28 Aug 2020"
    assert phrases.published(at(28, 12) + timedelta(seconds=1)) == "Fri 28 Aug 2020 12:00 UTC"


def test_a_span_is_as_exact_as_its_ends() -> None:
    assert phrases.span(at(27, 20, 14), at(28, 11)) == "Thu 27 Aug 2020 20:14 – Fri 28 Aug 2020 11:00 UTC"
    assert phrases.span(at(27, 12), at(28, 11)) == "Thu 27 Aug 2020 – Fri 28 Aug 2020 11:00 UTC"
    assert phrases.span(at(27, 20), at(28, 12)) == "Thu 27 Aug 2020 20:00 UTC – Fri 28 Aug 2020"
    assert phrases.span(at(28, 12), at(28, 12)) == "Fri 28 Aug 2020"
    assert phrases.period(at(28, 0), at(29, 0)) == "Fri 28 Aug 2020 00:00 – Sat 29 Aug 2020 00:00 UTC"


def test_a_story_is_dated_by_its_articles_that_give_a_date() -> None:
    story = chapter().story
    assert phrases.last_told(replace(story, times=(at(27, 9),))) == "Thu 27 Aug 2020 09:00 UTC"
    assert phrases.last_told(story) == "no date, taken in Fri 28 Aug 2020 09:00 UTC"


def test_articles_without_a_date_have_no_distance() -> None:
    first, second, *others = chapter().articles
    apart = (second.when - first.when).total_seconds() / 86_400
    joined = Decision("join", second.id, 7, days=apart)
    assert phrases.days_apart(joined, (first, second, *others)) == apart
    assert phrases.days_apart(joined, (first, replace(second, published=None, fetched=second.when))) is None
    assert phrases.days_apart(joined, (replace(first, published=None, fetched=first.when), second)) is None
