"""Stories put right by hand: planned in a thread, shown, and carried out when the reader says so."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.message import Message

from ..desk import Desk
from ..ingest.settle import settle
from ..model import Plan
from .plan_window import Planned, PlanWindow
from .screen import DigestScreen


class HandScreen(DigestScreen):
    """A screen from which stories are merged and split."""

    @dataclass
    class Done(Message):
        """A plan was carried out."""

        words: str
        story: int

    def plan(self, make: Callable[[Desk], Plan]) -> None:
        """Work a plan out and show it."""

        def planned(desk: Desk) -> Planned:
            found = make(desk)
            numbers = dict.fromkeys(number for members in found.found.values() for number in members)
            return Planned(found, tuple(desk.article(number) for number in numbers))

        self.ask(planned, "plan")

    @on(Planned)
    def _show_plan(self, event: Planned) -> None:
        def act(agreed: bool | None) -> None:
            if agreed:
                self.ask(lambda desk: _carry_out(desk, event.plan), "plan")

        self.app.push_screen(PlanWindow(event, self.context.glyphs), act)

    @on(Done)
    def _tell_done(self, event: Done) -> None:
        self.tell(f"{event.words[:1].upper()}{event.words[1:]}; u takes it back.")
        self.refresh_marks()


def _carry_out(desk: Desk, plan: Plan) -> HandScreen.Done:
    story = desk.by_hand.do(plan)
    settle(desk.store)
    return HandScreen.Done(plan.words, story)
