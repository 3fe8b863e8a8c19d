"""`digest storylines`: the list, one of them, and what `show` says of it."""

import json
from pathlib import Path

import pytest

from digest.store import Store

from ..ingest.test_storylines import filled
from .conftest import Digest


@pytest.fixture
def strike(home: Path) -> list[int]:
    """The stories of one storyline, in the database."""
    with Store(home / "digest.db") as store:
        return filled(store)


def test_storylines_are_listed_with_their_stories(digest: Digest, strike: list[int]) -> None:
    first, second = digest("storylines").lines[:2]
    assert first.startswith("   1  ")
    assert "Port Ansel" in first
    assert second.startswith("      3 stories · 6 articles · 6 unread")
    one = digest("storylines", 1).lines
    assert one[0] == first
    assert [int(line.split()[0]) for line in one if line[:4].strip().isdigit()] == [1, *strike]


def test_storylines_for_programs(digest: Digest, strike: list[int]) -> None:
    (listed,) = json.loads(digest("storylines", "--json").out)
    assert listed["stories"] == strike
    assert json.loads(digest("storylines", 1, "--json").out) == listed
    shown = json.loads(digest("show", strike[0], "--json").out)
    assert shown["storyline"] == {"id": 1, "name": listed["name"]}


def test_show_says_which_storyline_a_story_is_in(digest: Digest, strike: list[int]) -> None:
    assert f"Storyline 1: {json.loads(digest('storylines', 1, '--json').out)['name']}" in digest("show", strike[1]).out
    assert "Storyline" not in digest("show", 1).out


def test_a_storyline_can_be_asked_for_in_a_query(digest: Digest, strike: list[int]) -> None:
    found = json.loads(digest("stories", "-q", "storyline:1", "--sort", "newest", "--json").out)
    assert [story["id"] for story in found] == strike[::-1]
    assert len(json.loads(digest("articles", "-q", "-storyline:1", "--json").out)) == 8
    assert "in a story of storyline 1" in digest("stories", "-q", "storyline:1", "--explain").out
    assert "no storyline's number" in digest("stories", "-q", "storyline:x").err


@pytest.mark.usefixtures("filled")
def test_where_there_is_none_that_is_said(digest: Digest) -> None:
    assert digest("storylines").err == "No storyline: none ties two stories or more of the time asked for.\n"
    assert json.loads(digest("storylines", "--json").out) == []
    missing = digest("storylines", 7)
    assert (missing.code, missing.err) == (2, "digest: no storyline 7; `digest storylines` lists them\n")
