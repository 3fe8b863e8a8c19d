"""Article pages to text, headline, time and authors."""

import json
from datetime import UTC, datetime

import pytest

from digest.errors import FeedError
from digest.model import Response
from digest.web.extract import extract
from digest.web.page import read_content, read_page
from digest.web.reading import PageText
from digest.web.workers import Workers

BODY = [
    "The ferry company said on Friday that it would replace all of its alarms before the winter, at its own expense.",
    "Inspectors had found three that did not sound when they were tested, among them the one on the car deck.",
    "Nobody had noticed, the company said, because the panel on the bridge showed all of them as working.",
]
URL = "http://quay-courier.example/ferry"


def page(head: str = "", before: str = "", after: str = "", paragraphs: list[str] | None = None) -> bytes:
    text = "".join(f"<p>{line}</p>" for line in paragraphs or BODY)
    return (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a>"
        f"</nav><article>{before}{text}{after}</article></body></html>"
    ).encode()


def linked(**fields: object) -> str:
    said = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f"<script type='application/ld+json'>{json.dumps(said)}</script>"


def read(html: bytes) -> PageText:
    found = read_page(html, URL)
    assert found is not None
    return found


def test_the_text_is_the_paragraphs_with_a_blank_line_between() -> None:
    assert read(page()).text == "\n\n".join(BODY)


def test_what_the_page_says_of_itself_is_read() -> None:
    found = read(
        page(
            linked(
                headline="Alarms &amp; excuses",
                datePublished="2020-08-28T10:15:00+02:00",
                author=[{"@type": "Person", "name": "Ada Moor"}, {"@id": "#bo"}],
                publisher={"@type": "Organization", "name": "The Quay Courier"},
            )
            + '<script type=\'application/ld+json\'>{"@type": "Person", "@id": "#bo", "name": "Bo Lind"}</script>'
            + f"<link rel='canonical' href='{URL}'>"
        )
    )
    assert (found.title, found.authors) == ("Alarms & excuses", ("Ada Moor", "Bo Lind"))
    assert found.published == datetime(2020, 8, 28, 8, 15, tzinfo=UTC)
    assert (found.outlet, found.language, found.url) == ("The Quay Courier", "en", URL)


def test_a_time_of_day_goes_before_a_bare_date() -> None:
    head = "<meta name='date' content='2020-08-28'><meta property='article:published_time' content='2020-08-28T08:15Z'>"
    assert read(page(head)).published == datetime(2020, 8, 28, 8, 15, tzinfo=UTC)


def test_a_headline_repeated_above_the_text_is_no_part_of_it() -> None:
    head = "<meta property='og:title' content='Alarms to go'>"
    found = read(page(head, paragraphs=["Alarms to go", *BODY]))
    assert found.text == "\n\n".join(BODY)


def test_a_subscription_wall_is_named() -> None:
    found = read(page(linked(headline="Alarms", isAccessibleForFree=False), paragraphs=[BODY[0]]))
    assert found.barrier == "for subscribers only"


def test_a_part_for_subscribers_is_a_subscription_wall_too() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".rest"}
    found = read(page(linked(headline="Alarms", hasPart=[part]), paragraphs=[BODY[0]]))
    assert found.barrier == "for subscribers only"


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Before you continue to The Quay Courier", "behind a consent page"),
        ("Datenschutzeinstellungen", "behind a consent page"),
        ("Just a moment...", "the site wants to see a browser"),
        ("Sign in - The Quay Courier", "behind a login"),
        ("Connexion", "behind a login"),
        ("Ferry company replaces alarms", ""),
    ],
)
def test_what_stands_before_the_text_is_named(title: str, why: str) -> None:
    assert read(page(f"<title>{title}</title>", paragraphs=[BODY[0]])).barrier == why


def test_an_article_about_a_wall_is_no_wall() -> None:
    assert read(page(linked(headline="Your privacy is at sea"), paragraphs=[BODY[0]])).barrier == ""
    assert (
        read(
            page("<title>Just a moment</title>", paragraphs=[f"{n}. {line}" for n in range(3) for line in BODY])
        ).barrier
        == ""
    )


def test_an_author_shown_before_the_one_the_metadata_names_wrote_it_too() -> None:
    shown = "<a rel='author'>Bo Lind</a><a rel='author'>Ada Moor</a><a rel='author'>Someone Else</a>"
    assert read(page(linked(author={"name": "Ada Moor"}), before=shown)).authors == ("Bo Lind", "Ada Moor")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Moor/Bo Lind", ("Ada Moor", "Bo Lind")),
        ("By Ada Moor", ("Ada Moor",)),
        ("North Quay", ("The Quay Courier",)),
    ],
)
def test_the_line_that_signs_an_article_names_its_authors_where_metadata_name_the_outlet(
    line: str, names: tuple[str, ...]
) -> None:
    outlet = {"@type": "Organization", "name": "The Quay Courier"}
    found = read(page(linked(author=outlet, publisher=outlet), paragraphs=[line, *BODY]))
    assert found.authors == names


def test_broken_descriptions_are_as_good_as_none() -> None:
    head = "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script><meta property='og:title'>"
    found = read(page(head + linked(author=5, headline=["Alarms"], publisher=[])))
    assert (found.title, found.authors, found.text) == ("Alarms", (), "\n\n".join(BODY))


def test_an_article_in_a_feed_is_read_like_a_page() -> None:
    html = "".join(f"<p>{line}</p>" for line in BODY) + "<script>alert(1)</script>"
    assert read_content(html, URL) == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"%PDF-1.4", "application/pdf", "no HTML but application/pdf"),
        (b"<html><body><p>Nothing to see.</p></body></html>", "text/html", "no article text"),
        (b"", "text/html", "cannot be read as HTML"),
    ],
)
async def test_a_page_without_an_article_says_why(workers: Workers, body: bytes, kind: str, words: str) -> None:
    with pytest.raises(FeedError) as caught:
        await extract(Response(URL, URL, 200, (("content-type", kind),), body), workers)
    assert words in caught.value.reason


async def test_a_page_is_read_in_the_character_set_its_server_names(workers: Workers) -> None:
    html = page(paragraphs=[*BODY, "Zwölf Boote fuhren früh hinaus, größer als je zuvor, sagte der Hafenmeister."])
    latin = html.replace(b"<meta charset='utf-8'>", b"").decode().encode("latin-1")
    response = Response(URL, URL, 200, (("content-type", "text/html; charset=ISO-8859-1"),), latin)
    assert "Zwölf Boote fuhren früh" in (await extract(response, workers)).text
