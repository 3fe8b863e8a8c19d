"""Commands called by name: from the command line, from the palette, or told what their key alone does not say."""

from difflib import get_close_matches

from textual.screen import Screen

from .bars import KeyBar
from .commands import Command, commands
from .themes import THEMES


class Commanding(Screen[None]):
    """A screen whose commands can be called by name."""

    SCOPE = ""
    """Where its commands stand in the table."""

    def tell(self, words: str) -> None:
        """Say something; a subclass must say where."""
        raise NotImplementedError

    @property
    def commands(self) -> list[Command]:
        """Return the commands that hold here, with those of what has the focus."""
        bar = next(iter(self.query(KeyBar)), None)
        return commands(tuple(dict.fromkeys((*(bar.scopes if bar else (self.SCOPE,)), "app"))))

    def action_command_line(self, begun: str = "") -> None:
        """Open the command line."""
        from .command_line import CommandLine

        names = [command.name for command in self.commands]
        self.app.push_screen(CommandLine(names, begun), self.run_line)

    def run_line(self, line: str | None) -> None:
        """Run a line of the command line: a command's name and what it has to be told."""
        name, _, told = (line or "").partition(" ")
        if not name:
            return
        found = next((command for command in self.commands if command.name == name), None)
        if found is None:
            near = get_close_matches(name, [command.name for command in self.commands], n=1, cutoff=0.5)
            self.tell(
                f'There is no command "{name}" here' + (f"; did you mean {near[0]}?" if near else "; ? lists them.")
            )
        elif found.takes and not told.strip():
            self.tell(f"Write what is meant after it: {name} {found.takes}")
        else:
            self.run_command(found, told.strip())

    def run_command(self, command: Command, told: str = "") -> None:
        """Do what a command does; one that was not told what it has to be opens the command line."""
        if command.takes and not told:
            self.action_command_line(f"{command.name} ")
            return
        name = command.action.partition("(")[0].removeprefix("app.")
        target = next(node for node in (self.focused, self, self.app) if node and hasattr(node, f"action_{name}"))
        if command.takes:
            getattr(target, f"action_{name}")(told)
        else:
            self.call_later(self.app.run_action, command.action, target)

    def action_theme(self, name: str) -> None:
        """Take on another look."""
        if name in THEMES:
            self.app.theme = THEMES[name].name
        else:
            self.tell(f"The looks are {', '.join(THEMES)}.")
