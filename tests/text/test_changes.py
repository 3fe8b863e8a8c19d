"""What changed between two versions of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import ChangeKind, changes

BEFORE = "Six people were hurt in the fire on the quay.\n\nNobody else was there.\n\nThe cause is not known."
SIGNS = {ChangeKind.SAME: "{}", ChangeKind.GONE: "[-{}-]", ChangeKind.NEW: "{{+{}+}}"}


def shown(before: str, after: str) -> list[str]:
    return [" ".join(SIGNS[run.kind].format(run.text) for run in runs) for runs in changes(before, after)]


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        (BEFORE, []),
        (BEFORE.replace("\n\n", "\n").replace(" in ", "  in "), []),
        (BEFORE.replace("Six", "Eleven"), ["[-Six-] {+Eleven+} people were hurt in the fire on the quay."]),
        (BEFORE.replace("Nobody else was there.\n\n", ""), ["[-Nobody else was there.-]"]),
        (BEFORE + "\n\nRain fell.", ["{+Rain fell.+}"]),
        (
            BEFORE.replace("Six people were hurt in", "Eleven people were killed by"),
            ["[-Six people were hurt in-] {+Eleven people were killed by+} the fire on the quay."],
        ),
    ],
    ids=["same", "blanks", "word", "gone", "new", "run"],
)
def test_only_what_changed_is_told(after: str, lines: list[str]) -> None:
    assert shown(BEFORE, after) == lines


WORDS = st.lists(st.sampled_from(["a", "b", "c", "fire", "\n"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_not_new_was_there_before_and_what_is_not_gone_is_there_after(before: str, after: str) -> None:
    told = [run for runs in changes(before, after) for run in runs]
    old = " ".join(run.text for run in told if run.kind is not ChangeKind.NEW).split()
    new = " ".join(run.text for run in told if run.kind is not ChangeKind.GONE).split()
    assert is_within(old, before.split())
    assert is_within(new, after.split())
    assert len(before.split()) - len(old) == len(after.split()) - len(new)


def is_within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)
