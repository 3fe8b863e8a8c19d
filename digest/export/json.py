"""Stories, articles and comparisons as plain dictionaries for programs; docs/json.md says what each field means."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from ..model import (
    Article,
    Decision,
    Feed,
    Origins,
    Outcome,
    Plan,
    Revision,
    Story,
    Storyline,
)
from .phrases import days_apart
from .snippet import Pieces

Json = dict[str, object]


def dumps(value: object, indent: int | None = 2) -> str:
    """Return `value` as JSON text: readable, or one line if `indent` is None."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def story(value: Story) -> Json:
    """Return a story as `digest stories --json` lists it."""
    return {
        "id": value.id,
        "title": value.title,
        "title_why": value.title_why,
        "lead": value.lead,
        "language": value.language,
        "outlets": list(value.outlets),
        "origins": origins(value.origins),
        "articles": value.articles,
        "undated": max(0, value.articles - len(value.times)),
        "differs": value.differs,
        "unread": value.unread,
        "starred": value.starred,
        "first_seen": moment(value.first_seen),
        "last_seen": moment(value.last_seen),
    }


def storyline(value: Storyline) -> Json:
    """Return a storyline as `digest storylines --json` lists it."""
    return {
        "id": value.id,
        "name": value.name,
        "stories": list(value.stories),
        "articles": value.articles,
        "unread": value.unread,
        "first_seen": moment(value.first_seen),
        "last_seen": moment(value.last_seen),
    }


def article(value: Article, text: bool = False) -> Json:
    """Return an article as `digest articles --json` lists it; with its text where asked."""
    shape: Json = {
        "id": value.id,
        "story": value.story_id,
        "outlet": value.outlet,
        "outlet_from": value.outlet_from.value,
        "title": value.title,
        "title_from": value.title_from.value,
        "url": value.url,
        "published": moment(value.published),
        "published_from": value.published_from.value,
        "fetched": moment(value.fetched),
        "language": value.language,
        "authors": list(value.authors),
        "agency": value.agency,
        "place": value.place,
        "excerpt": value.excerpt,
        "excerpt_why": value.excerpt_why,
        "tags": list(value.tags),
        "revision": value.revision,
        "silent_edits": value.silent,
        "version_seen": moment(value.version_seen),
        "updated": moment(value.updated),
        "reading": value.reading.value,
        "starred": value.starred,
    }
    return {**shape, "text": value.text} if text else shape


def found(value: Article, snippet: Pieces) -> Json:
    """Return an article as `digest search --json` lists it: with the words around what was looked for."""
    return {**article(value), "snippet": [list(piece) for piece in snippet]}


def revision(value: Revision) -> Json:
    """Return an earlier version of an article."""
    return {
        "number": value.number,
        "title": value.title,
        "text": value.text,
        "seen": moment(value.seen),
        "updated": moment(value.updated),
        "silent": value.silent,
    }


def decision(value: Decision, articles: Sequence[Article]) -> Json:
    """Return one step of the grouping with its evidence; `articles` are those of the story."""
    days = days_apart(value, articles)
    return {
        "what": value.what,
        "article": value.article_id,
        "story": value.story_id,
        "gone": value.gone,
        "score": round(value.score, 4),
        "terms": list(value.terms),
        "days": None if days is None else round(days, 2),
        "by_hand": value.by_hand,
    }


def plan(value: Plan, story: int | None, *, done: bool) -> Json:
    """Return a change of stories by hand; `story` is where the articles go, None if that is yet to be made."""
    return {
        "kind": value.kind,
        "words": value.words,
        "done": done,
        "story": story,
        "articles": list(value.goes),
        "gone": list(value.gone),
        "stories": [{"id": number or story, "articles": list(ids)} for number, ids in value.after.items()],
    }


def feed(value: Feed, weekly: float | None = None, pages_waiting: int = 0, pages_lost: int = 0) -> Json:
    """Return a feed with its health as `digest feeds --json` lists it; `weekly` is its articles a week."""
    return {
        "id": value.id,
        "url": value.url,
        "name": value.name,
        "title": value.title,
        "site": value.site,
        "outlet": value.outlet,
        "tags": list(value.tags),
        "full_text": value.full_text.value,
        "timeout": value.timeout,
        "interval": round(value.interval.total_seconds()),
        "paused": value.paused,
        "configured": bool(value.listed),
        "weekly": weekly,
        "pages_waiting": pages_waiting,
        "pages_lost": pages_lost,
        "answered": moment(value.answered),
        "checked": moment(value.checked),
        "next_check": moment(value.next_check),
        "failures": value.failures,
        "error": value.error,
    }


def outcome(value: Outcome) -> Json:
    """Return how one feed ended, as `digest ingest --json` writes it, one line a feed."""
    return {
        "url": value.url,
        "status": value.status.value,
        "title": value.title,
        "new": value.new,
        "changed": value.changed,
        "error": value.error,
    }


def origins(value: Origins) -> Json:
    """Return from how many places something comes, and whether the texts make that certain."""
    return {"count": value.count, "certain": value.certain}


def moment(value: datetime | None) -> str | None:
    """Return a time as "2020-08-28T11:40:00Z"."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if value else None
