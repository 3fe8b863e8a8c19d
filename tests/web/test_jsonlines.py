"""One article a line: each line for itself, a bad one named by its number."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.model import Article, Provenance
from digest.web.jsonlines import Line, read_lines

NOW = datetime(2020, 9, 15, tzinfo=UTC)
TEXT = "Fog closed the harbour of Port Ansel on Friday for the third day running. No ferry left the northern quay."
WHOLE = {
    "title": "Fog at Port Ansel",
    "text": TEXT,
    "url": "https://wire.example/fog",
    "outlet": "Northern Wire",
    "published": "2020-08-28T15:20:00+02:00",
    "language": "EN",
    "more": {"is": "let be"},
}


def lines(folder: Path, *rows: object, outlet: str = "", day: date | None = None) -> list[Line]:
    path = folder / "harbour-news.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return list(read_lines(path, now=NOW, outlet=outlet, day=day))


def article(folder: Path, **changed: object) -> Article:
    (line,) = lines(folder, WHOLE | changed)
    assert line.article is not None, line.error
    return line.article


def test_a_line_becomes_an_article_as_it_says(tmp_path: Path) -> None:
    found = article(tmp_path)
    assert (found.title, found.outlet, found.language) == ("Fog at Port Ansel", "Northern Wire", "en")
    assert found.text == TEXT
    assert found.published == datetime(2020, 8, 28, 13, 20, tzinfo=UTC)
    assert found.key == found.url == "https://wire.example/fog"


def test_what_a_line_does_not_say_is_worked_out_and_marked(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, {"text": TEXT})
    found = line.article
    assert found is not None
    assert (found.outlet, found.outlet_from) == ("harbour news", Provenance.FILE)
    assert (found.title_from, found.title) == (Provenance.LEAD, TEXT.partition(". ")[0] + ".")
    assert (found.published, found.published_from) == (None, Provenance.FETCHED)
    assert article(tmp_path, outlet="").outlet == "wire.example"


def test_options_go_before_what_a_line_says(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, WHOLE, outlet="Compass Line", day=date(2020, 8, 1))
    assert line.article is not None
    assert (line.article.outlet, line.article.published_from) == ("Compass Line", Provenance.OPTION)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ("[" * 100_000, "nested too deeply"),
        ({"title": "x"}, "it has no text"),
        ({"text": 7}, "text is not a text in quotes"),
        (WHOLE | {"url": "file:///etc/hosts"}, "url: only http and https"),
        (WHOLE | {"published": "soon"}, "published: 'soon' is no date"),
        (WHOLE | {"published": "1815-06-18"}, "before 1970"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, bad: object, said: str) -> None:
    first, second, third = lines(tmp_path, WHOLE, bad, "", WHOLE | {"url": ""})
    assert (first.number, second.number, third.number) == (1, 2, 4)
    assert said in second.error
    assert second.article is None
    assert first.article is not None
    assert third.article is not None


def test_bytes_that_are_no_text_cost_their_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'{"text": "\xff"}\n' + json.dumps(WHOLE).encode())
    bad, good = read_lines(tmp_path / "x.jsonl", now=NOW)
    assert bad.error == "not in UTF-8"
    assert good.article is not None


def test_outside_text_is_cleaned(tmp_path: Path) -> None:
    found = article(tmp_path, title="Fog\u202e \x1b[2J", text=f"{TEXT}\x9b2J")
    assert "\u202e" not in found.title
    assert "\x1b" not in found.title
    assert found.text == f"{TEXT}2J"


def test_a_missing_file_and_an_empty_one_are_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        list(read_lines(tmp_path / "none.jsonl", now=NOW))
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(DocumentError, match="is empty"):
        list(read_lines(tmp_path / "empty.jsonl", now=NOW))
