"""The application: it opens the database for the screens, sets the look, and routes nothing else."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from ..config.settings import Config
from ..desk import Desk
from ..store import Store
from .commanding import Commanding
from .glyphs import choose
from .keys import keymap
from .screen import Context
from .stories import StoriesScreen
from .themes import FACT_COLOURS, THEMES
from .ways import to_article, to_compare


class DigestApp(App[None]):
    """The terminal reader over one database file."""

    CSS_PATH = Path(__file__).with_name("digest.tcss")
    TITLE = "digest"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (120, "-roomy"), (140, "-wide")]

    def __init__(
        self,
        database: Path,
        *,
        now: Callable[[], datetime],
        story: int | None = None,
        compare: bool = False,
        ascii: bool = False,  # noqa: A002 - the option's name
        config: Config | None = None,
    ) -> None:
        """`now` gives the time and, by its zone, how times are shown; `story` is opened at once, compared if asked."""
        super().__init__()
        config = config or Config()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[config.theme].name  # before anything is drawn: a later one makes all styles be read twice
        self.stylesheet.set_variables(self.get_css_variables())
        self._database = database
        self._story = story
        self._compare = compare
        program = [sys.executable, "-m", "digest", "--db", str(database.absolute())]
        program += ["--config", str(config.path.absolute())] if config.path else []
        self.context = Context(
            now,
            choose(ascii),
            self.open_desk,
            stamp=self.stamp,
            views=config.views,
            keys=keymap(config),
            program=tuple(program),
        )
        self.set_keymap(self.context.keys)

    @contextmanager
    def open_desk(self) -> Iterator[Desk]:
        """Open the database for the thread that asks."""
        with Store(self._database, create=False) as store:
            yield Desk(store)

    def stamp(self) -> tuple[int, ...]:
        """Return what changes when any program writes to the database; it costs two looks at a folder."""
        found: list[int] = []
        for name in (self._database, self._database.with_name(self._database.name + "-wal")):
            try:
                status = name.stat()
            except OSError:  # it has gone, or there is nothing to be merged: that is a stamp too
                found += (0, 0, 0)
            else:
                found += (status.st_ino, status.st_size, status.st_mtime_ns)
        return tuple(found)

    def get_default_screen(self) -> Screen[None]:
        return StoriesScreen(self.context)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FACT_COLOURS[self.current_theme.dark]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield what the palette offers: the commands that hold on the screen, as their table has them."""
        if isinstance(screen, Commanding):
            for command in screen.commands:
                title = command.name.replace("-", " ").capitalize()
                yield SystemCommand(title, command.help, partial(screen.run_command, command))

    def on_mount(self) -> None:
        self.set_class(self.context.glyphs.ascii, "-ascii")
        # after fg the terminal is empty, and Textual draws only what changes
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._story is not None:
            way = to_compare if self._compare else to_article
            self.push_screen(way(self.context, self._story))
