"""The days a text speaks of."""

from datetime import date

import pytest

from digest.analysis.stories.times import times


@pytest.mark.parametrize(
    "text",
    [
        "Posted: Jul 7, 2012 7:40 PM",
        "7 July 2012, Brandhaven",
        "on the 7th of July, 2012",
        "2012-07-07",
        "Am 7. Juli 2012",
        "le 7 juillet 2012",
        "el 7 de julio de 2012",
    ],
)
def test_the_first_full_date_is_the_one_the_page_states(text: str) -> None:
    found = times(f"{text}\nOn August 3, 2011 it was quiet.")
    assert found.stated == date(2012, 7, 7).toordinal()
    assert found.days == {707, 803}
    assert found.years == {2012, 2011}


def test_a_date_far_into_the_text_is_not_the_pages_own() -> None:
    assert times("It was quiet in the harbour. " * 40 + "That was on July 7, 2012.").stated == 0


def test_weekdays_come_in_their_order_in_four_languages() -> None:
    assert times("On Tuesday and MONDAY, am Freitag, mardi, el miércoles").weekdays == (1, 0, 4, 1, 2)


@pytest.mark.parametrize(
    "text", ["", "12,500 people", "a 2-1 win", "$1999", "June 31", "the 45th of July", "2012-13-45"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert times(text).stated == 0
