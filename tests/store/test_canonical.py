"""Two links to one page are known as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.store.canonical import canonical

PAGE = "https://harbour.example/news/ferry?id=7"


@pytest.mark.parametrize(
    "link",
    [
        "HTTPS://Harbour.Example/news/ferry?id=7",
        "http://harbour.example/news/ferry?id=7",
        "https://harbour.example:443/news/ferry?id=7",
        "https://harbour.example./news/ferry?id=7",
        f"{PAGE}#comments",
        f"{PAGE}&utm_source=feed&utm_medium=rss",
        "https://harbour.example/news/ferry?fbclid=x1&id=7",
        f" {PAGE} ",
    ],
)
def test_what_only_tracks_or_spells_differently_is_the_same_page(link: str) -> None:
    assert canonical(link) == canonical(PAGE) != ""


@pytest.mark.parametrize(
    "link",
    [
        "https://harbour.example/news/ferry?id=8",
        "https://harbour.example/news/Ferry?id=7",
        "https://harbour.example:8080/news/ferry?id=7",
        "https://other.example/news/ferry?id=7",
        "https://harbour.example/news/ferry",
    ],
)
def test_what_leads_elsewhere_is_another_page(link: str) -> None:
    assert canonical(link) not in ("", canonical(PAGE))


@pytest.mark.parametrize(
    "link",
    ["", "https://harbour.example", "https://harbour.example/?utm_source=feed", "ftp://h.example/a", "https://[half/a",
     "https://h.example:port/a", "/home/reader/ferry.txt", "file:///home/ferry.txt"],
)  # fmt: skip
def test_a_front_page_or_what_is_no_web_address_names_no_article(link: str) -> None:
    assert canonical(link) == ""


@given(st.text())
def test_any_text_has_a_form_and_keeps_it(text: str) -> None:
    form = canonical(text)
    assert canonical(f"https://{form}") == form or not form


@given(st.text(alphabet="/?&=#:@.a%"))
def test_odd_addresses_do_no_harm(rest: str) -> None:
    assert isinstance(canonical(f"https://harbour.example{rest}"), str)
