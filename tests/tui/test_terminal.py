"""The screens in a real terminal, driven as a person does: tmux gives it and holds what it shows."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .library import TITLES

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
LONGEST = 15.0
"""Seconds until something has to be seen, on a busy machine."""


class Tmux:
    """One terminal of a tmux server of its own."""

    def __init__(self, folder: Path, command: str) -> None:
        self._socket = str(folder / "tmux")
        self.run("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "110", "-y", "30", command)

    def run(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-S", self._socket, *words], capture_output=True, text=True, check=True)
        return done.stdout

    def keys(self, *keys: str) -> None:
        self.run("send-keys", "-t", "t", *keys)

    def screen(self) -> str:
        return self.run("capture-pane", "-p", "-t", "t")

    def until(self, words: str) -> str:
        """Wait until words are seen and return what is seen then."""
        end = time.monotonic() + LONGEST
        while words not in (shown := self.screen()):
            assert time.monotonic() < end, f"{words!r} is not seen in:\n{shown}"
            time.sleep(0.05)  # tmux tells nobody when a program draws
        return shown

    def gone(self, words: str) -> None:
        """Wait until words are seen no more."""
        end = time.monotonic() + LONGEST
        while words in self.screen():
            assert time.monotonic() < end, f"{words!r} is still seen"
            time.sleep(0.05)

    def close(self) -> None:
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def terminal(database: Path, tmp_path: Path) -> Iterator[Tmux]:
    """Open the screens from a shell in a terminal."""
    found = Tmux(
        tmp_path, "env -u COLUMNS -u LINES DIGEST_CONFIG=/dev/null PS1=shell: TERM=xterm-256color bash --norc -i"
    )
    found.until("shell:")
    found.keys(f"{sys.executable} -m digest --db {database}", "Enter")
    found.until(TITLES[0][:20])
    found.until("6 stories")
    yield found
    found.close()


def test_keys_open_and_close_and_quit_leaves_the_shell_as_it_was(terminal: Tmux) -> None:
    terminal.keys("c")
    terminal.until("ledger")
    terminal.keys("h")
    terminal.until("ALL STORIES")
    terminal.keys("?")
    terminal.until("KEYS AND MARKS")
    terminal.keys("q")
    terminal.gone("KEYS AND MARKS")
    terminal.keys("q")
    shown = terminal.until("shell:")
    assert "ALL STORIES" not in shown
    assert "Traceback" not in shown


def test_a_resize_is_followed(terminal: Tmux) -> None:
    terminal.run("resize-window", "-t", "t", "-x", "150", "-y", "40")
    terminal.until("VIEWS")
    terminal.run("resize-window", "-t", "t", "-x", "60", "-y", "12")
    terminal.gone("VIEWS")
    terminal.until("6 stories")


def test_the_screens_are_suspended_and_taken_up_where_they_were(terminal: Tmux) -> None:
    begun = [title[:20] for title in TITLES]
    third = [title for line in terminal.screen().splitlines() for title in begun if title in line[:60]][2]
    terminal.keys("j", "j")
    terminal.until(f"▌● {third}")
    terminal.keys("C-z")
    terminal.until("Stopped")
    terminal.keys("fg", "Enter")
    terminal.until("ALL STORIES")
    terminal.until(f"▌● {third}")


def test_a_second_click_on_a_story_opens_it(terminal: Tmux) -> None:
    lines = terminal.screen().splitlines()
    line = next(i for i, text in enumerate(lines) if TITLES[2][:20] in text) + 1
    for _ in range(2):
        terminal.keys("-l", f"\x1b[<0;10;{line}M\x1b[<0;10;{line}m")
    terminal.until(" of 4 articles")
