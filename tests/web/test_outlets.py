"""Whose a feed is."""

import pytest

from digest.web.outlets import outlet_name, registrable_domain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.quay-courier.example/x", "quay-courier.example"),
        ("http://feeds.news.quay.co.uk/rss", "quay.co.uk"),
        ("http://quay.com.au/", "quay.com.au"),
        ("https://news.orf.at/", "orf.at"),
        ("https://somebody.github.io/feed", "somebody.github.io"),
        ("http://127.0.0.1:8080/feed", "127.0.0.1:8080"),
        ("http://localhost/", "localhost"),
        ("no address", ""),
    ],
)
def test_the_domain_is_what_its_owner_registered(url: str, domain: str) -> None:
    assert registrable_domain(url) == domain


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
