"""`digest tag` and `digest forget`."""

import json

import pytest

from .conftest import Digest

pytestmark = pytest.mark.usefixtures("filled")


def test_stories_and_articles_are_tagged_listed_and_found(digest: Digest) -> None:
    assert digest("tag").err == "No tags yet: digest tag NAME STORY|aARTICLE…\n"
    assert digest("tag", "#sea", 1, "a4").err == "Tagged 2 things: #sea.\n"
    assert digest("tag").out == "#sea · 1 story, 1 article\n"
    assert json.loads(digest("tag", "--json").out) == [{"tag": "sea", "articles": 1, "stories": 1}]
    assert len(json.loads(digest("articles", "-q", "#sea", "--json").out)) == 4
    assert "#sea" in digest("show", 1).lines
    assert json.loads(digest("show", "a4", "--json").out)["your_tags"] == ["sea"]
    assert digest("tag", "--remove", "sea", 1).code == 0
    assert digest("tag").out == "#sea · 1 article\n"
    digest("undo")
    assert digest("tag").out == "#sea · 1 story, 1 article\n"


@pytest.mark.parametrize("call", [("x", "99"), ("x", "a99"), ("x",), ("#", "1"), ('a"b', "1"), ("x" * 51, "1")])
def test_what_cannot_be_tagged_is_said_and_nothing_is(digest: Digest, call: tuple[str, ...]) -> None:
    assert digest("tag", *call).code == 2
    assert digest("tag").out == ""


def test_nothing_is_forgotten_until_it_is_confirmed(digest: Digest) -> None:
    digest("mark", "read", 1)
    query = ("older:2020-08-29",)
    said = "Would forget 2 articles; --yes does it. 1 more fit, but are unread, starred or tagged, and stay.\n"
    assert digest("forget", *query).err == said
    assert json.loads(digest("forget", "--json", *query).out) == {"fitting": 3, "kept": 1, "deleted": 0}
    assert digest("forget", "--yes", *query).err.startswith("Forgot 2 articles. ")
    assert [a["id"] for a in json.loads(digest("articles", "--json").out)] == [3, 4]
    assert digest("show", 1).code == 0
    assert digest("forget", "zeppelin").err == "Nothing to forget.\n"
    assert digest("forget", "...").code == 2
    assert digest("forget", "older:soon").code == 2
