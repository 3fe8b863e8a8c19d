"""Whose a feed is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.web.outlets import outlet_name, registrable_domain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.quay-courier.example/x", "quay-courier.example"),
        ("http://feeds.news.quay.co.uk/rss", "quay.co.uk"),
        ("http://quay.com.au/", "quay.com.au"),
        ("https://news.orf.at/", "orf.at"),
        ("https://www.quay.gov.br/", "quay.gov.br"),
        ("https://paper.quay.kobe.jp/", "paper.quay.kobe.jp"),
        ("https://www.city.kobe.jp/", "city.kobe.jp"),
        ("https://news.com.au/", "news.com.au"),
        ("https://noticias.quay.com.br/rss", "quay.com.br"),
        ("https://www.quay.asso.fr/", "quay.asso.fr"),
        ("https://feeds.bücher.co.nz/", "bücher.co.nz"),
        ("https://somebody.github.io/feed", "somebody.github.io"),
        ("https://deep.somebody.github.io/feed", "somebody.github.io"),
        ("https://quay.blogspot.com/", "quay.blogspot.com"),
        ("https://quay.substack.com/feed", "quay.substack.com"),
        ("https://www.medium.com/feed/@quay", "medium.com"),
        ("https://de.uk.com/", "de.uk.com"),
        ("http://127.0.0.1:8080/feed", "127.0.0.1:8080"),
        ("http://localhost/", "localhost"),
        ("no address", ""),
    ],
)
def test_the_domain_is_what_its_owner_registered(url: str, domain: str) -> None:
    assert registrable_domain(url) == domain


LABEL = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)


@given(
    st.lists(LABEL, min_size=1, max_size=4), st.sampled_from(["example", "com", "co.uk", "com.au", "github.io", "ck"])
)
def test_every_name_below_a_domain_has_that_domain(labels: list[str], suffix: str) -> None:
    host = ".".join([*labels, suffix])
    domain = registrable_domain(f"https://{host}/feed")
    assert f".{host}".endswith(f".{domain}")
    assert registrable_domain(f"https://{domain}/") == domain
    assert registrable_domain(f"https://feeds.{host}/") == domain or domain == host


@pytest.mark.parametrize(
    ("title", "domain", "name"),
    [
        ("The Quay Courier", "quaycourier.example", "The Quay Courier"),
        ("World news | The Quay Courier", "quaycourier.example", "The Quay Courier"),
        ("Quay Courier latest articles", "quaycourier.example", "Quay Courier"),
        ("QCN > Sport", "qcn.example", "QCN"),
        ("Harbour: all the news", "elsewhere.example", "Harbour: all the news"),
        ("The Tidings RSS Feed", "elsewhere.example", "The Tidings"),
        ("", "quaycourier.example", "quaycourier.example"),
        ("Quay", "127.0.0.1:80", "Quay"),
    ],
)
def test_the_outlet_is_named_by_the_part_its_domain_spells(title: str, domain: str, name: str) -> None:
    assert outlet_name(title, domain) == name
