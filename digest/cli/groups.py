"""A group of commands that names the nearest one where there is none of that name."""

from collections.abc import Iterable
from difflib import get_close_matches

import click


def unknown(name: str, known: Iterable[str], ctx: click.Context) -> click.UsageError:
    """Return the error for a command that is not there, with the nearest that is."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return click.UsageError(f"there is no command {name!r}{hint}", ctx)


class Nearest(click.Group):
    """A group of subcommands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            raise unknown(args[0], self.commands, ctx)
        return super().resolve_command(ctx, args)
