"""What the listings print, as lines and as JSON."""

import json
from pathlib import Path

import pytest

from digest.ingest.storyrows import refresh_rows
from digest.model import Article, Decision
from digest.store import Store

from ..store.sample import ago, article
from .conftest import Digest, at

pytestmark = pytest.mark.usefixtures("filled")


def test_stories_are_listed_by_coverage_with_what_to_know_of_them(digest: Digest) -> None:
    assert digest("stories").lines == [
        "   1  Ferry fire: 14 rescued",
        "      3 outlets, 3 origins? · 3 articles · ≠ 2 differ · 3 unread",
        "      Sat 29 Aug 2020 05:00 UTC",
        "   2  Bank holds rates at 2.25 %",
        "      1 outlet · 1 article · 1 unread · Wed 26 Aug 2020 09:00 UTC",
    ]


def test_stories_can_be_asked_for_by_coverage_and_time(digest: Digest) -> None:
    assert len(json.loads(digest("stories", "--min-outlets", 2, "--json").out)) == 1
    assert len(json.loads(digest("stories", "--since", "2020-08-27", "--json").out)) == 1
    for command in ("stories", "articles"):  # back from the newest article, as in an export, not from the clock
        found = json.loads(digest(command, "--since", "24h", "--json").out)
        assert found
        assert found == json.loads(digest(command, "--since", "2020-08-28T05:00", "--json").out)
    assert digest("stories", "--since", "2021-01-01").err == (
        "No story matches; ask for less, or for longer with --since.\n"
    )


def test_a_list_that_is_cut_says_how_much_more_there_is(digest: Digest) -> None:
    assert digest("stories", "--limit", 1).err == "… and 1 more (--limit)\n"
    assert digest("articles", "--limit", 1).err == "… and 3 more (--limit)\n"
    assert digest("articles", "--limit", 1, "-q", "ferry").err == "… and 2 more (--limit)\n"
    assert digest("search", "ferry", "--limit", 2).err == "… and 1 more (--limit)\n"
    assert digest("stories").err == digest("articles", "--limit", 4).err == ""


def test_what_gives_no_date_is_listed_as_taken_in(digest: Digest, filled: Path) -> None:
    with Store(filled) as store:
        undated = Article("u", "Isle Post", "A letter", "A letter about the Kestrel.", at(30, 9), language="en")
        (number,) = store.save_document(undated).new
        store.record([Decision("new", number, 3)])
        also = Article("v", "Isle Post", "A ferry letter", "About the ferry.", at(30, 9), language="en")
        (number,) = store.save_document(also).new
        store.record([Decision("join", number, 1, score=0.5, terms=("ferry",), days=1.1667)])
    assert "no date, taken in Sun 30 Aug 2020 09:00 UTC" in digest("stories").out
    assert "Sat 29 Aug 2020 05:00 UTC" in digest("stories", "--min-outlets", 2).out
    assert "joined: ferry (similarity 0.50, no date given)" in digest("show", 1, "--why").out
    assert json.loads(digest("show", 1, "--why", "--json").out)["why"][-1]["days"] is None


def test_stories_and_articles_are_marked_and_starred(digest: Digest) -> None:
    assert digest("mark", "read", 1, "a4").err == "Marked read: 4 articles.\n"
    assert digest("articles", "--unread").out == ""
    digest("mark", "unread", "a2")
    digest("mark", "star", 1)
    digest("mark", "unstar", "a1")
    assert [a["id"] for a in json.loads(digest("articles", "--starred", "--json").out)] == [3, 2]
    shown = json.loads(digest("mark", "read", 1, "--json").out)
    assert [a["reading"] for a in shown] == ["read"] * 3
    assert digest("mark", "star", 2, "a99").code == 2
    assert len(json.loads(digest("articles", "--starred", "--json").out)) == 2


