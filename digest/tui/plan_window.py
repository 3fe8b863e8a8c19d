"""What a merge, a split or a move would do, shown before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen

from ..model import Article, Plan
from .bars import Bar
from .glyphs import Glyphs
from .highlight import QUIET
from .keys import bindings
from .lines import count, fit, one_line, wrap
from .window import FRAME, Page, Pages


@dataclass
class Planned(Message):
    """A plan, with the articles it speaks of."""

    plan: Plan
    articles: tuple[Article, ...]


class PlanWindow(ModalScreen[bool]):
    """Ends with whether the plan is to be carried out."""

    BINDINGS = bindings("plan")

    def __init__(self, planned: Planned, glyphs: Glyphs) -> None:
        super().__init__()
        self._planned = planned
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        words = (
            f"{self._planned.plan.kind.capitalize()} as shown? Enter does it, Esc leaves all as it is; u takes it back"
        )
        with Vertical(id="window"):
            yield Bar(lambda width: Content.styled(self._planned.plan.kind.upper(), "$accent"), id="title")
            yield Pages(plan_page(self._planned.plan, self._planned.articles, self._glyphs))
            yield Bar(lambda width: fit(Content.styled(words, QUIET), width, self._glyphs), id="foot")

    def on_resize(self) -> None:
        """Leave room for the frame, the title and the foot, whatever the height."""
        self.query_one(Pages).styles.max_height = max(1, self.size.height - FRAME)

    def action_confirm(self) -> None:
        """Carry the plan out."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)


def plan_page(plan: Plan, articles: Sequence[Article], glyphs: Glyphs) -> Page:
    """Return each story as it would be, what comes to it marked."""
    by_id = {article.id: article for article in articles}

    def page(width: int) -> list[list[Content]]:
        parts = []
        for story, numbers in plan.after.items():
            name = f"Story {story}" if story else "A new story"
            head = Content.assemble((name, "bold"), (f"  {count(len(numbers), 'article')}", QUIET))
            lines = [head]
            for number in numbers:
                sign = "+" if number in plan.goes and story == plan.story else " "
                article = by_id[number]
                told = Content.assemble(
                    (f"{sign} ", "$accent"), one_line(article.outlet), "  ", one_line(article.title).stylize(QUIET)
                )
                lines.append(fit(told, width, glyphs))
            parts.append([*lines, Content("")])
        if plan.gone:
            gone = " and ".join(f"story {number}" for number in plan.gone)
            parts.append(wrap(Content.styled(f"The number of {gone} leads on from then.", QUIET), width))
        return parts

    return page
