"""The adapters for measuring are thin calls: what they are not to see makes no difference."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.adapters import facts

PAIR = {
    "a": {"id": "x1", "outlet": "Harbour Gazette", "published": "2020-08-28", "title": "Fire"},
    "b": {"id": "x2", "outlet": "Northern Wire", "published": "2020-08-28", "title": "Fire"},
    "text_a": "A fire injured 14 passengers on the ferry Blue Heron on Tuesday, the coastguard said.",
    "text_b": "On Tuesday, 17 passengers were injured when fire broke out on the ferry Blue Heron.",
}


def _predicted(pair: Mapping[str, object], folder: Path) -> list[dict[str, object]]:
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "ferry.json").write_text(json.dumps(pair), encoding="utf8")
    facts.main(str(folder / "in"), str(folder / "out"))
    rows: list[dict[str, object]] = json.loads((folder / "out" / "ferry.json").read_text(encoding="utf8"))
    return rows


def test_the_gold_in_a_file_changes_nothing(tmp_path: Path) -> None:
    gold = {"facts": [{"kind": "quantity", "a_start": 15, "a_end": 28, "state": "differ_value"}], "noise_a": ["A fire"]}
    assert _predicted(PAIR | gold, tmp_path / "full") == _predicted(PAIR, tmp_path / "stripped")


def test_a_row_names_its_spans_by_the_places_in_the_texts(tmp_path: Path) -> None:
    (row,) = [row for row in _predicted(PAIR, tmp_path) if row["state"] == "differ_value"]
    places = [row[key] for key in ("a_start", "a_end", "b_start", "b_end")]
    a, b, c, d = (int(str(place)) for place in places)
    assert (PAIR["text_a"][a:b], PAIR["text_b"][c:d]) == ("14 passengers", "17 passengers")  # type: ignore[index]
