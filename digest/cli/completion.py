"""`digest completion`: what a shell needs to complete digest's commands, options and names."""

import click
from click.shell_completion import CompletionItem, get_completion_class

from ..errors import DigestError
from .session import Session, out

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_DIGEST_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete digest's commands, options, views and tags.

    \b
    Put it where the shell reads it at its start:
      bash   eval "$(digest completion bash)"              in ~/.bashrc
      zsh    eval "$(digest completion zsh)"               in ~/.zshrc
      fish   digest completion fish > ~/.config/fish/completions/digest.fish

    \b
    Example:
      digest completion bash >> ~/.bashrc
    """
    found = get_completion_class(shell)
    assert found is not None
    # not `source()`: for bash that asks which version is installed, and a script may be made on another machine
    complete = found(ctx.find_root().command, {}, "digest", _VARIABLE)
    out(complete.source_template % complete.source_vars())


def views(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the views of the configuration that begin so, each with its query."""
    try:
        found = Session.of(None, False, True).config().views
    except DigestError:  # nobody can be told while completing
        return []
    return [CompletionItem(name, help=query) for name, query in found.items() if name.startswith(incomplete)]


def tags(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the reader's tags that begin so."""
    from ..store import Store

    session = Session.of(None, False, True)
    try:
        with Store(session.database, create=False) as store:
            found = store.tags.all()
    except DigestError:
        return []
    return [CompletionItem(tag.name) for tag in found if tag.name.startswith(incomplete)]
