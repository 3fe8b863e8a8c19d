"""The table of figures."""

import json
from pathlib import Path

import pytest

from digest.analysis.stories.forest import MODEL

from .measure import Goal, Row, line, measure

RUN = (
    'print("x  B3 P  90.0 R  80.0 F  84.7 | pairF  1.0 | k 3/4 | arrival F 84.0 merges 1 moved 1'
    ' | 700 articles/s CPU, peak 31 MB")'
)


def rows(shared: Path, adapters: Path) -> list[tuple[str, Row]]:
    return list(measure(shared, adapters))


def test_without_the_evaluation_folder_each_scorer_is_a_line_that_says_so(tmp_path: Path) -> None:
    found = rows(tmp_path, tmp_path)
    assert [name for name, _ in found] == ["clusters", "facts", "quotes", "pages"]
    assert all("no folder" in row.figure and row.reached is None for _, row in found)


def test_a_missing_adapter_is_a_line_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "eval" / "quotes").mkdir(parents=True)
    assert ("quotes", Row("not measured", "no adapter quotes.py in tests/adapters")) in rows(tmp_path, tmp_path)


def shared_with(folder: Path, script: str) -> Path:
    """Return an evaluation folder whose story scorer is `script`, with one stream of two articles."""
    (folder / "eval" / "clusters" / "data").mkdir(parents=True)
    (folder / "eval" / "clusters" / "run.py").write_text(script, encoding="utf-8")
    (folder / "eval" / "clusters" / "data" / "ecb.jsonl").write_text("{}\n{}\n", encoding="utf-8")
    (folder / "clusters.py").touch()
    return folder


def test_a_scorers_figures_stand_beside_their_goals(tmp_path: Path) -> None:
    found = [row for name, row in rows(shared_with(tmp_path, RUN), tmp_path) if row.what.startswith("ecb")]
    unseen = json.loads(MODEL.read_text(encoding="utf-8"))["provenance"]["out_of_fold"]["ecb"]
    assert [row.figure for row in found] == [
        f"{unseen['f1']:.1f}",
        f"{unseen['f1'] - unseen['arrival_f1']:.1f}",
        f"{unseen['moved']:.1f}",
        "84.7",
        "700",
        "31",
    ]
    assert [row.goal for row in found] == [">= 96.0", "<= 1.0", "<= 2.0", "", ">= 300", "<= 250"]
    assert [row.reached for row in found[3:]] == [None, True, True]


@pytest.mark.parametrize(("script", "said"), [("1/0", "ZeroDivisionError"), ("print('?')", "cannot read: ?")])
def test_a_scorer_that_fails_is_a_line_and_the_others_go_on(tmp_path: Path, script: str, said: str) -> None:
    found = rows(shared_with(tmp_path, script), tmp_path)
    assert any(name == "clusters" and said in row.figure for name, row in found)
    assert found[-1][0] == "pages"


def test_goals_know_their_direction() -> None:
    assert Goal(5, most=True).row("false", 5, ".0f").reached is True
    assert Goal(0.9).row("recall", 0.89, ".3f") == Row("recall", "0.890", ">= 0.900", reached=False)
    assert Goal(0.9).row("recall", None, ".3f").figure == "-"


def test_a_line_of_the_table_can_be_read() -> None:
    shown = line("facts", Goal(0.9).row("recall", 0.95, ".3f"))
    assert shown.split() == ["facts", "recall", "0.950", ">=", "0.900", "reached"]
