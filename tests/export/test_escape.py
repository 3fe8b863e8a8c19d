"""Nothing an outlet writes can become structure in our markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.export.escape import inline, link, web_address
from digest.text import clean_line

PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "default": MarkdownIt("default", {"html": True}),
    "gfm": MarkdownIt("gfm-like", {"html": True}),
}
SILENT = {name: parser for name, parser in PARSERS.items() if name != "gfm"}  # gfm links bare "ab.com": no harm in it
ALLOWED = set(
    "inline heading_open heading_close paragraph_open paragraph_close"
    " bullet_list_open bullet_list_close list_item_open list_item_close".split()
)
MARKUP = [
    "[@click=app.close]press me[/]",
    "[bold]loud[/bold] and [/] and [/green]",
    "[0] of nothing",
    "[link=file:///etc/hosts]x[/link]",
    "ends with a backslash \\",
    "\\[already\\] \\* escaped \\\\",
    "[[wiki]] and [^1] and [x][y] and [z]: http://canary.example",
    "*stars* _lines_ **both** ~~struck~~ ==lit== `code` ``more``",
    "# heading #",
    "## 7. heading",
    "- item",
    "+ item",
    "* item",
    "12. item",
    "12) item",
    "> quoted",
    "---",
    "===",
    "***",
    "```",
    "~~~ fence",
    "    indented",
    "| a | b |",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "<https://canary.example>",
    "&lt;b&gt; &amp; &#42; &#x2a; AT&T; R&D",
    "![picture](http://canary.example/p.png)",
    "[text](javascript:alert(1))",
    "a ](http://canary.example) b [",
    "www.canary.example and mail@canary.example",
    "$5 to $6 and $$x$$ {: .class} {{ template }} :smile:",
    ": definition",
    "%% comment",
    "two  \nlines\n\n# and a heading\n---\nafter",
    "tab\tand\u00a0space\u2028and\u2029break",
]


def words_of(tokens: list[Token]) -> str:
    return "".join(child.content for token in tokens for child in token.children or ())


def shape(tokens: list[Token]) -> list[str]:
    return [child.type for token in tokens for child in (token, *(token.children or ())) if child.type != "text"]


@pytest.mark.parametrize("dialect", PARSERS)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_title_reads_back_as_the_characters_it_was_written_with(text: str, dialect: str) -> None:
    for template, expected in (("# {}", 1), ("- {}", 3), ("{}", 1), ("before {} after", 1), ("## 1. {}", 1)):
        tokens = PARSERS[dialect].parse(template.format(inline(text)))
        assert clean_line(text) in words_of(tokens)
        assert len([token for token in tokens if token.nesting == 1]) == expected
        assert set(shape(tokens)) <= ALLOWED


@given(st.text(max_size=60), st.sampled_from(sorted(SILENT)))
def test_any_text_is_text_again_after_parsing(text: str, dialect: str) -> None:
    for template in ("# T {}", "- T {}", "T {}"):
        tokens = SILENT[dialect].parse(template.format(inline(text)))
        assert words_of(tokens) == f"T {clean_line(text)}".strip()
        assert set(shape(tokens)) <= ALLOWED


@given(st.text(alphabet="[]()<>*_`#-+=.:!|~&\\\"'$123 \nab/", min_size=1, max_size=40), st.sampled_from(sorted(SILENT)))
def test_text_at_the_start_of_a_line_opens_no_block(text: str, dialect: str) -> None:
    tokens = SILENT[dialect].parse(inline(text))
    assert words_of(tokens) == clean_line(text)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])


@given(st.text(max_size=30), st.text(max_size=40), st.sampled_from(sorted(PARSERS)))
def test_a_link_is_exactly_one_link_to_where_it_says(text: str, tail: str, dialect: str) -> None:
    shown = link("T " + text, "https://paper.example/" + tail)
    (opened,) = [
        child for token in PARSERS[dialect].parse(shown) for child in token.children or () if child.type == "link_open"
    ]
    assert str(opened.attrs["href"]).startswith("https://paper.example/")


@pytest.mark.parametrize(
    "url",
    "javascript:alert(1)|file:///etc/hosts|data:text/html,x|//paper.example|ftp://paper.example/||x|http://|https:///path"
    "|http://[::1| java\nscript:alert(1)|vbscript:x|HTTP".split("|"),
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""
    assert link("Title", url) == "Title"


@pytest.mark.parametrize(
    "url",
    ["https://paper.example/a?b=1&copy;=2&c", "http://paper.example/a_b*c(d)`e`<f>[g]\\h", "https://paper.example/ü"],
)
def test_an_address_survives_with_its_meaning(url: str) -> None:
    (token,) = [t for t in PARSERS["commonmark"].parse(link("T", url)) if t.children]
    assert token.children is not None
    assert [child.type for child in token.children] == ["link_open", "text", "link_close"]


@pytest.mark.parametrize(
    "text", ["A\x1b]52;c;Y2FuYXJ5\x07B", "A\x1b[2JB", "A\x9b2JB", "A\u202eevil\u202cB", "A\x00\x08B"]
)
def test_terminal_sequences_do_not_reach_the_file(text: str) -> None:
    assert not set(inline(text)) & set("\x00\x07\x08\x1b\x9b\u202e\u202c")
    assert not set(web_address("https://paper.example/" + text)) & set("\x00\x07\x08\x1b\x9b\u202e\u202c")
