"""What the shell is given: completions and the manual page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.cli.commands import COMMANDS
from digest.store import Store

from .conftest import Digest

ROFF = (".TH", ".SH", ".SS", ".B", ".TP", ".PP", ".nf", ".fi")


def completed(*words: str, **env: str) -> list[str]:
    """Return what a shell would offer for the last of these words."""
    asked = {
        "_DIGEST_COMPLETE": "zsh_complete",
        "COMP_WORDS": " ".join(("digest", *words)),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(
        [sys.executable, "-c", "from digest.cli import main; main()"],
        env={**os.environ, **asked, **env},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[1::3]


def test_commands_options_views_and_tags_are_completed(home: Path, filled: Path) -> None:
    config = home / "v.toml"
    config.write_text('[views]\nharbour = "ferry"\nhall = "town"\nsea = "sea"\n')
    with Store(filled) as store:
        store.tags.add("court", stories=[1])
    assert completed("stor") == ["stories", "storylines", "story"]
    assert completed("stories", "--vi") == ["--view"]
    assert completed("stories", "--view", "ha", DIGEST_CONFIG=str(config)) == ["harbour", "hall"]
    assert completed("stories", "--view", "ha", DIGEST_CONFIG=str(home / "none.toml")) == []
    assert completed("tag", "co", DIGEST_DB=str(filled)) == ["court"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_asks_digest(digest: Digest, shell: str) -> None:
    shown = digest("completion", shell)
    assert (shown.code, shown.err) == (0, "")
    assert f"_DIGEST_COMPLETE={shell}_complete" in shown.out


def test_the_manual_has_every_command_with_its_options(digest: Digest) -> None:
    lines = digest("man").lines
    assert lines[0].startswith(".TH DIGEST 1")
    for name in COMMANDS:
        assert any(line.startswith(f".SS digest {name} ") for line in lines)
    assert any(line.startswith(".SS digest story merge [OPTIONS] ") for line in lines)
    assert any("\\-\\-min\\-outlets" in line for line in lines)
    assert {line.split()[0] for line in lines if line.startswith((".", "'"))} <= set(ROFF)
    assert not any("\b" in line for line in lines)
