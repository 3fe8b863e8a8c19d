"""The facts of one article: as JSON, and as lines with their normal forms in words."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from math import isfinite, isinf

from ..model import Article, Attribution, Event, Fact, Label, Moment, Quantity, Quote, Value
from .json import Json
from .look import Look

_LESSER = 1
_SIGNS = {3: "!", 2: " ", 1: " "}


def fact(value: Fact) -> Json:
    """Return a fact: its span, the words, and what they come to."""
    return {
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "sentence": value.sentence,
        "importance": value.importance,
        "value": {key: _number(part) for key, part in asdict(value.value).items()},
    }


def facts(article: Article, found: Sequence[Fact]) -> Json:
    """Return the facts of an article in the order of its text."""
    return {
        "article": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "facts": [{"kind": one.kind.value, **fact(one)} for one in found],
    }


def fact_lines(found: Sequence[Fact], look: Look, everything: bool) -> Iterator[str]:
    """Yield each fact in the order of the text: its kind, its words, and below them what they come to."""
    shown = [one for one in found if everything or one.importance > _LESSER]
    for one in shown:
        name = f"{_SIGNS[one.importance]} {one.kind.value:<12}"
        for line in look.wrap((("“", False), (" ".join(one.text.split()), True), ("”", False)), look.width - len(name)):
            yield name + look.draw(line)
            name = " " * len(name)
        indent = " " * len(name)
        for words in look.wrap(((norm(one.value), False),), look.width - len(indent)):
            yield indent + look.dim(look.draw(words))
    if not found:
        yield "No fact was found: digest reads numbers, dates, quotations and events of English texts."
    elif left := len(found) - len(shown):
        yield look.dim(f"{left:,} lesser left out: --all shows {'it' if left == 1 else 'them'}.")


def norm(value: Value) -> str:
    """Say in words what a fact comes to: "17 person, die", "2020-08-28?", "said by Tilda Wren"."""
    match value:
        case Quantity():
            return ", ".join(filter(None, (f"{_amount(value)} {value.unit}".strip(), value.role)))
        case Moment(iso=iso, grain=grain, inferred=inferred):
            return f"{iso}{'?' if inferred else ''} ({grain})" if iso else f"no day that can be told ({grain})"
        case Quote(speaker=speaker, via=via):
            return (f"said by {speaker}" if speaker else "speaker not resolved") + (f", via {via}" if via else "")
        case Event():
            return _event(value)
        case Attribution(chain=chain, hedge=hedge):
            return "according to " + " by way of ".join(reversed(chain)) + (f' ("{hedge}")' if hedge else "")
        case Label(entity=entity, label=label):
            return f"{entity}: {label}"


def _amount(value: Quantity) -> str:
    if value.low == value.high:
        return f"{value.low:,.12g}"
    if isinf(value.high):
        return f"at least {value.low:,.12g}"
    return f"at most {value.high:,.12g}" if not value.low else f"{value.low:,.12g} to {value.high:,.12g}"


def _event(value: Event) -> str:
    step = f", step {value.rank}" if value.rank else ""
    done = f"{'not ' if value.negated else ''}{value.verb} ({value.predicate}{step})"
    who = f": {', '.join(value.participants)}" if value.participants else ""
    return f"{done}{', on a condition' if value.condition else ''}{who}"


def _number(value: object) -> object:
    """Return None for an open end ("at least 3" has no upper one): JSON has no infinity."""
    return None if isinstance(value, float) and not isfinite(value) else value
