"""One run of the command line: whatever goes wrong ends in one line on stderr and a documented exit code.

Exit codes: 0 all well · 1 some feeds or documents failed, the rest is stored · 2 usage or configuration · 3 storage ·
130 ended by ctrl+c, 143 by SIGTERM.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import click

from ..errors import ConfigError, DigestError, DocumentError, FeedError, NotFoundError, QueryError, StoreError
from .commands import GLOBAL_OPTIONS, cli
from .pointing import pointed
from .session import let_go, talk
from .signals import SAID, Interrupted

OK, SOME_FAILED, USAGE, STORAGE, INTERRUPTED = 0, 1, 2, 3, 130

_CODES: dict[type[DigestError], int] = {
    FeedError: SOME_FAILED,
    DocumentError: SOME_FAILED,
    ConfigError: USAGE,
    NotFoundError: USAGE,
    QueryError: USAGE,
    StoreError: STORAGE,
}


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code."""
    _never_fail_on_a_character()
    try:
        code = cli.main(list(arguments), prog_name="digest", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return USAGE
    except click.UsageError as error:
        return _complain(_usage(error), USAGE)
    except click.ClickException as error:
        return _complain(error.format_message(), USAGE)
    except ConfigError as error:
        return max(_complain(problem, USAGE) for problem in error.problems)
    except QueryError as error:
        _complain(str(error), USAGE)
        for line in pointed(error):
            talk(line)
        return USAGE
    except DigestError as error:
        return _complain(str(error), _CODES.get(type(error), USAGE))
    except (click.Abort, KeyboardInterrupt) as error:
        code = error.code if isinstance(error, Interrupted) else INTERRUPTED
        talk(SAID)
        return code
    except BrokenPipeError:
        let_go(sys.stdout)  # the reader (`| head`) has all it wanted
        return OK
    except OSError as error:
        let_go(sys.stdout)
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}; check the disk and the permissions", STORAGE)


def unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that digest itself is at fault and where; with $DIGEST_DEBUG set, show the traceback too."""
    if os.environ.get("DIGEST_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    _complain(
        f"a fault in digest itself{where}: {kind.__name__}: {error}; $DIGEST_DEBUG=1 shows where, please report it", 1
    )


def _usage(error: click.UsageError) -> str:
    """Return what is wrong and where to look, in one line."""
    from ..text import clean_line  # the commands that go well need not wait for it

    message = clean_line(error.format_message()).rstrip(".")
    message = message[:1].lower() + message[1:]
    option = getattr(error, "option_name", None)
    if option in GLOBAL_OPTIONS and error.ctx and error.ctx.parent:
        return f"{option} goes before the command: digest {option} … {error.ctx.info_name} …"
    if message.endswith("?"):
        return message
    where = error.ctx.command_path if error.ctx else "digest"
    return f"{message}; see {where} --help"


def _complain(message: str, code: int) -> int:
    from ..text import clean_line

    talk(f"digest: {clean_line(message, limit=2_000)}")
    return code


def _never_fail_on_a_character() -> None:
    """Let a terminal that cannot show a character show a stand-in."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
