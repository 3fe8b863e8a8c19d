"""`digest man`: the manual page, made from the help texts."""

import inspect
from collections.abc import Iterator

import click

from .. import __version__
from .session import out

_FILES = (
    ("~/.local/share/digest/digest.db", "the database, unless --db or DIGEST_DB names another (Linux)"),
    ("~/.config/digest/config.toml", "the configuration, unless --config or DIGEST_CONFIG names another (Linux)"),
)
_VARIABLES = (
    ("DIGEST_DB", "the database file"),
    ("DIGEST_CONFIG", "the configuration file"),
    ("NO_COLOR", "no colour, if it is set to anything"),
    ("HTTP_PROXY, HTTPS_PROXY, NO_PROXY", "through which proxy feeds and pages are fetched"),
    ("BROWSER", "what opens articles from the screens"),
    ("DIGEST_DEBUG", "show where in digest a fault of its own happened"),
)


@click.command("man")
@click.pass_context
def man_command(ctx: click.Context) -> None:
    """Print the manual page.

    \b
    Examples:
      digest man | man -l -
      digest man > ~/.local/share/man/man1/digest.1
    """
    root = ctx.find_root()
    assert isinstance(root.command, click.Group)
    out(page(root.command))


def page(group: click.Group) -> Iterator[str]:
    """Yield the lines of the page, in roff's man macros."""
    root = click.Context(group, info_name="digest")
    yield from (f'.TH DIGEST 1 "" "digest {__version__}"', ".SH NAME")
    yield "digest \\- read the news by story, the outlets' accounts side by side"
    yield from (".SH SYNOPSIS", ".B digest", _plain("[OPTIONS] COMMAND [ARGS]..."), ".SH DESCRIPTION")
    yield from _prose(group.help or "")
    yield ".SH OPTIONS"
    yield from _options(group, root)
    yield ".SH COMMANDS"
    for name in group.list_commands(root):
        command = group.get_command(root, name)
        assert command is not None
        yield from _command(command, click.Context(command, info_name=name, parent=root))
    for title, listed in (("FILES", _FILES), ("ENVIRONMENT", _VARIABLES)):
        yield f".SH {title}"
        for name, words in listed:
            yield from (".TP", f".B {_plain(name)}", _plain(words))
    yield ".SH EXIT STATUS"
    yield from _prose(group.epilog or "")


def _command(command: click.Command, ctx: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(ctx))
    yield from (f".SS {_plain(ctx.command_path)} {_plain(usage)}",)
    yield from _prose(command.help or "")
    yield from _options(command, ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from _command(below, click.Context(below, info_name=name, parent=ctx))


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))


def _prose(text: str) -> Iterator[str]:
    """Yield a help text: paragraphs filled, those after a \\b as they stand."""
    for paragraph in inspect.cleandoc(text).replace("\n\b\n", "\n\n\b\n").split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        if lines[0].strip() == "\b":
            yield from (".PP", ".nf", *(_plain(line) for line in lines[1:]), ".fi")
        else:
            yield from (".PP", *(_plain(line.strip()) for line in lines))


def _plain(text: str) -> str:
    """Return text in which roff reads no command."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
