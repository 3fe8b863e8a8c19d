"""Nothing an outlet writes becomes structure in any format of a digest."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.export.html import digest_html
from digest.export.text import digest_text
from digest.text import clean_line

from .holds import Told, check, edition
from .samples import edition as sample
from .test_escape import MARKUP

TEXT = (
    st.text(max_size=60) | st.text(alphabet="[]()<>*_`#-+=.:!|~&\\\"'$123 \nab/", max_size=40) | st.sampled_from(MARKUP)
)
URL = st.just("https://paper.example/") | TEXT.map("https://paper.example/{}".format) | TEXT
NAME = TEXT.filter(lambda text: bool(clean_line(text)))
FACTS = TEXT.map(
    lambda odd: (
        f"{odd}\nAt least 14 people were hurt in {odd} on Friday, officials said. “We ran {odd},” said Mara Quill."
        f" {odd} ordered an inquiry."
    )
)
TOLD = st.tuples(TEXT, TEXT, TEXT | FACTS, URL)


@settings(max_examples=int(os.environ.get("DIGEST_CASES", "60")), deadline=None)
@given(
    st.lists(st.lists(TOLD, min_size=1, max_size=3), max_size=3), st.lists(TEXT.filter(clean_line), max_size=2), TEXT
)
def test_every_format_holds_exactly_the_headings_and_links_that_were_meant(
    stories: list[list[Told]], sections: list[str], query: str
) -> None:
    check(edition(stories, sections, query))


def test_an_html_page_asks_nothing_of_any_server() -> None:
    page = digest_html(sample())
    assert "default-src 'none'" in page
    assert not any(word in page for word in ("<script", "<img", "<link", "url(", "@import", "src="))
    assert '<p class="label differ"><strong>Differs</strong></p>' in page
    assert '<h2 id="1-ferry-fire-14-rescued">' in page
    assert '<a href="#1-ferry-fire-14-rescued">' in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_plain_text_is_read_without_markup() -> None:
    lines = digest_text(sample()).splitlines()
    assert lines[1] == "=" * len(lines[0])
    assert "Differs" in lines
    assert any(line.startswith("  - [1] ") for line in lines)
    assert "<https://northern.example/1>" in digest_text(sample())
    assert max(len(line) for line in lines if "https://" not in line) <= 78
    assert "**" not in digest_text(sample())
