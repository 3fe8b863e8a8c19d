"""Two accounts side by side with what the rules ask of them: alike sentences, shared runs, who is named."""

from dataclasses import dataclass
from datetime import date, timedelta

from ...model import Fact, Moment, Source
from ..dates import Anchor
from ..facts import READABLE, facts_of, own_anchor
from ..names import People, people, same
from ..origin import SharedRun
from ..prose import Prose, read
from ..similarity import Matrix

_BACKGROUND = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Account:
    """A source with what was read from it."""

    source: Source
    prose: Prose
    names: People
    facts: tuple[Fact, ...]
    anchor: Anchor | None

    @property
    def readable(self) -> bool:
        """Tell whether a fact's absence from it means anything: full text in a language we read."""
        return not self.source.excerpt and self.source.language in READABLE

    def named(self, fact: Fact) -> tuple[str, ...]:
        """Return who and what is named in the fact's sentence."""
        where = self.prose.sentences[fact.sentence]
        return self.names.participants(where.start, where.end)

    def is_background(self, fact: Fact) -> bool:
        """Tell whether the fact's sentence speaks of another time: a stated day, month or year well before its news."""
        if self.anchor is None:
            return False
        limit = (self.anchor.day - _BACKGROUND).isoformat()
        return any(
            isinstance(other.value, Moment)
            and other.value.iso[:2].isdigit()
            and other.value.iso < limit[: len(other.value.iso)]
            for other in self.facts
            if other.sentence == fact.sentence
        )


def account(source: Source, anchor: Anchor | None) -> Account:
    """Read a source; `anchor` is the story's day, for a source that has none of its own."""
    prose, names = read(source.text), people(source.text)
    own = own_anchor(source) or anchor
    facts = facts_of(prose, names, own) if source.language in READABLE else ()
    return Account(source, prose, names, facts, own)


def story_anchor(sources: tuple[Source, ...]) -> Anchor | None:
    """Return the latest day on which a source of the story was published, marked as inferred."""
    days = [date(s.published.year, s.published.month, s.published.day) for s in sources if s.published]
    return Anchor(max(days), inferred=True) if days else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts with the cosines of their sentences and their shared runs."""

    a: Account
    b: Account
    cosine: Matrix
    runs: tuple[SharedRun, ...]

    def alike(self, x: Fact, y: Fact) -> float:
        """Return how alike the sentences of the two facts are, 0 to 1."""
        return float(self.cosine[x.sentence, y.sentence])

    def shared(self, x: Fact, y: Fact) -> bool:
        """Tell whether the two facts are the same place of one shared run of words."""
        for run in self.runs:
            if (
                _share(x.start, x.end, run.a_start, run.a_end) < 0.6
                or _share(y.start, y.end, run.b_start, run.b_end) < 0.6
            ):
                continue
            if abs((x.start - run.a_start) - (y.start - run.b_start)) < 30:
                return True
        return False

    def estranged(self, x: Fact, y: Fact) -> bool:
        """Tell whether each side's sentence names somebody the other's lacks: two events of one kind."""
        left, right = self.a.named(x), self.b.named(y)
        more_left = any(not any(same(one, other) for other in right) for one in left)
        more_right = any(not any(same(one, other) for other in left) for one in right)
        return more_left and more_right

    def acquainted(self, x: Fact, y: Fact) -> bool:
        """Tell whether the two sentences name somebody or something in common."""
        return any(same(one, other) for one in self.a.named(x) for other in self.b.named(y))


def _share(start: int, end: int, run_start: int, run_end: int) -> float:
    return max(0, min(end, run_end) - max(start, run_start)) / max(1, end - start)
