"""Why an article is in its story, in words: what was decided, by whom, and on what evidence."""

from ..model import Decision
from . import phrases

_BY_HAND = {
    "merge": "by hand: story {0.gone} made one with {1}",
    "split": "by hand: story {0.gone} was split, and this part went to {1}",
    "move": "by hand: moved from story {0.gone} to {1}",
}
_TERMS = 8


def reason(decision: Decision, days: float | None, *, elsewhere: bool = False) -> str:
    """Return what was decided and why; `days` are those to the nearest article, None if one of the two gives no date.

    `elsewhere`: the story it was decided for is not the one being told of, and has to be named.
    """
    here = f"story {decision.story_id}" if elsewhere else "this story"
    if decision.by_hand and decision.what in _BY_HAND:
        return _BY_HAND[decision.what].format(decision, here)
    if decision.what == "new":
        return f"opened {here if elsewhere else 'the story'}: nothing close enough was there"
    if decision.what == "merge" and decision.gone is None:
        what = "brought two stories together"
    elif decision.what == "merge":
        what = f"brought story {decision.gone} into {here if elsewhere else 'this one'}"
    else:
        what = f"joined {here}" if elsewhere else "joined"
    ties = ", ".join(decision.terms[:_TERMS]) or "the words they share"
    return f"{what}: {ties} (similarity {decision.score:.2f}, {_apart(days)})"


def _apart(days: float | None) -> str:
    if days is None:
        return "no date given"
    hours = round(days * 24)
    if hours < 1:
        return "within an hour of the nearest article"
    return f"{phrases.count(hours, 'hour') if hours < 48 else f'{days:.0f} days'} from the nearest article"
