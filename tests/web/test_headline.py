"""The headline among the four places of a page that state one."""

import json
from html import unescape

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from digest.text import clean_line
from digest.web.headline import bare, headline
from digest.web.pagemeta import PageMeta, page_meta

SITE = "The Quay Courier"


def chosen(*, og: str = "", linked: str = "", h1: str = "", title: str = "", site: str = SITE) -> str:
    thing = json.dumps({"@type": "NewsArticle", "headline": linked})
    head = f"<title>{title}</title><script type='application/ld+json'>{thing}</script>"
    head += f'<meta property="og:title" content="{og}">' if og else ""
    head += f'<meta property="og:site_name" content="{site}">' if site else ""
    heading = f"<h1>{h1}</h1>" if h1 else ""
    tree = trafilatura.load_html(f"<html><head>{head}</head><body>{heading}<p>Tide.</p></body></html>")
    return headline(page_meta(tree))


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ({"title": "Ferry alarms sound at dawn | The Quay Courier", "h1": "Ferry alarms sound at dawn"},
         "Ferry alarms sound at dawn"),
        ({"linked": "Ferry alarms sound at dawn"}, "Ferry alarms sound at dawn"),
        ({"title": "Ferry alarms sound - a winter's tale"}, "Ferry alarms sound - a winter's tale"),
    ],
    ids=["heading and title", "linked data", "a dash of its own"],
)  # fmt: skip
def test_a_page_that_shares_no_title_is_read_by_what_it_shows(said: dict[str, str], headline: str) -> None:
    assert chosen(**said) == headline


def test_of_two_headlines_the_shared_one_is_taken() -> None:
    long = "Ferry alarms sound at dawn as crews run to the quay"
    assert chosen(og="Crews woken by alarms", linked=long, h1=long, title=f"{long} | {SITE}") == "Crews woken by alarms"


def test_what_the_page_shows_and_shares_goes_before_what_it_tells_machines() -> None:
    shown = "Crews woken by alarms"
    assert chosen(og=shown, linked="Ferry alarm, quay alarm, dawn", h1=shown) == shown


def test_a_title_written_for_search_engines_gives_way_to_the_linked_one() -> None:
    found = chosen(
        og="Ferry alarm quay dawn news",
        title="Ferry alarm quay dawn news | quay.example",
        linked="Crews woken by alarms",
        h1="Crews woken by alarms",
    )
    assert found == "Crews woken by alarms"


def test_a_kicker_stays_where_the_page_shows_it() -> None:
    with_kicker = "Night at the harbour: Crews woken by alarms"
    assert chosen(og="Crews woken by alarms", linked=with_kicker, h1=with_kicker) == with_kicker
    assert chosen(og="Crews woken by alarms", linked=with_kicker, h1="Crews woken by alarms") == "Crews woken by alarms"


@pytest.mark.parametrize(
    "tail", [" | The Quay Courier", " - Harbour - The Quay Courier", " | The Quay Courier Online"], ids=str
)
def test_the_sites_name_is_no_part_of_it(tail: str) -> None:
    assert chosen(og=f"Crews woken by alarms{tail}") == "Crews woken by alarms"


def test_a_site_that_does_not_name_itself_is_cut_off_by_the_heading() -> None:
    found = chosen(og="Crews woken by alarms - quay.example", h1="Crews woken by alarms", title="Crews - quay", site="")
    assert found == "Crews woken by alarms"


def test_a_word_that_only_begins_like_the_site_is_kept() -> None:
    assert chosen(og="Crews woken by alarms - quayside in fear", site="Quay") == (
        "Crews woken by alarms - quayside in fear"
    )


_WORD = st.sampled_from(["alarms", "Quay", "Courier", "at", "dawn", "-", "|", ":", "&amp;", "\u202e", "\x1b"])
WORDS = st.lists(_WORD).map(" ".join)


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
def test_a_headline_is_words_that_the_page_states_and_never_none_of_them(
    og: str, linked: str, h1: str, title: str, site: str
) -> None:
    said = PageMeta(
        ({"@type": "NewsArticle", "headline": linked},), {}, {"og:title": (og,), "og:site_name": (site,)}, (h1,), (),
        title, "en",
    )  # fmt: skip
    found = headline(said)
    stated = [clean_line(unescape(text)) for text in (og, linked, title)]  # metadata is often escaped twice
    stated.append(clean_line(h1))
    assert found == clean_line(found)
    assert any(bare(found) in bare(text) for text in stated)
    assert found or not any(stated)
