"""Local documents to articles, each statement with where it was found."""

import textwrap
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.model import Article, Provenance
from digest.web.files import read_document
from digest.web.workers import Workers

NOW = datetime(2020, 9, 15, tzinfo=UTC)
LEAD = "The harbour board of Port Ansel has agreed to widen the northern quay by 40 metres before the spring."
MORE = "The work will cost about 3 million euros, the chair of the board told reporters on Friday after the meeting."
Read = Callable[..., Article]


@pytest.fixture
def read(tmp_path: Path, workers: Workers) -> Read:
    def write_and_read(name: str, text: str | bytes, outlet: str = "", day: date | None = None) -> Article:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_document(path, workers, now=NOW, outlet=outlet, day=day)

    return write_and_read


def noon(day: int) -> datetime:
    return datetime(2020, 8, day, 12, tzinfo=UTC)


def test_a_dateline_names_place_agency_and_date(read: Read) -> None:
    article = read("x.txt", f"date 2020-08-28 PORT ANSEL (NORDWIRE) - {LEAD}\n\n{MORE}\n")
    assert (article.outlet, article.outlet_from) == ("Nordwire", Provenance.TEXT)
    assert (article.agency, article.place) == ("Nordwire", "Port Ansel")
    assert (article.published, article.published_from) == (noon(28), Provenance.TEXT)
    assert (article.title, article.title_from) == (LEAD, Provenance.LEAD)
    assert article.text.startswith("date 2020-08-28")
    assert article.language == "en"


def test_a_source_line_names_outlet_and_agencies(read: Read) -> None:
    article = read("x.txt", f"{LEAD}\n\n{MORE}\n\nSource: QCNTidings and agencies\n")
    assert (article.outlet, article.agency) == ("QCN Tidings", "agencies")
    assert article.text.endswith("Source: QCNTidings and agencies")


@pytest.mark.parametrize(
    ("weekday", "day"), [("Friday", 28), ("Thursday", 27), ("Wednesday", 27), ("Sunday", 30), ("next Saturday", 27)]
)
def test_a_captions_date_and_the_weekdays_named_give_an_inferred_date(read: Read, weekday: str, day: int) -> None:
    caption = "Boats lie at the northern quay in Port Ansel, August 27, 2020. (Harbour Photo)"
    article = read("x.txt", f"{LEAD}\n\n{caption}\n\n{MORE.replace('Friday', weekday)}\n")
    assert (article.published, article.published_from) == (noon(day), Provenance.INFERRED)


def test_a_headline_line_is_the_title_and_leaves_the_text(read: Read) -> None:
    article = read("x.txt", f"Board agrees to widen northern quay\n\n{LEAD}\n\n{MORE}\n")
    assert (article.title, article.title_from) == ("Board agrees to widen northern quay", Provenance.TEXT)
    assert article.text == f"{LEAD}\n\n{MORE}"


def test_hard_wrapped_paragraphs_are_made_whole(read: Read) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in (LEAD, MORE))
    assert read("x.txt", wrapped).text == f"{LEAD}\n\n{MORE}"
    assert read("y.txt", f"{LEAD}\n{MORE}").text == f"{LEAD}\n{MORE}"


def test_the_file_name_is_the_last_to_be_asked(read: Read) -> None:
    article = read("harbour-tidings_2020-08-28.txt", f"{LEAD}\n\n{MORE}")
    assert (article.outlet, article.outlet_from) == ("Harbour Tidings", Provenance.FILE)
    assert (article.published, article.published_from) == (noon(28), Provenance.FILE)


def test_nothing_is_made_up_where_no_date_is_said(read: Read) -> None:
    article = read("tidings.txt", f"{LEAD}\n\n{MORE}")
    assert (article.published, article.published_from, article.when) == (None, Provenance.FETCHED, NOW)


def test_options_go_before_what_the_text_says(read: Read) -> None:
    text = f"date 2020-08-28 PORT ANSEL (NORDWIRE) - {LEAD}\n\n{MORE}\n"
    article = read("x.txt", text, outlet="The Tidings", day=date(2020, 8, 20))
    assert (article.outlet, article.outlet_from) == ("The Tidings", Provenance.OPTION)
    assert (article.published, article.published_from) == (noon(20), Provenance.OPTION)


def test_markdown_loses_its_markup_and_its_front_matter_is_heard(read: Read) -> None:
    text = f"""---
title: "Quay to be widened"
outlet: The Tidings
date: 2020-08-28
url: http://tidings.example/quay
---
# Quay to be widened

{LEAD.replace("Port Ansel", "[Port Ansel](http://ansel.example)")}

## What it costs

{MORE.replace("3 million", "**3 million**")}
"""
    article = read("x.md", text)
    assert (article.title, article.outlet, article.url) == (
        "Quay to be widened", "The Tidings", "http://tidings.example/quay",
    )  # fmt: skip
    assert article.published == noon(28)
    assert article.text == f"{LEAD}\n\nWhat it costs\n\n{MORE}"


def test_html_is_read_as_a_page(read: Read) -> None:
    head = "<title>Quay to be widened</title><meta property='article:published_time' content='2020-08-28T09:30:00Z'>"
    paragraphs = "".join(f"<p>{part}</p>" for part in (LEAD, MORE, LEAD.replace("northern", "southern")))
    article = read("tidings.html", f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>")
    assert (article.title, article.title_from) == ("Quay to be widened", Provenance.PAGE)
    assert (article.published, article.published_from) == (datetime(2020, 8, 28, 9, 30, tzinfo=UTC), Provenance.PAGE)
    assert article.text.startswith(LEAD)


def test_old_encodings_are_read(read: Read) -> None:
    text = "Größere Boote sollen künftig am nördlichen Kai anlegen können, wie der Rat am Freitag beschloss."
    assert read("a.txt", text.encode("cp1252")).text == text
    assert read("b.txt", text.encode("utf-16")).text == text
    assert read("c.txt", b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"\x7fELF\x00\x01\x02", "binary data"),
        ("a.txt", bytes(range(1, 32)) * 40 + b"\xff\xfe\x81", "binary data"),
        ("a.pdf", b"%PDF-1.4", "its ending is none of"),
        ("a.html", b"", "is empty"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.md", b"---\ntitle: x\n---\n", "holds no text"),
    ],
)
def test_what_is_no_document_is_said_in_one_line(read: Read, name: str, body: bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(name, body)
    assert words in caught.value.reason
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_in_one_line(tmp_path: Path, workers: Workers) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        read_document(tmp_path / "none.txt", workers, now=NOW)
