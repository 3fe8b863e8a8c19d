"""`digest correct`: a mark put right on the command line stays so and can be taken back."""

import json
from pathlib import Path

from .conftest import Digest


def rows(digest: Digest) -> list[dict[str, object]]:
    found = json.loads(digest("compare", 1, "northern", "harbour", "--json").out)["rows"]
    assert isinstance(found, list)
    return found


def corrected(digest: Digest) -> list[object]:
    return [row["corrected"] for row in rows(digest) if row["corrected"]]


def test_facts_are_paired_listed_and_parted_again(digest: Digest, filled: Path) -> None:
    before = rows(digest)
    paired = digest("correct", "pair", "a1", "14 people", "a2", "17 people", "--as", "differ", "--note", "one toll")
    assert (paired.code, paired.out) == (0, "")
    assert paired.err == "Paired “At least 14 people” and “17 people”: they differ. `digest undo` takes it back.\n"
    assert corrected(digest) == ["paired by hand: one toll"]
    assert "paired by hand: one toll" in " ".join(digest("compare", 1, "northern", "harbour").out.split())
    (listed,) = json.loads(digest("correct", "list", "--json").out)
    assert listed["words"] == [{"article": 1, "text": "At least 14 people"}, {"article": 2, "text": "17 people"}]
    assert "a1 “At least 14 people” · a2 “17 people”" in digest("correct", "list").out
    assert digest("correct", "remove", listed["id"]).code == 0
    assert rows(digest) == before
    assert digest("undo").code == 0
    assert corrected(digest) == ["paired by hand: one toll"]


def test_a_mark_is_rejected_by_its_words(digest: Digest, filled: Path) -> None:
    digest("correct", "pair", "a1", "14 people", "a2", "17 people", "--as", "differ")
    assert digest("correct", "reject", 1, "17 people").code == 0
    assert corrected(digest) == ["parted by hand", "parted by hand"]
    assert digest("undo").code == 0
    assert corrected(digest) == ["paired by hand"]


def test_what_makes_no_sense_is_said_with_the_way_out(digest: Digest, filled: Path) -> None:
    said = {
        "no mark has the words “hovercraft”": ("reject", 1, "hovercraft"),
        "both are words of a1": ("pair", "a1", "14", "a1", "14", "--as", "agree"),
        "no fact with the words “40 people” in a2; `digest facts a2 --all` lists them": (
            *("pair", "a1", "14", "a2", "40 people"),
            *("--as", "agree"),
        ),
        "no correction 9; `digest correct list` lists them": ("remove", 9),
    }
    for words, arguments in said.items():
        result = digest("correct", *arguments)
        assert result.code == 2
        assert words in result.err
        assert result.err.count("\n") == 1