@pytest.mark.parametrize("columns", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_terminal(digest: Digest, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for call in ("stories", "articles", "show 1 --why", "show a2", "compare 1", "compare 1 --ascii"):
        lines = digest(*call.replace("compare 1 --ascii", "--ascii compare 1").split()).lines
        assert max(len(line) for line in lines if "https://" not in line) <= columns


def test_ascii_listings_are_ascii(digest: Digest) -> None:
    assert digest("--ascii", "stories").out.isascii()
    assert digest("--ascii", "articles").out.isascii()


def test_show_tells_a_story_with_its_articles(digest: Digest) -> None:
    shown = digest("show", 1)
    assert shown.lines[0] == "Story 1: Ferry fire: 14 rescued"
    assert "At least 14 people were rescued from the burning ferry Kestrel." in shown.lines
    assert "   a2  Blaze on the Kestrel" in shown.lines
    assert "       https://harbour-post.example/2806" in shown.lines
    assert "`digest compare 1` lays the accounts side by side." in shown.lines


def test_show_says_why_articles_are_together(digest: Digest) -> None:
    lines = digest("show", 1, "--why").lines
    assert "    opened the story: nothing close enough was there" in lines
    assert "    joined: ferry, kestrel (similarity 0.60, 10 hours from the nearest article)" in lines


def test_show_prints_an_article_with_its_text(digest: Digest) -> None:
    lines = digest("show", "a2").lines
    assert lines[:2] == ["Blaze on the Kestrel", "Harbour Post · Fri 28 Aug 2020 06:00 UTC · story 1"]
    assert lines[-1] == "Rescuers brought 17 people ashore from the ferry Kestrel."


def test_articles_come_newest_first_and_by_story(digest: Digest) -> None:
    assert [line for line in digest("articles").lines if line.startswith("   a")] == [
        "   a3  Kestrel towed in",
        "   a2  Blaze on the Kestrel",
        "   a1  Ferry fire: 14 rescued",
        "   a4  Bank holds rates at 2.25 %",
    ]
    assert len(digest("articles", "--story", 2).lines) == 2
    assert digest("articles", "--starred").err == "No article matches.\n"


def test_search_shows_where_the_words_stand(digest: Digest) -> None:
    shown = digest("search", "rescuers", "17").lines
    assert "Blaze on the Kestrel" in shown[0]
    assert shown[-1].strip() == "[Rescuers] brought [17] people ashore from the ferry Kestrel."
    (found,) = json.loads(digest("search", "towed NOT 17", "--json").out)
    assert found["snippet"][:2] == [["Kestrel ", False], ["towed", True]]
    assert digest("search", "zeppelin").err == "No article matches.\n"
    best = json.loads(digest("search", "ferry", "--sort", "best", "--json").out)
    assert best[0]["title"] == "Ferry fire: 14 rescued"


def test_a_wrong_query_is_said_with_its_place(digest: Digest) -> None:
    for call in (("search",), ("articles", "-q"), ("stories", "-q")):
        shown = digest(*call, "ferry outlat:fire")
        assert (shown.code, shown.out) == (2, "")
        assert shown.err == (
            "digest: query, character 7: there is no key outlat: did you mean outlet:?\n"
            "  ferry outlat:fire\n"
            "        ^^^^^^^\n"
        )


def test_stories_and_articles_are_listed_by_query(digest: Digest) -> None:
    assert [s["id"] for s in json.loads(digest("stories", "-q", "sources:>=3 ferry", "--json").out)] == [1]
    assert [a["id"] for a in json.loads(digest("articles", "-q", "ferry OR bank", "--unread", "--json").out)] == [
        3,
        2,
        1,
        4,
    ]
    assert digest("articles", "-q", "newer:1d", "--json").out == digest("articles", "--since", "24h", "--json").out
    assert digest("stories", "-q", "ferry -bank", "--explain").lines == [
        "all of:",
        "  the word “ferry” in the title or the text",
        "  not:",
        "    the word “bank” in the title or the text",
    ]


def test_a_view_is_a_query_with_a_name(digest: Digest, home: Path) -> None:
    (home / "v.toml").write_text('[views]\nsea = "ferry is:unread"\nodd = "(a OR"\n')
    config = ("--config", home / "v.toml")
    assert len(json.loads(digest(*config, "articles", "--view", "sea", "--json").out)) == 3
    assert len(json.loads(digest(*config, "articles", "--view", "sea", "-q", "towed", "--json").out)) == 1
    assert "did you mean 'sea'?" in digest(*config, "articles", "--view", "see").err
    assert digest("stories", "--view", "sea").err == "digest: no view 'sea'; [views] of the configuration has none\n"
    for command in (("stories", "--view", "odd"), ("config",)):
        shown = digest(*config, *command)
        assert shown.code == 2
        assert shown.err.startswith(f"digest: {home / 'v.toml'}, line 3: [views] odd: query, character 6: ends too ear")
    assert digest(*config, "stories").code == 0


def test_articles_can_be_narrowed_by_words_and_story_at_once(digest: Digest) -> None:
    assert digest("articles", "-q", "ferry kestrel", "--story", 1, "--limit", 2).lines[0].endswith("Kestrel towed in")
    assert digest("articles", "-q", "ferry", "--story", 2).err == "No article matches.\n"


@pytest.mark.parametrize(
    ("command", "length"),
    [("stories", 2), ("articles", 4), ("search ferry", 3), ("feeds", 0)],
)
def test_every_listing_speaks_json(digest: Digest, command: str, length: int) -> None:
    listed = json.loads(digest(*command.split(), "--json").out)
    assert len(listed) == length


def test_show_and_compare_speak_json(digest: Digest) -> None:
    story = json.loads(digest("show", 1, "--why", "--json").out)
    assert [article["outlet"] for article in story["articles"]] == ["Northern Wire", "Harbour Post", "Coast FM"]
    assert len(story["why"]) == 3
    article = json.loads(digest("show", "a1", "--json").out)
    assert article["text"].startswith("At least 14")
    assert article["revisions"] == []
    comparison = json.loads(digest("compare", 1, "--json").out)
    assert [source["outlet"] for source in comparison["sources"]] != []


def test_compare_takes_the_outlets_named_in_their_order(digest: Digest) -> None:
    comparison = json.loads(digest("compare", 1, "Harbour Post", "Northern Wire", "--format", "json").out)
    assert [source["outlet"] for source in comparison["sources"]] == ["Harbour Post", "Northern Wire"]


def test_compare_shows_lines_in_a_pipe_and_columns_on_demand(digest: Digest) -> None:
    assert "[1] Harbour Post: Blaze on the Kestrel" in digest("compare", 1, "Harbour Post", "Northern Wire").lines
    columns = digest("compare", 1, "Harbour Post", "Northern Wire", "--columns").lines
    assert "  HARBOUR POST                         │   NORTHERN WIRE" in columns


def test_compare_writes_markdown(digest: Digest) -> None:
    assert digest("compare", 1, "--format", "markdown").out.startswith("# Ferry fire: 14 rescued\n")


def test_without_a_terminal_digest_alone_lists_the_stories(digest: Digest) -> None:
    assert digest().lines[0] == "   1  Ferry fire: 14 rescued"


def test_an_empty_database_names_the_ways_to_begin(digest: Digest, home: Path) -> None:
    for command in ([], ["stories"], ["articles"]):
        shown = digest("--db", home / "new.db", *command)
        assert (shown.code, shown.out) == (0, "")
        assert "digest demo" in shown.err


def test_the_facts_of_an_article_are_listed_with_what_they_come_to(digest: Digest, filled: Path) -> None:
    shown = digest("facts", "a1")
    assert "quantity" in shown.out
    assert "“[At least 14 people]”" in shown.out
    assert "at least 14 person, rescue" in shown.out
    found = json.loads(digest("facts", "1", "--json").out)
    text = json.loads(digest("show", "a1", "--json").out)["text"]
    assert found["article"] == 1
    assert all(text[fact["start"] : fact["end"]] == fact["text"] for fact in found["facts"])


def test_a_comparison_is_a_table_too(digest: Digest, filled: Path) -> None:
    lines = digest("compare", 1, "--format", "csv").lines
    assert lines[0].startswith("row,kind,state,")
    assert len(lines) > 3


def test_a_query_about_what_differs_finds_stories_nobody_had_looked_at(digest: Digest, filled: Path) -> None:
    with Store(filled) as store:
        for outlet, toll, when in (("Quay Radio", "14", 1), ("Isle Observer", "17", 2)):
            text = f"The fire killed {toll} people, police said. The barge Anneke burned off Holm."
            made = article(outlet, outlet=outlet, text=text, published=ago(when))
            (number,) = store.save_document(made).new
            store.record([Decision("new" if when == 1 else "join", number, 3)])
        refresh_rows(store)
    found = json.loads(digest("stories", "-q", "differs:=1", "--json").out)
    assert [(story["id"], story["differs"]) for story in found] == [(3, 1)]


def test_a_story_says_what_came_since_it_was_read(digest: Digest, filled: Path) -> None:
    assert "Nothing of this story is marked read" in digest("show", 1, "--since-read").out
    digest("mark", "read", "a1", "a3")
    lines = digest("show", 1, "--since-read").lines
    news = lines[lines.index("SINCE YOU LAST READ IT") :]
    assert "a2 Harbour Post, Fri 28 Aug 2020 06:00 UTC" in news
    found = json.loads(digest("show", 1, "--since-read", "--json").out)["since_read"]
    assert [one["article"] for one in found["read"]] == [1, 3]
    assert [one["article"] for one in found["news"]] == [2]
    digest("mark", "read", 1)
    assert "Nothing: every article was read as it stands." in digest("show", 1, "--since-read").out


def test_news_are_of_stories_and_not_of_articles(digest: Digest) -> None:
    result = digest("show", "a1", "--since-read")
    assert result.code == 2
    assert "--since-read and --over-time are about a story" in result.err


def test_a_story_is_told_over_time(digest: Digest, filled: Path) -> None:
    found = json.loads(digest("show", 1, "--over-time", "--json").out)["over_time"]
    assert [(one["article"], one["revision"], one["first"]) for one in found] == [
        (1, 1, True),
        (2, 1, False),
        (3, 1, False),
    ]
    assert "the first account" in digest("show", 1, "--over-time").out


def test_an_article_of_which_only_the_headline_is_held_says_so(digest: Digest, home: Path) -> None:
    told = Article("a", "Coast FM", "Ferry towed in", "", at(29, 7), excerpt=True, excerpt_why="not fetched")
    with Store(home / "digest.db") as store:
        store.save_document(told)
    assert digest("show", "a5").lines[-1] == "Only the headline is held: not fetched."
