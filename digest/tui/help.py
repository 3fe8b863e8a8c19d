"""The help: every command of the table with its keys, and what the marks mean."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from ..export.marks import CANNOT_TELL, CELL_MARKS, MARKS
from ..model import Cell, State
from .commands import COMMANDS, TITLES, Command
from .glyphs import Glyphs
from .highlight import state_style
from .keys import key_name
from .lines import wrap
from .preview import heading
from .window import Page

_KEYS = 20
_NAMED_FROM = 70


def help_page(glyphs: Glyphs, given: Mapping[str, str], first: Sequence[str] = (), *, colour: bool) -> Page:
    """Return the help; `given` holds the keys a configuration gave anew, by the command's id.

    The keys of the scopes that are `first` come before all else, and the marks after them.
    """
    order = dict.fromkeys((*(scope for scope in first if scope in TITLES), *TITLES))

    def page(width: int) -> list[list[Content]]:
        parts = []
        for scope in order:
            lines = [heading(TITLES[scope], width, glyphs)]
            for command in (c for c in COMMANDS if c.scope == scope):
                lines.extend(_command(command, given.get(command.id, command.keys), width))
            parts.append([*lines, Content("")])
        parts.insert(1, list(_marks(width, glyphs, colour=colour)))
        return parts

    return page


def _command(command: Command, keys: str, width: int) -> Iterator[Content]:
    """Yield the keys, what they do, and the name that the command line and the configuration know it by."""
    names = "  ".join(key_name(key) for key in keys.split(",")) if keys else f":{command.name} {command.takes}".strip()
    room = min(_KEYS, max(6, width // 3))
    name = Content.styled(command.id, "$quiet") if width >= _NAMED_FROM else Content("")
    for i, line in enumerate(wrap(Content(command.help), width - room - (name.cell_length + 2 if name else 0))):
        head = Content.styled((names if i == 0 else "").ljust(room)[: max(room, len(names) + 1)], "$accent") + line
        yield head.pad_right(width - head.cell_length - name.cell_length) + name if name and i == 0 else head


def _marks(width: int, glyphs: Glyphs, *, colour: bool) -> Iterator[Content]:
    yield heading("Marks", width, glyphs)
    seen = set()
    for state in State:
        mark = MARKS[state]
        if mark.word not in seen:
            seen.add(mark.word)
            style = state_style(state, colour=colour)
            head = Content.assemble((f"{glyphs.mark(state)}  {mark.word}".ljust(_KEYS), style))
            for i, line in enumerate(wrap(Content(_MEANING.get(state, "")), width - _KEYS)):
                yield (head if i == 0 else Content(" " * _KEYS)) + line
    absent = CELL_MARKS[Cell.ABSENT]
    yield Content.assemble((glyphs.cell(Cell.ABSENT), "$quiet"), "  ", (absent.word, "$quiet"))
    yield Content("")


_MEANING = {
    State.SAME_TEXT: "a shared run of words: one origin",
    State.REWORDED: "own words, the same fact",
    State.PARTIAL: "one says more, or less exactly",
    State.DIFFER_VALUE: "another value, date, status, source or wording",
    State.ONLY: "found in one source alone",
    State.UNKNOWN: CANNOT_TELL,
}
