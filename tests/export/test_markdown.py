"""The markdown digest: every line with its sources, exactly the headings and links we meant, the same bytes again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.export.edition import Edition
from digest.export.markdown import comparison_markdown, digest_markdown
from digest.export.sections import pieces_markdown
from digest.model import Cell, Comparison, Event, Fact, FactKind, Origins, Quote, Row, Source, State
from digest.text import clean_line

from .samples import at, chapter, edition, fact, ferry, people

PARSER = MarkdownIt("commonmark")


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


def inlines(text: str) -> Iterator[tuple[str, Token]]:
    tokens = PARSER.parse(text)
    for i, token in enumerate(tokens):
        if token.type == "inline":
            yield tokens[i - 1].tag, token


def headings(text: str) -> list[str]:
    return [
        "".join(child.content for child in token.children or ()) for tag, token in inlines(text) if tag.startswith("h")
    ]


def links(text: str) -> list[str]:
    return [
        str(child.attrs["href"])
        for _, token in inlines(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]


def hostile(text: str) -> Edition:
    """The sample edition with `text` in every place an outlet can write to."""

    def evil(cell: tuple[Fact, ...] | Cell) -> tuple[Fact, ...] | Cell:
        if isinstance(cell, Cell) or cell[0].kind is not FactKind.QUOTE:
            return cell
        return (replace(cell[0], text=text, value=Quote(text, via=text)),)

    base = chapter()
    articles = tuple(
        replace(a, title=f"T {text}", outlet=f"O {text}", excerpt=True, excerpt_why=text) for a in base.articles
    )
    sources = tuple(
        replace(
            s,
            title=f"T {text}",
            outlet=f"O {text}",
            agency=text,
            text=f"{s.text} {text}",
            url=f"https://paper.example/{text}",
            also=(),
        )
        for s in base.comparison.sources
    )
    rows = tuple(replace(row, words=text, cells=tuple(map(evil, row.cells))) for row in base.comparison.rows)
    story = replace(base.story, title=f"T {text}", lead=text, outlets=(text,))
    comparison = replace(base.comparison, sources=sources, rows=rows)
    return replace(edition(), chapters=(replace(base, story=story, articles=articles, comparison=comparison),))


def test_the_digest_tells_the_story_with_its_sources() -> None:
    text = digest_markdown(edition())
    for line in (
        "4 outlets, 2 origins? · Thu 27 Aug 2020 20:14 – Fri 28 Aug 2020 09:00 UTC",
        "- The ferry carried **212 passengers**. [1][2] · 1 origin",
        "- count differs: at least 14 / 17 [1][2]",
        "  - [2] Rescuers pulled **17 people** from the water.",
        "**Only in Northern Wire**",
        "- Ada Holm: “We heard a bang and then saw smoke” [1] / “There was a bang, then we saw smoke” [2]",
        "  - also carried by [Ferry fire: 14 rescued](<https://coast.example/4>), Coast FM, Thu 27 Aug 2020 21:00 UTC",
        "- [3] Ferry burns, Daily Brief, Fri 28 Aug 2020 09:00 UTC, summary only",
    ):
        assert line in text.splitlines()


def test_every_fact_line_carries_its_sources() -> None:
    facts = digest_markdown(edition()).split("**Agreed**")[1].split("**Sources**")[0]
    lines = [line for line in facts.splitlines() if line.lstrip().startswith("- ")]
    assert len(lines) == 9
    assert all("[1]" in line or "[2]" in line for line in lines)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert digest_markdown(edition()).encode() == digest_markdown(edition()).encode()


def test_the_headings_and_links_are_exactly_ours() -> None:
    text = body(digest_markdown(edition()))
    assert headings(text) == ["News digest, 28 August 2020", "Contents", "1. Ferry fire: 14 rescued"]
    assert links(text) == [
        "#1-ferry-fire-14-rescued",
        "https://northern.example/1",
        "https://coast.example/4",
        "https://harbour.example/b?x=1&y=2",
    ]


def test_the_front_matter_is_yaml() -> None:
    head = yaml.safe_load(digest_markdown(edition()).split("---\n")[1])
    assert head == {
        "title": "News digest, 28 August 2020",
        "from": "2020-08-28T00:00:00Z",
        "to": "2020-08-29T00:00:00Z",
        "timezone": "UTC",
        "stories": 1,
        "articles": 4,
        "outlets": 4,
    }


@pytest.mark.parametrize(
    "text",
    [
        "](http://canary.example)",
        "# heading",
        "\n# heading\n\n---\n",
        "<script>alert(1)</script>",
        "`",
        "[x]: http://a.b",
        "![i](http://canary.example/i.png)",
        "[@click=app.bell]x[/]",
        "\\",
        "**",
        "1. x",
        "| a | b |\n|---|---|",
    ],
)
def test_hostile_text_everywhere_changes_neither_headings_nor_links(text: str) -> None:
    check_hostile(text)


@settings(max_examples=30)
@given(st.text(alphabet=st.sampled_from("[]()<>*_`#-+=.!|~&\\\"'$1 \n\tabé—“\x1b\u202e:/"), max_size=30))
def test_no_text_whatever_changes_headings_or_links(text: str) -> None:
    check_hostile(text)


def check_hostile(text: str) -> None:
    shown = body(digest_markdown(hostile(text)))
    title = clean_line(f"T {text}")
    assert headings(shown) == ["News digest, 28 August 2020", "Contents", f"1. {title}"]
    found = links(shown)
    assert len(found) == 1 + 3 + 1  # the contents, the sources, the article that is none of them
    assert all(href.startswith(("#1-t", "https://")) for href in found)
    assert "html_block" not in {token.type for token in PARSER.parse(shown)}
    assert not set(shown) & set("\x1b\u202e\x07")


def test_an_empty_period_says_so() -> None:
    text = digest_markdown(Edition("News digest, 1 May 2020", at(1, 0), at(2, 0)))
    assert "No story was published in this period." in text
    assert "Contents" not in text


def test_stories_left_out_are_counted() -> None:
    assert "2 further stories of the period left out." in digest_markdown(replace(edition(), left_out=2))


def test_an_uncertain_origin_keeps_its_question_mark() -> None:
    sure = replace(chapter().story, origins=Origins(1, certain=True))
    text = digest_markdown(replace(edition(), chapters=(replace(chapter(), story=sure),)))
    assert "4 outlets, 1 origin · " in text


def test_one_comparison_is_a_document_of_its_own() -> None:
    text = comparison_markdown(ferry(), "Ferry fire")
    assert headings(text) == ["Ferry fire"]
    assert "4 outlets, 2 origins? · 2 agree · 2 differ · 1 only in one" in text
    assert "also carried by Coast FM" in text


@given(st.lists(st.tuples(st.text(alphabet="ab $%“.()*\\", min_size=1, max_size=6), st.booleans()), max_size=5))
def test_bold_never_changes_the_words(raw: list[tuple[str, bool]]) -> None:
    line = "T" + clean_line("".join(words for words, _ in raw)).strip()
    cut = min(len(line), 1 + len(raw))
    pieces = ((line[:cut], False), (line[cut : cut + 3], True), (line[cut + 3 :], False))
    shown = "".join(child.content for _, token in inlines(pieces_markdown(pieces)) for child in token.children or ())
    assert shown == line


def test_an_article_without_a_date_is_held_in_the_period_it_was_taken_in_and_both_are_said() -> None:
    told = chapter()
    undated = replace(told.articles[1], published=None, fetched=at(28, 7, 30))
    articles = (told.articles[0], undated, *told.articles[2:])
    shown = digest_markdown(replace(edition(), chapters=(replace(told, articles=articles),)))
    assert "1 article gives no date, and counts as of when it was taken in." in shown
    assert "Coast FM, no date, taken in Fri 28 Aug 2020 07:30 UTC" in shown
    assert "no date" not in digest_markdown(edition())


def test_a_story_dated_by_days_names_no_hour() -> None:
    told = chapter()
    articles = tuple(replace(a, published=at(27 + i // 2, 12)) for i, a in enumerate(told.articles))
    shown = digest_markdown(replace(edition(), chapters=(replace(told, articles=articles),)))
    assert " · Thu 27 Aug 2020 – Fri 28 Aug 2020\n" in shown
    assert "12:00" not in shown.split("## 1.")[1]


def test_a_sentence_that_says_more_than_is_agreed_is_not_shown_as_agreed() -> None:
    one = "Torvane has agreed to buy Pennard for €42 in shares, two people said."
    other = "Torvane considers an offer of €42."
    third = "Torvane is considering an offer for Pennard."
    sources = tuple(Source(i, f"Outlet {i}", "", text) for i, text in enumerate((one, other, third), 1))
    price, offer = fact(one, "€42", people(42)), fact(other, "€42", people(42))
    bought = fact(one, "Torvane has agreed to buy Pennard for €42", Event("buy", 2, "agree"))
    weighed = fact(third, "Torvane is considering an offer", Event("buy", 0, "consider"))
    same = Row(price.kind, State.SAME_TEXT, ((price,), (offer,), Cell.ABSENT), "same text", importance=3)
    status = Row(bought.kind, State.DIFFER_STATUS, ((bought,), Cell.ABSENT, (weighed,)), "status differs", importance=3)

    def line(*rows: Row) -> str:
        told = comparison_markdown(Comparison(sources, rows), "Offer").split("**Agreed**")[1].splitlines()
        return next(words for words in told if words.startswith("- "))

    assert line(same).startswith("- Torvane has agreed to buy Pennard for **€42** in shares")
    assert line(same, status).startswith("- **€42** [1][2]")
