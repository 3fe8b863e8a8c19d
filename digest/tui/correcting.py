"""Marks of a comparison put right by the reader: rejected, or two facts paired; each lasts and can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from ..desk import Desk
from ..model import Comparison, Row, Verdict, Words
from .highlight import flat
from .screen import Context, DigestScreen

if TYPE_CHECKING:
    from ..desk.correcting import Correcting


class CorrectingScreen(DigestScreen):
    """A screen with a chosen fact whose mark can be corrected."""

    @dataclass
    class Corrected(Message):
        """A correction was kept."""

        words: str

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._first: tuple[Row, Words] | None = None
        """The fact that waits for the one it is to be paired with."""

    @property
    def comparison(self) -> Comparison:
        """Return the comparison shown."""
        return Comparison(())

    @property
    def row(self) -> Row | None:
        """Return the chosen fact."""
        return None

    @property
    def words(self) -> Words | None:
        """Return the chosen fact as the chosen source states it, else as the first one does that has it."""
        return None

    def reload(self) -> None:
        """Compare anew, because a mark was put right."""

    def action_reject(self, note: str = "") -> None:
        """Reject the mark of the chosen fact."""
        if (row := self.row) is None:
            self.tell("Choose a fact first: n goes to the next one.")
            return
        comparison = self.comparison
        self._correct(lambda by: by.reject(comparison, row, note), "Mark rejected")

    def action_pair(self, agree: bool) -> None:
        """Choose the first of two facts, or say that the first and this one speak of one thing."""
        row, words = self.row, self.words
        if row is None or words is None:
            self.tell("Choose a fact first: n goes to the next one.")
        elif self._first is None or self._first[1] == words:
            self._first = (row, words)
            self.tell(f"“{flat(words.text)[:60]}”: go to the other fact; = says that it agrees, d that it differs.")
        else:
            one, verdict = self._first[1], Verdict.AGREE if agree else Verdict.DIFFER
            kind, self._first = self._first[0].kind, None
            said = f"Paired, as facts that {verdict.value}"
            self._correct(lambda by: by.pair(one, words, verdict, kind=kind), said)

    def _correct(self, act: "Callable[[Correcting], object]", words: str) -> None:
        def kept(desk: Desk) -> CorrectingScreen.Corrected:
            from ..desk.correcting import Correcting  # it reads facts

            act(Correcting(desk))
            return self.Corrected(words)

        self.ask(kept, "correct")

    @on(Corrected)
    def _show_corrected(self, event: Corrected) -> None:
        self.tell(f"{event.words}; u takes it back.")
        self.reload()
