"""`digest story`: put right by hand, with a preview, and reasons in words."""

import json
from pathlib import Path

import pytest

from digest.ingest.grouping import group
from digest.model import Article
from digest.store import Store

from .conftest import Digest, at

pytestmark = pytest.mark.usefixtures("filled")


def articles(digest: Digest, story: int) -> list[int]:
    return [article["id"] for article in json.loads(digest("show", story, "--json").out)["articles"]]


def test_a_merge_is_previewed_done_and_taken_back(digest: Digest) -> None:
    preview = digest("story", "merge", 2, 1, "--dry-run")
    assert preview.err == "Nothing is changed yet. This would be done: merged story 1 into 2.\n"
    assert preview.lines == [
        "Story 2: Bank holds rates at 2.25 %",
        "    a4  Counting House: Bank holds rates at 2.25 %",
        "  + a1  Northern Wire: Ferry fire: 14 rescued",
        "  + a2  Harbour Post: Blaze on the Kestrel",
        "  + a3  Coast FM: Kestrel towed in",
    ]
    assert articles(digest, 1) == [1, 2, 3]
    assert digest("story", "merge", 2, 1).err == "Done: merged story 1 into 2. `digest undo` takes it back.\n"
    assert articles(digest, 1) == articles(digest, 2) == [4, 1, 2, 3]
    assert digest("undo").err == "Taken back: merged story 1 into 2.\n"
    assert (articles(digest, 1), articles(digest, 2)) == ([1, 2, 3], [4])
    assert "3 outlets" in digest("show", 1).out


def test_a_split_says_which_number_the_new_story_has(digest: Digest) -> None:
    assert "a new story" in digest("story", "split", 1, "a3", "--dry-run").out
    done = digest("story", "split", 1, "a3")
    assert done.err == ("Done: split a3 off story 1; 1 article went to the new story 3. `digest undo` takes it back.\n")
    assert digest("show", 3).lines[0] == "Story 3: Kestrel towed in"
    assert "2 outlets" in digest("show", 1).out


def test_what_is_done_is_printed_for_programs(digest: Digest) -> None:
    planned = json.loads(digest("story", "split", 1, "a3", "--dry-run", "--json").out)
    assert planned == {
        "kind": "split",
        "words": "split a3 off story 1",
        "done": False,
        "story": None,
        "articles": [3],
        "gone": [],
        "stories": [{"id": 1, "articles": [1, 2]}, {"id": None, "articles": [3]}],
    }
    done = json.loads(digest("story", "split", 1, "a3", "--json").out)
    assert (done["done"], done["story"], done["stories"][1]) == (True, 3, {"id": 3, "articles": [3]})
    moved = json.loads(digest("story", "move", "a3", 2, "--json").out)
    assert (moved["story"], moved["gone"]) == (2, [3])
    why = json.loads(digest("story", "why", "a3", "--json").out)
    assert [(step["what"], step["by_hand"]) for step in why["why"]] == [
        ("join", False),
        ("split", True),
        ("move", True),
    ]
    assert (why["story"], why["together"], why["apart"]) == (2, [3, 4], [1, 2])


def test_reasons_say_what_was_done_by_hand_and_where_an_article_was_before(digest: Digest) -> None:
    digest("story", "move", "a3", 2)
    assert digest("story", "why", 2).lines == [
        "a3  Coast FM: Kestrel towed in",
        "    joined story 1: ferry, kestrel (similarity 0.60, 10 hours from the nearest",
        "    article)",
        "a4  Counting House: Bank holds rates at 2.25 %",
        "    opened the story: nothing close enough was there",
        "a3  Coast FM: Kestrel towed in",
        "    by hand: moved from story 1 to this story",
        "By hand kept together: a3, a4.",
        "By hand kept apart from it: a1, a2.",
    ]
    assert "by hand: moved from story 1 to story 2" in digest("story", "why", "a3").out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("merge 1", "two stories or more"),
        ("merge 1 1", "a story cannot be merged with itself"),
        ("merge 1 9", "no story 9 (the numbers go from 1 to 2); `digest stories` lists them"),
        ("merge 1 a2", "'a2' names an article; a story is named by its number alone: 2"),
        ("split 1 2", "'2' names a story; an article has an a in front: a2"),
        ("split 1 a1 a2 a3", "these are all the articles of story 1"),
        ("split 1 a4", "a4 is in story 2, not in 1; `digest show 1` lists its articles"),
        ("move a1 1", "a1 is in story 1 already"),
        ("move a99 1", "no article 99"),
        ("merg 1 2", "did you mean 'merge'?"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_the_way_out(digest: Digest, call: str, said: str) -> None:
    result = digest("story", *call.split())
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1


def test_no_later_ingest_takes_back_what_was_decided_by_hand(digest: Digest, filled: Path) -> None:
    digest("story", "split", 1, "a3")
    with Store(filled) as store:
        for number, hour in enumerate((6, 7, 8)):
            text = "The ferry Kestrel was towed into Port Ansel on Saturday after the fire; 14 were rescued."
            new = Article(f"n{number}", "Isle Post", "Kestrel towed in", text, at(29, hour), published=at(29, hour))
            store.save_document(new)
            group(store)
        where = {held.id: held.story_id for held in store.articles(limit=None)}
    assert where[3] not in (where[1], where[2])


def test_everything_is_grouped_anew_after_a_look_at_what_that_comes_to(digest: Digest) -> None:
    preview = digest("story", "regroup", "--dry-run").err
    assert preview.startswith("Nothing is changed yet. It would come to: ")
    assert articles(digest, 1) == [1, 2, 3]
    shape = json.loads(digest("story", "regroup", "--json").out)
    assert (shape["done"], shape["articles"]) == (True, 4)
    assert len(json.loads(digest("stories", "--json").out)) == shape["stories"]
