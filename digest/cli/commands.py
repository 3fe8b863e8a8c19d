"""The table of commands and the options they share; a command's code is imported when it is called."""

from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from .. import __version__
from .groups import unknown
from .session import Session

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Show what digest does, with sample articles."),
    "add": ("feeds", "Subscribe to feeds by their address."),
    "feeds": ("feeds", "List the feeds with their health, or change them."),
    "ingest": ("ingest", "Take in what the feeds have that is new."),
    "import": ("documents", "Take in local documents, or subscribe to an OPML file's feeds."),
    "stories": ("stories", "List the stories, the most covered first."),
    "show": ("show", "Show a story with its articles, or one article."),
    "compare": ("compare", "Lay the outlets' accounts of a story side by side."),
    "correct": ("correct", "Put right what is marked wrongly."),
    "facts": ("facts", "List the facts found in an article."),
    "articles": ("articles", "List the articles, the newest first."),
    "search": ("search", "Find articles by a query."),
    "mark": ("mark", "Mark stories or articles read or unread, or star them."),
    "storylines": ("storylines", "List what ties stories together over weeks."),
    "story": ("story", "Merge, split and move what is grouped wrongly; say why it is so."),
    "undo": ("undo", "Take back the last mark, star, rename, merge, split or move."),
    "tag": ("tag", "Tag stories or articles with words of your own."),
    "export": ("export", "Write the stories of a period as a digest."),
    "outlet": ("outlet", "List the outlets, rename one, or make two one."),
    "opml": ("opml", "Write the subscriptions as OPML."),
    "forget": ("forget", "Delete old articles that were read, for good."),
    "schedule": ("schedule", "Let cron or systemd run the ingest."),
    "doctor": ("doctor", "Check the database, the feeds, the clock and the terminal."),
    "backup": ("backup", "Copy the database, also while others write."),
    "restore": ("backup", "Put a backup in the database's place."),
    "config": ("config", "Show what is set and where it comes from."),
    "completion": ("completion", "Let your shell complete commands, options and names."),
    "man": ("man", "Print the manual page."),
}
"""Name -> module and what it is for, in the order people meet them."""

GLOBAL_OPTIONS = frozenset({"--db", "--config", "--ascii", "--no-color"})

_EXIT_CODES = """\b
Exit codes:
  0  all well, or nothing to do
  1  some feeds or documents failed; the rest is stored
  2  wrong usage or configuration
  3  the database could not be opened, read or written
  130 or 143  ended early by ctrl+c or SIGTERM; what was stored is kept
"""


class _Commands(click.Group):
    """A group that knows its commands' names and purposes without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name][0]}", __package__)
        found = getattr(module, f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete names without importing what is behind them, and options as click does."""
        if not incomplete.startswith("-"):
            return [
                CompletionItem(name, help=about) for name, (_, about) in COMMANDS.items() if name.startswith(incomplete)
            ]
        return super().shell_complete(ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            raise unknown(args[0], COMMANDS, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # the reader (`| head`) has all it wanted; click would end with 1
            raise click.exceptions.Exit(0) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog=_EXIT_CODES,
)
@click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="The database file, instead of $DIGEST_DB or the one in your data folder.",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration file, instead of $DIGEST_CONFIG or the one in your configuration folder.",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw marks and rules with ASCII characters only.")
@click.option("--no-color", is_flag=True, help="Use no colour (as $NO_COLOR does).")
@click.version_option(__version__, "--version", message="digest %(version)s")
@click.pass_context
def cli(ctx: click.Context, database: Path | None, config_file: Path | None, ascii_only: bool, no_color: bool) -> None:
    """Read the news of many outlets by story, and see where their accounts agree and differ.

    Without a command digest opens its screens; without a terminal it lists the stories.

    \b
    Start with:
      digest demo                         see it work, with sample articles
      digest import feeds.opml            subscribe to the feeds of an OPML file
      digest add https://…/feed.xml       subscribe to a feed
      digest ingest                       take in what is new
    """
    ctx.obj = Session.of(database, ascii_only, no_color, config_file)
    if ctx.invoked_subcommand is None:
        from .home import home

        home(ctx.obj)
