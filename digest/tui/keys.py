"""Keys: how Textual and how keyboards name them, and which of them the configuration gives to which command."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS

from ..config.settings import Config
from ..errors import ConfigError
from .commands import COMMANDS, Command

_NAMED = frozenset(
    "enter escape tab space up down left right pageup pagedown home end insert delete backspace".split()
    + [f"f{number}" for number in range(1, 25)]
)
_WITH = re.compile(r"(?:(?:ctrl|alt|shift)\+)*")


def bindings(scope: str) -> list[BindingType]:
    """Return Textual's bindings for a scope, with ids, so that keys can be given anew."""
    return [
        Binding(c.keys, action(c), c.label or c.help, show=bool(c.label), tooltip=c.help, id=c.id)
        for c in COMMANDS
        if c.scope == scope and c.keys
    ]


def action(command: Command) -> str:
    """Return what a command's key does: one that has to be told something begins a command line."""
    return f"command_line('{command.name} ')" if command.takes else command.action


def keymap(config: Config) -> dict[str, str]:
    """Return the keys of the configuration as Textual spells them, by the command's id.

    ConfigError names file, line and key of a command that is not there, a key that is none, a key given twice.
    """
    found: dict[str, str] = {}
    problems: list[str] = []
    for name, keys in config.keys.items():
        try:
            found[_known(name)] = ",".join(map(spelled, keys))
        except ValueError as error:
            problems.append(_problem(config, name, str(error)))
    problems.extend(_problem(config, name, words) for name, words in _clashes(found))
    if problems:
        raise ConfigError(*problems)
    return found


def _known(name: str) -> str:
    ids = [command.id for command in COMMANDS if command.keys]
    if name in ids:
        return name
    near = get_close_matches(name, ids, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "the help (?) names them all"
    raise ValueError(f"there is no such command; {hint}")


def _clashes(given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the commands that were given a key which another one of their scope has."""
    for scope in {command.scope for command in COMMANDS}:
        keys = {c.id: given.get(c.id, c.keys).split(",") for c in COMMANDS if c.scope == scope and c.keys}
        used = Counter(key for names in keys.values() for key in names)
        for name in keys.keys() & given.keys():
            for key in keys[name]:
                if used[key] > 1:
                    other = next(one for one, names in keys.items() if one != name and key in names)
                    yield name, f"{key_name(key)} is the key of {other} too; give that one another"


def _problem(config: Config, name: str, words: str) -> str:
    line = config.lines.get(f"keys.{name}") or config.lines.get(f"keys.{name.partition('.')[0]}")
    return f"{config.path}{f', line {line}' if line else ''}: [keys] {name}: {words}"


def spelled(key: str) -> str:
    """Return a key as Textual spells it: "?" is question_mark; ValueError if there is no such key."""
    held = _WITH.match(key)
    prefix = held[0] if held and held.end() < len(key) else ""
    bare = key[len(prefix) :]
    if len(bare) == 1 and bare.isprintable() and bare != " ":
        if bare.isalnum():
            return prefix + bare
        name = unicodedata.name(bare).lower().replace("-", "_").replace(" ", "_")
        return prefix + KEY_NAME_REPLACEMENTS.get(name, name)
    if bare in _NAMED or bare in _KEYS:
        return prefix + bare
    raise ValueError(f'"{key}" is no key; write one such as "x", "X", "?", "ctrl+x", "f2" or "enter"')


_KEYS = {
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "f1": "F1",
    "f5": "F5",
    "home": "Home",
    "colon": ":",
    "end": "End",
}


def key_name(key: str) -> str:
    """Return a key as it is printed on the keyboard."""
    return _KEYS.get(key, key.replace("ctrl+", "^"))
