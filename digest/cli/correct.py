"""`digest correct`: marks put right by hand."""

from collections.abc import Iterator

import click

from ..desk import MOST_COLUMNS, Desk
from ..errors import NotFoundError
from ..export import json, phrases
from ..export.comparison import correction
from ..export.look import Look
from ..model import Correction, FactKind, Verdict, Words
from ..text import clean_line
from .groups import Nearest
from .session import Session, out, talk
from .show import numbered

_NOTE = click.option("--note", metavar="WHY", default="", help="Your reason; it is shown with the mark.")
_KIND = click.option(
    "--kind",
    type=click.Choice([kind.value for kind in FactKind]),
    help="Where several facts have these words: which kind is meant.",
)


@click.group("correct", cls=Nearest)
def correct_command() -> None:
    """Put right what `digest compare` marks wrongly.

    A correction is about words of articles and stays whatever a later digest makes of them. It
    is shown wherever the mark is, and `digest undo` or `digest correct remove` takes it back.

    \b
    Examples:
      digest correct reject 3 "seventeen people" --note "one counts the crew"
      digest correct pair a12 "14 hurt" a15 "a dozen injured" --as differ
      digest correct list
    """


@correct_command.command("reject")
@click.argument("story_id", type=int, metavar="STORY")
@click.argument("words", metavar="WORDS")
@click.argument("outlets", nargs=-1, metavar="[OUTLET]...")
@_KIND
@_NOTE
@click.pass_obj
def reject(session: Session, story_id: int, words: str, outlets: tuple[str, ...], kind: str | None, note: str) -> None:
    """Reject the mark on these words.

    The facts it brings together do not speak of one thing, or the fact that it calls "only in
    X" stands elsewhere too. WORDS are some of one of the facts' own; without outlets all
    accounts of the story are looked at.

    \b
    Example:
      digest correct reject 3 "seventeen people"
    """
    from ..desk.correcting import Correcting, row_of

    with session.desk() as desk:
        comparison = desk.compare(story_id, outlets, limit=MOST_COLUMNS)
        row = row_of(comparison, words, FactKind(kind) if kind else None)
        Correcting(desk).reject(comparison, row, clean_line(note))
    talk(f"Rejected: {session.look.words(row.words)}. `digest undo` takes it back.")


@correct_command.command("pair")
@click.argument("one", metavar="aARTICLE")
@click.argument("one_words", metavar="WORDS")
@click.argument("other", metavar="aARTICLE")
@click.argument("other_words", metavar="WORDS")
@click.option(
    "--as",
    "verdict",
    type=click.Choice([Verdict.AGREE.value, Verdict.DIFFER.value]),
    required=True,
    help="Whether they say the same.",
)
@_KIND
@_NOTE
@click.pass_obj
def pair(
    session: Session, one: str, one_words: str, other: str, other_words: str, verdict: str, kind: str | None, note: str
) -> None:
    """Say that facts of two articles speak of one thing.

    WORDS are some of each fact's own; `digest facts` lists an article's facts.

    \b
    Example:
      digest correct pair a12 "14 hurt" a15 "a dozen injured" --as differ
    """
    from ..desk.correcting import Correcting

    first, second = (Words(numbered(name)[1], words) for name, words in ((one, one_words), (other, other_words)))
    with session.desk() as desk:
        wanted = FactKind(kind) if kind else None
        made = Correcting(desk).pair(first, second, Verdict(verdict), clean_line(note), wanted)
    assert made.other is not None
    look = session.look
    words = f"Paired “{look.words(made.one.text)}” and “{look.words(made.other.text)}”"
    talk(f"{words}: they {made.verdict}. `digest undo` takes it back.")


@correct_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of corrections.")
@click.pass_obj
def list_corrections(session: Session, as_json: bool) -> None:
    """List the corrections, oldest first.

    The number in front is the one that `digest correct remove` takes.

    \b
    Example:
      digest correct list --json
    """
    with session.reading() as store:
        found = store.corrections.all()
        missing = store.missing
    if as_json:
        out(json.dumps([correction(one) for one in found]))
        return
    out(line for one in found for line in _lines(one, session.look))
    if not found and not missing:
        talk("No mark was corrected yet; `digest correct --help` says how.")


@correct_command.command("remove")
@click.argument("number", type=int, metavar="N")
@click.pass_obj
def remove(session: Session, number: int) -> None:
    """Take a correction away: the rules alone speak again.

    \b
    Example:
      digest correct remove 2
    """
    with session.desk() as desk:
        if not _removed(desk, number):
            raise NotFoundError(f"no correction {number}; `digest correct list` lists them")
    talk(f"Correction {number} is gone; `digest undo` brings it back.")


def _removed(desk: Desk, number: int) -> bool:
    return 0 < number < 2**63 and desk.store.corrections.remove(number)


def _lines(one: Correction, look: Look) -> Iterator[str]:
    where = [f"a{words.article_id} “{look.words(words.text)}”" for words in (one.one, one.other) if words]
    said = {Verdict.APART: "not one thing", Verdict.NOT_ONLY: "not only there"}.get(one.verdict, str(one.verdict))
    yield f"{one.id:>4}  {look.bold(said)}: {' · '.join(where)}"
    about = [one.kind.value] + ([f"{phrases.when(one.made)} UTC"] if one.made else [])
    yield from look.joined([*about, *([look.words(one.note)] if one.note else [])], " " * 6)
