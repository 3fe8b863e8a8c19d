"""Exports reach the disk whole, under names that can do no harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ConfigError
from digest.export.files import safe_name, write


@given(st.text(max_size=200), st.text(max_size=10))
def test_a_name_is_lower_case_letters_digits_and_hyphens(text: str, more: str) -> None:
    name = safe_name(text, more)
    assert 0 < len(name) <= 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_date_makes_its_own_name() -> None:
    assert safe_name("digest", "2020-08-28") == "digest-2020-08-28"


def test_a_second_export_replaces_the_first_and_leaves_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "new", "a.md", "one")
    assert write(tmp_path / "new", "a.md", "zwei ≠").read_text(encoding="utf-8") == "zwei ≠"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.md"]


def test_a_folder_that_is_a_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(ConfigError, match=r"taken.*--out"):
        write(tmp_path / "taken", "a.md", "one")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "old")
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path, "a.md", "lone \ud800 surrogate")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "old")]
