"""A story over time, as data and as lines: what is new, what has changed, what is gone."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model import News, SinceRead, Source, State, Told
from . import phrases
from .facts import fact
from .json import Json, moment
from .look import Look
from .marks import MARKS
from .snippet import snippet


def since_read(value: SinceRead) -> Json:
    """Return what came since the reader last read a story."""
    return {"read": [_version(source) for source in value.read], "news": [news(one) for one in value.news]}


def news(value: News) -> Json:
    """Return what one version of an article brought."""
    return {
        **_version(value.version),
        "first": value.first,
        "new": [_told(one) for one in value.new],
        "changed": [{"now": _told(one.now), "before": [_told(old) for old in one.before]} for one in value.changed],
        "withdrawn": [_told(one) for one in value.withdrawn],
    }


def since_read_lines(value: SinceRead, look: Look) -> Iterator[str]:
    """Yield what came since the reader last read a story, an article at a time."""
    yield ""
    yield look.bold("SINCE YOU LAST READ IT")
    if not value.read:
        yield "Nothing of this story is marked read: all of it is new."
        return
    if not value.news:
        yield "Nothing: every article was read as it stands."
    yield from news_lines(value.news, look)


def news_lines(value: Sequence[News], look: Look) -> Iterator[str]:
    """Yield for each version what it brought."""
    for one in value:
        yield ""
        yield from look.paragraph(_head(one.version))
        for change in one.changed:
            yield from _line("≠", State.DIFFER_VALUE, (change.now,), look)
            for old in change.before:
                yield from _line("", State.DIFFER_VALUE, (old,), look, f"until then: {_who(old.source)}:")
        for same in _by_sentence(one.new):
            yield from _line("+", State.ONLY, same, look)
        for same in _by_sentence(one.withdrawn):
            yield from _line("-", State.UNKNOWN, same, look, "no longer:")
        if one.first:
            yield look.dim("  the first account")
        elif not (one.changed or one.new or one.withdrawn):
            yield look.dim("  nothing of note beside what was told before")


def _head(version: Source) -> str:
    number = f", version {version.revision}" if version.revision > 1 else ""
    when = version.fetched if version.revision > 1 or not version.published else version.published
    seen = "seen " if version.revision > 1 else ""
    return f"a{version.article_id} {version.outlet}{number}, {seen}{phrases.published(when) if when else 'no date'}"


def _who(source: Source) -> str:
    return f"{source.outlet}, version {source.revision}" if source.revision > 1 else source.outlet


def _by_sentence(told: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """Yield the facts of one sentence together, in the order of the text."""
    ordered = sorted(told, key=lambda one: one.fact.start)
    for _, same in groupby(ordered, key=lambda one: one.fact.sentence):
        yield tuple(same)


def _line(sign: str, state: State, told: tuple[Told, ...], look: Look, before: str = "") -> Iterator[str]:
    """Yield the sentence of these facts with the facts marked."""
    shown = look.sign(MARKS[state]) if sign == "≠" else sign
    lead = f"  {shown:<3}" if shown else " " * 7
    facts = [one.fact for one in told]
    said = ((f"{look.words(before)} ", False),) if before else ()
    pieces = (*said, *snippet(told[0].source.text, facts, width=max(160, look.width * 2)))
    for line in look.wrap(pieces, look.width - len(lead)):
        yield lead + look.draw(line)
        lead = " " * len(lead)


def _version(source: Source) -> Json:
    return {
        "article": source.article_id,
        "outlet": source.outlet,
        "revision": source.revision,
        "published": moment(source.published),
        "seen": moment(source.fetched),
    }


def _told(told: Told) -> Json:
    return {
        "article": told.source.article_id,
        "revision": told.source.revision,
        "kind": told.fact.kind.value,
        **fact(told.fact),
    }
