"""Whether two articles tell of one event at all: what look-alikes, two accidents of one kind, do not share."""

from collections.abc import Sequence
from datetime import timedelta

from ....model import Quantity, State
from .link import Link
from .pair import Pair
from .values import is_rare

_ENOUGH = 2
_OLD_NEWS = timedelta(days=30)
_CLOSE = 0.6
_ONE_SENTENCE = 0.6
_AKIN = 0.45


def proven(pair: Pair, links: Sequence[Link]) -> bool:
    """Tell whether amounts, quotations or sentences in common prove that two articles are about one event.

    Two accidents share verbs, officials and weekdays, but hardly a rare amount; months apart nothing is proof.
    """
    days = [account.source.published for account in (pair.a, pair.b) if account.source.published]
    if len(days) == len((pair.a, pair.b)) and abs(days[0] - days[1]) > _OLD_NEWS:
        return False
    closest = float(pair.cosine.max(initial=0.0))
    found = 2 * bool(pair.runs) + (closest >= _AKIN) + (closest >= _ONE_SENTENCE)
    return found + sum(_worth(pair, link) for link in links) >= _ENOUGH


def _worth(pair: Pair, link: Link) -> int:
    """Return 2 for a quotation or a rare amount, 1 for another amount in much the same sentence, else 0."""
    if link.state not in (State.SAME_TEXT, State.REWORDED):
        return 0
    value = pair.a.facts[link.a].value
    if isinstance(value, Quantity):
        return 2 if is_rare(value) else int(link.score >= _CLOSE)
    return 2
