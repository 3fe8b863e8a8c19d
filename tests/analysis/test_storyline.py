"""Stories tied over weeks by the names they share, and named after them."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

import pytest

from digest.analysis.stories.named import profile
from digest.analysis.stories.storyline import Storylines
from digest.model import Article, Profile

from .reports import START

HARBOUR = {
    1: ("Port Ansel dockers walk out", "Dockers in Port Ansel walked out after talks with Tilda Wren broke down."),
    2: ("Wren offers dockers a new contract", "On Monday Tilda Wren offered a contract to the dockers of Port Ansel."),
    3: ("Court halts strike in Port Ansel", "A court stopped the strike that dockers began against Tilda Wren."),
}
OTHERS = {
    11: ("Library of Holm reopens", "After two years the library in Holm was opened by Mayor Anna Tarn."),
    12: ("Chess crown for Ivo Brandt", "In Lethmar the title went to Ivo Brandt after nine games."),
    13: ("Rain floods the Ostra valley", "Farms along the river Ostra stood under water, said Marek Dole."),
    14: ("Orchestra tours with Lina Faro", "The violinist Lina Faro plays in Bergen and in Turo this spring."),
}


def told(story: int, words: tuple[str, str], day: float = 0, outlets: int = 2, language: str = "en") -> Profile:
    """Return the profile of a story told by so many outlets so many days after START."""
    when = START + timedelta(days=day)
    articles = [
        Article(f"{story}-{n}", f"Outlet {story}{n}", *words, when, published=when, language=language)
        for n in range(outlets)
    ]
    return profile(story, articles)


def harbour(gap: float = 3) -> list[Profile]:
    """Return three stories of one strike, `gap` days apart, among others."""
    strike = [told(number, words, gap * number) for number, words in HARBOUR.items()]
    return strike + [told(number, words, number / 5) for number, words in OTHERS.items()]


def tie(profiles: list[Profile], tied: Mapping[int, int] = {}, next_id: int = 1) -> dict[int, int]:
    return Storylines(profiles, tied).tie([one.story_id for one in profiles], next_id)


def test_stories_that_share_rare_names_make_a_storyline_and_others_none() -> None:
    assert {story: line for story, line in tie(harbour()).items() if line} == {1: 1, 2: 1, 3: 1}


def test_a_storyline_is_named_after_what_its_stories_share() -> None:
    profiles = harbour()
    name = Storylines(profiles, {}).name(profiles[:3])
    assert set(name.split(" · ")) == {"Port Ansel", "Tilda Wren", "dockers"}


def test_stories_more_than_two_weeks_apart_are_not_tied() -> None:
    assert 1 in tie(harbour(gap=13)).values()
    assert set(tie(harbour(gap=15)).values()) <= {0}


def test_one_outlets_stories_alone_make_no_storyline() -> None:
    when = START
    own = [
        profile(n, [Article(str(n), "Coast FM", *words, when, published=when, language="en")])
        for n, words in HARBOUR.items()
    ]
    assert not any(tie(own + harbour()[3:]).values())


def test_storylines_never_cross_languages() -> None:
    profiles = harbour()
    profiles[1] = told(2, HARBOUR[2], 6, language="de")
    assert {story for story, line in tie(profiles).items() if line} == {1, 3}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_stories_are_given_does_not_matter(seed: int) -> None:
    profiles = harbour()
    expected = tie(profiles)
    Random(seed).shuffle(profiles)
    assert tie(profiles) == expected


def test_stories_told_later_join_and_no_number_changes() -> None:
    profiles = harbour()
    tied = Storylines(profiles[:2] + profiles[3:], {}).tie([1, 2], 7)
    assert tied == {1: 7, 2: 7}
    assert Storylines(profiles, tied).tie([3], 8) == {3: 7}
    assert Storylines(profiles, {**tied, 3: 7}).tie([1, 2, 3], 9) == {}


def test_a_story_that_turns_to_something_else_leaves() -> None:
    profiles = harbour()
    profiles[2] = told(3, ("A museum opens in Vesk", "In Vesk a museum of clocks was opened by Olaf Rend."), 9)
    assert Storylines(profiles, {1: 1, 2: 1, 3: 1}).tie([3], 2) == {3: 0}


def test_renaming_everybody_and_every_place_changes_no_tie() -> None:
    names = {"Port Ansel": "Quay Malmo", "Tilda Wren": "Rosa Finch", "Wren": "Finch"}

    def renamed(words: str) -> str:
        for old, new in names.items():
            words = words.replace(old, new)
        return words

    profiles = [told(n, (renamed(title), renamed(text)), 3 * n) for n, (title, text) in HARBOUR.items()]
    assert tie(profiles + harbour()[3:]) == tie(harbour())


def test_empty_articles_are_no_trouble() -> None:
    assert tie([told(1, ("", "")), told(2, ("", "")), told(3, ("?", "…"))]) == {}
