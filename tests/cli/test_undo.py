"""`digest undo`: the last act first, in words, also as JSON."""

import json

import pytest

from .conftest import Digest

pytestmark = pytest.mark.usefixtures("filled")


def test_acts_are_listed_and_taken_back_the_latest_first(digest: Digest) -> None:
    digest("mark", "read", 1)
    digest("mark", "star", "a4")
    listed = digest("undo", "--list").lines
    assert [line.split("UTC  ")[1] for line in listed] == ["starred a4", "marked 3 articles read"]
    assert digest("undo", "--dry-run").err == "Would take back: starred a4.\n"
    assert digest("undo").err == "Taken back: starred a4.\n"
    assert digest("undo").err == "Taken back: marked 3 articles read.\n"
    assert len(json.loads(digest("articles", "--unread", "--json").out)) == 4
    nothing = digest("undo")
    assert (nothing.code, nothing.err) == (0, "There is nothing to take back.\n")


def test_what_was_taken_back_is_printed_for_programs_too(digest: Digest) -> None:
    digest("mark", "read", "a1")
    (act,) = json.loads(digest("undo", "--list", "--json").out)
    assert {**act, "made": ""} == {"id": 1, "kind": "mark", "words": "marked a1 read", "made": ""}
    assert json.loads(digest("undo", "--dry-run", "--json").out) == act
    assert json.loads(digest("undo", "--json").out) == {**act, "restored": 1, "left": 0}
    assert json.loads(digest("undo", "--json").out) is None
    assert json.loads(digest("undo", "--dry-run", "--json").out) is None


def test_a_renamed_outlet_is_taken_back_and_its_stories_follow(digest: Digest) -> None:
    digest("outlet", "rename", "Coast FM", "Harbour Post")
    assert "2 outlets" in digest("show", 1).out
    assert digest("undo").err == "Taken back: renamed Coast FM to Harbour Post.\n"
    assert "3 outlets" in digest("show", 1).out
